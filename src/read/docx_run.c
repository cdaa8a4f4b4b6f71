/* What stands in a paragraph: runs, fields, breaks, marks of notes; tracked changes are taken as accepted. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "read/docx_in.h"

/* ---- tallies ---- */

static void tally(struct wml_tally *v, size_t *n, const char *name, long value, size_t letters)
{
	for (size_t i = 0; i < *n; i++)
		if (v[i].value == value && (v[i].name == name || (name && v[i].name && !strcmp(v[i].name, name)))) {
			v[i].n += letters;
			return;
		}
	if (*n < WML_TALLY)
		v[(*n)++] = (struct wml_tally){name, value, letters};
}

static void tally_letters(struct wml_text *t, const char *s, size_t len)
{
	size_t ascii = 0, other = 0;
	const struct wml_rpr *r = &t->run;
	for (const char *p = s, *end = s + len; p < end;) {
		uint32_t c = utf8_next(&p, end);
		if (c > ' ' && !utf8_is_space(c))
			*(c < 0x80 ? &ascii : &other) += 1;
	}
	size_t n = ascii + other;
	if (!n)
		return;
	t->letters += n;
	t->bold += r->bold == 1 ? n : 0;
	t->italic += r->italic == 1 ? n : 0;
	t->underline += r->underline == 1 ? n : 0;
	t->caps += r->caps == 1 ? n : 0;
	tally(t->sizes, &t->n_sizes, NULL, r->size_hp, n);
	tally(t->colours, &t->n_colours, NULL, r->colour, n);
	if (ascii)
		tally(t->fonts, &t->n_fonts, r->ascii, 0, ascii);
	if (other)
		tally(t->fonts, &t->n_fonts, r->other, 0, other);
}

/* ---- text ---- */

/* No-break spaces from s on, narrow ones (a guard of vanban's own) too; *to: behind them. */
static size_t no_breaks(const char *s, const char *end, const char **to)
{
	size_t n = 0;
	for (*to = s; s < end; n++, *to = s) {
		uint32_t c = utf8_next(&s, end);
		if (c != 0xA0 && c != 0x202F)
			break;
	}
	return n;
}


static void put_run(struct wml_text *t, enum run_kind kind, const char *s, size_t n)
{
	size_t k;
	if (!n)
		return;
	const char *nfc = utf8_nfc(t->r->a, s, n, &k);
	if (nfc != s) {
		t->r->f->not_nfc++;
		t->r->f->first_not_nfc = t->r->f->first_not_nfc ? t->r->f->first_not_nfc : t->r->line;
	}
	doc_run(t->r->d, t->node, kind, nfc == s ? arena_strndup(t->r->a, s, n) : nfc, t->attrs);
	t->bytes += nfc == s ? n : strlen(nfc);
}

static void put_slot(struct wml_text *t, size_t n)
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < n; i++)
		buf_puts(&b, "\u00A0");
	put_run(t, RUN_SLOT, b.data, b.len);
	buf_free(&b);
}

/* Signs that keep a line together are the plain ones here; a row of no-break spaces is a blank to be filled in. */
void wml_flush(struct wml_text *t)
{
	struct buf out = BUF_INIT;
	const char *p = t->buf.data ? t->buf.data : "", *end = p + t->buf.len;
	while (p < end) {
		const char *to;
		size_t n = no_breaks(p, end, &to);
		if (n > 1) {
			put_run(t, RUN_TEXT, out.data, out.len);
			buf_clear(&out);
			put_slot(t, n);
			p = to;
			continue;
		}
		const char *at = p;
		uint32_t c = utf8_next(&p, end);
		if (c == 0xA0 || c == 0x202F || c == '\t' || c == '\n' || c == '\r')
			buf_putc(&out, ' ');
		else if (c == 0x2011)
			buf_putc(&out, '-');
		else
			buf_put(&out, at, (size_t)(p - at));
	}
	put_run(t, RUN_TEXT, out.data, out.len);
	buf_free(&out);
	buf_clear(&t->buf);
	t->open = false;
}

