#ifndef WRITE_MSG_H
#define WRITE_MSG_H
/* Findings of this floor. */
#include "base/diag.h"

enum write_msg { MSG_PDF_FAILED, MSG_PNG_FAILED, MSG_DOCX_FAILED, WRITE_MSG_COUNT };
extern const struct msg write_msgs[WRITE_MSG_COUNT];
#endif
