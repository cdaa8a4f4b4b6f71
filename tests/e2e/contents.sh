#!/usr/bin/env bash
# The fields of a DOCX made anew by LibreOffice, as its user would by F9: the table of contents says the same pages as before.
set -u
. "$(dirname "$0")/../lib.sh"
command -v soffice >/dev/null || { skip "contents" "needs LibreOffice"; exit 0; }
draft=$WORK/one/29-de-an-muc-luc
[ -f "$draft.docx" ] || { skip "contents" "no samples were rendered"; exit 0; }
made=$WORK/contents
basic=$made/profile/user/basic
rm -rf "$made"
mkdir -p "$made"
office() { timeout 120 soffice "-env:UserInstallation=file://$made/profile" --headless --norestore "$@" </dev/null >/dev/null 2>&1; }
office --terminate_after_init # a new profile begins without macros
mkdir -p "$basic/Standard"
head='<?xml version="1.0" encoding="UTF-8"?>'
library='xmlns:library="http://openoffice.org/2000/library"'
for part in script dialog; do
	cat >"$basic/$part.xlc" <<-END
	$head
	<library:libraries $library xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"
	 xlink:href="\$(USER)/basic/Standard/$part.xlb/" xlink:type="simple" library:link="false"/></library:libraries>
	END
	module=
	[ $part = dialog ] || module='<library:element library:name="Anew"/>'
	cat >"$basic/Standard/$part.xlb" <<-END
	$head
	<library:library $library library:name="Standard" library:readonly="false" library:passwordprotected="false">$module</library:library>
	END
done
cat >"$basic/Standard/Anew.xba" <<END
$head
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Anew" script:language="StarBasic">
Sub Fields(source, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  indexes = doc.getDocumentIndexes()
  For i = 0 To indexes.getCount() - 1
    indexes.getByIndex(i).update()
  Next i
  doc.getTextFields().refresh()
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "writer_pdf_Export"
  doc.storeToURL(ConvertToURL(target), filter())
  doc.close(True)
End Sub
</script:module>
END
# entries FILE: the entries of the table of contents, of one line each, with their pages
entries() { pdftotext -layout "$1" - | sed -nE 's/^ *(.*[^. ])[ .]*\.{6,} ?([0-9]+)$/\1 \2/p'; }

office "macro:///Standard.Anew.Fields($draft.docx,$made/anew.pdf)"
check "contents: LibreOffice makes the fields anew" test -s "$made/anew.pdf"
entries "$draft.pdf" >"$made/before"
entries "$made/anew.pdf" >"$made/after"
check "contents: there are entries" test "$(wc -l <"$made/before")" -gt 20
check "contents: the same entries on the same pages" diff "$made/before" "$made/after"
