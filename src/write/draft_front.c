/* The front matter of a draft: keys in the order in which the document shows what they say. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "write/draft_inner.h"

/* ---- texts ---- */

/* Whether a text can stand without quotes. mapping: ": " would make it a key. */
static bool plain(const char *s, bool mapping)
{
	size_t n = strlen(s);
	if (!n || strchr("\"'|>[{*&!#-?%@`,]} \t", *s) || s[n - 1] == ' ' || (mapping && (strstr(s, ": ") || s[n - 1] == ':')))
		return false;
	return !strstr(s, " #") && !strstr(s, "\t#");
}

/* The text as typed: blanks as brackets, line ends as "\ ". */
static void put_typed(struct buf *out, const char *s)
{
	while (*s) {
		if (!strncmp(s, "\u00A0", 2)) {
			buf_putc(out, '[');
			for (; !strncmp(s, "\u00A0", 2); s += 2)
				buf_putc(out, ' ');
			buf_putc(out, ']');
		} else if (*s == '\n') {
			buf_puts(out, " \\ ");
			s++;
		} else {
			buf_putc(out, *s++);
		}
	}
}

static void put_value(struct buf *out, const char *s, bool mapping)
{
	struct buf t = BUF_INIT;
	put_typed(&t, s);
	const char *typed = t.data ? t.data : "";
	bool slot = *s == '\xC2'; /* "[    ]" is read as a blank without quotes */
	if (slot ? plain(typed + 1, mapping) || typed[1] == ' ' : plain(typed, mapping)) {
		buf_puts(out, typed);
	} else {
		buf_putc(out, '"');
		for (const char *p = typed; *p; p++) {
			if (*p == '"' || *p == '\\')
				buf_putc(out, '\\');
			buf_putc(out, *p);
		}
		buf_putc(out, '"');
	}
	buf_free(&t);
}

static void put_text(struct buf *out, const char *key, const char *s)
{
	if (!s)
		return;
	buf_printf(out, "%s: ", key);
	put_value(out, s, false);
	buf_putc(out, '\n');
}

/* A text by itself, several as a list; indent: spaces before the key. */
static void put_texts(struct buf *out, int indent, const char *key, const struct texts *t, bool always_list, bool mapping)
{
	if (!t->n)
		return;
	buf_printf(out, "%*s%s:", indent, "", key);
	if (t->n == 1 && !always_list) {
		buf_putc(out, ' ');
		put_value(out, t->v[0].s, mapping);
		buf_putc(out, '\n');
		return;
	}
	buf_putc(out, '\n');
	for (size_t i = 0; i < t->n; i++) {
		buf_printf(out, "%*s  - ", indent, "");
		put_value(out, t->v[i].s, mapping);
		buf_putc(out, '\n');
	}
}

/* ---- people ---- */

static bool same_texts(const struct texts *a, const struct texts *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->v[i].s, b->v[i].s))
			return false;
	return true;
}

static void put_issuers(struct buf *out, const struct meta *m)
{
	const struct issuer *v = m->issuers;
	size_t n = m->n_issuers;
	bool shared = true;
	for (size_t i = 1; i < n; i++)
		shared = shared && same_texts(&v[0].parents, &v[i].parents);
	if (!n)
		return;
	if (shared)
		put_texts(out, 0, "cơ quan chủ quản", &v[0].parents, false, false);
	if (n == 1 && v[0].name.s) {
		buf_puts(out, "cơ quan ban hành: ");
		put_value(out, v[0].name.s, true);
		buf_putc(out, '\n');
		put_text(out, "viết tắt", v[0].abbr.s);
		return;
	}
	for (size_t i = 0; i < n && v[i].name.s; i++) {
		buf_puts(out, i ? "  - tên: " : "cơ quan ban hành:\n  - tên: ");
		put_value(out, v[i].name.s, true);
		buf_putc(out, '\n');
		if (!shared)
			put_texts(out, 4, "chủ quản", &v[i].parents, false, true);
		if (v[i].abbr.s) {
			buf_puts(out, "    viết tắt: ");
			put_value(out, v[i].abbr.s, true);
			buf_putc(out, '\n');
		}
	}
}

