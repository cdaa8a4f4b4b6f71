/* What single lines of the form look like (nd30.md 2, 5): tables of words, and the lines that have a grammar. */
#include "read/know.h"
#include "base/utf8.h"
#include <string.h>

bool know_begins(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

bool know_ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);
	return n >= m && !strcmp(s + n - m, with);
}

/* Whether the words at the slug's beginning are a row's: "so" of "so-tai-chinh", not of "song-hong". */
static bool first_words(const char *slug, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(words[i]);
		if (!strncmp(slug, words[i], len) && (slug[len] == '-' || !slug[len]))
			return true;
	}
	return false;
}

#define FIRST_WORDS(slug, words) first_words(slug, words, sizeof(words) / sizeof *(words))

/* ---- fixed lines ---- */

bool know_nation(const struct kline *l, bool *party)
{
	if (l->sure && l->role == ROLE_NATION)
		return *party = know_begins(l->slug, "dang"), true;
	*party = !strcmp(l->slug, "dang-cong-san-viet-nam") && l->caps;
	return *party || !strcmp(l->slug, "cong-hoa-xa-hoi-chu-nghia-viet-nam");
}

bool know_motto(const struct kline *l)
{
	return !strcmp(l->slug, "doc-lap-tu-do-hanh-phuc");
}

bool know_decor(const struct kline *l, enum role *role)
{
	size_t n = strlen(l->s);
	*role = ROLE_RULE;
	if (!l->para)
		return false;
	if (l->role == ROLE_RULE && !n)
		return true;
	if (n && strspn(l->s, "*") == n)
		return *role = ROLE_STAR, n <= 3;
	if (n > 1 && strspn(l->s, "-") == n)
		return *role = ROLE_HYPHENS, true;
	for (const char *p = l->s, *e = p + n; p < e;) {
		uint32_t c = utf8_next(&p, e);
		if (!(c == '_' || c == '-' || c == '=' || c == ' ' || c == '*' || (c >= 0x2010 && c <= 0x2015) || (c >= 0x2500 && c <= 0x257F) || c == 0xAF))
			return false;
	}
	return n > 1;
}

static const struct { const char *slug; enum urgency is; } urgencies[] = {
	{"khan", URGENCY_KHAN}, {"thuong-khan", URGENCY_THUONG_KHAN}, {"hoa-toc", URGENCY_HOA_TOC}};

enum urgency know_urgency(const struct kline *l)
{
	for (size_t i = 0; i < sizeof urgencies / sizeof *urgencies && l->caps; i++)
		if (!strcmp(l->slug, urgencies[i].slug))
			return urgencies[i].is;
	return URGENCY_NONE;
}

int know_copy(const struct kline *l)
{
	static const char *const kinds[] = {"sao-y", "sao-luc", "trich-sao"};
	const char *slug = know_begins(l->slug, "ban-") ? l->slug + 4 : l->slug;
	for (int i = 0; i < 3 && l->caps; i++)
		if (!strcmp(slug, kinds[i]))
			return i;
	return -1;
}

const struct kind *know_kind(const struct kline *l)
{
	if (!l->para || l->n > 40 || !(l->caps || l->role == ROLE_KIND || (l->bold && l->centred)))
		return NULL;
	return kind_find(l->s);
}

bool know_addressee(const struct kline *l, const char **rest)
{
	static const char *const labels[] = {"Kính gửi", "Kính trình", "KÍNH GỬI", "Kính gởi", "KÍNH TRÌNH"};
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		if (!know_begins(l->s, labels[i]))
			continue;
		const char *p = l->s + strlen(labels[i]);
		p += strspn(p, " ");
		if (*p != ':')
			return false;
		p++;
		*rest = p + strspn(p, " \t");
		return true;
	}
	return false;
}

bool know_recipients(const struct kline *l)
{
	return l->para && l->n < 24 && (!strcmp(l->slug, "noi-nhan") || !strcmp(l->slug, "noi-nhan-nhu-tren"));
}

