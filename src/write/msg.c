#include "write/msg.h"
#include "base/i18n.h"

const struct msg write_msgs[WRITE_MSG_COUNT] = {
	[MSG_PDF_FAILED] = {"pdf-failed", LEVEL_ERROR, N_("the PDF cannot be made (%s); report this with the draft"), NULL},
	[MSG_PNG_FAILED] = {"png-failed", LEVEL_ERROR, N_("the picture of page %zu cannot be made (%s); choose a lower resolution"), NULL},
	[MSG_DOCX_FAILED] = {"docx-failed", LEVEL_ERROR, N_("the DOCX cannot be made (%s); report this with the draft"), NULL},
};
