"""One call, several classes: the method is looked up anew for each object, whatever hot code knows of those before."""
import traceback


class Shape:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side

    def grown(self, by=1, *, times=1):
        return self.area() + by * times


class Square(Shape):
    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, side):
        super().__init__(side)
        self.exact = False

    def area(self):
        return 3 * self.side * self.side if not self.exact else None

    def grown(self, by=2, *, times=3):
        return self.area() - by - times


class Line(Shape):
    pass


class Cube(Square):
    def area(self):
        return super().area() * 6


def total(shapes, rounds):
    n = 0
    for _ in range(rounds):
        for shape in shapes:
            n += shape.area() + shape.grown() + shape.grown(5)
    return n


two = [Square(2), Circle(3)]
print(total(two, 1000), total(two + [Line(4)], 1000), total(two + [Line(4), Cube(2)], 1000), total([Shape(1)] * 3, 1000))
# expect: 86000 104000 182000 27000


# an attribute of the object, a new method of the class, another base, none at all
def patched(n):
    shapes = [Square(1), Circle(1), Line(1)]
    seen = []
    for i in range(n):
        if i == n // 4:
            Line.area = lambda self: 100
        elif i == n // 3:
            shapes[0].area = lambda: 1000
        elif i == n // 2:
            Circle.area = Square.area
        elif i == n - 10:
            shapes[1].__class__ = Cube
        seen.append(sum([s.area() for s in shapes]))
    del Line.area
    return [(k, seen.count(k)) for k in sorted(set(seen))]


print(patched(3000))
# expect: [(5, 750), (104, 250), (1101, 1490), (1103, 500), (1106, 10)]


# what goes by the same name: a generator, a builtin, a class, a static method, a bound method kept in a slot
class Sink:
    __slots__ = ('items', 'kept')

    def __init__(self):
        self.items = []
        self.kept = self.items.append

    def append(self, item):
        self.items.append(item * 2)


class Lazy:
    def append(self, item):
        yield item


class Static:
    @staticmethod
    def append(item):
        return item


class Nested:
    class append:
        def __init__(self, item):
            self.item = item


def fill(n):
    kinds = {}
    sinks = [[], Sink(), Lazy(), Static(), Nested(), bytearray()]
    for k in (2, 3, 6):
        for i in range(n):
            r = sinks[i % k].append(i % 7)
            kinds[type(r).__name__] = kinds.get(type(r).__name__, 0) + 1
    return kinds, len(sinks[0]), sum(sinks[1].items), len(sinks[5])


print(fill(1800))
# expect: ({'NoneType': 3900, 'generator': 900, 'int': 300, 'append': 300}, 1800, 10794, 300)


# one of them raises, with its own traceback; one has no such method, or takes other arguments
class Failing(Shape):
    def area(self):
        if self.side == 7:
            raise ValueError('seven')
        return 0


class Other:
    def area(self, unit):
        return unit


def last(shapes):
    n = 0
    for shape in shapes:
        n += shape.area()
    return n


for end in (Failing(7), Other(), object()):
    try:
        last([Square(2), Failing(1), Shape(1)] * 1000 + [end])
    except Exception as e:
        print(type(e).__name__, e, [(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
# expect: ValueError seven [('<module>', 142), ('last', 136), ('area', 124)]
# expect: TypeError Other.area() missing 1 required positional argument: 'unit' [('<module>', 142), ('last', 136)]
# expect: AttributeError 'object' object has no attribute 'area' [('<module>', 142), ('last', 136)]
