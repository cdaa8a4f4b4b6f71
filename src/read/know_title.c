/* Kind and subject, addressees, authority (Phụ lục I, Phần I, Mục II.5, II.9; forms 1.1–1.10). */
#include "read/know.h"
#include "base/utf8.h"
#include "form/code.h"
#include "model/label.h"
#include <string.h>

enum { SEARCH = 8, LONG_SUBJECT = 700 };

static void take(struct kline *l, enum role r)
{
	l->role = r;
	l->form = true;
}

static size_t decor(struct know *k, size_t i, size_t to)
{
	enum role r;
	while (i < to && k->l[i].para && (know_decor(&k->l[i], &r) || (!*k->l[i].s && !k->l[i].sure))) {
		if (*k->l[i].s || k->l[i].role == ROLE_RULE)
			take(&k->l[i], r);
		i++;
	}
	return i;
}

/* ---- kind ---- */

/* The line of the kind among the next ones, or to. */
static size_t find_kind(struct know *k, size_t i, size_t to, const struct kind **kind)
{
	const char *rest;
	for (size_t seen = 0; i < to && seen < SEARCH; i++, seen++) {
		const struct kline *l = &k->l[i];
		if (!l->para || know_addressee(l, &rest) || l->n > 160)
			break;
		if ((*kind = know_kind(l)))
			return i;
	}
	return to;
}

/* The kind that the letters of the number name. */
static const struct kind *kind_of_code(struct know *k, const struct meta *m)
{
	const char *name = m->symbol.s ? code_kind(arena_printf(k->a, "1%c%s", k->party ? '-' : '/', m->symbol.s)) : NULL;
	return name ? kind_find(name) : NULL;
}

static void settle_kind(struct know *k, struct kpart *p, const struct kind *titled, struct pos pos)
{
	struct meta *m = p->meta;
	const struct kind *coded = kind_of_code(k, m), *kind = titled;
	if (titled && coded && coded != titled && !(k->party && titled->code_party && coded->code_party && !strcmp(titled->code_party, coded->code_party)))
		know_note(k, KNOW_KIND_CODE, pos, titled->name, coded->name);
	if (!kind && coded)
		kind = coded->title && !m->subject.s ? coded : kind_get(KIND_CONG_VAN);
	if (!kind) {
		kind = kind_get(KIND_CONG_VAN);
		if (!m->subject.s || !m->symbol.s)
			know_note(k, KNOW_NO_KIND, pos, kind->name);
	}
	m->kind = (struct text){kind->name, pos};
	if (p->kind == PART_MAIN || m->symbol.s)
		know_code(k, m, kind);
}

/* ---- subject ---- */

static bool opens_text(const struct know *k, const struct kline *l)
{
	const char *rest;
	enum role r;
	uint32_t len;
	bool alone;
	(void)k;
	return !l->para || l->cell || know_decor(l, &r) || know_addressee(l, &rest) || know_begins(l->s, "Căn cứ") || know_begins(l->s, "(Kèm theo") || know_ends(l->s, " điện:") ||
		know_begins(l->s, "(Ban hành kèm") || label_find(l->s, strlen(l->s), &len, &alone) != LABEL_NONE || l->n > LONG_SUBJECT;
}

/* Lines of the subject: as styled; as long as they are bold or centred where the file shows it; else one paragraph. */
static size_t subject_end(struct know *k, size_t i, size_t to)
{
	const struct kline *l = k->l;
	if (l[i].sure) {
		while (i < to && l[i].role == ROLE_SUBJECT && l[i].sure)
			i++;
		return i;
	}
	if (opens_text(k, &l[i]) || (l[i].caps && l[i].n > 30 && k->looks && !l[i].bold))
		return i;
	if (k->looks && !l[i].bold && !l[i].centred)
		return i;
	for (i++; i < to && (l[i].goes_on || ((l[i].bold || l[i].centred) && *l[i].s && !l[i].caps)) && !opens_text(k, &l[i]); i++)
		;
	return i;
}

