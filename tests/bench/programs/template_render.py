"""Templates: an own small template language (variables, filters, if, for) compiled to closures, rendering an HTML table."""
import re
from html import escape

SIZES = {'full': (3000, 783109), 'quick': (10, 2723)}

PIECE = re.compile(r'({{.*?}}|{%.*?%})', re.S)
FILTERS = {'upper': str.upper, 'length': len, 'title': str.title,
           'money': lambda x: f'{x:,.2f}', 'escape': lambda x: escape(str(x))}

PAGE = '''<html><h1>{{ title|escape }}</h1>
{% if rows %}<table>{% for row in rows %}
<tr class="{% if row.odd %}odd{% else %}even{% end %}"><td>{{ row.name|title|escape }}</td><td>{{ row.price|money }}</td>
<td>{% for tag in row.tags %}<i>{{ tag|upper }}</i> {% end %}</td></tr>{% end %}</table>{% else %}<p>nothing</p>{% end %}
<p>{{ rows|length }} rows</p></html>'''


def lookup(path):
    parts = path.split('.')

    def value(scope):
        found = scope[parts[0]]
        for part in parts[1:]:
            found = found[part] if isinstance(found, dict) else getattr(found, part)
        return found
    return value


def expression(text):
    path, *names = text.split('|')
    get = lookup(path.strip())
    filters = [FILTERS[name.strip()] for name in names]

    def value(scope):
        result = get(scope)
        for f in filters:
            result = f(result)
        return result
    return value


def compile_template(source):
    pieces = PIECE.split(source)
    position = 0

    def block():
        nonlocal position
        steps = []
        while position < len(pieces):
            piece = pieces[position]
            position += 1
            if piece.startswith('{{'):
                get = expression(piece[2:-2])
                steps.append(lambda scope, out, get=get: out.append(str(get(scope))))
            elif piece.startswith('{%'):
                words = piece[2:-2].split()
                if words[0] in ('end', 'else'):
                    return steps, words[0]
                steps.append(branch(words) if words[0] == 'if' else loop(words))
            elif piece:
                steps.append(lambda scope, out, piece=piece: out.append(piece))
        return steps, None

    def branch(words):
        test = expression(words[1])
        yes, ended = block()
        no = block()[0] if ended == 'else' else []

        def step(scope, out):
            for s in yes if test(scope) else no:
                s(scope, out)
        return step

    def loop(words):
        name, items = words[1], expression(words[3])
        body, _ = block()

        def step(scope, out):
            inner = dict(scope)
            for item in items(scope):
                inner[name] = item
                for s in body:
                    s(inner, out)
        return step

    return block()[0]


def run(n):
    template = compile_template(PAGE)
    tags = ['new', 'sale', 'top']
    rows = [{'name': f'item <{i}> & co', 'price': i * 1234.5, 'odd': i % 2, 'tags': tags[:i % 4]} for i in range(n)]
    length = 0
    for size in (0, n // 2, n, n):
        out = []
        for step in template:
            step({'title': 'Prices & "offers"', 'rows': rows[:size]}, out)
        length += len(''.join(out))
    return length
