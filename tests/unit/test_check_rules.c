/* Each rule of the text fires on what breaks it and keeps silent on what does not. */
#include "check_fixture.h"

struct sample { const char *rule, *text; };

/* Texts that break the rule, and only once. */
static const struct sample bad[] = {
	{"N04", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam."},
	{"N10", "Dòng thứ nhất\\\ndòng thứ hai của đoạn."},
	{"N26", "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Hà Thanh;"},
	{"N27", "Sở tiếp tục thực hiện Nghị quyết số 57-NQ/TW trong năm 2026."},
	{"N27", "Theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về việc giao biên chế (sau đây viết tắt là Quyết định số 12/QĐ-UBND), sở đã làm.\nTheo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh, sở báo cáo."},
	{"N28", "Thực hiện Kế hoạch số 02-KH/BCĐTW 19/6/2025 của Ban Chỉ đạo Trung ương về phát triển khoa học."},
	{"N28", "Theo Công văn số 01-CV/BCĐTW của Ban Chỉ đạo Trung ương ngày 25/3/2025 về việc xây dựng kế hoạch."},
	{"N29", "Phân khai kinh phí thực hiện 57-NQ/TW năm 2026."},
	{"N30", "Thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2026 của Chính phủ về đột phá phát triển khoa học."},
	{"N31", "Theo Kế hoạch số 359-KH/TU ngày 29/4/2025 của Ban Thường vụ Tỉnh ủy về chuyển đổi số.\nTheo Kế hoạch số 359-KH/TU ngày 28/4/2025."},
	{"N31", "Theo Kế hoạch số 359-KH/TU ngày 29/4/2025 của Ban Thường vụ Tỉnh ủy về chuyển đổi số.\nTheo Kế hoạch hành động số 359-KH/TU."},
	{"N31", "Thông báo số 06-TB/BCĐTW ngày 27/9/2025 của Ban Chỉ đạo về kết luận; Thông báo số 06-TB/CQTTBCĐ ngày 27/9/2025."},
	{"N31", "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá, phát triển khoa học, công nghệ và chuyển đổi số quốc gia;\n"
		"Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ và chuyển đổi số quốc gia."},
	{"N32", "Đề án phát triển nguồn nhân lực (sau đây viết tắt là Đề án nhân lực) được triển khai."},
	{"N32", "Thực hiện Thông báo số 07-TB/CQTTBCĐ ngày 15/10/2025 của Cơ quan Thường trực về kết luận (sau đây viết tắt là Thông báo số 07-CQTTBCĐ).\nTheo Thông báo số 07-TB/CQTTBCĐ."},
	{"N33", "Các cơ quan QXZK của tỉnh phối hợp thực hiện."},
	{"N34", "1. Việc thứ nhất.\n3. Việc thứ ba."},
	{"N34", "I. PHẦN MỘT\nNội dung.\nIII. PHẦN BA\nNội dung."},
	{"N35", "c) Việc thứ ba.\nd) Việc thứ tư.\ne) Việc thứ năm."},
	{"N36", "# I. MỤC TIÊU\n# II. NHIỆM VỤ\nNội dung nhiệm vụ."},
	{"N36", "# I. MỤC ĐÍCH, YÊU CẦU\nNâng cao chất lượng công vụ.\n# II. NỘI DUNG\nKiểm tra tại chỗ."},
	{"N38", "## 1. Mục đích\nMột.\n## 2. Nội dung\nHai.\n## 3. Tổ chức thực hiện.\nBa."},
	{"N39", "# I. MỤC TIÊU\n- Việc một;\n- Việc hai;\n# II. NHIỆM VỤ\nNội dung."},
	{"N40", "Nội dung kiểm tra./."},
	{"N41", "Phát triển trong kỷ nguyên mới.."},
	{"N41", "Các sở , ngành báo cáo."},
	{"N41", "Các sở,ngành báo cáo."},
	{"N41", "Hội đồng nhân dân các xã, phường đặc khu."},
	{"N42", "Duy trì phong trào học vụ số; Tham mưu cấp có thẩm quyền ban hành."},
	{"N43", "Báo cáo của của các đơn vị."},
	{"N43", "Theo chỉ đạo tại của Thường trực Tỉnh ủy."},
	{"N43", "Ủy ban nhân dân tỉnh chỉ đạo đã lãnh đạo, chỉ đạo Sở Nội vụ."},
	{"N44", "Thực hiện theo Khoản 2 Điều 7 của Luật."},
	{"N44", "Thực hiện theo khoản 2 điều 7 của Luật."},
	{"N45", "Kiểm tra sau Tháng 7/2026."},
	{"N46", "Phối hợp với Ủy ban Mặt trận tổ quốc Việt Nam tỉnh."},
	{"N46", "Báo cáo Ban Thường trực Tỉnh ủy."},
	{"N47", "Phối hợp với các sở ban ngành."},
	{"N47", "Phòng Quản lý Khoa học và Công nghệ chủ trì.\nBáo cáo về Phòng Quản lý Khoa học - Công nghệ."},
	{"N48", "Báo cáo Tỉnh ủy và Ban Thường vụ Tỉnh uỷ."},
	{"N48", "Cập nhật hằng ngày; báo cáo hàng ngày."},
	{"N49", "Giao UBND huyện Sơn Đông chủ trì."},
	{"N50", "Họp vào thứ Hai, ngày 13/01/2026 tại trụ sở."},
	{"N50", "Báo cáo hoàn thành trước ngày 05/01/2026."},
	{"N50", "Làm việc lúc 14h00 ngày 17/01/2026 tại trụ sở."},
	{"N50", "Làm việc lúc 14 h00 ngày 16/01/2026 tại trụ sở."},
	{"N50", "Hoàn thành trong ngày 31/02/2026."},
	{"N50", "Thực hiện từ ngày 5/3/2026."},
	{"N51", "Kế hoạch có 06 hệ thống, gồm: 05 hệ thống chiến lược và 02 hệ thống dự án."},
	{"N51", "Tổng kinh phí: 18.640 triệu đồng, gồm:\na) Ngân sách tỉnh: 12.500 triệu đồng;\nb) Ngân sách xã: 5.240 triệu đồng."},
	{"N51", "| TT | Việc | Kinh phí |\n|---|---|---|\n| 1 | Một | 10 |\n| 2 | Hai | 20 |\n| Tổng cộng | << | 40 |\n"},
	{"N53", "Thời gian và địa đểm kiểm tra."},
	{"N53", "Kiểm tra việc thựtc hiện nhiệm vụ."},
	{"N54", "Mời các sở: Tài chính, Văn hóa, Thể thao và Du lịch, Y tế."},
	{"N64", "Danh mục nhiệm vụ tại Phụ lục I kèm theo."},
	{"N67", "MẬT"},
	{"N69", "Thời gian: …………"},
	{"N69", "Link các văn bản kèm theo"},
	{"N69", "Công thức x_{2} còn lại."},
};

/* Sound texts near to those: the rule says nothing. */
static const struct sample good[] = {
	{"N10", "Địa điểm: Hội trường lớn,\\\nTrung tâm Hội nghị."},
	{"N26", "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025;"},
	{"N27", "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học.\nNghị quyết số 57-NQ/TW đã được quán triệt."},
	{"N27", "Thực hiện Kế hoạch số 38/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh tăng cường phát triển kinh tế số và Kế hoạch số 06-KH/TU ngày 06/01/2026 của Ban Thường vụ Tỉnh ủy thực hiện Nghị quyết số 57-NQ/TW năm 2026, sở báo cáo."},
	{"N28", "Theo Công văn số 01-CV/BCĐTW ngày 25/3/2025 của Ban Chỉ đạo Trung ương về việc xây dựng kế hoạch."},
	{"N29", "Theo các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND."},
	{"N29", "Công suất 220 kV, tần suất 24/7, giai đoạn 2026 - 2030, tỷ lệ 1/2 và ngày 15/5/2025."},
	{"N30", "Thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ về đột phá phát triển khoa học."},
	{"N31", "Quyết định số 12/QĐ-UBND ngày 05/01/2024 của UBND tỉnh về việc giao biên chế và Quyết định số 12/QĐ-UBND ngày 07/3/2025 của UBND tỉnh về việc giao vốn."},
	{"N31", "Công văn số 05-CV/TU ngày 01/8/2025 và Công văn số 05-CV/BCĐ ngày 18/8/2025."},
	{"N32", "Đề án phát triển nguồn nhân lực (sau đây viết tắt là Đề án nhân lực) được triển khai. Đề án nhân lực có 03 phần."},
	{"N33", "Các cơ quan tham mưu, giúp việc (TMGV) của tỉnh; UBND, HĐND và các cơ quan TMGV."},
	{"N34", "1. Một.\na) Điểm một;\nb) Điểm hai.\n2. Hai.\na) Điểm một;\nb) Điểm hai."},
	{"N34", "# I. PHẦN MỘT\n1. Một.\n2. Hai.\n# II. PHẦN HAI\n1. Một.\n2. Hai."},
	{"N35", "a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy."},
	{"N36", "# I. MỤC TIÊU\n## 1. Mục tiêu chung\nNội dung.\n## 2. Mục tiêu cụ thể\nNội dung."},
	{"N36", "# I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích: nâng cao chất lượng.\n2. Yêu cầu: đúng thời gian.\n# II. NỘI DUNG\nKiểm tra."},
	{"N39", "# I. MỤC TIÊU\n- Việc một;\n- Việc hai.\n# II. NHIỆM VỤ\nNội dung."},
	{"N41", "Giá 1.234,5 đồng; tỷ lệ 12,3%; xem www.hathanh.gov.vn… và lúc 8:30."},
	{"N42", "Gửi Sở Tài chính; Sở Nội vụ; Ủy ban nhân dân các xã; Công an tỉnh."},
	{"N43", "Họp ngày ngày một nhiều, tránh báo cáo chung chung; việc hiện nay còn chậm."},
	{"N43", "Sở chủ trì 05 nhiệm vụ; đã hoàn thành 01 nhiệm vụ, đạt 20%."},
	{"N44", "Theo điểm a khoản 2 Điều 7. Khoản 2 nêu rõ trách nhiệm."},
	{"N45", "Kiểm tra trong tháng 7/2026. Tháng 8 tổng hợp."},
	{"N46", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Ban Chỉ đạo tỉnh, Sở Công Thương."},
	{"N47", "Phối hợp với các sở, ban, ngành. Phòng Kinh tế và Phòng Văn hóa - Xã hội."},
	{"N48", "Quý I, quản lý, thuở trước, quyết định; hòa bình, Tỉnh ủy."},
	{"N49", "Quyết định số 12/QĐ-UBND ngày 05/3/2020 của UBND huyện Sơn Đông về việc giao đất. Hồ sơ của UBND huyện Sơn Đông trước đây được chuyển giao."},
	{"N50", "Họp lúc 14h00 thứ Ba, ngày 13/01/2026; báo cáo trước ngày 25/01/2026; đã hoàn thành trước ngày 05/01/2026."},
	{"N51", "Kế hoạch có 06 hệ thống, gồm: 05 Hệ thống chiến lược và 01 Hệ thống dự án, gắn với 30 sáng kiến."},
	{"N51", "Đoàn gồm 05 thành viên: 01 trưởng đoàn và các thành viên khác; năm 2026 gồm 12 tháng."},
	{"N51", "| TT | Việc | Kinh phí | Tỷ lệ |\n|---|---|---|---|\n| 1 | Một | 1.000 | 33,3 |\n| 2 | Hai | 2.000 | 66,7 |\n| Tổng cộng | << | 3.000 | 100 |\n"},
	{"N51", "| TT | Việc | Kinh phí |\n|---|---|---|\n| – | Một | 10 |\n| … | Hai | 20 |\n| Tổng cộng | << | 30 |\n"}, /* cells without a word */
	{"N53", "Huyện Đắk Tô, đồng bào Hrê, Cơ-tu; khuỷu, quốc, giếng, nguệch ngoạc, khuyên, quyền, thuở, giặt, huơ, xoong, rượu, ngoằn."},
	{"N54", "Mời các sở: Tài chính; Văn hóa, Thể thao và Du lịch; Y tế."},
	{"N64", "Thực hiện theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP; số phụ lục đính kèm hồ sơ."},
	{"N69", "Xem tại địa chỉ https://hathanh.gov.vn (mục tin tức); a…b."},
};

static void a_rule_fires_on_what_breaks_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const struct check_report *r = judge_text(bad[i].text);
		if (found(r, bad[i].rule) == 0)
			fail_msg("%s does not fire on: %s", bad[i].rule, bad[i].text);
		assert_int_equal(verdict_of(r, bad[i].rule), VERDICT_FAIL);
	}
}

