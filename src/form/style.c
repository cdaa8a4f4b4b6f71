#include "form/form.h"

#include <stddef.h>

/* The named styles of both regimes in one table: nd30.md 2.1 (Phụ lục I, Phần I, Mục V) and 5.1 (HD05, Phụ lục 2). */

enum { BOLD = 1, ITALIC = 2, UNDER = 4};

/* Sizes: half-points, or one of these. */
enum { BODY = 0, /* as the body: 13–14 */ BIG13 = -1, /* 13, or 12 of the small header */ BIG14 = -2 /* 14, or 13 */};

enum { UNDER_LINE = 80 }; /* twips between a line and the rule drawn under it: clear of the tails of g and ị */

/* How a paragraph stands between its neighbours. */
enum flow {
	TEXT,   /* lines and room below as the body */
	TIGHT,  /* lines as the body, nothing below: its title follows */
	SINGLE, /* single lines */
};

struct spec {
	const char *id, *name;
	int size, size_party;      /* size_party 0: as the size */
	unsigned char look, look_party;
	enum flow flow;
	enum align align;
	short after;               /* SINGLE alone: twips below */
	bool indent;               /* the body's first-line indent */
	bool next, whole;          /* kept with the next, its lines kept together */
	signed char outline;
	enum role based_on;
};

#define STAND(i, n, s, p) .id = i, .name = n, .size = s, .size_party = p
#define ALIKE(l) .look = l, .look_party = l
#define LOOKS(l, p) .look = l, .look_party = p
#define CENTRED .align = ALIGN_CENTER
#define JUSTIFIED .align = ALIGN_JUSTIFY

