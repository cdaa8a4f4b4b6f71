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
    """The text of a part, paragraphs parted by newlines; the numbers of a table of contents are the layout's, not the model's."""
    if part not in z.namelist():
        return ""
    out, fields = [], []
    for e in ET.fromstring(z.read(part)).iter():
        if e.tag == W + "fldChar" and e.get(W + "fldCharType") != "separate":
            if e.get(W + "fldCharType") == "begin":
                fields.append("")
            else:
                fields.pop()
        elif e.tag == W + "instrText":
            fields[-1] += e.text or ""
        elif fields and fields[-1].strip().startswith("PAGEREF "):
            continue
        elif e.tag == W + "t":
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


LONG = 5     # a longer run may be broken by the end of a narrow line, as in a web address
CUT = 3      # the least run that may be, where its parts stand side by side
BETWEEN = 600  # words that may stand between the parts of one: notes, page number, repeated header rows


def same(w, t, marks):
    """Is t the word w, or w with the number of a footnote close behind it ("2025" + mark 1)?"""
    if t == w:
        return True
    rest = t[len(w):]
    return w.isdigit() and t.startswith(w) and rest.isdigit() and rest[0] != "0" and int(rest) <= marks


def cut_end(w, have, k, marks):
    """Where the word ends of which have[k] is the first part, or None."""
    rest, j = w[len(have[k]):], k + 1
    while j < len(have) and have[j] and rest.startswith(have[j]) and have[j] != rest:
        rest, j = rest[len(have[j]):], j + 1
    if j < len(have) and same(rest, have[j], marks):
        return j + 1
    if len(w) <= LONG:
        return None
    for j in range(j, min(len(have), j + BETWEEN)):  # over the end of a page
        if same(rest, have[j], marks):
            return j + 1
    return None


def find(w, have, i, marks):
    """The end of w's first occurrence from i on, whole or cut, or None."""
    for k in range(i, len(have)):
        if same(w, have[k], marks):
            return k + 1
        if len(w) >= CUT and w.startswith(have[k]):
            end = cut_end(w, have, k, marks)
            if end is not None:
                return end
    return None


def missing_in_order(want, have, marks=0):
    """The first words of want that have does not hold in the same order, with what stands before them."""
    i = 0
    for k, w in enumerate(want):
        end = find(w, have, i, marks)
        if end is None:
            return " ".join(want[max(0, k - 6):k]) + " [" + " ".join(want[k:k + 6]) + "]"
        i = end
    return None


def missing_at_all(want, have, marks=0):
    rest = {}
    for w in have:
        rest[w] = rest.get(w, 0) + 1
    lost = []
    for w in want:
        if rest.get(w, 0) > 0:
            rest[w] -= 1
        else:
            lost.append(w)
    for w in lost:
        marked = next((t for t, n in rest.items() if n > 0 and same(w, t, marks)), None)
        if marked is not None:
            rest[marked] -= 1
        elif len(w) < CUT or not any(w.startswith(t) and t != w and cut_end(w, have, k, marks) for k, t in enumerate(have)):
            return w
    return None


def marks_of(docx):
    """The number of footnotes."""
    with zipfile.ZipFile(docx) as z:
        return z.read("word/document.xml").count(b"<w:footnoteReference ")


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
    marks = marks_of(docx)
    faults = []
    for what, bad in (
        ("DOCX, in order", missing_in_order(body, in_docx, marks)),
        ("DOCX, footnotes", missing_in_order(notes, in_docx_notes, marks)),
        ("PDF, in order", missing_in_order(prose, in_pdf, marks)),
        ("PDF, all words", missing_at_all(body + notes, in_pdf, marks)),
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
        elif re.fullmatch(r"\{.*\}", s):  # options of the table below
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
    marks = marks_of(docx)
    faults = []
    for what, bad in (
        ("DOCX, in order", missing_in_order(prose, in_docx, marks)),
        ("DOCX, all words", missing_at_all(prose + others, in_docx + in_notes, marks)),
        ("PDF, in order", missing_in_order(prose, in_pdf, marks)),
        ("PDF, all words", missing_at_all(prose + others, in_pdf, marks)),
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
