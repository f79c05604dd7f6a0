"""Strict modules: their classes freeze, their attributes cannot be set from outside."""
from .code_gen_base import StrictCodeGenerator

enable_strict_features = True


def strict_compile(name, filename, tree, source, optimize=0, builtins=None):
    """The code of a strict module's tree."""
    return StrictCodeGenerator.make_code_gen(name, tree, filename, source, optimize=optimize).getCode()