static const struct spec specs[ROLE_COUNT] = {
	[ROLE_BODY] = { STAND("NoiDung", "Nội dung", BODY, 0), .flow = TEXT, JUSTIFIED, .indent = true, .based_on = ROLE_BODY},
	[ROLE_BASIS] = { STAND("CanCu", "Căn cứ", BODY, 0), LOOKS(ITALIC, 0), .flow = TEXT, JUSTIFIED, .indent = true,
		.based_on = ROLE_BODY},
	[ROLE_ITEM] = { STAND("KhoanDiem", "Khoản, điểm", BODY, 0), .flow = TEXT, JUSTIFIED, .indent = true, .based_on = ROLE_BODY},
	/* letterhead: cells 1–4 */
	[ROLE_NATION] = { STAND("QuocHieu", "Quốc hiệu", BIG13, 30), ALIKE(BOLD), .flow = SINGLE, CENTRED, .based_on = ROLE_NATION},
	[ROLE_MOTTO] = { STAND("TieuNgu", "Tiêu ngữ", BIG14, 0), ALIKE(BOLD), .flow = SINGLE, CENTRED, .based_on = ROLE_MOTTO},
	[ROLE_PARENT] = { STAND("CoQuanChuQuan", "Cơ quan chủ quản", BIG13, 28), .flow = SINGLE, CENTRED, .based_on = ROLE_PARENT},
	[ROLE_ISSUER] = { STAND("CoQuanBanHanh", "Cơ quan ban hành", BIG13, 28), ALIKE(BOLD), .flow = SINGLE, CENTRED,
		.based_on = ROLE_ISSUER},
	[ROLE_STAR] = { STAND("DauSao", "Dấu sao", 28, 0), .flow = SINGLE, CENTRED, .based_on = ROLE_STAR},
	[ROLE_NUMBER] = { STAND("SoKyHieu", "Số, ký hiệu", 26, 28), .flow = SINGLE, CENTRED, .after = 120, .based_on = ROLE_NUMBER},
	[ROLE_PLACE_DATE] = { STAND("DiaDanhThoiGian", "Địa danh, thời gian", BIG14, 28), ALIKE(ITALIC), .flow = SINGLE, CENTRED,
		.after = 120, .based_on = ROLE_PLACE_DATE},
	/* cells 5a, 5b */
	[ROLE_KIND] = { STAND("TenLoai", "Tên loại", BODY, 30), ALIKE(BOLD), .flow = SINGLE, CENTRED, .next = true, .whole = true,
		.based_on = ROLE_KIND},
	[ROLE_SUBJECT] = { STAND("TrichYeu", "Trích yếu", BODY, 0), ALIKE(BOLD), .flow = SINGLE, CENTRED, .next = true, .whole = true,
		.based_on = ROLE_SUBJECT},
	[ROLE_SUBJECT_LETTER] = { STAND("TrichYeuCongVan", "Trích yếu công văn", 24, 24), LOOKS(0, ITALIC), .flow = SINGLE, CENTRED,
		.after = 120, .based_on = ROLE_SUBJECT_LETTER},
	[ROLE_HYPHENS] = { STAND("GachNoi", "Gạch nối", BODY, 0), .flow = SINGLE, CENTRED, .after = 200, .next = true,
		.based_on = ROLE_HYPHENS},
	/* A tiny paragraph whose frame has a top edge alone: the drawn rule. */
	[ROLE_RULE] = { STAND("DuongKe", "Đường kẻ", 2, 0), .flow = SINGLE, CENTRED, .after = 200, .next = true, .based_on = ROLE_RULE},
	/* cell 9a */
	[ROLE_ADDRESSEE] = { STAND("KinhGui", "Kính gửi", BODY, 0), .flow = SINGLE, CENTRED, .after = 60, .next = true,
		.based_on = ROLE_ADDRESSEE},
	[ROLE_ADDRESSEE_LABEL] = { STAND("KinhGuiNhan", "Kính gửi (nhiều nơi)", BODY, 0), .flow = SINGLE, .align = ALIGN_LEFT, .after = 60,
		.next = true, .based_on = ROLE_ADDRESSEE},
	[ROLE_ADDRESSEE_ITEM] = { STAND("NoiKinhGui", "Nơi kính gửi", BODY, 0), .flow = SINGLE, .align = ALIGN_LEFT, .after = 60,
		.whole = true, .based_on = ROLE_ADDRESSEE},
	/* body */
	[ROLE_AUTHORITY] = { STAND("ThamQuyen", "Thẩm quyền ban hành", BODY, 0), ALIKE(BOLD), .flow = SINGLE, CENTRED, .after = 200,
		.next = true, .whole = true, .based_on = ROLE_AUTHORITY},
	[ROLE_RESOLVES] = { STAND("QuyetDinh", "Quyết định, quyết nghị", BODY, 0), ALIKE(BOLD), .flow = SINGLE, CENTRED, .after = 120,
		.next = true, .based_on = ROLE_RESOLVES},
	[ROLE_PART] = { STAND("Phan", "Phần", BODY, 0), ALIKE(BOLD), .flow = TIGHT, CENTRED, .next = true, .whole = true, .outline = 1,
		.based_on = ROLE_BODY},
	[ROLE_PART_TITLE] = { STAND("TenPhan", "Tên phần", BODY, 0), ALIKE(BOLD), .flow = TEXT, CENTRED, .next = true, .whole = true,
		.based_on = ROLE_BODY},
	[ROLE_CHAPTER] = { STAND("Chuong", "Chương", BODY, 0), ALIKE(BOLD), .flow = TIGHT, CENTRED, .next = true, .whole = true,
		.outline = 2, .based_on = ROLE_BODY},
	[ROLE_CHAPTER_TITLE] = { STAND("TenChuong", "Tên chương", BODY, 0), ALIKE(BOLD), .flow = TEXT, CENTRED, .next = true,
		.whole = true, .based_on = ROLE_BODY},
	[ROLE_SECTION] = { STAND("Muc", "Mục", BODY, 0), ALIKE(BOLD), .flow = TIGHT, CENTRED, .next = true, .whole = true, .outline = 3,
		.based_on = ROLE_BODY},
	[ROLE_SECTION_TITLE] = { STAND("TenMuc", "Tên mục", BODY, 0), ALIKE(BOLD), .flow = TEXT, CENTRED, .next = true, .whole = true,
		.based_on = ROLE_BODY},
	[ROLE_ARTICLE] = { STAND("Dieu", "Điều (tiêu đề)", BODY, 0), ALIKE(BOLD), .flow = TEXT, JUSTIFIED, .indent = true, .next = true,
		.whole = true, .outline = 4, .based_on = ROLE_BODY},
	[ROLE_ARTICLE_TEXT] = { STAND("DieuNoiDung", "Điều (nội dung)", BODY, 0), .flow = TEXT, JUSTIFIED, .indent = true,
		.based_on = ROLE_BODY},
	[ROLE_HEADING1] = { STAND("DeMuc1", "Đề mục 1", BODY, 0), ALIKE(BOLD), .flow = TEXT, JUSTIFIED, .indent = true, .next = true,
		.whole = true, .outline = 1, .based_on = ROLE_BODY},
	[ROLE_HEADING2] = { STAND("DeMuc2", "Đề mục 2", BODY, 0), ALIKE(BOLD), .flow = TEXT, JUSTIFIED, .indent = true, .next = true,
		.whole = true, .outline = 2, .based_on = ROLE_BODY},
	[ROLE_HEADING3] = { STAND("DeMuc3", "Đề mục 3", BODY, 0), ALIKE(BOLD), .flow = TEXT, JUSTIFIED, .indent = true, .next = true,
		.whole = true, .outline = 3, .based_on = ROLE_BODY},
	[ROLE_TITLE_CENTER] = { STAND("TieuDeGiua", "Tiêu đề giữa", BODY, 0), ALIKE(BOLD), .flow = TEXT, CENTRED, .next = true,
		.whole = true, .based_on = ROLE_BODY},
	/* cells 7a–7c, 9b, 12 */
	[ROLE_SIGN_TITLE] = { STAND("QuyenHanChucVu", "Quyền hạn, chức vụ", BODY, 28), ALIKE(BOLD), .flow = SINGLE, CENTRED,
		.next = true, .based_on = ROLE_SIGN_TITLE},
	[ROLE_SIGN_POSITION] = { STAND("ChucVu", "Chức vụ", BODY, 28), LOOKS(BOLD, 0), .flow = SINGLE, CENTRED, .next = true,
		.based_on = ROLE_SIGN_TITLE},
	[ROLE_SIGN_NOTE] = { STAND("GhiChuChuKy", "Ghi chú chữ ký", 22, 28), ALIKE(ITALIC), .flow = SINGLE, CENTRED, .next = true,
		.based_on = ROLE_SIGN_NOTE},
	[ROLE_SIGN_NAME] = { STAND("HoTen", "Họ tên người ký", BODY, 28), ALIKE(BOLD), .flow = SINGLE, CENTRED, .based_on = ROLE_SIGN_NAME},
	[ROLE_RECIPIENTS] = { STAND("NoiNhan", "Nơi nhận", 24, 28), LOOKS(BOLD | ITALIC, UNDER), .flow = SINGLE, .align = ALIGN_LEFT,
		.next = true, .based_on = ROLE_RECIPIENTS},
	[ROLE_RECIPIENT] = { STAND("NoiNhanMuc", "Nơi nhận (danh sách)", 22, 24), .flow = SINGLE, .align = ALIGN_LEFT,
		.based_on = ROLE_RECIPIENT},
	/* annexes */
	[ROLE_ANNEX] = { STAND("PhuLuc", "Phụ lục", 28, 28), ALIKE(BOLD), .flow = SINGLE, CENTRED, .next = true, .whole = true,
		.outline = 1, .based_on = ROLE_ANNEX},
	[ROLE_ANNEX_TITLE] = { STAND("TenPhuLuc", "Tên phụ lục", BODY, 0), ALIKE(BOLD), .flow = SINGLE, CENTRED, .next = true,
		.whole = true, .based_on = ROLE_ANNEX_TITLE},
	[ROLE_ANNEX_NOTE] = { STAND("KemTheo", "Kèm theo", BODY, 0), ALIKE(ITALIC), .flow = SINGLE, CENTRED, .next = true, .whole = true,
		.based_on = ROLE_ANNEX_NOTE},
	/* marks */
	[ROLE_URGENCY] = { STAND("MucDoKhan", "Mức độ khẩn", 26, 28), ALIKE(BOLD), .flow = SINGLE, CENTRED, .after = 120,
		.based_on = ROLE_URGENCY},
	[ROLE_CIRCULATION] = { STAND("PhamViLuuHanh", "Phạm vi lưu hành", 26, 24), ALIKE(BOLD), .flow = SINGLE, .align = ALIGN_RIGHT,
		.based_on = ROLE_CIRCULATION},
	[ROLE_DRAFT_MARK] = { STAND("DuThao", "Dự thảo", 26, 28), LOOKS(BOLD, ITALIC), .flow = SINGLE, CENTRED, .after = 120,
		.based_on = ROLE_DRAFT_MARK},
	[ROLE_CONTACT] = { STAND("DiaChi", "Địa chỉ cơ quan", 22, 20), .flow = SINGLE, .align = ALIGN_LEFT, .based_on = ROLE_CONTACT},
	[ROLE_SIGNATURE_INFO] = { STAND("ThongTinKySo", "Thông tin chữ ký số", 20, 20), .flow = SINGLE, .align = ALIGN_RIGHT,
		.based_on = ROLE_SIGNATURE_INFO},
	[ROLE_PAGE_NUMBER] = { STAND("SoTrang", "Số trang", BODY, 28), .flow = SINGLE, CENTRED, .based_on = ROLE_PAGE_NUMBER},
	/* tables, pictures, notes */
	[ROLE_CELL] = { STAND("OBang", "Ô bảng", 26, 26), .flow = SINGLE, .align = ALIGN_LEFT, .based_on = ROLE_CELL},
	[ROLE_CELL_HEAD] = { STAND("OBangTieuDe", "Ô bảng (tiêu đề)", 26, 26), ALIKE(BOLD), .flow = SINGLE, CENTRED, .based_on = ROLE_CELL},
	[ROLE_PICTURE] = { STAND("Hinh", "Hình", BODY, 0), .flow = SINGLE, CENTRED, .after = 120, .based_on = ROLE_PICTURE},
	[ROLE_CAPTION] = { STAND("ChuThich", "Chú thích hình", 26, 26), ALIKE(ITALIC), .flow = SINGLE, CENTRED, .after = 120,
		.whole = true, .based_on = ROLE_CAPTION},
	[ROLE_FOOTNOTE] = { STAND("CuocChu", "Cước chú", 22, 22), .flow = SINGLE, JUSTIFIED, .based_on = ROLE_FOOTNOTE},
	[ROLE_COPY_KIND] = { STAND("HinhThucSao", "Hình thức sao", BODY, 28), ALIKE(BOLD), .flow = SINGLE, CENTRED,
		.based_on = ROLE_COPY_KIND},
	/* mục lục: no decree speaks of it; the text's size, lines apart as single ones */
	[ROLE_TOC1] = { STAND("MucLuc1", "Mục lục 1", BODY, 0), ALIKE(BOLD), .flow = SINGLE, .align = ALIGN_LEFT, .after = 60, .whole = true,
		.based_on = ROLE_TOC1},
	[ROLE_TOC2] = { STAND("MucLuc2", "Mục lục 2", BODY, 0), .flow = SINGLE, .align = ALIGN_LEFT, .after = 60, .whole = true,
		.based_on = ROLE_TOC2},
	[ROLE_TOC3] = { STAND("MucLuc3", "Mục lục 3", BODY, 0), ALIKE(ITALIC), .flow = SINGLE, .align = ALIGN_LEFT, .after = 60, .whole = true,
		.based_on = ROLE_TOC3},
};

