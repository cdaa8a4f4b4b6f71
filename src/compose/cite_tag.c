/* What a citation's tag names, and how a document is named in full and short. */
#include <string.h>

#include "base/utf8.h"
#include "compose/cite.h"
#include "compose/msg.h"
#include "form/code.h"
#include "form/name.h"

/* ---- names ---- */

const char *cite_kind(const struct directive *d)
{
	if (d->kind != NULL)
		return d->kind;
	return d->code != NULL ? code_kind(d->code) : NULL;
}

/* What a document is about, as it follows its number: "về …", "ban hành …". */
static const char *about(struct ctx *c, const struct directive *d)
{
	static const char *const verbs[] = { "về ", "ban hành ", "phê duyệt ", "quy định ", "sửa đổi", "hướng dẫn ", "triển khai ", "thực hiện ",
		"công bố ", "bãi bỏ ", "thành lập ", "kiện toàn ", "giao ", "tăng cường ", "đẩy mạnh ", "thông qua ", "kết luận ", "chấn chỉnh ", "tiếp tục "};
	const char *s = compose_bare(c, d->subject, "."), *low = utf8_lower_first(c->a, s);

	if (strncmp(s, "V/v ", 4) == 0)
		return arena_printf(c->a, "về %s", s + 4);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strncmp(low, verbs[i], strlen(verbs[i])) == 0)
			return low;
	return arena_printf(c->a, "về %s", name_begins(s) ? s : low);
}

/* "Luật Khoa học, công nghệ và đổi mới sáng tạo". */
static const char *by_name(struct ctx *c, const struct directive *d, const char *kind)
{
	const char *s = d->subject != NULL ? compose_bare(c, d->subject, ".") : "";

	if (*s == '\0')
		return d->code != NULL ? arena_printf(c->a, "%s số %s", kind, d->code) : kind;
	return compose_begins(c, s, kind) ? s : arena_printf(c->a, "%s %s", kind, s);
}

static bool whole(struct date d)
{
	return d.day > 0 && d.month > 0 && d.year > 0;
}

const char *cite_short(struct ctx *c, const struct directive *d)
{
	const char *kind = cite_kind(d);

	if (kind != NULL && code_by_name(kind))
		return by_name(c, d, kind);
	if (d->code == NULL)
		return arena_printf(c->a, "%s%s%s", kind != NULL ? kind : "", kind != NULL ? " " : "", kind != NULL ? about(c, d) : d->subject);
	return kind != NULL ? arena_printf(c->a, "%s số %s", kind, d->code) : arena_printf(c->a, "văn bản số %s", d->code);
}

const char *cite_full(struct ctx *c, const struct directive *d, bool basis)
{
	const char *kind = cite_kind(d);
	struct buf b = BUF_INIT;

	buf_puts(&b, cite_short(c, d));
	if (whole(d->date) && basis)
		buf_printf(&b, " %s", compose_date(c, d->date));
	else if (whole(d->date) && (kind == NULL || !code_by_name(kind)))
		buf_printf(&b, " ngày %s", viet_date_short(c->a, d->date));
	if (kind != NULL && code_by_name(kind))
		return compose_keep(c, &b);
	if (d->issuer != NULL)
		buf_printf(&b, " của %s", d->issuer);
	if (d->subject != NULL && d->code != NULL)
		buf_printf(&b, " %s", about(c, d));
	return compose_keep(c, &b);
}

/* ---- tags ---- */

/* A key without "ngày 21/7/2025" at its end, which parts documents of one number. */
static const char *without_date(struct ctx *c, const char *key, struct date *date)
{
	const char *p = strstr(key, " ngày ");

	*date = (struct date){ 0};
	if (p == NULL || !viet_date(p + strlen(" ngày "), date))
		return key;
	return arena_strndup(c->a, key, (size_t)(p - key));
}

static bool folds_to(struct ctx *c, const char *s, const char *key)
{
	return s != NULL && strcmp(viet_fold(c->a, s), key) == 0;
}

/* True if the key names the document: by its number, by kind and number, by what it is called in short, a law by its name. */
static bool named(struct ctx *c, const struct directive *d, const char *key)
{
	const char *kind = cite_kind(d);

	if (folds_to(c, d->code, key) || folds_to(c, d->brief, key) || folds_to(c, cite_short(c, d), key))
		return true;
	if (kind != NULL && d->code != NULL && folds_to(c, arena_printf(c->a, "%s %s", kind, d->code), key))
		return true;
	return kind != NULL && code_by_name(kind) && folds_to(c, d->subject, key);
}

/* Up to three known names that are nearest to the key, nearest first, or "". */
static const char *nearest(struct ctx *c, const char *key)
{
	enum { SHOWN = 3, FAR = 4 };
	const struct directives *all = &c->meta->cited;
	const char *names[SHOWN];
	int far[SHOWN];
	size_t n = 0;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < all->n; i++) {
		const char *own = all->v[i].code != NULL ? all->v[i].code : all->v[i].subject;
		int d = viet_distance(key, viet_fold(c->a, own), FAR + 1);
		size_t at = n;

		while (at > 0 && far[at - 1] > d)
			at--;
		if (d > FAR || at >= SHOWN)
			continue;
		n += n < SHOWN;
		for (size_t k = n - 1; k > at; k--)
			names[k] = names[k - 1], far[k] = far[k - 1];
		names[at] = utf8_short(c->a, own), far[at] = d;
	}
	for (size_t i = 0; i < n; i++)
		compose_join(&b, ", ", names[i]);
	return compose_keep(c, &b);
}