/* A line "key: text" of a mapping; the first of an item stands behind its dash. */
static void put_field(struct buf *out, const char *indent, bool *first, const char *key, const char *s)
{
	if (!s)
		return;
	buf_printf(out, "%s%s: ", *first && *indent == '-' ? "  - " : *indent == '-' ? "    " : indent, key);
	*first = false;
	put_value(out, s, true);
	buf_putc(out, '\n');
}

static void put_signer(struct buf *out, const struct signer *s, const char *indent)
{
	bool first = true;
	if (s->titles.n == 1) {
		put_field(out, indent, &first, "chức vụ", s->titles.v[0].s);
	} else if (s->titles.n) {
		buf_printf(out, "%schức vụ:\n", *indent == '-' ? "  - " : indent);
		for (size_t i = 0; i < s->titles.n; i++) {
			buf_printf(out, "%s  - ", *indent == '-' ? "    " : indent);
			put_value(out, s->titles.v[i].s, true);
			buf_putc(out, '\n');
		}
		first = false;
	}
	put_field(out, indent, &first, "chức danh", s->over_name.s);
	put_field(out, indent, &first, "họ tên", s->name.s);
	put_field(out, indent, &first, "vai trò", s->role.s);
}

static void put_signers(struct buf *out, const struct meta *m)
{
	if (!m->n_signers)
		return;
	buf_puts(out, "người ký:\n");
	for (size_t i = 0; i < m->n_signers; i++)
		put_signer(out, &m->signers[i], m->n_signers > 1 ? "-" : "  ");
}

/* ---- dates, choices ---- */

static void put_date(struct buf *out, const char *key, struct date d)
{
	if (!d.year)
		return;
	buf_printf(out, "%s: ", key);
	if (d.day)
		buf_printf(out, "%02d/%d/%d\n", d.day, d.month, d.year);
	else if (d.month)
		buf_printf(out, "%d/%d\n", d.month, d.year);
	else
		buf_printf(out, "%d\n", d.year);
}

void draft_length(struct buf *out, twip t, bool mm)
{
	double x = mm ? mm_from_twip(t) : pt_from_twip(t);
	char s[32];
	for (int decimals = 0; decimals <= 4; decimals++) {
		snprintf(s, sizeof s, "%.*f", decimals, x);
		double y = strtod(s, NULL);
		if ((mm ? twip_from_mm(y) : twip_from_pt(y)) == t)
			break;
	}
	buf_printf(out, "%s%s", s, mm ? "mm" : "pt");
}

static void put_length(struct buf *out, const char *key, twip t, bool mm)
{
	if (t <= 0)
		return;
	buf_printf(out, "%s: ", key);
	draft_length(out, t, mm);
	buf_putc(out, '\n');
}

static void put_choice(struct buf *out, const struct meta *m)
{
	const struct choice *c = &m->choice;
	if (m->toc)
		buf_printf(out, "mục lục: %d\n", m->toc);
	if (m->fit)
		buf_puts(out, "trình bày: vừa trang\n");
	if (c->body_hp)
		buf_printf(out, "cỡ chữ: %g\n", c->body_hp / 2.0);
	if (c->line_exact)
		put_length(out, "giãn dòng", c->line_exact, false);
	else if (c->line_multiple > 0)
		buf_printf(out, "giãn dòng: %.4g\n", c->line_multiple);
	put_length(out, "cách đoạn", c->para_after, false);
	put_length(out, "lùi đầu dòng", c->indent, true);
	put_length(out, "lề trên", c->margin_top, true);
	put_length(out, "lề dưới", c->margin_bottom, true);
	put_length(out, "lề trái", c->margin_left, true);
	put_length(out, "lề phải", c->margin_right, true);
}

static void put_cited(struct buf *out, const struct directives *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct directive *v = &c->v[i];
		const struct { const char *key, *s; } fields[] = {{"loại", v->kind}, {"cơ quan", v->issuer}, {"trích yếu", v->subject}, {"viết tắt", v->brief}};
		bool first = true;
		buf_puts(out, i ? "" : "viện dẫn:\n");
		put_field(out, "-", &first, "số", v->code);
		for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
			put_field(out, "-", &first, fields[k].key, fields[k].s);
		if (!first)
			put_date(out, "    ngày", v->date);
	}
}

/* ---- the blocks ---- */

