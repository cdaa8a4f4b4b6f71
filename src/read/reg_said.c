/* What the words and numbers of progress and state say: "đang triển khai", "HT", "quá hạn chưa hoàn thành", "hoàn thành 75%", "3/4". */
#include "read/reg_in.h"
#include <stdlib.h>
#include <string.h>

enum { LONGEST_KEY = 160 /* of words that are looked at: more is an account, not a state */ };

/* ---- numbers ---- */

bool reg_percent(const char *s, double *out)
{
	char *end, copy[32];
	size_t n = s ? strlen(s) : 0;
	bool sign = n && s[n - 1] == '%';
	n -= sign;
	while (n && s[n - 1] == ' ')
		n--;
	if (!n || n >= sizeof copy || strspn(s, "0123456789.,/-") < n)
		return false;
	for (size_t i = 0; i < n; i++)
		copy[i] = s[i] == ',' ? '.' : s[i];
	copy[n] = '\0';
	double x = strtod(copy, &end), y;
	if (*end == '/' && !sign && end != copy) {
		const char *from = end + 1;
		y = strtod(from, &end);
		if (end == from || *end || y <= 0 || x < 0)
			return false;
		*out = 100 * x / y;
		return true;
	}
	if (*end || end == copy)
		return false;
	*out = !sign && x > 0 && x < 1 ? 100 * x : x;
	return true;
}

/* The one percentage that stands among words ("khoảng 75%"); -1 if there is none, or several. */
static double percent_among(const char *s)
{
	double found = -1;
	for (const char *p = strchr(s, '%'); p; p = strchr(p + 1, '%')) {
		const char *e = p, *b;
		char copy[16];
		while (e > s && e[-1] == ' ')
			e--;
		for (b = e; b > s && strchr("0123456789.,", b[-1]); b--)
			;
		size_t n = (size_t)(e - b);
		if (!n || n >= sizeof copy)
			continue;
		if (found >= 0)
			return -1;
		for (size_t i = 0; i < n; i++)
			copy[i] = b[i] == ',' ? '.' : b[i];
		copy[n] = '\0';
		found = strtod(copy, NULL);
	}
	return found;
}

/* ---- words ---- */

static bool holds(const char *key, const char *const *list)
{
	for (; *list; list++)
		if (strstr(key, *list))
			return true;
	return false;
}

static const char *const not_begun[] = {"chuathuchien", "chuatrienkhai", "chuabatdau", "chuatiepnhan", "chualam", "chuaxuly", "chuatrien", "chuaco", NULL};
static const char *const unfinished[] = {"chuahoanthanh", "khonghoanthanh", "chuaxong", "chuadat", "chuadenhan", "chuadenky", "danghoanthanh", "dukienhoanthanh", "sehoanthanh",
	"saphoanthanh", "ganhoanthanh", "cobanhoanthanh", "hoanthanhcoban", "hoanthanhmotphan", "phandauhoanthanh", "chuahoantat", NULL};
static const char *const doing[] = {"dangthuchien", "dangtrienkhai", "dangxuly", "danglam", "dangsoan", "dangtrinh", "dangthammuu", "danghoanthien", "dangxaydung",
	"dangchuanbi", "dangduthao", "dangphoihop", "dangcho", "dangtronghan", "dangtiep", "tieptucthuchien", "tieptuctrienkhai", NULL};
static const char *const done[] = {"hoanthanh", "hoantat", "daxong", "dathuchienxong", "ketthuc", "dathuchien", "daxuly", NULL};
static const char *const late[] = {"quahan", "quathoihan", "trehan", "chamhan", "muonhan", "sauhan", "tretiendo", "chamtiendo", "hoanthanhtre", "hoanthanhcham", "hoanthanhmuon", NULL};
static const char *const in_time[] = {"dunghan", "truochan", "tronghan", "somhan", "dungthoihan", "truocthoihan", "trongthoihan", "dungtiendo", "vuottiendo", NULL};
static const char *const stopped[] = {"tamdung", "dungthuchien", "bahuy", "dahuy", "huybo", "khongthuchien", "rutkhoi", NULL};
static const char *const recurring[] = {"thuongxuyen", "hangnam", "hangthang", "hangquy", NULL};

static enum reg_said alone(const char *key)
{
	static const struct { const char *word; enum reg_said said; } rows[] = {{"xong", SAID_DONE}, {"ht", SAID_DONE}, {"done", SAID_DONE}, {"dat", SAID_DONE}, {"x", SAID_DONE},
		{"dth", SAID_DOING}, {"cht", SAID_DOING}, {"dang", SAID_DOING}, {"trienkhai", SAID_DOING}, {"thuchien", SAID_DOING}, {"qh", SAID_OVERDUE}, {"cham", SAID_OVERDUE},
		{"chua", SAID_NOT_BEGUN}, {"cth", SAID_NOT_BEGUN}, {"tre", SAID_OVERDUE}, {"htdh", SAID_DONE_IN_TIME}, {"htqh", SAID_DONE_LATE}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(key, rows[i].word))
			return rows[i].said;
	return SAID_NOTHING;
}

static enum reg_said of_key(const char *key)
{
	bool is_late = holds(key, late), is_done = holds(key, done), open = holds(key, unfinished) || holds(key, doing);
	if (holds(key, stopped))
		return SAID_STOPPED;
	if (holds(key, not_begun))
		return is_late ? SAID_OVERDUE : SAID_NOT_BEGUN;
	if (open)
		return is_late ? SAID_OVERDUE : SAID_DOING;
	if (is_done && is_late)
		return holds(key, in_time) ? SAID_NOTHING : SAID_DONE_LATE;
	if (is_done)
		return holds(key, in_time) ? SAID_DONE_IN_TIME : SAID_DONE;
	if (is_late)
		return SAID_OVERDUE;
	if (strstr(key, "dungtiendo") || !strcmp(key, "tronghan"))
		return SAID_DOING;
	return holds(key, recurring) ? SAID_RECURRING : SAID_NOTHING;
}

enum reg_said reg_words_say(struct arena *a, const char *s, double *percent)
{
	char *open = arena_strdup(a, s);
	for (char *p = strchr(open, '('); p; p = strchr(p, '('))
		*p = ' '; /* a remark belongs to the words here */
	const char *key = reg_title_key(a, open);
	enum reg_said said = alone(key);
	if (said == SAID_NOTHING && strlen(key) < LONGEST_KEY)
		said = of_key(key);
	*percent = percent_among(s);
	if (*percent >= 0 && *percent < 100 && (said == SAID_DONE || said == SAID_NOTHING))
		said = SAID_DOING; /* "hoàn thành 75%" */
	return said;
}
