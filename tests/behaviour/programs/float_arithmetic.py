# Floats: shortest repr, special values, rounding to even, conversions and exactness.
import math
print(0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1e-5, 0.0001, 1e100, 5e-324, 1.7976931348623157e308, 100.0, -0.0)
# expect: 0.30000000000000004 1e+16 1000000000000000.0 123456789.12345679 1e-05 0.0001 1e+100 5e-324 1.7976931348623157e+308 100.0 -0.0
print(float('inf'), -float('inf'), float('nan'), float('1e400'), float(' 12.5 '), float('1_000.5'), float('-.5e1'), float('infinity'))
# expect: inf -inf nan inf 12.5 1000.5 -5.0 inf
nan = float('nan')
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], math.isnan(nan), float('inf') - float('inf'))
# expect: False True False True True True nan
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-1.0, 3), 1e300 * 1e10, 2.0 ** 0.5, (-8) ** (1 / 3))
# expect: 3.0 -4.0 -0.5 0.5 (-1.0, 2.0) inf 1.4142135623730951 (1.0000000000000002+1.7320508075688772j)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1e20), round(12345.678, -2), round(3.0, 0))
# expect: 0 2 2 0 2.67 100000000000000000000 12300.0 3.0
print(int(3.9), int(-3.9), math.floor(-3.1), math.ceil(3.1), math.trunc(-2.7), (0.5).as_integer_ratio(), (3.0).is_integer())
# expect: 3 -3 -4 4 -2 (1, 2) True
print((1.5).hex(), float.fromhex('0x1.8p+1'), (0.1).hex(), float.fromhex('inf'), (2 ** 53 + 1) == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
# expect: 0x1.8000000000000p+0 3.0 0x1.999999999999ap-4 inf False True
print(1 == 1.0, hash(1) == hash(1.0), 10 ** 400 > 1e308, 10 ** 400 == float('inf'), 1e308 < 10 ** 309, hash(float('inf')), hash(-0.0))
# expect: True True True False True 314159 0
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1.5, 2, 4]), math.hypot(3, 4), math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(99))
# expect: 1.0 1.0 12.0 5.0 3 12 9
print(math.nextafter(1.0, 2.0), math.ulp(1.0), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.comb(5, 2), math.perm(5, 2))
# expect: 1.0000000000000002 2.220446049250313e-16 -1.0 -1.0 -1.0 10 20
for text in ('1.0 / 0', '1.0 % 0', '1.0 // 0', 'int(float("nan"))', 'int(float("inf"))', 'float("abc")', '2.0 ** 10000', 'math.sqrt(-1)', 'float(10 ** 400)', '10 ** 400 / 3'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: 1.0 / 0 -> ZeroDivisionError division by zero
# expect: 1.0 % 0 -> ZeroDivisionError division by zero
# expect: 1.0 // 0 -> ZeroDivisionError division by zero
# expect: int(float("nan")) -> ValueError cannot convert float NaN to integer
# expect: int(float("inf")) -> OverflowError cannot convert float infinity to integer
# expect: float("abc") -> ValueError could not convert string to float: 'abc'
# expect: 2.0 ** 10000 -> OverflowError (34, 'Numerical result out of range')
# expect: math.sqrt(-1) -> ValueError expected a nonnegative input, got -1.0
# expect: float(10 ** 400) -> OverflowError int too large to convert to float
# expect: 10 ** 400 / 3 -> OverflowError integer division result too large for a float
