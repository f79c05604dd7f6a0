"""OO: dataclasses, properties, enums, class and static methods, super, dunder methods, descriptors, attribute hooks."""
import enum
from dataclasses import dataclass, field, replace

SIZES = {'full': (6000, (36659351.0, 60.095, True, 5, 3000, 3000)), 'quick': (100, (20822.0, 60.095, True, 5, 50, 50))}


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    @property
    def next(self):
        return Color(self.value % 3 + 1)


class Positive:
    def __set_name__(self, owner, name):
        self.slot = '_' + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(self.slot[1:])
        setattr(instance, self.slot, value)


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False)
    color: Color = field(default=Color.RED, compare=False)

    @property
    def gross(self):
        return self.price * 1.19


class Shape:
    made = 0
    size = Positive()

    def __init__(self, size):
        self.size = size
        type(self).count()

    @classmethod
    def count(cls):
        cls.made += 1

    @staticmethod
    def scale(x):
        return x * 2

    def area(self):
        return 0

    def __repr__(self):
        return f'{type(self).__name__}({self.size})'


class Square(Shape):
    def area(self):
        return super().area() + self.size ** 2


class Cube(Square):
    def area(self):
        return super().area() * 6

    def __getattr__(self, name):
        if name.startswith('side'):
            return self.size + len(name)
        raise AttributeError(name)


class Polynomial:
    def __init__(self, *c):
        self.c = c

    def __call__(self, x):
        total = 0
        for c in self.c:
            total = total * x + c
        return total

    def __getitem__(self, i):
        return self.c[i]

    def __len__(self):
        return len(self.c)

    def __eq__(self, other):
        return self.c == other.c

    def __hash__(self):
        return hash(self.c)


def run(n):
    Square.made = Cube.made = 0
    total = 0.0
    color = Color.RED
    items, known = [], set()
    for i in range(n):
        item = Item(i * 7 % 100 + 0.5, f'n{i}', color=color)
        item.tags.append(color.name)
        color = color.next
        items.append(replace(item, price=item.gross))
        shape = (Square, Cube)[i % 2](i % 9)
        total += shape.area() + Shape.scale(i) + len(repr(shape))
        if i % 2:
            total += shape.side_length
        if i % 40 == 0:
            try:
                shape.size = -1
            except ValueError as e:
                total += len(str(e))
        p = Polynomial(1, i % 5, 3)
        total += p(2) + p[1] + len(p)
        known.add(p)
    items.sort()
    return round(total, 3), round(items[n // 2].price, 3), items[0].color is Color.RED, len(known), Square.made, Cube.made
