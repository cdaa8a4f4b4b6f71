#ifndef CLI_HELP_H
#define CLI_HELP_H
/* Help made from the tables of commands and options. */
#include "cli/command.h"

#define VANBAN_VERSION "0.1.0"

void help_program(struct arena *a);                          /* vanban --help */
void help_command(struct arena *a, const struct command *c); /* vanban COMMAND --help */
#endif
