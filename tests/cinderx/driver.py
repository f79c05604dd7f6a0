"""Runs one of CinderX's test modules inside the interpreter under test: what tests/conformance/driver.py does, with the ground prepared.

  driver.py MODULE RESULTS_FILE [ID_OR_PATTERN_TO_LEAVE_OUT ...]

Beside that driver's lines: `instructions ID<TAB>HELD DIFFERING NEUTRAL`, how assertions about instructions went in a test. Such an assertion
never fails the test: it is evaluated in `dis` if the interpreter has an instruction of that name, and neutral if not.
"""
import importlib.machinery
import importlib.util
import os
import sys
import types
import unittest

here = os.path.dirname(os.path.abspath(__file__))
root = next(p for p in sys.path if os.path.isdir(os.path.join(p, 'test_cinderx')))
FOLDERS = {'test_static': 'test_cinderx.test_compiler.test_static', 'test_strict': 'test_cinderx.test_compiler.test_strict',
           'test___static__': 'test_cinderx.test___static__', 'test_jit': 'test_cinderx'}


def package(name):
    """A package whose own code is not run: it would import every other test module."""
    if name in sys.modules:
        return
    parent, _, tail = name.rpartition('.')
    if parent:
        package(parent)
    folder = os.path.join(root, *name.split('.'))
    module = types.ModuleType(name)
    module.__path__ = [folder]
    module.__file__ = os.path.join(folder, '__init__.py')
    module.__spec__ = importlib.machinery.ModuleSpec(name, None, is_package=True)
    sys.modules[name] = module
    if parent:
        setattr(sys.modules[parent], tail, module)


def without_ctypes():
    """The tests import ctypes for a look at how CPython was built, and seldom for more: where there is none an empty module will do."""
    try:
        import ctypes
    except ImportError:
        for name in ('_ctypes', 'ctypes'):
            sys.modules[name] = types.ModuleType(name, 'a stand-in of the test runner: this interpreter has no ctypes')
        sys.modules['ctypes'].pythonapi = types.SimpleNamespace()


def own_support():
    """`cinderx.test_support` is a part of the tests."""
    import cinderx
    spec = importlib.util.spec_from_file_location('cinderx.test_support', os.path.join(root, 'support', 'test_support.py'))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = cinderx.test_support = module
    spec.loader.exec_module(module)


tally = {}
running = None


def soften(name, assertion, names):
    """The assertion about instructions, counted and without its power to fail a test. `names` gives the instructions it is about."""

    def counted(self, *args, **kwargs):
        row = tally.setdefault(self.id(), [0, 0, 0])
        if not all(n in opcodes for n in names(*args)):
            row[2] += 1
            return dummy
        try:
            found = assertion(self, *args, **kwargs)
        except Exception:
            row[1] += 1
            return dummy
        row[0] += 1
        return found

    counted.__name__ = name
    return counted


def soften_all():
    import dis
    global opcodes, dummy
    opcodes = set(dis.opmap)
    try:
        from cinderx.compiler.opcodes import STATIC_OPNAMES
        opcodes |= set(STATIC_OPNAMES.values() if isinstance(STATIC_OPNAMES, dict) else STATIC_OPNAMES)
    except ImportError:
        pass
    dummy = next(dis.get_instructions(compile('0', '', 'eval')))
    from test_cinderx.test_compiler.common import CompilerTest
    second = lambda x, opname, *rest: (opname,)
    about = {'assertInBytecode': second, 'assertNotInBytecode': second, 'assertInGraph': second, 'assertNotInGraph': second,
             'assertLoadFastInBytecode': lambda *a: ('LOAD_FAST',), 'assertLoadConstInBytecode': lambda *a: ('LOAD_CONST',),
             'assertLoadMethodInBytecode': lambda *a: ('LOAD_ATTR',), 'assertBinOpInBytecode': lambda *a: ('BINARY_OP',),
             'assertKwCallInBytecode': lambda *a: ('CALL_KW',)}
    for name, names in about.items():
        setattr(CompilerTest, name, soften(name, getattr(CompilerTest, name), names))


stop_test = unittest.TestResult.stopTest


def report_instructions(self, test):
    row = tally.pop(test.id(), None)
    if row:
        say('instructions', test.id(), ' '.join(map(str, row)))
    stop_test(self, test)


def error_text(e):
    return ' '.join(f'{type(e).__name__}: {e}'.split())[:160]


folder, _, tail = sys.argv[1].partition('.')
full = FOLDERS[folder] + '.' + tail
try:
    package(FOLDERS[folder])
    without_ctypes()
    own_support()
    if folder not in ('test___static__', 'test_jit'):
        soften_all()
except Exception as e:
    with open(sys.argv[2], 'a', encoding='utf-8') as out:
        out.write(f'fail {full}\tthe harness cannot be imported: {error_text(e)}\nend\n')
    sys.exit()
unittest.TestResult.stopTest = report_instructions
sys.argv[1] = full
with open(os.path.join(os.path.dirname(here), 'conformance', 'driver.py'), encoding='utf-8') as f:
    exec(compile(f.read(), f.name, 'exec'))
