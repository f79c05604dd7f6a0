"""What the start-up cache is trained on: the imports and the everyday work of common programs, each done a few times."""
import sys

for name in ('os', 're', 'json', 'collections', 'functools', 'itertools', 'dataclasses', 'typing', 'argparse', 'asyncio', 'pathlib',
             'datetime', 'random', 'math', 'string', 'contextlib', 'enum', 'csv', 'io', 'time', 'logging', 'subprocess', 'unittest',
             'traceback', 'inspect', 'threading', 'tempfile', 'textwrap', 'copy', 'pickle', 'struct', 'hashlib', 'socket'):
    try:
        __import__(name)
    except Exception as error:  # a module that is not there yet must not spoil the cache
        print(f'train: {name}: {type(error).__name__}: {error}', file=sys.stderr)


def work():
    words = 'the quick brown fox jumps over the lazy dog'.split()
    counts = {}
    for word in words * 20:
        counts[word] = counts.get(word, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    text = '\n'.join(f'{word:>8} {count:5d} {count / 3:.2f}' for word, count in rows)
    squares = [x * x for x in range(200) if x % 3]
    try:
        raise ValueError(len(text))
    except ValueError as error:
        squares.append(error.args[0])

    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y

        def __add__(self, other):
            return Point(self.x + other.x, self.y + other.y)

    total = Point(0, 0)
    for i in range(100):
        total = total + Point(i, -i)
    return sum(squares), total.x, text


# every kind of statement and expression, so that parser and compiler are in the cache
EVERYTHING = '''
from __future__ import annotations
import os.path as p, sys
from math import pi as tau, e
global_name: int = 1
type Pair[A, *B, **C] = tuple[A, B]
async def coroutine(a, /, b=1, *c, d: int = 2, **e) -> None:
    async with a as x, b: pass
    async for y in c: await y
    return [z async for z in d]
def outer[T](x):
    nonlocal_value = 1
    def inner():
        nonlocal nonlocal_value
        nonlocal_value += 1
        yield from (lambda q: q)(x)
        y = yield
    global other
    del inner
    return {**{}, 1: 2}, {3, *x}, (4, *x), [5, *x], {k: v for k, v in x}, {k for k in x}, (k for k in x)
@outer
class C(object, metaclass=type):
    """doc"""
    a = b = 1
    def m(self): return super().m()
try:
    raise ValueError from None
except (ValueError, TypeError) as error: pass
except OSError: raise
else: pass
finally: pass
try: pass
except* ValueError: pass
match sys:
    case 1 | -1.5 | 'x' | None: pass
    case [a, *_] | (a, 1): pass
    case {'k': v, **rest} if v: pass
    case C(x, y=1) as c: pass
    case p.sep: pass
    case _: pass
with open('x') as f, (open('y')): pass
for i, (j, *k) in []: continue
else: pass
while not 0 < x <= len(x) is not None and 3 or 4 in [] and 5 not in []: break
x = f'{1!r:>{2}} {3=}' 'a' if b'c'[0:1:2] else t'{4}'
x[1:2, ...] = -1 + ~2 ** 3 // 4 @ 5 % 6 << 7 >> 8 & 9 | 10 ^ 11j
if (w := x.y.z): assert w, 'message'
elif 1: pass
else: pass
print(*x, sep='', **x)
'''
compile(EVERYTHING, 'everything', 'exec')
for broken in ('a b', 'f(', 'x = = 1'):
    try:
        compile(broken, 'broken', 'exec')
    except SyntaxError:
        pass

for _ in range(5):
    work()


# the JIT compiler is in the cache if it has compiled something: code that calls, computes, raises and yields
class Account:
    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance

    def add(self, amount):
        if amount < 0:
            raise ValueError(amount)
        self.balance += amount
        return self


def numbers(n):
    total, scale = 0, 0.5
    for i in range(n):
        total += i * i % 7 if i & 1 else -i // 3
        scale = scale * 0.999 + i
    return total, scale


def pairs(items):
    for i, (name, value) in enumerate(items):
        yield f'{name}={value}', i


def mixed(n):
    accounts, seen, out = [Account(str(k), k) for k in range(8)], {}, []
    for i in range(n):
        account = accounts[i % 8].add(i)
        seen[account.owner] = seen.get(account.owner, 0) + len(account.owner)
        if i % 50 == 0:
            try:
                account.add(-i - 1)
            except ValueError as error:
                out.append(error.args[0])
    out += [text.upper() for text, i in pairs(sorted(seen.items())) if i % 2 == 0 and text != '']
    return out, sum(a.balance for a in accounts), max(seen.values()), [x for x in range(n) if x % 3 == 0][1:5]


for _ in range(60):
    numbers(300)
    mixed(300)
print('trained')
