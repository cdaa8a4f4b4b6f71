#include "model/style.h"

static const char *const names[ROLE_COUNT] = {
	[ROLE_BODY] = "body",
	[ROLE_BASIS] = "basis",
	[ROLE_ITEM] = "item",
	[ROLE_NATION] = "nation",
	[ROLE_MOTTO] = "motto",
	[ROLE_PARENT] = "parent",
	[ROLE_ISSUER] = "issuer",
	[ROLE_STAR] = "star",
	[ROLE_NUMBER] = "number",
	[ROLE_PLACE_DATE] = "place-date",
	[ROLE_KIND] = "kind",
	[ROLE_SUBJECT] = "subject",
	[ROLE_SUBJECT_LETTER] = "subject-letter",
	[ROLE_HYPHENS] = "hyphens",
	[ROLE_RULE] = "rule",
	[ROLE_ADDRESSEE] = "addressee",
	[ROLE_ADDRESSEE_ITEM] = "addressee-item",
	[ROLE_AUTHORITY] = "authority",
	[ROLE_RESOLVES] = "resolves",
	[ROLE_PART] = "part",
	[ROLE_PART_TITLE] = "part-title",
	[ROLE_CHAPTER] = "chapter",
	[ROLE_CHAPTER_TITLE] = "chapter-title",
	[ROLE_SECTION] = "section",
	[ROLE_SECTION_TITLE] = "section-title",
	[ROLE_ARTICLE] = "article",
	[ROLE_ARTICLE_TEXT] = "article-text",
	[ROLE_HEADING1] = "heading1",
	[ROLE_HEADING2] = "heading2",
	[ROLE_HEADING3] = "heading3",
	[ROLE_TITLE_CENTER] = "title-center",
	[ROLE_SIGN_TITLE] = "sign-title",
	[ROLE_SIGN_POSITION] = "sign-position",
	[ROLE_SIGN_NOTE] = "sign-note",
	[ROLE_SIGN_NAME] = "sign-name",
	[ROLE_RECIPIENTS] = "recipients",
	[ROLE_RECIPIENT] = "recipient",
	[ROLE_ANNEX] = "annex",
	[ROLE_ANNEX_TITLE] = "annex-title",
	[ROLE_ANNEX_NOTE] = "annex-note",
	[ROLE_URGENCY] = "urgency",
	[ROLE_CIRCULATION] = "circulation",
	[ROLE_DRAFT_MARK] = "draft-mark",
	[ROLE_CONTACT] = "contact",
	[ROLE_SIGNATURE_INFO] = "signature-info",
	[ROLE_PAGE_NUMBER] = "page-number",
	[ROLE_CELL] = "cell",
	[ROLE_CELL_HEAD] = "cell-head",
	[ROLE_PICTURE] = "picture",
	[ROLE_CAPTION] = "caption",
	[ROLE_FOOTNOTE] = "footnote",
	[ROLE_COPY_KIND] = "copy-kind",
	[ROLE_ADDRESSEE_LABEL] = "addressee-label",
	[ROLE_TOC1] = "toc1",
	[ROLE_TOC2] = "toc2",
	[ROLE_TOC3] = "toc3",
};

const char *role_name(enum role r)
{
	return (unsigned)r < ROLE_COUNT && names[r] ? names[r] : "?";
}

int role_toc_level(enum role r)
{
	return r >= ROLE_TOC1 && r <= ROLE_TOC3 ? (int)(r - ROLE_TOC1) + 1 : 0;
}

bool role_is_title_of(enum role title, enum role label)
{
	return (label == ROLE_PART && title == ROLE_PART_TITLE) || (label == ROLE_CHAPTER && title == ROLE_CHAPTER_TITLE) ||
		(label == ROLE_SECTION && title == ROLE_SECTION_TITLE) || (label == ROLE_ANNEX && title == ROLE_ANNEX_TITLE);
}
