/* Capitals made normal (Phụ lục II, nd30.md 4): "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI" is "Ủy ban nhân dân tỉnh Quảng Ngãi". Phrases come
 * from a table, the longest first; what a phrase leaves open for the words behind it stands in its row. */
#include "read/know.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

/* What the words behind a phrase are, as far as no phrase knows them. */
enum then {
	PLAIN,  /* small letters */
	FIELD,  /* the field of a body: its first letter is a capital, and again behind a comma, "và" or a hyphen */
	NAME,   /* a proper name: each word has a capital */
	PLACE,  /* the same, and certain: a unit's name */
	SAME,   /* as before the phrase */
};

static const struct phrase { const char *s; enum then then; bool always; /* in sentences, too */ } phrases[] = {
	/* bodies whose field or level follows */
	{"Sở", FIELD, false}, {"Bộ", FIELD, false}, {"Cục", FIELD, false}, {"Tổng cục", FIELD, false}, {"Chi cục", FIELD, false}, {"Vụ", FIELD, false},
	{"Phòng", FIELD, false}, {"Ban", FIELD, false}, {"Văn phòng", PLAIN, false}, {"Trung tâm", FIELD, false}, {"Viện", FIELD, false}, {"Hội", FIELD, false},
	{"Hội đồng", FIELD, false}, {"Ủy ban", FIELD, false}, {"Uỷ ban", FIELD, false}, {"Thanh tra", PLAIN, false}, {"Công an", PLAIN, false}, {"Quỹ", FIELD, false},
	{"Đảng ủy", PLAIN, true}, {"Đảng uỷ", PLAIN, true}, {"Đảng bộ", PLAIN, true}, {"Chi bộ", NAME, true}, {"Tỉnh ủy", PLACE, true}, {"Tỉnh uỷ", PLACE, true},
	{"Thành ủy", PLACE, true}, {"Thành uỷ", PLACE, true}, {"Huyện ủy", PLACE, true}, {"Huyện uỷ", PLACE, true}, {"Quận ủy", PLACE, true}, {"Tỉnh đoàn", PLACE, true},
	{"Ủy ban nhân dân", PLAIN, true}, {"Uỷ ban nhân dân", PLAIN, true}, {"Hội đồng nhân dân", PLAIN, true}, {"Tòa án nhân dân", PLAIN, true}, {"Toà án nhân dân", PLAIN, true},
	{"Viện kiểm sát nhân dân", PLAIN, true}, {"Ủy ban Mặt trận Tổ quốc Việt Nam", PLAIN, true}, {"Uỷ ban Mặt trận Tổ quốc Việt Nam", PLAIN, true},
	{"Ủy ban Kiểm tra", PLAIN, true}, {"Uỷ ban Kiểm tra", PLAIN, true}, {"Ủy ban Thường vụ Quốc hội", PLAIN, true}, {"Mặt trận Tổ quốc Việt Nam", PLAIN, true},
	{"Mặt trận Tổ quốc", PLAIN, true}, {"Ban Thường vụ", PLAIN, true}, {"Ban Chấp hành", PLAIN, true}, {"Ban Chỉ đạo", PLAIN, true}, {"Ban Chỉ huy", PLAIN, true},
	{"Ban Quản lý", PLAIN, true}, {"Ban Tổ chức", PLAIN, true}, {"Ban Tuyên giáo và Dân vận", PLAIN, true}, {"Ban Nội chính", PLAIN, true}, {"Ban Bí thư", PLAIN, true},
	{"Ban Xây dựng Đảng", PLAIN, true}, {"Bộ Chính trị", PLAIN, true}, {"Bộ Chỉ huy Quân sự", PLAIN, true}, {"Bộ Tư lệnh", NAME, true}, {"Bộ Công an", PLAIN, true},
	{"Bộ Quốc phòng", PLAIN, true}, {"Hội đồng quản trị", PLAIN, true}, {"Hội đồng thành viên", PLAIN, true}, {"Tổ công tác", PLAIN, true}, {"Tổ giúp việc", PLAIN, true},
	{"Liên đoàn Lao động", PLAIN, true}, {"Hội Nông dân", PLAIN, true}, {"Hội Cựu chiến binh", PLAIN, true}, {"Hội Liên hiệp Phụ nữ", PLAIN, true}, {"Đoàn Thanh niên", PLAIN, true},
	{"Đoàn Thanh niên Cộng sản Hồ Chí Minh", PLAIN, true}, {"Đoàn TNCS Hồ Chí Minh", PLAIN, true}, {"Kho bạc Nhà nước", PLAIN, true}, {"Ngân hàng Nhà nước", PLAIN, true},
	{"Bảo hiểm xã hội", PLAIN, true}, {"Kiểm toán nhà nước", PLAIN, true}, {"Thông tấn xã Việt Nam", PLAIN, true}, {"Đài Phát thanh và Truyền hình", PLAIN, true},
	{"Văn phòng Chính phủ", PLAIN, true}, {"Văn phòng Trung ương Đảng", PLAIN, true}, {"Văn phòng Quốc hội", PLAIN, true},
	{"Trường", NAME, false}, {"Trường Đại học", NAME, true}, {"Trường Cao đẳng", NAME, true}, {"Trường Chính trị", PLAIN, true}, {"Trường Trung học phổ thông", NAME, true},
	{"Trường Trung học cơ sở", NAME, true}, {"Trường Tiểu học", NAME, true}, {"Trường Mầm non", NAME, true}, {"Trường THPT", NAME, true}, {"Trường THCS", NAME, true},
	{"Học viện", FIELD, true}, {"Bệnh viện", FIELD, true}, {"Bệnh viện Đa khoa", PLAIN, true}, {"Công ty", NAME, false}, {"Tổng công ty", NAME, false},
	{"Công ty Cổ phần", NAME, true}, {"Công ty TNHH", NAME, true}, {"Công ty TNHH MTV", NAME, true}, {"Công ty Trách nhiệm hữu hạn", NAME, true},
	/* titles */
	{"Giám đốc", PLAIN, true}, {"Phó Giám đốc", PLAIN, true}, {"Tổng Giám đốc", PLAIN, true}, {"Phó Tổng Giám đốc", PLAIN, true}, {"Chủ tịch", PLAIN, true},
	{"Phó Chủ tịch", PLAIN, true}, {"Bí thư", PLAIN, true}, {"Phó Bí thư", PLAIN, true}, {"Bộ trưởng", PLAIN, true}, {"Thứ trưởng", PLAIN, true}, {"Chánh Văn phòng", PLAIN, true},
	{"Phó Chánh Văn phòng", PLAIN, true}, {"Trưởng ban", FIELD, true}, {"Phó Trưởng ban", FIELD, true}, {"Trưởng phòng", FIELD, true}, {"Phó Trưởng phòng", FIELD, true},
	{"Cục trưởng", FIELD, true}, {"Chi cục trưởng", FIELD, true}, {"Hiệu trưởng", PLAIN, true}, {"Thủ tướng", PLAIN, true}, {"Thủ tướng Chính phủ", PLAIN, true},
	{"Ủy viên", PLAIN, true}, {"Uỷ viên", PLAIN, true}, {"Thủ trưởng", PLAIN, true},
	/* units */
	{"tỉnh", PLACE, false}, {"thành phố", PLACE, false}, {"huyện", PLACE, false}, {"quận", PLACE, false}, {"thị xã", PLACE, false}, {"thị trấn", PLACE, false},
	{"xã", PLACE, false}, {"phường", PLACE, false}, {"đặc khu", PLACE, false}, {"thôn", PLACE, false}, {"Khu kinh tế", NAME, true}, {"khu công nghiệp", NAME, false},
	{"các khu công nghiệp", PLAIN, true}, {"thành phố Hà Nội", PLAIN, true}, {"Thành phố Hồ Chí Minh", PLAIN, true}, {"Thủ đô Hà Nội", PLAIN, true},
	{"các xã", PLAIN, true}, {"các tỉnh", PLAIN, true}, {"các sở", PLAIN, true}, {"các phòng", PLAIN, true}, {"các bộ", PLAIN, true}, {"cấp xã", PLAIN, true},
	{"cấp tỉnh", PLAIN, true}, {"cấp huyện", PLAIN, true}, {"toàn tỉnh", PLAIN, true}, {"phòng, chống", PLAIN, true}, {"cán bộ", PLAIN, true}, {"nội bộ", PLAIN, true},
	{"bộ phận", PLAIN, true}, {"bộ máy", PLAIN, true}, {"cơ sở", PLAIN, true}, {"trụ sở", PLAIN, true}, {"ban hành", PLAIN, true}, {"hội nghị", PLAIN, true},
	{"hội thi", PLAIN, true}, {"thị trường", PLAIN, true}, {"hiện trường", PLAIN, true}, {"nhiệm vụ", SAME, true}, {"dịch vụ", SAME, true}, {"phục vụ", PLAIN, true},
	{"chức vụ", PLAIN, true}, {"nghĩa vụ", PLAIN, true}, {"nghiệp vụ", PLAIN, true}, {"công vụ", PLAIN, true}, {"vụ việc", PLAIN, true}, {"toàn bộ", PLAIN, true},
	{"cơ hội", PLAIN, true}, {"thư viện", PLAIN, true}, {"phòng ngừa", PLAIN, true}, {"ban ngành", PLAIN, true}, {"sở hữu", PLAIN, true}, {"nhà trường", PLAIN, true},
	{"quốc phòng", PLAIN, true}, {"dự phòng", PLAIN, true}, {"thường vụ", PLAIN, true}, {"đồng bộ", PLAIN, true}, {"tiến bộ", PLAIN, true},
	/* fields of two and more words that hold a word of another row */
	{"Nội vụ", SAME, false}, {"Ngoại vụ", SAME, false}, {"Môi trường", SAME, false}, {"Xã hội", SAME, false}, {"Công Thương", SAME, false}, {"Y tế", SAME, false},
	{"Dân tộc và Tôn giáo", SAME, false}, {"hợp tác xã", PLAIN, true},
	/* names */
	{"Việt Nam", SAME, true}, {"Đảng Cộng sản Việt Nam", PLAIN, true}, {"Đảng", PLAIN, false}, {"Nhà nước", PLAIN, true}, {"Nhân dân", PLAIN, false}, {"Chính phủ", PLAIN, true},
	{"Quốc hội", PLAIN, true}, {"Trung ương", PLAIN, true}, {"Hồ Chí Minh", SAME, true}, {"Tết Nguyên đán", PLAIN, true}, {"Internet", SAME, true},
	{"UBND", PLAIN, true}, {"HĐND", PLAIN, true}, {"MTTQ", PLAIN, true}, {"UBMTTQVN", PLAIN, true}, {"BCĐ", PLAIN, true}, {"TNHH", SAME, true}, {"MTV", SAME, true}, {"TP", PLACE, true}, {"TP.", PLACE, true}, {"TW", PLAIN, true},
	{"CNTT", SAME, true}, {"BHXH", PLAIN, true}, {"THPT", NAME, true}, {"THCS", NAME, true}, {"KH&CN", SAME, true}, {"ISO", SAME, true}, {"QLDA", SAME, true}, {"HTX", NAME, true}, {"ODA", SAME, true},
	/* provinces and cities, before and after 01/7/2025 */
	{"Tuyên Quang", PLAIN, true}, {"Cao Bằng", PLAIN, true}, {"Lai Châu", PLAIN, true}, {"Lào Cai", PLAIN, true}, {"Thái Nguyên", PLAIN, true}, {"Điện Biên", PLAIN, true},
	{"Lạng Sơn", PLAIN, true}, {"Sơn La", PLAIN, true}, {"Phú Thọ", PLAIN, true}, {"Bắc Ninh", PLAIN, true}, {"Quảng Ninh", PLAIN, true}, {"Hà Nội", PLAIN, true}, {"Hải Phòng", PLAIN, true},
	{"Hưng Yên", PLAIN, true}, {"Ninh Bình", PLAIN, true}, {"Thanh Hóa", PLAIN, true}, {"Nghệ An", PLAIN, true}, {"Hà Tĩnh", PLAIN, true}, {"Quảng Trị", PLAIN, true}, {"Đà Nẵng", PLAIN, true},
	{"Quảng Ngãi", PLAIN, true}, {"Gia Lai", PLAIN, true}, {"Đắk Lắk", PLAIN, true}, {"Khánh Hòa", PLAIN, true}, {"Lâm Đồng", PLAIN, true}, {"Đồng Nai", PLAIN, true}, {"Tây Ninh", PLAIN, true},
	{"Đồng Tháp", PLAIN, true}, {"An Giang", PLAIN, true}, {"Vĩnh Long", PLAIN, true}, {"Cần Thơ", PLAIN, true}, {"Cà Mau", PLAIN, true}, {"Huế", PLAIN, true}, {"Hà Giang", PLAIN, true},
	{"Bắc Kạn", PLAIN, true}, {"Yên Bái", PLAIN, true}, {"Hòa Bình", PLAIN, true}, {"Vĩnh Phúc", PLAIN, true}, {"Bắc Giang", PLAIN, true}, {"Hải Dương", PLAIN, true}, {"Thái Bình", PLAIN, true},
	{"Hà Nam", PLAIN, true}, {"Nam Định", PLAIN, true}, {"Quảng Bình", PLAIN, true}, {"Quảng Nam", PLAIN, true}, {"Kon Tum", PLAIN, true}, {"Bình Định", PLAIN, true}, {"Phú Yên", PLAIN, true},
	{"Ninh Thuận", PLAIN, true}, {"Bình Thuận", PLAIN, true}, {"Đắk Nông", PLAIN, true}, {"Bình Dương", PLAIN, true}, {"Bình Phước", PLAIN, true}, {"Long An", PLAIN, true}, {"Tiền Giang", PLAIN, true},
	{"Bến Tre", PLAIN, true}, {"Trà Vinh", PLAIN, true}, {"Sóc Trăng", PLAIN, true}, {"Hậu Giang", PLAIN, true}, {"Bạc Liêu", PLAIN, true}, {"Kiên Giang", PLAIN, true},
};
enum { N_PHRASES = sizeof phrases / sizeof *phrases, LONGEST_PHRASE = 64 };

