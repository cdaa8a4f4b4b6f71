#ifndef FORM_KIND_H
#define FORM_KIND_H
/* The kinds of documents: 29 of ND30 Điều 7 (codes: Phụ lục III, Mục I), those of the Party (Quy định 399-QĐ/TW). */
#include <stdbool.h>
#include <stddef.h>

enum kind_id { KIND_NGHI_QUYET, KIND_QUYET_DINH, KIND_CHI_THI, KIND_QUY_CHE, KIND_QUY_DINH, KIND_THONG_CAO, KIND_THONG_BAO,
	KIND_HUONG_DAN, KIND_CHUONG_TRINH, KIND_KE_HOACH, KIND_PHUONG_AN, KIND_DE_AN, KIND_DU_AN, KIND_BAO_CAO, KIND_BIEN_BAN,
	KIND_TO_TRINH, KIND_HOP_DONG, KIND_CONG_VAN, KIND_CONG_DIEN, KIND_BAN_GHI_NHO, KIND_BAN_THOA_THUAN, KIND_GIAY_UY_QUYEN,
	KIND_GIAY_MOI, KIND_GIAY_GIOI_THIEU, KIND_GIAY_NGHI_PHEP, KIND_PHIEU_GUI, KIND_PHIEU_CHUYEN, KIND_PHIEU_BAO, KIND_THU_CONG,
	/* Party alone */
	KIND_KET_LUAN, KIND_THONG_TRI, KIND_CHIEN_LUOC, KIND_TUYEN_BO, KIND_LOI_KEU_GOI, KIND_QUY_HOACH, KIND_GIAY_CHUNG_NHAN, KIND_GIAY_DI_DUONG,
	KIND_COUNT };

struct kind {
	enum kind_id id;
	const char *name;     /* "Tờ trình" */
	const char *slug;     /* "to-trinh": vanban new to-trinh */
	const char *code;     /* ND30 code "TTr", "" if none */
	const char *code_party, *code_hd36; /* Party codes (HD05; HD36 where it differs), NULL if the Party has no such kind */
	bool state;           /* one of the 29 of ND30 */
	bool title;           /* prints its name (tên loại): all but công văn and thư công */
	bool subject;         /* has a trích yếu under the title */
	bool place_date;      /* has the place and date line (biên bản: no) */
	bool addressees;      /* Kính gửi is usual */
	bool bases;           /* căn cứ in the body's opening, "QUYẾT ĐỊNH:" */
	const char *resolves; /* "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" or NULL */
	const char *sample_form; /* "1.1" … of Phụ lục III, or NULL */
};

/* By id; by name as typed (folded; nearest spelling not guessed): NULL if unknown. kind_near: the nearest known one, for the error. */
const struct kind *kind_get(enum kind_id id);
const struct kind *kind_find(const char *name);
const struct kind *kind_near(const char *name);
#endif
