/* Bodies: their names as they are, one name each, those that exist, and those that must receive the document (N46, N47, N49, N59). */
#include <string.h>
#include "base/buf.h"
#include "check/inner_rules.h"

static bool is_text(const struct ptext *t) { return t->zone != ZONE_MARGIN && t->zone != ZONE_HEAD; }

/* ---- N46 ---- */

/* bad: as it stands, letter by letter. */
static const struct { const char *bad, *good; } names[] = {
	{"Mặt trận tổ quốc", "Mặt trận Tổ quốc"}, {"Ủy ban mặt trận", "Ủy ban Mặt trận"}, {"Ủy ban Nhân dân", "Ủy ban nhân dân"}, {"Uỷ ban Nhân dân", "Uỷ ban nhân dân"}, {"Hội đồng Nhân dân", "Hội đồng nhân dân"},
	{"Ban chỉ đạo Trung ương", "Ban Chỉ đạo Trung ương"}, {"Ban chỉ đạo tỉnh", "Ban Chỉ đạo tỉnh"}, {"Ban chỉ đạo của tỉnh", "Ban Chỉ đạo của tỉnh"}, {"Ban thường vụ", "Ban Thường vụ"}, {"Bộ chính trị", "Bộ Chính trị"},
	{"Sở khoa học", "Sở Khoa học"}, {"Sở tài chính", "Sở Tài chính"}, {"Sở nội vụ", "Sở Nội vụ"}, {"Sở giáo dục", "Sở Giáo dục"}, {"Sở y tế", "Sở Y tế"}, {"Sở xây dựng", "Sở Xây dựng"}, {"Sở tư pháp", "Sở Tư pháp"},
	{"Sở Công thương", "Sở Công Thương"}, {"Bộ Công thương", "Bộ Công Thương"}, {"Bộ tài chính", "Bộ Tài chính"}, {"Bộ nội vụ", "Bộ Nội vụ"}, {"Bộ khoa học", "Bộ Khoa học"}, {"Thủ tướng chính phủ", "Thủ tướng Chính phủ"},
	{"Đảng cộng sản", "Đảng Cộng sản"}, {"Quốc Hội", "Quốc hội"}, {"Chính Phủ", "Chính phủ"}, {"Trung Ương", "Trung ương"},
};
static const struct { const char *bad, *good; } no_bodies[] = {
	{"Ban Thường trực Tỉnh ủy", "Thường trực Tỉnh ủy, Ban Thường vụ Tỉnh ủy"}, {"Ban Thường trực Tỉnh uỷ", "Thường trực Tỉnh uỷ, Ban Thường vụ Tỉnh uỷ"}, {"Ban Thường trực Đảng ủy", "Thường trực Đảng ủy, Ban Thường vụ Đảng ủy"},
	{"Ban Thường vụ HĐND", "Thường trực HĐND"}, {"Ban Thường trực HĐND", "Thường trực HĐND"}, {"Ban Thường trực Hội đồng nhân dân", "Thường trực Hội đồng nhân dân"},
};

void rule_names(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (!is_text(t))
			continue;
		saw(c);
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			for (const char *p = t->s; (p = strstr(p, names[k].bad)); p++)
				if (whole_words(t, (size_t)(p - t->s), (size_t)(p - t->s) + strlen(names[k].bad)))
					flag(c, t, (size_t)(p - t->s), (size_t)(p - t->s) + strlen(names[k].bad), N_("the body is written “%s”; write its name so"), names[k].good), mend(c, names[k].good);
		for (size_t k = 0; k < sizeof no_bodies / sizeof *no_bodies; k++)
			for (const char *p = t->s; (p = strstr(p, no_bodies[k].bad)); p++)
				flag(c, t, (size_t)(p - t->s), (size_t)(p - t->s) + strlen(no_bodies[k].bad), N_("there is no such body; it may be: %s"), no_bodies[k].good);
	}
}

/* ---- N47 ---- */

static const char *const groups[][4] = {
	{"các sở, ban, ngành", "các sở, ban ngành", "các sở ban ngành", "các sở, ban nghành"},
	{"sở, ban, ngành", "sở, ban ngành", "sở ban ngành", "sở ban, ngành"},
};

