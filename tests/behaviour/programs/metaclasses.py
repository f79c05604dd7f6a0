# Metaclasses, __prepare__, __call__, __new__ and __init__ order, __init_subclass__, __class_getitem__, __mro_entries__, __instancecheck__, type as a factory.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, [b.__name__ for b in bases], kw)
        return {'injected': 'yes'}

    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')))
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 7

    def __getitem__(cls, key):
        return cls.__name__, key

    def __contains__(cls, x):
        return x == 'in'

    def __iter__(cls):
        return iter('abc')

    def __instancecheck__(cls, obj):
        return obj == 'pretend' or super().__instancecheck__(obj)

    @property
    def tag(cls):
        return 'meta ' + cls.__name__


class Base(metaclass=Meta, option=1):
    def __new__(cls, *a):
        print('object new', a)
        return super().__new__(cls)

    def __init__(self, *a):
        print('object init', a)
# expect: prepare Base [] {'option': 1}
# expect: new Base ['injected']
# expect: init Base {'option': 1}


class Sub(Base, flag=True):
    pass
# expect: prepare Sub ['Base'] {'flag': True}
# expect: new Sub ['injected']
# expect: init Sub {'flag': True}


s = Sub(1)
# expect: call Sub (1,)
# expect: object new (1,)
# expect: object init (1,)
print(len(Sub), Sub['k'], 'in' in Sub, list(Sub), Sub.tag, Sub.injected, isinstance('pretend', Sub), isinstance(s, Base), type(Sub).__name__, type(Sub) is Meta)
# expect: 7 ('Sub', 'k') True ['a', 'b', 'c'] meta Sub yes True True Meta True
try:
    s.tag
except AttributeError as e:
    print(e)
# expect: 'Sub' object has no attribute 'tag'
class Plugin:
    registry = []

    def __init_subclass__(cls, /, label=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, label))


class One(Plugin, label='first'): pass
class Two(One): pass


print(Plugin.registry)
# expect: [('One', 'first'), ('Two', None)]
class Box:
    def __class_getitem__(cls, item):
        return f'{cls.__name__}[{item}]'


print(Box[int], Box['x', 1])
# expect: Box[<class 'int'>] Box[('x', 1)]
class Proxy:
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return (dict,)


class FromProxy(Proxy(), Box): pass
# expect: entries 2


print([c.__name__ for c in FromProxy.__mro__], FromProxy.__orig_bases__[1] is Box)
# expect: ['FromProxy', 'dict', 'Box', 'object'] True
class M1(type): pass
class M2(type): pass
class P(metaclass=M1): pass
class Q(metaclass=M2): pass


for text in ('class R(P, Q): pass', 'class S(Plugin, nope=1): pass', 'type("X", (), {}, extra=1)', 'class T(metaclass=lambda n, b, d: (n, b)): pass\nprint(T)', 'Base.tag = 1', 'class U(final=1): pass', 'type.__new__(type, 1, (), {})', 'type("X", (5,), {})', 'int[5]', 'class V(metaclass=type("N", (type,), {"__prepare__": lambda *a: 5})): pass', 'class W:\n  def f(self): return __class__\nprint(W().f().__name__)'):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: TypeError S.__init_subclass__() takes no keyword arguments
# expect: TypeError X.__init_subclass__() takes no keyword arguments
# expect: ('T', ())
# expect: AttributeError property 'tag' of 'Meta' object has no setter
# expect: TypeError U.__init_subclass__() takes no keyword arguments
# expect: TypeError type.__new__() argument 1 must be str, not int
# expect: TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: TypeError type 'int' is not subscriptable
# expect: TypeError N.__prepare__() must return a mapping, not int
# expect: W
Dyn = type('Dyn', (Sub,), {'hello': lambda self: 'hi'})
# expect: new Dyn ['hello']
# expect: init Dyn {}
print(Dyn().hello(), Dyn.__mro__[1].__name__)
# expect: call Dyn ()
# expect: object new ()
# expect: object init ()
# expect: hi Sub
