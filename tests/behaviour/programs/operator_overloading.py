# Special methods: arithmetic with reflection and in-place, comparison, containers, calls, conversion, NotImplemented.
class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f'V{self.c}'
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self): return V(*(-a for a in self.c))
    def __iadd__(self, o): self.c += o.c; return self
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __lt__(self, o): return self.c < o.c
    def __getitem__(self, i): return self.c[i]
    def __len__(self): return len(self.c)
    def __bool__(self): return any(self.c)
    def __contains__(self, x): return x in self.c
    def __call__(self, *a, **k): return a, k
    def __abs__(self): return sum(a * a for a in self.c) ** 0.5
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 3
    def __round__(self, n=None): return ('round', n)
    def __floordiv__(self, o): return 'floordiv'
    def __rsub__(self, o): return ('rsub', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __divmod__(self, o): return 'divmod'
    def __invert__(self): return 'invert'
    def __pos__(self): return 'pos'
    def __lshift__(self, o): return 'shl'
    def __reversed__(self): return 'reversed'
    def __format__(self, s): return f'fmt:{s}'
    def __bytes__(self): return b'bytes'
    def __complex__(self): return 1j
    def __trunc__(self): return 'trunc'
    def __ceil__(self): return 'ceil'
    def __sizeof__(self): return 1


v, w = V(1, 2), V(3, 4)
print(v + w, sum([v, w]), v * 2, 2 * v, v @ w, -v, v == V(1, 2), v != w, v < w, v > w, {v: 1}[V(1, 2)], v[0], len(v), bool(V(0)), 2 in v, v(1, k=2), abs(w))
# expect: V(4, 6) V(4, 6) V(2, 4) V(2, 4) 11 V(-1, -2) True True True False 1 1 2 False True ((1,), {'k': 2}) 5.0
print(int(v), float(v), [0, 1, 2, 'three'][v], round(v), round(v, 2), v // 1, 5 - v, v ** 2, pow(v, 2, 3), 2 ** v, divmod(v, 1), ~v, +v, v << 1, reversed(v), f'{v:spec}', bytes(v), complex(v), list(v), sorted([w, v]), hex(v), max(v, w), [*v])
# expect: 42 4.5 three ('round', None) ('round', 2) floordiv ('rsub', 5) ('pow', 2, None) ('pow', 2, 3) ('rpow', 2) divmod invert pos shl reversed fmt:spec b'bytes' 1j [1, 2] [V(1, 2), V(3, 4)] 0x3 V(3, 4) [1, 2]
u = v
u += w
print(u is v, v)
# expect: True V(1, 2, 3, 4)
v *= 2
print(u is v, v)
# expect: False V(2, 4, 6, 8)
class Left:
    def __add__(self, o): return 'left add'
    def __eq__(self, o): return NotImplemented


class Right(Left):
    def __radd__(self, o): return 'right radd'
    def __add__(self, o): return NotImplemented


print(Left() + Right(), Left() + Left(), Left() == Left(), (lambda x: x == x)(Left()))
# expect: right radd left add False True
for text in ('v + 1', '1 + v', 'v - 1', 'v & 1', 'v <= w', 'Right() + 1', 'v @ 1', 'v | w', '-Left()', 'len(Left())', 'Left()[0]', 'Left()()', 'iter(Left())', 'Left() in Left()', 'int(Left())', 'hash(Left())', 'Left() < Left()', 'divmod(Left(), 1)', 'round(Left())', 'v / 2', 'v >> 1', 'float("a" if 0 else Left())', '[][Left()]', 'del v[0]', 'v[0] = 1', 'abs(Left())', 'pow(Left(), 1)', 'reversed(Left())', 'complex(Left())'):
    try:
        exec(text)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: v + 1 -> TypeError unsupported operand type(s) for +: 'V' and 'int'
# expect: 1 + v -> TypeError unsupported operand type(s) for +: 'int' and 'V'
# expect: v - 1 -> TypeError unsupported operand type(s) for -: 'V' and 'int'
# expect: v & 1 -> TypeError unsupported operand type(s) for &: 'V' and 'int'
# expect: v <= w -> TypeError '<=' not supported between instances of 'V' and 'V'
# expect: Right() + 1 -> TypeError unsupported operand type(s) for +: 'Right' and 'int'
# expect: v @ 1 -> AttributeError 'int' object has no attribute 'c'
# expect: v | w -> TypeError unsupported operand type(s) for |: 'V' and 'V'
# expect: -Left() -> TypeError bad operand type for unary -: 'Left'
# expect: len(Left()) -> TypeError object of type 'Left' has no len()
# expect: Left()[0] -> TypeError 'Left' object is not subscriptable
# expect: Left()() -> TypeError 'Left' object is not callable
# expect: iter(Left()) -> TypeError 'Left' object is not iterable
# expect: Left() in Left() -> TypeError argument of type 'Left' is not a container or iterable
# expect: int(Left()) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Left'
# expect: hash(Left()) -> TypeError unhashable type: 'Left'
# expect: Left() < Left() -> TypeError '<' not supported between instances of 'Left' and 'Left'
# expect: divmod(Left(), 1) -> TypeError unsupported operand type(s) for divmod(): 'Left' and 'int'
# expect: round(Left()) -> TypeError type Left doesn't define __round__ method
# expect: v / 2 -> TypeError unsupported operand type(s) for /: 'V' and 'int'
# expect: v >> 1 -> TypeError unsupported operand type(s) for >>: 'V' and 'int'
# expect: float("a" if 0 else Left()) -> TypeError float() argument must be a string or a real number, not 'Left'
# expect: [][Left()] -> TypeError list indices must be integers or slices, not Left
# expect: del v[0] -> TypeError 'V' object doesn't support item deletion
# expect: v[0] = 1 -> TypeError 'V' object does not support item assignment
# expect: abs(Left()) -> TypeError bad operand type for abs(): 'Left'
# expect: pow(Left(), 1) -> TypeError unsupported operand type(s) for ** or pow(): 'Left' and 'int'
# expect: reversed(Left()) -> TypeError 'Left' object is not reversible
# expect: complex(Left()) -> TypeError complex() argument must be a string or a number, not Left
class BadLen:
    def __len__(self): return -1
    def __bool__(self): return True
    def __repr__(self): return 5
    def __hash__(self): return 'x'
    def __index__(self): return 1.5
    def __contains__(self, x): return 'truthy'
    def __iter__(self): return 5


for text in ('len(BadLen())', 'repr(BadLen())', 'hash(BadLen())', '[1][BadLen()]', '1 in BadLen()', 'iter(BadLen())', 'bool(BadLen())'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: len(BadLen()) -> ValueError __len__() should return >= 0
# expect: repr(BadLen()) -> TypeError __repr__ returned non-string (type int)
# expect: hash(BadLen()) -> TypeError __hash__ method should return an integer
# expect: [1][BadLen()] -> TypeError __index__ returned non-int (type float)
# expect: 1 in BadLen() True
# expect: iter(BadLen()) -> TypeError iter() returned non-iterator of type 'int'
# expect: bool(BadLen()) True
