# Delegation: values, send, throw, close and return pass through; over plain iterables too.
def inner():
    try:
        x = yield 1
        print('inner got', x)
        y = yield 2
        print('inner got', y)
    except KeyError as e:
        print('inner caught', e)
        yield 'recovered'
    finally:
        print('inner closes')
    return 'inner result'


def outer():
    result = yield from inner()
    print('result', result)
    yield from 'ab'
    yield from [3, 4]
    return (yield from ())


g = outer()
print(next(g), g.send('one'), g.throw(KeyError('k')))
# expect: inner got one
# expect: inner caught 'k'
# expect: 1 2 recovered
print(list(g))
# expect: inner closes
# expect: result inner result
# expect: ['a', 'b', 3, 4]
g = outer()
next(g)
g.close()
# expect: inner closes
def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


print(list(flatten([1, [2, [3, [[4]], 5]], [], 6])))
# expect: [1, 2, 3, 4, 5, 6]
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(100)), list(deep(3)))
# expect: 5050 [0, 1, 2, 3]
def bad():
    yield from 5


try:
    next(bad())
except TypeError as e:
    print(e)
# expect: 'int' object is not iterable


def over_range():
    try:
        yield from range(3)
    finally:
        print('left')


g = over_range()
print(next(g))
try:
    g.throw(ValueError('thrown'))
except ValueError as e:
    print('out', e, g.gi_frame)
# expect: 0
# expect: left
# expect: out thrown None
