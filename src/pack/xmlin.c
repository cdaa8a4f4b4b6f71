#include "pack/xmlin.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include <libxml/xmlreader.h>

struct xml_in {
	xmlTextReaderPtr reader;
	bool end_next;            /* an empty element was begun */
	enum xml_event last;      /* DONE or BAD: nothing comes after it */
};

static void free_reader(void *p)
{
	xmlFreeTextReader(p);
}

static void be_silent(void *arg, const char *msg, xmlParserSeverities severity, xmlTextReaderLocatorPtr at)
{
	(void)arg, (void)msg, (void)severity, (void)at;
}

struct xml_in *xml_in_new(struct arena *a, const void *data, size_t n)
{
	struct xml_in *x = ARENA_NEW(a, struct xml_in);
	x->last = XML_IN_BAD;
	if (n == 0 || n > INT_MAX)
		return x;
	x->reader = xmlReaderForMemory(data, (int)n, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
	if (!x->reader)
		return x;
	xmlTextReaderSetErrorHandler(x->reader, be_silent, NULL);
	arena_closer(a, free_reader, x->reader);
	x->last = XML_IN_START;
	return x;
}

static enum xml_event stop(struct xml_in *x, enum xml_event e)
{
	return x->last = e;
}

enum xml_event xml_in_next(struct xml_in *x)
{
	if (x->last == XML_IN_DONE || x->last == XML_IN_BAD)
		return x->last;
	if (x->end_next) {
		x->end_next = false;
		return XML_IN_END;
	}
	for (;;) {
		int got = xmlTextReaderRead(x->reader);
		if (got != 1)
			return stop(x, got == 0 ? XML_IN_DONE : XML_IN_BAD);
		if (xmlTextReaderDepth(x->reader) > XML_IN_DEPTH)
			return stop(x, XML_IN_BAD);
		switch (xmlTextReaderNodeType(x->reader)) {
		case XML_READER_TYPE_ELEMENT:
			x->end_next = xmlTextReaderIsEmptyElement(x->reader) == 1;
			return XML_IN_START;
		case XML_READER_TYPE_END_ELEMENT:
			return XML_IN_END;
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_WHITESPACE:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
			return XML_IN_TEXT;
		case XML_READER_TYPE_DOCUMENT_TYPE:
		case XML_READER_TYPE_ENTITY:
		case XML_READER_TYPE_ENTITY_REFERENCE:
			return stop(x, XML_IN_BAD);
		default: /* comments, processing instructions, the declaration */
			break;
		}
	}
}

static const char *or_empty(const xmlChar *s) { return s ? (const char *)s : ""; }

const char *xml_in_name(const struct xml_in *x) { return or_empty(xmlTextReaderConstLocalName(x->reader)); }
const char *xml_in_space(const struct xml_in *x) { return or_empty(xmlTextReaderConstNamespaceUri(x->reader)); }
const char *xml_in_text(const struct xml_in *x) { return or_empty(xmlTextReaderConstValue(x->reader)); }

unsigned xml_in_line(const struct xml_in *x)
{
	xmlNode *node = x->reader && x->last != XML_IN_BAD ? xmlTextReaderCurrentNode(x->reader) : NULL;
	long line = node ? xmlGetLineNo(node) : x->reader ? xmlTextReaderGetParserLineNumber(x->reader) : 0;
	return line > 0 ? (unsigned)line : 0;
}

const char *xml_in_attr(const struct xml_in *x, const char *name)
{
	const xmlNode *node = xmlTextReaderCurrentNode(x->reader);
	for (const xmlAttr *p = node ? node->properties : NULL; p; p = p->next)
		if (!strcmp((const char *)p->name, name))
			return p->children ? or_empty(p->children->content) : "";
	return NULL;
}

size_t xml_in_attrs(const struct xml_in *x, struct xml_attr *out, size_t most)
{
	const xmlNode *node = xmlTextReaderCurrentNode(x->reader);
	size_t n = 0;
	for (const xmlAttr *p = node ? node->properties : NULL; p && n < most; p = p->next)
		out[n++] = (struct xml_attr){(const char *)p->name, p->children ? or_empty(p->children->content) : ""};
	return n;
}