/* Words that end a name: "Ban Chỉ đạo của tỉnh về phát triển …". */
static const char *const small[] = {"của", "về", "các", "những", "thuộc", "trực thuộc", "tại", "trong", "cho", "theo", "với", "để", "từ", "đến", "năm", "và", "số", "có", "phát triển", "thực hiện", "quản lý"};

/* Fields of bodies that are certain; others are written by the same rule, with a note. */
static const char *const fields[] = {"khoa học", "công nghệ", "tài chính", "nông nghiệp", "tư pháp", "giáo dục", "đào tạo", "xây dựng", "văn hóa", "văn hoá", "thể thao",
	"du lịch", "thông tin", "truyền thông", "kế hoạch", "đầu tư", "lao động", "thương binh", "tài nguyên", "giao thông vận tải", "kinh tế", "hạ tầng", "dân tộc", "tôn giáo", "thuế",
	"hải quan", "thống kê", "kiểm lâm", "thủy lợi", "phát triển nông thôn", "tổng hợp", "tổ chức", "hành chính", "quản trị", "nội chính", "kiểm tra", "quản lý", "chỉ đạo", "tuyên giáo", "dân vận"};

struct caser { struct buf out; enum then state; bool start, sure; };

static bool word_end(const char *p) { return !*p || strchr(" ,.;:-()\"\n/", *p); }