static unsigned attrs_of(const struct wml_rpr *r)
{
	return (r->bold == 1 ? RUN_BOLD : 0u) | (r->italic == 1 ? RUN_ITALIC : 0u) | (r->underline == 1 ? RUN_UNDERLINE : 0u) |
		(r->script == WML_SUP ? RUN_SUP : r->script == WML_SUB ? RUN_SUB : 0u);
}

static bool in_code(const struct wml_reader *r)
{
	for (int i = 0; i < r->n_fields && i < 16; i++)
		if (r->fields[i].code)
			return true;
	return false;
}

static bool shown(struct wml_text *t)
{
	if (in_code(t->r))
		return false;
	if (t->run.hidden != 1)
		return true;
	t->r->f->hidden++;
	t->r->f->first_hidden = t->r->f->first_hidden ? t->r->f->first_hidden : t->r->line;
	return false;
}

static void put_page(struct wml_text *t)
{
	const struct node *n = t->node;
	wml_flush(t);
	if (n->u.para.n_runs && n->u.para.runs[n->u.para.n_runs - 1].kind == RUN_PAGE)
		return; /* the result of one field in several runs */
	tally_letters(t, "1", 1);
	doc_run(t->r->d, t->node, RUN_PAGE, NULL, attrs_of(&t->run));
	t->any = true;
}

void wml_put(struct wml_text *t, const char *s, size_t n)
{
	struct wml_reader *r = t->r;
	if (!n || !shown(t))
		return;
	if (r->n_fields > 0 && r->n_fields <= 16 && r->fields[r->n_fields - 1].page) {
		put_page(t);
		return;
	}
	if (t->after_mark && *s == ' ')
		s++, n--;
	t->after_mark = false;
	unsigned attrs = attrs_of(&t->run);
	if (t->open && attrs != t->attrs)
		wml_flush(t);
	t->attrs = attrs;
	t->open = true;
	if (t->run.caps == 1) {
		s = utf8_upper(r->a, arena_strndup(r->a, s, n));
		n = strlen(s);
	}
	tally_letters(t, s, n);
	buf_put(&t->buf, s, n);
	t->any = true;
}

/* ---- elements of a run ---- */

static void text(struct wml_text *t, const struct xml_el *e)
{
	const char *s = e->text, *space = xml_el_attr(e, "space");
	size_t n = s ? strlen(s) : 0;
	if (!n)
		return;
	if (!space || strcmp(space, "preserve")) {
		while (n && strchr(" \t\n\r", s[n - 1]))
			n--;
		while (n && strchr(" \t\n\r", *s))
			s++, n--;
	}
	wml_put(t, s, n);
}

/* A tab before the text indents it; between words it parts them like a space. */
static void tab(struct wml_text *t, const struct xml_el *e)
{
	(void)e;
	if (!shown(t))
		return;
	if (!t->any) {
		t->lead_tabs++;
		return;
	}
	if (t->buf.len && t->buf.data[t->buf.len - 1] == ' ')
		return;
	if (!t->tab_at)
		t->tab_at = (uint32_t)(t->bytes + t->buf.len);
	wml_put(t, " ", 1);
}

static void line_break(struct wml_text *t, const struct xml_el *e)
{
	const char *type = xml_el_attr(e, "type");
	if (!shown(t))
		return;
	if (type && !strcmp(type, "page")) {
		if (t->any)
			t->r->break_next = true;
		else
			t->page_break = true;
		return;
	}
	if (type && !strcmp(type, "column"))
		return;
	wml_flush(t);
	doc_run(t->r->d, t->node, RUN_BREAK, NULL, attrs_of(&t->run));
	t->bytes++;
	t->any = true;
}

