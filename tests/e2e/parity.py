#!/usr/bin/env python3
"""How far DOCX files, laid out by LibreOffice, agree with the PDF files beside them, word by word.

usage: parity.py [--work DIR] [--pictures DIR] [--tolerance PT] [--min-share F] A.docx B.docx …

All files are converted in one run of soffice. For each a line: "pass NAME share pages" or "fail NAME why".
A word agrees if it stands on the same page within the tolerance in x (first glyph) and y (baseline).
Words of the SVG pictures in the folder --pictures stand in the PDF alone (the DOCX holds pixels) and are left out.
Charts are drawn by LibreOffice itself, their legend as it likes: their words (the small ones, in documents with a chart) must stand
on the same page, most of them within CHART_NEAR pt.
"""
import argparse
import collections
import glob
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

CHART_SIZE = 10.1     # pt, at most
CHART_NEAR = 4.0
CHART_SHARE = 0.75    # of the words that are near

CHAR = re.compile(r'<char [^>]*? x="([-\d.]+)" y="([-\d.]+)"[^>]*? c="(.*?)"/>')
INVISIBLE = "\u00ad\u200b\u2060\ufeff"


LEADER = re.compile(r"\.{4,}|(?:(?!\.{4,}).)+")


def split_leaders(chars, page):
    """A leader of dots is a word of its own, whether or not room parts it from its neighbours: so are the words beside it."""
    text = "".join(c for c, _, _ in chars)
    for m in LEADER.finditer(text):
        yield unicodedata.normalize("NFC", m.group()), page, chars[m.start()][1], chars[m.start()][2]


def words(pdf, least=0.0):
    """Every word as (text, page, x of its first glyph, baseline y), and the number of pages; then the words smaller than least."""
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], capture_output=True, check=True)
    found, small, page, word, size = [], [], 0, None, 99.0
    for line in out.stdout.decode("utf-8").splitlines():
        char = CHAR.search(line)
        c = html.unescape(char.group(3)) if char else ""
        if "<page " in line:
            page += 1
        if word and ("</line>" in line or (char and c.isspace())):
            (small if size < least else found).extend(split_leaders(word, page))
            word = None
        if "<font " in line:
            size = float(re.search(r'size="([\d.]+)"', line).group(1))
        if char and not c.isspace() and c not in INVISIBLE:
            if word is None:
                word = []
            word.append((c, float(char.group(1)), float(char.group(2))))
    return found, small, page


def reading_order(ws):
    """By page, then by line (baselines less than 3 pt apart are one line), then by x."""
    res, line = [], []
    for w in sorted(ws, key=lambda v: (v[1], v[3])):
        if line and (w[1] != line[0][1] or w[3] - line[-1][3] > 3):
            res += sorted(line, key=lambda v: v[2])
            line = []
        line.append(w)
    return res + sorted(line, key=lambda v: v[2])


def words_of_pictures(folder):
    found = set()
    for f in glob.glob(os.path.join(folder, "**", "*.svg"), recursive=True):
        for e in ET.parse(f).iter():
            if e.tag.endswith("}text") or e.tag.endswith("}tspan"):
                found.update("".join(e.itertext()).split())
    return found


def partners(theirs, ours, tolerance):
    """Which of our words have one of theirs within the tolerance, each of theirs taken once; and which of theirs are left."""
    places = collections.defaultdict(list)
    for k, w in enumerate(theirs):
        places[w[:2]].append(k)
    left, found = set(range(len(theirs))), []
    for w in ours:
        near = [k for k in places[w[:2]] if k in left and abs(theirs[k][2] - w[2]) <= tolerance and abs(theirs[k][3] - w[3]) <= tolerance]
        found.append(bool(near))
        left -= set(near[:1])
    return found, [theirs[k] for k in sorted(left)]


