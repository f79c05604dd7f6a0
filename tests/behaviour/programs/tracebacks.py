# Traceback text: anchors, chains, notes, recursion, syntax errors, suggestions; the traceback module on live exceptions.
import io, traceback, sys
def show(action, *args):
    try:
        action(*args)
    except BaseException as e:
        lines = traceback.format_exception(e)
        print(''.join(line for line in lines).replace(__file__, 'FILE'), end='')


def divide(a, b):
    return a / b


def chained():
    try:
        divide(1, 0)
    except ZeroDivisionError as e:
        raise ValueError('bad input') from e


def during():
    try:
        {}['k']
    except KeyError:
        undefined_name


def noted():
    e = RuntimeError('with notes')
    e.add_note('first\nsecond line')
    raise e


def multi():
    return divide(
        1,
        0,
    ) + 1


def anchors(d, x):
    return (d['a']['b'] + x.y.z(1, 2)[3]) * d['c']['missing']['deep']


def recurse(n):
    if n == 0:
        raise OverflowError('bottom')
    recurse(n - 1)


for action in (chained, during, noted, multi):
    show(action)
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 17, in chained
# expect:     divide(1, 0)
# expect:     ~~~~~~^^^^^^
# expect:   File "FILE", line 12, in divide
# expect:     return a / b
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 19, in chained
# expect:     raise ValueError('bad input') from e
# expect: ValueError: bad input
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 24, in during
# expect:     {}['k']
# expect:     ~~^^^^^
# expect: KeyError: 'k'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 26, in during
# expect:     undefined_name
# expect: NameError: name 'undefined_name' is not defined
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 32, in noted
# expect:     raise e
# expect: RuntimeError: with notes
# expect: first
# expect: second line
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 36, in multi
# expect:     return divide(
# expect:            ~~~~~~^
# expect:         1,
# expect:         ^^
# expect:         0,
# expect:         ^^
# expect:     ) + 1
# expect:     ^
# expect:   File "FILE", line 12, in divide
# expect:     return a / b
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
show(anchors, {'a': {'b': 1}}, None)
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 43, in anchors
# expect:     return (d['a']['b'] + x.y.z(1, 2)[3]) * d['c']['missing']['deep']
# expect:                           ^^^
# expect: AttributeError: 'NoneType' object has no attribute 'y'
show(recurse, 6)
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 49, in recurse
# expect:     recurse(n - 1)
# expect:     ~~~~~~~^^^^^^^
# expect:   File "FILE", line 49, in recurse
# expect:     recurse(n - 1)
# expect:     ~~~~~~~^^^^^^^
# expect:   File "FILE", line 49, in recurse
# expect:     recurse(n - 1)
# expect:     ~~~~~~~^^^^^^^
# expect:   [Previous line repeated 3 more times]
# expect:   File "FILE", line 48, in recurse
# expect:     raise OverflowError('bottom')
# expect: OverflowError: bottom
show(lambda: [x / 0 for x in (1,)])
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "FILE", line 140, in <lambda>
# expect:     show(lambda: [x / 0 for x in (1,)])
# expect:                   ~~^~~
# expect: ZeroDivisionError: division by zero
show(eval, '1 +')
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "<string>", line 1
# expect:     1 +
# expect: SyntaxError: invalid syntax
show(exec, 'def f():\n  return 1\n   bad indent')
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "<string>", line 3
# expect:     bad indent
# expect: IndentationError: unexpected indent
show(compile, 'a b', 'file.py', 'exec')
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 5, in show
# expect:     action(*args)
# expect:     ~~~~~~^^^^^^^
# expect:   File "file.py", line 1
# expect:     a b
# expect:       ^
# expect: SyntaxError: invalid syntax
try:
    divide(1, 0)
except ZeroDivisionError as e:
    tb = e.__traceback__
    print([(f.name, f.line) for f in traceback.extract_tb(tb)], tb.tb_next.tb_frame.f_code.co_name, traceback.format_exception_only(e), len(traceback.format_tb(tb)))
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type_str, str(te), len(te.stack))
# expect: [('<module>', 'divide(1, 0)'), ('divide', 'return a / b')] divide ['ZeroDivisionError: division by zero\n'] 2
# expect: ZeroDivisionError division by zero 2
out = io.StringIO()
def inner():
    traceback.print_stack(limit=1, file=out)


inner()
print(out.getvalue().splitlines()[-1])
# expect:     traceback.print_stack(limit=1, file=out)
class Weird(Exception):
    def __str__(self): raise ValueError('no str')


class Quiet(Exception):
    pass


Quiet.__module__ = 'some.module'
for e in (Weird(), Quiet(), Quiet('text'), KeyError('k'), SystemExit(3), ValueError('multi\nline'), AssertionError(), OSError(2, 'gone', 'f'), UnicodeEncodeError('ascii', 'é', 0, 1, 'why')):
    print(traceback.format_exception_only(e))
# expect: ['Weird: <exception str() failed>\n']
# expect: ['some.module.Quiet\n']
# expect: ['some.module.Quiet: text\n']
# expect: ["KeyError: 'k'\n"]
# expect: ['SystemExit: 3\n']
# expect: ['ValueError: multi\nline\n']
# expect: ['AssertionError\n']
# expect: ["FileNotFoundError: [Errno 2] gone: 'f'\n"]
# expect: ["UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: why\n"]
