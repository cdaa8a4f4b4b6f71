#!/usr/bin/env bash
# A register and a template become documents: any number of workers, rows with errors, runs that are killed, parts of the work,
# files in the way.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=batch
dir=$WORK/batch
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir" || exit 2

batch() { "$VANBAN" batch "$@"; }
Q="--quarter 4/2025"
same() { if diff -r "$1" "$2" >diff.out 2>&1; then pass "batch: $3"; else fail "batch: $3" "$(head -n 3 diff.out)"; fi; }
json() { check "batch: $1" python3 -c "
import json, sys
d = json.load(open('$2'))
$3"; }
# register FILE AGENCIES TASKS: a CSV with made-up rows
register() {
	python3 - "$@" <<'PY'
import sys
path, agencies, tasks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(path, "w", encoding="utf-8") as f:
    print("TT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn,Tiến độ (%)", file=f)
    for k in range(tasks):
        for i in range(agencies):
            print(f"{k + 1},Việc thứ {k + 1},Sở số {i + 1},31/12/2025,{10 + k}", file=f)
PY
}
cat >mau.md <<'MD'
---
loại: Báo cáo
cơ quan chủ quản: UBND tỉnh Hòa An
cơ quan ban hành: {{khóa}}
viết tắt: BC
địa danh: Hòa An
ngày: 25/12/2025
trích yếu: tiến độ thực hiện nhiệm vụ quý IV năm 2025
nơi nhận: [Như trên, "Lưu: VT"]
người ký: {chức vụ: Giám đốc, họ tên: Nguyễn Minh Khôi}
---
{{khóa}} báo cáo như sau:

| TT | Nhiệm vụ | Thời hạn |
|----|----------|----------|
{{#nhiệm vụ}}
| {{tt}} | {{nội dung}} | {{thời hạn}} |
{{/nhiệm vụ}}

Trân trọng./.
MD
register so.csv 24 5

# ---- the documents, whatever the number of workers ----
expect 0 "24 documents" batch mau.md --data so.csv $Q -o one --jobs 1
if [ -s err ]; then fail "batch: silent in a pipe" "$(head -n 3 err)"; else pass "batch: silent in a pipe"; fi
has out '^24 documents made' "the summary counts them"
check "batch: two files each" test "$(ls one | grep -c '^mau-so-so-[0-9]*-quy-4-2025\.\(docx\|pdf\)$')" = 48
expect 0 "three workers" batch mau.md --data so.csv $Q -o three --jobs 3
same one three "the same bytes with one worker and with three"
check "batch: the value is printed" sh -c 'mutool draw -q -F text one/mau-so-so-7-quy-4-2025.pdf | grep -q "SỞ SỐ 7"'
check "batch: the manifest vouches for each file" python3 -c '
import hashlib, json
d = json.load(open("one/manifest.json"))
assert len(d["documents"]) == 24 and d["documents"][6]["key"] == "Sở số 7", d["documents"][6]
for doc in d["documents"]:
    assert doc["state"] == "done" and doc["pages"] >= 1 and len(doc["outputs"]) == 2
    for f in doc["outputs"]:
        data = open("one/" + f["file"], "rb").read()
        assert len(data) == f["bytes"] and hashlib.sha256(data).hexdigest() == f["sha256"], f
assert d["register"]["sha256"] == hashlib.sha256(open("so.csv", "rb").read()).hexdigest()'
check "batch: the two files of a document agree" "$VANBAN" verify one/mau-so-so-3-quy-4-2025

# ---- parts of the work ----
for i in 1 2 3; do "$VANBAN" batch mau.md --data so.csv $Q -o parts --shard $i/3 --quiet & done
wait
check "batch: each part has a manifest" ls parts/manifest-1-3.json parts/manifest-2-3.json parts/manifest-3-3.json
check "batch: the parts make up the whole" test "$(ls parts/*.pdf | wc -l)" = 24
expect 0 "the parts are joined" batch mau.md --data so.csv $Q -o parts --resume
has out '^24 unchanged' "nothing is made twice"
same one parts "the same as in one run"
expect 2 "a part that does not exist" batch mau.md --data so.csv $Q -o parts --shard 4/3

# ---- going on ----
rm one/mau-so-so-1-quy-4-2025.pdf
head -c 100 three/mau-so-so-2-quy-4-2025.docx >one/mau-so-so-2-quy-4-2025.docx
expect 0 "outputs are missing or cut short" batch mau.md --data so.csv $Q -o one --resume
has out '^2 documents made, 22 unchanged' "only these are made anew"
rm -f one/*.sua-tay-*
same one three "all are as before"
sed 's/^3,Việc thứ 3,Sở số 5,/3,Việc đã đổi,Sở số 5,/' so.csv >so2.csv
expect 0 "a row has changed" batch mau.md --data so2.csv $Q -o one --resume
has out '^1 document made, 23 unchanged' "its document alone is made anew"
expect 0 "the template has changed" sh -c 'sed -i "s/Trân trọng/Kính báo cáo/" mau.md && "$0" batch mau.md --data so.csv --quarter 4/2025 -o one --resume' "$VANBAN"
has out '^24 documents made' "all are made anew"
expect 0 "another option" batch mau.md --data so.csv $Q -o one --resume --to pdf
has out '^24 documents made' "all are made anew, again"
grep -v 'Sở số 24,' so.csv >so3.csv
expect 0 "an agency is no more in the register" batch mau.md --data so3.csv $Q -o one --resume
has err 'mau-so-so-24-quy-4-2025.pdf: warning' "its files are told"
check "batch: they are not deleted" test -s one/mau-so-so-24-quy-4-2025.pdf
json "the manifest has it as gone" one/manifest.json 'assert d["documents"][-1]["state"] == "gone" and d["documents"][-1]["key"] == "Sở số 24"'

# ---- killed at any moment ----
register so4.csv 30 3
batch mau.md --data so4.csv $Q -o whole --merge --quiet
for i in $(seq 1 12); do
	"$VANBAN" batch mau.md --data so4.csv $Q -o killed --merge --resume --quiet >/dev/null 2>&1 &
	pid=$!
	sleep "0.$(printf '%02d' $((i * 3)))"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ $i = 7 ] && rm -rf killed
done
expect 0 "a run after 12 that were killed" batch mau.md --data so4.csv $Q -o killed --merge --resume
rm -f killed/*.sua-tay-*
same whole killed "it ends as if none had been killed, and leaves nothing behind"
expect 0 "without --resume, after a run that was killed" sh -c '"$0" batch mau.md --data so4.csv --quarter 4/2025 -o again --quiet & sleep 0.2; kill -9 $! ; "$0" batch mau.md --data so4.csv --quarter 4/2025 -o again' "$VANBAN"

# ---- a worker dies, a worker hangs ----
register few.csv 8 5
workers() { pgrep -P "$1" -f "$VANBAN"; }
kill_worker() { # SIGNAL OPTION…: the signal goes to a worker in the midst of its work
	local signal=$1 pid worker= tries=0
	shift
	"$VANBAN" batch mau.md --data few.csv $Q --to png --dpi 300 --jobs 2 "$@" >out 2>err &
	pid=$!
	while [ -z "$worker" ] && [ $((tries += 1)) -lt 100 ]; do
		sleep 0.02
		worker=$(workers $pid | head -n 1)
	done
	sleep 0.1
	kill "-$signal" "$worker" 2>/dev/null
	wait $pid
}
kill_worker KILL -o died
status=$?
if [ $status = 1 ]; then pass "batch: a worker was killed"; else fail "batch: a worker was killed" "status $status: $(cat out err)"; fi
has out '^7 documents made, 1 failed' "its document alone is lost"
has err 'ended by signal 9' "and told"
check "batch: it stands in the book of faults" sh -c 'unzip -p died/bao-cao-loi.xlsx xl/worksheets/sheet1.xml xl/sharedStrings.xml 2>/dev/null | grep -q "ended by signal 9"'
expect 0 "and is made with --resume" batch mau.md --data few.csv $Q -o died --to png --dpi 300 --resume
has out '^1 document made, 7 unchanged' "it alone"
check "batch: the book of faults is gone" test ! -e died/bao-cao-loi.xlsx
kill_worker STOP -o hung --timeout 1
status=$?
if [ $status = 1 ]; then pass "batch: a worker hangs"; else fail "batch: a worker hangs" "status $status: $(cat out err)"; fi
has err 'took longer than 1 second' "the time limit is told"
"$VANBAN" batch mau.md --data few.csv $Q -o locked --to png --dpi 300 --quiet >/dev/null 2>&1 &
pid=$!
sleep 0.4
expect 2 "two runs in one folder" batch mau.md --data few.csv $Q -o locked --to png --dpi 300
has err 'another batch' "the second is refused"
kill -TERM $pid
wait $pid
check "batch: a run that is asked to stop ends with status 1 and can go on" test $? = 1

# ---- rows and names ----
{ cat so.csv; echo '6,Việc không ai làm,,31/12/2025,0'; } >faults.csv
expect 1 "a row without agency" batch mau.md --data faults.csv $Q -o faults
has out '^24 documents made, 1 row left out' "the others are made"
has err '^faults.csv:122:3: error: C122: ' "the cell is named"
check "batch: the book of faults names the row" sh -c 'unzip -p faults/bao-cao-loi.xlsx "xl/*.xml" | grep -q C122'
expect 0 "the row is corrected" batch mau.md --data so.csv $Q -o faults --resume
check "batch: no book of faults is left" test ! -e faults/bao-cao-loi.xlsx
sed 's/cơ quan ban hành: {{khóa}}/cơ quan ban hành: {{khoá sai}}/' mau.md >sai.md
expect 1 "a name that nobody knows" batch sai.md --data so.csv $Q -o unknown
has err '^sai.md:4:[0-9]*: error: ' "its place in the template is told"
check "batch: and once, not 24 times" test "$(grep -c 'error' err)" = 1
check "batch: nothing was made" test "$(ls unknown | grep -c pdf)" = 0
sed 's/Sở số 2,/Sở Số 11,/; s/Sở số 3,/Sở  số 11,/' so.csv >alike.csv
expect 0 "one agency typed in three ways" batch mau.md --data alike.csv $Q -o alike --dry-run
check "batch: is one document" test "$(grep -c 'so-so-11-' out)" = 1
sed 's/Sở số 2,/Sở sô 1,/' so.csv >marks.csv
expect 2 "two agencies of one file name" batch mau.md --data marks.csv $Q -o marks
has err 'Sở số 1.*Sở sô 1' "both are named"
check "batch: nothing was written" test ! -e marks
expect 0 "--name parts them" batch mau.md --data marks.csv $Q -o marks --name 'bc-{{tt}}-{quý}.{năm}'
check "batch: the pattern is filled in" ls marks/bc-001-4.2025.docx marks/bc-024-4.2025.pdf
expect 2 "an unknown name in the pattern" batch mau.md --data so.csv $Q -o bad --name '{khong co}'
has err 'khóa' "the names that there are are told"
expect 0 "by another column" batch mau.md --data so.csv $Q -o column --by 'TT' --to pdf
has out '^5 documents made' "a document for each value"
expect 0 "the whole register" batch mau.md --data so.csv $Q -o column2 --whole --to pdf
check "batch: is one document, too" test -s column2/mau-quy-4-2025.pdf
expect 2 "a column that is not there" batch mau.md --data so.csv $Q -o column3 --by 'Màu sắc'
has err 'Cơ quan chủ trì' "those that there are are told"

# ---- files in the way ----
mkdir mine
echo "thư của tôi" >mine/mau-so-so-3-quy-4-2025.docx
expect 2 "a file that no batch has made" batch mau.md --data so.csv $Q -o mine
has err '^mine/mau-so-so-3-quy-4-2025.docx: error' "it is named"
check "batch: and left alone, with the folder" test "$(ls -A mine)" = mau-so-so-3-quy-4-2025.docx
expect 0 "--force" batch mau.md --data so.csv $Q -o mine --force
check "batch: overwrites it" unzip -tq mine/mau-so-so-3-quy-4-2025.docx
echo "sửa tay" >mine/mau-so-so-4-quy-4-2025.docx
expect 0 "an output that was changed by hand" batch mau.md --data so.csv $Q -o mine
has err 'mau-so-so-4-quy-4-2025.docx: warning' "is told"
check "batch: and kept beside the new one" grep -q "sửa tay" mine/mau-so-so-4-quy-4-2025.sua-tay-1.docx
cp mau.md khac.md
expect 2 "the folder of another template" batch khac.md --data so.csv $Q -o mine
expect 0 "--dry-run" batch mau.md --data so.csv $Q -o nowhere --dry-run
check "batch: writes nothing" test ! -e nowhere
has out 'Cơ quan chủ trì.*cơ quan chủ trì' "and tells the columns"
check "batch: and the plan" test "$(grep -c 'so-so-' out)" = 24

# ---- joined, told, listed ----
check "batch: the joined PDF has all pages" sh -c 'test "$(pdfinfo whole/ban-gop.pdf | sed -n "s/^Pages: *//p")" = 30'
check "batch: and a bookmark for each document" sh -c 'qpdf --json whole/ban-gop.pdf | python3 -c "import json, sys; o = json.load(sys.stdin)[\"outlines\"]; assert len(o) == 30 and o[6][\"title\"] == \"Sở số 7\" and o[6][\"destpageposfrom1\"] == 7, o[:8]"'
json "the manifest says whose pages they are" whole/manifest.json 'assert d["documents"][6]["merged"] == {"first": 7, "last": 7} and d["merged"]["pages"] == 30, d["documents"][6]'
expect 1 "--json with errors" batch mau.md --data faults.csv $Q -o json --json
json "is one object" out 'assert d["status"] == 1 and d["counts"]["made"] == 24 and d["counts"]["rows_left_out"] == 1 and len(d["documents"]) == 24 and d["faults"] and d["findings"], d'
check "batch: --json tells nothing on standard error" test ! -s err
expect 0 "--fields" batch mau.md --data so.csv --fields
has out '^yes .*khóa' "lists the names"
expect 1 "--fields of names that nobody knows" batch sai.md --data so.csv --fields
has out '^no .*khoá sai' "says so"
if command -v script >/dev/null; then
	script -qec "'$VANBAN' batch mau.md --data so.csv $Q -o bar" bar.out >/dev/null
	has bar.out '24/24' "a bar on a terminal"
fi

# ---- what cannot be used ----
expect 2 "no register" batch mau.md $Q -o x
expect 2 "no folder" batch mau.md --data so.csv $Q
expect 2 "no quarter" batch mau.md --data so.csv -o x
expect 2 "a quarter that does not exist" batch mau.md --data so.csv --quarter 5/2025 -o x
expect 2 "a register that is missing" batch mau.md --data missing.csv $Q -o x
expect 2 "a template that is missing" batch missing.md --data so.csv $Q -o x
expect 2 "--by with --whole" batch mau.md --data so.csv $Q -o x --by TT --whole
expect 2 "--merge without PDF" batch mau.md --data so.csv $Q -o x --merge --to docx
head -n 1 so.csv >empty.csv
expect 2 "a register without a task" batch mau.md --data empty.csv $Q -o x
check "batch: nothing was written for all that" test ! -e x
