# Code that has become hot goes on as before when what it was made for changes: kinds of operands, globals, classes, functions, tools.
import sys


def hot(f, *args, times=3000):
    for _ in range(times):
        r = f(*args)
    return r


def add(a, b):
    return a + b


hot(add, 1, 2)
print(add(2**62, 2**62), add(1, 2.5), add('a', 'b'), add([1], [2]), add(True, True))
# expect: 9223372036854775808 3.5 ab [1, 2] 2


def sums(n, step):
    total = 0
    for i in range(n):
        total += i * step
    return total


print(sums(20000, 1), sums(20000, 2**40), sums(2000, 0.5))
# expect: 199990000 219891330438922240000 999500.0


def arithmetic(a, b):
    return a - b, a * b, a // b, a % b, a & b, a | b, a ^ b, a >> (b & 7), -a, a < b, a == b


hot(arithmetic, 100, 7)
for a, b in (-7, 3), (2**63 - 1, 2), (-2**63, 1), (2**70, 3), (-1, 2**63):
    print(arithmetic(a, b))
# expect: (-10, -21, -3, 2, 1, -5, -6, -1, 7, True, False)
# expect: (9223372036854775805, 18446744073709551614, 4611686018427387903, 1, 2, 9223372036854775807, 9223372036854775805, 2305843009213693951, -9223372036854775807, False, False)
# expect: (-9223372036854775809, -9223372036854775808, -9223372036854775808, 0, 0, -9223372036854775807, -9223372036854775807, -4611686018427387904, 9223372036854775808, True, False)
# expect: (1180591620717411303421, 3541774862152233910272, 393530540239137101141, 1, 0, 1180591620717411303427, 1180591620717411303427, 147573952589676412928, -1180591620717411303424, False, False)
# expect: (-9223372036854775809, -9223372036854775808, -1, 9223372036854775807, 9223372036854775808, -1, -9223372036854775809, -1, 1, True, False)
try:
    arithmetic(1, 0)
except ZeroDivisionError as e:
    print(e, e.__traceback__.tb_next.tb_lineno - e.__traceback__.tb_next.tb_frame.f_code.co_firstlineno)
# expect: division by zero 1


def floats(x, y):
    return x + y, x - y, x * y, x / y, x < y, x != y, -x


hot(floats, 1.5, 0.25)
print(floats(float('nan'), 1.0)[4:6], floats(0.0, 2.0), floats(3, 2.0), floats(3, 4))
# expect: (False, True) (2.0, -2.0, 0.0, 0.0, True, True, -0.0) (5.0, 1.0, 6.0, 1.5, False, True, -3) (7, -1, 12, 0.75, True, True, -3)
try:
    floats(1.0, 0.0)
except ZeroDivisionError as e:
    print(e)
# expect: division by zero


def caught(items):
    n = 0
    for i in items:
        try:
            n += 10 // i
        except ZeroDivisionError:
            n += 1000
        finally:
            n += 1
    return n


print(hot(caught, [1, 2, 5, 0, 10]), caught(iter([0, 0])), caught(range(-2, 3)))
# expect: 1023 2002 1005


class Point:
    def __init__(self, x):
        self.x = x

    def twice(self):
        return self.x * 2


def use(p):
    return p.twice() + p.x


print(hot(use, Point(2)), use(Point(1.5)), use(Point('ab')))
# expect: 6 4.5 ababab
Point.twice = lambda self: self.x * 3
print(use(Point(2)))
# expect: 8


class Other(Point):
    x = property(lambda self: 7, lambda self, v: None)


print(use(Other(1)))
# expect: 28


def make(n):
    return Point(n).x


print(hot(make, 5))
# expect: 5
Point.__init__ = lambda self, x: setattr(self, 'x', x + 1)
print(make(5))
# expect: 6
Point.__init__ = lambda self, x: x
try:
    make(5)
except TypeError as e:
    print(e)
# expect: __init__() should return None, not 'int'


def helper(n):
    return n + 1


def caller(n):
    return helper(n) * 2


print(hot(caller, 1))
# expect: 4


def helper(n):
    return n + 100


