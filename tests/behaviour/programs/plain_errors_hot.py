"""What hot code raises without anybody to ask: attributes that are not there, divisions by zero, texts that are no int; and what only looks like it."""
import math
import traceback


class Plain:
    shared = 1


class Slotted:
    __slots__ = ('a', 'b')


class Asked:
    def __getattr__(self, name):
        if name == 'made':
            return 'made up'
        raise AttributeError('none of ' + name)


class Checked:
    asked = 0

    @property
    def value(self):
        Checked.asked += 1
        raise AttributeError('the property says so')

    @property
    def made(self):
        Checked.asked += 1
        return 'by the property'


class Own:
    def __getattribute__(self, name):
        if name == 'made':
            return 'own'
        raise AttributeError('own rules', name=name, obj=None)


def attribute(o):
    try:
        return o.made
    except AttributeError as e:
        return str(e), e.name, e.obj is o


def value(o):
    try:
        return o.value
    except AttributeError as e:
        return str(e), [f.line for f in traceback.extract_tb(e.__traceback__)]


def method(o):
    try:
        return o.run(1)
    except AttributeError as e:
        return str(e)


def number(text):
    try:
        return int(text)
    except (ValueError, TypeError) as e:
        return type(e).__name__, str(e), len(traceback.extract_tb(e.__traceback__))


