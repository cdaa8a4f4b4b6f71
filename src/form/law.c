#include "form/law.h"

#include <string.h>

static const char *const codes[] = { "dân sự", "hình sự", "lao động", "hàng hải việt nam", "tố tụng dân sự", "tố tụng hình sự"};

static const char *const ordinances[] = {
	"bảo vệ công trình quan trọng liên quan đến an ninh quốc gia", "chi phí tố tụng", "cựu chiến binh", "công nghiệp quốc phòng", "cảnh sát cơ động",
	"dân số", "dự trữ quốc gia", "ngoại hối", "quản lý thị trường", "ưu đãi người có công với cách mạng",
	"xử phạt vi phạm hành chính đối với hành vi cản trở hoạt động tố tụng",
};

/* Laws in force or cited still, in small letters, without "Luật". */
static const char *const laws[] = {
	"an ninh mạng", "an ninh quốc gia", "an toàn thông tin mạng", "an toàn thực phẩm", "an toàn, vệ sinh lao động", "ban hành văn bản quy phạm pháp luật",
	"ban hành văn bản quy phạm pháp luật của hội đồng nhân dân, ủy ban nhân dân", "biên phòng việt nam", "biển việt nam", "báo chí", "bình đẳng giới", "bảo hiểm tiền gửi",
	"bảo hiểm xã hội", "bảo hiểm y tế", "bảo vệ bí mật nhà nước", "bảo vệ dữ liệu cá nhân", "bảo vệ môi trường", "bảo vệ quyền lợi người tiêu dùng",
	"bảo vệ và kiểm dịch thực vật", "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân", "chuyển giao công nghệ", "chuyển đổi số", "chăn nuôi",
	"chất lượng sản phẩm, hàng hóa", "chứng khoán", "các công cụ chuyển nhượng", "các tổ chức tín dụng", "cán bộ, công chức", "công an nhân dân", "công chứng",
	"công nghiệp công nghệ số", "công nghiệp quốc phòng, an ninh và động viên công nghiệp", "công nghệ cao", "công nghệ thông tin", "công đoàn", "căn cước",
	"căn cước công dân", "cơ quan đại diện nước cộng hòa xã hội chủ nghĩa việt nam ở nước ngoài", "cơ yếu", "cư trú", "cạnh tranh", "cảnh sát biển việt nam",
	"cảnh sát cơ động", "cảnh vệ", "di sản văn hóa", "doanh nghiệp", "du lịch", "dân quân tự vệ", "dân số", "dược", "dầu khí", "dẫn độ", "dữ liệu", "dự trữ quốc gia",
	"giao dịch điện tử", "giao thông đường bộ", "giao thông đường thủy nội địa", "giá", "giám định tư pháp", "giáo dục", "giáo dục nghề nghiệp",
	"giáo dục quốc phòng và an ninh", "giáo dục đại học", "hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác",
	"hoạt động giám sát của quốc hội và hội đồng nhân dân", "hàng không dân dụng việt nam", "hòa giải ở cơ sở", "hòa giải, đối thoại tại tòa án", "hóa chất",
	"hôn nhân và gia đình", "hải quan", "hỗ trợ doanh nghiệp nhỏ và vừa", "hộ tịch", "hợp tác xã", "khiếu nại", "khoa học và công nghệ",
	"khoa học, công nghệ và đổi mới sáng tạo", "khoáng sản", "khám bệnh, chữa bệnh", "khí tượng thủy văn", "kinh doanh bảo hiểm", "kinh doanh bất động sản", "kiến trúc",
	"kiểm toán nhà nước", "kiểm toán độc lập", "kế toán", "lâm nghiệp", "lý lịch tư pháp", "lưu trữ", "lực lượng dự bị động viên",
	"lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở", "mặt trận tổ quốc việt nam", "nghĩa vụ quân sự", "ngân hàng nhà nước việt nam", "ngân sách nhà nước",
	"người cao tuổi", "người khuyết tật", "người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng", "nhà giáo", "nhà ở",
	"nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại việt nam", "nuôi con nuôi", "năng lượng nguyên tử", "phá sản", "phí và lệ phí", "phòng bệnh",
	"phòng cháy và chữa cháy", "phòng cháy, chữa cháy và cứu nạn, cứu hộ", "phòng không nhân dân", "phòng thủ dân sự", "phòng, chống bạo lực gia đình",
	"phòng, chống bệnh truyền nhiễm", "phòng, chống khủng bố", "phòng, chống ma túy", "phòng, chống mua bán người", "phòng, chống rửa tiền", "phòng, chống tham nhũng",
	"phòng, chống thiên tai", "phòng, chống tác hại của rượu, bia", "phòng, chống tác hại của thuốc lá", "phổ biến, giáo dục pháp luật", "quy hoạch", "quy hoạch đô thị",
	"quy hoạch đô thị và nông thôn", "quản lý ngoại thương", "quản lý nợ công", "quản lý thuế", "quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
	"quản lý, sử dụng tài sản công", "quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
	"quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp", "quảng cáo", "quốc phòng", "quốc tịch việt nam", "sĩ quan quân đội nhân dân việt nam",
	"sở hữu trí tuệ", "sử dụng năng lượng tiết kiệm và hiệu quả", "thanh niên", "thanh tra", "thi hành tạm giữ, tạm giam", "thi hành án dân sự", "thi hành án hình sự",
	"thi đua, khen thưởng", "thuế bảo vệ môi trường", "thuế giá trị gia tăng", "thuế sử dụng đất phi nông nghiệp", "thuế thu nhập cá nhân", "thuế thu nhập doanh nghiệp",
	"thuế tiêu thụ đặc biệt", "thuế tài nguyên", "thuế xuất khẩu, thuế nhập khẩu", "thú y", "thư viện", "thương mại", "thể dục, thể thao", "thỏa thuận quốc tế", "thống kê",
	"thủ đô", "thủy lợi", "thủy sản", "thực hiện dân chủ ở cơ sở", "thực hành tiết kiệm, chống lãng phí", "tiêu chuẩn và quy chuẩn kỹ thuật", "tiếp công dân",
	"tiếp cận thông tin", "trách nhiệm bồi thường của nhà nước", "trí tuệ nhân tạo", "trưng cầu ý dân", "trưng mua, trưng dụng tài sản",
	"trật tự, an toàn giao thông đường bộ", "trẻ em", "trọng tài thương mại", "trồng trọt", "trợ giúp pháp lý", "tài nguyên nước", "tài nguyên, môi trường biển và hải đảo",
	"tình trạng khẩn cấp", "tín ngưỡng, tôn giáo", "tư pháp người chưa thành niên", "tương trợ tư pháp", "tần số vô tuyến điện", "tố cáo", "tố tụng hành chính",
	"tổ chức chính phủ", "tổ chức chính quyền địa phương", "tổ chức cơ quan điều tra hình sự", "tổ chức hội đồng nhân dân và ủy ban nhân dân", "tổ chức quốc hội",
	"tổ chức tòa án nhân dân", "tổ chức viện kiểm sát nhân dân", "viên chức", "viễn thông", "việc làm", "xuất bản", "xuất cảnh, nhập cảnh của công dân việt nam",
	"xây dựng", "xử lý vi phạm hành chính", "đa dạng sinh học", "điều ước quốc tế", "điện lực", "điện ảnh", "đo đạc và bản đồ", "đê điều", "đường bộ", "đường sắt",
	"đất đai", "đấu giá tài sản", "đấu thầu", "đầu tư", "đầu tư công", "đầu tư kinh doanh vốn nhà nước tại doanh nghiệp", "đầu tư theo phương thức đối tác công tư",
	"đặc xá", "ưu đãi người có công với cách mạng",
};

/* A letter of any script, or a digit, at s. */
static int word_goes_on(const char *s)
{
	unsigned char c = (unsigned char)*s;

	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c <= 0xE1);
}

static size_t longest(const char *const *v, size_t n, const char *s)
{
	size_t best = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = strlen(v[i]);

		if (k > best && strncmp(s, v[i], k) == 0 && !word_goes_on(s + k))
			best = k;
	}
	return best;
}

size_t law_name(const char *kind, const char *s)
{
	if (strcmp(kind, "bộ luật") == 0)
		return longest(codes, sizeof codes / sizeof *codes, s);
	if (strcmp(kind, "pháp lệnh") == 0)
		return longest(ordinances, sizeof ordinances / sizeof *ordinances, s);
	return longest(laws, sizeof laws / sizeof *laws, s);
}
