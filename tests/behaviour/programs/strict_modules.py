# Strict modules: immutable from outside, their classes freeze; the loader, its bytecode files, patching in tests.
# only: tuff
import ast
import os
import sys
import tempfile
from cinderx import StrictModule
from cinderx.compiler.strict import strict_compile
from cinderx.compiler.strict.class_conflict_checker import check_class_conflict
from cinderx.compiler.strict.common import FIXED_MODULES, StrictModuleError
from cinderx.compiler.strict.flag_extractor import BadFlagException, FlagExtractor
from cinderx.compiler.strict.loader import StrictModuleTestingPatchProxy, install
from types import ModuleType


def refused(f, *args, **kwargs):
    try:
        print('accepted', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


names = {'__name__': 'm', 'x': 1, '<imported-from>': (('x', ('other', 'y')),)}
m = StrictModule(names, False)
print(type(m).__name__, m.__class__ is ModuleType, isinstance(m, ModuleType), m.x, m.__name__, dir(m), m.__patch_enabled__)
# expect: StrictModule True True 1 m ['__name__', 'x'] False
names['y'] = 2
print(m.y, m.__dict__ is names, m.__dict__ == names, repr(m))
# expect: 2 False True <module 'm'>
refused(setattr, m, 'x', 2)
# expect: AttributeError: cannot modify attribute 'x' of strict module m
refused(delattr, m, 'x')
# expect: AttributeError: cannot delete attribute 'x' of strict module m
refused(lambda: m.nothing)
# expect: AttributeError: strict module 'm' has no attribute 'nothing'
refused(m.patch, 'x', 2)
# expect: AttributeError: cannot modify attribute 'x' of strict module m
refused(StrictModule, [], True)
# expect: TypeError: StrictModule.__new__ expected dict for 1st argument
refused(StrictModule, {}, 1)
# expect: TypeError: StrictModule.__new__ expected bool for 2nd argument
names['__getattr__'] = lambda name: name * 2
print(m.no, hasattr(m, 'patch'))
# expect: nono True
open_one = StrictModule({'__name__': 'o', 'x': 1}, True)
open_one.x = 2
open_one.patch('z', 3)
print(open_one.x, open_one.z, open_one.__patch_enabled__)
# expect: 2 3 True
open_one.patch_delete('z')
refused(open_one.patch_delete, 'z')
# expect: AttributeError: strict module 'o' has no attribute 'z'


def flags(source):
    return FlagExtractor().get_flags(ast.parse(source))


print(flags('"doc"\nfrom __future__ import annotations\nimport __strict__\nimport __static__\nx = 1'))
# expect: Flags(is_static=True, is_strict=True)
print(flags('def f():\n  import __strict__'))
# expect: Flags(is_static=False, is_strict=False)
refused(flags, 'x = 1\nimport __strict__')
# expect: BadFlagException: Cinder flag __strict__ must be at the top of a file
refused(flags, 'import __strict__, os')
# expect: BadFlagException: __strict__ flag may not be combined with other imports
refused(flags, 'import __static__ as s')
# expect: BadFlagException: __static__ flag may not be aliased

SOURCE = '''
"""doc"""
import __strict__
from __strict__ import mutable
from typing import List
class C:
    class D:
        pass
C.late = 1
@mutable
class Open:
    pass
def make():
    class Local:
        pass
    Local.late = 2
    return Local
def generate():
    class InGenerator:
        pass
    yield InGenerator
    yield InGenerator
def look(x):
    y = 2
    return eval('x + y')
counter = 0
def count():
    global counter
    counter += 1
    return counter
'''


def run(source):
    code = strict_compile('m', 'm.py', ast.parse(source), source)
    space = {'__name__': 'm', '<fixed-modules>': FIXED_MODULES}
    module = StrictModule(space, False)
    exec(code, space)
    return module


m = run(SOURCE)
print(m.__doc__, m.C.late, m.List[int], m.look(40), m.count(), m.counter, m.make().late)
# expect: doc 1 typing.List[int] 42 1 1 2
refused(setattr, m.C, 'late', 2)
# expect: TypeError: cannot set 'late' attribute of immutable type 'C'
refused(setattr, m.C.D, 'late', 2)
# expect: TypeError: cannot set 'late' attribute of immutable type 'D'
refused(setattr, m.make(), 'late', 3)
# expect: TypeError: cannot set 'late' attribute of immutable type 'Local'
m.Open.late = 1
generator = m.generate()
made = next(generator)
made.free = 1
generator.close()
refused(setattr, made, 'free', 2)
# expect: TypeError: cannot set 'free' attribute of immutable type 'InGenerator'
print(made.free, made.__qualname__, m.C.D.__qualname__)
# expect: 1 generate.<locals>.InGenerator C.D
refused(check_class_conflict, ast.parse('class A:\n  x: int\n  x = 1'), 'f.py')
# expect: StrictModuleError: ('Class member conflicts with instance member: x', 'f.py', 1, 0)
check_class_conflict(ast.parse('class A:\n  x: int\n  def __init__(self):\n    self.y = 1'), 'f.py')


def files(folder):
    return sorted(n.split('.', 1)[0] + n.rpartition('314')[2] for n in os.listdir(os.path.join(folder, '__pycache__')))


def loaded():
    with tempfile.TemporaryDirectory() as folder:
        def module(name, text):
            with open(os.path.join(folder, name + '.py'), 'w') as f:
                f.write(text)
        module('strict_one', 'import __strict__\nimport plain_one\nx = 1\ndef f(): return x\nclass C: pass\n')
        module('plain_one', 'y = 2\n')
        sys.path.insert(0, folder)
        sys.dont_write_bytecode = False
        install(enable_patching=True)
        import strict_one
        import plain_one
        print(type(strict_one).__name__, type(plain_one).__name__, strict_one.f(), strict_one.__strict__.__name__)
        print(files(folder), strict_one.__spec__.cached.endswith('.strict.patch.pyc'))
        refused(setattr, strict_one.C, 'a', 1)
        with StrictModuleTestingPatchProxy(strict_one) as proxy:
            proxy.x = 5
            proxy.new = 6
            print(strict_one.f(), strict_one.new, proxy.x)
        print(strict_one.f(), hasattr(strict_one, 'new'))
        del sys.modules['strict_one']
        import strict_one
        print(type(strict_one).__name__, strict_one.f())
        sys.path.remove(folder)
        del sys.modules['strict_one'], sys.modules['plain_one']


loaded()
# expect: StrictModule module 1 __strict__
# expect: ['plain_one.strict.patch.pyc', 'strict_one.strict.patch.pyc'] True
# expect: TypeError: cannot set 'a' attribute of immutable type 'C'
# expect: 5 6 5
# expect: 1 False
# expect: StrictModule 1
