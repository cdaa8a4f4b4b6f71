/* The wordings in which people name the columns of a register. A new wording is an entry of names[]. */
#include "base/utf8.h"
#include "base/viet.h"
#include "read/reg_in.h"
#include <string.h>

struct names {
	enum reg_table table;
	enum reg_field field;
	const char *name;         /* as the manual has it */
	const char *keys;         /* title keys, parted by spaces */
	const char *weak;         /* those that another column may have a better right to */
	const char *parts;        /* a title with one of these in it, where nothing else fits */
};

static const struct names names[] = {
	{REG_TASKS, REG_NUMBER, "TT", "tt stt sott sothutu so", NULL, NULL},
	{REG_TASKS, REG_TEXT, "nhiệm vụ", "nhiemvu noidungnhiemvu tennhiemvu nhiemvuduocgiao nhiemvugiao noidungcongviec congviec noidung noidungthuchien noidungchidao nhiemvucuthe "
		"noidungnhiemvuduocgiao nhiemvugiaiphap noidungnhiemvugiaiphap noidunggiaoviec noidungketluan noidungyeucau dauviec tencongviec nhiemvutrongtam noidunggiao noidungduocgiao noidungnhiemvugiao noidungcv noidungphancong noidungcanthuchien nhiemvucongviec congviecnhiemvu noidungchidaodieuhanh dauviecnhiemvu ykienchidao noidungykienchidao nhiemvuduocphancong ketluanchidao chidao viec vieccanlam", NULL, "nhiemvu congviec"},
	{REG_TASKS, REG_DIRECTIVE, "văn bản giao", "vanbangiao vanbangiaonhiemvu vanbanchidao vanban vanbanyeucau sokyhieuvanban sokyhieu sovanban cancu nguongiao nguon nguonnhiemvu "
		"vanbanduocgiao thongbaoketluan vbchidao vbgiao sokyhieuvanbangiao vanbanphaply theovanban cancugiao cancuphaply", NULL, "vanban"},
	{REG_TASKS, REG_LEAD, "cơ quan chủ trì", "coquanchutri donvichutri chutri coquandonvichutri donvichutrithuchien coquanchutrithuchien donvithuchien coquanthuchien coquan donvi donviduocgiao "
		"coquanduocgiao sobannganhchutri daumoichutri coquanchutrithammuu donvichutrithammuu coquandonvithuchien donvichiutrachnhiem coquanchiutrachnhiem phancong "
		"donvidaumoi coquandaumoi coquanduocgiaochutri phongchutri phongbanchutri coquandonvi donvicoquan coquandonvichutrithuchien coquanthammuu donvithammuu donvichutrixuly coquanchutrixuly donvixuly donvinhan songanhchutri sobannganh coquannhannhiemvu coquanduocgiaonhiemvu donviduocgiaonhiemvu donvichutrichinh nguoiphutrach canbophutrach chuyenvienphutrach phutrach nguoithuchien chuyenvien canbothuchien", "coquan donvi phancong coquanthuchien donvithuchien nguoithuchien chuyenvien phutrach", "chutri"},
	{REG_TASKS, REG_PARTNERS, "cơ quan phối hợp", "coquanphoihop donviphoihop phoihop coquandonviphoihop donvicoquanphoihop coquanphoihopxuly donviphoihopxuly sobannganhphoihop donviphoihopthuchien coquanphoihopthuchien phongphoihop", NULL, "phoihop"},
	{REG_TASKS, REG_ASSIGNED, "ngày giao", "ngaygiao ngaygiaoviec thoigiangiao ngaygiaonhiemvu giao ngaybanhanhvanban ngayvanban ngaychidao ngaybatdau thoigianbatdau batdau ngayduocgiao ngaygiaoduocgiao thoidiemgiao ngaynhan ngaynhannhiemvu ngaybanhanh", NULL, "ngaygiao"},
	{REG_TASKS, REG_DUE, "thời hạn", "thoihan thoihanhoanthanh hanhoanthanh thoihanthuchien hanxuly thoihanxuly thoihangiao deadline thoigianketthuc hanchot hancuoi ngaydenhan denhan thoihancuoicung thoihanphaihoanthanh thoihangiaoviec hanhoanthanhnhiemvu thoihanketthuc moc mocthoigian mochoanthanh thoigianthuchien thoigianhoanthanh thoigian hoanthanhtruoc "
		"tiendohoanthanh thoihanbaocao han yeucauhoanthanh thoigianyeucau thoidiemhoanthanh hanthuchien thoigianphaihoanthanh ngayphaihoanthanh ngayhethan kehoachhoanthanh",
		"thoigianhoanthanh thoigianthuchien thoigian thoidiemhoanthanh tiendohoanthanh thoigianketthuc", "thoihan"},
	{REG_TASKS, REG_DONE, "ngày hoàn thành", "ngayhoanthanh ngayhoanthanhthucte thoigianhoanthanhthucte hoanthanhthucte ngayhoanthanhnhiemvu thoidiemhoanthanhthucte hoanthanhluc ngayhoanthanhthuc ngayxong ngayketthuc hoanthanh ngayhoanthanhbaocao thuctehoanthanh", NULL,
		"hoanthanhthucte"},
	{REG_TASKS, REG_PROGRESS, "tiến độ", "tiendo tyle tiendophantram tylehoanthanh tiendothuchien phantramhoanthanh mucdohoanthanh hoanthanhphantram khoiluonghoanthanh tiendohoanthanhphantram phantram tiendocongviec tiendothuchienphantram phantramtiendo tylethuchien tilehoanthanh tile", NULL, "tyle phantram"},
	{REG_TASKS, REG_STATE, "trạng thái", "trangthai tinhtrang tinhtrangthuchien trangthaithuchien trangthaixuly tinhtrangxuly danhgia trangthainhiemvu tinhtrangnhiemvu ketquatrangthai trangthaihoanthanh tinhtranghoanthanh danhgiatiendo status dahoanthanh", NULL, "trangthai tinhtrang"},
	{REG_TASKS, REG_RESULT, "kết quả thực hiện", "ketqua ketquathuchien tinhhinhthuchien ketquatrienkhai noidungketqua ketquaxuly baocaoketqua ketquadenthoidiembaocao ketquahoanthanh tinhhinhtrienkhai tinhhinh tinhhinhketqua ketquathuchiennhiemvu tinhhinhketquathuchien ketquadatduoc noidungdathuchien diengiaiketqua", NULL, "ketqua"},
	{REG_TASKS, REG_PRODUCT, "sản phẩm", "sanpham sanphamdaura sanphamhoanthanh sanphamdukien ketquadukien daura sanphamketqua ketquasanpham sanphamyeucau sanphamdauradukien vanbansanpham hosokemtheo", NULL, "sanpham daura"},
	{REG_TASKS, REG_AREA, "lĩnh vực", "linhvuc nhomnhiemvu nhom khoi chude linhvuccongtac nhomlinhvuc", NULL, "linhvuc"},
	{REG_TASKS, REG_TROUBLE, "khó khăn, vướng mắc", "khokhan vuongmac khokhanvuongmac tontaihanche tontai nguyennhan khokhanvuongmacnguyennhan vuongmackhokhan tontaivuongmac khokhantontai lydo lydochuahoanthanh nguyennhanchuahoanthanh lydochamtre nguyennhanchamtre", NULL, "khokhan vuongmac"},
	{REG_TASKS, REG_PROPOSAL, "kiến nghị", "kiennghi dexuat kiennghidexuat dexuatkiennghi giaiphap huongxuly giaiphapkiennghi", NULL, "kiennghi dexuat"},
	{REG_TASKS, REG_NOTE, "ghi chú", "ghichu luuy", NULL, "ghichu"},

	{REG_DIRECTIVES, REG_NUMBER, "TT", "tt stt sott sothutu", NULL, NULL},
	{REG_DIRECTIVES, REG_CODE, "số, ký hiệu", "sokyhieu sovakyhieu kyhieu sohieu so sovanban sokyhieuvanban sohieuvanban vanban", "so vanban", "kyhieu"},
	{REG_DIRECTIVES, REG_KIND, "loại", "loai loaivanban tenloai hinhthuc hinhthucvanban tenloaivanban", NULL, "loaivanban"},
	{REG_DIRECTIVES, REG_ISSUED, "ngày", "ngay ngaybanhanh ngayvanban ngaythangnam ngaythangbanhanh ngayky ngaythang ngaythangvanban thoigianbanhanh", NULL, "ngaybanhanh"},
	{REG_DIRECTIVES, REG_ISSUER, "cơ quan ban hành", "coquanbanhanh noibanhanh coquan donvibanhanh capbanhanh cquanbanhanh tacgia coquanchidao", NULL, "banhanh"},
	{REG_DIRECTIVES, REG_SUBJECT, "trích yếu", "trichyeu trichyeunoidung noidung tenvanban noidungvanban noidungtrichyeu veviec noidungchidao", NULL, "trichyeu"},
	{REG_DIRECTIVES, REG_BRIEF, "viết tắt", "viettat tenviettat goitat tengoitat", NULL, "viettat"},
	{REG_DIRECTIVES, REG_NOTE, "ghi chú", "ghichu", NULL, NULL},

	{REG_AGENCIES, REG_NUMBER, "TT", "tt stt sott sothutu", NULL, NULL},
	{REG_AGENCIES, REG_NAME, "cơ quan", "coquan tencoquan donvi tendonvi coquandonvi tencoquandonvi ten diaphuong tendiaphuong xaphuong xaphuongdackhu sobannganh coquandiaphuong tenxaphuong", NULL, NULL},
	{REG_AGENCIES, REG_SHORT, "tên ngắn", "tenngan tengoitat goitat tenrutgon tenthuonggoi", NULL, "tenngan"},
	{REG_AGENCIES, REG_ABBR, "viết tắt", "viettat kyhieu kyhieuviettat tenviettat chuviettat ma macoquan madonvi", NULL, "viettat"},
	{REG_AGENCIES, REG_PARENT, "cơ quan chủ quản", "coquanchuquan chuquan coquancaptren captren tructhuoc", NULL, "chuquan"},
	{REG_AGENCIES, REG_GROUP, "nhóm", "nhom khoi cap loai loaicoquan nhomcoquan capcoquan khoicoquan", NULL, NULL},
	{REG_AGENCIES, REG_PLACE, "địa danh", "diadanh noidat diaban", NULL, "diadanh"},
	{REG_AGENCIES, REG_HEAD, "người ký", "nguoiky nguoidungdau thutruong hoten hovaten lanhdao hotennguoiky hovatennguoiky thutruongcoquan", NULL, "nguoiky nguoidungdau"},
	{REG_AGENCIES, REG_TITLE, "chức vụ", "chucvu chucdanh chucvunguoiky", NULL, "chucvu"},
	{REG_AGENCIES, REG_NOTE, "ghi chú", "ghichu", NULL, NULL},
};
enum { N_NAMES = sizeof names / sizeof *names, LONGEST_KEY = 60 /* of which parts are looked at */ };

