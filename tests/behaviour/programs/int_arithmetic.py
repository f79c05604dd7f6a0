# Integer arithmetic: floor division and modulo take the sign of the divisor, power and its forms, no overflow.
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (0, 5)):
    print(a, b, a // b, a % b, divmod(a, b), a / b)
# expect: 7 2 3 1 (3, 1) 3.5
# expect: -7 2 -4 1 (-4, 1) -3.5
# expect: 7 -2 -4 -1 (-4, -1) -3.5
# expect: -7 -2 3 -1 (3, -1) 3.5
# expect: 6 3 2 0 (2, 0) 2.0
# expect: 0 5 0 0 (0, 0) 0.0
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0, pow(3, 200, 13), pow(7, -1, 11))
# expect: 1024 0.5 -8 -4 1 9 8
big = 2 ** 63
print(big - 1, big, -big, -big - 1, (big - 1) + 1, (-big) * -1, (big - 1) * (big - 1))
# expect: 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 9223372036854775808 9223372036854775808 85070591730234615847396907784232501249
print(9223372036854775807 + 1, -9223372036854775808 - 1, abs(-9223372036854775808), 3037000500 * 3037000500)
# expect: 9223372036854775808 -9223372036854775809 9223372036854775808 9223372037000250000
print(-9223372036854775808 // -1, 10 ** 30 // 7, -(10 ** 30) % 7, 10 ** 30 // -(10 ** 28), 1 << 64, (1 << 64) >> 63, -1 >> 100)
# expect: 9223372036854775808 142857142857142857142857142857 6 -100 18446744073709551616 2 -1
print(5 & -2, 5 | -8, 5 ^ -1, ~5, ~-1, (2 ** 70) & (2 ** 70 - 1), -(2 ** 70) | 1, (2 ** 65) ^ (2 ** 64))
# expect: 4 -3 -6 -6 0 0 -1180591620717411303423 55340232221128654848
print((255).bit_length(), (-256).bit_length(), (7).bit_count(), (10).to_bytes(2, 'big'), int.from_bytes(b'\xff\x00', 'little', signed=True))
# expect: 8 9 3 b'\x00\n' 255
print(True + True, True * 3.5, -True, ~False, isinstance(True, int), int(True), round(1234, -2), round(15, -1), round(25, -1))
# expect: 2 3.5 -1 -1 True 1 1200 20 20
for text in ('1 // 0', '1 % 0', '0 ** -1', '1 << -1', '"a" + 1', '[] * []', 'pow(2, -1, 4)', '1.0 << 2', 'round(1.5, "x")', '-"a"'):
    try:
        eval(text)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: 1 // 0 -> ZeroDivisionError division by zero
# expect: 1 % 0 -> ZeroDivisionError division by zero
# expect: 0 ** -1 -> ZeroDivisionError zero to a negative power
# expect: 1 << -1 -> ValueError negative shift count
# expect: "a" + 1 -> TypeError can only concatenate str (not "int") to str
# expect: [] * [] -> TypeError can't multiply sequence by non-int of type 'list'
# expect: pow(2, -1, 4) -> ValueError base is not invertible for the given modulus
# expect: 1.0 << 2 -> TypeError unsupported operand type(s) for <<: 'float' and 'int'
# expect: round(1.5, "x") -> TypeError 'str' object cannot be interpreted as an integer
# expect: -"a" -> TypeError bad operand type for unary -: 'str'
