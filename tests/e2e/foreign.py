#!/usr/bin/env python3
"""Word files through `vanban check`.

same VANBAN FOLDER DRAFT…: the DOCX of each draft is judged by the rules of form as the draft is: where that passes, it passes or is not
evaluated with a reason; where that fails, it fails.
unnamed VANBAN FOLDER DRAFT…: the same of the DOCX without the names of vanban's styles.
office VANBAN FOLDER DRAFT…: the same of the DOCX opened and saved by LibreOffice; differences that are LibreOffice's are listed below.
words DUMP FOLDER FILE…: no word of the files is lost.
changed VANBAN FOLDER: one change of the form after another in the DOCX makes the rule fire that it breaks, and no other.
"""
import collections
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile

FORM = ([f"N{i:02}" for i in range(1, 26)] + ["N52"] + [f"N{i:02}" for i in range(55, 71) if i != 59] + [f"D{i:02}" for i in range(1, 13)])


def judge(vanban, paths):
    out = subprocess.run([vanban, "check", "--json", "--lang", "en", *paths], capture_output=True, text=True)
    data = json.loads(out.stdout)
    return [{r["rule"]: r for r in d["rules"]} if d["readable"] else None for d in data["drafts"]], data["drafts"]


def said(draft, rule):
    return "; ".join(f'{f["line"]}: {f["text"]} “{f["quote"][:40]}”' for f in draft["findings"] if f["rule"] == rule)[:300]


def compare(vanban, pairs, allowed=()):
    """Pairs of (draft, file). Returns the faults and how many verdicts were compared, passed, not evaluated."""
    own, _ = judge(vanban, [a for a, _ in pairs])
    theirs, found = judge(vanban, [b for _, b in pairs])
    faults, counts = [], {"pass": 0, "fail": 0, "not-evaluated": 0, "lost": 0}
    for (a, b), x, y, d in zip(pairs, own, theirs, found):
        name = os.path.basename(a)
        if a.startswith("tests/cases/"):
            name = a.split("/")[2]
        if x is None:
            continue
        if y is None:
            faults.append(f"{name}: the Word file was not read: {d}"[:400])
            continue
        for rule in FORM:
            vx, vy = x[rule]["verdict"], y[rule]["verdict"]
            counts[vy] += 1
            if vy == "not-evaluated" and vx == "pass":
                counts["lost"] += 1
                if os.environ.get("SHOW"):
                    print(f"  {name} {rule}: not evaluated: {y[rule].get('why')}")
            if (rule, name) in allowed or (vx != "fail" and vy != "fail") or vx == vy:
                continue
            if vy == "not-evaluated" and y[rule].get("why"):
                faults.append(f"{name} {rule}: {vx} became {vy}: {y[rule]['why']}")
            else:
                faults.append(f"{name} {rule}: {vx} became {vy}: {said(d, rule)}")
    return faults, counts


def render(vanban, folder, drafts):
    os.makedirs(folder, exist_ok=True)
    pairs = []
    for i, d in enumerate(drafts):
        stem = os.path.splitext(os.path.basename(d))[0]
        if "/read-" in d: # tests of the reader, no documents
            continue
        if stem == "draft":
            stem = os.path.basename(os.path.dirname(d))
        out = os.path.join(folder, stem + ".docx")
        subprocess.run([vanban, "render", d, "-o", out], capture_output=True)
        if os.path.exists(out):
            pairs.append((d, out))
    return pairs


def report(faults, counts):
    for f in faults:
        print(f)
    print(f"verdicts: {counts['pass']} pass, {counts['fail']} fail, {counts['not-evaluated']} not evaluated ({counts['lost']} of them pass in the draft)")
    return 1 if faults else 0


def same(vanban, folder, drafts):
    pairs = render(vanban, folder, drafts)
    print(f"{len(pairs)} documents")
    return report(*compare(vanban, pairs)) or (0 if pairs else 1)


def office(vanban, folder, drafts):
    pairs = render(vanban, folder, drafts)
    out = os.path.join(folder, "saved")
    os.makedirs(out, exist_ok=True)
    profile = "file://" + os.path.abspath(os.path.join(folder, "profile"))
    subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir", out, *[b for _, b in pairs]],
                   capture_output=True)
    pairs = [(a, os.path.join(out, os.path.basename(b))) for a, b in pairs if os.path.exists(os.path.join(out, os.path.basename(b)))]
    print(f"{len(pairs)} documents")
    return report(*compare(vanban, pairs)) or (0 if pairs else 1)


