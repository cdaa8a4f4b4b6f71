#include "compose/msg.h"

#include "base/i18n.h"

const struct msg COMPOSE_NO_KIND = { "no-kind", LEVEL_ERROR,
	N_("the kind of the document is missing; write a line such as “loại: Tờ trình” at the top"), "ND30 Điều 7"};
const struct msg COMPOSE_UNKNOWN_KIND = { "unknown-kind", LEVEL_ERROR,
	N_("there is no kind of document “%s”; write one of the 29 kinds, such as “Tờ trình” or “Công văn”"), "ND30 Điều 7"};
const struct msg COMPOSE_UNKNOWN_KIND_NEAR = { "unknown-kind", LEVEL_ERROR,
	N_("there is no kind of document “%s”; did you mean “%s”?"), "ND30 Điều 7"};
const struct msg COMPOSE_PARTY_KIND = { "party-kind", LEVEL_ERROR,
	N_("“%s” is a kind of the Party alone; add the line “thể thức: đảng” or choose another kind"), "ND30 Điều 7"};
const struct msg COMPOSE_STATE_KIND = { "state-kind", LEVEL_WARNING,
	N_("the Party has no kind “%s”; choose another kind or the line “thể thức: nđ30”"), "399-QĐ/TW"};
const struct msg COMPOSE_NO_ISSUER = { "no-issuer", LEVEL_WARNING,
	N_("the issuing body is missing and left blank; add the line “cơ quan ban hành: …”"), "ND30 Phụ lục I, II.2"};
const struct msg COMPOSE_NO_ABBR = { "no-abbreviation", LEVEL_WARNING,
	N_("the abbreviation of the issuing body is missing, its place in the code is left blank; add the line “viết tắt: …”"),
	"ND30 Phụ lục I, II.3"};
const struct msg COMPOSE_NO_PLACE = { "no-place", LEVEL_WARNING,
	N_("the place is missing and left blank; add the line “địa danh: …”"), "ND30 Phụ lục I, II.4"};
const struct msg COMPOSE_NO_SUBJECT = { "no-subject", LEVEL_WARNING,
	N_("the subject is missing; add the line “trích yếu: …”"), "ND30 Phụ lục I, II.5"};
const struct msg COMPOSE_NO_ADDRESSEE = { "no-addressee", LEVEL_WARNING,
	N_("this kind is sent to somebody, but nobody is named; add the line “kính gửi: …”"), "ND30 Phụ lục I, II.9.d"};
const struct msg COMPOSE_NO_RECIPIENTS = { "no-recipients", LEVEL_WARNING,
	N_("the recipients are missing; add the line “nơi nhận: […, \"Lưu: VT, …\"]”"), "ND30 Phụ lục I, II.9"};
const struct msg COMPOSE_NO_SIGNER = { "no-signer", LEVEL_WARNING,
	N_("the signer's title is missing and left blank; add the line “người ký: {chức vụ: …, họ tên: …}”"), "ND30 Phụ lục I, II.7"};
const struct msg COMPOSE_NO_BASIS = { "no-basis", LEVEL_WARNING,
	N_("no grounds are given; add the lines “căn cứ: …” or begin the text with “Căn cứ …;”"), "ND30 Phụ lục I, II.6.a"};
const struct msg COMPOSE_NO_UNIT = { "no-unit", LEVEL_INFO,
	N_("the drafting unit is missing from the code; add the line “đơn vị soạn thảo: …”"), "ND30 Phụ lục I, II.3.b"};
const struct msg COMPOSE_NO_BODY = { "no-body", LEVEL_WARNING, N_("the document has no text; write it below the second “---”"), NULL};
const struct msg COMPOSE_END_MARK = { "end-mark", LEVEL_WARNING,
	N_("the text does not end with “./.”; put it after the last word"), "ND30 Phụ lục III"};
const struct msg COMPOSE_END_MARK_PARTY = { "end-mark", LEVEL_WARNING,
	N_("a text of the Party ends with a full stop; write “.” after the last word"), "HD05 I.6.2"};
const struct msg COMPOSE_COPY_KIND = { "copy-kind", LEVEL_ERROR,
	N_("“%s” is no kind of copy; write “Sao y”, “Sao lục” or “Trích sao”"), "ND30 Điều 25"};
const struct msg COMPOSE_BEFORE_FORM = { "before-form", LEVEL_WARNING,
	N_("the document is dated before its form came into force (%s); check the date"), NULL};
const struct msg COMPOSE_NO_HEADINGS = { "no-headings", LEVEL_WARNING,
	N_("the table of contents would be empty, since no heading stands in the text; begin headings with “#”, or drop “mục lục”"), NULL};

#define CITING "ND30 Phụ lục I, II.6.b"
const struct msg COMPOSE_CITE_UNKNOWN = { "unknown-citation", LEVEL_ERROR,
	N_("no document “%s” is known; add it under “viện dẫn:” in the draft or in vanban.yaml"), CITING};
const struct msg COMPOSE_CITE_NEAR = { "unknown-citation", LEVEL_ERROR,
	N_("no document “%s” is known; the nearest ones are: %s"), CITING};
const struct msg COMPOSE_CITE_TWO = { "ambiguous-citation", LEVEL_ERROR,
	N_("“%s” names two documents, of %s and %s; add the date: [@%s ngày %s]"), CITING};
const struct msg COMPOSE_CITE_EMPTY = { "empty-citation", LEVEL_ERROR,
	N_("the citation names no document; write its number: [@57-NQ/TW]"), CITING};
const struct msg COMPOSE_CITE_BARE = { "bare-citation", LEVEL_WARNING,
	N_("“%s” cannot be cited in full at its first mention, for want of: %s; complete it under “viện dẫn:”"), CITING};

