"""What generators, coroutines and async generators raise goes through compiled loops, yield from, await and async for: handlers, tracebacks, closing."""
import sys
import traceback


def failing(n):
    for i in range(n):
        yield i
    raise KeyError(n)


def through(n):
    got = 0
    try:
        for i in failing(n):
            got += i
    except KeyError as e:
        return got, e.args
    return 'no error'


def delegating(n):
    try:
        yield from failing(n)
    except KeyError:
        yield 'handled'
        raise ValueError('other') from None


def lines(e):
    return [(f.name, f.line) for f in traceback.extract_tb(e.__traceback__)]


def where(n):
    try:
        return list(delegating(n))
    except ValueError as e:
        return lines(e)


def looped(n):
    try:
        for i in delegating(n):
            last = i
    except ValueError as e:
        return last, lines(e)


class Once:
    def __await__(self):
        got = yield self
        if got == 'fail':
            raise LookupError('sent')
        return got


async def asked(wanted):
    try:
        return await Once()
    finally:
        wanted.append(sys.exception())


async def asking(wanted):
    try:
        return await asked(wanted)
    except LookupError as e:
        return lines(e)


def drive(coroutine, value):
    coroutine.send(None)
    try:
        coroutine.send(value)
    except StopIteration as e:
        return e.value
    return 'not ended'


async def counted(n):
    for i in range(n):
        yield i
    if n % 7 == 6:
        raise RuntimeError(n)


async def collected(n):
    out = []
    try:
        async for x in counted(n):
            out.append(x)
        else:
            out.append('end')
    except RuntimeError as e:
        out.append(lines(e))
    return out


async def comprehended(n):
    return [x async for x in counted(n)]


def result(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value
    except RuntimeError as e:
        return 'raised', lines(e)


async def again():
    agen = counted(1)
    out = [await anext(agen)]
    for _ in range(2):
        try:
            await agen.__anext__()
        except StopAsyncIteration as e:
            out.append(repr(e))
    return out


def stops():
    yield 1
    raise StopIteration('inside')


def turned():
    try:
        for _ in stops():
            pass
    except RuntimeError as e:
        return str(e), repr(e.__cause__), lines(e)


for turn in range(400):
    seen = (through(turn % 5), where(turn % 3), looped(turn % 3), result(collected(turn % 8)), result(comprehended(turn % 8)), result(again()), turned())
    wanted = []
    seen += (drive(asking(wanted), 'fail' if turn % 2 else turn), [repr(e) for e in wanted])
    if turn in (0, 13, 200, 398, 399):
        for part in seen:
            print(turn, part)
# expect: 0 (0, (0,))
# expect: 0 [('where', 'return list(delegating(n))'), ('delegating', "raise ValueError('other') from None")]
# expect: 0 ('handled', [('looped', 'for i in delegating(n):'), ('delegating', "raise ValueError('other') from None")])
# expect: 0 ['end']
# expect: 0 []
# expect: 0 [0, 'StopAsyncIteration()', 'StopAsyncIteration()']
# expect: 0 ('generator raised StopIteration', "StopIteration('inside')", [('turned', 'for _ in stops():')])
# expect: 0 0
# expect: 0 ['None']
# expect: 13 (3, (3,))
# expect: 13 [('where', 'return list(delegating(n))'), ('delegating', "raise ValueError('other') from None")]
# expect: 13 ('handled', [('looped', 'for i in delegating(n):'), ('delegating', "raise ValueError('other') from None")])
# expect: 13 [0, 1, 2, 3, 4, 'end']
# expect: 13 [0, 1, 2, 3, 4]
# expect: 13 [0, 'StopAsyncIteration()', 'StopAsyncIteration()']
# expect: 13 ('generator raised StopIteration', "StopIteration('inside')", [('turned', 'for _ in stops():')])
# expect: 13 [('asking', 'return await asked(wanted)'), ('asked', 'return await Once()'), ('__await__', "raise LookupError('sent')")]
# expect: 13 ["LookupError('sent')"]
# expect: 200 (0, (0,))
# expect: 200 [('where', 'return list(delegating(n))'), ('delegating', "raise ValueError('other') from None")]
# expect: 200 ('handled', [('looped', 'for i in delegating(n):'), ('delegating', "raise ValueError('other') from None")])
# expect: 200 ['end']
# expect: 200 []
# expect: 200 [0, 'StopAsyncIteration()', 'StopAsyncIteration()']
# expect: 200 ('generator raised StopIteration', "StopIteration('inside')", [('turned', 'for _ in stops():')])
# expect: 200 200
# expect: 200 ['None']
# expect: 398 (3, (3,))
# expect: 398 [('where', 'return list(delegating(n))'), ('delegating', "raise ValueError('other') from None")]
# expect: 398 ('handled', [('looped', 'for i in delegating(n):'), ('delegating', "raise ValueError('other') from None")])
# expect: 398 [0, 1, 2, 3, 4, 5, [('collected', 'async for x in counted(n):'), ('counted', 'raise RuntimeError(n)')]]
# expect: 398 ('raised', [('result', 'coroutine.send(None)'), ('comprehended', 'return [x async for x in counted(n)]'), ('counted', 'raise RuntimeError(n)')])
# expect: 398 [0, 'StopAsyncIteration()', 'StopAsyncIteration()']
# expect: 398 ('generator raised StopIteration', "StopIteration('inside')", [('turned', 'for _ in stops():')])
# expect: 398 398
# expect: 398 ['None']
# expect: 399 (6, (4,))
# expect: 399 [('where', 'return list(delegating(n))'), ('delegating', "raise ValueError('other') from None")]
# expect: 399 ('handled', [('looped', 'for i in delegating(n):'), ('delegating', "raise ValueError('other') from None")])
# expect: 399 [0, 1, 2, 3, 4, 5, 6, 'end']
# expect: 399 [0, 1, 2, 3, 4, 5, 6]
# expect: 399 [0, 'StopAsyncIteration()', 'StopAsyncIteration()']
# expect: 399 ('generator raised StopIteration', "StopIteration('inside')", [('turned', 'for _ in stops():')])
# expect: 399 [('asking', 'return await asked(wanted)'), ('asked', 'return await Once()'), ('__await__', "raise LookupError('sent')")]
# expect: 399 ["LookupError('sent')"]
