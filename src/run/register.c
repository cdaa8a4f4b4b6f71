#include "run/register.h"
#include <string.h>
#include <strings.h>
#include "base/file.h"
#include "run/msg.h"
#include "write/xlsx.h"

enum { SPARE_ROWS = 500, TEXT_LIMIT = 1 << 20, MOST_COLS = 16, MOST_ROWS = 3 };

static const char *const states[] = {"Chưa thực hiện", "Đang thực hiện", "Đã hoàn thành", "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Quá hạn chưa hoàn thành",
	"Thường xuyên", "Tạm dừng"};
static const char *const kinds[] = {"Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Kế hoạch", "Chương trình", "Thông báo", "Công văn", "Công điện", "Luật", "Nghị định",
	"Thông tư"};
static const char due_hint[] = "Ngày (31/12/2025, trước ngày 28/10/2025), tháng (tháng 10/2025), quý (Quý IV/2025), năm, giai đoạn 2026 - 2030, thường xuyên, hằng quý, "
	"hoặc lời văn (sau khi …, theo hướng dẫn của …).";
#define CHOICES(list) list, sizeof list / sizeof *list

/* One sheet: its columns, and the rows that show how to fill them in ("" for an empty cell; days as 05/01/2026, percent as 75). */
struct plan {
	const char *name, *title, *note;
	struct out_col cols[MOST_COLS];
	const char *rows[MOST_ROWS][MOST_COLS];
};

static const struct plan plans[] = {
	{"Nhiệm vụ", "SỔ THEO DÕI NHIỆM VỤ", "Mỗi nhiệm vụ một hàng; các hàng có sẵn là ví dụ, xóa đi khi dùng. Cột thêm vào vẫn được giữ và dùng được trong mẫu báo cáo.", {
		{"TT", 6, CELL_NUMBER, .centre = true}, {.title = "Nhiệm vụ", .width = 44}, {"Văn bản giao", 18, .hint = "Số, ký hiệu như ở trang Văn bản: 57-NQ/TW"},
		{"Cơ quan chủ trì", 24, .hint = "Tên, tên ngắn hoặc viết tắt như ở trang Cơ quan"}, {"Cơ quan phối hợp", 24, .hint = "Nhiều cơ quan cách nhau bằng dấu chấm phẩy"},
		{"Ngày giao", 12, CELL_DATE, .centre = true}, {"Thời hạn", 22, .hint = due_hint}, {"Ngày hoàn thành", 12, CELL_DATE, .centre = true},
		{"Tiến độ", 9, CELL_NUMBER, .centre = true, .percent = true}, {"Trạng thái", 20, .choices = CHOICES(states)}, {.title = "Kết quả thực hiện", .width = 34},
		{.title = "Khó khăn, vướng mắc", .width = 22}, {.title = "Kiến nghị", .width = 22}, {.title = "Lĩnh vực", .width = 20}, {.title = "Ghi chú", .width = 16}}, {
		{"1", "Ban hành Kế hoạch chuyển đổi số năm 2026 của tỉnh", "57-NQ/TW", "Sở Khoa học và Công nghệ", "Sở Tài chính; Sở Nội vụ", "05/01/2026", "Quý I/2026", "20/3/2026",
			"100", "Hoàn thành đúng hạn", "Kế hoạch đã được ban hành", "", "", "Chuyển đổi số", ""},
		{"2", "Bố trí kinh phí thực hiện Kế hoạch", "57-NQ/TW", "Sở Tài chính", "Sở Khoa học và Công nghệ", "05/01/2026", "trước ngày 31/12/2026", "", "40", "Đang thực hiện", "",
			"", "", "Chuyển đổi số", ""},
		{"3", "Cập nhật kết quả lên Hệ thống theo dõi", "57-NQ/TW", "Sở Khoa học và Công nghệ", "", "05/01/2026", "Thường xuyên, hằng tháng", "", "", "Thường xuyên", "", "", "",
			"Chuyển đổi số", ""}}},
	{"Văn bản", "VĂN BẢN CHỈ ĐẠO", NULL, {
		{"TT", 6, CELL_NUMBER, .centre = true}, {.title = "Số, ký hiệu", .width = 18}, {"Loại", 16, .choices = CHOICES(kinds)}, {"Ngày ban hành", 12, CELL_DATE, .centre = true},
		{.title = "Cơ quan ban hành", .width = 26}, {"Trích yếu", 60, .hint = "Như trên văn bản: về đột phá phát triển khoa học, công nghệ …"}, {"Viết tắt", 24, .hint = "Tên gọi từ lần nhắc thứ hai"},
		{.title = "Ghi chú", .width = 16}}, {
		{"1", "57-NQ/TW", "Nghị quyết", "22/12/2024", "Bộ Chính trị", "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
			"Nghị quyết số 57-NQ/TW", ""}}},
	{"Cơ quan", "CƠ QUAN, ĐƠN VỊ", NULL, {
		{"TT", 6, CELL_NUMBER, .centre = true}, {.title = "Cơ quan", .width = 40}, {"Tên ngắn", 18, .hint = "Tên khác dùng trong sổ: Sở KHCN"}, {"Viết tắt", 12, .hint = "Trong ký hiệu văn bản: SKHCN"},
		{.title = "Cơ quan chủ quản", .width = 28}, {"Nhóm", 16, .hint = "Sở, ban, ngành; xã, phường …"}, {.title = "Địa danh", .width = 18}, {.title = "Người ký", .width = 24}, {.title = "Chức vụ", .width = 18}, {.title = "Ghi chú", .width = 16}}, {
		{"1", "Sở Khoa học và Công nghệ", "Sở KHCN", "SKHCN", "UBND tỉnh Lâm Bình", "Sở, ban, ngành", "Lâm Bình", "Nguyễn Văn An", "Giám đốc", ""},
		{"2", "Sở Tài chính", "Sở TC", "STC", "UBND tỉnh Lâm Bình", "Sở, ban, ngành", "Lâm Bình", "Trần Thị Bình", "Giám đốc", ""}}},
};
enum { PLANS = sizeof plans / sizeof *plans };

