# functools: partial with placeholders, reduce, cmp_to_key, the cache wrapper.
import functools
from functools import Placeholder, partial

def show(*texts):
    for text in texts:
        try:
            print(text, '=>', repr(eval(text)))
        except Exception as e:
            print(text, '=>', type(e).__name__, e)


show(
    'partial()',
    'partial(1)',
    'partial(max,1,Placeholder)',
    'partial(max,Placeholder,1)',
    'partial(max,Placeholder,1)()',
    'partial(max,Placeholder,1)(3)',
    'partial(max,a=Placeholder)',
    'partial(max,1,k=3)',
    'partial(partial(max,1,a=2),2,b=3)',
    'partial(max,Placeholder,1).__reduce__()',
    'partial(max,1,k=3).__reduce__()',
    'partial(max).__setstate__(1)',
)
# expect: partial() => TypeError type 'partial' takes at least one argument
# expect: partial(1) => TypeError the first argument must be callable
# expect: partial(max,1,Placeholder) => TypeError trailing Placeholders are not allowed
# expect: partial(max,Placeholder,1) => functools.partial(<built-in function max>, Placeholder, 1)
# expect: partial(max,Placeholder,1)() => TypeError missing positional arguments in 'partial' call; expected at least 1, got 0
# expect: partial(max,Placeholder,1)(3) => 3
# expect: partial(max,a=Placeholder) => TypeError Placeholder cannot be passed as a keyword argument
# expect: partial(max,1,k=3) => functools.partial(<built-in function max>, 1, k=3)
# expect: partial(partial(max,1,a=2),2,b=3) => functools.partial(<built-in function max>, 1, 2, a=2, b=3)
# expect: partial(max,Placeholder,1).__reduce__() => (<class 'functools.partial'>, (<built-in function max>,), (<built-in function max>, (Placeholder, 1), {}, None))
# expect: partial(max,1,k=3).__reduce__() => (<class 'functools.partial'>, (<built-in function max>,), (<built-in function max>, (1,), {'k': 3}, None))
# expect: partial(max).__setstate__(1) => TypeError invalid partial state
show(
    'partial(max).__setstate__((1,2,3,4))',
    'partial(partial(max,Placeholder,1),Placeholder,2)',
    'partial(partial(max,Placeholder,1),0,2)',
    'partial(max,Placeholder,1)(a=3)',
    'Placeholder',
    'type(Placeholder)',
    'type(Placeholder)(1)',
    'type(Placeholder)() is Placeholder',
    'Placeholder.__reduce__()',
    'partial(max)(Placeholder,1)',
    'hash(Placeholder)!=0',
    'functools.reduce(1,2)',
)
# expect: partial(max).__setstate__((1,2,3,4)) => TypeError invalid partial state
# expect: partial(partial(max,Placeholder,1),Placeholder,2) => functools.partial(<built-in function max>, Placeholder, 1, 2)
# expect: partial(partial(max,Placeholder,1),0,2) => functools.partial(<built-in function max>, 0, 1, 2)
# expect: partial(max,Placeholder,1)(a=3) => TypeError missing positional arguments in 'partial' call; expected at least 1, got 0
# expect: Placeholder => Placeholder
# expect: type(Placeholder) => <class 'functools._PlaceholderType'>
# expect: type(Placeholder)(1) => TypeError PlaceholderType takes no arguments
# expect: type(Placeholder)() is Placeholder => True
# expect: Placeholder.__reduce__() => 'Placeholder'
# expect: partial(max)(Placeholder,1) => TypeError '>' not supported between instances of 'int' and 'functools._PlaceholderType'
# expect: hash(Placeholder)!=0 => True
# expect: functools.reduce(1,2) => TypeError reduce() arg 2 must support iteration
show(
    'functools.reduce(max,[])',
    'functools.reduce(max,[1,2],initial=5)',
    'functools.reduce()',
    'functools.cmp_to_key(1)(2).obj',
    'functools.cmp_to_key(max)(2)<3',
    'functools.cmp_to_key(max)()',
    'functools.cmp_to_key(max)(obj=3).obj',
    'functools.cmp_to_key()',
    'hash(functools.cmp_to_key(max)(2))',
    'functools._lru_cache_wrapper(1,2,3,4)',
    "functools._lru_cache_wrapper(max,'a',3,4)",
    'functools._lru_cache_wrapper()',
)
# expect: functools.reduce(max,[]) => TypeError reduce() of empty iterable with no initial value
# expect: functools.reduce(max,[1,2],initial=5) => 5
# expect: functools.reduce() => TypeError reduce() takes at least 2 positional arguments (0 given)
# expect: functools.cmp_to_key(1)(2).obj => 2
# expect: functools.cmp_to_key(max)(2)<3 => TypeError other argument must be K instance
# expect: functools.cmp_to_key(max)() => TypeError K() missing required argument 'obj' (pos 1)
# expect: functools.cmp_to_key(max)(obj=3).obj => 3
# expect: functools.cmp_to_key() => TypeError cmp_to_key() missing required argument 'mycmp' (pos 1)
# expect: hash(functools.cmp_to_key(max)(2)) => TypeError unhashable type: 'functools.KeyWrapper'
# expect: functools._lru_cache_wrapper(1,2,3,4) => TypeError the first argument must be callable
# expect: functools._lru_cache_wrapper(max,'a',3,4) => TypeError maxsize should be integer or None
# expect: functools._lru_cache_wrapper() => TypeError lru_cache() missing required argument 'user_function' (pos 1)
show(
    'functools.lru_cache(2)(max)([1])',
    'functools.lru_cache(2)(max)(([],))',
)
# expect: functools.lru_cache(2)(max)([1]) => TypeError unhashable type: 'list'
# expect: functools.lru_cache(2)(max)(([],)) => TypeError unhashable type: 'list'
