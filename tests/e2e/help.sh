#!/usr/bin/env bash
# The help is made from the tables of commands and options; the manual and the README must tell the same.
set -u
. "$(dirname "$0")/../lib.sh"
man=$(sed 's/\\-/-/g; s/\\f.//g; s/\\&//g' man/vanban.1)
commands=$("$VANBAN" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ -n "$commands" ] || fail "help lists the commands"
all=
for c in $commands; do
	help=$("$VANBAN" "$c" --help) || fail "help $c"
	options=$(printf '%s\n' "$help" | sed -n '/^Options:/,/^$/s/^  *\(-[a-z], \)\{0,1\}--\([a-z]*\).*/\2/p')
	[ -n "$options" ] || fail "help $c lists options"
	section=$(printf '%s\n' "$man" | awk -v c="$c" '/^\.S[SH] /{ on = ($2 == c) } on')
	[ -n "$section" ] || fail "manual has a section .SS $c"
	for o in $options; do
		all="$all $o"
		printf '%s\n' "$man" | grep -q -- "--$o" || fail "manual tells --$o of $c"
	done
	pass "help $c"
done
for o in $(printf '%s\n' "$man" | grep -o -- '--[a-z][a-z]*' | sort -u); do
	case " $all version " in *" ${o#--} "*) ;; *) fail "manual: $o is no option of any command" ;; esac
done
version=$("$VANBAN" --version)
check "manual bears the version" grep -q "${version#vanban }" man/vanban.1
for page in man/*; do
	if command -v man >/dev/null && command -v groff >/dev/null; then
		out=$(LC_ALL=C.UTF-8 man --warnings -l "$page" 2>&1 >/dev/null | grep -v "can't break line\|cannot break line\|cannot adjust")
		if [ -z "$out" ]; then pass "manual $page has no warnings"; else fail "manual $page" "$out"; fi
	fi
done
