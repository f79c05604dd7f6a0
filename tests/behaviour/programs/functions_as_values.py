"""Functions that are called by way of arguments, cells and attributes in code that has become hot: mostly the same code each time, but not for sure."""
import sys
import traceback


def fold(items, f):
    total = 0
    for item in items:
        total += f(item)
    return total


def closures(n):
    out = []
    for k in range(5):
        seen = []
        limit = n - k

        def value(x):
            nonlocal limit
            limit -= 1
            seen.append(x)
            return x * 2 + k

        out.append((fold(range(n), value), limit, len(seen), fold(range(n), lambda x: x + k)))
    return out


print(closures(3000))
# expect: [(8997000, 0, 3000, 4498500), (9000000, -1, 3000, 4501500), (9003000, -2, 3000, 4504500), (9006000, -3, 3000, 4507500), (9009000, -4, 3000, 4510500)]


# what is called changes while the loop is hot: other code, a class, a builtin, a method, an object, and what cannot be called
class Caller:
    def __init__(self, x=0):
        self.x = x

    def __add__(self, other):
        return self.x + other

    __radd__ = __add__

    def __call__(self, x):
        return x - 1

    def method(self, x):
        return x + 100


def default(x, y=7):
    return x + y


def several(x, *rest):
    return x + len(rest)


def generate(x):
    yield x


for f in (lambda x: x, abs, Caller, Caller().method, Caller(), default, several, int, lambda x: x * 3, lambda: 0, generate, None, lambda x, y: x):
    try:
        print(fold(range(2000), f))
    except TypeError as e:
        print(e)
# expect: 1999000
# expect: 1999000
# expect: 1999000
# expect: 2199000
# expect: 1997000
# expect: 2013000
# expect: 1999000
# expect: 1999000
# expect: 5997000
# expect: <lambda>() takes 0 positional arguments but 1 was given
# expect: unsupported operand type(s) for +=: 'int' and 'generator'
# expect: 'NoneType' object is not callable
# expect: <lambda>() missing 1 required positional argument: 'y'


# the same code with other globals
source = 'def scaled(x):\n    return x * factor\n'
for factor in (2, 3):
    space = {'factor': factor}
    exec(compile(source, 'scaled', 'exec') if factor == 2 else source, space)
    print(fold(range(2000), space['scaled']))
# expect: 3998000
# expect: 5997000
code = space['scaled'].__code__
functions = [type(fold)(code, {'factor': k}) for k in range(4)]
print([fold(range(1500), f) for f in functions])
# expect: [0, 1124250, 2248500, 3372750]


# the code is replaced on the way, by the function itself and by another
def changing(x):
    if x == 1500:
        changing.__code__ = (lambda x: -x).__code__
    return x


print(fold(range(3000), changing))
# expect: -2247000


def replaced(n):
    def one(x):
        return 1

    def two(x):
        return 2

    total = 0
    for i in range(n):
        total += one(i)
        if i == n // 2:
            one.__code__ = two.__code__
    return total


print(replaced(4000), replaced(4000))
# expect: 5999 5999


# frames, seen from within and after an exception
def outer(n):
    def inner(x):
        if x == n - 1:
            f = sys._getframe()
            print(f.f_code.co_name, f.f_locals['n'], f.f_locals['x'], f.f_back.f_code.co_name, f.f_back.f_locals['item'], f.f_back.f_back.f_code.co_name)
        if x > n:
            raise ValueError(x)
        return n

    print(fold(range(n), inner))
    return inner


inner = outer(2500)
# expect: inner 2500 2499 fold 2499 outer
# expect: 6250000
try:
    fold([1] * 2000 + [3000], inner)
except ValueError as e:
    print(e, [(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
# expect: 3000 [('<module>', 144), ('fold', 9), ('inner', 133)]


# recursion by a cell, and an empty cell
def recursive(n):
    def down(k):
        return 0 if k == 0 else 1 + down(k - 1)

    return sum(down(n) for _ in range(300))


print(recursive(20))
# expect: 6000


def empty(n):
    def late():
        return value

    total = 0
    for i in range(n):
        value = i
        total += late()
        if i == n - 1:
            del value
            try:
                late()
            except NameError as e:
                print(e)
    return total


print(empty(3000))
# expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope
# expect: 4498500


# attributes of an object
class Handler:
    def __init__(self, f):
        self.f = f

    def handle(self, n):
        total = 0
        for i in range(n):
            total += self.f(i)
            if i == n - 10:
                self.f = lambda x: 0
        return total


print([Handler(f).handle(2000) for f in (lambda x: x, lambda x: x + 1, abs)])
# expect: [1981045, 1983036, 1981045]


# functions made in a loop: what they have besides their code
def made(n):
    last = []
    for i in range(n):
        def f(x: int, y=i, *, z=2) -> str:
            """Sums."""
            return x + y + z

        last.append(f(1) + f(1, 2, z=3))
    return sum(last), f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__doc__, f.__qualname__, f.__closure__


print(made(2000))
# expect: (2017000, (1999,), {'z': 2}, {'x': <class 'int'>, 'return': <class 'str'>}, 'Sums.', 'made.<locals>.f', None)
