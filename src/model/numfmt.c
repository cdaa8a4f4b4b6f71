/* Format codes taken apart. */
#include "model/numfmt.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct { unsigned id; const char *code; } builtins[] = {
	{1, "0"}, {2, "0.00"}, {3, "#,##0"}, {4, "#,##0.00"}, {5, "#,##0\\ \"₫\""}, {6, "#,##0\\ \"₫\""}, {7, "#,##0.00\\ \"₫\""}, {8, "#,##0.00\\ \"₫\""},
	{9, "0%"}, {10, "0.00%"}, {11, "0.00E+00"}, {12, "# ?/?"}, {13, "# ?\?/?\?"}, {14, "dd/mm/yyyy"}, {15, "d-mmm-yy"}, {16, "d-mmm"},
	{17, "mmm-yy"}, {18, "h:mm AM/PM"}, {19, "h:mm:ss AM/PM"}, {20, "h:mm"}, {21, "h:mm:ss"}, {22, "dd/mm/yyyy h:mm"},
	{27, "dd/mm/yyyy"}, {28, "dd/mm/yyyy"}, {29, "dd/mm/yyyy"}, {30, "dd/mm/yyyy"}, {31, "dd/mm/yyyy"}, {32, "h:mm"}, {33, "h:mm:ss"},
	{34, "h:mm"}, {35, "h:mm:ss"}, {36, "dd/mm/yyyy"}, {37, "#,##0"}, {38, "#,##0"}, {39, "#,##0.00"}, {40, "#,##0.00"},
	{41, "#,##0"}, {42, "#,##0\\ \"₫\""}, {43, "#,##0.00"}, {44, "#,##0.00\\ \"₫\""}, {45, "mm:ss"}, {46, "[h]:mm:ss"}, {47, "mm:ss.0"},
	{48, "##0.0E+0"}, {49, "@"}, {50, "dd/mm/yyyy"}, {51, "dd/mm/yyyy"}, {52, "dd/mm/yyyy"}, {53, "dd/mm/yyyy"}, {54, "dd/mm/yyyy"},
	{55, "dd/mm/yyyy"}, {56, "dd/mm/yyyy"}, {57, "dd/mm/yyyy"}, {58, "dd/mm/yyyy"}};

const char *numfmt_builtin(unsigned id)
{
	for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++)
		if (builtins[i].id == id)
			return builtins[i].code;
	return "General";
}

struct parse { struct arena *arena; struct fmt_section *s; const char *p, *end; bool bad; };

static struct fmt_token *put(struct parse *x, enum fmt_token_kind kind)
{
	struct fmt_token t = {.kind = kind, .n = 1};
	ARENA_PUSH(x->arena, x->s->v, x->s->n, x->s->cap, t);
	return &x->s->v[x->s->n - 1];
}

static void literal(struct parse *x, const char *s, size_t n)
{
	struct fmt_token *last = x->s->n ? &x->s->v[x->s->n - 1] : NULL;
	if (!n)
		return;
	if (last && last->kind == FMT_LITERAL && last->text + last->n == s) {
		last->n += (uint32_t)n;
		return;
	}
	struct fmt_token *t = put(x, FMT_LITERAL);
	t->text = s;
	t->n = (uint32_t)n;
}

static size_t char_bytes(const char *p, const char *end)
{
	const char *q = p + 1;
	while (q < end && (*q & 0xC0) == 0x80)
		q++;
	return (size_t)(q - p);
}

/* ---- brackets: [Red], [>=100], [$₫-42A], [h] ---- */

static void condition(struct parse *x, const char *s)
{
	static const struct { const char *sign; enum fmt_op op; } ops[] = {{"<=", FMT_LESS_EQUAL}, {">=", FMT_MORE_EQUAL}, {"<>", FMT_NOT_EQUAL},
		{"<", FMT_LESS}, {">", FMT_MORE}, {"=", FMT_EQUAL}};
	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
		if (!strncmp(s, ops[i].sign, strlen(ops[i].sign))) {
			x->s->op = ops[i].op;
			x->s->than = strtod(s + strlen(ops[i].sign), NULL);
			return;
		}
}

