# The operator module: getters and callers, functions, their errors.
import operator
import _operator

ig, ag, mc = operator.itemgetter, operator.attrgetter, operator.methodcaller

def show(*texts):
    for text in texts:
        try:
            print(text, '=>', repr(eval(text)))
        except Exception as e:
            print(text, '=>', type(e).__name__, e)


show(
    'ig()',
    'ig(1)',
    'ig(1,2)',
    'ig(1)()',
    'ig(1)(1,2)',
    'ig(1)([1,2],a=1)',
    'ig(x=1)',
    'ig(1).__reduce__()',
    'ig(1,2).__reduce__()',
    'ag()',
    'ag(1)',
    "ag('a',2)",
)
# expect: ig() => TypeError itemgetter expected 1 argument, got 0
# expect: ig(1) => operator.itemgetter(1)
# expect: ig(1,2) => operator.itemgetter(1, 2)
# expect: ig(1)() => TypeError itemgetter expected 1 argument, got 0
# expect: ig(1)(1,2) => TypeError itemgetter expected 1 argument, got 2
# expect: ig(1)([1,2],a=1) => TypeError itemgetter() takes no keyword arguments
# expect: ig(x=1) => TypeError itemgetter() takes no keyword arguments
# expect: ig(1).__reduce__() => (<class 'operator.itemgetter'>, (1,))
# expect: ig(1,2).__reduce__() => (<class 'operator.itemgetter'>, (1, 2))
# expect: ag() => TypeError attrgetter expected 1 argument, got 0
# expect: ag(1) => TypeError attribute name must be a string
# expect: ag('a',2) => TypeError attribute name must be a string
show(
    "ag('a','b.c')",
    "ag('a').__reduce__()",
    "ag('a')()",
    "ag('a.b')(1)",
    'mc(1)',
    "mc('a',1,x=2)",
    "mc('a',1,x=2).__reduce__()",
    "mc('a',1).__reduce__()",
    "mc('a')()",
    "mc('a')(1,2)",
    "mc('upper')('a')",
)
# expect: ag('a','b.c') => operator.attrgetter('a', 'b.c')
# expect: ag('a').__reduce__() => (<class 'operator.attrgetter'>, ('a',))
# expect: ag('a')() => TypeError attrgetter expected 1 argument, got 0
# expect: ag('a.b')(1) => AttributeError 'int' object has no attribute 'a'
# expect: mc(1) => TypeError method name must be a string
# expect: mc('a',1,x=2) => operator.methodcaller('a', 1, x=2)
# expect: mc('a',1,x=2).__reduce__() => (functools.partial(<class 'operator.methodcaller'>, 'a', x=2), (1,))
# expect: mc('a',1).__reduce__() => (<class 'operator.methodcaller'>, ('a', 1))
# expect: mc('a')() => TypeError methodcaller expected 1 argument, got 0
# expect: mc('a')(1,2) => TypeError methodcaller expected 1 argument, got 2
# expect: mc('upper')('a') => 'A'
show(
    "mc('a',x=2)",
    'operator.concat(1,2)',
    'operator.concat([],())',
    'operator.countOf(1,2)',
    'operator.indexOf([1],2)',
    'operator.indexOf(1,2)',
    "operator.length_hint(1,'a')",
    'operator.length_hint([1])',
    "operator.index('a')",
    'operator.iconcat(1,[2])',
    'operator.iconcat([],1)',
    "_operator._compare_digest('a','b')",
)
# expect: mc('a',x=2) => operator.methodcaller('a', x=2)
# expect: operator.concat(1,2) => TypeError 'int' object can't be concatenated
# expect: operator.concat([],()) => TypeError can only concatenate list (not "tuple") to list
# expect: operator.countOf(1,2) => TypeError argument of type 'int' is not iterable
# expect: operator.indexOf([1],2) => ValueError sequence.index(x): x not in sequence
# expect: operator.indexOf(1,2) => TypeError argument of type 'int' is not iterable
# expect: operator.length_hint(1,'a') => TypeError 'str' object cannot be interpreted as an integer
# expect: operator.length_hint([1]) => 1
# expect: operator.index('a') => TypeError 'str' object cannot be interpreted as an integer
# expect: operator.iconcat(1,[2]) => TypeError 'int' object can't be concatenated
# expect: operator.iconcat([],1) => TypeError 'int' object is not iterable
# expect: _operator._compare_digest('a','b') => False
show(
    "_operator._compare_digest('a',b'b')",
    "_operator._compare_digest(b'a',b'a')",
    "_operator._compare_digest('\\xe9','b')",
    'operator.call(max,1,2)',
    'operator.add(1)',
    'operator.length_hint(5,-3)',
    'operator.setitem(1,2,3)',
    "ig.__repr__(ig('a'))",
    'operator.is_(1)',
)
# expect: _operator._compare_digest('a',b'b') => TypeError a bytes-like object is required, not 'str'
# expect: _operator._compare_digest(b'a',b'a') => True
# expect: _operator._compare_digest('\xe9','b') => TypeError comparing strings with non-ASCII characters is not supported
# expect: operator.call(max,1,2) => 2
# expect: operator.add(1) => TypeError add expected 2 arguments, got 1
# expect: operator.length_hint(5,-3) => -3
# expect: operator.setitem(1,2,3) => TypeError 'int' object does not support item assignment
# expect: ig.__repr__(ig('a')) => "operator.itemgetter('a')"
# expect: operator.is_(1) => TypeError is_ expected 2 arguments, got 1