bool know_annex(struct know *k, const struct kline *l, const char **label, const char **title)
{
	*label = *title = NULL;
	if (!l->para || l->n > 200 || !(know_begins(l->s, "Phụ lục") || know_begins(l->s, "PHỤ LỤC")))
		return false;
	const char *p = l->s + strlen("Phụ lục");
	size_t room = strspn(p, " "), n = strspn(p + room, "0123456789IVXL");
	if (room && (n || (p[room] >= 'A' && p[room] <= 'H' && strchr(" :.", p[room + 1])))) {
		n = n ? n + (p[room + n] >= 'a' && p[room + n] <= 'z') : 1;
		*label = arena_strndup(k->a, p + room, n);
		p += room + n;
	}
	p += strspn(p, " ");
	if (!*p)
		return true;
	if (!strchr(":.", *p))
		return false;
	p += 1 + strspn(p + 1, " ");
	*title = *p ? p : NULL;
	return !*p || (*label && l->n < 160 && (l->caps || l->bold));
}

/* ---- numbers ---- */

/* Room, dots and no-break spaces: nothing was written here. */
static const char *skip_blank(const char *s)
{
	for (;;) {
		if (*s == ' ' || *s == '\t' || *s == '.' || *s == '_')
			s++;
		else if (!strncmp(s, "\u00A0", 2))
			s += 2;
		else if (!strncmp(s, "…", 3))
			s += 3;
		else
			return s;
	}
}

/* End of the letters of a code: groups of letters and digits joined by '-', '/', '.' or '&'. */
static const char *code_end(const char *s)
{
	const char *e = s + strlen(s), *good = s;
	while (s < e) {
		uint32_t c = utf8_next(&s, e);
		if (utf8_is_alpha(c) || (c >= '0' && c <= '9') || c == 0x2026)
			good = s;
		else if (!strchr("-/.&()", (int)c) || c >= 0x80)
			break;
	}
	return good;
}

bool know_number(struct know *k, const char *s, struct number_line *out)
{
	if (!know_begins(s, "Số") && !know_begins(s, "SỐ"))
		return false;
	enum { BLANK = 3 };
	const char *from = s + strlen("Số"), *p = from + strspn(from, " ");
	bool colon = *p == ':';
	p = skip_blank(p + colon);
	const char *digits = p;
	size_t n = strspn(p, "0123456789");
	if (!colon && !n && p - from < BLANK)
		return false;
	p += n;
	while (n && *p >= 'a' && *p <= 'z' && p[1] == '/')
		p++; /* 15a/… */
	const char *end = p;
	p = skip_blank(p);
	if (*p != '/' && *p != '-')
		return false;
	out->party = *p == '-';
	const char *code = p + 1 + strspn(p + 1, " ");
	const char *e = code_end(code);
	if (e == code || (!utf8_is_upper(utf8_next(&(const char *){code}, e)) && !strchr("0123456789", *code) && strncmp(code, "…", 3) != 0))
		return false;
	if (!colon && !out->party && !memchr(code, '-', (size_t)(e - code)))
		return false;
	out->number = n ? arena_strndup(k->a, digits, (size_t)(end - digits)) : NULL;
	out->code = arena_strndup(k->a, code, (size_t)(e - code));
	out->rest = e + strspn(e, " \t");
	return true;
}

static int number_in(const char **p, size_t most)
{
	*p = skip_blank(*p);
	size_t n = strspn(*p, "0123456789");
	int v = 0;
	if (n > most)
		return -1;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + ((*p)[i] - '0');
	*p = skip_blank(*p + n);
	return v;
}

static bool word_at(const char **p, const char *word, const char *capital)
{
	if (!know_begins(*p, word) && !know_begins(*p, capital))
		return false;
	*p += strlen(word);
	return true;
}

/* "ngày 15 tháng 5 năm 2025" to the end of the text. */
static bool date_words(const char *p, struct date *d)
{
	if (!word_at(&p, "ngày", "Ngày") || (d->day = number_in(&p, 2)) < 0 || d->day > 31 || !word_at(&p, "tháng", "Tháng"))
		return false;
	if ((d->month = number_in(&p, 2)) < 0 || d->month > 12 || !word_at(&p, "năm", "Năm") || (d->year = number_in(&p, 4)) < 0)
		return false;
	if (d->year < 1900) /* "năm 20…" */
		d->year = 0;
	return !*p;
}

