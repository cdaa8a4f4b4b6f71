/* What the content of a PDF's pages does to text: an interpreter of its operators. */
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "read/finished.h"
#include "read/pdflex.h"
#include "read/pdftags.h"
#include "read/pdfview.h"

enum {
	MAX_OPERANDS = 1000000, MAX_SAVED = 64, MAX_MARKS = 64, MAX_FORMS = 12, MAX_FONTS = 4096, FONT_SLOTS = 64,
	BUDGET = 300000000,       /* bytes of content and the like: hours of pictures in a loop are not for us */
	FORM_COST = 10000, FONT_COST = 2000, TAG_COST = 200, OP_COST = 2,
};

struct mark {
	enum view_list list;
	const char *actual;       /* ActualText that is still to be written */
	size_t n_actual;
	bool replaced;            /* the glyphs inside are drawn for such a text */
};

struct level {                /* a page or a form inside it */
	pdf_obj resources, tags;
	struct pdf_id id;         /* of the form */
	uint32_t serial;
	struct level *up;
	int depth;
};

struct font_slot { uint32_t serial; char name[40]; struct pdf_font *font; };
struct known_font { struct pdf_id id; struct pdf_font *font; };

struct reader {
	struct arena *arena;
	struct pdf_in *pdf;
	struct view view;
	struct text_state g, saved[MAX_SAVED];
	size_t n_saved;
	struct mark marks[MAX_MARKS];
	size_t n_marks;           /* may pass MAX_MARKS: deeper ones only count */
	struct level *level;
	uint32_t serial;
	struct font_slot slots[FONT_SLOTS];
	struct known_font *fonts; size_t n_fonts, cap_fonts;
	struct pdf_lexeme *op; size_t n_op, cap_op; /* operands */
	const struct pdf_lex *lex;
	size_t pictures, figures;
	int64_t budget;
	bool tagged;
};

static void run(struct reader *r, const char *data, size_t n);

/* ---- operands ---- */

static double num(const struct reader *r, size_t from_end)
{
	return from_end < r->n_op && r->op[r->n_op - 1 - from_end].kind == PDF_LEX_NUMBER ? r->op[r->n_op - 1 - from_end].number : 0;
}

static const struct pdf_lexeme *operand(const struct reader *r, size_t from_end, enum pdf_lex_kind kind)
{
	return from_end < r->n_op && r->op[r->n_op - 1 - from_end].kind == kind ? &r->op[r->n_op - 1 - from_end] : NULL;
}

static const char *bytes(const struct reader *r, const struct pdf_lexeme *t) { return r->lex->text.data ? r->lex->text.data + t->at : ""; }

static const char *name_of(const struct reader *r, const struct pdf_lexeme *t)
{
	return t ? arena_strndup(r->arena, bytes(r, t), t->n) : "";
}

static struct matrix matrix_operand(const struct reader *r)
{
	return (struct matrix){ num(r, 5), num(r, 4), num(r, 3), num(r, 2), num(r, 1), num(r, 0) };
}

/* ---- state ---- */

static void op_q(struct reader *r)
{
	if (r->n_saved < MAX_SAVED)
		r->saved[r->n_saved] = r->g;
	r->n_saved++;
}

static void op_Q(struct reader *r)
{
	if (r->n_saved == 0)
		return;
	if (--r->n_saved < MAX_SAVED)
		r->g = r->saved[r->n_saved];
}

static void op_cm(struct reader *r) { r->g.ctm = matrix_by(matrix_operand(r), r->g.ctm); }
static void op_BT(struct reader *r) { r->view.tm = r->view.line = (struct matrix){ 1, 0, 0, 1, 0, 0 }; }
static void op_Tm(struct reader *r) { r->view.tm = r->view.line = matrix_operand(r); }
static void op_Td(struct reader *r) { view_move(&r->view, num(r, 1), num(r, 0)); }
static void op_TL(struct reader *r) { r->g.leading = num(r, 0); }
static void op_Tc(struct reader *r) { r->g.char_space = num(r, 0); }
static void op_Tw(struct reader *r) { r->g.word_space = num(r, 0); }
static void op_Tz(struct reader *r) { r->g.scale = num(r, 0) / 100; }
static void op_Ts(struct reader *r) { r->g.rise = num(r, 0); }
static void op_Tr(struct reader *r) { r->g.mode = num(r, 0); }
static void op_T_star(struct reader *r) { view_move(&r->view, 0, -r->g.leading); }

