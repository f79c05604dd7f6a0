# Name resolution: global, builtin shadowing, del, name mangling, dunder globals, conditional binding.
len_saved = len
len = lambda x: 'shadowed'
print(len([1]))
# expect: shadowed
del len
print(len([1]))
# expect: 1
class Mangled:
    __private = 'p'
    __dunder__ = 'd'
    _Mangled__other = 'o'

    def __init__(self):
        self.__x = 1
        self.__dict__['_Mangled__y'] = 2

    def get(self, __arg=5):
        __local = __arg
        def inner(): return __local
        return self.__x, self.__y, self.__private, self.__other, sorted(k for k in locals() if 'arg' in k or 'local' in k)

    def calls(self):
        return f'{self.__x}', getattr(self, '__x', 'not mangled'), (lambda: self.__x)()


m = Mangled()
print(m.get(), m.calls(), sorted(k for k in m.__dict__), m._Mangled__x, Mangled.__dunder__)
# expect: (1, 2, 'p', 'o', ['_Mangled__arg', '_Mangled__local']) ('1', 'not mangled', 1) ['_Mangled__x', '_Mangled__y'] 1 d
class _Under:
    __v = 1
    import math as __math
    def f(self): return self.__v, self.__math.pi > 3


print(_Under().f(), [k for k in _Under.__dict__ if 'math' in k])
# expect: (1, True) ['_Under__math']
def conditional(flag):
    if flag:
        name = 'bound'
    try:
        return name
    except UnboundLocalError as e:
        return str(e)


print(conditional(True), conditional(False))
# expect: bound cannot access local variable 'name' where it is not associated with a value
def deleting():
    a = 1
    del a
    try:
        del a
    except UnboundLocalError as e:
        return str(e)


print(deleting())
# expect: cannot access local variable 'a' where it is not associated with a value
for text in ('undefined_thing', 'pritn(1)', 'del undefined_thing', 'import sys; sys.exti', '[].apend', 'class Q:\n  foo_bar = 1\nQ.foo_baz', 'def f():\n  return lne\nf()', 'from math import cosin'):
    try:
        exec(text, {})
    except Exception as e:
        print(type(e).__name__, e)
# expect: NameError name 'undefined_thing' is not defined
# expect: NameError name 'pritn' is not defined
# expect: NameError name 'undefined_thing' is not defined
# expect: AttributeError module 'sys' has no attribute 'exti'
# expect: AttributeError 'list' object has no attribute 'apend'
# expect: AttributeError type object 'Q' has no attribute 'foo_baz'
# expect: NameError name 'lne' is not defined
# expect: ImportError cannot import name 'cosin' from 'math' (unknown location)
import traceback
for text in ('pritn(1)', 'import sys; sys.exti', '[].apend(1)', 'from math import cosh_', 'sys.path', 'class C:\n  def __init__(self): self.blech = 1\n  def f(self): return blech\nC().f()', 'import nosuchmodule', 'import jsn', '1 .real_'):
    try:
        exec(text, {})
    except Exception as e:
        print(''.join(traceback.format_exception_only(e)).strip())
# expect: NameError: name 'pritn' is not defined
# expect: AttributeError: module 'sys' has no attribute 'exti'
# expect: AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?
# expect: ImportError: cannot import name 'cosh_' from 'math' (unknown location). Did you mean: 'cosh'?
# expect: NameError: name 'sys' is not defined. Did you forget to import 'sys'?
# expect: NameError: name 'blech' is not defined
# expect: ModuleNotFoundError: No module named 'nosuchmodule'
# expect: ModuleNotFoundError: No module named 'jsn'
# expect: AttributeError: 'int' object has no attribute 'real_'. Did you mean: 'real'?
print(__name__, __doc__, '__builtins__' in globals(), type(__spec__).__name__ if __spec__ else None)
# expect: __main__ None True None
global_made = [globals().__setitem__('dynamic', 7), dynamic][1]
print(global_made)
# expect: 7
