"""Numeric: pi and an integral by random points, with an own generator and with the library's."""
import random

SIZES = {'full': (80000, (3.14515, 3.14885)), 'quick': (2000, (3.134, 3.16))}


class Lcg:
    """A 32-bit linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (1664525 * self.state + 1013904223) & 0xFFFFFFFF
        return self.state / 4294967296.0


def run(n):
    own = Lcg(113)
    inside = 0
    for _ in range(n):
        x = own.next()
        y = own.next()
        if x * x + y * y <= 1.0:
            inside += 1
    library = random.Random(113)
    hits = sum(1 for _ in range(n) if library.random() ** 2 + library.random() ** 2 <= 1.0)
    return 4.0 * inside / n, 4.0 * hits / n