/* "$₫-42A": a currency sign and a language; "$-F800": the system's own way. */
static void locale(struct parse *x, const char *s, size_t n)
{
	const char *dash = memchr(s, '-', n), *end = s + n;
	literal(x, s, (size_t)((dash ? dash : end) - s));
	if (!dash)
		return;
	const char *tag = dash + 1;
	unsigned long id = strtoul(tag, NULL, 16);
	x->s->sysdate |= (id & 0xFFFF) == 0xF800 || !strncasecmp(tag, "x-sysdate", 9);
	x->s->systime |= (id & 0xFFFF) == 0xF400 || !strncasecmp(tag, "x-systime", 9);
	x->s->english |= !strncasecmp(tag, "en", 2) || ((id & 0x3FF) == 0x09 && id != 0xF800);
}

static void bracket(struct parse *x)
{
	const char *close = memchr(x->p, ']', (size_t)(x->end - x->p)), *s = x->p + 1;
	if (!close) {
		x->bad = true;
		return;
	}
	size_t n = (size_t)(close - s);
	x->p = close + 1;
	if (n && strchr("<>=", *s)) {
		condition(x, s);
	} else if (n && *s == '$') {
		locale(x, s + 1, n - 1);
	} else if (n && strspn(s, "hH") == n) {
		put(x, FMT_ALL_HOURS)->n = (uint32_t)n;
	} else if (n && strspn(s, "mM") == n) {
		put(x, FMT_ALL_MINUTES)->n = (uint32_t)n;
	} else if (n && strspn(s, "sS") == n) {
		put(x, FMT_ALL_SECONDS)->n = (uint32_t)n;
	} /* else a colour */
}

/* ---- letters ---- */

static bool word(struct parse *x, const char *w)
{
	size_t n = strlen(w);
	if ((size_t)(x->end - x->p) < n || strncasecmp(x->p, w, n))
		return false;
	x->p += n;
	return true;
}

static bool date_letter(struct parse *x)
{
	static const struct { char c; enum fmt_token_kind kind; } letters[] = {{'y', FMT_YEAR}, {'m', FMT_MONTH}, {'d', FMT_DAY}, {'h', FMT_HOUR},
		{'s', FMT_SECOND}, {'e', FMT_YEAR}};
	char c = (char)(*x->p | 32);
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		if (letters[i].c != c)
			continue;
		const char *from = x->p;
		while (x->p < x->end && (*x->p | 32) == c)
			x->p++;
		put(x, letters[i].kind)->n = c == 'e' ? 4 : (uint32_t)(x->p - from);
		return true;
	}
	return false;
}

static bool letters(struct parse *x)
{
	if (word(x, "General") || word(x, "Standard"))
		return put(x, FMT_GENERAL), true;
	if (word(x, "AM/PM") || word(x, "A/P"))
		return put(x, FMT_HALF), true;
	if ((*x->p == 'E' || *x->p == 'e') && x->p + 1 < x->end && (x->p[1] == '+' || x->p[1] == '-')) {
		struct fmt_token *t = put(x, FMT_EXPONENT);
		t->sign = x->p[1];
		x->p += 2;
		for (t->n = 0; x->p < x->end && strchr("0#?", *x->p); x->p++)
			t->n++;
		return true;
	}
	return date_letter(x);
}

/* ---- a section ---- */

static bool has_digit(const struct fmt_section *s)
{
	return s->whole || s->decimals;
}

