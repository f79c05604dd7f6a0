# Generators: laziness, state, return values, exhaustion, close, throw, send, gi_ attributes, finally on close.
def count(n):
    print('start')
    try:
        for i in range(n):
            got = yield i
            if got:
                print('got', got)
    finally:
        print('cleanup', n)
    return 'done'


g = count(3)
print(type(g).__name__, next(g), g.send('hello'), next(g), g.gi_frame is not None, g.gi_running)
# expect: start
# expect: got hello
# expect: generator 0 1 2 True False
try:
    next(g)
except StopIteration as e:
    print('stop', e.value, g.gi_frame)
# expect: cleanup 3
# expect: stop done None
print(next(g, 'empty'), list(g))
# expect: empty []
g = count(5)
next(g)
# expect: start
g.close()
# expect: cleanup 5
g.close()
def stubborn():
    while True:
        try:
            yield 1
        except ValueError as e:
            print('swallowed', e)
            yield 'after'
        except GeneratorExit:
            print('refuses')
            yield 2


g = stubborn()
print(next(g), g.throw(ValueError('v')), next(g))
# expect: swallowed v
# expect: 1 after 1
try:
    g.close()
except RuntimeError as e:
    print(e)
# expect: refuses
# expect: generator ignored GeneratorExit
def raising():
    yield 1
    raise StopIteration('leak')


try:
    list(raising())
except RuntimeError as e:
    print(e, repr(e.__cause__))
# expect: generator raised StopIteration StopIteration('leak')
g = count(1)
try:
    g.send(1)
except TypeError as e:
    print(e)
# expect: can't send non-None value to a just-started generator
def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)
# expect: generator already executing
def both():
    x = yield
    while x is not None:
        x = yield x * 2
    return


b = both()
print(next(b), b.send(4), b.send(5), sum(i for i in range(5)), max((len(w), w) for w in ['aa', 'b']), next(i for i in (7,)))
# expect: None 8 10 10 (2, 'aa') 7
