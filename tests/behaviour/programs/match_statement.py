# match: literals, captures, sequences, mappings, classes, or, as, guards, dotted names, star, exhaustive fallthrough.
from dataclasses import dataclass
import enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


class Named:
    __match_args__ = ('name',)

    def __init__(self, name):
        self.name = name


def what(v):
    match v:
        case 0 | 1 | -1:
            return 'small'
        case True:
            return 'never: 1 came first'
        case 3.5 | 2 + 1j:
            return 'number'
        case 'a' 'b':
            return 'ab'
        case b'x':
            return 'bytes'
        case None:
            return 'none'
        case Color.RED:
            return 'red'
        case int(n) if n > 100:
            return f'big {n}'
        case int() | float() as n:
            return f'num {n}'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [1, 2, *rest]:
            return f'12 then {rest}'
        case [first, *_, last] if first == last:
            return f'same ends {first}'
        case (a, b), c:
            return f'nested {a} {b} {c}'
        case [Point(x=0), *more]:
            return f'starts at zero {more}'
        case {'type': 'circle', 'r': r, **rest}:
            return f'circle {r} {rest}'
        case {'k': [_, {'deep': d}]}:
            return f'deep {d}'
        case {}:
            return 'mapping'
        case Point(0, 0):
            return 'origin'
        case Point(x, y=0):
            return f'on x at {x}'
        case Point(x=x, y=y) if x == y:
            return f'diagonal {x}'
        case Point() as p:
            return f'{p}'
        case Named('bob' | 'eve' as who):
            return f'named {who}'
        case str(s):
            return f'str {s}'
        case list(items) | tuple(items):
            return f'seq {len(items)}'
        case set() | frozenset():
            return 'set'
        case _:
            return 'other'


for v in (0, True, False, 3.5, 2 + 1j, 'ab', 'abc', b'x', b'y', None, Color.RED, Color.BLUE, 500, 50, 2.5, [], [7], (1, 2), [1, 2, 3, 4], [5, 6, 5], ([1, 2], 3), [Point(0, 1), 9, 8], {'type': 'circle', 'r': 2, 'c': 'red'}, {'k': [0, {'deep': 1}]}, {1: 2}, {}, Point(0, 0), Point(3, 0), Point(2, 2), Point(1, 2), Named('bob'), Named('al'), range(3), [1, 3, 5, 7], {1}, bytearray(b'a'), iter([])):
    print(what(v))
# expect: small
# expect: small
# expect: small
# expect: number
# expect: number
# expect: ab
# expect: str abc
# expect: bytes
# expect: other
# expect: none
# expect: red
# expect: other
# expect: big 500
# expect: num 50
# expect: num 2.5
# expect: empty
# expect: one 7
# expect: 12 then []
# expect: 12 then [3, 4]
# expect: same ends 5
# expect: nested 1 2 3
# expect: starts at zero [9, 8]
# expect: circle 2 {'c': 'red'}
# expect: deep 1
# expect: mapping
# expect: mapping
# expect: origin
# expect: on x at 3
# expect: diagonal 2
# expect: Point(x=1, y=2)
# expect: named bob
# expect: other
# expect: other
# expect: seq 4
# expect: set
# expect: other
# expect: other
match = case = type = 5
print(match, case, type)
# expect: 5 5 5
match (1, 2):
    case x, y:
        print(x, y)
# expect: 1 2
match 5,:
    case (z,):
        print(z)
# expect: 5
match {'a': 1}:
    case {'a': n, 'b': _}:
        print('no')
print('n' in globals())
# expect: False
for text in ('match x:\n  case 1 + 1: pass', 'match x:\n  case a, a: pass', 'match x:\n  case {**r, "a": 1}: pass', 'match x:\n  case [*a, *b]: pass', 'match x:\n  case a | 1: pass', 'match x:\n  case (a, 1) | (2, b): pass', 'match x:\n  case P(a, b=1, c): pass', 'match x:\n  case f"a": pass', 'match x:\n  case -a: pass', 'match x:\n  case {a: 1}: pass', 'match x:\n  case _: pass\n  case 1: pass'):
    try:
        compile(text, '<t>', 'exec')
        print('compiles')
    except SyntaxError as e:
        print(e.msg)
# expect: imaginary number required in complex literal
# expect: multiple assignments to name 'a' in pattern
# expect: invalid syntax
# expect: multiple starred names in sequence pattern
# expect: name capture 'a' makes remaining patterns unreachable
# expect: alternative patterns bind different names
# expect: positional patterns follow keyword patterns
# expect: patterns may only match literals and attribute lookups
# expect: invalid syntax
# expect: invalid syntax
# expect: wildcard makes remaining patterns unreachable
try:
    match 5:
        case int(a, b):
            pass
except TypeError as e:
    print(e)
# expect: int() accepts 1 positional sub-pattern (2 given)
try:
    match Point(1, 2):
        case Point(a, b, c):
            pass
except TypeError as e:
    print(e)
# expect: Point() accepts 2 positional sub-patterns (3 given)
