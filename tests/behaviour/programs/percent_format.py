# Formatting with % on str and bytes.
print('%s %r %a' % ('é', 'é', 'é'), '%d %i %5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5, 6, 7), '%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%c%c' % ('a', 98))
# expect: é 'é' '\xe9' 1 2     3|4    |00005|+6| 7 ff FF 0xff 10 0o10 ab
print('%f %.2f %8.3f|%-8.1f|%e %.1E %g %g' % (1.5, 1.555, 2.5, 3.5, 12345.6789, 0.00012, 1e20, 0.0001), '%5s|%-5s|%.2s' % ('ab', 'cd', 'efgh'), '%%' % ())
# expect: 1.500000 1.55    2.500|3.5     |1.234568e+04 1.2E-04 1e+20 0.0001    ab|cd   |ef %
print('%(a)s-%(b)03d-%(a)r' % {'a': 'x', 'b': 7}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%s' % (None,), '%s' % [1, 2], '%s %s' % ('a', (1, 2)), '%d' % 3.99, '%d' % True)
# expect: x-007-'x'     1|2    |3.14 None [1, 2] a (1, 2) 3 1
print(b'%s %d %a %b' % (b'x', 5, 'é', b'y'), b'%5.1f|%x' % (2.25, 255), bytearray(b'%c') % 65)
# expect: b"x 5 '\\xe9' y" b'  2.2|ff' bytearray(b'A')
for text in ('"%d" % "a"', '"%s"  % ()', '"%s %s" % "a"', '"%z" % 1', '"a" % 1', '"%(a)s" % 1', '"%(a)s" % {}', '"%c" % "ab"', '"%x" % 1.5', '"%" % 1', 'b"%s" % "a"', '"%d" % float("nan")', '"%s" % (1, 2)'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: "%d" % "a" -> TypeError %d format: a real number is required, not str
# expect: "%s"  % () -> TypeError not enough arguments for format string
# expect: "%s %s" % "a" -> TypeError not enough arguments for format string
# expect: "%z" % 1 -> ValueError unsupported format character 'z' (0x7a) at index 1
# expect: "a" % 1 -> TypeError not all arguments converted during string formatting
# expect: "%(a)s" % 1 -> TypeError format requires a mapping
# expect: "%(a)s" % {} -> KeyError 'a'
# expect: "%c" % "ab" -> TypeError %c requires an int or a unicode character, not a string of length 2
# expect: "%x" % 1.5 -> TypeError %x format: an integer is required, not float
# expect: "%" % 1 -> ValueError incomplete format
# expect: b"%s" % "a" -> TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: "%d" % float("nan") -> ValueError cannot convert float NaN to integer
# expect: "%s" % (1, 2) -> TypeError not all arguments converted during string formatting
