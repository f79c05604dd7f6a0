"""Sums of several strs in loops: made at once, and right where one part is none, or of another class."""


class Text(str):
    def __add__(self, other):
        return 'mine'

    def __radd__(self, other):
        return 'reflected'


def tagged(name, text, end):
    return '<' + name + '>' + text + end


def built(name, number):
    s = name + ':'
    s += f' {number}' + '.'
    return s + '!' + s


def wide(a, b):
    return a + 'é' + b + '\U0001f600' + a


def repeated(parts):
    out = ''
    for p in parts:
        out += '[' + p + ']' + out[:1]
    return out


for warm in range(3000):
    tagged('b', 'x', '')
    built('n', warm)
    wide('a', 'b')
    repeated('ab')
print(tagged('b', 'bold', '</b>'), built('n', 2), wide('\ud800', 'z').encode('utf-8', 'replace'), repeated('abcd'))
# expect: <b>bold</b> n: 2.!n: 2. b'?\xc3\xa9z\xf0\x9f\x98\x80?' [a][b][[c][[d][
for arguments in (1, 'a', ''), ('a', 1, ''), ('a', 'b', None), (Text('a'), 'b', 'c'), ('a', Text('b'), 'c'), ('a', 'b', Text('c')):
    try:
        print(tagged(*arguments))
    except TypeError as e:
        print(e)
# expect: can only concatenate str (not "int") to str
# expect: can only concatenate str (not "int") to str
# expect: can only concatenate str (not "NoneType") to str
# expect: reflected>bc
# expect: reflectedc
# expect: reflected
print(built('n', Text('x')), built(Text('n'), 1))
# expect: n: x.!n: x. mine 1.!mine 1.
for i in range(2000):
    tagged(Text('a') if i % 3 else 'a', 'b', Text('c') if i % 5 else 'c')
print(tagged(Text('a'), 'b', 'c'), tagged('a', 'b', Text('c')), tagged('a', 'b', 'c'))
# expect: reflected>bc reflected <a>bc