print(caller(1))
# expect: 202
len_seen = hot(lambda: len([1, 2, 3]))
len = lambda o: 'mine'
print(len_seen, hot(lambda: len([1]), times=3))
# expect: 3 mine
del len
counted = lambda: (len('abcd'), helper(0))
hot(counted)
globals().update({f'added_{n}': n for n in range(300)})
print(counted())
globals()['len'] = lambda o: 'added'
print(counted())
del globals()['len']
for n in range(300):
    del globals()[f'added_{n}']
helper = lambda n: 'bound again'
print(counted())
del helper
globals().update({f'added_{n}': n for n in range(20)})
try:
    counted()
except NameError as e:
    print(e)
# expect: (4, 100)
# expect: ('added', 100)
# expect: (4, 'bound again')
# expect: name 'helper' is not defined


def unbound(n):
    if n:
        v = n
    return v


hot(unbound, 1)
try:
    unbound(0)
except UnboundLocalError as e:
    print(e)
# expect: cannot access local variable 'v' where it is not associated with a value


def counter():
    n = 0

    def up(by):
        nonlocal n
        n += by
        return n
    return up


up = counter()
print(hot(up, 1), up(0.5), up(2**70) > 2**69)
# expect: 3000 3000.5 True


def frames(depth):
    if depth:
        return frames(depth - 1)
    f = sys._getframe()
    return f.f_code.co_name, sorted(f.f_locals), f.f_back.f_locals['depth'], f.f_back.f_lineno - f.f_back.f_code.co_firstlineno


hot(frames, 3, times=1000)
print(frames(3))
# expect: ('frames', ['depth', 'f'], 1, 2)


def endless(n):
    return endless(n + 1)


for _ in range(3):
    try:
        endless(0)
    except RecursionError as e:
        print(e)
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded


def traced(n):
    a = n
    a += 1
    return a


hot(traced, 1)
lines = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == 'traced':
        lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


sys.settrace(tracer)
traced(1)
sys.settrace(None)
print(lines, hot(traced, 4))
# expect: [('call', 0), ('line', 1), ('line', 2), ('line', 3), ('return', 3)] 5


def starts_tracing(n):
    total = 0
    for i in range(n):
        if i == n - 2:
            sys._getframe().f_trace = watch
            sys.settrace(watch)
        total += i
    return total


seen = []


def watch(frame, event, arg):
    if frame.f_code.co_name == 'starts_tracing':
        seen.append(event)
    return watch


starts_tracing(5000)
sys.settrace(None)
print(seen)
# expect: ['line', 'line', 'line', 'line', 'line', 'line', 'return']


def lists(l, n):
    for i in range(n):
        l[i] = l[i] + 1
        l.append(i)
    return sum(l), [x for x in l if x > n]


print(lists([0] * 3000, 3000)[0], lists([2**62, 1.5, True], 3))
# expect: 4501500 (4.611686018427388e+18, [4611686018427387905])
try:
    lists([1], 5)
except IndexError as e:
    print(e)


def unpacking(pairs):
    s = 0
    for a, (b, c) in pairs:
        s += a * b - c
    return s


print(hot(unpacking, [(1, (2, 3)), (4, (5, 6))]), unpacking([[1, 'xy'.encode()], (2, [3, 4])]))
# expect: 13 1
try:
    unpacking([(1, (2, 3, 4))])
except ValueError as e:
    print(e)
# expect: too many values to unpack (expected 2, got 3)


def words(n):
    out = []
    while n:
        out.append(str(n))
        n -= 1
        if n == 5:
            continue
        if n is None or not out:
            break
    return '-'.join(out)


print(len(hot(words, 30)), words(4))
# expect: 80 4-3-2-1


def rewrite(name, value):
    sys._getframe(1).f_locals[name] = value


def rewritten(n):
    total = 0
    k = 1
    for i in range(n):
        if i == n - 2:
            rewrite('k', 1000)
        total += k
    return total, k


print(rewritten(10), hot(rewritten, 5), rewritten(4000))
# expect: (2008, 1000) (2003, 1000) (5998, 1000)


class Slot:
    def __init__(self):
        self.go = lambda n: n + 1


class Method:
    def go(self, n):
        return self, n


def goes(o, n):
    return o.go(n)


print(hot(goes, Slot(), 1), goes(Method(), 2)[1], goes(Slot(), 3), hot(goes, Method(), 4)[1], goes(Slot(), 5))
# expect: 2 2 4 4 6
