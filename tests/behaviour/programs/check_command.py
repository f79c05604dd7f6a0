# only: tuff
"""tuff check: all errors of static modules, with places, codes and hints; JSON; exit codes."""
import json
import os
import subprocess
import sys
import tempfile
import textwrap

root = tempfile.mkdtemp()
os.chdir(root)


def write(path, text=''):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'w', encoding='utf-8') as f:
        f.write(textwrap.dedent(text))


def tuff(*arguments):
    done = subprocess.run([sys.executable, *arguments], capture_output=True, encoding='utf-8')
    print(done.stdout + done.stderr, end='')
    print('exit', done.returncode)


write('pkg/__init__.py')
write('pkg/base.py', '''
    import __static__

    class Base:
        def label(self) -> str:
            return ''

    def count(n: int) -> int:
        return n
''')
write('pkg/shapes.py', '''
    import __static__
    from __static__ import int64
    from typing import Optional
    from .base import Base, count

    class Shape(Base):
        def __init__(self, size: int64) -> None:
            self.size: int64 = size
            self.next: Optional[Shape] = None

        def chain(self) -> int64:
            return self.next.size

    def f(x: int, d) -> str:
    \tcount('größe', 'x'), count('größe')
    \ts = Shape(3)
    \ts.size + d
    \treturn count(x)

    def g(t: str) -> int:
        "größe" + unknown
        while f(1, 2):
            [Shape(1).size]
        return break_()
''')
write('pkg/plain.py', 'x: int = "no error: not static"\n')
write('bad.py', 'x = = 1\n')
tuff('check', 'pkg/shapes.py')
# expect: pkg/shapes.py:13:16: error[optional]: 'NoneType' object has no attribute 'size'
# expect:   13 |         return self.next.size
# expect:      |                ^^^^^^^^^^^^^^
# expect:      = hint: it may be None: test it first (if x is not None: ...)
# expect: pkg/shapes.py:16:2: error[argument-count]: Mismatched number of args for function pkg.base.count. Expected 1, got 2
# expect:   16 | 	count('größe', 'x'), count('größe')
# expect:      | 	^^^^^^^^^^^^^^^^^^^
# expect:      = hint: compare the call with the definition
# expect: pkg/shapes.py:16:8: error[argument-type]: type mismatch: str received for positional arg 'n', expected int
# expect:   16 | 	count('größe', 'x'), count('größe')
# expect:      | 	      ^^^^^^^
# expect:      = hint: convert the argument, or let the parameter accept its type
# expect: pkg/shapes.py:16:29: error[argument-type]: type mismatch: str received for positional arg 'n', expected int
# expect:   16 | 	count('größe', 'x'), count('größe')
# expect:      | 	                           ^^^^^^^
# expect:      = hint: convert the argument, or let the parameter accept its type
# expect: pkg/shapes.py:18:2: error[unboxed-wanted]: cannot add int64 and dynamic
# expect:   18 | 	s.size + d
# expect:      | 	^^^^^^^^^^
# expect:      = hint: an object and a machine number do not mix: int64(x) makes a number of an object, box(x) an object of a number
# expect: pkg/shapes.py:19:2: error[return-type]: mismatched types: expected str because of return type, found int instead
# expect:   19 | 	return count(x)
# expect:      | 	^^^^^^^^^^^^^^^
# expect:      = hint: return what is declared, or declare what is returned
# expect: pkg/shapes.py:22:15: error[undefined-name]: Name `unknown` is not defined.
# expect:   22 |     "größe" + unknown
# expect:      |               ^^^^^^^
# expect:      = hint: define or import it on every way that leads here
# expect: pkg/shapes.py:24:10: error[primitive-escapes]: type mismatch: int64 cannot be assigned to dynamic
# expect:   24 |         [Shape(1).size]
# expect:      |          ^^^^^^^^^^^^^
# expect:      = hint: machine numbers live in locals, parameters, results and slots only: box(x) makes an object of one
# expect: pkg/shapes.py:25:12: error[undefined-name]: Name `break_` is not defined.
# expect:   25 |     return break_()
# expect:      |            ^^^^^^
# expect:      = hint: define or import it on every way that leads here
# expect: 9 errors; 1 static module
# expect: exit 1
tuff('check', 'pkg/base.py')
# expect: no errors; 1 static module
# expect: exit 0
tuff('check', 'pkg/plain.py')
# expect: pkg/plain.py: not static: it does not begin with `import __static__`
# expect: no errors; 1 file not static
# expect: exit 0
tuff('check', '.', 'nowhere')
# expect: bad.py:1:5: error[syntax]: invalid syntax
# expect:   1 | x = = 1
# expect:     |     ^
# expect: pkg/shapes.py:13:16: error[optional]: 'NoneType' object has no attribute 'size'
# expect:   13 |         return self.next.size
# expect:      |                ^^^^^^^^^^^^^^
# expect:      = hint: it may be None: test it first (if x is not None: ...)
# expect: pkg/shapes.py:16:2: error[argument-count]: Mismatched number of args for function pkg.base.count. Expected 1, got 2
# expect:   16 | 	count('größe', 'x'), count('größe')
# expect:      | 	^^^^^^^^^^^^^^^^^^^
# expect:      = hint: compare the call with the definition
# expect: pkg/shapes.py:16:8: error[argument-type]: type mismatch: str received for positional arg 'n', expected int
# expect:   16 | 	count('größe', 'x'), count('größe')
# expect:      | 	      ^^^^^^^
# expect:      = hint: convert the argument, or let the parameter accept its type
# expect: pkg/shapes.py:16:29: error[argument-type]: type mismatch: str received for positional arg 'n', expected int
# expect:   16 | 	count('größe', 'x'), count('größe')
# expect:      | 	                           ^^^^^^^
# expect:      = hint: convert the argument, or let the parameter accept its type
# expect: pkg/shapes.py:18:2: error[unboxed-wanted]: cannot add int64 and dynamic
# expect:   18 | 	s.size + d
# expect:      | 	^^^^^^^^^^
# expect:      = hint: an object and a machine number do not mix: int64(x) makes a number of an object, box(x) an object of a number
# expect: pkg/shapes.py:19:2: error[return-type]: mismatched types: expected str because of return type, found int instead
# expect:   19 | 	return count(x)
# expect:      | 	^^^^^^^^^^^^^^^
# expect:      = hint: return what is declared, or declare what is returned
# expect: pkg/shapes.py:22:15: error[undefined-name]: Name `unknown` is not defined.
# expect:   22 |     "größe" + unknown
# expect:      |               ^^^^^^^
# expect:      = hint: define or import it on every way that leads here
# expect: pkg/shapes.py:24:10: error[primitive-escapes]: type mismatch: int64 cannot be assigned to dynamic
# expect:   24 |         [Shape(1).size]
# expect:      |          ^^^^^^^^^^^^^
# expect:      = hint: machine numbers live in locals, parameters, results and slots only: box(x) makes an object of one
# expect: pkg/shapes.py:25:12: error[undefined-name]: Name `break_` is not defined.
# expect:   25 |     return break_()
# expect:      |            ^^^^^^
# expect:      = hint: define or import it on every way that leads here
# expect: 10 errors; 2 static modules, 2 files not static, 1 file with syntax errors
# expect: tuff check: nowhere: [Errno 2] No such file or directory: nowhere
# expect: exit 2
tuff('check')
# expect: tuff check: no file or folder to check
# expect: Try `tuff check --help' for more information.
# expect: exit 2
tuff('check', '--colour')
# expect: tuff check: unknown option: --colour
# expect: Try `tuff check --help' for more information.
# expect: exit 2
done = subprocess.run([sys.executable, 'check', '--json', '--hints', 'pkg'], capture_output=True, encoding='utf-8')
result = json.loads(done.stdout)
print(done.returncode, result['errors'], [(f['file'], f['module'], f['kind']) for f in result['files']])
# expect: 1 9 [('pkg/__init__.py', 'pkg', 'not-static'), ('pkg/base.py', 'pkg.base', 'static'), ('pkg/plain.py', 'pkg.plain', 'not-static'), ('pkg/shapes.py', 'pkg.shapes', 'static')]
for d in result['diagnostics'][:3]:
    print(d)
