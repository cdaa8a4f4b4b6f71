#!/usr/bin/env bash
# Word files through vanban check: what vanban wrote is judged as its draft is, also after LibreOffice saved it; each breach of form made in
# such a file makes its rule fire, and no other; the decree's own annexes are read whole; what cannot be read is said.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=foreign
DIR=$WORK/foreign
rm -rf "$DIR" && mkdir -p "$DIR"
foreign() { python3 tests/e2e/foreign.py "$1" "$VANBAN" "$DIR/$1" "${@:2}"; }

check "$SUITE: documents that vanban wrote are judged as their drafts" foreign same $(drafts samples) tests/cases/*/draft.md
check "$SUITE: each change of the form makes its rule fire, and no other" foreign changed
check "$SUITE: without the names of their styles they are judged alike" foreign unnamed samples/[0-9]*.md
if command -v soffice >/dev/null; then
	check "$SUITE: documents that LibreOffice saved are judged as their drafts" foreign office samples/0[1-6]*.md samples/1[1-5]*.md samples/2[2-9]*.md
else
	skip "$SUITE: LibreOffice" "soffice is not installed"
fi
if ls "$SHARED"/standard/*.docx >/dev/null 2>&1; then
	check "$SUITE: all words of the decree's annexes are read" python3 tests/e2e/foreign.py words "$DUMP" "$DIR/words" "$SHARED"/standard/*.docx
else
	skip "$SUITE: the decree's annexes" "they are not beside the project"
fi

cd "$DIR" || exit 2
"$VANBAN" render "$ROOT/samples/06-ke-hoach.md" -o a.docx >/dev/null
cp a.docx khong-duoi
cp "$ROOT/samples/06-ke-hoach.md" a.md
printf 'PK\003\004 and nothing else' >broken.docx
printf '\320\317\021\340\241\261\032\341 old' >old.docx
(mkdir zip && cd zip && echo x >x.txt && python3 -m zipfile -c ../other.docx x.txt)
expect 0 "a Word file is known by its content" "$VANBAN" check khong-duoi
expect 0 "drafts and Word files in one call" "$VANBAN" check --lang en a.md a.docx
has out 'a.docx: 0 errors' "each has its line"
expect 2 "an old or protected file" "$VANBAN" check --lang en old.docx
has err 'save it as "Word Document' "it says what to do"
expect 2 "a broken package" "$VANBAN" check --lang en broken.docx
has err 'broken.docx: error: the Word file cannot be read' "it is said"
expect 2 "a package of something else" "$VANBAN" check --lang en other.docx
has err 'no Word document' "it is said that it is none"
before=$(sha256sum a.docx)
expect 2 "--fix leaves Word files alone" "$VANBAN" check --fix --lang en a.docx
has err '--fix mends drafts alone' "it says so"
[ "$before" = "$(sha256sum a.docx)" ] && pass "$SUITE: the file is unchanged" || fail "$SUITE: --fix changed the Word file"
python3 - <<'END'
import zipfile
z = zipfile.ZipFile("a.docx")
with zipfile.ZipFile("b.docx", "w") as out:
    for i in z.infolist():
        data = z.read(i)
        if i.filename == "word/document.xml":
            data = data.decode().replace("trước ngày 30/4/2026", "trước ngày 31/4/2026").encode()
        out.writestr(i.filename, data)
END
expect 1 "a finding of the content" "$VANBAN" check --lang en b.docx
has out 'b.docx:24:[0-9]*: warning: N50: “31/4/2026”.*(page 2)' "it names paragraph, letter and page"
"$VANBAN" check --json b.docx >b.json
check "$SUITE: JSON names paragraph and page" python3 -c 'import json
f = json.load(open("b.json"))["drafts"][0]["findings"][0]
assert f["rule"] == "N50" and f["line"] == 24 and f["page"] == 2, f'
expect 1 "notes on its pages" "$VANBAN" check --mark b.docx
[ -s b-ghi-chu.pdf ] && pass "$SUITE: the notes are a PDF beside it" || fail "$SUITE: no b-ghi-chu.pdf"
printf 'bỏ qua:\n  N50: ngày do bên giao việc đặt\n' >vanban.yaml
expect 0 "the office's file holds for Word files" "$VANBAN" check --lang en b.docx
has out 'silenced: ngày do bên giao' "with its reason"
