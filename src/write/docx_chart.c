/* Charts of the DOCX: Word's own, with the places of the layout's drawing.
 *
 *	word/charts/chart1.xml                     bars, axes, legend, the figures as they were last
 *	word/charts/_rels/chart1.xml.rels
 *	word/embeddings/Microsoft_Excel_Sheet1.xlsx the same figures, for "Edit Data" */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "write/docx_inner.h"

#define OFFICE_REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET DOCX_CHART_SHEET
enum { CATEGORY_AXIS = 111111111, VALUE_AXIS = 222222222, LINE_EMU = 6350 };

struct chart_out {
	struct docx *w;
	struct xml *x;
	const struct chart *c;
	const struct chart_drawing *d;
	double width, height;      /* pt */
	const char *format;        /* of the figures */
	const char *scale_format;
};

static void val(struct xml *x, const char *name, const char *v) { xml_leaf(x, name, "val", v, NULL); }

static void vali(struct xml *x, const char *name, long v)
{
	xml_open(x, name);
	xml_attri(x, "val", v);
	xml_end(x);
}

/* A number as XML has it: printf would put the locale's comma. */
static const char *plain(struct arena *a, double v)
{
	char *s = arena_printf(a, "%.12g", v);
	for (char *p = s; *p; p++)
		if (!strchr("0123456789eE+-", *p))
			*p = '.';
	return s;
}

static void vald(struct chart_out *o, const char *name, double v) { val(o->x, name, plain(o->w->a, v)); }

static void leaf_text(struct xml *x, const char *name, const char *text)
{
	xml_open(x, name);
	xml_text(x, text);
	xml_end(x);
}

/* ---- figures ---- */

static double stored(const struct chart_out *o, double v) { return docx_chart_stored(o->c, v); }

/* Points between thousands wherever the file is opened, as far as a format can say so; else the program's own, told the language. */
static const char *format_of(struct arena *a, double max, int places, bool percent)
{
	const char *zeros = places ? arena_printf(a, ".%0*d", places, 0) : "";
	if (percent)
		return arena_printf(a, "[$-42A]0%s%%", zeros);
	if (places || max >= 1e9)
		return arena_printf(a, "[$-42A]#,##0%s", zeros);
	return max < 1000 ? "0" : "[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0";
}

static const char *column_of(size_t k)
{
	static const char *const names[] = {"B", "C", "D", "E", "F", "G", "H", "I"};
	return names[k];
}

static void put_cache(struct chart_out *o, const char *ref, const char *const *texts, size_t n)
{
	struct xml *x = o->x;
	xml_open(x, "c:strRef");
	leaf_text(x, "c:f", ref);
	xml_open(x, "c:strCache");
	vali(x, "c:ptCount", (long)n);
	for (size_t i = 0; i < n; i++) {
		xml_open(x, "c:pt");
		xml_attri(x, "idx", (long)i);
		leaf_text(x, "c:v", texts[i]);
		xml_end(x);
	}
	xml_end(x);
	xml_end(x);
}

static void put_values(struct chart_out *o, size_t k)
{
	struct xml *x = o->x;
	xml_open(x, "c:numRef");
	leaf_text(x, "c:f", arena_printf(o->w->a, "'" SHEET "'!$%s$2:$%s$%zu", column_of(k), column_of(k), o->c->n_categories + 1));
	xml_open(x, "c:numCache");
	leaf_text(x, "c:formatCode", o->format);
	vali(x, "c:ptCount", (long)o->c->n_categories);
	for (size_t i = 0; i < o->c->n_categories; i++) {
		double v = chart_value(o->c, i, k);
		if (isnan(v))
			continue;
		xml_open(x, "c:pt");
		xml_attri(x, "idx", (long)i);
		leaf_text(x, "c:v", plain(o->w->a, stored(o, v)));
		xml_end(x);
	}
	xml_end(x);
	xml_end(x);
}

/* ---- looks ---- */

static void put_solid(struct xml *x, unsigned grey)
{
	xml_open(x, "a:solidFill");
	xml_open(x, "a:srgbClr");
	xml_attrf(x, "val", "%02X%02X%02X", grey, grey, grey);
	xml_end(x);
	xml_end(x);
}

