"""Regular expressions that run long: what they find is the same early and late, whatever has been made of them meanwhile."""
import re

PATTERNS = {
    'runs': r'\w+\s*=\s*\d{1,3}(?!\d)',
    'lazy': r'<(.+?)>|"(.*?)"|\[[^]]{2,}?\]',
    'groups': r'(?P<key>[a-z_]+)(?:\.(?P<sub>[a-z]+))*(?=\s*[=,>])',
    'branches': r'(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(==|!=|[-+*/=<>]))',
    'counted': r'(?:[a-f]\d){2,3}|(?:ab|a){2,4}?b',
    'back': r'(\w)(\w)\2\1|(["\'])[^"\']*\3',
    'conditional': r'(<)?\w+@\w+(?(1)>|\b)',
    'atomic': r'(?>a+|ab)b|x++y|(?:xy)*+z',
    'around': r'(?<=[=,])\s*\w+(?<!\d)(?=[,;])',
    'edges': r'^\s*\w|\b\w$|\Bz\B',
    'case': r'(?i:STRASSE|ä[ö-ü]+)|\s{2,}',
    'nested': r'(?:(?:a|b)+?(?:c|$))+|(?:x*y?)+?z',
    'any': r'(?s:q.{0,3}?w)|q.*w',
}
TEXT = '''size = 120, width=7; height=12345 <one> "two" [three]
a.b.c = 1, x.y > 2 abba noon "q" 'r' <me@home> you@work <bad@end
a1b2c3 aabab aaab ab xxxy xyxyz =alpha,beta;gamma1, zzz pizzas
Straße STRASSE äöü ÄÖÜ  acbcab xyxxz q12w q1
2w qqww == != 3.25 caf\u00e9 \u0416\u0437\u0437\u0416
'''
WIDE = TEXT + '\U0001F600 q\U0001F600w'


def seen(p):
    found = [(m.span(), m.groups(), m.lastindex) for m in p.finditer(TEXT)]
    return (found, p.split(TEXT), p.sub(r'{\g<0>}', TEXT), [m.span() for m in p.finditer(WIDE)], p.findall(TEXT[:60].encode().decode('latin-1')),
            [m and m.span() for m in (p.fullmatch('ab'), p.match(TEXT, 5), p.search(TEXT, 50, 90))])


for name, source in PATTERNS.items():
    p = re.compile(source, re.M)
    early = seen(p)
    for _ in range(60):
        p.findall(TEXT * 8)
    print(name, early == seen(p), len(early[0]), [m.group() for m in p.finditer(TEXT)][:7])
# expect: runs True 3 ['size = 120', 'width=7', 'c = 1']
# expect: lazy True 5 ['<one>', '"two"', '[three]', '"q"', '<me@home>']
# expect: groups True 10 ['size', 'width', 'height', 'one', 'a.b.c', 'x.y', 'home']
# expect: branches True 61 ['size', '=', '120', 'width', '=', '7', 'height']
# expect: counted True 3 ['a1b2c3', 'aabab', 'aaab']
# expect: back True 7 ['"two"', 'abba', 'noon', '"q"', "'r'", 'amma', 'ЖззЖ']
# expect: conditional True 3 ['<me@home>', 'you@work', 'bad@end']
# expect: atomic True 18 ['z', 'ab', 'aab', 'ab', 'aaab', 'ab', 'xxxy']
# expect: around True 2 ['alpha', 'beta']
# expect: edges True 9 ['s', 'z', 'a', 'a', 'z', 'z', 'z']
# expect: case True 4 ['STRASSE', 'äöü', 'ÄÖÜ', '  ']
# expect: nested True 9 ['z', 'xyxyz', 'z', 'z', 'z', 'z', 'z']
# expect: any True 4 ['q" \'r\' <me@home> you@w', 'q12w', 'q1\n2w', 'qqw']

# what is lazy stops at the end, where nothing may follow it
print([m.span() for m in re.finditer(r'(?:(?:.*?a|b)?c)?', 'xxc')], re.search(r'(?:x.{0,5}?a)*', 'bx').span())
# expect: [(0, 0), (1, 1), (2, 3), (3, 3)] (0, 0)
print(re.fullmatch(r'(a*?b)?', ''), re.findall(r'(?:[ab]*?a|.*?b|)$', 'ba\nb', re.M))
# expect: <re.Match object; span=(0, 0), match=''> ['ba', '', 'b', '']

# what would take hours can be interrupted, before and after it has become code of its own
import signal


def late(number, frame):
    raise TimeoutError('late')


signal.signal(signal.SIGALRM, late)
hopeless = re.compile(r'(a+)+$')
for warm in (0, 16, 16, 16):
    if warm:
        print(hopeless.match('a' * warm + 'b'))
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        hopeless.match('a' * 50 + 'b')
    except TimeoutError as e:
        print(e)
# expect: late
# expect: None
# expect: late
# expect: None
# expect: late
# expect: None
# expect: late
