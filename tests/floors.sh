#!/usr/bin/env bash
# Guards the floors: a floor includes only the floors below it that the table names; a library's headers stay on the floor
# that knows the library; a file has at most 500 lines, a function at most 100.
set -u
. "$(dirname "$0")/lib.sh"

# floor: floors it may include besides itself; libraries it may know
table='
base: ; glib
pack: base ; libxml zip qpdf
text: base model ; glib pango cairo fontconfig librsvg jpeg
model: base ;
form: base model ;
read: base pack model form ;
compose: base model form ;
layout: base text model form ;
check: base model form ;
write: base pack text model form ;
run: base pack text model form read compose layout check write ;
cli: base run ;
'
# library: its headers
libraries='
glib ^(glib|gio|gobject|gmodule|glib-object)[./]
libxml ^libxml/
zip ^zip(conf)?\.h
qpdf ^qpdf/
pango ^pango/
cairo ^cairo
fontconfig ^(fontconfig/|freetype|ft2build)
librsvg ^librsvg/
jpeg ^(jpeglib|jconfig|jerror|turbojpeg)
'
wrong=$(TABLE=$table LIBRARIES=$libraries awk '
BEGIN {
	n = split(ENVIRON["TABLE"], rows, "\n")
	for (i = 1; i <= n; i++)
		if (split(rows[i], part, /[:;]/) == 3) {
			floors[part[1]] = " " part[1] part[2]
			known[part[1]] = part[3] " "
		}
	n_libs = 0
	n = split(ENVIRON["LIBRARIES"], rows, "\n")
	for (i = 1; i <= n; i++)
		if (split(rows[i], part, " ") == 2) {
			lib[++n_libs] = part[1]
			pattern[n_libs] = part[2]
		}
}
FNR == 1 {
	split(FILENAME, path, "/")
	floor = path[2]
	if (!(floor in floors))
		print FILENAME ": the floor " floor " is not in the table"
}
match($0, /^[ \t]*#[ \t]*include[ \t]*[<"][^>"]*/) {
	inc = substr($0, RSTART, RLENGTH)
	quote = index(inc, "\"")
	sub(/.*[<"]/, "", inc)
	if (quote) {
		split(inc, to, "/")
		if (index(floors[floor] " ", " " to[1] " ") == 0)
			print FILENAME ":" FNR ": " floor " may not include " inc
		next
	}
	for (i = 1; i <= n_libs; i++)
		if (inc ~ pattern[i] && index(known[floor], " " lib[i] " ") == 0)
			print FILENAME ":" FNR ": " floor " may not know the library of " inc
}' src/*/*.[ch])
if [ -z "$wrong" ]; then pass "floors: includes"; else fail "floors: includes" "$wrong"; fi

long=$(for f in src/*/*.[ch] tests/*/*.[ch]; do n=$(wc -l <"$f"); [ "$n" -le 500 ] || echo "$f: $n lines"; done)
if [ -z "$long" ]; then pass "floors: files of at most 500 lines"; else fail "floors: long files" "$long"; fi

long=$(awk 'FNR == 1 { open = 0 } /^\{/ { open = FNR } /^\}/ { if (open && FNR - open > 100) print FILENAME ":" open ": " FNR - open " lines"; open = 0 }' src/*/*.c)
if [ -z "$long" ]; then pass "floors: functions of at most 100 lines"; else fail "floors: long functions" "$long"; fi
