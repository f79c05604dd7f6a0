# Loops with else, break, continue, nested finally; pass; del; ellipsis; conditional imports.
for i in range(3):
    if i == 1:
        continue
    print('for', i)
else:
    print('no break')
# expect: for 0
# expect: for 2
# expect: no break
while True:
    break
else:
    print('never')
for i in []:
    pass
else:
    print('empty', 'i' in globals())
# expect: empty True
def finder(items, want):
    for index, item in enumerate(items):
        if item == want:
            break
    else:
        return 'missing'
    return index


print(finder('abc', 'b'), finder('abc', 'z'))
# expect: 1 missing
def flow():
    for i in range(5):
        try:
            if i == 0:
                continue
            if i == 3:
                break
            print('body', i)
        finally:
            print('finally', i)
    else:
        print('not here')
    while i:
        i -= 1
        try:
            try:
                return i
            finally:
                print('inner')
        finally:
            print('outer')


print(flow())
# expect: finally 0
# expect: body 1
# expect: finally 1
# expect: body 2
# expect: finally 2
# expect: finally 3
# expect: inner
# expect: outer
# expect: 2
def override():
    try:
        return 'try'
    finally:
        for _ in range(1):
            pass


def nested(n):
    for a in range(n):
        for b in range(n):
            if b > a:
                break
            if (a + b) % 2:
                continue
            yield a, b


print(override(), list(nested(4)), ... is Ellipsis, (lambda: ...)())
# expect: try [(0, 0), (1, 1), (2, 0), (2, 2), (3, 1), (3, 3)] True Ellipsis
x = [1, 2, 3]
for item in x:
    if item < 3:
        x.append(item + 10)
    if len(x) > 6:
        break
