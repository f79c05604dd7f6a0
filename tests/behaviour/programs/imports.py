# The import system: modules from files, packages, relative imports, __all__, reload, cycles, hooks, namespace packages, errors.
import importlib, importlib.util, os, sys, tempfile, textwrap
root = tempfile.mkdtemp()
def write(path, text=''):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f:
        f.write(textwrap.dedent(text))


write('tm_plain.py', 'value = 1\n_hidden = 2\ndef f(): return __name__, value\nprint("tm_plain runs")\n')
write('tm_pkg/__init__.py', 'from .sub import name\nfrom . import other as o\n__all__ = ["name", "lazy"]\n')
write('tm_pkg/sub.py', 'name = __name__, __package__\nfrom .. import nothing if False else None\n'.replace('from .. import nothing if False else None\n', ''))
write('tm_pkg/other.py', 'from .sub import name as n\nfrom tm_pkg import sub\n')
write('tm_pkg/lazy.py', 'loaded = True\n')
write('tm_pkg/deep/__init__.py')
write('tm_pkg/deep/leaf.py', 'from ..sub import name\nfrom ...tm_pkg import sub as up\n'.replace('from ...tm_pkg import sub as up\n', 'from .. import sub as up\n'))
write('tm_a.py', 'import tm_b\nx = 1\ndef get(): return tm_b.y\n')
write('tm_b.py', 'import tm_a\ny = 2\ntry:\n    tm_a.x\nexcept AttributeError as e:\n    print(str(e).partition(" from ")[0], "circular import" in str(e))\n')
write('tm_ns/part.py', 'p = "namespace"\n')
write('tm_bad.py', 'x = = 1\n')
write('tm_fail.py', 'import sys\nraise RuntimeError("while importing")\n')
sys.path.insert(0, root)
sys.dont_write_bytecode = True
import tm_plain
# expect: tm_plain runs
import tm_plain as again
from tm_plain import f, value as v
print(again is tm_plain, f(), v, tm_plain.__file__ == os.path.join(root, 'tm_plain.py'), tm_plain.__spec__.name, tm_plain.__name__, 'tm_plain' in sys.modules, type(tm_plain.__loader__).__name__)
# expect: True ('tm_plain', 1) 1 True tm_plain tm_plain True SourceFileLoader
import tm_pkg.deep.leaf as leaf
print(leaf.name, leaf.up is sys.modules['tm_pkg.sub'], tm_pkg.o.n if 'tm_pkg' in globals() else 'tm_pkg not bound', leaf.__package__)
# expect: ('tm_pkg.sub', 'tm_pkg') True tm_pkg not bound tm_pkg.deep
from tm_pkg import *
print(name, lazy.loaded, 'o' in globals())
# expect: ('tm_pkg.sub', 'tm_pkg') True False
import tm_pkg
print(tm_pkg.__path__ == [os.path.join(root, 'tm_pkg')], tm_pkg.__package__, tm_pkg.sub.name)
# expect: True tm_pkg ('tm_pkg.sub', 'tm_pkg')
import tm_a
# expect: partially initialized module 'tm_a' True
print(tm_a.get())
# expect: 2
import tm_ns.part
print(tm_ns.part.p, tm_ns.__file__ if hasattr(tm_ns, '__file__') else None, type(tm_ns.__path__).__name__)
# expect: namespace None _NamespacePath
tm_plain.value = 5
importlib.reload(tm_plain)
# expect: tm_plain runs
print(tm_plain.value, importlib.import_module('.sub', 'tm_pkg').__name__, importlib.util.find_spec('tm_pkg.nope') if importlib.util else None)
# expect: 1 tm_pkg.sub None
for text in ('import tm_nope', 'import tm_plain.sub', 'from tm_plain import nope', 'from tm_pkg import nope', 'import tm_bad', 'import tm_fail', 'from . import x', 'from .x import y', '__import__("")', 'import tm_pkg.nope', 'from tm_pkg.sub import name.x', 'importlib.import_module(".x")', 'from tm_pkg import lazy2 as z'):
    try:
        exec(text, {'importlib': importlib, '__name__': '__main__'})
    except Exception as e:
        print(text, '->', type(e).__name__, str(getattr(e, 'msg', e)).replace(root, 'ROOT'), getattr(e, 'name', None))
# expect: import tm_nope -> ModuleNotFoundError No module named 'tm_nope' tm_nope
# expect: import tm_plain.sub -> ModuleNotFoundError No module named 'tm_plain.sub'; 'tm_plain' is not a package tm_plain.sub
# expect: from tm_plain import nope -> ImportError cannot import name 'nope' from 'tm_plain' (ROOT/tm_plain.py) tm_plain
# expect: from tm_pkg import nope -> ImportError cannot import name 'nope' from 'tm_pkg' (ROOT/tm_pkg/__init__.py) tm_pkg
# expect: import tm_bad -> SyntaxError invalid syntax None
# expect: import tm_fail -> RuntimeError while importing None
# expect: from . import x -> ImportError attempted relative import with no known parent package None
# expect: from .x import y -> ImportError attempted relative import with no known parent package None
# expect: __import__("") -> ValueError Empty module name None
# expect: import tm_pkg.nope -> ModuleNotFoundError No module named 'tm_pkg.nope' tm_pkg.nope
# expect: from tm_pkg.sub import name.x -> SyntaxError invalid syntax None
# expect: importlib.import_module(".x") -> TypeError the 'package' argument is required to perform a relative import for '.x' None
# expect: from tm_pkg import lazy2 as z -> ImportError cannot import name 'lazy2' from 'tm_pkg' (ROOT/tm_pkg/__init__.py) tm_pkg
print('tm_fail' in sys.modules, 'tm_bad' in sys.modules)
# expect: False False
class Finder:
    def find_spec(self, name, path, target=None):
        if name == 'tm_virtual':
            return importlib.util.spec_from_loader(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.made = 'by a hook'


sys.meta_path.append(Finder())
import tm_virtual
print(tm_virtual.made, __import__('tm_pkg.sub').__name__, __import__('tm_pkg.sub', fromlist=['name']).__name__)
# expect: by a hook tm_pkg tm_pkg.sub
def inside():
    import os.path as p, json
    from json import decoder
    return p is os.path, json.decoder is decoder


print(inside())
# expect: (True, True)
sys.modules['tm_none'] = None
try:
    import tm_none
except ImportError as e:
    print(type(e).__name__, e)
# expect: ModuleNotFoundError import of tm_none halted; None in sys.modules
class Attr:
    def __getattr__(self, name): return name.upper()


sys.modules['tm_fake'] = Attr()
from tm_fake import anything
print(anything)
# expect: ANYTHING
