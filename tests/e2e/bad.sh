#!/usr/bin/env bash
# Bad input: a clear error at its place and exit status 2, or a page that is still right; nothing partial is left behind.
set -u
. "$(dirname "$0")/../lib.sh"
dir=$WORK/bad
chmod -R u+w "$dir" 2>/dev/null
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir" || exit 2

head='loại: Kế hoạch
cơ quan chủ quản: UBND tỉnh Hòa An
cơ quan ban hành: Sở Khoa học và Công nghệ
viết tắt: SKHCN
địa danh: Hòa An
ngày: 15/5/2026
trích yếu: thử dữ liệu sai
nơi nhận: [Như trên, "Lưu: VT"]
người ký: {chức vụ: Giám đốc, họ tên: Trần Văn An}'
# draft NAME FRONT-LINES < BODY
draft() { { printf -- '---\n%s\n' "$head"; [ -z "${2-}" ] || printf '%s\n' "$2"; printf -- '---\n'; cat; } >"$1.md"; }

leftovers() { find . -name '*.part' -o -name "$1.docx" -o -name "$1.pdf" -o -name "$1-*.png" -o -name '*.tmp*' | head -n 3; }

# refused NAME PATTERN [ENV…]: status 2, an error that matches, and no output
refused() {
	local name=$1 pattern=$2 status left
	timeout 60 "$VANBAN" render "$name.md" --to docx,pdf,png --dpi 40 >out 2>err </dev/null
	status=$?
	left=$(leftovers "$name")
	if [ $status != 2 ]; then fail "bad: $name" "status $status: $(head -n 4 err)"
	elif ! grep -Eq "$pattern" err; then fail "bad: $name" "no /$pattern/ in: $(head -n 4 err)"
	elif [ -n "$left" ]; then fail "bad: $name" "left behind: $left"
	else pass "bad: $name"; fi
}
# rendered NAME: status 0 and whole outputs
rendered() {
	local name=$1 status
	timeout 120 "$VANBAN" render "$name.md" --to docx,pdf --dpi 40 >out 2>err </dev/null
	status=$?
	if [ $status != 0 ]; then fail "bad: $name" "status $status: $(head -n 4 err)"
	elif ! unzip -tqq "$name.docx" || ! mutool draw -q -F text "$name.pdf" >"$name.txt" 2>err || grep -v 'ICC support' err; then fail "bad: $name" "outputs are not sound"
	else pass "bad: $name"; fi
}
at='[0-9]+:[0-9]+: error: '

# ---- files ----
refused missing '^missing\.md: error: '
: >empty.md
refused empty '^empty\.md.*: error: '
printf '   \n\n' >blank.md
refused blank '^blank\.md.*: error: '
mkdir folder.md
refused folder '^folder\.md: error: '
ln -s nowhere.md dangling.md
refused dangling '^dangling\.md: error: '
mkfifo pipe.md
refused pipe '^pipe\.md: error: '
draft unreadable </dev/null
chmod 000 unreadable.md
if [ -r unreadable.md ]; then skip "bad: unreadable" "root reads everything"; else refused unreadable '^unreadable\.md: error: '; fi
chmod 644 unreadable.md
head -c 65536 "$VANBAN" >binary.md
refused binary '^binary\.md.*: error: '
head -c 104857600 /dev/zero | tr '\0' 'a' >huge.md
refused huge '^huge\.md.*: error: '
head -c 104857600 /dev/zero | tr '\0' '\n' >huge-lines.md
refused huge-lines '^huge-lines\.md.*: error: '
rm -f huge.md huge-lines.md
{ printf -- '---\nlo\xe1\xbai: K\xff\n---\nx\n'; } >latin.md
refused latin "^latin\\.md:$at"
printf 'x' | draft nul
printf 'a\0b\n' >>nul.md
refused nul "^nul\\.md:$at"
iconv -f UTF-8 -t UTF-16 nul.md >utf16.md
refused utf16 '^utf16\.md.*: error: '

