#include "form/code.h"

#include <string.h>

#include "form/kind.h"

/* Kinds of legal normative documents and of central bodies, which Điều 7 does not list. */
static const struct { const char *code, *name; } others[] = {
	{ "NĐ", "Nghị định"}, { "TT", "Thông tư"}, { "TTLT", "Thông tư liên tịch"}, { "NQLT", "Nghị quyết liên tịch"}, { "PL", "Pháp lệnh"},
	{ "L", "Luật"}, { "CĐ", "Công điện"}, { "VBHN", "Văn bản hợp nhất"},
};

static bool same(const char *s, size_t n, const char *code)
{
	return code != NULL && n > 0 && strlen(code) == n && memcmp(s, code, n) == 0;
}

static const char *kind_by(const char *s, size_t n, bool party)
{
	for (size_t i = 0; !party && i < sizeof others / sizeof *others; i++)
		if (same(s, n, others[i].code))
			return others[i].name;
	for (int i = 0; i < KIND_COUNT; i++) {
		const struct kind *k = kind_get((enum kind_id)i);

		if (party ? same(s, n, k->code_party) || same(s, n, k->code_hd36) : same(s, n, k->code))
			return k->name;
	}
	return NULL;
}

const char *code_kind(const char *s)
{
	size_t digits = strspn(s, "0123456789");
	const char *p = s + digits, *found;
	bool normative;

	if (digits == 0 || digits > 6)
		return NULL;
	if (*p == '-')
		return kind_by(p + 1, strcspn(p + 1, "/"), true);
	if (*p != '/')
		return NULL;
	normative = strspn(p + 1, "0123456789") == 4 && p[5] == '/';
	p += normative ? 6 : 1;
	found = kind_by(p, strcspn(p, "-"), false);
	if (found != NULL)
		return found;
	return !normative && strchr(p, '-') != NULL ? kind_get(KIND_CONG_VAN)->name : NULL;
}

bool code_by_name(const char *kind)
{
	static const char *const kinds[] = { "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kind, kinds[i]) == 0)
			return true;
	return false;
}
