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
charts() { # DOCX: its charts against their schema
	local d=$WORK/charts
	rm -rf "$d" && mkdir -p "$d" && unzip -qqo "$1" 'word/charts/*.xml' -d "$d" && xmllint --noout --nonet --schema "$SHARED/ooxml-xsd/dml-chart.xsd" "$d"/word/charts/*.xml
}
for f in "$WORK"/one/*.docx; do
	if unzip -l "$f" 2>/dev/null | grep -q 'word/charts/'; then check "charts of $(basename "$f")" charts "$f"; fi
done
