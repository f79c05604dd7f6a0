# The methods of str that search, split, join, strip, change case and test.
s = 'Hello, World'
print([t.title() for t in ("hello wORLD it's 3d", "élan ÿES µm", "straße ßa", "ªb ºc", "x", "ǆ ω σας")], ["ßx".capitalize(), "éLAN".capitalize(), "aΣ".capitalize(), "İI".capitalize()], "ab".center(7, "é"), "ab".rjust(5, "\U0001F600"))
# expect: ["Hello World It'S 3D", 'Élan Ÿes Μm', 'Straße Ssa', 'ªb ºc', 'X', 'ǅ Ω Σας'] ['Ssx', 'Élan', 'Aς', 'İi'] éééabéé 😀😀😀ab
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.casefold(), 'straße'.upper(), 'ß'.casefold(), 'ǅ'.lower(), 'İ'.lower() == 'i̇', 'Σας'.lower())
# expect: HELLO, WORLD hello, world hELLO, wORLD Hello, World hello, world STRASSE ss ǆ True σας
print(s.find('o'), s.rfind('o'), s.find('z'), s.index('W'), s.count('l'), s.count(''), s.find('o', 5), s.find('', 20), s.startswith(('He', 'x')), s.endswith('ld', 0, 12))
# expect: 4 8 -1 7 3 13 8 -1 True True
print('a,b,,c'.split(','), 'a b  c '.split(), 'a b c'.split(None, 1), 'a,b,c'.rsplit(',', 1), ''.split(), ''.split(','), 'a\nb\r\nc\x0bd'.splitlines(), 'a\nb\n'.splitlines(True))
# expect: ['a', 'b', '', 'c'] ['a', 'b', 'c'] ['a', 'b c'] ['a,b', 'c'] [] [''] ['a', 'b', 'c', 'd'] ['a\n', 'b\n']
print('a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.partition('x'), 'abc'.rpartition('x'), '-'.join(['a', 'b']), ''.join([]), ', '.join('xyz'))
# expect: ('a', '-', 'b-c') ('a-b', '-', 'c') ('abc', '', '') ('', '', 'abc') a-b  x, y, z
print('  x '.strip() + '|', '  x '.lstrip() + '|', '  x '.rstrip() + '|', 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'prefix-a'.removeprefix('prefix-'), 'a.py'.removesuffix('.py'))
# expect: x| x |   x| a c a a
print('x'.center(5, '*'), 'x'.ljust(3) + '|', 'x'.rjust(3), '42'.zfill(5), '-42'.zfill(5), '+'.zfill(3), 'a\tb'.expandtabs(4), '\t'.expandtabs() == ' ' * 8)
# expect: **x** x  |   x 00042 -0042 +00 a   b True
print('aXbX'.replace('X', '--'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '.'), ''.replace('', 'x'), 'abc'.translate({97: 'A', 98: None, 99: 'see'}))
# expect: a--b-- bba .a.b.c. x Asee
print('abc'.isalpha(), 'a1'.isalnum(), '12'.isdigit(), '²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), ' \n'.isspace(), 'Abc'.istitle(), 'x_1'.isidentifier(), 'class'.isidentifier(), 'é'.isascii(), ''.isprintable(), 'a\n'.isprintable(), 'A1'.isupper(), '1'.islower())
# expect: True True True True False True True True True True False True False True False
print('abc' * 2, 'abc' * -1, 'abc'[-1], 'abc'[::-1], 'abcdef'[1:4], 'abcdef'[-3:], 'abc'[5:], 'abcdef'[::2], 'abcdef'[4:1:-1], min('hello'), sorted('bca'), len('naïve'))
# expect: abcabc  c cba bcd def  ace edc e ['a', 'b', 'c'] 5
for text in ('"abc".index("z")', '"abc"[3]', '"abc"["a"]', '"".join([1])', '"a".split("")', '"a" * 1.5', '"a".center(5, "ab")', '"abc"[0] = "x"', '"a".encode("nope")', 'str(b"a", "ascii", 5)', 'ord("ab")', 'chr(-1)', 'chr(0x110000)'):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, '->', e.msg)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: "abc".index("z") -> ValueError substring not found
# expect: "abc"[3] -> IndexError string index out of range
# expect: "abc"["a"] -> TypeError string indices must be integers, not 'str'
# expect: "".join([1]) -> TypeError sequence item 0: expected str instance, int found
# expect: "a".split("") -> ValueError empty separator
# expect: "a" * 1.5 -> TypeError can't multiply sequence by non-int of type 'float'
# expect: "a".center(5, "ab") -> TypeError The fill character must be exactly one character long
# expect: "abc"[0] = "x" -> invalid syntax
# expect: "a".encode("nope") -> LookupError unknown encoding: nope
# expect: str(b"a", "ascii", 5) -> TypeError str() argument 'errors' must be str, not int
# expect: ord("ab") -> TypeError ord() expected a character, but string of length 2 found
# expect: chr(-1) -> ValueError chr() arg not in range(0x110000)
# expect: chr(0x110000) -> ValueError chr() arg not in range(0x110000)
