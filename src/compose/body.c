/* What opens and closes the text: authority, căn cứ, "QUYẾT ĐỊNH:" (forms 1.1–1.3), the mark at its end. */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"
#include "compose/msg.h"

/* ---- authority ---- */

static const char *const prefixes[] = { "TM.", "T/M", "KT.", "K/T", "TL.", "T/L", "TUQ.", "TUQ", "Q."};

/* "KT. GIÁM ĐỐC" → "GIÁM ĐỐC": the head on whose authority is signed. */
static const char *without_prefix(struct ctx *c, const char *s)
{
	s = compose_bare(c, s, "");
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		size_t n = strlen(prefixes[i]);

		if (strncasecmp(s, prefixes[i], n) == 0)
			return compose_bare(c, s + n, "");
	}
	return s;
}

/* True if some of the first words of s fold to the key. */
static bool begins_with_words(struct ctx *c, const char *s, const char *key)
{
	/* folding shortens a word to a third at most */
	for (const char *end = s; *end != '\0' && (size_t)(end - s) <= 4 * strlen(key);) {
		end += strspn(end, " ");
		end += strcspn(end, " ");
		if (strcmp(viet_fold(c->a, arena_strndup(c->a, s, (size_t)(end - s))), key) == 0)
			return true;
	}
	return false;
}

/* Joins a title and a body of which the last and first words are the same once: "TRƯỞNG BAN" + "BAN QUẢN LÝ". */
static const char *overlapped(struct ctx *c, const char *title, const char *body)
{
	enum { SHARED = 120 }; /* bytes: what a title and a name share is short */
	size_t n = strlen(title);
	const char *from = n <= SHARED ? title : strchr(title + n - SHARED, ' ');

	for (const char *p = from; p != NULL; p = strchr(p, ' ')) {
		p += *p == ' ';
		if (*p != '\0' && begins_with_words(c, body, viet_fold(c->a, p)))
			return arena_printf(c->a, "%.*s%s", (int)(p - title), title, body);
	}
	return arena_printf(c->a, "%s %s", title, body);
}

/* Note 6 of forms 1.2 and 1.3: the head's title, or the name of the collective. A resolution is always a collective's. */
static const char *authority(struct ctx *c, const struct meta *m)
{
	const char *body = compose_issuers(c, m, " - "), *title;

	if (compose_given(&m->authority))
		return utf8_upper(c->a, m->authority.s);
	if (c->kind->id == KIND_NGHI_QUYET || m->n_issuers > 1 || m->n_signers == 0 || m->signers[0].titles.n == 0 || !compose_given(&m->signers[0].titles.v[0]))
		return utf8_upper(c->a, body);
	title = without_prefix(c, utf8_one_line(c->a, m->signers[0].titles.v[0].s));
	if (strstr(viet_fold(c->a, title), viet_fold(c->a, body)) != NULL)
		return utf8_upper(c->a, title);
	return utf8_upper(c->a, overlapped(c, title, body));
}

/* ---- căn cứ ---- */

/* Each ends with ";", the last with "." (HD36: ","), unless typed otherwise. */
static void bases(struct ctx *c, struct place at, const struct meta *m, bool more)
{
	const char *last = more ? ";" : c->form->id == FORM_HD36 ? "," : ".";

	for (size_t i = 0; i < m->bases.n; i++) {
		const char *s, *mark;

		if (!compose_given(&m->bases.v[i]))
			continue;
		s = compose_bare(c, m->bases.v[i].s, "");
		mark = strncmp(s, "- ", 2) == 0 ? "" : c->form->basis_mark;
		if (compose_ends(s, ";") || compose_ends(s, ".") || compose_ends(s, ","))
			s = arena_printf(c->a, "%s%s", mark, s);
		else
			s = arena_printf(c->a, "%s%s%s", mark, s, i + 1 < m->bases.n ? ";" : last);
		compose_para(c, at, ROLE_BASIS, s, m->bases.v[i].pos);
	}
}

/* Outside decisions a first paragraph that begins with "Căn cứ" may be a sentence: it is a ground if it ends with ";". */
static bool is_basis(struct ctx *c, const struct node *n, bool decision, bool first)
{
	const char *s;

	if (n->kind != NODE_PARA || n->generated)
		return false;
	if (n->u.para.role == ROLE_BASIS)
		return true;
	if (n->u.para.role != ROLE_BODY && n->u.para.role != ROLE_ITEM)
		return false;
	s = compose_bare(c, doc_text(c->d, n), "");
	s += strncmp(s, "- ", 2) == 0 ? 2 : 0;
	if (!compose_ends(s, ";") && ((first && !decision) || (!compose_ends(s, ".") && !compose_ends(s, ","))))
		return false;
	if (strncmp(s, "Căn cứ ", strlen("Căn cứ ")) == 0 || strncmp(s, "CĂN CỨ ", strlen("CĂN CỨ ")) == 0)
		return true;
	return decision && (compose_begins(c, s, "Theo đề nghị") || compose_begins(c, s, "Xét "));
}

