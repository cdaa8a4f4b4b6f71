#!/usr/bin/env bash
# Unit tests, golden cases and all samples under the address and undefined-behaviour sanitizers.
# In "make test" it builds what it needs; BUILD is then the plain build.
set -u
case ${BUILD:-build} in
*/asan) ;;
*)
	. "$(dirname "$0")/lib.sh"
	if ! "${MAKE:-make}" -s --no-print-directory -j"$(nproc)" BUILD="$BUILD/asan" \
		CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer" all test-programs >"$WORK/asan.log" 2>&1; then
		fail "asan: build" "$(tail -n 5 "$WORK/asan.log")"
		exit 0
	fi
	if ! grep -h ': warning: .*\[-W' "$WORK/asan.log"; then pass "gcc: no warnings"; else fail "gcc: no warnings"; fi
	BUILD=$BUILD/asan
	;;
esac
. "$(dirname "$0")/lib.sh"
export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=0
export LSAN_OPTIONS=suppressions=$ROOT/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1
export QUIET=1 UPDATE=
for program in "$BUILD"/tests/test_*; do
	case $program in *.d) continue ;; esac
	check "asan: $(basename "$program")" timeout 300 "$program"
done
drafts=$(drafts samples templates tests/cases)
for d in $drafts; do
	out=$(timeout 120 "$VANBAN" render "$d" --to docx,pdf,png --dpi 40 -o "$WORK/out" 2>&1)
	case $out in
	*"AddressSanitizer"* | *"runtime error"* | *"LeakSanitizer"*) fail "asan: $d" "$(printf '%s' "$out" | head -n 25)" ;;
	*) pass "asan: $d" ;;
	esac
done
rm -rf "$WORK/out"
echo "  ok    asan ($(grep -c '^pass asan' "$RESULTS"))"
