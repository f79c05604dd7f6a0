"""Properties, super(), with blocks and operators in hot code, changed while it runs."""


class Base:
    def area(self):
        return 1

    def twice(self, n=2):
        return n * 2


class Side(Base):
    def __init__(self, side):
        self.side = side

    @property
    def double(self):
        return self.side * 2

    @property
    def fails(self):
        raise LookupError(self.side)

    def area(self):
        return super().area() + self.side


class Wide(Side):
    def area(self):
        return super().area() * 10

    def twice(self, n=3):
        return super().twice(n=n) + super().twice()


def doubles(things):
    total = 0
    for t in things:
        total += t.double
    return total


def areas(things):
    return sum([t.area() for t in things])


sides = [Side(i) for i in range(5)]
mixed = sides + [Wide(i) for i in range(5)]
for _ in range(4):
    result = doubles(sides), doubles(mixed), areas(sides), areas(mixed), Wide(1).twice()
print(result)
# expect: (20, 40, 15, 165, 10)
Side.double = property(lambda self: self.side * 3)
print(doubles(sides), doubles(mixed))
# expect: 30 60
Wide.double = 7
print(doubles(mixed))
# expect: 65
del Wide.double
Base.area = lambda self: 100
print(areas(sides), areas(mixed))
# expect: 510 5610


class Other:
    @property
    def double(self):
        return 'x' if self.__class__ is int else 0.5


print(doubles(sides + [Other()]))
# expect: 30.5


def failing(thing):
    try:
        return thing.fails
    except LookupError as e:
        return e.args, e.__traceback__.tb_next.tb_lineno - failing.__code__.co_firstlineno


for _ in range(4):
    result = failing(Side(3))
print(result)
# expect: ((3,), -53)


class Lock:
    def __init__(self, log, swallow=False):
        self.log, self.swallow = log, swallow

    def __enter__(self):
        self.log.append('in')
        return self

    def __exit__(self, kind, error, trace):
        self.log.append(kind and kind.__name__)
        return self.swallow


class Loud(Lock):
    def __exit__(self, *error):
        super().__exit__(*error)
        self.log.append('loud')
        return True