static bool same_date(struct date a, struct date b)
{
	return viet_date_cmp(a, b) == 0;
}

/* The document a key names, by its index; false (noted if tell) if there is none, or more than one. The draft's own stand before
 * the office's and win. */
static bool find(struct ctx *c, const struct cite *tag, const char *typed, bool tell, size_t *index)
{
	const struct directives *all = &c->meta->cited;
	struct date date;
	const char *key = viet_fold(c->a, without_date(c, typed, &date)), *near;
	bool found = false;

	for (size_t i = 0; i < all->n; i++) {
		const struct directive *d = &all->v[i];

		if (!named(c, d, key) || (date.year > 0 && !same_date(date, d->date)))
			continue;
		if (found && same_date(d->date, all->v[*index].date))
			continue;
		if (found) {
			if (tell)
				diag_put(c->g, &COMPOSE_CITE_TWO, tag->pos, utf8_short(c->a, typed), viet_date_short(c->a, all->v[*index].date), viet_date_short(c->a, d->date),
					utf8_short(c->a, typed), viet_date_short(c->a, d->date));
			return false;
		}
		*index = i;
		found = true;
	}
	if (found || !tell)
		return found;
	near = nearest(c, key);
	if (*near != '\0')
		diag_put(c->g, &COMPOSE_CITE_NEAR, tag->pos, utf8_short(c->a, typed), near);
	else
		diag_put(c->g, &COMPOSE_CITE_UNKNOWN, tag->pos, utf8_short(c->a, typed));
	return false;
}

/* "viết tắt: Nghị quyết 57" → its words. */
static const char *brief_of(struct ctx *c, const char *s)
{
	static const char key[] = "viết tắt";

	if (strncmp(s, key, sizeof key - 1) != 0)
		return NULL;
	s += sizeof key - 1;
	if (*s != ':' && *s != ' ')
		return NULL;
	return compose_bare(c, s + (*s == ':'), "");
}

/* One word after the number: how to name it, what to call it, or a part of it. */
static void word(struct ctx *c, struct cite_item *it, const char *s)
{
	const char *fold = viet_fold(c->a, s), *brief = brief_of(c, s);

	if (strcmp(fold, "daydu") == 0)
		it->form = CITE_FULL;
	else if (strcmp(fold, "ngan") == 0 || strcmp(fold, "ngangon") == 0)
		it->form = CITE_SHORT;
	else if (brief != NULL)
		it->brief = *brief != '\0' ? brief : NULL;
	else if (*s != '\0')
		it->part = *it->part != '\0' ? arena_printf(c->a, "%s, %s", it->part, s) : s;
}

/* One document: "57-NQ/TW, điểm a khoản 2 Điều 7"; its number alone may be found to hold a comma (a law's name). */
static bool item(struct ctx *c, const struct cite *tag, const char *s, bool tell, struct cite_item *it)
{
	const char *comma = strchr(s, ','), *key = s;

	*it = (struct cite_item){ .part = ""};
	if (comma != NULL && find(c, tag, s, false, &it->index))
		return true;
	if (comma != NULL)
		key = compose_bare(c, arena_strndup(c->a, s, (size_t)(comma - s)), "");
	/* "Luật Khoa học, công nghệ và đổi mới sáng tạo, Điều 5" */
	for (const char *next; comma != NULL && (next = strchr(comma + 1, ',')) != NULL && !find(c, tag, key, false, &it->index); comma = next) {
		const char *longer = compose_bare(c, arena_strndup(c->a, s, (size_t)(next - s)), "");

		if (find(c, tag, longer, false, &it->index)) {
			key = longer;
			comma = next;
			break;
		}
	}
	if (!find(c, tag, key, tell, &it->index))
		return false;
	while (comma != NULL) {
		const char *from = comma + 1, *to = strchr(from, ',');

		word(c, it, compose_bare(c, arena_strndup(c->a, from, to != NULL ? (size_t)(to - from) : strlen(from)), ""));
		comma = to;
	}
	return true;
}

size_t cite_read(struct ctx *c, const struct cite *tag, struct cite_item v[CITE_ITEMS], bool tell)
{
	size_t n = 0;
	bool any = false;

	for (const char *p = tag->text; p != NULL && n < CITE_ITEMS;) {
		size_t len = strcspn(p, ";");
		const char *s = compose_bare(c, arena_strndup(c->a, p, len), "");

		s = compose_bare(c, s + (*s == '@'), "");
		any = any || *s != '\0';
		if (*s != '\0' && item(c, tag, s, tell, &v[n]))
			n++;
		p = p[len] == ';' ? p + len + 1 : NULL;
	}
	if (!any && tell)
		diag_put(c->g, &COMPOSE_CITE_EMPTY, tag->pos);
	return n;
}
