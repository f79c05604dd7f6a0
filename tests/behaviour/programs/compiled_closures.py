# Functions with cells of their own, hot: called directly, inlined and left in their midst they give what they gave when they were cold.
import sys


def counter(a, b=2):
    c = a + b

    def add(x):
        nonlocal c
        c += x
        return a + c

    for i in range(3):
        add(i)
    return add(1), c


def adder(n):
    return lambda x: x + n


def applied(n):
    return adder(n)(1) + adder(2)(n)


def raises(n):
    g = lambda: n
    if n == 7:
        raise ValueError(g())
    return g()


def perhaps(n):
    def f():
        return late

    if n:
        late = n
    return f


def seen(n):
    def g():
        return sys._getframe(1).f_locals

    m = n * 2
    h = lambda: m
    return g()['m'] + h()


def several(a, b, c, d):
    def s():
        return a, b, c, d, e

    e = a
    a = d
    return s()


def deleted(n):
    def f():
        return n

    del n
    try:
        return f()
    except NameError as e:
        return str(e)


class C:
    def m(self, k):
        f = lambda: self.z + k
        self.z = k
        return f()


def summed(n):
    return sum(x * n for x in range(3))


def fibonacci(n):
    f = lambda: n
    return f() if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


for k in range(3000):
    assert counter(k) == (k + k + 6, k + 6), k
    assert applied(k) == k + 1 + k + 2
    try:
        assert raises(k % 10) == k % 10 != 7
    except ValueError as e:
        assert e.args == (7,)
    try:
        assert perhaps(k % 3)() == k % 3 != 0
    except NameError as e:
        assert k % 3 == 0
    assert seen(k) == k * 4
    assert several(1, 2, 3, k) == (k, 2, 3, k, 1)
    assert C().m(k) == 2 * k
    assert summed(k) == 3 * k
    text = deleted(k)
print(text, fibonacci(15))
# expect: cannot access free variable 'n' where it is not associated with a value in enclosing scope 610
print(counter(1.5), counter('a', 'b') if False else several(1.5, 2.5, 'x', None), applied(2**63))
# expect: (9.0, 7.5) (None, 2.5, 'x', None, 1.5) 18446744073709551619
try:
    counter('a', 'b')
except TypeError as e:
    print(e)
# expect: can only concatenate str (not "int") to str
print(seen(2**62), summed(1.5), [f() for f in map(perhaps, 'ab')])
# expect: 18446744073709551616 4.5 ['a', 'b']
