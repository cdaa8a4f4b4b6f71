/* "viện dẫn": the directives that "[@…]" may name. */
#include "base/utf8.h"
#include "read/front.h"
#include "read/msg.h"
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

void front_cited(struct front *f)
{
	struct directives *all = &f->meta->cited, office = *all;
	if (!f->cited.n)
		return; /* the office's alone */
	*all = f->cited;
	for (size_t i = 0; i < office.n; i++)
		ARENA_PUSH(f->arena, all->v, all->n, all->cap, office.v[i]);
}
