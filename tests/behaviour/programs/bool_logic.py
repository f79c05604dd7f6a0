# and, or, not give operands; truth of values; any and all stop early; conditional expressions.
class Falsy:
    def __bool__(self):
        return False


class Empty:
    def __len__(self):
        return 0


print(1 and 2, 0 and 2, 1 or 2, 0 or 2, '' or [] or None, not 0, not [1], 1 and '' or 'x', bool(Falsy()), bool(Empty()), bool(object()))
# expect: 2 0 1 2 None True False x False False True
print([bool(x) for x in (0, 0.0, 0j, '', b'', (), [], {}, set(), range(0), None, False, -1, 'a', (0,), float('nan'))])
# expect: [False, False, False, False, False, False, False, False, False, False, False, False, True, True, True, True]
print('yes' if [] else 'no', 1 if 0 else 2 if 0 else 3, any(x > 2 for x in range(5)), all([]), any([]), all(x < 3 for x in range(5)))
# expect: no 3 True True False False
counter = iter(range(10))
print(any(x == 3 for x in counter), next(counter))
# expect: True 4
print(True is not False, True == 1, True < 2, True & False, True | False, True ^ True, str(True), repr(False), bool('False'))
# expect: True True True False True False True False True
class Bad:
    def __bool__(self):
        return 1


try:
    not Bad()
except TypeError as e:
    print(e)
# expect: __bool__ should return bool, returned int
