/* manifest.json: what was made, from what. No clock and no folders in it: the same batch gives the same bytes anywhere. */
#include <string.h>
#include "base/file.h"
#include "run/batch_inner.h"

static void put_input(struct buf *b, const char *what, const char *path, const char *sum)
{
	if (path == NULL || *sum == '\0')
		return;
	buf_printf(b, "  \"%s\": {\"file\": ", what);
	json_string(b, file_base(path));
	buf_printf(b, ", \"sha256\": \"%s\"},\n", sum);
}

static void put_text(struct buf *b, const char *key, const char *value)
{
	buf_printf(b, ", \"%s\": ", key);
	json_string(b, value);
}

static void put_options(struct buf *b, const struct batch_options *o)
{
	buf_puts(b, "  \"options\": {\"to\": [");
	for (size_t i = 0; i < o->n_formats; i++) {
		buf_puts(b, i > 0 ? ", " : "");
		json_string(b, o->formats[i]);
	}
	buf_printf(b, "], \"quarter\": ");
	buf_printf(b, o->quarter > 0 ? "\"%d/%d\"" : "null", o->quarter, o->year);
	buf_puts(b, ", \"date\": ");
	buf_printf(b, o->has_date ? "\"%d/%d/%d\"" : "null", o->date.day, o->date.month, o->date.year);
	put_text(b, "by", o->by);
	put_text(b, "name", o->name);
	buf_printf(b, ", \"whole\": %s, \"fit\": %s, \"guards\": %s", o->whole ? "true" : "false", o->fit ? "true" : "false", o->bare ? "false" : "true");
	if (o->shards > 0)
		buf_printf(b, ", \"shard\": \"%u/%u\"", o->shard, o->shards);
	buf_puts(b, "},\n");
}

static void put_documents(struct buf *b, const struct batch_run *r)
{
	size_t n = 0;

	buf_puts(b, "  \"documents\": [");
	for (size_t k = 0; k < r->n_work; k++) {
		buf_puts(b, n++ > 0 ? ",\n    " : "\n    ");
		record_write(b, &r->b->docs[r->work[k]].record);
	}
	for (size_t k = 0; k < r->n_gone; k++) {
		buf_puts(b, n++ > 0 ? ",\n    " : "\n    ");
		record_write(b, &r->gone[k]);
	}
	buf_puts(b, "\n  ]");
}

void manifest_write(struct buf *b, const struct batch_run *r)
{
	const struct batch_options *o = r->o;

	buf_puts(b, "{\n  \"program\": ");
	json_string(b, o->version);
	buf_puts(b, ",\n");
	put_input(b, "template", o->template, r->template_sum);
	put_input(b, "register", o->data, r->data_sum);
	put_input(b, "previous", o->previous, r->previous_sum);
	put_input(b, "config", r->config, r->config_sum);
	put_options(b, o);
	put_documents(b, r);
	if (r->merged.name != NULL) {
		buf_puts(b, ",\n  \"merged\": {\"file\": ");
		json_string(b, r->merged.name);
		buf_printf(b, ", \"bytes\": %zu, \"sha256\": \"%s\", \"pages\": %zu}", r->merged.bytes, r->merged.sha256, r->merged_pages);
	}
	buf_puts(b, "\n}\n");
}
