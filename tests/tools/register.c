/* A register of tasks for measurements and tests: so many agencies with so many tasks each, all names made up, always the same.
 * usage: register FILE.xlsx|FILE.csv [AGENCIES [TASKS]]   (3321 agencies, the number of communes; 40 tasks) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "write/xlsx.h"

enum { NUMBER, TASK, DIRECTIVE, LEAD, PARTNERS, ASSIGNED, DUE, DONE, PROGRESS, AREA, NOTE, COLUMNS };
static const char *const titles[COLUMNS] = { "TT", "Nhiệm vụ", "Văn bản giao nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Ngày giao", "Thời hạn", "Ngày hoàn thành",
	"Tiến độ (%)", "Lĩnh vực", "Ghi chú" };
static const char *const first[] = { "An", "Bình", "Cẩm", "Chí", "Diên", "Đại", "Đông", "Gia", "Giang", "Hải", "Hòa", "Hồng", "Hưng", "Hữu", "Khánh", "Kim", "Lạc", "Lâm", "Liên",
	"Long", "Lương", "Minh", "Mỹ", "Nam", "Nghĩa", "Ngọc", "Nguyên", "Nhân", "Ninh", "Phong", "Phú", "Phúc", "Phước", "Quang", "Quốc", "Quế", "Sơn", "Tam", "Tân", "Tây", "Thái",
	"Thanh", "Thiện", "Thịnh", "Thọ", "Thuận", "Tiên", "Trà", "Trung", "Trường", "Tuy", "Văn", "Uy", "Viên", "Việt", "Vĩnh", "Xuân", "Yên" };
static const char *const second[] = { "Ái", "Bảo", "Cát", "Châu", "Cường", "Dân", "Điền", "Đô", "Đức", "Hà", "Hạnh", "Hiệp", "Hoàng", "Huệ", "Khê", "Lãm", "Lập", "Lễ", "Lộc", "Lợi",
	"Lư", "Mai", "Nghi", "Nhơn", "Nhuận", "Ninh", "Phan", "Pha", "Phổ", "Phụng", "Quới", "Sa", "Sinh", "Tâm", "Thạch", "Thắng", "Thành", "Thế", "Thới", "Thủy", "Thượng", "Tín",
	"Toàn", "Trạch", "Trị", "Triều", "Trinh", "Tú", "Tường", "Uyên", "Vị", "Viễn", "Vũ", "Vượng", "Xá", "Ý", "Yến", "Dương" };
static const char *const tasks[] = { "Hoàn thành nền tảng tích hợp, chia sẻ dữ liệu dùng chung của xã", "Rà soát, cắt giảm thủ tục hành chính nội bộ, công khai trên cổng thông tin điện tử",
	"Bồi dưỡng kỹ năng số cho cán bộ, công chức và thành viên tổ công nghệ số cộng đồng", "Triển khai trợ lý ảo phục vụ công tác chuyên môn", "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
	"Phủ sóng 5G tại trung tâm xã và các điểm dân cư tập trung", "Xây dựng phương án bảo đảm an toàn thông tin theo cấp độ cho các hệ thống" };
static const char *const directives[] = { "57-NQ/TW", "71/NQ-CP", "211/KH-UBND", "06/CT-UBND" };
static const char *const partners[] = { "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã" };
static const char *const areas[] = { "Hạ tầng số", "Cải cách hành chính", "Nhân lực", "An toàn thông tin" };
static const char *const dues[] = { "Quý IV/2025", "Trong tháng 10/2025", "30/9/2025", "Thường xuyên", "Quý I/2026" };
#define PICK(list, n) ((list)[(n) % (sizeof(list) / sizeof *(list))])

struct maker { struct arena *arena; size_t agencies, tasks; };

static const char *agency(struct maker *m, size_t i)
{
	size_t n = sizeof second / sizeof *second;

	return arena_printf(m->arena, "UBND xã %s %s", PICK(first, i / n), second[i % n]);
}

static const char *date_text(struct arena *a, struct date d) { return arena_printf(a, "%02d/%02d/%04d", d.day, d.month, d.year); }

/* The texts of a row; NULL: empty. Of five tasks one is done in time, one late, the others are under way. */
static void fill(struct maker *m, size_t i, size_t k, const char *v[COLUMNS])
{
	size_t seed = i * 31 + k * 7;
	bool done = seed % 5 < 2;
	struct date finished = { (int)(1 + seed % 27), seed % 5 == 0 ? 9 : 11, 2025 };

	v[NUMBER] = arena_printf(m->arena, "%zu", k + 1);
	v[TASK] = PICK(tasks, seed);
	v[DIRECTIVE] = PICK(directives, seed / 3);
	v[LEAD] = agency(m, i);
	v[PARTNERS] = PICK(partners, seed / 2);
	v[ASSIGNED] = date_text(m->arena, (struct date){ (int)(1 + k % 28), 1 + (int)(k % 6), 2025 });
	v[DUE] = PICK(dues, seed);
	v[DONE] = done ? date_text(m->arena, finished) : NULL;
	v[PROGRESS] = done ? "100" : arena_printf(m->arena, "%zu", 10 + seed % 80);
	v[AREA] = PICK(areas, seed / 5);
	v[NOTE] = seed % 11 == 0 ? "Đề nghị gia hạn" : NULL;
}

