/* The tables of the decrees */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "form/form.h"
#include "form/kind.h"
#include "form/name.h"

static void forms_by_date(void **state)
{
	(void)state;
	assert_int_equal(form_for(REGIME_ND30, (struct date){ 1, 1, 2026 })->id, FORM_ND30);
	assert_int_equal(form_for(REGIME_AUTO, (struct date){ 0, 0, 0 })->id, FORM_ND30);
	assert_int_equal(form_for(REGIME_PARTY, (struct date){ 26, 5, 2026 })->id, FORM_HD36);
	assert_int_equal(form_for(REGIME_PARTY, (struct date){ 27, 5, 2026 })->id, FORM_HD05);
	assert_int_equal(form_for(REGIME_PARTY, (struct date){ 0, 10, 2025 })->id, FORM_HD36);
	assert_int_equal(form_for(REGIME_PARTY, (struct date){ 0, 0, 0 })->id, FORM_HD05);
}

static void kinds_of_the_decree(void **state)
{
	int state_kinds = 0;

	(void)state;
	for (int i = 0; i < KIND_COUNT; i++) {
		const struct kind *k = kind_get((enum kind_id)i);
		struct arena *a = arena_new();

		assert_non_null(k);
		assert_int_equal(k->id, i);
		state_kinds += k->state;
		assert_ptr_equal(kind_find(k->name), k);
		assert_ptr_equal(kind_find(k->slug), k);
		assert_string_equal(viet_slug(a, k->name), k->slug);
		assert_non_null(k->code);
		assert_true(k->state || k->code_party != NULL);
		arena_free(a);
	}
	assert_int_equal(state_kinds, 29);
	assert_null(kind_get(KIND_COUNT));
	assert_string_equal(kind_get(KIND_QUY_DINH)->code, "QyĐ");
	assert_string_equal(kind_get(KIND_QUY_DINH)->code_party, "QĐ");
}

static void kinds_by_name(void **state)
{
	(void)state;
	assert_int_equal(kind_find("TỜ TRÌNH")->id, KIND_TO_TRINH);
	assert_int_equal(kind_find("to_trinh")->id, KIND_TO_TRINH);
	assert_int_equal(kind_find("Nghị quyết (cá biệt)")->id, KIND_NGHI_QUYET);
	assert_int_equal(kind_find("Bản thoả thuận")->id, KIND_BAN_THOA_THUAN);
	assert_null(kind_find("Tờ trìn"));
	assert_null(kind_find(""));
	assert_null(kind_find(NULL));
	assert_int_equal(kind_near("Tờ trìn")->id, KIND_TO_TRINH);
	assert_int_equal(kind_near("Thôg báo")->id, KIND_THONG_BAO);
	assert_null(kind_near("Xyzzyplugh quux"));
}

static void styles_whole(void **state)
{
	static const struct date days[] = { { 1, 1, 2026 }, { 1, 6, 2026 } };
	struct style s[ROLE_COUNT];

	(void)state;
	for (int regime = 0; regime < 2; regime++)
		for (int day = 0; day < 2; day++) {
			const struct form *f = form_for(regime ? REGIME_PARTY : REGIME_ND30, days[day]);

			form_styles(f, &(struct choice){ .para_after = -1 }, s);
			for (int r = 0; r < ROLE_COUNT; r++) {
				assert_non_null(s[r].id);
				assert_non_null(s[r].name);
				assert_true(s[r].size_hp > 0);
				assert_true(s[r].line > 0);
				assert_true((int)s[r].based_on < ROLE_COUNT);
				for (const char *p = s[r].id; *p; p++)
					assert_true((unsigned char)*p < 128);
				for (int q = 0; q < r; q++) {
					assert_string_not_equal(s[q].id, s[r].id);
					assert_string_not_equal(s[q].name, s[r].name);
				}
				/* the number: brought to the date's baseline; a rule: clear of the tails of the line above */
				if (r != ROLE_SIGN_NAME && r != ROLE_NUMBER && r != ROLE_RULE)
					assert_int_equal(s[r].space_before, 0);
			}
		}
}