/* Gives the căn cứ typed at the head of the text their style; returns the first block after them. */
static struct node *typed_bases(struct ctx *c, struct node *n, bool decision)
{
	for (bool first = true; n != NULL && is_basis(c, n, decision, first); n = n->next, first = false)
		n->u.para.role = ROLE_BASIS;
	return n;
}

/* ---- QUYẾT ĐỊNH: ---- */

static bool is_article(const struct node *n)
{
	return n->kind == NODE_PARA && (n->u.para.label == LABEL_ARTICLE || n->u.para.role == ROLE_ARTICLE ||
		n->u.para.role == ROLE_ARTICLE_TEXT);
}

/* A line in capitals that ends with the words, with or without a colon: "QUYẾT ĐỊNH:", "BAN THƯỜNG VỤ TỈNH UỶ QUYẾT ĐỊNH". */
static bool is_formula(struct ctx *c, const struct node *n, const char *words, bool *alone)
{
	const char *s, *key = compose_bare(c, words, ":");

	if (n->kind != NODE_PARA || n->generated || n->u.para.n_runs == 0)
		return false;
	s = compose_bare(c, doc_text(c->d, n), ":");
	*alone = strcmp(viet_fold(c->a, s), viet_fold(c->a, key)) == 0;
	return *alone || (strlen(s) < 200 && compose_ends(s, key) && strcmp(s, utf8_upper(c->a, s)) == 0);
}

/* The line as typed, or NULL; *alone: nobody is named in it. */
static struct node *typed_resolves(struct ctx *c, struct node *from, const char *words, bool *alone)
{
	int seen = 0;

	*alone = true;
	for (struct node *n = from; n != NULL && seen < 60 && !is_article(n); n = n->next, seen++)
		if (is_formula(c, n, words, alone))
			return n;
	*alone = true;
	return NULL;
}

static void resolves(struct ctx *c, struct node *section, struct node *after_bases, struct node *typed, const char *words)
{
	enum { ROOM = 200 }; /* above the formula, as in form 1.2 */
	struct node *n = typed;

	if (n != NULL) {
		n->u.para.role = ROLE_RESOLVES;
		n->u.para.space_before = ROOM;
		for (size_t i = 0; i < n->u.para.n_runs; i++)
			n->u.para.runs[i].attrs &= ~(unsigned)RUN_BOLD;
		return;
	}
	for (n = after_bases; n != NULL && !is_article(n); n = n->next)
		;
	n = compose_para(c, (struct place){ section, n != NULL ? n : after_bases }, ROLE_RESOLVES, words, c->meta->kind.pos);
	n->u.para.space_before = ROOM;
}

/* ---- giấy giới thiệu ---- */

/* "… trân trọng giới thiệu:" stands in the middle, alone on its line (form 1.8). */
static void introduces(struct ctx *c, struct node *n)
{
	if (n == NULL || n->kind != NODE_PARA || n->generated || (n->u.para.role != ROLE_BODY && n->u.para.role != ROLE_ITEM) ||
		!compose_ends(compose_bare(c, doc_text(c->d, n), ""), "giới thiệu:"))
		return;
	n->u.para.role = ROLE_ADDRESSEE;
	if (n->next != NULL && n->next->kind == NODE_PARA)
		n->next->u.para.space_before = 120;
}

/* ---- end mark ---- */

static void end_mark(struct ctx *c, const struct node *section)
{
	const struct node *n = section->last;
	const char *s;

	while (n != NULL && n->kind != NODE_PARA)
		n = n->prev;
	if (n == NULL || n->generated)
		return;
	s = compose_bare(c, doc_text(c->d, n), "");
	if (!c->form->party && !compose_ends(s, c->form->text_end))
		diag_put(c->g, &COMPOSE_END_MARK, n->pos);
	if (c->form->party && (compose_ends(s, "./.") || !compose_ends(s, c->form->text_end)))
		diag_put(c->g, &COMPOSE_END_MARK_PARTY, n->pos);
}

void compose_body(struct ctx *c, struct place at, const struct meta *m, const struct kind *k)
{
	/* A resolution of the Party is a text of its own: grounds and formula only where grounds are given. */
	bool decision = k->bases && (!c->form->party || k->id == KIND_QUYET_DINH || m->bases.n > 0);
	struct node *after, *formula = NULL;
	bool alone = true;

	if (at.ref == NULL)
		diag_put(c->g, &COMPOSE_NO_BODY, m->pos);
	else
		end_mark(c, at.section);
	if (k->id == KIND_GIAY_GIOI_THIEU)
		introduces(c, at.ref);
	after = typed_bases(c, at.ref, decision);
	if (decision && k->resolves != NULL)
		formula = typed_resolves(c, after, k->resolves, &alone);
	if (decision) {
		if (alone) /* else the formula names whoever decides */
			compose_para(c, at, ROLE_AUTHORITY, authority(c, m), m->authority.pos);
		if (m->bases.n == 0 && after == at.ref && at.ref != NULL)
			diag_put(c->g, &COMPOSE_NO_BASIS, m->pos);
	}
	bases(c, at, m, after != at.ref);
	if (decision && k->resolves != NULL)
		resolves(c, at.section, after, formula, k->resolves);
}
