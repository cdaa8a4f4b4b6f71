/* compose: body of decisions, recipients, signatures */
#include "compose_fixture.h"

static struct node *closing(struct fixture *f)
{
	assert_int_equal(f->body->last->kind, NODE_TABLE);
	assert_int_equal(f->body->last->u.table.role, TABLE_SIGN);
	return f->body->last;
}

static void one_signer(void **state)
{
	struct fixture *f = *state;
	struct node *t;

	f->m->drafter = T("PTT46");
	f->m->copies = T("20");
	ok();
	t = closing(f);
	assert_true(t->u.table.keep_whole);
	assert_true(t->prev->u.para.keep_next);
	assert_string_equal(doc_text(f->d, t->first->first), "Nơi nhận:\n- Như trên;\n- Lưu: VT, TCCB.PTT46(20).");
	assert_string_equal(doc_text(f->d, t->first->last), "GIÁM ĐỐC\nTrần Văn Một");
}

static void copies_kept_word_for_word(void **state)
{
	struct fixture *f = *state;

	f->m->recipients.v[1] = T("Lưu: VT, QLKHCN(2)");
	ok();
	assert_string_equal(doc_text(f->d, closing(f)->first->first), "Nơi nhận:\n- Như trên;\n- Lưu: VT, QLKHCN(2).");
}

static void drafter_behind_copies_kept(void **state)
{
	struct fixture *f = *state;

	f->m->recipients.v[1] = T("Lưu: VT, KHTC (2)");
	f->m->drafter = T("LTV");
	f->m->copies = T("110");
	ok();
	assert_string_equal(doc_text(f->d, closing(f)->first->first), "Nơi nhận:\n- Như trên;\n- Lưu: VT, KHTC (2). LTV(110).");
}

static void stacked_titles(void **state)
{
	struct fixture *f = *state;

	f->m->signers[0].titles.n = 0;
	push(f, &f->m->signers[0].titles, "TL. Chủ tịch");
	push(f, &f->m->signers[0].titles, "KT. Chánh Văn phòng");
	push(f, &f->m->signers[0].titles, "Phó Chánh Văn phòng");
	ok();
	assert_string_equal(doc_text(f->d, closing(f)->first->last), "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Văn Một");
}

static void titles_as_typed(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	f->m->signers[0].titles.n = 0;
	push(f, &f->m->signers[0].titles, "PHÓ BÍ THƯ");
	push(f, &f->m->signers[0].titles, "kiêm");
	push(f, &f->m->signers[0].titles, "PHÓ TRƯỞNG BAN");
	f->m->signers[0].name = T(NULL);
	ok();
	is(ROLE_SIGN_POSITION, "PHÓ BÍ THƯ");
	assert_int_equal(count(f->body, ROLE_SIGN_POSITION), 3);
	is(ROLE_SIGN_NAME, "________________________");
	assert_int_equal(find(f->body, ROLE_SIGN_NAME)->u.para.runs[0].kind, RUN_SLOT);
}

static void party_prefix_is_bold(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	f->m->signers[0].titles.n = 0;
	push(f, &f->m->signers[0].titles, "T/M Ban Thường vụ");
	push(f, &f->m->signers[0].titles, "Phó Bí thư");
	ok();
	is(ROLE_SIGN_TITLE, "T/M BAN THƯỜNG VỤ");
	is(ROLE_SIGN_POSITION, "PHÓ BÍ THƯ");
}

static void title_above_the_name(void **state)
{
	struct fixture *f = *state;

	f->m->signers[0].over_name = T("Thứ trưởng Bộ Xây dựng");
	ok();
	is(ROLE_SIGN_NAME, "THỨ TRƯỞNG BỘ XÂY DỰNG\nTrần Văn Một");
}

static void minutes(void **state)
{
	struct fixture *f = *state;
	struct node *t;

	f->m->kind = T("Biên bản");
	f->m->signers[0].titles.n = 0;
	f->m->signers[0].role = T("chủ tọa");
	sign(f, f->m, NULL, "Lê Thị Hai")->role = T("thư ký");
	ok();
	t = closing(f);
	assert_string_equal(doc_text(f->d, t->first), "THƯ KÝ\nCHỦ TỌA");
	assert_string_equal(doc_text(f->d, t->first->next), "Lê Thị Hai\nTrần Văn Một");
	assert_int_equal(t->last->first->u.cell.span_cols, 2);
	assert_string_equal(doc_text(f->d, t->last), "Nơi nhận:\n- Như trên;\n- Lưu: VT, TCCB.");
}

static void many_signers(void **state)
{
	struct fixture *f = *state;
	struct node *t;

	for (int i = 0; i < 4; i++)
		sign(f, f->m, "Giám đốc", "Lê Thị Hai");
	ok();
	t = closing(f);
	assert_int_equal(t->u.table.n_cols, 3);
	assert_non_null(t->first->next->next);
	for (struct node *r = t->first; r != t->last; r = r->next) {
		size_t n = 0;

		for (struct node *c = r->first; c; c = c->next) {
			assert_int_equal(c->u.cell.col, n++);
			assert_non_null(c->first);
		}
		assert_int_equal(n, 3);
	}
}

static void leave_of_absence(void **state)
{
	struct fixture *f = *state;
	struct node *t;

	f->m->kind = T("Giấy nghỉ phép");
	sign(f, f->m, NULL, NULL)->role = T("Xác nhận của cơ quan");
	ok();
	t = closing(f);
	assert_int_equal(t->u.table.n_cols, 2);
	is(ROLE_SIGN_NOTE, "Xác nhận của cơ quan");
}

