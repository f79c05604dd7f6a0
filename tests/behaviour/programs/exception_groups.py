# except*: splitting groups by type, nesting, re-raising the rest, naked exceptions, derived groups.
def handle(error):
    log = []
    try:
        try:
            raise error
        except* ValueError as g:
            log.append(('value', type(g).__name__, [str(x) for x in g.exceptions]))
        except* (KeyError, TypeError) as g:
            log.append(('key/type', len(g.exceptions)))
        else:
            log.append('else')
        finally:
            log.append('finally')
    except BaseException as rest:
        log.append(('rest', repr(rest)))
    return log


print(handle(ExceptionGroup('g', [ValueError('a'), KeyError('b'), OSError('c')])))
# expect: [('value', 'ExceptionGroup', ['a']), ('key/type', 1), 'finally', ('rest', "ExceptionGroup('g', [OSError('c')])")]
print(handle(ValueError('naked')))
# expect: [('value', 'ExceptionGroup', ['naked']), 'finally']
print(handle(OSError('unhandled')))
# expect: ['finally', ('rest', "OSError('unhandled')")]
print(handle(ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(1), TypeError(2)]), ValueError(3)])))
# expect: [('value', 'ExceptionGroup', ['inner (1 sub-exception)', '3']), ('key/type', 1), 'finally']
group = ExceptionGroup('top', [ValueError(1), ExceptionGroup('sub', [KeyError(2), ValueError(3)])])
match, rest = group.split(ValueError)
print(match, match.exceptions, rest, rest.exceptions, group.subgroup(lambda e: isinstance(e, KeyError)), group.message, group.subgroup(OSError))
# expect: top (2 sub-exceptions) (ValueError(1), ExceptionGroup('sub', [ValueError(3)])) top (1 sub-exception) (ExceptionGroup('sub', [KeyError(2)]),) top (1 sub-exception) top None
class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message + '!', excs)


print(repr(MyGroup('mine', [ValueError(1), KeyError(2)]).subgroup(KeyError)))
# expect: MyGroup('mine!', [KeyError(2)])
try:
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError('new')
except BaseExceptionGroup as g:
    print(repr(g))
# expect: ExceptionGroup('', [KeyError('new'), ExceptionGroup('eg', [TypeError(2)])])
for text in ('ExceptionGroup("a", [])', 'ExceptionGroup("a", [1])', 'ExceptionGroup("a", [KeyboardInterrupt()])', 'BaseExceptionGroup("a", [KeyboardInterrupt()])', 'BaseExceptionGroup("a", [ValueError()])', 'ExceptionGroup("a")', 'ExceptionGroup(1, [ValueError()])'):
    try:
        print(repr(eval(text)))
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: BaseExceptionGroup('a', [KeyboardInterrupt()])
# expect: ExceptionGroup('a', [ValueError()])
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
def early():
    for _ in range(2):
        try:
            raise ExceptionGroup('x', [ValueError()])
        except* ValueError:
            x = 1
    return x


print(early())
# expect: 1
import traceback
try:
    raise ExceptionGroup('shown', [ValueError('one'), ExceptionGroup('nested', [TypeError('two')])])
except ExceptionGroup as g:
    print(''.join(traceback.format_exception_only(g)), end='')
# expect: ExceptionGroup: shown (2 sub-exceptions)
