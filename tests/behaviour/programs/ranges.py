# range: laziness, membership, slices, equality, big bounds; enumerate, zip, reversed, map, filter.
r = range(2, 20, 3)
print(r, list(r), r[1], r[-1], r[1:4], r[::-1], len(r), 8 in r, 9 in r, 8.0 in r, r.index(11), r.count(5), r == range(2, 18, 3), hash(r) == hash(range(2, 18, 3)), range(0) == range(5, 1))
# expect: range(2, 20, 3) [2, 5, 8, 11, 14, 17] 5 17 range(5, 14, 3) range(17, -1, -3) 6 True False True 3 1 True True True
big = range(10 ** 20, 10 ** 20 + 5)
print(big[2], len(big), 10 ** 20 + 1 in big, list(big)[-1], range(5, 0, -2), list(range(5, 0, -2)), list(range(3, 3)), range(10).start, r.step, bool(range(0)), max(range(5)))
# expect: 100000000000000000002 5 True 100000000000000000004 range(5, 0, -2) [5, 3, 1] [] 0 3 False 4
print(list(enumerate('ab', 5)), list(zip([1, 2, 3], 'ab')), list(zip()), list(reversed([1, 2])), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, '', 'a'])), list(filter(str.isdigit, 'a1b2')), list(map(lambda *a: a, [1], 'x')))
# expect: [(5, 'a'), (6, 'b')] [(1, 'a'), (2, 'b')] [] [2, 1] [8, 9] [1, 'a'] ['1', '2'] [(1, 'x')]
print(list(zip([1], [2], strict=True)), next(iter(r)), next(iter([]), 'default'), list(iter([1, 2, 3].pop, 1)), sum(range(101)), list(reversed(range(4))), tuple(map(str, r))[:2], next(enumerate('z')))
# expect: [(1, 2)] 2 default [3, 2] 5050 [3, 2, 1, 0] ('2', '5') (0, 'z')
it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it), list(map(lambda a, b: a + b, [1, 2], [3, 4], strict=True)))
# expect: 1 2 [2, 3] [] [4, 6]
for text in ('range(1.5)', 'range(1, 2, 0)', 'range()', 'len(range(2 ** 64))', 'range(5)[10]', 'r.index(3)', 'list(zip([1], [], strict=True))', 'list(zip([], [1], strict=True))', 'next(iter([]))', 'reversed({1})', 'iter(5)', 'sum(["a"])', 'map(1)', 'next(5)', 'range("a")', 'list(enumerate(5))', 'sum([[]], "")'):
    try:
        print(text, eval(text))
    except BaseException as e:
        print(text, '->', type(e).__name__, e)
# expect: range(1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: range(1, 2, 0) -> ValueError range() arg 3 must not be zero
# expect: range() -> TypeError range expected at least 1 argument, got 0
# expect: len(range(2 ** 64)) -> OverflowError Python int too large to convert to C ssize_t
# expect: range(5)[10] -> IndexError range object index out of range
# expect: r.index(3) -> ValueError range.index(x): x not in range
# expect: list(zip([1], [], strict=True)) -> ValueError zip() argument 2 is shorter than argument 1
# expect: list(zip([], [1], strict=True)) -> ValueError zip() argument 2 is longer than argument 1
# expect: next(iter([])) -> StopIteration
# expect: reversed({1}) -> TypeError 'set' object is not reversible
# expect: iter(5) -> TypeError 'int' object is not iterable
# expect: sum(["a"]) -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: map(1) -> TypeError map() must have at least two arguments.
# expect: next(5) -> TypeError 'int' object is not an iterator
# expect: range("a") -> TypeError 'str' object cannot be interpreted as an integer
# expect: list(enumerate(5)) -> TypeError 'int' object is not iterable
# expect: sum([[]], "") -> TypeError sum() can't sum strings [use ''.join(seq) instead]
