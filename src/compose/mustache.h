#ifndef COMPOSE_MUSTACHE_H
#define COMPOSE_MUSTACHE_H
/* Mustache (the specification's core: variables, sections, inverted sections, comments, partials, delimiters) between a template's
 * text and whoever takes what comes out: what becomes of a value is the taker's business. */
#include "base/diag.h"
#include "model/value.h"

enum { MUSTACHE_NAME_BYTES = 200, MUSTACHE_PARTS = 16 /* of a dotted name */, MUSTACHE_STEPS = 4000000 /* tags and texts of one run */ };

enum mustache_kind { MUSTACHE_TEXT, MUSTACHE_VALUE, MUSTACHE_SECTION, MUSTACHE_INVERTED, MUSTACHE_PARTIAL };
struct mustache_name {
	const char *typed;              /* "cơ quan.tên" */
	size_t n;                       /* parts; 0: "." */
	const char *fold[MUSTACHE_PARTS];
	uint32_t hash[MUSTACHE_PARTS];
};
struct mustache;
struct mustache_node {
	enum mustache_kind kind;
	struct pos pos;
	const char *text; size_t n;     /* TEXT; PARTIAL: what stood before a tag alone on its line */
	struct mustache_name *name;     /* VALUE, SECTION, INVERTED */
	bool raw;                       /* VALUE: {{{x}}}, {{&x}} */
	struct mustache_node *v; size_t n_v, cap_v; /* SECTION, INVERTED */
	const struct mustache *partial; /* PARTIAL; NULL: nothing */
};
struct mustache { struct mustache_node root; /* a section without a name */ };

/* How partials are found while a template is read: the template read before (or being read) under that name, NULL if there is
 * none (noted by the finder if that is a fault). */
struct mustache_finder { const struct mustache *(*find)(void *ctx, const char *name, struct pos at); void *ctx; };
/* Reads n bytes of a template into *m; file stands in findings. The text must live as long. False if there are errors (in g). */
bool mustache_read(struct arena *a, struct mustache *m, const char *file, const char *text, size_t n, const struct mustache_finder *f,
	struct diag *g);

/* Who takes what comes out, in order. */
struct mustache_taker {
	void (*text)(void *ctx, const char *s, size_t n, struct pos from);
	void (*value)(void *ctx, const char *s, const struct mustache_node *tag);
	bool (*full)(void *ctx);        /* true ends the run (the taker says why); NULL: never */
	void *ctx;
	bool strict;                    /* of templates: an unknown name is an error, and so is a list where a text is wanted; elements
	                                 * of lists know số thứ tự (1 2 3), chữ cái (a b c d đ), số La Mã (I II), đầu and cuối */
	int depth;                      /* most sections and partials inside one another */
};
/* Fills a template. False if there are errors. */
bool mustache_run(struct arena *a, const struct mustache *m, const struct value *root, const struct mustache_taker *t, struct diag *g);
#endif
