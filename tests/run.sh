#!/usr/bin/env bash
# All tests of a build, or the suites named.   usage: tests/run.sh [--update] [SUITE…]
# --update rewrites the expected outputs of the golden cases. Ends with a line that counts; exit status 1 if any failed.
set -u
. "$(dirname "$0")/lib.sh"
export UPDATE=
if [ "${1-}" = --update ]; then
	UPDATE=1
	shift
fi
all="floors units cases messages help commands check foreign render words fit verify import tasks cite batch templates ooxml xlsx parity pictures contents stress seeds bad install asan fuzz"
[ -n "$UPDATE" ] && [ $# = 0 ] && all=cases
: >"$RESULTS"
begin=$SECONDS
for suite in ${*:-$all}; do
	echo "$suite"
	at=$SECONDS
	if [ -f "tests/$suite.sh" ]; then script=tests/$suite.sh; else script=tests/e2e/$suite.sh; fi
	bash "$script" || fail "$suite" "the script ended with status $?"
	echo "  ($((SECONDS - at)) s)"
done
passed=$(grep -c '^pass ' "$RESULTS")
failed=$(grep -c '^fail ' "$RESULTS")
skipped=$(grep -c '^skip ' "$RESULTS")
if [ "$failed" != 0 ]; then
	echo "failed:"
	sed -n 's/^fail /  /p' "$RESULTS"
fi
echo "($((SECONDS - begin)) s)"
line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" = 0 ]
