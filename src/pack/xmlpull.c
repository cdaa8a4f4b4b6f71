#include "pack/xmlpull.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/buf.h"

enum { PIECE = 16384 };

/* An event that waits to be asked for. Names are of libxml2's dictionary and live as long as the parser. */
struct waiting {
	enum xml_event kind;
	const char *name;
	size_t at, n;            /* TEXT: bytes in texts; START: first attribute, and how many */
};
struct attribute { const char *name; size_t at; }; /* value in texts, NUL-terminated */

struct xml_pull {
	xmlParserCtxtPtr parser;
	xml_source *source;
	void *ctx;
	struct waiting *events; size_t n_events, cap_events, next;
	struct attribute *attrs; size_t n_attrs, cap_attrs;
	struct buf texts;
	const struct waiting *now;
	int depth;
	bool bad, ended, starved;
	char piece[PIECE];
};

/* ---- what the parser tells ---- */

static void stop(struct xml_pull *x)
{
	x->bad = true;
	xmlStopParser(x->parser);
}

static void *more(void *items, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return items;
	*cap = *cap ? *cap * 2 : 256;
	void *p = realloc(items, *cap * size);
	if (!p) {
		fputs("vanban: out of memory\n", stderr);
		exit(2);
	}
	return p;
}

static struct waiting *push(struct xml_pull *x, enum xml_event kind, const char *name)
{
	x->events = more(x->events, x->n_events, &x->cap_events, sizeof *x->events);
	struct waiting *w = &x->events[x->n_events++];
	*w = (struct waiting){.kind = kind, .name = name};
	return w;
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_ns, const xmlChar **ns, int n,
	int n_default, const xmlChar **v)
{
	struct xml_pull *x = ctx;
	(void)prefix, (void)uri, (void)n_ns, (void)ns, (void)n_default;
	if (x->bad)
		return;
	if (++x->depth > XML_IN_DEPTH) {
		stop(x);
		return;
	}
	struct waiting *w = push(x, XML_IN_START, (const char *)name);
	w->at = x->n_attrs;
	w->n = (size_t)n;
	for (int i = 0; i < n; i++) { /* five pointers each: name, prefix, namespace, value, its end */
		x->attrs = more(x->attrs, x->n_attrs, &x->cap_attrs, sizeof *x->attrs);
		x->attrs[x->n_attrs++] = (struct attribute){(const char *)v[i * 5], x->texts.len};
		buf_put(&x->texts, v[i * 5 + 3], (size_t)(v[i * 5 + 4] - v[i * 5 + 3]));
		buf_putc(&x->texts, '\0');
	}
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct xml_pull *x = ctx;
	(void)prefix, (void)uri;
	if (x->bad)
		return;
	x->depth--;
	push(x, XML_IN_END, (const char *)name);
}

static void on_text(void *ctx, const xmlChar *s, int n)
{
	struct xml_pull *x = ctx;
	if (x->bad || n <= 0)
		return;
	struct waiting *last = x->n_events ? &x->events[x->n_events - 1] : NULL;
	if (!last || last->kind != XML_IN_TEXT)
		push(x, XML_IN_TEXT, NULL)->at = x->texts.len;
	buf_put(&x->texts, s, (size_t)n);
	last = &x->events[x->n_events - 1];
	last->n = x->texts.len - last->at;
}

static void on_doctype(void *ctx, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
	(void)name, (void)id, (void)uri;
	stop(ctx);
}

static void on_reference(void *ctx, const xmlChar *name)
{
	(void)name;
	stop(ctx);
}

static void be_silent(void *ctx, const char *msg, ...)
{
	(void)ctx, (void)msg;
}

/* ---- outside ---- */

static void release(struct xml_pull *x)
{
	if (x->parser && x->parser->myDoc)
		xmlFreeDoc(x->parser->myDoc);
	xmlFreeParserCtxt(x->parser);
	free(x->events);
	free(x->attrs);
	buf_free(&x->texts);
	x->parser = NULL;
	x->events = NULL;
	x->attrs = NULL;
	x->now = NULL;
	x->bad = true;
	x->n_events = x->next = 0;
}

static void closer(void *p)
{
	release(p);
}

void xml_pull_close(struct xml_pull *x)
{
	if (x)
		release(x);
}

struct xml_pull *xml_pull_new(struct arena *a, xml_source *source, void *ctx)
{
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end, .characters = on_text,
		.ignorableWhitespace = on_text, .cdataBlock = on_text, .internalSubset = on_doctype, .reference = on_reference, .error = be_silent,
		.warning = be_silent, .fatalError = be_silent};
	struct xml_pull *x = ARENA_NEW(a, struct xml_pull);
	x->source = source;
	x->ctx = ctx;
	arena_closer(a, closer, x);
	x->parser = xmlCreatePushParserCtxt(&sax, x, NULL, 0, NULL);
	if (x->parser)
		/* NOENT: "&amp;" in attributes, too, becomes "&"; there are no entities but the five, a document type being refused */
		xmlCtxtUseOptions(x->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	x->bad = !x->parser;
	return x;
}

/* Parses pieces until there are events, or no more can come. */
static void feed(struct xml_pull *x)
{
	x->n_events = x->n_attrs = x->next = 0;
	buf_clear(&x->texts);
	while (!x->n_events && !x->bad && !x->ended) {
		long n = x->source(x->ctx, x->piece, PIECE);
		if (n < 0) {
			x->bad = x->starved = true;
			return;
		}
		x->ended = n == 0;
		if (xmlParseChunk(x->parser, x->piece, (int)n, n == 0) != 0 || x->texts.failed)
			x->bad = true;
	}
}

enum xml_event xml_pull_next(struct xml_pull *x)
{
	x->now = NULL;
	if (x->next == x->n_events) /* what was understood before a fault is still given */
		feed(x);
	if (x->next == x->n_events)
		return x->bad ? XML_IN_BAD : XML_IN_DONE;
	x->now = &x->events[x->next++];
	return x->now->kind;
}

const char *xml_pull_name(const struct xml_pull *x) { return x->now && x->now->name ? x->now->name : ""; }

const char *xml_pull_text(const struct xml_pull *x, size_t *n)
{
	bool text = x->now && x->now->kind == XML_IN_TEXT;
	*n = text ? x->now->n : 0;
	return text ? x->texts.data + x->now->at : "";
}

const char *xml_pull_attr(const struct xml_pull *x, const char *name)
{
	if (!x->now || x->now->kind != XML_IN_START)
		return NULL;
	for (size_t i = 0; i < x->now->n; i++)
		if (!strcmp(x->attrs[x->now->at + i].name, name))
			return x->texts.data + x->attrs[x->now->at + i].at;
	return NULL;
}

bool xml_pull_starved(const struct xml_pull *x) { return x->starved; }
