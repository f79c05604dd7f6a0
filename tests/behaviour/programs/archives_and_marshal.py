# Imports from zip archives, marshal, library modules as files, finalisers at the end.
import importlib.resources, json, marshal, os, pkgutil, sys, tempfile, zipfile
root = tempfile.mkdtemp()
archive = os.path.join(root, 'code.zip')
with zipfile.ZipFile(archive, 'w') as z:
    z.writestr('zm_plain.py', 'value = 7\ndef f(): return __name__\n')
    z.writestr('zm_pkg/__init__.py', 'from .inner import deep\n')
    z.writestr('zm_pkg/inner.py', 'deep = "in a zip"\n')
    z.writestr('zm_pkg/note.txt', 'a resource')
sys.path.insert(0, archive)
import zm_plain, zm_pkg
print(zm_plain.value, zm_plain.f(), zm_pkg.deep, type(zm_pkg.__loader__).__name__, os.path.relpath(zm_plain.__file__, root))
# expect: 7 zm_plain in a zip zipimporter code.zip/zm_plain.py
print((importlib.resources.files('zm_pkg') / 'note.txt').read_text())
# expect: a resource
data = {'a': [1, -2**70, 1.5, 2j, None, True, ...], 'b': (b'x', 'é\U0001f600', frozenset({3})), 'c': slice(1, None)}
print(marshal.loads(marshal.dumps(data)) == data, marshal.dumps(5)[1:], marshal.dumps([True], 2))
# expect: True b'\x05\x00\x00\x00' b'[\x01\x00\x00\x00T'
loop = []
loop.append(loop)
again = marshal.loads(marshal.dumps(loop))
print(again[0] is again)
# expect: True
print(eval(marshal.loads(marshal.dumps(compile('6 * 7', 'there', 'eval')))))
# expect: 42
for bad in b'', b'?', b'[\x01\x00\x00\x00':
    try:
        marshal.loads(bad)
    except (EOFError, ValueError) as e:
        print(type(e).__name__, e)
# expect: EOFError EOF read where object expected
# expect: ValueError bad marshal data (unknown type code)
# expect: EOFError EOF read where object expected
try:
    marshal.dumps(object())
except ValueError as e:
    print(e)
# expect: unmarshallable object
print(type(json.__loader__).__name__, sorted(m.name for m in pkgutil.iter_modules(json.__path__)), json.__loader__.path == json.__file__)
# expect: SourceFileLoader ['__main__', 'decoder', 'encoder', 'scanner', 'tool'] True
class Last:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('end of', self.name)
kept = Last('kept')
# expect: end of kept