/* Widths of Liberation Serif at 14 pt, in twips, shaped without kerning: "Kính gửi" 49.98 pt, "- " 8.16 pt. The dashes of
 * several addressees stand under the colon of the label (Phụ lục I, II.9.d); the label stands 35 mm from the margin, as in form 1.5. */
enum { LABEL_INDENT = 1984, LABEL = 1000, DASH = 163, HP14 = 28};

static int body_size(const struct form *f, const struct choice *c)
{
	int hp = c->body_hp != 0 ? c->body_hp : f->body_hp;

	return hp < 2 ? f->body_hp : hp;
}

static int size_of(const struct form *f, const struct choice *c, const struct spec *s)
{
	int size = f->party && s->size_party != 0 ? s->size_party : s->size;

	if (size == BIG13)
		return c->small_header ? 24 : 26;
	if (size == BIG14)
		return c->small_header ? 26 : 28;
	return size == BODY ? body_size(f, c) : size;
}

/* Lines and room below of text in the flow of the body. */
static void flow_body(const struct form *f, const struct choice *c, bool tight, struct style *s)
{
	if (c->line_multiple > 0 && c->line_exact <= 0) {
		s->line_rule = LINE_MULTIPLE;
		s->line = (int)(c->line_multiple * 240 + 0.5);
	} else {
		s->line_rule = LINE_EXACT;
		s->line = c->line_exact > 0 ? c->line_exact : f->line_exact;
	}
	s->space_after = tight ? 0 : c->para_after > 0 ? c->para_after : f->para_after;
}

