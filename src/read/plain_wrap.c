/* Lines that a narrow column wrapped made paragraphs again. A line goes on with the next where it is full, or the next begins in small
 * letters; where the page is still seen, a line that is indented begins a paragraph. */
#include "read/plain.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "model/label.h"
#include <stdlib.h>
#include <string.h>

enum { LONG_LINES = 200, SHORTEST = 40, INDENT = 3, FULL = 100, NEARLY = 85, CAPITALS = 70 /* are wider */ };

static const char *start(const struct pline *l) { return l->s + l->indent; }

struct kline plain_line(struct plain *p, const char *s)
{
	struct node n = {.kind = NODE_PARA};
	struct kline l = {.para = ARENA_NEW(p->a, struct node), .s = s, .slug = viet_slug(p->a, s), .n = utf8_count(s, strlen(s))};
	bool any = false, small = false;
	*l.para = n;
	for (const char *e = s + strlen(s); s < e;) {
		uint32_t c = utf8_next(&s, e);
		small = small || utf8_is_lower(c);
		any = any || utf8_is_upper(c);
	}
	l.caps = any && !small;
	return l;
}

enum first { SMALL, CAPITAL, OTHER };

static enum first first_sign(const char *s)
{
	const char *q = s;
	uint32_t c = utf8_next(&q, s + strlen(s));
	return utf8_is_lower(c) ? SMALL : utf8_is_upper(c) ? CAPITAL : OTHER;
}

/* ---- measures ---- */

static int by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return x < y ? -1 : x > y;
}

static size_t first_word(const char *s)
{
	return utf8_count(s, strcspn(s, " "));
}

/* Characters up to which a line goes, the first word of the next counted with it: those of lines that were wrapped for certain, since the
 * next begins in small letters, nine of ten of which are longer. */
static size_t full_width(struct plain *p)
{
	size_t *v = ARENA_ARRAY(p->a, size_t, p->n + 1), n = 0;
	for (size_t i = 0; i + 1 < p->n; i++) {
		const char *s = start(&p->l[i]), *next = start(&p->l[i + 1]);
		if (p->l[i].gone || p->l[i + 1].gone || p->l[i].n < SHORTEST || p->l[i].n > LONG_LINES || first_sign(next) != SMALL || strstr(s, "   ") || strchr(".:;", s[strlen(s) - 1]))
			continue;
		v[n++] = p->l[i].n + 1 + first_word(next) + (p->laid && p->l[i].indent > p->base ? p->l[i].indent - p->base : 0);
	}
	if (!n)
		return 0;
	qsort(v, n, sizeof *v, by_size);
	return v[n / 10];
}

static size_t common_indent(const struct plain *p)
{
	size_t count[64] = {0}, best = 0;
	for (size_t i = 0; i < p->n; i++)
		if (p->l[i].indent < 64 && p->l[i].n >= SHORTEST)
			count[p->l[i].indent]++;
	for (size_t i = 1; i < 64; i++)
		if (count[i] > count[best])
			best = i;
	return best;
}

void plain_measure(struct plain *p)
{
	size_t indented = 0, wide = 0, airy = 0;
	p->base = common_indent(p);
	for (size_t i = 0; i < p->n; i++) {
		indented += p->l[i].indent >= p->base + INDENT;
		wide += strstr(start(&p->l[i]), "    ") != NULL;
		airy += p->l[i].blank > 0;
	}
	p->laid = indented * 20 > p->n && (indented > 4 || wide > 1);
	p->airy = airy * 10 > p->n * 6;
	p->width = full_width(p);
}

/* ---- two lines ---- */

/* Whether a line goes as far as lines go, in hundredths of that. */
static bool is_full(const struct plain *p, size_t i, size_t next, size_t percent)
{
	const struct pline *l = &p->l[i];
	size_t n = l->n + (p->laid && l->indent > p->base ? l->indent - p->base : 0);
	return p->width && (n + 1 + first_word(start(&p->l[next]))) * 100 >= p->width * percent;
}

/* Lines that stand by themselves wherever they are. */
static bool stands_alone(struct plain *p, const struct kline *l)
{
	bool party;
	const char *place;
	struct date d;
	struct number_line num;
	enum role r;
	return know_nation(l, &party) || know_motto(l) || know_decor(l, &r) || know_recipients(l) || know_number(&p->words, l->s, &num) ||
		know_place_date(&p->words, l->s, &place, &d) || know_kind(l) || know_copy(l) >= 0 || (l->caps && know_sign_title(l));
}

static bool begins_anew(struct plain *p, const struct kline *l)
{
	uint32_t len;
	bool alone;
	const char *rest, *label, *title;
	static const char *const openings[] = {"Căn cứ ", "(Kèm theo", "V/v ", "• ", "* ", "– ", "Theo đề nghị "};
	if (label_find(l->s, strlen(l->s), &len, &alone) != LABEL_NONE || know_addressee(l, &rest) || know_annex(&p->words, l, &label, &title) || stands_alone(p, l))
		return true;
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (know_begins(l->s, openings[i]))
			return true;
	return know_ends(l->s, " điện:");
}

/* Words a text begins with: below a subject, which has no mark at its end. */
static bool opens_text(const char *s)
{
	static const char *const words[] = {"Thực hiện ", "Ngày ", "Để ", "Nhằm ", "Sau khi ", "Trên cơ sở ", "Theo ", "Thi hành ", "Tiếp tục ", "Ủy ban ", "Uỷ ban "};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (know_begins(s, words[i]))
			return true;
	return false;
}

