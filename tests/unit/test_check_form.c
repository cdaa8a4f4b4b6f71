/* Each rule of form fires on a document that breaks it, says what a user reads, and no other rule fires besides. Since the program makes
 * form right by itself, sound documents are laid out and then changed: a style, a section, a text, a paragraph. */
#include "check_fixture.h"

#include "model/pages.h"

/* ---- sound documents ---- */

enum base { PLAN, LETTER, DECISION, PARTY, BASES };
static const char *const drafts[BASES] = {
	[PLAN] = "---\nloại: Kế hoạch\ncơ quan chủ quản: UBND tỉnh Hà Thanh\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nsố: 12\nđịa danh: Hà Thanh\nngày: 09/01/2026\n"
		"trích yếu: Tổ chức kiểm tra công vụ năm 2026\nnơi nhận: [UBND tỉnh, Sở Tài chính, \"Lưu: VT, TTr\"]\n"
		"người ký: {chức vụ: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC], họ tên: Trần Mộc Nguyên}\n---\n"
		"Thực hiện Quyết định số 05/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh về việc kiểm tra công vụ, Sở Nội vụ kiểm tra các cơ quan theo Phụ lục I và Phụ lục II.\n"
		"# I. MỤC ĐÍCH\n1. Nâng cao chất lượng:\na) Giao Sở Tài chính chủ trì bố trí kinh phí;\nb) Báo cáo kịp thời.\n2. Chấn chỉnh kỷ luật, kỷ cương.\n"
		"# II. THỰC HIỆN\nTrên đây là Kế hoạch kiểm tra công vụ./.\n\n---\nphụ lục: Danh sách cơ quan\n---\nNội dung thứ nhất.\n\n---\nphụ lục: Danh sách biểu mẫu\n---\nNội dung thứ hai.\n",
	[LETTER] = "---\nloại: Công văn\ncơ quan chủ quản: UBND tỉnh Hà Thanh\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nđơn vị soạn thảo: TCCC\nsố: 12\nđịa danh: Hà Thanh\n"
		"ngày: 09/01/2026\ntrích yếu: kiểm tra công vụ năm 2026\nđộ khẩn: khẩn\nkính gửi: [Sở Tài chính, Sở Y tế]\nnơi nhận: [Như trên, \"Lưu: VT, TCCC\"]\n"
		"địa chỉ: [\"Địa chỉ: Số 18 đường Sông Thanh\", \"Điện thoại: 0999 000 100\"]\nngười ký: {chức vụ: Giám đốc, họ tên: Trần Mộc Nguyên}\n---\n"
		"Sở Nội vụ đề nghị các cơ quan chuẩn bị hồ sơ để đoàn kiểm tra làm việc./.\n",
	[DECISION] = "---\nloại: Quyết định\ncơ quan ban hành: Ủy ban nhân dân xã An Lạc\nviết tắt: UBND\nsố: 12\nđịa danh: An Lạc\nngày: 09/01/2026\ntrích yếu: Về việc kiểm tra công vụ\n"
		"căn cứ:\n  - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025\n  - Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư\n"
		"nơi nhận: [Như Điều 2, \"Lưu: VT\"]\nngười ký: {chức vụ: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], họ tên: Trần Mộc Nguyên}\n---\n"
		"Điều 1. Kiểm tra công vụ năm 2026.\nĐiều 2. Các cơ quan chịu trách nhiệm thi hành Quyết định này./.\n",
	[PARTY] = "---\nthể thức: đảng\nloại: Tờ trình\ncơ quan chủ quản: Tỉnh uỷ Hà Thanh\ncơ quan ban hành: Ban Tuyên giáo và Dân vận\nviết tắt: BTGDVTU\nsố: 19\nđịa danh: Hà Thanh\n"
		"ngày: 08/7/2026\ntrích yếu: về công tác cán bộ năm 2026\nkính trình: [Ban Thường vụ Tỉnh uỷ]\nnơi nhận: [Như trên, Lưu Văn phòng Ban]\n"
		"người ký: {chức vụ: [K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN], họ tên: Nguyễn Hạ Lâm}\n---\n"
		"Ban kính trình Ban Thường vụ xem xét Phụ lục 1 và Phụ lục 2 kèm theo.\nTrên đây là Tờ trình của Ban.\n\n"
		"---\nphụ lục: Danh sách thứ nhất\n---\nNội dung thứ nhất.\n\n---\nphụ lục: Danh sách thứ hai\n---\nNội dung thứ hai.\n",
};

/* ---- changes ---- */

struct breach {
	const char *rule;
	enum base base;
	void (*change)(struct doc *d, struct pages *p, const struct breach *b);
	enum role role;           /* whose style or paragraph is changed */
	int value;
	const char *text;
	const char *says;         /* part of the message */
	int at;                   /* role of the paragraph that is pointed to; NOWHERE: the document, or a section of it */
	const char *also;         /* another rule that this breaks, too */
};
enum { NOWHERE = -1 };

static struct node *nth(struct doc *d, enum role r, int k)
{
	for (struct node *n = d->root; n; n = doc_walk(d->root, n))
		if (n->kind == NODE_PARA && n->u.para.role == r && k-- == 0)
			return n;
	fail_msg("no paragraph of the role %s", role_name(r));
	return NULL;
}

