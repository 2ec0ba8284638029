#!/usr/bin/env python3
"""Writes an object file with the part of ICU's data that Standpoint uses.

  Scripts/icu_data.py ARCHIVE OBJECT

ARCHIVE is lib_FoundationICU.a of a Swift toolchain. Its data, 34 MB, describes all languages and encodings; Standpoint takes
time zones, normalisation and the rules that hold for all languages from it. Texts and dates in other languages are its own
(Templates/languages/). Prints the definition, for --defsym, by which a linker takes OBJECT in place of the whole data.

The format is that of ICU's common data files: a header, the number of items, for each the places of its name and its bytes,
the names, and the bytes.
"""
import os
import re
import struct
import subprocess
import sys
import tempfile

MEMBER = "icu_packaged_data.cpp.o"
SYMBOL = "standpoint_icu_data"
# Endings of what is not used: encodings, dictionaries of languages without spaces, profiles of names on the Internet.
UNUSED_ENDINGS = (".cnv", ".dict", ".spp")
UNUSED = {"cnvalias.icu", "confusables.cfu", "unames.icu"}
# Of files for languages, those that hold for all of them, and English, to which ICU falls back.
KEPT_NAMES = {"root", "pool", "res_index", "en"}
KEPT_BREAKS = {"char.brk", "word.brk", "line.brk", "sent.brk", "title.brk"}


def is_kept(name):
    """Whether an item, such as `icudt76l/zone/de.res`, is used."""
    folders, leaf = name.split("/")[1:-1], name.split("/")[-1]
    if leaf.endswith(UNUSED_ENDINGS) or leaf in UNUSED or folders == ["translit"]:
        return False
    if not leaf.endswith(".res"):
        return folders in ([], ["coll"]) or leaf in KEPT_BREAKS
    stem = leaf[: -len(".res")]
    # Languages have two or three small letters; other files are named in words.
    return stem in KEPT_NAMES or not re.fullmatch("[a-z]{2,3}(_.*)?", stem)


def read(data):
    """The header, and the items as pairs of name and bytes."""
    size = struct.unpack_from("<H", data)[0]
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise ValueError("this is not ICU data")
    count = struct.unpack_from("<I", data, size)[0]
    places = [struct.unpack_from("<II", data, size + 4 + 8 * item) for item in range(count)]
    ends = [start for _, start in places[1:]] + [len(data) - size]
    items = []
    for (name, start), end in zip(places, ends):
        stop = data.index(b"\0", size + name)
        items.append((data[size + name : stop], data[size + start : size + end]))
    return data[:size], items


def write(header, items):
    """The bytes of a data file. Each item starts at a multiple of 16, as ICU expects."""
    names, name_places, place = b"", [], 4 + 8 * len(items)
    for name, _ in items:
        name_places.append(place + len(names))
        names += name + b"\0"
    names += bytes(-(place + len(names)) % 16)
    body, starts, place = bytearray(), [], place + len(names)
    for _, content in items:
        starts.append(place + len(body))
        body += content + bytes(-len(content) % 16)
    table = b"".join(struct.pack("<II", *pair) for pair in zip(name_places, starts))
    return header + struct.pack("<I", len(items)) + table + names + bytes(body)


def main():
    archive, target = map(os.path.abspath, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:

        def run(*words):
            return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout

        run("ar", "x", archive, MEMBER)
        symbol = re.search(r" R (icudt\d+_dat)$", run("nm", MEMBER), re.M)[1]
        run("objcopy", "-O", "binary", "--only-section=.rodata*", MEMBER, "whole.dat")
        with open(f"{folder}/whole.dat", "rb") as file:
            header, items = read(file.read())
        with open(f"{folder}/part.dat", "wb") as file:
            file.write(write(header, [item for item in items if is_kept(item[0].decode())]))
        with open(f"{folder}/part.s", "w") as file:
            file.write(
                f".section .rodata\n.globl {SYMBOL}\n.balign 16\n{SYMBOL}:\n.incbin \"part.dat\"\n"
                '.section .note.GNU-stack,"",@progbits\n'
            )
        run("cc", "-c", "part.s", "-o", target)
    print(f"{symbol}={SYMBOL}")


if __name__ == "__main__":
    main()