print(x)
# expect: [1, 2, 3, 11, 12]
i = 10
for i in range(2): pass
print(i)
# expect: 1
for text in ('break', 'continue', 'return 1', 'def f():\n  break', 'class A:\n  return', 'while 1:\n  def f():\n    continue', 'for i in x:\n  class B:\n    break', 'yield 1', 'await x', 'async with a: pass', 'def f():\n  async for i in x: pass', 'if x:\npass', '  x = 1', 'if 1:\n    a\n  b', 'else: pass', 'try: pass', 'if x = 1: pass', 'while x\n  pass', 'def f(:\n  pass', 'print "a"', 'exec "a"', 'a b', 'a = ', 'x = (1,\ny = 2', ')', '"abc', "'''abc", 'f(a for a in b, c)', 'f(a=1, 2)', 'f(**a, *b)', 'f(a=1, a=2)', 'def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(**k, a): pass', 'class A(x for x in y): pass', 'import', 'from x import', 'from . import *x', 'from x import (a, b', 'raise x from', 'assert', 'del', 'global', 'a ? b', 'a $ b', '1__0', '0777', '1_', '0b12', '1.e', '0xg', 'a!', '\\', 'lambda: (yield) = 1', 'match x:\n  case a | b: pass', 'match x:\n  case a: pass\n  case b: pass', 'except: pass', 'try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass', 'try:\n  pass\nexcept* A:\n  pass\nexcept B:\n  pass', 'not = 1', 'async = 1', 'x = yield = 1', 'from __future__ import nope', 'a = 1\nfrom __future__ import division', 'not x = 1', 'for x in range(10)\n  pass', 'elif x: pass', 'return', 'class C:\npass', 'with open(x) as f\n  pass', '{1: 2, 3}', '{1, 2: 3}', '{1:}', '[1, 2', 'f(', '(1, 2]', 'f"{a"', 'b"é"', '"\\N{nope}"', 'x = 5 if y', 'x.1', '1.x', 'a.', '@', '@a', 'a <> b', 'a === b', 'a && b', '!a', 'a++', 'i--', 'x = {a b}', 'True = False', 'def None(): pass', 'class True: pass', 'f(None=1)', 'f(x.y=1)', 'lambda a, a: 1', 'def f(None): pass', 'try:\n  pass\nfinally:\n  pass\nelse:\n  pass'):
    try:
        compile(text, '<t>', 'exec')
        print(repr(text), 'compiles')
    except SyntaxError as e:
        print(repr(text), '->', type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
# expect: 'break' -> SyntaxError 'break' outside loop 1 1 6
# expect: 'continue' -> SyntaxError 'continue' not properly in loop 1 1 9
# expect: 'return 1' -> SyntaxError 'return' outside function 1 1 9
# expect: 'def f():\n  break' -> SyntaxError 'break' outside loop 2 3 8
# expect: 'class A:\n  return' -> SyntaxError 'return' outside function 2 3 9
# expect: 'while 1:\n  def f():\n    continue' -> SyntaxError 'continue' not properly in loop 3 5 13
# expect: 'for i in x:\n  class B:\n    break' -> SyntaxError 'break' outside loop 3 5 10
# expect: 'yield 1' -> SyntaxError 'yield' outside function 1 1 8
# expect: 'await x' -> SyntaxError 'await' outside function 1 1 8
# expect: 'async with a: pass' -> SyntaxError 'async with' outside async function 1 1 19
# expect: 'def f():\n  async for i in x: pass' -> SyntaxError 'async for' outside async function 2 3 25
# expect: 'if x:\npass' -> IndentationError expected an indented block after 'if' statement on line 1 2 1 5
# expect: '  x = 1' -> IndentationError unexpected indent 1 2 -1
# expect: 'if 1:\n    a\n  b' -> IndentationError unindent does not match any outer indentation level 3 4 -1
# expect: 'else: pass' -> SyntaxError invalid syntax 1 1 5
# expect: 'try: pass' -> SyntaxError expected 'except' or 'finally' block 1 10 -1
# expect: 'if x = 1: pass' -> SyntaxError invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 4 9
# expect: 'while x\n  pass' -> SyntaxError expected ':' 1 8 9
# expect: 'def f(:\n  pass' -> SyntaxError invalid syntax 1 7 8
# expect: 'print "a"' -> SyntaxError Missing parentheses in call to 'print'. Did you mean print(...)? 1 1 10
# expect: 'exec "a"' -> SyntaxError Missing parentheses in call to 'exec'. Did you mean exec(...)? 1 1 9
# expect: 'a b' -> SyntaxError invalid syntax 1 3 4
# expect: 'a = ' -> SyntaxError invalid syntax 1 5 6
# expect: 'x = (1,\ny = 2' -> SyntaxError '(' was never closed 1 5 0
# expect: ')' -> SyntaxError unmatched ')' 1 1 1
# expect: '"abc' -> SyntaxError unterminated string literal (detected at line 1) 1 1 1
# expect: "'''abc" -> SyntaxError unterminated triple-quoted string literal (detected at line 1) 1 1 1
# expect: 'f(a for a in b, c)' -> SyntaxError Generator expression must be parenthesized 1 3 15
# expect: 'f(a=1, 2)' -> SyntaxError positional argument follows keyword argument 1 9 10
# expect: 'f(**a, *b)' -> SyntaxError iterable argument unpacking follows keyword argument unpacking 1 6 10
# expect: 'f(a=1, a=2)' -> SyntaxError keyword argument repeated: a 1 8 11
# expect: 'def f(a, a): pass' -> SyntaxError duplicate argument 'a' in function definition 1 10 11
# expect: 'def f(a=1, b): pass' -> SyntaxError parameter without a default follows parameter with a default 1 12 13
# expect: 'def f(*): pass' -> SyntaxError named arguments must follow bare * 1 7 8
# expect: 'def f(**k, a): pass' -> SyntaxError arguments cannot follow var-keyword argument 1 12 13
# expect: 'class A(x for x in y): pass' -> SyntaxError invalid syntax 1 11 14
# expect: 'import' -> SyntaxError Expected one or more names after 'import' 1 7 7
# expect: 'from x import' -> SyntaxError Expected one or more names after 'import' 1 14 14
# expect: 'from . import *x' -> SyntaxError invalid syntax 1 16 17
# expect: 'from x import (a, b' -> SyntaxError '(' was never closed 1 15 0
# expect: 'raise x from' -> SyntaxError invalid syntax 1 13 14
# expect: 'assert' -> SyntaxError invalid syntax 1 7 8
# expect: 'del' -> SyntaxError invalid syntax 1 4 5
# expect: 'global' -> SyntaxError invalid syntax 1 7 8
# expect: 'a ? b' -> SyntaxError invalid syntax 1 3 4
# expect: 'a $ b' -> SyntaxError invalid syntax 1 3 4
# expect: '1__0' -> SyntaxError invalid decimal literal 1 2 2
# expect: '0777' -> SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1 1 2
# expect: '1_' -> SyntaxError invalid decimal literal 1 2 2
# expect: '0b12' -> SyntaxError invalid digit '2' in binary literal 1 4 4
# expect: '1.e' -> SyntaxError invalid decimal literal 1 2 2
# expect: '0xg' -> SyntaxError invalid hexadecimal literal 1 2 2
# expect: 'a!' -> SyntaxError invalid syntax 1 2 3
# expect: '\\' -> SyntaxError unexpected EOF while parsing 1 2 -1
# expect: 'lambda: (yield) = 1' -> SyntaxError cannot assign to lambda 1 1 16
# expect: 'match x:\n  case a | b: pass' -> SyntaxError name capture 'a' makes remaining patterns unreachable 2 8 9
# expect: 'match x:\n  case a: pass\n  case b: pass' -> SyntaxError name capture 'a' makes remaining patterns unreachable 2 8 9
# expect: 'except: pass' -> SyntaxError invalid syntax 1 1 7
# expect: 'try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass' -> SyntaxError default 'except:' must be last 3 1 7
# expect: 'try:\n  pass\nexcept* A:\n  pass\nexcept B:\n  pass' -> SyntaxError cannot have both 'except' and 'except*' on the same 'try' 5 1 7
# expect: 'not = 1' -> SyntaxError invalid syntax 1 5 6
# expect: 'async = 1' -> SyntaxError invalid syntax 1 7 8
# expect: 'x = yield = 1' -> SyntaxError assignment to yield expression not possible 1 5 10
# expect: 'from __future__ import nope' -> SyntaxError future feature nope is not defined 1 24 28
# expect: 'a = 1\nfrom __future__ import division' -> SyntaxError from __future__ imports must occur at the beginning of the file 2 1 32
# expect: 'not x = 1' -> SyntaxError cannot assign to expression 1 1 6
# expect: 'for x in range(10)\n  pass' -> SyntaxError expected ':' 1 19 20
# expect: 'elif x: pass' -> SyntaxError invalid syntax 1 1 5
# expect: 'return' -> SyntaxError 'return' outside function 1 1 7
# expect: 'class C:\npass' -> IndentationError expected an indented block after class definition on line 1 2 1 5
# expect: 'with open(x) as f\n  pass' -> SyntaxError expected ':' 1 18 19
# expect: '{1: 2, 3}' -> SyntaxError ':' expected after dictionary key 1 8 0
# expect: '{1, 2: 3}' -> SyntaxError invalid syntax 1 6 7
# expect: '{1:}' -> SyntaxError expression expected after dictionary key and ':' 1 3 4
# expect: '[1, 2' -> SyntaxError '[' was never closed 1 1 0
# expect: 'f(' -> SyntaxError '(' was never closed 1 2 0
# expect: '(1, 2]' -> SyntaxError closing parenthesis ']' does not match opening parenthesis '(' 1 6 6
# expect: 'f"{a"' -> SyntaxError f-string: expecting '}' 1 5 5
# expect: 'b"é"' -> SyntaxError bytes can only contain ASCII literal characters 1 1 5
# expect: '"\\N{nope}"' -> SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name 1 1 11
# expect: 'x = 5 if y' -> SyntaxError expected 'else' after 'if' expression 1 5 11
# expect: 'x.1' -> SyntaxError invalid syntax 1 2 4
# expect: '1.x' -> SyntaxError invalid decimal literal 1 2 2
# expect: 'a.' -> SyntaxError invalid syntax 1 3 4
# expect: '@' -> SyntaxError invalid syntax 1 2 3
# expect: '@a' -> SyntaxError invalid syntax 1 0 0
# expect: 'a <> b' -> SyntaxError invalid syntax.  Maybe you meant '!=' instead of '<>'? 1 3 5
# expect: 'a === b' -> SyntaxError invalid syntax 1 5 6
# expect: 'a && b' -> SyntaxError invalid syntax 1 4 5
# expect: '!a' -> SyntaxError invalid syntax 1 1 2
# expect: 'a++' -> SyntaxError invalid syntax 1 4 5
# expect: 'i--' -> SyntaxError invalid syntax 1 4 5
# expect: 'x = {a b}' -> SyntaxError invalid syntax. Perhaps you forgot a comma? 1 6 9
# expect: 'True = False' -> SyntaxError cannot assign to True 1 1 5
# expect: 'def None(): pass' -> SyntaxError invalid syntax 1 5 9
# expect: 'class True: pass' -> SyntaxError invalid syntax 1 7 11
# expect: 'f(None=1)' -> SyntaxError cannot assign to None 1 3 8
# expect: 'f(x.y=1)' -> SyntaxError expression cannot contain assignment, perhaps you meant "=="? 1 3 7
# expect: 'lambda a, a: 1' -> SyntaxError duplicate argument 'a' in function definition 1 11 12
# expect: 'def f(None): pass' -> SyntaxError invalid syntax 1 7 11
# expect: 'try:\n  pass\nfinally:\n  pass\nelse:\n  pass' -> SyntaxError invalid syntax 5 1 5