/* What few styles have: boxes, rules, hanging indents, room for the signature. */
static void particulars(const struct form *f, struct style out[ROLE_COUNT])
{
	int hp = out[ROLE_ADDRESSEE_ITEM].size_hp;
	struct style *s = &out[ROLE_ADDRESSEE_ITEM];

	out[ROLE_ADDRESSEE_LABEL].left_indent = LABEL_INDENT;
	s->first_indent = -(DASH * hp / HP14);
	s->left_indent = LABEL_INDENT + LABEL * hp / HP14 + DASH * hp / HP14;

	s = &out[ROLE_RULE];
	s->line_rule = LINE_EXACT;
	s->line = 60;
	s->box = BOX_TOP;
	s->space_before = UNDER_LINE;

	/* A box 8 mm (454 twips) high: Phụ lục I, III.2.b. Its width is the paragraph's. */
	for (enum role r = ROLE_URGENCY; r <= ROLE_CIRCULATION; r++) {
		s = &out[r];
		s->line_rule = LINE_EXACT;
		s->line = 314; /* with two rules of 10 and twice 60 of room: 454 */
		s->box = BOX_ALL;
		s->box_pad = 60;
	}
	out[ROLE_URGENCY].red = true;
	if (f->party) { /* HD05, cell 11a: no frame is spoken of */
		out[ROLE_CIRCULATION].box = BOX_NONE;
		out[ROLE_CIRCULATION].box_pad = 0;
	}

	out[ROLE_CONTACT].box = BOX_TOP;
	/* Room for the signature, about 26 mm (nd30.md 2.10). */
	out[ROLE_SIGN_NAME].space_before = 1480;
	out[ROLE_PICTURE].keep_lines = true;
	for (enum role r = ROLE_TOC1; r <= ROLE_TOC3; r++) {
		out[r].left_indent = (twip)(r - ROLE_TOC1) * 284;
		out[r].right_indent = TOC_NUMBER_ROOM;
	}
}

void form_styles(const struct form *f, const struct choice *c, struct style out[ROLE_COUNT])
{
	twip indent = c->indent > 0 ? c->indent : f->indent[0];

	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct spec *p = &specs[r];
		unsigned look = f->party ? p->look_party : p->look;

		out[r] = (struct style){
			.id = p->id, .name = p->name, .based_on = p->based_on, .size_hp = size_of(f, c, p),
			.bold = (look & BOLD) != 0, .italic = (look & ITALIC) != 0, .underline = (look & UNDER) != 0,
			.align = p->align, .first_indent = p->indent ? indent : 0,
			.space_after = p->after, .line_rule = LINE_MULTIPLE, .line = 240,
			.keep_next = p->next, .keep_lines = p->whole, .outline = p->outline,
		};
		if (p->flow != SINGLE)
			flow_body(f, c, p->flow == TIGHT, &out[r]);
	}
	particulars(f, out);
	if (!f->party && !c->small_header) /* 13 pt beside a date of 14 pt: on the same baseline (cells 3 and 4) */
		out[ROLE_NUMBER].space_before = 19;
}
