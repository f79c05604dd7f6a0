"""Changing attributes of strict modules in tests, and undoing it."""
import os
import sys

from cinderx import StrictModule, strict_module_patch_enabled


class _Record:
    """What a proxy has changed in its module: the names, with what they stood for before in a tuple, empty if they did not exist."""

    def __init__(self, module):
        if not strict_module_patch_enabled(module):
            raise ValueError(f'strict module {module} does not allow patching')
        self.module = module
        self.final = frozenset(getattr(module, '__final_constants__', ()))
        self.before = {}

    def change(self, name, new):
        """Gives a name another value, or deletes it if the tuple `new` is empty."""
        if name in self.final:
            raise AttributeError(f'Cannot patch Final attribute `{name}` of module `{self.module.__name__}`')
        old = (getattr(self.module, name),) if hasattr(self.module, name) else ()
        self.apply(name, new)
        first = self.before.setdefault(name, old)
        if len(first) == len(new) and all(x is y for x, y in zip(first, new)):
            # as it was in the beginning
            del self.before[name]

    def apply(self, name, new):
        if new:
            StrictModule.patch(self.module, name, new[0])
        else:
            StrictModule.patch_delete(self.module, name)

    def undo(self, kept):
        while self.before:
            name, old = self.before.popitem()
            if name not in kept and (old or hasattr(self.module, name)):
                self.apply(name, old)


def _record(proxy):
    return object.__getattribute__(proxy, '_record')


class StrictModuleTestingPatchProxy:
    """A module's attributes, to be set and deleted for the time of a test: `cleanup`, or the end of a `with` block, undoes all of it.

    It is an error that ends the process if it is forgotten: other tests would run with the patches.
    """

    def __init__(self, module):
        record = _Record(module)
        object.__setattr__(self, '_record', record)
        # CinderX's name for it
        object.__setattr__(self, '_patches', record.before)

    def __getattribute__(self, name):
        return getattr(_record(self).module, name)

    def __setattr__(self, name, value):
        _record(self).change(name, (value,))

    def __delattr__(self, name):
        _record(self).change(name, ())

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        _record(self).undo(())

    def cleanup(self, ignore=None):
        """Puts back what was there; names in `ignore` stay as they are."""
        _record(self).undo(ignore or ())

    def __del__(self):
        try:
            record = _record(self)
        except AttributeError:
            # there was an error when it was made
            return
        if record.before:
            print('Patch(es)', ', '.join(record.before), 'failed to be detached from strict module', f"'{record.module.__name__}'",
                  file=sys.stderr)
            os.abort()
