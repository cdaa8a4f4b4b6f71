"""Drafts made up from a seed, for the stress set: each holds what the others lack, set from the words of the drafts given.

draft(rng, words, kind) gives the text of one; kinds are the keys of KINDS.
"""
import datetime

TYPES = ["Kế hoạch", "Báo cáo", "Tờ trình", "Thông báo", "Quyết định", "Công văn"]
ORGANS = ["Sở Khoa học và Công nghệ", "Ban Quản lý Khu kinh tế Bình Hải và các khu công nghiệp tỉnh Hòa An", "Văn phòng",
          "Trung tâm Dữ liệu và Hạ tầng số trực thuộc Sở Khoa học và Công nghệ",
          "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06 tỉnh Hòa An",
          "Ủy ban nhân dân xã An Phú", "Hội đồng thẩm định đồ án quy hoạch chung xây dựng các đô thị mới, khu chức năng và điểm dân cư nông thôn "
          "trên địa bàn tỉnh Hòa An giai đoạn 2026 - 2030, tầm nhìn đến năm 2050"]
PARENTS = ["UBND tỉnh Hòa An", "Ủy ban nhân dân tỉnh Hòa An", "Bộ Khoa học và Công nghệ",
           "Sở Nông nghiệp và Môi trường tỉnh Hòa An, Chi cục Phát triển nông thôn và Quản lý chất lượng nông sản"]
POSTS = ["Giám đốc", "[KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC]", "[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]",
         "[TUQ. CHỦ TỊCH, GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ, kiêm, PHÓ TRƯỞNG BAN THƯỜNG TRỰC]",
         "[TL. CHỦ TỊCH, KT. CHÁNH VĂN PHÒNG, PHÓ CHÁNH VĂN PHÒNG, phụ trách khối, KHOA HỌC VÀ CÔNG NGHỆ]"]
URGENCIES = ["không", "khẩn", "thượng khẩn", "hỏa tốc"]
CODES = ["57-NQ/TW", "359-KH/TU", "07-TB/CQTTBCĐ", "16-HD/BTCTW", "135-QĐ/ĐUBKHCN", "1187/UBND-CNXD", "24/KH-UBND", "30/2020/NĐ-CP", "15-QĐ", "05/4/2026",
         "2026-2030", "và/hoặc", "https://dichvucong.gov.vn/thu-tuc/1.004883", "vanthu@hoaan.gov.vn", "chuyển-đổi-số", "12.345.678.000"]
MARKS = ["", "Xem xong trả lại", "Lưu hành nội bộ"]


class Maker:
    def __init__(self, rng, words):
        self.rng, self.words, self.note = rng, words, 0

    def text(self, n):
        """n words that follow one another in the drafts, as a sentence without marks of the draft's own."""
        k = self.rng.randrange(max(1, len(self.words) - n))
        s = " ".join(self.words[k:k + n])
        return s[0].upper() + s[1:]

    def mixed(self, n, share=0.5):
        """Text of stretches in bold, italic, both and neither."""
        parts = []
        while n > 0:
            k = min(n, self.rng.randrange(1, 6))
            mark = self.rng.choice(["**", "*", "***"]) if self.rng.random() < share else ""
            parts.append(mark + self.text(k) + mark)
            n -= k
        return " ".join(parts)

    def para(self):
        return self.text(self.rng.randrange(8, 120)) + "."

    def head(self, **more):
        r = self.rng
        day = datetime.date(2026, 1, 1) + datetime.timedelta(r.randrange(360))
        keys = {
            "loại": r.choice(TYPES), "cơ quan chủ quản": r.choice(PARENTS), "cơ quan ban hành": r.choice(ORGANS), "viết tắt": "KHCN",
            "số": r.randrange(1, 900), "địa danh": r.choice(["Hòa An", "Thành phố Hồ Chí Minh", "An Phú"]), "ngày": day.strftime("%d/%m/%Y"),
            "trích yếu": self.text(r.choice([6, 14, 30, 60])),
            "nơi nhận": "[Như trên, " + ", ".join(f'"{self.text(r.randrange(2, 14))}"' for _ in range(r.randrange(1, 9))) + ', "Lưu: VT, KHCN"]',
            "người ký": "{chức vụ: " + r.choice(POSTS) + ", họ tên: Nguyễn Minh Khôi}",
        }
        keys.update(more)
        return "---\n" + "".join(f"{k}: {v}\n" for k, v in keys.items() if v != "") + "---\n"

    def cell(self, long):
        return self.text(self.rng.choice([1, 1, 2, 3, 5, 8, 14] + ([30, 60] if long else [])))

    def table(self, rows, long=False, merged=True, split=None, most=7):
        """Columns; some cells merged to the left and upwards; one or two header rows."""
        r, n = self.rng, self.rng.randrange(1, most + 1)
        heads, out = r.choice([1, 1, 2]), []
        if split is None:
            split = r.random() < 0.5
        if split or r.random() < 0.3:
            out.append("{" + "; ".join((["tách hàng: có"] if split else []) + (["căn: " + ", ".join(r.choice(["trái", "giữa", "phải", "đều"]) for _ in range(n))]
                       if r.random() < 0.5 or not split else [])) + "}")
        above = ["x"] * n
        for i in range(heads + rows):
            row = []
            for q in range(n):
                may_up = merged and i not in (0, heads) and above[q] != "<<"
                may_left = merged and q > 0 and (row[-1] != "^^")
                if may_up and r.random() < (0.5 if q < 2 else 0.15) and (q + 1 >= n or above[q + 1] != "<<"):
                    row.append("^^")
                elif may_left and i and r.random() < 0.08:
                    row.append("<<")
                else:
                    row.append(self.cell(long and i >= heads))
            out.append("| " + " | ".join(row) + " |")
            above = row
            if i + 1 == heads:
                out.append("|" + "---|" * n)
        return "\n".join(out) + "\n"

    def noted(self, n):
        self.note += 1
        self.notes.append(f"[^{self.note}]: {self.text(self.rng.choice([4, 12, 30, 70]))}.")
        return f"{self.text(n)}[^{self.note}]"


