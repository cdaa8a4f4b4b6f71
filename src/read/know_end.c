/* The end of a document: recipients, signers (Phụ lục I, Phần I, Mục II.7, II.9, III.3; the Party's: nd30.md 5.5). */
#include "read/know.h"
#include "base/utf8.h"
#include <string.h>

enum { COLUMNS = 4, MAX_TITLES = 6, ITEM_LINES = 8 /* on which an item goes on */ };

struct ending {
	struct know *k;
	struct meta *m;
	bool minutes, leave;     /* minutes; leave of absence */
	size_t open[COLUMNS];    /* signer of the column, counted from 1 */
	bool named[COLUMNS];
};

static void take(struct kline *l, enum role r)
{
	l->role = r;
	l->form = true;
}

/* ---- recipients ---- */

static const char *bare_item(struct know *k, const char *s)
{
	s += 2 * know_nbsps(s);
	s += strspn(s, "-+ ");
	if (know_begins(s, "– "))
		s += strlen("– ");
	return know_blank(k, know_bare(k, s, ";,"));
}

static bool is_digits(const char *s, size_t n)
{
	size_t k = 0;
	while (k < n && s[k] >= '0' && s[k] <= '9')
		k++;
	return n && k == n;
}

/* "Lưu: VT, KGVX.PTT46(20)": behind the last point the drafter's code, in brackets the copies. A code is capitals and digits. */
void know_last_recipient(struct know *k, struct meta *m, struct text *t)
{
	const char *s = know_bare(k, t->s, "."), *dot = strrchr(s, '.'), *p, *e, *open;
	size_t letters = 0;
	t->s = s;
	if (!dot || dot == s || !know_begins(s, "Lưu"))
		return;
	p = dot + 1 + strspn(dot + 1, " ");
	if (know_begins(p, "_{") && know_ends(p, "}")) { /* a small print that a converter marked */
		know_note(k, KNOW_BROKEN_MARK, t->pos, p);
		p = arena_strndup(k->a, p + 2, strlen(p) - 3);
	}
	e = p;
	for (const char *end = p + strlen(p), *q = p; q < end; e = q) {
		uint32_t c = utf8_next(&q, end);
		if (!utf8_is_upper(c) && !(c >= '0' && c <= '9') && c != '-')
			break;
		letters += utf8_is_upper(c);
	}
	open = e + strspn(e, " ");
	if (!letters || (*open && !(*open == '(' && know_ends(open, ")") && is_digits(open + 1, strlen(open) - 2))))
		return;
	m->drafter = (struct text){arena_strndup(k->a, p, (size_t)(e - p)), t->pos};
	if (*open)
		m->copies = (struct text){arena_strndup(k->a, open + 1, strlen(open) - 2), t->pos};
	t->s = know_bare(k, arena_strndup(k->a, s, (size_t)(dot - s)), "");
}

static bool dashed(const struct kline *l)
{
	return know_begins(l->s, "-") || know_begins(l->s, "–") || know_begins(l->s, "+");
}

/* ---- signers ---- */

static bool nothing(const char *s)
{
	while (*s == ' ' || *s == '.' || !strncmp(s, "\u00A0", 2) || !strncmp(s, "…", 3))
		s += *s == ' ' || *s == '.' ? 1 : *s == '\xC2' ? 2 : 3;
	return !*s;
}

static struct signer *signer_of(struct ending *x, size_t col)
{
	if (!x->open[col] || x->named[col]) {
		struct signer none = {.name = {NULL, x->m->pos}};
		ARENA_PUSH(x->k->a, x->m->signers, x->m->n_signers, x->m->cap_signers, none);
		x->open[col] = x->m->n_signers;
		x->named[col] = false;
	}
	return &x->m->signers[x->open[col] - 1];
}

/* Who signs minutes says what they were there (form 1.9; the Party's words: nd30.md 5.5). */
static const char *minutes_role(const struct kline *l)
{
	static const struct { const char *slug, *role; } roles[] = {{"thu-ky", "Thư ký"}, {"chu-toa", "Chủ tọa"}, {"chu-tri", "Chủ trì"},
		{"nguoi-ghi-bien-ban", "Thư ký"}, {"chu-tri-hoi-nghi", "Chủ trì"}, {"chu-tri-cuoc-hop", "Chủ trì cuộc họp"}};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (!strcmp(l->slug, roles[i].slug))
			return roles[i].role;
	return NULL;
}

