# only: tuff
"""Static Python: modules that import each other know their types, found by the import system; compiled forms that depend on each other."""
import dis
import importlib.util
import os
import sys
import tempfile
import textwrap

root = tempfile.mkdtemp()
sys.path.insert(0, root)
sys.dont_write_bytecode = False


def write(path, text=''):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f:
        f.write(textwrap.dedent(text))


def typed(function):
    """The typed instructions of a function: with what they name."""
    return [f'{i.opname} {i.argrepr}' for i in dis.get_instructions(function)
            if i.opname.startswith(('INVOKE', 'LOAD_FIELD', 'CALL', 'PRIMITIVE_LOAD'))]


write('ti_shapes.py', '''
    import __static__
    from __static__ import int64
    from typing import Final, Optional

    LIMIT: Final[int] = 40

    class Shape:
        def __init__(self, side: int64) -> None:
            self.side: int64 = side
            self.next: Optional[Shape] = None
        def area(self) -> int64:
            return 0

    def double(n: int64) -> int64:
        return n * 2
''')
write('ti_user.py', '''
    import __static__
    from __static__ import int64, box
    import ti_shapes
    from ti_shapes import LIMIT, Shape, double as twice

    class Square(Shape):
        def area(self) -> int64:
            return self.side * self.side

    def total(s: Shape) -> int64:
        return s.area() + s.side + twice(LIMIT) + ti_shapes.double(ti_shapes.LIMIT)

    def run() -> int:
        return box(total(Square(3)))
''')
import ti_user
print(ti_user.run())
# expect: 172
print(*typed(ti_user.total), sep='\n')
# expect: INVOKE_METHOD ((('ti_shapes', 'Shape'), 'area'), 0)
# expect: LOAD_FIELD (('ti_shapes', 'Shape'), 'side')
# expect: PRIMITIVE_LOAD_CONST (40, 7)
# expect: INVOKE_FUNCTION ((('ti_user',), 'twice'), 1)
# expect: PRIMITIVE_LOAD_CONST (40, 7)
# expect: INVOKE_FUNCTION ((('ti_shapes',), 'double'), 1)
try:
    ti_user.total(3)
except TypeError as e:
    print(e)
# expect: total expected 'Shape' for argument s, got 'int'

# packages: relative imports, a package that is not static, submodules by attribute
write('ti_pkg/__init__.py', '"""Nothing here."""\nversion = 1\n')
write('ti_pkg/base.py', '''
    import __static__
    def size(text: str) -> int:
        return len(text)
''')
write('ti_pkg/user.py', '''
    import __static__
    import ti_pkg.base
    from . import base
    from .base import size
    def three(t: str) -> int:
        return size(t) + base.size(t) + ti_pkg.base.size(t)
''')
import ti_pkg.user
print(ti_pkg.user.three('abcd'), typed(ti_pkg.user.three))
# expect: 12 ["INVOKE_FUNCTION ((('ti_pkg.user',), 'size'), 1)", "INVOKE_FUNCTION ((('ti_pkg.base',), 'size'), 1)", "INVOKE_FUNCTION ((('ti_pkg.base',), 'size'), 1)"]

# a package that may mean something else by the name, and modules that are not static, are dynamic
write('ti_odd/__init__.py', 'class base:\n    def size(t): return -1\n')
write('ti_odd/base.py', 'import __static__\ndef size(t: str) -> int:\n    return 1\n')
write('ti_plain.py', 'def size(t): return "no int"\n')
write('ti_dynamic.py', '''
    import __static__
    from ti_odd import base
    from ti_plain import size
    def odd() -> int:
        return base.size('x')
    def plain() -> int:
        return size('x')
''')
import ti_dynamic
print(ti_dynamic.odd(), [t for t in typed(ti_dynamic.odd) if 'INVOKE' in t])
# expect: -1 []
try:
    ti_dynamic.plain()
except TypeError as e:
    print(e)
# expect: expected 'int', got 'str'

