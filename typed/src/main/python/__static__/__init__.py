"""Static Python: `import __static__` at the head of a module has it compiled with its types; the names here are for its annotations and code.

Run without the static compiler the same source works too: then the primitive types are kinds of int and float, and the decorators and `box`
and `unbox` change nothing.
"""
import functools as _functools
import inspect as _inspect
import types as _types
import typing as _typing
from typing import Dict as _Dict, Literal as _Literal
from weakref import WeakValueDictionary as _WeakValueDictionary

from cinderx.static import *
from cinderx.static import (
    StaticTypeError, __build_cinder_class__, is_static_callable, is_static_module, is_type_static, make_context_decorator_wrapper,
    make_recreate_cm, set_type_final, set_type_static, set_type_static_final)

from .enum import Enum, IntEnum, StringEnum
from .type_code import type_code

CheckedDict = chkdict
CheckedList = chklist
Array = staticarray
pydict = dict
PyDict = _Dict
clen = len
crange = range


# ---- primitive types


@set_type_final
@type_code(TYPED_INT8)
class int8(int):
    pass


@set_type_final
@type_code(TYPED_INT16)
class int16(int):
    pass


@set_type_final
@type_code(TYPED_INT32)
class int32(int):
    pass


@set_type_final
@type_code(TYPED_INT64)
class int64(int):
    pass


@set_type_final
@type_code(TYPED_UINT8)
class uint8(int):
    pass


@set_type_final
@type_code(TYPED_UINT16)
class uint16(int):
    pass


@set_type_final
@type_code(TYPED_UINT32)
class uint32(int):
    pass


@set_type_final
@type_code(TYPED_UINT64)
class uint64(int):
    pass


@set_type_final
@type_code(TYPED_UINT64)
class size_t(int):
    pass


@set_type_final
@type_code(TYPED_INT64)
class ssize_t(int):
    pass


@set_type_final
@type_code(TYPED_CHAR)
class char(int):
    pass


@set_type_final
@type_code(TYPED_BOOL)
class cbool(int):
    pass


@set_type_final
@type_code(TYPED_SINGLE)
class single(float):
    pass


@set_type_final
@type_code(TYPED_DOUBLE)
class double(float):
    pass


byte = int8


# ---- functions and decorators, as they are where no static compiler sees them


def box(o):
    return o


def unbox(o):
    return o


def allow_weakrefs(klass):
    return klass


def dynamic_return(func):
    return func


def inline(func):
    return func


def mixin(cls):
    return cls


def _donotcompile(func):
    return func


def native(so_path):
    """Static code calls a function of the library instead; others cannot, if the function was compiled statically."""
    def decorate(func):
        if not is_static_callable(func):
            return func

        @_functools.wraps(func)
        def refuse(*args, **kwds):
            raise RuntimeError(f'native callable {func.__name__!r} can only be called from static modules')
        return refuse
    return decorate


def cast(typ, val):
    """The value, checked to be of the type: a class, a generic alias of one, or either with None."""
    if isinstance(typ, _types.UnionType):
        others = [t for t in typ.__args__ if t is not _types.NoneType]
        if len(others) != 1 or len(typ.__args__) != 2:
            raise ValueError('cast expects type or Optional[T]')
        if val is None:
            return None
        typ = others[0]
    typ = _typing.get_origin(typ) or typ
    if typ not in type(val).__mro__:
        raise TypeError(f'expected {typ.__name__}, got {type(val).__name__}')
    return val


def prod_assert(value, message=None):
    """An assertion that stays with -O."""
    if not value:
        raise AssertionError(message) if message else AssertionError()


# ---- generic classes


def _variables(types):
    """The type variables in the types, each once, in order."""
    found = []
    for t in types:
        for v in [t] if isinstance(t, _typing.TypeVar) else getattr(t, '__parameters__', ()):
            if v not in found:
                found.append(v)
    return tuple(found)


