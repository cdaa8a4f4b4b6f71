/* Dates that exist, on the weekday they are given, in the order of time; hours written one way (N20, N21, N45, N50). */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "base/viet.h"
#include "check/inner_rules.h"

static const char *const days[] = {"thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"};
static const char *const day_names[] = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};

/* ---- N20, N21 ---- */

static bool padded(const char *s, int value, int below)
{
	return value >= below || *s == '0';
}

void rule_date_line(struct checker *c)
{
	size_t i = 0, to;
	const struct ptext *t = next_role(c, ROLE_PLACE_DATE, &i);
	struct date d;
	if (!t || !t->n)
		return unseen(c, N_("the document has no line of place and date"));
	saw(c);
	if (!looks(c, t, RUN_ITALIC))
		flag(c, t, 0, t->n, N_("place and date are not in italics; set them in italics"));
	if (!strstr(t->s, ", ngày "))
		return flag(c, t, 0, t->n, N_("the line reads “<place>, ngày … tháng … năm …”; write it so, with the comma"));
	const char *p = strstr(t->s, "ngày ") + strlen("ngày ");
	if (strstr(t->s, "  "))
		flag(c, t, (size_t)(strstr(t->s, "  ") - t->s), (size_t)(strstr(t->s, "  ") - t->s) + 2, N_("two spaces stand in the date; leave one")), mend(c, " ");
	if (!read_date(t, (size_t)(p - t->s), &d, &to))
		return; /* a part is left blank */
	if (!viet_date_valid(d))
		flag(c, t, (size_t)(p - t->s), to, N_("this day does not exist; correct the date"));
	const char *month = strstr(p, "tháng ") + strlen("tháng ");
	if (!padded(p, d.day, 10) || !padded(month, d.month, 3))
		flag(c, t, (size_t)(p - t->s), to, N_("days below 10 and the months 1 and 2 have a 0 before them; write it"));
}

/* "/5/2025" or "tháng 5 năm 2025" of the line "(Kèm theo …)" against the document's own. */
void rule_same_year(struct checker *c)
{
	const struct ptext *t;
	struct date own = c->meta->date;
	if (!own.year)
		return unseen(c, N_("the document has no date"));
	for (size_t i = 0; (t = next_role(c, ROLE_ANNEX_NOTE, &i));) {
		int month = 0, year = 0;
		const char *p = t->s + t->n;
		if (strstr(t->s, "Nghị định") || strstr(t->s, "Thông tư"))
			continue;
		saw(c);
		for (p = t->s; *p; p++) {
			if (*p == '/' && isdigit((unsigned char)p[1]) && sscanf(p, "/%2d/%4d", &month, &year) == 2 && year > 1900)
				break;
			if (begins(p, "tháng ") && sscanf(p + strlen("tháng "), "%2d năm %4d", &month, &year) == 2)
				break;
			month = year = 0;
		}
		if (year && (year != own.year || (own.month && month && month != own.month)))
			flag(c, t, (size_t)(p - t->s), t->n, N_("the annex gives %d/%d as the document's date, the document itself %d/%d; correct one of the two"), month, year, own.month, own.year);
	}
}

/* ---- N45 ---- */

void rule_month_words(struct checker *c)
{
	static const char *const months[] = {"giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "chạp"};
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->zone != ZONE_BODY && t->zone != ZONE_TABLE && t->zone != ZONE_NOTE)
			continue;
		for (size_t w = 0; w + 1 < t->n_words; w++) {
			const struct word *x = &t->words[w], *y = &t->words[w + 1];
			size_t n;
			if ((!word_is(t, w, "tháng") && !word_is(t, w, "thứ")) || *gap_after(t, w, &n) != ' ' || n != 1)
				continue;
			saw(c);
			if (word_is(t, w, "tháng") && y->digits && x->capital && !x->capitals && !begins_sentence(t, w))
				flag(c, t, x->from, y->to, N_("“Tháng” before figures has a small letter; write “tháng %s”"), text_slice(c, t, y->from, y->to)),
					mend(c, arena_printf(c->a, "tháng %s", text_slice(c, t, y->from, y->to)));
			for (size_t k = 0; k < sizeof months / sizeof *months; k++)
				if (word_is(t, w, "thứ") && k >= 1 && k <= 6 && word_is(t, w + 1, months[k]) && !y->capital && w + 2 < t->n_words && word_is(t, w + 2, "ngày"))
					flag(c, t, x->from, y->to, N_("days of the week in words have a capital; write “%s”"), day_names[k - 1]), mend(c, day_names[k - 1]);
		}
	}
}

/* ---- N50 ---- */

