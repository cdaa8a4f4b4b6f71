/* The rules as a table: nd30.md 8. A new rule is one function and one row; the manual vanban-check(7) has the same rows. */
#include "check/inner_rules.h"

#define E LEVEL_ERROR
#define W LEVEL_WARNING
#define I LEVEL_INFO
#define STATE RULE_STATE
#define PARTY RULE_PARTY
#define BOTH RULE_BOTH
#define PL1 "ND30 Phụ lục I, "
#define PRACTICE N_("good practice")
#define LOGIC N_("logic")

const struct rule rules[] = {
	/* page and type */
	{"N01", E, BOTH, PL1 "I.1", N_("the paper is A4"), NULL, rule_paper, {0}, {0}},
	{"N02", E, STATE, PL1 "I.3", N_("the margins are inside their ranges"), NULL, rule_margins, {0}, {0}},
	{"N03", E, BOTH, PL1 "I.4", N_("all type is black but the mark of urgency"), NULL, rule_colour, {0}, {0}},
	{"N04", E, BOTH, PL1 "I.4", N_("the text is Unicode in the form NFC, without hidden characters"), "Coäng hoøa xaõ hoäi chuû nghóa", rule_unicode, {0}, {0}},
	{"N05", E, BOTH, PL1 "I.7, III.1.đ", N_("pages are numbered at the top, centred, not on page 1; annexes from 1"), NULL, rule_page_number, {0}, {0}},
	{"N06", E, BOTH, PL1 "II.6.e", N_("the text has one size, inside its range"), NULL, rule_body_size, {0}, {0}},
	{"N07", W, STATE, PL1 "V", N_("the sizes of the head go together"), NULL, rule_size_set, {0}, {0}},
	{"N08", W, BOTH, PL1 "II.6.e", N_("paragraphs are justified and indented by 10 or 12.7 mm"), NULL, rule_body_align, {0}, {0}},
	{"N09", W, BOTH, PL1 "II.6.e", N_("paragraphs and lines stand apart as they must"), NULL, rule_spacing, {0}, {0}},
	{"N10", I, BOTH, PRACTICE, N_("no empty paragraphs and no lines broken by hand"), "Dòng thứ nhất\\ dòng thứ hai", rule_empty, {0}, {0}},
	/* letterhead */
	{"N11", E, STATE, PL1 "II.1", N_("Quốc hiệu and Tiêu ngữ stand as they must, each on one line"), NULL, rule_motto, {0}, {0}},
	{"N12", W, STATE, PL1 "II.1.b", N_("the rule under Tiêu ngữ is as long as the line"), NULL, rule_motto_rule, {0}, {0}},
	{"N13", E, STATE, PL1 "II.2.b", N_("the issuing body is in bold capitals, the superior body not bold"), NULL, rule_issuer, {0}, {0}},
	{"N14", W, STATE, PL1 "II.2.b", N_("the rule under the issuing body has a third to half its length"), NULL, rule_issuer_rule, {0}, {0}},
	{"N15", W, STATE, PL1 "II.2.a", N_("the issuing body's own name is written in full"), "cơ quan ban hành: UBND xã An Lạc", rule_issuer_full, {0}, {0}},
	{"N16", E, STATE, PL1 "II.3.c", N_("the number reads “Số: 05/KH-SKHCN”"), "số: 5", rule_number_line, {0}, {0}},
	{"N17", E, STATE, "ND30 Phụ lục III, I", N_("the letters of the number are those of the kind"), "ký hiệu: KH-SKHCN (trong Báo cáo)", rule_type_code, {0}, {0}},
	{"N18", E, STATE, PL1 "II.3.b", N_("the number of a công văn names body and unit, no kind"), "ký hiệu: CV-UBND", rule_letter_code, {0}, {0}},
	{"N19", E, STATE, PL1 "II.3.b", N_("the number holds the letters of the issuing body"), "ký hiệu: KH-STC (của Sở Nội vụ, viết tắt SNV)", rule_org_code, {0}, {0}},
	{"N20", E, STATE, PL1 "II.4", N_("place and date are written as they must, and the day exists"), NULL, rule_date_line, {0}, {0}},
	{"N21", E, BOTH, LOGIC, N_("annexes give the document's own date"), "kèm theo: Kế hoạch số 12/KH-SNV ngày 05/5/2025 của Sở Nội vụ (ngày: 15/5/2024)", rule_same_year, {0}, {0}},
	{"N22", W, STATE, PL1 "II.5.b", N_("kind and subject are set as they must, with their rule"), "trích yếu: về kết quả công tác", rule_title, {0}, {0}},
	{"N23", E, STATE, PL1 "II.5.b", N_("a công văn has V/v and no name of its kind, others the reverse"), NULL, rule_about, {0}, {0}},
	{"N24", W, BOTH, "ND30 Phụ lục VI", N_("the subject has at most 500 characters and no full stop"), "trích yếu: Kết quả công tác năm 2025.", rule_subject, {0}, {0}},
	/* text */
	{"N25", E, BOTH, PL1 "II.6.a", N_("grounds are in italics and end with “;”, the last with “.”"), "Căn cứ Luật Ngân sách nhà nước;\\nQUYẾT ĐỊNH:", rule_bases, {0}, {0}},
	{"N26", W, BOTH, PL1 "II.6.a", N_("grounds are cited in full"), "Căn cứ Quyết định số 12/QĐ-UBND;", rule_bases_full, {0}, {0}},
	{"N27", W, BOTH, PL1 "II.6.b", N_("the first mention of a document is full, the later ones short"), "thực hiện Nghị quyết số 57-NQ/TW.", rule_first_full, {0}, {0}},
	{"N28", W, BOTH, PL1 "II.6.b", N_("citations go number, “ngày”, date, issuing body"), "Kế hoạch số 02-KH/BCĐTW 19/6/2025", rule_order, {0}, {0}},
	{"N29", W, BOTH, PL1 "II.6.b", N_("a number stands behind its type"), "thực hiện 57-NQ/TW năm 2026", rule_bare, {0}, {0}},
	{"N30", E, BOTH, LOGIC, N_("no document is cited that is younger than this one"), "Nghị quyết số 71/NQ-CP ngày 01/4/2025 (ngày: 15/5/2024)", rule_future, {0}, {0}},
	{"N31", E, BOTH, LOGIC, N_("one number has one date, one type, one body, one subject"), "Kế hoạch số 359-KH/TU … Kế hoạch hành động số 359-KH/TU", rule_one_number, {0}, {0}},
	{"N32", W, BOTH, "HD05 6.1.3", N_("short forms are defined once and used as defined"), "(sau đây viết tắt là Kế hoạch 12)", rule_brief, {0}, {0}},
	{"N33", I, BOTH, "HD05 6.1.3", N_("abbreviations are explained at their first mention"), "các cơ quan TMGV của tỉnh", rule_abbreviations, {0}, {0}},
	{"N34", W, BOTH, PL1 "II.6.đ", N_("numbering has no gaps and no repeats"), "1. …\\n3. …", rule_gaps, {0}, {0}},
	{"N35", E, BOTH, PL1 "II.6.đ", N_("letters follow a b c d đ e g h i k"), "d) …\\ne) …", rule_letters, {0}, {0}},
	{"N36", W, BOTH, PL1 "II.6.d", N_("no section is empty or lacks what its title promises"), "## 4. Tổ chức thực hiện\\n# II. KẾT LUẬN", rule_sections, {0}, {0}},
	{"N37", E, BOTH, PL1 "II.6.đ", N_("labels are written “Điều 1.”, “1.”, “a)”"), NULL, rule_labels, {0}, {0}},
	{"N38", I, BOTH, PRACTICE, N_("headings end alike"), "## 3. Tổ chức thực hiện. (các mục khác không có dấu chấm)", rule_heading_ends, {0}, {0}},
	{"N39", W, BOTH, PRACTICE, N_("lists end with a full stop before a heading"), "- Mục cuối cùng;\\n# II. NỘI DUNG", rule_list_ends, {0}, {0}},
	{"N40", W, STATE, "ND30 Phụ lục III", N_("the text ends with “./.”, once"), "Trên đây là báo cáo.", rule_end_mark, {0}, {0}},
	{"N41", W, BOTH, PRACTICE, N_("punctuation is neither doubled nor wrongly spaced"), "kỷ nguyên mới..", rule_punctuation, {0}, {0}},
	{"N42", W, BOTH, "ND30 Phụ lục II, I", N_("no capital stands after “;” inside a sentence"), "học vụ số; Tham mưu cấp", rule_capital_after, {0}, {0}},
	{"N43", W, BOTH, PRACTICE, N_("no word stands twice, none is missing"), "theo chỉ đạo tại của Thường trực", rule_repeated, {0}, {0}},
	{"N44", W, BOTH, "ND30 Phụ lục II, V.7", N_("Điều has a capital, khoản and điểm none"), "theo Khoản 2 Điều 7", rule_structure_words, {0}, {0}},
	{"N45", W, BOTH, "ND30 Phụ lục II, V.8.c", N_("months in figures are small, days in words capital"), "sau Tháng 7/2025", rule_month_words, {0}, {0}},
	{"N46", W, BOTH, "ND30 Phụ lục II, IV", N_("bodies bear their names, with the right capitals"), "Ủy ban Mặt trận tổ quốc Việt Nam", rule_names, {0}, {0}},
	{"N47", W, BOTH, PRACTICE, N_("one body has one name"), "các sở ban ngành", rule_two_names, {0}, {0}},
	{"N48", I, BOTH, PRACTICE, N_("tones and twin words are written one way"), "Tỉnh uỷ … Tỉnh ủy", rule_tones, {0}, {0}},
	{"N49", E, BOTH, N_("Law 72/2025/QH15"), N_("bodies exist at the time they are named for"), "UBND huyện Sơn Tây … tháng 8/2025", rule_abolished, {0}, {0}},
	{"N50", W, BOTH, LOGIC, N_("days exist, fall on their weekday, and deadlines come after the document"), "14 h00 ngày 17/5/2025", rule_dates, {0}, {0}},
	{"N51", W, BOTH, LOGIC, N_("sums are the sums of their parts"), "06 hệ thống, gồm: 05 hệ thống chiến lược và 02 hệ thống dự án", rule_sums, {0}, {0}},
	{"N52", I, BOTH, PRACTICE, N_("no number is parted by the end of a line"), NULL, rule_broken, {0}, {0}},
	{"N53", W, BOTH, PRACTICE, N_("words are spelled as Vietnamese words are"), "THỜI GIAN, ĐỊA ĐỂM", rule_syllables, {0}, {0}},
	{"N54", I, BOTH, PRACTICE, N_("lists of names with commas are parted by “;”"), "Tài chính, Văn hóa, Thể thao và Du lịch, Y tế", rule_ambiguous_commas, {0}, {0}},
	/* end */
	{"N55", E, STATE, PL1 "II.9.d", N_("addressees are named and set as they must"), NULL, rule_addressees, {0}, {0}},
	{"N56", W, STATE, PL1 "II.9.b", N_("the first recipient is “Như trên” or “Như Điều …”"), "nơi nhận: [Văn phòng, \"Lưu: VT\"] (có kính gửi)", rule_as_above, {0}, {0}},
	{"N57", E, STATE, PL1 "II.9.d", N_("the list of recipients is set as it must"), "nơi nhận: [\"Sở Tài chính,\", …]", rule_recipients, {0}, {0}},
	{"N58", E, STATE, PL1 "II.9.d", N_("the last recipient is “Lưu: VT, …”"), "nơi nhận: [Như trên]", rule_filing, {0}, {0}},
	{"N59", W, STATE, PRACTICE, N_("whoever is given a task is among the recipients"), "1. Giao Sở Tài chính chủ trì …", rule_tasks, {0}, {0}},
	{"N60", E, STATE, PL1 "II.7.b", N_("the authority of the signature is written as it must"), "chức vụ: [KT GIÁM ĐỐC, PHÓ GIÁM ĐỐC]", rule_prefix, {0}, {0}},
	{"N61", W, STATE, PL1 "II.7.c", N_("the signer's title belongs to the issuing body"), "chức vụ: Bộ trưởng (của một sở)", rule_signer_title, {0}, {0}},
	{"N62", E, STATE, PL1 "II.7.c", N_("the signer's name is bold, without ranks"), "họ tên: TS. Nguyễn Văn An", rule_signer_name, {0}, {0}},
	{"N63", I, STATE, "ND30 Điều 13", N_("the signer may sign this kind"), NULL, rule_signer_power, {0}, {0}},
	{"N64", E, BOTH, PL1 "III.1.a", N_("annexes that are named exist, and those that exist are named"), "(Chi tiết tại Phụ lục I kèm theo)", rule_annexes, {0}, {0}},
	{"N65", W, STATE, PL1 "III.1.b–c", N_("the heads of annexes are set as they must"), "kèm theo: Quyết định số 12/QĐ-SNV (trong Kế hoạch)", rule_annex_heading, {0}, {0}},
	{"N66", W, STATE, PL1 "III.2.b", N_("one mark of urgency, in its box"), NULL, rule_urgency, {0}, {0}},
	{"N67", E, BOTH, N_("Law 117/2025/QH15"), N_("no secrecy level is on the document"), "MẬT", rule_secret, {0}, {0}},
	{"N68", W, STATE, PL1 "III.4", N_("the contact line stands on page 1 under a rule"), NULL, rule_contact, {0}, {0}},
	{"N69", E, BOTH, PRACTICE, N_("nothing to fill in and no mark of a conversion is left"), "ngày …………", rule_leftovers, {0}, {0}},
	{"N70", W, BOTH, "ND30 Phụ lục VI", N_("values fit into the fields of the exchange of documents"), "ký hiệu of more than 30 characters", rule_lengths, {0}, {0}},
	/* documents of the Party */
	{"D01", E, PARTY, "HD05 I.1–2", N_("the head is that of the Party, with rule and asterisk"), NULL, rule_party_head, {0}, {0}},
	{"D02", E, PARTY, "HD05 IV.4", N_("the margins are 20, 20, 30 and 15 mm"), NULL, rule_party_margins, {0}, {0}},
	{"D03", E, PARTY, "HD05 I.3", N_("the number reads “Số 06-CT/TU”"), NULL, rule_party_number, {0}, {0}},
	{"D04", W, PARTY, "HD05 I.5", N_("five hyphens under the subject, which begins with a small letter"), "trích yếu: Về công tác cán bộ", rule_party_hyphens, {0}, {0}},
	{"D05", W, PARTY, "HD05 I.6.2", N_("size, lines, indent and end of the text are the Party's"), "Trên đây là báo cáo./.", rule_party_body, {0}, {0}},
	{"D06", E, PARTY, "HD05 I.7", N_("T/M, K/T, T/L, and no K/T for collectives"), "chức vụ: [TM. BAN THƯỜNG VỤ, BÍ THƯ]", rule_party_sign, {0}, {0}},
	{"D07", W, PARTY, "HD05 I.9.2.5", N_("the list of recipients is set as the Party does"), "nơi nhận: [\"Lưu: VT\"]", rule_party_recipients, {0}, {0}},
	{"D08", E, PARTY, "HD05 I.9.2", N_("a tờ trình has “Kính trình:”, a công văn “Kính gửi:”"), NULL, rule_party_addressees, {0}, {0}},
	{"D09", W, PARTY, "HD05 II.1", N_("annexes bear Arabic figures"), NULL, rule_party_annex, {0}, {0}},
	{"D10", E, BOTH, LOGIC, N_("marks of State and Party are not mixed"), "chức vụ: [K/T GIÁM ĐỐC, PHÓ GIÁM ĐỐC]", rule_mixed, {0}, {0}},
	{"D11", I, PARTY, "399-QĐ/TW", N_("the Party has this kind of document"), NULL, rule_party_type, {0}, {0}},
	{"D12", I, PARTY, "HD05 I.3.1", N_("the number fits its series"), NULL, rule_party_series, {0}, {0}},
	{0},
};
