/* What pages add to a text: their numbers, and lines that stand again on each of them. */
#include "read/plain.h"
#include <stdlib.h>
#include <string.h>

enum { FAR = 20, REPEATS = 3 };

/* "2", "- 2 -", "Trang 2", "2/5"; 0: no page number. */
static int page_number(const struct pline *l)
{
	const char *s = l->s + l->indent;
	if (l->n > 12)
		return 0;
	if (know_begins(s, "Trang "))
		s += strlen("Trang ");
	s += strspn(s, "- ");
	size_t n = strspn(s, "0123456789");
	if (!n || n > 4)
		return 0;
	const char *rest = s + n;
	if (*rest == '/' && rest[1])
		rest += 1 + strspn(rest + 1, "0123456789");
	return rest[strspn(rest, "- ")] ? 0 : atoi(s);
}

static bool page_starts(const struct plain *p, size_t i) { return p->l[i].page || (i && p->l[i - 1].gone && p->l[i - 1].page); }

static bool page_ends(const struct plain *p, size_t i) { return i + 1 == p->n || p->l[i + 1].page; }

static size_t at_edges(struct plain *p)
{
	size_t gone = 0;
	for (size_t i = 0; i < p->n; i++)
		if (page_number(&p->l[i]) && p->pages && (page_starts(p, i) || (page_ends(p, i) && i + 1 < p->n) || (i + 1 == p->n && p->pages > 1))) {
			p->l[i].gone = true;
			gone++;
		}
	return gone;
}

/* Where no page begins visibly: numbers from 2 on, one by one, far apart, and no other line of digits alone. */
static size_t by_counting(struct plain *p)
{
	size_t last = 0, n = 0;
	for (size_t i = 0; i < p->n; i++) {
		int v = page_number(&p->l[i]);
		if (!v)
			continue;
		if (v != (int)n + 2 || i - last < FAR)
			return 0;
		last = i;
		n++;
	}
	for (size_t i = 0; i < p->n && n; i++)
		p->l[i].gone = page_number(&p->l[i]) > 0;
	return n;
}

/* Lines that stand first on several pages, word for word. */
static size_t repeated(struct plain *p)
{
	size_t gone = 0;
	for (size_t i = 1; i < p->n; i++) {
		size_t same = 0;
		if (!p->l[i].page || p->l[i].gone)
			continue;
		for (size_t j = 1; j < p->n; j++)
			same += p->l[j].page && !strcmp(p->l[j].s, p->l[i].s);
		if (same < REPEATS)
			continue;
		for (size_t j = 1; j < p->n; j++)
			if (p->l[j].page && !p->l[j].gone && !strcmp(p->l[j].s, p->l[i].s)) {
				p->l[j].gone = true;
				gone++;
			}
	}
	return gone;
}

void plain_pages(struct plain *p)
{
	size_t gone = p->pages ? at_edges(p) : by_counting(p);
	if (p->pages < 2000)
		gone += repeated(p);
	if (gone)
		know_note(&p->words, KNOW_PAGE_LINES, (struct pos){p->name, 0, 0}, gone);
}