static void op_TD(struct reader *r)
{
	r->g.leading = -num(r, 0);
	op_Td(r);
}

static struct pdf_font *font_of(struct reader *r, pdf_obj dict)
{
	struct pdf_id id = pdf_id(r->pdf, dict);
	size_t cost = FONT_COST;
	for (size_t i = 0; id.number > 0 && i < r->n_fonts; i++)
		if (r->fonts[i].id.number == id.number && r->fonts[i].id.generation == id.generation)
			return r->fonts[i].font;
	if (!pdf_is_dict(r->pdf, dict) || r->n_fonts >= MAX_FONTS)
		return NULL;
	struct known_font k = { id, pdf_font_read(r->arena, r->pdf, dict, &cost) };
	ARENA_PUSH(r->arena, r->fonts, r->n_fonts, r->cap_fonts, k);
	r->budget -= (int64_t)cost;
	return k.font;
}

static void op_Tf(struct reader *r)
{
	const struct pdf_lexeme *t = operand(r, 1, PDF_LEX_NAME);
	r->g.size = num(r, 0);
	if (!t || t->n >= sizeof r->slots[0].name) {
		r->g.font = NULL;
		return;
	}
	unsigned h = r->level->serial;
	for (size_t i = 0; i < t->n; i++)
		h = h * 31 + (unsigned char)bytes(r, t)[i];
	struct font_slot *s = &r->slots[h % FONT_SLOTS];
	if (s->serial != r->level->serial || strlen(s->name) != t->n || memcmp(s->name, bytes(r, t), t->n) != 0) {
		memcpy(s->name, bytes(r, t), t->n);
		s->name[t->n] = '\0';
		s->serial = r->level->serial;
		s->font = font_of(r, pdf_get(r->pdf, pdf_get(r->pdf, r->level->resources, "/Font"), s->name));
		r->budget -= FONT_COST;
	}
	r->g.font = s->font;
}

/* ---- text ---- */

static struct mark *mark_now(struct reader *r)
{
	return r->n_marks > 0 && r->n_marks <= MAX_MARKS ? &r->marks[r->n_marks - 1] : NULL;
}

static enum view_list list_now(struct reader *r)
{
	if (r->n_marks > MAX_MARKS)
		return r->marks[MAX_MARKS - 1].list;
	return r->n_marks > 0 ? r->marks[r->n_marks - 1].list : r->tagged ? VIEW_ASIDE : VIEW_BODY;
}

static void show(struct reader *r, const struct pdf_lexeme *t)
{
	struct mark *m = mark_now(r);
	enum view_list list = list_now(r);
	bool unseen = r->g.mode == 3 || r->g.mode == 7;
	if (m && m->actual && !unseen) {
		view_put(&r->view, &r->g, list, m->actual, m->n_actual);
		m->actual = NULL;
	}
	view_show(&r->view, &r->g, list, unseen || (m && m->replaced), bytes(r, t), t->n);
	if (m && m->replaced && !unseen)
		view_stand(&r->view, &r->g, list);
}

static void op_Tj(struct reader *r)
{
	const struct pdf_lexeme *t = operand(r, 0, PDF_LEX_STRING);
	if (t)
		show(r, t);
}

static void op_TJ(struct reader *r)
{
	for (size_t i = 0; i < r->n_op; i++) {
		if (r->op[i].kind == PDF_LEX_STRING)
			show(r, &r->op[i]);
		else if (r->op[i].kind == PDF_LEX_NUMBER)
			view_shift(&r->view, &r->g, r->op[i].number);
	}
}

static void op_quote(struct reader *r)
{
	op_T_star(r);
	op_Tj(r);
}

static void op_quotes(struct reader *r)
{
	r->g.word_space = num(r, 2);
	r->g.char_space = num(r, 1);
	op_quote(r);
}

