/* utf8, viet */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "base/viet.h"

#define N(x) (sizeof(x) / sizeof *(x))

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

/* ---- utf8 ---- */

static void every_character_goes_round(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char s[4];
		size_t n = utf8_put(s, c);
		const char *p = s;
		bool surrogate = c >= 0xD800 && c <= 0xDFFF;
		assert_int_equal(utf8_next(&p, s + n), surrogate ? 0xFFFD : c);
		assert_int_equal(p - s, n);
		assert_int_equal(utf8_check(s, n), n);
	}
}

static void ill_formed_bytes_are_found(void **state)
{
	static const struct { const char *s; size_t n, bad; } cases[] = {
		{"\xC0\x80", 2, 0}, {"a\xE0\x80\x80", 4, 1}, {"\xED\xA0\x80", 3, 0}, {"\xF4\x90\x80\x80", 4, 0},
		{"\xF0\x80\x80\x80", 4, 0}, {"ab\xFF", 3, 2}, {"\xC4", 1, 0}, {"\xE1\xBA", 2, 0}, {"\xC4x", 2, 0}, {"\x80", 1, 0},
		{"\xF1\x80\x80", 3, 0}, {"\xFB\xBF\xBF\xBF", 4, 0},
	};
	for (size_t i = 0; i < N(cases); i++) {
		assert_int_equal(utf8_check(cases[i].s, cases[i].n), cases[i].bad);
		size_t n;
		const char *good = utf8_nfc(*state, cases[i].s, cases[i].n, &n);
		assert_int_equal(utf8_check(good, n), n);
		const char *p = cases[i].s + cases[i].bad;
		assert_int_equal(utf8_next(&p, cases[i].s + cases[i].n), 0xFFFD);
		assert_ptr_equal(p, cases[i].s + cases[i].bad + 1);
	}
	assert_int_equal(utf8_count("Điều 1", strlen("Điều 1")), 6);
}

static void nfc_composes_and_leaves_alone(void **state)
{
	static const char *const kept[] = {"", "abc", "Ủy ban nhân dân – “tỉnh”…", "漢字 α 5 ²", "\xEF\xBB\xBFxyz"};
	size_t n;
	for (size_t i = 0; i < N(kept); i++) {
		assert_ptr_equal(utf8_nfc(*state, kept[i], strlen(kept[i]), &n), kept[i]);
		assert_int_equal(n, strlen(kept[i]));
	}
	static const char nfd[] = "Tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t"; /* e ^ ´, e . ^ */
	const char *s = utf8_nfc(*state, nfd, sizeof nfd - 1, &n);
	assert_string_equal(s, "Tiếng Việt");
	assert_int_equal(n, strlen(s));
	assert_string_equal(utf8_nfc(*state, "ê\xCC\x81", 4, &n), "ế"); /* half composed */
	static const char with_nul[] = "e\xCC\x81\0e\xCC\x81";
	s = utf8_nfc(*state, with_nul, sizeof with_nul - 1, &n);
	assert_int_equal(n, 5);
	assert_memory_equal(s, "é\0é", 5);
}

/* GLib alone would take seconds for these. */
static void nfc_of_long_text_is_quick(void **state)
{
	static const struct { const char *in, *out; } units[] = {
		{"Vie\xCC\xA3\xCC\x82t ", "Việt "}, {"e\xCC\x81", "é"}, {"\xE1\x84\x80\xE1\x85\xA1", "가"}, {"漢", "漢"},
		{"e\xCC\x81\0", "é\0"}, {"q\xCC\x81", "q\xCC\x81"},
	};
	enum { TIMES = 100000 };
	for (size_t i = 0; i < N(units); i++) {
		size_t zero = i == 4, in_n = strlen(units[i].in) + zero, out_n = strlen(units[i].out) + zero, n;
		char *in = arena_alloc(*state, TIMES * in_n), *out = arena_alloc(*state, TIMES * out_n);
		for (size_t k = 0; k < TIMES; k++) {
			memcpy(in + k * in_n, units[i].in, in_n);
			memcpy(out + k * out_n, units[i].out, out_n);
		}
		const char *got = utf8_nfc(*state, in, TIMES * in_n, &n);
		assert_int_equal(n, TIMES * out_n);
		assert_memory_equal(got, out, n);
	}
	char *marks = arena_alloc(*state, 2 * TIMES); /* no letter, marks alone, out of order */
	for (size_t k = 0; k < TIMES; k++)
		utf8_put(marks + 2 * k, k % 2 ? 0x323 : 0x301);
	size_t n;
	assert_non_null(utf8_nfc(*state, marks, 2 * TIMES, &n));
	assert_int_equal(n, 2 * TIMES);
}

