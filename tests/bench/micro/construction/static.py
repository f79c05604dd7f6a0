"""Objects made by static classes: two numbers each, dropped soon after."""
import __static__
from __static__ import box, crange, int64

SIZES = {'full': (80_000, 1002), 'quick': (500, 501752)}


class Point:
    def __init__(self, x: int64, y: int64) -> None:
        self.x: int64 = x
        self.y: int64 = y

    def plus(self, other: Point) -> Point:
        return Point((self.x + other.y) % 1000, (self.y + other.x) % 1000)


def use(n: int64) -> int64:
    point: Point = Point(1, 2)
    for i in crange(n):
        point = point.plus(Point(i, 3))
    return point.x * 1000 + point.y


def run(n: int) -> int:
    return box(use(int64(n)))
