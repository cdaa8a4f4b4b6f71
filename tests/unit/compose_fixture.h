/* Documents made by hand, for the tests of compose. */
#ifndef COMPOSE_FIXTURE_H
#define COMPOSE_FIXTURE_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "compose/compose.h"
#include "form/form.h"
#include "form/kind.h"
#include "model/doc.h"

struct fixture {
	struct arena *a;
	struct diag g;
	struct doc *d;
	struct meta *m;
	struct node *body;
};

static const struct pos at = { "x.md", 1, 1 };

static inline struct text T(const char *s)
{
	return (struct text){ s, at };
}

static inline void push(struct fixture *f, struct texts *t, const char *s)
{
	ARENA_PUSH(f->a, t->v, t->n, t->cap, T(s));
}

static inline struct signer *sign(struct fixture *f, struct meta *m, const char *title, const char *name)
{
	struct signer s = { .name = T(name) };

	if (title)
		push(f, &s.titles, title);
	ARENA_PUSH(f->a, m->signers, m->n_signers, m->cap_signers, s);
	return &m->signers[m->n_signers - 1];
}

static inline struct issuer *issuer(struct fixture *f, struct meta *m, const char *parent, const char *name, const char *abbr)
{
	struct issuer s = { .name = T(name), .abbr = T(abbr) };

	if (parent)
		push(f, &s.parents, parent);
	ARENA_PUSH(f->a, m->issuers, m->n_issuers, m->cap_issuers, s);
	return &m->issuers[m->n_issuers - 1];
}

static inline struct meta *meta_new(struct fixture *f)
{
	struct meta *m = ARENA_NEW(f->a, struct meta);

	m->pos = at;
	m->choice.para_after = -1;
	return m;
}

static inline struct part *part(struct fixture *f, enum part_kind kind, struct meta *m)
{
	struct part p = { .kind = kind, .meta = m };

	p.section = doc_add(f->d, f->d->root, NODE_SECTION, at);
	ARENA_PUSH(f->a, f->d->parts, f->d->n_parts, f->d->cap_parts, p);
	return &f->d->parts[f->d->n_parts - 1];
}

/* A sound tờ trình of a department. */
static inline int set_up(void **state)
{
	struct arena *a = arena_new();
	struct fixture *f = ARENA_NEW(a, struct fixture);

	f->a = a;
	diag_init(&f->g, a);
	f->d = doc_new(a);
	f->m = f->d->meta = meta_new(f);
	f->body = part(f, PART_MAIN, f->m)->section;
	f->m->kind = T("Tờ trình");
	issuer(f, f->m, "UBND tỉnh Bình Minh", "Sở Nội vụ", "SNV");
	f->m->number = T("5");
	f->m->place = T("Bình Minh");
	f->m->date = (struct date){ 5, 1, 2026 };
	f->m->subject = T("Về việc thử nghiệm");
	push(f, &f->m->addressees, "Ủy ban nhân dân tỉnh");
	push(f, &f->m->recipients, "Như trên");
	push(f, &f->m->recipients, "Lưu: VT, TCCB");
	sign(f, f->m, "Giám đốc", "Trần Văn Một");
	doc_para(f->d, f->body, ROLE_BODY, "Kính trình xem xét./.", 0, at);
	*state = f;
	return 0;
}

static inline int tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->a);
	return 0;
}

/* First node of a role below top, in reading order. */
static inline struct node *find(struct node *top, enum role r)
{
	for (struct node *n = top; n; n = doc_walk(top, n))
		if (n->kind == NODE_PARA && n->u.para.role == r)
			return n;
	return NULL;
}

static inline int count(struct node *top, enum role r)
{
	int k = 0;

	for (struct node *n = top; n; n = doc_walk(top, n))
		k += n->kind == NODE_PARA && n->u.para.role == r;
	return k;
}

/* Text of the first paragraph of a role, no-break spaces shown as "_". */
static inline const char *text_of(struct fixture *f, struct node *top, enum role r)
{
	struct node *n = find(top, r);
	char *s = n ? doc_text(f->d, n) : arena_strdup(f->a, "(none)"), *to = s;

	for (const char *p = s; *p; p++) {
		if ((unsigned char)p[0] == 0xc2 && (unsigned char)p[1] == 0xa0) {
			*to++ = '_';
			p++;
		} else {
			*to++ = *p;
		}
	}
	*to = '\0';
	return s;
}

static inline bool found(const struct fixture *f, const char *id)
{
	for (size_t i = 0; i < f->g.n; i++)
		if (strcmp(f->g.items[i].msg->id, id) == 0)
			return true;
	return false;
}

#define is(r, s) assert_string_equal(text_of(f, f->d->root, (r)), (s))
#define ok() assert_int_equal(compose(f->d, &f->g), 0)
#define CASE(t) cmocka_unit_test_setup_teardown(t, set_up, tear_down)
#endif
