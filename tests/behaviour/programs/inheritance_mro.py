# Method resolution order, cooperative super, diamonds, mixins, super of classmethods and attributes, zero-argument super in odd places.
class A:
    def go(self):
        return ['A']

    @classmethod
    def make(cls):
        return cls.__name__


class B(A):
    def go(self):
        return ['B'] + super().go()


class C(A):
    def go(self):
        return ['C'] + super().go()

    @classmethod
    def make(cls):
        return 'C:' + super().make()


class D(B, C):
    def go(self):
        return ['D'] + super().go()

    @staticmethod
    def helper():
        return super(D, D).make()

    def nested(self):
        def inner(self):
            return super(D, self).go()
        return inner(self), [super(D, self).go() for _ in range(1)][0]

    def gen(self):
        yield super().go()


print([c.__name__ for c in D.__mro__], D().go(), D.make(), D.helper(), D().nested(), list(D().gen()), D.mro() == list(D.__mro__))
# expect: ['D', 'B', 'C', 'A', 'object'] ['D', 'B', 'C', 'A'] C:D C:D (['B', 'C', 'A'], ['B', 'C', 'A']) [['B', 'C', 'A']] True
print(super(C, D()).go(), super(B, D()).go(), repr(super(B, D()))[:20], super(B, D).make(), B.__subclasses__(), D.__base__.__name__)
# expect: ['A'] ['C', 'A'] <super: <class 'B'>, C:D [<class '__main__.D'>] B
class Shadow(D):
    go = 5


print(Shadow().go, Shadow.__mro__[1].__name__, D.go(Shadow()))
# expect: 5 D ['D', 'B', 'C', 'A']
class Base:
    def __init__(self, **kw):
        print('Base', kw)


class Left(Base):
    def __init__(self, left, **kw):
        print('Left', left)
        super().__init__(**kw)


class Right(Base):
    def __init__(self, right, **kw):
        print('Right', right)
        super().__init__(**kw)


class Both(Left, Right):
    pass


Both(left=1, right=2, rest=3)
# expect: Left 1
# expect: Right 2
# expect: Base {'rest': 3}
class Int(int):
    def __add__(self, other):
        return Int(super().__add__(other) + 100)

    def __repr__(self):
        return f'Int({int(self)})'


class L(list):
    def __getitem__(self, i):
        return ('item', super().__getitem__(i))


class S(str):
    def upper(self):
        return S(super().upper() + '!')


class Dct(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)


d = Dct(a=1)
d['b'] = 1
d.update(c=1)
print(Int(1) + 2, Int(5) * 2, type(Int(5) * 2).__name__, L([1, 2])[0], L([1, 2]) == [1, 2], S('ab').upper().upper(), len(S('abc')), d, isinstance(Int(1), int), hash(Int(7)) == hash(7), [10, 20, 30][Int(1)], sum([Int(1), Int(2)]))
# expect: Int(103) 10 int ('item', 1) True AB!! 3 {'a': 1, 'b': 2, 'c': 1} True True 20 3
class Tup(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    x = property(lambda self: self[0])


class Flt(float):
    pass


f = Flt(2.5)
f.tag = 'x'
print(Tup(1, 2), Tup(3).x, f + 1, f.tag, f, type(f + 1).__name__, Tup(1, 2) + (3,), type(Tup(1)[:]).__name__)
# expect: (1, 2) 3 3.5 x 2.5 float (1, 2, 3) tuple
