"""Coroutines: an own round-robin scheduler over async functions, async generators and context managers, no event loop."""
from collections import deque

SIZES = {'full': (1200, (4602283840, 40160, 9600)), 'quick': (30, (69496, 848, 240))}


class Yield:
    def __await__(self):
        return (yield self)


class Channel:
    def __init__(self, limit):
        self.items = deque()
        self.limit = limit

    async def put(self, item):
        while len(self.items) >= self.limit:
            await Yield()
        self.items.append(item)

    async def get(self):
        while not self.items:
            await Yield()
        return self.items.popleft()


class Section:
    entered = 0

    async def __aenter__(self):
        Section.entered += 1
        await Yield()
        return self

    async def __aexit__(self, *error):
        return False


async def countdown(n):
    for i in range(n, 0, -1):
        if i % 4 == 0:
            await Yield()
        yield i


async def produce(channel, n):
    for i in range(n):
        await channel.put(i)
    await channel.put(None)


async def square(source, sink):
    while (item := await source.get()) is not None:
        await sink.put(item * item)
    await sink.put(None)


async def consume(channel, totals):
    total = 0
    while (item := await channel.get()) is not None:
        total += item
        async with Section():
            total += sum([x async for x in countdown(item % 5)])
    totals.append(total)


def schedule(coroutines):
    ready = deque(coroutines)
    turns = 0
    while ready:
        coroutine = ready.popleft()
        try:
            coroutine.send(None)
        except StopIteration:
            continue
        ready.append(coroutine)
        turns += 1
    return turns


def run(n):
    Section.entered = 0
    totals, tasks = [], []
    for k in range(8):
        a, b = Channel(4), Channel(2 + k)
        tasks += [produce(a, n), square(a, b), consume(b, totals)]
    turns = schedule(tasks)
    return sum(totals), turns, Section.entered