static void put_line(struct xml *x, int grey)
{
	xml_open(x, "a:ln");
	xml_attri(x, "w", LINE_EMU);
	if (grey < 0)
		xml_leaf(x, "a:noFill", NULL);
	else
		put_solid(x, (unsigned)grey);
	xml_end(x);
}

static void put_fill(struct xml *x, const struct chart_fill *f)
{
	xml_open(x, "c:spPr");
	if (f->preset) {
		static const struct { const char *name, *colour; } sides[] = {{"a:fgClr", "000000"}, {"a:bgClr", "FFFFFF"}};
		xml_open(x, "a:pattFill");
		xml_attr(x, "prst", f->preset);
		for (int i = 0; i < 2; i++) {
			xml_open(x, sides[i].name);
			xml_leaf(x, "a:srgbClr", "val", sides[i].colour, NULL);
			xml_end(x);
		}
		xml_end(x);
	} else {
		put_solid(x, f->grey);
	}
	put_line(x, 0);
	xml_end(x);
}

static void put_bare(struct xml *x, bool white)
{
	xml_open(x, "c:spPr");
	if (white)
		put_solid(x, 255);
	else
		xml_leaf(x, "a:noFill", NULL);
	put_line(x, -1);
	xml_end(x);
}

static void put_letters(struct xml *x, const char *element, double size)
{
	xml_open(x, element);
	xml_attri(x, "sz", lround(size * 100));
	xml_attr(x, "b", "0");
	put_solid(x, 0);
	static const char *const faces[] = {"a:latin", "a:cs"};
	for (int i = 0; i < 2; i++)
		xml_leaf(x, faces[i], "typeface", "Times New Roman", NULL);
	xml_end(x);
}

/* level: letters lie, whatever the program would like. */
static void put_text_look(struct xml *x, double size, bool level)
{
	xml_open(x, "c:txPr");
	if (level)
		xml_leaf(x, "a:bodyPr", "rot", "0", "vert", "horz", NULL);
	else
		xml_leaf(x, "a:bodyPr", NULL);
	xml_leaf(x, "a:lstStyle", NULL);
	xml_open(x, "a:p");
	xml_open(x, "a:pPr");
	put_letters(x, "a:defRPr", size);
	xml_end(x);
	xml_leaf(x, "a:endParaRPr", "lang", "vi-VN", NULL);
	xml_end(x);
	xml_end(x);
}

/* Place as shares of the chart; w 0: only where it begins. */
static void put_place(struct chart_out *o, const char *target, double at, double top, double w, double h)
{
	const struct { const char *name; double share; } parts[] = {
		{"c:x", at / o->width}, {"c:y", top / o->height}, {"c:w", w / o->width}, {"c:h", h / o->height}};
	struct xml *x = o->x;
	xml_open(x, "c:layout");
	xml_open(x, "c:manualLayout");
	if (target)
		val(x, "c:layoutTarget", target);
	val(x, "c:xMode", "edge");
	val(x, "c:yMode", "edge");
	for (int i = 0; i < (w > 0 ? 4 : 2); i++)
		vald(o, parts[i].name, parts[i].share);
	xml_end(x);
	xml_end(x);
}

static void put_format(struct xml *x, const char *format)
{
	xml_leaf(x, "c:numFmt", "formatCode", format, "sourceLinked", "0", NULL);
}

/* ---- series ---- */

static void put_labels(struct chart_out *o, size_t k)
{
	struct xml *x = o->x;
	const struct chart *c = o->c;
	static const char *const others[] = {"c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"};
	xml_open(x, "c:dLbls");
	for (size_t i = 0; i < c->n_categories; i++) {
		if (o->d->shown[i * c->n_series + k])
			continue;
		xml_open(x, "c:dLbl");
		vali(x, "c:idx", (long)i);
		val(x, "c:delete", "1");
		xml_end(x);
	}
	put_format(x, o->format);
	put_bare(x, o->d->plates[k]);
	put_text_look(x, o->d->small, /*level*/true);
	val(x, "c:dLblPos", c->stacked ? "ctr" : "outEnd");
	val(x, "c:showLegendKey", "0");
	val(x, "c:showVal", "1");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		val(x, others[i], "0");
	xml_end(x);
}

