#!/usr/bin/env python3
"""Whether the pages of DOCX files, laid out by LibreOffice, look as those of the PDF files beside them.

usage: pictures.py --theirs DIR [--keep DIR] A.pdf B.pdf …       DIR holds A.pdf, B.pdf … made by LibreOffice from the DOCX
       pictures.py --break HOW A.pdf OUT.pdf                     a copy with a fault: move (a rule by 0.75 pt), drop (a rule), shift (a red box by 4 pt)

Two measures, for each a line "pass NAME …" or "fail NAME why":
- rules: borders of tables, boxes and drawn lines as the files draw them (mutool trace). Each must stand in both, its place
  within 0.3 pt and its ends within 0.75; lines that meet end to end count as one.
- pictures: both rendered by pdftoppm. Ink of one that has no ink of the other within 1.44 pt across and 0.72 pt down is lost;
  the worst square of half an inch may lose at most SPECKS pixels. The page that loses most is kept in --keep as a PNG: grey what both have,
  red what LibreOffice alone has, blue what the PDF alone has.
"""
import argparse
import os
import re
import subprocess
import sys
import zipfile
import zlib

DPI = 100
REACH = 2, 1       # pixels across and down: words may stand 1 pt off, lines do not
INK = 200          # greyer is ink: a rule of 0.5 pt may lie between two pixels
TILE = 50
SPECKS = 8
NEAR = 0.3         # pt
ENDS = 0.75        # pt: LibreOffice ends a rule where the one that crosses it begins
LEGEND_KEY = 8.5   # pt
THIN = 2.0         # pt: a filled rectangle no wider is a rule

ATTR = re.compile(r'(\w+)="([^"]*)"')


# ---- rules ----
def matrix(text):
    return [float(v) for v in text.split()]


def put(m, x, y):
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def segment(a, b):
    """A thin line from a to b: (upright?, place, from, to), or None if it is slanted or a point."""
    dx, dy = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(dx, dy) > 0.05 or max(dx, dy) < 2:
        return None
    if dy <= dx:
        return False, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])
    return True, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])


def of_path(stroked, points):
    """The rules of a subpath."""
    if stroked:
        return [s for s in map(segment, points, points[1:]) if s]
    if len(points) < 4:
        return []
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    w, h = max(xs) - min(xs), max(ys) - min(ys)
    if min(w, h) > THIN:
        return []
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    s = segment((min(xs), y), (max(xs), y)) if w > h else segment((x, min(ys)), (x, max(ys)))
    return [s] if s else []


