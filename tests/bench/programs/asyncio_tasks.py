"""asyncio: many tasks over queues, events, locks, gather and timeouts on the library's event loop."""
import asyncio

SIZES = {'full': (6000, (35994000, 81, 600)), 'quick': (20, (380, 81, 2))}


async def worker(queue, results, lock):
    while True:
        job = await queue.get()
        if job is None:
            return
        await asyncio.sleep(0)
        async with lock:
            results.append(job * 2)


async def fan_out(depth):
    if depth == 0:
        await asyncio.sleep(0)
        return 1
    return sum(await asyncio.gather(*[fan_out(depth - 1) for _ in range(3)]))


async def main(n):
    queue, results, lock = asyncio.Queue(16), [], asyncio.Lock()
    workers = [asyncio.create_task(worker(queue, results, lock)) for _ in range(5)]
    for i in range(n):
        await queue.put(i)
    for _ in workers:
        await queue.put(None)
    await asyncio.gather(*workers)
    leaves = await fan_out(4)
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(n // 10)]
    await asyncio.sleep(0)
    event.set()
    set_by = sum(await asyncio.gather(*waiters))
    async with asyncio.timeout(30):
        await asyncio.sleep(0)
    return sum(results), leaves, set_by


def run(n):
    return asyncio.run(main(n))
