# Operations on builtin objects in code that is hot: the kinds that were seen first, then others, errors, subclasses, changes meanwhile.


def shown(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


def hot(f, *args):
    for _ in range(1500):
        r = shown(f, *args)
    return r


def each(f, first, *others):
    print(hot(f, *first), *(shown(f, *o) for o in others), sep=' | ')


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Key) else other)

    def __repr__(self):
        return f'Key({self.n!r})'


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Plain:
    pass


class MyList(list):
    def __getitem__(self, i):
        return ('mine', i)

    def __len__(self):
        return 99

    def append(self, x):
        super().append((x, x))


class MyDict(dict):
    def __missing__(self, key):
        return ('missing', key)


class MyStr(str):
    def __eq__(self, other):
        return 'eq'

    def __lt__(self, other):
        return 'lt'

    def __add__(self, other):
        return 'add'

    __hash__ = str.__hash__


# truth


def truth(o):
    return 'yes' if o else 'no'


def negated(o):
    return not o


for first in 'a', [1], {1: 2}, (1,), {1}, None, True, 3, 0.5, Plain(), Truth(False), Sized(0):
    each(truth, (first,), ('',), ([],), ({},), ((),), (set(),), (None,), (0,), (0.0,), (2**70,), (Plain(),), (Truth(True),), (Truth(3),),
         (Sized(2),), (Sized(-1),), (range(0),), (frozenset(),), (b'',), (MyList(),), (0j,), (float('nan'),))
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: no | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: yes | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: no | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
# expect: no | no | no | no | no | no | no | no | no | yes | yes | yes | TypeError: __bool__ should return bool, returned int | yes | ValueError: __len__() should return >= 0 | no | no | no | yes | no | yes
each(negated, ('',), ('a',), ([],), (Truth(False),), (Truth(None),), (Plain(),))
# expect: True | False | True | True | TypeError: __bool__ should return bool, returned NoneType | False


# identity


def same(a, b):
    return a is b, a is not b, a is None


one, other = Plain(), Plain()
each(same, (one, one), (one, other), (None, None), (True, True), ([], []), (one, None), ('', ''))
# expect: (True, False, False) | (False, True, False) | (True, False, True) | (True, False, False) | (False, True, False) | (False, True, False) | (True, False, False)


# items


def item(o, k):
    return o[k]


each(item, ('hello', 1), ('hello', -1), ('hello', 5), ('hello', -6), ('hello', True), ('hello', 2**70), ('hello', 'x'), ([7, 8], 1), ('h\U0001F600', 1))
# expect: e | o | IndexError: string index out of range | IndexError: string index out of range | e | IndexError: cannot fit 'int' into an index-sized integer | TypeError: string indices must be integers, not 'str' | 8 | 😀
each(item, (b'\x00\xff', 1), (b'\x00\xff', -1), (b'\x00\xff', 2), (bytearray(b'abc'), -3), (bytearray(b'abc'), 3), (b'a', None))
# expect: 255 | 255 | IndexError: index out of range | 97 | IndexError: bytearray index out of range | TypeError: byte indices must be integers or slices, not NoneType
each(item, ({'a': 1}, 'a'), ({'a': 1}, 'b'), ({1: 2}, 1), ({1: 2}, 1.0), ({1: 2}, True), ({(1, 2): 3}, (1, 2)), ({(1, 2): 3}, (1, 2.0)),
     ({Key('a'): 1}, 'a'), ({'a': 1}, Key('a')), ({'a': 1}, []), (MyDict(a=1), 'b'), (MyDict(a=1), 'a'), ({MyStr('a'): 5}, 'a'))
# expect: 1 | KeyError: 'b' | 2 | 2 | 2 | 3 | 3 | 1 | 1 | TypeError: cannot use 'list' as a dict key (unhashable type: 'list') | ('missing', 'b') | 1 | 5
each(item, ([1, 2, 3], -1), ([1, 2, 3], 3), (MyList([1]), 0), ((1, 2), 1), ((1, 2), 2), (range(5), 2), (5, 1))
# expect: 3 | IndexError: list index out of range | ('mine', 0) | 2 | IndexError: tuple index out of range | 2 | TypeError: 'int' object is not subscriptable
dicts = [{'k': 1}, {'k': 2, 'j': 3}, {}]


def deletes(d):
    d['k'] = 1
    v = d['k']
    del d['k']
    return v, 'k' in d


each(deletes, (dicts[0],), (dicts[1],), (MyDict(),), ([1],))
# expect: (1, False) | (1, False) | (1, False) | TypeError: list indices must be integers or slices, not str


def removes(d, k):
    del d[k]
    return d


for _ in range(1500):
    removes({1: 1, 2: 2}, 1)
print(removes({1: 1, 2: 2}, 1), shown(removes, {}, 1), shown(removes, {1: 2}, 5), removes([1, 2, 3], 0), removes({Key(1): 2}, 1), shown(removes, (1,), 0),
      removes({1: 2}, Key(1)), removes(MyDict(a=1), 'a'))
# expect: {2: 2} KeyError: 1 KeyError: 5 [2, 3] {} TypeError: 'tuple' object doesn't support item deletion {} {}


def store(o, k, v):
    o[k] = v
    return o


each(store, ([1, 2], 0, 'x'), ([1, 2], -1, 'x'), ([1, 2], 2, 'x'), ({}, 0, 'x'), ({}, 'k', 'x'), ([1, 2], True, 'x'), ((1,), 0, 'x'))
# expect: ['x', 2] | [1, 'x'] | IndexError: list assignment index out of range | {0: 'x'} | {'k': 'x'} | [1, 'x'] | TypeError: 'tuple' object does not support item assignment
each(store, ({}, 'k', 1), ({'k': 0}, 'k', 1), ({1: 0}, 1.0, 1), ({Key(1): 0}, 1, 'key'), ({1: 0}, Key(1), 'key'), ({}, [], 1), ([0], 0, 1))
# expect: {'k': 1} | {'k': 1} | {1: 1} | {Key(1): 'key'} | {1: 'key'} | TypeError: cannot use 'list' as a dict key (unhashable type: 'list') | [1]
each(store, (bytearray(3), 1, 255), (bytearray(3), -1, 7), (bytearray(3), 3, 7), (bytearray(3), 0, 256), (bytearray(3), 0, -1),
     (bytearray(3), 0, 'x'), ([0], 0, 256))