static size_t subject(struct know *k, struct kpart *p, const struct kind *kind, size_t i, size_t to)
{
	size_t from = i, end;
	if (i >= to || !kind->subject)
		return i;
	end = subject_end(k, i, to);
	if (end == from) {
		know_note(k, KNOW_NO_SUBJECT, know_pos(&k->l[i]));
		return i;
	}
	p->meta->subject = know_value(k, from, end);
	for (i = from; i < end; i++)
		take(&k->l[i], ROLE_SUBJECT);
	return end;
}

/* ---- addressees ---- */

static void add_text(struct know *k, struct texts *to, const char *s, struct pos pos)
{
	struct text t = {s, pos};
	if (*s)
		ARENA_PUSH(k->a, to->v, to->n, to->cap, t);
}

static bool is_item(const struct kline *l)
{
	return l->para && *l->s && ((l->sure && l->role == ROLE_ADDRESSEE_ITEM) || know_begins(l->s, "- ") || know_begins(l->s, "+ ") || know_begins(l->s, "– "));
}

static const char *item(struct know *k, const char *s)
{
	s += strspn(s, "-+ ");
	if (know_begins(s, "– "))
		s += strlen("– ");
	return know_blank(k, know_bare(k, s, ";.,"));
}

/* The list behind "Kính gửi:" ends with the item that ends with a point, or with the dashes; an item that is not closed goes on below. */
static size_t items(struct know *k, struct meta *m, size_t i, size_t to)
{
	enum { LONGEST = 150, ITEM_LINES = 8 };
	bool open = false;
	size_t more = 0;
	for (; i < to && k->l[i].para; i++) {
		struct kline *l = &k->l[i];
		struct texts *v = &m->addressees;
		if (!is_item(l) && !(open && v->n && !l->sure && *l->s && l->n < LONGEST) && (*l->s || l->sure))
			break;
		more = is_item(l) ? 0 : more + 1;
		if (more > ITEM_LINES)
			break;
		take(l, ROLE_ADDRESSEE_ITEM);
		if (is_item(l))
			add_text(k, v, item(k, l->s), know_pos(l));
		else if (*l->s)
			v->v[v->n - 1].s = arena_printf(k->a, "%s%s %s", v->v[v->n - 1].s, know_ends(k->l[i - 1].s, ",") ? "," : "", item(k, l->s));
		open = *l->s ? !know_ends(l->s, ";") && !know_ends(l->s, ".") : open;
		if (know_ends(l->s, "."))
			return i + 1;
	}
	return i;
}

static size_t addressees(struct know *k, struct kpart *p, size_t i, size_t to)
{
	const char *rest;
	struct kline *l = &k->l[i];
	if (i >= to || !l->para || !know_addressee(l, &rest))
		return i;
	if (*rest && !know_begins(rest, "- ") && !(i + 1 < to && is_item(&k->l[i + 1]) && know_ends(rest, ";"))) {
		add_text(k, &p->meta->addressees, know_blank(k, know_bare(k, rest, "")), know_pos(l));
		take(l, ROLE_ADDRESSEE);
		i++;
		while (i < to && k->l[i].goes_on && k->l[i].para == l->para) {
			struct text *t = &p->meta->addressees.v[0];
			t->s = arena_printf(k->a, "%s\n%s", t->s, k->l[i].s);
			take(&k->l[i++], ROLE_ADDRESSEE);
		}
		return i;
	}
	take(l, ROLE_ADDRESSEE_LABEL);
	if (*rest)
		add_text(k, &p->meta->addressees, item(k, rest), know_pos(l));
	return items(k, p->meta, i + 1, to);
}

/* "Chủ tịch UBND tỉnh điện:" and its list (form 1.6). */
static size_t telegram(struct know *k, struct kpart *p, size_t i, size_t to)
{
	struct kline *l = &k->l[i];
	if (i + 1 >= to || !l->para || !know_ends(l->s, "điện:") || l->n > 200 || !is_item(&k->l[i + 1]))
		return i;
	p->meta->authority = (struct text){know_bare(k, arena_strndup(k->a, l->s, strlen(l->s) - strlen("điện:")), ""), know_pos(l)};
	take(l, ROLE_ADDRESSEE);
	return items(k, p->meta, i + 1, to);
}

/* ---- authority ---- */