const char *reg_field_name(enum reg_field f)
{
	for (size_t i = 0; i < N_NAMES; i++)
		if (names[i].field == f)
			return names[i].name;
	return "";
}

char *reg_title_key(struct arena *a, const char *title)
{
	char *key = viet_fold(a, *title == '%' ? arena_printf(a, "phần trăm %s", title + 1) : title), *o = key; /* "% hoàn thành" */
	for (const char *p = key, *end = key + strlen(key); p < end;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		if (c == '(' && strchr(from, ')') && o > key) { /* "(%)", "(theo kế hoạch)": a remark, unless it begins the title */
			p = strchr(from, ')') + 1;
			continue;
		}
		if ((c < 0x80 && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))) || (c >= 0x80 && utf8_is_alpha(c))) {
			memmove(o, from, (size_t)(p - from));
			o += p - from;
		}
	}
	*o = '\0';
	return key;
}

/* True if key is one of the words. */
static bool among(const char *key, const char *words)
{
	for (const char *p = words; p && *p;) {
		size_t n = strcspn(p, " ");
		if (strlen(key) == n && !memcmp(key, p, n))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* Where in the key one of the words stands first; NULL if none does. */
static const char *part_of(const char *key, const char *words)
{
	const char *first = NULL;
	for (const char *p = words; p && *p;) {
		size_t n = strcspn(p, " ");
		const char *at = memmem(key, strlen(key), p, n);
		if (at && (!first || at < first))
			first = at;
		p += n + (p[n] == ' ');
	}
	return first;
}

/* The field whose part comes first: the head of "kết quả nhiệm vụ" is the result. "Mã nhiệm vụ" names no task. */
static int field_by_part(enum reg_table t, const char *key)
{
	const char *best = NULL;
	int field = -1;
	for (size_t i = 0; i < N_NAMES; i++) {
		const char *at = names[i].table == t ? part_of(key, names[i].parts) : NULL;
		bool number = names[i].field == REG_TEXT && (!strncmp(key, "ma", 2) || !strncmp(key, "so", 2) || !strncmp(key, "loai", 4));
		if (at && !number && (!best || at < best)) {
			best = at;
			field = names[i].field;
		}
	}
	return field;
}

int reg_column_field(enum reg_table t, const char *key, const struct reg_options *o, int *rank)
{
	*rank = 0;
	if (!*key)
		return -1;
	for (size_t i = 0; o && i < o->n_words; i++)
		if (!strcmp(o->words[i].fold, key))
			for (size_t k = 0; k < N_NAMES; k++)
				if (names[k].table == t && names[k].field == o->words[i].field)
					return names[k].field;
	for (size_t i = 0; i < N_NAMES; i++)
		if (names[i].table == t && among(key, names[i].keys)) {
			*rank = among(key, names[i].weak);
			return names[i].field;
		}
	*rank = 2;
	return strlen(key) < LONGEST_KEY ? field_by_part(t, key) : -1;
}

int reg_field_find(enum reg_table t, const char *fold, const struct reg_options *o)
{
	int rank;
	struct arena *a = arena_new();
	int f = reg_column_field(t, reg_title_key(a, fold), o, &rank);
	arena_free(a);
	return f;
}

int reg_field_named(const char *name, const char **near)
{
	struct arena *a = arena_new();
	const char *key = reg_title_key(a, name);
	int field = -1, best = 4, rank;
	*near = NULL;
	for (size_t i = 0; i < N_NAMES && field < 0; i++)
		if (!strcmp(reg_title_key(a, names[i].name), key))
			field = names[i].field;
	for (int t = 0; t < REG_TABLES && field < 0; t++) {
		int f = reg_column_field((enum reg_table)t, key, NULL, &rank);
		field = f >= 0 && rank < 2 ? f : -1;
	}
	for (size_t i = 0; i < N_NAMES && field < 0; i++) {
		int d = viet_distance(key, reg_title_key(a, names[i].name), best);
		if (d < best) {
			best = d;
			*near = names[i].name;
		}
	}
	arena_free(a);
	return field;
}

/* Slips between a key and the words, at most cap; more are another word. */
static int slips(struct arena *a, const char *key, const char *words, int cap)
{
	for (const char *p = words; *p;) {
		size_t n = strcspn(p, " ");
		int most = n < 6 ? 1 : n < 10 ? 2 : 3;
		int d = viet_distance(key, arena_strndup(a, p, n), most + 1);
		if (d <= most && d < cap)
			cap = d;
		p += n + (p[n] == ' ');
	}
	return cap;
}

const char *reg_column_near(struct arena *a, const struct reg_sheet *s, enum reg_field field)
{
	struct arena *tmp = arena_new();
	const char *near = NULL;
	int best = 4;
	for (size_t c = 0; c < s->n_cols; c++)
		for (size_t i = 0; i < N_NAMES; i++) {
			if (s->cols[c].field >= 0 || names[i].table != s->table || names[i].field != field || strlen(s->cols[c].title) > REG_TITLE_BYTES)
				continue;
			int d = slips(tmp, reg_title_key(tmp, s->cols[c].title), names[i].keys, best);
			if (d < best) {
				best = d;
				near = s->cols[c].title;
			}
		}
	arena_free(tmp);
	return near ? arena_strdup(a, near) : NULL;
}

/* Where another column has a better right to the deadline, "thời gian hoàn thành" is the day of completion. */
static int other_field(const struct reg_sheet *s, const struct reg_column *c, int taken)
{
	return taken == REG_DUE && strstr(c->fold, "hoanthanh") && !reg_column(s, REG_DONE) ? REG_DONE : -1;
}

void reg_columns_settle(struct reg_sheet *s, const int *rank)
{
	for (size_t i = 0; i < s->n_cols; i++) {
		struct reg_column *c = &s->cols[i];
		size_t best = i;
		if (c->field < 0)
			continue;
		int field = c->field;
		for (size_t k = 0; k < s->n_cols; k++)
			if (s->cols[k].field == field && rank[k] < rank[best])
				best = k;
		for (size_t k = 0; k < s->n_cols; k++)
			if (k != best && s->cols[k].field == field) {
				s->cols[k].field = -1;
				s->cols[k].field = other_field(s, &s->cols[k], field);
			}
	}
}

bool reg_columns_enough(enum reg_table t, const struct reg_column *cols, size_t n)
{
	static const struct { int must, or; size_t least; } needs[REG_TABLES] = {
		[REG_TASKS] = {REG_TEXT, REG_TEXT, 2}, [REG_DIRECTIVES] = {REG_CODE, REG_SUBJECT, 2}, [REG_AGENCIES] = {REG_NAME, REG_NAME, 1}};
	size_t known = 0;
	bool must = false;
	for (size_t i = 0; i < n; i++) {
		known += cols[i].field >= 0;
		must = must || cols[i].field == needs[t].must || cols[i].field == needs[t].or;
	}
	return must && known >= needs[t].least;
}