# ---- changes ----

def part(files, name, old, new, count=1, must=True):
    """One replacement by a regular expression in a part; the first ones, 0: all."""
    text, n = re.subn(old, new, files[name].decode("utf-8"), count=count, flags=re.S)
    if must and not n:
        raise SystemExit(f"nothing to change: {old}")
    files[name] = text.encode("utf-8")


DOC, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
RUN = r'(<w:pStyle w:val="%s"/>(?:(?!</w:pPr>).)*</w:pPr>)<w:r>'


def run_prop(style, prop):
    """A property of the first run of the first paragraph of a style."""
    return lambda f: part(f, DOC, RUN % style, r"\1<w:r><w:rPr>%s</w:rPr>" % prop)


def every_run(style, prop):
    """A property of all runs of the paragraphs of a style."""
    def runs(m):
        return m.group(1) + re.sub(r"<w:r>(<w:rPr>)?", lambda k: f"<w:r><w:rPr>{prop}" + ("" if k.group(1) else "</w:rPr>"), m.group(2))
    return lambda f: part(f, DOC, r'(<w:pStyle w:val="%s"/>(?:(?!</w:p>).)*?</w:pPr>)((?:(?!</w:p>).)*)' % style, runs, 0)


def style_prop(style, old, new):
    """Something in the definition of a style."""
    def change(f):
        m = re.search(r'<w:style [^>]*w:styleId="%s">.*?</w:style>' % style, f[STYLES].decode(), re.S)
        text, n = re.subn(old, new, m.group(0), count=1, flags=re.S)
        if not n:
            raise SystemExit(f"nothing to change in the style {style}: {m.group(0)}")
        f[STYLES] = f[STYLES].decode().replace(m.group(0), text).encode()
    return change


def para_prop(style, prop, count=0):
    return lambda f: part(f, DOC, r'<w:pStyle w:val="%s"/>' % style, r'\g<0>' + prop, count)


def drop_rule(style):
    return lambda f: part(f, DOC, r'(<w:pStyle w:val="%s"/>(?:(?!</w:p>).)*</w:p>)<w:p><w:pPr><w:pStyle w:val="DuongKe"/>.*?</w:p>' % style, r"\1")


def short_rule(style, ind):
    return lambda f: part(f, DOC, r'(<w:pStyle w:val="%s"/>(?:(?!</w:p>).)*</w:p><w:p><w:pPr><w:pStyle w:val="DuongKe"/>)<w:ind [^>]*/>' % style,
                          r'\1<w:ind w:left="%d" w:right="%d"/>' % (ind, ind))


def before_body(xml):
    return lambda f: part(f, DOC, r'<w:p><w:pPr><w:pStyle w:val="(NoiDung|KhoanDiem|DeMuc1)"/>', xml + r"\g<0>")


def in_body(xml):
    return lambda f: part(f, DOC, RUN % "(?:NoiDung|KhoanDiem)", r"\1" + xml + "<w:r>")


def footer_number(f):
    part(f, DOC, r"w:headerReference(?= w:type=.default)", "w:footerReference", 0)
    f["word/footer9.xml"] = f[HEADER].replace(b"w:hdr", b"w:ftr")
    part(f, "word/_rels/document.xml.rels", r'(relationships/)header(" Target=")header1.xml', r"\1footer\2footer9.xml")


