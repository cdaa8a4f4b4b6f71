#!/usr/bin/env bash
# vanban cite: the directives that drafts name, listed and as a register that drafts cite from.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=cite
dir=$WORK/cite
rm -rf "$dir"
mkdir -p "$dir"
cp "$ROOT/tests/cases/vien-dan/draft.md" "$dir/tags.md"
cd "$dir" || exit 2

front='---
loại: Báo cáo
cơ quan ban hành: Sở Nội vụ
viết tắt: SNV
địa danh: Hà Thanh
ngày: 15/5/2026
trích yếu: Kết quả thực hiện Nghị quyết số 57-NQ/TW
nơi nhận: ["Lưu: VT, TTr"]
người ký: {chức vụ: Giám đốc, họ tên: Trần Mộc Nguyên}
'
cat >plain.md <<E2
$front---
Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học (sau đây viết tắt là Nghị quyết 57) và điểm b khoản 2 Điều 5 Luật Cán bộ, công chức, Sở báo cáo.
Nghị quyết 57 đã được quán triệt; Nghị quyết số 57-NQ/TW ngày 21/12/2024 được sao gửi./.
E2
expect 1 "listed" "$VANBAN" cite --lang en plain.md
has out '^Nghị quyết  57-NQ/TW  22/12/2024  Bộ Chính trị  về đột phá phát triển khoa học  *4  7:30  *not in it' "a row with its first place"
has out '! date: “21/12/2024” at 12:35, but “22/12/2024” at 11:6' "two dates are told"
has out '^Luật .*Cán bộ, công chức .* 1  11:' "a law by its name"
has out 'parts: điểm b khoản 2 Điều 5' "parts are kept"
has out '^2 documents cited; 1 is cited in differing ways' "they are counted"
check "cite: no line is wider than it may be" python3 -c 'import sys; sys.exit(any(len(l.rstrip("\n")) > 150 for l in open("out", encoding="utf-8")))'
if command -v script >/dev/null; then
	script -qc "stty cols 80; '$VANBAN' cite --lang vi plain.md tags.md" /dev/null </dev/null >narrow 2>&1
	check "cite: on a terminal of 80 columns" python3 -c 'import sys; l = [x.rstrip("\r\n") for x in open("narrow", encoding="utf-8")]; sys.exit(len(l) < 10 or any(len(x) > 80 for x in l))'
else
	skip "cite: on a terminal of 80 columns" "no script"
fi
expect 0 "tags" "$VANBAN" cite --json tags.md
check "cite: tags have their places" python3 -c '
import json
d = {(r["number"], r["date"]): r for r in json.load(open("out"))["directives"]}
r = d["57-NQ/TW", "2024-12-22"]
assert r["count"] == 7 and r["agrees"] is True and r["register"] == "viện dẫn", r
assert [(p["line"], p["column"], p["by"], p["tag"]) for p in r["places"]][:3] == [(9, 30, "number", True), (32, 14, "number", True), (33, 17, "short", True)], r["places"]
assert d["72/2025/QH15", "2025-06-16"]["count"] == 2
assert len([k for k in d if k[0] == "05-KH/TU"]) == 2
assert d["30/2020/NĐ-CP", "2020-03-05"]["places"][0]["part"] == "điểm a khoản 2 Điều 7"'

