"""Enumerations of static code: lighter than the library's, with members that are known when code is compiled."""
import inspect as _inspect

_NONE = object()


def _hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _same_value(self, other):
    mine = self.value
    return mine == other or getattr(other, 'value', None) is not None and mine == other.value


def _hash_of_value(self):
    return hash(self.value)


class EnumMeta(type):
    """Makes a member of each public attribute that is a plain value."""

    def __new__(meta, name, bases, namespace):
        attributes, values = {}, {}
        for key, value in namespace.items():
            plain = not (key.startswith('_') or _inspect.isroutine(value) or _inspect.isdatadescriptor(value))
            (values if plain else attributes)[key] = value
        attributes['__members__'] = {}
        attributes['__reversed_map__'] = {}
        if len(values) != len({v for v in values.values() if _hashable(v)}):
            # members of one value are equal, so the value is what they are compared by
            attributes['__eq__'] = _same_value
            attributes['__hash__'] = _hash_of_value
        cls = super().__new__(meta, name, bases, attributes)
        for key, value in values.items():
            member = cls(name=key, value=value)
            cls.__members__[key] = member
            for by in (member, value):
                if _hashable(by):
                    cls.__reversed_map__[by] = member
            setattr(cls, key, member)
        return cls

    def __len__(cls):
        return len(cls.__members__)

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __iter__(cls):
        return iter(cls.__members__.values())

    def __call__(cls, *args, **kwargs):
        if len(args) == 1:
            return cls._by_value(args[0])
        member = cls.__new__(cls, kwargs['value'])
        member.name = kwargs['name']
        member.value = kwargs['value']
        return member

    def _by_value(cls, value):
        member = cls.__reversed_map__.get(value, _NONE)
        if member is _NONE:
            raise ValueError(f'Enum type {cls.__name__} has no attribute with value {value!r}')
        return member


class Enum(metaclass=EnumMeta):
    def __init__(self, value):
        self.value = value
        self.name = None

    def __dir__(self):
        return ['name', 'value']

    def __str__(self):
        return f'{type(self).__name__}.{self.name}'

    def __repr__(self):
        return f'<{type(self).__name__}.{self.name}: {self.value}>'

    def __reduce_ex__(self, protocol):
        return self.__class__, (self.value,)


class IntEnum(Enum, int):
    pass


class StringEnumMeta(EnumMeta):
    def _by_value(cls, value):
        return super()._by_value(value.decode('utf-8') if isinstance(value, bytes) else value)


class StringEnum(Enum, str, metaclass=StringEnumMeta):
    def __str__(self):
        return f'{self.value}'


def unique(enumeration):
    """Refuses an enumeration in which two names have one value."""
    again = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if again:
        raise ValueError(f'duplicate values found in {enumeration!r}')
    return enumeration