static size_t count_of(const struct checker *c, const char *phrase, const struct ptext **t, size_t *at)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		for (long p = find_phrase(&c->t[i], phrase, 0); p >= 0; p = find_phrase(&c->t[i], phrase, (size_t)p + 1)) {
			*t = n++ ? *t : &c->t[i];
			*at = n == 1 ? (size_t)p : *at;
		}
	return n;
}

/* Heads of names of units; what follows is compared word by word. */
static const char *const heads[] = {"Phòng", "Sở", "Ban", "Trung tâm", "Chi cục", "Văn phòng", "Cục", "Vụ", "Viện"};

static const char *head_at(const struct ptext *t, size_t w)
{
	for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
		size_t n = strlen(heads[k]), at = t->words[w].from;
		if (at + n < t->n && !memcmp(t->s + at, heads[k], n) && t->s[at + n] == ' ' && whole_words(t, at, at + n))
			return heads[k];
	}
	return NULL;
}

static size_t same_words(const struct ptext *a, size_t i, const struct ptext *b, size_t j)
{
	size_t n = 0;
	while (i + n < a->n_words && j + n < b->n_words && n < 12) {
		const struct word *x = &a->words[i + n], *y = &b->words[j + n];
		size_t len = x->to - x->from, g;
		if (len != y->to - y->from || memcmp(a->s + x->from, b->s + y->from, len))
			break;
		n++;
		const char *p = gap_after(a, i + n - 1, &g);
		if (g != 1 || *p != ' ')
			break;
		p = gap_after(b, j + n - 1, &g);
		if (g != 1 || *p != ' ')
			break;
	}
	return n;
}

static bool dash_after(const struct ptext *t, size_t w)
{
	size_t n;
	const char *g = gap_after(t, w, &n);
	return n == 3 && !memcmp(g, " - ", 3);
}

/* "Khoa học và Công nghệ" and "Khoa học - Công nghệ" behind the same words. */
static bool and_for_dash(const struct ptext *a, size_t i, const struct ptext *b, size_t j, size_t *end)
{
	size_t n = same_words(a, i, b, j);
	if (n < 3 || !dash_after(b, j + n - 1) || !word_is(a, i + n, "và"))
		return false;
	size_t more = same_words(a, i + n + 1, b, j + n);
	*end = j + n + more - 1;
	return more >= 1;
}

static void two_forms(struct checker *c)
{
	struct site { const struct ptext *t; size_t w; } *v = NULL;
	size_t n = 0, cap = 0;
	for (size_t i = 0; i < c->n; i++)
		for (size_t w = 0; w < c->t[i].n_words && c->t[i].zone != ZONE_MARGIN; w++)
			if (c->t[i].words[w].capital && !c->t[i].words[w].capitals && head_at(&c->t[i], w)) {
				struct site s = {&c->t[i], w};
				ARENA_PUSH(c->a, v, n, cap, s);
			}
	if (n > 400)
		n = 400; /* pairs: enough for a document */
	for (size_t j = 0; j < n; j++)
		for (size_t i = 0; i < n; i++) {
			size_t end;
			if (!and_for_dash(v[i].t, v[i].w, v[j].t, v[j].w, &end))
				continue;
			flag(c, v[j].t, v[j].t->words[v[j].w].from, v[j].t->words[end].to, N_("this body is written with “và” elsewhere; give it one name"));
			break;
		}
}

void rule_two_names(struct checker *c)
{
	saw(c);
	for (size_t k = 0; k < sizeof groups / sizeof *groups; k++)
		for (size_t v = 1; v < 4; v++) {
			const struct ptext *t = NULL;
			size_t at = 0, n = count_of(c, groups[k][v], &t, &at);
			/* "các sở ban ngành" holds the words of the second group: told once */
			if (!n || (k == 1 && at >= strlen("các ") && !memcmp(t->low + at - strlen("các "), "các ", strlen("các "))))
				continue;
			flag(c, t, at, at + strlen(groups[k][v]), N_("bodies that are listed are parted by commas; write “%s” everywhere"), groups[k][0]);
			mend(c, t->words[word_at(t, at)].capital ? NULL : groups[k][0]);
		}
	two_forms(c);
}

/* ---- N49 ---- */

static const struct date no_districts = {1, 7, 2025};

