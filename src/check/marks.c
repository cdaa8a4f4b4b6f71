/* The marks of a text: its end, punctuation, capitals, words written twice, what was forgotten (N40–N44, N54, N69). */
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "check/inner_rules.h"

static bool is_text(const struct ptext *t) { return t->zone == ZONE_BODY || t->zone == ZONE_TABLE || t->zone == ZONE_NOTE || t->node->u.para.role == ROLE_SUBJECT || t->node->u.para.role == ROLE_SUBJECT_LETTER; }

/* ---- N40 ---- */

static const struct ptext *last_of_main(const struct checker *c)
{
	const struct ptext *last = NULL;
	for (size_t i = 0; i < c->n && c->t[i].part == 0; i++)
		if (is_body(&c->t[i]) && c->t[i].n)
			last = &c->t[i];
	return last;
}

void rule_end_mark(struct checker *c)
{
	const struct ptext *last = last_of_main(c);
	if (!last)
		return unseen(c, N_("the document has no text"));
	const struct node *after = last->node->next;
	saw(c);
	/* a table may close the text */
	if (!ends(last->s, "./.") && !(after && after->kind == NODE_TABLE && after->u.table.role == TABLE_DATA))
		flag(c, last, last->n > 1 ? last->n - 1 : 0, last->n, N_("the text does not end with “./.”; put it after the last word")), mend(c, ends(last->s, ".") ? "./." : NULL);
	for (size_t i = 0; i < c->n && c->t[i].part == 0; i++) {
		const char *p = strstr(c->t[i].s, "./.");
		if (p && is_text(&c->t[i]) && (&c->t[i] != last || p + 3 < last->s + last->n))
			flag(c, &c->t[i], (size_t)(p - c->t[i].s), (size_t)(p - c->t[i].s) + 3, N_("“./.” stands inside the text; it stands once, at the end"));
	}
}

/* ---- N41 ---- */

static const struct { const char *bad, *good; } lists[] = {
	{"phường đặc khu", "phường, đặc khu"}, {"ubnd ubmttqvn", "UBND, UBMTTQVN"}, {"hđnd ubnd", "HĐND, UBND"}, {"xã phường", "xã, phường"}, {"sở ngành", "sở, ngành"},
};

static void spaces(struct checker *c, const struct ptext *t)
{
	for (const char *p = t->s; (p = strchr(p, ' ')); p++) {
		size_t n = strspn(p, " "), at = (size_t)(p - t->s);
		char next = p[n];
		bool dots = begins(p + n, "..") || begins(p + n, "…");
		if (next && strchr(",;:.)", next) && !dots && at > 0 && !(next == '.' && p[n + 1] && p[n + 1] != ' ')) {
			flag(c, t, at, at + n, N_("a space stands before “%c”; leave it out"), next);
			mend(c, "");
		} else if (n > 1 && next && at > 0) {
			flag(c, t, at, at + n, N_("several spaces stand together; leave one"));
			mend(c, " ");
		}
		p += n - 1;
	}
}

static void doubled(struct checker *c, const struct ptext *t)
{
	for (const char *p = t->s; *p; p++) {
		size_t n = strspn(p, (char[]){*p, '\0'}), at = (size_t)(p - t->s);
		if (!strchr(".,;:", *p))
			continue;
		if (n == 2) {
			flag(c, t, at, at + 2, N_("“%c%c” is one mark too many; leave one"), *p, *p);
			mend(c, arena_strndup(c->a, p, 1));
		} else if (n == 1 && p[1] && strchr(".,;:", p[1]) && p[2] != p[1] && !begins(p, "./") && !(p > t->s && p[1] == ',' && *p == '.')) {
			flag(c, t, at, at + 2, N_("two marks stand together; leave the one that is meant"));
		}
		p += n - 1;
	}
}

/* "sở,ban" and ";tham": a letter right behind. Figures and addresses are left alone. */
static void no_space(struct checker *c, const struct ptext *t)
{
	for (size_t w = 0; w + 1 < t->n_words; w++) {
		size_t n;
		const char *g = gap_after(t, w, &n);
		const struct word *x = &t->words[w + 1];
		if (n != 1 || (*g != ',' && *g != ';') || x->digits || t->words[w].digits || isdigit((unsigned char)t->s[x->from]))
			continue;
		flag(c, t, t->words[w].to, x->from, N_("a space is missing after “%c”; write it"), *g);
		mend(c, *g == ',' ? ", " : "; ");
	}
}

