#!/usr/bin/env bash
# vanban tasks: from drafts into a register, and again after people worked in it.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=tasks
dir=$WORK/tasks
rm -rf "$dir"
mkdir -p "$dir"
cp tests/cases/nhiem-vu/draft.md "$dir/plan.md"
cp tests/cases/nhiem-vu-trong-van-ban/draft.md "$dir/notice.md"
cd "$dir" || exit 2

# rows REGISTER: its tasks as the register's reader sees them
rows() { "$DUMP" register "$1" | grep '^task '; }
# row REGISTER TEXT: the row with the text
row() { rows "$1" | grep -- "$2"; }
# tells COMMAND-OUTPUT… : as has, of a row
row_has() { if row "$1" "$2" | grep -q -- "$3"; then pass "tasks: $4"; else fail "tasks: $4" "no “$3” in: $(row "$1" "$2")"; fi; }

expect 0 "listed" "$VANBAN" tasks --lang en plan.md notice.md
has out '^plan.md:19: I.1 Hoàn thiện hạ tầng số' "the place and the text are told"
has out 'lead: Sở Công nghệ số' "the lead is told"
has out 'to be looked at: không thấy thời hạn' "doubts are told"
expect 0 "a new register" "$VANBAN" tasks --lang en plan.md notice.md -o so.xlsx
has out 'so.xlsx: 14 tasks: 14 new' "what was written is counted"
check "tasks: a row for each" test "$(rows so.xlsx | wc -l)" = 14
row_has so.xlsx 'Xây dựng trung tâm' 'lead="Công an tỉnh".*due=day to=29/6/2026 words="trước ngày 30/6/2026"' "the deadline is read back"
row_has so.xlsx 'Xây dựng trung tâm' 'directive="Kế hoạch số 12/KH-SCNS ngày 15/01/2026 của Sở Công nghệ số".*assigned=15/1/2026.*muc,diem="II.1"' "document, day and place"
row_has so.xlsx 'Nâng cấp cổng' 'canxemlai="không thấy cơ quan chủ trì; thời hạn chưa rõ"' "what a person must look at"
cp so.xlsx first.xlsx
"$VANBAN" tasks plan.md notice.md -o other.xlsx >/dev/null 2>&1
check "tasks: the same bytes each time" cmp so.xlsx other.xlsx
expect 0 "again" "$VANBAN" tasks --lang en plan.md notice.md -o so.xlsx
has out 'nothing had to be written' "nothing is new"
check "tasks: the register is as it was" cmp so.xlsx first.xlsx

# people work in it: a lead and a text are changed, a column, a row, a sheet and a result are added, a product is emptied
cat >edit.py <<'PY'
import re, sys, zipfile
def text(ref, s):
    return f'<c r="{ref}" t="inlineStr"><is><t>{s}</t></is></c>'
with zipfile.ZipFile("so.xlsx") as z, zipfile.ZipFile("new.xlsx", "w", zipfile.ZIP_DEFLATED) as o:
    for m in z.namelist():
        b = z.read(m).decode() if m.endswith((".xml", ".rels")) else z.read(m)
        if m == "xl/worksheets/sheet1.xml":
            b = b.replace("<t>Công an tỉnh</t>", "<t>Công an tỉnh (PA05)</t>", 1)
            b = b.replace("Tập huấn kỹ năng số cho 100% cán bộ, công chức cấp xã.", "Tập huấn kỹ năng số cho toàn bộ cán bộ cấp xã.")
            b = b.replace("<t>Sở Nội vụ</t>", "<t></t>", 1)
            b = re.sub(r'(<row r="2".*?)</row>', lambda k: k.group(1) + text("Q2", "Phòng phụ trách") + "</row>", b, count=1, flags=re.S)
            b = re.sub(r'(<row r="3".*?)</row>', lambda k: k.group(1) + text("Q3", "Phòng Tổng hợp") + "</row>", b, count=1, flags=re.S)
            b = re.sub(r'<c r="M3"[^>]*/>', text("M3", "Đã phủ sóng 80%"), b, count=1)
            b = re.sub(r'<row r="17"[^>]*/>|<row r="17".*?</row>|(?=</sheetData>)', '<row r="17">' + text("B17", "Việc do văn phòng thêm") + text("E17", "Văn phòng") + "</row>", b, count=1, flags=re.S)
        o.writestr(m, b)