static void a_rule_keeps_silent_on_sound_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		const struct check_report *r = judge_text(good[i].text);
		const struct check_finding *f = first_of(r, good[i].rule);
		if (f)
			fail_msg("%s fires on “%s” of: %s (%s)", good[i].rule, f->quote, good[i].text, f->text);
	}
}

static void findings_stand_at_their_quote(void **state)
{
	(void)state;
	const struct check_report *r = judge_text("Một **đoạn đậm** và *nghiêng*, theo chỉ đạo tại của Thường trực.");
	const struct check_finding *f = first_of(r, "N43");
	assert_non_null(f);
	assert_string_equal(f->quote, "tại của");
	assert_int_equal(f->pos.line, 13);
	assert_int_equal(f->pos.col, 45);
	assert_int_equal(f->page, 1);
}

static const struct { const char *rule;
	const char *before, *after; } repairs[] = {
	{"N41", "Các sở , ngành báo cáo..\n", "Các sở, ngành báo cáo.\n"},
	{"N50", "Lúc 14 h00 ngày 5/3/2026.\n", "Lúc 14h00 ngày 05/3/2026.\n"},
	{"N28", "Kế hoạch số 02-KH/BCĐTW 19/6/2025.\n", "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025.\n"},
	{"N04", "Ho\xCC\x80""a bình.\n", "Hòa bình.\n"},
	{"N41", "Giữ **chữ  đậm** và \\* nguyên\\, vẹn.\n", "Giữ **chữ đậm** và \\* nguyên\\, vẹn.\n"},
};

