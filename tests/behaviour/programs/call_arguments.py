# Parameters of every kind and how calls bind to them, with the errors for what does not fit.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 9, 8, 7, 6, d=0, e=1, z=2, a='kw'), f(*[1, 2], **{'d': 3, 'c': 4}), f(*(1,), *[2], d=1, **{'x': 1}, **{'y': 2}))
# expect: (1, 2, 3, (), 4, 5, {}) (1, 9, 8, (7, 6), 0, 1, {'z': 2, 'a': 'kw'}) (1, 2, 4, (), 3, 5, {}) (1, 2, 3, (), 1, 5, {'x': 1, 'y': 2})
def defaults(x, acc=[]):
    acc.append(x)
    return acc


print(defaults(1), defaults(2), defaults(3, []), defaults.__defaults__, f.__kwdefaults__, (lambda *a, k=1, **b: (a, k, b))(1, 2, k=3, q=4))
# expect: [1, 2] [1, 2] [3] ([1, 2],) {'e': 5} ((1, 2), 3, {'q': 4})
def order(tag):
    print(tag, end=' ')
    return tag


print(f(order(1), order(2), *[order(3)], d=order(4), **{'k': order(5)}))
# expect: 1 2 3 4 5 (1, 2, 3, (), 4, 5, {'k': 5})
def g(a, b): return a, b
def h(*, k): return k
def p(a, /): return a
def n(): return None


for call in ('g()', 'g(1)', 'g(1, 2, 3)', 'g(1, a=2)', 'g(1, c=2)', 'g(a=1)', 'h()', 'h(1)', 'h(k=1, **{"k": 2})', 'p(a=1)', 'n(1)', 'g(*5)', 'g(**5)', 'g(**{1: 2})', 'f()', 'f(1)', '5()', 'None()', 'len()', 'len(1, 2)', 'len(x=1)', 'int(1, 2, 3)', 'print(end=1)', 'g(1, b=2, bb=3)', 'f(1, 2, 3, 4)', 'sorted()', 'isinstance(1)', 'g(*[1], **{"b": 2, "q": 1})'):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, '->', e)
# expect: g() -> g() missing 2 required positional arguments: 'a' and 'b'
# expect: g(1) -> g() missing 1 required positional argument: 'b'
# expect: g(1, 2, 3) -> g() takes 2 positional arguments but 3 were given
# expect: g(1, a=2) -> g() got multiple values for argument 'a'
# expect: g(1, c=2) -> g() got an unexpected keyword argument 'c'
# expect: g(a=1) -> g() missing 1 required positional argument: 'b'
# expect: h() -> h() missing 1 required keyword-only argument: 'k'
# expect: h(1) -> h() takes 0 positional arguments but 1 was given
# expect: h(k=1, **{"k": 2}) -> __main__.h() got multiple values for keyword argument 'k'
# expect: p(a=1) -> p() got some positional-only arguments passed as keyword arguments: 'a'
# expect: n(1) -> n() takes 0 positional arguments but 1 was given
# expect: g(*5) -> __main__.g() argument after * must be an iterable, not int
# expect: g(**5) -> __main__.g() argument after ** must be a mapping, not int
# expect: g(**{1: 2}) -> keywords must be strings
# expect: f() -> f() missing 1 required positional argument: 'a'
# expect: f(1) -> f() missing 1 required keyword-only argument: 'd'
# expect: 5() -> 'int' object is not callable
# expect: None() -> 'NoneType' object is not callable
# expect: len() -> len() takes exactly one argument (0 given)
# expect: len(1, 2) -> len() takes exactly one argument (2 given)
# expect: len(x=1) -> len() takes no keyword arguments
# expect: int(1, 2, 3) -> int expected at most 2 arguments, got 3
# expect: print(end=1) -> end must be None or a string, not int
# expect: g(1, b=2, bb=3) -> g() got an unexpected keyword argument 'bb'. Did you mean 'b'?
# expect: f(1, 2, 3, 4) -> f() missing 1 required keyword-only argument: 'd'
# expect: sorted() -> sorted expected 1 argument, got 0
# expect: isinstance(1) -> isinstance expected 2 arguments, got 1
# expect: g(*[1], **{"b": 2, "q": 1}) -> g() got an unexpected keyword argument 'q'
class K:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return x
    @staticmethod
    def s(x): return x


k = K()
print(k.m(1), K.m(k, 2), k.c(3), K.c(4), k.s(5), K.s(6))
# expect: 1 2 3 4 5 6
for call in ('k.m()', 'K.m(1)', 'k.c()', 'k.s()', 'k.m(1, 2)', 'K(1)', 'object(1)', 'k.zzz()', 'K.zzz'):
    try:
        print(call, eval(call))
    except (TypeError, AttributeError) as e:
        print(call, '->', e)
# expect: k.m() -> K.m() missing 1 required positional argument: 'x'
# expect: K.m(1) -> K.m() missing 1 required positional argument: 'x'
# expect: k.c() -> K.c() missing 1 required positional argument: 'x'
# expect: k.s() -> K.s() missing 1 required positional argument: 'x'
# expect: k.m(1, 2) -> K.m() takes 2 positional arguments but 3 were given
# expect: K(1) -> K() takes no arguments
# expect: object(1) -> object() takes no arguments
# expect: k.zzz() -> 'K' object has no attribute 'zzz'
# expect: K.zzz -> type object 'K' has no attribute 'zzz'
