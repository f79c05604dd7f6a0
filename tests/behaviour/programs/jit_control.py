# only: tuff
# cinderx.jit from Python, whatever the JIT is set to.
import contextlib
import io
import cinderx.jit as jit

jit.enable()
jit.background_compile(False)


def add(a, b):
    return a + b


print(jit.is_enabled(), jit.force_compile(add) or jit.is_jit_compiled(add))
# expect: True True
print(sum(add(i, 1) for i in range(100)), jit.is_jit_compiled(add))
# expect: 5050 True

with jit.pause(deopt_all=True):
    print(jit.is_enabled(), jit.is_jit_compiled(add), add(2, 3))
# expect: False False 5
    with jit.pause():
        print(jit.is_enabled(), jit.is_jit_compiled(add), jit.force_compile(add))
# expect: False False False
    print(jit.is_enabled(), jit.is_jit_compiled(add))
# expect: False False
print(jit.is_enabled(), jit.is_jit_compiled(add), add(2, 3))
# expect: True True 5

with jit.pause():
    print(jit.is_jit_compiled(add))
# expect: True
    with jit.pause(deopt_all=True):
        print(jit.is_jit_compiled(add))
# expect: False
    print(jit.is_enabled(), jit.is_jit_compiled(add))
# expect: False True
print(jit.is_enabled())
# expect: True


@jit.jit_suppress
def suppressed():
    return 1


try:
    jit.force_compile(suppressed)
except RuntimeError as e:
    print(e, e.__notes__)
# expect: PYJIT_RESULT_CANNOT_SPECIALIZE ['suppressed stays interpreted: jit_suppress() was called for it']
print(jit.jit_unsuppress(suppressed) is suppressed, jit.force_compile(suppressed), suppressed())
# expect: True True 1

for show in jit.disassemble, jit.print_hir:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        show(add)
    text = out.getvalue()
    print('class dev/tuff/jit/Unit$add' in text, 'unit add@' in text)
# expect: True False
# expect: False True

# What was changed while it was compiled is seen.
def scale(x):
    return x * factor


def calls_scale(x):
    return scale(x) + 1


factor = 2
print([calls_scale(i) for i in range(5)])
# expect: [1, 3, 5, 7, 9]
jit.force_compile(calls_scale)
print(calls_scale(10))
# expect: 21
factor = 2.5
print(calls_scale(10))
# expect: 26.0
scale.__code__ = (lambda x: 'new').__code__
try:
    calls_scale(10)
except TypeError as e:
    print(e)
# expect: can only concatenate str (not "int") to str
print(jit.get_allocator_stats()['classes'] > 0, add in jit.get_compiled_functions(), jit.why_not_compiled(add))
# expect: True True None