static void decide(struct fixture *f)
{
	f->m->kind = T("Quyết định");
	f->body->first = f->body->last = NULL;
	doc_para(f->d, f->body, ROLE_BODY, "Căn cứ Luật số 1;", 0, at);
	doc_para(f->d, f->body, ROLE_BODY, "Theo đề nghị của Chánh Văn phòng.", 0, at);
	doc_para(f->d, f->body, ROLE_ARTICLE_TEXT, "Điều 1. Cử người đi học./.", 0, at)->u.para.label = LABEL_ARTICLE;
}

static void decision(void **state)
{
	struct fixture *f = *state;
	struct node *n;

	decide(f);
	ok();
	is(ROLE_AUTHORITY, "GIÁM ĐỐC SỞ NỘI VỤ");
	assert_int_equal(count(f->body, ROLE_BASIS), 2);
	n = find(f->body, ROLE_RESOLVES);
	assert_string_equal(doc_text(f->d, n), "QUYẾT ĐỊNH:");
	assert_int_equal(n->next->u.para.role, ROLE_ARTICLE_TEXT);
	assert_int_equal(find(f->body, ROLE_AUTHORITY)->next->u.para.role, ROLE_BASIS);
}

static void sentence_is_no_ground(void **state)
{
	struct fixture *f = *state;

	f->body->first = f->body->last = NULL;
	doc_para(f->d, f->body, ROLE_BODY, "Căn cứ kết quả trên, Sở đề nghị xem xét./.", 0, at);
	ok();
	assert_int_equal(count(f->body, ROLE_BASIS), 0);
}

static void authority_of_a_board(void **state)
{
	struct fixture *f = *state;

	decide(f);
	f->m->signers[0].titles.v[0] = T("KT. Trưởng ban");
	f->m->issuers[0].name = T("Ban Quản lý khu kinh tế");
	ok();
	is(ROLE_AUTHORITY, "TRƯỞNG BAN QUẢN LÝ KHU KINH TẾ");
}

static void decision_with_its_words(void **state)
{
	struct fixture *f = *state;
	struct node *n;

	decide(f);
	n = doc_para(f->d, NULL, ROLE_TITLE_CENTER, "QUYẾT ĐỊNH:", RUN_BOLD, at);
	if (n == NULL || n->parent != NULL)
		fail();
	doc_insert(f->body, f->body->last, n);
	push(f, &f->m->bases, "Căn cứ Nghị định số 2");
	f->m->signers[0].titles.v[0] = T("TM. Ủy ban nhân dân");
	f->m->issuers[0].name = T("Ủy ban nhân dân xã Hòa Bình");
	ok();
	is(ROLE_AUTHORITY, "ỦY BAN NHÂN DÂN XÃ HÒA BÌNH");
	assert_int_equal(count(f->body, ROLE_RESOLVES), 1);
	assert_ptr_equal(find(f->body, ROLE_RESOLVES), n);
	is(ROLE_BASIS, "Căn cứ Nghị định số 2;");
}

static void decision_that_names_its_body(void **state)
{
	struct fixture *f = *state;
	struct node *n;

	decide(f);
	f->m->regime = REGIME_PARTY;
	n = doc_para(f->d, NULL, ROLE_BODY, "BAN THƯỜNG VỤ TỈNH UỶ QUYẾT ĐỊNH", 0, at);
	if (n == NULL)
		fail();
	doc_insert(f->body, f->body->last, n);
	ok();
	assert_ptr_equal(find(f->body, ROLE_RESOLVES), n);
	assert_int_equal(count(f->body, ROLE_RESOLVES), 1);
	assert_int_equal(count(f->body, ROLE_AUTHORITY), 0);
}

static void resolution(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("Nghị quyết");
	push(f, &f->m->bases, "Căn cứ Luật số 1");
	push(f, &f->m->bases, "Căn cứ Luật số 2");
	f->m->authority = T("Hội đồng nhân dân xã");
	ok();
	is(ROLE_AUTHORITY, "HỘI ĐỒNG NHÂN DÂN XÃ");
	is(ROLE_RESOLVES, "QUYẾT NGHỊ:");
	is(ROLE_BASIS, "Căn cứ Luật số 1;");
	assert_string_equal(doc_text(f->d, find(f->body, ROLE_RESOLVES)->prev), "Căn cứ Luật số 2.");
}

static void party_bases(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	f->m->kind = T("Quyết định");
	push(f, &f->m->bases, "Căn cứ Điều lệ Đảng");
	ok();
	is(ROLE_BASIS, "- Căn cứ Điều lệ Đảng,");
}

static void table_before_the_closing(void **state)
{
	struct fixture *f = *state;
	struct node *t = doc_add(f->d, f->body, NODE_TABLE, at), *cell;

	t->u.table.n_cols = 1;
	cell = doc_add(f->d, doc_add(f->d, t, NODE_ROW, at), NODE_CELL, at);
	doc_para(f->d, cell, ROLE_CELL, "x", 0, at);
	ok();
	assert_int_equal(closing(f)->prev->kind, NODE_PARA);
	assert_true(cell->first->u.para.keep_next);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(one_signer), CASE(copies_kept_word_for_word), CASE(drafter_behind_copies_kept), CASE(stacked_titles), CASE(titles_as_typed), CASE(party_prefix_is_bold),
		CASE(title_above_the_name), CASE(minutes), CASE(many_signers), CASE(leave_of_absence), CASE(decision), CASE(sentence_is_no_ground), CASE(authority_of_a_board),
		CASE(decision_with_its_words), CASE(decision_that_names_its_body), CASE(resolution), CASE(party_bases), CASE(table_before_the_closing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