static void title(struct ending *x, struct kline *l, size_t col)
{
	struct signer *s = signer_of(x, col);
	struct text t = {l->s, know_pos(l)};
	const char *role = x->minutes && !s->titles.n && !s->role.s ? minutes_role(l) : NULL;
	if (l->goes_on && s->titles.n)
		s->titles.v[s->titles.n - 1].s = arena_printf(x->k->a, "%s\n%s", s->titles.v[s->titles.n - 1].s, l->s);
	else if (role)
		s->role = (struct text){role, know_pos(l)};
	else if (!nothing(l->s))
		ARENA_PUSH(x->k->a, s->titles.v, s->titles.n, s->titles.cap, t);
	take(l, x->k->party && !strstr(l->s, "/") && !know_begins(l->s, "Q.") ? ROLE_SIGN_POSITION : ROLE_SIGN_TITLE);
}

static void name(struct ending *x, struct kline *l, size_t col)
{
	bool over = x->open[col] && x->named[col] && l->goes_on;
	struct signer *s = over ? &x->m->signers[x->open[col] - 1] : signer_of(x, col);
	if (over) /* another title stands above the name, in its paragraph */
		s->over_name = s->name;
	s->name = (struct text){nothing(l->s) ? NULL : l->s, know_pos(l)};
	x->named[col] = true;
	take(l, ROLE_SIGN_NAME);
}

/* "TRẦN THANH TRƯỜNG": a name in capitals, below the titles. */
static bool capital_name(struct ending *x, struct kline *l, size_t col)
{
	struct kline low = *l;
	struct know *k = x->k;
	const char *out = "", *s = utf8_lower(k->a, l->s);
	if (!l->caps || !x->open[col] || x->named[col] || know_sign_title(l) || know_body_name(l) || !x->m->signers[x->open[col] - 1].titles.n)
		return false;
	while (*s) {
		size_t n = strcspn(s, " ");
		out = arena_printf(k->a, "%s%s%s", out, *out ? " " : "", utf8_upper_first(k->a, arena_strndup(k->a, s, n)));
		s += n + strspn(s + n, " ");
	}
	low.s = out;
	low.caps = false;
	if (!know_person(&low))
		return false;
	know_note(k, KNOW_CASE, know_pos(l), out);
	name(x, l, col);
	x->m->signers[x->open[col] - 1].name.s = out;
	return true;
}

/* "(Đã ký)", "(Chữ ký, dấu của cơ quan)": stands where the signature does. */
static bool is_placeholder(const struct kline *l)
{
	static const char *const slugs[] = {"da-ky", "chu-ky", "ky-ten", "chu-ky-so", "ky-va"};
	for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
		if (*l->s && know_begins(l->slug, slugs[i]) && l->n < 70 && (*l->s == '(' || *l->s == '['))
			return true;
	return false;
}

/* A line of a signer; false: it is none. */
static bool signer_line(struct ending *x, struct kline *l, size_t col)
{
	if (!*l->s || is_placeholder(l)) {
		take(l, ROLE_SIGN_NOTE);
		return true;
	}
	if ((l->sure && l->role == ROLE_SIGN_NOTE) || (!l->sure && x->leave && know_begins(l->s, "Xác nhận"))) {
		signer_of(x, col)->role = (struct text){l->s, know_pos(l)};
		take(l, ROLE_SIGN_NOTE);
		return true;
	}
	if (l->sure ? l->role == ROLE_SIGN_NAME : know_person(l) && x->open[col] && !x->named[col]) {
		name(x, l, col);
		return true;
	}
	if (l->sure ? l->role == ROLE_SIGN_TITLE || l->role == ROLE_SIGN_POSITION : know_sign_title(l)) {
		title(x, l, col);
		return true;
	}
	if (capital_name(x, l, col))
		return true;
	if (!l->sure && l->caps && l->cell && !x->open[col] && know_body_name(l)) {
		title(x, l, col); /* a body that signs jointly, above its titles */
		return true;
	}
	if (!l->sure && l->caps && l->n < 80 && x->open[col] && !x->named[col] && x->m->signers[x->open[col] - 1].titles.n < MAX_TITLES) {
		title(x, l, col); /* a title, or its second line */
		return true;
	}
	return false;
}

