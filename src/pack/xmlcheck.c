#include "pack/xmlcheck.h"

#include <limits.h>
#include <stdlib.h>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

struct telling { struct arena *arena; struct xml_misfits *out; };

/* libxml2 tells of a misfit once where it is and again for what stands around it, all with a line. */
static void take(void *ctx, xmlErrorPtr e)
{
	struct telling *t = ctx;
	const xmlNode *node = e->node;
	unsigned line = node ? (unsigned)xmlGetLineNo(node) : e->line > 0 ? (unsigned)e->line : 0;
	const char *name = node && node->name ? (const char *)node->name : e->str1 ? e->str1 : "";
	for (size_t i = 0; i < t->out->n; i++)
		if (t->out->v[i].line == line)
			return;
	if (t->out->n < XML_CHECK_FAULTS)
		t->out->v[t->out->n++] = (struct xml_misfit){line, arena_strdup(t->arena, name)};
}

static void be_silent(void *ctx, xmlErrorPtr e)
{
	(void)ctx, (void)e;
}

static int by_line(const void *a, const void *b)
{
	unsigned x = ((const struct xml_misfit *)a)->line, y = ((const struct xml_misfit *)b)->line;
	return (x > y) - (x < y);
}

static xmlRelaxNGPtr load(const char *path)
{
	xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(path);
	if (!parser)
		return NULL;
	xmlRelaxNGSetParserStructuredErrors(parser, be_silent, NULL);
	xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	return schema;
}

enum xml_check xml_check(struct arena *a, const void *data, size_t n, const char *path, struct xml_misfits *out)
{
	struct telling t = {a, out};
	out->n = 0;
	xmlRelaxNGPtr schema = path ? load(path) : NULL;
	if (!schema)
		return XML_CHECK_NO_SCHEMA;
	xmlDocPtr doc = n > INT_MAX ? NULL : xmlReadMemory(data, (int)n, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
	xmlRelaxNGValidCtxtPtr judge = doc ? xmlRelaxNGNewValidCtxt(schema) : NULL;
	enum xml_check result = XML_CHECK_WRONG;
	if (judge) {
		xmlRelaxNGSetValidStructuredErrors(judge, take, &t);
		if (xmlRelaxNGValidateDoc(judge, doc) == 0)
			result = XML_CHECK_GOOD;
	}
	if (judge)
		xmlRelaxNGFreeValidCtxt(judge);
	if (doc)
		xmlFreeDoc(doc);
	xmlRelaxNGFree(schema);
	for (size_t i = 0; i < out->n && out->n > 1; i++)
		if (!out->v[i].line)
			out->v[i--] = out->v[--out->n]; /* of the whole: what is wrong in it stands beside it */
	qsort(out->v, out->n, sizeof *out->v, by_line);
	return result;
}
