#!/bin/sh
# Installs by apt those of the named packages that are missing, and says what it does. Quiet when nothing is missing.
set -eu
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	echo "make deps: no apt here; needed (Debian names): $*" >&2
	exit 0
fi
# A package may be provided by another one (pkg-config by pkgconf).
installed=$(dpkg-query -W -f='${Status}: ${Package} ${Provides}\n' 2>/dev/null | sed -n 's/^install ok installed://p' | tr ',()' '   ')
missing=
for p in "$@"; do
	case " $(echo $installed) " in
	*" $p "*) ;;
	*) missing="$missing $p" ;;
	esac
done
[ -n "$missing" ] || exit 0
sudo=
if [ "$(id -u)" != 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "make deps: missing:$missing; as root: apt-get install$missing" >&2
		exit 1
	fi
	sudo=sudo
fi
echo "make deps: installing by apt:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of names
if ! $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null; then
	echo "make deps: the list of packages may be old; updating it"
	$sudo apt-get update -q </dev/null
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null
fi
