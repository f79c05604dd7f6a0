# Async generators: iteration, asend, athrow, aclose, finalisation, async for with else, async with, aiter and anext.
import asyncio
log = []
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                log.append(got)
            await asyncio.sleep(0)
    except ValueError as e:
        log.append(('caught', str(e)))
        yield 'after'
    finally:
        log.append('closed')


class Resource:
    async def __aenter__(self):
        log.append('enter')
        return self

    async def __aexit__(self, kind, value, tb):
        log.append(('exit', kind and kind.__name__))
        return kind is KeyError


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    async for x in agen(2):
        log.append(x)
    else:
        log.append('else')
    g = agen(3)
    print(await g.asend(None), await g.asend('sent'), await g.athrow(ValueError('thrown')), await anext(g, 'default'))
    g = agen(3)
    await anext(g)
    await g.aclose()
    async for x in Count(3):
        if x == 1:
            break
    print([x async for x in Count(3)], await anext(aiter(Count(1))), await anext(Count(0), 'none'))
    async with Resource() as r, Resource():
        raise KeyError('swallowed')
    try:
        async with Resource():
            1 / 0
    except ZeroDivisionError as e:
        log.append(str(e))
    try:
        await anext(Count(0))
    except StopAsyncIteration:
        log.append('stopped')
    g = agen(1)
    try:
        await g.asend('too early')
    except TypeError as e:
        print(e)
    print(type(g).__name__, g.ag_frame is not None, hasattr(g, 'asend'))
    return 'result'


print(asyncio.run(main()))
# expect: 0 1 after default
# expect: [2, 1, 0] 0 none
# expect: can't send non-None value to a just-started async generator
# expect: async_generator True True
# expect: result
print(log)
# expect: [0, 1, 'closed', 'else', 'sent', ('caught', 'thrown'), 'closed', 'closed', 'enter', 'enter', ('exit', 'KeyError'), ('exit', None), 'enter', ('exit', 'ZeroDivisionError'), 'division by zero', 'stopped']