/* A line in capitals between the title and the grounds: who decides. */
static size_t authority(struct know *k, struct kpart *p, const struct kind *kind, size_t i, size_t to)
{
	size_t from = i;
	bool sure;
	if (!kind->bases || i >= to)
		return i;
	while (i < to && k->l[i].para && *k->l[i].s && k->l[i].n < 160 &&
		(k->l[i].sure ? k->l[i].role == ROLE_AUTHORITY : k->l[i].caps && !know_ends(k->l[i].s, ":") && !know_ends(k->l[i].s, "QUYẾT ĐỊNH") && !know_ends(k->l[i].s, "QUYẾT NGHỊ")))
		take(&k->l[i++], ROLE_AUTHORITY);
	if (i == from)
		return i;
	p->meta->authority = know_value(k, from, i);
	p->meta->authority.s = know_case(k, p->meta->authority.s, &sure);
	if (!sure)
		know_note(k, KNOW_CASE, p->meta->authority.pos, utf8_one_line(k->a, p->meta->authority.s));
	return i;
}

/* ---- "(Kèm theo …)" ---- */

static bool is_note(const struct kline *l)
{
	return (l->sure && l->role == ROLE_ANNEX_NOTE) || (l->para && (know_begins(l->s, "(Kèm theo") || know_begins(l->s, "(Ban hành kèm theo") || know_begins(l->s, "(kèm theo")));
}

/* "(Kèm theo …)", over several lines as long as its bracket is open. */
static size_t note(struct know *k, struct kpart *p, size_t i, size_t to)
{
	size_t from = i;
	if (i >= to || !is_note(&k->l[i]))
		return i;
	do
		take(&k->l[i], ROLE_ANNEX_NOTE);
	while (!know_ends(k->l[i++].s, ")") && i < to && i < from + 4 && k->l[i].para && *k->l[i].s);
	p->meta->attached_note = know_value(k, from, i);
	const char *s = p->meta->attached_note.s;
	size_t n = strlen(s);
	if (know_begins(s, "(Kèm theo ") && know_ends(s, ")"))
		p->meta->attached_note.s = arena_strndup(k->a, s + strlen("(Kèm theo "), n - strlen("(Kèm theo ") - 1);
	return i;
}

/* ---- the whole ---- */

/* Whether the reader of drafts knows a ground at the text's beginning by its words. */
static bool reads_as_basis(const char *s, bool decision)
{
	static const char *const openings[] = {"Căn cứ ", "- Căn cứ ", "Theo đề nghị của ", "Xét đề nghị của ", "Xét Tờ trình ", "Xét tờ trình ", "Xét đề nghị "};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (know_begins(s, openings[i]))
			return decision || (i < 2 && know_ends(s, ";"));
	return false;
}

/* Grounds in vanban's own style whose words do not say that they are such: they come back through the front matter. */
static size_t grounds(struct know *k, struct kpart *p, size_t i, size_t to)
{
	size_t end = i;
	for (size_t j = i; j < to && k->l[j].para && k->l[j].sure && k->l[j].role == ROLE_BASIS; j++)
		if (!reads_as_basis(k->l[j].s, kind_find(p->meta->kind.s)->bases))
			end = j + 1;
	for (; i < end; i++) {
		struct text t = know_value(k, i, i + 1);
		t.s = know_begins(t.s, "- ") ? t.s + 2 : t.s;
		ARENA_PUSH(k->a, p->meta->bases.v, p->meta->bases.n, p->meta->bases.cap, t);
		take(&k->l[i], ROLE_BASIS);
	}
	return i;
}

