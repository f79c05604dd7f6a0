# CheckedList, CheckedDict and Array: containers that check what untyped code puts into them.
# only: tuff
from __static__ import Array, CheckedDict, CheckedList, StaticTypeError, int64, double
from typing import Any, Optional


def refused(f, *args, **kwargs):
    try:
        print('accepted', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


print(CheckedList[int], CheckedList[int] is CheckedList[int], CheckedList[Optional[str]].__name__, CheckedList[str | None] is CheckedList[Optional[str]])
# expect: <class '__static__.chklist[int]'> True chklist[Optional[str]] True
print(CheckedDict, CheckedDict[str, int].__name__, CheckedDict[str, CheckedList[int]].__name__, CheckedList[Any].__name__)
# expect: <class '__static__.chkdict[K, V]'> chkdict[str, int] chkdict[str, chklist[int]] chklist[object]
refused(CheckedList)
# expect: TypeError: cannot create '__static__.chklist[T]' instances
refused(CheckedDict)
# expect: TypeError: cannot create '__static__.chkdict[K, V]' instances
refused(lambda: CheckedDict[int])
# expect: TypeError: Incorrect number of type arguments for chkdict[K, V]: expected 2, got 1
refused(lambda: CheckedList[int | str])
# expect: TypeError: the type argument of a checked container must be a class or Optional of one, not int | str
refused(lambda: type('Sub', (CheckedList[int],), {}))
# expect: TypeError: type '__static__.chklist[int]' is not an acceptable base type

xs = CheckedList[int]([1, 2])
xs.append(3)
xs.insert(0, 0)
xs.extend((4, 5))
xs += [6]
print(xs, len(xs), xs[-1], xs[1:3], type(xs[1:3]).__name__, 3 in xs, xs == [0, 1, 2, 3, 4, 5, 6], [0, 1] < xs, list(reversed(xs)))
# expect: [0, 1, 2, 3, 4, 5, 6] 7 6 [1, 2] chklist[int] True True True [6, 5, 4, 3, 2, 1, 0]
print(isinstance(xs, list), isinstance(xs, CheckedList), isinstance(True, int) and CheckedList[int]([True]))
# expect: False True [True]
refused(xs.append, 'a')
# expect: TypeError: append() argument 1 expected int
refused(xs.insert, 0, None)
# expect: TypeError: insert() argument 2 expected int
refused(xs.extend, [7, 'b'])
# expect: TypeError: bad value 'str' for chklist[int]
refused(xs.extend, iter([7, 'b']))
# expect: TypeError: bad value 'str' for chklist[int]
refused(xs.__setitem__, 0, 1.5)
# expect: TypeError: bad value 'float' for chklist[int]
refused(xs.__setitem__, slice(0, 1), [1])
# expect: TypeError: Incompatible slice type 'list' assigned to '__static__.chklist[int]'
refused(xs.__setitem__, slice(0, 1), CheckedList[str](['x']))
# expect: TypeError: Incompatible slice type '__static__.chklist[str]' assigned to '__static__.chklist[int]'
refused(CheckedList[int], ['a'])
# expect: TypeError: bad value 'str' for chklist[int]
refused(CheckedList[int], [], [])
# expect: TypeError: chklist expected at most 1 argument, got 2
refused(CheckedList[int], iterable=[])
# expect: TypeError: chklist() takes no keyword arguments
print(xs)
# expect: [0, 1, 2, 3, 4, 5, 6, 7]
xs[0:2] = CheckedList[int]([9])
del xs[-1]
xs.sort(reverse=True)
print(xs, xs.pop(), xs.index(4), xs.count(9), type(xs.copy()).__name__, type(xs * 2).__name__, xs + [1], type(xs + ['a']).__name__)
# expect: [9, 6, 5, 4, 3] 2 3 1 chklist[int] chklist[int] [9, 6, 5, 4, 3, 1] list
maybe = CheckedList[Optional[str]](['a'])
maybe.append(None)
print(maybe)
# expect: ['a', None]
refused(hash, xs)
# expect: TypeError: unhashable type: '__static__.chklist[int]'

d = CheckedDict[str, int]({'a': 1}, b=2)
d['c'] = 3
d.update([('d', 4)], e=5)
d |= {'f': 6}
print(d, len(d), d['a'], d.get('z'), d.get('z', 0), d.setdefault('a', 9), d.pop('f'), list(d), d == {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5})
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5} 6 1 None 0 1 6 ['a', 'b', 'c', 'd', 'e'] True
refused(d.__setitem__, 1, 1)
# expect: TypeError: bad key 'int' for chkdict[str, int]
refused(d.__setitem__, 'a', 'x')
# expect: TypeError: bad value 'str' for chkdict[str, int]
refused(d.__getitem__, 1)
# expect: TypeError: bad key 'int' for chkdict[str, int]
refused(d.__getitem__, 'nix')
# expect: KeyError: 'nix'
refused(d.get, 1)
# expect: TypeError: get() argument 1 expected str
refused(d.get, 'a', 'x')
# expect: TypeError: get() argument 2 expected int
refused(d.setdefault, 'n', 'x')
# expect: TypeError: setdefault() argument 2 expected int
refused(d.update, {'x': 1, 2: 2})
# expect: TypeError: bad key 'int' for chkdict[str, int]
refused(d.update, y='1')
# expect: TypeError: bad value 'str' for chkdict[str, int]
refused(CheckedDict[str, int], None)
# expect: TypeError: 'NoneType' object is not iterable
refused(CheckedDict[str, int].fromkeys, 'ab')
# expect: TypeError: bad value 'NoneType' for chkdict[str, int]
print(d, CheckedDict[str, int].fromkeys('ab', 0), type(d | {'q': 1}).__name__, type({} | d).__name__, dict(d)['a'])
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5} {'a': 0, 'b': 0} chkdict[str, int] dict 1
print(d.popitem(), list(d.items()), type(d.copy()).__name__, isinstance(d, dict))
# expect: ('e', 5) [('a', 1), ('b', 2), ('c', 3), ('d', 4)] chkdict[str, int] False
print({**d}, CheckedDict[str, CheckedList[int]]({'a': xs}))
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4} {'a': [9, 6, 5, 4, 3]}

a = Array[int64](3)
a[0] = 7
a[-1] = -1
print(a, len(a), list(a), a + a, a * 2, Array is type(a))
# expect: staticarray[3]([7, 0, -1]) 3 [7, 0, -1] staticarray[6]([7, 0, -1, 7, 0, -1]) staticarray[6]([7, 0, -1, 7, 0, -1]) True
refused(a.__getitem__, 3)
# expect: IndexError: array index out of range
refused(a.__getitem__, -4)
# expect: IndexError: array index out of range
refused(a.__getitem__, slice(1))
# expect: TypeError: sequence index must be integer, not 'slice'
refused(a.__setitem__, 0, 'x')
# expect: TypeError: 'str' object cannot be interpreted as an integer
refused(a.__setitem__, 0, 1 << 63)
# expect: OverflowError: Python int too large to convert to C long
refused(lambda: a + [1])
# expect: TypeError: can only append staticarray (not "list") to staticarray
refused(lambda: Array[str])
# expect: TypeError: Invalid Array element type: str
refused(Array, -1)
# expect: ValueError: staticarray size must not be negative
print(issubclass(StaticTypeError, TypeError))
# expect: True