static bool below_kind(struct plain *p, size_t i)
{
	while (i && p->l[i - 1].gone)
		i--;
	struct kline above = plain_line(p, i ? start(&p->l[i - 1]) : "");
	return know_kind(&above) != NULL;
}

/* "1973/UBND-" and "KGVX", "57-NQ/" and "TW": a number's letters or digits behind a sign that ends the line. */
static bool cut_in_code(const char *s, const char *next)
{
	size_t n = strlen(s);
	const char *q = next, *e = next + strlen(next);
	uint32_t c = utf8_next(&q, e), second = q < e ? utf8_next(&q, e) : ' ';
	return n > 2 && (s[n - 1] == '-' || s[n - 1] == '/') && s[n - 2] != ' ' && ((c >= '0' && c <= '9') || (utf8_is_upper(c) && !utf8_is_lower(second)));
}

static void unsure(struct plain *p, size_t i)
{
	if (!p->n_unsure++)
		p->unsure = plain_pos(p, i, p->l[i].indent);
}

/* By the sign at the end of the line above, whether that is full, and the first sign of the next. */
static bool by_signs(struct plain *p, size_t i, size_t j, bool below_caps)
{
	const char *s = start(&p->l[i]), *next = start(&p->l[j]);
	char last = s[strlen(s) - 1];
	bool full = is_full(p, i, j, FULL), marked = strchr(".:;!?", last);
	enum first f = first_sign(next);
	if (!marked && below_caps)
		return is_full(p, i, j, CAPITALS);
	if (!marked) /* no sentence ends here: a line of words without a verb, a title, is shorter */
		return f == SMALL || is_full(p, i, j, NEARLY);
	if (know_ends(s, "./.") || !full)
		return false;
	switch (last) {
	case '.': case '!': case '?':
		if (f != SMALL && !p->laid)
			unsure(p, j);
		return f != CAPITAL || (p->laid && p->l[j].indent < p->base + INDENT);
	case ';': return f != CAPITAL;
	default:
		if (f == OTHER && !p->laid)
			unsure(p, j);
		return f != CAPITAL;
	}
}

static bool centred(const struct plain *p, size_t i)
{
	return p->laid && p->l[i].indent >= p->base + 2 * INDENT;
}

static bool goes_on(struct plain *p, size_t i, size_t j)
{
	const struct pline *b = &p->l[j];
	struct kline above = plain_line(p, start(&p->l[i])), below = plain_line(p, start(b));
	bool mid_page = !b->page && !(j && p->l[j - 1].gone);
	if (begins_anew(p, &below) || stands_alone(p, &above))
		return false;
	if (cut_in_code(above.s, below.s))
		return true;
	if (mid_page && b->blank > (p->airy ? 2 : 0) && first_sign(below.s) != SMALL)
		return false;
	if (above.caps != below.caps)
		return !above.caps && below.n < 12 && is_full(p, i, j, FULL);
	if (p->laid && b->indent >= p->base + INDENT && first_sign(below.s) != SMALL && !(centred(p, i) && centred(p, j) && above.caps && above.n > SHORTEST))
		return false;
	if (above.caps && p->laid && centred(p, i) && centred(p, j))
		return above.n > SHORTEST;
	return by_signs(p, i, j, below.caps);
}

/* Whether room in a line is a blank to be filled in: "Số:      /TTr-SKHCN", "ngày     tháng 5". Other room only makes a line full. */
static bool is_blank(const struct buf *out, const char *s, size_t room)
{
	static const char *const before[] = {"Số:", "số", "Số", "ngày", "tháng", "năm"};
	if (room < 2 || !out->len)
		return false;
	if (s[room] == '/')
		return true;
	for (size_t i = 0; i < sizeof before / sizeof *before && room >= 3; i++)
		if (know_ends(out->data, before[i]) && !(s[room] >= '0' && s[room] <= '9'))
			return true;
	return false;
}

static void put_tidy(struct buf *out, const char *s)
{
	while (*s) {
		size_t room = strspn(s, " "), word = strcspn(s, " ");
		if (room && is_blank(out, s, room))
			for (size_t i = 0; i < room; i++)
				buf_puts(out, "\u00A0");
		else if (room)
			buf_putc(out, ' ');
		s += room;
		if (!room) {
			buf_put(out, s, word);
			s += word;
		}
	}
}

const char *plain_tidy(struct plain *p, const char *s)
{
	struct buf b = BUF_INIT;
	put_tidy(&b, s);
	const char *out = arena_strdup(p->a, b.data ? b.data : "");
	buf_free(&b);
	return out;
}

bool plain_centred(const struct plain *p, size_t i)
{
	size_t left = p->l[i].indent > p->base ? p->l[i].indent - p->base : 0, used = left + p->l[i].n;
	size_t right = p->width > used ? p->width - used : 0;
	return p->laid && left >= 3 * INDENT && (left > right ? left - right : right - left) <= 2 * INDENT;
}

size_t plain_join(struct plain *p, size_t i, size_t to, const char **text)
{
	struct buf b = BUF_INIT;
	size_t j = i;
	bool subject = below_kind(p, i);
	for (;;) {
		const char *s = start(&p->l[j]);
		put_tidy(&b, s);
		size_t next = j + 1;
		while (next < to && p->l[next].gone)
			next++;
		if (next >= to || !goes_on(p, j, next) || (subject && opens_text(start(&p->l[next])))) {
			j = next;
			break;
		}
		if (!cut_in_code(s, start(&p->l[next])))
			buf_putc(&b, ' ');
		j = next;
	}
	*text = arena_strdup(p->a, b.data);
	buf_free(&b);
	return j;
}
