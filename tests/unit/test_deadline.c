/* Deadlines as people write them: what each is read as. "period 1/10/2025 - 31/12/2025": from, to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/deadline.h"

struct row { const char *words, *is; };

static void put_date(struct buf *b, struct date d)
{
	if (d.year != 0)
		buf_printf(b, " %d/%d/%d", d.day, d.month, d.year);
}

static void expect(const char *words, const char *is)
{
	static const char *const kinds[] = {"none", "day", "period", "recurring", "open", "conditional", "unclear"};
	static const char *const recurs[] = {"", " always", " day", " week", " month", " quarter", " half", " year"};
	struct arena *a = arena_new();
	struct buf b = BUF_INIT;
	struct deadline d;

	deadline_read(a, words, &d);
	buf_printf(&b, "%s%s", kinds[d.kind], recurs[d.recurs]);
	put_date(&b, d.from);
	buf_puts(&b, d.from.year != 0 || d.to.year != 0 ? " -" : "");
	put_date(&b, d.to);
	buf_printf(&b, "%s%s%s", d.no_year ? " no-year" : "", d.no_such_day ? " no-such-day" : "", d.several ? " several" : "");
	if (strcmp(b.data, is) != 0)
		print_error("%s: %s, not %s\n", words, b.data, is);
	assert_string_equal(b.data, is);
	assert_string_equal(d.words, words); /* kept for print */
	buf_free(&b);
	arena_free(a);
}

static void expect_all(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		expect(rows[i].words, rows[i].is);
}
#define EXPECT_ALL(rows) expect_all(rows, sizeof rows / sizeof *rows)

