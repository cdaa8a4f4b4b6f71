/* Which documents a text cites, with what is said of each; short forms it defines; dates. */
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "check/inner.h"
#include "form/code.h"

/* ---- dates ---- */

static size_t read_number(const struct ptext *t, size_t at, size_t most, int *out)
{
	size_t n = 0;
	*out = 0;
	while (n <= most && at + n < t->n && isdigit((unsigned char)t->s[at + n]))
		*out = *out * 10 + (t->s[at + n++] - '0');
	return n >= 1 && n <= most ? n : 0;
}

static size_t skip_word(const struct ptext *t, size_t at, const char *w)
{
	size_t k = at, n = strlen(w);
	while (k < t->n && t->s[k] == ' ')
		k++;
	if (k == at || k + n > t->n || memcmp(t->low + k, w, n))
		return 0;
	k += n;
	at = k;
	while (k < t->n && t->s[k] == ' ')
		k++;
	return k > at ? k : 0;
}

bool read_date(const struct ptext *t, size_t at, struct date *out, size_t *to)
{
	struct date d = {0};
	if (at > 0 && (isdigit((unsigned char)t->s[at - 1]) || strchr("/.,-", t->s[at - 1])))
		return false;
	size_t n = read_number(t, at, 2, &d.day), k;
	if (!n)
		return false;
	size_t p = at + n;
	if (p < t->n && (t->s[p] == '/' || t->s[p] == '-' || t->s[p] == '.')) {
		char sep = t->s[p];
		if (!(k = read_number(t, p + 1, 2, &d.month)))
			return false;
		p += 1 + k;
		if (p >= t->n || t->s[p] != sep || !(k = read_number(t, p + 1, 4, &d.year)) || k != 4)
			return false;
		p += 1 + k;
	} else {
		if (!(k = skip_word(t, p, "tháng")) || !(n = read_number(t, k, 2, &d.month)))
			return false;
		if (!(p = skip_word(t, k + n, "năm")) || read_number(t, p, 4, &d.year) != 4)
			return false;
		p += 4;
	}
	if (p < t->n && (isdigit((unsigned char)t->s[p]) || (t->s[p] == '/' && p + 1 < t->n && isalnum((unsigned char)t->s[p + 1]))))
		return false;
	*out = d;
	*to = p;
	return true;
}

int weekday(struct date d)
{
	static const int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
	int y = d.month < 3 ? d.year - 1 : d.year;
	return (y + y / 4 - y / 100 + y / 400 + shift[d.month - 1] + d.day + 6) % 7;
}

bool after_document(const struct checker *c, struct date d)
{
	struct date o = c->meta->date;
	if (!o.year || !d.year)
		return false;
	if (d.year != o.year)
		return d.year > o.year;
	if (!o.month || !d.month || d.month != o.month)
		return o.month && d.month && d.month > o.month;
	return o.day && d.day && d.day > o.day;
}

bool before_document(const struct checker *c, struct date d)
{
	struct date o = c->meta->date;
	if (!o.year || !d.year)
		return false;
	if (d.year != o.year)
		return d.year < o.year;
	if (!o.month || !d.month || d.month != o.month)
		return o.month && d.month && d.month < o.month;
	return o.day && d.day && d.day < o.day;
}

/* ---- numbers of documents ---- */

static bool code_char(uint32_t c)
{
	return (c < 0x80 && isalnum((int)c)) || c == '/' || c == '-' || c == '.' || c == 0x2011 || c == 0x110 || c == 0x111;
}

static bool upper_at(const char *s) { return isupper((unsigned char)*s) || begins(s, "Đ"); }

/* "57-NQ/TW", "30/2020/NĐ-CP", "315/QĐ-UBND"; after "số" also "07-CQTTBCĐ". */
static bool is_code(const char *s, bool numbered)
{
	size_t d = strspn(s, "0123456789");
	if (!d || d > 5 || (s[d] != '/' && s[d] != '-'))
		return false;
	const char *p = s + d + 1;
	if (s[d] == '/' && strspn(p, "0123456789") == 4 && p[4] == '/')
		p += 5;
	if (!upper_at(p) || strchr(p, '.'))
		return false;
	const char *slash = strchr(p, '/');
	if (s[d] == '-')
		return slash ? upper_at(slash + 1) : numbered && strlen(p) >= 2;
	size_t n = 0, letters = 0;
	for (const char *q = p; *q; q++, n++)
		letters += upper_at(q);
	return !slash && letters >= 2;
}

