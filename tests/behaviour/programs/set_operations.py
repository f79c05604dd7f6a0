# Sets and frozensets: algebra, mutation, comparison as subsets, hashing, display.
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a < a, a > {1}, a.isdisjoint({9}), {1, 2} == frozenset([2, 1]), set(), frozenset(), len({1, 1.0, True}))
# expect: {1, 2, 3, 4} {3} {1, 2} {1, 2, 4} True False True True True set() frozenset() 1
a.add(5)
a.discard(99)
a.discard(1)
a.update([7], (8,))
a.remove(2)
a -= {8}
a |= {0}
print(sorted(a), a.pop() in {0, 3, 5, 7}, sorted({3, 1}.union([2], 'a' if 0 else [4])), {1, 2}.intersection([2, 3], {2}), {1, 2}.difference([1]), {1}.symmetric_difference([2]), {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
# expect: [0, 3, 5, 7] True [1, 2, 3, 4] {2} {2} {1, 2} True True
f = frozenset('ab')
print(hash(f) == hash(frozenset('ba')), {f: 1}[frozenset('ab')], f | {'c'} == {'a', 'b', 'c'}, type(f | {'c'}).__name__, type({'c'} | f).__name__, {frozenset({1})}, f.copy() is f, {x % 3 for x in range(9)})
# expect: True 1 True frozenset set {frozenset({1})} True {0, 1, 2}
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
# expect: Set changed size during iteration
for text in ('{[]}', '{1}.remove(2)', 'set().pop()', '{1} | [2]', '{1} + {2}', 'set(5)', 'hash(set())', '{1}.add([])', 'frozenset().add(1)', '{1} < [1]', '{1, 2}[0]', '{1}.remove("x")', '{1} == [1]'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: {[]} -> TypeError cannot use 'list' as a set element (unhashable type: 'list')
# expect: {1}.remove(2) -> KeyError 2
# expect: set().pop() -> KeyError 'pop from an empty set'
# expect: {1} | [2] -> TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: {1} + {2} -> TypeError unsupported operand type(s) for +: 'set' and 'set'
# expect: set(5) -> TypeError 'int' object is not iterable
# expect: hash(set()) -> TypeError unhashable type: 'set'
# expect: {1}.add([]) -> TypeError cannot use 'list' as a set element (unhashable type: 'list')
# expect: frozenset().add(1) -> AttributeError 'frozenset' object has no attribute 'add'
# expect: {1} < [1] -> TypeError '<' not supported between instances of 'set' and 'list'
# expect: {1, 2}[0] -> TypeError 'set' object is not subscriptable
# expect: {1}.remove("x") -> KeyError 'x'
# expect: {1} == [1] False
