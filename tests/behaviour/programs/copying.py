# copy, deepcopy and pickle: identity, cycles, hooks, slots, exceptions, functions by name.
import copy, pickle
class Plain:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __eq__(self, o): return type(self) is type(o) and self.__dict__ == o.__dict__


class Slots:
    __slots__ = ('a', 'b')


class Hooked:
    def __init__(self, x): self.x = x
    def __getstate__(self): return {'x': self.x * 10}
    def __setstate__(self, state): self.x = state['x'] + 1


class New(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)


class Reduced:
    def __init__(self, v): self.v = v
    def __reduce__(self): return Reduced, (self.v + 1,)


p = Plain(items=[1, [2]], me=None)
p.me = p
shallow, deep = copy.copy(p), copy.deepcopy(p)
print(shallow.items is p.items, shallow.me is p, deep.items is p.items, deep.me is deep, deep.items == p.items)
# expect: True True False True True
s = Slots()
s.a = [1]
for make in (copy.copy, copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o))):
    t = make(s)
    print(t.a, t.a is s.a, hasattr(t, 'b'), make(Hooked(1)).x, make(New(1, 2)), type(make(New(1, 2))).__name__, make(Reduced(1)).v)
# expect: [1] True False 11 (1, 2) New 2
# expect: [1] False False 11 (1, 2) New 2
# expect: [1] False False 11 (1, 2) New 2
same = [1]
for protocol in range(6):
    data = [None, True, -1, 2 ** 100, 1.5, 'é😀', b'\x00', bytearray(b'x'), (1, 2), [same, same], {'k': {1}}, frozenset([1]), 1j, range(3), slice(1), ..., int, len, Plain, ValueError('v', 1), Plain(a=1), NotImplemented]
    back = pickle.loads(pickle.dumps(data, protocol))
    print(protocol, back[:-7] == data[:-7], back[9][0] is back[9][1], back[-7:-3], type(back[-3]).__name__, back[-3].args, back[-2].a)
# expect: 0 True True [Ellipsis, <class 'int'>, <built-in function len>, <class '__main__.Plain'>] ValueError ('v', 1) 1
# expect: 1 True True [Ellipsis, <class 'int'>, <built-in function len>, <class '__main__.Plain'>] ValueError ('v', 1) 1
# expect: 2 True True [Ellipsis, <class 'int'>, <built-in function len>, <class '__main__.Plain'>] ValueError ('v', 1) 1
# expect: 3 True True [Ellipsis, <class 'int'>, <built-in function len>, <class '__main__.Plain'>] ValueError ('v', 1) 1
# expect: 4 True True [Ellipsis, <class 'int'>, <built-in function len>, <class '__main__.Plain'>] ValueError ('v', 1) 1
# expect: 5 True True [Ellipsis, <class 'int'>, <built-in function len>, <class '__main__.Plain'>] ValueError ('v', 1) 1
loop = []
loop.append({'loop': loop})
again = pickle.loads(pickle.dumps(loop))
print(again[0]['loop'] is again, copy.copy([1, 2]), copy.deepcopy((1, [2])), copy.copy(5), copy.deepcopy(len) is len, copy.replace(slice(1, 2), ) if False else 'ok')
# expect: True [1, 2] (1, [2]) 5 True ok
for text in ('pickle.dumps(lambda: 1)', 'pickle.loads(b"")', 'pickle.loads(b"garbage")', 'copy.copy(iter([]).__class__) and 1', 'pickle.dumps(x for x in [])', 'pickle.loads(pickle.dumps(1)[:-1])'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, str(e).partition(' at 0x')[0][:60])
# expect: pickle.dumps(lambda: 1) -> PicklingError Can't pickle <function <lambda>
# expect: pickle.loads(b"") -> EOFError Ran out of input
# expect: pickle.loads(b"garbage") -> UnpicklingError pickle data was truncated
# expect: copy.copy(iter([]).__class__) and 1 1
# expect: pickle.dumps(x for x in []) -> TypeError cannot pickle 'generator' object
# expect: pickle.loads(pickle.dumps(1)[:-1]) -> EOFError Ran out of input