# imports in a circle
write('ti_even.py', '''
    import __static__
    from __static__ import int64
    import ti_odd_numbers
    def even(n: int64) -> bool:
        if n == 0:
            return True
        return ti_odd_numbers.odd(n - 1)
''')
write('ti_odd_numbers.py', '''
    import __static__
    from __static__ import int64
    import ti_even
    def odd(n: int64) -> bool:
        if n == 0:
            return False
        return ti_even.even(n - 1)
''')
import ti_even
print(ti_even.even(10), ti_even.even(7), typed(ti_even.even))
# expect: True False ['PRIMITIVE_LOAD_CONST (0, 7)', 'PRIMITIVE_LOAD_CONST (1, 7)', "INVOKE_FUNCTION ((('ti_odd_numbers',), 'odd'), 1)"]
write('ti_circle_a.py', 'import __static__\nfrom ti_circle_b import x\ndef f() -> int:\n    return x\n')
write('ti_circle_b.py', 'import __static__\nfrom ti_circle_a import x\n')
try:
    import ti_circle_a
except SyntaxError as e:
    print(type(e).__name__, e.msg)
# expect: TypedSyntaxError Cannot find ti_circle_a.x due to cyclic reference

# errors that only types of other modules show
write('ti_wrong.py', 'import __static__\nfrom ti_pkg.base import size\ndef f() -> int:\n    return size(1)\n')
try:
    import ti_wrong
except SyntaxError as e:
    print(os.path.basename(e.filename), e.lineno, e.msg)
# expect: ti_wrong.py 4 type mismatch: Literal[1] received for positional arg 'text', expected str


# compiled forms: made anew when a module has changed that they have types from, and only then
def again(name, *others):
    """Imports the module anew: whether its compiled form was kept."""
    cached = importlib.util.cache_from_source(os.path.join(root, name + '.py'))
    before = open(cached, 'rb').read() if os.path.exists(cached) else None
    inode = os.stat(cached).st_ino if before else None
    for m in name, *others:
        sys.modules.pop(m, None)
    importlib.invalidate_caches()
    module = importlib.import_module(name)
    return module, before is not None and os.stat(cached).st_ino == inode


def edit(path, old, new):
    with open(os.path.join(root, path)) as f:
        text = f.read()
    assert old in text
    write(path, text.replace(old, new))


module, kept = again('ti_user', 'ti_shapes')
print(module.run(), kept)
# expect: 172 True
os.utime(os.path.join(root, 'ti_shapes.py'), (1, 1))
module, kept = again('ti_user', 'ti_shapes')
print(module.run(), kept, 'touched')
# expect: 172 True touched
edit('ti_shapes.py', 'Final[int] = 40', 'Final[int] = 50')
module, kept = again('ti_user', 'ti_shapes')
print(module.run(), kept, 'a constant is another')
# expect: 212 False a constant is another
module, kept = again('ti_user', 'ti_shapes')
print(module.run(), kept)
# expect: 212 True
module, kept = again('ti_dynamic', 'ti_plain')
print(kept)
# expect: True
edit('ti_plain.py', '"no int"', '"still no int"')
module, kept = again('ti_dynamic', 'ti_plain')
print(kept, 'the module is not static')
# expect: True the module is not static
write('ti_plain.py', 'import __static__\ndef size(t: str) -> int:\n    return 77\n')
module, kept = again('ti_dynamic', 'ti_plain')
print(module.plain(), kept, 'it is static now')
# expect: 77 False it is static now
edit('ti_shapes.py', 'def area(self) -> int64:', 'def area(self, scale: int64) -> int64:')
try:
    again('ti_user', 'ti_shapes')
except SyntaxError as e:
    print(os.path.basename(e.filename), e.lineno, e.msg)
# expect: ti_user.py 8 ti_user.Square.area overrides ti_shapes.Shape.area inconsistently. Number of arguments differ

# compiled before anything is imported, and under another name
import py_compile
py_compile.compile(os.path.join(root, 'ti_even.py'))
module, kept = again('ti_even', 'ti_odd_numbers')
print(kept, len(typed(module.even)))
# expect: True 3
spec = importlib.util.spec_from_file_location('ti_other_name', os.path.join(root, 'ti_even.py'))
other = importlib.util.module_from_spec(spec)
sys.modules['ti_other_name'] = other
spec.loader.exec_module(other)
print(other.even(4), other.even.__module__)
# expect: True ti_other_name
