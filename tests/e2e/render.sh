#!/usr/bin/env bash
# All samples and templates render to all formats, twice to the same bytes.
set -u
. "$(dirname "$0")/../lib.sh"
rm -rf "$WORK/one" "$WORK/two" "$WORK/templates"
samples=$(drafts samples)
if [ -n "$samples" ]; then
	for run in one two; do
		# shellcheck disable=SC2086
		check "render samples ($run)" sh -c '"$@" 2>"$0"' "$WORK/warnings" "$VANBAN" render $samples --to docx,pdf,png --dpi 60 -o "$WORK/$run"
		grep -v ': note: fitted to the page' "$WORK/warnings" >"$WORK/warned" # what a sample asks for is told
		if [ -s "$WORK/warned" ]; then fail "samples ($run) without warnings" "$(head -n 5 "$WORK/warned")"; else pass "samples ($run) without warnings"; fi
		sleep 1 # another second of the clock must not show
	done
	for s in $samples; do
		name=$(basename "$s" .md)
		for suffix in .docx .pdf -1.png; do
			if cmp -s "$WORK/one/$name$suffix" "$WORK/two/$name$suffix"; then pass "same bytes: $name$suffix"; else fail "same bytes: $name$suffix"; fi
		done
	done
fi
templates=$(drafts templates)
if [ -n "$templates" ]; then
	for t in $templates; do
		check "render $t" "$VANBAN" render "$t" -o "$WORK/templates"
	done
fi