void rule_punctuation(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->zone == ZONE_MARGIN || t->zone == ZONE_SIGN || t->node->u.para.role == ROLE_NUMBER || t->node->u.para.role == ROLE_PLACE_DATE)
			continue;
		saw(c);
		if (t->zone != ZONE_TABLE || strchr(t->s, '.') || strchr(t->s, ','))
			spaces(c, t);
		if (t->zone != ZONE_RECIPIENT || c->form->party) /* N57 looks at these */
			doubled(c, t);
		no_space(c, t);
		for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
			for (long at = find_phrase(t, lists[k].bad, 0); at >= 0; at = find_phrase(t, lists[k].bad, (size_t)at + 1))
				flag(c, t, (size_t)at, (size_t)at + strlen(lists[k].bad), N_("a comma is missing; write “%s”"), lists[k].good), mend(c, lists[k].good);
	}
}

/* ---- N42 ---- */

void rule_capital_after(struct checker *c)
{
	/* Words that begin an order and no name. */
	static const char *const verbs[] = {"tham mưu", "chủ trì", "phối hợp", "tổ chức thực", "tổ chức triển", "thực hiện", "rà soát", "đề xuất", "chủ động", "tiếp tục", "tăng cường", "đẩy mạnh", "xây dựng các",
		"xây dựng và", "khẩn trương", "theo dõi", "đôn đốc", "tập trung", "nâng cao", "bảo đảm", "đảm bảo", "triển khai", "nghiên cứu", "tổng hợp", "kịp thời", "phát huy", "đồng thời", "trong đó", "các đơn", "các cơ", "các sở", "công khai"};
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->zone != ZONE_BODY || is_heading(t))
			continue;
		for (const char *p = t->s; (p = strchr(p, ';')); p++) {
			size_t w = word_at(t, (size_t)(p - t->s));
			if (p[1] != ' ' || w + 1 >= t->n_words || t->words[w].from != (size_t)(p - t->s) + 2)
				continue;
			saw(c);
			if (!t->words[w].capital || t->words[w].capitals)
				continue;
			for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
				if (begins(t->low + t->words[w].from, verbs[k])) {
					char *s = text_slice(c, t, t->words[w].from, t->words[w].to), *lower = arena_strdup(c->a, s);
					texts_lower(lower, strlen(lower));
					flag(c, t, t->words[w].from, t->words[w].to, N_("a capital stands after “;” inside the sentence; write “%s”"), lower);
					mend(c, lower);
					break;
				}
		}
	}
}

/* ---- N43 ---- */

static const char *const doubles[] = {"và", "các", "của", "cho", "là", "được", "trong", "với", "về", "theo", "những", "tại", "để", "đã", "có", "này", "đến", "trên", "khi", "do", "vào", "bị", "không", "phải", "sẽ",
	"việc", "cùng", "hoặc", "như", "ra", "một", "bằng", "đối", "thì", "mà", "nhằm", "thuộc"};
/* Words between which something is missing. */
static const char *const holes[] = {"của tại", "tại của", "của về", "về của", "với của", "của và", "các của", "những của", "cho của", "của theo", "của được", "bởi của", "của đã",
	"việc hiện", "ban chỉ đạo trung về", "ban chỉ đạo trung ban", "của của"};

static void twice(struct checker *c, const struct ptext *t, size_t w)
{
	size_t n, a = t->words[w].to - t->words[w].from;
	if (w + 1 >= t->n_words || a != t->words[w + 1].to - t->words[w + 1].from || memcmp(t->low + t->words[w].from, t->low + t->words[w + 1].from, a) || *gap_after(t, w, &n) != ' ' || n != 1)
		return;
	for (size_t k = 0; k < sizeof doubles / sizeof *doubles; k++)
		if (word_is(t, w, doubles[k])) {
			flag(c, t, t->words[w].from, t->words[w + 1].to, N_("“%s” stands twice; leave one"), doubles[k]);
			mend(c, text_slice(c, t, t->words[w].from, t->words[w].to));
			return;
		}
}

/* "chỉ đạo đã lãnh đạo, chỉ đạo": two words again after "đã" and at most three others. */
static void again(struct checker *c, const struct ptext *t, size_t w)
{
	if (w + 5 >= t->n_words || !word_is(t, w + 2, "đã"))
		return;
	const char *semicolon = strchr(t->s + t->words[w].to, ';');
	for (size_t k = w + 3; k <= w + 6 && k + 1 < t->n_words; k++) {
		/* "12 nhiệm vụ; đã hoàn thành 05 nhiệm vụ" says two things */
		if (t->words[k].digits || (semicolon && (size_t)(semicolon - t->s) < t->words[k].from))
			return;
		size_t a = t->words[w].to - t->words[w].from, b = t->words[w + 1].to - t->words[w + 1].from;
		if (a == t->words[k].to - t->words[k].from && b == t->words[k + 1].to - t->words[k + 1].from && !memcmp(t->low + t->words[w].from, t->low + t->words[k].from, a) &&
			!memcmp(t->low + t->words[w + 1].from, t->low + t->words[k + 1].from, b)) {
			flag(c, t, t->words[w].from, t->words[k + 1].to, N_("“%s” is said twice; leave one"), text_slice(c, t, t->words[w].from, t->words[w + 1].to));
			return;
		}
	}
}

