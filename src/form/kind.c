#include "form/kind.h"

#include <string.h>

#include "base/arena.h"
#include "base/viet.h"

/* Codes and forms: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I and II; the Party's: nd30.md 5.3 and 5.7.
 * Under HD36 a Quy định had the code QĐi (nd30.md 5.9). */
static const struct kind kinds[KIND_COUNT] = {
#define STATE .state = true, .title = true, .subject = true, .place_date = true
	[KIND_NGHI_QUYET] = {.id = KIND_NGHI_QUYET, .name = "Nghị quyết", .slug = "nghi-quyet", .code = "NQ", .code_party = "NQ",
		STATE, .bases = true, .resolves = "QUYẾT NGHỊ:", .sample_form = "1.1"},
	[KIND_QUYET_DINH] = {.id = KIND_QUYET_DINH, .name = "Quyết định", .slug = "quyet-dinh", .code = "QĐ", .code_party = "QĐ",
		STATE, .bases = true, .resolves = "QUYẾT ĐỊNH:", .sample_form = "1.2"},
	[KIND_CHI_THI] = {.id = KIND_CHI_THI, .name = "Chỉ thị", .slug = "chi-thi", .code = "CT", .code_party = "CT", STATE, .sample_form = "1.4"},
	[KIND_QUY_CHE] = {.id = KIND_QUY_CHE, .name = "Quy chế", .slug = "quy-che", .code = "QC", .code_party = "QC", STATE, .sample_form = "1.4"},
	[KIND_QUY_DINH] = {.id = KIND_QUY_DINH, .name = "Quy định", .slug = "quy-dinh", .code = "QyĐ", .code_party = "QĐ", .code_hd36 = "QĐi",
		STATE, .sample_form = "1.4"},
	[KIND_THONG_CAO] = {.id = KIND_THONG_CAO, .name = "Thông cáo", .slug = "thong-cao", .code = "TC", .code_party = "TC", STATE, .sample_form = "1.4"},
	[KIND_THONG_BAO] = {.id = KIND_THONG_BAO, .name = "Thông báo", .slug = "thong-bao", .code = "TB", .code_party = "TB", STATE, .sample_form = "1.4"},
	[KIND_HUONG_DAN] = {.id = KIND_HUONG_DAN, .name = "Hướng dẫn", .slug = "huong-dan", .code = "HD", .code_party = "HD", STATE, .sample_form = "1.4"},
	[KIND_CHUONG_TRINH] = {.id = KIND_CHUONG_TRINH, .name = "Chương trình", .slug = "chuong-trinh", .code = "CTr", .code_party = "CTr",
		STATE, .sample_form = "1.4"},
	[KIND_KE_HOACH] = {.id = KIND_KE_HOACH, .name = "Kế hoạch", .slug = "ke-hoach", .code = "KH", .code_party = "KH", STATE, .sample_form = "1.4"},
	[KIND_PHUONG_AN] = {.id = KIND_PHUONG_AN, .name = "Phương án", .slug = "phuong-an", .code = "PA", .code_party = "PA", STATE, .sample_form = "1.4"},
	[KIND_DE_AN] = {.id = KIND_DE_AN, .name = "Đề án", .slug = "de-an", .code = "ĐA", .code_party = "ĐA", STATE, .sample_form = "1.4"},
	[KIND_DU_AN] = {.id = KIND_DU_AN, .name = "Dự án", .slug = "du-an", .code = "DA", .code_party = "DA", STATE, .sample_form = "1.4"},
	[KIND_BAO_CAO] = {.id = KIND_BAO_CAO, .name = "Báo cáo", .slug = "bao-cao", .code = "BC", .code_party = "BC", STATE, .sample_form = "1.4"},
	[KIND_BIEN_BAN] = {.id = KIND_BIEN_BAN, .name = "Biên bản", .slug = "bien-ban", .code = "BB", .code_party = "BB",
		.state = true, .title = true, .subject = true, .place_date = false, .sample_form = "1.9"},
	[KIND_TO_TRINH] = {.id = KIND_TO_TRINH, .name = "Tờ trình", .slug = "to-trinh", .code = "TTr", .code_party = "TTr",
		STATE, .addressees = true, .sample_form = "1.4"},
	[KIND_HOP_DONG] = {.id = KIND_HOP_DONG, .name = "Hợp đồng", .slug = "hop-dong", .code = "HĐ", STATE},
	[KIND_CONG_VAN] = {.id = KIND_CONG_VAN, .name = "Công văn", .slug = "cong-van", .code = "", .code_party = "CV",
		.state = true, .title = false, .subject = true, .place_date = true, .addressees = true, .sample_form = "1.5"},
	[KIND_CONG_DIEN] = {.id = KIND_CONG_DIEN, .name = "Công điện", .slug = "cong-dien", .code = "CĐ", STATE, .addressees = true, .sample_form = "1.6"},
	[KIND_BAN_GHI_NHO] = {.id = KIND_BAN_GHI_NHO, .name = "Bản ghi nhớ", .slug = "ban-ghi-nho", .code = "BGN", STATE},
	[KIND_BAN_THOA_THUAN] = {.id = KIND_BAN_THOA_THUAN, .name = "Bản thỏa thuận", .slug = "ban-thoa-thuan", .code = "BTT", STATE},
	[KIND_GIAY_UY_QUYEN] = {.id = KIND_GIAY_UY_QUYEN, .name = "Giấy ủy quyền", .slug = "giay-uy-quyen", .code = "GUQ", STATE, .sample_form = "1.4"},
	[KIND_GIAY_MOI] = {.id = KIND_GIAY_MOI, .name = "Giấy mời", .slug = "giay-moi", .code = "GM", .code_party = "GM", STATE, .sample_form = "1.7"},
	[KIND_GIAY_GIOI_THIEU] = {.id = KIND_GIAY_GIOI_THIEU, .name = "Giấy giới thiệu", .slug = "giay-gioi-thieu", .code = "GGT", .code_party = "GGT",
		.state = true, .title = true, .subject = false, .place_date = true, .sample_form = "1.8"},
	[KIND_GIAY_NGHI_PHEP] = {.id = KIND_GIAY_NGHI_PHEP, .name = "Giấy nghỉ phép", .slug = "giay-nghi-phep", .code = "GNP", .code_party = "GNP",
		.state = true, .title = true, .subject = false, .place_date = true, .sample_form = "1.10"},
	[KIND_PHIEU_GUI] = {.id = KIND_PHIEU_GUI, .name = "Phiếu gửi", .slug = "phieu-gui", .code = "PG", .code_party = "PG", STATE, .sample_form = "1.4"},
	[KIND_PHIEU_CHUYEN] = {.id = KIND_PHIEU_CHUYEN, .name = "Phiếu chuyển", .slug = "phieu-chuyen", .code = "PC", .code_party = "PC",
		STATE, .sample_form = "1.4"},
	[KIND_PHIEU_BAO] = {.id = KIND_PHIEU_BAO, .name = "Phiếu báo", .slug = "phieu-bao", .code = "PB", STATE, .sample_form = "1.4"},
	[KIND_THU_CONG] = {.id = KIND_THU_CONG, .name = "Thư công", .slug = "thu-cong", .code = "", .code_party = "",
		.state = true, .title = false, .subject = false, .place_date = true, .addressees = true},
#undef STATE
#define PARTY .code = "", .state = false, .title = true, .subject = true, .place_date = true
	[KIND_KET_LUAN] = {.id = KIND_KET_LUAN, .name = "Kết luận", .slug = "ket-luan", .code_party = "KL", PARTY},
	[KIND_THONG_TRI] = {.id = KIND_THONG_TRI, .name = "Thông tri", .slug = "thong-tri", .code_party = "TT", PARTY},
	[KIND_CHIEN_LUOC] = {.id = KIND_CHIEN_LUOC, .name = "Chiến lược", .slug = "chien-luoc", .code_party = "CL", PARTY},
	[KIND_TUYEN_BO] = {.id = KIND_TUYEN_BO, .name = "Tuyên bố", .slug = "tuyen-bo", .code_party = "TB", PARTY},
	[KIND_LOI_KEU_GOI] = {.id = KIND_LOI_KEU_GOI, .name = "Lời kêu gọi", .slug = "loi-keu-goi", .code_party = "LKG", PARTY},
	[KIND_QUY_HOACH] = {.id = KIND_QUY_HOACH, .name = "Quy hoạch", .slug = "quy-hoach", .code_party = "QH", PARTY},
	[KIND_GIAY_CHUNG_NHAN] = {.id = KIND_GIAY_CHUNG_NHAN, .name = "Giấy chứng nhận", .slug = "giay-chung-nhan", .code_party = "GCN",
		.code = "", .state = false, .title = true, .subject = false, .place_date = true},
	[KIND_GIAY_DI_DUONG] = {.id = KIND_GIAY_DI_DUONG, .name = "Giấy đi đường", .slug = "giay-di-duong", .code_party = "GĐĐ",
		.code = "", .state = false, .title = true, .subject = false, .place_date = true},
#undef PARTY
};