def traced(pdf):
    """For each page its rules and the boxes of its images."""
    out = subprocess.run(["mutool", "trace", pdf], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    pages, path, m, points = [], None, None, []
    for line in out.splitlines():
        tag = line.strip()[1:].split(" ", 1)[0].rstrip("/>")
        if tag == "page":
            pages.append(([], []))
        elif tag in ("fill_path", "stroke_path"):
            a = dict(ATTR.findall(line))
            white = set(a.get("color", "0").split()) == {"1"}
            path, m, points = (None if white else tag), matrix(a["transform"]), []
        elif tag == "fill_image":
            m = matrix(dict(ATTR.findall(line))["transform"])
            (x0, y0), (x1, y1) = put(m, 0, 0), put(m, 1, 1)
            pages[-1][1].append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        elif path and tag in ("moveto", "lineto"):
            a = dict(ATTR.findall(line))
            if tag == "moveto":
                pages[-1][0].extend(of_path(path == "stroke_path", points))
                points = []
            points.append(put(m, float(a["x"]), float(a["y"])))
        elif path and tag == "closepath" and points:
            points.append(points[0])
        elif tag in ("/fill_path", "/stroke_path"):
            if path:
                pages[-1][0].extend(of_path(path == "stroke_path", points))
            path, points = None, []
    return pages


def joined(segments):
    """Pieces of one line that meet become one."""
    done = []
    for up, place, a, b in sorted(segments, key=lambda s: (s[0], round(s[1] * 2), s[2])):
        for i in range(len(done) - 1, max(-1, len(done) - 12), -1):
            o = done[i]
            if o[0] == up and abs(o[1] - place) < 0.3 and a <= o[3] + 1.2 and b >= o[2] - 1.2:
                done[i] = (up, o[1], min(o[2], a), max(o[3], b))
                break
        else:
            done.append((up, place, a, b))
    return done


def outside(segments, boxes):
    """Without those of pictures: the DOCX holds a drawing as pixels."""
    def inside(s):
        x0, y0, x1, y1 = (s[1], s[2], s[1], s[3]) if s[0] else (s[2], s[1], s[3], s[1])
        return any(x0 >= b[0] - 1 and y0 >= b[1] - 1 and x1 <= b[2] + 1 and y1 <= b[3] + 1 for b in boxes)
    return [s for s in segments if not inside(s)]


def unmatched(a, b):
    def found(s):
        return any(s[0] == o[0] and abs(s[1] - o[1]) <= NEAR and abs(s[2] - o[2]) <= ENDS and abs(s[3] - o[3]) <= ENDS for o in b)
    return [s for s in a if not found(s)]


def told(s):
    return f"{'upright' if s[0] else 'level'} line at {s[1]:.2f} from {s[2]:.2f} to {s[3]:.2f}"


def has_chart(ours):
    """LibreOffice draws a chart of the DOCX by itself: its bars and axes are compared, not its texts and legend keys."""
    docx = os.path.splitext(ours)[0] + ".docx"
    return os.path.exists(docx) and any(n.startswith("word/charts/") for n in zipfile.ZipFile(docx).namelist())


def compare_rules(theirs, ours, chart):
    """Rules in both, and the first that is not."""
    a, b = traced(theirs), traced(ours)
    count, first = 0, None
    for page, ((sa, ia), (sb, ib)) in enumerate(zip(a, b), 1):
        sa, sb = joined(outside(sa, ia + ib)), joined(outside(sb, ia + ib))
        if chart:
            sa, sb = ([v for v in s if v[3] - v[2] > LEGEND_KEY] for s in (sa, sb))
        count += len(sb)
        for who, lost in (("the PDF alone", unmatched(sb, sa)), ("LibreOffice alone", unmatched(sa, sb))):
            if lost and first is None:
                first = f"page {page}: {len(lost)} in {who}: {told(lost[0])}"
    return count, first


# ---- pictures ----
def rendered(pdf):
    """Pages as (width, height, ink as one number: a bit a pixel)."""
    out = subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), pdf], capture_output=True, check=True).stdout
    pages, at = [], 0
    digits = bytes(49 if v < INK else 48 for v in range(256))
    while at < len(out):
        m = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s").match(out, at)
        w, h = int(m.group(1)), int(m.group(2))
        at = m.end() + w * h
        pages.append((w, h, int(out[m.end():at].translate(digits), 2)))
    return pages


def spread(ink, w):
    """The ink and all within REACH of it; what runs over a page's edge is margin anyway."""
    for step, reach in ((1, REACH[0]), (w, REACH[1])):
        one = ink
        for k in range(1, reach + 1):
            one |= ink << (k * step) | ink >> (k * step)
        ink = one
    return ink


def rows(ink, w, h):
    text = bin(ink)[2:].zfill(w * h)
    return [text[y * w:(y + 1) * w] for y in range(h)]


def worst_tile(lost, w, h):
    """Most lost pixels in a square, and where it stands (pt)."""
    if not lost:
        return 0, 0, 0
    tiles = {}
    for y, row in enumerate(rows(lost, w, h)):
        x = row.find("1")
        while x >= 0:
            key = x // TILE, y // TILE
            tiles[key] = tiles.get(key, 0) + 1
            x = row.find("1", x + 1)
    key = max(sorted(tiles), key=tiles.get)
    return tiles[key], key[0] * TILE * 72 / DPI, key[1] * TILE * 72 / DPI


def png(path, w, h, both, red, blue):
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    lines = []
    for b, r, u in zip(rows(both, w, h), rows(red, w, h), rows(blue, w, h)):
        lines.append(b"\0" + b"".join(b"\xe0\0\0" if r[x] == "1" else b"\0\0\xe0" if u[x] == "1" else b"\xa0\xa0\xa0" if b[x] == "1"
                                      else b"\xff\xff\xff" for x in range(w)))
    with open(path, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", w.to_bytes(4, "big") + h.to_bytes(4, "big") + b"\x08\x02\0\0\0")
                + chunk(b"IDAT", zlib.compress(b"".join(lines))) + chunk(b"IEND", b""))


