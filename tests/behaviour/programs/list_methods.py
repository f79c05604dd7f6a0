# Lists: mutation, search, repetition, comparison, sorting laws, self reference.
a = [3, 1, 2]
a.append(5)
a.extend('xy')
a.insert(1, 'i')
a.insert(-1, 'j')
a.insert(99, 'end')
print(a, a.pop(), a.pop(0), a.index('x'), a.count(1), a.remove('i'), a, len(a), a + [1], a * 2, 5 in a)
# expect: [1, 2, 5, 'x', 'j', 'y'] end 3 4 1 None [1, 2, 5, 'x', 'j', 'y'] 6 [1, 2, 5, 'x', 'j', 'y', 1] [1, 2, 5, 'x', 'j', 'y', 1, 2, 5, 'x', 'j', 'y'] True
a.reverse()
b = a.copy()
b += (1,)
b *= 2
print(a, b, a is b, a == b, [1, 2] < [1, 2, 0], [[]] * 2, list('ab'), list({1: 2}), list(range(3)), a.clear(), a)
# expect: [] ['y', 'j', 'x', 5, 2, 1, 1, 'y', 'j', 'x', 5, 2, 1, 1] False False True [[], []] ['a', 'b'] [1] [0, 1, 2] None []
words = ['pear', 'Fig', 'apple', 'fig', 'kiwi']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), words)
# expect: ['Fig', 'apple', 'fig', 'kiwi', 'pear'] ['apple', 'Fig', 'fig', 'kiwi', 'pear'] ['apple', 'pear', 'kiwi', 'Fig', 'fig'] ['pear', 'Fig', 'apple', 'fig', 'kiwi']
words.sort(key=lambda w: w[-1])
print(words, sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([1.5, 1, True, -2]), sorted('hello', reverse=True), sorted({3: 0, 1: 0}))
# expect: ['apple', 'Fig', 'fig', 'kiwi', 'pear'] [(0, 'z'), (1, 'a'), (1, 'b')] [-2, 1, True, 1.5] ['o', 'l', 'l', 'h', 'e'] [1, 3]
loop = [1]
loop.append(loop)
print(loop, repr(loop), loop[1] is loop)
# expect: [1, [...]] [1, [...]] True
def mutating(x):
    broken.append(1)
    return x


broken = [2, 1]
try:
    broken.sort(key=mutating)
except ValueError as e:
    print(e, broken)
# expect: list modified during sort [1, 2]
for text in ('[1].remove(2)', '[].pop()', '[1].index(5)', '[1] + (2,)', '[1, "a"].sort()', 'list(5)', '[].foo', '[1].pop("a")', '[1] * "a"', 'hash([])', '[].append()', '[].append(1, 2)', '[].sort(5)', '[].extend(3)', '[].insert(1)'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: [1].remove(2) -> ValueError list.remove(x): x not in list
# expect: [].pop() -> IndexError pop from empty list
# expect: [1].index(5) -> ValueError list.index(x): x not in list
# expect: [1] + (2,) -> TypeError can only concatenate list (not "tuple") to list
# expect: [1, "a"].sort() -> TypeError '<' not supported between instances of 'str' and 'int'
# expect: list(5) -> TypeError 'int' object is not iterable
# expect: [].foo -> AttributeError 'list' object has no attribute 'foo'
# expect: [1].pop("a") -> TypeError 'str' object cannot be interpreted as an integer
# expect: [1] * "a" -> TypeError can't multiply sequence by non-int of type 'str'
# expect: hash([]) -> TypeError unhashable type: 'list'
# expect: [].append() -> TypeError list.append() takes exactly one argument (0 given)
# expect: [].append(1, 2) -> TypeError list.append() takes exactly one argument (2 given)
# expect: [].sort(5) -> TypeError sort() takes no positional arguments
# expect: [].extend(3) -> TypeError 'int' object is not iterable
# expect: [].insert(1) -> TypeError insert expected 2 arguments, got 1


# keys that are ints: near together, as far apart as 64 bits allow, and further; equal ones keep their order, in reverse too
rows = [(key, place) for place, key in enumerate([5, -2**63, 5, 2**63 - 1, 0, 5, -2**63, 2**70, 0])]
for items in rows[:1], [r for r in rows if r[0] in (0, 5)], rows[:7], rows:
    print([p for _, p in sorted(items, key=lambda r: r[0])], [p for _, p in sorted(items, key=lambda r: r[0], reverse=True)])
# expect: [0] [0]
# expect: [4, 8, 0, 2, 5] [0, 2, 5, 4, 8]
# expect: [1, 6, 4, 0, 2, 5, 3] [3, 0, 2, 5, 4, 1, 6]
# expect: [1, 6, 4, 8, 0, 2, 5, 3, 7] [7, 3, 0, 2, 5, 4, 8, 1, 6]
