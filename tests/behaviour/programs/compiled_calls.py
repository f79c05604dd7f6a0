"""Calls, frames, exceptions and generators in code that has become hot: what can be seen of them is the same in every tier."""
import contextlib
import gc
import sys
import weakref


class Adder:
    def apply(self, x, y=2):
        return x + y


class Multiplier(Adder):
    def apply(self, x, y=3):
        return x * y


class Counter:
    def __init__(self, start, step=5, name=None):
        self.start = start
        self.step = step
        self.name = name

    def apply(self, x, y=4):
        return x - y


def triple(a, b=1, c=2):
    return (a, b, c)


def calls(n):
    total = 0
    objects = [Adder(), Multiplier(), Counter(1), Counter(2, name='n'), Counter(step=1, start=9)]
    for i in range(n):
        o = objects[i % 5]
        total += o.apply(i) + o.apply(x=i) + o.apply(i, y=1)
        a, b, c = triple(i, c=4)
        total += a + b + c
        bound = o.apply
        total += bound(3)
        total += Counter(i, name=total).step
    return total


for _ in range(3):
    calls(2000)
print(calls(2000))
# expect: 9609200

# defaults and code replaced under compiled callers
Adder.apply.__defaults__ = (10,)
print(calls(2000))
# expect: 9618800
triple.__code__ = (lambda a, b=1, c=2: (c, b, a)).__code__
print(calls(2000))
# expect: 9618800


def wrong():
    texts = []
    for call in (lambda: triple(), lambda: triple(1, d=2), lambda: triple(1, 2, 3, 4), lambda: triple(1, a=2), lambda: Counter()):
        try:
            call()
        except TypeError as e:
            texts.append(str(e))
    return texts


for _ in range(3):
    wrong()
for text in wrong():
    print(text)
# expect: triple() missing 1 required positional argument: 'a'
# expect: triple() got an unexpected keyword argument 'd'
# expect: triple() takes from 1 to 3 positional arguments but 4 were given
# expect: triple() got multiple values for argument 'a'
# expect: Counter.__init__() missing 1 required positional argument: 'start'


# frames are there when somebody looks, in inlined calls too
def look(x):
    if x == 2999:
        frame = sys._getframe()
        caller = frame.f_back
        return sorted(frame.f_locals), caller.f_code.co_name, caller.f_locals['i'], caller.f_lineno - caller.f_code.co_firstlineno
    return x


def looking(n):
    seen = None
    for i in range(n):
        seen = look(i)
    return seen


for _ in range(3):
    looking(1000)
print(looking(3000))
# expect: (['caller', 'frame', 'x'], 'looking', 2999, 3)


def set_from_below(x):
    if x == 1500:
        sys._getframe(1).f_locals['shift'] = 100
    return x


def shifted(n):
    shift = 0
    total = 0
    for i in range(n):
        total += set_from_below(i) + shift
    return total


print(shifted(1000), shifted(1000), shifted(3000))
# expect: 499500 499500 4648500


# exceptions: through inlined calls, handled in the loop, with their tracebacks
def divide(a, b):
    return a / b


def outcomes(n):
    count = lines = 0
    for i in range(n):
        try:
            divide(i, i % 50)
        except ZeroDivisionError as e:
            traceback = e.__traceback__
            while traceback:
                lines += traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno
                traceback = traceback.tb_next
        else:
            count += 1
        finally:
            count += 1
    return count, lines


for _ in range(3):
    outcomes(1000)
print(outcomes(2000))
# expect: (3960, 200)


def endless(n):
    return endless(n + 1)


for _ in range(3):
    try:
        endless(0)
    except RecursionError as e:
        print(e)
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded


def nested(i):
    try:
        try:
            if i % 3 == 0:
                raise KeyError(i)
            if i % 3 == 1:
                raise ValueError(i)
        except KeyError as e:
            raise LookupError('from key') from e
        finally:
            i += 1
    except LookupError as e:
        return repr(e.__cause__), e.__context__ is e.__cause__
    except ValueError as e:
        return repr(e), sys.exception() is e
    return i, sys.exception()


for i in range(2000):
    nested(i)
print(nested(0), nested(1), nested(2))
# expect: ('KeyError(0)', True) ('ValueError(1)', True) (3, None)


# generators
def numbers(n):
    received = 0
    for i in range(n):
        got = yield i + received
        if got:
            received += got
    return received


def relay(n):
    result = yield from numbers(n)
    yield 'end', result


