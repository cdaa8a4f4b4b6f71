#include "write/msg.h"
#include "base/i18n.h"

const struct msg write_msgs[WRITE_MSG_COUNT] = {
	[MSG_PDF_FAILED] = {"pdf-failed", LEVEL_ERROR, N_("the PDF cannot be made (%s); report this with the draft"), NULL},
	[MSG_PNG_FAILED] = {"png-failed", LEVEL_ERROR, N_("the picture of page %zu cannot be made (%s); choose a lower resolution"), NULL},
	[MSG_DOCX_FAILED] = {"docx-failed", LEVEL_ERROR, N_("the DOCX cannot be made (%s); report this with the draft"), NULL},
	[MSG_XLSX_FAILED] = {"xlsx-failed", LEVEL_ERROR, N_("the workbook cannot be made (%s); report this with what it was made of"), NULL},
	[MSG_XLSX_ROWS] = {"xlsx-rows", LEVEL_ERROR, N_("the sheet \"%s\" would have more than %d rows; part the register"), NULL},
	[MSG_XLSX_CUT] = {"xlsx-cut", LEVEL_WARNING, N_("%zu cells hold more than 32,767 characters and were cut there; shorten their texts"), NULL},
	/* reason of the package, a sentence of its own */
	[MSG_BOOK_PACKAGE] = {"workbook-damaged", LEVEL_ERROR, N_("the workbook cannot be changed: %s"), NULL},
	[MSG_BOOK_NONE] = {"no-workbook", LEVEL_ERROR, N_("this is no workbook of the kind .xlsx; open it in Excel and save it as \"Excel Workbook (.xlsx)\""), NULL},
	[MSG_BOOK_SIGNED] = {"workbook-signed", LEVEL_ERROR, N_("the workbook carries a digital signature, which a change would break; write into a copy of it without the signature"), NULL},
	[MSG_BOOK_SHEET] = {"sheet-lost", LEVEL_ERROR, N_("the workbook has no sheet \"%s\" that can be changed; give its name as it stands on its tab"), NULL},
	/* part */
	[MSG_BOOK_PART] = {"workbook-damaged", LEVEL_ERROR, N_("the part \"%s\" of the workbook is damaged, or not in UTF-8; open the workbook in Excel and save it again"), NULL},
};
