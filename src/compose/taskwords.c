/* What sentences of directives say of who, with whom and until when. Words are looked for in small letters; what is given back stands
 * as written. */
#include "base/deadline.h"
#include "base/utf8.h"
#include "compose/tasks.h"
#include <string.h>

/* Small letters of a text have as many bytes as it has itself, for all letters of Vietnamese. NULL where they have not. */
static const char *lower_of(struct arena *a, const char *s)
{
	const char *low = utf8_lower(a, s);
	return strlen(low) == strlen(s) ? low : NULL;
}

static bool starts(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

/* ---- who ---- */

/* First words of what a body is charged with: its name ends before them. */
enum { SURE = 3 }; /* the first of them are never a part of a name */
static const char *const verbs[] = {"chủ trì", "chủ động", "phối hợp", "khẩn trương", "tham mưu", "thường xuyên", "tiếp tục", "tổ chức", "xây dựng",
	"rà soát", "triển khai", "nghiên cứu", "hướng dẫn", "theo dõi", "tổng hợp", "báo cáo", "căn cứ", "có trách nhiệm", "kiểm tra", "đôn đốc",
	"thực hiện", "hoàn thành", "trình", "ban hành", "chỉ đạo", "tập trung", "tăng cường", "đẩy mạnh", "bảo đảm", "đảm bảo", "bố trí", "cân đối",
	"đề xuất", "làm đầu mối", "là cơ quan", "quán triệt", "cụ thể hóa", "phát huy", "nâng cao", "sớm", "kịp thời", "phải", "lập", "cung cấp", "trong", "để", "nhằm",
	"có nhiệm vụ", "thẩm định", "xem xét", "cho ý kiến", "thống nhất", "giải quyết", "hỗ trợ", "chuẩn bị", "nạp", "cập nhật", "vận hành", "quản lý", "giám sát",
	"đánh giá", "nộp", "gửi", "điều chỉnh", "bổ sung", "tiếp nhận", "thông báo", "công bố", "tuyên truyền", "đăng ký", "ưu tiên", "duy trì", "khai thác", "kết nối",
	"xử lý", "cử", "tham gia", "lựa chọn", "chịu trách nhiệm", "hoàn thiện", "quyết định", "phê duyệt", "huy động", "vận động", "đào tạo", "tập huấn", "sử dụng",
	"thành lập", "rút ngắn", "cắt giảm", "quan tâm", "quy định", "kiện toàn", "phân công", "phân bổ", "sơ kết", "tổng kết", "nhân rộng", "đưa"};

/* Words before such a verb that make it a part of a name: "các tổ chức", "Ban Chỉ đạo" is told by its capital. */
static bool inside_name(const char *low, const char *at)
{
	static const char *const before[] = {"các ", "những ", "cơ quan ", "phòng ", "ban ", "chuyên trách ", "đơn vị ", "người ", "hội đồng "};
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		size_t n = strlen(before[i]);
		if (at >= low + n && !memcmp(at - n, before[i], n))
			return true;
	}
	return false;
}

/* Where the name that begins s ends: before ":", a verb in small letters, or ", phối hợp". */
static size_t name_end(const char *s, const char *low)
{
	enum { LONG = 600 }; /* no list of names is longer */
	size_t end = strcspn(s, ":");
	if (end > LONG)
		end = strcspn(s, ":;");
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		size_t n = strlen(verbs[i]);
		for (const char *p = s; (p = strstr(p, verbs[i])) && (size_t)(p - s) < end; p += n) {
			bool word = p > s && strchr(" ,", p[-1]) && (!p[n] || strchr(" ,;:.", p[n]));
			if (word && (i < SURE || !inside_name(low, low + (p - s)))) {
				end = (size_t)(p - s);
				break;
			}
		}
	}
	return end;
}

static const char *trimmed(struct arena *a, const char *s, size_t n)
{
	while (n && strchr(" ,.;:\n", s[n - 1]))
		n--;
	while (n && strchr(" ,\n", *s))
		s++, n--;
	return n ? arena_strndup(a, s, n) : NULL;
}

/* "phối hợp với Sở B, Sở C" from s on; NULL if it is not said near. */
static const char *partners_of(struct arena *a, const char *s, const char *low)
{
	enum { NEAR = 60 };
	static const char with[] = "phối hợp với ";
	const char *p = strstr(low, with);
	if (!p || p - low > NEAR)
		return NULL;
	size_t at = (size_t)(p - low) + strlen(with);
	return trimmed(a, s + at, name_end(s + at, low + at));
}

