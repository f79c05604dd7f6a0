# The format mini-language for every builtin type, nested fields, and its errors.
print('{:>8}|{:<8}|{:^8}|{:*^9}'.format('ab', 'cd', 'ef', 'gh'), '{:.2}'.format('abcdef'), '{0}{1}{0}'.format('a', 'b'), '{x[1]}{y.real}'.format(x=[1, 2], y=3))
# expect:       ab|cd      |   ef   |***gh**** ab aba 23
print(f'{3.14159:.2f} {3.14159:8.3f}| {3.14159:<8.1f}| {1e10:g} {1e-10:g} {123456789.0:g} {0.00001:e} {1234.5:,.1f} {0.256:.1%} {1.0:g} {1.0:#g}')
# expect: 3.14    3.142| 3.1     | 1e+10 1e-10 1.23457e+08 1.000000e-05 1,234.5 25.6% 1 1.00000
print(f'{1e6:n} {float("inf"):f} {float("nan"):F} {-0.0:.0f} {2.5:.0f} {3.5:.0f} {1234567.891:_.2f} {5:.3f} {-1.5:=+9.2f} {1.5: f} {-0.0:z.1f} {1e22} {1e21:.0f}')
# expect: 1e+06 inf NAN -0 2 4 1_234_567.89 5.000 -    1.50  1.500000 0.0 1e+22 1000000000000000000000
print('{:{width}.{precision}f}'.format(2.718281828, width=10, precision=3), f'{"x":{"*"}^{5}}', f'{42!r:>5}', f'{"é"!a}', f'{{}}', f'{1:{2}}{3}', '{:{}}'.format('a', 4))
# expect:      2.718 **x**    42 '\xe9' {}  13 a
print(format(True, 'd'), format(True), format(None), format([1]), f'{"abc":s}', f'{b"x"!r}', f'{3:x}{3:b}{3:o}', f'{10 ** 20:,}', f'{0:05}', f'{-3:05}', f'{3:<05}')
# expect: 1 True None [1] abc b'x' 3113 100,000,000,000,000,000,000 00000 -0003 30000
class Money:
    def __format__(self, spec):
        return f'<{spec or "default"}>'


print(f'{Money()} {Money():abc:{1 + 1}} {Money()!s:>0}'[:22], '{:%Y}'.format(Money()), format(Money(), 'q'))
# expect: <default> <abc:2> <__m <%Y> <q>
for text in ('"{}".format()', '"{a}".format()', '"{0} {}".format(1, 2)', '"{".format()', '"}".format()', 'f"{3:q}"', 'f"{3.0:d}"', 'f"{"a":d}"', 'f"{[]:5}"', '"{!z}".format(1)', 'f"{3:,_}"', 'f"{1.5:,n}"', '"{0.x}".format(1)', '"{[a]}".format([1])', 'f"{1:.2147483648f}"'):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: "{}".format() -> IndexError Replacement index 0 out of range for positional args tuple
# expect: "{a}".format() -> KeyError 'a'
# expect: "{0} {}".format(1, 2) -> ValueError cannot switch from manual field specification to automatic field numbering
# expect: "{".format() -> ValueError Single '{' encountered in format string
# expect: "}".format() -> ValueError Single '}' encountered in format string
# expect: f"{3:q}" -> ValueError Unknown format code 'q' for object of type 'int'
# expect: f"{3.0:d}" -> ValueError Unknown format code 'd' for object of type 'float'
# expect: f"{"a":d}" -> ValueError Unknown format code 'd' for object of type 'str'
# expect: f"{[]:5}" -> TypeError unsupported format string passed to list.__format__
# expect: "{!z}".format(1) -> ValueError Unknown conversion specifier z
# expect: f"{3:,_}" -> ValueError Cannot specify both ',' and '_'.
# expect: f"{1.5:,n}" -> ValueError Cannot specify ',' with 'n'.
# expect: "{0.x}".format(1) -> AttributeError 'int' object has no attribute 'x'
# expect: "{[a]}".format([1]) -> TypeError list indices must be integers or slices, not str
# expect: f"{1:.2147483648f}" -> ValueError precision too big
