#!/usr/bin/env bash
# Workbooks of other programs are read, and other programs read those that are written and changed; memory does not grow with rows.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=xlsx
SHEET=$BUILD/tests/sheet
MAKE_BOOK=$BUILD/tests/test_xlsx_write
python() { /usr/bin/python3 "$ROOT/tests/e2e/xlsx.py" "$@"; }
dir=$WORK/xlsx
rm -rf "$dir" && mkdir -p "$dir/lo" && cd "$dir" || exit 2

# valid NAME FILE: every part of it against the schema
valid() {
	local out=
	rm -rf parts && mkdir parts && (cd parts && unzip -qo "../$2") || { fail "$SUITE: $1" "no package"; return; }
	for p in parts/xl/workbook.xml parts/xl/styles.xml parts/xl/worksheets/*.xml; do
		out+=$(xmllint --noout --nonet --schema "$SHARED/ooxml-xsd/sml.xsd" "$p" 2>&1 | grep -v ' validates$')
	done
	out+=$(xmllint --noout --nonet --schema "$SHARED/ooxml-xsd/opc-xsd/opc-contentTypes.xsd" "parts/[Content_Types].xml" 2>&1 | grep -v ' validates$')
	if [ -z "$out" ]; then pass "$SUITE: $1"; else fail "$SUITE: $1" "$(printf '%s' "$out" | head -n 8)"; fi
}
# same NAME EXPECTED GOT
same() { if out=$(diff -u "$2" "$3"); then pass "$SUITE: $1"; else fail "$SUITE: $1" "$(printf '%s' "$out" | head -n 20)"; fi; }

expect 0 "a workbook is written" "$MAKE_BOOK" written.xlsx
if [ -f "$SHARED/ooxml-xsd/sml.xsd" ]; then
	valid "what is written is valid" written.xlsx
else
	skip "xlsx: schema" "no schemas at ../shared/ooxml-xsd"
fi

# ---- openpyxl ----
if /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
	expect 0 "openpyxl opens what is written" python look written.xlsx
	has out "stays above C3 filter A2:G4 titles \$2:\$2 landscape" "openpyxl sees what stays, the filter, the titles"
	has out "list C3:C104 'Danh sách chọn'!\$A\$1:\$A\$2" "openpyxl sees the lists"
	has out "D3=datetime.datetime(2025, 5, 15, 0, 0) (dd/mm/yyyy)" "openpyxl sees a date"
	expect 0 "openpyxl makes a workbook" python office office.xlsx
	expect 0 "a workbook of openpyxl is read" "$SHEET" office.xlsx
	has out "0n:001	1t:Rà soát \"thủ tục\" & <báo cáo>	2d:15/05/2025	3n:75%	4-f:" "its cells are read as shown"
	has out "^joined A1:F1" "its joined cells are read"
	has out "^\[Ẩn\] hidden" "its hidden sheet is told"
	expect 0 "a workbook of openpyxl is changed" "$MAKE_BOOK" office.xlsx changed.xlsx
	expect 0 "openpyxl opens what is changed" python look changed.xlsx
	has out "stays above A4 filter A3:F7" "the filter grew over the new rows"
	has out "list C4:C7 \"Quý IV/2025,Thường xuyên\"" "the list grew over the new rows"
	has out "E4='=D4\*2'" "the formula stayed"
	has out "A6=3; B6='Việc mới'; C6=datetime.datetime(2025, 12, 31, 0, 0) (dd/mm/yyyy)" "the new row is there"
	[ -f "$SHARED/ooxml-xsd/sml.xsd" ] && valid "what is changed is valid" changed.xlsx
	rm -rf before after && mkdir before after && (cd before && unzip -qo ../office.xlsx) && (cd after && unzip -qo ../changed.xlsx)
	differ=$(diff -rq before after | sed 's/.* and after.\(.*\) differ/\1/' | sort | tr '\n' ' ')
	if [ "$differ" = "xl/styles.xml xl/worksheets/sheet1.xml " ]; then pass "xlsx: no other part is changed"; else fail "xlsx: no other part is changed" "$differ"; fi
else
	skip "xlsx: openpyxl" "python3-openpyxl is not installed"
fi

# ---- LibreOffice ----
calc() { timeout 180 soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to "$1" --outdir lo "$2" >lo.log 2>&1; }
if command -v soffice >/dev/null && [ -e /usr/lib/libreoffice/program/libsclo.so ]; then
	calc 'xlsx:Calc MS Excel 2007 XML' written.xlsx
	"$SHEET" written.xlsx | grep -v '^joined' >expected
	"$SHEET" lo/written.xlsx | sed '/^joined/d; s/bf:TRUE/b:TRUE/' >got # it saves TRUE as a formula
	same "LibreOffice reads what is written, and what it saves is read alike" expected got
	if [ -f changed.xlsx ]; then
		calc 'xlsx:Calc MS Excel 2007 XML' changed.xlsx
		"$SHEET" lo/changed.xlsx >got
		has got "4nf:1,5" "LibreOffice computes the formulas of what is changed"
		has got "0n:003	1t:Việc mới	2d:31/12/2025" "LibreOffice reads the new row"
	fi
	calc ods written.xlsx
	"$SHEET" lo/written.ods >got
	has got "workbook-ods" "a workbook of LibreOffice's own kind is refused with advice"
	calc 'xls:MS Excel 97' written.xlsx
	"$SHEET" lo/written.xls >got
	has got "workbook-xls:" "a workbook of the old kind is refused with advice"
else
	skip "xlsx: LibreOffice" "libreoffice-calc is not installed"
fi

# ---- memory ----
for kind in shared inline; do
	for rows in 5000 100000; do
		python big $rows $kind big.xlsx && "$SHEET" big.xlsx count >out 2>&1
		has out "^$rows rows, $((rows * 11)) cells, 1 joined" "$rows rows with $kind strings are read"
		eval "mb_$rows=$(sed -n 's/.*, \([0-9]*\)\.[0-9]* MB at most/\1/p' out)"
	done
	if [ "$mb_100000" -le 64 ] && [ "$mb_100000" -le $((mb_5000 + 24)) ]; then
		pass "xlsx: memory does not grow with rows ($kind)"
	else
		fail "xlsx: memory does not grow with rows ($kind)" "$mb_5000 MB for 5,000 rows, $mb_100000 MB for 100,000"
	fi
done