/* templates */
const struct msg COMPOSE_TAG_OPEN = { "tag-open", LEVEL_ERROR,
	N_("the tag has no end; write “%s” after its name, or “{\\{” where two braces are meant as text"), NULL};
const struct msg COMPOSE_TAG_EMPTY = { "tag-name", LEVEL_ERROR, N_("the tag has no name, or one of more than 200 bytes; write as {{cơ quan}}"), NULL};
const struct msg COMPOSE_TAG_NAME = { "tag-name", LEVEL_ERROR,
	N_("“%s” is no name; points stand between the parts of a name, at most 16: {{cơ quan.tên}}"), NULL};
const struct msg COMPOSE_TAG_DEEP = { "tag-deep", LEVEL_ERROR,
	N_("sections and partials stand more than %d deep in one another; does a partial take in itself?"), NULL};
const struct msg COMPOSE_TAG_NOT_OPEN = { "tag-not-open", LEVEL_ERROR,
	N_("{{/%s}} ends a section that is not open; write {{#%s}} before it, or remove it"), NULL};
const struct msg COMPOSE_TAG_CLOSES = { "tag-closes", LEVEL_ERROR,
	N_("{{/%s}} stands where the section “%s” of line %u should end; write {{/%s}}"), NULL};
const struct msg COMPOSE_TAG_UNCLOSED = { "tag-unclosed", LEVEL_ERROR, N_("the section “%s” is not closed; write {{/%s}} where it ends"), NULL};
const struct msg COMPOSE_TAG_DELIMITERS = { "tag-delimiters", LEVEL_ERROR,
	N_("new delimiters are two words of at most 16 bytes without “=”; write as {{=<% %>=}}"), NULL};
const struct msg COMPOSE_NAME_UNKNOWN = { "unknown-name", LEVEL_ERROR,
	N_("there is no name “%s”, neither among the figures nor among the columns; “vanban batch --fields” lists all names"), NULL};
const struct msg COMPOSE_NAME_NEAR = { "unknown-name", LEVEL_ERROR, N_("there is no name “%s” here; the nearest ones are: %s"), NULL};
const struct msg COMPOSE_NAME_LIST = { "name-list", LEVEL_ERROR, N_("“%s” is a list; write {{#%s}} … {{/%s}} around what stands once for each element"), NULL};
const struct msg COMPOSE_NAME_MAP = { "name-map", LEVEL_ERROR, N_("“%s” has parts; name one, such as “%s”, after a point: {{%s.…}}"), NULL};
const struct msg COMPOSE_MERGE_LONG = { "merge-long", LEVEL_ERROR, N_("filling the template takes more than 4,000,000 steps; look for lists inside lists"), NULL};
const struct msg COMPOSE_MERGE_LARGE = { "merge-large", LEVEL_ERROR,
	N_("the filled template is larger than %d MB, or made of more than 1,000,000 pieces; take fewer tasks into one document"), NULL};
const struct msg COMPOSE_PARTIAL_NO_DIR = { "partial", LEVEL_ERROR, N_("partial “%s”: this template has no folder to take it from"), NULL};
const struct msg COMPOSE_PARTIAL_OUTSIDE = { "partial", LEVEL_ERROR,
	N_("partial “%s” is not in the template's folder; put it there and name it without path"), NULL};
const struct msg COMPOSE_PARTIAL_READ = { "partial", LEVEL_ERROR, N_("partial “%s” cannot be read: %s"), NULL};
const struct msg COMPOSE_PARTIAL_MANY = { "partial", LEVEL_ERROR, N_("a template takes in at most %d files"), NULL};
const struct msg COMPOSE_TEMPLATE_READ = { "template-read", LEVEL_ERROR, N_("the template cannot be read: %s"), NULL};
const struct msg COMPOSE_VALUE_KEY = { "value-key", LEVEL_ERROR,
	N_("a value cannot be a key of the front matter; write the key itself in the template"), NULL};

#define STATE_BODY "ND30 Phụ lục I, II.6.e"
#define PARTY_BODY "HD05 I.6.2"
#define PAIR(id, text, state, party) { { id, LEVEL_ERROR, text, state }, { id, LEVEL_ERROR, text, party } }
const struct msg COMPOSE_BODY_SIZE[2] = PAIR("body-size",
	N_("the size of the text, %g pt, is not allowed; choose from %g to %g pt"), "ND30 Phụ lục I, V.6", PARTY_BODY);
const struct msg COMPOSE_LINE_EXACT[2] = PAIR("line-spacing",
	N_("lines of exactly %g pt are not allowed; choose from %g to %g pt"), STATE_BODY, PARTY_BODY);
const struct msg COMPOSE_LINE_MULTIPLE[2] = {
	{ "line-spacing", LEVEL_ERROR, N_("a line spacing of %g lines is not allowed; choose from %g to %g lines"), STATE_BODY},
	{ "line-spacing", LEVEL_ERROR, N_("a line spacing in lines (%g) is not allowed; choose an exact height, such as “chính xác 18pt”"), PARTY_BODY},
};
const struct msg COMPOSE_PARA_AFTER[2] = PAIR("paragraph-spacing",
	N_("%g pt between paragraphs is not allowed; choose at least %g pt"), STATE_BODY, PARTY_BODY);
const struct msg COMPOSE_INDENT[2] = PAIR("indent",
	N_("a first-line indent of %.1f mm is not allowed; choose %.1f or %.1f mm"), STATE_BODY, PARTY_BODY);
const struct msg COMPOSE_MARGIN[2] = PAIR("margin",
	N_("the margin “%s” of %.1f mm is not allowed; choose from %.1f to %.1f mm"), "ND30 Phụ lục I, I.3", "HD05 IV.4");
