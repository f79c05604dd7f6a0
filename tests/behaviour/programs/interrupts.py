"""What a signal's handler finds and does where it runs: behind the call during which the signal came, in the frame that made it."""
import _thread
import signal
import sys

seen = []


def ask():
    _thread.interrupt_main(signal.SIGUSR1)


def handle(action):
    signal.signal(signal.SIGUSR1, action)


# ---- it sees the frame as it stands

def note(number, frame):
    seen.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, {k: v for k, v in frame.f_locals.items() if k in 'in'}))


def count(n):
    total = 0
    for i in range(n):
        if i % 3 == 2:
            _thread.interrupt_main(signal.SIGUSR1)
        total += i
    return total


handle(note)
print([count(6) for _ in range(4)])
# expect: [15, 15, 15, 15]
print(len(seen), seen[-2:])
# expect: 8 [('count', 4, {'n': 6, 'i': 2}), ('count', 4, {'n': 6, 'i': 5})]


# ---- in a function that is called, with its callers behind it

def callers(number, frame):
    names = []
    while len(names) < 3 and names[-1:] != ['<module>']:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    seen.append(names)


def small(x):
    _thread.interrupt_main(signal.SIGUSR1)
    return x + 1


def calling(n):
    return sum([small(i) for i in range(n)]) + small(n)


handle(callers)
seen.clear()
print([calling(3) for _ in range(4)], seen[-1])
# expect: [10, 10, 10, 10] ['small', 'calling', '<module>']


# ---- what it raises is raised by that call

class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(frame.f_code.co_name)


def caught(n):
    out = []
    for i in range(n):
        try:
            if i % 2:
                _thread.interrupt_main(signal.SIGUSR1)
            out.append(i)
        except Stop as e:
            out.append(str(e))
        finally:
            out.append('f')
    return out


def passes_on(x):
    _thread.interrupt_main(signal.SIGUSR1)
    return x


def from_below(n):
    out = []
    for i in range(n):
        try:
            out.append(passes_on(i))
        except Stop as e:
            tb, depth = e.__traceback__, 0
            while tb is not None:
                tb, depth = tb.tb_next, depth + 1
            out.append((str(e), depth))
    return out


handle(stop)
for _ in range(4):
    result = caught(4), from_below(2)
print(*result)
# expect: [0, 'f', 'caught', 'f', 2, 'f', 'caught', 'f'] [('passes_on', 3), ('passes_on', 3)]


# ---- what it writes into the frame's locals is there behind the call

def write(number, frame):
    frame.f_locals['x'] = frame.f_locals['x'] * 100


def written(n):
    x = n
    for i in range(2):
        _thread.interrupt_main(signal.SIGUSR1)
        x += 1
    return x


handle(write)
print([written(n) for n in range(1, 5)])
# expect: [10101, 20101, 30101, 40101]


# ---- generators and coroutines

def items(n):
    for i in range(n):
        _thread.interrupt_main(signal.SIGUSR1)
        yield i * i


async def waiting(n):
    total = 0
    for i in range(n):
        _thread.interrupt_main(signal.SIGUSR1)
        total += await result_of(i)
    return total


async def result_of(x):
    _thread.interrupt_main(signal.SIGUSR1)
    return x


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as e:
        return e.value


handle(callers)
for _ in range(4):
    seen.clear()
    result = list(items(3)), run(waiting(2))
print(result, seen)
# expect: ([0, 1, 4], 1) [['items', '<module>'], ['items', '<module>'], ['items', '<module>'], ['waiting', 'run', '<module>'], ['result_of', 'waiting', 'run'], ['waiting', 'run', '<module>'], ['result_of', 'waiting', 'run']]


# ---- operators and attributes that run Python code

class Odd:
    def __add__(self, other):
        ask()
        return 'sum'

    def __lt__(self, other):
        ask()
        return True

    def __getattr__(self, name):
        ask()
        return name

    def __setattr__(self, name, value):
        ask()
        object.__setattr__(self, name, value)

    def __getitem__(self, key):
        ask()
        return key

    def __setitem__(self, key, value):
        ask()

    def __contains__(self, key):
        ask()
        return True

    def __bool__(self):
        ask()
        return True


def operations(o):
    o.a = 1
    o[0] = 1
    return o + 1, o < 1, o.b, o.a, o[3], 4 in o, not o


handle(lambda number, frame: seen.append(frame.f_code.co_name))
for _ in range(4):
    seen.clear()
    result = operations(Odd())
print(result, len(seen), set(seen))
# expect: ('sum', True, 'b', 1, 3, True, False) 8 {'ask'}


# ---- a tool that begins to look on there

def trace(frame, event, argument):
    seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def begin(number, frame):
    frame.f_trace = trace
    sys.settrace(trace)


def looked_at(n):
    x = n
    _thread.interrupt_main(signal.SIGUSR1)
    x += 1
    x *= 2
    sys.settrace(None)
    return x


handle(begin)
for _ in range(4):
    seen.clear()
    result = looked_at(3)
print(result, seen)
# expect: 8 [('line', 3), ('line', 4), ('line', 5)]
