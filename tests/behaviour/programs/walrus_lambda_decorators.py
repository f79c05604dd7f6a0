# Assignment expressions, lambdas, decorators of functions and classes, conditional chains.
if (n := len('abc')) > 2:
    print(n)
# expect: 3
while (m := n - 1) and n > 0:
    n = m
print(n, m, [y := 5, y ** 2], (z := 1, 2), f'{(w := 3)}', w)
# expect: 1 0 [5, 25] (1, 2) 3 3
add = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(add(1), add(1, 3, 5, d=6, f=7), (lambda: (yield))().__class__.__name__, (lambda x: lambda y: x + y)(1)(2), add.__name__, (lambda: None)())
# expect: (1, 2, (), 4, {}) (1, 3, (5,), 6, {'f': 7}) generator 3 <lambda> None
def deco(tag):
    print('make', tag)

    def wrap(f):
        print('apply', tag, f.__name__)

        def inner(*a, **k):
            return tag, f(*a, **k)
        return inner
    return wrap


@deco('outer')
@deco('inner')
def target(x):
    """doc"""
    return x * 2
# expect: make outer
# expect: make inner
# expect: apply inner target
# expect: apply outer inner


print(target(4))
# expect: ('outer', ('inner', 8))
@lambda cls: (print('class', cls.__name__), cls)[1]
class Decorated:
    @(staticmethod if True else classmethod)
    def s(x):
        return x

    @property
    def p(self):
        return 'p'
# expect: class Decorated


print(Decorated.s(3), Decorated().p)
# expect: 3 p
import functools
def logged(f):
    @functools.wraps(f)
    def wrapper(*args):
        return f(*args)
    return wrapper


@logged
def documented(a: int = 1) -> str:
    """Its text."""
    return str(a)


print(documented(5), documented.__name__, documented.__doc__, documented.__wrapped__.__annotations__, documented.__qualname__, documented.__module__)
# expect: 5 documented Its text. {'a': <class 'int'>, 'return': <class 'str'>} documented __main__