/* The longest run of a number's signs from a digit on, with plain hyphens; *to: past it. */
static const char *code_at(struct checker *c, const struct ptext *t, size_t at, size_t *to)
{
	char buf[96];
	size_t n = 0;
	const char *p = t->s + at, *end = t->s + t->n, *last = p;
	while (p < end && n + 4 < sizeof buf) {
		const char *q = p;
		uint32_t ch = utf8_next(&q, end);
		if (!code_char(ch))
			break;
		n += utf8_put(buf + n, ch == 0x2011 ? '-' : ch);
		p = last = q;
	}
	while (n > 0 && strchr("./-", buf[n - 1])) {
		n--;
		last--;
	}
	*to = (size_t)(last - t->s);
	return arena_strndup(c->a, buf, n);
}

static const char *const more_kinds[] = {"Nghị định", "Thông tư", "Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp", "Văn bản", "Lệnh", "Thông tư liên tịch"};

/* Length in words of a kind's name that begins with word i, in any letters; 0: none. */
static size_t kind_words(const struct ptext *t, size_t i, const char *name)
{
	char low[64];
	size_t n = strlen(name), k = 0;
	if (n >= sizeof low)
		return 0;
	memcpy(low, name, n + 1);
	texts_lower(low, n);
	for (char *w = low; w; k++) {
		char *sp = strchr(w, ' ');
		if (sp)
			*sp = '\0';
		if (!word_is(t, i + k, w))
			return 0;
		w = sp ? sp + 1 : NULL;
	}
	return k;
}

static size_t kind_at(const struct ptext *t, size_t i)
{
	size_t best = 0;
	for (int k = 0; k < KIND_COUNT; k++) {
		size_t n = kind_words(t, i, kind_get((enum kind_id)k)->name);
		best = n > best ? n : best;
	}
	for (size_t k = 0; k < sizeof more_kinds / sizeof *more_kinds; k++) {
		size_t n = kind_words(t, i, more_kinds[k]);
		best = n > best ? n : best;
	}
	return best;
}

/* The words of the kind before word w ("số" or the number): at most 6, from a kind's name in capitals on, without a sign between. */
static bool find_kind(struct checker *c, const struct ptext *t, size_t w, struct mention *m)
{
	for (size_t back = 1; back <= 6 && back <= w; back++) {
		size_t i = w - back, n;
		const char *g = gap_after(t, i, &n);
		if (n != 1 || *g != ' ')
			return false;
		size_t k = kind_at(t, i);
		if (!k || (!t->words[i].capital && k < back))
			continue;
		/* "Kế hoạch" inside "Kế hoạch hành động" is found first from the right: the words between belong to it */
		if (i >= 2 && t->words[i - 2].capital && word_is(t, i - 2, "thông") && word_is(t, i - 1, "báo"))
			i -= 2; /* Thông báo kết luận */
		m->kind = text_slice(c, t, t->words[i].from, t->words[w - 1].to);
		m->from = t->words[i].from;
		return true;
	}
	return false;
}

/* ---- what follows the number ---- */

static size_t skip_spaces(const struct ptext *t, size_t at)
{
	while (at < t->n && t->s[at] == ' ')
		at++;
	return at;
}

static bool date_follows(const struct ptext *t, size_t at, struct mention *m)
{
	size_t p = skip_spaces(t, at), to;
	bool word = false;
	if (!strncmp(t->low + p, "ngày ", strlen("ngày "))) {
		word = true;
		p = skip_spaces(t, p + strlen("ngày "));
	}
	struct date d;
	if (!read_date(t, p, &d, &to))
		return false;
	m->date = d;
	m->date_from = (uint32_t)p;
	m->date_to = m->to = (uint32_t)to;
	m->date_word = word;
	return true;
}

/* What a document is about begins with these, behind its issuing body. */
static const char *const subjects[] = {"về ", "ban hành ", "sửa đổi", "phê duyệt ", "quy định ", "thực hiện ", "triển khai ", "hướng dẫn ",
	"giao ", "xây dựng ", "công bố ", "thông qua ", "phát triển ", "(về ", "bãi bỏ ", "tăng cường ", "đẩy mạnh ", "điều chỉnh ", "bổ sung "};

/* Words that end the name of an issuer. */
static bool ends_issuer(const struct ptext *t, size_t i)
{
	static const char *const stops[] = {"về", "ban", "ngày", "thực", "quy", "sửa", "phê", "triển", "trên", "và", "tại", "hướng", "kèm", "được", "đã", "có", "gửi", "để", "theo", "phù", "đối", "đúng", "năm", "trong", "từ", "cho", "nhằm", "là", "đề",
		"yêu", "nêu", "gồm", "với", "cùng", "khi", "làm", "chưa", "không", "sẽ", "phải", "phân"};
	if (word_is(t, i, "ban") && !word_is(t, i + 1, "hành")) /* Ủy ban nhân dân */
		return false;
	if (word_is(t, i, "và") && i + 1 < t->n_words && t->words[i + 1].capital) /* Sở Khoa học và Công nghệ */
		return false;
	for (size_t k = 0; k < sizeof stops / sizeof *stops; k++)
		if (!t->words[i].capital && word_is(t, i, stops[k]))
			return true;
	for (size_t k = 0; k < sizeof subjects / sizeof *subjects && !t->words[i].capital; k++)
		if (begins(t->low + t->words[i].from, subjects[k]))
			return true;
	return false;
}

