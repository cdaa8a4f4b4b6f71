#!/usr/bin/env bash
# Runs the unit tests; each program prints cmocka's report, whose counts are taken over.
set -u
. "$(dirname "$0")/lib.sh"
for source in tests/unit/test_*.c; do
	name=$(basename "$source" .c)
	if [ ! -x "$BUILD/tests/$name" ]; then
		fail "unit $name" "not built"
		continue
	fi
	out=$(cd "$ROOT" && timeout 300 "$BUILD/tests/$name" 2>&1)
	status=$?
	n=$(printf '%s\n' "$out" | sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' | awk '{ s += $1 } END { print s + 0 }')
	[ "$n" = 0 ] || count "$n" "unit $name"
	if [ $status != 0 ]; then
		while read -r bad; do fail "unit $name: $bad"; done < <(printf '%s\n' "$out" | sed -n 's/^\[  FAILED  \] \([a-z_].*\)/\1/p' | sort -u | grep . || echo "status $status")
		printf '%s\n' "$out" | grep -E 'ERROR|error:|^\[   LINE' | head -20
	fi
done