CHANGES = {
    "samples/06-ke-hoach.md": [
        ("text of 15 pt", "N06", every_run("(?:NoiDung|KhoanDiem|DeMuc.)", '<w:sz w:val="30"/>')),
        ("a word of 12 pt", "N06", in_body('<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">Tỉnh </w:t></w:r>')),
        ("lower margin of 10 mm", "N02", lambda f: part(f, DOC, r'w:bottom="1134"', 'w:bottom="567"', 0)),
        ("letter paper", "N01", lambda f: part(f, DOC, r'w:h="16838"', 'w:h="15840"')),
        ("Arial", "N03", run_prop("NoiDung", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')),
        ("red text", "N03", run_prop("NoiDung", '<w:color w:val="FF0000"/>')),
        ("no rule under the motto", "N12", drop_rule("TieuNgu")),
        ("half a rule under the motto", "N12", short_rule("TieuNgu", 2000)),
        ("no rule under the issuing body", "N14", drop_rule("CoQuanBanHanh")),
        ("a whole rule under the issuing body", "N14", short_rule("CoQuanBanHanh", 700)),
        ("no rule under the subject", "N22", drop_rule("TrichYeu")),
        ("tracked insertion", "N69", in_body('<w:ins w:id="7" w:author="A"><w:r><w:t xml:space="preserve">Tỉnh </w:t></w:r></w:ins>')),
        ("tracked deletion", "N69", in_body('<w:del w:id="7" w:author="A"><w:r><w:delText>Tỉnh ta</w:delText></w:r></w:del>')),
        ("a comment", "N69", in_body('<w:r><w:commentReference w:id="1"/></w:r>')),
        ("hidden text", "N69", in_body("<w:r><w:rPr><w:vanish/></w:rPr><w:t>bỏ</w:t></w:r>")),
        ("text left-aligned", "N08", para_prop("(?:NoiDung|KhoanDiem)", '<w:jc w:val="left"/>')),
        ("no first-line indent", "N08", para_prop("(?:NoiDung|KhoanDiem)", '<w:ind w:firstLine="0"/>')),
        ("no room between paragraphs", "N09", para_prop("(?:NoiDung|KhoanDiem)", '<w:spacing w:after="0"/>')),
        ("lines of exactly 12 pt", "N09", para_prop("(?:NoiDung|KhoanDiem)", '<w:spacing w:line="240" w:lineRule="exact"/>')),
        ("double lines", "N09", para_prop("(?:NoiDung|KhoanDiem)", '<w:spacing w:line="480" w:lineRule="auto"/>')),
        ("an empty paragraph", "N10", before_body('<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr></w:p>')),
        ("nation upright of weight", "N11", style_prop("QuocHieu", "<w:b/>", "")),
        ("motto misspelt", "N11", lambda f: part(f, DOC, "Độc lập - Tự do", "Độc lập – Tự do")),
        ("issuing body not bold", "N13", style_prop("CoQuanBanHanh", "<w:b/>", "")),
        ("number without a colon", "N16", lambda f: part(f, DOC, "Số: 57", "Số 57")),
        ("number of another kind", "N17", lambda f: part(f, DOC, "57/KH-", "57/BC-")),
        ("date upright", "N20", style_prop("DiaDanhThoiGian", "<w:i/>", "")),
        ("a day that does not exist", "N20", lambda f: part(f, DOC, "ngày 20 tháng 4 năm 2026", "ngày 31 tháng 4 năm 2026")),
        ("kind not bold", "N22", style_prop("TenLoai", "<w:b/>", "")),
        ("date of 12 pt", "N07", style_prop("DiaDanhThoiGian", '<w:sz w:val="26"/>', '<w:sz w:val="24"/>')),
        ("the label of the recipients upright", "N57", style_prop("NoiNhan", "<w:i/>", "")),
        ("recipients of 13 pt", "N57", style_prop("NoiNhanMuc", '<w:sz w:val="22"/>', '<w:sz w:val="26"/>')),
        ("last recipient without a full stop", "N58", lambda f: part(f, DOC, r"- Lưu: VT, KSTTHC \(4\)\.", "- Lưu: VT, KSTTHC (4)")),
        ("signer's name not bold", "N62", style_prop("HoTen", "<w:b/>", "")),
        ("a degree before the name", "N62", lambda f: part(f, DOC, "Hoàng Vân Du", "TS. Hoàng Vân Du")),
        ("page number of 10 pt", "N05", lambda f: part(f, HEADER, "<w:r>", '<w:r><w:rPr><w:sz w:val="20"/></w:rPr>')),
        ("page number at the left", "N05", lambda f: part(f, HEADER, r'<w:pStyle w:val="SoTrang"/>', r'\g<0><w:jc w:val="left"/>')),
        ("number on page 1", "N05", lambda f: part(f, DOC, "<w:titlePg/>", "", 0)),
        ("page number at the foot", "N05", footer_number),
        ("a mark of secrecy", "N67", before_body('<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:r><w:t>MẬT</w:t></w:r></w:p>')),
    ],
    "samples/02-quyet-dinh.md": [
        ("grounds upright", "N25", style_prop("CanCu", "<w:i/>", "")),
        ("a ground without its mark", "N25", lambda f: part(f, DOC, r'(<w:pStyle w:val="CanCu"/>(?:(?!</w:p>).)*);(</w:t></w:r></w:p>)', r"\1\2")),
    ],
    "samples/13-cong-dien.md": [
        ("a box too narrow", "N66", lambda f: part(f, DOC, r'(<w:pStyle w:val="MucDoKhan"/>)<w:ind [^>]*/>', r'\1<w:ind w:left="1700" w:right="1700"/>')),
    ],
    "samples/27-dang-to-trinh-hd05.md": [
        ("margins of the State", "D02", lambda f: part(f, DOC, r'w:top="1134"', 'w:top="1361"', 0)),
        ("lines of exactly 14 pt", "D05", para_prop("(?:NoiDung|KhoanDiem)", '<w:spacing w:line="280" w:lineRule="exact"/>')),
        ("recipients' label not underlined", "D07", style_prop("NoiNhan", '<w:u w:val="single"/>', "")),
        ("a colon in the number", "D03", lambda f: part(f, DOC, r"(<w:t[^>]*>)Số ", r"\1Số: ")),
    ],
}


def changed(vanban, folder, drafts):
    os.makedirs(folder, exist_ok=True)
    faults, n = [], 0
    for draft, changes in CHANGES.items():
        base = os.path.join(folder, "base.docx")
        subprocess.run([vanban, "render", draft, "-o", base], capture_output=True, check=True)
        with zipfile.ZipFile(base) as z:
            whole = {i.filename: z.read(i) for i in z.infolist()}
        (first,), _ = judge(vanban, [base])
        names = []
        for i, (what, rule, change) in enumerate(changes):
            files = dict(whole)
            change(files)
            names.append(os.path.join(folder, f"{i}.docx"))
            with zipfile.ZipFile(names[-1], "w", zipfile.ZIP_DEFLATED) as z:
                for name, data in files.items():
                    z.writestr(name, data)
        verdicts, found = judge(vanban, names)
        for (what, rule, _), v, d in zip(changes, verdicts, found):
            n += 1
            if v is None:
                faults.append(f"{draft}, {what}: not read")
                continue
            fired = {r for r in FORM if v[r]["verdict"] == "fail" and first[r]["verdict"] != "fail"}
            if fired != {rule}:
                faults.append(f"{draft}, {what}: {sorted(fired)} fired, not {rule}: " + " / ".join(said(d, r) for r in sorted(fired)))
    for f in faults:
        print(f)
    print(f"{n - len(faults)} of {n} changes make their rule fire, and no other")
    return 1 if faults else 0


def unnamed(vanban, folder, drafts):
    """The names of vanban's styles taken away: nothing but text, place and looks tells the form."""
    pairs = render(vanban, folder, drafts)
    for _, path in pairs:
        with zipfile.ZipFile(path) as z:
            whole = {i.filename: z.read(i) for i in z.infolist()}
        number = iter(range(1000))
        part(whole, STYLES, r'<w:name w:val="(?!Normal|footnote|toc )[^"]*"/>', lambda m: f'<w:name w:val="Kiểu {next(number)}"/>', 0)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            for name, data in whole.items():
                z.writestr(name, data)
    print(f"{len(pairs)} documents")
    # the confirmation at the foot of that form is set smaller, as the form has it, and is text to whoever does not know the form
    return report(*compare(vanban, pairs, {("N06", "17-giay-nghi-phep.md")})) or (0 if pairs else 1)


def words(dump, folder, files):
    """All words that LibreOffice and poppler find in a file are in the reader's text; marks of notes joined to words do not count."""
    faults = 0
    os.makedirs(folder, exist_ok=True)
    profile = "file://" + os.path.abspath(os.path.join(folder, "profile"))
    subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, *files], capture_output=True)
    for path in files:
        name = os.path.splitext(os.path.basename(path))[0]
        text = open(os.path.join(folder, name + ".txt"), encoding="utf-8-sig").read()
        own = subprocess.run([dump, "words", path], capture_output=True, text=True).stdout
        missing = count(text) - count(own)
        lost = [w for w in missing if not re.fullmatch(r"\D+\d", w)]
        print(f"{name}: {sum(count(text).values())} words, missing {len(lost)} {lost[:10]}")
        faults += len(lost)
    return 1 if faults else 0


def count(text):
    return collections.Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


if __name__ == "__main__":
    sys.exit({"same": same, "office": office, "changed": changed, "unnamed": unnamed, "words": words}[sys.argv[1]](sys.argv[2], sys.argv[3], sys.argv[4:]))