static void sign(struct parse *x)
{
	char c = *x->p;
	const char *from = x->p;
	struct fmt_section *s = x->s;
	switch (c) {
	case '0': case '#': case '?': {
		bool decimal = false;
		for (size_t i = 0; i < s->n; i++)
			decimal |= s->v[i].kind == FMT_POINT;
		struct fmt_token *t = put(x, FMT_DIGIT);
		t->sign = c;
		t->decimal = decimal;
		decimal ? s->decimals++ : s->whole++;
		break;
	}
	case '.':
		put(x, FMT_POINT);
		break;
	case '%':
		s->percents++;
		put(x, FMT_PERCENT);
		break;
	case ',': { /* between digits it groups, behind the last it divides */
		const char *next = x->p + 1;
		while (next < x->end && *next == ',')
			next++;
		if (next < x->end && strchr("0#?", *next) && has_digit(s))
			s->group = true;
		else if (has_digit(s))
			s->thousands++;
		else
			literal(x, from, 1);
		break;
	}
	case '@':
		s->text = true;
		put(x, FMT_TEXT);
		break;
	default:
		s->fraction |= c == '/' && has_digit(s);
		literal(x, from, char_bytes(from, x->end));
		x->p += char_bytes(from, x->end) - 1;
	}
	x->p++;
}

/* A "\", "_" or "*" says something of the sign behind it: itself; as wide as it; filled up with it. */
static void escape(struct parse *x)
{
	char c = *x->p++;
	if (x->p >= x->end)
		return;
	size_t n = char_bytes(x->p, x->end);
	if (c == '\\')
		literal(x, x->p, n);
	else if (c == '_')
		put(x, FMT_LITERAL)->text = " ";
	x->p += n;
}

static void quoted(struct parse *x)
{
	const char *close = memchr(x->p + 1, '"', (size_t)(x->end - x->p - 1));
	if (!close)
		close = x->end;
	literal(x, x->p + 1, (size_t)(close - x->p - 1));
	x->p = close < x->end ? close + 1 : close;
}

/* Months between hours and seconds are minutes; a point before digits begins parts of a second, another is itself. */
static void settle_date(struct fmt_section *s)
{
	enum fmt_token_kind before = FMT_LITERAL;
	for (size_t i = 0; i < s->n; i++) {
		struct fmt_token *t = &s->v[i];
		if (t->kind < FMT_YEAR)
			continue;
		if (t->kind == FMT_MONTH && t->n <= 2) {
			size_t k = i + 1;
			while (k < s->n && s->v[k].kind < FMT_YEAR)
				k++;
			bool seconds = k < s->n && (s->v[k].kind == FMT_SECOND || s->v[k].kind == FMT_ALL_SECONDS);
			if (seconds || before == FMT_HOUR || before == FMT_ALL_HOURS)
				t->kind = FMT_MINUTE;
		}
		before = t->kind;
	}
	for (size_t i = 0; i < s->n; i++) {
		bool part = i + 1 < s->n && s->v[i + 1].kind == FMT_DIGIT; /* seconds are shown whole */
		if (s->v[i].kind == FMT_POINT)
			s->v[i] = (struct fmt_token){.kind = FMT_LITERAL, .text = ".", .n = !part};
		else if (s->v[i].kind == FMT_DIGIT)
			s->v[i].kind = FMT_PART;
	}
}

static void section(struct parse *x)
{
	while (x->p < x->end && *x->p != ';' && !x->bad) {
		if (*x->p == '"')
			quoted(x);
		else if (*x->p == '[')
			bracket(x);
		else if (strchr("\\_*", *x->p))
			escape(x);
		else if (!letters(x))
			sign(x);
	}
	struct fmt_section *s = x->s;
	for (size_t i = 0; i < s->n; i++)
		s->date |= s->v[i].kind >= FMT_YEAR;
	s->date |= s->sysdate || s->systime;
	if (s->date)
		settle_date(s);
}

const struct numfmt *numfmt_parse(struct arena *a, const char *code)
{
	struct numfmt *f = ARENA_NEW(a, struct numfmt);
	size_t n = strlen(code);
	struct parse x = {.arena = a, .p = arena_strdup(a, n > FMT_CODE_SIGNS && utf8_count(code, n) > FMT_CODE_SIGNS ? "General" : code)};
	x.end = x.p + strlen(x.p);
	while (f->n < 4 && !x.bad) {
		x.s = &f->sections[f->n++];
		section(&x);
		if (x.p >= x.end)
			break;
		x.p++;
	}
	if (x.bad || n == 0)
		return numfmt_parse(a, "General");
	return f;
}

bool numfmt_is_date(const struct numfmt *f)
{
	return f->sections[0].date;
}
