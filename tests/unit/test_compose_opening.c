/* compose: letterhead, number, date, title, addressees, marks */
#include "compose_fixture.h"

static void letterhead_of_the_state(void **state)
{
	struct fixture *f = *state;
	struct node *head;

	ok();
	head = f->body->first;
	assert_int_equal(head->kind, NODE_TABLE);
	assert_int_equal(head->u.table.role, TABLE_HEAD);
	assert_true(head->generated && head->u.table.keep_whole && !head->u.table.border);
	is(ROLE_PARENT, "UBND TỈNH BÌNH MINH");
	is(ROLE_ISSUER, "SỞ NỘI VỤ");
	is(ROLE_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	is(ROLE_MOTTO, "Độc lập - Tự do - Hạnh phúc");
	is(ROLE_NUMBER, "Số: 05/TTr-SNV");
	is(ROLE_PLACE_DATE, "Bình Minh, ngày 05 tháng 01 năm 2026");
	is(ROLE_KIND, "TỜ TRÌNH");
	is(ROLE_SUBJECT, "Về việc thử nghiệm");
	is(ROLE_ADDRESSEE, "Kính gửi: Ủy ban nhân dân tỉnh");
	assert_int_equal(count(f->body, ROLE_RULE), 3);
	assert_int_equal(f->g.n, 0);
}

static void blanks_for_hand(void **state)
{
	struct fixture *f = *state;
	struct node *n;

	f->m->number = T(NULL);
	f->m->date = (struct date){ 0, 5, 2025 };
	ok();
	is(ROLE_NUMBER, "Số: ________/TTr-SNV");
	is(ROLE_PLACE_DATE, "Bình Minh, ngày ______ tháng 5 năm 2025");
	n = find(f->body, ROLE_NUMBER);
	assert_int_equal(n->u.para.n_runs, 3);
	assert_int_equal(n->u.para.runs[1].kind, RUN_SLOT);
}

static void letter(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("Công văn");
	f->m->recipients.v[1] = T("Lưu: VT, KGVX (2)");
	ok();
	is(ROLE_NUMBER, "Số: 05/SNV-KGVX");
	is(ROLE_SUBJECT_LETTER, "V/v thử nghiệm");
	is(ROLE_KIND, "(none)");
	is(ROLE_SUBJECT, "(none)");
	is(ROLE_RECIPIENT, "- Như trên;");
	assert_int_equal(count(f->body, ROLE_RULE), 2);
}

static void codes(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("Quy định");
	f->m->number = T("12");
	f->m->unit = T("VP");
	ok();
	is(ROLE_NUMBER, "Số: 12/QyĐ-SNV");
}

static void code_as_typed(void **state)
{
	struct fixture *f = *state;

	f->m->symbol = T("TTr-SNV-TCCB");
	f->m->number = T("120");
	f->m->issuers[0].abbr = T(NULL);
	ok();
	is(ROLE_NUMBER, "Số: 120/TTr-SNV-TCCB");
	assert_false(found(f, "no-abbreviation"));
}

static void several_addressees(void **state)
{
	struct fixture *f = *state;
	struct node *n;

	push(f, &f->m->addressees, "Sở Tài chính;");
	ok();
	is(ROLE_ADDRESSEE_LABEL, "Kính gửi:");
	n = find(f->body, ROLE_ADDRESSEE_ITEM);
	assert_string_equal(doc_text(f->d, n), "- Ủy ban nhân dân tỉnh;");
	assert_string_equal(doc_text(f->d, n->next), "- Sở Tài chính.");
	/* the text stands off from the last addressee */
	assert_int_equal(n->next->next->u.para.space_before, 240);
}

static void introduction(void **state)
{
	struct fixture *f = *state;
	struct node *n = doc_add(f->d, NULL, NODE_PARA, at);

	f->m->kind = T("Giấy giới thiệu");
	f->m->addressees.n = 0;
	doc_run(f->d, n, RUN_TEXT, "Sở Nội vụ trân trọng giới thiệu:", 0);
	doc_insert(f->body, f->body->first, n);
	ok();
	/* centred, as in form 1.8 */
	is(ROLE_ADDRESSEE, "Sở Nội vụ trân trọng giới thiệu:");
}

static void telegram(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("Công điện");
	f->m->authority = T("Chủ tịch Ủy ban nhân dân tỉnh");
	f->m->urgency = URGENCY_HOA_TOC;
	ok();
	is(ROLE_ADDRESSEE, "Chủ tịch Ủy ban nhân dân tỉnh điện:");
	is(ROLE_ADDRESSEE_ITEM, "- Ủy ban nhân dân tỉnh.");
	is(ROLE_URGENCY, "HỎA TỐC");
	assert_int_equal(find(f->body, ROLE_URGENCY)->u.para.rule_width, 1701);
}

static void minutes_have_no_place(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("biên bản");
	ok();
	is(ROLE_PLACE_DATE, "");
	is(ROLE_NUMBER, "Số: 05/BB-SNV");
}

static void joint(void **state)
{
	struct fixture *f = *state;

	issuer(f, f->m, "UBND tỉnh Bình Minh", "Sở Tài chính", "STC");
	sign(f, f->m, "Giám đốc Sở Tài chính", "Lê Thị Hai");
	ok();
	assert_int_equal(count(f->body, ROLE_PARENT), 1);
	assert_int_equal(count(f->body, ROLE_ISSUER), 2);
	is(ROLE_NUMBER, "Số: 05/TTr-SNV-STC");
}

static void party(void **state)
{
	struct fixture *f = *state;

	f->m->n_issuers = 0;
	issuer(f, f->m, "Tỉnh ủy Bình Minh", "Ban Tổ chức", "BTCTU");
	issuer(f, f->m, NULL, "Ban Nội chính", "BNCTU");
	f->m->kind = T("Quy định");
	f->m->date = (struct date){ 1, 6, 2026 };
	ok();
	assert_int_equal(f->d->form->id, FORM_HD05);
	is(ROLE_NATION, "ĐẢNG CỘNG SẢN VIỆT NAM");
	is(ROLE_MOTTO, "(none)");
	is(ROLE_ISSUER, "BAN TỔ CHỨC - BAN NỘI CHÍNH");
	is(ROLE_STAR, "*");
	is(ROLE_NUMBER, "Số 05-QĐ/BTCTU-BNCTU");
	is(ROLE_HYPHENS, "-----");
	assert_true(found(f, "end-mark"));
}

static void party_before_2026(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	f->m->kind = T("Quy định");
	f->m->date = (struct date){ 1, 5, 2026 };
	ok();
	assert_int_equal(f->d->form->id, FORM_HD36);
	is(ROLE_NUMBER, "Số 05-QĐi/SNV");
	is(ROLE_RECIPIENT, "- Như trên,");
}

static void party_letter(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	f->m->kind = T("Công văn");
	ok();
	is(ROLE_NUMBER, "Số 05-CV/SNV");
	is(ROLE_SUBJECT_LETTER, "về việc thử nghiệm");
	assert_int_equal(find(f->body, ROLE_ADDRESSEE)->u.para.runs[0].attrs, RUN_ITALIC);
}

static void party_submits(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	f->m->date = (struct date){ 1, 6, 2026 };
	ok();
	is(ROLE_ADDRESSEE, "Kính trình: Ủy ban nhân dân tỉnh");
}

static void marks(void **state)
{
	struct fixture *f = *state;
	const struct section *s = &f->body->u.section;

	f->m->draft_mark = T("lần 2");
	f->m->circulation = T("Lưu hành nội bộ");
	push(f, &f->m->contact, "Địa chỉ: 1 Lê Lợi");
	push(f, &f->m->contact, "điện thoại: 0255");
	ok();
	is(ROLE_DRAFT_MARK, "DỰ THẢO LẦN 2");
	assert_string_equal(text_of(f, s->first_header, ROLE_CIRCULATION), "LƯU HÀNH NỘI BỘ");
	assert_string_equal(text_of(f, s->first_footer, ROLE_CONTACT), "Địa chỉ: 1 Lê Lợi; điện thoại: 0255");
	assert_int_equal(find(s->header, ROLE_PAGE_NUMBER)->u.para.runs[0].kind, RUN_PAGE);
	assert_true(s->hide_first);
	assert_int_equal(s->left, 1701);
	assert_int_equal(s->right, 850);
}

static void party_marks(void **state)
{
	struct fixture *f = *state;
	const struct section *s = &f->body->u.section;

	f->m->regime = REGIME_PARTY;
	f->m->draft_mark = T("lần 2");
	f->m->circulation = T("Không phổ biến trên phương tiện thông tin đại chúng");
	push(f, &f->m->contact, "Địa chỉ: 1 Lê Lợi");
	ok();
	is(ROLE_DRAFT_MARK, "Dự thảo lần 2");
	assert_null(s->first_header);
	assert_null(s->first_footer);
	assert_int_equal(count(s->last_footer, ROLE_CIRCULATION), 1);
	assert_int_equal(count(s->last_footer, ROLE_CONTACT), 1);
}

static void slots_as_typed(void **state)
{
	struct fixture *f = *state;
	struct node *n;

	f->m->subject = T("Về [    ] việc");
	ok();
	n = find(f->body, ROLE_SUBJECT);
	assert_int_equal(n->u.para.n_runs, 3);
	assert_int_equal(n->u.para.runs[1].kind, RUN_SLOT);
	is(ROLE_SUBJECT, "Về ____ việc");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(letterhead_of_the_state), CASE(blanks_for_hand), CASE(letter), CASE(codes), CASE(code_as_typed), CASE(several_addressees), CASE(introduction),
		CASE(telegram), CASE(minutes_have_no_place), CASE(joint), CASE(party), CASE(party_before_2026), CASE(party_letter),
		CASE(party_submits), CASE(marks), CASE(party_marks), CASE(slots_as_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
