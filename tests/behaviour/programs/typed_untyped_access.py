# only: tuff
"""Untyped code and untyped subclasses that read and set fields of static instances, and static code that calls what they override."""
import __static__
import sys
from __static__ import CheckedList, box, cbool, double, int8, int64, uint64
from typing import Optional


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x: int = x
        self.y: int = y
        self.count: int64 = 0
        self.small: int8 = 0
        self.word: uint64 = 0
        self.ratio: double = 0.5
        self.on: cbool = False
        self.next: Optional[Point] = None
        self.free = None

    def step(self, turn: int) -> int:
        return self.x

    def name(self):
        return 'point'


class Late:
    x: int
    label: str = 'none'


def play(points: CheckedList[Point], turns: int) -> int:
    total: int64 = 0
    for turn in range(turns):
        for p in points:
            total += int64(p.step(turn))
    return box(total)


def names(points: CheckedList[Point]):
    found = []
    for p in points:
        found.append(p.name())
    return found


def shout(p: Point) -> None:
    raise ValueError(p.x)


UNTYPED = """

class Walker(Point):
    def step(self, turn):
        self.x = (self.x + self.y) % 1000
        return self.x

    def name(self):
        return len('walker')


class Jumper(Walker):
    def __init__(self, x, y):
        super().__init__(x, y)
        self.jumps = 0

    def step(self, turn):
        if turn % 3 == 0:
            self.jumps += 1
            return super().step(turn)
        return self.x


class Liar(Point):
    def step(self, turn):
        return turn if turn < 40 else str(turn)


class Asker(Point):
    def step(self, turn):
        answer = answers.get(turn)
        return self.x if answer is None else answer(turn)


class Other:
    def __init__(self):
        self.x = 5


def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


def add(points, n):
    total = 0
    for i in range(n):
        for p in points:
            p.x = p.x + i
            total += p.x
    return total


def primitives(p, n):
    for i in range(n):
        p.count += i
        p.small = i % 100 - 50
        p.word = p.count + 1
        p.ratio = p.ratio * 1.01
        p.on = not p.on
        p.next = p
        p.free = (p.small, p.next is p)
    return p.count, p.small, p.word, round(p.ratio, 6), p.on, p.free


def put(o, name, values):
    seen = []
    for v in values:
        def store():
            o.x = v
        def count():
            o.count = v
        def small():
            o.small = v
        def on():
            o.on = v
        def follow():
            o.next = v
        seen.append(tried({'x': store, 'count': count, 'small': small, 'on': on, 'next': follow}[name]))
    return seen


def labels(l, n):
    for i in range(n):
        l.label = l.label[-1:] + str(i % 10)
    return l.label


def read(l):
    return l.x


def stored(p, values):
    for v in values:
        p.x = v
    return p.x


def small(p, values):
    for v in values:
        p.small = v
    return p.small


print(add([Point(1, 2), Walker(3, 4), Jumper(5, 6), Other()], 500), add([Point(1, 2)], 500))
for turn in range(3):
    print(primitives(Point(0, 0), 200), primitives(Jumper(0, 0), 150))
points = CheckedList[Point]([Point(1, 2), Walker(3, 4), Jumper(5, 6)])
print(play(points, 500), points[2].jumps, names(points))
print(tried(play, CheckedList[Point]([Liar(0, 0)]), 100))
mixed = CheckedList[Point]([Point(1, 2), Walker(3, 4), Liar(5, 6)])
print(tried(play, mixed, 30), tried(play, mixed, 60))
answers = {}
asking = CheckedList[Point]([Point(1, 2), Asker(3, 4)])
print(play(asking, 100))
for answer in (str, float, bool, lambda turn: 1 << turn, lambda turn: turn.x, lambda turn: sys._getframe(2).f_lineno, lambda turn: sys._getframe(2).f_code.co_name):
    answers[70] = answer
    print(tried(play, asking, 60), tried(play, asking, 80))
p = Point(1, 2)
print(put(p, 'x', [3, 'a', None, True]), p.x)
print(put(p, 'count', [3, 'a', 2 ** 63, True]), p.count, put(p, 'on', [True, 1]), put(p, 'next', [None, p, 3]))
print(tried(stored, p, [1] * 400 + ['s']), p.x, tried(small, p, [1] * 400 + [None]), p.small)
late = Late()
print(tried(read, late), [tried(setattr, late, 'x', v) for v in (4, 's')], tried(read, late), labels(late, 300))
for i in range(300):
    read(late)
del late.x
print(tried(read, late), tried(read, Late()), tried(read, Other()), Late.label, Late().label)


class Hidden(Point):
    x = property(lambda self: 70, lambda self, v: None)


print(add([Hidden(1, 2)], 100), add([Point(1, 2), Hidden(1, 2)], 100))
was = Point.x
print(add([Point(1, 2)], 100))
Walker.x = property(lambda self: 8, lambda self, v: None)
print(add([Point(1, 2), Walker(3, 4)], 100), play(CheckedList[Point]([Walker(1, 2)]), 4))
del Walker.x
print(add([Point(1, 2), Walker(3, 4)], 100))


class Static:
    @staticmethod
    def twice(n):
        return n * 2

    @classmethod
    def who(cls):
        return cls.__name__


class Below(Static):
    pass


def calls(o, n):
    total = 0
    for i in range(n):
        total += o.twice(i) + Static.twice(1) + Below.twice(2)
    return total, o.who()


print(calls(Static(), 400), calls(Below(), 400), calls(Below, 400))
Static.twice = staticmethod(lambda n: n)
print(calls(Static(), 400), calls(Below(), 400))
Static.twice = lambda self, n: n + 7
print(tried(calls, Static(), 3))
"""