/* Level of an entry of a table of contents: as styled, or told by the leader of dots before a number; 0: none. */
static int entry_level(const struct kline *l)
{
	static const int levels[] = {[LABEL_NONE] = 1, [LABEL_ROMAN] = 1, [LABEL_NUMBER] = 2, [LABEL_DECIMAL] = 3, [LABEL_LETTER] = 3, [LABEL_ARTICLE] = 3,
		[LABEL_CHAPTER] = 1, [LABEL_SECTION] = 2, [LABEL_SUBSECTION] = 2, [LABEL_PART] = 1, [LABEL_DASH] = 0, [LABEL_PLUS] = 0};
	size_t n = strlen(l->s);
	uint32_t len;
	bool alone;
	if (!l->para)
		return 0;
	if (l->sure)
		return role_toc_level(l->role);
	while (n && l->s[n - 1] >= '0' && l->s[n - 1] <= '9')
		n--;
	while (n && l->s[n - 1] == ' ')
		n--;
	if (!l->s[n] || n < 6 || strncmp(l->s + n - 5, ".....", 5))
		return 0;
	return levels[label_find(l->s, strlen(l->s), &len, &alone)];
}

/* A table of contents: it is made anew. */
static size_t contents(struct know *k, struct kpart *p, size_t i, size_t to)
{
	size_t j = i;
	bool title = j + 1 < to && k->l[j].para && (k->l[j].sure ? k->l[j].role == ROLE_TITLE_CENTER : !strcmp(k->l[j].slug, "muc-luc")) && entry_level(&k->l[j + 1]);
	if (title)
		k->l[j++].form = true;
	for (int level; j < to && (level = entry_level(&k->l[j])) > 0; j++) {
		p->meta->toc = level > p->meta->toc ? level : p->meta->toc;
		k->l[j].form = true;
	}
	return j;
}

size_t know_title(struct know *k, struct kpart *p, size_t i)
{
	const struct kind *kind = NULL;
	size_t at = find_kind(k, i, p->to, &kind);
	struct pos pos = i < k->n ? know_pos(&k->l[kind ? at : i]) : p->meta->pos;
	settle_kind(k, p, kind, pos);
	if (kind) {
		take(&k->l[at], ROLE_KIND);
		i = at == i || at < p->to ? at + 1 : i;
		i = decor(k, i, p->to);
		i = subject(k, p, kind, i, p->to);
		if (p->kind == PART_ATTACHED)
			i = note(k, p, i, p->to);
	}
	kind = kind_find(p->meta->kind.s);
	i = decor(k, i, p->to);
	i = addressees(k, p, i, p->to);
	if (kind->id == KIND_CONG_DIEN)
		i = telegram(k, p, i, p->to);
	i = decor(k, i, p->to);
	i = contents(k, p, i, p->to);
	i = authority(k, p, kind, i, p->to);
	return grounds(k, p, i, p->to);
}

/* ---- annexes ---- */

static size_t annex_title(struct know *k, struct kpart *p, size_t i, size_t to, const char *on_line)
{
	size_t from = i;
	bool sure;
	while (i < to && i < from + 6 && k->l[i].para && *k->l[i].s && !is_note(&k->l[i]) && (k->l[i].sure ? k->l[i].role == ROLE_ANNEX_TITLE :
		!opens_text(k, &k->l[i]) && k->l[i].n < 300 && (k->looks ? k->l[i].bold || (k->l[i].caps && k->l[i].centred) : i == from || (k->l[i].caps && k->l[i - 1].caps) || (i + 1 < to && is_note(&k->l[i + 1])))))
		take(&k->l[i++], ROLE_ANNEX_TITLE);
	if (i == from && !on_line) {
		know_note(k, KNOW_ANNEX_TITLE, p->meta->pos);
		return i;
	}
	struct text t = i > from ? know_value(k, from, i) : (struct text){NULL, p->meta->pos};
	if (on_line)
		t.s = t.s ? arena_printf(k->a, "%s %s", on_line, t.s) : on_line;
	t.s = know_case_sentence(k, t.s, &sure);
	if (!sure)
		know_note(k, KNOW_CASE, t.pos, utf8_one_line(k->a, t.s));
	p->meta->subject = t;
	return i;
}

size_t know_annex_head(struct know *k, struct kpart *p)
{
	const char *label, *on_line;
	size_t i = p->from;
	know_annex(k, &k->l[i], &label, &on_line);
	p->label = (struct text){label, know_pos(&k->l[i])};
	take(&k->l[i++], ROLE_ANNEX);
	i = decor(k, i, p->to);
	i = annex_title(k, p, i, p->to, on_line);
	i = note(k, p, i, p->to);
	return decor(k, i, p->to);
}
