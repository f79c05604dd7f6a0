# PEP 695 and 696: generic functions, classes and aliases, bounds, constraints, defaults, lazy evaluation, scopes.
import typing
def first[T](items: list[T]) -> T:
    return items[0]


class Box[T, *Ts, **P]:
    item: T

    def get[U: (int, str)](self, other: U) -> tuple[T, U]:
        return T, U


class Bound[T: int = bool]: pass


type Pair[A, B = int] = tuple[A, B]
type Tree = dict[str, Tree]
print(first.__type_params__, first.__annotations__, Box.__type_params__, Box.__parameters__, Box.__orig_bases__, [c.__name__ for c in Box.__mro__])
# expect: (T,) {'items': list[T], 'return': T} (T, Ts, P) (T, Ts, P) (typing.Generic[T, typing.Unpack[Ts], P],) ['Box', 'Generic', 'object']
print(Bound.__type_params__[0].__bound__, Bound.__type_params__[0].__default__, Box.get.__type_params__[0].__constraints__, Box().get(1))
# expect: <class 'int'> <class 'bool'> (<class 'int'>, <class 'str'>) (T, U)
print(Pair, Pair.__value__, Pair[str, bytes], Pair[str].__args__, Tree.__value__, Pair.__type_params__, type(Tree).__name__, Pair.__name__)
# expect: Pair tuple[A, B] Pair[str, bytes] (<class 'str'>,) dict[str, Tree] (A, B) TypeAliasType Pair
print(Box[int, str, [float]], Bound[int], Bound[int].__origin__ is Bound, Bound[int]().__class__.__name__, list[int], dict[str, list[int]], int | str, int | None, list[int] | None)
# expect: __main__.Box[int, str, [float]] __main__.Bound[int] True Bound list[int] dict[str, list[int]] int | str int | None list[int] | None
class Lazy[T: (print('evaluated'), int)[1]]: pass


print('before', Lazy.__type_params__[0].__bound__, Lazy.__type_params__[0].__bound__)
# expect: evaluated
# expect: before <class 'int'> <class 'int'>
type Later = Undefined
try:
    Later.__value__
except NameError as e:
    print(e)
# expect: name 'Undefined' is not defined
def scoped[T]():
    T_inside = T
    class C[V](list[V]):
        def m(self): return T, V
    return C, T_inside


C, T_inside = scoped()
print(C().m(), T_inside.__name__, typing.get_args(C.__orig_bases__[0]), isinstance(C([1]), list))
# expect: (T, V) T (V,) True
print(typing.TypeVar('X', bound=int), typing.ParamSpec('P'), typing.Optional[int], typing.Union[int, str], typing.Callable[[int], str], typing.Literal['a', 1], typing.get_origin(list[int]), typing.get_type_hints(first))
# expect: ~X ~P int | None int | str typing.Callable[[int], str] typing.Literal['a', 1] <class 'list'> {'items': list[T], 'return': T}
print(isinstance(1, int | str), issubclass(bool, int | str), (int | str).__args__, int | str == str | int, hash(int | str) == hash(str | int), list[int] == list[int], list[int]([1, 2]), type(list[int]).__name__)
# expect: True True (<class 'int'>, <class 'str'>) True True True [1, 2] GenericAlias
for text in ('def f[T, T](): pass', 'class A[T: (yield)]: pass', 'type X[T = int, U] = 1', 'def f[*Ts: int](): pass', 'type X = (yield)', 'type X[T := 1] = 1', 'class A[T](B := 1): pass', 'def f[](): pass', 'nonlocal_ = 1\ndef f[T]():\n  nonlocal T', 'isinstance(1, list[int])', 'list[int][str]', 'int | 5', 'Bound[1, 2]', 'type(Tree)()', 'issubclass(int, list[int])', 'type.__call__(list[int], 1, 2)'):
    try:
        exec(text)
        print('fine')
    except Exception as e:
        print(type(e).__name__, getattr(e, 'msg', e))
# expect: SyntaxError duplicate type parameter 'T'
# expect: SyntaxError yield expression cannot be used within a TypeVar bound
# expect: SyntaxError non-default type parameter 'U' follows default type parameter
# expect: SyntaxError cannot use bound with TypeVarTuple
# expect: SyntaxError yield expression cannot be used within a type alias
# expect: SyntaxError invalid syntax
# expect: SyntaxError named expression cannot be used within the definition of a generic
# expect: SyntaxError Type parameter list cannot be empty
# expect: SyntaxError nonlocal binding not allowed for type parameter 'T'
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError list[int] is not a generic class
# expect: TypeError unsupported operand type(s) for |: 'type' and 'int'
# expect: TypeError Too many arguments for <class '__main__.Bound'>; actual 2, expected 1
# expect: TypeError typealias() missing required argument 'name' (pos 1)
# expect: TypeError issubclass() argument 2 cannot be a parameterized generic
# expect: TypeError descriptor '__call__' requires a 'type' object but received a 'types.GenericAlias'
