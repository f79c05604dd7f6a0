# asyncio: tasks, gather, queues, timeouts, cancellation, task groups, locks, running threads, sub-results in order.
import asyncio
async def work(name, delay, log):
    log.append(f'{name} starts')
    await asyncio.sleep(delay)
    log.append(f'{name} ends')
    return name


async def main():
    log = []
    print(await asyncio.gather(work('a', 0.4, log), work('b', 0.1, log)))
    print(log)
    t = asyncio.create_task(work('c', 10, log))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled', t.cancelled(), t.done())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print('timeout')
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e:
        print('wait_for', type(e).__name__)
    async def fails(kind):
        await asyncio.sleep(0)
        raise kind('from task')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError))
            group.create_task(fails(KeyError))
            group.create_task(asyncio.sleep(10))
    except* ValueError as e:
        print('group value', e.exceptions)
    except* KeyError as e:
        print('group key', e.exceptions)
    print(await asyncio.gather(fails(OSError), work('d', 0, []), return_exceptions=True))
    queue = asyncio.Queue(2)
    async def producer():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)
    task = asyncio.create_task(producer())
    got = []
    while (item := await queue.get()) is not None:
        got.append(item)
    print(got, task.done() or await task is None)
    lock, order = asyncio.Lock(), []
    async def locked(i):
        async with lock:
            order.append(i)
            await asyncio.sleep(0)
    await asyncio.gather(*(locked(i) for i in range(3)))
    print(order, await asyncio.to_thread(sum, [1, 2, 3]))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 'from callback')
    print(await future)
    done, pending = await asyncio.wait([asyncio.create_task(work(x, d, [])) for x, d in (('fast', 0), ('slow', 5))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    for t in pending:
        t.cancel()
    return 42


print(asyncio.run(main()))
# expect: ['a', 'b']
# expect: ['a starts', 'b starts', 'b ends', 'a ends']
# expect: cancelled True True
# expect: timeout
# expect: wait_for TimeoutError
# expect: group value (ValueError('from task'),)
# expect: group key (KeyError('from task'),)
# expect: [OSError('from task'), 'd']
# expect: [0, 1, 2, 3, 4] True
# expect: [0, 1, 2] 6
# expect: from callback
# expect: 1 1 ['fast']
# expect: 42
import contextvars
var = contextvars.ContextVar('var', default='unset')
async def child():
    before = var.get()
    var.set('child')
    return before, var.get()


async def parent():
    var.set('parent')
    return await asyncio.create_task(child()), var.get()


print(asyncio.run(parent()), var.get())
# expect: (('parent', 'child'), 'parent') unset
try:
    asyncio.run(5)
except (ValueError, TypeError) as e:
    print(type(e).__name__)
# expect: TypeError
