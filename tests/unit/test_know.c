/* Recognition of the form: single lines, names in capitals, whole texts. */
#include "read_fixture.h"
#include "read/foreign.h"
#include "read/know.h"
#include "read/plain.h"

struct bench { struct arena *a; struct diag g; struct know k; };

static void open_bench(struct bench *b)
{
	b->a = arena_new();
	diag_init(&b->g, b->a);
	b->k = (struct know){.a = b->a, .g = &b->g};
}

static void same(const char *got, const char *want, const char *of)
{
	if (!got || !want ? got != want : strcmp(got, want))
		print_error("%s: “%s”, not “%s”\n", of, got ? got : "(nothing)", want ? want : "(nothing)");
	assert_true(!got || !want ? got == want : !strcmp(got, want));
}

/* ---- lines ---- */

static void numbers(void **state)
{
	(void)state;
	static const struct { const char *s, *number, *code, *rest; bool party; } t[] = {
		{"Số: 05/TTr-SKHCN", "05", "TTr-SKHCN", "", false}, {"Số:       /KH-UBND", NULL, "KH-UBND", "", false}, {"Số 12-KH/TU", "12", "KH/TU", "", true},
		{"Số: ……/TTr-SKHCN", NULL, "TTr-SKHCN", "", false}, {"Số:\u00A0\u00A0\u00A0/QĐ-UBND", NULL, "QĐ-UBND", "", false}, {"Số     -CV/BTGDVTU", NULL, "CV/BTGDVTU", "", true},
		{"Số: 3609/UBND-KGVX", "3609", "UBND-KGVX", "", false}, {"Số: 30/2020/NĐ-CP", "30", "2020/NĐ-CP", "", false}, {"SỐ: 07/TB-VP", "07", "TB-VP", "", false},
		{"Số:       /TTr-SKHCN Quảng Ngãi, ngày        tháng 5 năm 2025", NULL, "TTr-SKHCN", "Quảng Ngãi, ngày        tháng 5 năm 2025", false}};
	static const char *const none[] = {"Số liệu năm 2025/2026", "Số 71 của Chính phủ", "Số điện thoại: 0255/123", "Nghị quyết số 71/NQ-CP", "Số: 12", "Số lượng", ""};
	struct bench b;
	struct number_line n;
	open_bench(&b);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		assert_true(know_number(&b.k, t[i].s, &n));
		same(n.number, t[i].number, t[i].s);
		same(n.code, t[i].code, t[i].s);
		same(n.rest, t[i].rest, t[i].s);
		assert_int_equal(n.party, t[i].party);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (know_number(&b.k, none[i], &n))
			fail_msg("“%s” is no number", none[i]);
	arena_free(b.a);
}

static void dates(void **state)
{
	(void)state;
	static const struct { const char *s, *place; struct date d; } t[] = {
		{"Quảng Ngãi, ngày 15 tháng 5 năm 2025", "Quảng Ngãi", {15, 5, 2025}}, {"Quảng Ngãi, ngày        tháng 5 năm 2025", "Quảng Ngãi", {0, 5, 2025}},
		{"Hà Nội, ngày … tháng … năm 20…", "Hà Nội", {0, 0, 0}}, {"……, ngày 01 tháng 02 năm 2026", NULL, {1, 2, 2026}}, {"ngày 3 tháng 4 năm 2026", NULL, {3, 4, 2026}}};
	static const char *const none[] = {"Thực hiện Kế hoạch ngày 15 tháng 5 năm 2025", "Hà Nội, ngày 35 tháng 5 năm 2025", "Hà Nội, ngày 15/5/2025", "Căn cứ Luật A, B, ngày 15 tháng 5 năm 2025",
		"Hà Nội, ngày 15 tháng 5 năm 2025 của Chính phủ"};
	struct bench b;
	struct date d;
	const char *place;
	open_bench(&b);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		assert_true(know_place_date(&b.k, t[i].s, &place, &d));
		same(place, t[i].place, t[i].s);
		assert_int_equal(viet_date_cmp(d, t[i].d), 0);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (know_place_date(&b.k, none[i], &place, &d))
			fail_msg("“%s” is no place and date", none[i]);
	arena_free(b.a);
}

