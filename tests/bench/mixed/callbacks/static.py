"""Functions that are given functions."""
import __static__
from __static__ import box, double, int64


def fold(items: list, value) -> int64:
    total: int64 = 0
    for item in items:
        total += int64(value(item))
    return total


def largest(items: list, key):
    best = items[0]
    most: int64 = int64(key(best))
    for item in items:
        n: int64 = int64(key(item))
        if n > most:
            most = n
            best = item
    return best


def root(f, low: double, high: double) -> double:
    while high - low > 0.000000001:
        middle: double = (low + high) / 2.0
        if double(f(box(middle))) > 0.0:
            high = middle
        else:
            low = middle
    return low
