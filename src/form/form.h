#ifndef FORM_FORM_H
#define FORM_FORM_H
/* The decrees as data, with their dates of validity: Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW (3/4/2018–26/5/2026),
 * Hướng dẫn 05-HD/VPTW (from 27/5/2026). Layout, writers and checks read the same table. */
#include "base/viet.h"
#include "model/doc.h"

enum form_id { FORM_ND30, FORM_HD36, FORM_HD05 };

struct form {
	enum form_id id;
	const char *name;              /* "Nghị định 30/2020/NĐ-CP" */
	struct date from, to;          /* validity; to.year 0: in force */
	bool party;
	/* separators and fixed words */
	const char *number_prefix;     /* "Số: " / "Số " */
	const char *text_end;          /* "./." / "." */
	const char *recipient_sep;     /* ";" / "," */
	const char *basis_mark;        /* "" / "- " */
	const char *addressee_label, *submit_label; /* "Kính gửi:" ; of a tờ trình: "Kính gửi:" / "Kính trình:" */
	bool annex_roman;
	/* ranges: twips, half-points */
	int body_hp_min, body_hp_max, body_hp;
	twip top_min, top_max, top, bottom_min, bottom_max, bottom, left_min, left_max, left, right_min, right_max, right;
	twip indent[2];                /* legal first-line indents; [0] is the default */
	twip para_after_min, para_after;
	twip line_exact_min, line_exact_max, line_exact; /* line_exact: default */
	double line_multiple_min, line_multiple_max;
	twip header_y;                 /* page number: top of its line from the page's edge */
};

/* The form for a regime and date (REGIME_AUTO is REGIME_ND30); a date without year counts as newest. */
const struct form *form_for(enum regime r, struct date d);
/* Fills out[ROLE_COUNT] with the styles of the form under the choice (0 = defaults). big: header set 13/14/14, else 12/13/13. */
void form_styles(const struct form *f, const struct choice *c, struct style out[ROLE_COUNT]);
/* Paper and margins of a section of A4 paper under the choice, the place of its page number; other fields are left as they are. */
void form_sheet(const struct form *f, const struct choice *c, bool landscape, struct section *out);
#endif
