"""Strict modules: `import __strict__` at the head of a module asks for one; the names here steer it.

Outside strict modules the decorators change nothing.
"""
from cinderx.compiler.strict.runtime import extra_slot, freeze_type, loose_slots, mutable, set_freeze_enabled, strict_slots

allow_side_effects = object()