void rule_repeated(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (!is_text(t))
			continue;
		saw(c);
		for (size_t w = 0; w < t->n_words; w++) {
			twice(c, t, w);
			again(c, t, w);
		}
		for (size_t k = 0; k < sizeof holes / sizeof *holes; k++)
			for (long at = find_phrase(t, holes[k], 0); at >= 0; at = find_phrase(t, holes[k], (size_t)at + 1))
				if (strcmp(holes[k], "việc hiện") || strncmp(t->low + at + strlen(holes[k]), " nay", 4))
					flag(c, t, (size_t)at, (size_t)at + strlen(holes[k]), N_("a word is missing in “%s”; complete it"), text_slice(c, t, (size_t)at, (size_t)at + strlen(holes[k])));
	}
}

/* ---- N44 ---- */

void rule_structure_words(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (!is_text(t))
			continue;
		for (size_t w = 0; w + 1 < t->n_words; w++) {
			const struct word *x = &t->words[w], *y = &t->words[w + 1];
			bool clause = word_is(t, w, "khoản"), point = word_is(t, w, "điểm"), article = word_is(t, w, "điều");
			bool letter = y->to - y->from <= 2 && !y->digits;
			if (!(clause && y->digits) && !(point && letter && w + 2 < t->n_words && word_is(t, w + 2, "khoản")) && !(article && y->digits && w > 1 && t->words[w - 1].digits && word_is(t, w - 2, "khoản")))
				continue;
			saw(c);
			if ((clause || point) && x->capital && !x->capitals && !begins_sentence(t, w))
				flag(c, t, x->from, y->to, N_("khoản and điểm of a text that is cited have small letters; write “%s”"), clause ? "khoản" : "điểm");
			if (article && !x->capital)
				flag(c, t, x->from, y->to, N_("Phần, Chương, Mục and Điều of a text that is cited have a capital; write “Điều”")), mend(c, arena_printf(c->a, "Điều %s", text_slice(c, t, y->from, y->to)));
		}
	}
}

/* ---- N54 ---- */

void rule_ambiguous_commas(struct checker *c)
{
	static const char *const names[] = {"văn hóa, thể thao và du lịch", "văn hoá, thể thao và du lịch"};
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (!is_text(t))
			continue;
		saw(c);
		for (size_t k = 0; k < 2; k++)
			for (long at = find_phrase(t, names[k], 0); at >= 0; at = find_phrase(t, names[k], (size_t)at + 1)) {
				size_t end = (size_t)at + strlen(names[k]);
				if (at > 2 && t->s[at - 2] == ',' && t->s[end] == ',')
					flag(c, t, (size_t)at, end, N_("a name with a comma stands in a list parted by commas; part the list by “;”"));
			}
	}
}

/* ---- N69 ---- */

static void leftover(struct checker *c, const struct ptext *t, const char *p, size_t n, const char *what)
{
	flag(c, t, (size_t)(p - t->s), (size_t)(p - t->s) + n, what);
}

void rule_leftovers(struct checker *c)
{
	static const char place[] = N_("a place to fill in was left; write what belongs there");
	static const char mark[] = N_("a mark of a conversion was left; take it out");
	static const char *const marks[] = {"_{", "^{", "\\(", "$$", "{{", "}}", "&nbsp;", "&amp;", "&lt;", "<br", "</"};
	static const char *const places[] = {"…………", "........", "xxx", "XXX", "[…]", "[...]", "???", "[tên ", "[ngày ", "[số ", "[họ ", "<tên", "TODO"};
	if (c->d->foreign)
		look_changes(c);
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		const char *p;
		if (t->zone == ZONE_MARGIN)
			continue;
		saw(c);
		for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
			if ((p = strstr(t->s, marks[k])))
				leftover(c, t, p, strlen(marks[k]), mark);
		for (size_t k = 0; k < sizeof places / sizeof *places; k++)
			if ((p = strstr(t->s, places[k])))
				leftover(c, t, p, strlen(places[k]), place);
		if ((begins(t->low, "link ") || begins(t->low, "http://") || begins(t->low, "https://")) && is_body(t))
			leftover(c, t, t->s, t->n, N_("a link was left alone on its line; name the documents or take it out"));
	}
}