/* The longest phrase that the text begins with, as it is in small letters; *n: its bytes. */
static const struct phrase *phrase_at(const char *low, bool sentence, const char *const *folded, size_t *n)
{
	const struct phrase *best = NULL;
	*n = 0;
	for (size_t i = 0; i < N_PHRASES; i++) {
		size_t len = strlen(folded[i]);
		if (len <= *n || strncmp(low, folded[i], len) || !word_end(low + len) || (sentence && !phrases[i].always))
			continue;
		best = &phrases[i];
		*n = len;
	}
	return best;
}

static size_t listed(const char *low, const char *const *words, size_t count)
{
	size_t best = 0;
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(words[i]);
		if (len > best && !strncmp(low, words[i], len) && word_end(low + len))
			best = len;
	}
	return best;
}

static void put_capital(struct caser *c, struct arena *a, const char *s, size_t n, bool capital)
{
	const char *w = arena_strndup(a, s, n);
	buf_puts(&c->out, capital ? utf8_upper_first(a, w) : w);
	c->start = false;
}

/* A field outside of a body's name has small letters. */
static void put_phrase(struct caser *c, struct arena *a, const struct phrase *p)
{
	bool small_field = p->then == SAME && !p->always && c->state != FIELD;
	const char *s = small_field ? utf8_lower(a, p->s) : p->s;
	put_capital(c, a, s, strlen(s), c->start);
	if (p->then != SAME)
		c->state = p->then;
	else if (c->state == FIELD)
		c->state = SAME;
}

