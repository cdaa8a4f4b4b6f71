/* The figures of a report: counts, shares, lists, changes, groups, and the names by which templates ask for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "compose/figures.h"
#include "compose/merge.h"

struct row { const char *text, *lead, *directive, *area, *due; struct date assigned, done; const char *trouble; };
struct bench { struct arena *a; struct reg_task tasks[400]; const struct reg_task *p[400]; struct report_view v; struct value *root; };

static void begin(struct bench *b)
{
	*b = (struct bench){ .a = arena_new() };
	b->v = (struct report_view){ .tasks = b->p, .quarter = 4, .year = 2025, .at = {31, 12, 2025} };
}

static void add(struct bench *b, const struct row *r)
{
	struct reg_task *t = &b->tasks[b->v.n_tasks];

	*t = (struct reg_task){ .text = r->text, .lead = r->lead, .directive = r->directive, .area = r->area, .assigned = r->assigned, .done = r->done, .progress = -1,
		.trouble = r->trouble };
	deadline_read(b->a, r->due, &t->due);
	b->p[b->v.n_tasks++] = t;
}

static void make(struct bench *b)
{
	b->root = value_map(b->a);
	figures(b->a, &b->v, b->root);
}

/* What a template gives with the figures. */
static void expect(struct bench *b, const char *template, const char *want)
{
	struct diag g;
	struct merged m = { .text = "" };
	struct template *t;

	diag_init(&g, b->a);
	t = merge_open(b->a, "t", NULL, template, strlen(template), &g);
	assert_non_null(t);
	if (!merge(b->a, t, b->root, &m, &g))
		print_error("%s\n", g.items[0].text);
	assert_string_equal(m.text, want);
}

/* One task of each state at 31/12/2025. */
static const struct row states[] = {
	{ "A", "Sở A", "1/KH-UBND", "Đất đai", "15/11/2025", {1, 10, 2025}, {10, 11, 2025}, NULL },
	{ "B", "Sở A", "1/KH-UBND", "Đất đai", "15/11/2025", {1, 10, 2025}, {20, 11, 2025}, NULL },
	{ "C", "sở a", "Kế hoạch số 1/KH-UBND", "Y tế", "Quý I/2026", {1, 10, 2025}, {0}, "Thiếu vốn" },
	{ "D", "Sở B", "2/QĐ-UBND", "Y tế", "20/12/2025", {1, 9, 2025}, {0}, NULL },
	{ "E", "Sở B", NULL, NULL, "thường xuyên", {1, 9, 2025}, {0}, NULL },
	{ "F", "Sở B", NULL, NULL, "Quý II/2026", {1, 9, 2025}, {0}, NULL },
	{ "G", NULL, NULL, NULL, "sớm", {1, 9, 2025}, {0}, NULL },
};

static void counts(void **state)
{
	struct bench b;

	(void)state;
	begin(&b);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		add(&b, &states[i]);
	make(&b);
	expect(&b, "{{tổng số}} {{số hoàn thành}}={{số hoàn thành đúng hạn}}+{{số hoàn thành quá hạn}} {{số trong hạn}} {{số quá hạn}} {{số thường xuyên}} "
		"{{số chưa đến kỳ}} {{số không xác định}} {{số chưa hoàn thành}} {{số đến hạn}}", "07 02=01+01 0 01 01 02 01 05 03");
	expect(&b, "{{tỷ lệ hoàn thành}}={{tỷ lệ hoàn thành đúng hạn}}+{{tỷ lệ hoàn thành quá hạn}} {{tỷ lệ chưa hoàn thành}} {{tỷ lệ đúng hạn}}",
		"28,6%=14,3%+14,3% 71,4% 33,3%");
	expect(&b, "{{#nhiệm vụ}}{{nội dung}}{{dấu trạng thái}}{{^cuối}},{{/cuối}}{{/nhiệm vụ}}", "A●,B▲,C–,D■,E◊,F–,G?");
	expect(&b, "{{#quá hạn}}{{nội dung}} {{số ngày quá hạn}} {{hạn cuối}}{{/quá hạn}} {{#đến hạn kỳ sau}}{{nội dung}}{{/đến hạn kỳ sau}} {{#có khó khăn}}{{khó khăn}}{{/có khó khăn}}",
		"D 11 20/12/2025 C Thiếu vốn");
	arena_free(b.a);
}

