# Chained comparisons evaluate each operand once and stop early; identity, membership, mixed types.
def show(x):
    print('eval', x)
    return x


print(show(1) < show(2) < show(3))
# expect: eval 1
# expect: eval 2
# expect: eval 3
# expect: True
print(show(3) < show(2) < show(9))
# expect: eval 3
# expect: eval 2
# expect: False
print(1 < 2 > 1 != 0 == 0 <= 0, 1 == 1.0 == True, [1, 2] < [1, 3] < [2], (1,) < (1, 0), 'a' < 'b' < 'c', {1} < {1, 2} <= {1, 2})
# expect: True True True True True True
print(None is None, [] is [], 1 in [1], 'b' in 'abc', '' in '', 2 not in (1, 3), 'k' in {'k': 1}, b'a' in b'cat', 97 in b'a')
# expect: True False True True True True True True True
print([1, [2, 3]] == [1, [2, 3]], {1: 2} == {1: 2.0}, (1, 2) == [1, 2], 'a' == b'a', range(3) == range(0, 3, 1), 1 != '1', None == 0)
# expect: True True False False True True False
print(min(3, 1, 2), max('ab', 'b'), min([], default=7), max((2, 'x'), (2, 'w')), min(['bb', 'a'], key=len), sorted([3, 1, 2], reverse=True))
# expect: 1 b 7 (2, 'x') a [3, 2, 1]
for text in ('1 < "a"', 'None < 1', '[] < ()', '{} < {}', '1 in 5', '"a" in 5', '1 in "abc"', 'min()', 'max([])', 'object() < object()'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: 1 < "a" -> TypeError '<' not supported between instances of 'int' and 'str'
# expect: None < 1 -> TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: [] < () -> TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: {} < {} -> TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: 1 in 5 -> TypeError argument of type 'int' is not a container or iterable
# expect: "a" in 5 -> TypeError argument of type 'int' is not a container or iterable
# expect: 1 in "abc" -> TypeError 'in <string>' requires string as left operand, not int
# expect: min() -> TypeError min expected at least 1 argument, got 0
# expect: max([]) -> ValueError max() iterable argument is empty
# expect: object() < object() -> TypeError '<' not supported between instances of 'object' and 'object'


# what contains itself cannot be compared to its end
for a, b in ([], []), ({}, {}):
    for o in a, b:
        if o == []:
            o.append(o)
        else:
            o[0] = o
    try:
        a == b
    except RecursionError as e:
        print(type(a), str(e).endswith(' in comparison'))
# expect: <class 'list'> True
# expect: <class 'dict'> True
