# itertools, functools, collections, operator, heapq, bisect: the tools that programs lean on.
import bisect, collections, functools, heapq, itertools as it, operator
print(list(it.chain([1], 'a')), list(it.islice(it.count(5, 2), 3)), list(it.accumulate([1, 2, 3], operator.mul, initial=1)), list(it.zip_longest([1], 'ab', fillvalue=0)), list(it.product('ab', repeat=2))[1], list(it.permutations(range(3), 2))[-1], list(it.combinations('abc', 2)), list(it.combinations_with_replacement('ab', 2)))
# expect: [1, 'a'] [5, 7, 9] [1, 1, 2, 6] [(1, 'a'), (0, 'b')] ('a', 'b') (2, 1) [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
print([(k, list(g)) for k, g in it.groupby('aabbb')], list(it.takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.dropwhile(lambda x: x < 3, [1, 5, 1])), list(it.filterfalse(bool, [0, 1, ''])), list(it.starmap(pow, [(2, 3)])), list(it.pairwise('abc')), list(it.batched('abcde', 2)), list(it.compress('abc', [1, 0, 1])), list(it.repeat('x', 2)), [next(c) for c in [it.cycle('ab')] for _ in range(3)])
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b'])] [1, 2] [5, 1] [0, ''] [8] [('a', 'b'), ('b', 'c')] [('a', 'b'), ('c', 'd'), ('e',)] ['a', 'c'] ['x', 'x'] ['a', 'b', 'a']
a, b = it.tee([1, 2])
print(list(a), list(b), functools.reduce(lambda x, y: x * 10 + y, [1, 2, 3]), functools.partial(int, base=2)('101'), functools.partial(print, 1, sep='') .args)
# expect: [1, 2] [1, 2] 123 5 (1,)
@functools.lru_cache(maxsize=2)
def sq(x):
    print('compute', x)
    return x * x


print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info())
# expect: compute 2
# expect: compute 3
# expect: compute 4
# expect: compute 2
# expect: 4 4 9 16 4 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
@functools.singledispatch
def kind(x): return 'object'
@kind.register
def _(x: int): return 'int'
@kind.register(list)
def _(x): return 'list'


print(kind(1), kind(True), kind([]), kind('s'))
# expect: int int list object
@functools.total_ordering
class Ver:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n


print(Ver(1) >= Ver(1), Ver(2) > Ver(1), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
# expect: True True [3, 2, 1]
c = collections.Counter('mississippi')
dq = collections.deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.appendleft(0)
dq.rotate(1)
dd = collections.defaultdict(list)
dd['x'].append(1)
od = collections.OrderedDict(a=1, b=2)
od.move_to_end('a')
cm = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(c.most_common(2), c['z'], c - collections.Counter('miss'), dq, dd, od, cm['a'], cm['b'], dict(cm), c.total(), +collections.Counter(a=-1, b=2))
# expect: [('i', 4), ('s', 4)] 0 Counter({'i': 3, 's': 2, 'p': 2}) deque([3, 0, 2], maxlen=3) defaultdict(<class 'list'>, {'x': [1]}) OrderedDict({'b': 2, 'a': 1}) 1 3 {'a': 1, 'b': 3} 11 Counter({'b': 2})
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.nsmallest(2, h), heapq.nlargest(1, h), list(heapq.merge([1, 4], [2])), bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3), operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'), operator.index(True))
# expect: 0 [1, 4] [5] [1, 2, 4] 2 1 ('b', 'a') 5 A 1
l = [1, 3]
bisect.insort(l, 2)
print(l, list(it.batched('abc', 2, strict=False)), collections.UserDict(a=1), collections.namedtuple('N', 'a, b')(1, 2))
# expect: [1, 2, 3] [('a', 'b'), ('c',)] {'a': 1} N(a=1, b=2)
for text in ('list(it.batched("abc", 2, strict=True))', 'it.islice([], -1)', 'collections.deque().pop()', 'functools.reduce(max, [])', 'dd[[]]', 'c["a"]()', 'it.count("a")', 'operator.add(1)', 'heapq.heappop([])', 'dq.index(99)', 'sq([])'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: list(it.batched("abc", 2, strict=True)) -> ValueError batched(): incomplete batch
# expect: it.islice([], -1) -> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: collections.deque().pop() -> IndexError pop from an empty deque
# expect: functools.reduce(max, []) -> TypeError reduce() of empty iterable with no initial value
# expect: dd[[]] -> TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# expect: c["a"]() -> TypeError 'int' object is not callable
# expect: it.count("a") -> TypeError a number is required
# expect: operator.add(1) -> TypeError add expected 2 arguments, got 1
# expect: heapq.heappop([]) -> IndexError index out of range
# expect: dq.index(99) -> ValueError deque.index(x): x not in deque
# expect: sq([]) -> TypeError unhashable type: 'list'