/* "II", "CNTT", "5G": a Roman numeral, letters without a vowel, letters and digits stay as they are. */
static bool is_sign(const char *s, size_t n)
{
	bool vowel = false, digit = false;
	if (strspn(s, "IVXL") == n && viet_unroman(s, n) > 0)
		return true;
	for (const char *p = s, *e = s + n; p < e;) {
		uint32_t c = utf8_next(&p, e);
		digit = digit || (c >= '0' && c <= '9');
		vowel = vowel || (c < 0x80 ? c && strchr("AEIOUY", (int)c) : c != 0x110);
	}
	return digit || !vowel;
}

/* A word, or a field, that no phrase holds; returns its bytes. s: the same in capitals. */
static size_t put_word(struct caser *c, struct arena *a, const char *low, const char *s)
{
	size_t n = 1;
	while (!word_end(low + n))
		n++;
	if (is_sign(s, n)) {
		put_capital(c, a, s, n, false);
		return n;
	}
	n = listed(low, small, sizeof small / sizeof *small);
	if (n) {
		if (c->state != FIELD || strncmp(low, "và", strlen("và")) != 0)
			c->state = PLAIN;
		put_capital(c, a, low, n, c->start);
		return n;
	}
	n = listed(low, fields, sizeof fields / sizeof *fields);
	bool known = n > 0;
	for (n = n ? n : 1; !word_end(low + n); n++)
		;
	bool digit = *low >= '0' && *low <= '9';
	c->sure = c->sure && (digit || c->state == PLACE || (known && c->state == FIELD) || (known && c->state == PLAIN));
	bool was_field = c->state == FIELD;
	put_capital(c, a, low, n, c->start || c->state == FIELD || c->state == NAME || c->state == PLACE);
	if (was_field)
		c->state = SAME; /* of the field's other words none */
	return n;
}

