# pickle: every protocol, shared and recursive objects, hooks of pickler and unpickler, errors and where they happened.
import collections
import copyreg
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return type(other) is Point and (self.x, self.y) == (other.x, other.y)


class Slotted:
    __slots__ = ('a', 'b')


class Reduced:
    def __init__(self, what):
        self.what = what

    def __reduce__(self):
        return self.what


class Listy(list):
    pass


Pair = collections.namedtuple('Pair', 'left right')
values = [None, True, -1, 255, 65536, 2 ** 40, -2 ** 200, 1.5, 'text', 'né', '\U0001F600', '\ud800', b'', b'bytes' * 60, bytearray(b'ab'),
          (), (1,), (1, 2, 3, 4), [1, [2]], {'k': {'v': 1}}, {1, 2}, frozenset({3}), Point(1, (2,)), Pair(1, 'r'), Listy([7]), range(3),
          complex(1, 2), Ellipsis, int, len, ValueError('bad'), collections.OrderedDict(a=1), collections.deque([1], 3), 1 << 3000]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    back = pickle.loads(pickle.dumps(values, protocol))
    print(protocol, len(back), [repr(a) for a, b in zip(values, back) if a != b])
# expect: 0 34 ["ValueError('bad')"]
# expect: 1 34 ["ValueError('bad')"]
# expect: 2 34 ["ValueError('bad')"]
# expect: 3 34 ["ValueError('bad')"]
# expect: 4 34 ["ValueError('bad')"]
# expect: 5 34 ["ValueError('bad')"]

print(pickle.dumps([1, 'a', (2.5, None)], 0))
# expect: b'(lp0\nI1\naVa\np1\na(F2.5\nNtp2\na.'
print(pickle.dumps({'a': [1, 300, 70000]}, 2))
# expect: b'\x80\x02}q\x00X\x01\x00\x00\x00aq\x01]q\x02(K\x01M,\x01Jp\x11\x01\x00es.'
print(pickle.dumps(Point(1, 2), 5))
# expect: b'\x80\x05\x95*\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05Point\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94K\x02ub.'

# what is shared stays shared, also with itself
shared = ['s']
loop = [shared, shared]
loop.append(loop)
twin = ({},)
twin[0]['me'] = twin
for protocol in (0, 2, 5):
    a, b, c = pickle.loads(pickle.dumps(loop, protocol))
    d = pickle.loads(pickle.dumps(twin, protocol))
    print(a is b, c[2] is c, d[0]['me'] is d)
# expect: True True True
# expect: True True True
# expect: True True True

s = Slotted()
s.a = 1
t = pickle.loads(pickle.dumps(s))
print(t.a, hasattr(t, 'b'))
# expect: 1 False


# hooks
class Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[complex] = lambda c: (complex, (0, c.imag))

    def persistent_id(self, obj):
        return 'the point' if isinstance(obj, Point) else None

    def reducer_override(self, obj):
        return (list, ((1, 2),)) if isinstance(obj, Listy) else NotImplemented


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()

    def find_class(self, module, name):
        if name == 'Reduced':
            raise pickle.UnpicklingError('forbidden')
        return super().find_class(module, name)


f = io.BytesIO()
Pickler(f).dump([Point(1, 2), Listy(), 3 + 4j])
print(Unpickler(io.BytesIO(f.getvalue())).load())
# expect: ['THE POINT', [1, 2], 4j]

buffers = []
data = pickle.dumps([pickle.PickleBuffer(bytearray(b'big')), pickle.PickleBuffer(b'ro')], 5, buffer_callback=buffers.append)
print(len(data) < 40, [bytes(b) for b in buffers], pickle.loads(data, buffers=buffers)[1] is buffers[1])
# expect: True [b'big', b'ro'] True

# a file holds several pickles, of which each load takes one
f = io.BytesIO()
for v in ('one', [2] * 3, {'three': 3}):
    pickle.dump(v, f)
f.seek(0)
print(pickle.load(f), pickle.load(f), pickle.load(f))
# expect: one [2, 2, 2] {'three': 3}


# errors
def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', []))


attempt(pickle.dumps, {'k': [1, Reduced(5)]})
# expect: PicklingError __reduce__ must return a string or tuple, not int ['when serializing Reduced object', 'when serializing list item 1', "when serializing dict item 'k'"]
attempt(pickle.dumps, Reduced((print, 5)))
# expect: PicklingError second item of the tuple returned by __reduce__ must be a tuple, not int ['when serializing Reduced object']
attempt(pickle.dumps, io)
# expect: TypeError cannot pickle 'module' object []
attempt(pickle.loads, b'')
# expect: EOFError Ran out of input []
attempt(pickle.loads, b'\x80\x04\x95\x03')
# expect: UnpicklingError pickle data was truncated []
attempt(pickle.loads, b'?')
# expect: UnpicklingError invalid load key, '?'. []
attempt(pickle.loads, b'.')
# expect: UnpicklingError unpickling stack underflow []
attempt(pickle.loads, b'\x80\x63.')
# expect: ValueError unsupported pickle protocol: 99 []
attempt(Unpickler(io.BytesIO(pickle.dumps(Reduced, 4))).load)
# expect: UnpicklingError forbidden []
attempt(pickle.dumps, 1, 6)
# expect: ValueError pickle protocol must be <= 5 []