# expect: {'file': 'pkg/shapes.py', 'line': 13, 'column': 16, 'endLine': 13, 'endColumn': 30, 'severity': 'error', 'code': 'optional', 'message': "'NoneType' object has no attribute 'size'", 'hint': 'it may be None: test it first (if x is not None: ...)'}
# expect: {'file': 'pkg/shapes.py', 'line': 15, 'column': 15, 'endLine': 15, 'endColumn': 16, 'severity': 'hint', 'code': 'untyped', 'message': "Missing type annotation for argument 'd' prevents type specialization in Static Python", 'hint': None}
# expect: {'file': 'pkg/shapes.py', 'line': 16, 'column': 2, 'endLine': 16, 'endColumn': 21, 'severity': 'error', 'code': 'argument-count', 'message': 'Mismatched number of args for function pkg.base.count. Expected 1, got 2', 'hint': 'compare the call with the definition'}
print([(d['line'], d['message']) for d in result['diagnostics'] if d['severity'] == 'hint'])
# expect: [(15, "Missing type annotation for argument 'd' prevents type specialization in Static Python")]
write('fine.py', """
    import __static__
    from pkg.base import Base, count
    def f(b: Base) -> int:
        return count(len(b.label()))
    """)
done = subprocess.run([sys.executable, 'check', '--json', 'fine.py'], capture_output=True, encoding='utf-8')
print(done.returncode, json.loads(done.stdout)['diagnostics'])
# expect: 0 []
# each file imports from its own folder
for folder, kind in ('one', 'int'), ('two', 'str'):
    write(folder + '/util.py', f'import __static__\ndef f() -> {kind}:\n    return {kind}(1)\n')
    write(folder + '/user.py', f'import __static__\nfrom util import f\ndef g() -> {kind}:\n    return f()\n')
tuff('check', 'one', 'two')
# expect: no errors; 4 static modules
# expect: exit 0
# what the ordinary compiler refuses, and the checker's own way of asking
write('late.py', """
    import __static__
    def f() -> None:
        break
    """)
tuff('check', 'late.py')
# expect: late.py:4:5: error[syntax]: 'break' outside loop
# expect:   4 |     break
# expect:     |     ^^^^^
# expect: 1 error; 1 file with syntax errors
# expect: exit 1
write('ask.py', """
    import __static__
    def f(x: int) -> None:
        reveal_type(x + 1)
    """)
tuff('check', 'ask.py')
# expect: ask.py:4:5: error[reveal-type]: reveal_type(x + 1): 'dynamic'
# expect:   4 |     reveal_type(x + 1)
# expect:     |     ^^^^^^^^^^^^^^^^^^
# expect:     = hint: reveal_type stops the compiler to tell a type; take it out again
# expect: 1 error; 1 static module
# expect: exit 1
# a program of that name is run
write('check', 'print("a program")')
tuff('check', 'pkg')
# expect: a program
# expect: exit 0
