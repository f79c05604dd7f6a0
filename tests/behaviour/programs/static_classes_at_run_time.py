# Classes of static code as untyped code meets them: typed slots, defaults, final methods; and cached properties.
# only: tuff
import warnings
from cinderx import async_cached_property, cached_classproperty, cached_property, freeze_type
from cinderx.static import __build_cinder_class__, init_subclass, is_type_static, set_type_final

warnings.simplefilter('error')


def refused(f, *args, **kwargs):
    try:
        print('accepted', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def build(body, name, *bases, final_methods=(), final=False, properties=()):
    def run():
        pass
    run = type(run)(compile(body, 'body', 'exec'), globals(), name)
    return __build_cinder_class__(run, name, None, False, final_methods, final, properties, *bases)


Point = build('''
__slots__ = ('x', 'label', 'other', 'any', 'small', 'word', 'ratio', 'flag')
__slot_types__ = {'x': ('builtins', 'int'), 'label': ('builtins', 'str', '?'), 'other': ('__main__', 'Point', '?', '!'),
    'small': ('__static__', 'int8', '#'), 'word': ('__static__', 'uint64', '#'), 'ratio': ('__static__', 'double', '#'),
    'flag': ('__static__', 'cbool', '#')}
def __init_subclass__(cls):
    init_subclass(cls)
def fixed(self):
    return 1
''', 'Point', final_methods=('fixed',))
p = Point()
print(is_type_static(Point), p.small, p.word, p.ratio, p.flag, type(Point.x).__name__, type(Point.small).__name__)
# expect: True 0 0 0.0 False typed_descriptor member_descriptor
refused(lambda: p.x)
# expect: AttributeError: 'Point' object has no attribute 'x'
p.x = True
p.label = None
p.other = p
p.any = object
p.small = -128
p.word = 2 ** 64 - 1
p.ratio = 3
p.flag = True
print(p.x, p.label, p.other is p, p.small, p.word, p.ratio, p.flag)
# expect: True None True -128 18446744073709551615 3.0 True
refused(setattr, p, 'x', 'a')
# expect: StaticTypeError: expected 'int', got 'str' for attribute 'x'
refused(setattr, p, 'label', 1)
# expect: StaticTypeError: expected 'str', got 'int' for attribute 'label'
refused(setattr, p, 'other', type('Q', (Point,), {})())
# expect: StaticTypeError: expected 'Point', got 'Q' for attribute 'other'
refused(setattr, p, 'small', 128)
# expect: RuntimeWarning: Truncation of value to char
refused(setattr, p, 'small', 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
refused(setattr, p, 'word', -1)
# expect: OverflowError: can't convert negative int to unsigned
refused(setattr, p, 'flag', 1)
# expect: TypeError: attribute value type must be bool
refused(delattr, p, 'small')
# expect: TypeError: can't delete numeric/char attribute
refused(setattr, p, 'nothing', 1)
# expect: AttributeError: 'Point' object has no attribute 'nothing' and no __dict__ for setting new attributes
del p.x
refused(lambda: p.x)
# expect: AttributeError: 'Point' object has no attribute 'x'


def many(o, value):
    for _ in range(50):
        o.x = value
    return o.x


print(many(p, 5))
# expect: 5
refused(many, p, 'a')
# expect: StaticTypeError: expected 'int', got 'str' for attribute 'x'
refused(lambda: type('Over', (Point,), {'fixed': None}))
# expect: StaticTypeError: 'fixed' overrides a final method in the static base class <class '__main__.Point'>

Base = build('''
__slots__ = ('n',)
__slot_types__ = {'n': ('builtins', 'int')}
__slots_with_default__ = {'n': 42}
def __init_subclass__(cls):
    init_subclass(cls)
''', 'Base')
b = Base()
print(Base.n, b.n, type(Base.__dict__['n']).__name__)
# expect: 42 42 typed_descriptor_with_default_value
b.n = 1
print(Base.n, b.n)
# expect: 42 1
del b.n
print(b.n)
# expect: 42
refused(setattr, b, 'n', 'x')
# expect: StaticTypeError: expected 'int', got 'str' for attribute 'n'
Base.n = 7
print(Base.n, b.n)
# expect: 7 7


class Sub(Base.__base__):
    pass


Other = build('''
__slots__ = ('n',)
__slot_types__ = {'n': ('builtins', 'int')}
__slots_with_default__ = {'n': 42}
def __init_subclass__(cls):
    init_subclass(cls)
''', 'Other')


class Mine(Other):
    n = 100


m = Mine()
print(Mine.n, m.n, Other.n)
# expect: 100 100 42
m.n = 5
print(m.n, Mine.n)
# expect: 5 100

Last = build('__slots__ = ()', 'Last', final=True)
refused(lambda: type('More', (Last,), {}))
# expect: TypeError: type 'Last' is not an acceptable base type
refused(lambda: type('Two', (Point, Other), {}))
# expect: TypeError: multiple bases have instance lay-out conflict
refused(set_type_final, int)
# expect: TypeError: set_type_final requires a class made by a class statement, got <class 'int'>
refused(lambda: build('__slots__ = ()', 'Under', Mine))
# expect: TypeError: Static compiler cannot verify that static type 'Under' is a valid override of static base 'Other' because intervening base 'Mine' is non-static.

Cached = build('''
__slots__ = ('f',)
def impl(self):
    print('computed')
    return 42
locals()['_pystatic_cprop.f'] = impl
del impl
''', 'Cached', properties=('_pystatic_cprop.f',))
c = Cached()
print(c.f, c.f, type(Cached.__dict__['f']).__name__, [n for n in vars(Cached) if 'cprop' in n])
# expect: computed
# expect: 42 42 cached_property_with_descr []
del c.f
print(c.f)
# expect: computed
# expect: 42


class Plain:
    @cached_property
    def f(self):
        """doc"""
        print('computed')
        return []

    @cached_classproperty
    def g(cls):
        print('of', cls.__name__)
        return cls.__name__

    @async_cached_property
    async def h(self):
        print('computed')
        return 3


q = Plain()
print(q.f is q.f, Plain.f.__doc__, Plain.f.has_value(q), Plain.g, q.g)
# expect: computed
# expect: of Plain
# expect: True doc True Plain Plain
Plain.f.clear(q)
print(Plain.f.has_value(q))
# expect: False


def awaited(o):
    async def main():
        return await o.h, await o.h
    import asyncio
    return asyncio.run(main())


print(awaited(q))
# expect: computed
# expect: (3, 3)

freeze_type(Plain)
refused(setattr, Plain, 'f', 1)
# expect: TypeError: cannot set 'f' attribute of immutable type 'Plain'
refused(delattr, Plain, 'f')
# expect: TypeError: cannot set 'f' attribute of immutable type 'Plain'
refused(setattr, Plain, '__name__', 'x')
# expect: TypeError: cannot set '__name__' attribute of immutable type 'Plain'
refused(freeze_type, 1)
# expect: TypeError: freeze_type requires a type, got int
print(type('Below', (Plain,), {'f': 2}).f)
# expect: 2
