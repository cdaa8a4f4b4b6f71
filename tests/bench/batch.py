#!/usr/bin/env python3
"""Figures of batch: CPU a document, memory of the workers, two workers against one.
usage: batch.py VANBAN REGISTER-MAKER TEMPLATE [AGENCIES]   (3321, 40 tasks each)"""
import os, subprocess, sys, tempfile, threading, time

vanban, maker, template = sys.argv[1:4]
agencies = int(sys.argv[4]) if len(sys.argv) > 4 else 3321


def status(pid, key):
    try:
        with open(f"/proc/{pid}/status") as f:
            for line in f:
                if line.startswith(key + ":"):
                    return line.split()[1]
    except OSError:
        pass
    return "0"


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as f:
            return f.read().split()
    except OSError:
        return []


def watch(pid, seen, done):
    """Most memory of each worker (MB): soon after its start and at the end."""
    while not done.wait(0.2):
        for child in children(pid):
            mb = int(status(child, "VmHWM")) / 1024
            if mb:
                seen.setdefault(child, []).append(mb)


def run(register, folder, jobs, more=()):
    """CPU (s) of the parent and the workers, wall (s), memory of the workers."""
    before, seen, done = os.times(), {}, threading.Event()
    began = time.monotonic()
    p = subprocess.Popen([vanban, "batch", template, "--data", register, "--quarter", "4/2025", "-o", folder, "--jobs", str(jobs), "--quiet", *more])
    t = threading.Thread(target=watch, args=(p.pid, seen, done))
    t.start()
    if p.wait() != 0:
        sys.exit(f"batch ended with status {p.returncode}")
    wall = time.monotonic() - began
    done.set()
    t.join()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, wall, seen


with tempfile.TemporaryDirectory() as d:
    def make(n):
        path = f"{d}/{n}.xlsx"
        subprocess.run([maker, path, str(n), "40"], check=True)
        return path

    few, many = make(min(agencies, 300)), make(agencies)
    one = run(few, f"{d}/one", 1)
    two = run(few, f"{d}/two", 2)
    print(f"{min(agencies, 300)} documents: one worker {one[1]:.1f} s, two workers {two[1]:.1f} s, {one[1] / two[1]:.2f} times as fast (goal 1.8); "
          f"load of the machine {os.getloadavg()[0]:.1f}")
    cpu, wall, seen = run(many, f"{d}/many", os.cpu_count() or 1)
    files = [f for f in os.listdir(f"{d}/many") if f.endswith(".pdf")]
    most, late = max(max(v) for v in seen.values()), max(v[-1] - v[min(len(v) - 1, 15)] for v in seen.values())
    print(f"{len(files)} documents of {agencies * 40} rows, DOCX and PDF: {cpu:.1f} s of CPU, {1000 * cpu / len(files):.1f} ms a document (goal 20); {wall:.0f} s")
    print(f"memory of a worker: {most:.1f} MB at most (goal 64), {late:.1f} MB more at the end than after 3 s")
    cpu, wall, seen = run(many, f"{d}/many", os.cpu_count() or 1, ("--resume",))
    print(f"the same with --resume, nothing changed: {cpu:.1f} s of CPU")
    cpu, wall, seen = run(many, f"{d}/many", os.cpu_count() or 1, ("--resume", "--merge"))
    print(f"with --merge besides: {cpu:.1f} s of CPU")
