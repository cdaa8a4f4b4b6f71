/* Sums and counts that are stated against what is listed (N51). */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/viet.h"
#include "check/inner_rules.h"

/* "18.640", "49,4", "06": points part thousands, a comma the decimals. False: no such number. */
static bool number_at(const char *s, double *out, size_t *n, int *decimals)
{
	size_t k = 0, group = 0;
	double v = 0, scale = 1;
	bool points = false;
	*decimals = 0;
	while (isdigit((unsigned char)s[k])) {
		v = v * 10 + (s[k++] - '0');
		group++;
		if (s[k] == '.' && isdigit((unsigned char)s[k + 1]) && isdigit((unsigned char)s[k + 2]) && isdigit((unsigned char)s[k + 3]) && group <= 3) {
			points = true;
			k++;
			group = 0;
		}
	}
	if (k == 0 || (points && group != 3))
		return false;
	if (s[k] == ',' && isdigit((unsigned char)s[k + 1]))
		for (k++; isdigit((unsigned char)s[k]); k++, ++*decimals)
			v += (s[k] - '0') * (scale /= 10);
	*out = v;
	*n = k;
	return !isalpha((unsigned char)s[k]) && s[k] != '/';
}

/* ---- "06 hệ thống, gồm: 05 hệ thống … và 01 hệ thống …" ---- */

struct addend { double v; size_t at; };

/* Numbers that begin the parts behind `at`, each followed by the unit's first two words; the end of the sentence ends them. */
static size_t parts_of(const struct ptext *t, size_t w, size_t unit, struct addend *out, size_t max, bool *sure)
{
	size_t n = 0;
	bool start = true;
	*sure = true;
	for (; w < t->n_words; w++) {
		const struct word *x = &t->words[w];
		double v;
		size_t len, g;
		int dec;
		if (start && isdigit((unsigned char)t->s[x->from])) {
			if (!number_at(t->s + x->from, &v, &len, &dec) || w + 2 >= t->n_words || n >= max)
				return *sure = false, n;
			const struct word *u = &t->words[unit], *y = &t->words[w + 1];
			if (u->to - u->from != y->to - y->from || memcmp(t->low + u->from, t->low + y->from, u->to - u->from))
				*sure = false;
			out[n++] = (struct addend){v, x->from};
		} else if (start && n > 0 && !word_is(t, w, "và")) {
			/* a part without a number: the list is of another kind */
			start = false;
		}
		const char *gap = gap_after(t, w, &g);
		if (memchr(gap, '.', g) || memchr(gap, '(', g) || memchr(gap, ';', g))
			break;
		start = memchr(gap, ',', g) || word_is(t, w, "và");
	}
	return n;
}

static void judge_sentence(struct checker *c, const struct ptext *t, size_t w)
{
	struct addend parts[16];
	double total;
	size_t n, len, g;
	int dec;
	bool sure;
	if (!number_at(t->s + t->words[w].from, &total, &len, &dec) || w + 2 >= t->n_words || (w > 0 && (word_is(t, w - 1, "số") || word_is(t, w - 1, "điều") || word_is(t, w - 1, "năm"))))
		return;
	for (size_t k = w + 1; k <= w + 7 && k < t->n_words; k++) {
		const char *gap = gap_after(t, k - 1, &g);
		if (memchr(gap, '.', g) || memchr(gap, ';', g) || isdigit((unsigned char)t->s[t->words[k].from]))
			return;
		if (!word_is(t, k, "gồm"))
			continue;
		n = parts_of(t, k + 1, w + 1, parts, 16, &sure);
		if (n < 2 || !sure)
			return;
		saw(c);
		double sum = 0;
		for (size_t i = 0; i < n; i++)
			sum += parts[i].v;
		if (fabs(sum - total) > 0.005)
			flag(c, t, t->words[w].from, parts[n - 1].at + 2 < t->n ? parts[n - 1].at + 2 : t->n, N_("the parts add up to %.10g, not to %.10g; correct the sum or a part"), sum, total);
		return;
	}
}

/* ---- "Tổng kế hoạch vốn: 18.640 triệu đồng, gồm:" and the items below ---- */

/* The last number of a text with its unit: "12.500 triệu đồng;". */
static bool amount_of(const struct ptext *t, size_t upto, double *v, const char **unit, size_t *n_unit)
{
	bool found = false;
	for (size_t w = 0; w < t->n_words && t->words[w].from < upto; w++) {
		size_t len;
		int dec;
		double x;
		bool inside = t->words[w].from > 0 && strchr(".,/", t->s[t->words[w].from - 1]);
		if (inside || !isdigit((unsigned char)t->s[t->words[w].from]) || !number_at(t->s + t->words[w].from, &x, &len, &dec))
			continue;
		const char *u = t->low + t->words[w].from + len;
		if (found)
			return false; /* two numbers: not sure which */
		found = true;
		*v = x;
		*unit = u + strspn(u, " ");
		*n_unit = strcspn(*unit, ",;.:(");
		while (*n_unit > 0 && (*unit)[*n_unit - 1] == ' ')
			--*n_unit;
	}
	return found && *n_unit > 0;
}

