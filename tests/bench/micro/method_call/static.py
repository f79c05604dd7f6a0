"""Method calls: small methods of one class, with arguments and results that are numbers."""
import __static__
from __static__ import box, crange, int64

SIZES = {'full': (100_000, 906526), 'quick': (500, 983545)}


class Counter:
    def __init__(self, step: int64) -> None:
        self.step: int64 = step
        self.total: int64 = 0

    def add(self, n: int64) -> int64:
        self.total = (self.total + n * self.step) % 1000003
        return self.total

    def scaled(self, n: int64) -> int64:
        return self.add(n) + self.step


def use(counter: Counter, n: int64) -> int64:
    last: int64 = 0
    for i in crange(n):
        last = counter.scaled(i ^ last)
    return last


def run(n: int) -> int:
    return box(use(Counter(7), int64(n)))
