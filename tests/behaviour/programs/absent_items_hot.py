"""Items that are not there, in hot loops: what is raised, where its traceback points, and containers that have their own idea of it."""
import traceback


class Missing(dict):
    def __missing__(self, key):
        return key * 2


class Short(list):
    def __getitem__(self, i):
        return 'short'


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


def item(container, key):
    try:
        return container[key]
    except (KeyError, IndexError) as e:
        return type(e).__name__, e.args


def raising(container, key):
    return [container[key]]


for i in range(3000):
    item([1, 2], i % 5 - 2)
    item({1: 2, 3: 4}, i % 5)
    try:
        raising({1: 2} if i % 2 else [0, 5], i % 3)
    except LookupError as e:
        last = e
print(item([1, 2], 2), item([1, 2], -3), item([1, 2], -2), item({1: 2}, 1), item({1: 2}, 1.0), item({1: 2}, 'a'), item({1: 2}, None))
# expect: ('IndexError', ('list index out of range',)) ('IndexError', ('list index out of range',)) 1 2 2 ('KeyError', ('a',)) ('KeyError', (None,))
print(item(Missing(), 4), item(Short(), 4), item((1, 2), 5), item('ab', 7), item(b'ab', 7), item(range(3), 4), item({Key(1): 2}, Key(1)), item({Key(1): 2}, Key(2))[0])
# expect: 8 short ('IndexError', ('tuple index out of range',)) ('IndexError', ('string index out of range',)) ('IndexError', ('index out of range',)) ('IndexError', ('range object index out of range',)) 2 KeyError
for container, key in ([1], True), ([1], 2 ** 70), ({}, 2 ** 70), ({}, (1, 2)):
    print(item(container, key))
# expect: ('IndexError', ('list index out of range',))
# expect: ('IndexError', ("cannot fit 'int' into an index-sized integer",))
# expect: ('KeyError', (1180591620717411303424,))
# expect: ('KeyError', ((1, 2),))
for container, key in ([1], 'a'), ({}, []), (None, 1):
    try:
        item(container, key)
    except TypeError as e:
        print(e)
# expect: list indices must be integers or slices, not str
# expect: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: 'NoneType' object is not subscriptable
for container, key in ({1: 2}, 5), ([1], 1):
    try:
        raising(container, key)
    except LookupError as e:
        print([(f.name, f.line) for f in traceback.extract_tb(e.__traceback__)][1:], e.__context__)
# expect: [('raising', 'return [container[key]]')] None
# expect: [('raising', 'return [container[key]]')] None
