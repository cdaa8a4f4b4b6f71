/* The keys of a front matter and what they set. A new key is a row of front_keys[]. */
#include "read/front.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "form/kind.h"
#include "read/msg.h"
#include "read/values.h"
#include <string.h>

static void put(struct front *f, enum read_fault m, struct pos pos, const char *a, const char *b, const char *c)
{
	diag_put(f->g, &read_msgs[m], pos, utf8_short(f->arena, a), utf8_short(f->arena, b), utf8_short(f->arena, c));
}

/* The value as one text, or a finding and NULL; NULL, too, if it is empty. */
static const char *text_of(struct front *f, const struct yaml_item *it)
{
	struct text t = {0};
	if (!values_text(f->arena, it->value, &t))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL, NULL);
	return t.s;
}

static void set_text(struct front *f, const struct key *k, const struct yaml_item *it)
{
	struct text *t = (struct text *)(void *)((char *)f->meta + k->at);
	*t = (struct text){text_of(f, it), it->value->pos};
}

/* As set_text, of a text that may have several lines. */
static void set_lines(struct front *f, const struct key *k, const struct yaml_item *it)
{
	struct text *t = (struct text *)(void *)((char *)f->meta + k->at);
	if (!values_text_lines(f->arena, it->value, t))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL, NULL);
}

/* Whoever decides: one text, or a list of its lines. */
static void set_authority(struct front *f, const struct key *k, const struct yaml_item *it)
{
	struct texts l;
	struct text *t = &f->meta->authority;
	(void)k;
	*t = (struct text){NULL, it->value->pos};
	if (!values_texts_lines(f->arena, it->value, &l))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL, NULL);
	for (size_t i = 0; i < l.n; i++)
		t->s = t->s ? arena_printf(f->arena, "%s\n%s", t->s, l.v[i].s) : l.v[i].s;
}

static void set_texts(struct front *f, const struct key *k, const struct yaml_item *it)
{
	if (!values_texts(f->arena, it->value, (struct texts *)(void *)((char *)f->meta + k->at)))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL, NULL);
}

/* Recipients and addressees: the form sets "- " and ";" itself, so those that were typed go. */
static void drop_marks(struct front *f, struct texts *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *s = l->v[i].s;
		size_t n = strlen(s);
		if (n > 1 && (s[n - 1] == ';' || (s[n - 1] == '.' && !strncmp(s, "Lưu", strlen("Lưu")))))
			l->v[i].s = arena_strndup(f->arena, s, n - 1);
	}
}

static void set_recipients(struct front *f, const struct key *k, const struct yaml_item *it)
{
	set_texts(f, k, it);
	drop_marks(f, &f->meta->recipients);
}

static void set_addressees(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	if (!values_texts_lines(f->arena, it->value, &f->meta->addressees))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL, NULL);
	drop_marks(f, &f->meta->addressees);
}

static void set_label(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	f->label = (struct text){text_of(f, it), it->value->pos};
}

static void set_kind(struct front *f, const struct key *k, const struct yaml_item *it)
{
	set_text(f, k, it);
	const char *s = f->meta->kind.s;
	if (!s && f->where != IN_MAIN)
		put(f, READ_EMPTY_VALUE, it->pos, it->key, NULL, NULL);
	if (!s || kind_find(s))
		return;
	const struct kind *near = kind_near(s);
	put(f, near ? READ_KIND_NEAR : READ_KIND, it->value->pos, s, near ? near->name : NULL, NULL);
}

/* ---- choices ---- */

struct option { const char *fold; int value; };

static bool choose(struct front *f, const struct yaml_item *it, const struct option *o, const char *known, int *out)
{
	const char *s = text_of(f, it);
	if (!s)
		return false;
	const char *fold = viet_fold(f->arena, s);
	for (; o->fold; o++)
		if (!strcmp(o->fold, fold)) {
			*out = o->value;
			return true;
		}
	put(f, READ_CHOICE, it->value->pos, s, it->key, known);
	return false;
}

