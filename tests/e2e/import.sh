#!/usr/bin/env bash
# vanban import: what vanban wrote comes back, as DOCX and as the text of its PDF; real texts lose no word; the decree's own files, hostile
# and empty files.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=import
DIR=$WORK/import
rm -rf "$DIR" && mkdir -p "$DIR"
from() { python3 tests/e2e/import.py "$1" "$VANBAN" "$DIR/$1" "${@:2}"; }

check "$SUITE: documents that vanban wrote come back as they were" from back $(drafts samples) tests/cases/*/draft.md
check "$SUITE: so they do without the names of their styles" from unnamed samples/[0-9]*.md
if command -v pdftotext >/dev/null; then
	check "$SUITE: the text of their PDF says the same" from layout samples/[0-9]*.md
else
	skip "$SUITE: text of a PDF" "pdftotext is not installed"
fi
if ls "$SHARED"/seeds/0*.txt >/dev/null 2>&1; then
	check "$SUITE: no word of five real texts is lost" from words "$SHARED"/seeds/0*.txt
	pairs=$(for f in "$SHARED"/seeds/0*.md; do echo "${f%.md}"_*.txt "$f"; done)
	check "$SUITE: what stands in them is found" from front $pairs
else
	skip "$SUITE: real texts" "no texts at ../shared/seeds"
fi
if ls "$SHARED"/standard/*.docx >/dev/null 2>&1; then
	check "$SUITE: the decree's annexes" from docx "$SHARED"/standard/*.docx
else
	skip "$SUITE: the decree's annexes" "they are not beside the project"
fi

cd "$DIR" || exit 2
"$VANBAN" render "$ROOT/samples/06-ke-hoach.md" -o a.docx --to docx >/dev/null
expect 1 "what is unsure is told" "$VANBAN" import --lang en a.docx
has err 'a.docx:[0-9]*:1: note: this stood in capitals' "with its place"
has out '^a.md$' "the draft bears the file's name"
cp a.md before.md
expect 2 "a draft that exists is kept" "$VANBAN" import --lang en a.docx
has err 'a.md: error: the file exists already' "it is said"
check "$SUITE: it is unchanged" cmp a.md before.md
expect 1 "it is replaced when asked for" "$VANBAN" import --force a.docx
expect 1 "to standard output" "$VANBAN" import a.docx -o -
has out '^loại: Kế hoạch$' "the draft is there"
mkdir -p folder
expect 1 "into a folder" "$VANBAN" import a.docx -o folder
check "$SUITE: with the file's name" test -f folder/a.md
"$VANBAN" import --json --force a.docx >a.json
check "$SUITE: JSON says what is unsure" python3 -c 'import json
r = json.load(open("a.json"))
assert r["files"] == ["a.md"] and r["kind"] == "Kế hoạch" and r["status"] == 1 and r["unsure"] == len(r["findings"]) > 0, r
assert all(f["level"] == "info" and f["line"] > 0 for f in r["findings"]), r'
mkdir -p hinh
"$VANBAN" render "$ROOT/samples/25-co-hinh.md" -o hinh/van-ban.docx --to docx >/dev/null
expect 1 "a file with pictures" "$VANBAN" import hinh/van-ban.docx -o hinh/ban-thao.md
check "$SUITE: a photograph is the same" cmp hinh/ban-thao-hinh-1.jpg "$ROOT/samples/hinh-thuong-luu.jpg"
check "$SUITE: a picture is the same" cmp hinh/ban-thao-hinh-3.png "$ROOT/samples/hinh-ty-le.png"
check "$SUITE: the draft has them with captions and widths" grep -q '^!\[Hình 1\. Thượng lưu .*\](ban-thao-hinh-1\.jpg) {rộng: 120mm}$' hinh/ban-thao.md
check "$SUITE: it is rendered" "$VANBAN" render -q hinh/ban-thao.md -o hinh/ra
rm -r hinh/ban-thao*.md hinh/ban-thao-hinh-* && echo khác >hinh/ban-thao-hinh-3.png
expect 2 "a picture that exists is kept" "$VANBAN" import --lang en hinh/van-ban.docx -o hinh/ban-thao.md
has err 'ban-thao-hinh-3.png: error: the file exists already' "it is said which"
check "$SUITE: nothing was written" test ! -e hinh/ban-thao.md
check "$SUITE: the picture is as it was" grep -qx khác hinh/ban-thao-hinh-3.png
expect 2 "no file" "$VANBAN" import
expect 2 "a file that is not there" "$VANBAN" import khong-co.docx

# texts that are no documents: all of them is kept, nothing crashes
python3 - <<'END'
import random
r = random.Random(7)
open("rong.txt", "w").close()
open("trang.txt", "w").write(" \n\n\t\n")
open("mot-chu.txt", "w").write("x")
open("truyen.txt", "w").write("\n".join(" ".join(r.choice(["anh", "Em", "đi", "về", "trong", "mưa", "rồi,", "thôi.", "Hà", "Nội"]) for _ in range(14)) for _ in range(3000)))
open("so.txt", "w").write("\n".join(str(r.randrange(10 ** 9)) for _ in range(2000)))
open("ky-tu.txt", "w").write("".join(chr(r.choice([r.randrange(32, 127), r.randrange(0xC0, 0x1EFF), 10, 12, 32, 0x2026])) for _ in range(60000)))
open("dau.txt", "w").write("\n".join(["Nơi nhận:", "KT. GIÁM ĐỐC", "Số: /", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phụ lục I", "Kính gửi:", "- ", "ngày tháng năm", "SAO Y", "*", "---", "loại: x"] * 300))
open("khoang.txt", "w").write("\n".join(" " * r.randrange(90) + "CHỦ TỊCH" + " " * r.randrange(60) + "GIÁM ĐỐC" for _ in range(2000)))
open("mot-dong.txt", "w").write("a b " * 500000)
open("nhi-phan.txt", "wb").write(bytes(r.randrange(256) for _ in range(5000)))
open("utf16.txt", "wb").write("﻿THÔNG BÁO\nVề việc nghỉ lễ\n\nCơ quan nghỉ một ngày./.\n".encode("utf-16-le"))
open("cp1258.txt", "wb").write("TH\xd4NG B\xc1O\nV\xec\xf2 vi\xeac\xf2 nghi\xf2 l\xea\xde\n".encode("latin-1"))
END
for f in rong trang nhi-phan; do
	expect 2 "$f.txt is refused" timeout 20 "$VANBAN" import --lang en $f.txt
done
for f in mot-chu truyen so ky-tu dau khoang mot-dong utf16 cp1258; do
	expect 1 "$f.txt is imported" timeout 30 "$VANBAN" import --lang en $f.txt
	expect 0 "the draft of $f.txt can be checked or rendered" timeout 60 sh -c "'$VANBAN' render $f.md --to docx || test $f = mot-dong -o $f = ky-tu"
done
expect 1 "a novel" "$VANBAN" import --lang en --force truyen.txt
has err 'the kind of the document could not be told' "its kind is not made up"
check "$SUITE: all words of a novel are there" python3 -c 'import collections
words = lambda f: collections.Counter(open(f).read().split())
gone = words("truyen.txt") - words("truyen.md")
assert not gone, gone'
has utf16.md '^trích yếu: Về việc nghỉ lễ$' "UTF-16 is read"
has cp1258.md '^loại: Thông báo$' "Windows-1258 is read"
