# Instances of classes without __init__ and __new__, made in loops; then the classes get them.
class A:
    pass


class B(A):
    __slots__ = ('x',)


class Meta(type):
    def __call__(cls):
        return 5


class C(metaclass=Meta):
    pass


class D:
    def __del__(self):
        pass


def make(n):
    total = 0
    for i in range(n):
        a = A()
        a.x = i
        b = B()
        b.x = a.x
        total += b.x
        C()
        D()
        if i % 100 == 50:
            A.y = i
    return total, A().y, C()


def initialised():
    return A().z


for turn in range(3):
    print(make(3000))
# expect: (4498500, 2950, 5)
# expect: (4498500, 2950, 5)
# expect: (4498500, 2950, 5)
A.__init__ = lambda self: setattr(self, 'z', 4)
print(make(100), initialised())
# expect: (4950, 50, 5) 4
A.__new__ = lambda cls: 'new'
try:
    print(make(100))
except AttributeError as e:
    print(e)
# expect: 'str' object has no attribute 'x' and no __dict__ for setting new attributes
