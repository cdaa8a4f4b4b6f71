#ifndef BASE_I18N_H
#define BASE_I18N_H
/* Messages in the user's language (gettext); catalogues in po/. */
#include <libintl.h>
#define _(s) gettext(s)
#define N_(s) s
/* Binds the catalogue of the program and chooses the language: lang "vi" or "en", or NULL for the locale's
 * (LC_ALL, LC_MESSAGES, LANG; works where that locale is not generated on the machine, too). */
void i18n_init(const char *lang);
#endif
