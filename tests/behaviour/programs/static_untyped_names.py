# The names of __static__ in code that no static compiler sees: the same source also runs untyped.
# only: tuff
from __static__ import *
import __static__
from __static__ import (
    CheckedDict, CheckedList, Array, ContextDecorator, Enum, ExcContextDecorator, IntEnum, StringEnum, StaticGeneric, box, byte, cast, cbool, char,
    chkdict, chklist, clen, crange, double, dynamic_return, inline, int8, int64, mixin, native, prod_assert, pydict, rand, size_t, uint8, unbox)
from typing import Optional, TypeVar

print(int8(3) + 1, double(0.5) * 2, cbool(1), box(int64(4)), unbox(5), byte is int8, size_t.__mro__[1])
# expect: 4 1.0 1 4 5 True <class 'int'>
print(clen('abc'), list(crange(3)), list(crange(1, 3)), pydict is dict, chkdict is CheckedDict, chklist is CheckedList)
# expect: 3 [0, 1, 2] [1, 2] True True True
print(0 <= rand() <= RAND_MAX, RAND_MAX)
# expect: True 2147483647


def refused(f, *args, **kwargs):
    try:
        print('accepted', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print(cast(int, 3), cast(Optional[int], None), cast(str | None, 'x'))
# expect: 3 None x
refused(cast, int, 'x')
# expect: TypeError expected int, got str
refused(cast, int | str, 1)
# expect: ValueError cast expects type or Optional[T]
refused(prod_assert, 0)
# expect: AssertionError
refused(prod_assert, 0, 'why')
# expect: AssertionError why
print(prod_assert(1))
# expect: None


def decorated(f):
    return inline(f) is f, dynamic_return(f) is f, mixin(f) is f, native('libc.so.6')(f) is f, __static__._donotcompile(f) is f


print(decorated(lambda: 1))
# expect: (True, True, True, True, True)
refused(type, 'Sub', (int8,), {})
# expect: TypeError type 'int8' is not an acceptable base type


class Colour(Enum):
    RED = 1
    BLUE = 2


print(Colour.RED, repr(Colour.BLUE), Colour(2) is Colour.BLUE, Colour['RED'].value, [c.name for c in Colour], len(Colour))
# expect: Colour.RED <Colour.BLUE: 2> True 1 ['RED', 'BLUE'] 2
refused(Colour, 3)
# expect: ValueError Enum type Colour has no attribute with value 3


class Name(StringEnum):
    A = 'a'


class Level(IntEnum):
    LOW = 1


print(Name.A, Name(b'a') is Name.A, Level.LOW + 1, type(Level.LOW).__name__)
# expect: a True 2 Level


class Noted(ContextDecorator):
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append('in')
        return self

    def __exit__(self, *exception):
        self.log.append('out')
        return False


def notes():
    log = []

    @Noted(log)
    def f(x):
        """doc"""
        log.append(x)
        return x * 2

    return f(21), f.__name__, f.__doc__, log


print(notes())
# expect: (42, 'f', 'doc', ['in', 21, 'out'])


class Quiet(ExcContextDecorator):
    def __exit__(self, *exception):
        return True


@Quiet()
def fails():
    raise ValueError


print(fails())
# expect: None

T = TypeVar('T')
U = TypeVar('U')


class Pair(StaticGeneric[T, U]):
    pass


print(Pair[int, str].__name__, Pair[int, str] is Pair[int, str], Pair[int, str].__args__, Pair[int, U].__parameters__)
# expect: Pair[int, str] True (<class 'int'>, <class 'str'>) (~U,)
refused(lambda: Pair[int])
# expect: TypeError Incorrect number of type arguments for Pair
