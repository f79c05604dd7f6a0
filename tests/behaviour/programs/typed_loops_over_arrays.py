# only: tuff
"""Static Python: loops over arrays count in ints of Java where that is safe, and are right where it is not."""
import sys
import __static__
from __static__ import Array, box, crange, int64


def total(a: Array[int64], start: int64, end: int64) -> int64:
    s: int64 = 0
    i: int64 = start
    while i < end:
        s += a[i]
        i += 1
    return s


def diagonal(a: Array[int64], n: int64, row: int64) -> int64:
    s: int64 = 0
    for i in crange(n):
        s += a[i * row + i] * (row + i)
    return s


def turned(a: Array[int64], low: int64, high: int64) -> None:
    while low < high:
        other: int64 = a[low]
        a[low] = a[high]
        a[high] = other
        low += 1
        high -= 1


def down(a: Array[int64], start: int64, end: int64) -> int64:
    s: int64 = 0
    i: int64 = start
    while i >= end:
        s = s * 3 + a[i]
        i -= 2
    return s


def first(a: Array[int64], limit: int64) -> int64:
    """Ends long before its limit."""
    i: int64 = 0
    while i < limit:
        if a[i] > 6:
            return i
        i += 1
    return -1


def shown(function) -> None:
    shows: object = None
    for turn in range(40):
        try:
            shows = function(turn)
        except IndexError as e:
            shows = 'IndexError'
    print(shows)


def counted(n: int64) -> Array[int64]:
    made: Array[int64] = Array[int64](box(n))
    for i in crange(n):
        made[i] = i + 1
    return made


numbers: Array[int64] = counted(10)


def small(turn: int) -> object:
    return box(total(numbers, 0, 10)), box(total(numbers, 7, 3)), box(total(numbers, -3, 2)), box(diagonal(numbers, 3, 3)), box(down(numbers, 9, -1))


def beyond(turn: int) -> object:
    return box(total(numbers, 0, 11))


def far_start(turn: int) -> object:
    return box(total(numbers, 4294967296, 4294967298))


def nothing_far(turn: int) -> object:
    return box(total(numbers, 4294967298, 4294967296)), box(total(numbers, 9223372036854775807, -9223372036854775807))


def far_row(turn: int) -> object:
    return box(diagonal(numbers, 1, 9223372036854775807)), box(diagonal(numbers, 0, 4611686018427387904))


def far_product(turn: int) -> object:
    return box(diagonal(numbers, 2, 4294967295)), 'wraps to'


def far_limit(turn: int) -> object:
    return box(first(numbers, 9223372036854775807)), box(first(numbers, 10)), box(first(numbers, 3))


def mirror(turn: int) -> object:
    a: Array[int64] = counted(10)
    turned(a, 0, 9)
    turned(a, 5, 5)
    return list(a)


shown(small)
# expect: (55, 0, 30, 68, 3292)
shown(beyond)
# expect: IndexError
shown(far_start)
# expect: IndexError
shown(nothing_far)
# expect: (0, 0)
shown(far_row)
# expect: (9223372036854775807, 0)
shown(far_product)
# expect: IndexError
shown(far_limit)
# expect: (6, 6, -1)
shown(mirror)
# expect: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]


# what compiled code takes for granted: functions of modules, classes
class Counter:
    def __init__(self) -> None:
        self.n: int64 = 0

    def step(self) -> int64:
        return 1


def by_one(n: int64) -> int64:
    return n + 3


def walk(c: Counter, turns: int64) -> int64:
    n: int64 = 0
    for i in crange(turns):
        n = by_one(n) + c.step()
    return n


def walked(turn: int) -> object:
    return box(walk(Counter(), 10))


shown(walked)
# expect: 40
module: object = sys.modules[__name__]
plain: object = by_one
setattr(module, 'by_one', lambda n: n + 2)
shown(walked)
# expect: 30
setattr(module, 'by_one', plain)
shown(walked)
# expect: 40
setattr(Counter, 'step', lambda self: 5)
shown(walked)
# expect: 80
setattr(Counter, 'unrelated', 1)
shown(walked)
# expect: 80
