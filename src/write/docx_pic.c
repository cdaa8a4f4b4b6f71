/* Pictures inside the text: the file once in the package, a drawing at each place. */
#include "text/picture.h"
#include "write/docx_inner.h"

/* The part of the picture's bytes, 0 if there are none. */
static size_t media(struct docx *w, const struct picture *p)
{
	for (size_t i = 0; i < w->n_parts; i++)
		if (w->parts[i].key == p->image)
			return i + 1;
	const void *data;
	size_t n, number = 1;
	const char *ext;
	if (picture_bytes(w->a, p, &data, &n, &ext) != 0)
		return 0;
	for (size_t i = 0; i < w->n_parts; i++)
		number += w->parts[i].key != NULL;
	bool png = ext[0] == 'p';
	size_t at = docx_part_new(w, png ? DOCX_PNG : DOCX_JPEG, arena_printf(w->a, "word/media/image%zu.%s", number, png ? "png" : "jpeg"));
	struct docx_part *part = &w->parts[at - 1];
	part->key = p->image;
	part->data = data;
	part->n = n;
	return at;
}

static void put_extent(struct xml *x, const char *element, const struct picture *p)
{
	xml_open(x, element);
	xml_attri(x, "cx", (long)emu_from_twip(p->w));
	xml_attri(x, "cy", (long)emu_from_twip(p->h));
	xml_end(x);
}

static void put_name(struct docx *w, const char *element, const struct picture *p)
{
	struct xml *x = w->x;
	xml_open(x, element);
	xml_attri(x, "id", w->n_pictures);
	xml_attrf(x, "name", p->chart ? "Biểu đồ %u" : "Hình %u", w->n_pictures);
	if (p->alt && *p->alt)
		xml_attr(x, "descr", p->alt);
	xml_end(x);
}

static void put_fill(struct xml *x, size_t part)
{
	xml_open(x, "pic:blipFill");
	xml_open(x, "a:blip");
	xml_attrf(x, "r:embed", "rId%zu", part);
	xml_end(x);
	xml_open(x, "a:stretch");
	xml_leaf(x, "a:fillRect", NULL);
	xml_end(x);
	xml_end(x);
}

static void put_shape(struct xml *x, const struct picture *p)
{
	xml_open(x, "pic:spPr");
	xml_open(x, "a:xfrm");
	xml_leaf(x, "a:off", "x", "0", "y", "0", NULL);
	put_extent(x, "a:ext", p);
	xml_end(x);
	xml_open(x, "a:prstGeom");
	xml_attr(x, "prst", "rect");
	xml_leaf(x, "a:avLst", NULL);
	xml_end(x);
	xml_end(x);
}

static void put_graphic(struct docx *w, const struct picture *p, size_t part)
{
	struct xml *x = w->x;
	xml_open(x, "a:graphic");
	xml_open(x, "a:graphicData");
	xml_attr(x, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
	xml_open(x, "pic:pic");
	xml_open(x, "pic:nvPicPr");
	put_name(w, "pic:cNvPr", p);
	xml_leaf(x, "pic:cNvPicPr", NULL);
	xml_end(x);
	put_fill(x, part);
	put_shape(x, p);
	xml_end(x);
	xml_end(x);
	xml_end(x);
}

void docx_picture(struct docx *w, const struct picture *p)
{
	size_t part = p->w <= 0 || p->h <= 0 ? 0 : p->chart ? docx_chart(w, p) : p->image ? media(w, p) : 0;
	struct xml *x = w->x;
	if (!part)
		return;
	w->n_pictures++;
	xml_open(x, "w:r");
	xml_open(x, "w:drawing");
	xml_open(x, "wp:inline");
	static const char *const sides[] = {"distT", "distB", "distL", "distR"};
	for (int i = 0; i < 4; i++)
		xml_attr(x, sides[i], "0");
	put_extent(x, "wp:extent", p);
	put_name(w, "wp:docPr", p);
	if (p->chart)
		docx_chart_graphic(w, part);
	else
		put_graphic(w, p, part);
	xml_end(x);
	xml_end(x);
	xml_end(x);
}
