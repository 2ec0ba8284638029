#!/usr/bin/env python3
"""Attacks a running preview, and fails if it stops answering, grows without end or shows what it must not.

The preview serves a site of 60 reports. Each attack is followed by an ordinary request, which must be answered, and by a
look at the process: its connections must be gone, and its memory must not have grown beyond what the attack allows.

  Scripts/attack_test.py                     all attacks; 2,000 saves
  Scripts/attack_test.py --short             the same with 200 saves
  Scripts/attack_test.py --only saves        the attacks whose names contain a word

Nothing here depends on how fast the machine is: waiting ends with an answer, and its limits are generous. Uses the standard
library only, and /proc, so it runs on Linux.
"""

import argparse
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60
LARGE = 40_000_000


class Fault(Exception):
    pass


def report(number, word="one"):
    cells = " | ".join(f"[+] Says {number} {word}" for _ in range(3))
    return (f"---\ntitle: Report {number}\ndate: 2025-0{number % 9 + 1}-01\n---\n\nWord: {word}.\n\n"
            f"| Issue | North | South | East |\n|---|---|---|---|\n| Tolls | {cells} |\n| Water | {cells} |\n")


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def make_site(site):
    write(site / "Content/site.yml", "title: A site\n")
    for number in range(60):
        write(site / f"Content/reports/report-{number}.md", report(number))
    write(site / "Content/pages/files.md", "---\ntitle: Files\n---\n\n[Large](large.bin)\n")
    write(site / "Content/pages/large.bin", bytes(LARGE))
    write(site / "secret.txt", "top secret")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Preview:
    """A running preview, and what /proc knows of it."""

    def __init__(self, tool, scratch):
        self.site = scratch / "site"
        make_site(self.site)
        self.errors = scratch / "errors"
        log = open(scratch / "log", "w")
        self.process = subprocess.Popen(
            [tool, "serve", str(self.site), "--port", str(free_port())], stdin=subprocess.DEVNULL, stdout=log,
            stderr=subprocess.STDOUT, env=dict(os.environ, SWIFT_BACKTRACE="enable=no"))
        end = time.monotonic() + PATIENCE
        while True:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", (scratch / "log").read_text())
            if found:
                self.port = int(found[1])
                break
            if self.process.poll() is not None or time.monotonic() > end:
                raise Fault("the preview did not start: " + (scratch / "log").read_text()[-800:])
            time.sleep(0.05)
        self.log = scratch / "log"

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        return connection

    def exchange(self, data):
        """Everything that comes back for some bytes; empty if the connection is closed."""
        try:
            with self.connect() as connection:
                connection.sendall(data)
                return read_all(connection)
        except (ConnectionError, socket.timeout):
            return b""

    def get(self, path, headers=()):
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Connection: close", *headers]
        return self.exchange(("\r\n".join(lines) + "\r\n\r\n").encode())

    def require_answer(self, path="/", text=b"A site"):
        if self.process.poll() is not None:
            raise Fault(f"the preview ended with {self.process.returncode}: {self.log.read_text()[-600:]}")
        answer = self.get(path)
        if status(answer) != 200 or text not in answer:
            raise Fault(f"{path}: not answered as usual, but with {answer[:120]!r}")

    def wait_for(self, path, text, what):
        end = time.monotonic() + PATIENCE
        while text not in self.get(path):
            if time.monotonic() > end:
                raise Fault(f"{what} is not shown")
            time.sleep(0.1)

    def memory(self):
        """The resident memory, in bytes."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) * 1024

    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def open_files(self):
        """What is open, such as “3 × socket”."""
        folder = f"/proc/{self.process.pid}/fd"
        kinds = [re.sub(r":\[\d+\]$", "", os.readlink(f"{folder}/{number}")) for number in os.listdir(folder)]
        return ", ".join(f"{kinds.count(kind)} × {kind}" for kind in sorted(set(kinds)))

    def require_files(self, before):
        end = time.monotonic() + PATIENCE
        # The runtime opens a few for itself when it first needs them, such as timers.
        while self.files() > before + 12:
            if time.monotonic() > end:
                raise Fault(f"{self.files()} open files, and {before} before: {self.open_files()}")
            time.sleep(0.1)


def status(answer):
    found = re.match(rb"HTTP/1\.1 (\d+)", answer)
    return int(found[1]) if found else 0


def read_all(connection):
    parts = []
    while True:
        try:
            part = connection.recv(65_536)
        except (ConnectionError, socket.timeout):
            part = b""
        if not part:
            return b"".join(parts)
        parts.append(part)


def close(connections):
    for connection in connections:
        connection.close()


def open_many(preview, count, data=b""):
    connections = []
    for _ in range(count):
        try:
            connection = preview.connect()
            connections.append(connection)
            connection.sendall(data)
        except (ConnectionError, socket.timeout):
            continue
    return connections


# Attacks


def slow_heads(preview, options):
    """Heads that never end hold all connections; others are answered all the same."""
    held = open_many(preview, 300, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
    for _ in range(5):
        for connection in held:
            try:
                connection.send(b"y")
            except OSError:
                continue
        preview.require_answer()
    close(held)


def slow_bodies(preview, options):
    """The same with bodies."""
    held = open_many(preview, 300, b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx")
    preview.require_answer()
    close(held)


def slow_readers(preview, options):
    """Clients that request a large file and do not read it."""
    before = preview.memory()
    request = f"GET /pages/large.bin HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    if status(preview.get("/pages/large.bin")) != 200:
        raise Fault("the large file is not served")
    held = open_many(preview, 40 if options.short else 200, request)
    for _ in range(3):
        preview.require_answer()
    grown = preview.memory() - before
    if grown > 500_000_000:
        raise Fault(f"{grown >> 20} MB for {len(held)} clients that do not read {LARGE >> 20} MB")
    close(held)


def thousand_connections(preview, options):
    """1,000 connections at once, each with a request."""
    request = f"GET /reports/report-1/ HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    held = open_many(preview, 1_000, request)
    preview.require_answer()
    close(held)


def silent_connections(preview, options):
    """1,000 connections that say nothing, and stay."""
    held = open_many(preview, 300 if options.short else 1_000)
    for _ in range(3):
        preview.require_answer()
    close(held)


def malformed(preview, options):
    """Bytes that are no request, requests with parts that are too long, and bytes at random."""
    chance = random.Random(7)
    host = b"Host: localhost\r\n"
    requests = [
        b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\n" + host + b"\r\n",
        b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + host + b"X: y\r\n" * 100_000 + b"\r\n",
        b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 99999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n", b"GET / HTTP/2.0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\0" * 100_000, b"\r\n" * 100_000,
        b"GET /\xff\xfe HTTP/1.1\r\n" + host + b"\r\n", b"GET /%ff%00 HTTP/1.1\r\n" + host + b"\r\n",
        (b"GET / HTTP/1.1\r\n" + host + b"\r\n") * 2_000,
    ]
    valid = b"GET /reports/report-1/ HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    for _ in range(60 if options.short else 600):
        data = bytearray(valid)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(data))
            data[place:place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 4))
        requests.append(bytes(data) + b"\r\n\r\n")
    for data in requests:
        try:
            with preview.connect() as connection:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                answer = read_all(connection)
        except OSError:
            answer = b""
        if b"top secret" in answer:
            raise Fault(f"{data[:80]!r} shows a file that is not part of the site")
    preview.require_answer()


def foreign(preview, options):
    """Requests that another site makes: by name, by origin, or as a part of its own page."""
    plain = f"127.0.0.1:{preview.port}"
    hosts = ["evil.example", f"evil.example:{preview.port}", "127.0.0.1.evil.example", "0.0.0.0", "", "localhost."]
    for path in ["/", "/_standpoint/live.js", "/_standpoint/events/0/", "/graph.json"]:
        for host in hosts:
            answer = preview.exchange(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            if status(answer) not in (400, 403):
                raise Fault(f"{path} for the host “{host}”: {status(answer)}")
        for header in ["Origin: https://evil.example", "Origin: null", f"Origin: http://{plain}.evil.example",
                       "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors",
                       "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors"]:
            answer = preview.get(path, header.split("\r\n"))
            if status(answer) != 403:
                raise Fault(f"{path} with “{header!r}”: {status(answer)}")
    for header in [f"Origin: http://{plain}", "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors",
                   "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate",
                   "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate"]:
        if status(preview.get("/", header.split("\r\n"))) != 200:
            raise Fault(f"“{header!r}” is not answered")


def event_streams(preview, options):
    """More pages that listen for changes than there are connections, which all stay."""
    request = f"GET /_standpoint/events/0/ HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    held = open_many(preview, 400, request)
    for _ in range(3):
        preview.require_answer()
    with preview.connect() as listener:
        # The version of the page is not known, so the first event tells of it.
        listener.sendall(request.replace(b"events/0/", b"events/0/reports/report-3/"))
        require_event(listener, b"event: page", "a page that begins to listen")
        write(preview.site / "Content/reports/report-3.md", report(3, "listened"))
        require_event(listener, b"event: page", "a page that listens")
    close(held)


def require_event(connection, event, who):
    received, end = b"", time.monotonic() + PATIENCE
    while event not in received:
        try:
            part = connection.recv(4_096)
        except socket.timeout:
            part = b""
        if not part or time.monotonic() > end:
            raise Fault(f"{who} gets no “{event.decode()}”, but {received[-200:]!r}")
        received += part


def saves(preview, options):
    """Many saves, with a browser that listens; memory is compared with that after the first hundred."""
    count = 200 if options.short else 2_000
    warm = count // 2 if options.short else 400
    after = 0
    for number in range(count):
        place = number % 60
        path = preview.site / f"Content/reports/report-{place}.md"
        write(path, report(place, f"save{number}"))
        if number % 5 == 0 or number == count - 1:
            preview.wait_for(f"/reports/report-{place}/", f"save{number}.".encode(), f"save {number}")
        if number == warm:
            after = preview.memory()
    grown = preview.memory() - after
    print(f"  {count} saves: {after >> 20} MB after {warm}, {grown / 1048576:+.1f} MB at the end")
    if grown > 40_000_000:
        raise Fault(f"{grown >> 20} MB more after {count - warm} saves")


def vanishing(preview, options):
    """Folders that vanish and come back: with their files, empty, as a file, and the site's own folder."""
    site = preview.site
    write(site / "Templates/assets/own.css", "body { color: red }")
    write(site / "Public/index.html", "built")
    for name in ["Content", "Templates", "Public", "Content/reports", "."]:
        folder = site if name == "." else site / name
        away = site.parent / "away"
        for round in range(3):
            folder.rename(away)
            if round == 1:
                folder.mkdir()
            elif round == 2:
                folder.write_text("a file")
            for _ in range(3):
                preview.get("/")
                preview.get("/reports/report-1/")
                time.sleep(0.1)
            if preview.process.poll() is not None:
                raise Fault(f"the preview ended when “{name}” vanished: {preview.log.read_text()[-600:]}")
            if round == 1:
                folder.rmdir()
            elif round == 2:
                folder.unlink()
            away.rename(folder)
            word = f"back{round}{len(name)}"
            write(site / "Content/reports/report-1.md", report(1, word))
            preview.wait_for("/reports/report-1/", word.encode(), f"a change after “{name}” came back")
    shutil.rmtree(site / "Templates")
    preview.require_answer()


