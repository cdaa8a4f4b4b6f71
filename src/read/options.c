/* "{cột: 10mm, 60mm, *; căn: giữa, trái, đều}" above a table, "{rộng: 80mm}" after a picture. */
#include "base/utf8.h"
#include "read/body.h"
#include "read/msg.h"
#include "read/values.h"
#include <string.h>

struct option_in {
	struct body *b;
	size_t line;
	struct table_options *o;
	const char *name;       /* as typed */
	const char *s, *e;      /* value, trimmed */
};
struct option {
	const char *fold, *name;
	void (*read)(struct option_in *x);
};

static const char *slice(struct body *b, const char *s, const char *e)
{
	return utf8_short(b->arena, arena_strndup(b->arena, s, (size_t)(e - s)));
}

static void trim(const char **s, const char **e)
{
	while (*s < *e && (**s == ' ' || **s == '\t'))
		++*s;
	while (*e > *s && ((*e)[-1] == ' ' || (*e)[-1] == '\t'))
		--*e;
}

static struct pos place(const struct option_in *x, const char *at)
{
	return source_pos(x->b->src, x->line, at);
}

static void bad_value(struct option_in *x, const char *s, const char *e, const char *known)
{
	diag_put(x->b->g, &read_msgs[READ_OPTION_VALUE], place(x, s), slice(x->b, s, e), x->name, known);
}

/* Next of the values parted by commas; a comma between digits is a decimal comma ("12,7mm"). */
static bool next_value(const char **p, const char *end, const char **s, const char **e)
{
	if (*p > end)
		return false;
	*s = *p;
	const char *q = *p;
	while (q < end && !(*q == ',' && !(q > *s && q + 1 < end && q[-1] >= '0' && q[-1] <= '9' && q[1] >= '0' && q[1] <= '9')))
		q++;
	*e = q;
	*p = q + 1;
	trim(s, e);
	return true;
}

static bool one_width(struct option_in *x, const char *s, const char *e, size_t i, bool *length)
{
	const char *t = slice(x->b, s, e), *p = t;
	twip w;
	double share;
	if (!strcmp(t, "*"))
		return true;
	if (values_length(t, &w) && w > 0) {
		x->o->widths[i] = w;
		return *length = true;
	}
	if (values_number(&p, &share) && values_unit(p, "%") && share > 0 && share <= 100) {
		x->o->shares[i] = share;
		return x->o->percent = true;
	}
	return false;
}

/* Columns "*" beside shares have what the shares leave, in equal parts. */
static void fill_shares(struct option_in *x, bool length)
{
	struct table_options *o = x->o;
	double sum = 0;
	size_t stars = 0;
	for (size_t i = 0; i < o->n_widths; i++) {
		sum += o->shares[i];
		stars += o->shares[i] <= 0;
	}
	if (length || sum > 100.001 || (stars && sum > 99.9))
		diag_put(x->b->g, &read_msgs[READ_OPTION_PERCENT], place(x, x->s));
	for (size_t i = 0; i < o->n_widths; i++)
		if (o->shares[i] <= 0)
			o->shares[i] = sum < 99.9 ? (100 - sum) / (double)stars : 1;
}

static void read_widths(struct option_in *x)
{
	const char *p = x->s, *s, *e;
	bool length = false;
	for (size_t n = 0; next_value(&p, x->e, &s, &e); n++) {
		if (n < TABLE_COLS && !one_width(x, s, e, n, &length))
			bad_value(x, s, e, "10mm, 2cm, 20%, *");
		x->o->n_widths = n + 1;
	}
	if (x->o->n_widths > TABLE_COLS)
		x->o->n_widths = TABLE_COLS + 1; /* the count is refused later */
	else if (x->o->percent)
		fill_shares(x, length);
}

