#!/usr/bin/env bash
# The catalogues: every message of the sources is translated, with the same printf conversions, and is in use.
set -u
. "$(dirname "$0")/../lib.sh"
if ! command -v xgettext >/dev/null || ! command -v msgfmt >/dev/null; then
	skip "messages" "gettext is not installed"
	exit 0
fi
"${MAKE:-make}" -s --no-print-directory BUILD="$BUILD" pot 2>&1 | grep -v 'up to date'
for po in po/*.po; do
	check "messages $po is well-formed" msgfmt --check --check-domain -o /dev/null "$po"
	missing=$(msgmerge -q --no-fuzzy-matching -o - "$po" "$BUILD/vanban.pot" | msgattrib --untranslated --no-wrap - | grep '^msgid "[^"]' | head -n 60)
	if [ -z "$missing" ]; then pass "messages $po is complete"; else fail "messages $po is complete" "$missing"; fi
	fuzzy=$(msgattrib --only-fuzzy "$po" | grep '^msgid' | head -n 5)
	if [ -z "$fuzzy" ]; then pass "messages $po has no fuzzy entries"; else fail "messages $po has no fuzzy entries" "$fuzzy"; fi
done
vi=$(LANGUAGE= LC_ALL= LC_MESSAGES=vi_VN.UTF-8 "$VANBAN" --help)
case $vi in *"Cách dùng:"*) pass "messages: Vietnamese by locale" ;; *) fail "messages: Vietnamese by locale" ;; esac
vi=$("$VANBAN" render --help --lang vi)
case $vi in *"Cách dùng:"*) pass "messages: --lang vi" ;; *) fail "messages: --lang vi" ;; esac
en=$(LC_ALL=vi_VN.UTF-8 "$VANBAN" --lang en render --help)
case $en in *"Usage:"*) pass "messages: --lang en" ;; *) fail "messages: --lang en" ;; esac