static void days(void **state)
{
	static const struct row rows[] = {
		{"trước ngày 28/10/2025", "day - 27/10/2025"},
		{"Trước 28/10/2025", "day - 27/10/2025"},
		{"31/12/2025", "day - 31/12/2025"},
		{"31-12-2025", "day - 31/12/2025"},
		{"2025-12-31", "day - 31/12/2025"},
		{"31.12.2025", "day - 31/12/2025"},
		{"ngày 31 tháng 12 năm 2025", "day - 31/12/2025"},
		{"chậm nhất ngày 15/11/2025", "day - 15/11/2025"},
		{"Chậm nhất là ngày 15/11/2025", "day - 15/11/2025"},
		{"đến hết quý I/2026", "day - 31/3/2026"},
		{"trong vòng 30 ngày kể từ ngày 01/10/2025", "day - 31/10/2025"},
		{"Ngày 15/10/2025", "day - 15/10/2025"},
		{"10h00 ngày 15/10/2025", "day - 15/10/2025"},
		{"trước 17h00 ngày 15/10/2025", "day - 15/10/2025"},
		{"trước tháng 10/2025", "day - 30/9/2025"},
		{"trước quý IV/2025", "day - 30/9/2025"},
		{"trước năm 2026", "day - 31/12/2025"},
		{"đến năm 2030", "day - 31/12/2030"},
		{"Đến năm 2030, tầm nhìn đến năm 2045", "day - 31/12/2030"},
		{"trong thời hạn 15 ngày, kể từ ngày 01/10/2025", "day - 16/10/2025"},
		{"xong trước 30/6/2026", "day - 29/6/2026"},
		{"không muộn hơn ngày 15/10/2025", "day - 15/10/2025"},
		{"trước ngày 01/01/2026", "day - 31/12/2025"},
		{"Từ nay đến hết năm 2025", "day - 31/12/2025"},
		{"từ nay đến 31/12/2025", "day - 31/12/2025"},
		{"Sau khi có Nghị định, hoàn thành trước ngày 31/12/2025", "day - 30/12/2025"},
		{"20/12/2025 (theo Kế hoạch số 12/KH-UBND ngày 15/5/2025)", "day - 20/12/2025"},
		{"Ngày 29/02/2028", "day - 29/2/2028"},
		{"tới hết quý IV năm 2025", "day - 31/12/2025"},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void periods(void **state)
{
	static const struct row rows[] = {
		{"Quý IV/2025", "period 1/10/2025 - 31/12/2025"},
		{"quý IV năm 2025", "period 1/10/2025 - 31/12/2025"},
		{"Quý 4/2025", "period 1/10/2025 - 31/12/2025"},
		{"Q4/2025", "period 1/10/2025 - 31/12/2025"},
		{"Q.IV/2025", "period 1/10/2025 - 31/12/2025"},
		{"QIV/2025", "period 1/10/2025 - 31/12/2025"},
		{"Quí IV/2025", "period 1/10/2025 - 31/12/2025"},
		{"QUÝ IV - 2025", "period 1/10/2025 - 31/12/2025"},
		{"Trong tháng 10/2025", "period 1/10/2025 - 31/10/2025"},
		{"năm 2026", "period 1/1/2026 - 31/12/2026"},
		{"Trong năm 2026", "period 1/1/2026 - 31/12/2026"},
		{"2026", "period 1/1/2026 - 31/12/2026"},
		{"giai đoạn 2026 - 2030", "period 1/1/2026 - 31/12/2030"},
		{"2026-2030", "period 1/1/2026 - 31/12/2030"},
		{"6 tháng đầu năm 2026", "period 1/1/2026 - 30/6/2026"},
		{"6 tháng cuối năm 2026", "period 1/7/2026 - 31/12/2026"},
		{"06 tháng đầu năm 2026", "period 1/1/2026 - 30/6/2026"},
		{"9 tháng đầu năm 2026", "period 1/1/2026 - 30/9/2026"},
		{"nửa đầu năm 2026", "period 1/1/2026 - 30/6/2026"},
		{"Hoàn thành trong tháng 11/2025", "period 1/11/2025 - 30/11/2025"},
		{"cuối năm 2025", "period 1/1/2025 - 31/12/2025"},
		{"Quý III - IV/2025", "period 1/7/2025 - 31/12/2025"},
		{"tháng 9-12/2025", "period 1/9/2025 - 31/12/2025"},
		{"Quý IV/2025 (theo tiến độ thực hiện tại các nhiệm vụ được giao trong các văn bản chỉ đạo nêu trên).", "period 1/10/2025 - 31/12/2025"},
		{"Quý IV/2025 (theo lộ trình hướng dẫn của Văn phòng Trung ương Đảng).", "period 1/10/2025 - 31/12/2025"},
		{"Từ tháng 9/2025 đến tháng 12/2025", "period 1/9/2025 - 31/12/2025"},
		{"từ ngày 01/9/2025 đến ngày 31/12/2025", "period 1/9/2025 - 31/12/2025"},
		{"từ ngày 01/9 đến ngày 31/12/2025", "period 1/9/2025 - 31/12/2025"},
		{"Từ 01/9 - 31/12/2025", "period 1/9/2025 - 31/12/2025"},
		{"tháng 9, tháng 10 năm 2025", "period 1/9/2025 - 31/10/2025"},
		{"Tháng 9 và tháng 10/2025", "period 1/9/2025 - 31/10/2025"},
		{"Tháng 12 năm 2025", "period 1/12/2025 - 31/12/2025"},
		{"T12/2025", "period 1/12/2025 - 31/12/2025"},
		{"12/2025", "period 1/12/2025 - 31/12/2025"},
		{"tuần 2 tháng 10/2025", "period 1/10/2025 - 31/10/2025"},
		{"đầu tháng 10/2025", "period 1/10/2025 - 31/10/2025"},
		{"giữa tháng 10/2025", "period 1/10/2025 - 31/10/2025"},
		{"cuối tháng 10/2025", "period 1/10/2025 - 31/10/2025"},
		{"đầu quý IV/2025", "period 1/10/2025 - 31/12/2025"},
		{"cuối quý IV/2025", "period 1/10/2025 - 31/12/2025"},
		{"đầu năm 2026", "period 1/1/2026 - 31/12/2026"},
		{"từ năm 2025 đến năm 2030", "period 1/1/2025 - 31/12/2030"},
		{"Quý IV/2025 và Quý I/2026", "period 1/10/2025 - 31/3/2026"},
		{"Quý IV/2025 - Quý II/2026", "period 1/10/2025 - 30/6/2026"},
		{"Ngay trong tháng 10/2025", "period 1/10/2025 - 31/10/2025"},
		{"Quý II, III/2026", "period 1/4/2026 - 30/9/2026"},
		{"Quý II và Quý III năm 2026", "period 1/4/2026 - 30/9/2026"},
		{"tháng 9 - tháng 12 năm 2025", "period 1/9/2025 - 31/12/2025"},
		{"01-15/10/2025", "period 1/10/2025 - 15/10/2025"},
		{"Nhiệm kỳ 2025 - 2030", "period 1/1/2025 - 31/12/2030"},
		{"Quý IV/2025, Quý I/2026", "period 1/10/2025 - 31/3/2026"},
		{"Năm 2025-2026", "period 1/1/2025 - 31/12/2026"},
		{"Tháng 10 - 2025", "period 1/10/2025 - 31/10/2025"},
		{"Quý 3+4/2025", "period 1/7/2025 - 31/12/2025"},
		{"Quý 3&4 năm 2025", "period 1/7/2025 - 31/12/2025"},
		{"Giai đoạn 1: 2025 - 2026", "period 1/1/2025 - 31/12/2026"},
		{"Quý IV/2025, theo Kế hoạch số 12/KH-UBND ngày 15/5/2025", "period 1/10/2025 - 31/12/2025"},
		{"Triển khai từ tháng 9/2025, hoàn thành trong tháng 12/2025", "period 1/9/2025 - 31/12/2025"},
		{"Tháng 9, 10, 11/2025", "period 1/9/2025 - 30/11/2025"},
		{"Qúy IV/2025", "period 1/10/2025 - 31/12/2025"},
		{"Tháng 02/2028", "period 1/2/2028 - 29/2/2028"},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void recurring(void **state)
{
	static const struct row rows[] = {
		{"thường xuyên, hằng ngày", "recurring day"},
		{"thực hiện thường xuyên, hàng ngày.", "recurring day"},
		{"Thường xuyên", "recurring always"},
		{"hằng quý", "recurring quarter"},
		{"Hàng quý", "recurring quarter"},
		{"định kỳ trước ngày 25 hằng tháng", "recurring month"},
		{"Hằng năm", "recurring year"},
		{"hằng năm, hoàn thành trước 31/12", "recurring year"},
		{"Hằng tháng (trước ngày 20)", "recurring month"},
		{"định kỳ 6 tháng, hằng năm", "recurring year"},
		{"Thường xuyên, báo cáo trước 15/12/2025", "recurring always - 14/12/2025"},
		{"Thường xuyên (2025 - 2030)", "recurring always 1/1/2025 - 31/12/2030"},
		{"Hàng tuần, vào thứ Sáu", "recurring week"},
		{"Trước ngày 25 hằng tháng", "recurring month"},
		{"15 hằng tháng", "recurring month"},
		{"Hàng ngày", "recurring day"},
		{"3 tháng/lần", "recurring quarter"},
		{"6 tháng một lần", "recurring half"},
		{"02 lần/năm", "recurring year"},
		{"mỗi quý một lần", "recurring quarter"},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void open_ended(void **state)
{
	static const struct row rows[] = {
		{"sau ngày 01/7/2025", "open 2/7/2025 -"},
		{"2025 và các năm tiếp theo", "open 1/1/2025 -"},
		{"Năm 2025 và những năm tiếp theo", "open 1/1/2025 -"},
		{"Từ năm 2026", "open 1/1/2026 -"},
		{"Lâu dài", "open"},
		{"Không thời hạn", "open"},
		{"kể từ ngày 01/7/2025", "open 1/7/2025 -"},
		{"Từ ngày 01/7/2025", "open 1/7/2025 -"},
		{"Từ 01/7/2025 trở đi", "open 1/7/2025 -"},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void conditional(void **state)
{
	static const struct row rows[] = {
		{"theo hướng dẫn của bộ", "conditional"},
		{"sau khi Chính phủ ban hành Nghị định", "conditional"},
		{"Sau khi Nghị định có hiệu lực", "conditional"},
		{"ngay sau khi được phê duyệt", "conditional"},
		{"trong 05 ngày làm việc kể từ ngày 01/10/2025", "conditional"},
		{"Theo chỉ đạo, hướng dẫn của các bộ, ngành Trung ương.", "conditional"},
		{"Khi có yêu cầu", "conditional"},
		{"Theo yêu cầu", "conditional"},
		{"Theo kế hoạch", "conditional"},
		{"Theo Kế hoạch số 12/KH-UBND ngày 15/5/2025", "conditional"},
		{"theo Quyết định số 100/QĐ-TTg", "conditional"},
		{"Trước Tết Nguyên đán 2026", "conditional"},
		{"trước kỳ họp cuối năm 2025 của HĐND tỉnh", "conditional"},
		{"Trình kỳ họp thứ 10 HĐND tỉnh", "conditional"},
		{"30 ngày kể từ ngày ký", "conditional"},
		{"trong 10 ngày kể từ ngày nhận được văn bản", "conditional"},
		{"đột xuất", "conditional"},
		{"Đột xuất khi có yêu cầu", "conditional"},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void unclear(void **state)
{
	static const struct row rows[] = {
		{"cuối năm", "unclear no-year"},
		{"31/02/2026", "unclear no-such-day"},
		{"32/12/2025", "unclear no-such-day"},
		{"15/13/2025", "unclear no-such-day"},
		{"trước 15/10", "unclear no-year"},
		{"Quý IV", "unclear no-year"},
		{"tháng 10", "unclear no-year"},
		{"15/10/25", "unclear no-year"},
		{"Khẩn trương", "unclear"},
		{"Ngay", "unclear"},
		{"Thực hiện ngay", "unclear"},
		{"x", "unclear"},
		{"Không", "unclear"},
		{"Đã hoàn thành", "unclear"},
		{"chưa xác định", "unclear"},
		{"trong quý này", "unclear"},
		{"Quý I năm sau", "unclear no-year"},
		{"Hoàn thành trước ngày 30/11/2025; báo cáo trước ngày 15/12/2025", "unclear several"},
		{"30/11/2025 và 15/12/2025", "unclear several"},
		{"10-12/2025", "unclear"},
		{"trước ngày 5 tháng sau", "unclear"},
		{"ngày 25 của tháng cuối quý", "unclear"},
		{"45 ngày", "unclear"},
		{"tối thiểu 2 năm", "unclear"},
		{"năm học 2025 - 2026", "unclear"},
		{"- Sở Tài chính: 15/10/2025\n- Sở Nội vụ: 30/10/2025", "unclear several"},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void nothing(void **state)
{
	static const struct row rows[] = {{"", "none"}, {"  ", "none"}, {"-", "none"}, {"…", "none"}};
	struct arena *a = arena_new();
	struct deadline d;

	(void)state;
	EXPECT_ALL(rows);
	deadline_read(a, NULL, &d);
	assert_int_equal(d.kind, DEADLINE_NONE);
	assert_string_equal(d.words, "");
	arena_free(a);
}

/* Far longer than any deadline: read to its limit, without a fault. */
static void endless_text(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_puts(&b, "Quý IV/2025 và ");
	struct arena *a = arena_new();
	struct deadline d;
	deadline_read(a, b.data, &d);
	assert_ptr_equal(d.words, b.data);
	arena_free(a);
	buf_free(&b);
}

static void days_are_counted(void **state)
{
	(void)state;
	assert_int_equal(date_number((struct date){1, 1, 1970}), 0);
	assert_int_equal(date_number((struct date){1, 3, 2000}) - date_number((struct date){28, 2, 2000}), 2);
	for (long n = -100000; n < 100000; n += 17)
		assert_int_equal(date_number(date_from_number(n)), n);
	assert_int_equal(date_month_end(2028, 2).day, 29);
	assert_int_equal(date_month_end(2100, 2).day, 28);
	assert_int_equal(date_month_end(2025, 12).day, 31);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days), cmocka_unit_test(periods), cmocka_unit_test(recurring), cmocka_unit_test(open_ended), cmocka_unit_test(conditional),
		cmocka_unit_test(unclear), cmocka_unit_test(nothing), cmocka_unit_test(endless_text), cmocka_unit_test(days_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
