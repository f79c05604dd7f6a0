"""Objects made by static classes: two numbers each, dropped soon after."""
from __future__ import annotations

SIZES = {'full': (80_000, 1002), 'quick': (500, 501752)}


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x: int = x
        self.y: int = y

    def plus(self, other: Point) -> Point:
        return Point((self.x + other.y) % 1000, (self.y + other.x) % 1000)


def use(n: int) -> int:
    point: Point = Point(1, 2)
    for i in range(n):
        point = point.plus(Point(i, 3))
    return point.x * 1000 + point.y


def run(n: int) -> int:
    return use(n)
