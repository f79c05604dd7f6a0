# only: tuff
# Static Python in compiled code: calls without frames and what can be seen of them, raw fields, arrays, patching, recursion.
import __static__

import gc
import sys
import traceback
from typing import Optional, final

from __static__ import Array, CheckedList, box, cbool, clen, crange, double, int8, int32, int64, uint8, uint64


def fib(n: int64) -> int64:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def mixed(a: int64, b: double, c: cbool, d: str) -> double:
    if c:
        return b * 2.0
    return b + double(a) + double(clen(d))


def wraps(n: int64) -> int:
    small: int8 = 100
    byte: uint8 = 250
    wide: uint64 = 0
    for i in crange(n):
        small += 9
        byte += 3
        wide -= 1
    return box(small) * 1000000 + box(byte) * 1000 + (box(wide) & 0xFF)


@final
class Point:
    x: double
    n: int64
    small: int8
    flag: cbool
    wide: uint64
    other: Optional["Point"]

    def __init__(self, x: double, n: int64) -> None:
        self.x = x
        self.n = n
        self.other = None

    def moved(self, by: double) -> double:
        self.x += by
        self.n += 1
        self.small += 50
        self.flag = not self.flag
        self.wide -= 1
        return self.x


class Shape:
    name: str
    count: int = 7

    def __init__(self, name: str) -> None:
        self.name = name

    def area(self, k: int64) -> int64:
        return k

    def twice(self, k: int64) -> int64:
        return self.area(k) * 2


class Square(Shape):
    side: int64

    def __init__(self, side: int64) -> None:
        super().__init__("square")
        self.side = side

    def area(self, k: int64) -> int64:
        return self.side * self.side * k


class Cube(Square):
    def area(self, k: int64) -> int64:
        return self.side * self.side * self.side * k


def areas(shapes: CheckedList[Shape], times: int64) -> int64:
    total: int64 = 0
    for i in crange(times):
        for shape in shapes:
            total += shape.twice(i)
    return total


def chain(n: int64) -> Point:
    p = Point(0.5, n)
    if n > 0:
        p.other = chain(n - 1)
    return p


def walk(p: Optional[Point]) -> double:
    total: double = 0.0
    while p is not None:
        total += p.moved(0.25)
        p = p.other
    return total


def leaf(n: int64, at: int64) -> int64:
    if n == at:
        return 10 // (n - at)
    return n


def middle(n: int64, at: int64) -> int64:
    k: int64 = n * 2
    return leaf(n, at) + k


def outer(times: int64, at: int64) -> int64:
    total: int64 = 0
    for i in crange(times):
        total += middle(i, at)
    return total


def caught(times: int64) -> int64:
    total: int64 = 0
    for i in crange(times):
        try:
            total += middle(i, 5)
        except ZeroDivisionError:
            total += 1000
    return total


def untyped_frames() -> str:
    f = sys._getframe(1)
    names = []
    while f is not None and len(names) < 4:
        names.append(f.f_code.co_name)
        f = f.f_back
    return " ".join(names)


hook = None


def seen_below(n: int64) -> int64:
    if n == 3:
        if hook is not None:
            hook()
    return n


def seen(n: int64) -> int64:
    return seen_below(n) + 1


def depth(n: int64) -> int64:
    if n == 0:
        return 0
    return depth(n - 1) + 1


def items(n: int64) -> int64:
    a: Array[int32] = Array[int32](box(n))
    d: Array[double] = Array[double](box(n))
    for i in crange(n):
        a[i] = int32(i * i)
        d[i] = double(i) / 2.0
    total: int64 = 0
    for i in crange(n):
        total += int64(a[i]) + int64(a[-1])
    return total + int64(box(d[n - 1]).__int__())


def replaced(n: int64) -> int64:
    return n + 100


def calls_replaced(n: int64) -> int64:
    total: int64 = 0
    for i in crange(n):
        total += replaced(i)
    return total