expect 0 "a register" "$VANBAN" cite tags.md -o so.xlsx --lang en
has out '^so.xlsx: 8 documents cited' "what was written is counted"
"$DUMP" register so.xlsx >dump
has dump 'directive Văn bản:3 code="57-NQ/TW" kind="Nghị quyết" issued=22/12/2024 issuer="Bộ Chính trị" subject="Về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia" brief="Nghị quyết 57"' "the register's reader reads it"
check "cite: every row is read back" test "$(grep -c '^directive ' dump)" = 8
check "cite: without findings" test -z "$(grep -v -e '^sheet' -e '^directive' dump)"
"$VANBAN" cite tags.md -o so.csv >/dev/null 2>&1
"$DUMP" register so.csv | sed 's/^directive :[0-9]* //; /^sheet/d' >csv
check "cite: a CSV says the same" diff <(sed -n 's/^directive Văn bản:[0-9]* //p' dump) csv
cp so.xlsx first.xlsx
expect 2 "an existing file is not overwritten" "$VANBAN" cite plain.md -o so.xlsx
has err '^so.xlsx: error: ' "that is told"
check "cite: it is as it was" cmp so.xlsx first.xlsx
expect 0 "--force" "$VANBAN" cite tags.md -o so.xlsx --force
check "cite: the same bytes each time" cmp so.xlsx first.xlsx
expect 2 "another suffix" "$VANBAN" cite tags.md -o so.ods
mkdir locked && cp so.csv locked/so.csv && chmod 500 locked
if [ "$(id -u)" != 0 ]; then
	expect 2 "a folder that cannot be written" "$VANBAN" cite plain.md -o locked/so.csv --force
	check "cite: the file there is as it was" cmp so.csv locked/so.csv
fi
chmod 700 locked

# what was found becomes what is cited from
printf '%s' "$front" | sed 's/Nghị quyết số 57-NQ\/TW/[@57-NQ\/TW]/' >again.md
printf 'sổ văn bản: so.xlsx\n---\nThực hiện [@57-NQ/TW], theo [@Luật Tổ chức chính quyền địa phương, Điều 5], Kế hoạch số 05-KH/TU ngày 22/7/2025 của Tỉnh ủy./.\n' >>again.md
expect 1 "cited from the register" "$VANBAN" cite --lang en again.md
has out 'so.xlsx: agrees' "what agrees"
has out '! date: “22/7/2025” at 12:.*, but “21/7/2025” in the register' "what differs from the register"
expect 1 "several drafts" "$VANBAN" cite --lang en plain.md again.md
has out 'plain.md:7:30' "the file is named"
printf -- '---\nloại: Báo cáo\nkhóa lạ: 1\n---\nx\n' >bad.md
expect 1 "one of two has errors" "$VANBAN" cite plain.md bad.md
has err '^bad.md:3:1: error' "they are told"
expect 2 "all have errors" "$VANBAN" cite bad.md missing.md
expect 2 "no draft" "$VANBAN" cite

# a Word file is read as its draft is
"$VANBAN" render plain.md --to docx >/dev/null 2>&1
expect 1 "a Word file" "$VANBAN" cite --json --lang en plain.docx
"$VANBAN" cite --json plain.md >draft.json
check "cite: it names what its draft names" python3 -c '
import json
def rows(f): return [(d["number"], d["kind"], d["date"], d["issuer"], d["subject"], d["count"], [p["part"] for p in d["places"]]) for d in json.load(open(f))["directives"]]
assert rows("out") == rows("draft.json"), (rows("out"), rows("draft.json"))
assert all(p["line"] > 0 and p["column"] > 0 for d in json.load(open("out"))["directives"] for p in d["places"])'

# real drafts: each number of the text is found, and no other
if ls "$SHARED"/seeds/0*.md >/dev/null 2>&1; then
	"$VANBAN" cite --json "$SHARED"/seeds/0*.md >seeds.json 2>err
	check "cite: the numbers of real drafts" python3 - "$SHARED"/seeds/0*.md <<-'PY'
	import json, re, sys
	typed = set()
	for f in sys.argv[1:]:
	    s = open(f, encoding="utf-8").read()
	    typed |= set(re.findall(r"(?<![\w/.-])\d{1,5}(?:/\d{4}/|[-/])[A-ZĐ][A-Za-zĐ]*(?:[-/][A-ZĐ][A-Za-zĐ]*)*", s))
	typed -= {"07-CQTTBCĐ"}  # in the words "sau đây viết tắt là" alone
	found = {d["number"] for d in json.load(open("seeds.json"))["directives"]}
	assert found == typed, found ^ typed
	PY
else
	skip "cite: real drafts" "no drafts at ../shared/seeds"
fi
