/* Số, ký hiệu (Phụ lục I, Phần I, Mục II.3) and the date (II.4); the Party's: nd30.md 5.3. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"

enum { SLOT_NUMBER = 8, SLOT_DAY = 6};

/* At the end of a centred line a blank has no width of its own in every word processor: there the official forms' dots stand. */
static const char dots[] = "……";

bool compose_has_number(const struct meta *m, const struct kind *k)
{
	return k->id != KIND_THU_CONG || compose_given(&m->number) || compose_given(&m->symbol);
}

/* Numbers below 10 begin with 0 (II.3.a). */
static const char *padded(struct ctx *c, const char *s)
{
	s = compose_bare(c, s, "");
	return isdigit((unsigned char)s[0]) && s[1] == '\0' ? arena_printf(c->a, "0%s", s) : s;
}

/* Abbreviations of the issuers, lead body first: "BTCTU-BNCTU". */
static const char *abbreviations(struct ctx *c, const struct meta *m)
{
	struct buf b = BUF_INIT;
	const char *s;

	for (size_t i = 0; i < m->n_issuers; i++)
		if (compose_given(&m->issuers[i].abbr))
			compose_join(&b, "-", compose_bare(c, m->issuers[i].abbr.s, ""));
	s = compose_keep(c, &b);
	return *s ? s : dots;
}

/* The drafting unit of a công văn's code: given, or the one that files it ("Lưu: VT, KGVX (3)" → "KGVX"). */
const char *compose_unit(struct ctx *c, const struct meta *m)
{
	const char *s, *p;
	size_t n = 0;

	if (compose_given(&m->unit))
		return compose_bare(c, m->unit.s, "");
	if (m->recipients.n == 0 || (s = m->recipients.v[m->recipients.n - 1].s) == NULL)
		return NULL;
	if (!compose_begins(c, s, "Lưu") || (p = strstr(s, "VT,")) == NULL)
		return NULL;
	p += 3;
	p += strspn(p, " ");
	for (const char *q = p; *q != '\0';) {
		uint32_t ch = utf8_next(&q, p + strlen(p));

		if (!utf8_is_alpha(ch) && ch != '-' && ch != '&')
			break;
		n = (size_t)(q - p);
	}
	return n > 0 ? arena_strndup(c->a, p, n) : NULL;
}

static const char *symbol(struct ctx *c, const struct meta *m, const char *code, bool letter)
{
	const char *abbr, *unit;

	if (compose_given(&m->symbol))
		return compose_bare(c, m->symbol.s, "");
	abbr = abbreviations(c, m);
	if (c->form->party)
		return *code ? arena_printf(c->a, "%s/%s", code, abbr) : abbr;
	if (!letter)
		return *code ? arena_printf(c->a, "%s-%s", code, abbr) : abbr;
	unit = compose_unit(c, m);
	if (unit == NULL)
		return abbr;
	return arena_printf(c->a, "%s-%s", abbr, unit);
}

/* The whole of cell 3 without its prefix, one token: "15/QĐ-BNV", "3609/UBND-KGVX", "127-QĐ/TW". */
const char *compose_code_text(struct ctx *c, const struct meta *m, const char *code, bool letter, bool blank)
{
	bool numbered = compose_given(&m->number) && !blank;
	const char *number = numbered ? padded(c, m->number.s) : compose_blank(c, SLOT_NUMBER);

	if (numbered && strchr(number, '/') != NULL && !compose_given(&m->symbol))
		return number;
	return arena_printf(c->a, "%s%s%s", number, c->form->party ? "-" : "/", symbol(c, m, code, letter));
}

const char *compose_number(struct ctx *c, const struct meta *m, const struct kind *k, bool blank)
{
	const char *code = k->code;

	if (c->form->party && k->code_party != NULL)
		code = c->form->id == FORM_HD36 && k->code_hd36 != NULL ? k->code_hd36 : k->code_party;
	return compose_code_text(c, m, code, k->id == KIND_CONG_VAN, blank);
}

/* "ngày 05 tháng 01 năm 2020": days below 10 and the months 1 and 2 begin with 0 (II.4.b). */
const char *compose_date(struct ctx *c, struct date d)
{
	const char *day = d.day > 0 ? arena_printf(c->a, "%02d", d.day) : compose_blank(c, SLOT_DAY);
	const char *month = d.month > 0 ? arena_printf(c->a, d.month < 3 ? "%02d" : "%d", d.month) : compose_blank(c, SLOT_DAY);
	const char *year = d.year > 0 ? arena_printf(c->a, "%d", d.year) : dots;

	return arena_printf(c->a, "ngày %s tháng %s năm %s", day, month, year);
}