def _substituted(tp, table):
    args = getattr(tp, '__args__', None)
    if args is None:
        return tp
    new = []
    for arg in args:
        if isinstance(arg, _typing.TypeVar):
            given = table.get(arg, arg)
            allowed = arg.__constraints__
            if allowed and not isinstance(given, _typing.TypeVar) and not issubclass(given, allowed):
                raise TypeError(f'Invalid type for {arg.__name__}: {given.__name__} when instantiating {tp.__name__}')
            new.append(given)
        else:
            new.append(_substituted(arg, table))
    return _instantiated(tp, tuple(new))


def _instantiated(tp, args):
    """The class for these arguments: made once."""
    origin = tp.__origin__
    known = origin.__insts__.get(args)
    if known is not None:
        return known
    namespace = dict(tp.__dict__)
    bases = tuple(b for b in tp.__orig_bases__ if not isinstance(b, StaticGeneric))
    namespace['__args__'] = args
    if any(isinstance(a, _typing.TypeVar) or hasattr(a, '__parameters__') for a in args):
        marker = StaticGeneric()
        namespace['__parameters__'] = marker.__parameters__ = _variables(args)
        namespace['__orig_bases__'] = bases + (marker,)
        bases += (StaticGeneric,)
    else:
        namespace.pop('__parameters__', None)
    for own in ('__dict__', '__weakref__'):
        namespace.pop(own, None)
    made = type(f'{origin.__name__}[{", ".join(a.__name__ for a in args)}]', bases, namespace)
    made.__origin__ = tp
    origin.__insts__[args] = made
    return made


def make_generic_type(gen_type, params):
    """The generic class with its parameters replaced."""
    if len(params) != len(gen_type.__parameters__):
        raise TypeError(f'Incorrect number of type arguments for {gen_type.__name__}')
    return _substituted(gen_type, dict(zip(gen_type.__parameters__, params)))


@_functools.lru_cache(None)
def _item(cls, params):
    """`cls[params]`: the same object each time."""
    if cls is not StaticGeneric:
        return set_type_static_final(make_generic_type(cls, params))
    marker = StaticGeneric()
    marker.__parameters__ = params
    return marker


class StaticGeneric:
    """The base of classes that are a class of their own for each choice of type arguments, which `__args__` names."""

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = params,
        return _item(cls, params)

    def __init_subclass__(cls):
        variables = ()
        for base in cls.__orig_bases__:
            variables += tuple(v for v in getattr(base, '__parameters__', ()) if v not in variables)
        cls.__origin__ = cls
        cls.__parameters__ = variables
        if not hasattr(cls, '__args__'):
            cls.__args__ = variables
        cls.__insts__ = _WeakValueDictionary()

    def __mro_entries__(self, bases):
        return StaticGeneric,

    def __repr__(self):
        return f'<StaticGeneric: {", ".join(p.__name__ for p in self.__parameters__)}>'


# ---- context managers as decorators


async def _return_none():
    pass


class ExcContextDecorator:
    """A context manager that decorates functions too, coroutine functions among them; may suppress exceptions."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type: object, exc_value: object, traceback: object) -> bool:
        return False

    def __call__(self, func):
        if _inspect.iscoroutinefunction(func):
            @_functools.wraps(func)
            async def wrapper(*args, **kwds):
                with self._recreate_cm():
                    return await func(*args, **kwds)
        else:
            @_functools.wraps(func)
            def wrapper(*args, **kwds):
                with self._recreate_cm():
                    return func(*args, **kwds)
        return make_context_decorator_wrapper(self, wrapper, func)


ExcContextDecorator._recreate_cm = make_recreate_cm(ExcContextDecorator)
set_type_static(ExcContextDecorator)


class ContextDecorator(ExcContextDecorator):
    """One that suppresses no exception."""

    def __exit__(self, exc_type: object, exc_value: object, traceback: object) -> _Literal[False]:
        return False


set_type_static(ContextDecorator)

# ---- decorators of classes

TClass = _typing.TypeVar('TClass', bound=type)


class ClassDecorator(_typing.Protocol):
    """What makes another class of a class, seen by the static compiler."""

    def __call__(self, cls: TClass) -> TClass: ...