def first_odd(theirs, ours, found, left):
    """The first of our words without a partner, and where the same word stands in LibreOffice."""
    for w, ok in zip(ours, found):
        if not ok:
            told = f"“{w[0]}” at page {w[1]} ({w[2]:.1f}, {w[3]:.1f})"
            same = next((x for x in left if x[0] == w[0]), None)
            return told + (f", in LibreOffice page {same[1]} ({same[2]:.1f}, {same[3]:.1f})" if same else ", not in LibreOffice")
    return f"“{left[0][0]}” in LibreOffice alone, page {left[0][1]} ({left[0][2]:.1f}, {left[0][3]:.1f})" if left else None


def compare(theirs, ours, tolerance, pictured):
    least = CHART_SIZE if has_charts(ours) else 0.0
    (a, small_a, pages_a), (b, small_b, pages_b) = words(theirs, least), words(ours, least)
    a, b = reading_order(a), reading_order(b)
    found, left = partners(a, b, tolerance)
    kept = [(w, ok) for w, ok in zip(b, found) if ok or w[0] not in pictured]
    b, found = [w for w, _ in kept], [ok for _, ok in kept]
    first = first_odd(a, b, found, left)
    return sum(found), max(len(a), len(b)), pages_a, pages_b, first or charts_differ(small_a, small_b)


def has_charts(pdf):
    """Whether the DOCX beside the file has a chart."""
    with zipfile.ZipFile(os.path.splitext(pdf)[0] + ".docx") as z:
        return any(n.startswith("word/charts/") for n in z.namelist())


def charts_differ(theirs, ours):
    """None, or how the words of the charts differ."""
    count = lambda ws: sorted((w[0], w[1]) for w in ws)
    if count(theirs) != count(ours):
        odd = set(count(theirs)) ^ set(count(ours))
        return f"words of charts: {sorted(odd)[:5]}"
    near = sum(any(x[:2] == y[:2] and abs(x[2] - y[2]) <= CHART_NEAR and abs(x[3] - y[3]) <= CHART_NEAR for x in theirs) for y in ours)
    return None if near >= CHART_SHARE * len(ours) else f"words of charts: {near} of {len(ours)} within {CHART_NEAR} pt"


def convert(files, work):
    """All files by one soffice with a profile of its own."""
    shutil.rmtree(os.path.join(work, "pdf"), ignore_errors=True)
    os.makedirs(os.path.join(work, "pdf"), exist_ok=True)
    profile = "file://" + os.path.abspath(os.path.join(work, "profile"))
    subprocess.run(["soffice", "-env:UserInstallation=" + profile, "--headless", "--convert-to", "pdf", "--outdir",
                    os.path.join(work, "pdf")] + files, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=600, check=False)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--work")
    p.add_argument("--pictures")
    p.add_argument("--tolerance", type=float, default=1.0)
    p.add_argument("--min-share", type=float, default=0.999)
    p.add_argument("files", nargs="+")
    o = p.parse_args()
    work = o.work or tempfile.mkdtemp()
    pictured = words_of_pictures(o.pictures) if o.pictures else set()
    convert(o.files, work)
    bad = all_near = all_words = 0
    for f in o.files:
        name = os.path.splitext(os.path.basename(f))[0]
        theirs = os.path.join(work, "pdf", name + ".pdf")
        if not os.path.exists(theirs):
            print("fail", name, "LibreOffice did not convert it")
            bad = 1
            continue
        near, total, pages_a, pages_b, first = compare(theirs, os.path.splitext(f)[0] + ".pdf", o.tolerance, pictured)
        all_near, all_words = all_near + near, all_words + total
        share = near / total if total else 1.0
        told = f"{100 * share:.2f} % of {total} words, {pages_b} pages"
        if pages_a != pages_b or share < o.min_share or (first or "").startswith("words of charts"):
            print("fail", name, f"{told} (LibreOffice: {pages_a}); first: {first}")
            bad = 1
        else:
            print("pass", name, told)
    print(f"all: {100 * all_near / max(1, all_words):.3f} % of {all_words} words in {len(o.files)} documents")
    if not o.work:
        shutil.rmtree(work)
    return bad


if __name__ == "__main__":
    sys.exit(main())
