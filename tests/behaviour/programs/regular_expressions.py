# re: groups, flags, substitution, splitting, look-around, possessive and atomic forms, unicode, bytes, errors.
import re
m = re.match(r'(?P<word>\w+)\s(?P<num>\d+)?(x)?', 'abc 42!')
print(m, m.group(), m.groups(), m.groupdict(), m['word'], m.span('num'), m.start(3), m.lastgroup, m.lastindex, m.expand(r'\2-\g<word>'), m.groups('none'), m.pos, m.endpos, m.re.pattern, m.string)
# expect: <re.Match object; span=(0, 6), match='abc 42'> abc 42 ('abc', '42', None) {'word': 'abc', 'num': '42'} abc (4, 6) -1 num 2 42-abc ('abc', '42', 'none') 0 7 (?P<word>\w+)\s(?P<num>\d+)?(x)? abc 42!
print(re.findall(r'a(b)?', 'abaab'), re.findall(r'\d+', 'a1b22'), re.findall(r'(a)(b)', 'abab'), [x.span() for x in re.finditer('', 'ab')], re.split(r'(,)\s*', 'a, b,c'), re.split(r'\b', 'hi you'), re.split('x*', 'axbc'), re.split(',', 'a,b,c', maxsplit=1))
# expect: ['b', '', 'b'] ['1', '22'] [('a', 'b'), ('a', 'b')] [(0, 0), (1, 1), (2, 2)] ['a', ',', 'b', ',', 'c'] ['', 'hi', ' ', 'you', ''] ['', 'a', '', 'b', 'c', ''] ['a', 'b,c']
print(re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2'), re.sub('x*', '-', 'abxd'), re.subn('a', lambda m: m.group().upper(), 'banana', count=2), re.sub(r'(?P<n>a)', r'[\g<n>]', 'cat'), re.sub('a', r'\n', 'a'), re.escape('a.b*c é'))
# expect: 1a 2b -a-b--d- ('bAnAna', 2) c[a]t
# expect:  a\.b\*c\ é
print(re.search(r'(?<=\$)\d+(?!\d|\.)', 'cost $120 $5.5').group(), re.search(r'(?<!a)b', 'abb').start(), bool(re.fullmatch(r'a|ab', 'ab')), re.match(r'(a+)+$', 'a' * 20 + 'b'), re.search(r'(?i:A)b', 'ab').group(), re.match(r'(?:a|b)++c', 'abac').group(), re.match(r'(?>a*)ab', 'aab'), re.match(r'(a)?(?(1)b|c)', 'ab').group())
# expect: 120 2 True None ab abac None ab
print(re.match(r'^b$', 'a\nb\nc', re.M), re.findall(r'^\w$', 'a\nb', re.M), re.match('a.b', 'a\nb', re.S).group(), re.match(r'''a  # letter
  \d{2,3}?  # digits''', 'a1234', re.X).group(), re.findall(r'\w', 'aé字_-'), re.findall(r'\w', 'aé', re.A), re.match('É', 'é', re.I).group(), re.findall(rb'\d', b'a1'), re.match('ſ', 's', re.I), re.findall(r'[^\W\d_]+', 'ab1_c'), re.findall(r'[a-f\d\-\]]', 'g-1]f'))
# expect: None ['a', 'b'] a
# expect: b a12 ['a', 'é', '字', '_'] ['a'] é [b'1'] <re.Match object; span=(0, 1), match='s'> ['ab', 'c'] ['-', '1', ']', 'f']
p = re.compile(r'(\d+)(?P<unit>cm|m)', re.I | re.U)
print(p, p.flags, p.groups, p.groupindex, p.search('x 5 5CM').span(), p.match('a5m', 1).group(), p.fullmatch('5m').groups(), p == re.compile(r'(\d+)(?P<unit>cm|m)', re.I), hash(p) == hash(p), p.sub('', 'a5mb'), re.match(r'\bfoo\b', 'foo bar').end(), re.match('(?s).*', 'a\nb').group(), re.match(r'(.)\1', 'aa').group(), re.match(r'(?P<q>["\']).*?(?P=q)', '"a\'b"').group())
# expect: re.compile('(\\d+)(?P<unit>cm|m)', re.IGNORECASE) 34 2 {'unit': 2} (4, 7) 5m ('5', 'm') True True ab 3 a
# expect: b aa "a'b"
for text in (r'a(b', r'a)', r'[a', r'*a', r'a**', r'(?P<1a>x)', r'(?P<a>x)(?P<a>y)', r'\1', r'(?<=a*)b', r'a{2,1}', r'(?z)', r'[z-a]', r'\p', r'(?P=nope)', '\\', r'(?:', r'(?(2)a)', r'x{99999999999}', r'a(?i)b', r'(?P<n', r'[[:alpha:]]'):
    try:
        re.compile(text)
        print(text, 'compiles')
    except re.error as e:
        print(text, '->', e.msg, e.pos)
    except OverflowError as e:
        print(text, '->', e)
# expect: a(b -> missing ), unterminated subpattern 1
# expect: a) -> unbalanced parenthesis 1
# expect: [a -> unterminated character set 0
# expect: *a -> nothing to repeat 0
# expect: a** -> multiple repeat 2
# expect: (?P<1a>x) -> bad character in group name '1a' 4
# expect: (?P<a>x)(?P<a>y) -> redefinition of group name 'a' as group 2; was group 1 12
# expect: \1 -> invalid group reference 1 1
# expect: (?<=a*)b -> look-behind requires fixed-width pattern None
# expect: a{2,1} -> min repeat greater than max repeat 2
# expect: (?z) -> unknown extension ?z 1
# expect: [z-a] -> bad character range z-a 1
# expect: \p -> bad escape \p 0
# expect: (?P=nope) -> unknown group name 'nope' 4
# expect: \ -> bad escape (end of pattern) 0
# expect: (?: -> missing ), unterminated subpattern 0
# expect: (?(2)a) -> invalid group reference 2 3
# expect: x{99999999999} -> the repetition number is too large
# expect: a(?i)b -> global flags not at the start of the expression 1
# expect: (?P<n -> missing >, unterminated name 4
# expect: [[:alpha:]] compiles