/* The weekday named right before byte `at` ("thứ Hai, ngày "), or -1; *from: where it stands. */
static int day_before(const struct ptext *t, size_t at, size_t *from)
{
	for (int k = 0; k < 7; k++) {
		size_t n = strlen(days[k]);
		for (size_t back = 0; back <= 12 && back + n <= at; back++) {
			size_t p = at - back - n;
			if (!memcmp(t->low + p, days[k], n) && whole_words(t, p, p + n)) {
				const char *g = t->low + p + n;
				size_t len = back, k2 = strspn(g, " ,(");
				if (k2 < len && !(len - k2 <= 6 && !strncmp(g + k2, "ngày ", len - k2)))
					continue;
				*from = p;
				return k;
			}
		}
	}
	return -1;
}

/* An hour right before the date: "13h30 ngày 15/5/2025". */
static bool hour_before(const struct ptext *t, size_t at)
{
	size_t w = word_at(t, at), seen = 0;
	while (w-- > 0 && seen++ < 5) {
		const struct word *x = &t->words[w];
		const char *s = t->s + x->from;
		size_t d = strspn(s, "0123456789");
		if (d && d <= 2 && (s[d] == 'h' || begins(s + d, " giờ") || begins(s + d, ":")) && x->to - x->from <= 5)
			return true;
	}
	return false;
}

static bool deadline_before(const struct ptext *t, size_t at)
{
	static const char *const words[] = {"trước ", "trước ngày ", "chậm nhất ", "chậm nhất là ", "chậm nhất ngày ", "chậm nhất là ngày ", "chậm nhất đến ngày ", "xong trước ngày ", "hoàn thành trước ngày ", "thời hạn đến ngày ", "hoàn thành ngày "};
	/* of what was done, "trước ngày" is no deadline */
	size_t from = at > 90 ? at - 90 : 0;
	const char *done = strstr(t->low + from, "đã ");
	if (done && done < t->low + at)
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t n = strlen(words[k]);
		if (n <= at && !memcmp(t->low + at - n, words[k], n))
			return true;
	}
	return false;
}

static void judge_date(struct checker *c, const struct ptext *t, size_t at, size_t to, struct date d)
{
	size_t from;
	if (!viet_date_valid(d)) {
		if (d.year >= 1900 && d.year <= 2200)
			flag(c, t, at, to, N_("this day does not exist; correct the date"));
		return;
	}
	int named = day_before(t, at, &from), is = weekday(d);
	if (named >= 0 && named != is)
		flag(c, t, from, to, N_("%d/%d/%d is a %s; correct the day of the week or the date"), d.day, d.month, d.year, day_names[is]);
	else if (named < 0 && is >= 5 && hour_before(t, at) && !before_document(c, d))
		flag(c, t, at, to, N_("%d/%d/%d is a %s, no working day; move it or name the day of the week"), d.day, d.month, d.year, day_names[is]);
	bool looks_back = c->kind && (c->kind->id == KIND_BAO_CAO || c->kind->id == KIND_BIEN_BAN);
	if (!looks_back && deadline_before(t, at) && before_document(c, d) && t->zone != ZONE_HEAD)
		flag(c, t, at, to, N_("this deadline is before the date of the document; correct one of the two"));
}

/* "14 h00" beside "13h30". */
static void judge_hour(struct checker *c, const struct ptext *t, size_t w)
{
	const struct word *x = &t->words[w], *y = &t->words[w + 1];
	size_t n, len = y->to - y->from;
	const char *s = t->s + y->from;
	if (!x->digits || x->to - x->from > 2 || *gap_after(t, w, &n) != ' ' || n != 1 || *s != 'h' || len > 3 || strspn(s + 1, "0123456789") != len - 1)
		return;
	flag(c, t, x->from, y->to, N_("a space stands in the hour; write “%s%s”"), text_slice(c, t, x->from, x->to), text_slice(c, t, y->from, y->to));
	mend(c, arena_printf(c->a, "%s%s", text_slice(c, t, x->from, x->to), text_slice(c, t, y->from, y->to)));
}

/* "5/5/2025" beside the padding of the date line: days below 10 and the months 1 and 2 have a 0. */
static void judge_padding(struct checker *c, const struct ptext *t, size_t at, size_t to, struct date d)
{
	const char *s = t->s + at, *slash = memchr(s, '/', to - at);
	if (!slash || !viet_date_valid(d) || (padded(s, d.day, 10) && padded(slash + 1, d.month, 3)))
		return;
	const char *right = viet_date_short(c->a, d);
	flag(c, t, at, to, N_("days below 10 and the months 1 and 2 have a 0 before them; write “%s”"), right);
	mend(c, right);
}

void rule_dates(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->zone == ZONE_MARGIN || t->node->u.para.role == ROLE_PLACE_DATE)
			continue;
		for (size_t w = 0; w < t->n_words; w++) {
			struct date d;
			size_t to, at = t->words[w].from;
			if (!isdigit((unsigned char)t->s[at]))
				continue;
			if (w + 1 < t->n_words)
				judge_hour(c, t, w);
			if (!read_date(t, at, &d, &to))
				continue;
			saw(c);
			judge_date(c, t, at, to, d);
			judge_padding(c, t, at, to, d);
		}
	}
}
