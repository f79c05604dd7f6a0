# Integers to text and back: bases, underscores, signs, digits of other scripts, limits.
print(int('  42\n'), int('-0'), int('+7'), int('0b101', 0), int('0o17', 0), int('0xFf', 16), int('z', 36), int('1_000'), int('٣٤'), int(b'12'))
# expect: 42 0 7 5 15 255 35 1000 34 12
print(bin(10), oct(-8), hex(255), hex(-(2 ** 65)), format(255, 'b'), format(255, '#x'), format(1234567, ','), format(1234567, '_'), format(2 ** 20, '_b'))
# expect: 0b1010 -0o10 0xff -0x20000000000000000 11111111 0xff 1,234,567 1_234_567 1_0000_0000_0000_0000_0000
for n in range(60, 75):
    for v in (2 ** n, 2 ** n - 1, -(2 ** n) - n, 3 ** n):
        if not all(int(f(v), b) == v == int(format(v, c), b) for f, b, c in ((bin, 2, 'b'), (oct, 8, 'o'), (hex, 16, 'x'))):
            print(v)
print(bin(-(3 ** 45)), oct(7 ** 40), hex(-(5 ** 60)), '%x %o %#X' % (-(3 ** 50), 2 ** 65, 2 ** 70 + 10), len(bin(7 ** 40000)), f'{3 ** 60:_b}')
# expect: -0b101000000010011101010011001010011111110100001001010010010101011101010011 0o23475030570520467247072064276741670701 -0x9f4f2726179a224501d762422c946590d91 -980553f0db2fd09de3c9 4000000000000000000000 0X40000000000000000A 112297 1000_1000_1111_1001_0010_0100_1110_1110_1100_1110_1110_1101_1010_0111_1111_1110_1001_0010_1110_0001_1111_0101_1011_0001
print([f'{v:{f}}' for v in (0, 123, 1234, -123456, 2 ** 70) for f in (',', '_x', '012,', '08_b', ',.1f', '013,.1f')], 2 ** 64 * 8, -4 * 3 ** 50, int('9_8_7'), int('1' * 3000, 2) == 2 ** 3000 - 1)
# expect: ['0', '0', '0,000,000,000', '000_0000', '0.0', '000,000,000.0', '123', '7b', '0,000,000,123', '111_1011', '123.0', '000,000,123.0', '1,234', '4d2', '0,000,001,234', '100_1101_0010', '1,234.0', '000,001,234.0', '-123,456', '-1_e240', '-000,123,456', '-1_1110_0010_0100_0000', '-123,456.0', '-00,123,456.0', '1,180,591,620,717,411,303,424', '40_0000_0000_0000_0000', '1,180,591,620,717,411,303,424', '100_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000', '1,180,591,620,717,411,303,424.0', '1,180,591,620,717,411,303,424.0'] 147573952589676412928 -2871591950767410355080996 987 True
print(0x_ff, 0b1_0, 0o7_7, 1_000_000, 00, int(), str(10 ** 25), repr(-(10 ** 18)), len(str(3 ** 2000)), int(str(3 ** 2000)) == 3 ** 2000)
# expect: 255 2 63 1000000 0 0 10000000000000000000000000 -1000000000000000000 955 True
print(f'{42:5d}|{42:<5d}|{42:^5d}|{42:+d}|{-42:05d}|{42: d}|{42:e}|{42:c}|{42:%}|{10 ** 6:,d}|{42:n}|{255:#010x}|{255:#_X}')
# expect:    42|42   | 42  |+42|-0042| 42|4.200000e+01|*|4200.000000%|1,000,000|42|0x000000ff|0XFF
for text in ('int("")', 'int("1__0")', 'int("0x1")', 'int("12", 1)', 'int("2", 2)', 'int("٣x")', 'int([])', 'int("1.5")', 'int("9" * 5000)', 'str(10 ** 5000)', 'int("-")', 'format(3, "s")', 'format(3, ".2d")'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: int("") -> ValueError invalid literal for int() with base 10: ''
# expect: int("1__0") -> ValueError invalid literal for int() with base 10: '1__0'
# expect: int("0x1") -> ValueError invalid literal for int() with base 10: '0x1'
# expect: int("12", 1) -> ValueError int() base must be >= 2 and <= 36, or 0
# expect: int("2", 2) -> ValueError invalid literal for int() with base 2: '2'
# expect: int("٣x") -> ValueError invalid literal for int() with base 10: '٣x'
# expect: int([]) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: int("1.5") -> ValueError invalid literal for int() with base 10: '1.5'
# expect: int("9" * 5000) -> ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: str(10 ** 5000) -> ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: int("-") -> ValueError invalid literal for int() with base 10: '-'
# expect: format(3, "s") -> ValueError Unknown format code 's' for object of type 'int'
# expect: format(3, ".2d") -> ValueError Precision not allowed in integer format specifier
