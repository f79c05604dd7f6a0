"""Constants of static code. CinderX's classes of compile-time types are named here and cannot be made: Tuff's types live in Java."""
from enum import Enum

from cinderx.static import *
from cinderx.static import rand

from ..errors import TypedSyntaxError

TMP_VAR_PREFIX = '_pystatic_.0._tmp__'


class _InJava:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(f'cinderx.compiler.static.types.{type(self).__name__} is not supported: types live in Java')


class Value(_InJava):
    pass


class Object(Value):
    def __class_getitem__(cls, item):
        return cls


class Class(Object):
    pass


class Function(Object):
    pass


class ModuleInstance(Object):
    pass


class TypeName(_InJava):
    pass


class TypeEnvironment:
    """The types that a compilation knows. They live in Java: none can be had from here."""

    def __getattr__(self, name):
        raise NotImplementedError(f'cinderx.compiler.static.types.TypeEnvironment.{name} is not supported: types live in Java')


class ParamStyle(Enum):
    """How a parameter takes its argument."""
    NORMAL = 0
    POSONLY = 1
    KWONLY = 2
