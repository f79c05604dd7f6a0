"""Virtual calls: one method, overridden in four classes, whose objects stand mixed in a list."""
import __static__
from __static__ import CheckedList, box, crange, int64

SIZES = {'full': (150_000, 120534203568), 'quick': (500, 1339593)}


class Shape:
    def __init__(self, size: int64) -> None:
        self.size: int64 = size

    def area(self, scale: int64) -> int64:
        return 0


class Square(Shape):
    def area(self, scale: int64) -> int64:
        return self.size * self.size * scale


class Line(Shape):
    def area(self, scale: int64) -> int64:
        return self.size


class Box(Shape):
    def area(self, scale: int64) -> int64:
        return self.size * 6 + scale


def shapes() -> CheckedList[Shape]:
    return [Square(3), Line(4), Box(5), Line(6), Shape(7), Square(8), Box(9)]


def measure(shapes: CheckedList[Shape], n: int64) -> int64:
    total: int64 = 0
    for i in crange(n):
        total += shapes[i % 7].area(i)
    return total


def run(n: int) -> int:
    return box(measure(shapes(), int64(n)))
