#ifndef TEXT_MSG_H
#define TEXT_MSG_H
/* Findings of this floor. */
#include "base/diag.h"

enum text_msg {
	MSG_FONT_MISSING,
	MSG_PICTURE_UNREADABLE,
	MSG_PICTURE_TOO_LARGE,
	MSG_PICTURE_TOO_MANY_PIXELS,
	MSG_PICTURE_FORMAT,
	MSG_PICTURE_BROKEN,
	MSG_PICTURE_FILTER,
	TEXT_MSG_COUNT
};
extern const struct msg text_msgs[TEXT_MSG_COUNT];
#endif
