"""A scanner of sums and products."""
import __static__
from __static__ import CheckedList, box, clen, int64


def scan(text: str) -> CheckedList[str]:
    tokens: CheckedList[str] = []
    at: int64 = 0
    end: int64 = clen(text)
    digits: str = ''
    while at < end:
        c: str = text[box(at)]
        at += 1
        if c.isdigit():
            digits += c
            continue
        if digits:
            tokens.append(digits)
            digits = ''
        if c != ' ':
            tokens.append(c)
    if digits:
        tokens.append(digits)
    tokens.append('')
    return tokens
