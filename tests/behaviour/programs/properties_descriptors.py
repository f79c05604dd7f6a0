# property, descriptors (data and non-data), __set_name__, __slots__, __getattr__ and __getattribute__, __setattr__, __delattr__.
class Temp:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        "Celsius."
        return self._c

    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError('too cold')
        self._c = v

    @c.deleter
    def c(self):
        self._c = None

    f = property(lambda self: self._c * 9 / 5 + 32)


t = Temp()
t.c = 100
print(t.c, t.f, Temp.c.__doc__, type(Temp.c).__name__, Temp.c.fget.__name__)
# expect: 100 212.0 Celsius. property c
del t.c
print(t.c)
# expect: None
for text in ('t.f = 1', 'del t.f', 't.c = -300'):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__, e)
# expect: AttributeError property 'f' of 'Temp' object has no setter
# expect: AttributeError property 'f' of 'Temp' object has no deleter
# expect: ValueError too cold
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, 'unset')

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}')
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        obj.__dict__.pop(self.name)


class Row:
    a = Typed(int)
    b = Typed(str)
# expect: set_name Row a
# expect: set_name Row b


r = Row()
r.a = 5
print(r.a, r.b, r.__dict__, type(Row.a).__name__)
# expect: 5 unset {'a': 5} Typed
try:
    r.b = 5
except TypeError as e:
    print(e)
# expect: b must be str
del r.a
print(r.a)
# expect: unset
class NonData:
    def __get__(self, obj, owner):
        return 'from descriptor'


class H:
    x = NonData()


h = H()
print(h.x)
# expect: from descriptor
h.__dict__['x'] = 'from dict'
print(h.x, H.x)
# expect: from dict from descriptor
class Slots:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a, hasattr(s, 'b'), hasattr(s, '__dict__'), type(Slots.a).__name__, Slots.__slots__)
# expect: 1 False False member_descriptor ('a', 'b')
for text in ('s.c = 1', 's.b', 'del s.b'):
    try:
        exec(text)
    except AttributeError as e:
        print(e)
# expect: 'Slots' object has no attribute 'c' and no __dict__ for setting new attributes
# expect: 'Slots' object has no attribute 'b'
# expect: b
class Sub(Slots):
    pass


class More(Slots):
    __slots__ = ('c', '__dict__')


sub = Sub()
sub.z = 1
more = More()
more.c, more.q = 1, 2
print(sub.z, sub.__dict__, more.c, more.__dict__, more.a)
# expect: 1 {'z': 1} 1 {'q': 2} 1
class Hooks:
    def __init__(self):
        super().__setattr__('log', [])

    def __getattr__(self, name):
        if name.startswith('dyn'):
            return name.upper()
        raise AttributeError(f'no {name}')

    def __setattr__(self, name, value):
        self.log.append(('set', name))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(('del', name))
        super().__delattr__(name)


k = Hooks()
k.v = 1
del k.v
print(k.dynamic, k.log, hasattr(k, 'other'), getattr(k, 'other', 0))
# expect: DYNAMIC [('set', 'v'), ('del', 'v')] False 0
class Everything:
    x = 1

    def __getattribute__(self, name):
        return f'<{name}>' if name != 'real' else object.__getattribute__(self, 'x')


print(Everything().x, Everything().anything, Everything().real, Everything.x)
# expect: <x> <anything> 1 1
from functools import cached_property
class Lazy:
    @cached_property
    def value(self):
        print('computed')
        return 42


z = Lazy()
print(z.value, z.value, z.__dict__)
# expect: computed
# expect: 42 42 {'value': 42}
for text in ('class X:\n  __slots__ = ("a",)\n  a = 1', 'class X(int):\n  __slots__ = ("a",)', 'class X:\n  __slots__ = "1a"', 'class X(Slots, type("T", (), {"__slots__": ("q",)})): pass', 'Row.a.__set__()', 'property(1).fget()', 'property().__get__(1)'):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError 'a' in __slots__ conflicts with class variable
# expect: TypeError nonempty __slots__ not supported for subtype of 'int'
# expect: TypeError __slots__ must be identifiers
# expect: TypeError multiple bases have instance lay-out conflict
# expect: TypeError Typed.__set__() missing 2 required positional arguments: 'obj' and 'value'
# expect: TypeError 'int' object is not callable
# expect: AttributeError property of 'int' object has no getter