/* Bodies of the district level, of towns and of wards' old names. */
static const char *const districts[] = {"ubnd huyện", "ubnd các huyện", "ubnd quận", "ubnd các quận", "ubnd thị xã", "ubnd các thị xã", "ubnd thị trấn", "ubnd cấp huyện", "ủy ban nhân dân huyện", "ủy ban nhân dân các huyện", "ủy ban nhân dân quận",
	"ủy ban nhân dân thị xã", "ủy ban nhân dân thị trấn", "ủy ban nhân dân cấp huyện", "uỷ ban nhân dân huyện", "uỷ ban nhân dân các huyện", "uỷ ban nhân dân cấp huyện", "hđnd huyện", "hđnd các huyện", "hđnd cấp huyện", "hội đồng nhân dân huyện",
	"hội đồng nhân dân cấp huyện", "huyện ủy", "huyện uỷ", "thị ủy", "thị uỷ", "quận ủy", "quận uỷ", "các huyện, thị xã", "các huyện, thành phố", "huyện, thị xã, thành phố", "phòng tài nguyên và môi trường huyện"};

static bool past(const struct ptext *t, size_t at, size_t end)
{
	static const char *const words[] = {"nguyên ", "trước đây", "cũ", "trước khi sắp xếp", "trước sắp xếp", "trước ngày 01/7/2025", "kết thúc hoạt động", "giải thể", "đã sáp nhập", "chuyển giao từ", "cấp huyện chuyển"};
	size_t from = at > 60 ? at - 60 : 0, to = end + 60 < t->n ? end + 60 : t->n;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		const char *p = strstr(t->low + from, words[k]);
		if (p && (size_t)(p - t->low) < to)
			return true;
	}
	return false;
}

/* Inside the name of a document that is older: "… của UBND huyện …". */
static bool in_citation(const struct checker *c, const struct ptext *t, size_t at)
{
	for (size_t i = 0; i < c->n_m; i++)
		if (c->m[i].t == t && at >= c->m[i].from && at < c->m[i].to + 200u && (at < c->m[i].to || c->m[i].subject) && (!c->m[i].date.year || viet_date_cmp(c->m[i].date, no_districts) < 0))
			return true;
	return false;
}

/* A time from July 2025 on in the text itself, or beside it in its row: "Sau tháng 7/2025". */
static bool later_time(const struct ptext *t)
{
	for (size_t w = 0; w < t->n_words; w++) {
		struct date d;
		size_t to;
		int month = 0, year = 0;
		if (!t->words[w].digits)
			continue;
		if (read_date(t, t->words[w].from, &d, &to) && viet_date_cmp(d, no_districts) >= 0)
			return true;
		const char *s = t->s + t->words[w].from;
		if (w > 0 && word_is(t, w - 1, "tháng")) {
			for (; *s >= '0' && *s <= '9'; s++)
				month = month * 10 + (*s - '0');
			if (*s == '/')
				for (s++; *s >= '0' && *s <= '9' && year < 10000; s++)
					year = year * 10 + (*s - '0');
			if (year * 100 + month >= 202507 && year < 2100 && month <= 12)
				return true;
		}
	}
	return false;
}

static bool row_later(const struct checker *c, const struct ptext *t)
{
	const struct node *row = t->node->parent ? t->node->parent->parent : NULL;
	for (size_t i = 0; i < c->n && row && row->kind == NODE_ROW; i++)
		if (c->t[i].node->parent && c->t[i].node->parent->parent == row && later_time(&c->t[i]))
			return true;
	return false;
}

void rule_abolished(struct checker *c)
{
	struct date own = c->meta->date;
	if (!own.year)
		return unseen(c, N_("the document has no date"));
	if (!own.month && own.year == 2025)
		return unseen(c, N_("the date of the document has no month"));
	bool now = viet_date_cmp((struct date){own.day ? own.day : 1, own.month ? own.month : 1, own.year}, no_districts) >= 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		size_t end = 0;
		if (t->zone == ZONE_MARGIN)
			continue;
		saw(c);
		if (!now && !(t->zone == ZONE_TABLE ? row_later(c, t) : later_time(t)))
			continue;
		for (size_t k = 0; k < sizeof districts / sizeof *districts; k++)
			for (long at = find_phrase(t, districts[k], 0); at >= 0; at = find_phrase(t, districts[k], (size_t)at + 1)) {
				size_t to = (size_t)at + strlen(districts[k]);
				if ((size_t)at < end || past(t, (size_t)at, to) || in_citation(c, t, (size_t)at))
					continue;
				end = to;
				flag(c, t, (size_t)at, to, N_("there is no district level from 01/7/2025 on; name the body that has its tasks now (xã, phường, đặc khu)"));
			}
	}
}