# expect: bytearray(b'\x00\xff\x00') | bytearray(b'\x00\x00\x07') | IndexError: bytearray index out of range | ValueError: byte must be in range(0, 256) | ValueError: byte must be in range(0, 256) | TypeError: 'str' object cannot be interpreted as an integer | [256]
view_of = bytearray(b'abc')
view = memoryview(view_of)
print(store(view_of, 0, 120), view[0])
# expect: bytearray(b'xbc') 120


# slices


def slice_of(o, a, b):
    return o[a:b]


def ends(o):
    return o[1:], o[:-1], o[:], o[::-1], o[1:4:2], o[5:1]


each(slice_of, ('hello', 1, 3), ('hello', -3, -1), ('hello', 3, 1), ('hello', 0, 99), ('hello', None, 2), ('hello', 2**70, None), ('hello', 'x', 1))
# expect: el | ll |  | hello | he |  | TypeError: slice indices must be integers or None or have an __index__ method
each(slice_of, ([1, 2, 3, 4], 1, 3), ([1, 2, 3], -2, 99), (MyList([1, 2]), 0, 1), ((1, 2, 3), 0, 3), (b'abcd', 1, 3), (bytearray(b'abcd'), 1, 3), ({}, 1, 2))
# expect: [2, 3] | [2, 3] | ('mine', slice(0, 1, None)) | (1, 2, 3) | b'bc' | bytearray(b'bc') | KeyError: slice(1, 2, None)
each(slice_of, (bytearray(b'abcdef'), 2, 4), (bytearray(b'abcdef'), -2, 99), (b'abc', 0, 3), ('abc', 0, 3))
# expect: bytearray(b'cd') | bytearray(b'ef') | b'abc' | abc
for o in 'hello', [1, 2, 3, 4, 5], (1, 2, 3, 4, 5), b'hello', bytearray(b'hello'), '', [], 'x\U0001F600yz', range(5):
    each(ends, (o,), ('abc',), ([1, 2, 3],), (MyList([3]),))
# expect: ('ello', 'hell', 'hello', 'olleh', 'el', '') | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: ([2, 3, 4, 5], [1, 2, 3, 4], [1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [2, 4], []) | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: ((2, 3, 4, 5), (1, 2, 3, 4), (1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (2, 4), ()) | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: (b'ello', b'hell', b'hello', b'olleh', b'el', b'') | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: (bytearray(b'ello'), bytearray(b'hell'), bytearray(b'hello'), bytearray(b'olleh'), bytearray(b'el'), bytearray(b'')) | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: ('', '', '', '', '', '') | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: ([], [], [], [], [], []) | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: ('😀yz', 'x😀y', 'x😀yz', 'zy😀x', '😀z', '') | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))
# expect: (range(1, 5), range(0, 4), range(0, 5), range(4, -1, -1), range(1, 4, 2), range(5, 1)) | ('bc', 'ab', 'abc', 'cba', 'b', '') | ([2, 3], [1, 2], [1, 2, 3], [3, 2, 1], [2], []) | (('mine', slice(1, None, None)), ('mine', slice(None, -1, None)), ('mine', slice(None, None, None)), ('mine', slice(None, None, -1)), ('mine', slice(1, 4, 2)), ('mine', slice(5, 1, None)))


def assign(o, a, b, v):
    o[a:b] = v
    return o


same_list = [1, 2, 3]
print(hot(assign, [1, 2, 3], 1, 2, [7]), assign([1, 2, 3], 0, 0, (8, 9)), assign([1, 2, 3], None, None, []), assign([1, 2, 3], -1, None, 'xy'),
      assign(same_list, 1, 1, same_list), assign(bytearray(b'abc'), 1, 2, b'xyz'), shown(assign, [1], 0, 1, 5), assign([1, 2, 3], 2, 0, [4]))
# expect: [1, 7, 3] [8, 9, 1, 2, 3] [] [1, 2, 'x', 'y'] [1, 1, 2, 3, 2, 3] bytearray(b'axyzc') TypeError: must assign iterable to extended slice [1, 2, 4, 3]


# arithmetic


def power(a, b):
    return a ** b, a << b, a / b


each(power, (3, 4), (2, 62), (2, 63), (-2, 63), (3, -1), (0, 0), (1, 64), (7, 0), (2**62, 1), (10, 400), (2, 0.5), (True, 2))
# expect: (81, 48, 0.75) | (4611686018427387904, 9223372036854775808, 0.03225806451612903) | (9223372036854775808, 18446744073709551616, 0.031746031746031744) | (-9223372036854775808, -18446744073709551616, -0.031746031746031744) | ValueError: negative shift count | ZeroDivisionError: division by zero | (1, 18446744073709551616, 0.015625) | ZeroDivisionError: division by zero | (4611686018427387904, 9223372036854775808, 4.611686018427388e+18) | (10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, 25822498780869085896559191720030118743297057928292235128306593565406476220168411946296453532801378314359031719727474933760, 0.025) | TypeError: unsupported operand type(s) for <<: 'int' and 'float' | (1, 4, 0.5)


def divided(a, b):
    return a / b


each(divided, (1, 3), (2**53 + 1, 3), (2**60, 7), (1, 0), (10**400, 10**399), (1.5, 0), (-0.0, 5), (True, 2))
# expect: 0.3333333333333333 | 3002399751580331.0 | 1.647030720866924e+17 | ZeroDivisionError: division by zero | 10.0 | ZeroDivisionError: division by zero | -0.0 | 0.5


