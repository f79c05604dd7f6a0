"""Properties that are computed once: per instance, in its `__dict__` or in a slot, or per class."""
from ._asyncio import AsyncLazyValue

_MISSING = object()


class _Cached:
    def __init__(self, func, slot=None):
        self.func = self.fget = func
        self.__name__ = self.name = getattr(slot, '__name__', None) or func.__name__
        self.__doc__ = getattr(func, '__doc__', None)
        self.slot = slot

    def __set_name__(self, owner, name):
        if self.slot is not None:
            raise RuntimeError(f'cached property {self.__name__!r} has a slot and takes no other name')
        if name != self.__name__ and self.__name__ != getattr(self.func, '__name__', None):
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.__name__!r} and {name!r}).')
        self.__name__ = self.name = name

    def _dict(self, obj):
        try:
            return obj.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(obj).__name__!r} instance to cache {self.__name__!r} property.") from None

    def _compute(self, obj):
        return self.func(obj)

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        slot = self.slot
        if slot is not None:
            try:
                return slot.__get__(obj, cls)
            except AttributeError:
                pass
            value = self._compute(obj)
            slot.__set__(obj, value)
            return value
        values = self._dict(obj)
        # a subclass that is a data descriptor gets here though there is a value
        value = values.get(self.__name__, _MISSING)
        if value is _MISSING:
            value = values[self.__name__] = self._compute(obj)
        return value

    def has_value(self, obj):
        """Whether the value of this instance is there."""
        if self.slot is None:
            return self.__name__ in self._dict(obj)
        try:
            self.slot.__get__(obj, type(obj))
        except AttributeError:
            return False
        return True

    def clear(self, obj):
        """Drops the value of this instance, if it is there."""
        if self.slot is None:
            self._dict(obj).pop(self.__name__, None)
        elif self.has_value(obj):
            self.slot.__delete__(obj)


class cached_property(_Cached):
    """The method's value, computed at the first access and kept in the instance's `__dict__`, or in `slot`."""

    def __init__(self, f, slot=None):
        super().__init__(f, slot)
        if slot is not None:
            if type(self) not in (cached_property, cached_property_with_descr):
                raise TypeError("slot can't be used with subtypes of cached_property")
            self.__class__ = cached_property_with_descr


class cached_property_with_descr(cached_property):
    """A cached property in a slot: can be set, and deleted to be computed anew."""

    def __set__(self, obj, value):
        self.slot.__set__(obj, value)

    def __delete__(self, obj):
        self.slot.__delete__(obj)


class async_cached_property(_Cached):
    """As cached_property for an async method: the value is awaitable any number of times."""

    def __init__(self, f, slot=None):
        super().__init__(f, slot)
        if slot is not None and type(self) is async_cached_property:
            self.__class__ = async_cached_property_with_descr

    def _compute(self, obj):
        return AsyncLazyValue(self.func, obj)


class async_cached_property_with_descr(async_cached_property):
    def __set__(self, obj, value):
        self.slot.__set__(obj, value)

    def __delete__(self, obj):
        self.slot.__delete__(obj)


class cached_classproperty:
    """The function's value for the class, computed once and kept here: it works with frozen classes."""

    def __init__(self, f):
        self.func = self.fget = f
        self.__name__ = self.name = f.__name__
        self.__doc__ = getattr(f, '__doc__', None)
        self.value = _MISSING

    def _compute(self, cls):
        return self.func(cls)

    def __get__(self, obj, cls=None):
        if self.value is _MISSING:
            self.value = self._compute(type(obj) if cls is None else cls)
        return self.value


class async_cached_classproperty(cached_classproperty):
    def _compute(self, cls):
        return AsyncLazyValue(self.func, cls)


for _c in (cached_property, cached_property_with_descr, async_cached_property, async_cached_property_with_descr, cached_classproperty,
           async_cached_classproperty):
    _c.__module__ = 'cinderx'
del _c
