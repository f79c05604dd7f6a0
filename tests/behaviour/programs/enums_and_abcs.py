# enum, abc, protocols, collections.abc registration, contextlib helpers, types.
import abc, collections.abc as cabc, enum, types, typing
class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()
    CRIMSON = 1

    @classmethod
    def default(cls): return cls.GREEN


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    RW = R | W


class Num(enum.IntEnum):
    ONE = 1
    TWO = 2


class Text(enum.StrEnum):
    A = enum.auto()


print(Color.RED, repr(Color.RED), Color(2), Color['RED'], list(Color), Color.CRIMSON is Color.RED, Color.RED.name, Color.RED.value, Color.default(), len(Color), Color.RED in Color, Color.__members__.keys(), isinstance(Color.RED, Color), Color.RED == 1, {Color.RED: 'x'}[Color.RED])
# expect: Color.RED <Color.RED: 1> Color.GREEN Color.RED [<Color.RED: 1>, <Color.GREEN: 2>] True RED 1 Color.GREEN 2 True dict_keys(['RED', 'GREEN', 'CRIMSON']) True False x
print(Perm.R | Perm.W, Perm.RW & Perm.R, ~Perm.R, Perm.R in Perm.RW, bool(Perm(0)), list(Perm.RW), Num.ONE + 1, Num.TWO > Num.ONE, Num(1) is Num.ONE, f'{Num.ONE}', Text.A, Text.A == 'a', str(Perm.RW), repr(Perm(0)))
# expect: Perm.RW Perm.R Perm.W True False [<Perm.R: 1>, <Perm.W: 2>] 2 True True 1 a True Perm.RW <Perm: 0>
for text in ('Color(9)', 'Color["X"]', 'Color.RED = 5', 'class Sub(Color): pass', 'Color.NOPE', 'Color.RED < Color.GREEN', 'del Color.RED', 'Perm(8)', 'class D(enum.Enum):\n  A = 1\n  A = 2', '@enum.unique\nclass U(enum.Enum):\n  A = 1\n  B = 1', 'Color.RED.value = 3'):
    try:
        exec(text)
        print('fine')
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError 9 is not a valid Color
# expect: KeyError 'X'
# expect: AttributeError cannot reassign member 'RED'
# expect: TypeError <enum 'Sub'> cannot extend <enum 'Color'>
# expect: AttributeError type object 'Color' has no attribute 'NOPE'
# expect: TypeError '<' not supported between instances of 'Color' and 'Color'
# expect: AttributeError 'Color' cannot delete member 'RED'.
# expect: ValueError <flag 'Perm'> invalid value 8
# expect:     given 0b0 1000
# expect:   allowed 0b0 0011
# expect: TypeError 'A' already defined as 1
# expect: ValueError duplicate values found in <enum 'U'>: B -> A
# expect: AttributeError <enum 'Enum'> cannot set attribute 'value'
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    def describe(self): return f'{self.name} {self.area()}'


class Sq(Shape):
    name = 'square'
    def area(self): return 4


@Shape.register
class Foreign: pass


print(Sq().describe(), isinstance(Foreign(), Shape), issubclass(Sq, Shape), sorted(Shape.__abstractmethods__))
# expect: square 4 True True ['area', 'name']
class Partial(Shape):
    def area(self): return 1


for text in ('Shape()', 'Partial()'):
    try:
        exec(text)
    except TypeError as e:
        print(e)
# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# expect: Can't instantiate abstract class Partial without an implementation for abstract method 'name'
class Sized:
    def __len__(self): return 3


class Seq(cabc.Sequence):
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
    def __len__(self): return 3


class MyMap(cabc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


m = MyMap()
m.update(a=1, b=2)
print(isinstance(Sized(), cabc.Sized), isinstance([], cabc.Sequence), isinstance({}, cabc.Mapping), isinstance(5, cabc.Hashable), isinstance([], cabc.Hashable), isinstance((x for x in []), cabc.Generator), list(Seq()), 20 in Seq(), Seq().index(10), list(reversed(Seq())), m.pop('a'), dict(m), m.setdefault('z', 9), sorted(m), issubclass(dict, cabc.MutableMapping), isinstance(len, cabc.Callable))
# expect: True True True True False True [0, 10, 20] True 1 [20, 10, 0] 1 {'b': 2} 9 ['b', 'z'] True True
@typing.runtime_checkable
class HasName(typing.Protocol):
    name: str
    def area(self) -> int: ...


print(isinstance(Sq(), HasName), isinstance(5, HasName), types.SimpleNamespace(a=1, b='x'), types.MappingProxyType({'a': 1}), type(types.MethodType(len, [])).__name__, types.new_class('New', (Sq,), {}, lambda ns: ns.update(q=1)).q, isinstance(print, types.BuiltinFunctionType), types.ModuleType('m'), [t.__name__ for t in (type(None), type(...), type(NotImplemented), types.GeneratorType, types.CodeType, types.CellType)])
# expect: True False namespace(a=1, b='x') {'a': 1} method 1 True <module 'm'> ['NoneType', 'ellipsis', 'NotImplementedType', 'generator', 'code', 'cell']
proxy = types.MappingProxyType({'a': 1})
try:
    proxy['b'] = 2
except TypeError as e:
    print(e)
# expect: 'mappingproxy' object does not support item assignment