/* Letters of a symbol font: those of Unicode as they are, the bullets and arrows of others as what they show. */
static void symbol(struct wml_text *t, const struct xml_el *e)
{
	static const struct { unsigned long code; const char *s; } shows[] = {{0xF02D, "-"}, {0xF02B, "+"}, {0xF0B7, "•"}, {0xF0A7, "•"}, {0xF0B4, "×"}, {0xF0B3, "≥"},
		{0xF0A3, "≤"}, {0xF0B1, "±"}, {0xF0E0, "→"}, {0xF0AE, "→"}, {0xF0FE, "☑"}, {0xF0A8, "☐"}, {0xF06F, "☐"}, {0xF0FC, "✓"}, {0xF022, "“"}};
	const char *v = xml_el_attr(e, "char");
	unsigned long c = v ? strtoul(v, NULL, 16) : 0;
	char out[5] = "";
	if (c < 0x20 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return;
	for (size_t i = 0; i < sizeof shows / sizeof *shows; i++)
		if (shows[i].code == c || (shows[i].code & 0xFF) == c) {
			wml_put(t, shows[i].s, strlen(shows[i].s));
			return;
		}
	out[utf8_put(out, (uint32_t)c)] = '\0';
	wml_put(t, out, strlen(out));
}

static void hyphen(struct wml_text *t, const struct xml_el *e)
{
	(void)e;
	wml_put(t, "-", 1);
}

static void note(struct wml_text *t, const struct xml_el *e)
{
	const struct wml_place *at = t->at;
	if (!shown(t) || at->note || at->header || at->box)
		return;
	struct node *n = wml_note(t->r, xml_el_attr(e, "id"), wml_is(e, "endnoteReference"));
	if (!n)
		return;
	wml_flush(t);
	struct run *run = doc_run(t->r->d, t->node, RUN_FOOTNOTE, NULL, 0);
	run->note = n;
	t->any = true;
}

static void own_mark(struct wml_text *t, const struct xml_el *e)
{
	(void)e;
	t->after_mark = true;
}

static void comment(struct wml_text *t, const struct xml_el *e)
{
	(void)e;
	t->r->f->comments++;
	t->r->f->first_comment = t->r->f->first_comment ? t->r->f->first_comment : t->r->line;
}

/* ---- fields ---- */

static bool asks_page(const struct wml_text *t, const char *code)
{
	code += strspn(code, " \t\n");
	return t->at->header && !strncmp(code, "PAGE", 4) && (code[4] == ' ' || !code[4] || code[4] == '\\');
}

static void field_char(struct wml_text *t, const struct xml_el *e)
{
	struct wml_reader *r = t->r;
	const char *type = xml_el_attr(e, "fldCharType");
	if (!type)
		return;
	if (!strcmp(type, "begin")) {
		if (r->n_fields < 16)
			r->fields[r->n_fields] = (struct wml_field){.code = true};
		r->n_fields++;
	} else if (!strcmp(type, "separate")) {
		if (r->n_fields > 0 && r->n_fields <= 16)
			r->fields[r->n_fields - 1].code = false;
	} else if (r->n_fields > 0) {
		bool page = r->n_fields <= 16 && r->fields[r->n_fields - 1].page && r->fields[r->n_fields - 1].code;
		r->n_fields--;
		if (page && shown(t)) /* a field that never had a result */
			put_page(t);
	}
}

static void field_code(struct wml_text *t, const struct xml_el *e)
{
	struct wml_reader *r = t->r;
	if (e->text && r->n_fields > 0 && r->n_fields <= 16 && asks_page(t, e->text))
		r->fields[r->n_fields - 1].page = true;
}

static void simple_field(struct wml_text *t, const struct xml_el *e)
{
	const char *code = xml_el_attr(e, "instr");
	bool page = code && asks_page(t, code);
	if (page) {
		if (t->r->n_fields < 16)
			t->r->fields[t->r->n_fields] = (struct wml_field){.page = true};
		t->r->n_fields++;
	}
	wml_runs(t, e);
	if (page)
		t->r->n_fields--;
}

/* ---- runs ---- */

static void run_children(struct wml_text *t, const struct xml_el *e);

static void choice(struct wml_text *t, const struct xml_el *e)
{
	const struct xml_el *c = xml_el_child(e, "mc:Choice");
	run_children(t, c && c->first ? c : xml_el_child(e, "mc:Fallback"));
}

static const struct element { const char *name; void (*fn)(struct wml_text *t, const struct xml_el *e); } in_run[] = {
	{"w:t", text}, {"w:tab", tab}, {"w:ptab", tab}, {"w:br", line_break}, {"w:cr", line_break}, {"w:sym", symbol}, {"w:noBreakHyphen", hyphen},
	{"w:footnoteReference", note}, {"w:endnoteReference", note}, {"w:footnoteRef", own_mark}, {"w:endnoteRef", own_mark}, {"w:commentReference", comment},
	{"w:fldChar", field_char}, {"w:instrText", field_code}, {"w:drawing", wml_shapes}, {"w:pict", wml_shapes}, {"w:object", wml_shapes},
	{"mc:AlternateContent", choice}, {"m:t", text},
};

static const struct element *find(const struct element *v, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(v[i].name, name))
			return &v[i];
	return NULL;
}