/* ---- recipients and signers ---- */

/* Lines of the list from i on; cell: those of it alone. Returns the line after them. */
static size_t recipients(struct ending *x, size_t i, size_t to, const struct node *cell)
{
	struct know *k = x->k;
	struct texts *v = &x->m->recipients;
	bool open = false, filed = false, dashes = false;
	size_t more = 0;
	for (; i < to && k->l[i].para && k->l[i].cell == cell; i++) {
		struct kline *l = &k->l[i];
		if (!*l->s) {
			take(l, ROLE_RECIPIENT);
			continue;
		}
		if (!cell && l->goes_on && !l->sure && signer_line(x, l, 0))
			continue; /* stands at the right, behind a tab */
		bool item = dashed(l) || (cell && !open && !dashes) || (l->sure && !l->goes_on);
		open = open || (cell && dashes && !filed && v->n); /* goes on below the item, whatever that ends with */
		dashes = dashes || dashed(l);
		more = item || !*l->s ? 0 : more + 1;
		if (more > ITEM_LINES)
			break;
		if ((l->sure && l->role != ROLE_RECIPIENT) || (!item && !(open && v->n)) || (filed && (!cell || !item) && !open) || (!dashed(l) && l->caps && know_sign_title(l)))
			break;
		open = !(know_ends(l->s, ";") || know_ends(l->s, ",") || know_ends(l->s, "."));
		if (item) {
			struct text t = {bare_item(k, l->s), know_pos(l)};
			ARENA_PUSH(k->a, v->v, v->n, v->cap, t);
		} else {
			const char *comma = know_ends(know_bare(k, k->l[i - 1].s, ""), ",") ? "," : "";
			v->v[v->n - 1].s = arena_printf(k->a, "%s%s %s", v->v[v->n - 1].s, comma, bare_item(k, l->s));
		}
		filed = filed || know_begins(v->v[v->n - 1].s, "Lưu");
		take(l, ROLE_RECIPIENT);
	}
	if (v->n)
		know_last_recipient(k, x->m, &v->v[v->n - 1]);
	return i;
}

/* ---- where it stands ---- */

static size_t last_label(const struct know *k, size_t from, size_t to)
{
	for (size_t i = to; i-- > from;)
		if (know_recipients(&k->l[i]))
			return i;
	return to;
}

static size_t block_start(const struct know *k, size_t i, size_t from)
{
	while (i > from && k->l[i - 1].block == k->l[i].block)
		i--;
	return i;
}

/* All cells of a table of the end. */
static size_t table(struct ending *x, size_t i, size_t to)
{
	struct know *k = x->k;
	const struct node *block = k->l[i].block;
	block = k->l[i].block;
	while (i < to && k->l[i].block == block) {
		struct kline *l = &k->l[i];
		size_t col = l->cell->u.cell.col < COLUMNS ? l->cell->u.cell.col : COLUMNS - 1;
		if (know_recipients(l)) {
			take(l, ROLE_RECIPIENTS);
			i = recipients(x, i + 1, to, l->cell);
			continue;
		}
		signer_line(x, l, col);
		i++;
	}
	return i;
}

/* Signers one below the other, as text has them; stops at what is none. */
static size_t signers(struct ending *x, size_t i, size_t to)
{
	struct know *k = x->k;
	size_t from = i;
	while (i < to && k->l[i].para && !k->l[i].cell && (!k->l[i].sure || k->l[i].role != ROLE_BODY) && signer_line(x, &k->l[i], 0))
		i++;
	(void)from;
	return i;
}

/* The first line of titles and name that stand right before line i, or i. */
static size_t signers_before(const struct know *k, size_t i, size_t from)
{
	size_t j = i, titles = 0;
	while (j > from && !*k->l[j - 1].s && k->l[j - 1].para)
		j--;
	if (j > from && know_person(&k->l[j - 1]))
		j--;
	while (j > from && !*k->l[j - 1].s && k->l[j - 1].para)
		j--;
	while (j > from && k->l[j - 1].para && !k->l[j - 1].cell && k->l[j - 1].n < 80 && know_sign_title(&k->l[j - 1]) && (k->l[j - 1].caps || !strcmp(k->l[j - 1].slug, "kiem"))) {
		j--;
		titles++;
	}
	return titles ? j : i;
}