def guarded(log):
    try:
        while True:
            try:
                yield len(log)
            except ValueError as e:
                log.append(str(e))
    finally:
        log.append('closed')


print(sum(x for x in numbers(3000)), sum(1 for _ in relay(2000)))
# expect: 4498500 2001
g = relay(3000)
next(g)
values = [g.send(k % 3) for k in range(2999)]
print(values[:5], values[-2:], next(g))
# expect: [1, 3, 6, 7, 9] [5995, 5997] ('end', 2998)
log = []
g = guarded(log)
next(g)
for k in range(1500):
    g.throw(ValueError(str(k))) if k % 500 == 0 else next(g)
g.close()
print(log)
# expect: ['0', '500', '1000', 'closed']


async def leaf(i):
    return i * 2


async def tree(n):
    total = 0
    for i in range(n):
        total += await leaf(i)
    return total


for _ in range(3):
    try:
        tree(1000).send(None)
    except StopIteration as e:
        print(e.value)
# expect: 999000
# expect: 999000
# expect: 999000


# tools that begin to look on
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ('traced', 'divide'):
        events.append((event, frame.f_code.co_name))
    return tracer


def traced(n):
    total = 0.0
    for i in range(n):
        if i == n - 2:
            sys.settrace(tracer)
        total += divide(i, 2)
    sys.settrace(None)
    return total


traced(2000)
events.clear()
print(traced(2000), events.count(('call', 'divide')), events.count(('line', 'divide')), events.count(('return', 'divide')))
# expect: 999500.0 2 2 2


# ints where there were floats: the kind of the result follows the operands
def square(x):
    return x * x


def squares():
    return [square(x) for x in (3, 3.0, 3.0, 4, 2.5, 5, True, 2**40)]


for _ in range(700):
    squares()
print(squares())
# expect: [9, 9.0, 9.0, 16, 6.25, 25, 1, 1208925819614629174706176]


def fresh():
    def product(x, y):
        return x * y + x - y

    return [product(3, 2), product(3.0, 2.0), product(3, 2), product(3, 2.0), product(x=3, y=2), product(2.0, 3)]


for _ in range(3):
    print(fresh())
# expect: [7, 7.0, 7, 7.0, 7, 5.0]
# expect: [7, 7.0, 7, 7.0, 7, 5.0]
# expect: [7, 7.0, 7, 7.0, 7, 5.0]


# a finally clause that is never reached at the end of its try block
def left_early():
    for i in range(3):
        try:
            continue
        finally:
            yield i


for _ in range(3):
    print(list(left_early()))
# expect: [0, 1, 2]
# expect: [0, 1, 2]
# expect: [0, 1, 2]


# objects die when nobody has them, whatever compiled code had in its hands
class Mortal:
    pass


def deleted():
    mortal = Mortal()
    reference = weakref.ref(mortal)
    del mortal
    gc.collect()
    return reference()


def taken(mortal):
    reference = weakref.ref(mortal)
    del mortal
    gc.collect()
    return reference


def handed_over():
    return taken(Mortal())()


def handled():
    try:
        raise ValueError
    except ValueError as error:
        error.mortal = Mortal()
        reference = weakref.ref(error.mortal)
    gc.collect()
    return reference()


def yielded():
    for mortal in (Mortal() for _ in range(2)):
        reference = weakref.ref(mortal)
    mortal = None
    gc.collect()
    return reference()


known = weakref.WeakKeyDictionary()


def note(mortal):
    known[mortal] = True


def lent():
    mortal = Mortal()
    note(mortal)
    reference = weakref.ref(mortal)
    del mortal
    gc.collect()
    return reference()


alive = []
for _ in range(10):
    alive.append((deleted(), handed_over(), handled(), yielded(), lent()))
print(set(alive))
# expect: {(None, None, None, None, None)}


# what comes after a call of a function that always raises is never reached
def refuse(key):
    raise LookupError(key)


@contextlib.contextmanager
def tolerant():
    try:
        yield
    except LookupError:
        pass


def attempts(keys, known):
    found = []
    try:
        for key in keys:
            with tolerant():
                try:
                    value = known[key]
                except KeyError:
                    refuse(key)
                else:
                    found.append(value)
    finally:
        found.append(len(keys))
    return found


for _ in range(6):
    tries = [attempts('xyz', {}), attempts('xyz', {'y': 1})]
print(tries)
# expect: [[3], [1, 3]]
