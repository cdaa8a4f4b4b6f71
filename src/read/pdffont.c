#include "read/pdffont.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "read/glyphname.h"
#include "read/pdflex.h"

enum { MAX_ROWS = 70000, MAX_CHARS = 8 };

struct row {                  /* codes from…to stand for text; the last character counts on with the code */
	uint32_t from, to, order;
	uint8_t n;
	uint32_t text[MAX_CHARS];
};

struct width { uint32_t from, to; double w; };

struct pdf_font {
	struct arena *arena;
	bool wide;                /* codes of two bytes */
	struct row *rows; size_t n_rows, cap_rows;
	struct width *widths; size_t n_widths, cap_widths;
	double default_width, unit;
	bool has_map;
	uint32_t simple[256];     /* of one-byte codes without a map */
};

/* What Windows' encoding has where Latin-1 has control characters. */
static const uint16_t windows[32] = {
	0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
	0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178,
};

/* ---- ToUnicode ---- */

struct cmap {
	struct pdf_font *f;
	struct pdf_lex lex;
};

static uint32_t big_endian(const char *s, size_t n)
{
	uint32_t v = 0;
	for (size_t i = 0; i < n && i < 4; i++)
		v = v << 8 | (unsigned char)s[i];
	return v;
}

static void add_row(struct pdf_font *f, uint32_t from, uint32_t to, const char *utf16, size_t n)
{
	struct row r = { .from = from, .to = to, .order = (uint32_t)f->n_rows };
	for (size_t i = 0; i + 1 < n && r.n < MAX_CHARS; i += 2) {
		uint32_t c = big_endian(utf16 + i, 2);
		if (c >= 0xD800 && c < 0xDC00 && i + 3 < n) {
			c = 0x10000 + ((c - 0xD800) << 10) + (big_endian(utf16 + i + 2, 2) & 0x3ff);
			i += 2;
		}
		r.text[r.n++] = c;
	}
	if (n == 1)
		r.text[r.n++] = (unsigned char)*utf16;
	if (from <= to && f->n_rows < MAX_ROWS)
		ARENA_PUSH(f->arena, f->rows, f->n_rows, f->cap_rows, r);
}

static struct pdf_lexeme next(struct cmap *m) { return pdf_lex_next(&m->lex); }
static const char *text(const struct cmap *m, const struct pdf_lexeme *t) { return m->lex.text.data ? m->lex.text.data + t->at : ""; }

static void read_chars(struct cmap *m)
{
	for (;;) {
		buf_clear(&m->lex.text);
		struct pdf_lexeme code = next(m), to = code.kind == PDF_LEX_STRING ? next(m) : code;
		if (code.kind != PDF_LEX_STRING || to.kind == PDF_LEX_END)
			return;
		uint32_t c = big_endian(text(m, &code), code.n);
		if (to.kind == PDF_LEX_STRING)
			add_row(m->f, c, c, text(m, &to), to.n);
	}
}

static void read_ranges(struct cmap *m)
{
	for (;;) {
		buf_clear(&m->lex.text);
		struct pdf_lexeme from = next(m);
		if (from.kind != PDF_LEX_STRING)
			return;
		struct pdf_lexeme to = next(m), dst = next(m);
		uint32_t lo = big_endian(text(m, &from), from.n), hi = big_endian(text(m, &to), to.n);
		if (dst.kind == PDF_LEX_STRING) {
			add_row(m->f, lo, hi, text(m, &dst), dst.n);
		} else if (dst.kind == PDF_LEX_OPEN) {
			for (dst = next(m); dst.kind == PDF_LEX_STRING; dst = next(m), lo++)
				add_row(m->f, lo, lo, text(m, &dst), dst.n);
		} else {
			return;
		}
	}
}

