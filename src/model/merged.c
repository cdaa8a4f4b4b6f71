#include "model/merged.h"

#include "base/utf8.h"

size_t merged_piece_at(const struct merged *m, size_t at)
{
	size_t lo = 0, hi = m->n_v;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->v[mid].at <= at)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

struct pos merged_pos(const struct merged *m, size_t at)
{
	const struct merged_piece *p;
	struct pos pos;

	if (m->n_v == 0)
		return (struct pos){ 0 };
	p = &m->v[merged_piece_at(m, at)];
	pos = p->from;
	if (p->value || at <= p->at)
		return pos;
	size_t from = p->at;

	for (size_t i = p->at; i < at && i < m->n; i++)
		if (m->text[i] == '\n') {
			pos.line++;
			pos.col = 1;
			from = i + 1;
		}
	pos.col += (uint32_t)utf8_count(m->text + from, at - from);
	return pos;
}
