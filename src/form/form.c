#include "form/form.h"

#include <stddef.h>

/* Figures in twips and half-points; nd30.md 1.1 and 5.2: 20 mm = 1134, 25 mm = 1417, 30 mm = 1701, 35 mm = 1984,
 * 15 mm = 850, 10 mm = 567, 12.7 mm = 720. */
static const struct form forms[] = {
	[FORM_ND30] = {
		.id = FORM_ND30, .name = "Nghị định 30/2020/NĐ-CP",
		.from = { 5, 3, 2020 }, .to = { 0, 0, 0 }, .party = false,
		.number_prefix = "Số: ", .text_end = "./.", .recipient_sep = ";", .basis_mark = "",
		.addressee_label = "Kính gửi:", .submit_label = "Kính gửi:", .annex_roman = true,
		.body_hp_min = 26, .body_hp_max = 28, .body_hp = 28,
		.top_min = 1134, .top_max = 1417, .top = 1134,
		.bottom_min = 1134, .bottom_max = 1417, .bottom = 1134,
		.left_min = 1701, .left_max = 1984, .left = 1701,
		.right_min = 850, .right_max = 1134, .right = 850,
		.indent = { 567, 720 }, .para_after_min = 120, .para_after = 120,
		/* Lines: from single to 1.5 (Phụ lục I, II.6.e). 1.5 lines of 14 pt are 24.1 pt, a single line of 13 pt is 14.9. */
		.line_exact_min = 299, .line_exact_max = 482, .line_exact = 360,
		.line_multiple_min = 1.0, .line_multiple_max = 1.5,
		.header_y = 567,
	},
	[FORM_HD36] = {
		.id = FORM_HD36, .name = "Hướng dẫn 36-HD/VPTW",
		.from = { 3, 4, 2018 }, .to = { 26, 5, 2026 }, .party = true,
		.number_prefix = "Số ", .text_end = ".", .recipient_sep = ",", .basis_mark = "- ",
		.addressee_label = "Kính gửi:", .submit_label = "Kính gửi:", .annex_roman = false,
		.body_hp_min = 28, .body_hp_max = 30, .body_hp = 28,
		.top_min = 1134, .top_max = 1134, .top = 1134,
		.bottom_min = 1134, .bottom_max = 1134, .bottom = 1134,
		.left_min = 1701, .left_max = 1701, .left = 1701,
		.right_min = 850, .right_max = 850, .right = 850,
		.indent = { 567, 567 }, .para_after_min = 120, .para_after = 120,
		/* "Exactly 18 pt or more", without a ceiling: two lines of 15 pt stand for it. */
		.line_exact_min = 360, .line_exact_max = 690, .line_exact = 360,
		.line_multiple_min = 0, .line_multiple_max = 0,
		.header_y = 567,
	},
	[FORM_HD05] = {
		.id = FORM_HD05, .name = "Hướng dẫn 05-HD/VPTW",
		.from = { 27, 5, 2026 }, .to = { 0, 0, 0 }, .party = true,
		.number_prefix = "Số ", .text_end = ".", .recipient_sep = ";", .basis_mark = "- ",
		.addressee_label = "Kính gửi:", .submit_label = "Kính trình:", .annex_roman = false,
		.body_hp_min = 28, .body_hp_max = 30, .body_hp = 28,
		.top_min = 1134, .top_max = 1134, .top = 1134,
		.bottom_min = 1134, .bottom_max = 1134, .bottom = 1134,
		.left_min = 1701, .left_max = 1701, .left = 1701,
		.right_min = 850, .right_max = 850, .right = 850,
		.indent = { 567, 567 }, .para_after_min = 120, .para_after = 120,
		.line_exact_min = 360, .line_exact_max = 440, .line_exact = 360,
		.line_multiple_min = 0, .line_multiple_max = 0,
		.header_y = 567,
	},
};

enum { A4_W = 11906, A4_H = 16838};

static twip or_default(int wanted, twip standard)
{
	return wanted > 0 ? wanted : standard;
}

/* Turned to landscape the sheet is bound at its top edge: the margins turn with it. */
void form_sheet(const struct form *f, const struct choice *c, bool landscape, struct section *out)
{
	twip top = or_default(c->margin_top, f->top), bottom = or_default(c->margin_bottom, f->bottom);
	twip left = or_default(c->margin_left, f->left), right = or_default(c->margin_right, f->right);

	out->landscape = landscape;
	out->header_y = f->header_y;
	out->page_w = landscape ? A4_H : A4_W;
	out->page_h = landscape ? A4_W : A4_H;
	out->top = landscape ? left : top;
	out->bottom = landscape ? right : bottom;
	out->left = landscape ? bottom : left;
	out->right = landscape ? top : right;
}

const struct form *form_for(enum regime r, struct date d)
{
	if (r != REGIME_PARTY)
		return &forms[FORM_ND30];
	if (d.year != 0 && viet_date_cmp(d, forms[FORM_HD05].from) < 0)
		return &forms[FORM_HD36];
	return &forms[FORM_HD05];
}
