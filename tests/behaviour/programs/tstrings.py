# Template strings (PEP 750).
from string.templatelib import Template, Interpolation, convert
name, n = 'World', 3
t = t'Hello {name!r:>10} and {n + 1=}!'
print(type(t).__name__, t.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations], t.values)
# expect: Template ('Hello ', ' and n + 1=', '!') [('World', 'name', 'r', '>10'), (4, 'n + 1', 'r', '')] ('World', 4)
print(list(t'{name}{n}') == [t'{name}{n}'.interpolations[0], t'{name}{n}'.interpolations[1]], [type(p).__name__ for p in t'a{n}b'], t''.strings, t'{n}'.strings)
# expect: False ['str', 'Interpolation', 'str'] ('',) ('', '')
both = t'a{n}' + t'b{name}'
print(both.strings, both.values, isinstance(both, Template), Template('x', Interpolation(5, 'five'), 'y').strings, convert('é', 'a'))
# expect: ('a', 'b', '') (3, 'World') True ('x', 'y') '\xe9'
nested = t'{t'{n}'}'
print(nested.values[0].values, (t'{n:{n}}').interpolations[0].format_spec, rt'\{n}'.strings, t'x' t'y{n}'.__repr__()[:8] if False else (t'x' t'{n}').strings)
# expect: (3,) 3 ('\\', '') ('x', '')
def render(template):
    return ''.join(p if isinstance(p, str) else format(convert(p.value, p.conversion), p.format_spec) for p in template)


print(render(t'{name:*^9}|{n:03d}|{name!r}'), repr(t'{n}'))
# expect: **World**|003|'World' Template(strings=('', ''), interpolations=(Interpolation(3, 'n', None, ''),))
for text in ("t'a' + 'b'", "t'{}'", "t'a' 'b'", "t'{n' "):
    try:
        print(eval(text))
    except (SyntaxError, TypeError) as e:
        print(text, '->', type(e).__name__, getattr(e, 'msg', e))
# expect: t'a' + 'b' -> TypeError can only concatenate string.templatelib.Template (not "str") to string.templatelib.Template
# expect: t'{}' -> SyntaxError t-string: valid expression required before '}'
# expect: t'a' 'b' -> SyntaxError cannot mix t-string literals with string or bytes literals
# expect: t'{n'  -> SyntaxError t-string: expecting '}'
