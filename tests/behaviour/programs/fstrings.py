# f-strings by PEP 701: nesting, same quotes inside, multi-line expressions, debugging form, lambdas in parentheses, raw and bytes-like prefixes.
x, name, items = 7, 'tuff', [1, 2]
print(f'{x}', f'{x=}', f'{x = }', f'{x+1=:>4}', f'{name!r}', f'{name=!s}', f'{name[0]}{items[1]}', f"{'nested'}", f'{'same'}', f'{f'{f'{x}'}'}')
# expect: 7 x=7 x = 7 x+1=   8 'tuff' name=tuff t2 nested same 7
print(f'''{
    x  # a comment inside
    + 1
}''', f'{(lambda y: y * 2)(x)}', f'{x:{'>'}{5}}', f'{x!r:^{x}}', f'{ {1: 2}[1] }', f'{{{x}}}', f'{x}}}', rf'\d{x}', fR'{x}\n', f'\N{BULLET}{x}\x41')
# expect: 8 14     7    7    2 {7} 7} \d7 7\n •7A
print(f'{"\n".join("ab")}', f'{x if x else 0}', f'{[i for i in range(3)]}', f'{x!s}' 'plain' f'{x}', f'{x,}', f'{*items, x}', f'{(y := 5)}{y}', f'{x != 3}', f'{'a' 'b'}')
# expect: a
# expect: b 7 [0, 1, 2] 7plain7 (7,) (1, 2, 7) 55 True ab
print(f'{name.upper()!r:*>10.5}', f'{3.14159:.{x - 5}f}', f'{None}', f'{...}', f'{x:}', f'{-x:+}', f'{not x}', f'{x:%}', f'{x and "and"}', f'''{x
}''')
# expect: *****'TUFF 3.14 None Ellipsis 7 -7 False 700.000000% and 7
for text in ('f"{}"', 'f"{x"', 'f"}"', 'f"{x!z}"', 'f"{x:{y"', 'f"{lambda x: 1}"', 'f"{x y}"', 'f"{=}"', 'f"{*}"', 'f"{x!}"', 'f"{a b c}"'):
    try:
        eval(text)
    except SyntaxError as e:
        print(text, '->', e.msg)
# expect: f"{}" -> f-string: valid expression required before '}'
# expect: f"{x" -> f-string: expecting '}'
# expect: f"}" -> f-string: single '}' is not allowed
# expect: f"{x!z}" -> f-string: invalid conversion character 'z': expected 's', 'r', or 'a'
# expect: f"{x:{y" -> f-string: expecting '}'
# expect: f"{lambda x: 1}" -> f-string: lambda expressions are not allowed without parentheses
# expect: f"{x y}" -> invalid syntax. Perhaps you forgot a comma?
# expect: f"{=}" -> f-string: valid expression required before '='
# expect: f"{*}" -> f-string: expecting a valid expression after '{'
# expect: f"{x!}" -> f-string: missing conversion character
# expect: f"{a b c}" -> invalid syntax. Perhaps you forgot a comma?
