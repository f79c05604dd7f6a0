# eval, exec and compile: namespaces, closures, modes, flags; locals() and globals() by PEP 667.
x = 'global'
print(eval('x + y', {'x': 1}, {'y': 2}), eval('[x for _ in range(1)]', {'x': 'g'}), eval(compile('1 + 1', 'f', 'eval')), eval('\t (lambda a: a * 2)(4)\n'))
# expect: 3 ['g'] 2 8
ns = {}
exec('def f(n): return n + offset\noffset = 10\nclass A: v = offset', ns)
print(ns['f'](1), ns['A'].v, sorted(k for k in ns if k[0] != '_'), '__builtins__' in ns, exec('1'))
# expect: 11 10 ['A', 'f', 'offset'] True None
def scope():
    a = 1
    exec('a = 2; b = 3')
    seen = locals()
    seen['c'] = 5
    snapshot = dict(locals())
    return a, 'b' in snapshot, 'c' in snapshot, sorted(snapshot), eval('a'), [locals() for _ in range(1)][0] == {'_': 0} or 'inlined'


print(scope())
# expect: (1, False, False, ['a', 'seen'], 1, 'inlined')
class Body:
    p = 1
    q = sorted(k for k in locals() if not k.startswith('__'))
    exec('r = p + 1')
    locals()['s'] = 9


print(Body.q, Body.r, Body.s)
# expect: ['p'] 2 9
class Mapping(dict):
    def __missing__(self, key):
        return f'<{key}>'


print(eval('a + b', {}, Mapping()), eval('len("abc")', {'__builtins__': {'len': lambda s: 'own'}}))
# expect: <a><b> own
try:
    eval('open', {'__builtins__': {}})
except NameError as e:
    print(e)
# expect: name 'open' is not defined
code = compile('y = 5; print(y)', '<single>', 'single')
exec(code)
# expect: 5
exec(compile('1 + 1; None; "s"', '<i>', 'single'))
# expect: 2
# expect: 's'
def closure():
    free = 'captured'
    def g(): return free
    return g


g = closure()
print(g.__code__.co_freevars, exec(g.__code__, closure=g.__closure__), type(g)(g.__code__, {}, 'copy', None, g.__closure__)())
# expect: ('free',) None captured
c = compile('a = 1\nb = a + 2', 'name.py', 'exec')
print(c.co_filename, c.co_name, c.co_names, c.co_consts[0], c.co_firstlineno, type(c).__name__, c.co_flags & 0x20)
# expect: name.py <module> ('a', 'b') 1 1 code 0
def sig(a, b=1, /, *c, d, **e):
    z = 1
k = sig.__code__
print(k.co_argcount, k.co_posonlyargcount, k.co_kwonlyargcount, k.co_varnames, k.co_nlocals, k.co_flags & 0xc, k.co_qualname, k.replace(co_name='new').co_name)
# expect: 2 2 1 ('a', 'b', 'd', 'c', 'e', 'z') 6 12 sig new
for text in ('eval("x = 1")', 'eval("")', 'exec("1 +")', 'compile("a", "f", "wrong")', 'eval(5)', 'compile("1", "f", "eval", flags=1 << 30)', 'exec(g.__code__)', 'eval("a; b")', 'compile("\\0", "f", "exec")', 'eval("1", 5)', 'exec("x", {}, 5)', 'eval(b"1 + 1") - 2 or 1/0', 'vars(5)', 'compile("x\\ny", "f", "single")'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, getattr(e, 'msg', e))
# expect: eval("x = 1") -> SyntaxError invalid syntax
# expect: eval("") -> SyntaxError invalid syntax
# expect: exec("1 +") -> SyntaxError invalid syntax
# expect: compile("a", "f", "wrong") -> ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: eval(5) -> TypeError eval() arg 1 must be a string, bytes or code object
# expect: compile("1", "f", "eval", flags=1 << 30) -> ValueError compile(): unrecognised flags
# expect: exec(g.__code__) -> TypeError code object requires a closure of exactly length 1
# expect: eval("a; b") -> SyntaxError invalid syntax
# expect: compile("\0", "f", "exec") -> SyntaxError source code string cannot contain null bytes
# expect: eval("1", 5) -> TypeError globals must be a dict
# expect: exec("x", {}, 5) -> TypeError locals must be a mapping or None, not int
# expect: eval(b"1 + 1") - 2 or 1/0 -> ZeroDivisionError division by zero
# expect: vars(5) -> TypeError vars() argument must have __dict__ attribute
# expect: compile("x\ny", "f", "single") -> SyntaxError multiple statements found while compiling a single statement
def frames():
    import sys
    f = sys._getframe()
    f.f_locals['made'] = 5
    value = 1
    f.f_locals['value'] = 2
    return value, f.f_code.co_name, f.f_back.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, 'made' in f.f_locals


print(frames())
# expect: (2, 'frames', '<module>', 6, True)