/* The first; counted from 0 by value; the last where it is LAST. */
enum { LAST = 50 };
static struct node *which(struct doc *d, const struct breach *b)
{
	struct node *it = nth(d, b->role, 0);
	for (struct node *n = it; b->value == LAST && n; n = doc_walk(d->root, n))
		if (n->kind == NODE_PARA && n->u.para.role == b->role)
			it = n;
	return b->value > 0 && b->value < LAST ? nth(d, b->role, b->value) : it;
}

#define CHANGE(name) static void name(struct doc *d, struct pages *p, const struct breach *b)
CHANGE(text) { (void)p; struct node *n = which(d, b); n->u.para.n_runs = 1; n->u.para.runs[0].kind = RUN_TEXT; n->u.para.runs[0].text = b->text; }
CHANGE(drop) { (void)p; doc_detach(which(d, b)); }
CHANGE(drop_rule) { (void)p; struct node *n = which(d, b)->next; assert_int_equal(n->u.para.role, ROLE_RULE); doc_detach(n); }
CHANGE(share) { (void)p; nth(d, b->role, 0)->next->u.para.rule_share = b->value / 100.0; }
CHANGE(align) { (void)p; nth(d, b->role, 0)->u.para.align = (int8_t)b->value; }
CHANGE(size) { (void)d; p->styles[b->role].size_hp = b->value; }
CHANGE(bold) { (void)d; p->styles[b->role].bold = b->value; }
CHANGE(italic) { (void)d; p->styles[b->role].italic = b->value; }
CHANGE(underline) { (void)d; p->styles[b->role].underline = b->value; }
CHANGE(red) { (void)d; p->styles[b->role].red = true; }
CHANGE(boxless) { (void)d; p->styles[b->role].box = BOX_NONE; }
CHANGE(indent) { (void)d; p->styles[b->role].first_indent = b->value; }
CHANGE(after) { (void)d; p->styles[b->role].space_after = b->value; }
CHANGE(exact) { (void)d; p->styles[b->role].line_rule = LINE_EXACT; p->styles[b->role].line = b->value; }
CHANGE(multiple) { (void)d; p->styles[b->role].line_rule = LINE_MULTIPLE; p->styles[b->role].line = b->value; }
CHANGE(letter_paper) { (void)p; (void)b; d->root->first->u.section.page_w = 12240; d->root->first->u.section.page_h = 15840; }
CHANGE(top) { (void)p; d->root->first->u.section.top = b->value; }
CHANGE(bottom) { (void)p; d->root->first->u.section.bottom = b->value; }
CHANGE(left) { (void)p; d->root->first->u.section.left = b->value; }
CHANGE(right) { (void)p; d->root->first->u.section.right = b->value; }
CHANGE(number_left) { (void)p; (void)b; d->root->first->u.section.header->first->u.para.align = ALIGN_LEFT; }
CHANGE(number_everywhere) { (void)p; (void)b; d->root->first->u.section.hide_first = false; }
CHANGE(number_on) { (void)p; (void)b; d->root->last->u.section.restart = false; }
CHANGE(numberless) { (void)p; (void)b; for (struct node *s = d->root->first; s; s = s->next) s->u.section.header = NULL; }
CHANGE(two_lines) { p->paras[nth(d, b->role, 0)->id].n_lines = 2; }
CHANGE(label_upright) { (void)p; nth(d, b->role, 0)->u.para.runs[0].attrs = 0; }
CHANGE(width) { (void)p; nth(d, b->role, 0)->u.para.rule_width = b->value; }
CHANGE(contact_again) { (void)p; (void)b; doc_add(d, d->root, NODE_SECTION, d->root->first->pos)->u.section = d->root->first->u.section; }
CHANGE(kind) { (void)p; d->meta->kind.s = b->text; }
CHANGE(long_value) { (void)p; (void)b; d->meta->symbol = (struct text){"KH-SNVHATHANHSNVHATHANHSNVHATHANH", {"t.md", 6, 1}}; }
CHANGE(long_subject) { (void)p; struct run *r = &nth(d, b->role, 0)->u.para.runs[0]; char *s = memset(arena_alloc(d->arena, 502), 'a', 501); *s = 'A'; r->text = s; }
CHANGE(issuer) { (void)p; d->meta->issuers[0].name.s = b->text; }
CHANGE(long_number) { (void)p; (void)b; d->meta->number.s = "123456789012"; }
CHANGE(long_recipient) { (void)p; (void)b; d->meta->recipients.v[0].s = memset(arena_alloc(d->arena, 202), 'a', 201); }

/* Another paragraph behind the first of a role. */
CHANGE(again)
{
	struct node *n = nth(d, b->role, 0), *more = doc_add(d, NULL, NODE_PARA, n->pos);
	more->generated = true;
	more->u.para.role = b->role;
	doc_run(d, more, RUN_TEXT, b->text, 0);
	doc_insert(n->parent, n->next, more);
	(void)p;
}