# ---- front matter ----
printf 'Chỉ có chữ.\n' >no-front.md
refused no-front "^no-front\\.md:$at"
printf -- '---\nloại: Kế hoạch\n' >unclosed.md
refused unclosed "^unclosed\\.md:$at"
printf 'x' | draft no-yaml 'đây không phải là YAML'
refused no-yaml "^no-yaml\\.md:11:[0-9]+: error: "
printf 'x' | draft alias 'địa chỉ: *tham'
refused alias "^alias\\.md:11:[0-9]+: error: "
printf 'x' | draft anchor 'địa chỉ: &a x'
refused anchor "^anchor\\.md:11:[0-9]+: error: "
printf 'x' | draft tag 'địa chỉ: !!python/object x'
refused tag "^tag\\.md:11:[0-9]+: error: "
printf 'x' | draft tab "$(printf '\tđịa chỉ: x')"
refused tab "^tab\\.md:11:[0-9]+: error: "
printf 'x' | draft quotes 'địa chỉ: “a”: b”'
timeout 20 "$VANBAN" render quotes.md >out 2>err; [ $? -le 2 ] && pass "bad: smart quotes" || fail "bad: smart quotes"
printf 'x' | draft no-space 'địa chỉ:x'
refused no-space "^no-space\\.md:11:[0-9]+: error: "
# Where the form wants a text, a bracket is text; these stand where it wants keys.
printf 'x' | draft nested
sed -i "s|^nơi nhận:.*|nơi nhận: $(printf '[%.0s' $(seq 1000))$(printf ']%.0s' $(seq 1000))|" nested.md
refused nested "^nested\\.md:9:[0-9]+: error: "
printf 'x' | draft nested-map
sed -i "s|^người ký:.*|người ký: $(printf '{chức vụ: %.0s' $(seq 1000))|" nested-map.md
refused nested-map "^nested-map\\.md:1[01]:[0-9]+: error: "
{ printf -- '---\nloại: Kế hoạch\nngười ký:\n'; awk 'BEGIN { for (i = 0; i < 1000; i++) { for (j = 0; j <= i; j++) printf " "; print "- chức vụ:" } }'; printf -- '---\nx\n'; } >nested-block.md
refused nested-block "^nested-block\\.md:$at"
printf 'x' | draft twice 'địa danh: Khác'
refused twice "^twice\\.md:11:[0-9]+: error: "
printf 'x' | draft unknown-key 'trích yêú: x'
refused unknown-key "^unknown-key\\.md:11:1: error: "
printf -- '---\nloại: Kế hoach\ntrích yế: x\n---\nx\n' >near.md
refused near 'near\.md:3:1: error: .*trích yếu'
printf -- '---\nloại: Bài hát\n---\nx\n' >unknown-kind.md
refused unknown-kind '^unknown-kind\.md:2:[0-9]+: error: '
for d in 31/2/2026 29/2/2025 0/5/2026 15/13/2026 99/99/9999 abc 15/5/20267777777777; do
	name=date-$(printf '%s' "$d" | tr / -)
	printf 'x' | draft "$name"
	sed -i "s|^ngày: .*|ngày: $d|" "$name.md"
	refused "$name" "^$name\\.md:7:[0-9]+: error: "
done
printf -- '---\nloại: Bài\nmàu: đỏ\nngày: 31/2/2026\n---\nx\n' >several.md
refused several '^several\.md:4:'
for n in 2 3 4; do grep -q "^several\.md:$n:" err || fail "bad: several errors in one run" "none for line $n"; done
pass "bad: several errors in one run"
mkdir -p office/sub
printf 'viết tắt: [\n' >office/vanban.yaml
printf 'x' | draft office/sub/d
(cd office/sub && timeout 20 "$VANBAN" render d.md 2>../../err); status=$?
if [ $status = 2 ] && grep -Eq 'vanban\.yaml:[0-9]+:[0-9]+: error: ' err; then pass "bad: vanban.yaml"; else fail "bad: vanban.yaml" "status $status: $(head -n 3 err)"; fi

