"""AsyncLazyValue: the result of a coroutine function that is run once, however many tasks await it."""

_NOT_STARTED, _RUNNING, _DONE = range(3)


class AsyncLazyValue:
    """Awaitable many times; the coroutine runs with the first await.

    Those who come while it runs wait for a future each, so that cancelling one of them leaves the others alone. Cancelling the first, whose
    stack the coroutine is on, or an exception of the coroutine, reaches all of them and makes the value as good as new.
    """

    def __init__(self, coro_func, /, *args, **kwargs):
        self._call = coro_func, args, kwargs
        self._state = _NOT_STARTED
        self._value = None
        self._waiting = []
        self._awaiting_tasks = 0

    async def _compute(self):
        function, args, kwargs = self._call
        try:
            self._value = value = await function(*args, **kwargs)
        except BaseException as e:
            waiting, self._waiting = self._waiting, []
            self._state = _NOT_STARTED
            for future in waiting:
                if not future.done():
                    if isinstance(e, (GeneratorExit, KeyboardInterrupt, SystemExit)):
                        future.cancel()
                    else:
                        future.set_exception(e)
            raise
        self._state = _DONE
        self._call = None
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(value)
        return value

    def _future(self, loop):
        import asyncio
        future = (loop or asyncio.get_running_loop()).create_future()
        self._waiting.append(future)
        self._awaiting_tasks += 1
        return future

    def _ready(self):
        return self._value
        yield

    def __await__(self):
        if self._state == _DONE:
            return self._ready()
        if self._state == _RUNNING:
            return self._future(None).__await__()
        self._state = _RUNNING
        return self._compute().__await__()

    def ensure_future(self, loop=None):
        """A future of the value in the loop; starts the coroutine as a task if nothing has."""
        import asyncio
        if self._state == _RUNNING:
            return self._future(loop)
        loop = loop or asyncio.get_running_loop()
        if self._state == _DONE:
            future = loop.create_future()
            future.set_result(self._value)
            return future
        self._state = _RUNNING
        return loop.create_task(self._compute())

    as_future = ensure_future