/* ---- capitals (Phụ lục II) ---- */

static void capitals(void **state)
{
	(void)state;
	static const struct { const char *s, *want; bool sure; } t[] = {
		{"ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi", true}, {"SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ", true},
		{"UBND TỈNH QUẢNG NGÃI", "UBND tỉnh Quảng Ngãi", true}, {"SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch", true},
		{"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường", true}, {"SỞ CÔNG THƯƠNG", "Sở Công Thương", true}, {"SỞ NỘI VỤ", "Sở Nội vụ", true},
		{"HỘI ĐỒNG NHÂN DÂN XÃ BA TƠ", "Hội đồng nhân dân xã Ba Tơ", true}, {"UBND THÀNH PHỐ HỒ CHÍ MINH", "UBND Thành phố Hồ Chí Minh", true},
		{"PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội", true}, {"TỈNH ỦY QUẢNG NGÃI", "Tỉnh ủy Quảng Ngãi", true}, {"ĐẢNG UỶ XÃ AN PHÚ", "Đảng uỷ xã An Phú", true},
		{"VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", "Văn phòng Ủy ban nhân dân tỉnh", true}, {"GIÁM ĐỐC SỞ Y TẾ", "Giám đốc Sở Y tế", true}, {"PHÓ GIÁM ĐỐC", "Phó Giám đốc", true},
		{"BAN CHỈ ĐẠO CỦA TỈNH VỀ PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ", "Ban Chỉ đạo của tỉnh về phát triển khoa học, công nghệ", true}, {"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", true},
		{"TRUNG TÂM KIỂM SOÁT BỆNH TẬT", "Trung tâm Kiểm soát bệnh tật", false}, {"UBND QUẬN 1", "UBND quận 1", true}, {"Sở Nội vụ", "Sở Nội vụ", true},
		{"TRUNG TÂM CNTT VÀ TRUYỀN THÔNG", "Trung tâm CNTT và Truyền thông", true}};
	struct bench b;
	bool sure;
	open_bench(&b);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		same(know_case(&b.k, t[i].s, &sure), t[i].want, t[i].s);
		if (sure != t[i].sure)
			fail_msg("%s: %s", t[i].s, sure ? "is not certain" : "is certain");
	}
	same(know_case_sentence(&b.k, "DANH MỤC NHIỆM VỤ ĐỢT II CỦA UBND TỈNH", &sure), "Danh mục nhiệm vụ đợt II của UBND tỉnh", "sentence");
	assert_false(sure);
	arena_free(b.a);
}

static void last_recipients(void **state)
{
	(void)state;
	static const struct { const char *s, *text, *drafter, *copies; } t[] = {
		{"Lưu: VT, KGVX.PTT46(20).", "Lưu: VT, KGVX", "PTT46", "20"}, {"Lưu: VT, QLKHCN(2).", "Lưu: VT, QLKHCN(2)", NULL, NULL}, {"Lưu: VT, KHTC (2). LTV(110).", "Lưu: VT, KHTC (2)", "LTV", "110"},
		{"Lưu: VT, HC (2).", "Lưu: VT, HC (2)", NULL, NULL}, {"Lưu: VT, KGVX._{PTT46}", "Lưu: VT, KGVX", "PTT46", NULL}, {"Lưu Văn phòng Tỉnh ủy.", "Lưu Văn phòng Tỉnh ủy", NULL, NULL},
		{"Sở Nội vụ.SNV", "Sở Nội vụ.SNV", NULL, NULL}};
	struct bench b;
	open_bench(&b);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct meta m = {0};
		struct text x = {t[i].s, {NULL, 0, 0}};
		know_last_recipient(&b.k, &m, &x);
		same(x.s, t[i].text, t[i].s);
		same(m.drafter.s, t[i].drafter, t[i].s);
		same(m.copies.s, t[i].copies, t[i].s);
	}
	arena_free(b.a);
}

