# Weak references, proxies, weak containers, finalize; objects that keep or lose their referents on request.
import gc, weakref
class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f'Node({self.name})'


n = Node('a')
r = weakref.ref(n)
p = weakref.proxy(n)
print(r() is n, r == weakref.ref(n), hash(r) == hash(n), p.name, weakref.getweakrefcount(n) >= 1, weakref.ref(n) is r, type(r).__name__)
# expect: True True True a True True ReferenceType
p.name = 'changed'
d = weakref.WeakKeyDictionary({n: 1})
v = weakref.WeakValueDictionary(k=n)
s = weakref.WeakSet([n])
print(n.name, d[n], v['k'], n in s, len(d), len(v), len(s), list(d.items()))
# expect: changed 1 Node(changed) True 1 1 1 [(Node(changed), 1)]
f = weakref.finalize(n, print, 'finalized')
print(f.alive, f.peek()[1] is print)
# expect: True True
f()
# expect: finalized
print(f.alive)
# expect: False
m = Node('b')
wm = weakref.WeakMethod(m.__repr__)
print(wm()(), weakref.ref(Node).__class__.__name__)
# expect: Node(b) ReferenceType
for text in ('weakref.ref(5)', 'weakref.ref("a")', 'weakref.ref([])', 'weakref.ref(None)', 'weakref.proxy(5)', 'weakref.ref()', 'hash(weakref.proxy(n))', 'p.nope'):
    try:
        print(eval(text))
    except (TypeError, AttributeError) as e:
        print(text, '->', e)
# expect: weakref.ref(5) -> cannot create weak reference to 'int' object
# expect: weakref.ref("a") -> cannot create weak reference to 'str' object
# expect: weakref.ref([]) -> cannot create weak reference to 'list' object
# expect: weakref.ref(None) -> cannot create weak reference to 'NoneType' object
# expect: weakref.proxy(5) -> cannot create weak reference to 'int' object
# expect: weakref.ref() -> __new__ expected at least 1 argument, got 0
# expect: hash(weakref.proxy(n)) -> unhashable type: 'weakref.ProxyType'
# expect: p.nope -> 'Node' object has no attribute 'nope'
class Slotted:
    __slots__ = ('x',)


class WithWeak:
    __slots__ = ('x', '__weakref__')


try:
    weakref.ref(Slotted())
except TypeError as e:
    print(e)
# expect: cannot create weak reference to 'Slotted' object
w = WithWeak()
print(weakref.ref(w)() is w, isinstance(gc.collect(), int), gc.isenabled())
# expect: True True True
# a method that its class has lost dies, whoever bound it before
def lost():
    class Short:
        def method(self):
            pass

    short = Short()
    bound = weakref.WeakMethod(short.method)
    function = weakref.ref(short.method.__func__)
    del Short.method
    gc.collect()
    return bound(), function()


print({lost() for _ in range(5)})
# expect: {(None, None)}
# what only a callback still had dies with the next collection
class Finalizer(weakref.finalize):
    pass


def finished():
    node = Node('c')

    def callback():
        pass

    function, finalizer = weakref.ref(callback), weakref.ref(Finalizer(node, callback))
    del callback, node
    gc.collect()
    gc.collect()
    return function(), finalizer()


print({finished() for _ in range(5)})
# expect: {(None, None)}
# suspended generators that are found dead together end in the order in which they began
ended = []


def suspended(number):
    try:
        yield
    finally:
        ended.append(number)


def suspend():
    for number in range(300):
        next(suspended(number))


suspend()
gc.collect()
print(len(ended), ended == sorted(ended))
# expect: 300 True
