#!/usr/bin/env python3
"""The stress set: drafts set at many widths, sizes, indents and spacings, DOCX by LibreOffice against PDF.

usage: stress.py --tool STRESS --fonts DIR --work DIR [--count N] [--seed N] [--kinds KIND,…]
                 [--min-words F] DRAFT…
       stress.py --tool STRESS --fonts DIR --work DIR --list FILE    the drafts of the file, each with its figures behind it
       stress.py --work DIR --made A.docx…    documents with their PDF files beside them

Each of the N documents is one of the drafts, or made from the seed (drafts.py), every other one, with figures drawn from the
seed: the same arguments give the same set. Printed: each document that differs at all, with its figures and the first word; then
lines, words and pages over the whole set, without documents in which LibreOffice itself is at fault (faults.py), which are told by name.
Exit status 1 if a line or a page break differs, or fewer words are within 1 pt than asked.
"""
import argparse
import os
import random
import re
import subprocess
import sys

import drafts
import faults
import parity

# half-points of the body; (exact height in twips, 240ths of a line); first-line indents in twips
SIZES = [24, 26, 27, 28]
SPACINGS = [(360, 0), (400, 0), (0, 240), (0, 276), (0, 288), (0, 300), (0, 360)]
INDENTS = [0, 567, 720]
BATCH = 60
SAME_LINE = 2.0     # pt: a word that is farther from its place stands on another line, or the line is another one
FAULTS_MOST = 0.03  # share of documents in which LibreOffice may be at fault


PLAIN = re.compile(r"[\w/.,;–-]*[\w.,;]")


def vocabulary(paths):
    """What made drafts are set from: words that hold no mark of the draft's own."""
    found = []
    for p in paths:
        with open(p, encoding="utf-8") as f:
            found += [w for w in f.read().split() if PLAIN.fullmatch(w)]
    return found


def jobs(paths, count, seed, work, kinds):
    rng, found, words = random.Random(seed), [], vocabulary(paths)
    for i in range(count):
        exact, multiple = rng.choice(SPACINGS)
        figures = [rng.choice(SIZES), exact, multiple, rng.choice(INDENTS), 1701 + rng.randrange(0, 1500, 37), 850 + rng.randrange(0, 600, 29)]
        stem, draft = os.path.join(work, f"s{i:04d}"), paths[i // 2 % len(paths)]
        if kinds and i % 2:
            kind = kinds[i // 2 % len(kinds)]
            draft = os.path.join(work, f"s{i:04d}-{kind}.md")
            with open(draft, "w", encoding="utf-8") as f:
                f.write(drafts.draft(random.Random(f"{seed} {i}"), words, kind) + "\n")
        found.append((draft, stem, figures))
    return found


def listed(path, work):
    """The documents that a file lists: a draft and its six figures a line."""
    with open(path, encoding="utf-8") as f:
        rows = [line.split() for line in f if line.strip() and not line.startswith("#")]
    return [(r[0], os.path.join(work, f"s{i:04d}"), [int(v) for v in r[1:]]) for i, r in enumerate(rows)]


def lines(words, found):
    """How many of our lines (words of a page whose baselines are less than half a point apart) have all their words in place; and of how many."""
    good, n, last, whole = 0, 0, None, False
    for w, ok in sorted(zip(words, found), key=lambda v: (v[0][1], v[0][3])):
        if last is None or w[1] != last[1] or w[3] - last[3] > 0.5:
            good, n, whole = good + whole, n + 1, True
        whole, last = whole and ok, w
    return good + whole, n


class Tally:
    """What a set comes to."""
    def __init__(self):
        self.documents = self.near = self.words = self.good = self.lines = self.bad_pages = 0
        self.faults = []

    def judge(self, job, theirs):
        """Takes one document in; tells of it where it differs."""
        draft, stem, figures = job
        least = parity.CHART_SIZE if parity.has_charts(stem + ".pdf") else 0.0  # charts have a test of their own
        a, b = parity.words(theirs, least), parity.words(stem + ".pdf", least)
        ours = parity.reading_order(b[0])
        found, left = parity.partners(parity.reading_order(a[0]), ours, 1.0)
        n, t, other = sum(found), max(len(a[0]), len(b[0])), a[2] != b[2]
        self.documents += 1
        if n != t or other:
            fault = faults.of(theirs, stem + ".pdf")
            print(f"  {os.path.basename(draft)} {figures}: {t - n} of {t} words, pages {b[2]} (LibreOffice {a[2]}); "
                  f"{parity.first_odd(a[0], ours, found, left)}{'; ' + fault if fault else ''}", flush=True)
            if fault:
                self.faults.append(fault)
                return
        good, m = lines(ours, parity.partners(parity.reading_order(a[0]), ours, SAME_LINE)[0])
        self.near, self.words, self.good, self.lines, self.bad_pages = self.near + n, self.words + t, self.good + good, self.lines + m, self.bad_pages + other

    def share(self):
        return self.near / max(1, self.words)

    def told(self):
        return (f"stress set of {self.documents} documents: {100 * self.good / max(1, self.lines):.3f} % of {self.lines} lines the same, "
                f"{100 * self.share():.3f} % of {self.words} words within 1 pt, {self.bad_pages} documents with other pages; "
                f"besides {len(self.faults)} with a fault of LibreOffice's")


def set_out(o):
    """Lays out the drafts that the arguments name: each with the stem of its files and its figures."""
    todo = listed(o.list, o.work) if o.list else jobs(o.drafts, o.count, o.seed, o.work, [k for k in o.kinds.split(",") if k])
    text = "".join(f"{d} {stem} {' '.join(map(str, f))}\n" for d, stem, f in todo)
    subprocess.run([o.tool, o.fonts], input=text, text=True, check=True)
    return todo


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--tool")
    p.add_argument("--fonts")
    p.add_argument("--work", required=True)
    p.add_argument("--count", type=int, default=600)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--min-words", type=float, default=0.9999)
    p.add_argument("--kinds", default=",".join(drafts.KINDS))
    p.add_argument("--list")
    p.add_argument("--made", action="store_true")
    p.add_argument("--faults", type=int, default=0, help="so many are known in a small set")
    p.add_argument("drafts", nargs="*")
    o = p.parse_args()
    os.makedirs(o.work, exist_ok=True)
    todo = [(f, f[:-5], []) for f in o.drafts] if o.made else set_out(o)
    tally = Tally()
    for k in range(0, len(todo), BATCH):
        batch = todo[k:k + BATCH]
        parity.convert([stem + ".docx" for _, stem, _ in batch], o.work)
        for job in batch:
            tally.judge(job, os.path.join(o.work, "pdf", os.path.basename(job[1]) + ".pdf"))
    print(tally.told())
    good = tally.share() >= o.min_words and tally.good == tally.lines and not tally.bad_pages
    return 0 if good and len(tally.faults) <= max(o.faults, FAULTS_MOST * tally.documents) else 1


if __name__ == "__main__":
    sys.exit(main())
