# Patterns, matches, scanners and templates: methods, attributes, errors.
import re
import _sre

p = re.compile('(a)(?P<n>b)?')
m = p.match('ac')
B = re.compile(b'a')

def show(*texts):
    for text in texts:
        try:
            print(text, '=>', repr(eval(text)))
        except Exception as e:
            print(text, '=>', type(e).__name__, e)


show(
    'p.match(1)',
    "p.match(b'a')",
    "B.match('a')",
    'p.match()',
    'm',
    'm.group(5)',
    "m.group('x')",
    'm.group(1.5)',
    "m.group(0,1,2,'n')",
    'm.group()',
    "m['n']",
    'm[1]',
)
# expect: p.match(1) => TypeError expected string or bytes-like object, got 'int'
# expect: p.match(b'a') => TypeError cannot use a string pattern on a bytes-like object
# expect: B.match('a') => TypeError cannot use a bytes pattern on a string-like object
# expect: p.match() => TypeError match() missing required argument 'string' (pos 1)
# expect: m => <re.Match object; span=(0, 1), match='a'>
# expect: m.group(5) => IndexError no such group
# expect: m.group('x') => IndexError no such group
# expect: m.group(1.5) => IndexError no such group
# expect: m.group(0,1,2,'n') => ('a', 'a', None, None)
# expect: m.group() => 'a'
# expect: m['n'] => None
# expect: m[1] => 'a'
show(
    'm[9]',
    "m.start('n')",
    'm.end()',
    'm.span(1)',
    'm.start(4)',
    'm.groups()',
    "m.groups('d')",
    'm.groupdict()',
    'm.groupdict(default=3)',
    "m.expand('\\\\1')",
    "m.expand('x')",
    'm.expand(3)',
)
# expect: m[9] => IndexError no such group
# expect: m.start('n') => -1
# expect: m.end() => 1
# expect: m.span(1) => (0, 1)
# expect: m.start(4) => IndexError no such group
# expect: m.groups() => ('a', None)
# expect: m.groups('d') => ('a', 'd')
# expect: m.groupdict() => {'n': None}
# expect: m.groupdict(default=3) => {'n': 3}
# expect: m.expand('\\1') => 'a'
# expect: m.expand('x') => 'x'
# expect: m.expand(3) => TypeError decoding to str: need a bytes-like object, int found
show(
    "m.expand(r'\\2')",
    'm.regs',
    'm.lastgroup',
    'm.lastindex',
    'm.pos',
    'm.endpos',
    'm.string',
    'm.re',
    "p.sub(1,'a')",
    "p.sub('x','abac')",
    "p.sub('x','abac',1)",
    "p.sub(lambda m:None,'abac')",
)
# expect: m.expand(r'\2') => ''
# expect: m.regs => ((0, 1), (0, 1), (-1, -1))
# expect: m.lastgroup => None
# expect: m.lastindex => 1
# expect: m.pos => 0
# expect: m.endpos => 2
# expect: m.string => 'ac'
# expect: m.re => re.compile('(a)(?P<n>b)?')
# expect: p.sub(1,'a') => TypeError decoding to str: need a bytes-like object, int found
# expect: p.sub('x','abac') => 'xxc'
# expect: p.sub('x','abac',1) => 'xac'
# expect: p.sub(lambda m:None,'abac') => 'c'
show(
    "p.sub(lambda m:3,'abac')",
    "p.sub(b'x','a')",
    "B.sub(b'x',b'banana')",
    "B.sub('x',b'a')",
    "p.subn('x','abac')",
    "p.findall('abac')",
    "re.findall('a|','aba')",
    "re.findall('(a)','aba')",
    "p.split('xaby')",
    "re.split('x*','axbc')",
    'p.flags',
    'p.groups',
)
# expect: p.sub(lambda m:3,'abac') => TypeError sequence item 0: expected str instance, int found
# expect: p.sub(b'x','a') => TypeError sequence item 0: expected str instance, bytes found
# expect: B.sub(b'x',b'banana') => b'bxnxnx'
# expect: B.sub('x',b'a') => TypeError sequence item 0: expected a bytes-like object, str found
# expect: p.subn('x','abac') => ('xxc', 2)
# expect: p.findall('abac') => [('a', 'b'), ('a', '')]
# expect: re.findall('a|','aba') => ['a', '', 'a', '']
# expect: re.findall('(a)','aba') => ['a', 'a']
# expect: p.split('xaby') => ['x', 'a', 'b', 'y']
# expect: re.split('x*','axbc') => ['', 'a', '', 'b', 'c', '']
# expect: p.flags => 32
# expect: p.groups => 2
show(
    'p.groupindex',
    'p.pattern',
    "re.compile('a',re.I|re.M|re.S|re.X|re.A)",
    "re.compile(b'a',re.L)",
    "re.compile('a'*300)",
    "p==re.compile('(a)(?P<n>b)?')",
    'p==3',
    'p<p',
    "hash(p)==hash(re.compile('(a)(?P<n>b)?'))",
    'p.__copy__() is p',
    "list(p.finditer('abac'))",
    "type(p.finditer(''))",
)
# expect: p.groupindex => mappingproxy({'n': 2})
# expect: p.pattern => '(a)(?P<n>b)?'
# expect: re.compile('a',re.I|re.M|re.S|re.X|re.A) => re.compile('a', re.IGNORECASE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.ASCII)
# expect: re.compile(b'a',re.L) => re.compile(b'a', re.LOCALE)
# expect: re.compile('a'*300) => re.compile('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
# expect: p==re.compile('(a)(?P<n>b)?') => True
# expect: p==3 => False
# expect: p<p => TypeError '<' not supported between instances of 're.Pattern' and 're.Pattern'
# expect: hash(p)==hash(re.compile('(a)(?P<n>b)?')) => True
# expect: p.__copy__() is p => True
# expect: list(p.finditer('abac')) => [<re.Match object; span=(0, 2), match='ab'>, <re.Match object; span=(2, 3), match='a'>]
# expect: type(p.finditer('')) => <class 'callable_iterator'>
show(
    "p.scanner('ab').match()",
    "p.scanner('ab').pattern is p",
    'm.__copy__() is m',
    'bool(m)',
    're.Pattern()',
    're.Match()',
    're.Pattern[str]',
    "p.match('xab',1)",
    "p.match('xab',pos=1,endpos=2)",
    "p.match('ab',-5,10**30)",
    "p.fullmatch('ab')",
    "p.search('xxab')",
)
# expect: p.scanner('ab').match() => <re.Match object; span=(0, 2), match='ab'>
# expect: p.scanner('ab').pattern is p => True
# expect: m.__copy__() is m => True
# expect: bool(m) => True
# expect: re.Pattern() => TypeError cannot create 're.Pattern' instances
# expect: re.Match() => TypeError cannot create 're.Match' instances
# expect: re.Pattern[str] => re.Pattern[str]
# expect: p.match('xab',1) => <re.Match object; span=(1, 3), match='ab'>
# expect: p.match('xab',pos=1,endpos=2) => <re.Match object; span=(1, 2), match='a'>
# expect: p.match('ab',-5,10**30) => OverflowError Python int too large to convert to C ssize_t
# expect: p.fullmatch('ab') => <re.Match object; span=(0, 2), match='ab'>
# expect: p.search('xxab') => <re.Match object; span=(2, 4), match='ab'>
show(
    "p.search(bytearray(b''))",
    "B.search(bytearray(b'xa'))",
    "B.search(memoryview(b'xa'))",
    "B.findall(bytearray(b'xa'))",
    "p.sub(r'\\g<n>','ab')",
    "p.sub(r'\\g<zz>','ab')",
    "p.sub(r'\\3','ab')",
    "m.group('n','x')",
    "re.match('(?i)É','é')",
    "re.match('(?i)ſ','S')",
    "re.search(r'\\B','')",
    're.template',
)
# expect: p.search(bytearray(b'')) => TypeError cannot use a string pattern on a bytes-like object
# expect: B.search(bytearray(b'xa')) => <re.Match object; span=(1, 2), match=b'a'>
# expect: B.search(memoryview(b'xa')) => <re.Match object; span=(1, 2), match=b'a'>
# expect: B.findall(bytearray(b'xa')) => [b'a']
# expect: p.sub(r'\g<n>','ab') => 'b'
# expect: p.sub(r'\g<zz>','ab') => IndexError unknown group name 'zz'
# expect: p.sub(r'\3','ab') => PatternError invalid group reference 3 at position 1
# expect: m.group('n','x') => IndexError no such group
# expect: re.match('(?i)É','é') => <re.Match object; span=(0, 1), match='é'>
# expect: re.match('(?i)ſ','S') => <re.Match object; span=(0, 1), match='S'>
# expect: re.search(r'\B','') => <re.Match object; span=(0, 0), match=''>
# expect: re.template => AttributeError module 're' has no attribute 'template'
show(
    '_sre.template(p,[])',
    '_sre.getcodesize()',
    '_sre.unicode_iscased(65)',
    '_sre.ascii_tolower(65)',
    "p.match('a').__class__.__module__",
    'm.string is m.string',
    "re.escape('a b')",
    "re.compile('a').__repr__()",
    "re.compile('(?P<a>x)').match('x').groupdict().items()",
)
# expect: _sre.template(p,[]) => TypeError invalid template
# expect: _sre.getcodesize() => 4
# expect: _sre.unicode_iscased(65) => True
# expect: _sre.ascii_tolower(65) => 97
# expect: p.match('a').__class__.__module__ => 're'
# expect: m.string is m.string => True
# expect: re.escape('a b') => 'a\\ b'
# expect: re.compile('a').__repr__() => "re.compile('a')"
# expect: re.compile('(?P<a>x)').match('x').groupdict().items() => dict_items([('a', 'x')])
