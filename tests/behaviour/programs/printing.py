# print, repr and str of everything, pprint, sys.stdout, format of floats in containers, help-like attributes.
import io, pprint, sys
print(1, 'a', None, sep='|', end='!\n')
# expect: 1|a|None!
print()
# expect:
print(*[1, 2], sep='')
# expect: 12
print('to a stream', file=sys.stdout, flush=True)
# expect: to a stream
out = io.StringIO()
print('x', 1.0, [1.0, 'é\n'], {'a': (1,)}, file=out)
print(repr(out.getvalue()))
# expect: "x 1.0 [1.0, 'é\\n'] {'a': (1,)}\n"
print([1.0, 1e100, -0.0, 'q"', "q'", b'\x00', None, ..., int, len, print, range(2), slice(1), {1}, (), frozenset(), 1j, True, type, object, ValueError('v'), NotImplemented])
# expect: [1.0, 1e+100, -0.0, 'q"', "q'", b'\x00', None, Ellipsis, <class 'int'>, <built-in function len>, <built-in function print>, range(0, 2), slice(None, 1, None), {1}, (), frozenset(), 1j, True, <class 'type'>, <class 'object'>, ValueError('v'), NotImplemented]
print(str(b'x'), repr('tab\t'), ascii('é'), str([['nested']]), repr(type('T', (), {})), str(ValueError), repr(sys.flags)[:18], str(sys.version_info)[:16])
# expect: b'x' 'tab\t' '\xe9' [['nested']] <class '__main__.T'> <class 'ValueError'> sys.flags(debug=0, sys.version_info
class R:
    def __repr__(self): return 'R()'


class S(R):
    def __str__(self): return 'S!'


print(R(), S(), [S()], f'{S()} {S()!r}', '%s %r' % (S(), S()), str(R()), {R(): S()} == {}, (S(),))
# expect: R() S! [R()] S! R() S! R() R() False (R(),)
pprint.pprint({'key%d' % i: list(range(12)) for i in range(3)}, width=60)
# expect: {'key0': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
# expect:  'key1': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
# expect:  'key2': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}
pprint.pprint([{'b': 1, 'a': (1,)}, 'text ' * 20], width=40)
# expect: [{'a': (1,), 'b': 1},
# expect:  'text text text text text text text '
# expect:  'text text text text text text text '
# expect:  'text text text text text text ']
loop = {}
loop['me'] = [loop]
print(loop, pprint.pformat((1,)), pprint.saferepr('x'))
# expect: {'me': [{...}]} (1,) 'x'
sys.stdout.write('written\n')
# expect: written
print(len.__name__, len.__doc__ is not None, print.__self__.__name__, int.__doc__ is not None, str.join.__name__, str.join.__objclass__, [].append.__self__, (1).__add__(2), int.__add__(1, 2), str.__len__('abc'), type(str.join).__name__, type([].append).__name__, type(int.__add__).__name__, type(int.real).__name__, dict.fromkeys.__self__)
# expect: len True builtins True join <class 'str'> [] 3 3 3 method_descriptor builtin_function_or_method wrapper_descriptor getset_descriptor <class 'dict'>
for text in ('print(sep=1)', 'print(1, sepp="")', 'print(file=5)', 'print(end=[])', 'input', 'repr()', 'str(1, 2, 3, 4)', 'ascii()'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: print(sep=1) -> TypeError sep must be None or a string, not int
# expect: print(1, sepp="") -> TypeError print() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?
# expect: print(file=5) -> AttributeError 'int' object has no attribute 'write'
# expect: print(end=[]) -> TypeError end must be None or a string, not list
# expect: <built-in function input>
# expect: repr() -> TypeError repr() takes exactly one argument (0 given)
# expect: str(1, 2, 3, 4) -> TypeError str expected at most 3 arguments, got 4
# expect: ascii() -> TypeError ascii() takes exactly one argument (0 given)
