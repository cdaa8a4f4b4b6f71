#!/usr/bin/env bash
# vanban check as a user meets it: the samples are sound, the look-alikes of real drafts are not; JSON, SARIF, repairs, notes, silence.
set -u
. "$(dirname "$0")/../lib.sh"
SUITE=check
rm -rf "$WORK/check" && mkdir -p "$WORK/check" && cd "$WORK/check" || exit 2

# ---- sound drafts ----
(cd "$ROOT" && drafts samples) >list
(cd "$ROOT" && "$VANBAN" check --lang en $(cat "$WORK/check/list")) >sound 2>err
wrong=$(grep -E ': (error|warning|note): [ND][0-9]' sound)
if [ -s sound ] && [ -z "$wrong" ]; then count "$(wc -l <list)" "$SUITE: nothing is told of the samples"; else fail "$SUITE: samples" "$wrong$(head -n 3 err)"; fi

# ---- skeletons, filled with sound words ----
mkdir -p filled
for f in "$ROOT"/templates/*.md; do
	python3 "$ROOT/tests/e2e/fill.py" "$f" >"filled/$(basename "$f")"
	python3 "$ROOT/tests/e2e/fill.py" --options "$f" >"filled/options-$(basename "$f")"
done
"$VANBAN" check --lang en filled/*.md >sound 2>err
wrong=$(grep -E ': (error|warning|note): ' sound err)
n=$(grep -c '^filled/.*: 0 errors, 0 warnings, 0 notes' sound)
if [ -z "$wrong" ] && [ "$n" = "$(ls filled/*.md | wc -l)" ]; then count "$n" "$SUITE: nothing is told of filled skeletons"; else fail "$SUITE: skeletons" "$(head -n 5 <<<"$wrong")"; fi

# ---- expected findings: "file rule quote" a line; every one must be told, and little else ----
judge() { # judge NAME EXPECTED DRAFT…
	local name=$1 expected=$2 told missing= extra
	shift 2
	"$VANBAN" check --json "$@" >found.json 2>err
	python3 - "$expected" <<-'PY' >verdict
	import json, os, sys
	found = [(os.path.basename(f["file"]), f["rule"], f["quote"]) for d in json.load(open("found.json"))["drafts"] for f in d["findings"]]
	pages = sum(d["pages"] for d in json.load(open("found.json"))["drafts"])
	wanted = [tuple(l.rstrip("\n").split(" ", 2)) for l in open(sys.argv[1]) if l.strip() and l[0] != "#"]
	known = [w for w in wanted if any(f[0] == w[0] and f[1] == w[1] and w[2] in f[2] for f in found)]
	extra = [f for f in found if not any(f[0] == w[0] and f[1] == w[1] and w[2] in f[2] for w in wanted)]
	for w in wanted:
	    if w not in known: print("missing", *w)
	print("score", len(known), len(wanted), len(extra), pages)
	PY
	read -r _ known wanted more pages < <(grep ^score verdict)
	if [ "${known:-0}" -ge $(((wanted * 9 + 9) / 10)) ] && [ "${more:-999}" -le "$pages" ]; then
		pass "$SUITE: $name: $known of $wanted faults, $more other findings on $pages pages"
	else
		fail "$SUITE: $name" "$known of $wanted faults, $more others on $pages pages; $(grep ^missing verdict)"
	fi
}
judge "look-alikes of real drafts" "$ROOT/tests/check/expected" "$ROOT"/tests/check/*.md
if ls "$SHARED"/seeds/0*.md >/dev/null 2>&1; then
	judge "real drafts" "$ROOT/tests/check/seeds" "$SHARED"/seeds/0*.md
else
	skip "$SUITE: real drafts" "no drafts at ../shared/seeds"
fi

# ---- as programs read it ----
draft=$ROOT/tests/check/ke-hoach-lam-viec.md
expect 1 "findings give status 1" "$VANBAN" check "$draft"
expect 1 "SARIF" "$VANBAN" check --sarif "$draft"
check "$SUITE: SARIF is as its schema says in the main" python3 -c '
import json, sys
s = json.load(open("out")); run = s["runs"][0]; ids = [r["id"] for r in run["tool"]["driver"]["rules"]]
assert s["version"] == "2.1.0" and len(ids) == 82 and run["results"]
for r in run["results"]:
    assert ids[r["ruleIndex"]] == r["ruleId"] and r["message"]["text"] and r["locations"][0]["physicalLocation"]["region"]["startLine"] > 0'
expect 2 "a draft that is none" "$VANBAN" check /nowhere.md
expect 2 "--json and --sarif together" "$VANBAN" check --json --sarif "$draft"
expect 0 "the list of rules" "$VANBAN" check --list
expect 1 "verdicts" "$VANBAN" check --lang en --verdicts "$draft"
if [ "$(grep -c '^  [ND][0-9][0-9] \(passes\|fails\|not evaluated\)' out)" = 82 ]; then pass "$SUITE: a verdict for each rule"; else fail "$SUITE: verdicts" "$(head -n 3 out)"; fi

# ---- render ----
expect 0 "render tells breaches as warnings" "$VANBAN" render "$draft" --lang en -o rendered
has err "warning: .*dated after this document" "the breach is told"
"$VANBAN" check "$draft" --lang en 2>/dev/null | sed -n 's/: error: \([ND][0-9][0-9]\): .*/ \1/p' >places
sed -n 's/: warning: \([ND][0-9][0-9]\): .*\[.*\]$/ \1/p' err >rendered.places
if [ -s places ] && diff places rendered.places >diff; then pass "$SUITE: render names rule, line and column as check does"; else fail "$SUITE: render's places" "$(head -n 5 diff)"; fi
"$VANBAN" render - -o rendered --lang en <"$draft" 2>&1 >/dev/null | sed -n 's/^stdin\(:.*\): warning: \([ND][0-9][0-9]\): .*/\1 \2/p' >stdin.places
if diff <(sed 's/^[^:]*//' places) stdin.places >diff; then pass "$SUITE: of standard input, too"; else fail "$SUITE: places of standard input" "$(head -n 5 diff)"; fi
mkdir -p office && printf 'người ký: {chức vụ: Giám đốc, họ tên: TS. Trần Mộc Nguyên}\n' >office/vanban.yaml
printf -- '---\nloại: Báo cáo\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nđịa danh: Hà Thanh\nngày: 15/5/2026\ntrích yếu: TS. An\nnơi nhận: ["Lưu: VT"]\n---\nx./.\n' >office/t.md
expect 0 "render of a value of the office" "$VANBAN" render office/t.md --lang en -o rendered
has err 'office/vanban.yaml:1:[0-9]*: warning: N62: “TS.”' "the office's file is named"
expect 1 "render --strict refuses" "$VANBAN" render "$draft" --strict --lang en -o refused
if ls refused/*.pdf >/dev/null 2>&1; then fail "$SUITE: --strict wrote an output"; else pass "$SUITE: --strict writes nothing"; fi

# ---- repairs ----
cp "$draft" mend.md
cp "$draft" before.md
expect 1 "--fix --dry-run" "$VANBAN" check mend.md --fix --dry-run
has out '^+.*14h00' "the repair is shown"
if cmp -s mend.md before.md; then pass "$SUITE: --dry-run changes nothing"; else fail "$SUITE: --dry-run changed the draft"; fi
expect 1 "--fix" "$VANBAN" check mend.md --fix
if cmp -s mend.md.bak before.md; then pass "$SUITE: the draft is kept"; else fail "$SUITE: no copy of the draft"; fi
lines=$(diff before.md mend.md | grep -c '^>')
shown=$(grep -c '^+' out)
if [ "$lines" -gt 0 ] && [ "$lines" = "$shown" ]; then pass "$SUITE: what was shown was changed"; else fail "$SUITE: $lines lines changed, $shown shown"; fi
cp mend.md again.md
"$VANBAN" check mend.md --fix >/dev/null 2>&1
if cmp -s mend.md again.md && [ ! -e mend.md.bak2 ]; then pass "$SUITE: a second --fix finds nothing"; else fail "$SUITE: --fix is not stable"; fi

# ---- notes on the pages ----
expect 1 "--mark" "$VANBAN" check "$draft" --mark -o marked --lang en
if command -v pdftotext >/dev/null; then
	pdftotext -layout marked/ke-hoach-lam-viec-ghi-chu.pdf marked.txt
	has marked.txt "N30, error" "the notes stand behind the pages"
fi

# ---- the manual has the rules of the table ----
"$VANBAN" check --list --lang en >rules
man=$(awk '/^\.B [ND][0-9][0-9]$/ { id = $2; getline; print id " " $0 }' "$ROOT/man/vanban-check.7" | sed 's/\\(aq/'"'"'/g')
sed 's/^\([ND][0-9][0-9]\) \([a-z]*\) *\(.*\)$/\1 \2: \3./' rules >want
if [ "$man" = "$(cat want)" ]; then pass "$SUITE: manual and table agree"; else fail "$SUITE: the manual differs from the table" "$(diff <(echo "$man") want | head -n 5)"; fi
