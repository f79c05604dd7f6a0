"""Writes the resource files of character properties that the JDK does not have.

usage: python3.14 tools/unicode/generate.py engine/src/main/resources/dev/tuff/engine/text NamedSequences.txt

The properties are those of the Unicode Character Database 16.0, read through the module unicodedata of the Python that runs this.
"""

import sys
import unicodedata as ucd
from fractions import Fraction
from pathlib import Path

CHARS = [chr(c) for c in range(0x110000)]


def numbers():
    """Lines `first last value kind`: kind D for Numeric_Type=Digit, N for other numbers; in a run values go up by one."""
    runs = []
    for c in CHARS:
        if (value := ucd.numeric(c, None)) is None or ucd.decimal(c, None) is not None:
            continue
        kind = "D" if ucd.digit(c, None) is not None else "N"
        value = Fraction(value).limit_denominator(1000)
        last = runs[-1] if runs else None
        if last and last[1] == ord(c) - 1 and last[3] == kind and last[2] + ord(c) - last[0] == value:
            last[1] = ord(c)
        else:
            runs.append([ord(c), ord(c), value, kind])
    return [f"{a:x} {b:x} {v} {k}" for a, b, v, k in runs]


def casing():
    """Lines `T char mapping` for title case of several characters, `F char mapping` for case folding that is not lower case."""
    lines = [f"T {c} {t}" for c in CHARS if len(t := c.title()) > 1]
    lines += [f"F {c} {f}" for c in CHARS if (f := c.casefold()) != c.lower()]
    return lines


def runs(value, default):
    """Lines `first last value` of the runs of characters that have the same value, other than the default."""
    lines = []
    for c in CHARS:
        v = value(c)
        if v == default(c) if callable(default) else v == default:
            continue
        if lines and lines[-1][1] == ord(c) - 1 and lines[-1][2] == v:
            lines[-1][1] = ord(c)
        else:
            lines.append([ord(c), ord(c), v])
    return [f"{a:x} {b:x} {v}" for a, b, v in lines]


def decompositions():
    """Lines of a character, its compatibility tag if it has one, and what it decomposes into; Hangul goes by arithmetic."""
    lines = []
    for c in CHARS:
        if not "\uac00" <= c <= "\ud7a3" and (parts := ucd.decomposition(c).split()):
            tag = parts.pop(0) if parts[0].startswith("<") else ""
            lines.append(c + tag + "".join(chr(int(p, 16)) for p in parts))
    return lines


def sequences(file):
    """Lines `name;characters` out of Unicode's NamedSequences.txt, as far as they are known."""
    lines = []
    for line in file.read_text().splitlines():
        name, semicolon, codes = line.partition(";")
        if not semicolon or line.startswith("#"):
            continue
        text = "".join(chr(int(c, 16)) for c in codes.split())
        try:
            if ucd.lookup(name) == text:
                lines.append(f"{name};{text}")
        except KeyError:
            print("unknown sequence", name, file=sys.stderr)
    return lines


def version32():
    """Lines `property first last value` of what differs in version 3.2.0; no value stands for none."""
    old = ucd.ucd_3_2_0
    lines = []
    for name in ("category", "bidirectional", "combining", "mirrored", "east_asian_width"):
        lines += [f"{name} {r}" for r in runs(getattr(old, name), getattr(ucd, name))]
    for name in ("decimal", "numeric"):
        before = {c: getattr(old, name)(c, "") for c in CHARS}
        lines += [f"{name} {r}" for r in runs(before.get, lambda c: getattr(ucd, name)(c, ""))]
    assigned = [c for c in CHARS if old.category(c) != "Cn"]
    lines += [f"normal {ord(c):x} {ord(c):x} {ord(d):x}" for c in assigned if (d := old.normalize("NFD", c)) != ucd.normalize("NFD", c)]
    return lines


def write(where, name, lines):
    (where / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    where = Path(sys.argv[1])
    write(where, "numbers.txt", numbers())
    write(where, "casing.txt", casing())
    write(where, "combining.txt", runs(ucd.combining, 0))
    write(where, "width.txt", runs(ucd.east_asian_width, "N"))
    write(where, "decomposition.txt", decompositions())
    write(where, "version-3.2.txt", version32())
    write(where, "sequences.txt", sequences(Path(sys.argv[2])))


if __name__ == "__main__":
    main()
