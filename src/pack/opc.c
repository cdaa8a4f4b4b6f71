#include "pack/opc.h"

#include <string.h>

enum { RELATIONS = 20000, LONGEST = 2000 /* of an id, a type, a target; longer ones are passed over */ };

static long give(void *ctx, char *to, size_t n)
{
	return unzip_stream_read(ctx, to, n);
}

bool opc_open(struct unzip *z, const char *name, struct opc_part *out, const char **why)
{
	out->arena = arena_new(); /* of its own: parts are opened again and again */
	out->stream = unzip_stream(out->arena, z, name, why);
	if (!out->stream) {
		arena_free(out->arena);
		*out = (struct opc_part){0};
		return false;
	}
	out->x = xml_pull_new(out->arena, give, out->stream);
	return true;
}

void opc_close(struct opc_part *p)
{
	arena_free(p->arena);
	*p = (struct opc_part){0};
}

enum xml_event opc_next(struct opc_part *p)
{
	enum xml_event e;
	do
		e = xml_pull_next(p->x);
	while (e == XML_IN_TEXT);
	return e;
}

bool opc_yes(const struct opc_part *p, const char *name)
{
	const char *v = xml_pull_attr(p->x, name);
	return v && (!strcmp(v, "1") || !strcmp(v, "true") || !strcmp(v, "on"));
}

/* ---- relationships ---- */

static int hex(char c)
{
	const char *digits = "0123456789abcdef", *p = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;
	return p ? (int)(p - digits) : -1;
}

/* "%20" and backslashes in a target, as some programs write them. */
static char *plain_target(struct arena *a, const char *target)
{
	char *copy = arena_strdup(a, target), *o = copy;
	for (const char *p = copy; *p; p++) {
		if (*p == '%' && hex(p[1]) >= 0 && hex(p[2]) > 0) {
			*o++ = (char)(hex(p[1]) * 16 + hex(p[2]));
			p += 2;
		} else {
			*o++ = *p == '\\' ? '/' : *p;
		}
	}
	*o = '\0';
	return copy;
}

/* Name of the member that a target of a part in folder dir means ("xl/", "" at the top); what would lead out stays at the top. */
static const char *member_of(struct arena *a, const char *dir, const char *target)
{
	char *t = plain_target(a, target), *all = *t == '/' ? t + 1 : arena_printf(a, "%s%s", dir, t), *out = arena_alloc(a, strlen(all) + 1), *o = out;
	for (const char *p = all; *p;) {
		size_t n = strcspn(p, "/");
		if (n == 2 && p[0] == '.' && p[1] == '.') {
			*o = '\0';
			if (o > out)
				o[-1] = '\0';
			char *slash = strrchr(out, '/');
			o = slash ? slash + 1 : out;
		} else if (n && !(n == 1 && *p == '.')) {
			memcpy(o, p, n);
			o += n;
			if (p[n])
				*o++ = '/';
		}
		p += n + (p[n] == '/');
	}
	*o = '\0';
	return out;
}

void opc_rels(struct arena *a, struct unzip *z, const char *part, struct opc_rels *out)
{
	const char *slash = strrchr(part, '/'), *base = slash ? slash + 1 : part, *dir = arena_strndup(a, part, (size_t)(base - part)), *why;
	struct opc_part p;
	if (!opc_open(z, arena_printf(a, "%s_rels/%s.rels", dir, base), &p, &why))
		return;
	for (enum xml_event e = opc_next(&p); e != XML_IN_DONE && e != XML_IN_BAD && out->n < RELATIONS; e = opc_next(&p)) {
		if (e != XML_IN_START || strcmp(xml_pull_name(p.x), "Relationship"))
			continue;
		const char *id = xml_pull_attr(p.x, "Id"), *type = xml_pull_attr(p.x, "Type"), *target = xml_pull_attr(p.x, "Target"),
			*mode = xml_pull_attr(p.x, "TargetMode");
		if (!id || !type || !target || strlen(id) > LONGEST || strlen(type) > LONGEST || strlen(target) > LONGEST)
			continue;
		bool external = mode && !strcmp(mode, "External");
		struct opc_rel r = {arena_strdup(a, id), arena_strdup(a, type), external ? "" : member_of(a, dir, target), external};
		ARENA_PUSH(a, out->v, out->n, out->cap, r);
	}
	opc_close(&p);
}

static bool ends(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);
	return n >= k && !strcmp(s + n - k, end);
}

const struct opc_rel *opc_rel_type(const struct opc_rels *r, const char *end)
{
	for (size_t i = 0; i < r->n; i++)
		if (!r->v[i].external && ends(r->v[i].type, end))
			return &r->v[i];
	return NULL;
}

const struct opc_rel *opc_rel_id(const struct opc_rels *r, const char *id)
{
	for (size_t i = 0; i < r->n; i++)
		if (!strcmp(r->v[i].id, id))
			return &r->v[i];
	return NULL;
}
