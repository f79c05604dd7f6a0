# only: tuff
"""Properties, static methods and slots with defaults of static classes, and what subclasses and patches put in their places."""
import __static__
from __static__ import box, cbool, crange, double, int8, int64, uint64
from typing import final


class Account:
    def __init__(self, cents: int64) -> None:
        self.cents: int64 = cents
        self.log: str = ''

    @property
    def euros(self) -> int64:
        return self.cents // 100

    @euros.setter
    def euros(self, value: int64) -> None:
        self.cents = value * 100

    @property
    def label(self) -> str:
        return f'{box(self.cents)} cents'

    @property
    def fixed(self) -> int:
        return 1


class Bonus(Account):
    @property
    def euros(self) -> int64:
        return self.cents // 100 + 1000


@final
class Meter:
    def __init__(self) -> None:
        self.ticks: int64 = 0

    @property
    def double_ticks(self) -> int64:
        return self.ticks * 2

    @double_ticks.setter
    def double_ticks(self, value: int64) -> None:
        self.ticks = value // 2

    @staticmethod
    def wrapped(ticks: int64) -> int64:
        return ticks % 1000

    @classmethod
    def step(cls, n: int64) -> int64:
        return n * 3


def get(a: Account, n: int64) -> int64:
    total: int64 = 0
    for i in crange(n):
        total += a.euros
    return total


def put(a: Account, n: int64) -> int64:
    for i in crange(n):
        a.euros = a.euros + i
    return a.cents


def labels(a: Account) -> str:
    return a.label


def fix(a: Account) -> None:
    a.fixed = 2


def metered(n: int64) -> int64:
    m = Meter()
    total: int64 = 0
    for i in crange(n):
        m.ticks = Meter.wrapped(m.ticks + Meter.step(i))
        total += m.double_ticks
        m.double_ticks = m.double_ticks + 4
    return total


class Settings:
    size: int64 = 7
    ratio: double = 1.5
    on: cbool = True
    word: uint64 = 18446744073709551615
    small: int8 = -3
    name: str = 'none'
    unset: int64


class Large(Settings):
    size: int64 = 90


def sizes(s: Settings, n: int64) -> int64:
    total: int64 = 0
    for i in crange(n):
        total += s.size
        s.size = s.size + 1
        s.name = s.name
    return total


def word(s: Settings) -> uint64:
    return s.word


UNTYPED = """
def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


def run():
    for turn in range(3):
        print(get(Account(12345), 1000), get(Bonus(12345), 1000), put(Account(0), 300), tried(put, Bonus(0), 3), metered(1000))
    global a
    a = Account(250)
    print(labels(a), tried(fix, a))


run()


class Lambda(Account):
    euros = property(lambda self: 5, lambda self, v: setattr(self, 'log', self.log + str(v)))


class Wrong(Account):
    euros = property(lambda self: 'many')


class Odd(Account):
    euros = 77


x = Lambda(100)
print(get(x, 1000), put(x, 4), x.log, tried(get, Wrong(0), 1), tried(get, Odd(0), 2), tried(put, Odd(0), 1))
was = Account.euros
Account.euros = property(lambda self: 3)
print(get(Account(0), 1000), get(Bonus(0), 10), tried(put, Account(0), 1))
Account.euros = was
print(get(Account(0), 1000), put(Account(0), 300))
Account.label = property(lambda self: 4)
print(tried(labels, a))
Account.label = 'always'
print(tried(labels, a))
del Account.label
print(tried(labels, a))
Account.euros.__init__(lambda self: 8)
print(tried(get, Account(0), 10), Account(0).euros)
Account.euros = property(lambda self: 1)
for turn in range(3):
    print(get(Account(0), 2000))
Account.euros.__init__(lambda self: 2)
print(get(Account(0), 2000))
steps = Meter.step
Meter.step = lambda n: 1
Meter.wrapped = staticmethod(lambda ticks: 5)
print(metered(1000))

for turn in range(3):
    s = Settings()
    print(s.size, s.ratio, s.on, s.word, s.small, s.name, s.unset, word(s), sizes(s, 1000), s.size, sizes(Large(), 1000), Settings.size, Large.size)


class Untyped(Settings):
    size = 11


class Property(Settings):
    size = property(lambda self: 33, lambda self, v: None)


class Bad(Settings):
    size = property(lambda self: 'x')


print(sizes(Untyped(), 1000), Untyped.size, sizes(Property(), 10), tried(sizes, Bad(), 1))
Settings.size = 20
print(Settings().size, tried(sizes, Settings(), 1)[0], sizes(Large(), 10))
"""


exec(UNTYPED, dict(globals()))

# expect: 123000 1123000 4485000 ('AttributeError', "can't set attribute") 1031000
# expect: 123000 1123000 4485000 ('AttributeError', "can't set attribute") 1031000
# expect: 123000 1123000 4485000 ('AttributeError', "can't set attribute") 1031000
# expect: 250 cents ('AttributeError', "can't set attribute")
# expect: 5000 100 5678 ('StaticTypeError', 'unexpected return type from Wrong.euros, expected int64, got str') 154 ('TypeError', "'int' doesn't support __set__")
# expect: 3000 10000 ('AttributeError', "can't set attribute")
# expect: 0 4485000
# expect: ('StaticTypeError', 'unexpected return type from Account.label, expected str, got int')
# expect: always
# expect: ('AttributeError', "'Account' object has no attribute 'label'")
# expect: 80 8
# expect: 2000
# expect: 2000
# expect: 2000
# expect: 4000
# expect: 10000
# expect: 7 1.5 True 18446744073709551615 -3 none 0 18446744073709551615 506500 1007 589500 7 90
# expect: 7 1.5 True 18446744073709551615 -3 none 0 18446744073709551615 506500 1007 589500 7 90
# expect: 7 1.5 True 18446744073709551615 -3 none 0 18446744073709551615 506500 1007 589500 7 90
# expect: 510500 11 330 ('TypeError', "expected 'int', got 'str'")
# expect: 20 TypeError 945
