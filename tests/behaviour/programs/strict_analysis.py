# only: tuff
"""What the import of strict modules may not do: tuff check tells, and the loader refuses it if asked to."""
import os
import subprocess
import sys
import tempfile
import textwrap

os.chdir(tempfile.mkdtemp())


def write(path, text=''):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(textwrap.dedent(text))


def check(path, *options):
    """The findings of a file, each on a line."""
    done = subprocess.run([sys.executable, 'check', *options, path], capture_output=True, encoding='utf-8')
    for line in done.stdout.splitlines():
        if line.startswith(path) or not line.startswith(' '):
            print(line.removeprefix(path + ':'))
    print(done.stderr, end='')


write('registry.py', '''
    """Values of its own may be made and changed; functions that do more may be defined."""
    import __strict__

    HANDLERS = {}
    NAMES = []
    count = 0

    def register(f):
        HANDLERS[f.__name__] = f
        return f

    def mark(f):
        f.marked = True
        return f

    def bump():
        global count
        count += 1

    def now():
        import time
        return time.time()

    class Base:
        items = []
        def __init_subclass__(cls):
            cls.ready = True

    register(bump)
    NAMES.append('registry')
    HANDLERS.update({name: mark for name in NAMES})
    bump()
    mark(bump)
    ''')
check('registry.py')
# expect: no errors; 1 strict module
write('plugin.py', '''
    import __strict__
    import os
    import registry
    from os import path, getcwd
    from registry import register, mark, Base, bump, now

    @mark
    def fine():
        print('only when it is called')

    @register
    def refused():
        pass

    later = getcwd
    where = getcwd()
    home = os.environ['HOME']
    joined = path + '/x'
    if path:
        pass
    print('imported')
    registry.NAMES.append('plugin')
    registry.count = 3
    bump()
    START = now()
    Base.items = [1]
    del Base.items[0]

    class Child(Base):
        """Its ready is set by a hook: the class is this module's."""

    class Bad(path):
        pass

    class Conflict:
        size = 3
        def __init__(self):
            self.size = 4

    from os.path import *
    ''')
check('plugin.py')
# expect: 12:2: error[modifies-import]: a dict from module registry is modified by plugin (setting of an item) (in `register`, line 10 of registry)
# expect: 17:9: error[unknown-value]: call of `getcwd` of os, which is not strict
# expect: 18:8: error[unknown-value]: attribute `environ` of module os, which is not strict
# expect: 19:10: error[unknown-value]: operation on `path` of os, which is not strict
# expect: 20:4: error[unknown-value]: test of `path` of os, which is not strict
# expect: 22:1: error[prohibited-call]: call of `print`: it acts on the world outside
# expect: 23:1: error[modifies-import]: a list from module registry is modified by plugin (`append`)
# expect: 24:1: error[modifies-import]: module registry is modified by plugin (setting of attribute `count`)
# expect: 25:1: error[modifies-import]: variable `count` of module registry is modified by plugin (in `bump`, line 19 of registry)
# expect: 26:9: error[unknown-value]: attribute `time` of module time, which is not strict (in `now`, line 23 of registry)
# expect: 27:1: error[modifies-import]: class `Base` from module registry is modified by plugin (setting of attribute `items`)
# expect: 28:5: error[modifies-import]: a list from module registry is modified by plugin (deletion of an item)
# expect: 33:11: error[unknown-value]: subclass of `path` of os, which is not strict
# expect: 36:1: error[class-conflict]: Class member conflicts with instance member: size
# expect: 41:1: error[star-import]: star import from os.path, which is not strict
# expect: 15 errors; 1 strict module
# what may be done
write('pure.py', '''
    import __strict__
    from __strict__ import allow_side_effects, mutable
    from collections import namedtuple
    from dataclasses import dataclass, field
    from enum import Enum
    from functools import lru_cache, wraps
    from typing import NamedTuple, TYPE_CHECKING
    import re
    import time

    if TYPE_CHECKING:
        print('never')
    if __name__ == '__main__':
        print('not at import')
    try:
        import json
    except ImportError:
        json = None
    if json is not None:
        dumps = None

    WORD = re.compile(r'\\w+')
    Pair = namedtuple('Pair', 'a b')

    class P(NamedTuple):
        x: int

    @dataclass(frozen=True)
    class D:
        x: int = 3
        xs: list = field(default_factory=list)

    class Color(Enum):
        RED = 1

    @lru_cache(maxsize=None)
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    TABLE = [fibonacci(i) for i in range(10)]
    SQUARES = {n: n * n for n in TABLE if n % 2}
    total = 0
    for k, v in SQUARES.items():
        total += v
    while total > 100:
        total -= 10

    class Stack:
        def __init__(self, items):
            self.items = list(items)
        def push(self, x):
            self.items.append(x)
            return self
        def __add__(self, other):
            return Stack(self.items + other.items)
        @property
        def size(self):
            return len(self.items)
        @classmethod
        def of(cls, *items):
            return cls(items)

    stack = (Stack([1]) + Stack.of(2, 3)).push(4)
    sizes = stack.size, sorted(stack.items, key=lambda x: -x)
    match sizes:
        case [first, *rest]:
            total = first

    def numbers():
        yield 1
        yield from (2, 3)

    listed = list(numbers())

    def logged(f):
        @wraps(f)
        def inner(*args):
            print(args)
            return f(*args)
        return inner

    @logged
    def twice(x):
        return x * 2

    with allow_side_effects:
        print('deliberate')
        started = time.time()
    ''')
