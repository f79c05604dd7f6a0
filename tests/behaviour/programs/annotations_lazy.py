# Annotations by PEP 649 and 749: evaluated when asked, forward references, formats, class and module level, __future__.
import annotationlib
def f(a: int, b: Later, *args: 'quoted', c: (print('evaluated now') or str) = 'x', **kw: dict[str, int]) -> Later | None: ...


class K:
    x: int
    y: str = 'set'
    z: Unknown
    (w): float


print('defined', hasattr(f, '__annotate__'), K.y, hasattr(K, 'x'))
# expect: defined True set False
try:
    f.__annotations__
except NameError as e:
    print(e)
# expect: name 'Later' is not defined
print({k: getattr(v, '__forward_arg__', v) for k, v in annotationlib.get_annotations(f, format=annotationlib.Format.FORWARDREF).items()})
# expect: evaluated now
# expect: {'a': <class 'int'>, 'b': 'Later', 'args': 'quoted', 'c': <class 'str'>, 'kw': dict[str, int], 'return': 'Later | None'}
print(annotationlib.get_annotations(K, format=annotationlib.Format.STRING))
# expect: {'x': 'int', 'y': 'str', 'z': 'Unknown'}
class Later: pass
class Unknown: pass


print(sorted(f.__annotations__), f.__annotations__['b'] is Later, K.__annotations__['z'] is Unknown, f.__annotations__ is f.__annotations__)
# expect: evaluated now
# expect: ['a', 'args', 'b', 'c', 'kw', 'return'] True True True
v: int = 5
unset: str
print(__annotations__ if '__annotations__' in globals() else 'lazy at module level', v)
# expect: lazy at module level 5
def local():
    x: undefined_name = 1
    y: int
    try:
        return y
    except UnboundLocalError as e:
        return x, str(e)


print(local())
# expect: (1, "cannot access local variable 'y' where it is not associated with a value")
class Meta(type):
    pass


class Sub(K, metaclass=Meta):
    extra: list['Sub']


print(Sub.__annotations__, K.__annotate__(1) == K.__annotations__, (lambda: 1).__annotations__)
# expect: {'extra': list['Sub']} True {}
f.__annotations__ = {'replaced': 1}
print(f.__annotations__, f.__annotate__)
# expect: {'replaced': 1} None
from dataclasses import dataclass, field, fields, asdict, astuple, replace, FrozenInstanceError
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Q:
    a: int
    b: 'str' = 'b'

    def __post_init__(self):
        if self.a < 0:
            raise ValueError('negative')


p, q = P(1, 2), Q(3)
print(p, q, P(1) < P(2), P(1) == P(1, 0, [5]), [f.name for f in fields(P)], asdict(P(1, tags=['t'])), astuple(q), replace(q, a=9), hash(q) == hash(Q(3)), P.__match_args__, hasattr(q, '__dict__'))
# expect: P(x=1, y=2) Q(a=3, b='b') True True ['x', 'y', 'tags'] {'x': 1, 'y': 0, 'tags': ['t']} (3, 'b') Q(a=9, b='b') True ('x', 'y', 'tags') False
for text in ('q.a = 1', 'Q(-1)', 'P()', 'hash(p)', 'P(1) < 5'):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__, e)
# expect: FrozenInstanceError cannot assign to field 'a'
# expect: ValueError negative
# expect: TypeError P.__init__() missing 1 required positional argument: 'x'
# expect: TypeError unhashable type: 'P'
# expect: TypeError '<' not supported between instances of 'P' and 'int'
