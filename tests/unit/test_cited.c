/* The documents that a text names: all of them, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "check/cited.h"
#include "compose/compose.h"
#include "form/law.h"
#include "read/read.h"

#define FRONT "---\nloại: Kế hoạch\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nđịa danh: Hà Thanh\nngày: 09/01/2026\ntrích yếu: Công tác năm 2026\n" \
	"nơi nhận: [\"Lưu: VT\"]\nngười ký: {chức vụ: Giám đốc, họ tên: Trần Mộc Nguyên}\n---\n"

static struct arena *arena;

static int open_arena(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* "Nghị quyết|57-NQ/TW|22/12/2024|Bộ Chính trị|về …|điểm a": one a line, a short form as "= the number it stands for". */
static const char *cited_in(const char *text)
{
	struct diag g;
	struct cited_list l;
	struct buf b = BUF_INIT;
	const char *draft = arena_printf(arena, "%s%s", FRONT, text);
	diag_init(&g, arena);
	struct doc *d = read_draft_text(arena, "t.md", NULL, draft, strlen(draft), &g);
	assert_non_null(d);
	assert_int_equal(compose(d, &g), 0);
	cited_find(arena, d, &l);
	for (size_t i = 0; i < l.n; i++) {
		const struct cited *c = &l.v[i];
		const char *day = c->date.day ? viet_date_short(arena, c->date) : c->date.year ? arena_printf(arena, "%d", c->date.year) : "";
		if (c->by == CITED_BRIEF)
			buf_printf(&b, "= %s\n", l.v[c->of].code ? l.v[c->of].code : l.v[c->of].subject);
		else
			buf_printf(&b, "%s|%s|%s|%s|%s|%s\n", c->kind ? c->kind : "", c->code ? c->code : "", day, c->issuer ? c->issuer : "", c->subject ? c->subject : "", c->part ? c->part : "");
	}
	const char *s = arena_strndup(arena, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

static const struct { const char *text, *want; } samples[] = {
	{"Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học; các sở báo cáo.", "Nghị quyết|57-NQ/TW|22/12/2024|Bộ Chính trị|về đột phá phát triển khoa học|\n"},
	{"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", "Nghị định|30/2020/NĐ-CP|05/3/2020|Chính phủ|về công tác văn thư|\n"},
	/* a list under one kind; the subject ends where the next begins */
	{"Theo các Công văn số 455/UBND-KGVX ngày 11/02/2026 về việc kết nối, số 512/UBND-NNMT ngày 24/02/2026 và 530/UBND-KGVX.",
		"Công văn|455/UBND-KGVX|11/02/2026||về việc kết nối|\nCông văn|512/UBND-NNMT|24/02/2026|||\nCông văn|530/UBND-KGVX||||\n"},
	/* the issuing body does not run into the next document */
	{"Theo Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ và Kế hoạch hành động số 359-KH/TU.", "Nghị quyết|71/NQ-CP|01/4/2025|Chính phủ||\nKế hoạch hành động|359-KH/TU||||\n"},
	{"Theo Nghị quyết số 57-NQ/TW của Bộ Chính trị trong quý III/2025.", "Nghị quyết|57-NQ/TW||Bộ Chính trị||\n"},
	/* whither is no subject */
	{"Gửi kết quả thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 về Sở Nội vụ.", "Kế hoạch|12/KH-UBND|05/01/2026|||\n"},
	/* parts */
	{"Theo điểm a khoản 2 Điều 7 Nghị định số 30/2020/NĐ-CP.", "Nghị định|30/2020/NĐ-CP||||điểm a khoản 2 Điều 7\n"},
	{"Theo Điều 5, Điều 6 và khoản 1 Điều 7 của Luật Cán bộ, công chức.", "Luật||||Cán bộ, công chức|Điều 5, Điều 6 và khoản 1 Điều 7\n"},
	{"Thực hiện một phần Nghị quyết số 57-NQ/TW.", "Nghị quyết|57-NQ/TW||||\n"},
	/* laws: the name's end is told by the list, or by what follows */
	{"Theo Luật Phòng, chống tham nhũng, báo cáo Ủy ban nhân dân tỉnh.", "Luật||||Phòng, chống tham nhũng|\n"},
	{"Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025; Luật Đất đai năm 2024 và các nghị định.",
		"Luật||27/6/2025||Khoa học, công nghệ và đổi mới sáng tạo|\nLuật||2024||Đất đai|\n"},
	{"Luật Tổ chức chính quyền địa phương số 72/2025/QH15 được Quốc hội thông qua.", "Luật|72/2025/QH15|||Tổ chức chính quyền địa phương|\n"},
	{"Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu được áp dụng.", "Luật||||sửa đổi, bổ sung một số điều của Luật Đấu thầu|\n"},
	{"Luật Ngân sách nhà nước 2015; Luật Đất đai 45 điều.", "Luật||2015||Ngân sách nhà nước|\nLuật||||Đất đai|\n"},
	{"Bộ luật Lao động, Pháp lệnh Dân số, Hiến pháp năm 2013.", "Bộ luật||||Lao động|\nPháp lệnh||||Dân số|\nHiến pháp||2013||nước Cộng hòa xã hội chủ nghĩa Việt Nam|\n"},
	{"Theo Luật Vũ trụ học và các văn bản liên quan.", "Luật||||Vũ trụ học|\n"},
	/* short forms */
	{"Thông báo số 41/TB-UBND ngày 05/01/2026 của UBND tỉnh về kết luận (sau đây viết tắt là Thông báo kết luận).\nNội dung Thông báo kết luận được giao.",
		"Thông báo|41/TB-UBND|05/01/2026|UBND tỉnh|về kết luận|\n= 41/TB-UBND\n"},
	{"Nghị quyết số 57-NQ/TW được quán triệt.\nTheo Nghị quyết 57, sở làm.\nNghị quyết số 57 nêu rõ.", "Nghị quyết|57-NQ/TW||||\n= 57-NQ/TW\n= 57-NQ/TW\n"},
	{"Nghị quyết 57 nêu rõ; Nghị quyết 570 cũng vậy.", ""},
	{"Đề án nhân lực (sau đây viết tắt là Đề án). Đề án có 03 phần.", ""},
	/* footnotes and tables */
	{"Nội dung[^1].\n\n| TT | Văn bản |\n|---|---|\n| 1 | Kế hoạch số 12/KH-UBND |\n\n[^1]: Xem Công văn số 05-CV/TU.", "Kế hoạch|12/KH-UBND||||\nCông văn|05-CV/TU||||\n"},
	/* no documents */
	{"Theo QCVN 102:2016/BTTTT, tỷ lệ 1/2, đường 220/110 kV, quý III/2025, giai đoạn 2026 - 2030, tài khoản số 12-AB, khối 5-A/B.", ""},
	{"Quy định của pháp luật, Luật này, Đại học Luật Hà Nội, Luật sư, Hội Luật gia tỉnh; Hiến pháp và pháp luật.", ""},
};

static void what_is_cited_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		const char *got = cited_in(samples[i].text);
		if (strcmp(got, samples[i].want))
			fail_msg("%s\nwanted:\n%sgot:\n%s", samples[i].text, samples[i].want, got);
	}
}

