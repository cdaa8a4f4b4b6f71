/* Short forms: defined once, used as defined (N32); abbreviations that nobody explains (N33). */
#include <string.h>
#include "base/utf8.h"
#include "check/inner_rules.h"

static bool after(const struct ptext *t, size_t at, const struct brief *b) { return t > b->t || (t == b->t && at >= b->to); }

static size_t uses(struct checker *c, const struct brief *b)
{
	size_t n = strlen(b->s), used = 0;
	char *low = arena_strdup(c->a, b->s); /* titles of annexes are in capitals */
	texts_lower(low, n);
	for (const struct ptext *t = b->t; t < c->t + c->n; t++)
		for (const char *p = t->low; (p = strstr(p, low)); p += n)
			used += after(t, (size_t)(p - t->low), b) && whole_words(t, (size_t)(p - t->low), (size_t)(p - t->low) + n);
	return used;
}

/* The number in the short form, and another one of the same figures that is used later. */
static const struct mention *other_number(const struct checker *c, const struct brief *b)
{
	const struct mention *own = NULL;
	for (size_t i = 0; i < c->n_m; i++)
		if (c->m[i].t == b->t && c->m[i].code_from >= b->from && c->m[i].code_to <= b->to)
			own = &c->m[i];
	for (size_t i = 0; own && i < c->n_m; i++) {
		size_t d = strspn(own->code, "0123456789");
		const char *tail = own->code + d + 1, *code = c->m[i].code;
		if (strcmp(code, own->code) && after(c->m[i].t, c->m[i].from, b) && !memcmp(code, own->code, d) && (code[d] == '-' || code[d] == '/') && ends(code, tail))
			return &c->m[i];
	}
	return NULL;
}

void rule_brief(struct checker *c)
{
	for (size_t i = 0; i < c->n_b; i++) {
		const struct brief *b = &c->b[i];
		bool twice = false;
		saw(c);
		for (size_t k = 0; k < i && !twice; k++)
			twice = !strcmp(c->b[k].s, b->s);
		const struct mention *m = other_number(c, b);
		if (twice)
			flag(c, b->t, b->from, b->to, N_("the short form “%s” is defined twice; define it at the first mention alone"), b->s);
		else if (m)
			flag(c, b->t, b->from, b->to, N_("the short form “%s” is defined, but %s is used later; write one of the two"), b->s, m->code);
		else if (!uses(c, b))
			flag(c, b->t, b->from, b->to, N_("the short form “%s” is defined and never used; use it or leave its definition out"), b->s);
	}
}

/* ---- N33 ---- */

/* Known to everybody in an office of the State or the Party; parts of names and numbers of roads and machines are no abbreviations. */
static const char known[] =
	" UBND HĐND UBMTTQ UBMTTQVN MTTQ MTTQVN TTHĐND VP VPUB VPUBND VPTU VT LT HC TH NC TC KT XH CT PCT GĐ PGĐ CVP PCVP TU TW BCĐ BTV BTVTU QH CP TTg TAND VKSND BCH "
	"CNTT TTĐT TP TT QĐ NQ KH TB CV BC HD CTr TTr NĐ CĐ SỐ THCS THPT PTDTNT BHXH BHYT GRDP GDP ODA FDI KPI ISO AI IoT IT WEB USB GPS GIS SMS VNĐ USD HTX THPTQG TDP ĐVT STT VNPT UNESCO ASEAN OCOP DVC DVCTT RPO RTO DO PDF DOCX XLSX XML HTML QR OTP CBCC CCVC CCHC TTHC VBHN QPPL PCCC VNeID ";

static bool explained(const struct checker *c, const char *word, size_t n)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		for (const char *p = t->s; (p = strchr(p, '(')); p++) {
			const char *close = strchr(p, ')');
			for (const char *q = p + 1; close && q + n <= close; q++)
				if (!memcmp(q, word, n) && (q == p + 1 || q[-1] == ' ') && q + n == close)
					return true;
		}
	}
	return false;
}

static bool is_known(const struct checker *c, const char *word, size_t n)
{
	char key[32];
	if (n + 3 > sizeof key)
		return true;
	key[0] = ' ';
	memcpy(key + 1, word, n);
	memcpy(key + 1 + n, " ", 2);
	if (strstr(known, key))
		return true;
	/* the office's own letters stand in its number */
	for (size_t i = 0; i < c->meta->n_issuers; i++)
		if (c->meta->issuers[i].abbr.s && strstr(c->meta->issuers[i].abbr.s, arena_strndup(c->a, word, n)))
			return true;
	return c->meta->unit.s && strstr(c->meta->unit.s, arena_strndup(c->a, word, n));
}

static bool part_of_code(const struct ptext *t, const struct word *w)
{
	char before = w->from ? t->s[w->from - 1] : ' ', behind = w->to < t->n ? t->s[w->to] : ' ';
	return strchr("/-.@_", before) || strchr("/@_", behind) || (behind == '-' && w->to + 1 < t->n && t->s[w->to + 1] != ' ');
}

/* A word in capitals, no abbreviation; two letters may be either: then its neighbours tell. */
static bool is_syllable(const struct ptext *t, size_t i)
{
	const struct word *w = &t->words[i];
	bool beside = (i > 0 && w[-1].capitals) || (i + 1 < t->n_words && w[1].capitals);
	return syllable_ok(t->low + w->from, w->to - w->from) && (w->to - w->from > 3 || (beside && t->zone != ZONE_RECIPIENT));
}

static bool all_capitals(const struct ptext *t)
{
	size_t up = 0, n = 0;
	for (size_t i = 0; i < t->n_words; i++)
		if (!t->words[i].digits)
			n++, up += t->words[i].capitals;
	return n > 0 && up * 2 >= n;
}

void rule_abbreviations(struct checker *c)
{
	const char *told[64];
	size_t n_told = 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if ((t->zone != ZONE_BODY && t->zone != ZONE_RECIPIENT) || t->node->u.para.role == ROLE_RECIPIENTS || (t->zone == ZONE_BODY && all_capitals(t)) || begins(t->s, "- Lưu"))
			continue;
		saw(c);
		for (size_t w = 0; w < t->n_words; w++) {
			const struct word *x = &t->words[w];
			size_t n = x->to - x->from;
			const char *s = text_slice(c, t, x->from, x->to);
			bool digit = strpbrk(s, "0123456789") != NULL, seen = false;
			if (!x->capitals || utf8_count(s, n) < 2 || (w > 0 && word_is(t, w - 1, "phòng")) || digit || strspn(s, "IVXLCDM") == n || part_of_code(t, x) || is_known(c, s, n) || is_syllable(t, w) || explained(c, s, n))
				continue;
			for (size_t k = 0; k < n_told && !seen; k++)
				seen = !strcmp(told[k], s);
			if (seen || n_told >= 64)
				continue;
			told[n_told++] = s;
			flag(c, t, x->from, x->to, N_("the abbreviation “%s” is not explained; write it out at its first mention, with the short form in brackets"), s);
		}
	}
}
