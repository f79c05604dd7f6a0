# Tuples: literals, immutability of the structure, concatenation, hashing, named tuples.
from collections import namedtuple
t = 1, 'a', [2]
print(t, (), (1,), tuple('ab'), t + (3,), t * 2, t[1], t[-1:], t.count(1), t.index('a'), len(t), 'a' in t, (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)))
# expect: (1, 'a', [2]) () (1,) ('a', 'b') (1, 'a', [2], 3) (1, 'a', [2], 1, 'a', [2]) a ([2],) 1 1 3 True True True
t[2].append(5)
print(t)
# expect: (1, 'a', [2, 5])
try:
    t[2] += [6]
except TypeError as e:
    print(e, t)
# expect: 'tuple' object does not support item assignment (1, 'a', [2, 5, 6])
Point = namedtuple('Point', 'x y', defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._make([3, 4]), p == (1, 0), isinstance(p, tuple), Point(y=2, x=1))
# expect: Point(x=1, y=0) 1 0 Point(x=1, y=5) {'x': 1, 'y': 0} ('x', 'y') Point(x=3, y=4) True True Point(x=1, y=2)
x, y = p
(a, b), *c = ((1, 2), 3, 4)
print(x, y, a, b, c)
# expect: 1 0 1 2 [3, 4]
for text in ('t[0] = 1', 't.__class__()', '(1, 2)[2]', '(1,) + [2]', 'hash(([],))', 'Point()', 'Point(1, 2, 3)', 'p.z', 't.index(99)', 'tuple(1)', 'tuple(1, 2)'):
    try:
        print(text, eval(text))
    except SyntaxError as e:
        print(text, '->', e.msg)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: t[0] = 1 -> invalid syntax
# expect: t.__class__() ()
# expect: (1, 2)[2] -> IndexError tuple index out of range
# expect: (1,) + [2] -> TypeError can only concatenate tuple (not "list") to tuple
# expect: hash(([],)) -> TypeError unhashable type: 'list'
# expect: Point() -> TypeError Point.__new__() missing 1 required positional argument: 'x'
# expect: Point(1, 2, 3) -> TypeError Point.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: p.z -> AttributeError 'Point' object has no attribute 'z'
# expect: t.index(99) -> ValueError tuple.index(x): x not in tuple
# expect: tuple(1) -> TypeError 'int' object is not iterable
# expect: tuple(1, 2) -> TypeError tuple expected at most 1 argument, got 2
