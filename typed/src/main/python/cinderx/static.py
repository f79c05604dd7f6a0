"""What static code needs at run time, re-exported from the interpreter."""
import _static
from _cinderx import StaticTypeError
from _static import *
from _static import (
    __build_cinder_class__, _clear_dlopen_cache, _clear_dlsym_cache, _property_missing_fget, _property_missing_fset,
    _sizeof_dlopen_cache, _sizeof_dlsym_cache)



def make_recreate_cm(typ):
    """The method `_recreate_cm` of context decorators."""
    def _recreate_cm(self):
        return self
    return _recreate_cm


def make_context_decorator_wrapper(decorator, wrapper_func, wrapped_func):
    """The function that a context decorator gives back."""
    return wrapper_func


__all__ = ['StaticTypeError', 'make_context_decorator_wrapper', 'make_recreate_cm'] + [_n for _n in vars(_static) if _n in globals() and _n not in ('__name__', '__doc__', '__package__', '__loader__', '__spec__')]
