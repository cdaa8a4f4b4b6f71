/* The names that templates may use: vanban-template(5) shows this table, and a test holds it against what figures() gives. */
#include "compose/figures.h"

#include <string.h>

#include "base/i18n.h"
#include "base/viet.h"

const struct figure_name figure_names[] = {
	{ "", "quý", N_("the quarter in a digit: 4"), false },
	{ "", "quý La Mã", N_("the quarter in Roman: IV"), false },
	{ "", "năm", N_("the year: 2025"), false },
	{ "", "kỳ báo cáo", N_("the quarter in words: quý IV năm 2025"), false },
	{ "", "kỳ báo cáo viết gọn", N_("quý IV/2025"), false },
	{ "", "kỳ báo cáo viết hoa", N_("QUÝ IV NĂM 2025"), false },
	{ "", "kỳ trước", N_("the quarter before, in words"), false },
	{ "", "kỳ sau", N_("the next quarter, in words"), false },
	{ "", "kỳ sau viết hoa", N_("the next quarter: QUÝ I NĂM 2026"), false },
	{ "", "kỳ sau viết gọn", N_("the next quarter: quý I/2026"), false },
	{ "", "ngày đầu kỳ", N_("first day of the quarter"), false },
	{ "", "ngày cuối kỳ", N_("last day of the quarter"), false },
	{ "", "ngày đầu kỳ sau", N_("first day of the next quarter"), false },
	{ "", "ngày cuối kỳ sau", N_("last day of the next quarter"), false },
	{ "", "ngày báo cáo", N_("the date given for the documents; nothing if none is"), false },
	{ "", "ngày chốt", N_("the day at which states are judged"), false },
	{ "", "ngày chốt bằng lời", N_("the same in words: ngày 31 tháng 12 năm 2025"), false },
	{ "", "khóa", N_("what the rows of the document share: the value of the column"), false },
	{ "", "cơ quan", N_("the body the document is about, with the parts below"), false },
	{ "", "cơ quan.tên", N_("its whole name"), false },
	{ "", "cơ quan.tên ngắn", N_("its short name, or the whole one"), false },
	{ "", "cơ quan.viết tắt", N_("its abbreviation"), false },
	{ "", "cơ quan.cơ quan chủ quản", N_("its superior body"), false },
	{ "", "cơ quan.nhóm cơ quan", N_("its group"), false },
	{ "", "cơ quan.địa danh", N_("its place"), false },
	{ "", "cơ quan.người ký", N_("who signs for it"), false },
	{ "", "cơ quan.chức vụ", N_("the signer's title"), false },
	{ "", "tổng số", N_("number of tasks"), true },
	{ "", "số hoàn thành", N_("number of tasks done"), true },
	{ "", "số hoàn thành đúng hạn", N_("number of tasks done in time"), true },
	{ "", "số hoàn thành quá hạn", N_("number of tasks done late"), true },
	{ "", "số chưa hoàn thành", N_("number of tasks not done, of any state"), true },
	{ "", "số trong hạn", N_("number of tasks in work within their limit"), true },
	{ "", "số quá hạn", N_("number of tasks past their limit and not done"), true },
	{ "", "số thường xuyên", N_("number of tasks that recur"), true },
	{ "", "số chưa đến kỳ", N_("number of tasks whose period has not begun"), true },
	{ "", "số không xác định", N_("number of tasks whose state cannot be told"), true },
	{ "", "tỷ lệ hoàn thành", N_("share of tasks done: 57,5%"), true },
	{ "", "tỷ lệ hoàn thành đúng hạn", N_("share of tasks done in time: 57,5%"), true },
	{ "", "tỷ lệ hoàn thành quá hạn", N_("share of tasks done late: 57,5%"), true },
	{ "", "tỷ lệ chưa hoàn thành", N_("share of tasks not done, of any state: 57,5%"), true },
	{ "", "tỷ lệ trong hạn", N_("share of tasks in work within their limit: 57,5%"), true },
	{ "", "tỷ lệ quá hạn", N_("share of tasks past their limit and not done: 57,5%"), true },
	{ "", "tỷ lệ thường xuyên", N_("share of tasks that recur: 57,5%"), true },
	{ "", "tỷ lệ chưa đến kỳ", N_("share of tasks whose period has not begun: 57,5%"), true },
	{ "", "tỷ lệ không xác định", N_("share of tasks whose state cannot be told: 57,5%"), true },
	{ "", "số còn thời gian", N_("number of tasks neither done nor overdue"), true },
	{ "", "số khác", N_("number of tasks that recur, are not due yet, or of unknown state"), true },
	{ "", "số đến hạn", N_("number of tasks that had to be done by now: done or overdue"), true },
	{ "", "tỷ lệ đúng hạn", N_("share of those that were done in time"), true },
	{ "", "số đến hạn kỳ sau", N_("number of tasks not done that are due in the next quarter"), true },
	{ "", "số có khó khăn", N_("number of tasks with difficulties"), true },
	{ "", "số có kiến nghị", N_("number of tasks with proposals"), true },
	{ "", "nhiệm vụ", N_("list of all tasks"), true },
	{ "", "hoàn thành", N_("list of tasks done"), true },
	{ "", "hoàn thành đúng hạn", N_("list of tasks done in time"), true },
	{ "", "hoàn thành quá hạn", N_("list of tasks done late"), true },
	{ "", "chưa hoàn thành", N_("list of tasks not done, of any state"), true },
	{ "", "trong hạn", N_("list of tasks in work within their limit"), true },
	{ "", "quá hạn", N_("list of tasks past their limit and not done"), true },
	{ "", "thường xuyên", N_("list of tasks that recur"), true },
	{ "", "chưa đến kỳ", N_("list of tasks whose period has not begun"), true },
	{ "", "không xác định", N_("list of tasks whose state cannot be told"), true },
	{ "", "đến hạn kỳ sau", N_("list of tasks not done that are due in the next quarter"), true },
	{ "", "có khó khăn", N_("list of tasks with difficulties"), true },
	{ "", "có kiến nghị", N_("list of tasks with proposals"), true },
	{ "", "có kỳ trước", N_("yes if the quarter before is known"), false },
	{ "", "trước", N_("the numbers and shares as they were at the end of the quarter before: {{trước.số quá hạn}}"), false },
	{ "", "so sánh tổng số", N_("change of: number of tasks (tăng 05 nhiệm vụ)"), false },
	{ "", "so sánh hoàn thành", N_("change of: tasks done (tăng 05 nhiệm vụ)"), false },
	{ "", "so sánh hoàn thành đúng hạn", N_("change of: tasks done in time (tăng 05 nhiệm vụ)"), false },
	{ "", "so sánh quá hạn", N_("change of: tasks overdue (tăng 05 nhiệm vụ)"), false },
	{ "", "so sánh tỷ lệ hoàn thành", N_("change of: share of tasks done (giảm 3,2 điểm %)"), false },
	{ "", "so sánh tỷ lệ quá hạn", N_("change of: share of tasks overdue (giảm 3,2 điểm %)"), false },
	{ "", "so sánh tỷ lệ đúng hạn", N_("change of: share done in time of those due (giảm 3,2 điểm %)"), false },
	{ "", "theo cơ quan", N_("list of the leading bodies, each with the numbers and lists of its own tasks"), false },
	{ "", "số cơ quan", N_("number of these"), false },
	{ "", "cơ quan còn quá hạn", N_("list of those that have overdue tasks, likewise"), false },
	{ "", "số cơ quan còn quá hạn", N_("number of these"), false },
	{ "", "cơ quan trong biểu đồ", N_("the 20 of them with the most tasks, in their order, for a chart"), false },
	{ "", "số cơ quan trong biểu đồ", N_("number of these"), false },
	{ "", "có cơ quan ngoài biểu đồ", N_("yes if there are more"), false },
	{ "", "theo lĩnh vực", N_("list of the fields, likewise"), false },
	{ "", "số lĩnh vực", N_("number of these"), false },
	{ "", "theo văn bản", N_("list of the directives that gave the tasks, likewise; tasks that name none come under “Văn bản khác”"), false },
	{ "", "văn bản giao nhiệm vụ", N_("the same without “Văn bản khác”"), false },
	{ "", "số văn bản", N_("number of directives that are named"), false },
	{ "nhiệm vụ", "TT", N_("number in the register"), false },
	{ "nhiệm vụ", "nội dung", N_("its text"), false },
	{ "nhiệm vụ", "văn bản giao", N_("the directive, as typed"), false },
	{ "nhiệm vụ", "cơ quan chủ trì", N_("leading body"), false },
	{ "nhiệm vụ", "cơ quan phối hợp", N_("partners"), false },
	{ "nhiệm vụ", "ngày giao", N_("day it was assigned"), false },
	{ "nhiệm vụ", "thời hạn", N_("the deadline in its own words"), false },
	{ "nhiệm vụ", "hạn cuối", N_("the last day in time"), false },
	{ "nhiệm vụ", "ngày hoàn thành", N_("day it was done"), false },
	{ "nhiệm vụ", "tiến độ", N_("60%"), false },
	{ "nhiệm vụ", "trạng thái", N_("the state at the day judged"), false },
	{ "nhiệm vụ", "trạng thái ghi trong sổ", N_("the state as typed"), false },
	{ "nhiệm vụ", "dấu trạng thái", N_("a mark for the state: ● ▲ ○ ■ ◊ – ?"), false },
	{ "nhiệm vụ", "số ngày quá hạn", N_("days past the limit"), false },
	{ "nhiệm vụ", "kết quả thực hiện", N_("result"), false },
	{ "nhiệm vụ", "sản phẩm", N_("product"), false },
	{ "nhiệm vụ", "lĩnh vực", N_("field"), false },
	{ "nhiệm vụ", "mục trong sổ", N_("title line it stands under in the register"), false },
	{ "nhiệm vụ", "khó khăn", N_("difficulties"), false },
	{ "nhiệm vụ", "kiến nghị", N_("proposals"), false },
	{ "nhiệm vụ", "ghi chú", N_("note"), false },
	{ "nhiệm vụ", "đã hoàn thành", N_("yes if done"), false },
	{ "nhiệm vụ", "đúng hạn", N_("yes if done in time"), false },
	{ "nhiệm vụ", "hoàn thành chậm", N_("yes if done late"), false },
	{ "nhiệm vụ", "còn trong hạn", N_("yes if in work within its limit"), false },
	{ "nhiệm vụ", "đang quá hạn", N_("yes if overdue"), false },
	{ "nhiệm vụ", "là thường xuyên", N_("yes if it recurs"), false },
	{ "nhiệm vụ", "là chưa đến kỳ", N_("yes if its period has not begun"), false },
	{ "nhiệm vụ", "chưa rõ trạng thái", N_("yes if its state cannot be told"), false },
	{ "theo cơ quan", "tên", N_("its whole name"), false },
	{ "theo cơ quan", "tên ngắn", N_("its short name, or the whole one"), false },
	{ "theo cơ quan", "viết tắt", N_("its abbreviation"), false },
	{ "theo cơ quan", "cơ quan chủ quản", N_("its superior body"), false },
	{ "theo cơ quan", "nhóm cơ quan", N_("its group"), false },
	{ "theo cơ quan", "địa danh", N_("its place"), false },
	{ "theo cơ quan", "người ký", N_("who signs for it"), false },
	{ "theo cơ quan", "chức vụ", N_("the signer's title"), false },
	{ "theo lĩnh vực", "tên", N_("the field"), false },
	{ "theo văn bản", "tên", N_("kind and number"), false },
	{ "theo văn bản", "tên đầy đủ", N_("kind, number, date, issuer, subject"), false },
	{ "theo văn bản", "số ký hiệu", N_("its number"), false },
	{ "theo văn bản", "loại", N_("its kind"), false },
	{ "theo văn bản", "ngày ban hành", N_("its date"), false },
	{ "theo văn bản", "cơ quan ban hành", N_("its issuer"), false },
	{ "theo văn bản", "trích yếu", N_("its subject"), false },
	{ "theo văn bản", "viết tắt", N_("its short name"), false }};
