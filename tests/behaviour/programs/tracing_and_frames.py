# sys.settrace, setprofile, sys.monitoring basics, frames, recursion limit, sys attributes.
import sys
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_name in ('traced', 'helper', 'gen'):
        events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def helper(x):
    return x + 1


def gen():
    yield 1


def traced():
    a = helper(1)
    for i in range(2):
        a += i
    try:
        raise ValueError
    except ValueError:
        pass
    list(gen())
    return a


sys.settrace(tracer)
traced()
sys.settrace(None)
print(events)
# expect: [('call', 'traced', 0), ('line', 'traced', 1), ('call', 'helper', 0), ('line', 'helper', 1), ('return', 'helper', 1), ('line', 'traced', 2), ('line', 'traced', 3), ('line', 'traced', 2), ('line', 'traced', 3), ('line', 'traced', 2), ('line', 'traced', 4), ('line', 'traced', 5), ('exception', 'traced', 5), ('line', 'traced', 6), ('line', 'traced', 7), ('line', 'traced', 8), ('call', 'gen', 0), ('line', 'gen', 1), ('return', 'gen', 1), ('call', 'gen', 1), ('return', 'gen', 1), ('line', 'traced', 9), ('return', 'traced', 9)]
calls = []
sys.setprofile(lambda f, e, a: calls.append((e, f.f_code.co_name)) if f.f_code.co_name in ('helper', 'traced') else None)
helper(5)
sys.setprofile(None)
print(calls, sys.gettrace(), sys.getprofile())
# expect: [('call', 'helper'), ('return', 'helper')] None None
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


limit = sys.getrecursionlimit()
print(limit, deep(500))
# expect: 1000 500
try:
    deep(limit * 2)
except RecursionError as e:
    print(e)
# expect: maximum recursion depth exceeded
sys.setrecursionlimit(5000)
print(deep(4000))
# expect: 4000
try:
    deep(10 ** 6)
except RecursionError as e:
    print(type(e).__name__)
# expect: RecursionError
sys.setrecursionlimit(limit)
class Deep:
    def __repr__(self): return repr(self)
    def __getattr__(self, n): return getattr(self, n)
    def __eq__(self, o): return self == o


for action in (lambda: repr(Deep()), lambda: Deep().x, lambda: Deep() == 1):
    try:
        action()
    except RecursionError as e:
        print('recursion')
# expect: recursion
# expect: recursion
# expect: recursion
nested = []
for _ in range(100000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as e:
    print('repr stops')
# expect: repr stops
del nested
mon = sys.monitoring
seen = []
mon.use_tool_id(3, 'test')
mon.register_callback(3, mon.events.PY_START, lambda code, offset: seen.append(('start', code.co_name)))
mon.register_callback(3, mon.events.PY_RETURN, lambda code, offset, value: seen.append(('return', code.co_name, value)))
mon.set_events(3, mon.events.PY_START | mon.events.PY_RETURN)
helper(1)
mon.set_events(3, 0)
mon.free_tool_id(3)
print([s for s in seen if s[1] == 'helper'], mon.get_tool(3))
# expect: [('start', 'helper'), ('return', 'helper', 2)] None
print(sys.version_info[:2], sys.byteorder, sys.maxsize == 2 ** 63 - 1, sys.float_info.max, sys.int_info.bits_per_digit > 0, sys.getdefaultencoding(), sys.platform == 'linux', sys.flags.optimize, sys.hash_info.width, sys.intern('a b') == 'a b', sys.implementation.name != '', sys.getfilesystemencoding(), sys.stdin.__class__.__name__)
# expect: (3, 14) little True 1.7976931348623157e+308 True utf-8 True 0 64 True True utf-8 TextIOWrapper
