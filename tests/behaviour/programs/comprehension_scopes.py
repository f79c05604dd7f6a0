# Comprehensions: own scope for targets, first iterable evaluated outside, conditions, nesting, async-free closures, walrus leaks on purpose.
x = 'outer'
print([x for x in range(3)], x, {x: x * x for x in range(3)}, {x % 2 for x in range(4)}, list(x for x in 'ab'), x)
# expect: [0, 1, 2] outer {0: 0, 1: 1, 2: 4} {0, 1} ['a', 'b'] outer
print([(a, b) for a in range(3) for b in range(a) if (a + b) % 2], [[j for j in range(i)] for i in range(3)], [y for y in range(20) if y % 2 if y % 3 == 0])
# expect: [(1, 0), (2, 1)] [[], [0], [0, 1]] [3, 9, 15]
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]], [last := n for n in range(3)], last)
# expect: [2, 2, 2] [0, 1, 2] [0, 1, 2] 2
class C:
    base = 10
    items = [base * i for i in range(3)] if False else [i for i in range(base)][:3]
    try:
        broken = [base for _ in range(1)]
    except NameError as e:
        broken = str(e)


print(C.items, C.broken)
# expect: [0, 1, 2] name 'base' is not defined
def source():
    print('source evaluated')
    return [1, 2]


g = (print('item', i) or i for i in source())
# expect: source evaluated
print('before')
# expect: before
print(list(g))
# expect: item 1
# expect: item 2
# expect: [1, 2]
def outer():
    total = 0
    [total := total + v for v in (1, 2, 3)]
    return total, [lambda: total][0](), sum(v * total for v in [1, 1]), dict(a=[z for z in 'q'])


print(outer(), [a for a, *b in [(1, 2, 3), (4,)]], {**{k: v for k, v in zip('ab', (1, 2))}}, [*range(2), *(i for i in 'x')])
# expect: (6, 6, 12, {'a': ['q']}) [1, 4] {'a': 1, 'b': 2} [0, 1, 'x']
try:
    [1 / d for d in (1, 0)]
except ZeroDivisionError as e:
    print(e)
# expect: division by zero
try:
    (q for q in 5)
except TypeError as e:
    print(e)
# expect: 'int' object is not iterable
for text in ('[x := 1 for x in [1]]', '[i for i in (j := [1])]', '[*a for a in []]', '{**a for a in []}', '[yield for i in []]'):
    try:
        compile(text, '<t>', 'eval')
        print(text, 'fine')
    except SyntaxError as e:
        print(text, '->', e.msg)
# expect: [x := 1 for x in [1]] -> assignment expression cannot rebind comprehension iteration variable 'x'
# expect: [i for i in (j := [1])] -> assignment expression cannot be used in a comprehension iterable expression
# expect: [*a for a in []] -> iterable unpacking cannot be used in comprehension
# expect: {**a for a in []} -> dict unpacking cannot be used in dict comprehension
# expect: [yield for i in []] -> invalid syntax