/* ---- marked content ---- */

static const char *utf8_of(struct reader *r, const char *s, size_t n, size_t *out_n)
{
	struct buf b = BUF_INIT;
	char out[4];
	bool wide = n >= 2 && (unsigned char)s[0] == 0xFE && (unsigned char)s[1] == 0xFF;
	for (size_t i = wide ? 2 : 0; i + (wide ? 1 : 0) < n; i += wide ? 2 : 1) {
		uint32_t c = (unsigned char)s[i];
		if (wide)
			c = c << 8 | (unsigned char)s[i + 1];
		if (wide && c >= 0xD800 && c < 0xDC00 && i + 3 < n) {
			c = 0x10000 + ((c - 0xD800) << 10) + (((uint32_t)(unsigned char)s[i + 2] << 8 | (unsigned char)s[i + 3]) & 0x3ff);
			i += 2;
		}
		buf_put(&b, out, utf8_put(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c));
	}
	const char *copy = arena_strndup(r->arena, b.data ? b.data : "", b.len);
	*out_n = b.len;
	buf_free(&b);
	return copy;
}

static bool is_name(const struct reader *r, const struct pdf_lexeme *t, const char *name)
{
	return t->kind == PDF_LEX_NAME && t->n == strlen(name) && !memcmp(bytes(r, t), name, t->n);
}

/* Properties that stand in the content itself, or under a name in the resources. */
static void look_at_properties(struct reader *r, struct mark *m, bool *numbered, double *number)
{
	for (size_t i = 1; i + 1 < r->n_op; i++) {
		if (is_name(r, &r->op[i], "/MCID") && r->op[i + 1].kind == PDF_LEX_NUMBER) {
			*numbered = true;
			*number = r->op[i + 1].number;
		} else if (is_name(r, &r->op[i], "/ActualText") && r->op[i + 1].kind == PDF_LEX_STRING) {
			m->actual = utf8_of(r, bytes(r, &r->op[i + 1]), r->op[i + 1].n, &m->n_actual);
			m->replaced = true;
		}
	}
	const struct pdf_lexeme *t = r->n_op == 2 ? operand(r, 0, PDF_LEX_NAME) : NULL;
	if (!t)
		return;
	r->budget -= TAG_COST;
	pdf_obj dict = pdf_get(r->pdf, pdf_get(r->pdf, r->level->resources, "/Properties"), name_of(r, t)), id = pdf_get(r->pdf, dict, "/MCID");
	if (pdf_is_number(r->pdf, id)) {
		*numbered = true;
		*number = pdf_number(r->pdf, id);
	}
}

static void begin_mark(struct reader *r, bool properties)
{
	static const enum view_list lists[] = { [PDF_ROLE_NONE] = VIEW_ASIDE, [PDF_ROLE_TEXT] = VIEW_BODY, [PDF_ROLE_NOTE] = VIEW_NOTES,
		[PDF_ROLE_FIGURE] = VIEW_PICTURE };
	struct mark m = { .list = list_now(r) }, *up = mark_now(r);
	bool numbered = false;
	double number = 0;
	m.replaced = up && up->replaced;
	if (r->n_op > 0 && is_name(r, &r->op[0], "/Artifact")) {
		m.list = VIEW_ASIDE;
	} else if (properties) {
		look_at_properties(r, &m, &numbered, &number);
		if (numbered && r->tagged) {
			m.list = lists[pdf_tags_role(r->pdf, r->level->tags, number)];
			r->budget -= TAG_COST;
		}
		r->figures += numbered && is_name(r, &r->op[0], "/Figure");
	}
	if (numbered || m.list != list_now(r))
		view_break(&r->view);
	if (r->n_marks < MAX_MARKS)
		r->marks[r->n_marks] = m;
	r->n_marks++;
}

static void op_BMC(struct reader *r) { begin_mark(r, false); }
static void op_BDC(struct reader *r) { begin_mark(r, true); }

static void op_EMC(struct reader *r)
{
	if (r->n_marks == 0)
		return;
	struct mark *m = mark_now(r);
	if (m && m->actual) /* of nothing that was drawn */
		view_put(&r->view, &r->g, m->list, m->actual, m->n_actual);
	r->n_marks--;
}