def fitted(ink, w, h, to_w, to_h):
    """The same picture on a page of another size: LibreOffice's may differ by a pixel."""
    if (w, h) == (to_w, to_h):
        return ink
    got = [row[:to_w].ljust(to_w, "0") for row in rows(ink, w, h)][:to_h]
    return int("".join(got + ["0" * to_w] * (to_h - len(got))), 2)


class Worst:
    def __init__(self):
        self.lost, self.page = -1, None


def compare_pictures(theirs, ours, name, worst):
    a, b = rendered(theirs), rendered(ours)
    if len(a) != len(b):
        return 0, f"{len(b)} pages, in LibreOffice {len(a)}"
    most, where = 0, None
    for page, ((wa, ha, ia), (w, h, ib)) in enumerate(zip(a, b), 1):
        if abs(wa - w) > 2 or abs(ha - h) > 2:
            return 0, f"page {page} is {w} × {h} pixels, in LibreOffice {wa} × {ha}"
        ia = fitted(ia, wa, ha, w, h)
        red, blue = ia & ~spread(ib, w), ib & ~spread(ia, w)
        n, x, y = max(worst_tile(red, w, h), worst_tile(blue, w, h))
        if n > most:
            most, where = n, f"page {page}, near ({x:.0f}, {y:.0f})"
        if n > worst.lost:
            worst.lost, worst.page = n, (f"{name}, page {page}", w, h, ia | ib, red, blue)
    return most, f"{most} pixels lost on {where}" if most > SPECKS else None


# ---- faults, to prove the measures ----
NUM = rb"(-?[\d.]+)\s+(-?[\d.]+)\s+"
RECT = re.compile(NUM + rb"m\s+" + (NUM + rb"l\s+") * 3 + rb"h")


def broken(how, source, target):
    """The first rule that is drawn moved or dropped, or the first box shifted: its four rules."""
    plain = target + ".qdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", source, plain], check=True)
    with open(plain, "rb") as f:
        data = f.read()
    rules, moved = list(RECT.finditer(data)), {"move": (0, 0.75), "drop": None, "shift": (4, 4)}[how]
    if how == "shift":
        red = data.find(b"1 0 0 rg")
        rules = [m for m in rules if m.start() > red][:4]
    for m in reversed(rules if how == "shift" else rules[:1]):
        v = [float(x) for x in m.groups()]
        v = [x + moved[i % 2] for i, x in enumerate(v)] if moved else v[:2] * 4
        data = data[:m.start()] + b"%.3f %.3f m %.3f %.3f l %.3f %.3f l %.3f %.3f l h" % tuple(v) + data[m.end():]
    with open(plain, "wb") as f:
        f.write(data)
    with open(target, "wb") as f:
        subprocess.run(["fix-qdf", plain], stdout=f, check=True)
    os.remove(plain)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--theirs")
    p.add_argument("--keep")
    p.add_argument("--break", dest="how", choices=("move", "drop", "shift"))
    p.add_argument("files", nargs="+")
    o = p.parse_args()
    if o.how:
        broken(o.how, *o.files)
        return 0
    bad, worst = 0, Worst()
    for ours in o.files:
        name = os.path.splitext(os.path.basename(ours))[0]
        theirs = os.path.join(o.theirs, name + ".pdf")
        if not os.path.exists(theirs):
            print("fail", name, "LibreOffice's PDF is missing")
            bad = 1
            continue
        chart = has_chart(ours)
        count, first = compare_rules(theirs, ours, chart)
        most, why = (0, None) if chart else compare_pictures(theirs, ours, name, worst)
        if first or why:
            print("fail", name, "; ".join(v for v in (first, why) if v))
            bad = 1
        else:
            print("pass", name, f"{count} rules,", "a chart" if chart else f"at most {most} pixels lost in a square", flush=True)
    if worst.page:
        if o.keep:
            os.makedirs(o.keep, exist_ok=True)
            png(os.path.join(o.keep, "worst.png"), *worst.page[1:])
        print(f"worst: {worst.page[0]}: {worst.lost} pixels")
    return bad


if __name__ == "__main__":
    sys.exit(main())
