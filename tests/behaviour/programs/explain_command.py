# only: tuff
"""tuff explain: how a static module runs, line by line, with reasons and remedies; the page."""
import os
import subprocess
import sys
import tempfile
import textwrap
from html.parser import HTMLParser

os.chdir(tempfile.mkdtemp())


def write(path, text=''):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(textwrap.dedent(text))


def tuff(*arguments):
    done = subprocess.run([sys.executable, *arguments], capture_output=True, encoding='utf-8')
    print(done.stdout + done.stderr, end='')
    print('exit', done.returncode)


write('shapes.py', '''
    import __static__
    from __static__ import int64, crange
    from typing import Dict, List, Optional, final
    import json


    class Point:
        scale = 2

        def __init__(self, x: int64, y) -> None:
            self.x: int64 = x
            self.y = y

        def far(self, other: "Point", f: float) -> int64:
            d = self.x - other.x
            self.y.move(1)
            total = other.y + self.scale + f
            return d * d + int64(total)


    @final
    class Sum:
        def __init__(self) -> None:
            self.value: int64 = 0

        def add(self, p: Point) -> None:
            self.value += p.far(p, 1.5)


    def words(text: str, unknown) -> Dict[str, int]:
        counts: Dict[str, int] = {}
        for word in text.split():
            counts[word] = counts.get(word, 0) + 1
        data = json.loads(text)
        for item in data:
            n: int = item['größe']
        if unknown:
            Sum().add(Point(3, unknown))
        return counts


    def total(xs: List[int], n: int64) -> int64:
        s: int64 = 0
        for i in crange(n):
            s += i * int64(xs[i])
        return s
    ''')
