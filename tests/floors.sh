#!/usr/bin/env bash
# Guards the floors: a floor includes only the floors below it that the table names; a library's headers stay on the floor
# that knows the library; a file has at most 500 lines, a function at most 100.
set -u
. "$(dirname "$0")/lib.sh"

# floor: floors it may include besides itself; libraries it may include
table='
base: ; glib
pack: base ; libxml zip
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
glib ^<(glib|gio|gobject|gmodule|glib-object)[./]
libxml ^<libxml/
zip ^<zip(conf)?\.h
pango ^<pango/
cairo ^<cairo
fontconfig ^<(fontconfig/|freetype|ft2build)
librsvg ^<librsvg/
jpeg ^<(jpeglib|jconfig|jerror|turbojpeg)
'
bad=0
for file in src/*/*.[ch]; do
	floor=${file#src/}
	floor=${floor%%/*}
	row=$(printf '%s' "$table" | sed -n "s/^$floor://p")
	if [ -z "$row" ]; then
		fail "floors: $file" "the floor $floor is not in the table"
		bad=1
		continue
	fi
	floors=" $floor ${row%%;*} "
	libs=" ${row#*;} "
	while read -r inc; do
		case $inc in
		\"*)
			to=${inc#\"}
			to=${to%%/*}
			case $floors in *" $to "*) continue ;; esac
			fail "floors: $file" "$floor may not include $inc"
			bad=1 ;;
		*)
			while read -r lib pattern; do
				[ -n "$lib" ] || continue
				printf '%s' "$inc" | grep -Eq "$pattern" || continue
				case $libs in *" $lib "*) continue ;; esac
				fail "floors: $file" "$floor may not know the library of $inc"
				bad=1
			done <<<"$libraries" ;;
		esac
	done < <(sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*\([<"][^>"]*\).*/\1/p' "$file")
done
[ $bad = 0 ] && pass "floors: includes"

long=$(for f in src/*/*.[ch] tests/*/*.[ch]; do n=$(wc -l <"$f"); [ "$n" -le 500 ] || echo "$f: $n lines"; done)
if [ -z "$long" ]; then pass "floors: files of at most 500 lines"; else fail "floors: long files" "$long"; fi

long=$(awk 'FNR == 1 { open = 0 } /^\{/ { open = FNR } /^\}/ { if (open && FNR - open > 100) print FILENAME ":" open ": " FNR - open " lines"; open = 0 }' src/*/*.c)
if [ -z "$long" ]; then pass "floors: functions of at most 100 lines"; else fail "floors: long functions" "$long"; fi