static void case_is_mapped(void **state)
{
	assert_string_equal(utf8_upper(*state, "quyết định số 71, đ/c ứ"), "QUYẾT ĐỊNH SỐ 71, Đ/C Ứ");
	assert_string_equal(utf8_lower(*state, "QUYẾT ĐỊNH Ố"), "quyết định ố");
	assert_string_equal(utf8_upper_first(*state, "đồng chí A"), "Đồng chí A");
	assert_string_equal(utf8_lower_first(*state, "Ủy Ban"), "ủy Ban");
	assert_string_equal(utf8_one_line(*state, "a\nb\n\nc"), "a b  c");
	char eighty[3 * 80 + 1] = "", more[3 * 81 + 1] = "";
	for (int i = 0; i < 80; i++)
		strcat(eighty, "ủ");
	strcat(strcpy(more, eighty), "a");
	assert_ptr_equal(utf8_short(*state, eighty), eighty);
	assert_int_equal(strncmp(utf8_short(*state, more), eighty, sizeof eighty - 1), 0);
	assert_string_equal(utf8_short(*state, more) + sizeof eighty - 1, "…");
	assert_string_equal(utf8_upper(*state, ""), "");
	assert_string_equal(utf8_upper_first(*state, ""), "");
	assert_string_equal(utf8_upper(*state, "\xFF"), "\xEF\xBF\xBD");
	assert_true(utf8_is_upper(0x110) && utf8_is_lower(0x111) && utf8_is_alpha(0x1EA1) && !utf8_is_alpha('1'));
	assert_true(utf8_is_space(0xA0) && utf8_is_space(0x2003) && utf8_is_space('\t') && !utf8_is_space(0x200B));
}

/* ---- viet ---- */

static void keys_fold(void **state)
{
	static const char *const same[] = {"Trích yếu", "trich-yeu", "TRICH_YEU", ("tri\xCC\x81" "ch ye\xCC\x82\xCC\x81u"), " trích  yếu\xC2\xA0"};
	for (size_t i = 0; i < N(same); i++)
		assert_string_equal(viet_fold(*state, same[i]), "trichyeu");
	assert_string_equal(viet_fold(*state, "Độ Khẩn ĐƯỜNG"), "dokhanduong");
	assert_string_equal(viet_fold(*state, ""), "");
	/* the longest decompositions must fit */
	char s[4 * 64 + 1];
	for (uint32_t c = 0x80; c <= 0x10FFFF; c++) {
		size_t n = 0;
		for (int i = 0; i < 4; i++)
			n += utf8_put(s + n, c);
		s[n] = 0;
		char *f = viet_fold(*state, s);
		assert_true(strlen(f) <= 3 * n);
		if (c % 4096 == 0)
			arena_reset(*state);
	}
}

static void slugs_are_file_names(void **state)
{
	assert_string_equal(viet_slug(*state, "Kế hoạch số 5"), "ke-hoach-so-5");
	assert_string_equal(viet_slug(*state, "  57-NQ/TW: ../Đổi mới!  "), "57-nq-tw-doi-moi");
	assert_string_equal(viet_slug(*state, "../.."), "");
	char s[1001];
	memset(s, 'a', 1000);
	s[1000] = 0;
	assert_true(strlen(viet_slug(*state, s)) <= 120);
}

static void distances(void **state)
{
	(void)state;
	assert_int_equal(viet_distance("trichyeu", "trichyeu", 3), 0);
	assert_int_equal(viet_distance("trichyu", "trichyeu", 3), 1);
	assert_int_equal(viet_distance("tirchyeu", "trichyeu", 3), 1);
	assert_int_equal(viet_distance("noinhan", "noigui", 9), 4);
	assert_int_equal(viet_distance("abc", "xyz", 2), 2);
	assert_int_equal(viet_distance("", "abc", 9), 3);
	assert_int_equal(viet_distance("", "", 9), 0);
	char s[5001];
	memset(s, 'a', 5000);
	s[5000] = 0;
	assert_int_equal(viet_distance(s, s + 1, 3), 3);
	assert_int_equal(viet_distance(s, "b", 3), 3);
}