/* A paragraph of another role behind the first of b->role, to stand where it never does. */
CHANGE(foreign_role)
{
	again(d, p, b);
	nth(d, b->role, 0)->next->u.para.role = (enum role)b->value;
}

/* All addressees go. */
CHANGE(addressless)
{
	(void)p;
	for (struct node *n = doc_walk(d->root, d->root), *next; n; n = next) {
		next = (struct node *)doc_walk(d->root, n);
		enum role r = n->kind == NODE_PARA ? n->u.para.role : ROLE_BODY;
		if (r == ROLE_ADDRESSEE || r == ROLE_ADDRESSEE_ITEM || r == ROLE_ADDRESSEE_LABEL)
			doc_detach(n);
	}
	(void)b;
}

/* The end of a line falls inside "1234". */
CHANGE(parted)
{
	static const char digits[] = "1234";
	for (size_t i = 1; i < p->v[0].n_items; i++) {
		struct item *x = &p->v[0].items[i - 1], *y = &p->v[0].items[i];
		if (x->kind != ITEM_TEXT || y->kind != ITEM_TEXT || x->node != y->node || x->node->u.para.role != b->role || !y->line_start)
			continue;
		x->text = digits;
		y->text = digits + 2;
		x->text_len = y->text_len = 2;
		return;
	}
	fail_msg("no line ends inside a paragraph");
	(void)d;
}