/* ---- whole texts ---- */

static struct doc *read_text(struct bench *b, const char *text)
{
	open_bench(b);
	struct doc *d = read_plain(b->a, "t.txt", text, strlen(text), &b->g);
	assert_non_null(d);
	recognise(d, &b->g);
	return d;
}

static bool noted(const struct bench *b, const char *id)
{
	for (size_t i = 0; i < b->g.n; i++)
		if (!strcmp(b->g.items[i].msg->id, id))
			return true;
	return false;
}

/* The texts of the document's own paragraphs, each with its role. */
static void body_is(struct doc *d, const char *want)
{
	struct buf b = BUF_INIT;
	for (struct node *s = d->root->first; s; s = s->next)
		for (struct node *n = s->first; n; n = n->next)
			if (n->kind == NODE_PARA && !n->generated)
				buf_printf(&b, "%s: %s\n", role_name(n->u.para.role), doc_text(d, n));
	same(b.data, want, "text");
	buf_free(&b);
}

static void letter_from_pdf(void **state)
{
	(void)state;
	struct bench b;
	struct doc *d = read_text(&b,
		"   UBND TỈNH HÀ THANH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
		"SỞ KHOA HỌC VÀ CÔNG NGHỆ               Độc lập - Tự do - Hạnh phúc\n\n"
		"    Số: 102/SKHCN-QLCN               Hà Thanh, ngày 04 tháng 8 năm 2026\n"
		"  V/v rà soát nhiệm vụ\n"
		"       quý III\n\n"
		"                          Kính gửi:\n"
		"                                   - Sở Tài chính;\n"
		"                                   - Sở Nội vụ.\n\n"
		"       Thực hiện ý kiến chỉ đạo của Ủy ban nhân dân tỉnh về việc rà soát nhiệm vụ, Sở\n"
		"Khoa học và Công nghệ đề nghị các cơ quan rà soát, cập nhật tiến độ các nhiệm vụ được\n"
		"giao, báo cáo trước ngày 15/8/2026.\n"
		"                                          2\n"
		"\f       Trân trọng cảm ơn sự phối hợp của quý cơ quan./.\n"
		"Nơi nhận:                                          KT. GIÁM ĐỐC\n"
		"- Như trên;                                       PHÓ GIÁM ĐỐC\n"
		"- Lưu: VT, QLCN.\n\n\n"
		"                                                  Trần Thị Bình\n");
	const struct meta *m = d->meta;
	same(m->kind.s, "Công văn", "kind");
	same(m->issuers[0].parents.v[0].s, "UBND tỉnh Hà Thanh", "parent");
	same(m->issuers[0].name.s, "Sở Khoa học và Công nghệ", "issuer");
	same(m->issuers[0].abbr.s, "SKHCN", "abbreviation");
	same(m->unit.s, "QLCN", "unit");
	same(m->number.s, "102", "number");
	same(m->place.s, "Hà Thanh", "place");
	assert_int_equal(m->date.day, 4);
	same(m->subject.s, "rà soát nhiệm vụ quý III", "subject");
	assert_int_equal(m->addressees.n, 2);
	same(m->addressees.v[1].s, "Sở Nội vụ", "addressee");
	assert_int_equal(m->recipients.n, 2);
	assert_int_equal(m->n_signers, 1);
	assert_int_equal(m->signers[0].titles.n, 2);
	same(m->signers[0].name.s, "Trần Thị Bình", "name");
	body_is(d, "body: Thực hiện ý kiến chỉ đạo của Ủy ban nhân dân tỉnh về việc rà soát nhiệm vụ, Sở Khoa học và Công nghệ đề nghị các cơ quan rà soát, cập nhật tiến độ các nhiệm vụ được giao, báo cáo trước ngày 15/8/2026.\n"
		"body: Trân trọng cảm ơn sự phối hợp của quý cơ quan./.\n");
	arena_free(b.a);
}

