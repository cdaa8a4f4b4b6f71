/* What recognition is unsure of, in words a clerk understands; arguments as the comment of the row names them. */
#include "read/know_msg.h"
#include "base/i18n.h"

#define E(id, text) {id, LEVEL_ERROR, text, NULL}
#define I(id, text, clause) {id, LEVEL_INFO, text, clause}

const struct msg know_msgs[KNOW_FAULTS] = {
	[KNOW_NO_HEAD] = I("no-letterhead", N_("no letterhead was found (Quốc hiệu, issuing body, number, date); fill in the keys at the top of the draft"), "ND30 Phụ lục I, II.1–4"),
	[KNOW_NO_ISSUER] = I("issuer-unsure", N_("the issuing body was not found; write it under “cơ quan ban hành”"), "ND30 Phụ lục I, II.2"),
	/* the body above, the issuing body */
	[KNOW_ISSUER_LINES] = I("issuer-unsure", N_("of the lines at the top left, “%s” was taken for the superior body and “%s” for the issuing body; see that this is right"), "ND30 Phụ lục I, II.2"),
	/* the kind assumed */
	[KNOW_NO_KIND] = I("kind-unknown", N_("the kind of the document could not be told; “%s” was assumed, correct it under “loại”"), "ND30 Điều 7"),
	/* the title's kind, the number's letters */
	[KNOW_KIND_CODE] = I("kind-unsure", N_("the title says “%s”, the number says “%s”; the title was followed"), "ND30 Phụ lục III"),
	[KNOW_NO_SUBJECT] = I("subject-unsure", N_("the subject was not found; write it under “trích yếu”"), "ND30 Phụ lục I, II.5"),
	/* as written now */
	[KNOW_CASE] = I("capitals-unsure", N_("this stood in capitals and was written “%s”; see that its capital letters are right"), "ND30 Phụ lục II"),
	[KNOW_REGIME] = I("regime-unsure", N_("this was taken for a document of the Party, by its words and not by its letterhead; correct “thể thức” if it is none"), NULL),
	[KNOW_NO_NUMBER] = I("number-unsure", N_("no number line was found; write “viết tắt” and, if it is known, “số”"), "ND30 Phụ lục I, II.3"),
	[KNOW_NO_DATE] = I("date-unsure", N_("no place and date were found; write “địa danh” and “ngày”"), "ND30 Phụ lục I, II.4"),
	[KNOW_NO_RECIPIENTS] = I("recipients-unsure", N_("no “Nơi nhận” was found; write the recipients under “nơi nhận”"), "ND30 Phụ lục I, II.9"),
	[KNOW_NO_SIGNER] = I("signer-unsure", N_("the signer was not found; write title and name under “người ký”"), "ND30 Phụ lục I, II.7"),
	[KNOW_NO_NAME] = I("signer-unsure", N_("the signer's name was not found; write it under “họ tên” if it is known"), "ND30 Phụ lục I, II.7"),
	/* the text */
	[KNOW_LEFT] = I("place-unsure", N_("“%s” belongs to no part of the form that is known; it stands in the text now"), NULL),
	[KNOW_SECRET] = I("secrecy-mark", N_("“%s” looks like a mark of secrecy; a document that carries a state secret must not be worked on with an ordinary program"), "Luật 117/2025/QH15"),
	[KNOW_SECOND] = I("second-document", N_("another document begins here; it was taken as text: split the file and import each document by itself"), NULL),
	/* the text */
	[KNOW_HEADING] = I("heading-unsure", N_("“%s” was taken for a title, by its shortness; take away the “#” if it is none"), NULL),
	[KNOW_ANNEX_TITLE] = I("annex-unsure", N_("the title of this annex was not found; write it under “phụ lục”"), "ND30 Phụ lục I, III.1"),
	/* the sign */
	[KNOW_BROKEN_MARK] = I("mark-left", N_("“%s” is a mark of another program and was left out"), NULL),

	/* how many */
	[KNOW_PAGE_LINES] = I("page-lines", N_("%zu lines that stand at the edge of pages (numbers, repeated lines) were left out"), NULL),
	/* how many */
	[KNOW_WRAPPED] = I("lines-joined", N_("lines were joined into paragraphs; at %zu places it is not certain where a paragraph ends, the first is here"), NULL),
	[KNOW_COLUMNS] = I("columns", N_("this looks like a table whose columns could not be told apart for certain; its lines stand as text"), NULL),
	/* name of the encoding */
	[KNOW_ENCODING] = I("encoding", N_("the file is written in %s and was converted; see that the letters are right"), NULL),
	/* megabytes */
	[KNOW_TEXT_LARGE] = E("file-too-large", N_("the file is larger than %d MB; split it")),
	[KNOW_TEXT_EMPTY] = E("empty-file", N_("the file holds no text; of a scanned document the text must be recognised first")),
	/* the byte */
	[KNOW_TEXT_BINARY] = E("binary-file", N_("this is no text (byte 0x%02X); a DOCX or a plain text is needed, of a PDF the text that “pdftotext -layout” gives")),
	/* how many */
	[KNOW_TEXT_PARAS] = E("too-many-paragraphs", N_("the file has more than %d paragraphs; split it")),
};