static const struct breach breaches[] = {
	{"N01", PLAN, letter_paper, 0, 0, NULL, "the paper is 216 × 279 mm; use A4", NOWHERE, NULL},
	{"N02", PLAN, top, 0, 567, NULL, "the margin “lề trên” is 10.0 mm; choose from 20.0 to 25.0 mm", NOWHERE, NULL},
	{"N02", PLAN, bottom, 0, 1701, NULL, "“lề dưới” is 30.0 mm", NOWHERE, NULL},
	{"N02", PLAN, left, 0, 1418, NULL, "“lề trái” is 25.0 mm; choose from 30.0 to 35.0 mm", NOWHERE, NULL},
	{"N02", PLAN, right, 0, 1418, NULL, "“lề phải” is 25.0 mm; choose from 15.0 to 20.0 mm", NOWHERE, NULL},
	{"N03", PLAN, red, ROLE_BODY, 0, NULL, "is red; all but the mark of urgency is black", NOWHERE, NULL},
	{"N04", PLAN, text, ROLE_BODY, LAST, "N\xE2\x80\x8B\xE1\xBB\x99i dung.", "the character U+200B is hidden", ROLE_BODY, NULL},
	{"N05", PLAN, number_left, 0, 0, NULL, "the page number is not centred", NOWHERE, NULL},
	{"N05", PLAN, size, ROLE_PAGE_NUMBER, 22, NULL, "the page number is 11 pt; set it in 13 or 14 pt", NOWHERE, NULL},
	{"N05", PLAN, number_everywhere, 0, 0, NULL, "page 1 shows its number", NOWHERE, NULL},
	{"N05", PLAN, number_on, 0, 0, NULL, "number each annex from 1", NOWHERE, NULL},
	{"N05", PLAN, numberless, 0, 0, NULL, "the pages have no numbers", NOWHERE, NULL},
	{"N06", PLAN, size, ROLE_BODY, 24, NULL, "the text is 12 pt; choose from 13 to 14 pt", NOWHERE, NULL},
	{"N06", PLAN, size, ROLE_HEADING1, 32, NULL, "is 16 pt, the text 14 pt; set all text in one size", NOWHERE, NULL},
	{"N07", PLAN, size, ROLE_MOTTO, 26, NULL, "are 13, 13, 14 pt; use 13/14/14 or 12/13/13", NOWHERE, NULL},
	{"N08", PLAN, indent, ROLE_BODY, 0, NULL, "the first line is indented by 0.0 mm; use 10 or 12.7 mm", NOWHERE, NULL},
	{"N08", PLAN, align, ROLE_BODY, ALIGN_LEFT, NULL, "the paragraph is not justified", ROLE_BODY, NULL},
	{"N09", PLAN, after, ROLE_BODY, 60, NULL, "paragraphs stand 3 pt apart; leave at least 6 pt", NOWHERE, NULL},
	{"N09", PLAN, multiple, ROLE_BODY, 480, NULL, "lines stand 2.00 lines apart; choose from single to 1.5 lines", NOWHERE, NULL},
	{"N09", PLAN, exact, ROLE_BODY, 200, NULL, "lines stand exactly 10 pt apart", NOWHERE, NULL},
	{"N10", PLAN, text, ROLE_BODY, LAST, " ", "an empty paragraph makes room", ROLE_BODY, NULL},
	/* letterhead */
	{"N11", PLAN, text, ROLE_NATION, 0, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM!", "Quốc hiệu reads “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”", ROLE_NATION, NULL},
	{"N11", PLAN, text, ROLE_MOTTO, 0, "Độc lập – Tự do – Hạnh phúc", "Tiêu ngữ reads “Độc lập - Tự do - Hạnh phúc”", ROLE_MOTTO, NULL},
	{"N11", PLAN, drop, ROLE_MOTTO, 0, NULL, "Quốc hiệu or Tiêu ngữ is missing", NOWHERE, NULL},
	{"N11", PLAN, bold, ROLE_NATION, 0, NULL, "are bold; set them in bold", ROLE_NATION, NULL},
	{"N11", PLAN, two_lines, ROLE_MOTTO, 0, NULL, "takes more than one line", ROLE_NATION, NULL},
	{"N12", PLAN, drop_rule, ROLE_MOTTO, 0, NULL, "no rule is drawn under Tiêu ngữ", ROLE_MOTTO, NULL},
	{"N12", PLAN, share, ROLE_MOTTO, 50, NULL, "has 50 % of the line's length", ROLE_MOTTO, NULL},
	{"N13", PLAN, text, ROLE_ISSUER, 0, "Sở Nội vụ", "the issuing body is not in capitals", ROLE_ISSUER, "N61"},
	{"N13", PLAN, text, ROLE_PARENT, 0, "UBND tỉnh Hà Thanh", "the superior body is not in capitals", ROLE_PARENT, NULL},
	{"N13", PLAN, drop, ROLE_ISSUER, 0, NULL, "the issuing body is missing", NOWHERE, NULL},
	{"N13", PLAN, bold, ROLE_ISSUER, 0, NULL, "the issuing body is bold, in 12 or 13 pt", ROLE_ISSUER, NULL},
	{"N13", PLAN, size, ROLE_PARENT, 28, NULL, "the superior body is upright and not bold, in 12 or 13 pt", ROLE_PARENT, NULL},
	{"N14", PLAN, drop_rule, ROLE_ISSUER, 0, NULL, "no rule is drawn under the issuing body", ROLE_ISSUER, NULL},
	{"N14", PLAN, share, ROLE_ISSUER, 90, NULL, "has 90 % of its length; draw a third to half", ROLE_ISSUER, NULL},
	{"N15", DECISION, text, ROLE_ISSUER, 0, "UBND XÃ AN LẠC", "the issuing body's own name is abbreviated", ROLE_ISSUER, NULL},
	{"N16", PLAN, text, ROLE_NUMBER, 0, "Số 12/KH-SNV", "the number begins with “Số: ”", ROLE_NUMBER, NULL},
	{"N16", PLAN, text, ROLE_NUMBER, 0, "Số: 5/KH-SNV", "numbers below 10 have a 0 before them", ROLE_NUMBER, NULL},
	{"N16", PLAN, text, ROLE_NUMBER, 0, "Số: 12 /KH-SNV", "a space or a sign stands between the number and “/”", ROLE_NUMBER, NULL},
	{"N16", PLAN, text, ROLE_NUMBER, 0, "Số: 12/KH - SNV", "no space stands around “/” and “-”", ROLE_NUMBER, "N17"},
	{"N16", PLAN, text, ROLE_NUMBER, 0, "Số: 12-KH", "a “/” parts the number from the symbol", ROLE_NUMBER, NULL},
	{"N17", PLAN, text, ROLE_NUMBER, 0, "Số: 12/BC-SNV", "the letters of the number are not “KH”, those of Kế hoạch", ROLE_NUMBER, NULL},
	{"N18", LETTER, text, ROLE_NUMBER, 0, "Số: 12/BC-SNV", "a công văn has no letters of a kind in its number; leave “BC-” out", ROLE_NUMBER, NULL},
	{"N18", LETTER, text, ROLE_NUMBER, 0, "Số: 12/SNV", "names the body and the unit that drafts", ROLE_NUMBER, NULL},
	{"N19", PLAN, text, ROLE_NUMBER, 0, "Số: 12/KH-STC", "the number does not hold “SNV”", ROLE_NUMBER, NULL},
	{"N20", PLAN, italic, ROLE_PLACE_DATE, 0, NULL, "place and date are not in italics", ROLE_PLACE_DATE, NULL},
	{"N20", PLAN, text, ROLE_PLACE_DATE, 0, "Hà Thanh ngày 09 tháng 01 năm 2026", "write it so, with the comma", ROLE_PLACE_DATE, NULL},
	{"N20", PLAN, text, ROLE_PLACE_DATE, 0, "Hà Thanh, ngày  09 tháng 01 năm 2026", "two spaces stand in the date", ROLE_PLACE_DATE, NULL},
	{"N20", PLAN, text, ROLE_PLACE_DATE, 0, "Hà Thanh, ngày 31 tháng 02 năm 2026", "this day does not exist", ROLE_PLACE_DATE, NULL},
	{"N20", PLAN, text, ROLE_PLACE_DATE, 0, "Hà Thanh, ngày 9 tháng 01 năm 2026", "days below 10 and the months 1 and 2 have a 0", ROLE_PLACE_DATE, NULL},
	{"N21", PLAN, text, ROLE_ANNEX_NOTE, 0, "(Kèm theo Kế hoạch số 12/KH-SNV ngày 09 tháng 01 năm 2025 của Sở Nội vụ)", "the annex gives 1/2025 as the document's date, the document itself 1/2026", ROLE_ANNEX_NOTE, NULL},
	{"N22", PLAN, text, ROLE_KIND, 0, "Kế hoạch", "the name of the kind is in bold capitals", ROLE_KIND, NULL},
	{"N22", PLAN, bold, ROLE_KIND, 0, NULL, "the name of the kind is in bold capitals", ROLE_KIND, NULL},
	{"N22", PLAN, bold, ROLE_SUBJECT, 0, NULL, "the subject is bold", ROLE_SUBJECT, NULL},
	{"N22", PLAN, text, ROLE_SUBJECT, 0, "về kiểm tra công vụ", "the subject begins with a small letter", ROLE_SUBJECT, NULL},
	{"N22", PLAN, drop_rule, ROLE_SUBJECT, 0, NULL, "no rule is drawn under the subject", ROLE_SUBJECT, NULL},
	{"N22", PLAN, share, ROLE_SUBJECT, 100, NULL, "has 100 % of its length", ROLE_SUBJECT, NULL},
	{"N23", LETTER, text, ROLE_SUBJECT_LETTER, 0, "Kiểm tra công vụ", "a công văn has “V/v …” under its number", ROLE_SUBJECT_LETTER, NULL},
	{"N23", LETTER, drop, ROLE_SUBJECT_LETTER, 0, NULL, "a công văn has “V/v …” under its number", NOWHERE, NULL},
	{"N23", LETTER, foreign_role, ROLE_SUBJECT_LETTER, ROLE_KIND, "CÔNG VĂN", "a công văn bears no name of a kind", ROLE_KIND, NULL},
	{"N23", PLAN, drop, ROLE_KIND, 0, NULL, "the name of the kind is missing", NOWHERE, NULL},
	{"N23", PLAN, foreign_role, ROLE_NUMBER, ROLE_SUBJECT_LETTER, "V/v kiểm tra công vụ", "“V/v” belongs to a công văn alone", ROLE_SUBJECT_LETTER, NULL},
	{"N24", PLAN, text, ROLE_SUBJECT, 0, "Kiểm tra công vụ.", "the subject ends with a full stop", ROLE_SUBJECT, NULL},
	{"N24", PLAN, long_subject, ROLE_SUBJECT, 0, NULL, "the subject has more than 500 characters", ROLE_SUBJECT, NULL},
	/* text */
	{"N25", DECISION, italic, ROLE_BASIS, 0, NULL, "the grounds are not in italics", ROLE_BASIS, NULL},
	{"N25", DECISION, text, ROLE_BASIS, 0, "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024.", "a ground that others follow does not end with “;”", ROLE_BASIS, NULL},
	{"N25", DECISION, text, ROLE_BASIS, LAST, "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024", "the last ground has no mark at its end", ROLE_BASIS, NULL},
	{"N25", DECISION, text, ROLE_BASIS, LAST, "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", "the last ground ends with “;”; end it with “.”", ROLE_BASIS, NULL},
	{"N37", DECISION, text, ROLE_ARTICLE_TEXT, 0, "Điều 1: Kiểm tra công vụ năm 2026.", "the number of an article ends with a full stop", ROLE_ARTICLE_TEXT, NULL},
	{"N37", DECISION, label_upright, ROLE_ARTICLE_TEXT, 0, NULL, "the number of an article is bold", ROLE_ARTICLE_TEXT, NULL},
	{"N37", PLAN, text, ROLE_ITEM, 0, "1) Nâng cao chất lượng:", "a number ends with a full stop", ROLE_ITEM, NULL},
	{"N37", PLAN, text, ROLE_ITEM, 1, "a. Giao Sở Tài chính chủ trì bố trí kinh phí;", "a letter ends with a bracket", ROLE_ITEM, NULL},
	{"N52", PLAN, parted, ROLE_BODY, 0, NULL, "a number is parted by the end of a line", ROLE_BODY, NULL},
	/* end */
	{"N55", LETTER, addressless, 0, 0, NULL, "“Kính gửi” is missing", NOWHERE, NULL},
	{"N55", LETTER, text, ROLE_ADDRESSEE_ITEM, 0, "Sở Tài chính;", "each of several addressees begins with “- ”", ROLE_ADDRESSEE_ITEM, NULL},
	{"N55", LETTER, text, ROLE_ADDRESSEE_ITEM, 0, "- Sở Tài chính,", "each addressee but the last ends with “;”", ROLE_ADDRESSEE_ITEM, NULL},
	{"N55", LETTER, text, ROLE_ADDRESSEE_ITEM, LAST, "- Sở Y tế;", "the last of several addressees ends with “.”", ROLE_ADDRESSEE_ITEM, NULL},
	{"N55", LETTER, drop, ROLE_ADDRESSEE_ITEM, 0, NULL, "one addressee stands on the line of “Kính gửi:”", ROLE_ADDRESSEE_ITEM, NULL},
	{"N56", LETTER, text, ROLE_RECIPIENT, 0, "- Văn phòng Sở;", "with “Kính gửi” the first recipient is “- Như trên;”", ROLE_RECIPIENT, NULL},
	{"N56", DECISION, text, ROLE_RECIPIENT, 0, "- Văn phòng Ủy ban nhân dân;", "the first recipient of a decision is “- Như Điều …;”", ROLE_RECIPIENT, NULL},
	{"N57", PLAN, size, ROLE_RECIPIENTS, 28, NULL, "“Nơi nhận:” is 12 pt, bold and in italics", ROLE_RECIPIENTS, NULL},
	{"N57", PLAN, italic, ROLE_RECIPIENTS, 0, NULL, "“Nơi nhận:” is 12 pt, bold and in italics", ROLE_RECIPIENTS, NULL},
	{"N57", PLAN, size, ROLE_RECIPIENT, 26, NULL, "the list of recipients is 11 pt", ROLE_RECIPIENTS, NULL},
	{"N57", PLAN, text, ROLE_RECIPIENT, 0, "UBND tỉnh;", "each recipient begins with “- ”", ROLE_RECIPIENT, NULL},
	{"N57", PLAN, text, ROLE_RECIPIENT, 0, "- UBND tỉnh,;", "a mark is too many behind the recipient", ROLE_RECIPIENT, NULL},
	{"N57", PLAN, text, ROLE_RECIPIENT, 0, "- UBND tỉnh,", "each recipient but the last ends with “;”", ROLE_RECIPIENT, NULL},
	{"N58", PLAN, text, ROLE_RECIPIENT, LAST, "- Văn phòng Sở.", "the last recipient is “- Lưu: VT, <unit>.”", ROLE_RECIPIENT, NULL},
	{"N58", PLAN, text, ROLE_RECIPIENT, LAST, "- Lưu: TTr.", "the line “Lưu” names the office's clerk", ROLE_RECIPIENT, NULL},
	{"N58", PLAN, text, ROLE_RECIPIENT, LAST, "- Lưu: VT, TTr", "the last recipient ends with “.”", ROLE_RECIPIENT, NULL},
	{"N59", PLAN, drop, ROLE_RECIPIENT, 1, NULL, "Sở Tài chính", ROLE_ITEM, NULL},
	{"N60", PLAN, text, ROLE_SIGN_TITLE, 0, "KT GIÁM ĐỐC", "is written with a full stop: TM., KT., TL., TUQ., Q.", ROLE_SIGN_TITLE, NULL},
	{"N60", PLAN, text, ROLE_SIGN_TITLE, 0, "KT.GIÁM ĐỐC", "a space follows “KT.”", ROLE_SIGN_TITLE, NULL},
	{"N60", PLAN, text, ROLE_SIGN_TITLE, LAST, "TRƯỞNG PHÒNG", "under “KT.” stands the title of a deputy", ROLE_SIGN_TITLE, NULL},
	{"N60", DECISION, text, ROLE_SIGN_TITLE, 0, "TM. CHỦ TỊCH", "“TM.” stands before the name of a collective", ROLE_SIGN_TITLE, NULL},
	{"N61", PLAN, text, ROLE_SIGN_TITLE, 0, "KT. BỘ TRƯỞNG", "“BỘ TRƯỞNG” is no head of “SỞ NỘI VỤ”", ROLE_SIGN_TITLE, NULL},
	{"N62", PLAN, text, ROLE_SIGN_NAME, 0, "TS. Trần Mộc Nguyên", "no rank or degree stands before the signer's name", ROLE_SIGN_NAME, NULL},
	{"N62", PLAN, bold, ROLE_SIGN_NAME, 0, NULL, "the signer's name is bold", ROLE_SIGN_NAME, NULL},
	{"N65", PLAN, text, ROLE_ANNEX, 0, "PHỤ LỤC I", "“Phụ lục” is in small letters", ROLE_ANNEX, NULL},
	{"N65", PLAN, text, ROLE_ANNEX_TITLE, 0, "Danh sách cơ quan", "the title of the annex is in capitals", ROLE_ANNEX_TITLE, NULL},
	{"N65", PLAN, text, ROLE_ANNEX_NOTE, 0, "Kèm theo Kế hoạch số 12/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ", "stands in brackets", ROLE_ANNEX_NOTE, NULL},
	{"N65", PLAN, text, ROLE_ANNEX_NOTE, 0, "(Kèm theo Quyết định số 12/QĐ-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ)", "names another kind than the document", ROLE_ANNEX_NOTE, NULL},
	{"N66", LETTER, again, ROLE_URGENCY, 0, "KHẨN", "two marks of urgency stand on the document", ROLE_URGENCY, NULL},
	{"N66", LETTER, width, ROLE_URGENCY, 2268, NULL, "the box of “KHẨN” is 20 × 8 mm; it is 40.0 mm wide", ROLE_URGENCY, NULL},
	{"N66", LETTER, text, ROLE_URGENCY, 0, "GẤP", "the marks of urgency are KHẨN, THƯỢNG KHẨN and HỎA TỐC", ROLE_URGENCY, NULL},
	{"N68", LETTER, size, ROLE_CONTACT, 28, NULL, "the contact line is 14 pt; set it in 11 or 12 pt", NOWHERE, NULL},
	{"N68", LETTER, boxless, ROLE_CONTACT, 0, NULL, "a rule stands above the contact line", NOWHERE, NULL},
	{"N68", LETTER, contact_again, 0, 0, NULL, "the contact line stands on page 1 alone", NOWHERE, NULL},
	{"N70", PLAN, long_value, 0, 0, NULL, "“ký hiệu” has 33 characters, the exchange of documents takes 30", NOWHERE, NULL},
	{"N70", PLAN, long_number, 0, 0, NULL, "“số” has 12 characters", NOWHERE, NULL},
	{"N70", PLAN, long_recipient, 0, 0, NULL, "“nơi nhận” has 201 characters", NOWHERE, NULL},
	/* documents of the Party */
	{"D01", PARTY, text, ROLE_NATION, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bears “ĐẢNG CỘNG SẢN VIỆT NAM”, no Quốc hiệu", ROLE_NATION, NULL},
	{"D01", PARTY, drop, ROLE_NATION, 0, NULL, "“ĐẢNG CỘNG SẢN VIỆT NAM” is missing", NOWHERE, NULL},
	{"D01", PARTY, drop_rule, ROLE_NATION, 0, NULL, "no rule is drawn under the title of the Party", ROLE_NATION, NULL},
	{"D01", PARTY, drop, ROLE_STAR, 0, NULL, "an asterisk stands under the issuing body", ROLE_ISSUER, NULL},
	{"D01", PARTY, foreign_role, ROLE_ISSUER, ROLE_MOTTO, "Độc lập - Tự do - Hạnh phúc", "a document of the Party has no Tiêu ngữ", ROLE_MOTTO, "D10"},
	{"D02", PARTY, left, 0, 1984, NULL, "the margins are 20, 20, 30 and 15 mm", NOWHERE, NULL},
	{"D03", PARTY, text, ROLE_NUMBER, 0, "Số: 19-TTr/BTGDVTU", "no colon follows “Số”", ROLE_NUMBER, NULL},
	{"D03", PARTY, text, ROLE_NUMBER, 0, "Số 19/TTr-BTGDVTU", "the number reads “Số 06-CT/TU”", ROLE_NUMBER, NULL},
	{"D04", PARTY, text, ROLE_HYPHENS, 0, "---", "five hyphens stand under the subject", ROLE_SUBJECT, NULL},
	{"D04", PARTY, text, ROLE_SUBJECT, 0, "Về công tác cán bộ", "the subject begins with a small letter in documents of the Party", ROLE_SUBJECT, NULL},
	{"D05", PARTY, size, ROLE_BODY, 26, NULL, "the text is 13 pt; choose from 14 to 15 pt", NOWHERE, "N06"},
	{"D05", PARTY, multiple, ROLE_BODY, 288, NULL, "lines stand exactly 18 to 22 pt apart in documents of the Party", NOWHERE, NULL},
	{"D05", PARTY, indent, ROLE_BODY, 720, NULL, "the first line is indented by 12.7 mm; use 10 mm", NOWHERE, NULL},
	{"D05", PARTY, text, ROLE_BODY, 1, "Trên đây là Tờ trình của Ban./.", "a text of the Party ends with “.”, not with “./.”", ROLE_BODY, NULL},
	{"D05", PARTY, text, ROLE_BODY, 1, "Trên đây là Tờ trình của Ban", "the text does not end with a full stop", ROLE_BODY, NULL},
	{"D06", PARTY, text, ROLE_SIGN_TITLE, 0, "KT. TRƯỞNG BAN", "is written T/M, K/T, T/L in documents of the Party", ROLE_SIGN_TITLE, "D10"},
	{"D06", PARTY, bold, ROLE_SIGN_POSITION, 1, NULL, "the title of the signer is not bold", NOWHERE, NULL},
	{"D06", PARTY, text, ROLE_ISSUER, 0, "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "nobody signs K/T for a collective or a steering committee", ROLE_SIGN_TITLE, NULL},
	{"D07", PARTY, underline, ROLE_RECIPIENTS, 0, NULL, "“Nơi nhận:” is 14 pt and underlined, the list 12 pt", ROLE_RECIPIENTS, NULL},
	{"D07", PARTY, text, ROLE_RECIPIENT, 0, "- Như trên,", "each recipient but the last ends with “;”", ROLE_RECIPIENT, NULL},
	{"D07", PARTY, text, ROLE_RECIPIENT, LAST, "- Lãnh đạo Ban.", "the last recipient is “- Lưu <office>.”", ROLE_RECIPIENT, NULL},
	{"D07", PARTY, text, ROLE_RECIPIENT, LAST, "- Lưu: VT.", "without colon and VT", ROLE_RECIPIENT, NULL},
	{"D08", PARTY, text, ROLE_ADDRESSEE, 0, "Kính gửi: Ban Thường vụ Tỉnh uỷ", "the addressees follow “Kính trình:”", ROLE_ADDRESSEE, NULL},
	{"D08", PARTY, addressless, 0, 0, NULL, "“Kính trình:” is missing", NOWHERE, NULL},
	{"D09", PARTY, text, ROLE_ANNEX, 0, "Phụ lục I", "annexes of the Party are numbered with Arabic figures", ROLE_ANNEX, NULL},
	{"D10", PLAN, text, ROLE_SIGN_TITLE, 0, "K/T GIÁM ĐỐC", "a mark of the other form stands in this document", ROLE_SIGN_TITLE, "N60"},
	{"D10", PLAN, issuer, 0, 0, "Đảng ủy xã An Lạc", "a body of the Party issues the document in the form of the State", ROLE_ISSUER, NULL},
	{"D11", PARTY, kind, 0, 0, "Công điện", "the Party has no kind “Công điện”", NOWHERE, NULL},
};

/* ---- judging ---- */

static const struct check_report *judge_changed(const struct breach *b, enum base base)
{
	static struct check_report report;
	static struct diag g;
	struct job j = {.draft = "t.md", .text = drafts[base], .n_text = strlen(drafts[base])};
	struct arena *a = press_begin(press, &g);
	struct doc *d = press_read(press, &j, &g);
	assert_non_null(d);
	struct pages *p = press_layout(press, d, false, &g);
	assert_non_null(p);
	if (b)
		b->change(d, p, b);
	struct check_input in = {d, p, NULL, 0, LEVEL_INFO};
	check_document(a, &in, &report);
	return &report;
}

static bool expected(const struct breach *b, const char *rule)
{
	return !strcmp(rule, b->rule) || (b->also && !strcmp(b->also, rule));
}

static const struct check_finding *that_says(const struct check_report *r, const struct breach *b)
{
	for (size_t i = 0; i < r->n; i++)
		if (!strcmp(r->v[i].rule->id, b->rule) && strstr(r->v[i].text, b->says))
			return &r->v[i];
	return NULL;
}

static void a_breach_of_form_is_told_with_its_place(void **state)
{
	size_t wrong = 0;
	(void)state;
	for (size_t i = 0; i < sizeof breaches / sizeof *breaches; i++) {
		const struct breach *b = &breaches[i];
		const struct check_report *r = judge_changed(b, b->base);
		const struct check_finding *f = that_says(r, b);
		for (size_t k = 0; k < r->n; k++)
			if (!expected(b, r->v[k].rule->id))
				print_error("%s (row %zu): %s fires, too: %s “%s”\n", b->rule, i, r->v[k].rule->id, r->v[k].text, r->v[k].quote), wrong++;
		if (b->also && !found(r, b->also))
			print_error("%s (row %zu): %s does not fire\n", b->rule, i, b->also), wrong++;
		if (!f) {
			print_error("%s (row %zu) does not say “%s”: %s\n", b->rule, i, b->says, first_of(r, b->rule) ? first_of(r, b->rule)->text : "nothing"), wrong++;
			continue;
		}
		int at = f->node && f->node->kind == NODE_PARA ? (int)f->node->u.para.role : NOWHERE;
		if (at != b->at)
			print_error("%s (row %zu) points to %s\n", b->rule, i, at < 0 ? "the document" : role_name((enum role)at)), wrong++;
		if (!f->pos.line)
			print_error("%s (row %zu) has no place\n", b->rule, i), wrong++;
		assert_int_equal(verdict_of(r, b->rule), VERDICT_FAIL);
	}
	assert_int_equal(wrong, 0);
}

/* Rules that have nothing to look at in a sound document; all others pass. */
static const struct { enum base base; const char *not_evaluated; } verdicts[] = {
	{PLAN, "N18 N25 N26 N31 N32 N42 N44 N51 N55 N56 N63 N66 N68"},
	{LETTER, "N17 N21 N22 N25 N26 N27 N28 N29 N30 N31 N32 N34 N35 N36 N37 N38 N39 N42 N44 N45 N48 N50 N51 N52 N59 N63 N64 N65"},
	{DECISION, "N18 N21 N26 N27 N31 N32 N35 N36 N38 N39 N42 N44 N51 N55 N59 N63 N64 N65 N66 N68"},
	{PARTY, "N25 N26 N27 N28 N29 N30 N31 N32 N34 N35 N36 N37 N38 N39 N42 N44 N51 D12"},
};

static void sound_documents_pass_or_say_why_not(void **state)
{
	size_t wrong = 0;
	(void)state;
	for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
		const struct check_report *r = judge_changed(NULL, verdicts[i].base);
		assert_int_equal(r->n, 0);
		for (size_t k = 0; k < r->n_verdicts; k++) {
			const struct check_verdict *v = &r->verdicts[k];
			bool other_form = v->verdict == VERDICT_NOT_EVALUATED && strstr(v->why, "a rule for documents of the ") == v->why;
			enum verdict want = other_form || strstr(verdicts[i].not_evaluated, v->rule->id) ? VERDICT_NOT_EVALUATED : VERDICT_PASS;
			bool scope = v->rule->scope & (verdicts[i].base == PARTY ? RULE_PARTY : RULE_STATE);
			if (v->verdict != want || other_form == scope)
				print_error("document %d: %s %s\n", (int)verdicts[i].base, v->rule->id, v->verdict == VERDICT_PASS ? "passes" : v->why), wrong++;
			if (v->verdict == VERDICT_NOT_EVALUATED && !*v->why)
				fail_msg("%s does not say why", v->rule->id);
		}
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_breach_of_form_is_told_with_its_place),
		cmocka_unit_test(sound_documents_pass_or_say_why_not),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
