# only: tuff
"""Static Python: calls of a method that all classes of the receivers share go without looking at the class, until one of them gets its own."""
import __static__
from __static__ import box, crange, int64


class Animal:
    def __init__(self, legs: int64) -> None:
        self.legs: int64 = legs

    def count(self) -> int64:
        return self.legs

    def twice(self) -> int64:
        return self.count() * 2


class Bird(Animal):
    pass


class Duck(Bird):
    pass


def total(animals: list, times: int64) -> int64:
    sum: int64 = 0
    for i in crange(times):
        for a in animals:
            if isinstance(a, Animal):
                sum += a.twice()
    return sum


def one(animal: Animal, times: int64) -> int64:
    sum: int64 = 0
    for i in crange(times):
        sum += animal.count()
    return sum


ALL = [Animal(4), Bird(2), Duck(1)]
for warm in range(3):
    print(box(total(ALL, 4000)), box(one(ALL[1], 9000)))
# expect: 56000 18000
# expect: 56000 18000
# expect: 56000 18000


class Snake(Animal):
    def count(self) -> int64:
        return 100


# a class below that has its own
print(box(total([*ALL, Snake(0)], 1000)), box(one(Snake(0), 10)), box(one(Duck(3), 10)))
# expect: 214000 1000 30
for warm in range(3):
    print(box(total([*ALL, Snake(0)], 3000)))
# expect: 642000
# expect: 642000
# expect: 642000


def three(self):
    return 3


# one that gets its own later, and loses it again
Duck.count = three
print(box(total(ALL, 1000)), box(one(Duck(5), 10)))
# expect: 18000 30
del Duck.count
print(box(total(ALL, 1000)), box(one(Duck(5), 10)))
# expect: 14000 50


# what untyped code puts in the place is checked
def word(self):
    return 'many'


Bird.count = word
try:
    total(ALL, 1)
except TypeError as e:
    print(e)
# expect: unexpected return type from Bird.count, expected int64, got str
del Bird.count

# an untyped class below: its objects may have a method of their own
Untyped = type('Untyped', (Animal,), {})
u = Untyped(7)
print(box(one(u, 10)), box(total([u], 10)))
# expect: 70 140
u.count = lambda: 9
print(box(one(u, 10)), box(total([u], 10)))
# expect: 90 180
for warm in range(3):
    print(box(one(u, 9000)), box(one(ALL[0], 9000)))
# expect: 81000 36000
# expect: 81000 36000
# expect: 81000 36000

# the method itself is replaced
Animal.count = three
print(box(one(ALL[0], 10)), box(one(Duck(5), 10)), box(total(ALL, 10)))
# expect: 30 30 180
