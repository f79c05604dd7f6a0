# Classes: attributes, methods, binding, class bodies, class variables, isinstance, repr, deletion, __dict__, __class__ assignment.
class Animal:
    """An animal."""
    kingdom = 'animalia'
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f'{self.name} makes a sound'

    def __repr__(self):
        return f'{type(self).__name__}({self.name!r})'


class Dog(Animal):
    def speak(self):
        return super().speak() + ': woof'


d = Dog('rex')
print(d, d.speak(), Animal.count, d.kingdom, Dog.__name__, Dog.__bases__, Dog.__doc__, Animal.__doc__, Dog.__module__, Dog.__qualname__, isinstance(d, Animal), issubclass(Dog, object), type(d) is Dog)
# expect: Dog('rex') rex makes a sound: woof 1 animalia Dog (<class '__main__.Animal'>,) None An animal. __main__ Dog True True True
d.kingdom = 'own'
print(d.kingdom, Animal.kingdom, d.__dict__, 'speak' in Dog.__dict__, sorted(k for k in Animal.__dict__ if not k.startswith('__')), vars(d) is d.__dict__, hasattr(d, 'x'), getattr(d, 'x', 'none'))
# expect: own animalia {'name': 'rex', 'kingdom': 'own'} True ['count', 'kingdom', 'speak'] True False none
del d.kingdom
setattr(d, 'age', 3)
m = d.speak
print(m.__self__ is d, m.__func__ is Dog.speak, m == d.speak, m is d.speak, d.age, d.kingdom, Dog.speak(d), callable(m), Animal.speak(d))
# expect: True True True False 3 animalia rex makes a sound: woof True rex makes a sound
class Cat(Animal):
    pass


d.__class__ = Cat
print(d, d.speak(), dir(d)[-4:])
# expect: Cat('rex') rex makes a sound ['count', 'kingdom', 'name', 'speak']
class Body:
    x = 1
    for i in range(3):
        x += i
    y = [x]
    if x > 3:
        def f(self):
            return self.y

    class Inner:
        z = 'inner'


print(Body.x, Body.i, Body().f(), Body.Inner.z, Body.Inner.__qualname__, Body.f.__qualname__)
# expect: 4 2 [4] inner Body.Inner Body.f
def make():
    class Local:
        def m(self): pass
    return Local


print(make().__qualname__, make().m.__qualname__, make() is make(), type('Dyn', (Body,), {'w': 5}).w, type('Dyn', (), {}).__name__, (lambda self: self).__get__(5)())
# expect: make.<locals>.Local make.<locals>.Local.m False 5 Dyn 5
Animal.speak = lambda self: 'patched'
print(Dog('z').speak(), Cat('c').speak())
# expect: patched: woof patched
for text in ('Animal()', 'Animal(1, 2)', 'd.nope', 'Animal.nope', 'del d.nope', 'class X(5): pass', 'class X(int, str): pass', 'class X(Dog, Animal): pass\nclass Y(Animal, Dog): pass', 'class X(bool): pass', 'd.__class__ = int', 'class X(Dog, Dog): pass', 'type("a", 1)', 'object.x = 1', 'class X(type(None)): pass', 'd.__dict__ = 5', 'Dog.__bases__ = (int,)', 'class X(metaclass=5): pass', 'isinstance(1, 5)', 'issubclass(5, int)', 'super()', 'Dog.__name__ = 5', 'class X:\n  def __init__(self): return 5\nX()', 'class X:\n  def __new__(cls): return 5\nprint(X())'):
    try:
        exec(text)
    except Exception as e:
        print(repr(text), '->', type(e).__name__, e)
# expect: 'Animal()' -> TypeError Animal.__init__() missing 1 required positional argument: 'name'
# expect: 'Animal(1, 2)' -> TypeError Animal.__init__() takes 2 positional arguments but 3 were given
# expect: 'd.nope' -> AttributeError 'Cat' object has no attribute 'nope'
# expect: 'Animal.nope' -> AttributeError type object 'Animal' has no attribute 'nope'
# expect: 'del d.nope' -> AttributeError 'Cat' object has no attribute 'nope'
# expect: 'class X(5): pass' -> TypeError int expected at most 2 arguments, got 3
# expect: 'class X(int, str): pass' -> TypeError multiple bases have instance lay-out conflict
# expect: 'class X(Dog, Animal): pass\nclass Y(Animal, Dog): pass' -> TypeError Cannot create a consistent method resolution order (MRO) for bases Animal, Dog
# expect: 'class X(bool): pass' -> TypeError type 'bool' is not an acceptable base type
# expect: 'd.__class__ = int' -> TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: 'class X(Dog, Dog): pass' -> TypeError duplicate base class Dog
# expect: 'type("a", 1)' -> TypeError type() takes 1 or 3 arguments
# expect: 'object.x = 1' -> TypeError cannot set 'x' attribute of immutable type 'object'
# expect: 'class X(type(None)): pass' -> TypeError type 'NoneType' is not an acceptable base type
# expect: 'd.__dict__ = 5' -> TypeError __dict__ must be set to a dictionary, not a 'int'
# expect: 'Dog.__bases__ = (int,)' -> TypeError __bases__ assignment: 'int' deallocator differs from 'Animal'
# expect: 'class X(metaclass=5): pass' -> TypeError 'int' object is not callable
# expect: 'isinstance(1, 5)' -> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: 'issubclass(5, int)' -> TypeError issubclass() arg 1 must be a class
# expect: 'super()' -> RuntimeError super(): no arguments
# expect: 'Dog.__name__ = 5' -> TypeError can only assign string to Dog.__name__, not 'int'
# expect: 'class X:\n  def __init__(self): return 5\nX()' -> TypeError __init__() should return None, not 'int'
# expect: 5