PY
python3 edit.py && mv new.xlsx so.xlsx
row_has so.xlsx 'Hoàn thiện hạ tầng' 'phongphutrach="Phòng Tổng hợp"' "the edit went through"
sed 's/^2\. Nâng cấp cổng.*/&\n- Cơ quan chủ trì: Văn phòng UBND tỉnh./; s/^7\. Hạ tầng số là.*/7. Giao Sở Y tế lập hồ sơ sức khỏe; hoàn thành trong Quý II\/2026./; /^4\. Trách nhiệm/,/^a) Thực hiện/d' notice.md >n2.md && mv n2.md notice.md
expect 0 "after people worked in it" "$VANBAN" tasks --lang en plan.md notice.md -o so.xlsx
has out 'so.xlsx: 14 tasks: 1 new, 1 filled in, 12 as before' "one is new, one is filled in"
has out 'plan.md:41: the draft words the task of row 6 otherwise now' "a text that people changed is told"
has out '1 row has a task that its draft no longer gives' "a task that is gone is told"
check "tasks: rows are never taken away" test "$(rows so.xlsx | wc -l)" = 16
row_has so.xlsx 'Xây dựng trung tâm' 'lead="Công an tỉnh (PA05)"' "a lead that people changed stays"
row_has so.xlsx 'toàn bộ cán bộ cấp xã' 'lead="Sở Nội vụ"' "a text that people changed stays, its empty cell is filled"
row_has so.xlsx 'Hoàn thiện hạ tầng' 'result="Đã phủ sóng 80%".*phongphutrach="Phòng Tổng hợp"' "people's column and result stay"
row_has so.xlsx 'Việc do văn phòng thêm' 'lead="Văn phòng"' "people's row stays"
row_has so.xlsx 'Thực hiện nghiêm' 'lead="các sở, ban, ngành"' "the row of a task that is gone stays"
row_has so.xlsx 'hồ sơ sức khỏe' 'Nhiệm vụ:18 .*lead="Sở Y tế".*words="trong Quý II/2026"' "the new task stands below"
row_has so.xlsx 'Nâng cấp cổng' 'lead="Văn phòng UBND tỉnh"' "what the draft says now fills an empty cell"
cp so.xlsx second.xlsx
expect 0 "and once more" "$VANBAN" tasks plan.md notice.md -o so.xlsx
check "tasks: the register is as it was (2)" cmp so.xlsx second.xlsx

# a draft that gets its number later is the same document
sed 's/^số: 12$//' plan.md >draft.md
"$VANBAN" tasks draft.md -o one.xlsx >/dev/null 2>&1
row_has one.xlsx 'Xây dựng trung tâm' 'directive="Dự thảo Kế hoạch Thực hiện' "a draft without a number"
cp plan.md draft.md
expect 0 "a number is given" "$VANBAN" tasks --lang en draft.md -o one.xlsx
has out '0 new, 4 filled in' "no row twice"
row_has one.xlsx 'Xây dựng trung tâm' 'directive="Kế hoạch số 12/KH-SCNS' "the register has the number"

expect 0 "--json" "$VANBAN" tasks --json plan.md
check "tasks: JSON" python3 -c '
import json
d = json.load(open("out"))
assert d["status"] == 0 and d["register"] is None and not d["written"] and len(d["tasks"]) == 4, d
t = d["tasks"][2]
assert t["lead"] == "Công an tỉnh" and t["path"] == "II.1" and t["line"] == 36 and t["fate"] is None and t["review"] is None, t'
printf -- '---\nloại: Báo cáo\n---\nKhông có nhiệm vụ.\n' >empty.md
expect 0 "no tasks" "$VANBAN" tasks --lang en empty.md
has err 'empty.md: warning: no task was found' "that there are none is told"
printf -- '---\nloại: Kế hoạch\nngày: 31/2/2026\n---\nx\n' >bad.md
expect 1 "a draft with errors" "$VANBAN" tasks --lang en bad.md plan.md -o two.xlsx
check "tasks: the other draft is read" test "$(rows two.xlsx | wc -l)" = 4
expect 2 "only drafts with errors" "$VANBAN" tasks bad.md
expect 2 "no draft" "$VANBAN" tasks
expect 2 "no workbook" "$VANBAN" tasks plan.md -o so.csv
echo "no workbook" >broken.xlsx
expect 2 "a broken workbook" "$VANBAN" tasks plan.md -o broken.xlsx
check "tasks: it is left alone" test "$(cat broken.xlsx)" = "no workbook"
if command -v soffice >/dev/null; then
	timeout 120 soffice "-env:UserInstallation=file://$WORK/soffice-tasks" --headless --convert-to xlsx --outdir saved so.xlsx >/dev/null 2>&1
	check "tasks: LibreOffice opens and saves it" test "$(rows saved/so.xlsx | wc -l)" = 16
	expect 0 "the register that LibreOffice saved" "$VANBAN" tasks --lang en plan.md notice.md -o saved/so.xlsx
	has out 'nothing had to be written' "the tasks are found in it"
else
	skip "tasks with LibreOffice" "needs LibreOffice"
fi
cd "$ROOT" || exit 2
[ -n "${KEEP-}" ] || rm -rf "$dir"