/* Whatever the counts, the shares of the seven states are 100 % together, and each is within a tenth of its own. */
static void shares(void **state)
{
	(void)state;
	for (size_t n = 1; n < 60; n++) {
		struct bench b;
		double whole = 0;
		static const char *const names[] = { "tylehoanthanhdunghan", "tylehoanthanhquahan", "tyletronghan", "tylequahan", "tylethuongxuyen", "tylechuadenky", "tylekhongxacdinh" };

		begin(&b);
		for (size_t i = 0; i < n; i++)
			add(&b, &states[(i * i + n) % 7]);
		make(&b);
		for (size_t i = 0; i < 7; i++) {
			const struct value *v = value_get(b.root, names[i]), *c;
			char count[40];

			snprintf(count, sizeof count, "so%s", names[i] + 4);
			c = value_get(b.root, count);
			whole += v->number;
			assert_true(v->number - c->number * 100 / (double)n < 0.1 && c->number * 100 / (double)n - v->number < 0.1);
		}
		assert_true(whole > 99.99 && whole < 100.01);
		arena_free(b.a);
	}
}

static void none(void **state)
{
	struct bench b;

	(void)state;
	begin(&b);
	make(&b);
	expect(&b, "{{tổng số}} {{tỷ lệ hoàn thành}} {{tỷ lệ đúng hạn}}{{#quá hạn}}x{{/quá hạn}}{{^quá hạn}} không có{{/quá hạn}}{{#số quá hạn}}x{{/số quá hạn}}{{#theo cơ quan}}x{{/theo cơ quan}}",
		"0 0% 0% không có");
	arena_free(b.a);
}

static void periods(void **state)
{
	static const struct { int quarter, year; const char *want; } t[] = {
		{4, 2025, "quý IV năm 2025 01/10/2025-31/12/2025 quý III năm 2025 quý I năm 2026 01/01/2026-31/3/2026"},
		{1, 2024, "quý I năm 2024 01/01/2024-31/3/2024 quý IV năm 2023 quý II năm 2024 01/4/2024-30/6/2024"},
		{0, 0, "quý III năm 2026 01/7/2026-30/9/2026 quý II năm 2026 quý IV năm 2026 01/10/2026-31/12/2026"}};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct bench b;

		begin(&b);
		b.v.quarter = t[i].quarter;
		b.v.year = t[i].year;
		b.v.at = (struct date){ 5, 8, 2026 };
		make(&b);
		expect(&b, "{{kỳ báo cáo}} {{ngày đầu kỳ}}-{{ngày cuối kỳ}} {{kỳ trước}} {{kỳ sau}} {{ngày đầu kỳ sau}}-{{ngày cuối kỳ sau}}", t[i].want);
		expect(&b, "{{ngày báo cáo}}|{{ngày chốt}}|{{ngày chốt bằng lời}}", "|05/8/2026|ngày 05 tháng 08 năm 2026");
		arena_free(b.a);
	}
}

/* Against a second register, and against the register's own history. */
static void change(void **state)
{
	struct bench b, before;

	(void)state;
	begin(&b);
	begin(&before);
	for (size_t i = 0; i < 4; i++)
		add(&b, &states[i]);
	add(&before, &states[3]);
	b.v.has_before = true;
	b.v.before = before.p;
	b.v.n_before = 1;
	make(&b);
	/* at 30/9/2025 D was in work, in time */
	expect(&b, "{{#có kỳ trước}}{{so sánh tổng số}}, {{so sánh hoàn thành}}, {{so sánh quá hạn}}, {{so sánh tỷ lệ hoàn thành}}, {{trước.số trong hạn}}/{{trước.tổng số}}{{/có kỳ trước}}",
		"tăng 03 nhiệm vụ, tăng 02 nhiệm vụ, tăng 01 nhiệm vụ, tăng 50 điểm %, 01/01");
	b.v.before = b.p;
	b.v.n_before = 4;
	b.v.n_tasks = 1;
	make(&b);
	expect(&b, "{{so sánh tổng số}}, {{so sánh quá hạn}}", "giảm 03 nhiệm vụ, không thay đổi");
	/* without it: all say when they were assigned, those done when they were */
	b.v.has_before = false;
	b.v.n_tasks = 4;
	make(&b);
	expect(&b, "{{#có kỳ trước}}{{so sánh tổng số}} {{trước.tổng số}}{{/có kỳ trước}}", "tăng 03 nhiệm vụ 01");
	b.tasks[0].assigned = (struct date){ 0 };
	make(&b);
	expect(&b, "{{^có kỳ trước}}không rõ{{/có kỳ trước}}{{so sánh tổng số}}", "không rõ");
	arena_free(b.a);
	arena_free(before.a);
}

