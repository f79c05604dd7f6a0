# What is left to do when a suspended generator, a coroutine, a future or a task is lost: done at the latest by gc.collect().
import asyncio
import gc
import warnings


def steps(name):
    try:
        yield 1
    finally:
        print('closed', name)


def leave_early():
    for _ in steps('loop'):
        break


leave_early()
# expect: closed loop
gc.collect()


def in_a_cycle():
    held = []
    generator = steps('cycle')
    held.append((next(generator), generator, held))


in_a_cycle()
gc.collect()
# expect: closed cycle


async def forgotten():
    pass


def forget():
    kept = forgotten()
    kept = None


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    forgotten()
    print([str(w.message) for w in caught])
    forget()
    gc.collect()
    print(len(caught))
    forgotten().close()
    asyncio.run(forgotten())
    gc.collect()
    print(len(caught))
# expect: ["coroutine 'forgotten' was never awaited"]
# expect: 2
# expect: 2


async def main():
    messages = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: messages.append(context['message']))

    def fail():
        asyncio.Future().set_exception(ValueError('nobody asks'))

    async def waits():
        await asyncio.Future()

    fail()
    gc.collect()
    asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
    print(messages)


asyncio.run(main())
# expect: ['Future exception was never retrieved', 'Task was destroyed but it is pending!']


# what waits for another generator closes that one, whoever still has it

def delegates(inner):
    yield from inner


def lose(inner):
    for _ in delegates(delegates(inner)):
        break


kept = steps('what was kept')
lose(kept)
# expect: closed what was kept
gc.collect()
print(list(kept))
# expect: []


class Once:
    def __await__(self):
        yield 1


async def inside(name):
    try:
        await Once()
    finally:
        print('closed', name)


async def around(inner):
    await inner


def lose_coroutine(inner):
    around(around(inner)).send(None)


waiting = inside('a coroutine that was kept')
lose_coroutine(waiting)
# expect: closed a coroutine that was kept
gc.collect()
try:
    waiting.send(None)
except RuntimeError as e:
    print(e)
# expect: cannot reuse already awaited coroutine
