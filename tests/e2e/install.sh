#!/usr/bin/env bash
# An installed program finds its fonts, templates and messages from its own place, wherever that is; uninstalling leaves nothing.
set -u
. "$(dirname "$0")/../lib.sh"
unset VANBAN_DATA
root=$WORK/install
rm -rf "$root"
check "install" "${MAKE:-make}" -s --no-print-directory BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr install
mv "$root/usr" "$root/moved"
bin=$root/moved/bin/vanban
cd "$root" || exit 2
check "installed: new" "$bin" new to-trinh
check "installed: new so-theo-doi" "$bin" new so-theo-doi
check "installed: render" "$bin" render to-trinh.md
vi=$("$bin" --lang vi --help)
case $vi in *"Cách dùng:"*) pass "installed: messages" ;; *) fail "installed: messages" ;; esac
for f in share/man/man1/vanban.1 share/man/man5/vanban-draft.5 share/man/man5/vanban-register.5 share/vanban/templates/so-theo-doi.rng share/doc/vanban/LICENSE share/vanban/fonts/LICENSE; do
	if [ -s "moved/$f" ]; then pass "installed: $f"; else fail "installed: $f"; fi
done
mv "$root/moved" "$root/usr"
cd "$ROOT" || exit 2
check "uninstall" "${MAKE:-make}" -s --no-print-directory BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr uninstall
left=$(find "$root/usr" -type f)
if [ -z "$left" ]; then pass "uninstall leaves nothing"; else fail "uninstall leaves nothing" "$left"; fi
