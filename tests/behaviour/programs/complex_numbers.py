# Complex numbers: text forms, arithmetic, comparison, conversions.
print(1 + 2j, 1j, -1j, complex(0, -0.0), complex('1+2j'), complex(' -3.5j '), complex(2), (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j))
# expect: (1+2j) 1j (-0-1j) -0j (1+2j) -3.5j (2+0j) (5+5j) (-0.5+1.5j)
print((3 + 4j).real, (3 + 4j).imag, (3 + 4j).conjugate(), abs(3 + 4j), -(1 - 1j), (1 + 1j) ** 2, (1 + 1j) ** -1, 2 ** 1j == complex(2) ** 1j)
# expect: 3.0 4.0 (3-4j) 5.0 (-1+1j) 2j (0.5-0.5j) True
print(1 + 0j == 1, hash(1 + 0j) == hash(1), 1j == 1, bool(0j), complex(1, 2) != complex(1, 3), f'{1.5 + 2j:.1f}', f'{1 + 2j:>10}', repr(1e20 + 1j))
# expect: True True False False True 1.5+2.0j     (1+2j) (1e+20+1j)
for text in ('1j < 2j', 'int(1j)', 'complex("1 + 2j")', '1j // 2', '1j / 0', 'complex("a", 1)', 'float(1j)'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: 1j < 2j -> TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: int(1j) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: complex("1 + 2j") -> ValueError complex() arg is a malformed string
# expect: 1j // 2 -> TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: 1j / 0 -> ZeroDivisionError division by zero
# expect: complex("a", 1) -> TypeError complex() argument 'real' must be a real number, not str
# expect: float(1j) -> TypeError float() argument must be a string or a real number, not 'complex'
