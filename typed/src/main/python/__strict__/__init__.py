"""Strict modules: `import __strict__` at the head of a module asks for one; the names here steer it.

Outside strict modules the decorators change nothing.
"""
from cinderx.compiler.strict.runtime import extra_slot, freeze_type, loose_slots, mutable, set_freeze_enabled, strict_slots


class _Allowed:
    __slots__ = ()

    def __enter__(self):
        pass

    def __exit__(self, *exception):
        pass


# `with allow_side_effects:` marks what the import of a strict module may do although it is no mere making of values
allow_side_effects = _Allowed()
