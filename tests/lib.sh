# Sourced by the test scripts: pass, fail and skip print a line each and count it in $RESULTS.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 2
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$ROOT/$BUILD ;; esac
SHARED=$ROOT/../shared
VANBAN=$BUILD/vanban
DUMP=$BUILD/tests/dump
RESULTS=${RESULTS:-$BUILD/tests/results}
WORK=$BUILD/e2e
export ROOT BUILD SHARED VANBAN DUMP RESULTS WORK
export VANBAN_DATA=${VANBAN_DATA:-$ROOT} LC_ALL=C.UTF-8 LANGUAGE=
unset VANBAN_LANG

mkdir -p "$BUILD/tests" "$WORK"

pass() { echo "pass $1" >>"$RESULTS"; [ -n "${QUIET-}" ] || echo "  ok    $1"; }
fail() { echo "fail $1" >>"$RESULTS"; echo "  FAIL  $1${2:+: $2}"; }
skip() { echo "skip $1" >>"$RESULTS"; echo "  skip  $1: $2"; }
# count N NAME: N tests passed at once
count() { for ((i = 0; i < $1; i++)); do echo "pass $2" >>"$RESULTS"; done; echo "  ok    $2 ($1)"; }
# check NAME COMMAND…: passes if the command does
check() {
	local name=$1 out
	shift
	if out=$("$@" 2>&1); then pass "$name"; else fail "$name" "$(printf '%s' "$out" | tail -n 12)"; fi
}
# drafts FOLDER…: the drafts in them and one level below
drafts() { for d in "$@"; do ls "$d"/*.md "$d"/*/*.md 2>/dev/null; done | grep -v -e '/README' -e '^templates/batch/'; }
# expect STATUS NAME COMMAND…: passes if it ends with the status; its outputs are kept in the files out and err. $SUITE leads the name.
expect() {
	local want=$1 name=$2 got
	shift 2
	"$@" >out 2>err </dev/null
	got=$?
	if [ $got = "$want" ]; then pass "$SUITE: $name"; else fail "$SUITE: $name" "status $got, not $want: $(head -n 3 out) $(head -n 5 err)"; fi
}
# has FILE TEXT NAME: passes if the file holds the text
has() { if grep -q -- "$2" "$1"; then pass "$SUITE: $3"; else fail "$SUITE: $3" "no “$2” in: $(head -n 5 "$1")"; fi; }
