#include "read/docxrels.h"
#include <string.h>
#include "pack/xmlin.h"

enum { MAX_RELS = 5000 };

static bool ends(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);
	return n >= k && !strcmp(s + n - k, end);
}

/* The target as a member's name: from the folder of the part, or from the root where it begins with "/". */
static const char *member_of(struct arena *a, const char *part, const char *target)
{
	const char *slash = strrchr(part, '/');
	size_t dir = slash ? (size_t)(slash + 1 - part) : 0;
	if (*target == '/')
		return arena_strdup(a, target + 1);
	for (;;) {
		if (!strncmp(target, "./", 2)) {
			target += 2;
		} else if (!strncmp(target, "../", 3) && dir > 0) {
			target += 3;
			for (dir--; dir > 0 && part[dir - 1] != '/';)
				dir--;
		} else {
			return arena_printf(a, "%.*s%s", (int)dir, part, target);
		}
	}
}

void docx_rels_read(struct arena *a, struct unzip *z, const char *part, struct docx_rels *out)
{
	const char *slash = strrchr(part, '/'), *name = slash ? slash + 1 : part, *why;
	size_t n;
	char *data = unzip_read(z, arena_printf(a, "%.*s_rels/%s.rels", (int)(name - part), part, name), &n, &why);
	if (!data)
		return;
	struct xml_in *x = xml_in_new(a, data, n);
	for (enum xml_event e = xml_in_next(x); e != XML_IN_DONE && e != XML_IN_BAD && out->n < MAX_RELS; e = xml_in_next(x)) {
		const char *id, *type, *target, *mode;
		if (e != XML_IN_START || strcmp(xml_in_name(x), "Relationship") != 0)
			continue;
		id = xml_in_attr(x, "Id"), type = xml_in_attr(x, "Type"), target = xml_in_attr(x, "Target"), mode = xml_in_attr(x, "TargetMode");
		if (!id || !type || !target)
			continue;
		if (mode && !strcmp(mode, "External")) {
			out->n_outside += !ends(type, "/hyperlink");
			continue;
		}
		struct docx_rel r = {arena_strdup(a, id), arena_strdup(a, type), member_of(a, part, target)};
		ARENA_PUSH(a, out->v, out->n, out->cap, r);
	}
}

const struct docx_rel *docx_rel_type(const struct docx_rels *r, const char *end)
{
	for (size_t i = 0; i < r->n; i++)
		if (ends(r->v[i].type, end))
			return &r->v[i];
	return NULL;
}

const struct docx_rel *docx_rel_id(const struct docx_rels *r, const char *id)
{
	for (size_t i = 0; id && i < r->n; i++)
		if (!strcmp(r->v[i].id, id))
			return &r->v[i];
	return NULL;
}

const char *docx_main_part(struct arena *a, struct unzip *z)
{
	struct docx_rels package = {0};
	docx_rels_read(a, z, "", &package);
	const struct docx_rel *r = docx_rel_type(&package, "/officeDocument");
	return r ? r->target : "word/document.xml";
}
