#include "text/msg.h"
#include "base/i18n.h"

const struct msg text_msgs[TEXT_MSG_COUNT] = {
	[MSG_FONT_MISSING] = {"font-missing", LEVEL_ERROR,
		N_("the font file %s cannot be opened; install the program's fonts folder again"), NULL},
	[MSG_PICTURE_UNREADABLE] = {"picture-unreadable", LEVEL_ERROR,
		N_("the picture %s cannot be read (%s); put the file beside the draft"), NULL},
	[MSG_PICTURE_TOO_LARGE] = {"picture-too-large", LEVEL_ERROR,
		N_("the picture %s is larger than %d MB; save it smaller"), NULL},
	[MSG_PICTURE_TOO_MANY_PIXELS] = {"picture-too-many-pixels", LEVEL_ERROR,
		N_("the picture %s has more than %d million pixels; save it smaller"), NULL},
	[MSG_PICTURE_FORMAT] = {"picture-format", LEVEL_ERROR,
		N_("the picture %s is neither PNG nor JPEG nor SVG; save it as one of these"), NULL},
	[MSG_PICTURE_BROKEN] = {"picture-broken", LEVEL_ERROR,
		N_("the picture %s is damaged; export it again"), NULL},
	[MSG_PICTURE_FILTER] = {"picture-filter", LEVEL_ERROR,
		N_("the picture %s uses SVG filters; export it without effects such as shadows and blur"), NULL},
};