/* First words of names of bodies. */
static bool is_body(const char *low)
{
	static const char *const words[] = {"sở ", "ban ", "bộ ", "ubnd", "ủy ban", "uỷ ban", "hđnd", "hội đồng nhân dân", "công an", "văn phòng", "thanh tra",
		"cục ", "chi cục", "tổng cục", "trung tâm", "viện ", "trường ", "đảng ủy", "tỉnh ủy", "thành ủy", "hội ", "liên đoàn", "tỉnh đoàn", "các ",
		"kho bạc", "bảo hiểm", "ngân hàng", "báo ", "đài ", "chủ tịch", "giám đốc", "thủ trưởng", "phòng ",
		"đồng chí", "mặt trận", "ủy viên", "tổ công tác", "tổ giúp việc", "thường trực", "bưu điện", "tập đoàn", "công ty", "doanh nghiệp", "thuế ", "hải quan"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (starts(low, words[i]))
			return true;
	return false;
}

static const char *after_order(const char *low)
{
	static const char *const orders[] = {"giao cho ", "giao ", "đề nghị ", "yêu cầu ", "phân công ", "trách nhiệm của "};
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
		if (starts(low, orders[i]))
			return low + strlen(orders[i]);
	return NULL;
}

static bool begins_with_verb(const char *low)
{
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (starts(low, verbs[i]))
			return true;
	return false;
}

/* A name begins with a capital, or with the words of a group ("các sở"). */
static bool is_name(const char *s, const char *low)
{
	const char *p = s;
	return is_body(low) || utf8_is_upper(utf8_next(&p, s + strlen(s)));
}

static bool ends_open(const char *s)
{
	size_t n = strlen(s);
	while (n && strchr(" \n", s[n - 1]))
		n--;
	return n && s[n - 1] == ':';
}

struct charge task_charge(struct arena *a, const char *text)
{
	struct charge c = {0};
	const char *low = lower_of(a, text);
	if (!low)
		return c;
	const char *order = after_order(low), *colon = strchr(text, ':');
	const char *name = order ? text + (order - low) : text;
	const char *name_low = order ? order : low;
	c.partners = partners_of(a, text, low);
	if (order && is_name(name, name_low)) {
		c.order = true;
		c.lead = trimmed(a, name, name_end(name, name_low));
		c.opens = ends_open(text) || starts(low, "trách nhiệm của ");
		if (c.partners == NULL && c.lead) /* behind a long name */
			c.partners = partners_of(a, name + strlen(c.lead), name_low + strlen(c.lead));
	} else if (!order && is_body(low) && (colon || strstr(low, " chủ trì"))) {
		size_t end = name_end(text, low);
		const char *said = low + end + (text[end] == ':');
		said += strspn(said, " ");
		bool named = text[end] == ':' ? !*said || begins_with_verb(said) : starts(said, "chủ trì");
		if (!named || end > 160)
			return c;
		c.lead = trimmed(a, text, end);
		c.opens = ends_open(text);
		const char *rest = text + end, *rest_low = low + end;
		c.partners = partners_of(a, rest, rest_low);
	}
	return c;
}

/* ---- until when ---- */

/* Words that a deadline begins with; done: at a text's end they say outright that it is one. */
static const struct cue { const char *words; bool done; } cues[] = {
	{"hoàn thành trước", true}, {"hoàn thành trong", true}, {"hoàn thành chậm nhất", true}, {"hoàn thành vào", true}, {"xong trước", true}, {"xong trong", true},
	{"thời hạn hoàn thành", true}, {"thời gian hoàn thành", true}, {"thời gian thực hiện", true}, {"báo cáo trước", true},
	{"trước ngày", true}, {"trước tháng", true}, {"chậm nhất", true}, {"trong quý", false}, {"trong tháng", false}, {"trong năm", false},
	{"định kỳ", false}, {"hằng tháng", false}, {"hàng tháng", false}, {"hằng quý", false}, {"hàng quý", false}, {"hằng tuần", false}, {"hàng tuần", false}};

/* What of a cue is no part of the time: "hoàn thành", "thời hạn hoàn thành:". */
static const char *time_of(const char *s, const char *low)
{
	static const char *const lead[] = {"thời hạn hoàn thành", "thời gian hoàn thành", "thời gian thực hiện", "hoàn thành", "xong", "báo cáo"};
	for (size_t i = 0; i < sizeof lead / sizeof *lead; i++)
		if (starts(low, lead[i])) {
			s += strlen(lead[i]);
			return s + strspn(s, " :");
		}
	return s;
}

/* End of the time: a sign between sentences, not one inside a date. */
static size_t time_end(const char *s)
{
	size_t n = 0;
	for (; s[n]; n++)
		if (strchr(";\n)", s[n]) || (strchr(".,", s[n]) && (!s[n + 1] || strchr(" \n)", s[n + 1]))))
			break;
	return n;
}

static bool is_time(struct arena *a, const char *words)
{
	struct deadline d;
	deadline_read(a, words, &d);
	return d.kind != DEADLINE_NONE && d.kind != DEADLINE_UNCLEAR && d.kind != DEADLINE_CONDITIONAL;
}

/* The shortest beginning of the n bytes that is a time, in whole words: what follows is of the sentence. */
static const char *time_in(struct arena *a, const char *s, size_t n)
{
	enum { WORDS = 16 };
	size_t k = 0;
	for (int words = 0; k < n && words < WORDS; words++) {
		k += strspn(s + k, " ");
		k += strcspn(s + k, " ");
		const char *t = trimmed(a, s, k < n ? k : n);
		if (t && is_time(a, t))
			return t;
	}
	return NULL;
}

const char *task_due(struct arena *a, const char *text, bool *sure)
{
	const char *low = lower_of(a, text), *found = NULL, *at = NULL;
	size_t last = 0;
	*sure = false;
	for (size_t i = 0; low && i < sizeof cues / sizeof *cues; i++) {
		for (const char *p = low; (p = strstr(p, cues[i].words)); p++) {
			if ((p > low && !strchr(" ;,.(\n", p[-1])) || (found && (size_t)(p - low) < last))
				continue;
			const char *s = time_of(text + (p - low), p), *t = time_in(a, s, time_end(s));
			if (!t || (found && s == at)) /* "trong quý" inside "hoàn thành trong quý" */
				continue;
			const char *rest = s + strlen(t);
			at = s;
			found = t;
			last = (size_t)(p - low) + 1; /* of two cues at one place the longer, which comes first */
			*sure = cues[i].done && !rest[strspn(rest, " .;)\n")];
		}
	}
	return found;
}
