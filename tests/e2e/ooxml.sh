#!/usr/bin/env bash
# Each DOCX is valid against the transitional schemas of OOXML, which lie outside this repository.
set -u
. "$(dirname "$0")/../lib.sh"
for f in "$WORK"/one/*.docx "$WORK"/templates/*.docx; do
	[ -f "$f" ] && check "package $(basename "$f")" unzip -tqq "$f"
done
if [ ! -x "$SHARED/ooxml-xsd/validate-docx.sh" ]; then
	skip "ooxml" "no schemas at ../shared/ooxml-xsd"
	exit 0
fi
for f in "$WORK"/one/*.docx "$WORK"/templates/*.docx; do
	[ -f "$f" ] && check "valid $(basename "$f")" bash "$SHARED/ooxml-xsd/validate-docx.sh" "$f"
done