static int by_code(const void *x, const void *y)
{
	const struct row *a = x, *b = y;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static void read_map(struct pdf_font *f, const char *data, size_t n)
{
	struct cmap m = { .f = f, .lex = { .p = data, .end = data + n } };
	for (;;) {
		buf_clear(&m.lex.text);
		struct pdf_lexeme t = next(&m);
		if (t.kind == PDF_LEX_END)
			break;
		if (t.kind == PDF_LEX_WORD && t.n == 11 && !memcmp(text(&m, &t), "beginbfchar", 11))
			read_chars(&m);
		else if (t.kind == PDF_LEX_WORD && t.n == 12 && !memcmp(text(&m, &t), "beginbfrange", 12))
			read_ranges(&m);
	}
	buf_free(&m.lex.text);
	if (f->n_rows > 0)
		qsort(f->rows, f->n_rows, sizeof *f->rows, by_code);
	f->has_map = f->n_rows > 0;
}

static const struct row *row_of(const struct pdf_font *f, uint32_t code)
{
	size_t lo = 0, hi = f->n_rows;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (f->rows[mid].from <= code)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && f->rows[lo - 1].to >= code ? &f->rows[lo - 1] : NULL;
}

/* ---- encodings and widths ---- */

static void read_encoding(struct pdf_font *f, struct pdf_in *p, pdf_obj dict)
{
	pdf_obj differences = pdf_get(p, pdf_get(p, dict, "/Encoding"), "/Differences");
	for (uint32_t i = 0; i < 256; i++)
		f->simple[i] = i >= 128 && i < 160 ? windows[i - 128] : i;
	size_t n = pdf_count(p, differences), code = 0;
	for (size_t i = 0; i < n && i < 1000; i++) {
		pdf_obj o = pdf_at(p, differences, i);
		if (pdf_is_number(p, o)) {
			double v = pdf_number(p, o);
			code = v >= 0 && v < 256 ? (size_t)v : 256;
		} else if (code < 256) {
			uint32_t c = glyph_name_char(pdf_name(p, o));
			f->simple[code++] = c ? c : 0xFFFD;
		}
	}
}

static void add_width(struct pdf_font *f, double from, double to, double w)
{
	struct width v = { .w = w };
	if (!(from >= 0 && from <= 0xFFFF && to >= from) || f->n_widths >= MAX_ROWS)
		return;
	v.from = (uint32_t)from;
	v.to = to > 0xFFFF ? 0xFFFF : (uint32_t)to;
	ARENA_PUSH(f->arena, f->widths, f->n_widths, f->cap_widths, v);
}

static int by_from(const void *x, const void *y)
{
	const struct width *a = x, *b = y;
	return (a->from > b->from) - (a->from < b->from);
}

/* "c [w1 w2 …]" or "c1 c2 w". */
static void read_wide_widths(struct pdf_font *f, struct pdf_in *p, pdf_obj w)
{
	size_t n = pdf_count(p, w);
	for (size_t i = 0; i + 1 < n && i < MAX_ROWS;) {
		double from = pdf_number(p, pdf_at(p, w, i));
		pdf_obj second = pdf_at(p, w, i + 1);
		if (pdf_is_array(p, second)) {
			size_t k = pdf_count(p, second);
			for (size_t j = 0; j < k && j < MAX_ROWS; j++)
				add_width(f, from + (double)j, from + (double)j, pdf_number(p, pdf_at(p, second, j)));
			i += 2;
		} else {
			add_width(f, from, pdf_number(p, second), pdf_number(p, pdf_at(p, w, i + 2)));
			i += 3;
		}
	}
}

static void read_widths(struct pdf_font *f, struct pdf_in *p, pdf_obj dict)
{
	pdf_obj widths = pdf_get(p, dict, "/Widths");
	double first = pdf_number(p, pdf_get(p, dict, "/FirstChar"));
	size_t n = pdf_count(p, widths);
	for (size_t i = 0; i < n && i < 256; i++)
		add_width(f, first + (double)i, first + (double)i, pdf_number(p, pdf_at(p, widths, i)));
	f->default_width = pdf_number(p, pdf_get(p, pdf_get(p, dict, "/FontDescriptor"), "/MissingWidth"));
}

struct pdf_font *pdf_font_read(struct arena *a, struct pdf_in *p, pdf_obj dict, size_t *cost)
{
	struct pdf_font *f = ARENA_NEW(a, struct pdf_font);
	char *data;
	size_t n;
	f->arena = a;
	f->unit = 0.001;
	f->wide = strcmp(pdf_name(p, pdf_get(p, dict, "/Subtype")), "/Type0") == 0;
	if (pdf_stream(p, pdf_get(p, dict, "/ToUnicode"), &data, &n)) {
		*cost += n;
		read_map(f, data, n);
	}
	if (f->wide) {
		pdf_obj below = pdf_at(p, pdf_get(p, dict, "/DescendantFonts"), 0), dw = pdf_get(p, below, "/DW");
		f->default_width = pdf_is_number(p, dw) ? pdf_number(p, dw) : 1000;
		read_wide_widths(f, p, pdf_get(p, below, "/W"));
	} else {
		read_encoding(f, p, dict);
		read_widths(f, p, dict);
	}
	if (!strcmp(pdf_name(p, pdf_get(p, dict, "/Subtype")), "/Type3"))
		f->unit = pdf_number(p, pdf_at(p, pdf_get(p, dict, "/FontMatrix"), 0));
	if (f->n_widths > 0)
		qsort(f->widths, f->n_widths, sizeof *f->widths, by_from);
	*cost += f->n_widths * 8;
	return f;
}

size_t pdf_font_code(const struct pdf_font *f, const char *s, size_t n, uint32_t *code)
{
	size_t k = f->wide && n > 1 ? 2 : 1;
	*code = big_endian(s, k);
	return k;
}

static double width_of(const struct pdf_font *f, uint32_t code)
{
	size_t lo = 0, hi = f->n_widths;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (f->widths[mid].from <= code)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (lo > 0 && f->widths[lo - 1].to >= code ? f->widths[lo - 1].w : f->default_width) * f->unit;
}

static void put(struct buf *b, uint32_t c)
{
	char out[4];
	buf_put(b, out, utf8_put(out, c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c));
}

double pdf_font_text(const struct pdf_font *f, uint32_t code, struct buf *b)
{
	const struct row *r = row_of(f, code);
	for (size_t i = 0; r && i < r->n; i++)
		put(b, r->text[i] + (i + 1u == r->n ? code - r->from : 0));
	if (!r)
		put(b, !f->wide && !f->has_map && code < 256 ? f->simple[code] : 0xFFFD);
	return width_of(f, code);
}
