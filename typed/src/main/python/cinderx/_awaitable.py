"""Awaitables whose results are checked: of functions that have taken the place of static coroutine functions."""
from _static import _check_awaited


class awaitable_wrapper:
    """Awaits another object; its result must be of the type that a descriptor names."""

    def __init__(self, awaitable, descriptor, name):
        self._awaitable = awaitable
        self._descriptor = descriptor
        self._name = name

    def __await__(self):
        return _check_awaited(self._descriptor, self._name, (yield from self._awaitable.__await__()))


awaitable_wrapper.__module__ = '_static'


def checked(result, descriptor, name):
    """What a call has returned, to be checked when it is awaited; what cannot be awaited is left as it is."""
    return awaitable_wrapper(result, descriptor, name) if hasattr(result, '__await__') else result
