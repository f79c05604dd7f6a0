# try, except, else, finally: matching order, tuples, names bound and unbound, re-raise, context and cause.
def attempt(action):
    try:
        result = action()
    except (ValueError, KeyError) as e:
        return 'value or key', e
    except ArithmeticError as e:
        return 'arithmetic', type(e).__name__
    except Exception:
        return 'other'
    else:
        return 'fine', result
    finally:
        print('finally', end=' ')


print(attempt(lambda: 1), attempt(lambda: int('x')), attempt(lambda: {}['k']), attempt(lambda: 1 / 0), attempt(lambda: [][0]))
# expect: finally finally finally finally finally ('fine', 1) ('value or key', ValueError("invalid literal for int() with base 10: 'x'")) ('value or key', KeyError('k')) ('arithmetic', 'ZeroDivisionError') other
try:
    1 / 0
except ZeroDivisionError as e:
    kept = e
print('e' in globals(), kept, kept.__traceback__.tb_next, kept.args)
# expect: False division by zero None ('division by zero',)
try:
    try:
        {}['first']
    except KeyError:
        int('second')
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
# expect: KeyError('first') None False
try:
    try:
        {}['first']
    except KeyError as k:
        raise RuntimeError('third') from k
except RuntimeError as e:
    print(repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
# expect: KeyError('first') True True
try:
    try:
        raise ValueError('a')
    except ValueError:
        raise RuntimeError('b') from None
except RuntimeError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
# expect: None ValueError('a') True
try:
    try:
        raise OSError(2, 'No such thing', 'file.txt')
    except OSError as e:
        print(e, e.errno, e.filename, type(e).__name__, e.args)
        raise
except FileNotFoundError as again:
    print('again', again.strerror)
# expect: [Errno 2] No such thing: 'file.txt' 2 file.txt FileNotFoundError (2, 'No such thing')
# expect: again No such thing
class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f'code {self.code}'


e = Custom(5, 'x')
e.add_note('a note')
print(e, repr(e), e.args, e.__notes__, isinstance(e, Exception), Exception('a', 1), repr(Exception('a', 1)), str(Exception()), repr(ValueError()), str(KeyError('k')), BaseException.__subclasses__()[0].__name__)
# expect: code 5 Custom(5, 'x') (5, 'x') ['a note'] True ('a', 1) Exception('a', 1)  ValueError() 'k' BaseExceptionGroup
for action in ('raise', 'raise 5', 'raise ValueError from 5', 'raise Custom', 'raise int', 'raise NotImplemented', 'try: 1/0\nexcept 5: pass', 'try: 1/0\nexcept (ValueError, "x"): pass', 'raise StopIteration(3)', 'assert 0', 'assert [], "message"', 'raise KeyError("a", "b")', 'raise SystemExit', 'raise UnicodeDecodeError("ascii", b"x", 0, 1, "why")', 'import nope', 'from sys import nope', 'nope', 'import os.nope', '(1).nope', 'None.nope = 1', 'int.nope', 'del nope', 'object().x = 1', 'int.x = 1', '"a".b', 'import sys; sys.nope'):
    try:
        exec(action)
    except BaseException as e:
        print(repr(action), '->', type(e).__name__, e)
# expect: 'raise' -> RuntimeError No active exception to reraise
# expect: 'raise 5' -> TypeError exceptions must derive from BaseException
# expect: 'raise ValueError from 5' -> TypeError exception causes must derive from BaseException
# expect: 'raise Custom' -> TypeError Custom.__init__() missing 1 required positional argument: 'code'
# expect: 'raise int' -> TypeError exceptions must derive from BaseException
# expect: 'raise NotImplemented' -> TypeError exceptions must derive from BaseException
# expect: 'try: 1/0\nexcept 5: pass' -> TypeError catching classes that do not inherit from BaseException is not allowed
# expect: 'try: 1/0\nexcept (ValueError, "x"): pass' -> TypeError catching classes that do not inherit from BaseException is not allowed
# expect: 'raise StopIteration(3)' -> StopIteration 3
# expect: 'assert 0' -> AssertionError
# expect: 'assert [], "message"' -> AssertionError message
# expect: 'raise KeyError("a", "b")' -> KeyError ('a', 'b')
# expect: 'raise SystemExit' -> SystemExit
# expect: 'raise UnicodeDecodeError("ascii", b"x", 0, 1, "why")' -> UnicodeDecodeError 'ascii' codec can't decode byte 0x78 in position 0: why
# expect: 'import nope' -> ModuleNotFoundError No module named 'nope'
# expect: 'from sys import nope' -> ImportError cannot import name 'nope' from 'sys' (unknown location)
# expect: 'nope' -> NameError name 'nope' is not defined
# expect: 'import os.nope' -> ModuleNotFoundError No module named 'os.nope'; 'os' is not a package
# expect: '(1).nope' -> AttributeError 'int' object has no attribute 'nope'
# expect: 'None.nope = 1' -> AttributeError 'NoneType' object has no attribute 'nope' and no __dict__ for setting new attributes
# expect: 'int.nope' -> AttributeError type object 'int' has no attribute 'nope'
# expect: 'del nope' -> NameError name 'nope' is not defined
# expect: 'object().x = 1' -> AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: 'int.x = 1' -> TypeError cannot set 'x' attribute of immutable type 'int'
# expect: '"a".b' -> AttributeError 'str' object has no attribute 'b'
# expect: 'import sys; sys.nope' -> AttributeError module 'sys' has no attribute 'nope'
def gen_context():
    try:
        yield 1
    except ValueError as v:
        raise KeyError('in generator') from v


g = gen_context()
next(g)
try:
    g.throw(ValueError('thrown'))
except KeyError as e:
    print(repr(e), repr(e.__cause__))
# expect: KeyError('in generator') ValueError('thrown')
try:
    raise ExceptionGroup('g', [ValueError(1)])
except Exception as e:
    print(repr(e))
# expect: ExceptionGroup('g', [ValueError(1)])
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exception(), sys.exc_info()[0].__name__)
# expect: division by zero ZeroDivisionError
print(sys.exception(), sys.exc_info())
# expect: None (None, None, None)
