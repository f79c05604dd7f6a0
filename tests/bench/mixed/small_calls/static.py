"""Small functions on machine numbers."""
import __static__
from __static__ import double, int64


def mix(a: int64, b: int64) -> int64:
    return (a * 31 + b) % 1009


def clamp(n: int64, low: int64, high: int64) -> int64:
    if n < low:
        return low
    if n > high:
        return high
    return n


def distance(x: double, y: double) -> double:
    return (x * x + y * y) ** 0.5
