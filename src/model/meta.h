#ifndef MODEL_META_H
#define MODEL_META_H
/* The front matter of a draft, typed, after the office's constants (vanban.yaml) were laid under it.
 * Texts are in normal case as typed; the form prints them in capitals where it says so. */
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"
#include "base/viet.h"
#include "model/directive.h"
#include "model/waiver.h"

struct text { const char *s; struct pos pos; };            /* s NULL: not given */
struct texts { struct text *v; size_t n, cap; };

struct issuer { /* cơ quan ban hành */
	struct texts parents;   /* cơ quan chủ quản (one line each) */
	struct text name;       /* cơ quan ban hành */
	struct text abbr;       /* viết tắt: gives the code */
};

struct signer { /* người ký */
	struct texts titles;    /* quyền hạn, chức vụ: one line each, in order ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", …) */
	struct text name;       /* họ tên; NULL: to be filled in */
	struct text over_name;  /* chức danh khác, printed above the name */
	struct text role;       /* "thư ký", "chủ tọa" in minutes; NULL */
};

enum regime { REGIME_AUTO, REGIME_ND30, REGIME_PARTY }; /* thể thức */
enum urgency { URGENCY_NONE, URGENCY_KHAN, URGENCY_THUONG_KHAN, URGENCY_HOA_TOC }; /* độ khẩn */

struct choice { /* legal values asked for by the draft; 0 = the form's default. Ranges: nd30.md 1.1 */
	int body_hp;        /* cỡ chữ, half-points (26–28; Party 28–30) */
	int line_exact;     /* giãn dòng "chính xác 18pt": twips; 0 = not exact */
	double line_multiple; /* giãn dòng 1.0–1.5 lines; 0 = not given */
	int para_after;     /* cách đoạn, twips; -1 = not given, ≥ 120 */
	int indent;         /* lùi đầu dòng, twips: 567 or 720; 0 = default */
	int margin_top, margin_bottom, margin_left, margin_right; /* lề, twips; 0 = default */
	bool small_header;  /* 12/13/13 instead of 13/14/14: set by layout when the big set does not fit */
};

/* Where the values of choice stand, for findings. */
struct choice_pos { struct pos body, line, after, indent, top, bottom, left, right; };

struct meta {
	struct pos pos;             /* the "---" that opens the block */
	enum regime regime;         /* thể thức: nđ30, đảng */
	struct text kind;           /* loại, as typed */
	struct issuer *issuers;     /* one, or several of a joint document */
	size_t n_issuers, cap_issuers;
	struct text number;         /* số; NULL: blank slot */
	struct text symbol;         /* ký hiệu, whole ("TTr-SKHCN"); NULL: made from kind and abbreviations */
	struct text unit;           /* đơn vị soạn thảo, for công văn codes ("KGVX") */
	struct text place;          /* địa danh */
	struct date date; struct pos date_pos; /* ngày; parts may be 0 */
	struct text subject;        /* trích yếu */
	struct texts addressees;    /* kính gửi (Party tờ trình: kính trình) */
	struct texts recipients;    /* nơi nhận, lines without "- " and ";" */
	struct signer *signers;     /* one; several: left to right as typed, the lead body's last (ND30: right) */
	size_t n_signers, cap_signers;
	struct waivers waivers;     /* bỏ qua: rules of the checks silenced by the office, the draft, or at a place of it */
	struct directives cited;    /* viện dẫn: what "[@…]" may name, the draft's before the office's */
	struct texts bases;         /* căn cứ (each one paragraph), if given here rather than in the body */
	struct text authority;      /* thẩm quyền ban hành (decisions); NULL: made from the signer or the issuer */
	enum urgency urgency; struct pos urgency_pos;
	struct text circulation;    /* lưu hành: "Xem xong trả lại", "Lưu hành nội bộ" */
	struct text drafter;        /* người soạn thảo: ký hiệu */
	struct text copies;         /* số bản phát hành */
	struct texts contact;       /* địa chỉ …: the contact line, its parts in order */
	struct text draft_mark;     /* dự thảo: "có" → DỰ THẢO, or the words given ("lần 2") */
	struct text attached_note;  /* kèm theo */
	struct text signature_info; /* chữ ký số: text of the agency's digital signature, top right (form 2.2, 3.2) */
	struct choice choice;
	struct choice_pos choice_pos;
	bool landscape;             /* hướng: ngang */
	bool fit;                   /* trình bày: vừa trang */
	int toc;                    /* mục lục: levels of headings in the table of contents, 1–3; 0: none */
	struct pos toc_pos;
};

enum part_kind { PART_MAIN, PART_ANNEX /* phụ lục */, PART_ATTACHED /* văn bản kèm theo: quy chế … issued with a decision */,
	PART_COPY /* bản sao: SAO Y, SAO LỤC, TRÍCH SAO */ };
struct node;
struct part {
	enum part_kind kind;
	struct meta *meta;      /* subject holds the annex's title; kind the copied form's name for PART_COPY */
	struct text label;      /* số phụ lục as typed, or NULL: numbered by compose */
	struct node *section;   /* its body */
};
#endif
