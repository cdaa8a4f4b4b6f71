#!/usr/bin/env python3
"""The stress set: drafts set at many widths, sizes, indents and spacings, DOCX by LibreOffice against PDF.

usage: stress.py --tool STRESS --fonts DIR --work DIR [--count N] [--seed N] [--kinds KIND,…]
                 [--min-lines F] [--min-words F] DRAFT…

Each of the N documents is one of the drafts, or made from the seed (drafts.py), every other one, with figures drawn from the
seed: the same arguments give the same set. Printed: each document that differs at all, with its figures and the first word; then
lines, words and pages over the whole set. Exit status 1 if fewer lines (1: all, on the same pages, too) or words are the same than asked.
"""
import argparse
import difflib
import os
import random
import re
import subprocess
import sys

import drafts
import parity

# half-points of the body; (exact height in twips, 240ths of a line); first-line indents in twips
SIZES = [24, 26, 27, 28]
SPACINGS = [(360, 0), (400, 0), (0, 240), (0, 276), (0, 288), (0, 300), (0, 360)]
INDENTS = [0, 567, 720]
BATCH = 60


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


def lines(words):
    """Words of each line: those of a page whose baselines are less than half a point apart."""
    found, last = [], None
    for w in sorted(words, key=lambda v: (v[1], v[3])):
        if last is None or w[1] != last[1] or w[3] - last[3] > 0.5:
            found.append([])
        found[-1].append(w)
        last = w
    return [[w[0] for w in sorted(line, key=lambda v: v[2])] for line in found]


def same_lines(theirs, ours):
    a, b = lines(parity.words(theirs)[0]), lines(parity.words(ours)[0])
    match = difflib.SequenceMatcher(None, [tuple(x) for x in a], [tuple(x) for x in b], autojunk=False)
    return sum(n for _, _, n in match.get_matching_blocks()), max(len(a), len(b))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--tool", required=True)
    p.add_argument("--fonts", required=True)
    p.add_argument("--work", required=True)
    p.add_argument("--count", type=int, default=600)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--min-lines", type=float, default=1.0)
    p.add_argument("--min-words", type=float, default=0.9999)
    p.add_argument("--kinds", default=",".join(drafts.KINDS))
    p.add_argument("drafts", nargs="+")
    o = p.parse_args()
    os.makedirs(o.work, exist_ok=True)
    todo = jobs(o.drafts, o.count, o.seed, o.work, [k for k in o.kinds.split(",") if k])
    text = "".join(f"{d} {stem} {' '.join(map(str, f))}\n" for d, stem, f in todo)
    subprocess.run([o.tool, o.fonts], input=text, text=True, check=True)
    near = total = good = n_lines = bad_pages = 0
    for k in range(0, len(todo), BATCH):
        batch = todo[k:k + BATCH]
        parity.convert([stem + ".docx" for _, stem, _ in batch], o.work)
        for draft, stem, figures in batch:
            theirs = os.path.join(o.work, "pdf", os.path.basename(stem) + ".pdf")
            n, t, pages_a, pages_b, first = parity.compare(theirs, stem + ".pdf", 1.0, set())
            g, m = same_lines(theirs, stem + ".pdf")
            near, total, good, n_lines, bad_pages = near + n, total + t, good + g, n_lines + m, bad_pages + (pages_a != pages_b)
            if n != t or pages_a != pages_b:
                print(f"  {os.path.basename(draft)} {figures}: {t - n} of {t} words, pages {pages_b} (LibreOffice {pages_a}); {first}", flush=True)
    share = near / max(1, total)
    print(f"stress set of {len(todo)} documents: {100 * good / max(1, n_lines):.3f} % of {n_lines} lines the same, "
          f"{100 * share:.3f} % of {total} words within 1 pt, {bad_pages} documents with other pages")
    whole = good == n_lines and not bad_pages
    return 0 if share >= o.min_words and (whole or (o.min_lines < 1 and good >= o.min_lines * n_lines)) else 1


if __name__ == "__main__":
    sys.exit(main())
