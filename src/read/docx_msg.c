/* The findings of the reader of foreign DOCX files. Each says what is wrong and what to do. */
#include "base/i18n.h"
#include "read/docx_in.h"

#define E(id, text) {id, LEVEL_ERROR, text, NULL}
#define W(id, text) {id, LEVEL_WARNING, text, NULL}
#define I(id, text) {id, LEVEL_INFO, text, NULL}

const struct msg wml_msgs[WML_FAULTS] = {
	[WML_OLD] = E("docx-old", N_("this is a Word file of the old kind (.doc) or one protected by a password; open it in Word, take the password away and save it as \"Word Document (.docx)\"")),
	/* reason of the package, a sentence of its own */
	[WML_PACKAGE] = E("docx-damaged", N_("the Word file cannot be read: %s")),
	[WML_NO_MAIN] = E("docx-no-text", N_("the file is no Word document (.docx); open it in the program it comes from and save it as \"Word Document (.docx)\"")),
	[WML_WEB] = E("docx-no-text", N_("the file has a Word document's name, but holds something else; open it in Word and save it as \"Word Document (.docx)\"")),
	/* part */
	[WML_PART_BAD] = E("docx-damaged", N_("the part \"%s\" of the file is damaged or declares entities; open the file in Word and save it again")),
	[WML_PART_LARGE] = E("docx-large", N_("the part \"%s\" of the file has more than %d elements; split the document")),
	[WML_MANY_PARAS] = E("docx-many-paragraphs", N_("the file has more than %d paragraphs; split the document")),
	[WML_MANY_SECTIONS] = W("docx-many-sections", N_("the file has more than %d sections; the last ones are read as one")),
	[WML_MANY_NOTES] = W("docx-many-notes", N_("the file has more than %d footnotes; those behind them are left out")),
	[WML_WIDE_TABLE] = W("docx-wide-table", N_("a table has more than %d columns; what is to the right of them stands in the last one")),
	[WML_NO_ROOM] = W("docx-no-room", N_("the page of this section leaves no room for text (paper or margins of the file); it is laid out on A4 paper")),
	[WML_DEEP] = W("docx-deep", N_("tables or text boxes stand more than %d times inside one another; what is deeper is left out")),
	/* part */
	[WML_LOST_PART] = W("docx-lost-part", N_("the part \"%s\" of the file is missing; what it holds is left out: open the file in Word and save it again")),
	[WML_EMPTY] = E("docx-empty", N_("the file holds no text; a scanned page is a picture, which cannot be read")),
	[WML_SIGNED] = I("docx-signed", N_("the file carries a digital signature; it is only read")),
	[WML_NOT_READ] = I("docx-left-out", N_("pictures, charts and embedded objects of the file are not read (%zu)")),
};
