# only: tuff
"""Static Python: arrays of every primitive type lie unboxed, wrap and check as their elements do."""
import __static__
from __static__ import Array, box, cbool, char, clen, crange, double, int8, int16, int32, int64, single, uint8, uint16, uint32, uint64


def ints() -> None:
    a: Array[int8] = Array[int8](2)
    b: Array[uint8] = Array[uint8](2)
    c: Array[int16] = Array[int16](2)
    d: Array[uint16] = Array[uint16](2)
    e: Array[int32] = Array[int32](2)
    f: Array[uint32] = Array[uint32](2)
    g: Array[int64] = Array[int64](2)
    h: Array[uint64] = Array[uint64](2)
    n: int64 = -1
    a[0] = int8(n)
    b[0] = uint8(n)
    c[0] = int16(n)
    d[0] = uint16(n)
    e[0] = int32(n)
    f[0] = uint32(n)
    g[0] = n
    h[0] = uint64(n)
    b[1] += 255
    b[1] += 3
    print(a, b, c, d, e, f, g, h)
    x: uint64 = h[0]
    y: int16 = b[0] + a[0]
    print(box(x), box(y), box(b[-1]))
    for u in h:
        print(box(u))


def others() -> None:
    d: Array[double] = Array[double](3)
    s: Array[single] = Array[single](3)
    q: Array[cbool] = Array[cbool](3)
    for i in crange(clen(d)):
        d[i] = double(i) / 3.0
        s[i] = d[i]
        q[i] = i == 1
    total: double = 0
    for x in d:
        total += x
    print(d, s, q, box(total), box(s[1] == d[1]))
    if q[1] and not q[0]:
        print('second')


ints()
# expect: staticarray[int8][2]([-1, 0]) staticarray[uint8][2]([255, 2]) staticarray[int16][2]([-1, 0]) staticarray[uint16][2]([65535, 0]) staticarray[int32][2]([-1, 0]) staticarray[uint32][2]([4294967295, 0]) staticarray[2]([-1, 0]) staticarray[uint64][2]([18446744073709551615, 0])
# expect: 18446744073709551615 254 2
# expect: 18446744073709551615
# expect: 0
others()
# expect: staticarray[double][3]([0.0, 0.3333333333333333, 0.6666666666666666]) staticarray[single][3]([0.0, 0.3333333432674408, 0.6666666865348816]) staticarray[cbool][3]([False, True, False]) 1.0 False
# expect: second
print(Array[int64], Array[double], Array[double](2) + Array[double](1), Array[cbool](1) * 3, type(Array[single](0)), Array[double] is Array[double])
# expect: <class '__static__.staticarray'> <class '__static__.staticarray[double]'> staticarray[double][3]([0.0, 0.0, 0.0]) staticarray[cbool][3]([False, False, False]) <class '__static__.staticarray[single]'> True


def refused(f) -> None:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


refused(lambda: Array[double](1) + Array[int64](1))
# expect: TypeError: can only append staticarray[double] (not "staticarray") to staticarray[double]


def first(a: Array[double]) -> double:
    return a[0]


def call(f, *a) -> None:
    refused(lambda: f(*a))


call(first, Array[int64](1))
# expect: StaticTypeError: first expected '__static__.staticarray[double]' for argument a, got '__static__.staticarray'
call(first, Array[double](0))
# expect: IndexError: array index out of range
a = Array[uint8](1)


def store(v) -> None:
    a[0] = v


for v in (255, 256, -1, 1.5, True):
    refused(lambda: store(v))
# expect: None
# expect: OverflowError: int overflow
# expect: OverflowError: int overflow
# expect: TypeError: expected 'int', got 'float'
# expect: None
f = Array[double](1)


def storef(v) -> None:
    f[0] = v


for v in (255, 1.5, 's', True):
    refused(lambda: storef(v))
# expect: None
# expect: None
# expect: TypeError: expected 'float', got 'str'
# expect: None
print(list(f), f[0], len(f), f)
# expect: [1.0] 1.0 1 staticarray[double][1]([1.0])
