#include "run/record.h"
#include <string.h>

static const char *const state_names[RECORD_STATES] = { [RECORD_DONE] = "done", [RECORD_FAILED] = "failed", [RECORD_EMPTY] = "empty", [RECORD_GONE] = "gone"};

static void put_text(struct buf *b, const char *key, const char *value)
{
	buf_printf(b, ",\"%s\":", key);
	json_string(b, value);
}

void record_write(struct buf *b, const struct record *r)
{
	buf_puts(b, "{\"key\":");
	json_string(b, r->key);
	put_text(b, "name", r->name);
	put_text(b, "state", state_names[r->state]);
	if (r->state == RECORD_DONE) {
		put_text(b, "input", r->input);
		buf_printf(b, ",\"pages\":%zu,\"warnings\":%zu", r->pages, r->warnings);
	}
	if (r->merged_page > 0)
		buf_printf(b, ",\"merged\":{\"first\":%zu,\"last\":%zu}", r->merged_page, r->merged_page + r->pages - 1);
	buf_puts(b, ",\"outputs\":[");
	for (size_t i = 0; i < r->n_files; i++) {
		buf_puts(b, i > 0 ? ",{\"file\":" : "{\"file\":");
		json_string(b, r->files[i].name);
		buf_printf(b, ",\"bytes\":%zu", r->files[i].bytes);
		put_text(b, "sha256", r->files[i].sha256);
		buf_putc(b, '}');
	}
	buf_puts(b, "]}");
}

static size_t count_of(const struct json *j, const char *key)
{
	double v = json_get_number(j, key);

	return v > 0 && v < 1e12 ? (size_t)v : 0;
}

bool record_read(struct arena *a, const struct json *j, struct record *out)
{
	const char *state = json_get_text(j, "state");
	const struct json *list = json_get(j, "outputs");

	*out = (struct record){.key = json_get_text(j, "key"), .name = json_get_text(j, "name"), .input = json_get_text(j, "input"),
		.pages = count_of(j, "pages"), .warnings = count_of(j, "warnings"), .merged_page = count_of(json_get(j, "merged"), "first")};
	while (out->state < RECORD_STATES && strcmp(state, state_names[out->state]) != 0)
		out->state++;
	if (out->state == RECORD_STATES || *out->name == '\0')
		return false;
	for (const struct json *f = list != NULL ? list->first : NULL; f != NULL; f = f->next) {
		struct record_file file = { json_get_text(f, "file"), count_of(f, "bytes"), json_get_text(f, "sha256")};

		if (*file.name == '\0' || strchr(file.name, '/') != NULL)
			return false; /* no manifest of ours names files elsewhere */
		ARENA_PUSH(a, out->files, out->n_files, out->cap_files, file);
	}
	return true;
}
