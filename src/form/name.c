#include "form/name.h"

#include <string.h>

#include "base/utf8.h"
#include "form/kind.h"

/* Names whose first syllable alone is capital, as they begin. */
static const char *const names[] = {
	"Bộ đội", "Bộ luật", "Chính phủ", "Chủ tịch", "Công an", "Công đoàn", "Đại hội", "Đảng bộ", "Đảng uỷ", "Đảng ủy", "Hiến pháp", "Hội đồng", "Internet", "Lệnh", "Luật", "Mặt trận",
	"Nghị định", "Nhà nước", "Nhân dân", "Pháp lệnh", "Phật giáo", "Quân đội", "Quân uỷ", "Quân ủy", "Quốc ca", "Quốc huy", "Quốc hội", "Quốc khánh", "Quốc kỳ", "Thành uỷ", "Thành ủy",
	"Thông tư", "Thủ đô", "Thủ tướng", "Toà án", "Tòa án", "Trung ương", "Tết", "Tỉnh uỷ", "Tỉnh ủy", "Tổ quốc", "Uỷ ban", "Viện kiểm sát", "Ủy ban",
};

static bool word_ends(const char *s)
{
	const char *p = s;

	return *s == '\0' || !utf8_is_alpha(utf8_next(&p, s + strlen(s)));
}

static bool begins_with(const char *s, const char *name)
{
	size_t n = strlen(name);

	return strncmp(s, name, n) == 0 && word_ends(s + n);
}

bool name_begins(const char *s)
{
	const char *p = s, *end = s + strlen(s);
	uint32_t first = p < end ? utf8_next(&p, end) : 0, c = 0;

	if (!utf8_is_upper(first))
		return true; /* a digit, a quote, a small letter: it stays as it is */
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (begins_with(s, names[i]))
			return true;
	for (int k = 0; k < KIND_COUNT; k++)
		if (begins_with(s, kind_get((enum kind_id)k)->name))
			return true;
	/* a second capital or a digit in the first word, or a capital in the second */
	while (p < end && (c = utf8_next(&p, end)) != ' ')
		if (utf8_is_upper(c) || (c >= '0' && c <= '9'))
			return true;
	return p < end && utf8_is_upper(utf8_next(&p, end));
}
