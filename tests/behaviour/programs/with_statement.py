# Context managers: order, suppression, errors inside enter and exit, several in parentheses, async-less protocol errors.
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind and kind.__name__, value, trace is not None)
        return self.swallow


with Manager('a') as a, Manager('b') as b:
    print('body', a, b)
with (
    Manager('c') as c,
    Manager('d'),
):
    print(c)
with Manager('swallows', True):
    raise ValueError('gone')
try:
    with Manager('outer'), Manager('inner'):
        raise KeyError('seen')
except KeyError as e:
    print('caught', e)
def early():
    with Manager('return'):
        return 'value'


print(early())
for i in range(3):
    with Manager(i):
        if i == 0:
            continue
        break
class BadExit:
    def __enter__(self):
        return self

    def __exit__(self, *e):
        raise RuntimeError('in exit')


try:
    with BadExit():
        raise ValueError('in body')
except RuntimeError as e:
    print(e, repr(e.__context__))
with Manager('t') as (x, *y) if False else Manager('xyz') as [p, *q]:
    print(p, q)
for text in ('with 5: pass', 'with object() as x: pass', 'with type("E", (), {"__enter__": lambda s: 1})(): pass', 'async def f():\n  with Manager("z") as m: return m\nprint(f().send(None))'):
    try:
        exec(text)
    except BaseException as e:
        print(type(e).__name__, e)
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout
@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    finally:
        print(f'</{name}>')


with tag('p') as t:
    print(t)
with suppress(ZeroDivisionError):
    1 / 0
with ExitStack() as stack:
    stack.enter_context(tag('one'))
    stack.callback(print, 'callback')
    stack.enter_context(tag('two'))
@tag('deco')
def decorated():
    print('inside')


decorated()