check('pure.py')
# expect: no errors; 1 strict module
# followed through calls, loops, handlers and both sides of a test that is not known
write('paths.py', '''
    import __strict__
    import random as r

    def helper(f):
        return f()

    def draw():
        return r.random()

    choice = len('abc') > 2
    if choice:
        x = helper(draw)
    else:
        x = helper(lambda: open('file'))
    for item in [r.seed, print]:
        item(1)
    try:
        raise ValueError
    except ValueError:
        eval('1')
    callbacks = {'a': input}
    callbacks['a']()
    print(*[hash(c) for c in 'ab'])
    ''')
check('paths.py')
# expect: 9:12: error[unknown-value]: attribute `random` of module random, which is not strict (called when line 13 is imported)
# expect: 15:24: error[prohibited-call]: call of `open`: it acts on the world outside (called when line 15 is imported)
# expect: 16:14: error[unknown-value]: attribute `seed` of module random, which is not strict
# expect: 17:5: error[prohibited-call]: call of `print`: it acts on the world outside
# expect: 21:5: error[prohibited-call]: call of `eval`: it runs code that cannot be followed
# expect: 23:1: error[prohibited-call]: call of `input`: it acts on the world outside
# expect: 24:1: error[prohibited-call]: call of `print`: it acts on the world outside
# expect: 24:9: error[prohibited-call]: call of `hash`: it differs from run to run
# expect: 8 errors; 1 strict module
write('loose.py', 'import time\nprint(time.time())\n')
check('loose.py')
# expect:  not static: it does not begin with `import __static__`
# expect: no errors; 1 file not static
check('loose.py', '--strict')
# expect: 2:1: error[prohibited-call]: call of `print`: it acts on the world outside
# expect: 2:7: error[unknown-value]: attribute `time` of module time, which is not strict
# expect: 2 errors; 1 file not static

# the gate
write('main.py', '''
    import sys
    from cinderx.compiler.strict.loader import install
    from cinderx.compiler.strict.common import StrictModuleError
    sys.path.insert(0, '')
    install()
    for name in 'registry', 'pure', 'plugin':
        try:
            module = __import__(name)
            print(name, type(module).__name__)
        except StrictModuleError as e:
            print(name, e.lineno, e.msg)
        except TypeError as e:
            print(name, e)
    ''')
for options in [], ['-X', 'strict-analysis']:
    done = subprocess.run([sys.executable, '-B', *options, 'main.py'], capture_output=True, encoding='utf-8')
    print(done.stdout + done.stderr, end='')
# expect: registry StrictModule
# expect: deliberate
# expect: pure StrictModule
# expect: plugin unsupported operand type(s) for +: 'module' and 'str'
# expect: registry StrictModule
# expect: deliberate
# expect: pure StrictModule
# expect: plugin 12 a dict from module registry is modified by plugin (setting of an item) (in `register`, line 10 of registry)