static void csv_cell(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; s && *s; s++) {
		buf_putc(b, *s);
		if (*s == '"')
			buf_putc(b, '"');
	}
	buf_putc(b, '"');
}

static void csv(struct maker *m, struct buf *out)
{
	const char *v[COLUMNS];

	for (size_t r = 0; r <= m->agencies * m->tasks; r++) {
		if (r > 0)
			fill(m, (r - 1) / m->tasks, (r - 1) % m->tasks, v);
		for (size_t c = 0; c < COLUMNS; c++) {
			csv_cell(out, r > 0 ? v[c] : titles[c]);
			buf_putc(out, c + 1 < COLUMNS ? ',' : '\n');
		}
	}
}

static struct out_row text_row(struct arena *a, const char *const *v, size_t n)
{
	struct out_row row = { .cells = ARENA_ARRAY(a, struct out_cell, n) };

	for (size_t c = 0; c < n; c++)
		if (v[c])
			row.cells[row.n++] = (struct out_cell){ .col = (uint32_t)c, .kind = CELL_TEXT, .text = v[c] };
	return row;
}

static int xlsx(struct maker *m, struct buf *out, struct diag *g)
{
	static const char *const agency_titles[] = { "Tên cơ quan", "Tên ngắn", "Ký hiệu viết tắt", "Cơ quan chủ quản", "Địa danh", "Người ký", "Chức vụ" };
	enum { AGENCY_COLUMNS = sizeof agency_titles / sizeof *agency_titles };
	struct out_col cols[COLUMNS] = { 0 }, agency_cols[AGENCY_COLUMNS] = { 0 };
	size_t n = m->agencies * m->tasks;
	struct out_row *rows = ARENA_ARRAY(m->arena, struct out_row, n), *agencies = ARENA_ARRAY(m->arena, struct out_row, m->agencies);
	struct sheet_out sheets[2] = {
		{ .name = "Nhiệm vụ", .cols = cols, .n_cols = COLUMNS, .rows = rows, .n_rows = n },
		{ .name = "Cơ quan", .cols = agency_cols, .n_cols = AGENCY_COLUMNS, .rows = agencies, .n_rows = m->agencies },
	};
	struct book_out book = { .sheets = sheets, .n_sheets = 2 };
	const char *v[COLUMNS];

	for (size_t c = 0; c < COLUMNS; c++)
		cols[c].title = titles[c];
	for (size_t c = 0; c < AGENCY_COLUMNS; c++)
		agency_cols[c].title = agency_titles[c];
	for (size_t r = 0; r < n; r++) {
		fill(m, r / m->tasks, r % m->tasks, v);
		rows[r] = text_row(m->arena, v, COLUMNS);
	}
	for (size_t i = 0; i < m->agencies; i++) {
		const char *name = agency(m, i), *brief = name + strlen("UBND ");
		const char *w[AGENCY_COLUMNS] = { name, arena_printf(m->arena, "UBND %s", brief), "UBND", "UBND tỉnh Hòa An", brief + strlen("xã "), "Nguyễn Minh Khôi", "Chủ tịch" };

		agencies[i] = text_row(m->arena, w, AGENCY_COLUMNS);
	}
	return xlsx_write(&book, out, g);
}

int main(int argc, char **argv)
{
	struct maker m = { .arena = arena_new(), .agencies = argc > 2 ? strtoul(argv[2], NULL, 10) : 3321, .tasks = argc > 3 ? strtoul(argv[3], NULL, 10) : 40 };
	struct buf out = BUF_INIT;
	struct diag g;
	size_t len = argc > 1 ? strlen(argv[1]) : 0;
	int err = 0;

	diag_init(&g, m.arena);
	if (len < 5 || m.agencies > 3364) {
		fputs("usage: register FILE.xlsx|FILE.csv [AGENCIES [TASKS]]\n", stderr);
		return 2;
	}
	if (strcmp(argv[1] + len - 4, ".csv") == 0)
		csv(&m, &out);
	else
		err = xlsx(&m, &out, &g);
	if (err != 0 || out.failed || (err = file_write(argv[1], out.data, out.len)) != 0) {
		fprintf(stderr, "register: %s: %s\n", argv[1], g.n > 0 ? g.items[0].text : strerror(err));
		return 2;
	}
	buf_free(&out);
	arena_free(m.arena);
	return 0;
}
