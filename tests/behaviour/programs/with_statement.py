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
# expect: enter a
# expect: enter b
# expect: body a b
# expect: exit b None None False
# expect: exit a None None False
with (
    Manager('c') as c,
    Manager('d'),
):
    print(c)
# expect: enter c
# expect: enter d
# expect: c
# expect: exit d None None False
# expect: exit c None None False
with Manager('swallows', True):
    raise ValueError('gone')
# expect: enter swallows
# expect: exit swallows ValueError gone True
try:
    with Manager('outer'), Manager('inner'):
        raise KeyError('seen')
except KeyError as e:
    print('caught', e)
# expect: enter outer
# expect: enter inner
# expect: exit inner KeyError 'seen' True
# expect: exit outer KeyError 'seen' True
# expect: caught 'seen'
def early():
    with Manager('return'):
        return 'value'


print(early())
# expect: enter return
# expect: exit return None None False
# expect: value
for i in range(3):
    with Manager(i):
        if i == 0:
            continue
        break
# expect: enter 0
# expect: exit 0 None None False
# expect: enter 1
# expect: exit 1 None None False
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
# expect: in exit ValueError('in body')
with Manager('xyz') as [p, *q]:
    print(p, q)
# expect: enter xyz
# expect: x ['y', 'z']
# expect: exit xyz None None False
for text in ('with 5: pass', 'with object() as x: pass', 'with type("E", (), {"__enter__": lambda s: 1})(): pass', 'async def f():\n  with Manager("z") as m: return m\nprint(f().send(None))'):
    try:
        exec(text)
    except BaseException as e:
        print(type(e).__name__, e)
# expect: TypeError 'int' object does not support the context manager protocol (missed __exit__ method)
# expect: TypeError 'object' object does not support the context manager protocol (missed __exit__ method)
# expect: TypeError 'E' object does not support the context manager protocol (missed __exit__ method)
# expect: enter z
# expect: exit z None None False
# expect: StopIteration z
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
# expect: <p>
# expect: P
# expect: </p>
with suppress(ZeroDivisionError):
    1 / 0
with ExitStack() as stack:
    stack.enter_context(tag('one'))
    stack.callback(print, 'callback')
    stack.enter_context(tag('two'))
# expect: <one>
# expect: <two>
# expect: </two>
# expect: callback
# expect: </one>
@tag('deco')
def decorated():
    print('inside')


decorated()
# expect: <deco>
# expect: inside
# expect: </deco>
