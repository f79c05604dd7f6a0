"""next(iterator) in hot loops: items, ends with and without a value, iterators of Python, and what is none."""
import traceback


def counts(n):
    for i in range(n):
        yield i
    return 'end of ' + str(n)


class Own:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration('own')
        self.n -= 1
        return self.n


class Fails:
    def __next__(self):
        raise ValueError('no next')


def all_of(iterator):
    items = []
    while True:
        try:
            items.append(next(iterator))
        except StopIteration as e:
            return items, e.value


def first(iterator):
    return next(iterator)


for i in range(2000):
    all_of(iter([1, 2]))
    all_of(counts(i % 3))
    all_of(Own(2))
    first(iter('ab'))
print(all_of(iter((1, 2))), all_of(counts(2)), all_of(Own(2)), all_of(map(abs, [-1])), all_of(zip('ab', 'cd')))
# expect: ([1, 2], None) ([0, 1], 'end of 2') ([1, 0], 'own') ([1], None) ([('a', 'c'), ('b', 'd')], None)
done = counts(0)
print(all_of(done), all_of(done))
# expect: ([], 'end of 0') ([], None)


async def coroutine():
    return 1


def raises():
    yield 1
    raise KeyError('in a generator')


for make in coroutine, Fails, lambda: [1], lambda: iter([]), raises:
    o = make()
    try:
        print(first(o))
        print(first(o))
    except (TypeError, ValueError, StopIteration, KeyError) as e:
        print(type(e).__name__, e, [f.name for f in traceback.extract_tb(e.__traceback__)][1:])
    if make is coroutine:
        o.close()
# expect: TypeError 'coroutine' object is not an iterator ['first']
# expect: ValueError no next ['first', '__next__']
# expect: TypeError 'list' object is not an iterator ['first']
# expect: StopIteration  ['first']
# expect: 1
# expect: KeyError 'in a generator' ['first', 'raises']


def again():
    yield first(me)


me = again()
try:
    first(me)
except ValueError as e:
    print(e)
# expect: generator already executing