static struct out_cell cell(const struct out_col *c, size_t col, const char *text)
{
	struct out_cell out = {.col = (uint32_t)col, .kind = c->kind == CELL_EMPTY ? CELL_TEXT : c->kind, .text = text};

	if (out.kind == CELL_DATE)
		viet_date(text, &out.date);
	for (const char *p = text; out.kind == CELL_NUMBER && *p >= '0' && *p <= '9'; p++)
		out.number = out.number * 10 + (*p - '0');
	out.number /= c->percent ? 100 : 1;
	return out;
}

static struct out_row row(struct arena *a, const struct plan *p, const char *const *texts, size_t n_cols)
{
	struct out_row r = {ARENA_ARRAY(a, struct out_cell, n_cols), 0};

	for (size_t i = 0; i < n_cols; i++)
		if (texts[i] != NULL && *texts[i] != '\0')
			r.cells[r.n++] = cell(&p->cols[i], i, texts[i]);
	return r;
}

static struct out_row line(struct arena *a, const char *text, enum sheet_style style)
{
	struct out_row r = {ARENA_NEW(a, struct out_cell), 1};

	*r.cells = (struct out_cell){.kind = CELL_TEXT, .text = text, .style = style};
	return r;
}

static struct sheet_out sheet(struct arena *a, const struct plan *p, bool examples)
{
	struct sheet_out s = {.name = p->name, .filter = true, .frozen_cols = 2, .spare_rows = SPARE_ROWS};

	while (s.n_cols < MOST_COLS && p->cols[s.n_cols].title != NULL)
		s.n_cols++;
	s.cols = ARENA_ARRAY(a, struct out_col, s.n_cols);
	memcpy(s.cols, p->cols, s.n_cols * sizeof *s.cols);
	s.above = ARENA_ARRAY(a, struct out_row, 2);
	s.above[s.n_above++] = line(a, p->title, SHEET_TITLE);
	if (p->note != NULL)
		s.above[s.n_above++] = line(a, p->note, SHEET_NOTE);
	s.rows = ARENA_ARRAY(a, struct out_row, MOST_ROWS);
	while (examples && s.n_rows < MOST_ROWS && p->rows[s.n_rows][0] != NULL) {
		s.rows[s.n_rows] = row(a, p, p->rows[s.n_rows], s.n_cols);
		s.n_rows++;
	}
	return s;
}

struct book_out *register_book(struct arena *a, bool examples)
{
	struct book_out *b = ARENA_NEW(a, struct book_out);

	*b = (struct book_out){ARENA_ARRAY(a, struct sheet_out, PLANS), PLANS, "Sổ theo dõi nhiệm vụ"};
	for (size_t i = 0; i < PLANS; i++)
		b->sheets[i] = sheet(a, &plans[i], examples);
	return b;
}

/* The other forms are kept as files beside the templates. */
static int from_file(struct arena *a, const char *ext, struct buf *out, struct diag *g)
{
	const char *dir = file_data_dir(a, "templates");
	const char *path = dir != NULL ? file_join(a, dir, arena_printf(a, "so-theo-doi%s", ext)) : NULL;
	char *data;
	size_t n;
	int err;

	if (path == NULL) {
		diag_put(g, &RUN_NO_TEMPLATES, (struct pos){0});
		return -1;
	}
	err = file_read(a, path, TEXT_LIMIT, &data, &n);
	if (err != 0) {
		diag_put(g, &RUN_CANNOT_READ, (struct pos){.file = path}, strerror(err));
		return -1;
	}
	buf_put(out, data, n);
	return 0;
}

int register_blank(struct arena *a, const char *name, struct buf *out, struct diag *g)
{
	static const char *const forms[][2] = {{".csv", ".csv"}, {".yaml", ".yaml"}, {".yml", ".yaml"}, {".json", ".json"}, {".xml", ".xml"}};
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		size_t k = strlen(forms[i][0]);

		if (n > k && strcasecmp(name + n - k, forms[i][0]) == 0)
			return from_file(a, forms[i][1], out, g);
	}
	return xlsx_write(register_book(a, true), out, g);
}
