#!/usr/bin/env bash
# Runs each fuzz target for some seconds (default 5) from the project's own drafts.   usage: tests/fuzz.sh [SECONDS]
set -u
seconds=${1:-5}
if [ $# = 0 ]; then
	. "$(dirname "$0")/lib.sh"
	if ! echo 'int LLVMFuzzerTestOneInput(const char *d, long n); int LLVMFuzzerTestOneInput(const char *d, long n) { return !d && n; }' |
		clang -x c -fsanitize=fuzzer,address -o "$WORK/fuzzable" - 2>/dev/null; then
		skip "fuzz" "needs clang with libFuzzer"
		exit 0
	fi
	if ! "${MAKE:-make}" -s --no-print-directory -j"$(nproc)" BUILD="$BUILD" fuzz-programs >"$WORK/fuzz.log" 2>&1; then
		fail "fuzz: build" "$(tail -n 5 "$WORK/fuzz.log")"
		exit 0
	fi
	if ! grep -h ': warning: .*\[-W' "$WORK/fuzz.log"; then pass "clang: no warnings"; else fail "clang: no warnings"; fi
	BUILD=$BUILD/fuzzing
fi
. "$(dirname "$0")/lib.sh"
corpus=$BUILD/corpus
mkdir -p "$corpus" "$BUILD/found"
for f in $(drafts samples templates tests/cases); do
	[ "$(wc -c <"$f")" -lt 20000 ] && cp "$f" "$corpus/$(printf '%s' "$f" | tr / _)"
done
cp tests/fuzz/seeds/* "$corpus"
cp templates/batch/*.md "$corpus"
for f in tests/cases/word-*/word.txt; do cp "$f" "$corpus/$(printf %s "$f" | tr / _)"; done
for f in templates/so-theo-doi.* tests/cases/*/register.*; do cp "$f" "$corpus/$(printf '%s' "$f" | tr / _)"; done
export ASAN_OPTIONS=detect_leaks=0
for program in "$BUILD"/fuzz/*; do
	case $program in *.d) continue ;; esac
	name=$(basename "$program")
	mkdir -p "$BUILD/found/$name"
	if out=$("$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=20000 -dict=tests/fuzz/draft.dict \
		-artifact_prefix="$BUILD/found/$name/" "$BUILD/found/$name" "$corpus" 2>&1); then
		pass "fuzz $name ($(printf '%s' "$out" | sed -n 's/^Done \([0-9]*\) runs.*/\1/p') runs)"
	else
		fail "fuzz $name" "$(printf '%s' "$out" | grep -E 'ERROR|SUMMARY|runtime error|Test unit|line ' | head -n 5 | grep . || printf '%s' "$out" | tail -n 2)"
	fi
done
