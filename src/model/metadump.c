/* Meta data as text: a line a field that is given, for golden tests. */
#include "base/buf.h"
#include "model/doc.h"

static void put_value(struct buf *out, const char *indent, const char *name, const char *value, struct pos pos)
{
	buf_printf(out, "%s%s", indent, name);
	if (pos.line)
		buf_printf(out, " %u:%u", pos.line, pos.col);
	buf_printf(out, " \"%s\"\n", value);
}

static void put_text(struct buf *out, const char *indent, const char *name, struct text t)
{
	if (t.s)
		put_value(out, indent, name, t.s, t.pos);
}

static void put_texts(struct buf *out, const char *indent, const char *name, const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		put_text(out, indent, name, t->v[i]);
}

static void put_int(struct buf *out, const char *name, int value, int absent)
{
	if (value != absent)
		buf_printf(out, "%s %d\n", name, value);
}

static void put_issuers(struct buf *out, const struct meta *m)
{
	for (size_t i = 0; i < m->n_issuers; i++) {
		const struct issuer *s = &m->issuers[i];
		buf_puts(out, "issuer\n");
		put_texts(out, "  ", "parent", &s->parents);
		put_text(out, "  ", "name", s->name);
		put_text(out, "  ", "abbr", s->abbr);
	}
}

static void put_signers(struct buf *out, const struct meta *m)
{
	for (size_t i = 0; i < m->n_signers; i++) {
		const struct signer *s = &m->signers[i];
		buf_puts(out, "signer\n");
		put_texts(out, "  ", "title", &s->titles);
		put_text(out, "  ", "name", s->name);
		put_text(out, "  ", "over-name", s->over_name);
		put_text(out, "  ", "role", s->role);
	}
}

static void put_choice(struct buf *out, const struct choice *c)
{
	put_int(out, "body-hp", c->body_hp, 0);
	put_int(out, "line-exact", c->line_exact, 0);
	if (c->line_multiple > 0)
		buf_printf(out, "line-multiple %.4g\n", c->line_multiple);
	put_int(out, "para-after", c->para_after, -1);
	put_int(out, "indent", c->indent, 0);
	put_int(out, "margin-top", c->margin_top, 0);
	put_int(out, "margin-bottom", c->margin_bottom, 0);
	put_int(out, "margin-left", c->margin_left, 0);
	put_int(out, "margin-right", c->margin_right, 0);
}

static void put_enums(struct buf *out, const struct meta *m)
{
	static const char *const regimes[] = {[REGIME_AUTO] = NULL, [REGIME_ND30] = "nd30", [REGIME_PARTY] = "party"};
	static const char *const urgencies[] = {
		[URGENCY_NONE] = NULL, [URGENCY_KHAN] = "khan", [URGENCY_THUONG_KHAN] = "thuong-khan", [URGENCY_HOA_TOC] = "hoa-toc",
	};
	if (regimes[m->regime])
		buf_printf(out, "regime %s\n", regimes[m->regime]);
	if (urgencies[m->urgency])
		put_value(out, "", "urgency", urgencies[m->urgency], m->urgency_pos);
	if (m->date.year)
		buf_printf(out, "date %u:%u %d/%d/%d\n", m->date_pos.line, m->date_pos.col, m->date.day, m->date.month, m->date.year);
	if (m->landscape)
		buf_puts(out, "landscape\n");
	if (m->toc)
		buf_printf(out, "toc %u:%u %d\n", m->toc_pos.line, m->toc_pos.col, m->toc);
}

void meta_dump(const struct meta *m, struct buf *out)
{
	put_text(out, "", "kind", m->kind);
	put_enums(out, m);
	put_issuers(out, m);
	const struct { const char *name; struct text text; } texts[] = {
		{"number", m->number}, {"symbol", m->symbol}, {"unit", m->unit}, {"place", m->place}, {"subject", m->subject},
		{"authority", m->authority}, {"circulation", m->circulation}, {"drafter", m->drafter}, {"copies", m->copies},
		{"draft-mark", m->draft_mark}, {"attached-note", m->attached_note}, {"signature-info", m->signature_info},
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		put_text(out, "", texts[i].name, texts[i].text);
	put_texts(out, "", "addressee", &m->addressees);
	put_texts(out, "", "basis", &m->bases);
	put_signers(out, m);
	put_texts(out, "", "recipient", &m->recipients);
	put_texts(out, "", "contact", &m->contact);
	put_choice(out, &m->choice);
}
