#!/usr/bin/env bash
# Five real documents that lie outside this repository: they render whole.
set -u
. "$(dirname "$0")/../lib.sh"
if ! ls "$SHARED"/seeds/0*.md >/dev/null 2>&1; then
	skip "seeds" "no drafts at ../shared/seeds"
	exit 0
fi
rm -rf "$WORK/seeds"
for f in "$SHARED"/seeds/0*.md; do
	name=$(basename "$f" .md)
	check "render seed $name" "$VANBAN" render "$f" --to docx,pdf,png --dpi 60 -o "$WORK/seeds"
	[ -f "$WORK/seeds/$name.pdf" ] || continue
	check "words of seed $name" python3 tests/e2e/words.py draft "$f" "$WORK/seeds/$name.docx" "$WORK/seeds/$name.pdf"
	check "words of the model of seed $name" python3 tests/e2e/words.py model "$DUMP" "$f" "$WORK/seeds/$name.docx" "$WORK/seeds/$name.pdf"
	[ -x "$SHARED/ooxml-xsd/validate-docx.sh" ] && check "valid seed $name" bash "$SHARED/ooxml-xsd/validate-docx.sh" "$WORK/seeds/$name.docx"
done
command -v soffice >/dev/null || exit 0
while read -r status name rest; do
	case $status in
	pass) pass "parity of seed $name $rest" ;;
	fail) fail "parity of seed $name" "$rest" ;;
	esac
done < <(python3 tests/e2e/parity.py --work "$WORK/soffice" "$WORK"/seeds/*.docx 2>&1)