def divided(a, b):
    out = []
    try:
        out.append(a / b)
    except (ZeroDivisionError, TypeError) as e:
        out.append(str(e))
    try:
        out.append(a // b)
    except (ZeroDivisionError, TypeError) as e:
        out.append(str(e))
    try:
        out.append(a % b)
    except (ZeroDivisionError, TypeError) as e:
        out.append(str(e))
    try:
        a //= b
    except (ZeroDivisionError, TypeError) as e:
        out.append(str(e))
    return out, a


class Part:
    def __truediv__(self, other):
        return 'part', other

    def __rmod__(self, other):
        return other, 'of part'


filled = Plain()
filled.made = 'in the dict'
slotted = Slotted()
slotted.a = 1
OBJECTS = [None, Plain(), filled, slotted, Asked(), Checked(), Own(), math, 1, 'text', Plain, [1]]
TEXTS = ['12', 'twelve', ' 7 ', '1_000', '1__0', '', '-', '٣', '9' * 30, 'x' * 300, b'5', b'x', 2.5, None, True]
NUMBERS = [(1, 0), (0, 0), (1.5, 0), (2, 0.0), (7, 2), (True, False), (10**30, 0), (-3, -0.0), (1j, 0), ('%d!', 3), (1, None), (Part(), 0), (5, Part())]

for turn in range(300):
    Checked.asked = 0
    seen = [(attribute(o), method(o)) for o in OBJECTS]
    seen += [value(o) for o in (None, Plain(), Checked(), Asked())]
    seen.append(Checked.asked)
    seen += [number(t) for t in TEXTS]
    for a, b in NUMBERS:
        out, left = divided(a, b)
        seen.append((out, left if not isinstance(left, Part) else 'part'))
    shown = [repr(x).replace(repr(NUMBERS[-1][1]), 'Part').replace(repr(NUMBERS[-2][0]), 'Part') for x in seen]
    if turn in (0, 299):
        print('\n'.join(shown))
    elif shown != before:
        print(turn, [(a, b) for a, b in zip(shown, before) if a != b])
    before = shown
# expect: (("'NoneType' object has no attribute 'made'", 'made', True), "'NoneType' object has no attribute 'run'")
# expect: (("'Plain' object has no attribute 'made'", 'made', True), "'Plain' object has no attribute 'run'")
# expect: ('in the dict', "'Plain' object has no attribute 'run'")
# expect: (("'Slotted' object has no attribute 'made'", 'made', True), "'Slotted' object has no attribute 'run'")
# expect: ('made up', 'none of run')
# expect: ('by the property', "'Checked' object has no attribute 'run'")
# expect: ('own', 'own rules')
# expect: (("module 'math' has no attribute 'made'", 'made', True), "module 'math' has no attribute 'run'")
# expect: (("'int' object has no attribute 'made'", 'made', True), "'int' object has no attribute 'run'")
# expect: (("'str' object has no attribute 'made'", 'made', True), "'str' object has no attribute 'run'")
# expect: (("type object 'Plain' has no attribute 'made'", 'made', True), "type object 'Plain' has no attribute 'run'")
# expect: (("'list' object has no attribute 'made'", 'made', True), "'list' object has no attribute 'run'")
# expect: ("'NoneType' object has no attribute 'value'", ['return o.value'])
# expect: ("'Plain' object has no attribute 'value'", ['return o.value'])
# expect: ('the property says so', ['return o.value', "raise AttributeError('the property says so')"])
# expect: ('none of value', ['return o.value', "raise AttributeError('none of ' + name)"])
# expect: 2
# expect: 12
# expect: ('ValueError', "invalid literal for int() with base 10: 'twelve'", 1)
# expect: 7
# expect: 1000
# expect: ('ValueError', "invalid literal for int() with base 10: '1__0'", 1)
# expect: ('ValueError', "invalid literal for int() with base 10: ''", 1)
# expect: ('ValueError', "invalid literal for int() with base 10: '-'", 1)
# expect: 3
# expect: 999999999999999999999999999999
# expect: ('ValueError', "invalid literal for int() with base 10: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 1)
# expect: 5
# expect: ('ValueError', "invalid literal for int() with base 10: b'x'", 1)
# expect: 2
# expect: ('TypeError', "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'", 1)
# expect: 1
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 1)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 0)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 1.5)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 2)
# expect: ([3.5, 3, 1], 3)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], True)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 1000000000000000000000000000000)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], -3)
# expect: (['division by zero', "unsupported operand type(s) for //: 'complex' and 'int'", "unsupported operand type(s) for %: 'complex' and 'int'", "unsupported operand type(s) for //=: 'complex' and 'int'"], 1j)
# expect: (["unsupported operand type(s) for /: 'str' and 'int'", "unsupported operand type(s) for //: 'str' and 'int'", '3!', "unsupported operand type(s) for //=: 'str' and 'int'"], '%d!')
# expect: (["unsupported operand type(s) for /: 'int' and 'NoneType'", "unsupported operand type(s) for //: 'int' and 'NoneType'", "unsupported operand type(s) for %: 'int' and 'NoneType'", "unsupported operand type(s) for //=: 'int' and 'NoneType'"], 1)
# expect: ([('part', 0), "unsupported operand type(s) for //: 'Part' and 'int'", "unsupported operand type(s) for %: 'Part' and 'int'", "unsupported operand type(s) for //=: 'Part' and 'int'"], 'part')
# expect: (["unsupported operand type(s) for /: 'int' and 'Part'", "unsupported operand type(s) for //: 'int' and 'Part'", (5, 'of part'), "unsupported operand type(s) for //=: 'int' and 'Part'"], 5)
# expect: (("'NoneType' object has no attribute 'made'", 'made', True), "'NoneType' object has no attribute 'run'")
# expect: (("'Plain' object has no attribute 'made'", 'made', True), "'Plain' object has no attribute 'run'")
# expect: ('in the dict', "'Plain' object has no attribute 'run'")
# expect: (("'Slotted' object has no attribute 'made'", 'made', True), "'Slotted' object has no attribute 'run'")
# expect: ('made up', 'none of run')
# expect: ('by the property', "'Checked' object has no attribute 'run'")
# expect: ('own', 'own rules')
# expect: (("module 'math' has no attribute 'made'", 'made', True), "module 'math' has no attribute 'run'")
# expect: (("'int' object has no attribute 'made'", 'made', True), "'int' object has no attribute 'run'")
# expect: (("'str' object has no attribute 'made'", 'made', True), "'str' object has no attribute 'run'")
# expect: (("type object 'Plain' has no attribute 'made'", 'made', True), "type object 'Plain' has no attribute 'run'")
# expect: (("'list' object has no attribute 'made'", 'made', True), "'list' object has no attribute 'run'")
# expect: ("'NoneType' object has no attribute 'value'", ['return o.value'])
# expect: ("'Plain' object has no attribute 'value'", ['return o.value'])
# expect: ('the property says so', ['return o.value', "raise AttributeError('the property says so')"])
# expect: ('none of value', ['return o.value', "raise AttributeError('none of ' + name)"])
# expect: 2
# expect: 12
# expect: ('ValueError', "invalid literal for int() with base 10: 'twelve'", 1)
# expect: 7
# expect: 1000
# expect: ('ValueError', "invalid literal for int() with base 10: '1__0'", 1)
# expect: ('ValueError', "invalid literal for int() with base 10: ''", 1)
# expect: ('ValueError', "invalid literal for int() with base 10: '-'", 1)
# expect: 3
# expect: 999999999999999999999999999999
# expect: ('ValueError', "invalid literal for int() with base 10: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 1)
# expect: 5
# expect: ('ValueError', "invalid literal for int() with base 10: b'x'", 1)
# expect: 2
# expect: ('TypeError', "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'", 1)
# expect: 1
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 1)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 0)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 1.5)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 2)
# expect: ([3.5, 3, 1], 3)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], True)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], 1000000000000000000000000000000)
# expect: (['division by zero', 'division by zero', 'division by zero', 'division by zero'], -3)
# expect: (['division by zero', "unsupported operand type(s) for //: 'complex' and 'int'", "unsupported operand type(s) for %: 'complex' and 'int'", "unsupported operand type(s) for //=: 'complex' and 'int'"], 1j)
# expect: (["unsupported operand type(s) for /: 'str' and 'int'", "unsupported operand type(s) for //: 'str' and 'int'", '3!', "unsupported operand type(s) for //=: 'str' and 'int'"], '%d!')
# expect: (["unsupported operand type(s) for /: 'int' and 'NoneType'", "unsupported operand type(s) for //: 'int' and 'NoneType'", "unsupported operand type(s) for %: 'int' and 'NoneType'", "unsupported operand type(s) for //=: 'int' and 'NoneType'"], 1)
# expect: ([('part', 0), "unsupported operand type(s) for //: 'Part' and 'int'", "unsupported operand type(s) for %: 'Part' and 'int'", "unsupported operand type(s) for //=: 'Part' and 'int'"], 'part')
# expect: (["unsupported operand type(s) for /: 'int' and 'Part'", "unsupported operand type(s) for //: 'int' and 'Part'", (5, 'of part'), "unsupported operand type(s) for //=: 'int' and 'Part'"], 5)
