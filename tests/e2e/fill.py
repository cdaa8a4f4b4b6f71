#!/usr/bin/env python3
"""Fills a skeleton of `vanban new` with sound text.   usage: fill.py [--options] SKELETON >DRAFT
Number and date are given, every blank ("……", "[    ]") gets words, each time others; --options switches the optional lines on, but for
those that replace others."""
import itertools
import re
import sys

SENTENCES = ["Việc này được nêu trong chương trình công tác của cơ quan", "Các đơn vị đã chuẩn bị đủ hồ sơ theo yêu cầu", "Kết quả được tổng hợp đúng thời hạn",
             "Kinh phí được bố trí trong dự toán đã giao", "Hồ sơ được lưu tại bộ phận văn thư", "Lãnh đạo cơ quan trực tiếp theo dõi", "Thông tin được công khai tại trụ sở"]
PARTS = ["công tác chuyên môn", "lịch làm việc đã thống nhất", "phần việc còn lại", "hồ sơ lưu trữ", "kinh phí được giao", "bộ phận một cửa", "trang thiết bị", "cán bộ phụ trách",
         "đợt kiểm tra vừa qua"]


def fill(text, options):
    sentences, parts = itertools.cycle(SENTENCES), itertools.cycle(PARTS)
    head, body = text.split("\n---\n", 1)
    if options:
        head = re.sub(r"(?m)^# (độ khẩn|lưu hành|người soạn thảo|số bản|địa chỉ): ", r"\1: ", head)
    head = re.sub(r"(?m)^số:.*$", "số: 12", head)
    head = re.sub(r"(?m)^ngày:.*$", "ngày: 15/5/2026", head)
    head = re.sub(r"(?m)^(?!# )(.*?)…+", lambda m: m.group(1) + next(parts), head)
    body = re.sub(r"(?m)^(\d\. )?…+\.", lambda m: (m.group(1) or "") + next(sentences) + ".", body)
    body = re.sub(r"…+", lambda m: next(parts), body)
    body = re.sub(r"\[ +\]", "02", body)
    return head + "\n---\n" + body


def main():
    args = sys.argv[1:]
    options = args[0] == "--options"
    with open(args[-1], encoding="utf-8") as f:
        sys.stdout.write(fill(f.read(), options))


if __name__ == "__main__":
    main()