static void dates_are_read(void **state)
{
	(void)state;
	static const struct { const char *s; int d, m, y; } good[] = {
		{"15/5/2025", 15, 5, 2025}, {"15-05-2025", 15, 5, 2025}, {"15.5.2025", 15, 5, 2025}, {"2025-05-15", 15, 5, 2025},
		{" 5/2025 ", 0, 5, 2025}, {"2025-05", 0, 5, 2025}, {"2025", 0, 0, 2025}, {"29/2/2024", 29, 2, 2024},
		{"ngày 15 tháng 5 năm 2025", 15, 5, 2025}, {"Ngày 05 Tháng 05 Năm 2025", 5, 5, 2025},
		{"ngày    tháng 5 năm 2025", 0, 5, 2025}, {"ngày … tháng 5 năm 2025", 0, 5, 2025}, {"tháng 5 năm 2025", 0, 5, 2025},
		{"tháng 5/2025", 0, 5, 2025}, {"năm 2025", 0, 0, 2025}, {"ngày 15/5/2025", 15, 5, 2025}, {"15 / 5 / 2025", 15, 5, 2025},
		{"nga\xCC\x80y 15 tha\xCC\x81ng 5 na\xCC\x86m 2025", 15, 5, 2025}, {"ngày [    ] tháng 5 năm 2025", 0, 5, 2025},
	};
	for (size_t i = 0; i < N(good); i++) {
		struct date d;
		if (!viet_date(good[i].s, &d))
			fail_msg("not read: %s", good[i].s);
		assert_int_equal(d.day, good[i].d);
		assert_int_equal(d.month, good[i].m);
		assert_int_equal(d.year, good[i].y);
	}
	static const char *const bad[] = {
		"", " ", "31/4/2025", "29/2/2025", "0/5/2025", "15/13/2025", "15/0/2025", "15/5", "15/5/25", "1.10", "15/5-2025", "15/5/2025x",
		"2025/15/5", "20255", "ngày", "ngày 15", "ngày 15 năm 2025", "ngày 31 tháng 4 năm 2025", "tháng 5", "x", "15/5/2025/1", "/5/2025",
		"1/1/0999", "999999999999/1/2025", "-1/5/2025", "hôm nay", "2025-5-15-1",
		"ngày 15 tháng 5 năm 2025 và rất nhiều chữ nữa ở phía sau để cho dài ra quá mức",
	};
	for (size_t i = 0; i < N(bad); i++) {
		struct date d;
		if (viet_date(bad[i], &d))
			fail_msg("read: %s", bad[i]);
		assert_int_equal(d.year, 0);
	}
}

static void dates_are_compared(void **state)
{
	(void)state;
	assert_true(viet_date_valid((struct date){29, 2, 2000}));
	assert_false(viet_date_valid((struct date){29, 2, 1900}));
	assert_false(viet_date_valid((struct date){0, 5, 2025}));
	assert_false(viet_date_valid((struct date){1, -5, 2025}));
	assert_true(viet_date_cmp((struct date){1, 1, 2025}, (struct date){31, 12, 2024}) > 0);
	assert_true(viet_date_cmp((struct date){0, 5, 2025}, (struct date){1, 5, 2025}) < 0);
	assert_int_equal(viet_date_cmp((struct date){1, 5, 2025}, (struct date){1, 5, 2025}), 0);
}

static void letters_and_numerals(void **state)
{
	(void)state;
	size_t len;
	assert_string_equal(viet_point_letter(4), "đ");
	assert_string_equal(viet_point_letter(22), "y");
	assert_null(viet_point_letter(23));
	assert_null(viet_point_letter(-1));
	for (int i = 0; i < 23; i++) {
		assert_int_equal(viet_point_index(viet_point_letter(i), &len), i);
		assert_int_equal(len, strlen(viet_point_letter(i)));
	}
	assert_int_equal(viet_point_index("f)", &len), -1);
	assert_int_equal(viet_point_index("", &len), -1);
	for (int i = 1; i <= 3999; i++) {
		char s[16];
		viet_roman(i, s);
		assert_int_equal(viet_unroman(s, strlen(s)), i);
	}
	static const char *const bad[] = {"", "IIII", "IXI", "VX", "IC", "MMMM", "i", "XIIa", "IM", "MMMMMMMMMMMMMMMMMMMM"};
	for (size_t i = 0; i < N(bad); i++)
		assert_int_equal(viet_unroman(bad[i], strlen(bad[i])), -1);
	char s[16];
	viet_roman(0, s);
	assert_string_equal(s, "");
	viet_roman(4000, s);
	assert_string_equal(s, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_goes_round),
		cmocka_unit_test_setup_teardown(ill_formed_bytes_are_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nfc_composes_and_leaves_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nfc_of_long_text_is_quick, set_up, tear_down),
		cmocka_unit_test_setup_teardown(case_is_mapped, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keys_fold, set_up, tear_down),
		cmocka_unit_test_setup_teardown(slugs_are_file_names, set_up, tear_down),
		cmocka_unit_test(distances), cmocka_unit_test(dates_are_read), cmocka_unit_test(dates_are_compared),
		cmocka_unit_test(letters_and_numerals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
