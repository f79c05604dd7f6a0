# collections: deque, defaultdict, OrderedDict, the descriptor of named tuples, their errors.
import collections

def show(*texts):
    for text in texts:
        try:
            print(text, '=>', repr(eval(text)))
        except Exception as e:
            print(text, '=>', type(e).__name__, e)


show(
    'collections.deque(1)',
    "collections.deque(maxlen='a')",
    'collections.deque([],-1)',
    'collections.deque([1,2],1)',
    'collections.deque(1,2,3)',
    'collections.deque(x=1)',
    'collections.deque().pop()',
    'collections.deque().popleft()',
    'collections.deque([1]).index(2)',
    'collections.deque([1]).remove(2)',
    'collections.deque([1])[3]',
    "collections.deque([1])['a']",
)
# expect: collections.deque(1) => TypeError 'int' object is not iterable
# expect: collections.deque(maxlen='a') => TypeError an integer is required
# expect: collections.deque([],-1) => ValueError maxlen must be non-negative
# expect: collections.deque([1,2],1) => deque([2], maxlen=1)
# expect: collections.deque(1,2,3) => TypeError deque() takes at most 2 arguments (3 given)
# expect: collections.deque(x=1) => TypeError deque() got an unexpected keyword argument 'x'
# expect: collections.deque().pop() => IndexError pop from an empty deque
# expect: collections.deque().popleft() => IndexError pop from an empty deque
# expect: collections.deque([1]).index(2) => ValueError deque.index(x): x not in deque
# expect: collections.deque([1]).remove(2) => ValueError deque.remove(x): x not in deque
# expect: collections.deque([1])[3] => IndexError deque index out of range
# expect: collections.deque([1])['a'] => TypeError sequence index must be integer, not 'str'
show(
    'collections.deque([1])[0:1]',
    'collections.deque([1],1).insert(0,1)',
    'collections.deque([1])+[1]',
    'collections.deque([1])<3',
    "collections.deque([1]).rotate('a')",
    'collections.deque([1]).rotate(1,2)',
    'iter(collections.deque([1])).__reduce__()',
    'reversed(collections.deque([1])).__reduce__()',
    "collections.deque([1])*'a'",
    'collections.deque([1]).index()',
    'collections.deque([1]).__setitem__(5,1)',
    'collections.deque([1]).__delitem__(5)',
)
# expect: collections.deque([1])[0:1] => TypeError sequence index must be integer, not 'slice'
# expect: collections.deque([1],1).insert(0,1) => IndexError deque already at its maximum size
# expect: collections.deque([1])+[1] => TypeError can only concatenate deque (not "list") to deque
# expect: collections.deque([1])<3 => TypeError '<' not supported between instances of 'collections.deque' and 'int'
# expect: collections.deque([1]).rotate('a') => TypeError 'str' object cannot be interpreted as an integer
# expect: collections.deque([1]).rotate(1,2) => TypeError rotate expected at most 1 argument, got 2
# expect: iter(collections.deque([1])).__reduce__() => (<class 'collections._deque_iterator'>, (deque([1]), 0))
# expect: reversed(collections.deque([1])).__reduce__() => (<class 'collections._deque_reverse_iterator'>, (deque([1]), 0))
# expect: collections.deque([1])*'a' => TypeError can't multiply sequence by non-int of type 'str'
# expect: collections.deque([1]).index() => TypeError index expected at least 1 argument, got 0
# expect: collections.deque([1]).__setitem__(5,1) => IndexError deque index out of range
# expect: collections.deque([1]).__delitem__(5) => IndexError deque index out of range
show(
    'collections.deque([1,2],5)+collections.deque([3])',
    'collections.deque(range(10),3)',
    'collections.deque([1],maxlen=3)*4',
    'iter(collections.deque([1])).__length_hint__()',
    'collections.deque([], 1.5)',
    'collections.deque([1]).__iadd__(3)',
    'collections.deque([],2**70)',
    'type(iter(collections.deque()))()',
    'type(iter(collections.deque()))(collections.deque([1,2]),1).__next__()',
    "collections.deque('abc',None)",
    'collections.deque([1]).maxlen',
    'collections.defaultdict(1)',
)
# expect: collections.deque([1,2],5)+collections.deque([3]) => deque([1, 2, 3], maxlen=5)
# expect: collections.deque(range(10),3) => deque([7, 8, 9], maxlen=3)
# expect: collections.deque([1],maxlen=3)*4 => deque([1, 1, 1], maxlen=3)
# expect: iter(collections.deque([1])).__length_hint__() => 1
# expect: collections.deque([], 1.5) => TypeError an integer is required
# expect: collections.deque([1]).__iadd__(3) => TypeError 'int' object is not iterable
# expect: collections.deque([],2**70) => OverflowError Python int too large to convert to C ssize_t
# expect: type(iter(collections.deque()))() => TypeError function takes at least 1 argument (0 given)
# expect: type(iter(collections.deque()))(collections.deque([1,2]),1).__next__() => 2
# expect: collections.deque('abc',None) => deque(['a', 'b', 'c'])
# expect: collections.deque([1]).maxlen => None
# expect: collections.defaultdict(1) => TypeError first argument must be callable or None
show(
    'collections.defaultdict(int,a=3)',
    'collections.defaultdict(int,{1:2},a=3)',
    'collections.defaultdict()',
    'collections.defaultdict()[1]',
    'collections.defaultdict(int)|{1:2}',
    '{1:2}|collections.defaultdict(int)',
    'collections.defaultdict(int).copy()',
    'collections.defaultdict(int)|3',
    'collections.defaultdict(int,1,2)',
    'collections.defaultdict(None,[(1,2)])',
    'collections.OrderedDict(1)',
    'collections.OrderedDict([(1,2)])',
)
# expect: collections.defaultdict(int,a=3) => defaultdict(<class 'int'>, {'a': 3})
# expect: collections.defaultdict(int,{1:2},a=3) => defaultdict(<class 'int'>, {1: 2, 'a': 3})
# expect: collections.defaultdict() => defaultdict(None, {})
# expect: collections.defaultdict()[1] => KeyError 1
# expect: collections.defaultdict(int)|{1:2} => defaultdict(<class 'int'>, {1: 2})
# expect: {1:2}|collections.defaultdict(int) => defaultdict(<class 'int'>, {1: 2})
# expect: collections.defaultdict(int).copy() => defaultdict(<class 'int'>, {})
# expect: collections.defaultdict(int)|3 => TypeError unsupported operand type(s) for |: 'collections.defaultdict' and 'int'
# expect: collections.defaultdict(int,1,2) => TypeError dict expected at most 1 argument, got 2
# expect: collections.defaultdict(None,[(1,2)]) => defaultdict(None, {1: 2})
# expect: collections.OrderedDict(1) => TypeError 'int' object is not iterable
# expect: collections.OrderedDict([(1,2)]) => OrderedDict({1: 2})
show(
    'collections.OrderedDict()',
    'collections.OrderedDict(1,2)',
    'collections.OrderedDict().popitem()',
    'collections.OrderedDict().pop(1)',
    'collections.OrderedDict().move_to_end(1)',
    'collections.OrderedDict(a=1).keys()',
    'collections.OrderedDict(a=1).items()',
    'collections.OrderedDict(a=1).values()',
    'iter(collections.OrderedDict(a=1)).__reduce__()',
    'collections.OrderedDict(a=1)|{1:2}',
    '{1:2}|collections.OrderedDict(a=1)',
    'collections.OrderedDict(a=1)==collections.OrderedDict(a=1)',
)
# expect: collections.OrderedDict() => OrderedDict()
# expect: collections.OrderedDict(1,2) => TypeError expected at most 1 argument, got 2
# expect: collections.OrderedDict().popitem() => KeyError 'dictionary is empty'
# expect: collections.OrderedDict().pop(1) => KeyError 1
# expect: collections.OrderedDict().move_to_end(1) => KeyError 1
# expect: collections.OrderedDict(a=1).keys() => odict_keys(['a'])
# expect: collections.OrderedDict(a=1).items() => odict_items([('a', 1)])
# expect: collections.OrderedDict(a=1).values() => odict_values([1])
# expect: iter(collections.OrderedDict(a=1)).__reduce__() => (<built-in function iter>, (['a'],))
# expect: collections.OrderedDict(a=1)|{1:2} => OrderedDict({'a': 1, 1: 2})
# expect: {1:2}|collections.OrderedDict(a=1) => OrderedDict({1: 2, 'a': 1})
# expect: collections.OrderedDict(a=1)==collections.OrderedDict(a=1) => True
show(
    'collections.OrderedDict().setdefault()',
    'collections.OrderedDict.fromkeys([1,2])',
    'collections.OrderedDict.fromkeys([1,2],value=3)',
    'collections.OrderedDict().update(1)',
    'collections.OrderedDict().__delitem__(3)',
    '[i for i in dir(iter(collections.OrderedDict())) if i not in dir(object)]',
    'type(collections.OrderedDict(a=1).keys()).__mro__',
    "collections._tuplegetter(0,'x')",
    "collections._tuplegetter(0,'x').__get__((1,))",
    "collections._tuplegetter(0,'x').__get__(None)",
    "collections._tuplegetter(0,'x').__get__(None,3)",
    "collections._tuplegetter(5,'x').__get__((1,),3)",
)
# expect: collections.OrderedDict().setdefault() => TypeError setdefault() missing required argument 'key' (pos 1)
# expect: collections.OrderedDict.fromkeys([1,2]) => OrderedDict({1: None, 2: None})
# expect: collections.OrderedDict.fromkeys([1,2],value=3) => OrderedDict({1: 3, 2: 3})
# expect: collections.OrderedDict().update(1) => TypeError 'int' object is not iterable
# expect: collections.OrderedDict().__delitem__(3) => KeyError 3
# expect: [i for i in dir(iter(collections.OrderedDict())) if i not in dir(object)] => ['__iter__', '__next__']
# expect: type(collections.OrderedDict(a=1).keys()).__mro__ => (<class 'odict_keys'>, <class 'dict_keys'>, <class 'object'>)
# expect: collections._tuplegetter(0,'x') => _tuplegetter(0, 'x')
# expect: collections._tuplegetter(0,'x').__get__((1,)) => 1
# expect: collections._tuplegetter(0,'x').__get__(None) => TypeError __get__(None, None) is invalid
# expect: collections._tuplegetter(0,'x').__get__(None,3) => _tuplegetter(0, 'x')
# expect: collections._tuplegetter(5,'x').__get__((1,),3) => IndexError tuple index out of range
show(
    "collections._tuplegetter(0,'x').__get__([1],3)",
    "collections._tuplegetter(0,'x').__set__((1,),3)",
    "collections._tuplegetter(0,'x').__delete__((1,))",
    "collections._tuplegetter(0,'x').__reduce__()",
    "collections._tuplegetter('a',1)",
    "collections._tuplegetter(0,'x').__doc__",
    'collections._tuplegetter(1)',
)
# expect: collections._tuplegetter(0,'x').__get__([1],3) => TypeError descriptor for index '0' for tuple subclasses doesn't apply to 'list' object
# expect: collections._tuplegetter(0,'x').__set__((1,),3) => AttributeError can't set attribute
# expect: collections._tuplegetter(0,'x').__delete__((1,)) => AttributeError can't delete attribute
# expect: collections._tuplegetter(0,'x').__reduce__() => (<class 'collections._tuplegetter'>, (0, 'x'))
# expect: collections._tuplegetter('a',1) => TypeError 'str' object cannot be interpreted as an integer
# expect: collections._tuplegetter(0,'x').__doc__ => 'x'
# expect: collections._tuplegetter(1) => TypeError _tuplegetter expected 2 arguments, got 1
