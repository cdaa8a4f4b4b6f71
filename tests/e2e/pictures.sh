#!/usr/bin/env bash
# Pages of DOCX, laid out by LibreOffice, against those of the PDF: the same rules and boxes, the same picture. PICTURES=all
# takes every sample and template (make parity), else the samples that hold the most boxes and rules; the page that differs most
# is kept as pictures/worst.png in the tests' folder.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=pictures
for tool in soffice mutool pdftoppm qpdf; do
	command -v $tool >/dev/null || { skip "pictures" "needs LibreOffice, mutool, pdftoppm and qpdf"; exit 0; }
done
theirs=$WORK/soffice/pdf
ls "$theirs"/*.pdf >/dev/null 2>&1 || { skip "pictures" "the suite parity was not run"; exit 0; }
if [ "${PICTURES-}" = all ]; then
	files=("$WORK"/one/*.pdf "$WORK"/templates/*.pdf "$WORK"/fitted/*.pdf)
else
	files=("$WORK"/one/{01,06,13,18,20,24,25,29}-*.pdf)
fi
while read -r status name rest; do
	case $status in
	pass) pass "pictures $name $rest" ;;
	fail) fail "pictures $name" "$rest" ;;
	*) echo "  $status $name $rest" ;;
	esac
done < <(python3 tests/e2e/pictures.py --theirs "$theirs" --keep "$WORK/pictures" "${files[@]}" 2>&1)

# The measures find what they are there for.
mkdir -p "$WORK/pictures/broken"
cd "$WORK/pictures" || exit 1
while read -r how name what; do
	made=$WORK/pictures/broken/$name.pdf
	check "pictures: a copy with $what" python3 "$ROOT/tests/e2e/pictures.py" --break "$how" "$WORK/one/$name.pdf" "$made"
	expect 1 "$what is found" python3 "$ROOT/tests/e2e/pictures.py" --theirs "$theirs" "$made"
	has out "^fail $name page 1: . in " "$what is told"
done <<'END'
move 18-phu-luc-giay a rule moved by 0.75 pt
drop 18-phu-luc-giay a missing rule
shift 13-cong-dien a box at another place
END