static void names_of_laws_end_where_the_longest_does(void **state)
{
	(void)state;
	assert_int_equal(law_name("luật", "quy hoạch đô thị và nông thôn và"), strlen("quy hoạch đô thị và nông thôn"));
	assert_int_equal(law_name("luật", "đầu tư công"), strlen("đầu tư công"));
	assert_int_equal(law_name("luật", "đầu tư côngx"), strlen("đầu tư"));
	assert_int_equal(law_name("luật", "giáo viên"), 0);
	assert_int_equal(law_name("bộ luật", "dân sự;"), strlen("dân sự"));
	assert_int_equal(law_name("luật", "dân sự"), 0);
}

static void numbers_of_one_day_may_be_one(void **state)
{
	(void)state;
	assert_true(cited_alike("06-TB/BCĐTW", "06-TB/CQTTBCĐ"));
	assert_false(cited_alike("06-TB/BCĐTW", "06-TB/BCĐTW"));
	assert_false(cited_alike("06-TB/BCĐTW", "07-TB/CQTTBCĐ"));
	assert_false(cited_alike("06-TB/TU", "06-CV/TU"));
	assert_false(cited_alike("12/QĐ-UBND", "12/QĐ-SNV"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_cited_is_found),
		cmocka_unit_test(names_of_laws_end_where_the_longest_does),
		cmocka_unit_test(numbers_of_one_day_may_be_one),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
