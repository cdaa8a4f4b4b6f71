#!/usr/bin/env bash
# Commands, options, names of outputs, exit status.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=commands
dir=$WORK/commands
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir" || exit 2

there() { for f in "${@:2}"; do [ -s "$f" ] || { fail "commands: $1" "$f is missing"; return; }; done; pass "commands: $1"; }
absent() { for f in "${@:2}"; do [ ! -e "$f" ] || { fail "commands: $1" "$f exists"; return; }; done; pass "commands: $1"; }

expect 0 "--help" "$VANBAN" --help
expect 0 "--version" "$VANBAN" --version
expect 2 "no command" "$VANBAN"
expect 2 "unknown command" "$VANBAN" rendr
has err render "unknown command: the nearest is named"
expect 2 "unknown option" "$VANBAN" render --forc x.md
expect 2 "option of another command" "$VANBAN" preview --to pdf x.md
expect 2 "option without value" "$VANBAN" render x.md -o
expect 2 "flag with value" "$VANBAN" render --json=1 x.md
expect 2 "unknown format" "$VANBAN" render --to docx,odt x.md
has err odt "unknown format is named"
long=$(printf 'x%.0s' $(seq 5000))
for args in "$long" "render --$long x.md" "render --to $long x.md" "render --dpi $long x.md" "new $long" "--lang $long --help"; do
	expect 2 "long words: ${args:0:14}" "$VANBAN" $args
	if [ "$(wc -c <err)" -lt 400 ]; then pass "commands: they are told short"; else fail "commands: they are told short" "${args:0:14}"; fi
done
printf -- '---\nsố: 1\n%s: 2\nloại: %s\n---\nx\n' "$long" "$long" >long.md
expect 2 "long key and value" "$VANBAN" render long.md
check "commands: they are told short, too" test "$(wc -L <err)" -lt 300
expect 2 "empty format" "$VANBAN" render --to "" x.md
expect 2 "dpi too small" "$VANBAN" preview --dpi 1 x.md
expect 2 "dpi no number" "$VANBAN" preview --dpi 10x x.md
expect 2 "impossible date" "$VANBAN" render --date 31/2/2025 x.md
expect 2 "unknown language" "$VANBAN" --lang fr --help
expect 2 "no draft" "$VANBAN" render
expect 2 "draft is missing" "$VANBAN" render missing.md
has err '^missing.md: error: ' "the missing draft is named"

expect 0 "new lists kinds" "$VANBAN" new
has out '^to-trinh ' "new: the list has to-trinh"
expect 0 "new --list --json" "$VANBAN" new --list --json
check "commands: JSON of the list" python3 -c 'import json; assert len(json.load(open("out"))["kinds"]) >= 29'
expect 2 "new: unknown kind" "$VANBAN" new to-trin
has err 'to-trinh' "new: the nearest kind is named"
expect 0 "new" "$VANBAN" new to-trinh
there "new writes the draft" to-trinh.md
expect 2 "new does not overwrite" "$VANBAN" new "Tờ trình"
expect 0 "new --force" "$VANBAN" new "Tờ trình" --force
expect 0 "new -o FILE" "$VANBAN" new ke-hoach -o b.md
there "new -o FILE writes it" b.md

mkdir sub
expect 0 "render beside the draft" "$VANBAN" render to-trinh.md
there "docx and pdf are the default" to-trinh.docx to-trinh.pdf
[ -s err ] && ! grep -qv warning err || pass "commands: silent in a pipe"
expect 0 "render -o FOLDER makes it" "$VANBAN" render to-trinh.md b.md -o new/folder --to pdf
there "outputs in the folder" new/folder/to-trinh.pdf new/folder/b.pdf
absent "no format that was not asked for" new/folder/b.docx
expect 0 "render -o FILE" "$VANBAN" render b.md -o sub/x.pdf
there "-o FILE names the output" sub/x.pdf
absent "-o FILE says the format" sub/x.docx
expect 2 "-o of another format than --to" "$VANBAN" render b.md -o sub/y.pdf --to docx
has err '^sub/y.pdf: error: .*pdf.*docx' "both formats are named"
absent "nothing was written for it" sub/y.pdf sub/y.docx
expect 2 "one file for two drafts" "$VANBAN" render b.md to-trinh.md -o sub/y.pdf
has err '^sub/y.pdf: error: .*2 drafts' "the file for two drafts is named"
absent "no folder of that name" sub/y.pdf
sh -c 'exit 0' & gone=$!
wait $gone
touch ".b.pdf.$gone.part" ".bb.pdf.$gone.part"
expect 0 "render after a run that was killed" "$VANBAN" render b.md --to pdf
absent "what the killed run left is removed" ".b.pdf.$gone.part"
check "commands: and nothing else" test -e ".bb.pdf.$gone.part"
expect 0 "preview" "$VANBAN" preview b.md --dpi 40 -o sub
there "pages are numbered" sub/b-1.png
expect 0 "standard input" sh -c '"$VANBAN" render - --to pdf <b.md'
there "stdin.pdf" stdin.pdf
cp b.md sub/b.md
expect 2 "two drafts with one output" "$VANBAN" render b.md sub/b.md -o one
absent "nothing was written then" one/b.pdf
expect 2 "a draft named twice" "$VANBAN" render b.md ./b.md
cp b.md c.pdf
expect 2 "an output over its draft" "$VANBAN" render c.pdf
check "commands: the draft is unchanged" cmp b.md c.pdf
expect 0 "--date" "$VANBAN" render b.md --date 9/8/2031 -o dated.pdf
check "commands: the date is printed" sh -c 'mutool draw -q -F text dated.pdf | grep -q "ngày 09 tháng 8 năm 2031"'
expect 0 "--json" "$VANBAN" render b.md --json -o json
check "commands: JSON of render" python3 -c '
import json
d = json.load(open("out"))
assert d["status"] == 0 and d["drafts"][0]["pages"] >= 1 and d["drafts"][0]["files"] == ["json/b.docx", "json/b.pdf"], d'
printf -- '---\nloại: Tờ trìn\nmàu: đỏ\n---\nMột.\n' >bad.md
expect 2 "one bad draft among others" "$VANBAN" render bad.md b.md -o mixed
there "the others are rendered" mixed/b.docx mixed/b.pdf
absent "the bad one has no output" mixed/bad.docx mixed/bad.pdf
has err '^bad.md:3:1: error: ' "findings as file:line:column"
expect 2 "--json with errors" "$VANBAN" render bad.md --json
check "commands: JSON of findings" python3 -c '
import json
d = json.load(open("out"))
assert d["status"] == 2 and any(f["line"] == 3 and f["level"] == "error" and f["id"] for f in d["drafts"][0]["findings"]), d'
expect 2 "in Vietnamese" "$VANBAN" render bad.md --lang vi
has err ': lỗi: ' "the level is told in Vietnamese"
