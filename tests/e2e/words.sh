#!/usr/bin/env bash
# The words of the model stand in the DOCX and in the PDF, in order.
# words DRAFT DOCX PDF
words() { python3 tests/e2e/words.py model "$DUMP" "$@"; }
set -u
. "$(dirname "$0")/../lib.sh"
for d in $(drafts samples templates); do
	name=$(basename "$d" .md)
	folder=one
	case $d in templates/*) folder=templates ;; esac
	[ -f "$WORK/$folder/$name.pdf" ] || { fail "words $d" "not rendered"; continue; }
	check "words $d" words "$d" "$WORK/$folder/$name.docx" "$WORK/$folder/$name.pdf"
done

# Marks behind digits, and words cut by the ends of lines and pages, are no losses; a word that is gone is one.
dir=$WORK/words
mkdir -p "$dir"
python3 - "$dir/a.md" <<'END'
import sys
long = "".join(chr(97 + i % 26) for i in range(150))
head = ("---\nloại: Báo cáo\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nsố: 3\nđịa danh: An Phú\nngày: 3/6/2026\ntrích yếu: Kết quả\n"
        "nơi nhận: [Như trên, \"Lưu: VT\"]\nngười ký: {chức vụ: Giám đốc, họ tên: Lê Văn Hải}\n---\n")
marks = [f"Kết quả năm 2025[^a{i}] là đúng, số 12.[^b{i}]\n\n" for i in range(8)]
notes = [f"[^a{i}]: Nguồn một, {long}.\n[^b{i}]: Nguồn hai.\n\n" for i in range(8)]
long_ones = [f"{i}. Đoạn {'văn bản ' * (i % 7)}{long}.\n\n" for i in range(1, 60)]
open(sys.argv[1], "w").write(head + "".join(marks + notes + long_ones) + "Xong./.\n")
END
sed 's/^31\. Đoạn/31. Chương/' "$dir/a.md" >"$dir/b.md"
sed 's/^Kết quả năm 2025\[^a3\]/Kết quả năm 2024[^a3]/' "$dir/a.md" >"$dir/c.md"
check "words: rendered with marks and cut words" "$VANBAN" render "$dir/a.md"
check "words: marks and cut words are no losses" words "$dir/a.md" "$dir/a.docx" "$dir/a.pdf"
for other in b c; do
	if words "$dir/$other.md" "$dir/a.docx" "$dir/a.pdf" | grep -q 'PDF, all words: missing'; then pass "words: a lost word is seen ($other)"; else fail "words: a lost word is seen ($other)"; fi
done