def main() -> None:
    r: int = 0
    t: float = 0.0
    p: Point = chain(1)
    for _ in range(30):
        assert box(fib(10)) == 55
    print(box(fib(15)), box(mixed(3, 1.5, False, "abc")), box(mixed(3, 1.5, True, "abc")))
    for _ in range(20):
        r = wraps(40)
    print(r)

    for _ in range(20):
        p = chain(20)
        t = box(walk(p))
    print(t, box(p.x), box(p.n), box(p.small), box(p.flag), box(p.wide))

    shapes: CheckedList[Shape] = [Shape("a"), Square(2), Cube(2)]
    for _ in range(20):
        r = box(areas(shapes, 30))
    print(r, [s.count for s in shapes], [s.name for s in shapes])

    for _ in range(20):
        r = box(outer(30, -1))
    print(r)
    try:
        outer(30, 17)
    except ZeroDivisionError as e:
        print("".join(line.split(", in ")[-1] for line in traceback.format_exception(e)[1:] if ", in " in line).count("\n") > 0, e)
        names = []
        tb = e.__traceback__
        while tb is not None:
            names.append((tb.tb_frame.f_code.co_name, sorted(tb.tb_frame.f_locals)))
            tb = tb.tb_next
        print([n for n, _ in names], names[-1][1])
    for _ in range(20):
        r = box(caught(12))
    print(r)

    for _ in range(30):
        assert box(seen(1)) == 2
    print(box(depth(200)))
    limit = sys.getrecursionlimit()
    try:
        depth(100000)
    except RecursionError as e:
        print(str(e).startswith("maximum recursion depth exceeded"))
    print(box(depth(100)), sys.getrecursionlimit() == limit)
    for _ in range(20):
        r = box(items(25))
    print(r)
    try:
        items(0)
    except IndexError as e:
        print(e)
    for _ in range(20):
        r = box(calls_replaced(20))
    print(r)


main()


UNTYPED = """
def run_untyped():
    space["hook"] = lambda: print(untyped_frames())
    print(seen(3))
    space["hook"] = None

    # untyped code on static classes
    p = Point(1.25, 4)
    print(p.x, p.n, p.flag, p.other, p.moved(1.0), p.small)
    p.x = 8
    p.n = True
    print(repr(p.x), repr(p.n))
    for bad in ("p.n = 'a'", "p.other = 3", "del p.n", "p.none", "p.none = 1", "Point('a', 1)", "p.moved('x')"):
        try:
            exec(bad)
        except (TypeError, AttributeError, OverflowError) as e:
            print(bad, "->", type(e).__name__, e)
    s = Shape.__new__(Shape)
    try:
        print(s.name)
    except AttributeError as e:
        print(e)
    print(s.count)

    class Loose(Square):
        def __init__(self, side):
            super().__init__(side)
            self.extra = "e"

        def __del__(self):
            print("gone", self.extra, self.side)

    loose = Loose(3)
    print(loose.extra, loose.area(2), loose.twice(2), loose.__dict__, box_area([loose, Square(2)]))
    del loose
    gc.collect()

    old = space["replaced"]
    space["replaced"] = lambda n: n
    print(calls_replaced(20))
    space["replaced"] = old
    print(calls_replaced(20))
    kept = Cube.area
    Cube.area = lambda self, k: 1
    print(areas_of([Cube(3)]))
    Cube.area = kept
    print(areas_of([Cube(3)]))


def box_area(shapes):
    return areas(CheckedList[Shape](shapes), 3)


def areas_of(shapes):
    return [areas(CheckedList[Shape](shapes), 3) for _ in range(3)][-1]


run_untyped()
"""

space = globals()
exec(UNTYPED, dict(space, space=space))

# expect: 610 7.5 3.0
# expect: -51885784
# expect: 15.75 0.75 21 50 True 18446744073709551615
# expect: 11310 [7, 7, 7] ['a', 'square', 'square']
# expect: 1305
# expect: True division by zero
# expect: ['main', 'outer', 'middle', 'leaf'] ['at', 'n']
# expect: 1183
# expect: 200
# expect: True
# expect: 100 True
# expect: 19312
# expect: array index out of range
# expect: 2190
# expect: <lambda> seen_below seen run_untyped
# expect: 4
# expect: 1.25 4 False None 2.25 50
# expect: 8.0 1
# expect: p.n = 'a' -> TypeError 'str' object cannot be interpreted as an integer
# expect: p.other = 3 -> StaticTypeError expected 'Point', got 'int' for attribute 'other'
# expect: del p.n -> TypeError can't delete numeric/char attribute
# expect: p.none -> AttributeError 'Point' object has no attribute 'none'
# expect: p.none = 1 -> AttributeError 'Point' object has no attribute 'none' and no __dict__ for setting new attributes
# expect: Point('a', 1) -> StaticTypeError __init__ expected 'float' for argument x, got 'str'
# expect: p.moved('x') -> StaticTypeError moved expected 'float' for argument by, got 'str'
# expect: 'Shape' object has no attribute 'name'
# expect: 7
# expect: e 18 36 {'extra': 'e'} 78
# expect: gone e 3
# expect: 190
# expect: 2190
# expect: 6
# expect: 162
