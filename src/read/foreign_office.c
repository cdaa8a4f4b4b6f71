/* What an office says of all its documents (vanban.yaml) holds for files from elsewhere, too. */
#include <strings.h>
#include "read/foreign.h"
#include "read/front.h"

static bool alike(struct arena *a, const char *x, const char *y)
{
	return x && y && !strcasecmp(viet_fold(a, x), viet_fold(a, y));
}

/* The letters of the office belong to its own documents. */
static void take_letters(struct doc *d, const struct meta *office)
{
	for (size_t i = 0; i < d->meta->n_issuers && i < office->n_issuers; i++) {
		struct issuer *to = &d->meta->issuers[i];
		const struct issuer *from = &office->issuers[i];
		if (!to->abbr.s && (!from->name.s || alike(d->arena, to->name.s, from->name.s)))
			to->abbr = from->abbr;
	}
}

void foreign_office(struct doc *d, const char *dir, struct diag *g)
{
	const struct front *office = config_read(d->arena, dir, g);
	struct meta *m = d->meta;
	if (!office)
		return;
	for (size_t i = 0; i < office->meta->waivers.n; i++)
		ARENA_PUSH(d->arena, m->waivers.v, m->waivers.n, m->waivers.cap, office->meta->waivers.v[i]);
	for (size_t i = 0; i < office->meta->cited.n; i++)
		ARENA_PUSH(d->arena, m->cited.v, m->cited.n, m->cited.cap, office->meta->cited.v[i]);
	take_letters(d, office->meta);
}