static void set_regime(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct option o[] = {{"nd30", REGIME_ND30}, {"nghidinh30", REGIME_ND30}, {"nhanuoc", REGIME_ND30}, {"dang", REGIME_PARTY},
		{"tudong", REGIME_AUTO}, {"auto", REGIME_AUTO}, {NULL, 0}};
	int v = REGIME_AUTO;
	(void)k;
	choose(f, it, o, "nđ30, đảng, tự động", &v);
	f->meta->regime = (enum regime)v;
}

static void set_urgency(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct option o[] = {{"khan", URGENCY_KHAN}, {"thuongkhan", URGENCY_THUONG_KHAN}, {"hoatoc", URGENCY_HOA_TOC},
		{"khong", URGENCY_NONE}, {NULL, 0}};
	int v = URGENCY_NONE;
	(void)k;
	choose(f, it, o, "khẩn, thượng khẩn, hỏa tốc", &v);
	f->meta->urgency = (enum urgency)v;
	f->meta->urgency_pos = it->value->pos;
}

static void set_orientation(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct option o[] = {{"doc", 0}, {"ngang", 1}, {NULL, 0}};
	int v = 0;
	(void)k;
	choose(f, it, o, "ngang, dọc", &v);
	f->meta->landscape = v;
}

static void set_setting(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct option o[] = {{"vuatrang", 1}, {"macdinh", 0}, {NULL, 0}};
	int v = 0;
	(void)k;
	choose(f, it, o, "vừa trang, mặc định", &v);
	f->meta->fit = v;
}

/* "có" stands for all three levels that the usual tables of contents have. */
static void set_toc(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct option o[] = {{"co", 3}, {"1", 1}, {"2", 2}, {"3", 3}, {"khong", 0}, {NULL, 0}};
	int v = 0;
	(void)k;
	choose(f, it, o, "có, không, 1, 2, 3", &v);
	f->meta->toc = v;
	f->meta->toc_pos = it->value->pos;
}

static void set_copy(struct front *f, const struct key *k, const struct yaml_item *it)
{
	static const struct option o[] = {{"saoy", 1}, {"saoluc", 2}, {"trichsao", 3}, {NULL, 0}};
	int v = 0;
	set_text(f, k, it);
	if (!f->meta->kind.s)
		put(f, READ_EMPTY_VALUE, it->pos, it->key, NULL, NULL);
	choose(f, it, o, "sao y, sao lục, trích sao", &v);
}

static void set_draft_mark(struct front *f, const struct key *k, const struct yaml_item *it)
{
	set_text(f, k, it);
	if (f->meta->draft_mark.s && !strcmp(viet_fold(f->arena, f->meta->draft_mark.s), "khong"))
		f->meta->draft_mark.s = NULL;
}

static void set_secret(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	put(f, READ_SECRET, it->pos, NULL, NULL, NULL);
}

/* ---- dates, lengths ---- */

static void set_date(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	const char *s = text_of(f, it);
	f->meta->date = (struct date){0};
	f->meta->date_pos = it->value->pos;
	/* a blank for the day or month says what its absence says: "[  ]/5/2025" */
	while (s && !strncmp(s, "\u00A0", 2)) {
		s += 2;
		if (*s == '/')
			s++;
	}
	if (s && *s && !viet_date(s, &f->meta->date))
		put(f, READ_DATE, it->value->pos, s, NULL, NULL);
}

static struct pos *length_pos(struct meta *m, size_t at)
{
	struct choice_pos *p = &m->choice_pos;
	struct { size_t at; struct pos *pos; } places[] = {
		{offsetof(struct choice, para_after), &p->after}, {offsetof(struct choice, indent), &p->indent},
		{offsetof(struct choice, margin_top), &p->top}, {offsetof(struct choice, margin_bottom), &p->bottom},
		{offsetof(struct choice, margin_left), &p->left}};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (places[i].at == at)
			return places[i].pos;
	return &p->right;
}

