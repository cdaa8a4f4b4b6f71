/* What Cairo 1.16 leaves undone in a PDF, done in the finished bytes. */
#include "text/mend.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

/* Cairo 1.16 leaves out the "D:" that a date of a PDF begins with. The minutes of the zone, which may be left out, make
 * room for it, so that no byte moves: (20250515000000+07'00) becomes (D:20250515000000+07'). */
void mend_dates(struct buf *out, size_t from)
{
	static const char *const keys[] = {"/CreationDate (", "/ModDate ("};
	enum { DIGITS = 14, ZONE = 3 };
	for (size_t i = 0; i < sizeof keys / sizeof *keys && out->len > from; i++) {
		char *p = memmem(out->data + from, out->len - from, keys[i], strlen(keys[i]));
		if (!p || (size_t)(out->data + out->len - p) < strlen(keys[i]) + DIGITS + ZONE + 4)
			continue;
		p += strlen(keys[i]);
		if (strspn(p, "0123456789") != DIGITS || memcmp(p + DIGITS + ZONE, "'00)", 4))
			continue;
		memmove(p + 2, p, DIGITS + ZONE + 1);
		memcpy(p, "D:", 2);
	}
}

/* Cairo 1.16 leaves out the labels of page 1 where it is labelled 1, but the first key must be page 0. The first entry's
 * blanks make room for it: "   1 << /S /D /St 1 >>" becomes "0<</S/D>>1<</S/D/St 1>>". */
void mend_labels(struct buf *out, size_t from)
{
	static const char key[] = "<< /Nums [\n   ", head[] = " << /S /D /St ", tail[] = " >>\n", first[] = "0<</S/D>>";
	char entry[64];
	for (char *p = out->data + from, *end = out->data + out->len; (p = memmem(p, (size_t)(end - p), key, strlen(key)));) {
		p += strlen(key);
		if (end - p < (ptrdiff_t)sizeof entry)
			return;
		int n_page = (int)strspn(p, "0123456789"), n_label;
		char *label = p + n_page + strlen(head);
		if (*p == '0' || n_page > 9 || memcmp(p + n_page, head, strlen(head)))
			continue; /* numbers of something else */
		n_label = (int)strspn(label, "0123456789");
		if (n_label > 9 || memcmp(label + n_label, tail, strlen(tail)))
			continue;
		int n = snprintf(entry, sizeof entry, "%s%.*s<</S/D/St %.*s>>", first, n_page, p, n_label, label);
		memcpy(p - 3, entry, (size_t)n); /* as long as what was there: the blanks before the page are 3 */
	}
}

/* ---- */

/* ---- alternative texts ---- */

/* The table of places at the file's end: entries of 20 bytes from first on, of n objects. */
struct places { size_t first, n, start_at /* of the number after "startxref" */; };

static size_t number_at(const char *s, size_t digits)
{
	size_t v = 0;
	while (digits-- && *s >= '0' && *s <= '9')
		v = v * 10 + (size_t)(*s++ - '0');
	return v;
}

/* False: the table is none of Cairo's. */
static bool find_places(const struct buf *out, size_t from, struct places *p)
{
	static const char key[] = "startxref\n", head[] = "xref\n0 ";
	const char *end = out->data + out->len;
	const char *tail = out->len - from > 64 ? end - 64 : out->data + from, *at = memmem(tail, (size_t)(end - tail), key, strlen(key));
	if (!at)
		return false;
	p->start_at = (size_t)(at - out->data) + strlen(key);
	size_t table = from + number_at(out->data + p->start_at, 12);
	if (table + strlen(head) + 12 > out->len || memcmp(out->data + table, head, strlen(head)))
		return false;
	const char *count = out->data + table + strlen(head);
	p->n = number_at(count, 9);
	p->first = (size_t)(count - out->data) + strspn(count, "0123456789") + 1;
	return p->first + p->n * 20 <= out->len;
}

/* Where the text belongs in the object at the place: behind the kind of an element Figure; 0: it is no such. */
static size_t figure_at(const struct buf *out, size_t at)
{
	static const char key[] = " 0 obj\n<< /Type /StructElem\n   /S /Figure\n";
	size_t digits = at < out->len ? strspn(out->data + at, "0123456789") : 0, end = at + digits + strlen(key);
	return digits && end <= out->len && !memcmp(out->data + at + digits, key, strlen(key)) ? end : 0;
}

/* As UTF-16 in hexadecimal. */
static void put_alt(struct buf *b, const char *s)
{
	buf_puts(b, "   /Alt <FEFF");
	for (const char *end = s + strlen(s); s < end;) {
		uint32_t c = utf8_next(&s, end);
		if (c >= 0x10000)
			buf_printf(b, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
		else
			buf_printf(b, "%04X", (unsigned)c);
	}
	buf_puts(b, ">\n");
}

struct insertion { size_t at; const char *text; size_t moved; /* bytes put in up to and with this one */ };

static int by_place(const void *a, const void *b)
{
	const struct insertion *x = a, *y = b;
	return x->at < y->at ? -1 : x->at > y->at;
}

static size_t moved_before(const struct insertion *v, size_t n, size_t at)
{
	size_t low = 0, high = n; /* insertions before low stand at or before the place */
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (v[mid].at <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? v[low - 1].moved : 0;
}

/* The file again with the texts in it, and its places set right. */
static void insert(struct buf *out, size_t from, const struct places *p, struct insertion *v, size_t n)
{
	struct buf b = BUF_INIT;
	size_t done = from;
	qsort(v, n, sizeof *v, by_place);
	for (size_t i = 0; i < n; i++) {
		buf_put(&b, out->data + done, v[i].at - done);
		size_t before = b.len;
		put_alt(&b, v[i].text);
		v[i].moved = (i ? v[i - 1].moved : 0) + b.len - before;
		done = v[i].at;
	}
	buf_put(&b, out->data + done, p->start_at - done);
	size_t shift = moved_before(v, n, p->start_at);
	for (size_t i = 0; i < p->n && !b.failed; i++) {
		char *entry = b.data + (p->first - from) + shift + i * 20, digits[12];
		size_t place = number_at(entry, 10);
		if (entry[17] != 'n')
			continue;
		snprintf(digits, sizeof digits, "%010zu", place + moved_before(v, n, from + place));
		memcpy(entry, digits, 10);
	}
	buf_printf(&b, "%zu\n%%%%EOF\n", number_at(out->data + p->start_at, 12) + shift);
	out->failed = out->failed || b.failed;
	if (!b.failed) {
		out->len = from;
		buf_put(out, b.data, b.len);
	}
	buf_free(&b);
}

void mend_figures(struct buf *out, size_t from, const char *const *alts, size_t n)
{
	struct places p;
	struct insertion *v = calloc(n + 1, sizeof *v);
	size_t found = 0, used = 0;
	if (v && n && find_places(out, from, &p)) {
		for (size_t i = 0; i < p.n && found < n; i++) {
			const char *entry = out->data + p.first + i * 20;
			size_t at = entry[17] == 'n' ? figure_at(out, from + number_at(entry, 10)) : 0;
			const char *alt = at ? alts[found++] : NULL;
			if (alt && *alt)
				v[used++] = (struct insertion){ .at = at, .text = alt };
		}
		if (used)
			insert(out, from, &p, v, used);
	}
	free(v);
}
