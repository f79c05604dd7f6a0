# Slices: bounds, steps, assignment and deletion, slice objects, __index__, extended slices.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[::-1], a[8:2:-2], a[5:2], a[100:], a[-100:2], a[:], a[slice(1, 4)], a[3:3])
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [7, 8, 9] [0, 1, 2] [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [] [0, 1] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [1, 2, 3] []
a[2:4] = ['x']
print(a)
# expect: [0, 1, 'x', 4, 5, 6, 7, 8, 9]
a[::2] = [0] * 5
print(a)
# expect: [0, 1, 0, 4, 0, 6, 0, 8, 0]
a[1:1] = [7, 8]
del a[-2:], a[::3]
print(a)
# expect: [7, 8, 0, 4, 6, 0]
a[:] = 'abc'
a[len(a):] = [1]
print(a, slice(None, 5).indices(3), slice(-1, None, -1).indices(4), slice(1, 2) == slice(1, 2), repr(slice(1, None, 2)), hash(slice(1)) == hash(slice(1)))
# expect: ['a', 'b', 'c', 1] (0, 3, 1) (3, -1, -1) True slice(1, None, 2) True
class I:
    def __index__(self):
        return 2


class Show:
    def __getitem__(self, key):
        return key


s = Show()
print('abcd'[I()], [1, 2, 3][I():], (1, 2) * I(), s[1:2, ::3], s[...], s[()], s[1,], s[:, 1:2], s[*[1, 2], 3], range(10)[I():8:I()])
# expect: c [3] (1, 2, 1, 2) (slice(1, 2, None), slice(None, None, 3)) Ellipsis () (1,) (slice(None, None, None), slice(1, 2, None)) (1, 2, 3) range(2, 8, 2)
for text in ('[][0]', 'a[1.5]', 'a["x"]', 'a[::0]', '(1,)[5]', '"ab"[2]', 'a.__setitem__(slice(0, 4, 2), [1])', 'a.__setitem__(slice(0, 1), 5)', 'a[5:]', 'a["a":]', 'range(3)[5]', 'None[0]', '5[0]', 'a.__delitem__(9)'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: [][0] -> IndexError list index out of range
# expect: a[1.5] -> TypeError list indices must be integers or slices, not float
# expect: a["x"] -> TypeError list indices must be integers or slices, not str
# expect: a[::0] -> ValueError slice step cannot be zero
# expect: (1,)[5] -> IndexError tuple index out of range
# expect: "ab"[2] -> IndexError string index out of range
# expect: a.__setitem__(slice(0, 4, 2), [1]) -> ValueError attempt to assign sequence of size 1 to extended slice of size 2
# expect: a.__setitem__(slice(0, 1), 5) -> TypeError must assign iterable to extended slice
# expect: a[5:] []
# expect: a["a":] -> TypeError slice indices must be integers or None or have an __index__ method
# expect: range(3)[5] -> IndexError range object index out of range
# expect: None[0] -> TypeError 'NoneType' object is not subscriptable
# expect: 5[0] -> TypeError 'int' object is not subscriptable
# expect: a.__delitem__(9) -> IndexError list assignment index out of range
