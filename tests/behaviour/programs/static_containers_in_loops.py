# Checked containers in hot loops of untyped code: what they refuse, what is not there, and what changes under way.
# only: tuff
from typing import Optional

from __static__ import Array, CheckedDict, CheckedList, cbool, double, int8, int64, uint64


def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


def fill(xs, values):
    for v in values:
        xs.append(v)
    return len(xs)


def total(xs):
    n = 0
    for i in range(len(xs)):
        n += xs[i] + xs[-1 - i]
    for x in xs:
        if x in xs:
            n += 1
    return n


def store(xs, values):
    i = 0
    for v in values:
        xs[i % 10] = v
        i += 1
    return xs[:3]


def at(xs, indices):
    n = 0
    for i in indices:
        n += xs[i]
    return n


def count(d, words):
    for w in words:
        d[w] = d.get(w, 0) + 1
        if w in d and 'absent' not in d:
            d['all'] = d.get('all', 0) + len(d)
    return len(d)


def look(d, keys):
    n = 0
    for k in keys:
        n += d[k]
    return n


def get(d, pairs):
    n = 0
    for k, v in pairs:
        n += d.get(k, v)
    return n


def put(d, pairs):
    for k, v in pairs:
        d[k] = v
    return len(d)


def take(d, keys):
    for k in keys:
        d[k] = 1
        del d[k]
    return len(d)


def walk(d):
    n = 0
    for k in d:
        n += len(k)
    for k, v in d.items():
        n += v
    for v in d.values():
        n += v
    return n


def has(d, keys):
    n = 0
    for k in keys:
        if k in d:
            n += 1
    return n


def grow(d):
    for k in d:
        d[k + 'x'] = 1


numbers = CheckedList[int]([])
for turn in range(3):
    print(fill(numbers, range(400)), total(numbers), store(numbers, range(300)), at(numbers, [1] * 400), numbers.pop(), numbers.pop(0))
print(tried(fill, numbers, [1] * 300 + ['a']), len(numbers), numbers[-1])
print(tried(store, numbers, [1] * 300 + [True, None]), numbers[0])
print(tried(at, numbers, [0] * 300 + [5000]), tried(at, numbers, [0] * 300 + ['a']))
for words in (['a', 'b', 'c'] * 200, ['c', 'd'] * 200):
    d = CheckedDict[str, int]()
    print(count(d, words), d['all'], walk(d), look(d, words), get(d, [('a', 5), ('z', 7)] * 200), has(d, ['a', 'z', 'd'] * 200))
print(tried(count, d, ['q'] * 300 + [5]), d['q'])
print(tried(look, d, ['q'] * 300 + ['none']), '|', tried(look, d, ['q'] * 300 + [1]))
print(tried(get, d, [('q', 0)] * 300 + [('q', 's')]), '|', tried(get, d, [('q', 0)] * 300 + [(1, 1)]), '|', tried(get, d, [('zz', None)]))
print(tried(put, d, [('q', 0)] * 300 + [('q', 's')]), '|', tried(put, d, [('q', 0)] * 300 + [(None, 1)]), '|', d['q'])
print(take(d, ['n%d' % (i % 5) for i in range(500)]), tried(take, d, ['a'] * 300 + [0]))
print(has(d, ['q', 3, None] * 200), tried(grow, d))
flags = CheckedDict[bool, int]({True: 4})
print(look(flags, [True] * 300), tried(look, flags, [True] * 300 + [1]), has(flags, [1, True, 1.0] * 200), tried(put, flags, [(True, 1)] * 300 + [(1, 1)]))
ints = CheckedDict[int, Optional[str]]({1: 'a', 2: None})
print(put(ints, [(i % 7, None) for i in range(400)]), tried(put, ints, [(True, 'b')] * 300), ints[1], list(ints)[:3], tried(look, ints, [1.0]))


class Text(str):
    def __hash__(self):
        return 7

    def __eq__(self, other):
        return str(self) == str(other)


