/* compose: annexes, attached texts, copies, choices, faults */
#include "compose_fixture.h"

static void annexes(void **state)
{
	struct fixture *f = *state;
	struct meta *one = meta_new(f), *two = meta_new(f);
	struct node *a, *b;

	one->subject = T("Danh mục nhiệm vụ");
	two->landscape = true;
	two->attached_note = T("Tờ trình số [  ]/TTr-SNV");
	a = part(f, PART_ANNEX, one)->section;
	b = part(f, PART_ANNEX, two)->section;
	doc_para(f->d, a, ROLE_BODY, "Nội dung./.", 0, at);
	ok();
	assert_string_equal(doc_text(f->d, a), "Phụ lục I\nDANH MỤC NHIỆM VỤ\n"
		"(Kèm theo Tờ trình số 05/TTr-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)\n\nNội dung./.");
	assert_string_equal(text_of(f, b, ROLE_ANNEX), "Phụ lục II");
	assert_string_equal(text_of(f, b, ROLE_ANNEX_NOTE), "(Kèm theo Tờ trình số __/TTr-SNV)");
	assert_true(b->u.section.page_w > b->u.section.page_h && b->u.section.landscape);
	assert_int_equal(b->u.section.top, 1701);
	assert_true(a->u.section.restart && a->u.section.annex && a->u.section.hide_first);
	assert_string_equal(a->u.section.title, "Phụ lục I. Danh mục nhiệm vụ");
}

static struct node *heading(struct fixture *f, struct node *section, enum role r, const char *s)
{
	struct node *n = doc_para(f->d, section, r, s, 0, at);

	n->u.para.outline = -1;
	return n;
}

static void contents(void **state)
{
	struct fixture *f = *state;
	struct meta *m = meta_new(f);
	struct node *one, *annex, *last, *n;

	f->m->toc = 2;
	one = heading(f, f->body, ROLE_HEADING1, "I. MỘT");
	heading(f, f->body, ROLE_HEADING2, "1. Hai");
	heading(f, f->body, ROLE_HEADING3, "a) Ba");
	heading(f, f->body, ROLE_CHAPTER, "Chương I");
	heading(f, f->body, ROLE_CHAPTER_TITLE, "CHUNG");
	doc_para(f->d, f->body, ROLE_BODY, "Hết./.", 0, at);
	m->subject = T("Danh mục");
	annex = part(f, PART_ANNEX, m)->section;
	heading(f, annex, ROLE_HEADING1, "A. TRONG PHỤ LỤC");
	heading(f, annex, ROLE_HEADING2, "1. Sâu quá");
	ok();
	assert_int_equal(count(f->body, ROLE_TOC1), 2);
	assert_int_equal(count(f->body, ROLE_TOC2), 3);
	assert_int_equal(count(f->body, ROLE_TOC3), 0);
	n = find(f->body, ROLE_TOC1);
	assert_string_equal(doc_text(f->d, n->prev), "MỤC LỤC");
	assert_int_equal(n->prev->u.para.role, ROLE_TITLE_CENTER);
	assert_int_equal(n->prev->prev->u.para.role, ROLE_ADDRESSEE); /* the text follows */
	assert_string_equal(doc_text(f->d, n), "I. MỘT");
	assert_int_equal(n->u.para.runs[n->u.para.n_runs - 2].kind, RUN_TAB);
	assert_int_equal(n->u.para.runs[n->u.para.n_runs - 1].kind, RUN_REF);
	assert_ptr_equal(n->u.para.runs[n->u.para.n_runs - 1].target, one);
	assert_int_equal(one->u.para.mark, 1);
	assert_string_equal(doc_text(f->d, n->next->next), "Chương I. CHUNG");
	assert_string_equal(doc_text(f->d, n->next->next->next), "Phụ lục. Danh mục");
	last = n->next->next->next->next;
	assert_string_equal(doc_text(f->d, last), "A. TRONG PHỤ LỤC");
	assert_int_equal(last->u.para.role, ROLE_TOC2);
	assert_string_equal(doc_text(f->d, last->next), "Kính trình xem xét./.");
	assert_true(last->next->u.para.space_before > 0);
	assert_int_equal(find(annex, ROLE_ANNEX)->u.para.mark, 4);
}

static void contents_of_nothing(void **state)
{
	struct fixture *f = *state;

	f->m->toc = 3;
	f->m->toc_pos = at;
	ok();
	assert_true(found(f, "no-headings"));
	assert_int_equal(count(f->d->root, ROLE_TITLE_CENTER), 0);
}

static void contents_of_the_office(void **state)
{
	struct fixture *f = *state;

	f->m->toc = 3;
	f->m->toc_pos = (struct pos){ "vanban.yaml", 1, 1 };
	ok();
	assert_false(found(f, "no-headings"));
}

static void one_annex_has_no_number(void **state)
{
	struct fixture *f = *state;
	struct meta *m = meta_new(f);

	f->m->number = T(NULL);
	f->m->date.day = 0;
	part(f, PART_ANNEX, m);
	ok();
	is(ROLE_ANNEX, "Phụ lục");
	is(ROLE_ANNEX_NOTE, "(Kèm theo Tờ trình số ________/TTr-SNV ngày ______ tháng 01 năm 2026 của Sở Nội vụ)");
}

static void party_annex(void **state)
{
	struct fixture *f = *state;

	f->m->regime = REGIME_PARTY;
	part(f, PART_ANNEX, meta_new(f));
	part(f, PART_ANNEX, meta_new(f));
	ok();
	is(ROLE_ANNEX, "Phụ lục 1");
	is(ROLE_ANNEX_NOTE, "(Kèm theo Tờ trình số 05-TTr/SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)");
}

