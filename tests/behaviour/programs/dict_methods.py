# Dicts: order, methods, views as sets, merging, unpacking, changes while iterating, __missing__, key equality.
d = {'a': 1, 'b': 2}
d['c'] = 3
d.update(d=4, a=10)
d.update([('e', 5)])
print(d, d.get('z'), d.get('z', 0), d.setdefault('f', 6), d.setdefault('a', 0), d.pop('b'), d.pop('b', None), d.popitem(), 'a' in d, len(d), list(d), list(d.items()))
# expect: {'a': 10, 'c': 3, 'd': 4, 'e': 5} None 0 6 10 2 None ('f', 6) True 4 ['a', 'c', 'd', 'e'] [('a', 10), ('c', 3), ('d', 4), ('e', 5)]
del d['a']
d['a'] = 'again'
print(d, list(reversed(d)), d | {'x': 1}, {**d, 'c': 0}, dict(zip('ab', [1, 2])), dict([('k', 'v')], z=1), dict.fromkeys('ab', 0), {1: 'a', True: 'b', 1.0: 'c'})
# expect: {'c': 3, 'd': 4, 'e': 5, 'a': 'again'} ['a', 'e', 'd', 'c'] {'c': 3, 'd': 4, 'e': 5, 'a': 'again', 'x': 1} {'c': 0, 'd': 4, 'e': 5, 'a': 'again'} {'a': 1, 'b': 2} {'k': 'v', 'z': 1} {'a': 0, 'b': 0} {1: 'c'}
d |= {'q': 9}
k, v, i = d.keys(), d.values(), d.items()
print(sorted(k & {'a', 'c'}), sorted(k | {'zz'}), sorted(k - {'a'}), ('a', 'again') in i, k == {'c', 'd', 'e', 'a', 'q'}, k.isdisjoint(['n']), v, k, i, len(i), k.mapping['a'])
# expect: ['a', 'c'] ['a', 'c', 'd', 'e', 'q', 'zz'] ['c', 'd', 'e', 'q'] True True True dict_values([3, 4, 5, 'again', 9]) dict_keys(['c', 'd', 'e', 'a', 'q']) dict_items([('c', 3), ('d', 4), ('e', 5), ('a', 'again'), ('q', 9)]) 5 again
try:
    for key in d:
        d[key + '!'] = 0
except RuntimeError as e:
    print(e)
# expect: dictionary changed size during iteration
class Default(dict):
    def __missing__(self, key):
        return f'<{key}>'


m = Default(a=1)
print(m['a'], m['b'], m.get('b'), 'b' in m, m, d == dict(d), {} == {}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, dict(m, b=2), m.copy())
# expect: 1 <b> None False {'a': 1} True True True {'a': 1, 'b': 2} {'a': 1}
deep = {}
deep['self'] = deep
print(deep, {1: {2: {3: []}}}, {(1, 2): 'tuple', frozenset([1]): 'set', None: 0, ...: 1})
# expect: {'self': {...}} {1: {2: {3: []}}} {(1, 2): 'tuple', frozenset({1}): 'set', None: 0, Ellipsis: 1}
for text in ('{}["x"]', '{}[1]', '{[]: 1}', '{}.popitem()', '{}.pop(1)', 'dict(1)', 'dict([1])', 'dict([(1, 2, 3)])', '{} + {}', '{} | []', 'd.keys()[0]', 'dict(**{1: 2})', '{}.fromkeys(1)', '{}.update(1)', '{{}}'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: {}["x"] -> KeyError 'x'
# expect: {}[1] -> KeyError 1
# expect: {[]: 1} -> TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# expect: {}.popitem() -> KeyError 'popitem(): dictionary is empty'
# expect: {}.pop(1) -> KeyError 1
# expect: dict(1) -> TypeError 'int' object is not iterable
# expect: dict([1]) -> TypeError object is not iterable
# expect: dict([(1, 2, 3)]) -> ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: {} + {} -> TypeError unsupported operand type(s) for +: 'dict' and 'dict'
# expect: {} | [] -> TypeError unsupported operand type(s) for |: 'dict' and 'list'
# expect: d.keys()[0] -> TypeError 'dict_keys' object is not subscriptable
# expect: dict(**{1: 2}) -> TypeError keywords must be strings
# expect: {}.fromkeys(1) -> TypeError 'int' object is not iterable
# expect: {}.update(1) -> TypeError 'int' object is not iterable
# expect: {{}} -> TypeError cannot use 'dict' as a set element (unhashable type: 'dict')
