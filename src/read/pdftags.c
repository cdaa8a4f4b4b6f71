#include "read/pdftags.h"
#include <string.h>

enum { MAX_UP = 60, MAX_TREE = 12 };

bool pdf_is_tagged(struct pdf_in *p)
{
	pdf_obj root = pdf_in_root(p);
	bool tagged = pdf_is_true(p, pdf_get(p, pdf_get(p, root, "/MarkInfo"), "/Marked")) && pdf_is_dict(p, pdf_get(p, root, "/StructTreeRoot"));
	for (size_t i = 0; tagged && i < pdf_in_pages(p); i++)
		tagged = pdf_is_number(p, pdf_get(p, pdf_in_page(p, i), "/StructParents"));
	pdf_in_release(p);
	return tagged;
}

static pdf_obj in_leaf(struct pdf_in *p, pdf_obj nums, double key)
{
	size_t lo = 0, hi = pdf_count(p, nums) / 2;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (pdf_number(p, pdf_at(p, nums, 2 * mid)) < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return pdf_number(p, pdf_at(p, nums, 2 * lo)) == key ? pdf_at(p, nums, 2 * lo + 1) : 0;
}

/* The value of a key in a tree of numbers, whose leaves and limits are in order. */
static pdf_obj in_tree(struct pdf_in *p, pdf_obj node, double key)
{
	for (int depth = 0; depth < MAX_TREE; depth++) {
		pdf_obj kids = pdf_get(p, node, "/Kids"), nums = pdf_get(p, node, "/Nums");
		size_t lo = 0, hi = pdf_count(p, kids);
		if (pdf_is_array(p, nums) || hi == 0)
			return in_leaf(p, nums, key);
		while (lo < hi) {
			size_t mid = (lo + hi) / 2;
			if (pdf_number(p, pdf_at(p, pdf_get(p, pdf_at(p, kids, mid), "/Limits"), 1)) < key)
				lo = mid + 1;
			else
				hi = mid;
		}
		node = pdf_at(p, kids, lo);
	}
	return 0;
}

pdf_obj pdf_tags_of(struct pdf_in *p, pdf_obj page)
{
	pdf_obj key = pdf_get(p, page, "/StructParents");
	if (!pdf_is_number(p, key))
		return 0;
	pdf_obj tree = pdf_get(p, pdf_get(p, pdf_in_root(p), "/StructTreeRoot"), "/ParentTree");
	pdf_obj tags = in_tree(p, tree, pdf_number(p, key));
	return pdf_is_array(p, tags) ? tags : 0;
}

static bool is_note(struct pdf_in *p, pdf_obj roles, const char *name)
{
	static const char *const notes[] = { "/Note", "/FENote", "/Footnote", "/Endnote" };
	for (int round = 0; round < 2; round++) {
		char copy[64];
		for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
			if (!strcmp(name, notes[i]))
				return true;
		if (!roles || *name == '\0' || strlen(name) >= sizeof copy)
			return false;
		strcpy(copy, name);
		name = pdf_name(p, pdf_get(p, roles, copy));
	}
	return false;
}

enum pdf_role pdf_tags_role(struct pdf_in *p, pdf_obj tags, double number)
{
	pdf_obj e = number >= 0 && number < 1e6 ? pdf_at(p, tags, (size_t)number) : 0;
	if (!pdf_is_dict(p, e))
		return PDF_ROLE_NONE;
	pdf_obj roles = pdf_get(p, pdf_get(p, pdf_in_root(p), "/StructTreeRoot"), "/RoleMap");
	for (int i = 0; i < MAX_UP && pdf_is_dict(p, e); i++) {
		const char *name = pdf_name(p, pdf_get(p, e, "/S"));
		if (i == 0 && !strcmp(name, "/Figure"))
			return PDF_ROLE_FIGURE;
		if (is_note(p, roles, name))
			return PDF_ROLE_NOTE;
		e = pdf_get(p, e, "/P");
	}
	return PDF_ROLE_TEXT;
}
