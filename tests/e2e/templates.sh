#!/usr/bin/env bash
# The templates that come with the program, filled from the sample register: every name they ask for is known, every document is
# made without a fault of the template, its two files say the same, and says what the register says.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=templates
dir=$WORK/filled
rm -rf "$dir"
mkdir -p "$dir"
cp samples/so-theo-doi/vanban.yaml samples/so-theo-doi/so-theo-doi-2026.xlsx "$dir"
cd "$dir" || exit 2

so="--data so-theo-doi-2026.xlsx --quarter 1/2026"
text() { pdftotext -layout "$1" - 2>/dev/null | tr -s ' \n' ' ' >out; }

for t in "$ROOT"/templates/batch/*.md; do
	name=$(basename "$t" .md)
	expect 0 "$name: all names are known" "$VANBAN" batch "$name" --fields --data so-theo-doi-2026.xlsx
	case $name in bao-cao-tong-hop | ke-hoach-giao-viec) whole=--whole ;; *) whole= ;; esac
	expect 0 "$name" "$VANBAN" batch "$name" $so $whole -o "$name"
	if grep -q "templates/batch/" err; then fail "$SUITE: $name: no finding" "$(head -n 3 err)"; else pass "$SUITE: $name: no finding"; fi
	for f in "$name"/*.pdf; do
		check "$SUITE: verify $f" "$VANBAN" verify "${f%.pdf}"
	done
done
"$VANBAN" check --lang en bao-cao-*/*.docx don-doc-qua-han/*.docx ke-hoach-giao-viec/*.docx >out 2>err
n=$(ls bao-cao-*/*.docx don-doc-qua-han/*.docx ke-hoach-giao-viec/*.docx | wc -l)
if [ "$(grep -c ': 0 errors, 0 warnings, ' out)" = "$n" ]; then count "$n" "$SUITE: nothing is told of the documents"; else fail "$SUITE: findings" "$(grep -E -m 5 ': (error|warning): ' out err)"; fi

# no document breaks a rule, and one that does is not written
for t in "$ROOT"/templates/batch/*.md; do
	name=$(basename "$t" .md)
	case $name in bao-cao-tong-hop | ke-hoach-giao-viec) whole=--whole ;; *) whole= ;; esac
	expect 0 "$name --strict" "$VANBAN" batch "$name" $so $whole --strict --dry-run --lang en -o "$name-strict"
	if grep -q ': error: ' err; then fail "$SUITE: $name breaks no rule" "$(grep -m 3 ': error: ' err)"; else pass "$SUITE: $name breaks no rule"; fi
done
sed 's|^2\. Báo cáo kết quả.*|2. Thời gian: …………|' "$ROOT/templates/batch/don-doc-qua-han.md" >cho-trong.md
expect 1 "--strict refuses" "$VANBAN" batch cho-trong.md $so --strict --lang en -o cho-trong
has err 'N69: “…………”' "it says why"
check "$SUITE: --strict writes no such document" test "$(ls cho-trong/*.pdf 2>/dev/null | wc -l)" = 0
expect 0 "without it" "$VANBAN" batch cho-trong.md $so --lang en -o cho-trong --resume
check "$SUITE: a document a body that is late" test "$(ls cho-trong/*.pdf | wc -l)" = 4
check "$SUITE: a report for each of 13 agencies" test "$(ls bao-cao-quy/*.pdf | wc -l)" = 13
check "$SUITE: reminders to the 4 that are late alone" test "$(ls don-doc-qua-han/*.pdf | wc -l)" = 4

mkdir -p elsewhere
expect 0 "a register elsewhere" "$VANBAN" batch bao-cao-tong-hop --whole --data so-theo-doi-2026.xlsx --quarter 1/2026 -o elsewhere/a
(cd elsewhere && "$VANBAN" batch bao-cao-tong-hop --whole --data ../so-theo-doi-2026.xlsx --quarter 1/2026 -o b >/dev/null 2>&1)
check "$SUITE: the constants beside the register hold wherever the command is started" cmp elsewhere/a/*.pdf elsewhere/b/*.pdf
text bao-cao-tong-hop/*.pdf
has out "Tổng số nhiệm vụ được theo dõi trong kỳ là 42 nhiệm vụ, giao 13 cơ quan" "the summary counts tasks and bodies"
has out "Tổng cộng 42 20 03 11 04 04 54,7%" "its table adds up"
text don-doc-qua-han/*-so-y-te-*.pdf
has out "Sở Y tế còn 01/02 nhiệm vụ quá hạn" "the reminder counts"

# a body without tasks, and cells that look like the draft language
cat >la.yaml <<'YAML'
cơ quan: [{tên: Sở Nội vụ, viết tắt: SNV, địa danh: Hòa An, chức vụ: Giám đốc, người ký: Lê An}]
nhiệm vụ:
  - {nhiệm vụ: "# I. {{x}} | y | ^^", cơ quan chủ trì: Sở Nội vụ, thời hạn: Quý I/2026, kết quả: "---", khó khăn: "[^1]: *a*"}
YAML
expect 0 "cells that look like the draft language" "$VANBAN" batch bao-cao-quy --data la.yaml --quarter 1/2026 -o la
text la/*.pdf
has out "# I\. {{x}} | y | ^^" "they print as those signs"
has out "\[^1\]: \*a\*" "they print in paragraphs, too"

# messages point into the template
sed 's/{{tổng số}}/{{tong so nhiem vu}}/' "$ROOT/templates/batch/don-doc-qua-han.md" >sai.md
expect 1 "an unknown name" "$VANBAN" batch sai.md $so -o sai
line=$(grep -n 'tong so nhiem vu' sai.md | head -n 1 | cut -d: -f1)
has err "^sai.md:$line:[0-9]*: " "is told with the template's line"
