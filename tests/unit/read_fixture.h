/* What the tests of the readers share: a draft from a string, its dump, its findings. */
#ifndef TESTS_READ_FIXTURE_H
#define TESTS_READ_FIXTURE_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "read/read.h"

struct reading {
	struct arena *a;
	struct diag g;
	struct doc *d;
	struct buf text;
};

static inline struct reading reading_of(const char *dir, const char *text, size_t n)
{
	struct reading r = {.a = arena_new()};
	diag_init(&r.g, r.a);
	r.d = read_draft_text(r.a, "t.md", dir, text, n, &r.g);
	diag_sort(&r.g);
	return r;
}

static inline void reading_end(struct reading *r)
{
	buf_free(&r->text);
	arena_free(r->a);
}

/* "line:col id" of each finding, a space between. */
static inline const char *reading_findings(struct reading *r)
{
	buf_clear(&r->text);
	buf_puts(&r->text, "");
	for (size_t i = 0; i < r->g.n; i++)
		buf_printf(&r->text, "%s%u:%u %s", i ? ", " : "", r->g.items[i].pos.line, r->g.items[i].pos.col, r->g.items[i].msg->id);
	return r->text.data ? r->text.data : "";
}

/* The draft's findings must be those. */
static inline void expect_findings(const char *draft, const char *want)
{
	struct reading r = reading_of(NULL, draft, strlen(draft));
	assert_string_equal(reading_findings(&r), want);
	reading_end(&r);
}

/* The draft's meta data must be those lines, without a finding. */
static inline void expect_meta(const char *draft, const char *want)
{
	struct reading r = reading_of(NULL, draft, strlen(draft));
	assert_string_equal(reading_findings(&r), "");
	buf_clear(&r.text);
	meta_dump(r.d->meta, &r.text);
	assert_string_equal(r.text.data ? r.text.data : "", want);
	reading_end(&r);
}

/* The body's dump: what stands below the line "section". */
static inline void expect_body_of(const char *kind, const char *body, const char *want)
{
	struct buf draft = BUF_INIT;
	buf_printf(&draft, "---\nloại: %s\n---\n%s", kind, body);
	struct reading r = reading_of(NULL, draft.data, draft.len);
	assert_string_equal(reading_findings(&r), "");
	buf_clear(&r.text);
	doc_dump(r.d, &r.text);
	const char *p = strstr(r.text.data, "section");
	assert_non_null(p);
	assert_string_equal(strchr(p, '\n') + 1, want);
	reading_end(&r);
	buf_free(&draft);
}

static inline void expect_body(const char *body, const char *want)
{
	expect_body_of("Báo cáo", body, want);
}

/* A body's findings; its first line is line 4. */
static inline void expect_body_findings(const char *body, const char *want)
{
	struct buf draft = BUF_INIT;
	buf_printf(&draft, "---\nloại: Báo cáo\n---\n%s", body);
	expect_findings(draft.data, want);
	buf_free(&draft);
}
#endif
