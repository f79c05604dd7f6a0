"""Virtual calls: one method, overridden in four classes, whose objects stand mixed in a list."""
SIZES = {'full': (150_000, 120534203568), 'quick': (500, 1339593)}


class Shape:
    def __init__(self, size: int) -> None:
        self.size: int = size

    def area(self, scale: int) -> int:
        return 0


class Square(Shape):
    def area(self, scale: int) -> int:
        return self.size * self.size * scale


class Line(Shape):
    def area(self, scale: int) -> int:
        return self.size


class Box(Shape):
    def area(self, scale: int) -> int:
        return self.size * 6 + scale


def shapes() -> list[Shape]:
    return [Square(3), Line(4), Box(5), Line(6), Shape(7), Square(8), Box(9)]


def measure(shapes: list[Shape], n: int) -> int:
    total: int = 0
    for i in range(n):
        total += shapes[i % 7].area(i)
    return total


def run(n: int) -> int:
    return measure(shapes(), n)