/* Behind a field a comma, "và" or a hyphen may begin another. */
static void rejoin(struct caser *c, const char *low)
{
	if (c->state == SAME && (*low == ',' || !strncmp(low, "- ", 2) || (!strncmp(low, "và", strlen("và")) && word_end(low + strlen("và")))))
		c->state = FIELD;
}

static const char *recased(struct know *k, const char *s, bool *sure, bool sentence)
{
	const char **folded = ARENA_ARRAY(k->a, const char *, N_PHRASES), *low = utf8_lower(k->a, s), *begin = low, *out;
	bool parallel = strlen(low) == strlen(s); /* so it is with the letters of Vietnamese */
	struct caser c = {BUF_INIT, PLAIN, true, true};
	for (size_t i = 0; i < N_PHRASES; i++)
		folded[i] = utf8_lower(k->a, phrases[i].s);
	while (*low) {
		size_t n;
		if (word_end(low)) {
			rejoin(&c, low);
			if (*low == '(' || *low == '"' || *low == '.')
				c.state = PLAIN;
			buf_putc(&c.out, *low++);
			continue;
		}
		rejoin(&c, low);
		const struct phrase *p = phrase_at(low, sentence, folded, &n);
		if (!p) {
			low += put_word(&c, k->a, low, parallel ? s + (low - begin) : low);
			continue;
		}
		put_phrase(&c, k->a, p);
		low += n;
	}
	*sure = c.sure && !sentence;
	out = arena_strdup(k->a, c.out.data ? c.out.data : "");
	buf_free(&c.out);
	return out;
}

static bool in_capitals(struct know *k, const char *s)
{
	return !strcmp(s, utf8_upper(k->a, s)) && strcmp(s, utf8_lower(k->a, s)) != 0;
}

const char *know_case(struct know *k, const char *s, bool *sure)
{
	*sure = true;
	return in_capitals(k, s) ? recased(k, s, sure, false) : s;
}

const char *know_case_sentence(struct know *k, const char *s, bool *sure)
{
	*sure = true;
	return in_capitals(k, s) ? recased(k, s, sure, true) : s;
}
