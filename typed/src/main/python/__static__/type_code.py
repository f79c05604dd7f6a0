"""The codes of primitive types, and the decorator that gives one to a class."""
from cinderx.static import (
    TYPED_BOOL, TYPED_CHAR, TYPED_DOUBLE, TYPED_INT8, TYPED_INT16, TYPED_INT32, TYPED_INT64, TYPED_INT_64BIT, TYPED_OBJECT, TYPED_SINGLE,
    TYPED_UINT8, TYPED_UINT16, TYPED_UINT32, TYPED_UINT64, set_type_code)


def type_code(code):
    def mark(cls):
        set_type_code(cls, code)
        return cls
    return mark