static void set_length(struct front *f, const struct key *k, const struct yaml_item *it)
{
	const char *s = text_of(f, it);
	twip t;
	if (!s)
		return;
	*length_pos(f->meta, k->at) = it->value->pos;
	if (values_length(s, &t))
		*(int *)(void *)((char *)&f->meta->choice + k->at) = t;
	else
		put(f, READ_LENGTH, it->value->pos, s, NULL, NULL);
}

/* 0 stands for the form's value, so a length of 0 typed by somebody becomes the least one, which no form allows. */
static void set_positive(struct front *f, const struct key *k, const struct yaml_item *it)
{
	int *length = (int *)(void *)((char *)&f->meta->choice + k->at);
	*length = -1;
	set_length(f, k, it);
	*length = *length < 0 ? 0 : *length == 0 ? 1 : *length;
}

static void set_size(struct front *f, const struct key *k, const struct yaml_item *it)
{
	const char *s = text_of(f, it), *p = s;
	double x;
	(void)k;
	if (!s)
		return;
	f->meta->choice_pos.body = it->value->pos;
	if (values_number(&p, &x) && (!*p || values_unit(p, "pt")) && x >= 1 && x <= 100 && (double)(int)(x * 2) == x * 2)
		f->meta->choice.body_hp = (int)(x * 2);
	else
		put(f, READ_SIZE, it->value->pos, s, NULL, NULL);
}

static void set_spacing(struct front *f, const struct key *k, const struct yaml_item *it)
{
	const char *s = text_of(f, it), *p = s;
	double x;
	(void)k;
	if (!s)
		return;
	static const char exactly[] = "chính xác ";
	if (!strncmp(p, exactly, sizeof exactly - 1))
		p += sizeof exactly - 1;
	if (!values_number(&p, &x) || x <= 0)
		x = 0;
	struct choice *c = &f->meta->choice;
	f->meta->choice_pos.line = it->value->pos;
	if (x >= 1 && x <= 100 && values_unit(p, "pt"))
		c->line_exact = twip_from_pt(x), c->line_multiple = 0;
	else if (x >= 0.5 && x <= 10 && (!*p || values_unit(p, "dòng")))
		c->line_multiple = x, c->line_exact = 0;
	else
		put(f, READ_SPACING, it->value->pos, s, NULL, NULL);
}

/* ---- the table ---- */

#define M(field) offsetof(struct meta, field)
#define C(field) offsetof(struct choice, field)
#define NAMED (IN_MAIN | IN_ATTACHED | IN_COPY | IN_CONFIG)
#define ALL (IN_MAIN | IN_ANNEX | IN_ATTACHED | IN_COPY | IN_CONFIG)

