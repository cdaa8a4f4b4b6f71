#include "model/task.h"
#include <string.h>

#define LEAD_PRINT "Cơ quan chủ trì"
#define DOER_PRINT "Cơ quan thực hiện"
#define PARTNER_PRINT "Cơ quan phối hợp"
#define DUE_PRINT "Thời gian hoàn thành"

const struct task_key task_keys[] = {
	{"coquanchutri", TASK_FIELD_LEAD, LEAD_PRINT}, {"chutri", TASK_FIELD_LEAD, LEAD_PRINT}, {"donvichutri", TASK_FIELD_LEAD, "Đơn vị chủ trì"},
	{"coquan,donvichutri", TASK_FIELD_LEAD, "Cơ quan, đơn vị chủ trì"}, {"coquanthuchien", TASK_FIELD_LEAD, DOER_PRINT},
	{"thuchien", TASK_FIELD_LEAD, DOER_PRINT}, {"donvithuchien", TASK_FIELD_LEAD, "Đơn vị thực hiện"},
	{"coquanchutrithuchien", TASK_FIELD_LEAD, "Cơ quan chủ trì thực hiện"}, {"trachnhiem", TASK_FIELD_LEAD, "Trách nhiệm"},
	{"coquanphoihop", TASK_FIELD_PARTNERS, PARTNER_PRINT}, {"phoihop", TASK_FIELD_PARTNERS, PARTNER_PRINT},
	{"donviphoihop", TASK_FIELD_PARTNERS, "Đơn vị phối hợp"}, {"coquan,donviphoihop", TASK_FIELD_PARTNERS, "Cơ quan, đơn vị phối hợp"},
	{"coquanphoihop,thuchien", TASK_FIELD_PARTNERS, "Cơ quan phối hợp, thực hiện"}, {"coquanphoihopthuchien", TASK_FIELD_PARTNERS, "Cơ quan phối hợp thực hiện"},
	{"thoigianhoanthanh", TASK_FIELD_DUE, DUE_PRINT}, {"thoihanhoanthanh", TASK_FIELD_DUE, "Thời hạn hoàn thành"},
	{"thoigianthuchien", TASK_FIELD_DUE, "Thời gian thực hiện"}, {"thoihan", TASK_FIELD_DUE, DUE_PRINT}, {"thoigian", TASK_FIELD_DUE, DUE_PRINT},
	{"hanhoanthanh", TASK_FIELD_DUE, DUE_PRINT}, {"han", TASK_FIELD_DUE, DUE_PRINT}, {"hoanthanh", TASK_FIELD_DUE, DUE_PRINT},
	{"sanpham", TASK_FIELD_PRODUCT, "Sản phẩm"}, {"ketqua", TASK_FIELD_PRODUCT, "Kết quả"}, {"sanphamdaura", TASK_FIELD_PRODUCT, "Sản phẩm đầu ra"},
	{"sanphamhoanthanh", TASK_FIELD_PRODUCT, "Sản phẩm hoàn thành"}, {"sanpham,ketqua", TASK_FIELD_PRODUCT, "Sản phẩm, kết quả"},
	{"ketquadaura", TASK_FIELD_PRODUCT, "Kết quả đầu ra"}, {NULL, 0, NULL}};

const struct task_key *task_key(const char *fold)
{
	for (const struct task_key *k = task_keys; k->fold; k++)
		if (!strcmp(k->fold, fold))
			return k;
	return NULL;
}

const char *task_value(struct arena *a, const char *s, size_t n)
{
	while (n && strchr(" \t\n", *s))
		s++, n--;
	while (n && strchr(" \t\n.;", s[n - 1]))
		n--;
	return n ? arena_strndup(a, s, n) : NULL;
}