const struct kind *kind_get(enum kind_id id)
{
	return (unsigned)id < KIND_COUNT ? &kinds[id] : NULL;
}

/* The folded name of a kind is its slug without the hyphens. */
static void slug_key(const char *slug, char out[32])
{
	size_t n = 0;

	for (; *slug != '\0' && n + 1 < 32; slug++)
		if (*slug != '-')
			out[n++] = *slug;
	out[n] = '\0';
}

/* Folds a name as typed, leaving out what stands in brackets: "Quyết định (cá biệt)". */
static const char *name_key(struct arena *a, const char *name)
{
	size_t n = strcspn(name, "(");

	return viet_fold(a, arena_strndup(a, name, n));
}

/* distance 0: the very name; else the nearest within it. A key longer than any name is looked at no further. */
static const struct kind *lookup(const char *name, int distance)
{
	const struct kind *best = NULL;
	struct arena *a;
	const char *key;
	int least = distance + 1;

	if (name == NULL || strlen(name) > 200)
		return NULL;
	a = arena_new();
	key = name_key(a, name);
	for (size_t i = 0; i < KIND_COUNT && *key != '\0'; i++) {
		char own[32];
		int d;

		slug_key(kinds[i].slug, own);
		d = distance == 0 ? strcmp(key, own) != 0 : viet_distance(key, own, distance + 1);
		if (d < least) {
			least = d;
			best = &kinds[i];
		}
	}
	arena_free(a);
	return best;
}

const struct kind *kind_find(const char *name)
{
	return lookup(name, 0);
}

const struct kind *kind_near(const char *name)
{
	return lookup(name, 4);
}