bool know_place_date(struct know *k, const char *s, const char **place, struct date *d)
{
	enum { LONGEST = 140, PLACE = 60 };
	if (strlen(s) > LONGEST)
		return false;
	const char *p = strstr(s, "ngày"), *q;
	while (p && !date_words(p, d))
		p = strstr(p + 1, "ngày");
	if (!p)
		return false;
	q = p;
	while (q > s && q[-1] == ' ')
		q--;
	if (q > s && q[-1] == ',')
		q--;
	else if (q > s)
		return false;
	*place = know_bare(k, arena_strndup(k->a, s, (size_t)(q - s)), "., ");
	if (strlen(*place) > PLACE || strchr(*place, ';') || strchr(*place, ','))
		return false;
	if (!*skip_blank(*place))
		*place = NULL;
	return true;
}

/* ---- bodies and people ---- */

bool know_body_name(const struct kline *l)
{
	static const char *const words[] = {"uy-ban", "ubnd", "hoi-dong", "hdnd", "so", "bo", "cuc", "tong-cuc", "chi-cuc", "phong", "ban", "van-phong", "trung-tam",
		"truong", "vien", "cong-ty", "tong-cong-ty", "tinh-uy", "thanh-uy", "huyen-uy", "quan-uy", "dang-uy", "dang-bo", "chi-bo", "hoi", "doan", "toa-an",
		"cong-an", "kho-bac", "ngan-hang", "bao-hiem", "lien-doan", "quy", "hoc-vien", "benh-vien", "thanh-tra", "mat-tran", "chinh-phu", "thu-tuong",
		"quoc-hoi", "vptu", "bo-chi-huy", "nha-xuat-ban", "bao", "dai", "to-cong-tac", "to-giup-viec", "doan-dai-bieu", "chu-tich", "tinh-doan", "lien-hiep",
		"ban-thuong-vu", "ban-chap-hanh", "uy-ban-mttq", "ubmttq", "ten-co-quan"};
	return FIRST_WORDS(l->slug, words);
}

bool know_sign_title(const struct kline *l)
{
	static const char *const prefixes[] = {"TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "KT ", "TL ", "T.M ", "K.T "};
	static const char *const words[] = {"giam-doc", "pho-giam-doc", "tong-giam-doc", "pho-tong-giam-doc", "chu-tich", "pho-chu-tich", "bi-thu", "pho-bi-thu", "truong",
		"pho-truong", "chanh", "pho-chanh", "bo-truong", "thu-truong", "cuc-truong", "pho-cuc-truong", "chi-cuc-truong", "pho-chi-cuc-truong", "vu-truong", "hieu-truong", "pho-hieu-truong",
		"vien-truong", "pho-vien-truong", "thu-tuong", "pho-thu-tuong", "tong-bi-thu", "uy-vien", "thu-ky", "chu-toa", "chu-tri", "nguoi-ghi-bien-ban",
		"chu-nhiem", "pho-chu-nhiem", "tong-thanh-tra", "doi-truong", "to-truong", "pho-to-truong", "quyen-han", "dai-dien", "nguoi-dung-dau", "chu-tich-hoi-dong",
		"thong-doc", "chanh-an", "vien-pho", "tong-bien-tap", "thu-truong-don-vi", "chi-huy-truong", "chinh-uy"};
	if (!l->para || l->n > 90 || !*l->s)
		return false;
	if (!strcmp(l->slug, "kiem"))
		return true;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (know_begins(l->s, prefixes[i]))
			return l->caps;
	return FIRST_WORDS(l->slug, words);
}

/* A name: two to six words, each with a capital and small letters. */
bool know_person(const struct kline *l)
{
	size_t words = 0;
	if (!l->para || l->n > 45 || !*l->s || l->caps)
		return false;
	for (const char *p = l->s, *e = p + strlen(p); p < e;) {
		uint32_t c = utf8_next(&p, e);
		if (!utf8_is_upper(c))
			return false;
		words++;
		while (p < e && (c = utf8_next(&p, e)) != ' ')
			if (!utf8_is_lower(c) && c != '.')
				return false;
		p += strspn(p, " ");
	}
	return words >= 2 && words <= 6;
}
