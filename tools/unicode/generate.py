"""Writes the resource files of character properties that the JDK does not have.

usage: python3.14 tools/unicode/generate.py engine/src/main/resources/dev/tuff/engine/text

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


def write(where, name, lines):
    (where / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    where = Path(sys.argv[1])
    write(where, "numbers.txt", numbers())
    write(where, "casing.txt", casing())


if __name__ == "__main__":
    main()