/* Past "của <name>"; at if there is none. */
static size_t issuer_follows(const struct ptext *t, size_t at)
{
	size_t p = skip_spaces(t, at), n;
	if (strncmp(t->low + p, "của ", strlen("của ")))
		return at;
	size_t i = word_at(t, p + strlen("của ")), first = i;
	while (i < t->n_words && i - first < 25) {
		if (i > first && ends_issuer(t, i))
			break;
		const char *g = gap_after(t, i, &n);
		i++;
		if (n != 1 || *g != ' ')
			if (!(n == 3 && !memcmp(g, " - ", 3)))
				break;
	}
	return i > first ? t->words[i - 1].to : at;
}

static void read_rest(struct checker *c, const struct ptext *t, struct mention *m)
{
	size_t at = m->code_to, to;
	(void)c;
	if (!date_follows(t, at, m)) {
		to = issuer_follows(t, at);
		m->issuer = to > at;
		m->issuer_first = m->issuer && date_follows(t, to, m);
		if (!m->issuer_first && m->issuer)
			m->to = (uint32_t)to;
	} else {
		to = issuer_follows(t, m->to);
		m->issuer = to > m->to;
		m->to = (uint32_t)to;
	}
	at = skip_spaces(t, m->to);
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects && !m->subject; i++)
		if (begins(t->low + at, subjects[i])) {
			m->subject = true;
			m->subject_from = (uint32_t)at;
		}
}

/* Each is compared with each: of more no document can tell. */
enum { MENTIONS = 4000 };

static void find_in(struct checker *c, const struct ptext *t)
{
	for (size_t w = 0; w < t->n_words && c->n_m < MENTIONS; w++) {
		size_t at = t->words[w].from, to;
		if (!isdigit((unsigned char)t->s[at]) || (at > 0 && strchr("/-.", t->s[at - 1])))
			continue;
		bool numbered = w > 0 && word_is(t, w - 1, "số");
		const char *code = code_at(c, t, at, &to);
		if (!is_code(code, numbered))
			continue;
		struct mention m = {.t = t, .from = (uint32_t)at, .code_from = (uint32_t)at, .code_to = (uint32_t)to, .to = (uint32_t)to, .code = code, .numbered = numbered};
		if (!find_kind(c, t, numbered ? w - 1 : w, &m) && numbered)
			m.from = t->words[w - 1].from;
		read_rest(c, t, &m);
		ARENA_PUSH(c->a, c->m, c->n_m, c->cap_m, m);
		while (w + 1 < t->n_words && t->words[w + 1].from < to)
			w++;
	}
}

/* ---- short forms ---- */

static void find_briefs(struct checker *c, const struct ptext *t)
{
	static const char *const openings[] = {"sau đây viết tắt là", "sau đây gọi tắt là", "sau đây gọi chung là", "sau đây gọi là", "gọi tắt là", "viết tắt là"};
	for (size_t at = 0; at < t->n;) {
		const char *open = strchr(t->s + at, '('), *close;
		if (!open)
			return;
		size_t from = (size_t)(open - t->s) + 1;
		at = from;
		for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
			size_t n = strlen(openings[i]);
			if (strncmp(t->low + from, openings[i], n) || !(close = strchr(open, ')')))
				continue;
			from += n;
			size_t to = (size_t)(close - t->s);
			while (from < to && (t->s[from] == ' ' || t->s[from] == ':'))
				from++;
			while (to > from && t->s[to - 1] == ' ')
				to--;
			struct brief b = {t, (uint32_t)from, (uint32_t)to, text_slice(c, t, from, to)};
			if (to > from)
				ARENA_PUSH(c->a, c->b, c->n_b, c->cap_b, b);
			break;
		}
	}
}

void mentions_build(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		enum role r = c->t[i].node->u.para.role;
		if (r == ROLE_NUMBER || c->t[i].zone == ZONE_MARGIN || r == ROLE_ANNEX_NOTE)
			continue;
		find_in(c, &c->t[i]);
		find_briefs(c, &c->t[i]);
	}
}
