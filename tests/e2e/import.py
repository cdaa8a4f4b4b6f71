"""Imported drafts against what they were made of.   usage: import.py back|layout|unnamed|words|docx|front VANBAN DIR FILE…

back    drafts: rendered, imported from the DOCX and rendered again they give the same word/document.xml. What a DOCX does not keep is
        listed below with its reason; of those the words must be the same.
layout  drafts: imported from what pdftotext -layout gives of their PDF they say the same in their front matter, and no word is lost.
unnamed drafts: the names of vanban's styles taken out of their DOCX, they say the same in their front matter still.
words   texts: no word is lost, none is added but what the form prints, and they stand in the same order.
docx    Word files: the draft renders, and no word is lost.
front   pairs TEXT DRAFT: what the front matter of the draft says beyond "# supplied" is found in the text."""
import collections, difflib, os, re, subprocess, sys, unicodedata, zipfile

MODE, VANBAN, DIR = sys.argv[1:4]
FILES = sys.argv[4:]

# drafts whose DOCX cannot give the same DOCX again, and why
PICTURES = "a picture drawn as SVG comes back as the PNG that the DOCX has of it; charts are not read from a DOCX"
RUNS = "what was put together from several pieces (tasks, citations) is one text afterwards"
PARTED = "a label of merged cells that a page's end parts stands in two cells of the DOCX"
CENTRED = "a row of one merged cell in a column of another alignment"
NAMES = "a name printed in capitals has no known small letters"
KEPT = {
    "25-co-hinh": PICTURES, "30-bao-cao-bieu-do": PICTURES, "bieu-do": PICTURES, "hinh-va-chu-thich": PICTURES, "read-figures": PICTURES,
    "32-ke-hoach-nhiem-vu": RUNS, "nhiem-vu": RUNS, "vien-dan": RUNS, "vien-dan-so": RUNS,
    "nhan-o-gop-cuoc-chu": PARTED,
    "31-bao-cao-bang-tinh": CENTRED, "bang-tu-bang-tinh": CENTRED,
    "29-de-an-muc-luc": NAMES,
    "read-body": "a number that was escaped, and so no label, is a label; stars inside one another",
    "tieu-de-bang-cao": "header rows too high to be repeated are no header rows in the DOCX",
}
failed = []


def run(*args):
    return subprocess.run(args, capture_output=True, text=True)


def part(path, name):
    with zipfile.ZipFile(path) as z:
        return z.read(name).decode()


def words_of(text):
    text = unicodedata.normalize("NFC", text).lower().translate({0xA0: " ", 0x202F: " ", 0x2011: "-", 0xAD: "", 0x200B: "", 0x2026: " "})
    return [w for w in (w.strip(".,;:()[]“”\"'_{}*-–—/─═") for w in text.split()) if w]