static void put_series(struct chart_out *o, size_t k)
{
	struct xml *x = o->x;
	xml_open(x, "c:ser");
	vali(x, "c:idx", (long)k);
	vali(x, "c:order", (long)k);
	xml_open(x, "c:tx");
	put_cache(o, arena_printf(o->w->a, "'" SHEET "'!$%s$1", column_of(k)), &o->c->series[k], 1);
	xml_end(x);
	put_fill(x, &chart_fills[k]);
	val(x, "c:invertIfNegative", "0");
	put_labels(o, k);
	xml_open(x, "c:cat");
	put_cache(o, arena_printf(o->w->a, "'" SHEET "'!$A$2:$A$%zu", o->c->n_categories + 1), o->d->names, o->c->n_categories);
	xml_end(x);
	xml_open(x, "c:val");
	put_values(o, k);
	xml_end(x);
	xml_end(x);
}

static void put_bars(struct chart_out *o)
{
	struct xml *x = o->x;
	xml_open(x, "c:barChart");
	val(x, "c:barDir", o->c->kind == CHART_COLUMNS ? "col" : "bar");
	val(x, "c:grouping", o->c->stacked ? "stacked" : "clustered");
	val(x, "c:varyColors", "0");
	for (size_t k = 0; k < o->c->n_series; k++)
		put_series(o, k);
	vali(x, "c:gapWidth", lround(o->d->gap * 100));
	val(x, "c:overlap", o->c->stacked ? "100" : "0");
	vali(x, "c:axId", CATEGORY_AXIS);
	vali(x, "c:axId", VALUE_AXIS);
	xml_end(x);
}

/* ---- axes ---- */

static void put_marks(struct xml *x)
{
	val(x, "c:majorTickMark", "none");
	val(x, "c:minorTickMark", "none");
	val(x, "c:tickLblPos", "nextTo");
}

static void put_axis_line(struct xml *x, int grey)
{
	xml_open(x, "c:spPr");
	put_line(x, grey);
	xml_end(x);
}

/* Of bars the first category stands on top. */
static void put_category_axis(struct chart_out *o)
{
	struct xml *x = o->x;
	bool columns = o->c->kind == CHART_COLUMNS;
	xml_open(x, "c:catAx");
	vali(x, "c:axId", CATEGORY_AXIS);
	xml_open(x, "c:scaling");
	val(x, "c:orientation", columns ? "minMax" : "maxMin");
	xml_end(x);
	val(x, "c:delete", "0");
	val(x, "c:axPos", columns ? "b" : "l");
	put_format(x, "General");
	put_marks(x);
	put_axis_line(x, 0x40);
	put_text_look(x, o->d->font, /*level*/true);
	vali(x, "c:crossAx", VALUE_AXIS);
	val(x, "c:crosses", "autoZero");
	val(x, "c:auto", "0");
	val(x, "c:lblAlgn", "ctr");
	val(x, "c:lblOffset", "50");
	val(x, "c:noMultiLvlLbl", "1");
	xml_end(x);
}

static void put_title(struct chart_out *o)
{
	struct xml *x = o->x;
	if (o->d->unit_w <= 0)
		return;
	xml_open(x, "c:title");
	xml_open(x, "c:tx");
	xml_open(x, "c:rich");
	xml_leaf(x, "a:bodyPr", "rot", "0", "vert", "horz", NULL);
	xml_leaf(x, "a:lstStyle", NULL);
	xml_open(x, "a:p");
	xml_open(x, "a:pPr");
	put_letters(x, "a:defRPr", o->d->small);
	xml_end(x);
	xml_open(x, "a:r");
	put_letters(x, "a:rPr", o->d->small);
	leaf_text(x, "a:t", chart_axis_name(o->w->a, o->c));
	xml_end(x);
	xml_end(x);
	xml_end(x);
	xml_end(x);
	put_place(o, NULL, o->d->unit_x, o->d->unit_y, 0, 0);
	val(x, "c:overlay", "1");
	xml_end(x);
}