static void attached_text(void **state)
{
	struct fixture *f = *state;
	struct meta *m = meta_new(f);
	struct node *s;

	f->m->kind = T("Quyết định");
	push(f, &f->m->bases, "Căn cứ Luật số 1");
	m->kind = T("Quy chế");
	m->subject = T("Làm việc của Sở");
	s = part(f, PART_ATTACHED, m)->section;
	ok();
	assert_string_equal(text_of(f, s, ROLE_NATION), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	assert_string_equal(text_of(f, s, ROLE_ISSUER), "SỞ NỘI VỤ");
	assert_string_equal(text_of(f, s, ROLE_NUMBER), "(none)");
	assert_string_equal(text_of(f, s, ROLE_KIND), "QUY CHẾ");
	assert_string_equal(text_of(f, s, ROLE_ANNEX_NOTE),
		"(Kèm theo Quyết định số 05/QĐ-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)");
	assert_int_equal(find(s, ROLE_KIND)->u.para.space_before, 280);
	assert_int_equal(count(s, ROLE_SIGN_NAME), 0);
}

static void paper_copy(void **state)
{
	struct fixture *f = *state;
	struct meta *m = meta_new(f);

	m->kind = T("Sao y");
	m->number = T("7");
	m->place = T("Hòa Bình");
	m->date = (struct date){ 6, 2, 2026 };
	issuer(f, m, NULL, "Ủy ban nhân dân xã Hòa Bình", "UBND");
	push(f, &m->recipients, "Lưu: VT");
	sign(f, m, "Chánh Văn phòng", "Lê Thị Hai");
	part(f, PART_COPY, m);
	ok();
	assert_null(f->d->root->first->next);
	is(ROLE_COPY_KIND, "SAO Y");
	assert_string_equal(text_of(f, f->body->last->prev->kind == NODE_TABLE ? f->body->last->prev : f->body->last->prev->prev,
		ROLE_NUMBER), "Số: 07/SY-UBND");
	assert_string_equal(doc_text(f->d, f->body->last), "Nơi nhận:\n- Lưu: VT.\nCHÁNH VĂN PHÒNG\nLê Thị Hai");
}

static void electronic_copy(void **state)
{
	struct fixture *f = *state;
	struct meta *m = meta_new(f);

	m->kind = T("Sao y");
	m->signature_info = T("SAO Y; UBND xã; 06/02/2026; 14:30:05+07:00");
	part(f, PART_COPY, m);
	ok();
	assert_null(f->d->root->first->next);
	assert_non_null(f->body->u.section.first_header);
	assert_string_equal(text_of(f, f->body->u.section.first_header, ROLE_SIGNATURE_INFO), m->signature_info.s);
	is(ROLE_COPY_KIND, "(none)");
}

static void bad_kinds(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("Tờ trìn");
	assert_int_equal(compose(f->d, &f->g), -1);
	assert_true(found(f, "unknown-kind"));
	assert_non_null(strstr(f->g.items[0].text, "Tờ trình"));
}

static void no_kind(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T(NULL);
	assert_int_equal(compose(f->d, &f->g), -1);
	assert_true(found(f, "no-kind"));
}

static void kind_of_the_party(void **state)
{
	struct fixture *f = *state;

	f->m->kind = T("Kết luận");
	assert_int_equal(compose(f->d, &f->g), -1);
	assert_true(found(f, "party-kind"));
}

static void choices_out_of_range(void **state)
{
	struct fixture *f = *state;

	f->m->choice.body_hp = 24;
	f->m->choice.indent = 600;
	f->m->choice.margin_left = 850;
	f->m->choice.para_after = 60;
	f->m->choice.line_multiple = 2;
	assert_int_equal(compose(f->d, &f->g), -1);
	assert_int_equal(f->g.n_errors, 5);
	for (size_t i = 0; i < f->g.n; i++)
		assert_non_null(f->g.items[i].msg->clause);
	assert_int_equal(f->d->choice.body_hp, 0);
}

static void nothing_given(void **state)
{
	struct fixture *f = *state;

	*f->m = (struct meta){ .pos = at, .kind = T("Thông báo"), .choice.para_after = -1 };
	f->body->first = f->body->last = NULL;
	ok();
	assert_true(found(f, "no-issuer"));
	assert_true(found(f, "no-signer"));
	assert_true(found(f, "no-body"));
	is(ROLE_NUMBER, "Số: ________/TB-……");
	is(ROLE_SIGN_NAME, "________________________");
}

/* Every kind in every regime makes a document. */
static void all_kinds(void **state)
{
	(void)state;
	for (int k = 0; k < KIND_COUNT; k++)
		for (int r = REGIME_ND30; r <= REGIME_PARTY; r++) {
			void *s;
			struct fixture *f;
			const struct kind *kind = kind_get((enum kind_id)k);

			set_up(&s);
			f = s;
			f->m->kind = T(kind->name);
			f->m->regime = (enum regime)r;
			assert_int_equal(compose(f->d, &f->g), kind->state || r == REGIME_PARTY ? 0 : -1);
			if (f->d->form && f->g.n_errors == 0)
				assert_int_equal(count(f->body, ROLE_KIND), kind->title);
			tear_down(&s);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(annexes), CASE(contents), CASE(contents_of_nothing), CASE(contents_of_the_office), CASE(one_annex_has_no_number), CASE(party_annex), CASE(attached_text), CASE(paper_copy), CASE(electronic_copy),
		CASE(bad_kinds), CASE(no_kind), CASE(kind_of_the_party), CASE(choices_out_of_range), CASE(nothing_given),
		cmocka_unit_test(all_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