def locked(locks, n):
    out = []
    for k, lock in enumerate(locks):
        with lock as l:
            out.append(6 // (n - k))
        out.append(l.swallow)
    return out


for _ in range(4):
    log = []
    result = locked([Lock(log), Lock(log, True), Lock(log)], 5), locked([Lock(log, True)] * 3, 1)
print(result, log)
# expect: ([1, False, 1, True, 2, False], [6, True, True, -6, True]) ['in', None, 'in', None, 'in', None, 'in', None, 'in', 'ZeroDivisionError', 'in', None]
print(locked([Loud(log), Lock(log)], 0), log[-4:])
# expect: [False, -6, False] ['ZeroDivisionError', 'loud', 'in', None]
log = []
Lock.__enter__ = lambda self: Lock([], 'changed')
print(locked([Lock(log, True), Loud(log)], 1), log)
# expect: [6, 'changed', 'changed'] [None, 'ZeroDivisionError', 'loud']
try:
    locked([Lock(log), 5], 9)
except TypeError as e:
    print(e)
# expect: 'int' object does not support the context manager protocol (missed __exit__ method)


class Calls:
    made = 0

    @classmethod
    def count(cls, n=1):
        cls.made += n
        return cls.__name__

    def __len__(self):
        return self.made % 3

    def __bool__(self):
        return self.made % 2 == 0


class More(Calls):
    made = 10


def counted(kinds):
    out = []
    for k in kinds:
        out.append((type(k).count(), k.made, len(k), not k, type(k).__name__))
        type(k).made -= 1
    return out


for _ in range(4):
    result = counted([Calls(), More(), Calls()])
print(result)
# expect: [('Calls', 1, 1, True, 'Calls'), ('More', 11, 2, True, 'More'), ('Calls', 1, 1, True, 'Calls')]
Calls.count = staticmethod(lambda: 'static')
print(counted([Calls(), More()]))
# expect: [('static', 0, 0, False, 'Calls'), ('static', 10, 1, False, 'More')]


def keywords(f, *args, **kw):
    return f(*args, **kw), f(1, *args), f(**kw, a=2)


def five(a=0, b=1, c=2, d=3, e=4, f=5):
    return a, b, c, d, e, f


for _ in range(4):
    result = keywords(five, 7, 8, d=9), five(1, 2, 3, 4, 5, 6), [five(*'ab', f=k) for k in range(2)]
print(result)
# expect: (((7, 8, 2, 9, 4, 5), (1, 7, 8, 3, 4, 5), (2, 1, 2, 9, 4, 5)), (1, 2, 3, 4, 5, 6), [('a', 'b', 2, 3, 4, 0), ('a', 'b', 2, 3, 4, 1)])
try:
    keywords(five, 1, a=5)
except TypeError as e:
    print(e)
# expect: five() got multiple values for argument 'a'


def texts(values):
    return [f'{v} {v!r:>6} {v!s}' for v in values]


class Shown:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'shown'


for _ in range(4):
    result = texts([1, 'a', 2.5, Shown()])
print(result)
# expect: ['1      1 1', "a    'a' a", '2.5    2.5 2.5', '<>  shown shown']


def caught(kinds, n):
    try:
        return 1 // n
    except kinds as e:
        return type(e).__name__


for _ in range(4):
    result = [caught((KeyError, ZeroDivisionError), 0), caught(ArithmeticError, 0), caught((), 1)]
print(result)
# expect: ['ZeroDivisionError', 'ZeroDivisionError', 1]
for kinds in ((KeyError, (OSError, ArithmeticError)), (KeyError, 5), 5):
    try:
        print(caught(kinds, 0))
    except TypeError as e:
        print(e)
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed


def functions(n):
    made = []
    for i in range(n):
        def f(x, y=i, *, z: int = 1):
            return x + y + z + i
        made.append(f)
    return [f(1) for f in made], made[0].__annotations__, made[-1].__kwdefaults__


for _ in range(4):
    result = functions(3)
print(result)
# expect: ([4, 5, 6], {'z': <class 'int'>}, {'z': 1})


def displays(a, b):
    return [*a, *b], {*a, *b}, {**dict(zip(a, b)), 'k': 1}


for _ in range(4):
    result = displays((1, 2), [3, 4])
print(result[0], sorted(result[1]), result[2])
# expect: [1, 2, 3, 4] [1, 2, 3, 4] {1: 3, 2: 4, 'k': 1}
try:
    displays((1, 2), 3)
except TypeError as e:
    print(e)
# expect: Value after * must be an iterable, not int


class Kind:
    registry = {}

    @classmethod
    def make(cls, n):
        return cls, n

    def method(self):
        return self


class Sub(Kind):
    pass


class Slotted:
    __slots__ = ('a', '__dict__')

    def method(self):
        return 'slotted'


def descriptors(objects, names):
    out = []
    for o in objects:
        m = o.method
        out.append((m(), o.__class__.__name__, type(o).__name__, type(o).__mro__[0] is type(o), o.__doc__))
    for f in names:
        out.append((f.__name__, f.__code__.co_name, f.__code__.co_argcount, f.__defaults__))
    return [r if not isinstance(r[0], Kind) else r[1:] for r in out]


def makes(kinds):
    return [k.make(1) for k in kinds], Kind.make(2), Sub().make(3)


def other(x, y=1):
    pass


for _ in range(4):
    result = descriptors([Kind(), Sub(), Slotted()], [descriptors, other]), [[(c.__name__, n) for c, n in makes([Kind, Sub])[0]], makes([Sub])[1:]]
print(result)
# expect: ([('Kind', 'Kind', True, None), ('Sub', 'Sub', True, None), ('slotted', 'Slotted', 'Slotted', True, None), ('descriptors', 'descriptors', 2, None), ('other', 'other', 2, (1,))], [[('Kind', 1), ('Sub', 1)], ((<class '__main__.Kind'>, 2), (<class '__main__.Sub'>, 3))])
hiding = Sub()
hiding.method = lambda: 'hidden'
print(descriptors([Kind(), hiding, Slotted()], []))
# expect: [('Kind', 'Kind', True, None), ('hidden', 'Sub', 'Sub', True, None), ('slotted', 'Slotted', 'Slotted', True, None)]
Kind.make = classmethod(lambda cls, n: ('other', cls.__name__, n))
print(makes([Kind, Sub]))
# expect: ([('other', 'Kind', 1), ('other', 'Sub', 1)], ('other', 'Kind', 2), ('other', 'Sub', 3))
Sub.make = lambda self=None, n=0: ('plain', n)
print(makes([Kind])[1:])
# expect: (('other', 'Kind', 2), ('plain', 3))
Sub.__name__ = 'Renamed'
other.__name__ = 'renamed'
print(descriptors([Sub()], [other]))
# expect: [('Renamed', 'Renamed', True, None), ('renamed', 'other', 2, (1,))]


class Meta(type):
    @property
    def make(cls):
        return lambda n: ('meta', n)


class WithMeta(metaclass=Meta):
    @classmethod
    def make(cls, n):
        return 'never'


print(makes([WithMeta, Kind])[0])
# expect: [('meta', 1), ('other', 'Kind', 1)]


class Bare:
    pass


def bare(n):
    return [type(Bare()) is Bare for _ in range(n)]


for _ in range(3):
    bare(3)
Bare.__init__ = lambda self: seen.append(1)
seen = []
print(bare(2), seen)
# expect: [True, True] [1, 1]
del Bare.__init__
Bare.__new__ = lambda cls: 5
print(bare(1))
# expect: [False]