static void put_value_axis(struct chart_out *o)
{
	struct xml *x = o->x;
	bool columns = o->c->kind == CHART_COLUMNS;
	xml_open(x, "c:valAx");
	vali(x, "c:axId", VALUE_AXIS);
	xml_open(x, "c:scaling");
	val(x, "c:orientation", "minMax");
	vald(o, "c:max", stored(o, o->d->max));
	val(x, "c:min", "0");
	xml_end(x);
	val(x, "c:delete", "0");
	val(x, "c:axPos", columns ? "l" : "b");
	xml_open(x, "c:majorGridlines");
	put_axis_line(x, 0xD0);
	xml_end(x);
	put_title(o);
	put_format(x, o->scale_format);
	put_marks(x);
	put_axis_line(x, -1);
	put_text_look(x, o->d->small, /*level*/true);
	vali(x, "c:crossAx", CATEGORY_AXIS);
	val(x, "c:crosses", columns ? "autoZero" : "max");
	val(x, "c:crossBetween", "between");
	vald(o, "c:majorUnit", stored(o, o->d->step));
	xml_end(x);
}

static void put_legend(struct chart_out *o)
{
	struct xml *x = o->x;
	if (o->d->legend_w <= 0)
		return;
	xml_open(x, "c:legend");
	val(x, "c:legendPos", "t");
	put_place(o, NULL, o->d->legend_x, o->d->legend_y, o->d->legend_w, o->d->legend_h);
	val(x, "c:overlay", "1");
	put_text_look(x, o->d->font, /*level*/false);
	xml_end(x);
}

static void put_chart(struct chart_out *o, bool has_book)
{
	struct xml *x = o->x;
	xml_open(x, "c:chartSpace");
	xml_attr(x, "xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
	xml_attr(x, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
	xml_attr(x, "xmlns:r", OFFICE_REL);
	val(x, "c:date1904", "0");
	val(x, "c:lang", "vi-VN");
	val(x, "c:roundedCorners", "0");
	xml_open(x, "c:chart");
	val(x, "c:autoTitleDeleted", "1");
	xml_open(x, "c:plotArea");
	put_place(o, "inner", o->d->plot_x, o->d->plot_y, o->d->plot_w, o->d->plot_h);
	put_bars(o);
	put_category_axis(o);
	put_value_axis(o);
	put_bare(x, false);
	xml_end(x);
	put_legend(o);
	val(x, "c:plotVisOnly", "1");
	val(x, "c:dispBlanksAs", "gap");
	xml_end(x);
	put_bare(x, false);
	put_text_look(x, o->d->font, /*level*/false);
	if (has_book) {
		xml_open(x, "c:externalData");
		xml_attr(x, "r:id", "rId1");
		val(x, "c:autoUpdate", "0");
		xml_end(x);
	}
	xml_end(x);
}

size_t docx_chart(struct docx *w, const struct picture *p)
{
	const struct chart *c = p->chart;
	struct chart_out o = {.w = w, .c = c, .d = c->drawing, .width = pt_from_twip(p->w), .height = pt_from_twip(p->h)};
	size_t number = 1;
	double max = 0;
	if (!o.d)
		return 0;
	for (size_t i = 0; i < c->n_categories * c->n_series; i++)
		max = fmax(max, isnan(c->values[i]) ? 0 : c->values[i]);
	o.format = format_of(w->a, max, c->places, c->percent);
	o.scale_format = format_of(w->a, o.d->max, o.d->scale_places, c->percent);
	for (size_t i = 0; i < w->n_parts; i++)
		number += w->parts[i].kind == DOCX_CHART;
	size_t at = docx_part_new(w, DOCX_CHART, arena_printf(w->a, "word/charts/chart%zu.xml", number));
	bool has_book = docx_chart_book(w, c, number);
	struct buf xml = BUF_INIT;
	o.x = xml_new(&xml);
	put_chart(&o, has_book);
	docx_close(w, o.x);
	w->parts[at - 1].xml = xml;
	return at;
}

/* What a drawing holds of a chart: the number of its part. */
void docx_chart_graphic(struct docx *w, size_t part)
{
	struct xml *x = w->x;
	xml_open(x, "a:graphic");
	xml_open(x, "a:graphicData");
	xml_attr(x, "uri", "http://schemas.openxmlformats.org/drawingml/2006/chart");
	xml_open(x, "c:chart");
	xml_attr(x, "xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
	xml_attrf(x, "r:id", "rId%zu", part);
	xml_end(x);
	xml_end(x);
	xml_end(x);
}