/* ---- N59 ---- */

static const char *const departments[] = {"Sở Khoa học và Công nghệ", "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Môi trường", "Sở Công Thương",
	"Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo", "Sở Ngoại vụ", "Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh", "Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Văn phòng Tỉnh ủy"};

static bool gives_task(const struct ptext *t, size_t at)
{
	size_t from = at;
	const char *before;
	if (t->zone == ZONE_TABLE)
		return t->annex;
	before = t->low + (from > 40 ? from - 40 : 0);
	for (const char *p = before; p < t->low + from; p++)
		if ((begins(p, "giao ") && t->low + from - p <= (long)strlen("giao ") + 4) || begins(p, "chủ trì:") || begins(p, "cơ quan chủ trì") || begins(p, "phối hợp:") || begins(p, "thực hiện:"))
			return true;
	return at <= t->node->u.para.label_len + 1u && (strstr(t->low, "chủ trì") || memchr(t->s + at, ':', t->n - at));
}

/* Recipients that stand for all: "Các sở, ban, ngành", "Như trên" with the body among the addressees, "Như Điều 3". */
static bool received(const struct checker *c, const char *name)
{
	static const char *const all[] = {"sở, ban", "các sở", "sở, ngành", "cơ quan, đơn vị", "các cơ quan", "như điều", "như mục", "các đơn vị liên quan", "cơ quan liên quan", "các đơn vị có liên quan", "như thành phần", "như phụ lục", "các ban, ngành"};
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum zone z = t->zone;
		if (z != ZONE_RECIPIENT && z != ZONE_ADDRESSEE)
			continue;
		if (strstr(t->s, name) || (!strcmp(name, "Văn phòng UBND tỉnh") && (strstr(t->s, "VPUB") || strstr(t->s, "VP UBND") || strstr(t->s, "CVP"))) || (!strcmp(name, "Văn phòng Tỉnh ủy") && strstr(t->s, "VPTU")))
			return true;
		for (size_t k = 0; k < sizeof all / sizeof *all; k++)
			if (find_phrase(t, all[k], 0) >= 0 && !strstr(t->low, "thuộc sở"))
				return true;
	}
	for (size_t i = 0; i < c->meta->n_issuers; i++)
		if (c->meta->issuers[i].name.s && strstr(c->meta->issuers[i].name.s, name))
			return true;
	return false;
}

void rule_tasks(struct checker *c)
{
	struct buf b = BUF_INIT;
	const struct ptext *at = NULL;
	size_t first = 0, i0 = 0, n = 0;
	const struct ptext *list = next_role(c, ROLE_RECIPIENTS, &i0);
	if (!list)
		return unseen(c, N_("the document has no recipients"));
	if (c->kind && (c->kind->id == KIND_BAO_CAO || c->kind->id == KIND_TO_TRINH || c->kind->id == KIND_BIEN_BAN))
		return unseen(c, N_("this kind of document gives no tasks"));
	for (size_t k = 0; k < sizeof departments / sizeof *departments; k++) {
		bool told = false;
		for (size_t i = 0; i < c->n && !told; i++) {
			const struct ptext *t = &c->t[i];
			const char *p = t->zone == ZONE_BODY || t->zone == ZONE_TABLE ? strstr(t->s, departments[k]) : NULL;
			if (!p || !gives_task(t, (size_t)(p - t->s)))
				continue;
			saw(c);
			told = true;
			if (received(c, departments[k]))
				continue;
			buf_printf(&b, "%s%s", n++ ? "; " : "", departments[k]);
			if (!at)
				at = t, first = (size_t)(p - t->s);
		}
	}
	if (n)
		flag(c, at, first, at->n < first + 1 ? at->n : first + strcspn(at->s + first, ":;.,\n"), N_("given tasks, but not among the recipients: %s; add them under “nơi nhận”"), b.data);
	buf_free(&b);
}
