# Methods of str in hot loops: on plain strs, then on astral ones, subclasses, and what they refuse.
class Word(str):
    def upper(self):
        return 'own ' + str.upper(self)


def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


def taken_apart(text, sep):
    out = []
    for part in text.split(sep):
        head, middle, tail = part.partition(':')
        out.append(tail + middle + head.upper() + part.lower().strip())
    return '|'.join(out)


def counted(texts, part):
    n = 0
    for t in texts:
        n += t.count(part) * 100 + t.find(part)
        if t.startswith(part):
            n += 10_000
        if t.endswith(part):
            n += 100_000
    return n


def changed(texts, old, new):
    out = []
    for t in texts:
        out.append(t.replace(old, new))
    return out


def joined(sep, parts):
    return sep.join(parts)


def words(text):
    n = 0
    for _ in range(10):
        n += len(text.split())
    return n


line = 'Ab:c;dE: f ;:;x'
for i in range(1500):
    r = taken_apart(line, ';')
print(r)
# expect: c:ABab:c| f :DEde: f|::|Xx
print(taken_apart('', ';'), taken_apart('a😀:ß;😀', ';'))
# expect:  ß:A😀a😀:ß|😀😀
print(taken_apart('a😀b😀c', '😀'), taken_apart(Word('w:v;y:z'), ';'))
# expect: Aa|Bb|Cc v:Ww:v|z:Yy:z
print(tried(taken_apart, line, ''), tried(taken_apart, line, 3), tried(taken_apart, 3, ';'), sep='\n')
# expect: ValueError: empty separator
# expect: TypeError: must be str or None, not int
# expect: AttributeError: 'int' object has no attribute 'split'
print(taken_apart('ὈΔΥΣΣΕΎΣ:ŉ ;İ', ';'))
# expect: ŉ :ὈΔΥΣΣΕΎΣὀδυσσεύσ:ŉ|İi̇

texts = ['aba', 'bab', '', 'ab' * 40]
for i in range(1500):
    n = counted(texts, 'ab')
print(n)
# expect: 224200
print(counted(texts, ''), counted(texts, '😀'), counted(['😀ab', Word('abab')], 'ab'))
# expect: 449000 -4 210301
print(tried(counted, texts, 1), tried(counted, texts, None), sep='\n')
# expect: TypeError: count() argument 1 must be str, not int
# expect: TypeError: count() argument 1 must be str, not None
print(tried(counted, [b'ab'], 'ab'))
# expect: TypeError: argument should be integer or bytes-like object, not 'str'

for i in range(1500):
    c = changed(texts, 'a', 'xy')
print(c[:3], changed(texts[:2], '', '-'), changed(['a😀a'], 'a', '😀') == ['😀😀😀'], changed(texts[:1], 'aba', ''))
# expect: ['xybxy', 'bxyb', ''] ['-a-b-a-', '-b-a-b-'] True ['']
print(tried(changed, texts, 'a', 1))
# expect: TypeError: replace() argument 2 must be str, not int

for i in range(1500):
    j = joined(', ', texts[:3]), joined('', ('x', 'y')), joined('-', []), joined('-', ['one'])
print(j)
# expect: ('aba, bab, ', 'xy', '', 'one')
print(joined('😀', ['a', 'b']) == 'a😀b', joined('-', ['a', '😀']) == 'a-😀', joined('-', [Word('a'), 'b']), type(joined('-', [Word('a')])) is str)
# expect: True True a-b True
print(joined('-', 'abc'), joined('-', {'k': 1}), joined('-', (c for c in 'xyz')))
# expect: a-b-c k x-y-z
print(tried(joined, '-', ['a', 1]), tried(joined, '-', 1), tried(joined, 1, []), sep='\n')
# expect: TypeError: sequence item 1: expected str instance, int found
# expect: TypeError: can only join an iterable
# expect: AttributeError: 'int' object has no attribute 'join'

for i in range(1500):
    w = words(' a  b\tc\n')
print(w, words(''), words('😀 😀'), words('\u2003x\x1cy\u3000'))
# expect: 30 0 20 20


def loud(texts):
    return [t.upper() for t in texts]


for i in range(1500):
    u = loud(['a', 'ß'])
print(u, loud([Word('w')] * 200)[0], loud(['😀a'])[0] == '😀A')
# expect: ['A', 'SS'] own W True
