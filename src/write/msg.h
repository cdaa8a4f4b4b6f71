#ifndef WRITE_MSG_H
#define WRITE_MSG_H
/* Findings of this floor. */
#include "base/diag.h"

enum write_msg {
	MSG_PDF_FAILED, MSG_PNG_FAILED, MSG_DOCX_FAILED,
	MSG_XLSX_FAILED, MSG_XLSX_ROWS, MSG_XLSX_CUT, MSG_BOOK_PACKAGE, MSG_BOOK_NONE, MSG_BOOK_SIGNED, MSG_BOOK_SHEET, MSG_BOOK_PART,
	WRITE_MSG_COUNT
};
extern const struct msg write_msgs[WRITE_MSG_COUNT];
#endif