tuff('explain', 'shapes.py')
# expect:          1 |
# expect:          2 | import __static__
# expect:          3 | from __static__ import int64, crange
# expect:          4 | from typing import Dict, List, Optional, final
# expect:          5 | import json
# expect:          6 |
# expect:          7 |
# expect:          8 | class Point:
# expect:          9 |     scale = 2
# expect:         10 |
# expect: checked 11 |     def __init__(self, x: int64, y) -> None:
# expect: raw     12 |         self.x: int64 = x
# expect: raw     13 |         self.y = y
# expect:         14 |
# expect: checked 15 |     def far(self, other: "Point", f: float) -> int64:
# expect: raw     16 |         d = self.x - other.x
# expect: dynamic 17 |         self.y.move(1)
# expect:            |               ^^^^^ calls `self.y.move`: attribute `y` of shapes.Point has no annotation -> annotate it in the class: y: SomeClass
# expect: dynamic 18 |         total = other.y + self.scale + f
# expect:            |                         ^ an operator on objects: attribute `y` of shapes.Point has no annotation -> annotate it in the class: y: SomeClass
# expect:            |                               ^^^^^^ looks up attribute `scale`: `scale` is no typed slot of shapes.Point -> annotate it in the class: scale: SomeClass
# expect:            |                                      ^ an operator on objects: arithmetic on objects gives an object of which nothing is known -> declare the operands int64 or double, or assign the result to an annotated name
# expect: checked 19 |         return d * d + int64(total)
# expect:            |                              ^^^^^ checked to be int: `total` comes from `other.y + self.scale + f` in line 18: arithmetic on objects gives an object of which nothing is known -> declare the operands int64 or double, or assign the result to an annotated name
# expect:            |                              ^^^^^ makes a machine number of an object, with a check of its range: it is an object here -> let what gives it be a machine number too
# expect:         20 |
# expect:         21 |
# expect: dynamic 22 | @final
# expect:            |  ^^^^^ applies a decorator, once: it runs where the function is defined
# expect:         23 | class Sum:
# expect: checked 24 |     def __init__(self) -> None:
# expect: raw     25 |         self.value: int64 = 0
# expect:         26 |
# expect: checked 27 |     def add(self, p: Point) -> None:
# expect: raw     28 |         self.value += p.far(p, 1.5)
# expect:            |                        ^^^^ calls Point.far, or what overrides it, through the class -> a final class or method is called directly
# expect:         29 |
# expect:         30 |
# expect: checked 31 | def words(text: str, unknown) -> Dict[str, int]:
# expect:         32 |     counts: Dict[str, int] = {}
# expect: dynamic 33 |     for word in text.split():
# expect:            |                     ^^^^^^ calls `text.split`: it is called as Python calls
# expect:            |                     ^^^^^^ iterates by Python's protocol: the result of `text.split` has no known type -> assign it to an annotated name
# expect: dynamic 34 |         counts[word] = counts.get(word, 0) + 1
# expect:            |               ^^^^^^ sets an item: items of dict have no known type -> take a CheckedDict, a CheckedList or an Array
# expect:            |                              ^^^^ calls `counts.get`: it is called as Python calls
# expect:            |                                            ^ an operator on objects: the result of `counts.get` has no known type -> assign it to an annotated name
# expect: dynamic 35 |     data = json.loads(text)
# expect:            |                ^^^^^^ calls `json.loads`: `json` comes from json, which is not static -> begin json with `import __static__`, if it is yours
# expect: dynamic 36 |     for item in data:
# expect:            |                 ^^^^ iterates by Python's protocol: `data` comes from `json.loads(text)` in line 35: `json` comes from json, which is not static -> begin json with `import __static__`, if it is yours
# expect: dynamic 37 |         n: int = item['größe']
# expect:            |                      ^^^^^^^^^ looks up an item: `item` is an item of `data` (dynamic), whose items have no known type -> iterate over a CheckedList[T] or an Array, or assign it to an annotated name
# expect:            |                      ^^^^^^^^^ checked to be int: `item` is an item of `data` (dynamic), whose items have no known type -> iterate over a CheckedList[T] or an Array, or assign it to an annotated name
# expect: dynamic 38 |     if unknown:
# expect:            |        ^^^^^^^ asks an object for its truth: parameter `unknown` of words has no annotation -> annotate it: unknown: SomeClass
# expect: dynamic 39 |         Sum().add(Point(3, unknown))
# expect:            |         ^^^ calls `Sum`: the class itself is called, and looks up how its objects are made
# expect:            |                   ^^^^^ calls `Point`: the class itself is called, and looks up how its objects are made -> objects of a final class are made directly: @final
# expect:         40 |     return counts
# expect:         41 |
# expect:         42 |
# expect: checked 43 | def total(xs: List[int], n: int64) -> int64:
# expect:         44 |     s: int64 = 0
# expect: raw     45 |     for i in crange(n):
# expect: checked 46 |         s += i * int64(xs[i])
# expect:            |                          ^^^ checked to be int: items of list have no known type -> take a CheckedList[T], or assign it to an annotated name
# expect:            |                          ^^^ makes a machine number of an object, with a check of its range: it is an object here -> let what gives it be a machine number too
# expect: raw     47 |     return s
# expect:
# expect: function         line    raw  checked  dynamic  typed
# expect: <module>            1      0        0        1    0 %
# expect: Point.__init__     11      3        1        0  100 %
# expect: Point.far          15      8        3        5   68 %
# expect: Sum.__init__       24      2        1        0  100 %
# expect: Sum.add            27      5        1        0  100 %
# expect: words              31      2        2       16   20 %
# expect: total              43      6        3        0  100 %
# expect: all                       26       11       22   62 %
# expect: exit 0
write('wrong.py', 'import __static__\ndef f(x: int) -> str:\n    return x\n')
tuff('explain', 'wrong.py')
# expect: wrong.py:3:5: error[return-type]: mismatched types: expected str because of return type, found int instead
# expect:   3 |     return x
# expect:     |     ^^^^^^^^
# expect:     = hint: return what is declared, or declare what is returned
# expect: exit 1
write('plain.py', 'x = 1\n')
tuff('explain', 'plain.py')
# expect: plain.py: not static: it does not begin with `import __static__`, so all of it is dynamic
# expect: exit 1
tuff('explain', 'nowhere.py')
# expect: tuff explain: nowhere.py: [Errno 2] No such file or directory: nowhere.py
# expect: exit 2
tuff('explain', 'plain.py', 'wrong.py')
# expect: tuff explain: one file at a time
# expect: Try `tuff explain --help' for more information.
# expect: exit 2
tuff('explain', 'shapes.py', '--html', 'shapes.html')
# expect: shapes.html tells how shapes.py runs
# expect: exit 0


class Page(HTMLParser):
    """The source as the page shows it, and how its rows are coloured."""

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.notes, self.kinds = [], {}, 0, {}
        self.row = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        words = (attributes.get('class') or '').split()
        if tag not in ('meta', 'input', 'th', 'td'):
            self.open.append(tag)
        if 'row' in words:
            self.row = attributes['id']
            self.rows[self.row] = ''
            self.kinds[self.row] = words[1:]
        self.notes += 'note' in words

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, (tag, self.open)
        if tag == 'div':
            self.row = None

    def handle_data(self, data):
        if self.row and self.open[-1] == 'span':
            self.rows[self.row] += data


page = Page()
page.feed(open('shapes.html', encoding='utf-8').read())
lines = open('shapes.py', encoding='utf-8').read().split('\n')
print(page.open, [page.rows[f'L{i}'] for i in range(1, len(lines))] == lines[:-1])
# expect: [] True
print(page.notes, [(k, v[0]) for k, v in page.kinds.items() if v][:8])
# expect: 22 [('L11', 'checked'), ('L12', 'raw'), ('L13', 'raw'), ('L15', 'checked'), ('L16', 'raw'), ('L17', 'dynamic'), ('L18', 'dynamic'), ('L19', 'checked')]
