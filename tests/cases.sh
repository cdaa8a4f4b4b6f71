#!/usr/bin/env bash
# Golden cases: tests/cases/NAME/draft.md and beside it the outputs it stands for: doc.txt (the document as read),
# composed.txt (after composing), pages.txt (laid out), diag.txt (the findings), text.txt (the text in order), tasks.txt (the tasks it gives).
# A case with a register (register.csv, register.xlsx, register.yaml …) in place of a draft has its typed rows in register.txt.
# A case with word.txt has the parts of a Word file there (tests/parts.h); composed.txt is the document with its form recognised.
# With UPDATE set they are rewritten; a case without any begins with diag.txt and pages.txt.
set -u
. "$(dirname "$0")/lib.sh"
for dir in tests/cases/*/; do
	name=$(basename "$dir")
	input=$(cd "$dir" && ls draft.md word.txt register.* 2>/dev/null | grep -v 'register.txt$' | head -n 1)
	[ -n "$input" ] || continue
	outputs=$(cd "$dir" && ls doc.txt composed.txt pages.txt diag.txt text.txt tasks.txt register.txt 2>/dev/null)
	if [ -n "$UPDATE" ] && [ -z "$outputs" ]; then
		outputs="diag.txt pages.txt"
		case $input in register.*) outputs=register.txt ;; word.txt) outputs=doc.txt ;; esac
	fi
	[ -n "$outputs" ] || fail "case $name" "nothing is expected; see tests/run.sh --update"
	for output in $outputs; do
		got=$(cd "$dir" && timeout 60 "$DUMP" "${output%.txt}" "$input" 2>&1; echo "status $?")
		if [ -n "$UPDATE" ]; then
			printf '%s\n' "$got" >"$dir/$output"
		elif difference=$(diff -u "$dir/$output" <(printf '%s\n' "$got")); then
			pass "case $name $output"
		else
			fail "case $name $output" "$(printf '%s' "$difference" | head -n 30)"
		fi
	done
done