/* Bodies by any of their names, in the order of the register; directives by number; fields as they come. */
static void groups(void **state)
{
	static const struct reg_agency agencies[] = {{ .name = "Sở B", .brief = "SB" }, { .name = "Sở An ninh", .brief = "Sở A", .abbr = "SAN", .head = "Lê An" }};
	static const struct reg_directive directives[] = {{ .d = { .code = "1/KH-UBND", .kind = "Kế hoạch", .issuer = "UBND tỉnh", .subject = "Thực hiện việc A", .date = {2, 1, 2025} }}};
	struct bench b;

	(void)state;
	begin(&b);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		add(&b, &states[i]);
	b.v.agencies = agencies;
	b.v.n_agencies = 2;
	b.v.directives = directives;
	b.v.n_directives = 1;
	b.v.key = "Sở A";
	make(&b);
	expect(&b, "{{cơ quan.tên}} {{cơ quan.người ký}}", "Sở An ninh Lê An");
	expect(&b, "{{#theo cơ quan}}{{số thứ tự}} {{tên}} {{tổng số}}/{{số quá hạn}}{{#quá hạn}} {{nội dung}}{{/quá hạn}}; {{/theo cơ quan}}{{số cơ quan}}",
		"1 Sở B 03/01 D; 2 Sở An ninh 03/0; 3 Chưa giao cơ quan chủ trì 01/0; 03");
	expect(&b, "{{#theo lĩnh vực}}{{tên}} {{tổng số}}; {{/theo lĩnh vực}}", "Đất đai 02; Y tế 02; Lĩnh vực khác 03; ");
	expect(&b, "{{#theo văn bản}}{{tên}} {{tổng số}}; {{/theo văn bản}}", "Kế hoạch số 1/KH\\-UBND 03; 2/QĐ\\-UBND 01; Văn bản khác 03; ");
	expect(&b, "{{#văn bản giao nhiệm vụ}}{{^đầu}} và {{/đầu}}{{tên đầy đủ}}{{/văn bản giao nhiệm vụ}} {{số văn bản}}",
		"Kế hoạch số 1/KH\\-UBND ngày 02/01/2025 của UBND tỉnh thực hiện việc A và 2/QĐ-UBND 02");
	expect(&b, "{{#cơ quan còn quá hạn}}{{tên}}{{/cơ quan còn quá hạn}}", "Sở B");
	arena_free(b.a);
}

/* A chart shows the bodies with the most tasks, in the order of the list. */
static void charted(void **state)
{
	struct bench b;
	const struct value *v;

	(void)state;
	begin(&b);
	for (size_t i = 0; i < 30; i++)
		for (size_t k = 0; k <= i % 3; k++)
			add(&b, &(struct row){ "X", arena_printf(b.a, "Xã %02zu", i), NULL, NULL, "31/12/2025", {0}, {0}, NULL });
	make(&b);
	v = value_get(b.root, "coquantrongbieudo");
	assert_int_equal(v->n, 20);
	assert_string_equal(value_get(v->items[0].value, "ten")->text, "Xã 01");
	for (size_t i = 0; i < v->n; i++)
		assert_true(value_get(v->items[i].value, "tongso")->number >= 2);
	expect(&b, "{{#có cơ quan ngoài biểu đồ}}{{số cơ quan trong biểu đồ}}/{{số cơ quan}}{{/có cơ quan ngoài biểu đồ}}", "20/30");
	arena_free(b.a);
}

