# Closures: cells are shared and late bound; nonlocal; nested scopes; deletion; class bodies do not make a scope for functions.
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def read():
        return n
    return up, read


up, read = counter()
up()
up(5)
print(read(), counter()[1](), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
# expect: 6 0 6 ('n',) ('n',)
def late():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    i = 'changed'
    return [f() for f in fs]


print(late())
# expect: ['changed', 'changed', 'changed']
def unbound():
    def f():
        return value
    try:
        f()
    except NameError as e:
        print(e)
    value = 1
    print(f())
    del value
    try:
        f()
    except NameError as e:
        print(e)
    try:
        value
    except UnboundLocalError as e:
        print(e)


unbound()
# expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope
# expect: 1
# expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope
# expect: cannot access local variable 'value' where it is not associated with a value
def levels(a):
    def two(b):
        def three(c):
            nonlocal a
            a += 1
            return a, b, c
        return three
    return two


three = levels(1)(2)
print(three(3), three(4))
# expect: (2, 2, 3) (3, 2, 4)
class Scope:
    x = 'class'

    def get(self):
        return x if 'x' in globals() else 'no global x'


print(Scope().get())
# expect: no global x
def swap():
    global created
    created = 'by global'
    __class__ = 5
    return __class__


print(swap(), created)
# expect: 5 by global
for text in ('def f():\n nonlocal q', 'def f(a):\n global a', 'nonlocal z', 'def f():\n print(a)\n global a', 'def f():\n a = 1\n nonlocal a', 'x = 1\nglobal x'):
    try:
        exec(compile(text, '<t>', 'exec'), {})
        print('fine')
    except SyntaxError as e:
        print(e.msg, e.lineno)
# expect: no binding for nonlocal 'q' found 2
# expect: name 'a' is parameter and global 2
# expect: nonlocal declaration not allowed at module level 1
# expect: name 'a' is used prior to global declaration 3
# expect: name 'a' is assigned to before nonlocal declaration 3
# expect: name 'x' is assigned to before global declaration 2
