# only: tuff
"""Static Python: what comes from untyped code is checked where it enters; known calls are direct ones, and inline functions none."""
import __static__
from __static__ import box, dynamic_return, inline, int64
from typing import Final, Optional

LIMIT: Final[int] = 10


def twice(x: int, y: int = 2) -> int:
    return x * y


def greet(name: Optional[str], /, *, mark: str = '!') -> str:
    return (name or 'nobody') + mark


def call() -> int:
    return twice(3) + twice(y=5, x=1) + twice(4, y=LIMIT)


print(call(), greet(None), greet('you', mark='?'))
# expect: 51 nobody! you?


def refused(f, *args, **keywords) -> None:
    try:
        print(f(*args, **keywords))
    except TypeError as e:
        print(type(e).__name__ + ':', e)


refused(twice, '3')
# expect: StaticTypeError: twice expected 'int' for argument x, got 'str'
refused(twice, 3, y=None)
# expect: StaticTypeError: twice expected 'int' for argument y, got 'NoneType'
refused(greet, 7)
# expect: StaticTypeError: greet expected 'str' for argument name, got 'int'
refused(twice, True)
# expect: 2


def promised(x) -> str:
    return x


refused(promised, 5)
# expect: TypeError: expected 'str', got 'int'


@inline
def square(n: int64) -> int64:
    return n * n


def area(n: int64) -> int64:
    return square(n + 1) + square(2)


print(box(area(3)))
# expect: 20


@dynamic_return
def anything() -> int:
    return 'what it likes'  # type: ignore


print(anything())
# expect: what it likes


def order() -> None:
    def say(x: str) -> str:
        print(x, end=' ')
        return x
    print(joined(b=say('b'), a=say('a')))


def joined(a: str, b: str) -> str:
    return a + b


order()
# expect: b a ab


def narrowed(x: Optional[int]) -> int:
    if x is None:
        return -1
    return x + 1


def widened(x: object) -> int:
    if isinstance(x, int):
        return x + 1
    return 0


print(narrowed(None), narrowed(4), widened('s'), widened(6))
# expect: -1 5 0 7


def wide(x: float) -> float:
    return x


print(wide(3), wide(2.5))
# expect: 3 2.5


async def later(x: int) -> int:
    return x + 1


async def both() -> int:
    return await later(1) + await later(2)


import asyncio
print(asyncio.run(both()))
# expect: 5
refused(lambda f: asyncio.run(f('x')), later)
# expect: StaticTypeError: later expected 'int' for argument x, got 'str'


def patched() -> int:
    return twice(1)


print(patched())
# expect: 2
original = twice
globals()['twice'] = lambda x, y=0: 'no number'
refused(patched)
# expect: StaticTypeError: unexpected return type from twice, expected int, got str
globals()['twice'] = original
refused(patched)
# expect: 2