def docx_words(path):
    text = ""
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            if not re.match(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$", name):
                continue
            s = z.read(name).decode()
            s = re.sub(r"<mc:Fallback>.*?</mc:Fallback>|<w:(instrText|delText)\b.*?</w:\1>|<wp:posOffset>.*?</wp:posOffset>|<wp14:.*?</wp14:[^>]*>", "", s, flags=re.S)
            s = re.sub(r"<w:(tab|br|cr)\b[^>]*/>", " ", s).replace("<w:noBreakHyphen/>", "-")
            text += re.sub(r"<[^>]*>", "", s.replace("</w:p>", "\n")) + "\n"
    for a, b in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(a, b)
    return words_of(text)


def form_words(path):
    """What the form prints by itself: paragraphs of its own styles."""
    styles = "QuocHieu|TieuNgu|SoKyHieu|DiaDanhThoiGian"
    paras = re.findall(r'<w:p>(?:(?!</w:p>).)*?<w:pStyle w:val="(?:' + styles + r')"/>.*?</w:p>', part(path, "word/document.xml"), re.S)
    return set(words_of(re.sub(r"<[^>]*>", "", " ".join(paras))))


def lost(before, after):
    """Words that are missing, numbers of pages not counted."""
    gone = collections.Counter(before) - collections.Counter(after)
    return {w: n for w, n in gone.items() if not re.fullmatch(r"\d{1,3}", w)}


def front(path):
    """The keys of a draft's first block with what stands under them, each as words."""
    block = open(path, encoding="utf-8").read().split("---\n")[1]
    keys, key = {}, None
    for line in block.split("\n"):
        supplied = "# supplied" in line
        line = re.sub(r"\s#\s.*$", "", line)
        m = re.match(r"([^\s:-][^:]*):(.*)$", line)
        if m:
            key = None if supplied else m.group(1).strip()
            if key:
                keys[key] = m.group(2)
        elif key:
            keys[key] += " " + line
    return {k: [w for w in words_of(re.sub(r"(chức vụ|họ tên|vai trò|chức danh):", " ", v.replace("\\ ", " "))) if w] for k, v in keys.items()}


def new_dir(name):
    d = os.path.join(DIR, name)
    os.makedirs(d, exist_ok=True)
    return d


def name_of(path):
    base = os.path.basename(path)
    return os.path.basename(os.path.dirname(path)) if base == "draft.md" else base.rsplit(".", 1)[0]


def imported(source, draft):
    """Imports; the exit status must say that it was done."""
    r = run(VANBAN, "import", source, "-o", draft, "--force")
    return r.returncode in (0, 1) and os.path.exists(draft)


def renders(draft, docx):
    return run(VANBAN, "render", draft, "--to", "docx", "-o", docx).returncode == 0


def comes_back(source, d):
    """Imports into the folder as a.md and renders that as a.docx; what fails is noted."""
    if imported(source, d + "/a.md") and renders(d + "/a.md", d + "/a.docx"):
        return True
    failed.append(f"{source}: the imported draft does not render")
    return False


def back():
    same = 0
    for path in FILES:
        name = name_of(path)
        d = new_dir(name)
        a, md, b = d + "/a.docx", d + "/b.md", d + "/b.docx"
        if not renders(path, a):
            continue  # a case of faults
        if not imported(a, md) or not renders(md, b):
            failed.append(f"{name}: the imported draft does not render")
        elif part(a, "word/document.xml") == part(b, "word/document.xml"):
            same += 1
            if name in KEPT:
                failed.append(f"{name}: is the same now, take it off the list")
        elif name not in KEPT:
            failed.append(f"{name}: another document.xml")
        elif lost(docx_words(a), docx_words(b)) and KEPT[name] not in (PICTURES,):
            failed.append(f"{name}: lost {lost(docx_words(a), docx_words(b))}")
    print(f"{same} of {same + len(KEPT)} documents the same")


# of the layout: what text does not show; of the rest: what is one and the same said in another way
UNSHOWN = {"cỡ chữ", "giãn dòng", "cách đoạn", "lùi đầu dòng", "lề trên", "lề dưới", "lề trái", "lề phải", "hướng", "trình bày", "căn cứ", "mục lục"}


def layout():
    keys = wrong = 0
    for path in FILES:
        name = name_of(path)
        d = new_dir(name)
        if run(VANBAN, "render", path, "--to", "docx,pdf", "-o", d).returncode:
            continue
        pdf, docx = (f"{d}/{os.path.basename(path)[:-3]}.{x}" for x in ("pdf", "docx"))
        run("pdftotext", "-layout", pdf, d + "/a.txt")
        if not imported(docx, d + "/docx.md") or not imported(d + "/a.txt", d + "/text.md") or not renders(d + "/text.md", d + "/b.docx"):
            failed.append(f"{name}: the imported draft does not render")
            continue
        of_docx, of_text = front(d + "/docx.md"), front(d + "/text.md")
        for key in {**of_docx, **of_text}:
            if key in UNSHOWN:
                continue
            keys += 1
            if of_docx.get(key) != of_text.get(key):
                wrong += 1
                print(f"{name}: {key}: {' '.join(of_docx.get(key, []))} / {' '.join(of_text.get(key, []))}")
        before, after = words_of(open(d + "/a.txt", encoding="utf-8").read()), docx_words(d + "/b.docx")
        if "mục lục" in of_text:  # its entries are made anew of the titles that were found
            before = set(before)
        gone = lost(before, after)
        if gone:
            failed.append(f"{name}: lost {gone}")
    print(f"{keys - wrong} of {keys} values the same")
    if wrong * 100 > keys:
        failed.append("more than one value in a hundred differs")


def unnamed():
    """Nothing but text, place and looks tells the form."""
    keys = 0
    for path in FILES:
        name = name_of(path)
        d = new_dir(name)
        if not renders(path, d + "/a.docx"):
            continue
        with zipfile.ZipFile(d + "/a.docx") as z, zipfile.ZipFile(d + "/b.docx", "w", zipfile.ZIP_DEFLATED) as out:
            for i in z.infolist():
                data = z.read(i)
                if i.filename == "word/styles.xml":
                    data = re.sub(rb'<w:name w:val="(?!Normal|footnote|toc )[^"]*"/>', b'<w:name w:val="x"/>', data)
                out.writestr(i.filename, data)
        if not imported(d + "/a.docx", d + "/a.md") or not imported(d + "/b.docx", d + "/b.md") or not renders(d + "/b.md", d + "/c.docx"):
            failed.append(f"{name}: the imported draft does not render")
            continue
        named, bare = front(d + "/a.md"), front(d + "/b.md")
        for key in {**named, **bare}:
            keys += 1
            if named.get(key) != bare.get(key) and key not in UNSHOWN:
                failed.append(f"{name}: {key}: {' '.join(named.get(key, []))} / {' '.join(bare.get(key, []))}")
        gone = lost(docx_words(d + "/a.docx"), docx_words(d + "/c.docx"))
        if gone and KEPT.get(name) != PICTURES:
            failed.append(f"{name}: lost {gone}")
    print(f"{keys} values, {len(failed)} faults")


def words():
    for path in FILES:
        d = new_dir(name_of(path))
        if not comes_back(path, d):
            continue
        # codes that were cut at a line's end are whole again, a mark of another program is gone
        text = re.sub(r"(?<=\w)-\s*\n\s*(?=[A-ZĐ0-9])", "-", open(path, encoding="utf-8").read()).replace("_{", "")
        before, after = words_of(text), docx_words(d + "/a.docx")
        lost_words, added = [], []
        for op, i, j, k, l in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if op != "equal":
                lost_words += before[i:j]
                added += after[k:l]
        form = form_words(d + "/a.docx")
        added = [w for w in added if w not in form and not w.isdigit()]
        if lost_words or added:
            failed.append(f"{os.path.basename(path)}: lost {lost_words}, added {added}")
        print(f"{os.path.basename(path)}: {len(before)} words, {len(lost_words)} lost or moved")


def docx():
    for path in FILES:
        d = new_dir(name_of(path))
        if not comes_back(path, d):
            continue
        before = docx_words(path)
        gone = sum(lost(before, docx_words(d + "/a.docx")).values())
        # where a signature stands placeholders are left out
        if gone * 50 > len(before):
            failed.append(f"{path}: {gone} of {len(before)} words lost")


def fronts():
    keys = 0
    for text, draft in zip(FILES[::2], FILES[1::2]):
        d = new_dir(name_of(draft))
        if not imported(text, d + "/a.md"):
            failed.append(f"{text}: cannot be imported")
            continue
        want, got = front(draft), front(d + "/a.md")
        for key, value in want.items():
            keys += 1
            if value != got.get(key):
                failed.append(f"{name_of(draft)}: {key}: {' '.join(value)} / {' '.join(got.get(key, []))}")
    print(f"{keys} values, {len(failed)} differ")


{"back": back, "layout": layout, "unnamed": unnamed, "words": words, "docx": docx, "front": fronts}[MODE]()
for line in failed:
    print(line)
sys.exit(bool(failed))