# ---- body ----
printf '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n' | draft ragged
timeout 20 "$VANBAN" render ragged.md >out 2>err; status=$?
if grep -q 'ragged\.md:1[34]:' err && [ $status -le 2 ]; then pass "bad: ragged"; else fail "bad: ragged" "status $status: $(head -n 3 err)"; fi
printf '^^ | <<\n| ^^ | << |\n|---|---|\n| << | ^^ |\n' | draft merges
timeout 20 "$VANBAN" render merges.md >out 2>err; [ $? -le 2 ] && pass "bad: merges at the edges" || fail "bad: merges at the edges"
printf 'Trước %s sau.\n' "$(head -c 3000 /dev/zero | tr '\0' 'w')" | draft long-word
rendered long-word
[ "$(tr -cd w <long-word.txt | wc -c)" = 3000 ] && pass "bad: a word longer than the line is whole" || fail "bad: a word longer than the line is whole"
printf '| a | b |\n|---|---|\n| 1 | %s |\n' "$(awk 'BEGIN { for (i = 0; i < 2500; i++) printf "chữ%d ", i }')" | draft tall-cell
rendered tall-cell
for w in chữ0 chữ1249 chữ2499; do grep -q "$w" tall-cell.txt || fail "bad: tall cell holds $w"; done
awk 'BEGIN { for (i = 0; i < 10000; i++) print i + 1 ". Đoạn văn thứ " i " của kế hoạch này." }' | draft many
rendered many
grep -q '10000\. Đoạn' many.txt && pass "bad: the last of 10,000 paragraphs" || fail "bad: the last of 10,000 paragraphs"
printf '![x](../../secret.png)\n![y](/etc/passwd)\n![z](missing.png)\n' | draft pictures
refused pictures '^pictures\.md:1[1-4]:[0-9]+: error: '
printf 'no picture' >fake.png
printf '![x](fake.png)\n' | draft fake-picture
timeout 20 "$VANBAN" render fake-picture.md >out 2>err; status=$?
if grep -q '^fake-picture\.md:1[12]:' err && [ $status -le 2 ]; then pass "bad: fake picture"; else fail "bad: fake picture" "status $status: $(head -n 3 err)"; fi
printf 'Chú thích[^1] và [^2].\n\n[^1]: Một.\n[^3]: Ba.\n' | draft notes
timeout 20 "$VANBAN" render notes.md >out 2>err; status=$?
if grep -q '^notes\.md:1[1-4]:' err && [ $status -le 2 ]; then pass "bad: footnotes without partner"; else fail "bad: footnotes without partner" "status $status: $(head -n 3 err)"; fi
printf '漢字 العربية 😀 \033[31m\n' | draft foreign
timeout 20 "$VANBAN" render foreign.md >out 2>err; status=$?
if [ $status -le 2 ] && ! grep -q "$(printf '\033')" err; then pass "bad: characters the fonts lack"; else fail "bad: characters the fonts lack" "status $status"; fi

# ---- folders and disks ----
printf 'Một đoạn.\n' | draft good
"$VANBAN" render good.md 2>err || fail "bad: the good draft" "$(head -n 3 err)"
cp good.pdf before.pdf
# unwritable NAME STATUS-OF-COMMAND: what must hold after a failed write
unwritable() {
	if [ "$2" = 2 ] && grep -q ': error: ' err && [ -z "$(find . -name '*.part' -o -name '*.tmp*')" ]; then pass "bad: $1"; else fail "bad: $1" "status $2: $(head -n 3 err)"; fi
}
touch file
"$VANBAN" render good.md -o file/sub 2>err
unwritable "folder under a file" $?
"$VANBAN" render good.md -o /proc/none 2>err
unwritable "folder that cannot be made" $?
"$VANBAN" render good.md -o /proc 2>err
unwritable "folder that cannot be written" $?
mkdir -p taken/good.pdf
"$VANBAN" render good.md -o taken 2>err
unwritable "a folder in the output's place" $?
[ ! -e taken/good.docx ] && pass "bad: no half of a set" || fail "bad: no half of a set"
(ulimit -f 2; exec "$VANBAN" render good.md) 2>err
unwritable "full disk" $?
cmp -s good.pdf before.pdf && pass "bad: earlier outputs survive" || fail "bad: earlier outputs survive"
sed -i 's/^loại.*/loại: Sai/' good.md
"$VANBAN" render good.md 2>err
unwritable "a draft that went bad" $?
cmp -s good.pdf before.pdf && pass "bad: outputs of the good draft survive" || fail "bad: outputs of the good draft survive"
"$VANBAN" render - <near.md 2>err
unwritable "standard input" $?
grep -q '^stdin:3:1: error: ' err && pass "bad: standard input is named" || fail "bad: standard input is named" "$(head -n 2 err)"
head -c 104857600 /dev/zero | "$VANBAN" render - 2>err
unwritable "100 MB of standard input" $?
if [ -c /dev/full ]; then
	"$VANBAN" --help >/dev/full 2>err
	[ $? = 2 ] && pass "bad: help to a full disk" || fail "bad: help to a full disk"
fi
cd "$ROOT" || exit 2
[ -n "${KEEP-}" ] || rm -rf "$dir"
