#!/usr/bin/env python3
"""Random programs, run by Tuff's interpreter and by its JIT: what they compute, raise and where must be the same.

  programs.py [--seconds N] [--seed N] [--batch N] [--keep FOLDER] COMMAND...    e.g. programs.py --seconds 60 ./tuff
  programs.py --run FILE         what both run: the programs of a file, each in a namespace of its own
  programs.py --show SEED        prints the program of a seed

The command is run with PYTHON_JIT=off, the oracle, and PYTHON_JIT=always (with the HIR verified). A program has functions of typed names (i:
ints, f: floats, s: strs, l: lists of ints, d: dicts, o: objects, g: anything), loops, handlers, closures, generators, classes; it calls them again
and again, changes globals and classes in between, and passes wrong types now and then. Differences are printed, kept in a folder if one is
named, and make the exit code 1.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time

MARK = '\x1e'


# ---- what both sides run

def shown(v, depth=0):
    t = type(v)
    if depth > 3:
        return '...'
    if t in (list, tuple):
        return t.__name__ + '(' + ', '.join(shown(x, depth + 1) for x in v[:20]) + ')'
    if t is dict:
        return 'dict(' + ', '.join(shown(k, depth + 1) + ': ' + shown(x, depth + 1) for k, x in list(v.items())[:20]) + ')'
    if t in (int, float, str, bool, bytes, type(None)):
        return t.__name__ + ' ' + repr(v)[:100]
    return t.__name__


def raised(e):
    places = []
    tb = e.__traceback__.tb_next
    while tb is not None and len(places) < 8:
        places.append(f'{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}')
        tb = tb.tb_next
    context = type(e.__context__).__name__ if e.__context__ is not None else ''
    return f'{type(e).__name__}({str(e)[:100]}) at {" ".join(places)} in {context}'


def run(path):
    with open(path, encoding='utf-8') as f:
        programs = json.load(f)
    for number, source in enumerate(programs):
        print(MARK + str(number))
        names = {'__name__': 'program', 'out': lambda v: print(shown(v)), 'raised': raised}
        try:
            exec(compile(source, f'<program {number}>', 'exec'), names)
        except Exception as e:
            print('ended with', raised(e))
    print(MARK + 'end')


# ---- making programs

class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.functions = []  # (name, kinds of parameters, kind of result)
        self.names = []  # of the function that is being made
        self.loops = 0
        self.fresh = 0
        self.generator = False

    def chance(self, p):
        return self.r.random() < p

    def pick(self, *choices):
        return self.r.choice(choices)

    def line(self, text):
        self.lines.append('    ' * self.indent + text)

    def new(self, kind):
        self.fresh += 1
        return f'{kind}{self.fresh}'

    def name(self, kind):
        """A variable of the kind, or null."""
        all = [n for n in self.names if n[0] == kind]
        return self.r.choice(all) if all else None

    # expressions

    def expression(self, kind, depth=2):
        if self.chance(.015):
            kind = self.r.choice('ifslo')
        return getattr(self, 'x' + kind)(depth)

    def leaf(self, kind, *constants):
        name = self.name(kind)
        return name if name is not None and self.chance(.75) else self.r.choice(constants)

    def call(self, kind, depth):
        fit = [f for f in self.functions if f[2] == kind]
        if not fit or depth <= 0:
            return None
        name, parameters, _ = self.r.choice(fit)
        args = [self.expression(p, depth - 1) for p in parameters]
        if args and self.chance(.15):
            args[-1] = f'p{len(args) - 1}={args[-1]}'
        return f'{name}({", ".join(args)})'

    def xi(self, depth):
        if depth <= 0:
            return self.leaf('i', '0', '1', '2', '3', '7', '-1', '-5', '100', '65535', '2**31', '2**62', '-2**63', 'I')
        d = depth - 1
        k = self.r.randrange(20)
        x = self.expression
        if k < 6:
            return f'({x("i", d)} {self.pick("+", "-", "*", "+", "-", "&", "|", "^")} {x("i", d)})'
        if k == 6:
            return f'({x("i", d)} {self.pick("//", "%")} {self.pick("3", "7", "-2", x("i", d))})'
        if k == 7:
            return f'({x("i", d)} {self.pick("<<", ">>")} {self.pick("1", "3", "40", "64")})'
        if k == 8:
            return f'len({self.pick(x("l", d), x("s", d), x("d", d))})'
        if k == 9:
            return f'({x("l", d)})[{self.pick("0", "-1", "1", x("i", 0))}]'
        if k == 10:
            return f'({x("d", d)}).get({x("s", d)}, {x("i", d)})'
        if k == 11:
            return f'({x("o", d)}).x'
        if k == 12:
            return f'({x("o", d)}).add({x("i", d)})'
        if k == 13:
            return f'({x("i", d)} if {self.condition(d)} else {x("i", d)})'
        if k == 14:
            return f'{self.pick("sum", "max", "min")}({x("l", d)})'
        if k == 15:
            return f'{self.pick("abs", "int", "-", "~", "bool")}({x("i", d)})'
        if k == 16:
            return f'sum({self.element("i")} for e in {self.iterable(d)})'
        return self.call('i', depth) or self.xi(0)

    def xf(self, depth):
        if depth <= 0:
            return self.leaf('f', '0.0', '1.5', '-0.25', '1e10', '-0.0', "float('inf')", 'F')
        d = depth - 1
        k = self.r.randrange(9)
        x = self.expression
        if k < 5:
            return f'({x("f", d)} {self.pick("+", "-", "*", "/", "+", "%")} {x(self.pick("f", "f", "i"), d)})'
        if k == 5:
            return f'float({x("i", d)} & 1023)'
        if k == 6:
            return f'{self.pick("abs", "-", "float")}({x("f", d)})'
        if k == 7:
            return f'({x("o", d)}).ratio'
        return self.call('f', depth) or self.xf(0)

    def xs(self, depth):
        if depth <= 0:
            return self.leaf('s', "''", "'a'", "'abc'", "'key'", "'\\u00e9'", 'S')
        d = depth - 1
        k = self.r.randrange(10)
        x = self.expression
        if k < 2:
            return f'({x("s", d)} + {x("s", d)})[:20]'
        if k == 2:
            return f'str({x(self.pick("i", "f", "s"), d)})[-12:]'
        if k == 3:
            return f"f'{{{self.name('i') or 1}}}-{{{self.name('s') or 2}!r}}'[:20]"
        if k == 4:
            return f'({x("s", d)})[{self.pick("0", "-1", "1:", ":2", "::-1", "::2")}]'
        if k == 5:
            return f'({x("s", d)}).{self.pick("upper()", "replace(" + chr(39) + "a" + chr(39) + ", " + chr(39) + "b" + chr(39) + ")", "strip()", "join([" + chr(39) + "x" + chr(39) + "])[:9]")}'
        if k == 6:
            return f'chr({x("i", d)} % 100 + 32)'
        if k == 7:
            return f'({x("s", d)} * {self.pick("0", "2", "3")})[:20]'
        return self.call('s', depth) or self.xs(0)

    def xl(self, depth):
        if depth <= 0:
            return self.leaf('l', '[]', '[1]', '[1, 2, 3]', '[5, -1]', 'list(range(4))')
        d = depth - 1
        k = self.r.randrange(9)
        x = self.expression
        if k < 2:
            return f'[{", ".join(x("i", d) for _ in range(self.r.randint(0, 3)))}]'
        if k == 2:
            return f'({x("l", d)} + {x("l", d)})[:12]'
        if k == 3:
            return f'({x("l", d)})[{self.pick("1:", ":2", "::-1", ":", "-2:")}]'
        if k == 4:
            return f'[{self.element("i")} for e in {self.iterable(d)}]'
        if k == 5:
            return f'[{self.element("i")} for e in {self.iterable(d)} if e {self.pick("<", ">", "!=", "==")} {x("i", 0)}]'
        if k == 6:
            return f'sorted({x("l", d)}{self.pick("", ", reverse=True", ", key=lambda e: -e")})'
        return self.call('l', depth) or self.xl(0)

    def xd(self, depth):
        return self.leaf('d', '{}', "{'a': 1}", "{'abc': 2, 'key': 3}", '{self_: I}'.replace('self_', "'k'"))

    def xo(self, depth):
        return self.leaf('o', 'A(1)', 'B(2)', 'A(I)', 'O', 'B(I)')

    def xg(self, depth):
        return self.expression(self.r.choice('iifsl'), depth)

    def element(self, kind):
        return self.pick('e', 'e + 1', 'e * e', f'e + {self.name("i") or 1}', 'e & 7', '(e, 1)[0]')

    def iterable(self, depth):
        return self.pick(f'range({self.r.randint(0, 12)})', self.expression('l', depth), f'({self.expression("i", 0)}, 2)', f'range({self.r.randint(-3, 3)}, {self.r.randint(0, 9)})')

    def condition(self, depth):
        x = self.expression
        d = max(0, depth - 1)
        k = self.r.randrange(11)
        if k < 4:
            return f'{x("i", d)} {self.pick("<", "<=", ">", ">=", "==", "!=")} {x("i", d)}'
        if k == 4:
            return f'{x("f", d)} {self.pick("<", ">=", "==", "!=")} {x(self.pick("f", "i"), d)}'
        if k == 5:
            return f'{x("s", d)} {self.pick("==", "!=", "<", "in", "not in")} {x("s", d)}'
        if k == 6:
            return f'{x("i", d)} {self.pick("in", "not in")} {x("l", d)}'
        if k == 7:
            return f'isinstance({x("g", d)}, {self.pick("int", "float", "(int, str)", "A")})'
        if k == 8:
            return f'({self.condition(d)} {self.pick("and", "or")} {self.condition(d)})'
        if k == 9:
            return f'not {x(self.pick("i", "s", "l", "d"), d)}'
        return f'{x("i", 0)} < {x("i", 0)} <= {x("i", d)}'

    # statements

    def block(self, depth, count=None):
        self.indent += 1
        before = list(self.names)
        for _ in range(count or self.r.randint(1, 3)):
            self.statement(depth)
        # what one way alone has bound may be unbound: seldom wanted
        if not self.chance(.004):
            self.names = before
        self.indent -= 1

    def statement(self, depth):
        k = self.r.randrange(34)
        x = self.expression
        if k < 7 or depth <= 0 and k > 14:
            kind = self.r.choice('iiifslgdo')
            name = self.name(kind) if self.chance(.5) else None
            value = x(kind)
            name = name or self.new(kind)
            self.line(f'{name} = cut({value})' if kind == 'i' and ('*' in value or '<<' in value) else f'{name} = {value}')
            self.bind(name)
        elif k < 10:
            name = self.name(self.pick('i', 'i', 'f'))
            if name:
                self.line(f'{name} {self.pick("+", "-", "*", "+")}= {x(name[0])}')
                if '*=' in self.lines[-1]:
                    self.line(f'{name} = cut({name})')
            else:
                self.line(f'out({x("g")})')
        elif k == 10 and self.name('l'):
            name = self.name('l')
            self.line(self.pick(f'{name}.append({x("i")})', f'{name}[{self.pick("0", "-1", x("i", 0))}] = {x("i")}', f'{name} = {name}[:8]', f'{name}.pop()',
                                f'{name} += [{x("i")}]', f'{name}.sort()', f'del {name}[0]'))
        elif k == 11 and self.name('d'):
            name = self.name('d')
            self.line(self.pick(f'{name}[{x("s")}] = {x("i")}', f'{name}[{x("s")}] += 1', f'{name}.pop({x("s")}, None)', f'del {name}[{x("s")}]'))
        elif k == 12 and self.name('o'):
            name = self.name('o')
            self.line(self.pick(f'{name}.x = {x("i")}', f'{name}.x += 1', f'{name}.extra = {x("g")}', f'{name}.y = {x("f")}', f'{name} = {name} + {x("i")}'))
        elif k == 13:
            a, b = self.new('i'), self.new('i')
            self.line(self.pick(f'{a}, {b} = {x("i")}, {x("i")}', f'{a}, *{b} = {x("l")}\n{"    " * self.indent}{b} = len({b})', f'({a}, {b}) = ({x("l")} + [1, 2])[:2]'))
            self.bind(a), self.bind(b)
        elif k == 14:
            self.line(self.pick('global I', 'global F') if False else f'out({x("g")})')
        elif k < 19:
            self.line(f'if {self.condition(2)}:')
            self.block(depth - 1)
            if self.chance(.5):
                self.line('else:' if self.chance(.7) else f'elif {self.condition(1)}:')
                self.block(depth - 1)
        elif k < 23:
            self.loop(depth)
        elif k < 26:
            self.attempt(depth)
        elif k == 26 and self.loops:
            self.line(f'if {self.condition(1)}:')
            self.line('    ' + self.pick('break', 'continue'))
        elif k == 27:
            self.line(f'if {self.condition(1)}:')
            self.line('    ' + (f'return {x(self.result)}' if not self.generator else 'return'))
        elif k == 28:
            self.line(f'if {self.condition(1)}:')
            self.line(f'    raise {self.pick("ValueError", "KeyError", "Stop", "ArithmeticError")}({x("g", 1)})')
        elif k == 29:
            self.closure(depth)
        elif k == 30:
            self.line(f'with Manager({x("i", 1)}, {self.pick("True", "False")}) as {self.bound("i")}:')
            self.block(depth - 1)
        elif k == 31 and self.generator:
            self.line(f'{self.bound("g")} = yield {x("i")}')
        elif k == 31:
            self.line(f'for e in gen({x("i", 1)} & 7, {x("l", 1)}):')
            self.line(f'    out(e)')
        elif k == 32:
            self.line(f'if ({self.bound("i")} := {x("i")}) > {x("i", 0)}:')
            self.block(depth - 1)
        else:
            self.line(f'match {x(self.pick("i", "l", "s"), 1)}:')
            self.indent += 1
            for pattern in self.r.sample(['0', '1 | 2', "'a'", '[a, b]', '[1, *rest]', 'int(n)', 'str()', '_ if I > 3'], 2) + ['_']:
                self.line(f'case {pattern}:')
                self.block(depth - 1, 1)
            self.indent -= 1

    def bind(self, name):
        if name not in self.names:
            self.names.append(name)

    def bound(self, kind):
        name = self.new(kind)
        self.bind(name)
        return name

    def loop(self, depth):
        k = self.r.randrange(7)
        self.loops += 1
        before = list(self.names)
        if k == 0:
            name = self.new('n')
            self.line(f'{name} = 0')
            self.line(f'while {name} < {self.r.randint(1, 9)} and {self.condition(1)}:')
            self.line(f'    {name} += 1')
        elif k < 3:
            self.line(f'for {self.bound("i")} in {self.iterable(1)}:')
        elif k == 3:
            self.line(f'for {self.bound("i")}, {self.bound("i")} in enumerate({self.expression("l", 1)}):')
        elif k == 4:
            self.line(f'for {self.bound("s")}, {self.bound("i")} in list(({self.expression("d", 1)}).items()):')
        elif k == 5:
            self.line(f'for {self.bound("i")}, {self.bound("s")} in zip({self.iterable(1)}, {self.expression("s", 1)}):')
        else:
            self.line(f'for {self.bound("s")} in {self.expression("s", 1)}:')
        self.block(depth - 1)
        self.loops -= 1
        if self.chance(.1):
            self.line('else:')
            self.block(depth - 1, 1)
        self.names = before

    def attempt(self, depth):
        self.line('try:')
        self.block(depth - 1)
        if self.chance(.8):
            for kind in self.r.sample(['ValueError', 'TypeError', '(KeyError, IndexError)', 'ZeroDivisionError', 'Exception', 'Stop', 'LookupError'], self.r.randint(1, 2)):
                self.line(f'except {kind}' + (' as error:' if self.chance(.4) else ':'))
                if self.lines[-1].endswith('as error:') and self.chance(.6):
                    self.line('    out(raised(error))')
                if self.chance(.15):
                    self.line('    raise')
                self.block(depth - 1, 1)
            if self.chance(.2):
                self.line('else:')
                self.block(depth - 1, 1)
        else:
            self.line('finally:')
            self.block(depth - 1, 1)

    def closure(self, depth):
        """A function in a function, that changes what it captures."""
        captured = self.name('i')
        if captured is None or depth < 2:
            return self.line(f'out({self.expression("g")})')
        name = self.new('c')
        self.line(f'def {name}(a, b=2):')
        self.indent += 1
        if captured not in self.parameters and self.chance(.6) and self.indent == self.base + 1:
            self.line(f'nonlocal {captured}')
            self.line(f'{captured} = cut({captured} + a)')
        self.line(f'return a * b + {captured}')
        self.indent -= 1
        result = self.bound('i')
        self.line(f'{result} = {name}({self.expression("i", 1)}) + {name}(1, b={self.expression("i", 1)})')

    # definitions

    def function(self, name, generator=False, method=None):
        kinds = [self.r.choice('iiifsldo') for _ in range(self.r.randint(1, 3))] if not generator else ['i', 'l']
        self.result = self.r.choice('iiifsl')
        self.generator = generator
        self.names = [f'{k}p{n}' for n, k in enumerate(kinds)]
        self.parameters = list(self.names)
        default = {'i': '3', 'f': '2.5', 's': "'d'", 'l': 'None', 'd': 'None', 'o': 'None'}
        parameters = [f'p{n}' for n in range(len(kinds))]
        last = f'={default[kinds[-1]]}' if self.chance(.3) and kinds[-1] in 'ifs' else ''
        self.line(f'def {name}({", ".join(parameters)}{last}):')
        self.indent += 1
        self.base = self.indent
        for n, p in zip(self.names, parameters):
            self.line(f'{n} = {p}')
        self.loops = 0
        for _ in range(self.r.randint(2, 6)):
            self.statement(3)
        if generator:
            self.line(f'yield {self.expression("i")}')
        else:
            self.line(f'return {self.expression(self.result)}')
        self.indent -= 1
        self.line('')
        self.generator = False
        if not generator:
            self.functions.append((name, kinds, self.result))
        return kinds

    def arguments(self, kinds, wild):
        values = {'i': ['0', '1', '5', '-3', '100', '2**62', '2**63 - 1', '-2**63', 'True'], 'f': ['0.0', '1.5', '-2.0', '1e300', '3'],
                  's': ["''", "'a'", "'abcabc'", "'key'"], 'l': ['[]', '[1, 2, 3]', '[2**62, 5]', '[0, -1, 4, 4]'],
                  'd': ['{}', "{'a': 1, 'key': 2}"], 'o': ['A(3)', 'B(4)', 'A(2**63)', 'O']}
        return ', '.join(self.r.choice(values[self.r.choice('ifsldo') if self.chance(wild) else k]) for k in kinds)

    def program(self):
        self.lines.append('''
I, F, S = 3, 0.5, 'abc'
def cut(n):
    """Numbers must not grow for ever."""
    return n if type(n) is not int or -2**80 < n < 2**80 else n % 1000
class Stop(Exception): pass
class A:
    scale = 2
    def __init__(self, x):
        self.x = x
    def add(self, n):
        return self.x + n * self.scale
    def __add__(self, n):
        return type(self)(self.x + n)
    @property
    def ratio(self):
        return self.x / 4
    def __repr__(self):
        return f'{type(self).__name__}({self.x})'
class B(A):
    scale = 3
    def __init__(self, x):
        super().__init__(x)
        self.y = 1.5
    def add(self, n):
        return super().add(n) - 1
    def __len__(self):
        return 2
class Manager:
    def __init__(self, n, swallows):
        self.n, self.swallows = n, swallows
    def __enter__(self):
        return self.n
    def __exit__(self, kind, error, tb):
        out(kind and kind.__name__)
        return self.swallows
O = A(10)
'''.strip('\n'))
        self.parameters = []
        self.function('gen', generator=True)
        kinds = [self.function(f'f{n}') for n in range(self.r.randint(2, 5))]
        self.line('for turn in range(14):')
        changes = ['I = 2**62', 'F = 3', "S = 'xyz'", 'A.add = lambda self, n: n', 'A.scale = 1.5', 'B.scale = 2**62', 'O = B(7)', "A.ratio = 1.25",
                   'del B.__len__', 'f0.__defaults__ = None', 'O.extra = 1', 'A.__add__ = lambda self, n: self']
        for turn in self.r.sample(range(3, 14), self.r.randint(0, 3)):
            change = self.r.choice(changes)
            changes.remove(change)
            self.line(f'    if turn == {turn}:')
            self.line(f'        {change}')
        for n, k in enumerate(kinds):
            for _ in range(2):
                self.line('    try:')
                self.line(f'        out(f{n}({self.arguments(k, .02)}))')
                self.line('    except Exception as e:')
                self.line('        out(raised(e))')
        self.line('    try:')
        self.line(f'        out(list(gen({self.arguments(["i", "l"], .02)})))')
        self.line('    except Exception as e:')
        self.line('        out(raised(e))')
        return '\n'.join(self.lines) + '\n'


# ---- comparing

def outputs(command, path, mode, seconds=300):
    env = dict(os.environ, PYTHON_JIT=mode, PYTHONHASHSEED='0')
    options = ['-X', 'cinderx-jit-verify-hir'] if mode == 'always' else []
    try:
        done = subprocess.run(command + options + [os.path.abspath(__file__), '--run', path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, timeout=seconds,
                              encoding='utf-8', errors='replace')
    except subprocess.TimeoutExpired:
        return None
    parts = done.stdout.split(MARK)[1:]
    if not parts or parts[-1].strip() != 'end':
        parts.append(f'{len(parts)}\nthe process ended: {done.returncode}\n{done.stderr[-3000:]}')
    return {p.split('\n', 1)[0]: p.split('\n', 1)[1] if '\n' in p else '' for p in parts}


def difference(a, b):
    a, b = a.split('\n'), b.split('\n')
    for n in range(max(len(a), len(b))):
        x, y = (t[n] if n < len(t) else 'nothing' for t in (a, b))
        if x != y:
            return f'output {n}: interpreter {x!r}, JIT {y!r}'
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--run')
    parser.add_argument('--show', type=int)
    parser.add_argument('--seconds', type=float, default=60)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--batch', type=int, default=40)
    parser.add_argument('--keep')
    parser.add_argument('command', nargs=argparse.REMAINDER)
    args = parser.parse_args()
    if args.run:
        return run(args.run)
    if args.show is not None:
        return print(Maker(args.show).program(), end='')
    end = time.time() + args.seconds
    seed, done, bad = args.seed * 1_000_000, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while time.time() < end or done == 0:
            seeds = range(seed, seed + args.batch)
            seed += args.batch
            programs = [Maker(s).program() for s in seeds]
            path = os.path.join(folder, 'programs.json')
            with open(path, 'w', encoding='utf-8') as f:
                json.dump(programs, f)
            right, other = outputs(args.command, path, 'off'), outputs(args.command, path, 'always')
            if right is None or other is None:
                print(f'programs {seeds[0]} to {seeds[-1]}: no end ({"interpreter" if right is None else "JIT"})')
                bad += 1
                continue
            for n, s in enumerate(seeds):
                if str(n) not in right or str(n) not in other:
                    # the process ended in the program before
                    break
                what = difference(right[str(n)], other[str(n)])
                done += 1
                if what:
                    bad += 1
                    print(f'program {s}: {what}')
                    if args.keep:
                        os.makedirs(args.keep, exist_ok=True)
                        with open(os.path.join(args.keep, f'{s}.py'), 'w', encoding='utf-8') as f:
                            f.write(programs[n])
    print(f'{done - bad} passed, {bad} failed')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