ATTACKS = [slow_heads, slow_bodies, slow_readers, thousand_connections, silent_connections, malformed, foreign,
           event_streams, vanishing, saves]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=str(ROOT / ".build/release/standpoint"))
    parser.add_argument("--short", action="store_true", help="a tenth of the saves and random requests")
    parser.add_argument("--only", default="", help="only attacks whose names contain this")
    options = parser.parse_args()
    began, faults, count = time.monotonic(), 0, 0
    scratch = Path(tempfile.mkdtemp(prefix="standpoint-attack-"))
    preview = None
    try:
        for attack in ATTACKS:
            name = attack.__name__.replace("_", " ")
            if options.only not in name:
                continue
            if preview is None or preview.process.poll() is not None:
                shutil.rmtree(scratch)
                scratch.mkdir()
                preview = Preview(str(Path(options.tool).resolve()), scratch)
            start, files = time.monotonic(), preview.files()
            count += 1
            try:
                attack(preview, options)
                preview.require_answer()
                preview.require_files(files)
                result = "stays up"
            except Fault as fault:
                faults += 1
                result = f"FAULT: {fault}"
                preview.process.kill()
                preview.process.wait()
            memory = f", {preview.memory() >> 20} MB" if preview.process.poll() is None else ""
            print(f"{name}: {result}{memory} ({time.monotonic() - start:.0f} s)", flush=True)
    finally:
        if preview and preview.process.poll() is None:
            preview.process.terminate()
            preview.process.wait()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{count} attacks, {faults} faults, {time.monotonic() - began:.0f} s")
    sys.exit(1 if faults or not count else 0)


if __name__ == "__main__":
    main()
