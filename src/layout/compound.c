/* Words that belong together in the titles of official documents: a centred line does not end between them ("ỦY BAN NHÂN /
 * DÂN TỈNH"), unless nothing else fits. */
#include <string.h>
#include "base/utf8.h"
#include "layout/lay.h"

/* Each two neighbours of an entry are a pair. Small letters, NFC. */
static const char *const compounds[] = {
	"ủy ban nhân dân", "uỷ ban nhân dân", "ủy ban mặt trận tổ quốc", "uỷ ban mặt trận tổ quốc", "hội đồng nhân dân", "việt nam",
	"hồ chí minh", "trung ương", "thường vụ", "thường trực", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "đảng ủy", "đảng uỷ",
	"đảng bộ", "chi bộ", "chấp hành", "chính trị", "bí thư", "chủ tịch", "giám đốc", "chánh văn phòng", "trưởng ban", "trưởng phòng",
	"hội nghị", "hội đồng", "ban chỉ đạo", "ban quản lý", "ban tổ chức", "trung tâm", "văn phòng", "thành phố", "đặc khu", "địa phương",
	"địa bàn", "đơn vị", "cơ quan", "quốc gia", "nhà nước", "chính phủ", "khu kinh tế", "khu công nghiệp", "nông nghiệp", "môi trường",
	"tài nguyên", "tài chính", "kế hoạch", "đầu tư", "giáo dục", "đào tạo", "y tế", "văn hóa", "văn hoá", "thể thao", "du lịch", "lao động",
	"thương binh", "tư pháp", "nội vụ", "xây dựng", "giao thông", "vận tải", "công thương", "công an", "công nghệ số", "công nghiệp", "công vụ",
	"công chức", "viên chức", "cán bộ", "chuyên trách", "công tác", "khoa học", "đổi mới", "sáng tạo", "chuyển đổi số", "phát triển",
	"kinh tế", "xã hội", "hành chính", "hành động", "cải cách", "thông tin", "điện tử", "truyền thông", "liên lạc", "dịch vụ", "phục vụ",
	"dữ liệu", "hạ tầng", "nền tảng", "an toàn", "hệ thống", "mạng lưới", "nhân lực", "nguồn vốn", "ngân sách", "quản lý", "điều hành",
	"theo dõi", "giám sát", "kiểm tra", "đánh giá", "xếp loại", "tiếp nhận", "xử lý", "rà soát", "bố trí", "sử dụng", "cung cấp", "bảo đảm",
	"thiết yếu", "cơ sở", "phụ trách", "nghiên cứu", "hỗ trợ", "tư vấn", "sở hữu", "trí tuệ", "khu vực",
	"ứng phó", "phòng chống", "thiên tai", "tấn công", "mưa bão", "sạt lở", "diễn tập", "nghiệm thu", "hoàn thành", "khối lượng",
	"thiết bị", "quan trắc", "chất lượng", "kết quả", "kết luận", "tình hình", "tiến độ", "nhiệm vụ", "trọng tâm", "phương hướng",
	"giải pháp", "thực hiện", "triển khai", "tổ chức", "thành lập", "kiện toàn", "phê duyệt", "ban hành", "công nhận", "công bố", "phổ biến",
	"quyết định", "nghị quyết", "chỉ thị", "thông báo", "báo cáo", "tờ trình", "chương trình", "dự án", "đề án", "quy chế", "quy định",
	"chủ trương", "chính sách", "danh mục", "danh sách", "hồ sơ", "văn bản", "thủ tục", "giai đoạn", "nhiệm kỳ", "định hướng", "lực lượng",
	"báo cáo viên", "tuyên giáo", "dân vận", "quân sự", "biên phòng", "thanh tra", "dân tộc", "tôn giáo", "tòa án", "toà án", "kiểm sát",
};

/* Bound to the word after them: "năm 2026", "và theo dõi". */
static const char *const heads[] = {"tỉnh", "xã", "phường", "phố", "khu", "năm", "quý", "đợt", "và", "của"};
/* The name of a place after them has two syllables as a rule: "tỉnh Hà Thanh". */
static const char *const places[] = {"tỉnh", "xã", "phường", "phố", "khu"};

/* The words a and b, one after the other inside s? */
static bool has_pair(const char *s, const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	for (const char *p = s; *p; p += strspn(p, " ")) {
		size_t w = strcspn(p, " ");
		const char *q = p + w + strspn(p + w, " ");
		if (w == n && !memcmp(p, a, n) && strcspn(q, " ") == m && !memcmp(q, b, m))
			return true;
		p += w;
	}
	return false;
}

static bool among(const char *const *v, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(v[i], s))
			return true;
	return false;
}

/* "Hoàng": a capital and small letters, so that two in a row are a name. */
static bool is_name(const char *s, size_t n)
{
	const char *p = s, *end = s + n;
	return n && utf8_is_upper(utf8_next(&p, end)) && p < end && utf8_is_lower(utf8_next(&p, end));
}

static const char *small(struct lay *l, const char *s, size_t n)
{
	return n <= 16 ? utf8_lower(l->a, arena_strndup(l->a, s, n)) : ""; /* bytes: longer than any syllable */
}

bool lay_compound(struct lay *l, const char *before, size_t k, const char *a, size_t n, const char *b, size_t m)
{
	if (!n || !m || strchr(".,;:)", a[n - 1]))
		return false;
	while (m && strchr(".,;:)", b[m - 1]))
		m--;
	if (!m || (b[0] >= '0' && b[0] <= '9') || (is_name(a, n) && is_name(b, m)))
		return true;
	const char *first = small(l, a, n), *second = small(l, b, m);
	if (among(heads, sizeof heads / sizeof *heads, first) || among(places, sizeof places / sizeof *places, small(l, before, k)))
		return true;
	for (size_t i = 0; i < sizeof compounds / sizeof *compounds; i++)
		if (has_pair(compounds[i], first, second))
			return true;
	return false;
}
