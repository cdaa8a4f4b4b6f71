#!/usr/bin/env bash
# The words of the model stand in the DOCX and in the PDF, in order.
set -u
. "$(dirname "$0")/../lib.sh"
for d in $(drafts samples templates); do
	name=$(basename "$d" .md)
	folder=one
	case $d in templates/*) folder=templates ;; esac
	[ -f "$WORK/$folder/$name.pdf" ] || { fail "words $d" "not rendered"; continue; }
	check "words $d" python3 tests/e2e/words.py model "$DUMP" "$d" "$WORK/$folder/$name.docx" "$WORK/$folder/$name.pdf"
done