static void decision_line_by_line(void **state)
{
	(void)state;
	struct bench b;
	struct doc *d = read_text(&b,
		"ỦY BAN NHÂN DÂN\nTỈNH HÀ THANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố:     /QĐ-UBND\nHà Thanh, ngày    tháng 3 năm 2026\n"
		"QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác chuyển đổi số\n-----\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
		"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nTheo đề nghị của Giám đốc Sở Nội vụ.\nQUYẾT ĐỊNH:\n"
		"Điều 1. Thành lập Tổ công tác chuyển đổi số của tỉnh.\nĐiều 2. Tổ chức thực hiện\n1. Quyết định này có hiệu lực từ ngày ký./.\n"
		"Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn An\n"
		"Phụ lục\nDANH SÁCH CÁN BỘ\n(Kèm theo Quyết định số    /QĐ-UBND ngày    /3/2026)\nÔng Trần Văn Bình, Tổ trưởng.\n");
	const struct meta *m = d->meta;
	same(m->kind.s, "Quyết định", "kind");
	same(m->issuers[0].name.s, "Ủy ban nhân dân tỉnh Hà Thanh", "issuer");
	assert_int_equal(m->issuers[0].parents.n, 0);
	assert_null(m->number.s);
	same(m->authority.s, "Chủ tịch Ủy ban nhân dân tỉnh", "authority");
	same(m->signers[0].titles.v[0].s, "Chủ tịch", "title");
	assert_int_equal(d->n_parts, 1);
	assert_int_equal(d->parts[0].kind, PART_ANNEX);
	same(d->parts[0].meta->subject.s, "Danh sách cán bộ", "annex");
	assert_true(noted(&b, "capitals-unsure"));
	body_is(d, "basis: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nbasis: Theo đề nghị của Giám đốc Sở Nội vụ.\nresolves: QUYẾT ĐỊNH:\n"
		"article-text: Điều 1. Thành lập Tổ công tác chuyển đổi số của tỉnh.\narticle: Điều 2. Tổ chức thực hiện\nitem: 1. Quyết định này có hiệu lực từ ngày ký./.\n"
		"body: Ông Trần Văn Bình, Tổ trưởng.\n");
	arena_free(b.a);
}

static void no_document(void **state)
{
	(void)state;
	struct bench b;
	struct doc *d = read_text(&b, "Ngày xưa có một anh nông dân.\nAnh sống ở cuối làng.\n");
	same(d->meta->kind.s, "Công văn", "kind");
	assert_true(noted(&b, "kind-unknown"));
	assert_true(noted(&b, "no-letterhead"));
	assert_int_equal(d->meta->n_issuers, 0);
	body_is(d, "body: Ngày xưa có một anh nông dân.\nbody: Anh sống ở cuối làng.\n");
	arena_free(b.a);
}

static void secrecy(void **state)
{
	(void)state;
	struct bench b;
	read_text(&b, "UBND TỈNH HÀ THANH\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTỐI MẬT\nSố: 5/BC-SNV\nBÁO CÁO\nVề việc này\nNội dung./.\n");
	assert_true(noted(&b, "secrecy-mark"));
	arena_free(b.a);
}

/* ---- lines joined ---- */

static void joined(const char *text, const char *want)
{
	struct bench b;
	struct buf out = BUF_INIT;
	open_bench(&b);
	struct doc *d = read_plain(b.a, "t.txt", text, strlen(text), &b.g);
	for (struct node *n = d->root->first->first; n; n = n->next)
		buf_printf(&out, "[%s]", doc_text(d, n));
	same(out.data, want, "paragraphs");
	buf_free(&out);
	arena_free(b.a);
}

