/* Registers in XML: the form of templates/so-theo-doi.rng, which the file is held against first. */
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "pack/xmlcheck.h"
#include "pack/xmlin.h"
#include "read/reg_in.h"
#include <string.h>

/* Where in the form reading is: <so-theo-doi><nhiem-vu><noi-dung>. */
enum { OUTSIDE, TOP, ROW, VALUE };

static bool well_formed(struct reg_in *in, const char *path, const char *data, size_t n)
{
	struct arena *a = arena_new();
	struct xml_in *x = xml_in_new(a, data, n);
	enum xml_event e;
	do
		e = xml_in_next(x);
	while (e != XML_IN_DONE && e != XML_IN_BAD);
	unsigned line = e == XML_IN_BAD ? xml_in_line(x) : 0;
	arena_free(a);
	if (e == XML_IN_BAD)
		diag_put(in->g, &reg_msgs[REG_BAD_XML], (struct pos){path, line, 0});
	return e == XML_IN_DONE;
}

static bool valid(struct reg_in *in, const char *path, const char *data, size_t n)
{
	struct xml_misfits wrong;
	const char *dir = file_data_dir(in->arena, "templates");
	enum xml_check c = xml_check(in->arena, data, n, dir ? file_join(in->arena, dir, "so-theo-doi.rng") : NULL, &wrong);
	if (c == XML_CHECK_NO_SCHEMA)
		diag_put(in->g, &reg_msgs[REG_NO_SCHEMA], (struct pos){path, 0, 0});
	for (size_t i = 0; c == XML_CHECK_WRONG && i < wrong.n; i++)
		diag_put(in->g, &reg_msgs[REG_XML_SHAPE], (struct pos){path, wrong.v[i].line, 0}, utf8_short(in->arena, wrong.v[i].name));
	if (c == XML_CHECK_WRONG && !wrong.n)
		diag_put(in->g, &reg_msgs[REG_BAD_XML], (struct pos){path, 0, 0});
	return c == XML_CHECK_GOOD;
}

bool reg_read_xml(struct reg_in *in, const char *path, char *data, size_t n, struct reg_tree *t)
{
	if (!well_formed(in, path, data, n) || !valid(in, path, data, n))
		return false;
	struct xml_in *x = xml_in_new(in->arena, data, n);
	struct reg_leaves *row = NULL;
	struct pos pos = {path, 0, 0};
	struct buf text = BUF_INIT;
	const char *key = "";
	int depth = OUTSIDE;
	for (enum xml_event e; (e = xml_in_next(x)) != XML_IN_DONE && e != XML_IN_BAD;) {
		if (e == XML_IN_START) {
			const char *own = xml_in_attr(x, "ten");
			pos.line = xml_in_line(x);
			buf_clear(&text);
			depth++;
			if (depth == ROW)
				row = reg_tree_row(in, t, (enum reg_table)reg_tree_table(in->arena, xml_in_name(x)), pos);
			else if (depth == VALUE)
				key = arena_strdup(in->arena, own ? own : xml_in_name(x));
		} else if (e == XML_IN_TEXT && depth == VALUE) {
			buf_puts(&text, xml_in_text(x));
		} else if (e == XML_IN_END) {
			if (depth == VALUE && text.len)
				reg_tree_put(in, row, key, arena_strndup(in->arena, text.data, text.len), pos);
			depth--;
		}
	}
	buf_free(&text);
	return true;
}