def float_floor(a, b):
    return a // b, a % b


each(float_floor, (7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (7, 2.0), (7.5, 2), (1.0, 0.0), (float('inf'), 2.0), (-0.0, 3.0), (7, 2))
# expect: (3.0, 1.5) | (-4.0, 0.5) | (-4.0, -0.5) | (3.0, 1.0) | (3.0, 1.5) | ZeroDivisionError: division by zero | (nan, nan) | (-0.0, 0.0) | (3, 1)


def float_power(a, b):
    return a ** b


each(float_power, (2.0, 0.5), (2.0, 2.0), (-8.0, 1 / 3), (0.0, -1.0), (1e200, 2.0), (1e200, 2), (2, 0.5), (-2.0, 3.0), (float('nan'), 0.0), (1.0, float('inf')))
# expect: 1.4142135623730951 | 4.0 | (1.0000000000000002+1.7320508075688772j) | ZeroDivisionError: zero to a negative power | OverflowError: (34, 'Numerical result out of range') | OverflowError: (34, 'Numerical result out of range') | 1.4142135623730951 | -8.0 | 1.0 | 1.0


def mixed(a, b):
    return a + b, a - b, a * b, a < b, a <= b, a == b, a != b, a > b


each(mixed, (1, 0.5), (0.5, 1), (1, 2), (2**53 + 1, float(2**53)), (float(2**53), 2**53 + 1), (2**70, 0.5), (float('nan'), 1), (True, 0.5), (0.5, False), (2**63, 1))
# expect: (1.5, 0.5, 0.5, False, False, False, True, True) | (1.5, -0.5, 0.5, True, True, False, True, False) | (3, -1, 2, True, True, False, True, False) | (1.8014398509481984e+16, 0.0, 8.112963841460668e+31, False, False, False, True, True) | (1.8014398509481984e+16, 0.0, 8.112963841460668e+31, True, True, False, True, False) | (1.1805916207174113e+21, 1.1805916207174113e+21, 5.902958103587057e+20, False, False, False, True, True) | (nan, nan, nan, False, False, False, True, False) | (1.5, 0.5, 0.5, False, False, False, True, True) | (0.5, 0.5, 0.0, False, False, False, True, True) | (9223372036854775809, 9223372036854775807, 9223372036854775808, False, False, False, True, True)


def either(a, b):
    return a + b * 2 - 1


for i in range(2000):
    either(i if i % 2 else i * 0.5, i if i % 3 else 0.25)
each(either, (1, 2), (1.5, 2), (2, 1.5), (2**63, 1), (1, 2**63), ('a', 'b'), (True, False))
# expect: 4 | 4.5 | 4.0 | 9223372036854775809 | 18446744073709551616 | TypeError: unsupported operand type(s) for -: 'str' and 'int' | 0


def unary(a):
    return -a, ~a


each(unary, (5,), (-2**63,), (2**63 - 1,), (2**64,), (1.5,), ('a',))
# expect: (-5, -6) | (9223372036854775808, 9223372036854775807) | (-9223372036854775807, -9223372036854775808) | (-18446744073709551616, -18446744073709551617) | TypeError: bad operand type for unary ~: 'float' | TypeError: bad operand type for unary -: 'str'


def minus(a):
    return -a


each(minus, (1.5,), (0.0,), (3,), (-2**63,), (1j,), ([],))
# expect: -1.5 | -0.0 | -3 | 9223372036854775808 | (-0-1j) | TypeError: bad operand type for unary -: 'list'


def bools(a, b):
    return (a < b) + 1, 10 - (a == b), (a < b) + (a > b), (a != b) * 2.5, (a < b) & (a <= b), (a < b) / 2


each(bools, (1, 2), (2, 1), (1.5, 1.5), ('a', 'b'))
# expect: (2, 10, 1, 2.5, True, 0.5) | (1, 10, 1, 2.5, False, 0.0) | (1, 9, 0, 0.0, False, 0.0) | (2, 10, 1, 2.5, True, 0.5)


def big(a, b):
    return a + b, a - b, a * b, a // 3, a % 7, a & b, a >> 3


each(big, (2**80, 3), (3, 2**80), (-2**63, -1), (5, 6), (2**80, 2.5))
# expect: (1208925819614629174706179, 1208925819614629174706173, 3626777458843887524118528, 402975273204876391568725, 4, 0, 151115727451828646838272) | (1208925819614629174706179, -1208925819614629174706173, 3626777458843887524118528, 1, 3, 0, 0) | (-9223372036854775809, -9223372036854775807, 9223372036854775808, -3074457345618258603, 6, -9223372036854775808, -1152921504606846976) | (11, -1, 30, 1, 5, 4, 0) | TypeError: unsupported operand type(s) for &: 'int' and 'float'


def imaginary(a, b):
    return a + b, a - b, a * b, a / b


each(imaginary, (1 + 2j, 3 - 1j), (1j, 2), (2, 1j), (1j, 0.5), (1j, 0), (0.5, 2j), (1, 2), (1j, 0j), (1j, 'x'), (2.5, 0))
# expect: ((4+1j), (-2+3j), (5+5j), (0.1+0.7000000000000001j)) | ((2+1j), (-2+1j), 2j, 0.5j) | ((2+1j), (2-1j), 2j, -2j) | ((0.5+1j), (-0.5+1j), 0.5j, 2j) | ZeroDivisionError: division by zero | ((0.5+2j), (0.5-2j), 1j, -0.25j) | (3, -1, 2, 0.5) | ZeroDivisionError: division by zero | TypeError: unsupported operand type(s) for +: 'complex' and 'str' | ZeroDivisionError: division by zero


# comparison


def compared(a, b):
    return a == b, a != b, a < b, a >= b


each(compared, ('a', 'b'), ('b', 'a'), ('a', 'a'), ('a', 1), ('a', MyStr('a')), (MyStr('a'), 'a'), ('\uffff', '\U0001F600'), (1, 2), (None, None))
# expect: (False, True, True, False) | (False, True, False, True) | (True, False, False, True) | TypeError: '<' not supported between instances of 'str' and 'int' | ('eq', False, False, True) | ('eq', False, 'lt', True) | (False, True, True, False) | (False, True, True, False) | TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
each(compared, ((1, 2), (1, 3)), ((1,), (1, 2)), ((), ()), ((1, 'a'), (1, 2)), ((1.0, 'a'), (1, 'b')), (((1, 2), 3), ((1, 2), 4)), ((float('nan'),), (1.0,)),
     ((Key(1), 2), (Key(1), 3)), ((1, 2), [1, 2]))
# expect: (False, True, True, False) | (False, True, True, False) | (True, False, False, True) | TypeError: '<' not supported between instances of 'str' and 'int' | (False, True, True, False) | (False, True, True, False) | (False, True, False, False) | (False, True, True, False) | TypeError: '<' not supported between instances of 'tuple' and 'list'
nan = float('nan')


def equal(a, b):
    return a == b, a != b


each(equal, (one, one), (one, other), (one, None), (None, 0), (None, None), (Key(1), 1), (1, Key(1)), ((nan,), (nan,)), ([1], [1]), (True, 1), (int, int), (1j, 1j))
# expect: (True, False) | (False, True) | (False, True) | (False, True) | (True, False) | (True, False) | (True, False) | (True, False) | (True, False) | (True, False) | (True, False) | (True, False)


# membership


def within(x, c):
    return x in c, x not in c


each(within, ('a', {'a': 1}), ('b', {'a': 1}), (1.0, {1: 2}), (Key('a'), {'a': 1}), ('a', {Key('a'): 1}), ([], {}), ('a', MyDict(a=1)))
# expect: (True, False) | (False, True) | (True, False) | (True, False) | (True, False) | TypeError: cannot use 'list' as a dict key (unhashable type: 'list') | (True, False)
each(within, (1, {1, 2}), (3, {1, 2}), (1.0, {1, 2}), (Key(1), {1, 2}), (1, {Key(1)}), ({1}, {frozenset([1])}), ([], {1}), (1, frozenset([1])))
# expect: (True, False) | (False, True) | (True, False) | (True, False) | (True, False) | (True, False) | TypeError: cannot use 'list' as a set element (unhashable type: 'list') | (True, False)
each(within, ('ell', 'hello'), ('x', 'hello'), ('', ''), (1, 'hello'), (MyStr('ell'), 'hello'), ('\U0001F600', 'a\U0001F600'))
# expect: (True, False) | (False, True) | (True, False) | TypeError: 'in <string>' requires string as left operand, not int | (True, False) | (True, False)
each(within, (2, [1, 2]), (3, [1, 2]), (2.0, [1, 2]), ('2', [1, 2]), (nan, [nan]), (None, [1, None]), (Key(2), [1, 2]), (2, MyList([1])), ([1], [[1]]))
# expect: (True, False) | (False, True) | (True, False) | (False, True) | (True, False) | (True, False) | (True, False) | (False, True) | (True, False)
each(within, ('b', ('a', 'b')), (1, ('a', 1)), (True, (1,)), (2, range(3)), (2, iter([1, 2])), (1, 5))
# expect: (True, False) | (True, False) | (True, False) | (True, False) | (True, True) | TypeError: argument of type 'int' is not a container or iterable
each(within, (one, [other, one]), (one, [other]), (one, [1, 'a']), (1, [one]), (one, [Key(1)]), (Key(2), [one]), (None, [one]), ('a', [None, one]))
# expect: (True, False) | (False, True) | (False, True) | (False, True) | (False, True) | (False, True) | (False, True) | (False, True)


def constant(x):
    return x in ('a', 'b'), x in {1, 2, 'c'}, x not in 'abc'


each(constant, ('a',), ('c',), ('z',), (1,))
# expect: (True, False, False) | (False, True, False) | (False, False, True) | TypeError: 'in <string>' requires string as left operand, not int


# new containers


def make(a, b):
    return (a, b), [a, b], {a, b}, {a: b, b: a}, [*a, *b] if isinstance(a, list) else None


each(make, (1, 2), ('x', 'x'), (Key(1), 1), (1, 1.0), ([1], (2,)), (None, True), (1, 2**70))
# expect: ((1, 2), [1, 2], {1, 2}, {1: 2, 2: 1}, None) | (('x', 'x'), ['x', 'x'], {'x'}, {'x': 'x'}, None) | ((Key(1), 1), [Key(1), 1], {Key(1)}, {Key(1): Key(1)}, None) | ((1, 1.0), [1, 1.0], {1}, {1: 1}, None) | TypeError: cannot use 'list' as a set element (unhashable type: 'list') | ((None, True), [None, True], {None, True}, {None: True, True: None}, None) | ((1, 1180591620717411303424), [1, 1180591620717411303424], {1180591620717411303424, 1}, {1: 1180591620717411303424, 1180591620717411303424: 1}, None)


def swap(a, b):
    a, b = b, a
    (c, d), e = (a, b), a
    return a, b, c, d, e


each(swap, (1, 2), ('a', None))
# expect: (2, 1, 2, 1, 2) | (None, 'a', None, 'a', None)


def star(a, b):
    return [*a, *b, 1]


each(star, ([1], (2,)), ((), 'ab'), (range(2), {5: 6}), (1, 2), ([1], MyList([2])))
# expect: [1, 2, 1] | ['a', 'b', 1] | [0, 1, 5, 1] | TypeError: Value after * must be an iterable, not int | [1, 2, 1]


def text(a, b):
    return f'{a}-{b}', f'<{a}>', a + b, a * 2


each(text, ('x', 'y'), ('x', MyStr('y')), (1, 2), (1.5, 2.25), ('\U0001F600', 'y'), (None, 1), ([1], [2]), ((1,), (2,)), (b'a', b'b'), (True, 2**70))
# expect: ('x-y', '<x>', 'xy', 'xx') | ('x-y', '<x>', 'xy', 'xx') | ('1-2', '<1>', 3, 2) | ('1.5-2.25', '<1.5>', 3.75, 3.0) | ('😀-y', '<😀>', '😀y', '😀😀') | TypeError: unsupported operand type(s) for +: 'NoneType' and 'int' | ('[1]-[2]', '<[1]>', [1, 2], [1, 1]) | ('(1,)-(2,)', '<(1,)>', (1, 2), (1, 1)) | ("b'a'-b'b'", "<b'a'>", b'ab', b'aa') | ('True-1180591620717411303424', '<True>', 1180591620717411303425, 2)


def repeated(s, n):
    return s * n, n * s


each(repeated, ([0], 3), ([1, 2], 2), ('ab', 3), ('ab', 0), ('ab', -1), ([0], -1), ([0], True), (b'ab', 2), (b'', 3), ((1,), 2), ([0], 'x'), (2, 3), ('ab', 2**70))
# expect: ([0, 0, 0], [0, 0, 0]) | ([1, 2, 1, 2], [1, 2, 1, 2]) | ('ababab', 'ababab') | ('', '') | ('', '') | ([], []) | ([0], [0]) | (b'abab', b'abab') | (b'', b'') | ((1, 1), (1, 1)) | TypeError: can't multiply sequence by non-int of type 'str' | (6, 6) | OverflowError: cannot fit 'int' into an index-sized integer


def grow(a, b):
    a += b
    return a


shared = [1]
alias = shared
print(grow(shared, [2]), alias)
# expect: [1, 2] [1, 2]
each(lambda b: grow([1], b), ([2],), ((3,),), ('ab',), (5,), (MyList([4]),))
# expect: [1, 2] | [1, 3] | [1, 'a', 'b'] | TypeError: 'int' object is not iterable | [1, 4]
each(lambda b: grow(bytearray(b'x'), b), (b'y',), (bytearray(b'z'),), (memoryview(b'w'),), ([1],))
# expect: bytearray(b'xy') | bytearray(b'xz') | bytearray(b'xw') | TypeError: can't concat list to bytearray
each(lambda a: grow(a * 1, a), ([1, 2],), ('ab',), ((1,),), (3,))
# expect: [1, 2, 1, 2] | abab | (1, 1) | 6
twice = [1, 2]
print(grow(twice, twice))
# expect: [1, 2, 1, 2]


def comprehended(xs):
    return [x * 2 for x in xs], {x % 3 for x in xs}, {x: x * x for x in xs}


each(comprehended, ([1, 2, 3],), ((4, 5),), (range(3),), ([1.5, True],), ([[1]],))
# expect: ([2, 4, 6], {0, 1, 2}, {1: 1, 2: 4, 3: 9}) | ([8, 10], {1, 2}, {4: 16, 5: 25}) | ([0, 2, 4], {0, 1, 2}, {0: 0, 1: 1, 2: 4}) | ([3.0, 2], {1.5, 1}, {1.5: 2.25, True: 1}) | TypeError: unsupported operand type(s) for %: 'list' and 'int'


# calls


def sizes(o):
    return len(o)


each(sizes, ('abc',), ([1],), ((),), ({1: 2},), ({1},), (b'ab',), (bytearray(3),), (MyList([1]),), (Sized(5),), (Sized(-1),), (range(7),), ('\U0001F600',), (5,), (MyDict(),))
# expect: 3 | 1 | 0 | 1 | 1 | 2 | 3 | 99 | 5 | ValueError: __len__() should return >= 0 | 7 | 1 | TypeError: object of type 'int' has no len() | 0


def characters(c):
    return ord(c), chr(ord(c) + 1)


each(characters, ('a',), ('é',), ('\U0001F600',), ('ab',), (b'a',), ('\ud7fe',), (5,))
# expect: (97, 'b') | (233, 'ê') | (128512, '😁') | TypeError: ord() expected a character, but string of length 2 found | (97, 'b') | (55294, '\ud7ff') | TypeError: ord() expected string of length 1, but int found


def char(n):
    return chr(n)


each(char, (97,), (0x10FFFF,), (0x110000,), (-1,), (True,), ('a',), (2**70,))
# expect: a | 􏿿 | ValueError: chr() arg not in range(0x110000) | ValueError: chr() arg not in range(0x110000) |  | TypeError: 'str' object cannot be interpreted as an integer | ValueError: chr() arg not in range(0x110000)


def numbers(x):
    return abs(x), int(x), float(x), str(x), bool(x), type(x).__name__


each(numbers, (-5,), (-2**63,), (2.75,), (-0.0,), (1e30,), (float('inf'),), (True,), (2**70,), ('5',))
# expect: (5, -5, -5.0, '-5', True, 'int') | (9223372036854775808, -9223372036854775808, -9.223372036854776e+18, '-9223372036854775808', True, 'int') | (2.75, 2, 2.75, '2.75', True, 'float') | (0.0, 0, -0.0, '-0.0', False, 'float') | (1e+30, 1000000000000000019884624838656, 1e+30, '1e+30', True, 'float') | OverflowError: cannot convert float infinity to integer | (1, 1, 1.0, 'True', True, 'bool') | (1180591620717411303424, 1180591620717411303424, 1.1805916207174113e+21, '1180591620717411303424', True, 'int') | TypeError: bad operand type for abs(): 'str'


def convert(x):
    return int(x), float(x)


each(convert, ('12',), (' 12 ',), ('1_0',), ('-7',), ('x',), ('9' * 30,), (3.9,), (-3.9,), (float('nan'),), (b'5',), ('٣',), ('',))
# expect: (12, 12.0) | (12, 12.0) | (10, 10.0) | (-7, -7.0) | ValueError: invalid literal for int() with base 10: 'x' | (999999999999999999999999999999, 1e+30) | (3, 3.9) | (-3, -3.9) | ValueError: cannot convert float NaN to integer | (5, 5.0) | (3, 3.0) | ValueError: invalid literal for int() with base 10: ''


def extremes(a, b):
    return min(a, b), max(a, b)


each(extremes, (1, 2), (2, 1), (1, 1.0), (1.0, 1), (nan, 1.0), (1.0, nan), (0.0, -0.0), ('b', 'a'), ((1, 2), (1, 3)), (True, 1), (1, 'a'), (2**70, 1))
# expect: (1, 2) | (1, 2) | (1, 1) | (1.0, 1.0) | (nan, nan) | (1.0, 1.0) | (0.0, 0.0) | ('a', 'b') | ((1, 2), (1, 3)) | (True, True) | TypeError: '<' not supported between instances of 'str' and 'int' | (1, 1180591620717411303424)


def absolute(x):
    return abs(x)


each(absolute, (-1.5,), (-2,), (-2**63,), (3 + 4j,), (complex(1e308, 1e308),), ('x',))
# expect: 1.5 | 2 | 9223372036854775808 | 5.0 | 1.4142135623730951e+308 | TypeError: bad operand type for abs(): 'str'


def kinds(o):
    return isinstance(o, int), isinstance(o, (str, list)), isinstance(o, Plain), isinstance(o, object)


class Pretends:
    @property
    def __class__(self):
        return int


each(kinds, (1,), (True,), ('a',), (MyList(),), (Plain(),), (None,), (Pretends(),), (Key(1),))
# expect: (True, False, False, True) | (True, False, False, True) | (False, True, False, True) | (False, True, False, True) | (False, False, True, True) | (False, False, False, True) | (True, False, False, True) | (False, False, False, True)


def kind(o, c):
    return isinstance(o, c)


class Meta(type):
    def __instancecheck__(cls, o):
        return o == 'yes'


class Asked(metaclass=Meta):
    pass


each(kind, (1, int), (1, str), (1, (str, int)), (1, int | str), ('yes', Asked), ('no', Asked), (1, 5), (Asked(), Asked))
# expect: True | False | True | True | True | False | TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union | True


def lists(xs, x):
    xs.append(x)
    xs.append(x)
    a = xs.pop()
    b = xs.pop(0)
    return a, b, xs


each(lists, ([1, 2], 3), ([], 1), (MyList([1]), 5), ([1], None), (bytearray(b'a'), 98), ({1}, 2))
# expect: (3, 3, [3, 3]) | (1, 1, []) | ((5, 5), 1, [(5, 5)]) | (None, 1, [None]) | (98, 97, bytearray(b'b')) | AttributeError: 'set' object has no attribute 'append'


def popped(xs, i):
    return xs.pop(i), xs.pop()


each(lambda i: popped([1, 2, 3, 4], i), (0,), (-1,), (4,), (-5,), (True,), ('x',))
# expect: (1, 4) | (4, 3) | IndexError: pop index out of range | IndexError: pop index out of range | (2, 4) | TypeError: 'str' object cannot be interpreted as an integer
print(shown(popped, [], 0), shown(popped, [1], 0))
# expect: IndexError: pop from empty list IndexError: pop from empty list


def gets(d, k):
    return d.get(k), d.get(k, 'none')


each(gets, ({'a': 1}, 'a'), ({'a': 1}, 'b'), ({1: 2}, 1.0), ({1: 2}, Key(1)), ({Key(1): 2}, 1), ({}, []), (MyDict(a=1), 'b'), ({(1, 'a'): 3}, (1, 'a')), ({None: 1}, None))
# expect: (1, 1) | (None, 'none') | (2, 2) | (2, 2) | (2, 2) | TypeError: cannot use 'list' as a dict key (unhashable type: 'list') | (None, 'none') | (3, 3) | (1, 1)


def adds(s, x):
    s.add(x)
    return sorted(s, key=repr)


each(adds, (set(), 1), ({1}, 1.0), ({Key(1)}, 1), ({1}, Key(1)), (set(), []), (set(), 'a'), ({(1, 2)}, (1, 2)))
# expect: [1] | [1] | [Key(1)] | [1] | TypeError: cannot use 'list' as a set element (unhashable type: 'list') | ['a'] | [(1, 2)]


def appends(b, x):
    b.append(x)
    return b


each(lambda x: appends(bytearray(b'a'), x), (98,), (255,), (256,), (-1,), ('x',))
# expect: bytearray(b'ab') | bytearray(b'a\xff') | ValueError: byte must be in range(0, 256) | ValueError: byte must be in range(0, 256) | TypeError: 'str' object cannot be interpreted as an integer
exported = bytearray(b'abc')
lent = memoryview(exported)
print(shown(appends, exported, 1))
# expect: BufferError: Existing exports of data: object cannot be re-sized
lent.release()
print(appends(exported, 100))
# expect: bytearray(b'abcd')


# iteration


def spread(xs):
    out = []
    for x in xs:
        out.append(x)
    return out


for first in (lambda: (1, 2)), (lambda: 'ab'), (lambda: b'ab'), (lambda: {1: 2}), (lambda: {1}), (lambda: range(2)), (lambda: [1, 2]), (
        lambda: enumerate('ab')), (lambda: zip('ab', 'cd')), (lambda: {1: 2}.items()), (lambda: reversed((1, 2))):
    for _ in range(1500):
        spread(first())
    print(spread(first()), spread((3,)), spread('é\U0001F600'), spread(b'\xff'), spread({3: 4}), spread({3}), spread({3: 4}.items()), spread({3: 4}.values()),
          spread(enumerate([5], 2)), spread(zip([1, 2], 'ab', [3])), spread(reversed([1, 2])), spread(iter(MyList([1]))), shown(spread, 5), sep=' | ')
# expect: [1, 2] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: ['a', 'b'] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [97, 98] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [1] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [1] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [0, 1] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [1, 2] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [(0, 'a'), (1, 'b')] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [('a', 'c'), ('b', 'd')] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [(1, 2)] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable
# expect: [2, 1] | [3] | ['é', '😀'] | [255] | [3] | [3] | [(3, 4)] | [4] | [(2, 5)] | [(1, 'a', 3)] | [2, 1] | [1] | TypeError: 'int' object is not iterable


def counted(xs, start):
    total = []
    for i, x in enumerate(xs, start):
        total.append((x, i))
    return total


each(counted, ('ab', 0), ([1, 2], 5), ((), 0), ((x for x in 'xy'), 1), (range(2), 2**63 - 1), ({1: 2}, -1), (enumerate('a'), 0), (5, 0), ('ab', 1.5))
# expect: [('a', 0), ('b', 1)] | [(1, 5), (2, 6)] | [] | [('x', 1), ('y', 2)] | [(0, 9223372036854775807), (1, 9223372036854775808)] | [(1, -1)] | [((0, 'a'), 0)] | TypeError: 'int' object is not iterable | TypeError: 'float' object cannot be interpreted as an integer


class Counts(enumerate):
    def __next__(self):
        return 'p', 'q'


def pairs(ps):
    out = []
    for a, b in ps:
        out.append((b, a))
        if len(out) > 3:
            break
    return out


for first in (lambda: zip([1, 2], [3, 4])), (lambda: {1: 2, 3: 4}.items()), (lambda: enumerate('ab')), (lambda: [(1, 2)]), (lambda: {'ab'}), (
        lambda: {'ab': 1}):
    for _ in range(1500):
        pairs(first())
    print(pairs(zip([1, 2], 'xy')), pairs(zip([1], [2, 3])), pairs(zip([1, 2], [3])), pairs(zip((x for x in 'ab'), 'cd')), shown(pairs, zip([1], [2], [3])),
          shown(pairs, zip([1, 2], [3], strict=True)), pairs({5: 6}.items()), shown(pairs, {5: 6}), pairs({'xy': 1}), pairs(Counts('ab')), pairs(['ab', (1, 2)]),
          shown(pairs, [1]), shown(pairs, ['abc']), pairs({}.items()), sep=' | ')
# expect: [('x', 1), ('y', 2)] | [(2, 1)] | [(3, 1)] | [('c', 'a'), ('d', 'b')] | ValueError: too many values to unpack (expected 2, got 3) | ValueError: zip() argument 2 is shorter than argument 1 | [(6, 5)] | TypeError: cannot unpack non-iterable int object | [('y', 'x')] | [('q', 'p'), ('q', 'p'), ('q', 'p'), ('q', 'p')] | [('b', 'a'), (2, 1)] | TypeError: cannot unpack non-iterable int object | ValueError: too many values to unpack (expected 2) | []
# expect: [('x', 1), ('y', 2)] | [(2, 1)] | [(3, 1)] | [('c', 'a'), ('d', 'b')] | ValueError: too many values to unpack (expected 2, got 3) | ValueError: zip() argument 2 is shorter than argument 1 | [(6, 5)] | TypeError: cannot unpack non-iterable int object | [('y', 'x')] | [('q', 'p'), ('q', 'p'), ('q', 'p'), ('q', 'p')] | [('b', 'a'), (2, 1)] | TypeError: cannot unpack non-iterable int object | ValueError: too many values to unpack (expected 2) | []
# expect: [('x', 1), ('y', 2)] | [(2, 1)] | [(3, 1)] | [('c', 'a'), ('d', 'b')] | ValueError: too many values to unpack (expected 2, got 3) | ValueError: zip() argument 2 is shorter than argument 1 | [(6, 5)] | TypeError: cannot unpack non-iterable int object | [('y', 'x')] | [('q', 'p'), ('q', 'p'), ('q', 'p'), ('q', 'p')] | [('b', 'a'), (2, 1)] | TypeError: cannot unpack non-iterable int object | ValueError: too many values to unpack (expected 2) | []
# expect: [('x', 1), ('y', 2)] | [(2, 1)] | [(3, 1)] | [('c', 'a'), ('d', 'b')] | ValueError: too many values to unpack (expected 2, got 3) | ValueError: zip() argument 2 is shorter than argument 1 | [(6, 5)] | TypeError: cannot unpack non-iterable int object | [('y', 'x')] | [('q', 'p'), ('q', 'p'), ('q', 'p'), ('q', 'p')] | [('b', 'a'), (2, 1)] | TypeError: cannot unpack non-iterable int object | ValueError: too many values to unpack (expected 2) | []
# expect: [('x', 1), ('y', 2)] | [(2, 1)] | [(3, 1)] | [('c', 'a'), ('d', 'b')] | ValueError: too many values to unpack (expected 2, got 3) | ValueError: zip() argument 2 is shorter than argument 1 | [(6, 5)] | TypeError: cannot unpack non-iterable int object | [('y', 'x')] | [('q', 'p'), ('q', 'p'), ('q', 'p'), ('q', 'p')] | [('b', 'a'), (2, 1)] | TypeError: cannot unpack non-iterable int object | ValueError: too many values to unpack (expected 2) | []
# expect: [('x', 1), ('y', 2)] | [(2, 1)] | [(3, 1)] | [('c', 'a'), ('d', 'b')] | ValueError: too many values to unpack (expected 2, got 3) | ValueError: zip() argument 2 is shorter than argument 1 | [(6, 5)] | TypeError: cannot unpack non-iterable int object | [('y', 'x')] | [('q', 'p'), ('q', 'p'), ('q', 'p'), ('q', 'p')] | [('b', 'a'), (2, 1)] | TypeError: cannot unpack non-iterable int object | ValueError: too many values to unpack (expected 2) | []


def changing(d, how):
    seen = []
    for k, v in d.items():
        seen.append(k)
        if how == 1 and len(seen) == 1:
            d['new'] = 1
        if how == 2:
            d[k] = v + 1
        if how == 3 and len(seen) == 1:
            del d[k]
            d['other'] = 1
    return seen, d


for how in 2, 0, 1, 3:
    print(hot(shown, changing, {'a': 1, 'b': 2}, how) if how == 0 else shown(changing, {'a': 1, 'b': 2, 'c': 3}, how))
# expect: (['a', 'b', 'c'], {'a': 2, 'b': 3, 'c': 4})
# expect: (['a', 'b'], {'a': 1, 'b': 2})
# expect: RuntimeError: dictionary changed size during iteration
# expect: RuntimeError: dictionary keys changed during iteration
for _ in range(1500):
    changing({'a': 1}, 2)
for how in 0, 1, 2, 3:
    print(shown(changing, {'a': 1, 'b': 2, 'c': 3}, how))
# expect: (['a', 'b', 'c'], {'a': 1, 'b': 2, 'c': 3})
# expect: RuntimeError: dictionary changed size during iteration
# expect: (['a', 'b', 'c'], {'a': 2, 'b': 3, 'c': 4})
# expect: RuntimeError: dictionary keys changed during iteration


def eating(s):
    seen = []
    for x in s:
        seen.append(x)
        if len(seen) == 2:
            s.discard(x)
    return seen


for _ in range(1500):
    eating({1})
print(eating({1}), shown(eating, {1, 2, 3}))
# expect: [1] RuntimeError: Set changed size during iteration


def growing(xs):
    n = 0
    for x in xs:
        n += 1
        if n < 5:
            xs.append(x)
    return xs


each(lambda: growing([1]), ())
# expect: [1, 1, 1, 1, 1]


def ranges(a, b, c):
    return [i for i in range(a)], [i for i in range(a, b)], [i for i in range(a, b, 2)], [i for i in range(b, a, -1)], range(a, b, c)


each(ranges, (2, 5, 1), (-1, 2, 3), (2, 5, 0), (1.5, 2, 1), (True, 3, 1), (5, 2, -1))
# expect: ([0, 1], [2, 3, 4], [2, 4], [5, 4, 3], range(2, 5)) | ([], [-1, 0, 1], [-1, 1], [2, 1, 0], range(-1, 2, 3)) | ValueError: range() arg 3 must not be zero | TypeError: 'float' object cannot be interpreted as an integer | ([0], [1, 2], [1], [3, 2], range(1, 3)) | ([0, 1, 2, 3, 4], [], [], [], range(5, 2, -1))


def between(a, b):
    return [i for i in range(a, b)]


each(between, (1, 3), (3, 1), (2**63, 2**63 + 2), (2**62, 2**62 + 2), (-2**63, 2 - 2**63), ('a', 1))
# expect: [1, 2] | [] | [9223372036854775808, 9223372036854775809] | [4611686018427387904, 4611686018427387905] | [-9223372036854775808, -9223372036854775807] | TypeError: 'str' object cannot be interpreted as an integer


def not_counted():
    r = range(3)
    out = [r, len(r), r[1], 2 in r]
    for i in r:
        out.append(i)
    return out


each(not_counted, ())
# expect: [range(0, 3), 3, 1, True, 0, 1, 2]


# attributes and globals


class Config:
    limit = 5
    names = ['a']

    @property
    def double(self):
        return self.limit * 2


def configured(c):
    return c.limit, c.names, Config.limit, c.__class__.__name__, c.double


each(configured, (Config(),), (type('Other', (Config,), {'limit': 9})(),), (5,))
# expect: (5, ['a'], 5, 'Config', 10) | (9, ['a'], 5, 'Other', 18) | AttributeError: 'int' object has no attribute 'limit'
Config.limit = 6
print(configured(Config()))
# expect: (6, ['a'], 6, 'Config', 12)
special = Config()
special.limit = 7
print(configured(special), configured(Config()))
# expect: (7, ['a'], 6, 'Config', 14) (6, ['a'], 6, 'Config', 12)

import math


def rooted(x):
    return math.sqrt(x), math.pi


each(rooted, (4.0,), (9,), (-1,), ('x',))
# expect: (2.0, 3.141592653589793) | (3.0, 3.141592653589793) | ValueError: expected a nonnegative input, got -1.0 | TypeError: must be real number, not str
true_sqrt = math.sqrt
math.sqrt = lambda x: ('patched', x)
print(rooted(4.0))
# expect: (('patched', 4.0), 3.141592653589793)
math.sqrt = true_sqrt
print(rooted(4.0))
# expect: (2.0, 3.141592653589793)
counter = 0


def counting():
    global counter
    counter += 1
    return counter


print(hot(counting))
# expect: 1500
counter = 'text'
print(shown(counting))
# expect: TypeError: can only concatenate str (not "int") to str
del counter
print(shown(counting))
# expect: NameError: name 'counter' is not defined
counter = 2**63 - 1
print(counting())
# expect: 9223372036854775808


def matched(o):
    match o:
        case []:
            return 'empty'
        case [a, b]:
            return a, b
        case {'k': v}:
            return 'mapping', v
        case str():
            return 'str'
        case _:
            return 'other'


each(matched, ((1, 2),), ([],), ([3, 4],), ({'k': 1},), ({},), ('ab',), (range(2),), (MyList([1, 2]),), (b'ab',), (Plain(),))
# expect: (1, 2) | empty | (3, 4) | ('mapping', 1) | other | str | (0, 1) | other | other | other
len_of = len


def shadowed(o):
    return len(o), isinstance(o, str)


print(hot(shadowed, 'abc'))
# expect: (3, True)
len = lambda o: 'mine'
isinstance = lambda o, c: 'also mine'
print(shadowed('abc'))
# expect: ('mine', 'also mine')
del len, isinstance
print(shadowed('abcd'))
# expect: (4, True)