static void judge_list(struct checker *c, size_t i)
{
	const struct ptext *t = &c->t[i];
	const char *end = strstr(t->low, "gồm:"), *unit, *u;
	double total, v, sum = 0;
	size_t n_unit, n, parts = 0, from;
	if (!end || end[strlen("gồm:")] || !amount_of(t, (size_t)(end - t->low), &total, &unit, &n_unit))
		return;
	if (n_unit > 5 && ends(arena_strndup(c->a, unit, n_unit), "bao"))
		n_unit -= 4;
	for (from = i + 1; from < c->n && is_body(&c->t[from]); from++) {
		enum label_kind k = c->t[from].node->u.para.label;
		if (k != LABEL_LETTER && k != LABEL_DASH)
			break;
		/* after the last colon: "Vốn cân đối: 5.240 triệu đồng" */
		if (!amount_of(&c->t[from], c->t[from].n, &v, &u, &n) || n != n_unit || memcmp(u, unit, n))
			return;
		sum += v;
		parts++;
	}
	if (parts < 2)
		return;
	saw(c);
	if (fabs(sum - total) > 0.005)
		flag(c, t, 0, t->n, N_("the parts add up to %.10g, not to %.10g; correct the sum or a part"), sum, total);
}

/* ---- the line "Tổng cộng" of a table ---- */

enum { COLS = 24 };
struct column { double sum; size_t n; int decimals; bool bad; };

static const struct ptext *text_of(const struct checker *c, const struct node *cell)
{
	for (size_t i = 0; cell->first && i < c->n; i++)
		if (c->t[i].node == cell->first)
			return cell->first->next ? NULL : &c->t[i];
	return NULL;
}

static bool is_total(const struct ptext *t) { return t && (begins(t->low, "tổng cộng") || begins(t->low, "tổng số") || !strcmp(t->low, "cộng") || !strcmp(t->low, "tổng")); }

static bool plain_number(const struct ptext *t, double *v, int *decimals)
{
	size_t n;
	return t && t->n && number_at(t->s, v, &n, decimals) && n == t->n;
}

static void judge_total(struct checker *c, const struct node *row, const struct column *cols)
{
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		double v;
		int dec;
		size_t col = cell->u.cell.col;
		const struct ptext *t = text_of(c, cell);
		if (col >= COLS || cell->u.cell.span_cols != 1 || cols[col].bad || cols[col].n < 2 || !plain_number(t, &v, &dec))
			continue;
		saw(c);
		/* rounded parts: half a unit of the last place each */
		double slack = cols[col].decimals ? 0.5 * pow(10, -cols[col].decimals) * (double)(cols[col].n + 1) : 0.001;
		if (fabs(v - cols[col].sum) > slack + 1e-9)
			flag(c, t, 0, t->n, N_("the column adds up to %.10g, not to %s; correct the sum or a row"), cols[col].sum, t->s);
	}
}

static void judge_table(struct checker *c, const struct node *table)
{
	struct column cols[COLS] = {{0}};
	const struct node *total = NULL;
	size_t totals = 0;
	for (const struct node *row = table->first; row; row = row->next)
		for (const struct node *cell = row->first; cell; cell = cell->next)
			if (!row->u.row.header && is_total(text_of(c, cell)))
				total = row, totals++;
	if (totals != 1 || (total != table->last && total->prev && !total->prev->u.row.header))
		return; /* sums of parts: not sure which rows belong to it */
	for (const struct node *row = table->first; row; row = row->next) {
		if (row->u.row.header || row == total)
			continue;
		for (const struct node *cell = row->first; cell; cell = cell->next) {
			double v;
			int dec;
			size_t col = cell->u.cell.col;
			const struct ptext *t = text_of(c, cell);
			for (size_t k = col; k < col + cell->u.cell.span_cols && k < COLS && cell->u.cell.span_cols > 1; k++)
				cols[k].bad = true; /* a number that stands for several columns, or a title of a group */
			if (col >= COLS)
				continue;
			if (t && t->n && (!strcmp(t->s, "-") || !strcmp(t->s, "–")))
				continue;
			if (cell->u.cell.span_cols != 1 || cell->u.cell.span_rows != 1 || !plain_number(t, &v, &dec)) {
				cols[col].bad = cols[col].bad || !t || t->n > 0 || cell->u.cell.span_cols != 1;
				continue;
			}
			cols[col].sum += v;
			cols[col].n++;
			cols[col].decimals = dec > cols[col].decimals ? dec : cols[col].decimals;
		}
	}
	/* rows of groups ("I", "1", "1.1") hold sums of others: the first column tells */
	for (const struct node *row = table->first; row; row = row->next) {
		const struct ptext *t = row->first ? text_of(c, row->first) : NULL;
		if (!row->u.row.header && row != total && t && t->n && (strchr(t->s, '.') || viet_unroman(t->s, t->n) > 0 || (t->n_words > 0 && t->words[0].capitals)))
			return;
	}
	judge_total(c, total, cols);
}

void rule_sums(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->zone == ZONE_BODY || t->zone == ZONE_NOTE) {
			for (size_t w = 0; w < t->n_words && strstr(t->low, "gồm"); w++)
				if (isdigit((unsigned char)t->s[t->words[w].from]))
					judge_sentence(c, t, w);
			judge_list(c, i);
		}
	}
	for (const struct node *n = doc_walk(c->d->root, c->d->root); n; n = doc_walk(c->d->root, n))
		if (n->kind == NODE_TABLE && n->u.table.role == TABLE_DATA)
			judge_table(c, n);
}
