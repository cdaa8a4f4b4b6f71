/* What sentences of directives say of who, with whom and until when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "compose/tasks.h"

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

static void is(const char *text, const char *got, const char *want)
{
	if ((!got) != (!want) || (got && strcmp(got, want)))
		fail_msg("“%s”: “%s”, not “%s”", text, got ? got : "nothing", want ? want : "nothing");
}

static void who_is_charged(void **state)
{
	(void)state;
	const struct { const char *text, *lead, *partners; bool opens; } rows[] = {
		{"Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và các cơ quan liên quan:", "Sở Tài chính", "Sở Nội vụ và các cơ quan liên quan", true},
		{"Giao Sở Khoa học và Công nghệ:", "Sở Khoa học và Công nghệ", NULL, true},
		{"Giao Thanh tra tỉnh kiểm tra việc thực hiện.", "Thanh tra tỉnh", NULL, false},
		{"Đề nghị Ban Tổ chức Tỉnh ủy sớm cho ý kiến.", "Ban Tổ chức Tỉnh ủy", NULL, false},
		{"Giao các tổ chức chính trị - xã hội tuyên truyền.", "các tổ chức chính trị - xã hội", NULL, false},
		{"Công an tỉnh: Chủ trì, phối hợp với các cơ quan liên quan rà soát.", "Công an tỉnh", "các cơ quan liên quan", false},
		{"Sở Y tế chủ trì, phối hợp với Sở Nội vụ xây dựng đề án.", "Sở Y tế", "Sở Nội vụ", false},
		{"Trách nhiệm của các sở, ban, ngành", "các sở, ban, ngành", NULL, true},
		/* none of these charges a body by name */
		{"Chủ trì, phối hợp với Sở Nội vụ xây dựng đề án.", NULL, "Sở Nội vụ", false},
		{"Đề nghị điều chỉnh kế hoạch vốn.", NULL, NULL, false},
		{"Chủ tịch Hội đồng: ông Nguyễn Văn An.", NULL, NULL, false},
		{"Hạ tầng số là nền tảng của chuyển đổi số.", NULL, NULL, false},
		{"Sở Tài chính đã cấp 3 tỷ đồng.", NULL, NULL, false},
		{"", NULL, NULL, false}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct charge c = task_charge(arena, rows[i].text);
		is(rows[i].text, c.lead, rows[i].lead);
		is(rows[i].text, c.partners, rows[i].partners);
		assert_int_equal(c.opens && c.lead, rows[i].opens);
	}
}

static void until_when(void **state)
{
	(void)state;
	const struct { const char *text, *due; bool sure; } rows[] = {
		{"Trình ban hành Kế hoạch năm 2026; hoàn thành trong Quý I/2026.", "trong Quý I/2026", true},
		{"Báo cáo Ủy ban nhân dân tỉnh trước ngày 28/10/2025.", "trước ngày 28/10/2025", true},
		{"Hoàn thành chậm nhất ngày 31/3/2026", "chậm nhất ngày 31/3/2026", true},
		{"Rà soát các nhiệm vụ hoàn thành trong Quý I/2026 và việc phân khai kinh phí.", "trong Quý I/2026", false},
		{"Trước ngày 05/01/2026 gửi danh mục; hoàn thành trước tháng 6/2026.", "trước tháng 6/2026", true},
		{"Tổng hợp, báo cáo hằng tháng về Văn phòng.", "hằng tháng", false},
		/* years and periods that are no deadline */
		{"Xây dựng Kế hoạch phát triển giai đoạn 2026 - 2030.", NULL, false},
		{"Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024.", NULL, false},
		{"Hoàn thành trước khi sơ kết.", NULL, false},
		{"Hoàn thành trong thời gian sớm nhất.", NULL, false},
		{"", NULL, false}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool sure;
		is(rows[i].text, task_due(arena, rows[i].text, &sure), rows[i].due);
		if (sure != rows[i].sure)
			fail_msg("“%s”: %s", rows[i].text, sure ? "sure" : "not sure");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(who_is_charged), cmocka_unit_test(until_when)};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
