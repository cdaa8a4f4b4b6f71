/* The signature block of one signer (Phụ lục I, Phần I, Mục II.7; the Party's: nd30.md 5.5). */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"

enum { SLOT_NAME = 24};

/* A line of which all letters are capitals. */
static bool in_capitals(struct ctx *c, const char *s)
{
	return strcmp(s, utf8_upper(c->a, s)) == 0 && strcmp(s, utf8_lower(c->a, s)) != 0;
}

/* Several lines of which one stands in capitals as typed are printed as typed: [PHÓ BÍ THƯ, kiêm, PHÓ TRƯỞNG BAN].
 * The prefixes are capitals anyhow and say nothing. */
static bool as_typed(struct ctx *c, const struct texts *t)
{
	for (size_t i = 0; i < t->n && t->n > 1; i++)
		if (compose_given(&t->v[i]) && in_capitals(c, t->v[i].s))
			return true;
	return false;
}

static bool is_prefix(struct ctx *c, const char *s)
{
	static const char *const words[] = { "T/M", "K/T", "T/L", "TM.", "KT.", "TL.", "TUQ.", "Q."};

	s = compose_bare(c, s, "");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncasecmp(s, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

bool compose_confirms(struct ctx *c, const struct signer *s)
{
	return compose_given(&s->role) && compose_begins(c, s->role.s, "Xác nhận");
}

bool compose_has_signer(const struct signer *s)
{
	if (compose_given(&s->name) || compose_given(&s->role))
		return true;
	for (size_t i = 0; i < s->titles.n; i++)
		if (compose_given(&s->titles.v[i]))
			return true;
	return false;
}

static void titles(struct ctx *c, struct node *cell, const struct signer *s)
{
	bool typed = as_typed(c, &s->titles);

	for (size_t i = 0; i < s->titles.n; i++) {
		const struct text *t = &s->titles.v[i];
		bool bold = !c->form->party || is_prefix(c, t->s != NULL ? t->s : "");

		if (compose_given(t))
			compose_in(c, cell, bold ? ROLE_SIGN_TITLE : ROLE_SIGN_POSITION, typed ? t->s : utf8_upper(c->a, t->s), t->pos);
	}
}

/* The role in minutes: THƯ KÝ, CHỦ TỌA (form 1.9); the Party's words are its own (nd30.md 5.5). */
static const char *role_words(struct ctx *c, const char *s)
{
	if (c->form->party && compose_begins(c, s, "thư ký"))
		return "NGƯỜI GHI BIÊN BẢN";
	if (c->form->party && (compose_begins(c, s, "chủ tọa") || compose_begins(c, s, "chủ trì")))
		return "CHỦ TRÌ HỘI NGHỊ";
	return utf8_upper(c->a, s);
}

/* The words of a confirmation stay in small letters (form 1.10). */
static void role(struct ctx *c, struct node *cell, const struct signer *s)
{
	if (!compose_given(&s->role))
		return;
	if (compose_confirms(c, s))
		compose_in(c, cell, ROLE_SIGN_NOTE, s->role.s, s->role.pos);
	else
		compose_in(c, cell, ROLE_SIGN_TITLE, role_words(c, s->role.s), s->role.pos);
}

/* Another title stands above the name, in one paragraph with it: the room for the signature is above both (II.7.c). */
void compose_signer_name(struct ctx *c, struct node *cell, const struct signer *s)
{
	struct node *n = compose_in(c, cell, ROLE_SIGN_NAME, NULL, s->name.pos);

	if (compose_given(&s->over_name)) {
		compose_text(c, n, utf8_upper(c->a, s->over_name.s), 0);
		compose_text(c, n, "\n", 0);
	}
	compose_text(c, n, compose_given(&s->name) ? s->name.s : compose_blank(c, SLOT_NAME), 0);
}

void compose_signer_titles(struct ctx *c, struct node *cell, const struct signer *s)
{
	role(c, cell, s);
	titles(c, cell, s);
	if (cell->first == NULL)
		compose_in(c, cell, ROLE_SIGN_TITLE, compose_blank(c, SLOT_NAME), s->name.pos);
}