/* The last table of the part that was found to hold signatures. */
static size_t sign_table(const struct know *k, size_t from, size_t to)
{
	for (size_t i = to; i-- > from;)
		if (k->l[i].cell && k->l[i].block->u.table.role == TABLE_SIGN)
			return block_start(k, i, from);
	return to;
}

static size_t in_text(struct ending *x, size_t label, size_t from, size_t to)
{
	struct know *k = x->k;
	size_t first = label, i;
	take(&k->l[label], ROLE_RECIPIENTS);
	i = recipients(x, label + 1, to, NULL);
	i = signers(x, i, to);
	if (i < to && k->l[i].cell)
		table(x, i, to);
	if (!x->m->n_signers) {
		first = signers_before(k, label, from);
		signers(x, first, label);
	}
	return first;
}

/* "Xác nhận của cơ quan …" below the signature of a leave of absence (form 1.10). */
static size_t confirmation(struct ending *x, size_t i, size_t to)
{
	if (i >= to || !x->leave || x->k->l[i].sure || !x->k->l[i].para || x->k->l[i].cell || !know_begins(x->k->l[i].s, "Xác nhận") || !x->m->n_signers)
		return i;
	struct signer s = {.role = know_value(x->k, i, i + 1), .name = {NULL, x->m->pos}};
	ARENA_PUSH(x->k->a, x->m->signers, x->m->n_signers, x->m->cap_signers, s);
	take(&x->k->l[i], ROLE_SIGN_NOTE);
	return i + 1;
}

static size_t find_end(struct ending *x, size_t from, size_t to)
{
	struct know *k = x->k;
	size_t label = last_label(k, from, to), first;
	if (label < to && !k->l[label].cell)
		return in_text(x, label, from, to);
	first = label < to ? block_start(k, label, from) : sign_table(k, from, to);
	if (first < to) {
		size_t i = confirmation(x, table(x, first, to), to);
		while (!x->m->n_signers && first > from && k->l[first - 1].cell && k->l[first - 1].block->u.table.role == TABLE_SIGN)
			table(x, first = block_start(k, first - 1, from), to);
		if (!x->m->n_signers) {
			signers(x, i, to);
			if (!x->m->n_signers && signers_before(k, first, from) < first) {
				size_t before = signers_before(k, first, from);
				signers(x, before, first);
				first = before;
			}
		} else if (!x->m->recipients.n && i < to && k->l[i].cell) {
			table(x, i, to);
		}
		return first;
	}
	first = signers_before(k, to, from);
	signers(x, first, to);
	return first;
}

/* One title is written in normal case; several stay as typed, since the form prints them so. */
static void settle_titles(struct know *k, struct meta *m)
{
	bool sure;
	for (size_t i = 0; i < m->n_signers; i++) {
		struct signer *s = &m->signers[i];
		if (s->over_name.s)
			s->over_name.s = know_case(k, s->over_name.s, &sure);
		if (s->titles.n != 1 || strchr(s->titles.v[0].s, '.') || strchr(s->titles.v[0].s, '/'))
			continue;
		s->titles.v[0].s = know_case(k, s->titles.v[0].s, &sure);
		if (!sure)
			know_note(k, KNOW_CASE, s->titles.v[0].pos, s->titles.v[0].s);
	}
}

size_t know_end(struct know *k, struct kpart *p, size_t body)
{
	const struct kind *kind = p->meta->kind.s ? kind_find(p->meta->kind.s) : NULL;
	struct ending x = {.k = k, .m = p->meta, .minutes = kind && kind->id == KIND_BIEN_BAN, .leave = kind && kind->id == KIND_GIAY_NGHI_PHEP};
	size_t first = find_end(&x, body, p->to);
	bool named = false;
	settle_titles(k, p->meta);
	for (size_t i = 0; i < p->meta->n_signers; i++)
		named = named || p->meta->signers[i].name.s;
	if (p->kind != PART_MAIN)
		return first;
	struct pos pos = first < k->n && first < p->to ? know_pos(&k->l[first]) : p->meta->pos;
	if (!p->meta->recipients.n)
		know_note(k, KNOW_NO_RECIPIENTS, pos);
	if (!p->meta->n_signers)
		know_note(k, KNOW_NO_SIGNER, pos);
	else if (!named)
		know_note(k, KNOW_NO_NAME, pos);
	return first;
}