static void repairs_touch_nothing_else(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++) {
		char before[4096], after[4096];
		struct mended m;
		struct arena *a = arena_new();
		snprintf(before, sizeof before, "%s%s%s", FRONT, repairs[i].before, END);
		snprintf(after, sizeof after, "%s%s%s", FRONT, repairs[i].after, END);
		judge(before);
		check_mend(a, &last, &m);
		assert_non_null(m.text);
		assert_string_equal(m.text, after);
		judge(after);
		check_mend(a, &last, &m);
		assert_null(m.text);
		arena_free(a);
	}
}

static void a_rule_is_silenced_with_its_reason_alone(void **state)
{
	(void)state;
	const struct check_report *r = judge_text("{bỏ qua N43: trích nguyên văn}\nTheo chỉ đạo tại của Thường trực.\n\nTheo chỉ đạo của tại Thường trực.");
	assert_int_equal(found(r, "N43"), 1);
	assert_int_equal(r->n_waived, 1);
	assert_true(first_of(r, "N43")->waived);
	assert_string_equal(first_of(r, "N43")->reason, "trích nguyên văn");
	r = judge_keys(&(HEAD "ngày: 09/01/2026\n" TAIL "bỏ qua:\n  - N43: trích nguyên văn\n")[4], "Theo chỉ đạo tại của Thường trực./.");
	assert_int_equal(found(r, "N43"), 0);
	assert_int_equal(r->n_waived, 1);
	assert_int_equal(verdict_of(r, "N43"), VERDICT_PASS);
}

