#!/usr/bin/env bash
# The stress set of DOCX against PDF; STRESS_COUNT documents (make parity takes many).
set -u
. "$(dirname "$0")/../lib.sh"
if ! command -v soffice >/dev/null || ! command -v mutool >/dev/null; then
	skip "stress" "needs LibreOffice and mutool"
	exit 0
fi
# a picture's words stand in pixels, and narrow tables are cut inside words: both have tests of their own
mapfile -t all < <(drafts samples | grep -v -e /04- -e /25- -e /van-phong/; ls "$SHARED"/seeds/*.md 2>/dev/null)
out=$(python3 tests/e2e/stress.py --tool "$BUILD/tests/stress" --fonts fonts --work "$WORK/stress" --count "${STRESS_COUNT:-40}" \
	--seed "${STRESS_SEED:-1}" "${all[@]}" 2>&1)
status=$?
printf '%s\n' "$out" | head -n 60
if [ $status = 0 ]; then pass "stress $(printf '%s' "$out" | tail -n 1)"; else fail "stress" "$(printf '%s' "$out" | tail -n 1)"; fi
