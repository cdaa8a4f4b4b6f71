#ifndef MODEL_STYLE_H
#define MODEL_STYLE_H
/* Named paragraph styles. One enum for the form, the layout, the DOCX styles and the PDF tags. */
#include <stdbool.h>
#include <stdint.h>
#include "base/unit.h"

enum role {
	ROLE_BODY,            /* Nội dung */
	ROLE_BASIS,           /* Căn cứ */
	ROLE_ITEM,            /* khoản, điểm, gạch đầu dòng: same look as the body, own style */
	ROLE_NATION,          /* Quốc hiệu (Party: ĐẢNG CỘNG SẢN VIỆT NAM) */
	ROLE_MOTTO,           /* Tiêu ngữ */
	ROLE_PARENT,          /* Tên cơ quan chủ quản */
	ROLE_ISSUER,          /* Tên cơ quan ban hành */
	ROLE_STAR,            /* "*" under a Party issuer */
	ROLE_NUMBER,          /* Số, ký hiệu */
	ROLE_PLACE_DATE,      /* Địa danh, thời gian */
	ROLE_KIND,            /* Tên loại */
	ROLE_SUBJECT,         /* Trích yếu */
	ROLE_SUBJECT_LETTER,  /* Trích yếu công văn (V/v) */
	ROLE_HYPHENS,         /* "-----" under a Party subject */
	ROLE_RULE,            /* Đường kẻ: a drawn rule, centred */
	ROLE_ADDRESSEE,       /* Kính gửi: (one line, or the label) */
	ROLE_ADDRESSEE_ITEM,  /* - addressee; */
	ROLE_AUTHORITY,       /* Thẩm quyền ban hành */
	ROLE_RESOLVES,        /* QUYẾT ĐỊNH: / QUYẾT NGHỊ: */
	ROLE_PART,            /* Phần I */
	ROLE_PART_TITLE,
	ROLE_CHAPTER,         /* Chương I */
	ROLE_CHAPTER_TITLE,
	ROLE_SECTION,         /* Mục 1, Tiểu mục 1 */
	ROLE_SECTION_TITLE,
	ROLE_ARTICLE,         /* Điều 1. Title (whole line bold) */
	ROLE_ARTICLE_TEXT,    /* Điều 1. text: the label alone is bold (a run attribute) */
	ROLE_HEADING1,        /* "I. MỤC ĐÍCH" and "# …" */
	ROLE_HEADING2,        /* "## 1. …" */
	ROLE_HEADING3,        /* "### a) …" */
	ROLE_TITLE_CENTER,    /* centred title line inside the text */
	ROLE_SIGN_TITLE,      /* Quyền hạn, chức vụ người ký */
	ROLE_SIGN_POSITION,   /* Chức vụ (Party: not bold) */
	ROLE_SIGN_NOTE,       /* (Chữ ký), chức danh khác above the name */
	ROLE_SIGN_NAME,       /* Họ tên người ký */
	ROLE_RECIPIENTS,      /* Nơi nhận: */
	ROLE_RECIPIENT,       /* - recipient; */
	ROLE_ANNEX,           /* Phụ lục I */
	ROLE_ANNEX_TITLE,
	ROLE_ANNEX_NOTE,      /* (Kèm theo …) */
	ROLE_URGENCY,         /* HỎA TỐC in its box */
	ROLE_CIRCULATION,     /* XEM XONG TRẢ LẠI in its box */
	ROLE_DRAFT_MARK,      /* DỰ THẢO */
	ROLE_CONTACT,         /* Địa chỉ … */
	ROLE_SIGNATURE_INFO,  /* text of the agency's digital signature */
	ROLE_PAGE_NUMBER,     /* Số trang */
	ROLE_CELL,            /* text of a table */
	ROLE_CELL_HEAD,       /* header row of a table */
	ROLE_PICTURE,         /* line that holds a picture */
	ROLE_CAPTION,         /* caption under a picture */
	ROLE_FOOTNOTE,        /* Cước chú */
	ROLE_COPY_KIND,       /* SAO Y … */
	ROLE_ADDRESSEE_LABEL, /* Kính gửi: alone on its line, above several addressees */
	ROLE_TOC1,            /* Mục lục: entries of a table of contents, by level */
	ROLE_TOC2,
	ROLE_TOC3,
	ROLE_COUNT
};
/* Short English name of a role for dumps and messages to programs: "article-text"; "?" outside the enum. */
const char *role_name(enum role r);
/* Level of an entry of a table of contents, from 1; 0 of other roles. */
int role_toc_level(enum role r);
/* Whether a paragraph of the role title, standing after one of the role label, is its title: "Chương I", "QUY ĐỊNH CHUNG". */
bool role_is_title_of(enum role title, enum role label);

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY };
enum line_rule { LINE_EXACT /* line = height in twips */, LINE_MULTIPLE /* line = 240ths of a single line, as in w:spacing */ };
enum box { BOX_NONE, BOX_TOP /* a rule above the text */, BOX_ALL /* a frame */ };

/* Cells of bordered tables: room left and right of the text, above and below it; width of a border (DOCX sz=4). Tables
 * without borders (letterhead, signatures) have no room and no borders. */
#define CELL_PAD_X ((twip)108)
#define CELL_PAD_Y ((twip)40)
#define BORDER_W ((twip)10)

/* Room at the right end of an entry of a table of contents that is kept for the page's number. */
#define TOC_NUMBER_ROOM ((twip)680)

struct style {
	const char *id;        /* DOCX style id, ASCII: "NoiDung" */
	const char *name;      /* DOCX style name, Vietnamese: "Nội dung" */
	enum role based_on;    /* itself: based on nothing */
	int size_hp;           /* half-points */
	bool bold, italic, underline;
	bool red;              /* urgency stamp */
	enum align align;
	twip first_indent, left_indent, right_indent;
	twip space_before;     /* 0 but for ROLE_RULE, ROLE_NUMBER, ROLE_SIGN_NAME: see the traps of spacing */
	twip space_after;
	enum line_rule line_rule;
	int line;
	bool keep_next, keep_lines;
	int outline;           /* 0: none; 1–9 */
	enum box box;
	twip box_pad;          /* between text and frame above and below */
};
#endif