static void sizes_of_nd30(void **state)
{
	const struct form *f = form_for(REGIME_ND30, (struct date){ 0, 0, 0 });
	struct choice c = { .para_after = -1 };
	struct style s[ROLE_COUNT];

	(void)state;
	form_styles(f, &c, s);
	assert_int_equal(s[ROLE_NATION].size_hp, 26);
	assert_int_equal(s[ROLE_MOTTO].size_hp, 28);
	assert_int_equal(s[ROLE_PLACE_DATE].size_hp, 28);
	assert_int_equal(s[ROLE_NUMBER].size_hp, 26);
	assert_int_equal(s[ROLE_BODY].size_hp, 28);
	assert_int_equal(s[ROLE_BODY].line, 360);
	assert_int_equal(s[ROLE_BODY].line_rule, LINE_EXACT);
	assert_int_equal(s[ROLE_BODY].first_indent, 567);
	assert_int_equal(s[ROLE_BODY].space_after, 120);
	assert_int_equal(s[ROLE_RECIPIENT].size_hp, 22);
	assert_true(s[ROLE_RECIPIENTS].bold && s[ROLE_RECIPIENTS].italic && !s[ROLE_RECIPIENTS].underline);
	c.small_header = true;
	c.body_hp = 26;
	c.line_multiple = 1.2;
	c.indent = 720;
	form_styles(f, &c, s);
	assert_int_equal(s[ROLE_NATION].size_hp, 24);
	assert_int_equal(s[ROLE_MOTTO].size_hp, 26);
	assert_int_equal(s[ROLE_PLACE_DATE].size_hp, 26);
	assert_int_equal(s[ROLE_NUMBER].size_hp, 26);
	assert_int_equal(s[ROLE_KIND].size_hp, 26);
	assert_int_equal(s[ROLE_BODY].line, 288);
	assert_int_equal(s[ROLE_BODY].line_rule, LINE_MULTIPLE);
	assert_int_equal(s[ROLE_BASIS].first_indent, 720);
	assert_int_equal(s[ROLE_SIGN_NOTE].size_hp, 22); /* the words of a confirmation: form 1.10 */
	assert_in_range(s[ROLE_RULE].space_before, 60, 120);
	/* nothing parts the names of the issuers of a joint document, nor a subject from "(Kèm theo …)" */
	assert_int_equal(s[ROLE_ISSUER].space_after + s[ROLE_SUBJECT].space_after, 0);
	/* a frame of 8 mm, its two rules of 10 twips included */
	assert_int_equal(s[ROLE_URGENCY].line + 2 * s[ROLE_URGENCY].box_pad + 2 * 10, 454);
}

static void sizes_of_the_party(void **state)
{
	struct style s[ROLE_COUNT];

	(void)state;
	form_styles(form_for(REGIME_PARTY, (struct date){ 0, 0, 0 }), &(struct choice){ .para_after = -1 }, s);
	assert_int_equal(s[ROLE_NATION].size_hp, 30);
	assert_int_equal(s[ROLE_ISSUER].size_hp, 28);
	assert_int_equal(s[ROLE_KIND].size_hp, 30);
	assert_int_equal(s[ROLE_RECIPIENTS].size_hp, 28);
	assert_true(s[ROLE_RECIPIENTS].underline && !s[ROLE_RECIPIENTS].bold);
	assert_int_equal(s[ROLE_RECIPIENT].size_hp, 24);
	assert_true(s[ROLE_SIGN_TITLE].bold && !s[ROLE_SIGN_POSITION].bold);
	assert_false(s[ROLE_BASIS].italic);
	assert_true(s[ROLE_SUBJECT_LETTER].italic);
	assert_int_equal(s[ROLE_CONTACT].size_hp, 20);
}

static void names_keep_their_capital(void **state)
{
	static const char *const names[] = { "Việt Nam và thế giới", "Sở Nội vụ", "UBND các xã", "5G", "Kế hoạch phát triển", "Chính phủ số", "Tết Nguyên đán", "“Dân vận khéo”", "Ủy ban nhân dân",
		"Đề án 06", "VNeID", "Tỉnh ủy"};
	static const char *const others[] = { "Chuyển đổi số", "Công tác văn thư", "Đoàn kết toàn dân", "Quỹ đất sạch", "Phong trào thi đua", "Lệnhx", "Tổ chức bộ máy"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!name_begins(names[i]))
			fail_msg("%s", names[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (name_begins(others[i]))
			fail_msg("%s", others[i]);
	assert_true(name_begins(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_by_date), cmocka_unit_test(kinds_of_the_decree), cmocka_unit_test(kinds_by_name),
		cmocka_unit_test(styles_whole), cmocka_unit_test(sizes_of_nd30), cmocka_unit_test(names_keep_their_capital), cmocka_unit_test(sizes_of_the_party),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
