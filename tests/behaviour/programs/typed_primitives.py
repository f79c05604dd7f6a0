# only: tuff
"""Static Python: machine numbers wrap, widen, and are boxed where Python's objects are."""
import __static__
from __static__ import Array, box, cbool, clen, crange, double, int8, int16, int32, int64, uint8, uint16, uint64, unbox


def show(*calls) -> None:
    """Calls functions as untyped code does."""
    print(*[f(*args) for f, *args in calls])


def wrap8(a: int8, b: int8) -> int8:
    return a + b


def wrap_unsigned(a: uint8, b: uint8) -> uint8:
    return a + b


def largest(a: int64) -> int64:
    return a + 1


show((wrap8, 100, 100), (wrap_unsigned, 200, 200), (largest, 9223372036854775807))
# expect: -56 144 -9223372036854775808


def divided(a: int16, b: int16) -> int16:
    return a // b


def remainder(a: int16, b: int16) -> int16:
    return a % b


show((divided, -32768, -1000), (divided, 32767, -1000), (remainder, -32768, -1000), (remainder, 7, -2))
# expect: 32 -32 -768 1


def shifted(a: int8, b: uint8) -> None:
    n: int8 = 1
    m: uint8 = 1
    print(box(a << n), box(a >> n), box(b << m), box(b >> m))


shifted(-128, 255)
# expect: 0 -64 254 127


def mixed(a: int8, b: uint8) -> int16:
    return a + b


def signs(a: uint64, b: int64) -> None:
    print(box(int8(a)), box(int64(a)), box(uint16(b)), box(~uint8(b)))


show((mixed, -1, 255))
# expect: 254
signs(18446744073709551615, -2)
# expect: -1 -1 65534 1


def halves(n: int64) -> double:
    total: double = 0
    for i in crange(n):
        if i % 2:
            continue
        total += 0.5
    else:
        total += 100
    return total


show((halves, 10))
# expect: 102.5


def count(n: int64) -> int:
    first: int64 = 2
    for i in crange(first, n):
        pass
    return box(i)


print(count(5), count(1))
# expect: 5 2


def power(a: int32, b: int32) -> double:
    return a ** b


show((power, 2, 10))
# expect: 1024.0


def compare(a: int64, b: int64, c: int64) -> cbool:
    return a < b <= c


def truth(a: int64) -> str:
    if not a:
        return 'zero'
    return 'more'


show((compare, 1, 2, 2), (compare, 1, 2, 1), (truth, 0), (truth, -1))
# expect: True False zero more


def never_assigned(flag: bool) -> int64:
    n: int64
    if flag:
        n = 3
    return n


show((never_assigned, True), (never_assigned, False))
# expect: 3 0


def sieve(n: int) -> int:
    marks = Array[int64](n)
    found: int64 = 0
    i: int64 = 2
    while i < clen(marks):
        if marks[i] == 0:
            found += 1
            j: int64 = i * i
            while j < clen(marks):
                marks[j] = 1
                j += i
        i += 1
    return box(found)


print(sieve(1000))
# expect: 168


def items(xs: list[int], i: int64) -> object:
    xs[i] += 10
    return xs[i]


print(items([1, 2, 3], -1))
# expect: 13


def refused(f, *args) -> None:
    try:
        f(*args)
    except (OverflowError, TypeError) as e:
        print(type(e).__name__ + ':', e)


refused(wrap8, 128, 0)
# expect: OverflowError: int overflow
refused(wrap8, 'x', 0)
# expect: StaticTypeError: wrap8 expected 'int' for argument a, got 'str'
refused(wrap8, 1)
# expect: TypeError: wrap8() missing 1 required positional argument: 'b'


def unboxed(x) -> int64:
    n: int64 = unbox(x)
    return n + 1


show((unboxed, 41))
# expect: 42
refused(unboxed, 'x')
# expect: TypeError: expected 'int', got 'str'
refused(unboxed, 2 ** 64)
# expect: OverflowError: int overflow
