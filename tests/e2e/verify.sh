#!/usr/bin/env bash
# vanban verify: the pairs of all samples belong together; what was changed in one of the two files is found.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=verify
dir=$WORK/verify
rm -rf "$dir"
mkdir -p "$dir"
for d in $(drafts samples templates); do
	name=$(basename "$d" .md)
	folder=one
	case $d in templates/*) folder=templates ;; esac
	[ -f "$WORK/$folder/$name.pdf" ] || { fail "verify $d" "not rendered"; continue; }
	check "verify $d" "$VANBAN" verify --lang en "$WORK/$folder/$name"
done
# by LibreOffice: its PDF of the DOCX against the DOCX, and the DOCX saved again against the PDF
if command -v soffice >/dev/null; then
	pairs=$({ ls "$WORK"/one/*.docx | head -n "${VERIFY_OFFICE-12}"; ls "$WORK"/one/*bieu-do.docx; } | sort -u)
	for to in pdf docx; do
		# shellcheck disable=SC2086
		[ -z "$pairs" ] || timeout 300 soffice "-env:UserInstallation=file://$WORK/soffice-verify" --headless --convert-to $to --outdir "$dir/$to" $pairs >/dev/null 2>&1
	done
	for f in $pairs; do
		name=$(basename "$f" .docx)
		check "verify LibreOffice's PDF of $name" "$VANBAN" verify --lang en "$f" "$dir/pdf/$name.pdf"
		check "verify $name saved again" "$VANBAN" verify --lang en "$dir/docx/$name.docx" "$WORK/one/$name.pdf"
	done
else
	skip "verify with LibreOffice" "needs LibreOffice"
fi

cd "$dir" || exit 2

cat >a.md <<'DRAFT'
---
loại: Kế hoạch
cơ quan chủ quản: UBND tỉnh Hòa An
cơ quan ban hành: Sở Khoa học và Công nghệ
viết tắt: SKHCN
địa danh: Hòa An
ngày: 15/5/2026
trích yếu: thử việc so hai tệp
nơi nhận: [Như trên, "Lưu: VT"]
người ký: {chức vụ: Giám đốc, họ tên: Trần Văn An}
---
Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024, giao 12 nhiệm vụ[^1] cho các phòng, hoàn thành 85%.

| TT | Nhiệm vụ | Hạn |
|----|----------|-----|
| 1 | Rà soát hạ tầng | 30/6/2026 |
| 2 | Báo cáo kết quả | 15/7/2026 |

[^1]: Theo Công văn số 1973/UBND-KGVX.
DRAFT
render() { "$VANBAN" render "$1.md" >/dev/null 2>&1 || fail "verify: render $1"; }
render a
expect 0 "two files" "$VANBAN" verify a.docx a.pdf
expect 0 "in the other order" "$VANBAN" verify a.pdf a.docx
expect 0 "a name without suffix" "$VANBAN" verify a
expect 0 "--json" "$VANBAN" verify --json a
check "verify: JSON" python3 -c '
import hashlib, json
d = json.load(open("out"))
p = d["pairs"][0]
assert d["status"] == 0 and p["agree"] and p["differences"] == [] and p["docx"]["pages"] == p["pdf"]["pages"] == 1, d
for side in ("docx", "pdf"):
    assert p[side]["sha256"] == hashlib.sha256(open("a." + side, "rb").read()).hexdigest()
    assert p[side]["words"] == p["docx"]["words"] > 80'
# changed NAME SED-SCRIPT WHAT…: a pair of which the PDF is of another draft; every WHAT is told
changed() {
	local name=$1
	sed "$2" a.md >b.md
	shift 2
	render b
	expect 1 "$name" "$VANBAN" verify --lang en a.docx b.pdf
	for what; do has out "$what" "$name: $what is told"; done
}
changed "a word" 's/các phòng/các ban/' 'words differ: DOCX “phòng,”, PDF “ban,”'
changed "a digit" 's/57-NQ/58-NQ/' 'page 1: a figure differs: DOCX “57-NQ/TW”, PDF “58-NQ/TW”; after'
changed "a date in a table" 's|15/7/2026|15/8/2026|' 'a figure differs'
changed "two dates changed about" 's|30/6/2026|x|; s|15/7/2026|30/6/2026|; s|x$|15/7/2026|; s/| x |/| 15\/7\/2026 |/' 'a figure differs'
changed "a footnote" 's/1973/1974/' 'footnote: a figure differs: DOCX “1973/UBND-KGVX.”'
changed "a figure before words" 's/Rà soát/Kiểm tra/; s/85%/86%/' 'words differ'
head -n 1 out | grep -q 'figure' && pass "verify: figures are told first" || fail "verify: figures are told first"
{ cat a.md; for i in $(seq 60); do echo "Đoạn thêm thứ $i của kế hoạch."; done; } >long.md
render long
expect 1 "more pages" "$VANBAN" verify --lang en a.docx long.pdf
has out 'numbers of pages differ: DOCX “1”' "more pages are told"
python3 - <<'PY'
import zipfile
with zipfile.ZipFile("a.docx") as z, zipfile.ZipFile("pages.docx", "w") as o:
    for m in z.namelist():
        o.writestr(m, z.read(m).replace(b"<Pages>1<", b"<Pages>2<"))
PY
expect 1 "the number of pages alone" "$VANBAN" verify pages.docx a.pdf
expect 1 "in Vietnamese" "$VANBAN" verify --lang vi pages.docx a.pdf

# charts: the figures that the DOCX keeps are those that the PDF shows
cp "$ROOT/tests/cases/bieu-do/draft.md" chart.md
render chart
expect 0 "charts" "$VANBAN" verify chart
has out ', 3 pictures)' "charts are pictures"
sed 's/| 800 | - |/| 801 | - |/; s/Sở Y tế/Sở Y học/' chart.md >other.md
render other
expect 1 "a figure of a chart" "$VANBAN" verify --lang en chart.docx other.pdf
has out 'a figure differs: DOCX “800”, PDF nothing; after “Sở Nội vụ | Ban 1., Hoàn thành”' "the figure is told"
has out 'words differ: DOCX “Sở Y tế”' "a name of a chart is told"

# labels of merged cells that stand again on the next page: a second cell in the DOCX, no text in the PDF
cp "$ROOT/tests/cases/nhan-o-gop-cuoc-chu/draft.md" label.md
render label
expect 0 "labels that stand again" "$VANBAN" verify label
python3 - <<'PY'
import zipfile
with zipfile.ZipFile("label.docx") as z, zipfile.ZipFile("label-other.docx", "w") as o:
    for m in z.namelist():
        head, *rest = z.read(m).split("xã Bình".encode()) if m == "word/document.xml" else [z.read(m)]
        for k, part in enumerate(rest):
            head += ("xã Bính" if k == 1 else "xã Bình").encode() + part
        o.writestr(m, head)
PY
expect 1 "a label that says something else there" "$VANBAN" verify label-other.docx label.pdf
# a stamp drawn over the page is text that the DOCX does not have
if command -v qpdf >/dev/null; then
	qpdf --overlay long.pdf --to=1 -- a.pdf stamped.pdf && expect 1 "text drawn over a page" "$VANBAN" verify --lang en a.docx stamped.pdf
	qpdf --encrypt "" owner 256 -- a.pdf locked.pdf && expect 2 "an encrypted PDF" "$VANBAN" verify --lang en a.docx locked.pdf
	has err 'locked.pdf: error: the PDF is encrypted' "an encrypted PDF is told"
fi
# a later revision, as a signature adds one
python3 - <<'PY'
b = open("a.pdf", "rb").read()
import re
start = int(re.findall(rb"startxref\s+(\d+)", b)[-1])
root = re.findall(rb"/Root (\d+ 0 R)", b)[-1]
size = int(re.findall(rb"/Size (\d+)", b)[-1])
new = b + b"\n%d 0 obj\n<</Type /Sig>>\nendobj\n" % size
xref = len(new)
new += b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d /Root %s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(b) + 1, size + 1, root, start, xref)
open("signed.pdf", "wb").write(new)
PY
expect 0 "a PDF with a later revision" "$VANBAN" verify --lang en a.docx signed.pdf

mkdir folder
cp a.docx a.pdf folder
expect 0 "a folder" "$VANBAN" verify folder
expect 0 "several pairs" "$VANBAN" verify a folder a.docx a.pdf
expect 1 "one of several differs" "$VANBAN" verify a a.docx b.pdf
expect 2 "no operand" "$VANBAN" verify
expect 2 "a file that is missing" "$VANBAN" verify missing.docx a.pdf
has err '^missing.docx: ' "the missing file is named"
expect 2 "no partner" "$VANBAN" verify a.md
expect 2 "an empty folder" sh -c 'mkdir empty && "$VANBAN" verify empty'
printf 'no PDF' >bad.pdf
expect 2 "no PDF" "$VANBAN" verify a.docx bad.pdf
cp bad.pdf bad.docx
expect 2 "no DOCX" "$VANBAN" verify bad.docx a.pdf
head -c 3000 a.pdf >cut.pdf
expect 2 "a PDF cut off" "$VANBAN" verify a.docx cut.pdf
head -c 3000 a.docx >cut.docx
expect 2 "a DOCX cut off" "$VANBAN" verify cut.docx a.pdf
# hostile files: an answer within seconds
python3 - <<'PY'
import zipfile, zlib
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def docx(name, text):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", text)
docx("bomb.docx", "<w:document %s>%s</w:document>" % (W, " " * 50000000))
docx("entities.docx", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join('<!ENTITY %s "%s">' % (chr(98 + i), ("&%s;" % chr(97 + i)) * 10) for i in range(9)) + "]><x>&j;</x>")
docx("deep.docx", "<w:document %s>%s" % (W, "<w:p>" * 100000))
def pdf(name, objects):
    b, at = b"%PDF-1.5\n", []
    for i, o in enumerate(objects):
        at.append(len(b))
        b += b"%d 0 obj\n%s\nendobj\n" % (i + 1, o)
    xref = len(b)
    b += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    open(name, "wb").write(b + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, xref))
def stream(head, data):
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (head, len(data), data)
cat, pages = b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
page = b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</XObject <</X 4 0 R>>>>>>"
pdf("loop.pdf", [cat, b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>"])
pdf("many.pdf", [cat, b"<</Type /Pages /Kids [3 0 R] /Count 999999999>>", page, stream(b"", b"")])
pdf("self.pdf", [cat, pages, page, stream(b"/Subtype /Form /Resources <</XObject <</X 4 0 R>>>>", b"/X Do " * 2000)])
c = zlib.compressobj(9)
bomb = c.compress(b" " * 400000000) + c.flush()
pdf("inflate.pdf", [cat, pages, page, stream(b"/Filter /FlateDecode", bomb)])
pdf("deep.pdf", [cat, pages, page, stream(b"", b"q " * 500000 + b"[" * 500000 + b"/P <</MCID 0>> BDC " * 100000)])
pdf("parent.pdf", [cat, pages, b"<</Type /Page /Parent 3 0 R /Contents 4 0 R>>", stream(b"", b"")])
PY
for f in bomb.docx entities.docx deep.docx; do
	expect 2 "hostile $f" timeout 20 "$VANBAN" verify $f a.pdf
done
for f in loop many self inflate deep parent; do
	timeout 20 "$VANBAN" verify a.docx $f.pdf >out 2>err
	status=$?
	if [ $status = 1 ] || [ $status = 2 ]; then pass "verify: hostile $f.pdf"; else fail "verify: hostile $f.pdf" "status $status: $(head -n 2 err)"; fi
done
cd "$ROOT" || exit 2
[ -n "${KEEP-}" ] || rm -rf "$dir"