/* ---- pictures and forms ---- */

static struct matrix matrix_of(struct pdf_in *p, pdf_obj o)
{
	struct matrix m = { 1, 0, 0, 1, 0, 0 };
	double v[6];
	if (pdf_count(p, o) != 6)
		return m;
	for (size_t i = 0; i < 6; i++)
		v[i] = pdf_number(p, pdf_at(p, o, i));
	return (struct matrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
}

static void run_form(struct reader *r, pdf_obj form)
{
	char *data;
	size_t n, saved = r->n_saved, marks = r->n_marks;
	struct pdf_id id = pdf_id(r->pdf, form);
	for (const struct level *l = r->level; l; l = l->up)
		if (l->depth > 0 && l->id.number == id.number && l->id.generation == id.generation)
			return; /* a form inside itself */
	if (r->level->depth >= MAX_FORMS || !pdf_stream(r->pdf, form, &data, &n))
		return;
	pdf_obj resources = pdf_get(r->pdf, form, "/Resources"), tags = r->tagged ? pdf_tags_of(r->pdf, form) : 0;
	struct level l = { .resources = resources ? resources : r->level->resources, .tags = tags ? tags : r->level->tags,
		.id = id, .serial = ++r->serial, .up = r->level, .depth = r->level->depth + 1 };
	struct text_state g = r->g;
	struct matrix tm = r->view.tm, line = r->view.line;
	r->level = &l;
	r->g.ctm = matrix_by(matrix_of(r->pdf, pdf_get(r->pdf, form, "/Matrix")), r->g.ctm);
	run(r, data, n);
	r->level = l.up;
	r->g = g;
	r->view.tm = tm;
	r->view.line = line;
	r->n_saved = saved;
	r->n_marks = marks;
}

static void op_Do(struct reader *r)
{
	const struct pdf_lexeme *t = operand(r, 0, PDF_LEX_NAME);
	pdf_obj o = t ? pdf_get(r->pdf, pdf_get(r->pdf, r->level->resources, "/XObject"), name_of(r, t)) : 0;
	const char *type = pdf_name(r->pdf, pdf_get(r->pdf, o, "/Subtype"));
	bool image = !strcmp(type, "/Image"), form = !strcmp(type, "/Form");
	r->budget -= FORM_COST;
	if (image)
		r->pictures += list_now(r) != VIEW_ASIDE;
	else if (form)
		run_form(r, o);
}

/* ---- the operators ---- */

static const struct operator {
	const char *name;
	void (*run)(struct reader *r);
} operators[] = {
	{ "Tj", op_Tj }, { "TJ", op_TJ }, { "Tf", op_Tf }, { "Tm", op_Tm }, { "Td", op_Td }, { "TD", op_TD }, { "T*", op_T_star },
	{ "BT", op_BT }, { "'", op_quote }, { "\"", op_quotes }, { "TL", op_TL }, { "Tc", op_Tc }, { "Tw", op_Tw }, { "Tz", op_Tz },
	{ "Ts", op_Ts }, { "Tr", op_Tr }, { "BDC", op_BDC }, { "BMC", op_BMC }, { "EMC", op_EMC }, { "q", op_q }, { "Q", op_Q },
	{ "cm", op_cm }, { "Do", op_Do },
};

static void perform(struct reader *r, const char *s, size_t n, struct pdf_lex *x)
{
	if (n == 2 && !memcmp(s, "ID", 2)) {
		pdf_lex_skip_image(x);
		r->pictures += list_now(r) != VIEW_ASIDE;
		return;
	}
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		if (strlen(operators[i].name) == n && !memcmp(operators[i].name, s, n)) {
			operators[i].run(r);
			return;
		}
	}
}

