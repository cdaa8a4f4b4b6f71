#!/usr/bin/env bash
# Letters fitted to their pages: what is told, the same values in both files. The suite parity lays their DOCX out.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=fit
rm -rf "$WORK/fitted"
mkdir -p "$WORK/fitted"
cp tests/bench/letter.md "$WORK/fitted/vua-cong-van.md"
for s in 10-chuong-trinh 24-luu-hanh-noi-bo 26-dang-ke-hoach-hd36; do cp samples/$s.md "$WORK/fitted/vua-$s.md"; done
cd "$WORK/fitted" || exit 1

pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
# fitted NAME TEXT: the values are told
fitted() {
	expect 0 "$1 is rendered" "$VANBAN" render "$1.md" --fit --lang en
	has err "note: fitted to the page: .*$2" "$1: $2"
	check "fit: both files of $1 say the same" "$VANBAN" verify "$1"
}
expect 0 "without fitting" "$VANBAN" render vua-cong-van.md --lang en
check "fit: without it the letter has two pages" test "$(pages vua-cong-van.pdf)" = 2
fitted vua-cong-van 'text of 13.* (instead of 14); so the text and its signatures stand on one page'
check "fit: with it one" test "$(pages vua-cong-van.pdf)" = 1
fitted vua-10-chuong-trinh 'lines of text stand with the signatures on page'
fitted vua-24-luu-hanh-noi-bo 'lines of text stand with the signatures on page'
fitted vua-26-dang-ke-hoach-hd36 'lines of text stand with the signatures on page .*HD'

# the draft may ask for it, and what it gives is kept
sed 's/^kính gửi/trình bày: vừa trang\ncỡ chữ: 14\ngiãn dòng: 18pt\n&/' vua-cong-van.md >giu.md
expect 0 "values of the draft are kept" "$VANBAN" render giu.md --lang vi
unzip -p giu.docx word/styles.xml | grep -o 'w:styleId="NoiDung".*' | sed 's,</w:style>.*,,' >style
has style 'w:line="360" w:lineRule="exact"' "the lines of the draft stay"
has err "lưu ý: đã chỉnh vừa trang: cách đoạn" "what is told in Vietnamese"
if grep -q -e 'giãn dòng' -e 'cỡ chữ' err; then fail "fit: nothing else is told"; else pass "fit: nothing else is told"; fi
sed 's/^kính gửi/cỡ chữ: 14\ngiãn dòng: 18pt\ncách đoạn: 6pt\nlề trên: 20mm\nlề dưới: 20mm\nlề trái: 30mm\nlề phải: 15mm\nlùi đầu dòng: 10mm\n&/' vua-cong-van.md >het.md
expect 0 "nothing is left open" "$VANBAN" render het.md --fit --lang en
has err "note: no values within the legal ranges" "that nothing fits is told"
rm -f giu.* het.* style out err
