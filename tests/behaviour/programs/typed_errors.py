# only: tuff
"""Static Python: what the binder refuses, with its texts and places."""
import ast
import textwrap

from cinderx.compiler.errors import CollectingErrorSink, TypedSyntaxError
from cinderx.compiler.static import StaticCodeGenerator
from cinderx.compiler.static.compiler import Compiler


def check(source):
    """Prints all errors of a module: line, column, text."""
    source = textwrap.dedent(source)
    sink = CollectingErrorSink()
    Compiler(StaticCodeGenerator, sink).bind('m', 'm.py', ast.parse(source), source, 0)
    for e in sink.errors:
        print(e.lineno, e.offset, e.msg)
    if not sink.errors:
        print('fine')


check('''
    def f(x: int) -> str:
        return x
    def g() -> int:
        print(1)
    f('x')
''')
# expect: 3 5 mismatched types: expected str because of return type, found int instead
# expect: 4 1 Function has declared return type 'int' but can implicitly return None.
# expect: 6 3 type mismatch: str received for positional arg 'x', expected int
check('''
    from __static__ import int8, int64, uint64, cbool
    def f(a: int64, b: uint64, c: cbool, d):
        a + b
        x: int8 = 128
        a < d
        [a]
        print(c)
''')
# expect: 4 5 cannot add int64 and uint64
# expect: 5 15 type mismatch: Literal[128] cannot be assigned to int8
# expect: 6 5 can't compare int64 to dynamic
# expect: 7 6 type mismatch: int64 cannot be assigned to dynamic
# expect: 8 11 Call argument cannot be a primitive
check('''
    from typing import Optional
    class C:
        x: int
        def m(self, a: int) -> int:
            return a
    class D(C):
        def m(self, b: int) -> int:
            return b
    def f(c: Optional[C]) -> int:
        c.x
        if c is not None:
            c.x = 'text'
        return unknown
''')
# expect: 8 5 m.D.m overrides m.C.m inconsistently. Positional argument 2 named `a` is overridden as `b`
# expect: 11 5 'NoneType' object has no attribute 'x'
# expect: 13 9 type mismatch: str cannot be assigned to int
# expect: 14 12 Name `unknown` is not defined.
check('''
    from typing import Final, final
    X: Final[int] = 3
    X = 4
    @final
    class C: pass
    class D(C): pass
    def f(): pass
    def f(): pass
''')
# expect: 7 1 Class `m.D` cannot subclass a Final class: `m.C`
# expect: 9 1 function 'function m.f' conflicts with other member
# expect: 4 1 Cannot assign to a Final variable
# expect: 9 1 Cannot redefine local variable f
check('''
    def f(x: int | None) -> int:
        while x is None:
            x = 3
        return x
    def g(x: int | str) -> str:
        return x.upper() if isinstance(x, str) else str(x)
''')
# expect: fine

try:
    Compiler(StaticCodeGenerator).compile('m', 'm.py', ast.parse('def f(x: int):\n  reveal_type(x)\n'), '', 0)
except TypedSyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
# expect: reveal_type(x): 'int', 'x' has declared type 'int' and local type 'int' 2 3 2 17