print(tried(put, d, [(Text('q'), i) for i in range(300)]), d[Text('q')], d.get('q'))
print(tried(look, {1: 2, 'a': 3}, [1, 'a'] * 200), tried(at, [1, 2], [0, 1] * 200), tried(at, (1, 2), [0] * 200))


def fill_array(a, values):
    i = 0
    for v in values:
        a[i % 8] = v
        i += 1
    return a[0], a[-1], len(a)


def sum_array(a, n):
    total = 0
    for i in range(n):
        total += a[i % 8]
        for v in a:
            total += v
    return total


for kind, good, bad in ((int64, [3, -9], 2 ** 63), (int8, [100, -128], 128), (uint64, [7, 2 ** 63 - 1], -1), (double, [0.5, 2.5], 'a'),
                        (cbool, [True, False], 1)):
    a = Array[kind](8)
    for turn in range(2):
        print(fill_array(a, good * 300), sum_array(a, 300), tried(fill_array, a, good * 200 + [bad]), a[0])
a = Array[double](8)
print(fill_array(a, [1, 2] * 300), tried(sum_array, a, 200), tried(at, a, [0] * 300 + [8]), tried(at, a, [0] * 300 + ['a']))
a = Array[uint64](8)
a[0] = 2 ** 64 - 1
print(at(a, [0] * 3), fill_array(a, [2 ** 64 - 1, 5] * 200), list(a))

# expect: 400 160000 [290, 291, 292] 116400 399 290
# expect: 798 324420 [290, 291, 292] 116400 399 290
# expect: 1196 483600 [290, 291, 292] 116400 399 290
# expect: TypeError: append() argument 1 expected int 1494 1
# expect: TypeError: bad value 'NoneType' for chklist[int] True
# expect: IndexError: list index out of range TypeError: list indices must be integers or slices, not str
# expect: 4 2396 5998 120000 41400 200
# expect: 3 1198 3201 80000 2400 200
# expect: TypeError: get() argument 1 expected str 300
# expect: KeyError: 'none' | TypeError: bad key 'int' for chkdict[str, int]
# expect: TypeError: get() argument 2 expected int | TypeError: get() argument 1 expected str | TypeError: unsupported operand type(s) for +=: 'int' and 'NoneType'
# expect: TypeError: bad value 'str' for chkdict[str, int] | TypeError: bad key 'NoneType' for chkdict[str, int] | 0
# expect: 4 TypeError: bad key 'int' for chkdict[str, int]
# expect: 200 RuntimeError: dictionary changed size during iteration
# expect: 1200 TypeError: bad key 'int' for chkdict[bool, int] 600 TypeError: bad key 'int' for chkdict[bool, int]
# expect: 7 7 b [1, 2, 0] TypeError: bad key 'float' for chkdict[int, Optional[str]]
# expect: 6 299 0
# expect: 1000 600 200
# expect: (3, -9, 8) -8100 OverflowError: Python int too large to convert to C long 3
# expect: (3, -9, 8) -8100 OverflowError: Python int too large to convert to C long 3
# expect: (100, -128, 8) -37800 OverflowError: int overflow 100
# expect: (100, -128, 8) -37800 OverflowError: int overflow 100
# expect: (7, 9223372036854775807, 8) 12451552249753947348900 OverflowError: int overflow 7
# expect: (7, 9223372036854775807, 8) 12451552249753947348900 OverflowError: int overflow 7
# expect: (0.5, 2.5, 8) 4050.0 TypeError: expected 'float', got 'str' 0.5
# expect: (0.5, 2.5, 8) 4050.0 TypeError: expected 'float', got 'str' 0.5
# expect: (True, False, 8) 1350 TypeError: expected 'bool', got 'int' True
# expect: (True, False, 8) 1350 TypeError: expected 'bool', got 'int' True
# expect: (1.0, 2.0, 8) 2700.0 IndexError: array index out of range TypeError: sequence index must be integer, not 'str'
# expect: 55340232221128654845 (18446744073709551615, 5, 8) [18446744073709551615, 5, 18446744073709551615, 5, 18446744073709551615, 5, 18446744073709551615, 5]
