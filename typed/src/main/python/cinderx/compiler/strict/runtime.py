"""What the code of strict modules calls: freezing of classes, and the decorators that say what to do with one."""
from cinderx import freeze_type as _freeze

__all__ = ['freeze_type', 'loose_slots', 'strict_slots', 'mutable', 'extra_slot', 'set_freeze_enabled']

TYPE_FREEZE_ENABLED = True


def set_freeze_enabled(flag):
    """Switches freezing on or off for all classes to come; returns what it was."""
    global TYPE_FREEZE_ENABLED
    old, TYPE_FREEZE_ENABLED = TYPE_FREEZE_ENABLED, flag
    return old


def freeze_type(obj):
    """Makes the attributes of a class unchangeable, unless freezing is off."""
    if TYPE_FREEZE_ENABLED:
        _freeze(obj)
    return obj


def mutable(obj):
    """The class stays changeable: seen by the compiler."""
    return obj


def loose_slots(obj):
    return obj


def strict_slots(obj):
    return obj


def extra_slot(obj, _name):
    return obj
