"""Class attributes that are set all the time, next to those that become something else: whoever has read one sees the new one."""
class A:
    count = 0
    flag = False
    name = 'a'
    def __init__(self): A.count += 1
    def get(self): return self.count
class B(A):
    pass
def f(n):
    t = 0
    for i in range(n):
        b = B()
        t += b.count + B.count + A.count + b.get()
    return t
print(f(10), f(3000), A.count)
# expect: 220 18126000 3010
a = B()
def g(o): return o.flag, o.name
for i in range(3000):
    assert g(a)[0] is A.flag
    A.flag = not A.flag
    assert g(a)[0] is A.flag, i
B.count = 5
print(a.count, a.get(), B.count, A.count)
# expect: 5 5 5 3011
del B.count
print(a.count == A.count)
# expect: True
A.count = property(lambda self: 42)
print(a.count, a.get())
# expect: 42 42
A.count = 3
print(a.count, a.get(), f(2))
# expect: 3 3 36
A.count = lambda self: 9
print(a.count())
# expect: 9
A.name = 7
for i in range(100): A.name = i; assert a.name == i == B.name == g(a)[1]
class M(type):
    level = 1
class C(metaclass=M): pass
def h(): return C.level
for i in range(3000):
    M.level = i
    assert h() == i
C.level = 'own'
for i in range(20):
    M.level = i; assert h() == 'own'
del C.level
print(h())
# expect: 19
del A.name
try: a.name
except AttributeError as e: print(e)
# expect: 'B' object has no attribute 'name'
A.name = 'back'; print(a.name)
# expect: back