static void wrapped_lines(void **state)
{
	(void)state;
	joined("Thực hiện các Công văn số 1973/UBND-\nKGVX ngày 10/4/2025 của Ủy ban nhân dân\ntỉnh về việc triển khai Nghị quyết số 57-\nNQ/TW của Bộ Chính trị.\nSở báo cáo.\n",
		"[Thực hiện các Công văn số 1973/UBND-KGVX ngày 10/4/2025 của Ủy ban nhân dân tỉnh về việc triển khai Nghị quyết số 57-NQ/TW của Bộ Chính trị.][Sở báo cáo.]");
	joined("1. Mục tiêu\na) Xây dựng chính quyền số, kinh tế số, xã hội\nsố theo lộ trình, bảo đảm an toàn thông tin trong\ncơ quan nhà nước;\nb) Đào tạo.\n",
		"[1. Mục tiêu][a) Xây dựng chính quyền số, kinh tế số, xã hội số theo lộ trình, bảo đảm an toàn thông tin trong cơ quan nhà nước;][b) Đào tạo.]");
	joined("Nội dung một.\n\nNội dung hai\n\n\n", "[Nội dung một.][Nội dung hai]");
}

/* ---- tables ---- */

static void tables(void **state)
{
	(void)state;
	static const char before[] = "      Kết quả thực hiện các nhiệm vụ được giao trong quý III năm 2026 của các cơ quan,\nđơn vị trên địa bàn tỉnh như sau, trong đó có nhiệm vụ quá hạn:\n\n";
	static const char *const rows[] = {
		" TT        Nhiệm vụ              Cơ quan           Kết quả\n 1    Xây dựng nền tảng       Sở Khoa học         Hoàn thành\n      dùng chung              và Công nghệ\n"
		" 2    Đào tạo cán bộ          Sở Nội vụ           Đang thực hiện\n 3    Bố trí kinh phí         Sở Tài chính        Hoàn thành\n",
		/* a cell that is joined with the one above */
		" TT        Nhiệm vụ              Cơ quan           Kết quả\n 1    Xây dựng nền tảng       Sở Khoa học         Hoàn thành\n 2    Đào tạo cán bộ                              Đang thực hiện\n"};
	static const char *const want[] = {
		"[TT|Nhiệm vụ|Cơ quan|Kết quả][1|Xây dựng nền tảng dùng chung|Sở Khoa học và Công nghệ|Hoàn thành][2|Đào tạo cán bộ|Sở Nội vụ|Đang thực hiện][3|Bố trí kinh phí|Sở Tài chính|Hoàn thành]", ""};
	for (size_t i = 0; i < 2; i++) {
		struct bench b;
		struct buf text = BUF_INIT, out = BUF_INIT;
		open_bench(&b);
		buf_printf(&text, "%s%s\n       Trên đây là báo cáo./.\n", before, rows[i]);
		struct doc *d = read_plain(b.a, "t.txt", text.data, text.len, &b.g);
		buf_puts(&out, "");
		for (struct node *n = doc_walk(d->root, d->root); n; n = doc_walk(d->root, n)) {
			if (n->kind == NODE_CELL)
				buf_printf(&out, "%s%s", n->prev ? "|" : "[", doc_text(d, n));
			if (n->kind == NODE_CELL && !n->next)
				buf_puts(&out, "]");
		}
		same(out.data ? out.data : "", want[i], "table");
		buf_free(&out);
		buf_free(&text);
		arena_free(b.a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers), cmocka_unit_test(dates), cmocka_unit_test(capitals), cmocka_unit_test(last_recipients), cmocka_unit_test(letter_from_pdf),
		cmocka_unit_test(decision_line_by_line), cmocka_unit_test(no_document), cmocka_unit_test(secrecy), cmocka_unit_test(wrapped_lines), cmocka_unit_test(tables)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