exec(UNTYPED, dict(globals()))

# expect: 83340000 20833750
# expect: (19900, 49, 19901, 3.658009, False, (49, True)) (11175, -1, 11176, 2.224211, False, (-1, True))
# expect: (19900, 49, 19901, 3.658009, False, (49, True)) (11175, -1, 11176, 2.224211, False, (-1, True))
# expect: (19900, 49, 19901, 3.658009, False, (49, True)) (11175, -1, 11176, 2.224211, False, (-1, True))
# expect: 500002 167 ['point', 6, 6]
# expect: ('StaticTypeError', 'unexpected return type from Liar.step, expected int, got str')
# expect: 2415 ('StaticTypeError', 'unexpected return type from Liar.step, expected int, got str')
# expect: 400
# expect: 240 ('StaticTypeError', 'unexpected return type from Asker.step, expected int, got str')
# expect: 240 ('StaticTypeError', 'unexpected return type from Asker.step, expected int, got float')
# expect: 240 318
# expect: 240 ('OverflowError', 'int overflow')
# expect: 240 ('AttributeError', "'int' object has no attribute 'x'")
# expect: 240 354
# expect: 240 ('StaticTypeError', 'unexpected return type from Asker.step, expected int, got str')
# expect: [None, ('StaticTypeError', "expected 'int', got 'str' for attribute 'x'"), ('StaticTypeError', "expected 'int', got 'NoneType' for attribute 'x'"), None] True
# expect: [None, ('TypeError', "'str' object cannot be interpreted as an integer"), ('OverflowError', 'Python int too large to convert to C long'), None] 1 [None, ('TypeError', 'attribute value type must be bool')] [None, None, ('StaticTypeError', "expected 'Point', got 'int' for attribute 'next'")]
# expect: ('StaticTypeError', "expected 'int', got 'str' for attribute 'x'") 1 ('TypeError', "'NoneType' object cannot be interpreted as an integer") 1
# expect: ('AttributeError', "'Late' object has no attribute 'x'") [None, ('StaticTypeError', "expected 'int', got 'str' for attribute 'x'")] 4 89
# expect: ('AttributeError', "'Late' object has no attribute 'x'") ('AttributeError', "'Late' object has no attribute 'x'") 5 none none
# expect: 7000 173750
# expect: 166750
# expect: 167550 32
# expect: 333700
# expect: (162000, 'Static') (162000, 'Below') (162000, 'Below')
# expect: (81000, 'Static') (81000, 'Below')
# expect: ('TypeError', "<lambda>() missing 1 required positional argument: 'n'")
