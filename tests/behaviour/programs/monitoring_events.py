# sys.monitoring: events of calls, super(), branches of async for, StopIteration, throw(); callbacks that raise, disable, or jump.
import sys
mon = sys.monitoring
E = mon.events
TOOL = 3
mon.use_tool_id(TOOL, 'test')
seen = []


def watch(*names, only=None):
    seen.clear()
    events = 0
    for name in names:
        events |= getattr(E, name)
        mon.register_callback(TOOL, getattr(E, name), lambda code, *a, name=name: seen.append((name, code.co_name, *map(short, a if name.startswith('BRANCH') else a[1:]))) if only in (None, code.co_name) else None)
    mon.set_events(TOOL, events)


def short(v):
    return type(v).__name__ if isinstance(v, BaseException) else getattr(v, '__name__', None) if callable(v) else v if isinstance(v, int) else '-'


def done(*names):
    mon.set_events(TOOL, 0)
    for name in names:
        mon.register_callback(TOOL, getattr(E, name), None)
    for s in seen:
        print(*s)


class A:
    def m(self):
        return 1


class B(A):
    def m(self):
        return super().m()


b = B()
watch('CALL', 'C_RETURN', 'C_RAISE', only='m')
b.m()
done('CALL', 'C_RETURN', 'C_RAISE')
# expect: CALL m super -
# expect: C_RETURN m super -
# expect: CALL m m -


def counts():
    yield 1
    return 2


def outer():
    return (yield from counts())


watch('STOP_ITERATION', only='outer')
list(outer())
done('STOP_ITERATION')
# expect: STOP_ITERATION outer StopIteration


async def values():
    yield 1
    yield 2


async def loop():
    async for v in values():
        pass


watch('BRANCH_LEFT', 'BRANCH_RIGHT', only='loop')
try:
    loop().send(None)
except StopIteration:
    pass
done('BRANCH_LEFT', 'BRANCH_RIGHT')
# expect: BRANCH_LEFT loop 40 44
# expect: BRANCH_LEFT loop 40 44
# expect: BRANCH_RIGHT loop 40 56


def thrown():
    g = counts()
    next(g)
    try:
        g.throw(KeyError)
    except KeyError:
        pass


watch('PY_THROW', 'RAISE', 'PY_UNWIND', 'EXCEPTION_HANDLED')
thrown()
done('PY_THROW', 'RAISE', 'PY_UNWIND', 'EXCEPTION_HANDLED')
# expect: PY_THROW counts KeyError
# expect: RAISE counts KeyError
# expect: EXCEPTION_HANDLED counts KeyError
# expect: PY_UNWIND counts KeyError
# expect: RAISE thrown KeyError
# expect: EXCEPTION_HANDLED thrown KeyError


def handles():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'handled'


def refuse(code, offset, exception):
    if code is handles.__code__:
        raise ValueError('from the callback')


mon.register_callback(TOOL, E.EXCEPTION_HANDLED, refuse)
mon.set_events(TOOL, E.EXCEPTION_HANDLED)
try:
    handles()
except ValueError as e:
    mon.set_events(TOOL, 0)
    print(e)
# expect: from the callback
mon.set_events(TOOL, 0)
mon.set_local_events(TOOL, handles.__code__, E.BRANCH)
print(mon.get_local_events(TOOL, handles.__code__) == E.BRANCH_LEFT | E.BRANCH_RIGHT)
# expect: True
try:
    mon.set_events(TOOL, E.CALL | E.C_RETURN)
except ValueError as e:
    print(e)
# expect: cannot set C_RETURN or C_RAISE events independently
mon.free_tool_id(TOOL)
