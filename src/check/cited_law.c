/* Laws that a text names by their names alone: "Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025", "Hiến pháp năm 2013". */
#include <stdlib.h>
#include <string.h>
#include "check/cited_in.h"
#include "form/law.h"

/* "Luật" is capital and no part of another name. */
static const char *kind_at(const struct ptext *t, size_t *i)
{
	size_t w = *i;
	if (word_is(t, w, "bộ") && word_is(t, w + 1, "luật") && t->words[w].capital) {
		*i = w + 2;
		return "Bộ luật";
	}
	if (word_is(t, w, "pháp") && word_is(t, w + 1, "lệnh") && t->words[w].capital) {
		*i = w + 2;
		return "Pháp lệnh";
	}
	if (!word_is(t, w, "luật") || !t->words[w].capital)
		return NULL;
	static const char *const before[] = {"học", "khoa", "ty", "báo", "pháp", "hội", "viện"};
	for (size_t k = 0; k < sizeof before / sizeof *before && w > 0; k++)
		if (word_is(t, w - 1, before[k]))
			return NULL;
	*i = w + 1;
	return "Luật";
}

/* Words that stand behind the name of a law. */
static bool ends_name(const struct ptext *t, size_t i)
{
	static const char *const stops[] = {"ngày", "số", "năm", "được", "đã", "có", "quy", "và", "các", "theo", "để", "tại", "trong", "của", "khi", "đối", "này", "là", "thì", "hiện",
		"cũng", "do", "từ", "cho", "về", "nêu", "phải", "không", "sẽ", "như"};
	for (size_t k = 0; k < sizeof stops / sizeof *stops; k++)
		if (word_is(t, i, stops[k]))
			return !word_is(t, i, "và") || i + 1 >= t->n_words || t->words[i + 1].capital || ends_name(t, i + 1);
	return false;
}

/* A name that is on no list: as far as its words go on; in a căn cứ commas belong to it. */
static size_t unknown_name(const struct ptext *t, size_t i)
{
	enum { MOST = 20 };
	bool basis = t->node->u.para.role == ROLE_BASIS;
	size_t w = i, n;
	if (w >= t->n_words || !t->words[w].capital || t->words[w].digits)
		return 0;
	while (w + 1 < t->n_words && w - i < MOST) {
		const char *g = gap_after(t, w, &n);
		bool comma = n == 2 && !memcmp(g, ", ", 2) && basis && !t->words[w + 1].capital;
		if (!(n == 1 && *g == ' ') && !comma)
			break;
		if (ends_name(t, w + 1))
			break;
		w++;
	}
	return t->words[w].to;
}

/* Where the name that begins with word i ends; 0: it is none. */
static size_t name_end(const struct ptext *t, const char *kind, size_t i)
{
	static const char *const changing[] = {"sửa đổi, bổ sung một số điều của luật ", "sửa đổi, bổ sung một số điều của các luật ", "sửa đổi, bổ sung một số điều của bộ luật "};
	if (i >= t->n_words)
		return 0;
	size_t at = t->words[i].from, n;
	for (size_t k = 0; k < sizeof changing / sizeof *changing; k++)
		if (begins(t->low + at, changing[k])) {
			size_t inner = at + strlen(changing[k]);
			n = law_name(k == 2 ? "bộ luật" : "luật", t->low + inner);
			return n ? inner + n : unknown_name(t, word_at(t, inner));
		}
	if (!t->words[i].capital)
		return 0;
	char low[16];
	memcpy(low, kind, strlen(kind) + 1);
	texts_lower(low, strlen(low));
	n = law_name(low, t->low + at);
	return n ? at + n : unknown_name(t, i);
}

/* "năm 2013", "2013", "ngày 27 tháng 6 năm 2025", "ngày 27/6/2025" at byte `at`; *to: past it. */
static bool date_at(const struct ptext *t, size_t at, struct cited *c)
{
	static const char day[] = " ngày ", year[] = " năm ";
	size_t to;
	struct date d;
	if (begins(t->low + at, day) && read_date(t, at + sizeof day - 1, &d, &to)) {
		c->date = d;
		c->date_from = (uint32_t)(at + sizeof day - 1);
		c->date_to = c->to = (uint32_t)to;
		return true;
	}
	size_t from = at + (begins(t->low + at, year) ? sizeof year - 1 : 1);
	const char *p = t->low + from;
	if (t->low[at] != ' ' || strspn(p, "0123456789") != 4 || (*p != '1' && *p != '2'))
		return false;
	c->date = (struct date){.year = atoi(p)};
	c->date_from = (uint32_t)from;
	c->date_to = c->to = c->date_from + 4;
	return true;
}

/* The entry of the number that stands behind the name, "… số 72/2025/QH15"; NULL: none does. */
static struct naming *number_behind(struct namings *all, size_t first, const struct ptext *t, size_t end)
{
	size_t w = word_at(t, end);
	w += word_is(t, w, "số");
	for (size_t i = first; i < all->n; i++)
		if (all->v[i].c.by == CITED_NUMBER && w < t->n_words && all->v[i].code_from == t->words[w].from)
			return &all->v[i];
	return NULL;
}

static void add(struct checker *c, const struct ptext *t, struct namings *all, size_t first, const char *kind, size_t from, size_t name, size_t end)
{
	struct cited e = {.node = t->node, .from = (uint32_t)from, .to = (uint32_t)end, .by = CITED_NAME, .kind = kind, .subject = text_slice(c, t, name, end)};
	struct naming *number = number_behind(all, first, t, end);
	if (number) {
		number->c.from = (uint32_t)from;
		number->c.kind = kind;
		number->c.subject = e.subject;
		number->c.part = NULL;
		return;
	}
	date_at(t, end, &e);
	struct naming x = {.c = e, .t = t};
	ARENA_PUSH(c->a, all->v, all->n, all->cap, x);
}

/* "Hiến pháp năm 2013", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam": the word alone names none. */
static size_t constitution(struct checker *c, const struct ptext *t, size_t i, struct namings *all)
{
	static const char whole[] = " nước cộng hòa xã hội chủ nghĩa việt nam", name[] = "nước Cộng hòa xã hội chủ nghĩa Việt Nam";
	if (!word_is(t, i, "hiến") || !word_is(t, i + 1, "pháp") || !t->words[i].capital)
		return 0;
	size_t end = t->words[i + 1].to;
	bool full = begins(t->low + end, whole);
	struct cited e = {.node = t->node, .from = t->words[i].from, .by = CITED_NAME, .kind = "Hiến pháp", .subject = name};
	end += full ? sizeof whole - 1 : 0;
	e.to = (uint32_t)end;
	if (!date_at(t, end, &e) && !full)
		return 0;
	struct naming x = {.c = e, .t = t};
	ARENA_PUSH(c->a, all->v, all->n, all->cap, x);
	return e.to;
}

void cited_laws(struct checker *c, const struct ptext *t, struct namings *all, size_t first)
{
	for (size_t i = 0; i < t->n_words && all->n < CITED_KEPT; i++) {
		size_t w = i, end = constitution(c, t, i, all), n;
		const char *kind = end ? NULL : kind_at(t, &w);
		if (kind) {
			const char *g = gap_after(t, w - 1, &n);
			end = n == 1 && *g == ' ' ? name_end(t, kind, w) : 0;
			if (end && !cited_in_definition(c, t, t->words[i].from, (uint32_t)end))
				add(c, t, all, first, kind, t->words[i].from, t->words[w].from, end);
		}
		while (end && i + 1 < t->n_words && t->words[i + 1].from < end)
			i++;
	}
}
