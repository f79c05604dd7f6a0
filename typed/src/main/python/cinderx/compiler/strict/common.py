"""What strict modules share: names that are the same whatever `sys.modules` says, and their error."""
import os.path
import typing
from dataclasses import dataclass

from .runtime import freeze_type, loose_slots, mutable, strict_slots

MAGIC_NUMBER = 55
DEFAULT_STUB_PATH = os.path.dirname(__file__) + '/stubs'

_strict = {'freeze_type': freeze_type, 'mutable': mutable, 'loose_slots': loose_slots, 'strict_slots': strict_slots}
FIXED_MODULES = {
    'typing': {name: getattr(typing, name) for name in typing.__all__},
    'strict_modules': dict(_strict),
    '__strict__': _strict,
}


@dataclass
class StrictModuleError(Exception):
    """A module is not what it says: strict, or static."""
    msg: str
    filename: str
    lineno: int
    col: int
    metadata: str = ''