def tables(m):
    r = m.rng
    body = "\n\n".join(m.para() + "\n\n" + m.table(r.randrange(2, 24), long=r.random() < 0.5) for _ in range(r.randrange(1, 4)))
    wide = "\n\n".join(m.table(r.randrange(4, 30), long=r.random() < 0.3, most=9) for _ in range(2))
    return m.head() + body + f"\n\n{m.para()}\n\n---\nphụ lục: {m.text(8)}\nhướng: ngang\n---\n{wide}\n"


def runs(m):
    return m.head() + "\n\n".join(m.mixed(m.rng.randrange(10, 150), m.rng.choice([0.3, 0.6, 0.9])) + "." for _ in range(14))


def lists(m):
    r, out = m.rng, [m.head()]
    for i in range(1, r.randrange(3, 6)):
        out.append(f"# {['', 'I', 'II', 'III', 'IV', 'V'][i]}. {m.text(r.randrange(2, 20)).upper()}")
        for k in range(1, r.randrange(2, 5)):
            out.append(f"{'## ' if r.random() < 0.5 else ''}{k}. {m.text(r.randrange(3, 30))}")
            for c in "abcdđeg"[:r.randrange(1, 7)]:
                out.append(f"{c}) {m.text(r.randrange(4, 60))};")
            out += [f"- {m.text(r.randrange(3, 50))};" for _ in range(r.randrange(0, 4))]
            out += [f"+ {m.text(r.randrange(3, 40))};" for _ in range(r.randrange(0, 3))]
    return "\n\n".join(out)


def footnotes(m):
    m.notes, out = [], [m.head()]
    for _ in range(m.rng.randrange(6, 16)):
        out.append(" ".join(m.noted(m.rng.randrange(5, 60)) for _ in range(m.rng.choice([0, 1, 1, 2]))) + " " + m.para())
    return "\n\n".join(out) + "\n\n" + "\n".join(m.notes) + "\n"


def annexes(m):
    r, out = m.rng, [m.head() + "\n\n".join(m.para() for _ in range(3))]
    for i in range(r.randrange(1, 4)):
        wide = "hướng: ngang\n" if r.random() < 0.5 else ""
        out.append(f"---\nphụ lục: {m.text(r.randrange(3, 30))}\n{wide}---\n" + "\n\n".join(
            r.choice([m.para, lambda: m.table(r.randrange(2, 30), long=True), lambda: m.mixed(40) + "."])() for _ in range(r.randrange(1, 6))))
    return "\n\n".join(out)


def heads(m):
    r = m.rng
    more = {"độ khẩn": r.choice(URGENCIES), "lưu hành": r.choice(MARKS), "trích yếu": m.text(r.choice([8, 40, 90]))}
    if r.random() < 0.4:
        more["kính gửi"] = "[" + ", ".join(f'"{m.text(r.randrange(3, 16))}"' for _ in range(r.randrange(1, 6))) + "]"
    if r.random() < 0.3:
        more["người ký"] = "[{chức vụ: Giám đốc, họ tên: Trần Văn An}, {chức vụ: Chủ tịch, họ tên: Lê Thị Bình}]"
    return m.head(**more) + "\n\n".join(m.para() for _ in range(r.randrange(1, 9)))


def codes(m):
    """Tables of narrow columns with codes, dates, addresses: alone in a cell, and in the midst of a sentence."""
    r, out = m.rng, [m.head()]
    for _ in range(r.randrange(2, 5)):
        n, rows = r.randrange(2, 5), []
        for _ in range(r.randrange(4, 16)):
            rows.append([r.choice(CODES) if r.random() < 0.5 else f"{m.text(r.randrange(1, 5))} {r.choice(CODES)} {m.text(r.randrange(1, 5))}" for _ in range(n)])
        widths = [f"{r.randrange(14, 28)}{r.choice(['', '.4', '.7'])}mm" for _ in range(n)]
        aligns = [r.choice(["trái", "giữa", "phải", "đều"]) for _ in range(n)]
        out.append("{cột: *, " + ", ".join(widths) + "; căn: trái, " + ", ".join(aligns) + "}\n| Nội dung " + "| Mã " * n + "|\n" + "|---" * (n + 1) + "|\n"
                   + "\n".join(f"| {m.text(3)} | " + " | ".join(row) + " |" for row in rows))
        out.append(m.para())
    return "\n\n".join(out)


KINDS = {"tables": tables, "runs": runs, "lists": lists, "footnotes": footnotes, "annexes": annexes, "heads": heads, "codes": codes}


def draft(rng, words, kind):
    return KINDS[kind](Maker(rng, words))