static void run_children(struct wml_text *t, const struct xml_el *e)
{
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		const struct element *x = find(in_run, sizeof in_run / sizeof *in_run, c->name);
		if (x)
			x->fn(t, c);
	}
}

static int toggled(int base, int of_para_style, int of_char_style)
{
	return of_char_style != 1 ? base : of_para_style == 1 ? 0 : 1;
}

static void run(struct wml_text *t, const struct xml_el *e)
{
	struct wml_reader *r = t->r;
	struct wml_rpr own, *to = &t->run;
	const struct xml_el *props = xml_el_child(e, "w:rPr");
	const struct wml_style *cs = wml_style_find(&r->styles, wml_val(xml_el_child(props, "w:rStyle")), WML_STYLE_CHAR);
	*to = t->base;
	if (cs) {
		wml_rpr_over(to, &cs->r);
		to->bold = toggled(t->base.bold, t->toggles.bold, cs->r.bold);
		to->italic = toggled(t->base.italic, t->toggles.italic, cs->r.italic);
		to->caps = toggled(t->base.caps, t->toggles.caps, cs->r.caps);
		to->hidden = toggled(t->base.hidden, t->toggles.hidden, cs->r.hidden);
	}
	wml_rpr_read(r->a, &r->styles.theme, props, &own);
	wml_rpr_over(to, &own);
	run_children(t, e);
}

static void changed(struct wml_text *t, size_t *count)
{
	(*count)++;
	t->r->f->first_change = t->r->f->first_change ? t->r->f->first_change : t->r->line;
}

static void inserted(struct wml_text *t, const struct xml_el *e)
{
	changed(t, &t->r->f->inserted);
	wml_runs(t, e);
}

static void deleted(struct wml_text *t, const struct xml_el *e)
{
	(void)e;
	changed(t, &t->r->f->deleted);
}

static void content(struct wml_text *t, const struct xml_el *e) { wml_runs(t, xml_el_child(e, "w:sdtContent")); }
static void ruby(struct wml_text *t, const struct xml_el *e) { wml_runs(t, xml_el_child(e, "w:rubyBase")); }
static void branches(struct wml_text *t, const struct xml_el *e)
{
	const struct xml_el *c = xml_el_child(e, "mc:Choice");
	wml_runs(t, c && c->first ? c : xml_el_child(e, "mc:Fallback"));
}

/* Formulas are read as the text they hold. */
static void formula(struct wml_text *t, const struct xml_el *e)
{
	t->run = t->base;
	for (const struct xml_el *c = xml_el_walk(e, e); c; c = xml_el_walk(e, c))
		if (!strcmp(c->name, "m:t") && c->text)
			wml_put(t, c->text, strlen(c->text));
}

static const struct element in_para[] = {
	{"w:r", run}, {"w:ins", inserted}, {"w:moveTo", inserted}, {"w:del", deleted}, {"w:moveFrom", deleted}, {"w:hyperlink", wml_runs}, {"w:smartTag", wml_runs},
	{"w:customXml", wml_runs}, {"w:dir", wml_runs}, {"w:bdo", wml_runs}, {"w:sdt", content}, {"w:fldSimple", simple_field}, {"w:ruby", ruby},
	{"mc:AlternateContent", branches}, {"m:oMath", formula}, {"m:oMathPara", formula},
};

void wml_runs(struct wml_text *t, const struct xml_el *e)
{
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		const struct element *x = find(in_para, sizeof in_para / sizeof *in_para, c->name);
		if (x)
			x->fn(t, c);
	}
}
