# only: tuff
"""Static Python: attributes of static classes are typed slots, methods are called through the class, overrides must fit."""
import __static__
from __static__ import CheckedDict, CheckedList, box, int64
from dataclasses import dataclass, field
from typing import ClassVar, Final, final


class Account:
    kind: ClassVar[str] = 'plain'
    limit: int = 100
    number: Final[int] = 7

    def __init__(self, owner: str) -> None:
        self.owner: str = owner
        self.cents: int64 = 0
        if owner:
            self.note: str | None = None

    def add(self, cents: int64) -> int64:
        self.cents += cents
        return self.cents

    @property
    def euros(self) -> int:
        return box(self.cents) // 100

    @classmethod
    def empty(cls) -> 'Account':
        return cls('nobody')

    @staticmethod
    def rate(x: int) -> int:
        return x * 2


class Premium(Account):
    def add(self, cents: int64) -> int64:
        return super().add(cents) + 1


def use(a: Account) -> int:
    a.add(250)
    a.limit += 1
    return a.euros + box(a.add(1)) + a.limit + Account.rate(3)


print(use(Account('me')), use(Premium('you')))
# expect: 360 361
print(Account.empty().owner, Account.kind, Account.number, sorted(Account.__slots__))
# expect: nobody plain 7 ['cents', 'limit', 'note', 'owner']


def refused(f, *args) -> None:
    try:
        print(f(*args))
    except (TypeError, AttributeError, OverflowError) as e:
        print(type(e).__name__ + ':', e)


account = Account('me')
refused(lambda: setattr(account, 'owner', 5))
# expect: StaticTypeError: expected 'str', got 'int' for attribute 'owner'
refused(lambda: setattr(account, 'other', 5))
# expect: AttributeError: 'Account' object has no attribute 'other' and no __dict__ for setting new attributes
refused(use, 'x')
# expect: StaticTypeError: use expected 'Account' for argument a, got 'str'


@final
class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and other.x == self.x and other.y == self.y


print(Point(1, 2) == Point(1, 2), Point(1, 2) == 3)
# expect: True False


@dataclass(order=True)
class Entry:
    name: str
    size: int = 0
    tags: list[str] = field(default_factory=list)


print(Entry('a', 2), Entry('a') < Entry('b'), Entry('a').tags is Entry('a').tags)
# expect: Entry(name='a', size=2, tags=[]) True False
refused(Entry, 1)
# expect: StaticTypeError: __init__ expected 'str' for argument name, got 'int'


def words(text: str) -> CheckedDict[str, int]:
    found: CheckedDict[str, int] = {}
    for word in text.split():
        found[word] = (found.get(word) or 0) + 1
    return found


counted = words('a b a')
print(counted, type(counted).__name__)
# expect: {'a': 2, 'b': 1} chkdict[str, int]
refused(getattr(counted, '__setitem__'), 1, 1)
# expect: TypeError: bad key 'int' for chkdict[str, int]


def squares(n: int) -> CheckedList[int]:
    found: CheckedList[int] = []
    for i in range(n):
        found.append(i * i)
    return found


print(squares(4), type(squares(1)).__name__)
# expect: [0, 1, 4, 9] chklist[int]
