/* "viện dẫn" and "sổ văn bản": the directives that "[@…]" may name. */
#include "base/file.h"
#include "base/utf8.h"
#include "read/front.h"
#include "read/msg.h"
#include "read/reg.h"
#include <string.h>

/* As the keys give it. */
struct given { struct text code, kind, date, issuer, subject, brief; };

const struct key front_cite_keys[] = {
	{"số", "so", YAML_TEXT, ~0u, NULL, offsetof(struct given, code)},
	{"ký hiệu", "kyhieu", YAML_TEXT, ~0u, NULL, offsetof(struct given, code)},
	{"loại", "loai", YAML_TEXT, ~0u, NULL, offsetof(struct given, kind)},
	{"ngày", "ngay", YAML_TEXT, ~0u, NULL, offsetof(struct given, date)},
	{"cơ quan ban hành", "coquanbanhanh", YAML_TEXT, ~0u, NULL, offsetof(struct given, issuer)},
	{"cơ quan", "coquan", YAML_TEXT, ~0u, NULL, offsetof(struct given, issuer)},
	{"trích yếu", "trichyeu", YAML_TEXT, ~0u, NULL, offsetof(struct given, subject)},
	{"viết tắt", "viettat", YAML_TEXT, ~0u, NULL, offsetof(struct given, brief)},
	{NULL, NULL, YAML_ANY, 0, NULL, 0},
};

static const char example[] = "số: 57-NQ/TW, ngày: 22/12/2024, cơ quan: Bộ Chính trị, trích yếu: …";

static void add(struct front *f, const struct yaml_item *it, const struct yaml *v)
{
	struct given g = {0};
	if (v->kind != YAML_MAP) {
		diag_put(f->g, &read_msgs[READ_NOT_MAP], v->pos, utf8_short(f->arena, it->key), example);
		return;
	}
	front_sub(f, front_cite_keys, v, &g);
	struct directive d = {g.code.s, g.kind.s, g.issuer.s, g.subject.s, g.brief.s, {0}, v->pos};
	if (g.date.s && !viet_date(g.date.s, &d.date))
		diag_put(f->g, &read_msgs[READ_DATE], g.date.pos, utf8_short(f->arena, g.date.s));
	if (!d.code && !d.subject)
		diag_put(f->g, &read_msgs[READ_CITED_EMPTY], v->pos);
	else
		ARENA_PUSH(f->arena, f->cited.v, f->cited.n, f->cited.cap, d);
}

void front_set_cited(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	if (it->value->kind != YAML_LIST)
		return add(f, it, it->value);
	for (size_t i = 0; i < it->value->n; i++)
		add(f, it, it->value->items[i].value);
}

/* ---- those of a register ---- */

static const char *kept(struct front *f, const char *s)
{
	return s ? arena_strdup(f->arena, s) : NULL;
}

static bool take(void *ctx, const struct reg_directive *row)
{
	struct front *f = ctx;
	struct directive d = row->d;
	d = (struct directive){kept(f, d.code), kept(f, d.kind), kept(f, d.issuer), kept(f, d.subject), kept(f, d.brief), d.date, d.pos};
	ARENA_PUSH(f->arena, f->cited.v, f->cited.n, f->cited.cap, d);
	return true;
}

/* Only what keeps the file from being read is told: its tasks are not this draft's business. The office's own names of columns are
 * not asked for, since they stand in the file that may be being read. */
void front_set_directives(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct reg_options none;
	struct reg_sink sink = {.ctx = f, .directive = take};
	struct text name = {0};
	struct diag g;
	(void)k;
	if (!values_text(f->arena, it->value, &name)) {
		diag_put(f->g, &read_msgs[READ_NOT_TEXT], it->value->pos, utf8_short(f->arena, it->key));
		return;
	}
	const char *path = name.s ? file_inside(f->arena, file_dir(f->arena, name.pos.file), name.s) : NULL;
	if (!path) {
		if (name.s)
			diag_put(f->g, &read_msgs[READ_REGISTER_OUTSIDE], name.pos, utf8_short(f->arena, name.s));
		return;
	}
	diag_init(&g, f->arena);
	if (reg_read(f->arena, path, &none, &sink, NULL, NULL, &g) != 0)
		diag_take(f->g, &g);
}

/* ---- both ---- */

void front_cited(struct front *f)
{
	struct directives *all = &f->meta->cited, office = *all;
	if (!f->cited.n)
		return; /* the office's alone */
	*all = f->cited;
	for (size_t i = 0; i < office.n; i++)
		ARENA_PUSH(f->arena, all->v, all->n, all->cap, office.v[i]);
}
