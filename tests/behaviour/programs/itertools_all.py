# itertools: arguments, errors and results of every iterator.
import itertools
from itertools import *

def show(*texts):
    for text in texts:
        try:
            print(text, '=>', repr(eval(text)))
        except Exception as e:
            print(text, '=>', type(e).__name__, e)


show(
    'accumulate()',
    'accumulate([],1,2)',
    'list(accumulate([1,2,3],None,initial=5))',
    'accumulate(1)',
    'batched([1],0)',
    'batched()',
    "list(batched('abc',2,strict=True))",
    'batched([1])',
    "batched([1],'a')",
    'list(chain(1))',
    'chain(a=1)',
    'chain.from_iterable(1)',
)
# expect: accumulate() => TypeError accumulate() missing required argument 'iterable' (pos 1)
# expect: accumulate([],1,2) => TypeError accumulate() takes at most 2 positional arguments (3 given)
# expect: list(accumulate([1,2,3],None,initial=5)) => [5, 6, 8, 11]
# expect: accumulate(1) => TypeError 'int' object is not iterable
# expect: batched([1],0) => ValueError n must be at least one
# expect: batched() => TypeError batched() missing required argument 'iterable' (pos 1)
# expect: list(batched('abc',2,strict=True)) => ValueError batched(): incomplete batch
# expect: batched([1]) => TypeError batched() missing required argument 'n' (pos 2)
# expect: batched([1],'a') => TypeError 'str' object cannot be interpreted as an integer
# expect: list(chain(1)) => TypeError 'int' object is not iterable
# expect: chain(a=1) => TypeError chain() takes no keyword arguments
# expect: chain.from_iterable(1) => TypeError 'int' object is not iterable
show(
    'chain.from_iterable()',
    'combinations([1],-1)',
    "combinations([1],'a')",
    'combinations()',
    'combinations([1])',
    'combinations_with_replacement([1],-1)',
    'compress(1,[])',
    'compress([])',
    "count('a')",
    "count(1,'a')",
    'count()',
    'count(1)',
)
# expect: chain.from_iterable() => TypeError chain.from_iterable() takes exactly one argument (0 given)
# expect: combinations([1],-1) => ValueError r must be non-negative
# expect: combinations([1],'a') => TypeError 'str' object cannot be interpreted as an integer
# expect: combinations() => TypeError combinations() missing required argument 'iterable' (pos 1)
# expect: combinations([1]) => TypeError combinations() missing required argument 'r' (pos 2)
# expect: combinations_with_replacement([1],-1) => ValueError r must be non-negative
# expect: compress(1,[]) => TypeError 'int' object is not iterable
# expect: compress([]) => TypeError compress() missing required argument 'selectors' (pos 2)
# expect: count('a') => TypeError a number is required
# expect: count(1,'a') => TypeError a number is required
# expect: count() => count(0)
# expect: count(1) => count(1)
show(
    'count(1,2)',
    'count(1.5)',
    'count(1,1)',
    'count(2,0)',
    'count(step=2)',
    'count(1,2,3)',
    'count(x=1)',
    'cycle()',
    'cycle(1)',
    'cycle([],1)',
    'cycle(a=1)',
    'dropwhile()',
)
# expect: count(1,2) => count(1, 2)
# expect: count(1.5) => count(1.5)
# expect: count(1,1) => count(1)
# expect: count(2,0) => count(2, 0)
# expect: count(step=2) => count(0, 2)
# expect: count(1,2,3) => TypeError count() takes at most 2 arguments (3 given)
# expect: count(x=1) => TypeError count() got an unexpected keyword argument 'x'
# expect: cycle() => TypeError cycle expected 1 argument, got 0
# expect: cycle(1) => TypeError 'int' object is not iterable
# expect: cycle([],1) => TypeError cycle expected 1 argument, got 2
# expect: cycle(a=1) => TypeError cycle() takes no keyword arguments
# expect: dropwhile() => TypeError dropwhile expected 2 arguments, got 0
show(
    'dropwhile(1,2)',
    'dropwhile(1,2,3)',
    'dropwhile(a=1)',
    'filterfalse(1)',
    'filterfalse(1,2)',
    'groupby()',
    'groupby(1)',
    'groupby([],1,2)',
    'islice()',
    'islice([1])',
    "islice([1],'a')",
    'islice([1],-1)',
)
# expect: dropwhile(1,2) => TypeError 'int' object is not iterable
# expect: dropwhile(1,2,3) => TypeError dropwhile expected 2 arguments, got 3
# expect: dropwhile(a=1) => TypeError dropwhile() takes no keyword arguments
# expect: filterfalse(1) => TypeError filterfalse expected 2 arguments, got 1
# expect: filterfalse(1,2) => TypeError 'int' object is not iterable
# expect: groupby() => TypeError groupby() missing required argument 'iterable' (pos 1)
# expect: groupby(1) => TypeError 'int' object is not iterable
# expect: groupby([],1,2) => TypeError groupby() takes at most 2 arguments (3 given)
# expect: islice() => TypeError islice expected at least 2 arguments, got 0
# expect: islice([1]) => TypeError islice expected at least 2 arguments, got 1
# expect: islice([1],'a') => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: islice([1],-1) => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
show(
    "islice([1],1,'a')",
    'islice([1],1,2,0)',
    "islice([1],1,2,'a')",
    'islice([1],1,2,3,4)',
    'islice(1,2)',
    'islice([1],None,2,2**70)',
    'islice([1],a=2)',
    'islice([1],1,-2)',
    'islice([],0,1,-1)',
    'pairwise()',
    'pairwise(1)',
    'pairwise([],1)',
)
# expect: islice([1],1,'a') => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: islice([1],1,2,0) => ValueError Step for islice() must be a positive integer or None.
# expect: islice([1],1,2,'a') => ValueError Step for islice() must be a positive integer or None.
# expect: islice([1],1,2,3,4) => TypeError islice expected at most 4 arguments, got 5
# expect: islice(1,2) => TypeError 'int' object is not iterable
# expect: islice([1],None,2,2**70) => ValueError Step for islice() must be a positive integer or None.
# expect: islice([1],a=2) => TypeError islice() takes no keyword arguments
# expect: islice([1],1,-2) => ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: islice([],0,1,-1) => ValueError Step for islice() must be a positive integer or None.
# expect: pairwise() => TypeError pairwise expected 1 argument, got 0
# expect: pairwise(1) => TypeError 'int' object is not iterable
# expect: pairwise([],1) => TypeError pairwise expected 1 argument, got 2
show(
    'pairwise(a=1)',
    'permutations()',
    "permutations([1],'a')",
    'permutations([1],-1)',
    'permutations([1],2,3)',
    'product(1)',
    "product([1],repeat='a')",
    'product([1],repeat=-1)',
    'product(a=1)',
    'product([1],repeat=2**70)',
    'product(range(2**30),repeat=2**62)',
    'repeat()',
)
# expect: pairwise(a=1) => TypeError pairwise() takes no keyword arguments
# expect: permutations() => TypeError permutations() missing required argument 'iterable' (pos 1)
# expect: permutations([1],'a') => TypeError Expected int as r
# expect: permutations([1],-1) => ValueError r must be non-negative
# expect: permutations([1],2,3) => TypeError permutations() takes at most 2 arguments (3 given)
# expect: product(1) => TypeError 'int' object is not iterable
# expect: product([1],repeat='a') => TypeError 'str' object cannot be interpreted as an integer
# expect: product([1],repeat=-1) => ValueError repeat argument cannot be negative
# expect: product(a=1) => TypeError product() got an unexpected keyword argument 'a'
# expect: product([1],repeat=2**70) => OverflowError Python int too large to convert to C ssize_t
# expect: product(range(2**30),repeat=2**62) => OverflowError repeat argument too large
# expect: repeat() => TypeError repeat() missing required argument 'object' (pos 1)
show(
    'repeat(1)',
    'repeat(1,2)',
    'repeat(1,-2)',
    "repeat(1,'a')",
    'repeat(1,2,3)',
    'repeat(object=1,times=2)',
    'repeat(1).__length_hint__()',
    'repeat(1,times=5).__length_hint__()',
    'starmap(1)',
    'starmap(1,2)',
    'list(starmap(max,[1]))',
)
# expect: repeat(1) => repeat(1)
# expect: repeat(1,2) => repeat(1, 2)
# expect: repeat(1,-2) => repeat(1, 0)
# expect: repeat(1,'a') => TypeError 'str' object cannot be interpreted as an integer
# expect: repeat(1,2,3) => TypeError repeat() takes at most 2 arguments (3 given)
# expect: repeat(object=1,times=2) => repeat(1, 2)
# expect: repeat(1).__length_hint__() => TypeError len() of unsized object
# expect: repeat(1,times=5).__length_hint__() => 5
# expect: starmap(1) => TypeError starmap expected 2 arguments, got 1
# expect: starmap(1,2) => TypeError 'int' object is not iterable
# expect: list(starmap(max,[1])) => TypeError 'int' object is not iterable
show(
    'list(starmap(1,[[1]]))',
    'takewhile(1)',
    'takewhile(1,2)',
    'tee()',
    'tee(1)',
    'tee([1],-1)',
    "tee([1],'a')",
    'tee([1],0)',
    'tee([],1,2)',
    'zip_longest(1)',
    'zip_longest(a=1)',
    'list(zip_longest([1],[],fillvalue=3))',
)
# expect: list(starmap(1,[[1]])) => TypeError 'int' object is not callable
# expect: takewhile(1) => TypeError takewhile expected 2 arguments, got 1
# expect: takewhile(1,2) => TypeError 'int' object is not iterable
# expect: tee() => TypeError tee expected at least 1 argument, got 0
# expect: tee(1) => TypeError 'int' object is not iterable
# expect: tee([1],-1) => ValueError n must be >= 0
# expect: tee([1],'a') => TypeError 'str' object cannot be interpreted as an integer
# expect: tee([1],0) => ()
# expect: tee([],1,2) => TypeError tee expected at most 2 arguments, got 3
# expect: zip_longest(1) => TypeError 'int' object is not iterable
# expect: zip_longest(a=1) => TypeError zip_longest() got an unexpected keyword argument
# expect: list(zip_longest([1],[],fillvalue=3)) => [(1, 3)]
show(
    'itertools._grouper()',
    'itertools._tee()',
    'list(count(2**63-2,1).__next__() for i in range(2))',
    '[x for x,_ in zip(count(2**63-2),range(4))]',
    '[x for x,_ in zip(count(2**63-2,2),range(4))]',
    '[x for x,_ in zip(count(1,0.5),range(4))]',
    'count(True)',
    'count(2**63,1)',
    'count(-3,True)',
    'count(1.0,2)',
    "list(permutations('abc',5))",
)
# expect: itertools._grouper() => TypeError _grouper expected 2 arguments, got 0
# expect: itertools._tee() => TypeError _tee expected 1 argument, got 0
# expect: list(count(2**63-2,1).__next__() for i in range(2)) => [9223372036854775806, 9223372036854775806]
# expect: [x for x,_ in zip(count(2**63-2),range(4))] => [9223372036854775806, 9223372036854775807, 9223372036854775808, 9223372036854775809]
# expect: [x for x,_ in zip(count(2**63-2,2),range(4))] => [9223372036854775806, 9223372036854775808, 9223372036854775810, 9223372036854775812]
# expect: [x for x,_ in zip(count(1,0.5),range(4))] => [1, 1.5, 2.0, 2.5]
# expect: count(True) => count(1)
# expect: count(2**63,1) => count(9223372036854775808)
# expect: count(-3,True) => count(-3)
# expect: count(1.0,2) => count(1.0, 2)
# expect: list(permutations('abc',5)) => []
show(
    "list(combinations('abc',5))",
    'list(combinations([],0))',
    'list(permutations([],0))',
    'list(product())',
    'list(product([],repeat=0))',
    'list(combinations_with_replacement([],0))',
    'list(combinations_with_replacement([],1))',
    'pairwise([1]).__reduce__()',
    'count(1).__reduce__()',
    'repeat(1).__reduce__()',
    'chain([1]).__reduce__()',
)
# expect: list(combinations('abc',5)) => []
# expect: list(combinations([],0)) => [()]
# expect: list(permutations([],0)) => [()]
# expect: list(product()) => [()]
# expect: list(product([],repeat=0)) => [()]
# expect: list(combinations_with_replacement([],0)) => [()]
# expect: list(combinations_with_replacement([],1)) => []
# expect: pairwise([1]).__reduce__() => TypeError cannot pickle 'pairwise' object
# expect: count(1).__reduce__() => TypeError cannot pickle 'count' object
# expect: repeat(1).__reduce__() => TypeError cannot pickle 'repeat' object
# expect: chain([1]).__reduce__() => TypeError cannot pickle 'chain' object
