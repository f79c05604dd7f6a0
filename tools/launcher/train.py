"""What the start-up cache is trained on: the imports and the everyday work of common programs, each done a few times."""
import sys
from time import perf_counter

from cinderx import jit

import everyday

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
# HotSpot leaves out of the interpreter's machine code what its profile has never seen, and throws all of it away, for seconds, when that comes
# after all. So every way through the interpreter's loop is gone here at least once: each specialised instruction with what it is made for, and then
# with something else.
class Slots:
    kind = 'slots'

    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


class Others(Slots):
    def __init__(self, value):
        self.other = self.value = value

    def get(self):
        return self.other


class Missing:
    __slots__ = ('value',)

    def __getattr__(self, name):
        return name

    def get(self):
        return 2


def two(a, b):
    x = a + b
    y = a - b
    x = y * a
    x = a + 3 - 1 + x * 2
    if a < b:
        x = y
    z = a == b
    w = a if a > b else b
    return x, y, z, a is b, w


def divisions(a, b):
    return a / b, a // b, a % b, a ** 2


def remainders(a, b):
    return a // b, a % b, (a & b) - (a | b)


def bits(a, b):
    return a & b, a | b, a ^ b, a >> b, a << b


def subscripts(row, key, value):
    x = row[key]
    row[key] = value
    return x, row[0] if type(key) is int else None


def reads(row, key):
    return row[key]


def pair(items):
    (a, b), (c, d, e) = items
    return a, b, c, d, e


def attributes(o):
    o.value = o.value
    return o.get(), o.value, o.kind if type(o) is not Missing else None


def attribute(o):
    return o.value


def texts(a, b):
    return a == b, a != b, 1 if a == b else 2


def truth(a):
    return 1 if a else 2, not a, a or 3


def long_running(x, rounds=400):
    total = 0
    for i in range(rounds):
        total += x + i
    while total > x:
        total -= x + rounds
    return total


def answers():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = error


def noticed(frame, event, arg):
    return noticed


def late():
    return later + len(name_of_nobody if later < 0 else 'x')


def corners():
    import gc
    import weakref
    big = 2 ** 62
    for a, b in ((2, 1), (1.5, 2.5), (float('nan'), 1.0), (3.0, 2.0), (1.0, 1.0), (big, big), (-big, big), (2, 2.0), (True, 1), (1, 2)):
        for _ in range(40):
            two(a, b)
    for a, b in ((7, 2), (7.0, 2.0), (7, -2), (-7, 2), (big, 3)):
        for _ in range(40):
            divisions(a, b)
    for a, b in ((7, 2), (-7, 2), (7, 7), (-7, 2), (0, 3)):
        for _ in range(40):
            remainders(a, b)
    for a, b in ((1.0, 0.0), (1, 0), (1, 0.0), ('', ()), ((), 1)):
        for f in (divisions, two, bits):
            try:
                f(a, b)
            except (TypeError, ZeroDivisionError):
                pass
    for a, b in ((7, 2), (big, 70), (2 ** 70, 1), ({1}, {2}), (-7, 3)):
        for _ in range(40):
            try:
                bits(a, b)
            except TypeError:
                pass

    class Row(list):
        pass

    for row, key in (([1, 2], 0), ([1, 2], -1), ({'a': 1}, 'a'), ({2: 1}, 2), ([1, 2], True), (Row((1, 2)), 0), (bytearray(b'ab'), 1), ([1, 2], 9)):
        for _ in range(40):
            try:
                subscripts(row, key, 1)
            except (IndexError, KeyError):
                pass
    for row, key in (((1, 2), 0), ((1, 2), -1), ((1, 2), 9), ((1, 2), True), ('ab', 1), ([1], 0), ([1], 5), ([1], None), ({'a': 1}, 'a'), ({'a': 1}, 'b'),
                     (b'ab', 0), (range(5), 2)):
        for _ in range(20):
            try:
                reads(row, key)
            except (IndexError, KeyError, TypeError):
                pass
    for items in (((1, 2), (3, 4, 5)), ([1, 2], [3, 4, 5]), ('ab', 'cde'), ((1, 2, 3), (1, 2)), ((1, 2), (3, 4)), (iter('ab'), iter('cde'))):
        for _ in range(20):
            try:
                pair(items)
            except ValueError:
                pass
    missing = Missing()
    missing.value = 1
    for o in (Slots(1), Others(2), Slots(3), missing, Others(5)):
        for _ in range(40):
            attributes(o)
            attribute(o)
    for o in (Slots, missing, sys):
        for _ in range(10):
            try:
                attribute(o)
            except AttributeError:
                pass
    gone = Slots(1)
    del gone.value
    for o in (Slots(1), gone, 1):
        for _ in range(20):
            try:
                attribute(o)
            except AttributeError:
                pass
    for a, b in (('a', 'a'), ('a', 'b'), ('a', 1), (1, 'a'), (b'a', b'a')):
        for _ in range(20):
            texts(a, b)
    for value in (True, 0, 1, None, '', 'a', [], [1], 0.0, Slots(1)):
        for _ in range(20):
            truth(value)
    for value in (3, 0, 2):  # a global that moves, one that hides a builtin, one that is not there
        globals()['later'] = value
        late()
    globals()['len'] = lambda x: 1
    late()
    del globals()['len']
    late()
    del globals()['later']
    try:
        late()
    except NameError:
        pass
    for _ in range(40):
        answer = answers()
        next(answer)
        answer.send(1)
        answer.throw(ValueError(2))
        answer.close()
    # functions that builtins call, and that become units while they run; a collector and a tool that interrupt
    sorted(range(20), key=long_running)
    [*map(long_running, range(20))]
    long_running(1, 30_000)
    for _ in range(5):
        dying = Slots(1)
        watch = weakref.ref(dying, id)
        del dying
        gc.collect()
        long_running(1, 2000)
    sys.settrace(noticed)
    long_running(3, 10)
    mixed(2)
    sys.settrace(None)
    return watch


