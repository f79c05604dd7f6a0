"""Properties, class methods and static methods of one class."""
import __static__
from __static__ import box, crange, int64
from typing import final

SIZES = {'full': (60_000, 43185560), 'quick': (500, 343449)}


@final
class Clock:
    def __init__(self, seconds: int64) -> None:
        self.seconds: int64 = seconds

    @property
    def minutes(self) -> int64:
        return self.seconds // 60

    @staticmethod
    def wrapped(seconds: int64) -> int64:
        return seconds % 86400

    @classmethod
    def step(cls, n: int64) -> int64:
        return n * 61


def use(clock: Clock, n: int64) -> int64:
    total: int64 = 0
    for i in crange(n):
        clock.seconds = Clock.wrapped(clock.seconds + Clock.step(i))
        total += clock.minutes
    return total


def run(n: int) -> int:
    return box(use(Clock(0), int64(n)))
