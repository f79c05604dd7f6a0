# Unpacking in assignments, loops, calls and displays; evaluation order; errors.
a, b = 1, 2
a, b = b, a
(c, d), [e, *f] = (3, 4), 'xyz'
*g, h = range(4)
i, *j, k = 1, 2
l = m = [1]
[n, [o]] = 1, (2,)
print(a, b, c, d, e, f, g, h, i, j, k, l is m, n, o)
# expect: 2 1 3 4 x ['y', 'z'] [0, 1, 2] 3 1 [] 2 True 1 2
for x, (y, *z) in [(1, 'ab'), (2, 'c')]:
    print(x, y, z)
# expect: 1 a ['b']
# expect: 2 c []
print([*range(3), *'ab'], (*[1], 2), {*[1], *[1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}}, *[1, 2], sep='-')
# expect: [0, 1, 2, 'a', 'b']-(1, 2)-{1, 2}-{'a': 3, 'b': 2}-1-2
class T:
    pass


t = T()
t.x, t.y = 1, 2
lst = [0, 1, 2]
lst[0], lst[1:] = 'a', 'bc'
i = 0
i, lst[i] = 1, 'set after i'
print(t.x, t.y, lst)
# expect: 1 2 ['a', 'set after i', 'c']
def track(name):
    print('target', name)
    return lst


def value():
    print('value')
    return 1, 2


track('first')[0], track('second')[1] = value()
# expect: value
# expect: target first
# expect: target second
q = (yield_ := 5) + yield_
x = *y, = 1, 2
print(q, x, y)
# expect: 10 (1, 2) [1, 2]
for text in ('a, b = 1', 'a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, *b, c = [1]', 'a, b = "x"', '(a, b), c = 1, 2', 'a, = []', '[a, b] = {}', 'a, b = iter([1, 2, 3])', 'for a, b in [1]: pass'):
    try:
        exec(text)
    except (ValueError, TypeError) as e:
        print(text, '->', type(e).__name__, e)
# expect: a, b = 1 -> TypeError cannot unpack non-iterable int object
# expect: a, b = 1, 2, 3 -> ValueError too many values to unpack (expected 2, got 3)
# expect: a, b, c = 1, 2 -> ValueError not enough values to unpack (expected 3, got 2)
# expect: a, *b, c = [1] -> ValueError not enough values to unpack (expected at least 2, got 1)
# expect: a, b = "x" -> ValueError not enough values to unpack (expected 2, got 1)
# expect: (a, b), c = 1, 2 -> TypeError cannot unpack non-iterable int object
# expect: a, = [] -> ValueError not enough values to unpack (expected 1, got 0)
# expect: [a, b] = {} -> ValueError not enough values to unpack (expected 2, got 0)
# expect: a, b = iter([1, 2, 3]) -> ValueError too many values to unpack (expected 2)
# expect: for a, b in [1]: pass -> TypeError cannot unpack non-iterable int object
for text in ('*a = 1', '*a, *b = 1', 'a + 1 = 2', 'f() = 1', '1 = a', 'None = 1', '(a, 1) = 2', 'a = *b', '{a: 1} = 2', 'x := 1', 'a += b, c = 1', '[a for a in b] = 1', 'lambda: 1 = 2', '"a" = 1', 'del f()', 'a.b.c() += 1', '-a = 1', 'a if b else c = 1', 'True = 1', '__debug__ = 1', 'for 1 in x: pass', 'with a as 1: pass', 'import a.b as c.d'):
    try:
        compile(text, '<t>', 'exec')
        print(text, 'compiles')
    except SyntaxError as e:
        print(text, '->', e.msg)
# expect: *a = 1 -> starred assignment target must be in a list or tuple
# expect: *a, *b = 1 -> multiple starred expressions in assignment
# expect: a + 1 = 2 -> cannot assign to expression here. Maybe you meant '==' instead of '='?
# expect: f() = 1 -> cannot assign to function call here. Maybe you meant '==' instead of '='?
# expect: 1 = a -> cannot assign to literal here. Maybe you meant '==' instead of '='?
# expect: None = 1 -> cannot assign to None
# expect: (a, 1) = 2 -> cannot assign to literal
# expect: a = *b -> can't use starred expression here
# expect: {a: 1} = 2 -> cannot assign to dict literal here. Maybe you meant '==' instead of '='?
# expect: x := 1 -> invalid syntax
# expect: a += b, c = 1 -> invalid syntax
# expect: [a for a in b] = 1 -> cannot assign to list comprehension here. Maybe you meant '==' instead of '='?
# expect: lambda: 1 = 2 -> cannot assign to lambda
# expect: "a" = 1 -> cannot assign to literal here. Maybe you meant '==' instead of '='?
# expect: del f() -> cannot delete function call
# expect: a.b.c() += 1 -> 'function call' is an illegal expression for augmented assignment
# expect: -a = 1 -> cannot assign to expression here. Maybe you meant '==' instead of '='?
# expect: a if b else c = 1 -> cannot assign to conditional expression
# expect: True = 1 -> cannot assign to True
# expect: __debug__ = 1 -> cannot assign to __debug__
# expect: for 1 in x: pass -> cannot assign to literal
# expect: with a as 1: pass -> cannot assign to literal
# expect: import a.b as c.d -> cannot use attribute as import target
