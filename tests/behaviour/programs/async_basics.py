# Coroutines without an event loop: await, send, throw, close, wrappers, never-awaited state, return values.
class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def inner(x):
    got = await Pause(('inner', x))
    return got, x * 2


async def outer():
    try:
        first = await inner(1)
        second = await inner(2)
        return first, second
    finally:
        print('outer ends')


c = outer()
print(type(c).__name__, c.send(None), c.send('a'))
# expect: coroutine ('inner', 1) ('inner', 2)
try:
    c.send('b')
except StopIteration as e:
    print(e.value, c.cr_frame, c.cr_running)
# expect: outer ends
# expect: (('a', 2), ('b', 4)) None False
c = outer()
c.send(None)
try:
    c.throw(ValueError('thrown in'))
except ValueError as e:
    print(e)
# expect: outer ends
# expect: thrown in
c = outer()
c.send(None)
c.close()
# expect: outer ends
try:
    c.send(None)
except RuntimeError as e:
    print(e)
# expect: cannot reuse already awaited coroutine
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as e:
        return e.value


async def comp():
    async def gen():
        for i in range(4):
            await Pause(i)
            yield i
    return [x async for x in gen() if x % 2], {x: await inner(x) async for x in gen()}, [await inner(i) for i in range(2)], sum([x async for x in gen()])


print(run(comp()))
# expect: ([1, 3], {0: (None, 0), 1: (None, 2), 2: (None, 4), 3: (None, 6)}, [(None, 0), (None, 2)], 6)
async def order():
    print('a', await inner(3) if True else None)
    x, y = await inner(1), await inner(2)
    return (await inner(9))[1] + y[1], f'{await inner(4)}', not await inner(0), [*(await inner(5))]


print(run(order()))
# expect: a (None, 6)
# expect: (22, '(None, 8)', False, [None, 10])
for text in ('async def f(): await 5', 'async def f(): await None', 'async def f():\n  async for x in [1]: pass', 'async def f():\n  async with 5: pass', 'async def f(): return [x async for x in 5]'):
    ns = {}
    exec(text, ns)
    try:
        run(ns['f']())
    except TypeError as e:
        print(e)
# expect: 'int' object can't be awaited
# expect: 'NoneType' object can't be awaited
# expect: 'async for' requires an object with __aiter__ method, got list
# expect: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: 'async for' requires an object with __aiter__ method, got int
import types, inspect
@types.coroutine
def old():
    return (yield 'old style')


async def uses():
    return await old()


u = uses()
print(u.send(None), inspect.iscoroutinefunction(uses), inspect.isawaitable(u), inspect.getcoroutinestate(u))
# expect: old style True True CORO_SUSPENDED
u.close()
for text in ('def f(): await x', 'async def f(): yield from x', 'def f(): [x async for x in y]', 'async def f():\n  yield 1\n  return 2', 'def f():\n  async with a: pass', 'async def f(): await', 'async x = 1', 'lambda: await x'):
    try:
        compile(text, '<t>', 'exec')
        print('compiles')
    except SyntaxError as e:
        print(e.msg)
# expect: 'await' outside async function
# expect: 'yield from' inside async function
# expect: asynchronous comprehension outside of an asynchronous function
# expect: 'return' with value in async generator
# expect: 'async with' outside async function
# expect: invalid syntax
# expect: invalid syntax
# expect: 'await' outside async function