def unfinished():
    """More generators, coroutines and asynchronous generators suspended in a try than References watches at a time; some finish, some are lost."""
    import gc

    def generator():
        try:
            yield 1
        finally:
            later.append(0)

    async def coroutine():
        async with Suspends():
            await Suspends()

    async def items():
        try:
            yield await Suspends()
        finally:
            later.append(1)

    later, kept = [], []
    for i in range(3000):
        g, c, a = generator(), coroutine(), items()
        next(g)
        c.send(None)
        step = a.asend(None)
        step.send(None)
        if i % 3:
            kept.append((g, c, a, step))
            continue
        g.close()
        for rest in c, step:
            try:
                while True:
                    rest.send(None)
            except (StopIteration, StopAsyncIteration):
                pass
        if i == 1500:
            gc.collect()
    kept.clear()
    gc.collect()
    return later


class Suspends:
    """Awaiting it, entering and leaving it suspend once."""

    def __await__(self):
        yield 1

    async def __aenter__(self):
        await self

    async def __aexit__(self, *exception):
        await self


def interrupted():
    """Something asks the program to look up while it is in a loop, in the interpreter and in units."""
    import _thread
    import signal
    import threading
    from time import sleep
    over = []

    def ask():
        for _ in range(30):
            sleep(0.002)
            _thread.interrupt_main(signal.SIGUSR1)
        over.append(1)

    signal.signal(signal.SIGUSR1, lambda number, frame: None)
    asking = threading.Thread(target=ask)
    asking.start()
    while not over:
        long_running(3, 500)
        mixed(5)
    asking.join()
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)


def becoming_units():
    """Functions of builtins that end in the unit which their loop has become."""
    for _ in range(4):
        names = {}
        exec(compile(ONCE, 'once', 'exec'), names)
        for function in names['functions']:
            [*map(function, [200_000])]
    interrupted()


ONCE = '''
def sums(n):
    total = 0
    for i in range(n):
        total += i
    return total


def texts(n):
    out = []
    for i in range(n):
        if i % 100 == 0:
            out.append(str(i))
    return len(out)


def floats(n):
    x = 0.5
    while n > 0:
        x = x * 0.99 + n
        n -= 1
    return x


functions = sums, texts, floats
'''


with jit.pause():
    everyday.everything(30)
    corners()
    unfinished()
    interrupted()
becoming_units()
everyday.everything(10)

# HotSpot has to have compiled the loop with its best compiler, entered anew and not in the middle of a run, to do so early in programs to come.
# More than that would be too much: each method that is compiled so in training is in a hurry later, and short programs pay for it.
with jit.pause():
    end = perf_counter() + 1
    while perf_counter() < end:
        sorted(range(500), key=lambda x: -x * 2 if x % 3 else long_running(x, 5))
        mixed(5)
print('trained')
