/* Syllables that cannot be Vietnamese, slips that make real ones, and two ways to write one (N48, N53). */
#include <string.h>
#include "check/inner_rules.h"

/* ---- N48 ---- */

struct way { size_t n; const struct ptext *t; size_t from, to; };

static void note(struct way *w, const struct ptext *t, size_t from, size_t to)
{
	if (w->n++ == 0)
		*w = (struct way){1, t, from, to};
}

static void tell_rarer(struct checker *c, const struct way *a, const struct way *b, const char *fmt)
{
	const struct way *rare = a->n < b->n || (a->n == b->n && (a->t > b->t || (a->t == b->t && a->from > b->from))) ? a : b, *usual = rare == a ? b : a;
	if (a->n && b->n)
		flag(c, rare->t, rare->from, rare->to, fmt, text_slice(c, rare->t, rare->from, rare->to), text_slice(c, usual->t, usual->from, usual->to));
}

static void count_phrase(const struct checker *c, const char *phrase, struct way *w)
{
	for (size_t i = 0; i < c->n; i++)
		for (long at = find_phrase(&c->t[i], phrase, 0); at >= 0; at = find_phrase(&c->t[i], phrase, (size_t)at + 1))
			note(w, &c->t[i], (size_t)at, (size_t)at + strlen(phrase));
}

void rule_tones(struct checker *c)
{
	static const char *const pairs[][2] = {{"hằng ngày", "hàng ngày"}, {"hằng năm", "hàng năm"}, {"hằng tháng", "hàng tháng"}, {"hằng quý", "hàng quý"}};
	struct way first = {0}, second = {0};
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		for (size_t w = 0; w < t->n_words && t->node->u.para.role != ROLE_NATION; w++) {
			const struct word *x = &t->words[w];
			int place = tone_place(t->low + x->from, x->to - x->from);
			if (place)
				saw(c), note(place == 1 ? &first : &second, t, x->from, x->to);
		}
	}
	tell_rarer(c, &first, &second, N_("“%s” and “%s”: the tone stands in two ways; write all words of the document one way"));
	for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
		struct way a = {0}, b = {0};
		count_phrase(c, pairs[k][0], &a);
		count_phrase(c, pairs[k][1], &b);
		tell_rarer(c, &a, &b, N_("“%s” and “%s”: one word is written in two ways; write it one way"));
	}
}

/* ---- N53 ---- */

/* Slips that make other syllables: seen in real documents, or one letter or tone away from a word of every document. */
static const struct { const char *bad, *good; } slips[] = {
	{"địa đểm", "địa điểm"}, {"của yếu", "chủ yếu"}, {"tỉnh hình", "tình hình"}, {"công ttđt", "cổng TTĐT"}, {"công thông tin điện tử", "cổng thông tin điện tử"}, {"chính trị xã - hội", "chính trị - xã hội"},
	{"kinh tế xã - hội", "kinh tế - xã hội"}, {"trển khai", "triển khai"}, {"triển khái", "triển khai"}, {"thực hiên", "thực hiện"}, {"chủ chì", "chủ trì"}, {"trủ trì", "chủ trì"},
	{"phối hơp", "phối hợp"}, {"quyết đinh", "quyết định"}, {"nghi quyết", "nghị quyết"}, {"kế hoach", "kế hoạch"}, {"uỷ bản", "uỷ ban"}, {"ủy bản", "ủy ban"}, {"nhân dận", "nhân dân"},
	{"hôi đồng", "hội đồng"}, {"nghành", "ngành"}, {"xắp xếp", "sắp xếp"}, {"sử lý", "xử lý"}, {"sử phạt", "xử phạt"}, {"xử dụng", "sử dụng"}, {"bổ xung", "bổ sung"}, {"thống nhât", "thống nhất"},
	{"chỉnh sữa", "chỉnh sửa"}, {"sữa đổi", "sửa đổi"}, {"kiễm tra", "kiểm tra"}, {"kiểm trả", "kiểm tra"}, {"hướng đẫn", "hướng dẫn"}, {"giải quyêt", "giải quyết"}, {"trách nhiêm", "trách nhiệm"},
	{"nhiêm vụ", "nhiệm vụ"}, {"nhiệm vu", "nhiệm vụ"}, {"đon vị", "đơn vị"}, {"thời gian hoàn thanh", "thời gian hoàn thành"}, {"trình đô", "trình độ"}, {"tham mựu", "tham mưu"},
	{"kinh phi", "kinh phí"}, {"đề nghi", "đề nghị"}, {"chuyển đối số", "chuyển đổi số"}, {"sáng tao", "sáng tạo"}, {"phát triện", "phát triển"}, {"phát trển", "phát triển"}, {"công nghê", "công nghệ"},
	{"khoa hoc", "khoa học"}, {"chiên lược", "chiến lược"}, {"tập chung", "tập trung"}, {"chung ương", "trung ương"}, {"trung ưong", "trung ương"}, {"đăc biệt", "đặc biệt"}, {"dự kiên", "dự kiến"}, {"tiên độ", "tiến độ"},
	{"căn cư", "căn cứ"}, {"hiệu lưc", "hiệu lực"}, {"pháp luât", "pháp luật"}, {"quản lỷ", "quản lý"}, {"hổ trợ", "hỗ trợ"}, {"nổ lực", "nỗ lực"}, {"củ thể", "cụ thể"}, {"vướng mặc", "vướng mắc"},
};

static bool ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

/* A mark over a vowel: "Đ" alone makes no syllable of an abbreviation. */
static bool marked_vowel(const char *s, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if ((unsigned char)s[i] >= 0xC3 && !(!memcmp(s + i, "đ", 2)))
			return true;
	return false;
}

static bool names_of_others(const struct ptext *t, size_t w)
{
	char before = t->words[w].from ? t->s[t->words[w].from - 1] : ' ', behind = t->words[w].to < t->n ? t->s[t->words[w].to] : ' ';
	return strchr("-'/", before) || strchr("-'/", behind) || begins(t->s + t->words[w].to, "’");
}

void rule_syllables(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->zone == ZONE_MARGIN)
			continue;
		for (size_t k = 0; k < sizeof slips / sizeof *slips; k++)
			for (long at = find_phrase(t, slips[k].bad, 0); at >= 0; at = find_phrase(t, slips[k].bad, (size_t)at + 1)) {
				size_t n = strlen(slips[k].bad);
				if (!strcmp(slips[k].bad, "tỉnh hình") && begins(t->low + at + n, " thành"))
					continue; /* các tỉnh hình thành … */
				flag(c, t, (size_t)at, (size_t)at + n, N_("“%s” is probably a slip; “%s” may be meant"), text_slice(c, t, (size_t)at, (size_t)at + n), slips[k].good);
			}
		for (size_t w = 0; w < t->n_words; w++) {
			const struct word *x = &t->words[w];
			size_t n = x->to - x->from;
			const char *s = t->low + x->from;
			saw(c);
			if (ascii(s, n) || !marked_vowel(s, n) || x->digits || (x->capital && !x->capitals && !begins_sentence(t, w)) || names_of_others(t, w) || strpbrk(text_slice(c, t, x->from, x->to), "0123456789"))
				continue;
			if (!syllable_ok(s, n))
				flag(c, t, x->from, x->to, N_("“%s” is no Vietnamese syllable; correct the spelling"), text_slice(c, t, x->from, x->to));
		}
	}
}
