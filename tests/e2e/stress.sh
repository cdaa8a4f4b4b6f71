#!/usr/bin/env bash
# The stress set of DOCX against PDF; STRESS_COUNT documents (make parity takes many).
set -u
. "$(dirname "$0")/../lib.sh"
if ! command -v soffice >/dev/null || ! command -v mutool >/dev/null; then
	skip "stress" "needs LibreOffice and mutool"
	exit 0
fi
# a picture's words stand in pixels: pictures have a test of their own
mapfile -t all < <(drafts samples templates | grep -v -e /25- -e /van-phong/; ls "$SHARED"/seeds/*.md 2>/dev/null)
# set_of NAME ARGUMENT…: one set
set_of() {
	local name=$1 out status
	shift
	out=$(python3 tests/e2e/stress.py --tool "$BUILD/tests/stress" --fonts fonts --work "$WORK/$name" "$@" 2>&1)
	status=$?
	printf '%s\n' "$out" | head -n 60
	if [ $status = 0 ]; then pass "$name $(printf '%s' "$out" | tail -n 1)"; else fail "$name" "$(printf '%s' "$out" | tail -n 1)"; fi
}
# made NAME COUNT KINDS: so many documents, half of them made up from the seed
made() { set_of "$1" --count "$2" --kinds "$3" --seed "${STRESS_SEED:-1}" "${all[@]}"; }
made stress "${STRESS_COUNT:-30}" runs,lists,heads
# tables merged at random over many pages, notes that a page's end cuts, codes wider than their column
made stress-tables "$((${STRESS_COUNT:-48} / 4))" tables,annexes,footnotes,codes
# what once differed
set_of stress-mended --list tests/e2e/mended/list
# reports and letters filled in from a register: one for each agency, the summary for all of them
register=samples/so-theo-doi/so-theo-doi-2026.xlsx
filled() { "$VANBAN" batch "$@" --data $register --quarter "$q/2026" -o "$WORK/reports/$1-$q" >/dev/null 2>&1; }
quarters=4 templates=bao-cao-quy
[ -n "${STRESS_COUNT:-}" ] && quarters='1 2 3 4' templates='bao-cao-quy don-doc-qua-han ke-hoach-giao-viec'
for q in $quarters; do
	for t in $templates; do filled "$t"; done
	filled bao-cao-tong-hop --whole
done
set_of stress-filled --faults 1 --made "$WORK"/reports/*/*.docx
while read -r status name rest; do
	if [ "$status" = pass ]; then pass "fault of LibreOffice: $name: $rest"; else fail "fault of LibreOffice: $name" "$rest"; fi
done < <(python3 tests/e2e/faults.py --tool "$BUILD/tests/stress" --fonts fonts --work "$WORK/faults" 2>&1)