static void read_aligns(struct option_in *x)
{
	static const struct { const char *fold; int8_t align; } words[] = {{"trai", ALIGN_LEFT}, {"giua", ALIGN_CENTER},
		{"phai", ALIGN_RIGHT}, {"deu", ALIGN_JUSTIFY}, {"*", -1}};
	const char *p = x->s, *s, *e;
	for (size_t n = 0; next_value(&p, x->e, &s, &e); n++) {
		const char *fold = viet_fold(x->b->arena, slice(x->b, s, e));
		size_t k = 0;
		while (k < sizeof words / sizeof *words && strcmp(words[k].fold, fold))
			k++;
		if (k == sizeof words / sizeof *words)
			bad_value(x, s, e, "trái, giữa, phải, đều, *");
		else if (n < TABLE_COLS)
			x->o->aligns[n] = words[k].align;
		x->o->n_aligns = n < TABLE_COLS ? n + 1 : TABLE_COLS + 1;
	}
}

static bool yes_no(struct option_in *x, bool *out)
{
	const char *fold = viet_fold(x->b->arena, slice(x->b, x->s, x->e));
	bool yes = !strcmp(fold, "co");
	if (!yes && strcmp(fold, "khong")) {
		bad_value(x, x->s, x->e, "có, không");
		return false;
	}
	*out = yes;
	return true;
}

static void read_border(struct option_in *x)
{
	bool yes = true;
	if (yes_no(x, &yes))
		x->o->no_border = !yes;
}

static void read_split(struct option_in *x)
{
	yes_no(x, &x->o->rows_split);
}

static const struct option options[] = {
	{"cot", "cột", read_widths}, {"can", "căn", read_aligns}, {"ke", "kẻ", read_border}, {"tachhang", "tách hàng", read_split},
	{NULL, NULL, NULL}};

static const struct option *find(struct arena *a, const char *s, const char *e)
{
	trim(&s, &e);
	if (e - s > 40)
		return NULL;
	const char *fold = viet_fold(a, arena_strndup(a, s, (size_t)(e - s)));
	for (const struct option *o = options; o->fold; o++)
		if (!strcmp(o->fold, fold))
			return o;
	return NULL;
}

bool options_line(const char *s, const char *e, struct arena *a)
{
	if (e - s < 2 || *s != '{' || e[-1] != '}')
		return false;
	const char *colon = memchr(s, ':', (size_t)(e - s));
	return colon && find(a, s + 1, colon);
}

void options_table(struct body *b, size_t i, const char *s, const char *e, struct table_options *out)
{
	out->given = true;
	out->pos = source_pos(b->src, i, s);
	memset(out->aligns, -1, sizeof out->aligns);
	for (const char *p = s + 1; p < e - 1;) {
		const char *stop = memchr(p, ';', (size_t)(e - 1 - p));
		if (!stop)
			stop = e - 1;
		const char *colon = memchr(p, ':', (size_t)(stop - p));
		const struct option *o = colon ? find(b->arena, p, colon) : NULL;
		const char *n = p, *ne = colon ? colon : stop;
		trim(&n, &ne);
		if (o) {
			struct option_in x = {b, i, out, slice(b, n, ne), colon + 1, stop};
			trim(&x.s, &x.e);
			o->read(&x);
		} else if (n < ne) {
			diag_put(b->g, &read_msgs[READ_OPTION], source_pos(b->src, i, n), slice(b, n, ne), "cột, căn, kẻ, tách hàng");
		}
		p = stop + 1;
	}
}

bool options_picture(struct body *b, size_t i, const char *s, const char *e, twip *width)
{
	struct pos pos = source_pos(b->src, i, s);
	const char *colon = memchr(s, ':', (size_t)(e - s));
	if (e - s < 2 || *s != '{' || e[-1] != '}' || !colon) {
		diag_put(b->g, &read_msgs[READ_PICTURE_FORM], pos);
		return false;
	}
	const char *n = s + 1, *ne = colon, *v = colon + 1, *ve = e - 1;
	trim(&n, &ne);
	trim(&v, &ve);
	if (strcmp(viet_fold(b->arena, slice(b, n, ne)), "rong")) {
		diag_put(b->g, &read_msgs[READ_OPTION], pos, slice(b, n, ne), "rộng");
		return false;
	}
	if (values_length(slice(b, v, ve), width) && *width > 0)
		return true;
	diag_put(b->g, &read_msgs[READ_LENGTH], source_pos(b->src, i, v), slice(b, v, ve));
	return false;
}
