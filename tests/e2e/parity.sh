#!/usr/bin/env bash
# DOCX, laid out by LibreOffice, against PDF: the same words at the same places.
set -u
. "$(dirname "$0")/../lib.sh"
if ! command -v soffice >/dev/null || ! command -v mutool >/dev/null; then
	skip "parity" "needs LibreOffice and mutool"
	exit 0
fi
ls "$WORK"/one/*.docx >/dev/null 2>&1 || { skip "parity" "no samples were rendered"; exit 0; }
while read -r status name rest; do
	case $status in
	pass) pass "parity $name $rest" ;;
	fail) fail "parity $name" "$rest" ;;
	*) echo "  $status $name $rest" ;;
	esac
done < <(python3 tests/e2e/parity.py --work "$WORK/soffice" --pictures samples "$WORK"/one/*.docx "$WORK"/templates/*.docx $(ls "$WORK"/fitted/*.docx 2>/dev/null) 2>&1)
