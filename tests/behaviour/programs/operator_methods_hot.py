# Operators of instances in hot code: methods that leave them to the other operand, results that are no bools, operands that become others.
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if type(o) is not V and not isinstance(o, float): return NotImplemented
        return V(self.x + (o.x if type(o) is V else o))
    def __mul__(self, by): return V(self.x * by)
    def __iadd__(self, o):
        if o is None: return NotImplemented
        self.x += o.x; return self
    def __lt__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.x < o.x
    def __eq__(self, o): return [self.x == o.x] if o.x != 3 else []
    def __getitem__(self, i): return self.x + i
    def __sub__(self, o): return V(self.x - o.x)
class W(V):
    def __radd__(self, o): return 'W.radd'
    def __rsub__(self, o): return 'W.rsub'
    def __gt__(self, o): return 'W.gt'
class R:
    x = 3
    def __radd__(self, o): return ('R.radd', o.x)
    def __gt__(self, o): return ('R.gt', o.x)
def f(a, b, c):
    r = a + b
    r = r * 2
    r -= b
    r += b
    if r < a: c += 1
    if r == b: c += 2
    return r[c] + (r.x if a == b else 0)
def g(a, b): return a + b
def h(a, b): return a < b
def i(a, b):
    a += b
    return a
def show(fn, *a):
    try:
        r = fn(*a)
        return r.x if hasattr(r, 'x') else r
    except (TypeError, AttributeError) as e: return str(e)
for n in range(3):
    for k in range(1200): t = f(V(k), V(2), k)
    print(t)
    for fn in g, h, i:
        for k in range(1200): show(fn, V(1), V(2))
        print(show(fn, V(1), V(2)), show(fn, V(1), W(2)), show(fn, V(1), R()), show(fn, V(1), 2.5), show(fn, V(1), 'x'), show(fn, V(1), None), show(fn, W(1), V(2)), show(fn, V(1), W(5)))
# expect: 6005
# expect: 3 W.radd ('R.radd', 1) 3.5 unsupported operand type(s) for +: 'V' and 'str' unsupported operand type(s) for +: 'V' and 'NoneType' 3 W.radd
# expect: True W.gt ('R.gt', 1) '<' not supported between instances of 'V' and 'float' '<' not supported between instances of 'V' and 'str' '<' not supported between instances of 'V' and 'NoneType' True W.gt
# expect: 3 3 4 'float' object has no attribute 'x' 'str' object has no attribute 'x' unsupported operand type(s) for +=: 'V' and 'NoneType' 3 6
# expect: 6005
# expect: 3 W.radd ('R.radd', 1) 3.5 unsupported operand type(s) for +: 'V' and 'str' unsupported operand type(s) for +: 'V' and 'NoneType' 3 W.radd
# expect: True W.gt ('R.gt', 1) '<' not supported between instances of 'V' and 'float' '<' not supported between instances of 'V' and 'str' '<' not supported between instances of 'V' and 'NoneType' True W.gt
# expect: 3 3 4 'float' object has no attribute 'x' 'str' object has no attribute 'x' unsupported operand type(s) for +=: 'V' and 'NoneType' 3 6
# expect: 6005
# expect: 3 W.radd ('R.radd', 1) 3.5 unsupported operand type(s) for +: 'V' and 'str' unsupported operand type(s) for +: 'V' and 'NoneType' 3 W.radd
# expect: True W.gt ('R.gt', 1) '<' not supported between instances of 'V' and 'float' '<' not supported between instances of 'V' and 'str' '<' not supported between instances of 'V' and 'NoneType' True W.gt
# expect: 3 3 4 'float' object has no attribute 'x' 'str' object has no attribute 'x' unsupported operand type(s) for +=: 'V' and 'NoneType' 3 6
class N:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if self.x == 77:
            return NotImplemented
        return N(self.x + o.x)
    def __lt__(self, o):
        if self.x == 77:
            return NotImplemented
        if self.x == 78:
            return []
        return self.x < o.x
    def __eq__(self, o):
        if self.x == 77:
            return NotImplemented
        if self.x == 78:
            return 'yes'
        return self.x == o.x
    def __getitem__(self, i):
        return NotImplemented if self.x == 77 else i
class Other:
    x = 1
    def __radd__(self, o): return N(1000)
    def __gt__(self, o): return True
def add(a, b):
    t = a + b
    return t.x
def branch(a, b):
    if a < b:
        return 'less'
    return 'not less'
def equal(a, b):
    if a == b:
        return 'equal'
    return 'not equal'
def item(a, b):
    return a[b]
for fn in add, branch, equal, item:
    o = Other()
    for k in range(1200): show(fn, N(1), o)
    print(fn.__name__, show(fn, N(1), o), show(fn, N(77), o), show(fn, N(78), o), show(fn, N(77), N(77)), show(fn, N(78), N(77)))
    for k in range(1200): show(fn, N(77), o)
    print(fn.__name__, show(fn, N(1), o), show(fn, N(77), o), show(fn, N(78), o), show(fn, N(77), N(77)), show(fn, N(78), N(77)))
# expect: add 2 1000 79 unsupported operand type(s) for +: 'N' and 'N' 155
# expect: add 2 1000 79 unsupported operand type(s) for +: 'N' and 'N' 155
# expect: branch not less less not less '<' not supported between instances of 'N' and 'N' not less
# expect: branch not less less not less '<' not supported between instances of 'N' and 'N' not less
# expect: equal equal not equal equal not equal equal
# expect: equal equal not equal equal not equal equal
# expect: item 1 NotImplemented 1 NotImplemented 77
# expect: item 1 NotImplemented 1 NotImplemented 77
below = W(4)
def constant(a): return a + below
for k in range(1200): show(constant, V(1))
print(show(constant, V(1)), show(constant, W(1)))
# expect: W.radd unsupported operand type(s) for +: 'W' and 'W'
below = V(5)
for k in range(1200): show(constant, V(1))
print(show(constant, V(1)), show(constant, W(1)))
# expect: 6 6


# another method, which has not run yet when the code is compiled anew
class Patched:
    def __add__(self, other): return 'first'


def patched(a, n, now):
    n = n * 2
    return a + n if now else n


for k in range(1200): patched(Patched(), k, True)
Patched.__add__ = lambda self, other: ('second', other)
for k in range(1200): patched(Patched(), k / 2, False)
print(patched(Patched(), 1, True), patched(Patched(), 0.5, True))
# expect: ('second', 2) ('second', 1.0)
