#!/usr/bin/env python3
"""Do the words of a document stand in its DOCX and its PDF, in order?

usage: words.py model DUMP DRAFT DOCX PDF    words of the program's own model (tests/tools/dump.c)
       words.py draft DRAFT DOCX PDF         words of the draft's text, read here and not by the program
Needs mutool. Exit status 1 if words are missing.
"""
import re
import subprocess
import sys
import unicodedata
import zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tokens(text):
    """Runs of letters, runs of digits and single signs: a footnote's number may stand close behind a word, and a line
    may end after a sign inside one."""
    return re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", unicodedata.normalize("NFC", text))


def pdf_tokens(path):
    out = subprocess.run(["mutool", "draw", "-q", "-F", "text", path], capture_output=True, check=True)
    return tokens(out.stdout.decode("utf-8"))


def docx_text(z, part):
    """The text of a part, paragraphs parted by newlines."""
    if part not in z.namelist():
        return ""
    out = []
    for e in ET.fromstring(z.read(part)).iter():
        if e.tag == W + "t":
            out.append(e.text or "")
        elif e.tag == W + "noBreakHyphen":
            out.append("-")
        elif e.tag in (W + "br", W + "tab"):
            out.append(" ")
        elif e.tag == W + "p":
            out.append("\n")
    return "".join(out)


def docx_tokens(path):
    with zipfile.ZipFile(path) as z:
        return tokens(docx_text(z, "word/document.xml")), tokens(docx_text(z, "word/footnotes.xml"))


def cell_text(cell, marks):
    """Text of a cell, with or without the numbers of footnotes."""
    runs = [r for r in cell.iter(W + "r") if marks or r.find(f"{W}rPr/{W}rStyle") is None]
    return "".join(t.text or "" for r in runs for t in r.iter(W + "t"))


def repeated_labels(path):
    """Words of cells that say what the cell above says: they may be second parts of merged cells cut at a page's end."""
    found = 0
    with zipfile.ZipFile(path) as z:
        for table in ET.fromstring(z.read("word/document.xml")).iter(W + "tbl"):
            above = {}
            for row in table.findall(W + "tr"):
                col = 0
                for cell in row.findall(W + "tc"):
                    span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
                    if merge is None or merge.get(W + "val") == "restart":
                        text = cell_text(cell, False)
                        if text and text == above.get(col):
                            found += len(tokens(cell_text(cell, True)))
                        above[col] = text
                    col += int(span.get(W + "val")) if span is not None else 1
    return found


LONG = 5  # a longer run may be broken by the end of a narrow line, as in a web address


def missing_in_order(want, have):
    """The first words of want that have does not hold in the same order, with what stands before them."""
    i = 0
    for k, w in enumerate(want):
        try:
            i = have.index(w, i) + 1
        except ValueError:
            if len(w) > LONG and w in "".join(have[i:]):
                continue
            return " ".join(want[max(0, k - 6):k]) + " [" + " ".join(want[k:k + 6]) + "]"
    return None


def missing_at_all(want, have):
    rest = {}
    for w in have:
        rest[w] = rest.get(w, 0) + 1
    for w in want:
        if rest.get(w, 0) == 0:
            if len(w) > LONG and w in "".join(have):
                continue
            return w
        rest[w] -= 1
    return None


def model(dump, draft, docx, pdf):
    out = subprocess.run([dump, "text", draft], capture_output=True)
    if out.returncode != 0:
        return ["the draft has errors: " + out.stdout.decode()[-300:]]
    lines = [(l[0], l[2:]) for l in out.stdout.decode("utf-8").splitlines() if l]
    body = [t for m, l in lines if m in "PT" for t in tokens(l)]
    notes = [t for m, l in lines if m == "F" for t in tokens(l)]
    prose = [t for m, l in lines if m == "P" for t in tokens(l)]
    in_docx, in_docx_notes = docx_tokens(docx)
    in_pdf = pdf_tokens(pdf)
    faults = []
    for what, bad in (
        ("DOCX, in order", missing_in_order(body, in_docx)),
        ("DOCX, footnotes", missing_in_order(notes, in_docx_notes)),
        ("PDF, in order", missing_in_order(prose, in_pdf)),
        ("PDF, all words", missing_at_all(body + notes, in_pdf)),
    ):
        if bad is not None:
            faults.append(what + ": missing " + bad)
    if not len(body) <= len(in_docx) <= len(body) + repeated_labels(docx):
        faults.append(f"DOCX: {len(in_docx)} words, the model has {len(body)}: " +
                      str(missing_in_order(in_docx, body)))
    return faults


def strip_marks(line):
    line = re.sub(r"^#{1,3}\s*", "", line)
    line = re.sub(r"!\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?", r"\1", line)
    line = re.sub(r"\[\^[^\]]*\]:?", " ", line)
    line = re.sub(r"\\$", "", line)
    line = re.sub(r"\\(?=[^\w\s])", "\x00", line)
    line = re.sub(r"(?<!\x00)(\*\*|\*|\^|~)", "", line)
    return line.replace("\x00", "")


def draft_words(path):
    """(words of the text in order, words of tables and footnotes) of a draft."""
    text = unicodedata.normalize("NFC", open(path, encoding="utf-8-sig").read())
    prose, others, front, first = [], [], False, True
    for line in text.splitlines():
        s = line.strip()
        if s == "---" and (first or front):
            front = not front
            first = False
            continue
        if first and s:
            first = False
        if front:
            continue
        if s == "---":
            front = True
        elif re.fullmatch(r"\|?[\s:|\-=0-9%.a-z]*-{2,}[\s:|\-=0-9%.a-z]*\|?", s) and "|" in s:
            continue
        elif s.startswith("|"):
            cells = [strip_marks(c.strip()) for c in re.split(r"(?<!\\)\|", s.strip("|"))]
            for c in cells:
                if c not in ("^^", "<<", ""):
                    others += tokens(c.replace("<br>", " "))
        elif re.match(r"\[\^[^\]]*\]:", s):
            others += tokens(strip_marks(s))
        elif not re.match(r"```|:::", s):
            prose += tokens(strip_marks(s))
    return prose, others


def draft(path, docx, pdf):
    prose, others = draft_words(path)
    in_docx, in_notes = docx_tokens(docx)
    in_pdf = pdf_tokens(pdf)
    faults = []
    for what, bad in (
        ("DOCX, in order", missing_in_order(prose, in_docx)),
        ("DOCX, all words", missing_at_all(prose + others, in_docx + in_notes)),
        ("PDF, in order", missing_in_order(prose, in_pdf)),
        ("PDF, all words", missing_at_all(prose + others, in_pdf)),
    ):
        if bad is not None:
            faults.append(what + ": missing " + bad)
    if not prose:
        faults.append("no words were found in the draft")
    return faults


def main(argv):
    if len(argv) == 6 and argv[1] == "model":
        faults = model(*argv[2:])
    elif len(argv) == 5 and argv[1] == "draft":
        faults = draft(*argv[2:])
    else:
        print(__doc__)
        return 2
    for f in faults:
        print(f)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