static const char *regime_word(enum regime r) { return r == REGIME_ND30 ? "nđ30" : r == REGIME_PARTY ? "đảng" : NULL; }

static const char *urgency_word(enum urgency u)
{
	static const char *const words[] = {[URGENCY_NONE] = NULL, [URGENCY_KHAN] = "khẩn", [URGENCY_THUONG_KHAN] = "thượng khẩn", [URGENCY_HOA_TOC] = "hỏa tốc"};
	return words[u];
}

/* What opens a part: its first key says what it is, so it stands there even where it is empty. */
static void put_opening(struct buf *out, const struct meta *m, const struct part *part)
{
	if (!part || part->kind == PART_MAIN)
		return;
	if (part->kind == PART_ANNEX) {
		buf_puts(out, "phụ lục:");
		if (m->subject.s) {
			buf_putc(out, ' ');
			put_value(out, m->subject.s, false);
		}
		buf_putc(out, '\n');
		put_text(out, "số phụ lục", part->label.s);
		return;
	}
	buf_printf(out, "%s: ", part->kind == PART_ATTACHED ? "văn bản kèm theo" : "bản sao");
	put_value(out, m->kind.s ? m->kind.s : "", false);
	buf_putc(out, '\n');
}

/* Which blocks may hold the keys of a group: vanban-draft(5). */
enum { MAIN = 1, ANNEX = 2, ATTACHED = 4, COPY = 8 };

static unsigned block_of(const struct part *part)
{
	static const unsigned blocks[] = {[PART_MAIN] = MAIN, [PART_ANNEX] = ANNEX, [PART_ATTACHED] = ATTACHED, [PART_COPY] = COPY};
	return part ? blocks[part->kind] : MAIN;
}

static void put_numbered(struct buf *out, const struct meta *m)
{
	put_text(out, "số", m->number.s);
	put_text(out, "ký hiệu", m->symbol.s);
}

static void put_marks(struct buf *out, const struct meta *m)
{
	put_text(out, "độ khẩn", urgency_word(m->urgency));
	put_text(out, "lưu hành", m->circulation.s);
	put_text(out, "dự thảo", m->draft_mark.s);
}

static void put_place(struct buf *out, const struct meta *m)
{
	put_text(out, "địa danh", m->place.s);
	put_date(out, "ngày", m->date);
}

void draft_front(struct buf *out, const struct meta *m, const struct part *part)
{
	unsigned b = block_of(part);
	buf_puts(out, "---\n");
	put_opening(out, m, part);
	if (b & MAIN) {
		put_text(out, "thể thức", regime_word(m->regime));
		put_text(out, "loại", m->kind.s);
	}
	if (b & ~(unsigned)ANNEX)
		put_issuers(out, m);
	if (b & (MAIN | COPY))
		put_numbered(out, m);
	if (b & MAIN)
		put_text(out, "đơn vị soạn thảo", m->unit.s);
	if (b & (MAIN | COPY))
		put_place(out, m);
	if (b & MAIN)
		put_marks(out, m);
	if (b & (MAIN | ATTACHED))
		put_text(out, "trích yếu", m->subject.s);
	if (b & MAIN)
		put_texts(out, 0, "kính gửi", &m->addressees, false, false);
	if (b & (MAIN | ATTACHED))
		put_texts(out, 0, "căn cứ", &m->bases, true, false);
	if (b & MAIN)
		put_text(out, "thẩm quyền", m->authority.s);
	if (b & ~(unsigned)ANNEX) {
		put_texts(out, 0, "nơi nhận", &m->recipients, true, false);
		put_signers(out, m);
	}
	if (b & MAIN) {
		put_text(out, "người soạn thảo", m->drafter.s);
		put_text(out, "số bản", m->copies.s);
		put_texts(out, 0, "địa chỉ", &m->contact, true, false);
	}
	put_text(out, "chữ ký số", m->signature_info.s);
	if (b & (ANNEX | ATTACHED))
		put_text(out, "kèm theo", m->attached_note.s);
	if (m->landscape && !(b & COPY))
		buf_puts(out, "hướng: ngang\n");
	if (b & MAIN) {
		put_choice(out, m);
		put_cited(out, &m->cited);
	}
	buf_puts(out, "---\n");
}
