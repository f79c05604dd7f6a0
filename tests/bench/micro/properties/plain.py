"""Properties, class methods and static methods of one class."""
from typing import final

SIZES = {'full': (60_000, 43185560), 'quick': (500, 343449)}


@final
class Clock:
    def __init__(self, seconds: int) -> None:
        self.seconds: int = seconds

    @property
    def minutes(self) -> int:
        return self.seconds // 60

    @staticmethod
    def wrapped(seconds: int) -> int:
        return seconds % 86400

    @classmethod
    def step(cls, n: int) -> int:
        return n * 61


def use(clock: Clock, n: int) -> int:
    total: int = 0
    for i in range(n):
        clock.seconds = Clock.wrapped(clock.seconds + Clock.step(i))
        total += clock.minutes
    return total


def run(n: int) -> int:
    return use(Clock(0), n)