static void a_waiver_without_reason_is_an_error(void **state)
{
	char draft[4096];
	(void)state;
	snprintf(draft, sizeof draft, "%s{bỏ qua N43}\n%s", FRONT, END);
	struct job j = {.draft = "t.md", .text = draft, .n_text = strlen(draft)};
	check_run(press, &j, &last);
	assert_false(last.read);
	assert_string_equal(last.findings.items[0].msg->id, "waiver");
}

static void every_rule_gives_a_verdict_with_its_reason(void **state)
{
	(void)state;
	const struct check_report *r = judge_text("Nội dung kiểm tra.");
	size_t n = 0;
	while (rules[n].id)
		n++;
	assert_int_equal(n, 82);
	assert_int_equal(r->n_verdicts, n);
	for (size_t i = 0; i < n; i++) {
		assert_true(r->verdicts[i].verdict != VERDICT_FAIL);
		if (r->verdicts[i].verdict == VERDICT_NOT_EVALUATED)
			assert_true(r->verdicts[i].why && *r->verdicts[i].why);
	}
	assert_int_equal(verdict_of(r, "N63"), VERDICT_NOT_EVALUATED);
	assert_int_equal(verdict_of(r, "D01"), VERDICT_NOT_EVALUATED);
	assert_int_equal(verdict_of(r, "N11"), VERDICT_PASS);
	assert_int_equal(verdict_of(r, "N51"), VERDICT_NOT_EVALUATED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_fires_on_what_breaks_it), cmocka_unit_test(a_rule_keeps_silent_on_sound_text),
		cmocka_unit_test(findings_stand_at_their_quote), cmocka_unit_test(repairs_touch_nothing_else),
		cmocka_unit_test(a_rule_is_silenced_with_its_reason_alone), cmocka_unit_test(a_waiver_without_reason_is_an_error),
		cmocka_unit_test(every_rule_gives_a_verdict_with_its_reason),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
