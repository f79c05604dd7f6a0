"""Awaitables whose results are checked: what functions return that have taken the place of static coroutine functions."""
from _static import _check_awaited


class awaitable_wrapper:
    """Awaits another object, as a coroutine does; its result must be of the type that a descriptor names.

    What cannot be awaited counts as its own result: tests often have a mock return that.
    """

    def __init__(self, result, descriptor, name):
        self._steps = self._run(result, descriptor, name)

    @staticmethod
    async def _run(result, descriptor, name):
        if hasattr(result, '__await__'):
            result = await result
        return _check_awaited(descriptor, name, result)

    def __await__(self):
        return self._steps.__await__()

    def send(self, value):
        return self._steps.send(value)

    def throw(self, *error):
        return self._steps.throw(*error)

    def close(self):
        self._steps.close()


awaitable_wrapper.__module__ = '_static'