static void own_columns(void **state)
{
	static struct reg_column cols[] = {{ 0, "Nhiệm vụ", "nhiemvu", REG_TEXT }, { 1, "Phòng phụ trách", "phongphutrach", -1 }, { 2, "Mã hồ sơ", "mahoso", -1 }};
	static const struct reg_sheet sheet = { "so.xlsx", "Nhiệm vụ", REG_TASKS, cols, 3, true };
	struct reg_extra extra[] = {{ &cols[1], "Phòng Tổng hợp" }};
	struct bench b;

	(void)state;
	begin(&b);
	add(&b, &states[0]);
	b.tasks[0].at.sheet = &sheet;
	b.tasks[0].extra = extra;
	b.tasks[0].n_extra = 1;
	make(&b);
	expect(&b, "{{#nhiệm vụ}}{{phòng phụ trách}}|{{mã hồ sơ}}{{/nhiệm vụ}}", "Phòng Tổng hợp|");
	arena_free(b.a);
}

/* ---- names ---- */

static bool listed(const char *inside, const char *key)
{
	for (size_t i = 0; i < n_figure_names; i++)
		if (strcmp(figure_names[i].name, key) == 0 && (strcmp(figure_names[i].inside, inside) == 0 || (*inside != '\0' && figure_names[i].of_sets)))
			return true;
	return false;
}

static void all_listed(const char *inside, const struct value *map)
{
	for (size_t i = 0; i < map->n; i++) {
		if (!listed(inside, map->items[i].key))
			print_error("“%s” inside “%s” is not in the table\n", map->items[i].key, inside);
		assert_true(listed(inside, map->items[i].key));
	}
}

/* The table names what figures() gives, no more and no less. */
static void table(void **state)
{
	static const char *const lists[] = { "nhiệm vụ", "theo cơ quan", "theo lĩnh vực", "theo văn bản" };
	struct bench b;

	(void)state;
	begin(&b);
	add(&b, &states[0]);
	make(&b);
	all_listed("", b.root);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		all_listed(lists[i], value_get(b.root, viet_fold(b.a, lists[i]))->items[0].value);
	for (size_t i = 0; i < n_figure_names; i++) {
		const struct figure_name *f = &figure_names[i];
		const char *dot = strchr(f->name, '.'), *fold = viet_fold(b.a, f->name);
		const struct value *map = b.root;

		if (dot != NULL) {
			map = value_get(map, viet_fold(b.a, arena_strndup(b.a, f->name, (size_t)(dot - f->name))));
			fold = viet_fold(b.a, dot + 1);
		} else if (*f->inside != '\0') {
			map = value_get(map, viet_fold(b.a, f->inside))->items[0].value;
		}
		if (value_get(map, fold) == NULL)
			print_error("“%s” of the table is not given\n", f->name);
		assert_non_null(value_get(map, fold));
		assert_true(figures_know(viet_fold(b.a, f->inside), viet_fold(b.a, f->name)));
	}
	assert_true(figures_know("theocoquan", "soquahan"));
	assert_true(figures_know("quahan", "noidung"));
	assert_true(figures_know("quahan", "sothutu"));
	assert_true(figures_know("", "truoc.soquahan"));
	assert_false(figures_know("", "noidung"));
	assert_false(figures_know("nhiemvu", "khongco"));
	arena_free(b.a);
}

/* The manual lists the same names in the same order. */
static void manual(void **state)
{
	static const char item[] = "\n.It Sy \"";
	struct arena *a = arena_new();
	char *text;
	size_t n, others = 0;

	(void)state;
	assert_int_equal(file_read(a, "man/vanban-template.5", 1 << 20, &text, &n), 0);
	for (const char *p = text; (p = strstr(p, item)) != NULL; p++) {
		const char *s = p + sizeof item - 1, *e = strchr(s, '"'), *meaning = e + 2, *line = strchr(meaning, '\n');
		bool found = false;

		for (size_t i = 0; i < n_figure_names && !found; i++)
			found = strlen(figure_names[i].name) == (size_t)(e - s) && memcmp(figure_names[i].name, s, (size_t)(e - s)) == 0 &&
				strlen(figure_names[i].meaning) == (size_t)(line - meaning) && memcmp(figure_names[i].meaning, meaning, (size_t)(line - meaning)) == 0;
		if (!found)
			print_error("%.*s of the manual is not in the table\n", (int)(e - s), s);
		assert_true(found);
		others++;
	}
	assert_int_equal(others, n_figure_names);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts), cmocka_unit_test(shares), cmocka_unit_test(none), cmocka_unit_test(periods), cmocka_unit_test(change),
		cmocka_unit_test(groups), cmocka_unit_test(charted), cmocka_unit_test(own_columns), cmocka_unit_test(table), cmocka_unit_test(manual)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