const struct key front_keys[] = {
	{"thể thức", "thethuc", YAML_TEXT, IN_MAIN | IN_CONFIG, set_regime, 0},
	{"loại", "loai", YAML_TEXT, IN_MAIN, set_kind, M(kind)},
	{"cơ quan chủ quản", "coquanchuquan", YAML_TEXTS, NAMED, front_set_parents, 0},
	{"cơ quan ban hành", "coquanbanhanh", YAML_ANY, NAMED, front_set_bodies, 0},
	{"các cơ quan", "caccoquan", YAML_ANY, NAMED, front_set_bodies, 0},
	{"viết tắt", "viettat", YAML_TEXTS, NAMED, front_set_abbrs, 0},
	{"số", "so", YAML_TEXT, IN_MAIN | IN_COPY, set_text, M(number)},
	{"ký hiệu", "kyhieu", YAML_TEXT, IN_MAIN | IN_COPY, set_text, M(symbol)},
	{"đơn vị soạn thảo", "donvisoanthao", YAML_TEXT, IN_MAIN | IN_CONFIG, set_text, M(unit)},
	{"địa danh", "diadanh", YAML_TEXT, IN_MAIN | IN_COPY | IN_CONFIG, set_text, M(place)},
	{"ngày", "ngay", YAML_TEXT, IN_MAIN | IN_COPY, set_date, 0},
	{"trích yếu", "trichyeu", YAML_TEXT, IN_MAIN | IN_ATTACHED, set_lines, M(subject)},
	{"kính gửi", "kinhgui", YAML_TEXTS, IN_MAIN, set_addressees, 0},
	{"kính trình", "kinhtrinh", YAML_TEXTS, IN_MAIN, set_addressees, 0},
	{"nơi nhận", "noinhan", YAML_TEXTS, NAMED, set_recipients, M(recipients)},
	{"căn cứ", "cancu", YAML_TEXTS, IN_MAIN | IN_ATTACHED, set_texts, M(bases)},
	{"viện dẫn", "viendan", YAML_ANY, IN_MAIN | IN_CONFIG, front_set_cited, 0},
	{"cột", "cot", YAML_ANY, IN_CONFIG, front_set_columns, 0},
	{"sổ văn bản", "sovanban", YAML_TEXT, IN_MAIN | IN_CONFIG, front_set_directives, 0},
	{"bỏ qua", "boqua", YAML_TEXTS, IN_MAIN | IN_CONFIG, front_set_waivers, 0},
	{"thẩm quyền", "thamquyen", YAML_TEXTS, IN_MAIN | IN_CONFIG, set_authority, 0},
	{"độ khẩn", "dokhan", YAML_TEXT, IN_MAIN, set_urgency, 0},
	{"lưu hành", "luuhanh", YAML_TEXT, IN_MAIN, set_text, M(circulation)},
	{"người soạn thảo", "nguoisoanthao", YAML_TEXT, IN_MAIN | IN_CONFIG, set_text, M(drafter)},
	{"số bản", "soban", YAML_TEXT, IN_MAIN, set_text, M(copies)},
	{"địa chỉ", "diachi", YAML_TEXTS, IN_MAIN | IN_CONFIG, set_texts, M(contact)},
	{"dự thảo", "duthao", YAML_TEXT, IN_MAIN, set_draft_mark, M(draft_mark)},
	{"người ký", "nguoiky", YAML_ANY, NAMED, front_set_signers, 0},
	{"thư ký", "thuky", YAML_ANY, IN_MAIN, front_set_minutes, 0},
	{"chủ tọa", "chutoa", YAML_ANY, IN_MAIN, front_set_minutes, 0},
	{"chủ trì", "chutri", YAML_ANY, IN_MAIN, front_set_minutes, 0},
	{"kèm theo", "kemtheo", YAML_TEXT, IN_ANNEX | IN_ATTACHED, set_text, M(attached_note)},
	{"chữ ký số", "chukyso", YAML_TEXT, IN_MAIN | IN_ANNEX | IN_ATTACHED | IN_COPY, set_text, M(signature_info)},
	{"hướng", "huong", YAML_TEXT, IN_MAIN | IN_ANNEX | IN_ATTACHED, set_orientation, 0},
	{"trình bày", "trinhbay", YAML_TEXT, IN_MAIN | IN_CONFIG, set_setting, 0},
	{"mục lục", "mucluc", YAML_TEXT, IN_MAIN | IN_CONFIG, set_toc, 0},
	{"cỡ chữ", "cochu", YAML_TEXT, IN_MAIN | IN_CONFIG, set_size, 0},
	{"giãn dòng", "giandong", YAML_TEXT, IN_MAIN | IN_CONFIG, set_spacing, 0},
	{"cách đoạn", "cachdoan", YAML_TEXT, IN_MAIN | IN_CONFIG, set_length, C(para_after)},
	{"lùi đầu dòng", "luidaudong", YAML_TEXT, IN_MAIN | IN_CONFIG, set_positive, C(indent)},
	{"lề trên", "letren", YAML_TEXT, IN_MAIN | IN_CONFIG, set_positive, C(margin_top)},
	{"lề dưới", "leduoi", YAML_TEXT, IN_MAIN | IN_CONFIG, set_positive, C(margin_bottom)},
	{"lề trái", "letrai", YAML_TEXT, IN_MAIN | IN_CONFIG, set_positive, C(margin_left)},
	{"lề phải", "lephai", YAML_TEXT, IN_MAIN | IN_CONFIG, set_positive, C(margin_right)},
	{"độ mật", "domat", YAML_TEXT, ALL, set_secret, 0},
	{"mức độ mật", "mucdomat", YAML_TEXT, ALL, set_secret, 0},
	/* first keys of the parts */
	{"phụ lục", "phuluc", YAML_TEXT, IN_ANNEX, set_lines, M(subject)},
	{"số phụ lục", "sophuluc", YAML_TEXT, IN_ANNEX, set_label, 0},
	{"văn bản kèm theo", "vanbankemtheo", YAML_TEXT, IN_ATTACHED, set_kind, M(kind)},
	{"bản sao", "bansao", YAML_TEXT, IN_COPY, set_copy, M(kind)},
	{NULL, NULL, YAML_ANY, 0, NULL, 0},
};

