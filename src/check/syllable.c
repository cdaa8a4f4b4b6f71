/* Vietnamese syllables: onset, rhyme, tone. A word that none of the tables can make is no Vietnamese syllable. */
#include <string.h>
#include "base/utf8.h"
#include "check/inner.h"

enum { TONE_NONE, TONE_ACUTE, TONE_GRAVE, TONE_HOOK, TONE_TILDE, TONE_DOT };

/* Each vowel with its tones, in the order above. */
static const char *const vowels[][6] = {
	{"a", "á", "à", "ả", "ã", "ạ"}, {"ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"}, {"â", "ấ", "ầ", "ẩ", "ẫ", "ậ"}, {"e", "é", "è", "ẻ", "ẽ", "ẹ"},
	{"ê", "ế", "ề", "ể", "ễ", "ệ"}, {"i", "í", "ì", "ỉ", "ĩ", "ị"}, {"o", "ó", "ò", "ỏ", "õ", "ọ"}, {"ô", "ố", "ồ", "ổ", "ỗ", "ộ"},
	{"ơ", "ớ", "ờ", "ở", "ỡ", "ợ"}, {"u", "ú", "ù", "ủ", "ũ", "ụ"}, {"ư", "ứ", "ừ", "ử", "ữ", "ự"}, {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"},
};
/* Longest first. "gi" and "qu" take their vowel with them where a rhyme follows. */
static const char *const onsets[] = {"ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l",
	"m", "n", "p", "r", "s", "t", "v", "x", ""};
static const char rhymes[] =
	" a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
	"i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet "
	"oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uên uênh uêt uc ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy "
	"uya uych uyên uyêt uyn uynh uyt uyu uyp ư ưa ưc ươc ươi ươm ươn ương ươp ươt ươu ưi ưm ưn ưng ưt ưu y yêm yên yêng yêt yêu ych ynh yt ";

/* The rhyme's letters without tone into out; the number of toned vowels, *tone the last. */
static int strip(const char *s, size_t n, char *out, int *tone)
{
	const char *p = s, *end = s + n;
	int toned = 0;
	*tone = TONE_NONE;
	while (p < end) {
		const char *at = p;
		utf8_next(&p, end);
		size_t len = (size_t)(p - at);
		const char *plain = NULL;
		for (size_t v = 0; v < sizeof vowels / sizeof *vowels && !plain; v++)
			for (int k = 1; k < 6 && !plain; k++)
				if (strlen(vowels[v][k]) == len && !memcmp(vowels[v][k], at, len)) {
					plain = vowels[v][0];
					*tone = k;
					toned++;
				}
		memcpy(out, plain ? plain : at, plain ? strlen(plain) : len);
		out += plain ? strlen(plain) : len;
	}
	*out = '\0';
	return toned;
}

static bool is_rhyme(const char *s)
{
	char key[24];
	size_t n = strlen(s);
	if (n + 3 > sizeof key || !n)
		return false;
	key[0] = ' ';
	memcpy(key + 1, s, n);
	memcpy(key + 1 + n, " ", 2);
	return strstr(rhymes, key) != NULL;
}

static bool front(const char *r) { return *r == 'e' || *r == 'i' || *r == 'y' || begins(r, "ê"); }

/* Which letters write the sound before which vowel. */
static bool spelled(const char *onset, const char *r)
{
	if (!strcmp(onset, "k") || !strcmp(onset, "gh") || !strcmp(onset, "ngh"))
		return front(r);
	if (!strcmp(onset, "c") || !strcmp(onset, "ng"))
		return !front(r);
	if (!strcmp(onset, "g"))
		return !front(r) || *r == 'i';
	return true;
}

static bool fits(const char *onset, const char *r, int tone)
{
	size_t n = strlen(r);
	bool stop = n > 1 && (strchr("ptck", r[n - 1]) || ends(r, "ch"));
	if (stop && tone != TONE_ACUTE && tone != TONE_DOT)
		return false;
	return spelled(onset, r);
}

bool syllable_ok(const char *s, size_t n)
{
	char plain[40], tail[40];
	int tone;
	if (n > 24 || strip(s, n, plain, &tone) > 1)
		return false;
	for (size_t i = 0; i < sizeof onsets / sizeof *onsets; i++) {
		const char *o = onsets[i], *r;
		if (!begins(plain, o))
			continue;
		r = plain + strlen(o);
		if (!strcmp(o, "gi") || !strcmp(o, "qu")) { /* gì, giêng, quốc, quy */
			if (!*r || (is_rhyme(r) && fits(o, r, tone)))
				return true;
			strcpy(tail, o + 1);
			strcat(tail, r);
			if (is_rhyme(tail) && fits("", tail, tone))
				return true;
		} else if (is_rhyme(r) && fits(o, r, tone)) {
			return true;
		}
	}
	return false;
}

int tone_place(const char *s, size_t n)
{
	static const char *const pairs[][3] = {{"oa", "o", "a"}, {"oe", "o", "e"}, {"uy", "u", "y"}};
	char plain[40];
	int tone;
	if (n > 12 || *s == 'q' || strip(s, n, plain, &tone) != 1)
		return 0;
	for (size_t i = 0; i < 3; i++) {
		if (!ends(plain, pairs[i][0]))
			continue;
		/* the last letter bears the tone if the word does not end in the plain vowel */
		return s[n - 1] == pairs[i][2][0] ? 1 : 2;
	}
	return 0;
}