const size_t n_figure_names = sizeof figure_names / sizeof *figure_names;

/* What every element of a list has besides (mustache.c). */
static const char *const of_lists[] = { "sothutu", "chucai", "solama", "dau", "cuoi" };
static const char *const group_lists[] = { "theocoquan", "coquantrongbieudo", "coquanconquahan", "theolinhvuc", "theovanban", "vanbangiaonhiemvu" };

static bool is_in(const char *const *v, size_t n, const char *fold)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i], fold) == 0)
			return true;
	return false;
}

/* A row of the table; sets: of those that every set of tasks has. */
static bool has(struct arena *a, const char *inside, const char *fold, bool sets)
{
	for (size_t i = 0; i < n_figure_names; i++)
		if ((!sets || figure_names[i].of_sets) && (inside == NULL || strcmp(viet_fold(a, figure_names[i].inside), inside) == 0) &&
			strcmp(viet_fold(a, figure_names[i].name), fold) == 0)
			return true;
	return false;
}

static bool know(struct arena *a, const char *inside, const char *fold)
{
	const char *dot = strchr(fold, '.');
	bool group = is_in(group_lists, sizeof group_lists / sizeof *group_lists, inside);

	if (strncmp(fold, "truoc.", 6) == 0)
		return has(a, "", fold + 6, true);
	if (*inside == '\0' || has(a, "", fold, false))
		return has(a, "", fold, false);
	if (is_in(of_lists, sizeof of_lists / sizeof *of_lists, fold))
		return true;
	if (group)
		return has(a, strncmp(inside, "coquan", 6) == 0 ? "theocoquan" : strncmp(inside, "vanban", 6) == 0 ? "theovanban" : inside, fold, false) || has(a, "", fold, true);
	/* of a list of tasks, or inside a condition, which may stand in any list */
	return dot == NULL && has(a, has(a, "", inside, true) ? "nhiemvu" : NULL, fold, false);
}

bool figures_know(const char *inside, const char *fold)
{
	struct arena *a = arena_new();
	bool yes = know(a, inside, fold);

	arena_free(a);
	return yes;
}