static void run(struct reader *r, const char *data, size_t n)
{
	struct pdf_lex x = { .p = data, .end = data + n };
	struct pdf_lexeme *outer = r->op;
	const struct pdf_lex *outer_lex = r->lex;
	size_t n_outer = r->n_op, cap_outer = r->cap_op;
	r->budget -= (int64_t)n;
	r->op = NULL;
	r->lex = &x;
	r->n_op = r->cap_op = 0;
	while (r->budget > 0) {
		struct pdf_lexeme t = pdf_lex_next(&x);
		if (t.kind == PDF_LEX_END)
			break;
		if (t.kind != PDF_LEX_WORD) {
			if (r->n_op >= MAX_OPERANDS)
				r->budget = 0;
			ARENA_PUSH(r->arena, r->op, r->n_op, r->cap_op, t);
			continue;
		}
		r->budget -= OP_COST;
		perform(r, x.text.data + t.at, t.n, &x);
		r->n_op = 0;
		buf_clear(&x.text);
	}
	buf_free(&x.text);
	r->op = outer;
	r->lex = outer_lex;
	r->n_op = n_outer;
	r->cap_op = cap_outer;
}

/* ---- pages ---- */

static pdf_obj inherited(struct pdf_in *p, pdf_obj page, const char *key)
{
	for (int i = 0; i < 50 && page; i++) {
		pdf_obj v = pdf_get(p, page, key);
		if (v)
			return v;
		page = pdf_get(p, page, "/Parent");
	}
	return 0;
}

/* The streams of a page are one: an operator may begin in one and end in the next. */
static bool page_content(struct reader *r, pdf_obj page, struct buf *b)
{
	pdf_obj contents = pdf_get(r->pdf, page, "/Contents");
	bool many = pdf_is_array(r->pdf, contents);
	size_t n = many ? pdf_count(r->pdf, contents) : contents ? 1 : 0;
	for (size_t i = 0; i < n; i++) {
		char *data;
		size_t len;
		if (!pdf_stream(r->pdf, many ? pdf_at(r->pdf, contents, i) : contents, &data, &len) || r->budget < (int64_t)(b->len + len))
			return false;
		buf_put(b, data, len);
		buf_putc(b, '\n');
	}
	return !b->failed;
}

static bool read_page(struct reader *r, size_t i)
{
	pdf_obj page = pdf_in_page(r->pdf, i);
	struct buf content = BUF_INIT;
	struct level l = { .resources = inherited(r->pdf, page, "/Resources"), .serial = ++r->serial };
	l.tags = r->tagged ? pdf_tags_of(r->pdf, page) : 0;
	r->level = &l;
	r->n_saved = r->n_marks = 0;
	r->g = (struct text_state){ .ctm = { 1, 0, 0, 1, 0, 0 }, .scale = 1 };
	op_BT(r);
	view_page(&r->view, (uint32_t)i + 1);
	bool good = page_content(r, page, &content);
	if (good)
		run(r, content.data ? content.data : "", content.len);
	buf_free(&content);
	pdf_in_release(r->pdf);
	return good;
}

struct reading *read_pdf_text(struct arena *a, struct vocab *v, const char *data, size_t n, const char **why)
{
	struct pdf_in *pdf = pdf_in_open(a, data, n, why);
	if (!pdf)
		return NULL;
	struct reader *r = ARENA_NEW(a, struct reader);
	struct reading *out = reading_new(a, v);
	r->arena = a;
	r->pdf = pdf;
	r->budget = BUDGET;
	r->tagged = out->tagged = pdf_is_tagged(pdf);
	double flags = pdf_number(pdf, pdf_get(pdf, pdf_get(pdf, pdf_in_root(pdf), "/AcroForm"), "/SigFlags"));
	out->has_signature = flags == 1 || flags == 3;
	out->n_pages = pdf_in_pages(pdf);
	view_init(&r->view, out);
	bool good = true;
	for (size_t i = 0; good && i < out->n_pages; i++)
		good = read_page(r, i) && r->budget > 0;
	view_end(&r->view);
	out->n_pictures = r->tagged ? r->figures : r->pictures;
	out->n_words = reading_words(&out->body) + reading_words(&out->notes);
	*why = good ? NULL : r->budget <= 0 ? N_("the PDF is too complicated; make it again") : N_("a page of the PDF is damaged; make it again");
	return good ? out : NULL;
}