static const struct key *find(const struct key *table, const char *fold)
{
	for (; table->name; table++)
		if (!strcmp(table->fold, fold))
			return table;
	return NULL;
}

enum yaml_want front_want(const char *fold)
{
	const struct key *const tables[] = {front_keys, front_signer_keys, front_issuer_keys, front_cite_keys};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		const struct key *k = find(tables[i], fold);
		if (k)
			return k->want;
	}
	return YAML_UNKNOWN;
}

void front_unknown(struct diag *g, const struct key *table, unsigned where, const struct yaml_item *it)
{
	const struct key *near = NULL;
	size_t n = strlen(it->fold);
	int best = n < 4 ? 2 : n < 9 ? 3 : 4; /* more slips than that are another word */
	for (const struct key *k = table; k->name; k++) {
		int d = k->where & where ? viet_distance(it->fold, k->fold, best) : best;
		if (d < best) {
			best = d;
			near = k;
		}
	}
	diag_put(g, &read_msgs[near ? READ_UNKNOWN_KEY_NEAR : READ_UNKNOWN_KEY], it->pos, utf8_short(g->arena, it->key),
		near ? near->name : NULL);
}

static const char *place_name(unsigned where)
{
	switch (where) {
	case IN_MAIN: return _("the front matter of a draft");
	case IN_ANNEX: return _("the block of an annex");
	case IN_ATTACHED: return _("the block of an attached text");
	case IN_COPY: return _("the block of a copy");
	default: return "vanban.yaml";
	}
}

struct front front_new(struct arena *a, struct diag *g, unsigned where, struct pos pos)
{
	struct front f = {.arena = a, .g = g, .where = where, .meta = ARENA_NEW(a, struct meta)};
	f.meta->pos = pos;
	f.meta->choice.para_after = -1;
	return f;
}

void front_fill(struct front *f, const struct yaml *map, const struct front *base)
{
	if (base) {
		struct pos pos = f->meta->pos;
		*f->meta = *base->meta;
		f->meta->pos = pos;
	}
	for (size_t i = 0; i < map->n; i++) {
		const struct yaml_item *it = &map->items[i];
		const struct key *k = find(front_keys, it->fold);
		if (!k)
			front_unknown(f->g, front_keys, f->where, it);
		else if (!(k->where & f->where))
			put(f, READ_KEY_PLACE, it->pos, it->key, place_name(f->where), NULL);
		else
			k->set(f, k, it);
	}
	front_people(f, base);
	front_cited(f);
}
