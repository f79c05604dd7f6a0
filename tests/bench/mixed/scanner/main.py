"""Mixed: an untyped parser on top of a library's scanner."""
from library import scan

SIZES = {'full': (4_000, 2172000), 'quick': (5, 2715)}
TEXT = '12 + 34 * (5 + 678) * 2 + (1 + (2 * 3 + 4) * 5) + 9'


def term(tokens, at):
    value, at = factor(tokens, at)
    while tokens[at] == '*':
        right, at = factor(tokens, at + 1)
        value *= right
    return value, at


def factor(tokens, at):
    if tokens[at] == '(':
        value, at = total(tokens, at + 1)
        return value, at + 1
    return int(tokens[at]), at + 1


def total(tokens, at):
    value, at = term(tokens, at)
    while tokens[at] == '+':
        right, at = term(tokens, at + 1)
        value += right
    return value, at


def run(n):
    found = 0
    for i in range(n):
        value, at = total(scan(TEXT), 0)
        found += value % 1000 + at
    return found
