#!/usr/bin/env python3
"""Random expressions, evaluated by CPython 3.14 and by Tuff: values, types and the texts of exceptions must be the same.

  expressions.py [--seconds N] [--seed N] [--batch N] [--known FILE] COMMAND...    e.g. expressions.py --seconds 60 ./tuff
  expressions.py --evaluate FILE         what both run: prints a line for each line of FILE

Run by CPython 3.14, the oracle. Each batch is one process of either. Differences are printed with the smallest expression of their kind
first, and make the exit code 1. A line of the known differences is a regular expression that a difference matches, with `# reason` before.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time


# ---- what both sides run

def shown(v, depth=0):
    """A text that does not depend on the order of sets or on addresses."""
    t = type(v)
    if depth > 6:
        return '...'
    if t in (set, frozenset):
        return t.__name__ + '{' + ', '.join(sorted(shown(x, depth + 1) for x in v)) + '}'
    if t in (list, tuple):
        return t.__name__ + '(' + ', '.join(shown(x, depth + 1) for x in v) + ')'
    if t is dict:
        return 'dict{' + ', '.join(shown(k, depth + 1) + ': ' + shown(x, depth + 1) for k, x in v.items()) + '}'
    return t.__name__ + ' ' + ascii(v)


def evaluate(path):
    import math
    import warnings
    warnings.simplefilter('ignore')
    with open(path, encoding='utf-8') as f:
        lines = f.read().split('\n')
    out = []
    for line in lines:
        if not line:
            continue
        names = {'math': math, 's': 'a\u00e9\U0001f600 Zz\n', 'b': b'\x00ab\xff', 'l': [3, 1, 2], 'd': {'k': 1, 2: 'v'}, 'n': 2 ** 64}
        try:
            text = shown(eval(line, names))
        except Exception as e:
            text = type(e).__name__ + ': ' + ascii(str(e))
        out.append(re.sub(r' at 0x[0-9a-f]+', '', text)[:2000])
    sys.stdout.write('\n'.join(out) + '\n')


# ---- making expressions

class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, *choices):
        return self.r.choice(choices)

    def some(self, make, depth, low=0, high=3):
        return ', '.join(make(depth) for _ in range(self.r.randint(low, high)))

    def value(self, depth):
        return self.r.choice((self.int, self.int, self.float, self.str, self.str, self.bytes, self.list, self.tuple, self.dict, self.set, self.bool,
                              self.complex, self.none, self.slice))(depth)

    def ordered(self, depth):
        """Nothing whose text shows the order of a set."""
        v = self.value(depth)
        return v if 'set' not in v and '{' not in v else self.int(depth)

    def maybe(self, make, depth):
        """Mostly what belongs there, sometimes anything."""
        return self.value(depth) if self.r.random() < 0.06 else make(depth)

    def none(self, depth):
        return 'None'

    def small(self, depth=0):
        return str(self.r.choice((0, 1, 2, 3, -1, -2, 5, 7)))

    def slice(self, depth):
        return f'slice({self.bound()}, {self.bound()}, {self.pick("None", "1", "2", "-1", "-3", "0")})'

    def bound(self):
        return self.pick('None', '0', '1', '2', '-1', '-2', '5', '-7', '10**20', '-10**20')

    def bool(self, depth):
        if depth <= 0:
            return self.pick('True', 'False')
        d = depth - 1
        k = self.r.randrange(9)
        if k == 0:
            return f'({self.value(d)} {self.pick("==", "!=")} {self.value(d)})'
        if k == 1:
            make = self.r.choice((self.int, self.float, self.str, self.bytes, self.list, self.tuple, self.set))
            other = self.r.choice((make, make, make, self.value))
            return f'({make(d)} {self.pick("<", "<=", ">", ">=", "==", "!=")} {other(d)})'
        if k == 2:
            return f'({self.value(d)} {self.pick("in", "not in")} {self.r.choice((self.str, self.bytes, self.list, self.tuple, self.dict, self.set, self.value))(d)})'
        if k == 3:
            return f'(not {self.value(d)})'
        if k == 4:
            return f'({self.int(d)} < {self.float(d)} <= {self.int(d)})'
        if k == 5:
            return f'{self.str(d)}.{self.pick("isalpha", "isdigit", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii", "isalnum")}()'
        if k == 6:
            return f'isinstance({self.value(d)}, ({self.pick("int", "str", "float", "(list, tuple)", "int | None", "bool", "object")}))'
        if k == 7:
            return f'{self.pick("any", "all")}({self.list(d)})'
        return f'{self.str(d)}.{self.pick("startswith", "endswith")}({self.pick(self.str(d), "(" + self.str(d) + ", " + self.str(d) + ")")}{self.pick("", ", 1", ", -2, 9")})'

    def int(self, depth):
        if depth <= 0 or self.r.random() < 0.25:
            return self.r.choice((self.small(), self.small(), str(self.r.randint(-300, 300)), '(' + str(self.r.randint(-2 ** 70, 2 ** 70)) + ')',
                                  '2**63', '(-2**63)', '(2**63-1)', 'n', '0x7f', '0b101', '1_000', '10**25', 'True'))
        d = depth - 1
        k = self.r.randrange(17)
        if k < 4:
            return f'({self.maybe(self.int, d)} {self.pick("+", "-", "//", "%", "&", "|", "^")} {self.maybe(self.int, d)})'
        if k == 4:
            return f'({self.int(0)} * {self.int(0)})'
        if k == 5:
            return f'({self.int(0)} ** {self.pick("0", "1", "2", "3", "5")})'
        if k == 6:
            return f'({self.int(d)} {self.pick("<<", ">>")} {self.pick("0", "1", "3", "31", "63", "64", "65", "-1")})'
        if k == 7:
            return f'({self.pick("-", "+", "~")}{self.maybe(self.int, d)})'
        if k == 8:
            return f'int({self.maybe(self.pick(self.float, self.numeral, self.str), d)})'
        if k == 9:
            return f'int({self.numeral(d)!s}, {self.pick("0", "2", "8", "10", "16", "36", "37", "1")})'
        if k == 10:
            return f'{self.pick("len", "hash", "ord")}({self.pick(self.str, self.bytes, self.tuple)(d)})' if self.r.random() < .7 else f'len({self.value(d)})'
        if k == 11:
            return f'({self.int(d)}).{self.pick("bit_length()", "bit_count()", "conjugate()", "__index__()", "numerator", "denominator", "is_integer()", "as_integer_ratio()")}'
        if k == 12:
            return f'round({self.maybe(self.pick(self.float, self.int), d)}{self.pick("", ", None", ", -1", ", -2", ", 1")})'
        if k == 13:
            return f'{self.pick("sum", "max", "min")}({self.maybe(self.list, d)})'
        if k == 14:
            return f'pow({self.int(0)}, {self.pick("0", "1", "2", "5", "-1", "65")}, {self.int(0)})'
        if k == 15:
            return f'divmod({self.maybe(self.pick(self.int, self.float), d)}, {self.maybe(self.pick(self.int, self.float), d)})'
        return f'{self.pick(self.str(d), self.list(d), self.tuple(d), self.bytes(d))}.{self.pick("count", "index", "find", "rfind", "rindex")}({self.value(d)}{self.pick("", "", ", 1", ", -3, 9")})'

    def numeral(self, depth):
        return repr(self.pick('12', ' 7 ', '-0b11', '0x1F', '1_0', '1__0', '', '+', '0o17', 'zz', '\u0664\u0662', '9' * 30, '1e5', '-0', '00', '3.5', 'nan', '-inf',
                              '1e400', '0x1p3', ' \n', '1_', '\x001', "b'1'"))

    def float(self, depth):
        if depth <= 0 or self.r.random() < 0.3:
            return self.r.choice(('0.0', '(-0.0)', '1.5', '(-2.25)', '0.1', '1e308', '5e-324', '1e16', '123456789.125', "float('inf')", "float('-inf')",
                                  "float('nan')", repr(self.r.uniform(-1e3, 1e3)), repr(self.r.uniform(-1, 1) * 10.0 ** self.r.randint(-30, 30)), '2.5', '0.5'))
        d = depth - 1
        k = self.r.randrange(9)
        if k < 3:
            return f'({self.maybe(self.float, d)} {self.pick("+", "-", "/", "//", "%")} {self.maybe(self.pick(self.float, self.int), d)})'
        if k == 3:
            return f'({self.float(d)} * {self.pick(self.float, self.int)(d)})'
        if k == 4:
            return f'({self.float(0)} ** {self.pick(self.float(0), self.small())})'
        if k == 5:
            return f'float({self.maybe(self.pick(self.numeral, self.int), d)})'
        if k == 6:
            return f'({self.float(d)}).{self.pick("is_integer()", "hex()", "as_integer_ratio()", "real", "conjugate()", "__trunc__()", "__ceil__()")}'
        if k == 7:
            return f'round({self.float(d)}, {self.pick("0", "1", "2", "3", "10", "-1", "-308", "400")})'
        return f'math.{self.pick("sqrt", "floor", "ceil", "trunc", "fabs", "isnan", "frexp", "modf", "exp2")}({self.pick(self.float, self.int)(0)})'

    def complex(self, depth):
        if depth <= 0 or self.r.random() < .5:
            return self.pick('1j', '(2+3j)', '(-0-0j)', "complex('nan')", 'complex(1.5, -0.0)', '0j', '(1e300+1e300j)')
        d = depth - 1
        k = self.r.randrange(5)
        if k < 2:
            return f'({self.complex(d)} {self.pick("+", "-", "*", "/", "==")} {self.maybe(self.pick(self.complex, self.float, self.small), d)})'
        if k == 2:
            return f'({self.complex(0)} ** {self.pick("0", "1", "2", "-1", "3")})'
        if k == 3:
            return f'complex({self.pick(self.numeral(d), self.float(d), self.pick(repr("1+2j"), repr(" ( 3j ) "), repr("1+2"), repr("infj"), repr("1 + 2j")))})'
        return f'({self.complex(d)}).{self.pick("real", "imag", "conjugate()", "__abs__()")}'

    LETTERS = 'abcXYZ 019_-.\u00e9\u00df\u0130\u03c3\u03a3\u01c5\U0001f600\u0301\n\t\ud800%{}'

    def text(self):
        return ''.join(self.r.choice(self.LETTERS) for _ in range(self.r.choice((0, 1, 1, 2, 3, 5, 8))))

    def str(self, depth):
        if depth <= 0 or self.r.random() < 0.25:
            return self.pick(ascii(self.text()), ascii(self.text()), 's', "''", "'abc'", "'a,b,,c'", "' x y '")
        d = depth - 1
        k = self.r.randrange(20)
        if k == 0:
            return f'({self.maybe(self.str, d)} + {self.maybe(self.str, d)})'
        if k == 1:
            return f'({self.str(d)} * {self.pick("0", "1", "2", "3", "-1", "True")})'
        if k == 2:
            return f'{self.str(d)}[{self.pick(self.small(), self.bound() .replace("None", "1"))}]'
        if k == 3:
            return f'{self.str(d)}[{self.piece()}]'
        if k == 4:
            m = self.pick('upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines', 'encode',
                          'expandtabs')
            return f'{self.str(d)}.{m}()'
        if k == 5:
            m = self.pick('strip', 'split', 'rsplit', 'partition', 'rpartition', 'removeprefix', 'removesuffix', 'join')
            return f'{self.str(d)}.{m}({self.maybe(self.pick(self.str, self.str, self.list), d)})'
        if k == 6:
            return f'{self.str(d)}.replace({self.maybe(self.str, d)}, {self.str(d)}{self.pick("", ", 1", ", -1", ", count=2")})'
        if k == 7:
            return f'{self.str(d)}.{self.pick("center", "ljust", "rjust", "zfill", "expandtabs")}({self.pick("0", "5", "12", "-3")})'
        if k == 8:
            return f'{self.str(d)}.{self.pick("center", "ljust", "rjust")}(9, {self.str(0)})'
        if k == 9:
            return f'{self.pick("repr", "str", "ascii")}({self.pick(self.int, self.float, self.str, self.bytes, self.list, self.dict, self.complex)(d)})'
        if k in (10, 11):
            v = self.pick(self.int, self.float, self.str, self.ordered, self.complex)(d)
            return f'format({v}, {self.spec()!r})'
        if k in (12, 13):
            v = self.pick(self.int, self.float, self.str, self.ordered)(d)
            return f'({self.percent()!r} % ({v},))'
        if k == 14:
            return f'({self.percent() + " " + self.percent()!r} % {self.pick(self.ordered(d), "(" + self.ordered(d) + ", " + self.ordered(d) + ")", "d")})'
        if k == 15:
            v = self.pick(self.int, self.float, self.str, self.ordered)(d)
            return "f'{(" + v.replace("'", '"') + ")" + self.pick('', '!r', '!s', '!a') + self.pick('', ':' + self.spec().replace('{', '').replace('}', '').replace("'", '').replace('\n', '').replace('!', '')) + "}'"
        if k == 16:
            return f'{self.pick(repr("{}"), repr("{0!r:>5}"), repr("{a}"), repr("{0[0]}"), repr("{:{}}"), repr("{0.real}"), repr("{} {0}"), repr("{"), repr("}}{{"), repr("{!z}"), repr("{0!r:{1}}"))}.format({self.some(self.ordered, d)})'
        if k == 17:
            return f'{self.pick("hex", "oct", "bin", "chr")}({self.maybe(self.int, d)})'
        if k == 18:
            return f'{self.bytes(d)}.{self.pick("decode", "hex")}({self.pick("", repr("ascii"), repr("latin-1"), repr("utf-16"), repr("nope"))})'
        return f'({self.str(d)} {self.pick("if", "if not")} {self.value(d)} else {self.str(d)})'

    def spec(self):
        if self.r.random() < .1:
            return self.pick('5 5', 'zz', '.', ',,', ',_', '=^^5', 'c', '#', '010', '<', '-08.3', '^+', '.5n', '_b', ',x', '\u00e9>6', '%', ',.3', '.2,f', '._f')
        r = self.r.random
        return ((self.pick('*', '0', '\u00e9', ' ') if r() < .25 else '') + self.pick('<', '>', '^', '=') if r() < .4 else '') + \
            (self.pick('+', '-', ' ') if r() < .3 else '') + ('z' if r() < .06 else '') + ('#' if r() < .15 else '') + ('0' if r() < .2 else '') + \
            (self.pick('1', '5', '12', '30') if r() < .5 else '') + (self.pick(',', '_') if r() < .15 else '') + \
            (self.pick('.0', '.1', '.3', '.17', '.25') if r() < .4 else '') + \
            (self.pick('d', 'b', 'o', 'x', 'X', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', 's', 'c', 'q') if r() < .7 else '')

    def percent(self):
        r = self.r.random
        return '%' + ('(k)' if r() < .08 else '') + ''.join(c for c in '#0- +' if r() < .15) + self.pick('', '', '5', '12', '*') + \
            self.pick('', '', '.0', '.3', '.12', '.*', '.') + self.pick('d', 'i', 'u', 'o', 'x', 'X', 'e', 'E', 'f', 'F', 'g', 'G', 'c', 'r', 's', 'a', '%', 'y', 'b', '')

    def piece(self):
        return f'{self.bound().replace("None", "")}:{self.bound().replace("None", "")}' + self.pick('', ':1', ':2', ':-1', ':-3', ':0')

    def bytes(self, depth):
        if depth <= 0 or self.r.random() < 0.35:
            return self.pick("b''", "b'abc'", 'b', repr(self.text().encode('utf-8', 'surrogatepass')), "bytearray(b'xyz')", "b'a b  c'", "bytes(3)")
        d = depth - 1
        k = self.r.randrange(10)
        if k == 0:
            return f'({self.maybe(self.bytes, d)} + {self.maybe(self.bytes, d)})'
        if k == 1:
            return f'({self.bytes(d)} * {self.pick("0", "1", "2", "-1")})'
        if k == 2:
            return f'{self.bytes(d)}[{self.pick(self.small(), self.piece())}]'
        if k == 3:
            m = self.pick('upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'split', 'rsplit', 'splitlines', 'hex', 'isalpha', 'isdigit')
            return f'{self.bytes(d)}.{m}()'
        if k == 4:
            return f'{self.bytes(d)}.{self.pick("strip", "split", "partition", "rpartition", "find", "count", "index", "removeprefix", "join", "startswith")}({self.maybe(self.pick(self.bytes, self.bytes, self.list), d)})'
        if k == 5:
            return f'{self.bytes(d)}.replace({self.bytes(d)}, {self.maybe(self.bytes, d)})'
        if k == 6:
            return f'({self.percent().encode("ascii")!r} % ({self.value(d)},))'
        if k == 7:
            return f'{self.str(d)}.encode({self.pick("", repr("ascii"), repr("latin-1"), repr("utf-8"), repr("utf-16-le"), repr("ascii") + ", " + repr("replace"), repr("ascii") + ", " + repr("backslashreplace"), repr("ascii") + ", " + repr("xmlcharrefreplace"))})'
        if k == 8:
            return f'{self.pick("bytes", "bytearray")}({self.pick(self.list(d), self.small(), self.str(d), self.str(d) + ", " + repr("utf-8"), self.tuple(d))})'
        return f'({self.pick("0", "1", "255", "256", "-1", "2**40")}).to_bytes({self.pick("1", "2", "8")}, {self.pick(repr("little"), repr("big"))}{self.pick("", ", signed=True")})'

    def list(self, depth):
        if depth <= 0:
            return self.pick('[]', 'l', '[1, 2, 3]', "['a', 'b']", '[0.5, 1]', '[None]')
        d = depth - 1
        k = self.r.randrange(14)
        if k == 0:
            return f'({self.maybe(self.list, d)} + {self.maybe(self.list, d)})'
        if k == 1:
            return f'({self.list(d)} * {self.pick("0", "1", "2", "-1")})'
        if k == 2:
            return f'{self.list(d)}[{self.piece()}]'
        if k == 3:
            return f'sorted({self.maybe(self.pick(self.list, self.str, self.tuple), d)}{self.pick("", ", reverse=True", ", key=str", ", key=len")})'
        if k == 4:
            return f'list({self.pick("range", "range", "reversed", "enumerate")}({self.pick(self.small(), self.list(d))}{self.pick("", ", " + self.small(), ", 9, 2")}))'
        if k == 5:
            return f'[x for x in {self.maybe(self.pick(self.list, self.tuple, self.str), d)} if {self.pick("x", "not x", "x == x", "str(x) > " + self.str(0))}]'
        if k == 6:
            return f'[(i, x) for i, x in enumerate({self.pick(self.list, self.str, self.bytes)(d)}, {self.small()})]'
        if k == 7:
            return f'list(zip({self.some(self.pick(self.list, self.str, self.tuple), d)}{self.pick("", "", ", strict=True")}))'.replace('(, ', '(')
        if k == 8:
            return f'list(map({self.pick("str", "len", "int", "repr", "abs", "lambda x: x * 2")}, {self.maybe(self.pick(self.list, self.str), d)}))'
        if k == 9:
            return f'[*{self.pick(self.list, self.tuple, self.str)(d)}, {self.value(d)}]'
        if k == 10:
            return f'(lambda q: [q.{self.pick("append(" + self.value(d) + ")", "insert(" + self.small() + ", " + self.small() + ")", "pop()", "pop(" + self.small() + ")", "reverse()", "sort()", "extend(" + self.value(d) + ")", "remove(" + self.value(d) + ")", "__setitem__(slice(1, None, 2), " + self.list(d) + ")", "__delitem__(" + self.slice(d) + ")")}, q])(list({self.pick(self.list, self.tuple)(d)}))'
        if k == 11:
            return f'list({self.pick(self.str, self.bytes, self.tuple, self.dict)(d)})'
        return f'[{self.some(self.value, d, 0, 4)}]'

    def tuple(self, depth):
        d = depth - 1
        k = self.r.randrange(5) if depth > 0 else 4
        if k == 0:
            return f'({self.maybe(self.tuple, d)} + {self.maybe(self.tuple, d)})'
        if k == 1:
            return f'({self.tuple(d)} * {self.pick("0", "1", "2", "-1")})'
        if k == 2:
            return f'{self.tuple(d)}[{self.pick(self.piece(), self.small(), self.slice(d))}]'
        if k == 3:
            return f'tuple({self.pick(self.list, self.str, self.bytes)(d)})'
        return '(' + ''.join(self.value(d) + ', ' for _ in range(self.r.randint(0, 3))) + ')' if depth > 0 else self.pick('()', '(1,)', "('a', 2)", '(1.5, None, True)')

    def key(self, depth):
        return self.pick(self.int(0), self.str(0), self.float(0), 'None', '(1, 2)', 'True', self.value(0))

    def dict(self, depth):
        if depth <= 0:
            return self.pick('{}', 'd', "{'k': 1}", '{1: 2, 3: 4}')
        d = depth - 1
        k = self.r.randrange(8)
        if k == 0:
            return f'({self.maybe(self.dict, d)} | {self.maybe(self.dict, d)})'
        if k == 1:
            return '{k: v for k, v in ' + self.dict(d) + '.items() if ' + self.pick('v', 'not v', 'k != v') + '}'
        if k == 2:
            return '{**' + self.dict(d) + ', ' + self.key(d) + ': ' + self.value(d) + '}'
        if k == 3:
            return f'dict({self.pick("zip(" + self.str(d) + ", " + self.list(d) + ")", self.dict(d), self.list(d), "a=1, b=" + self.value(d))})'
        if k == 4:
            return f'{self.dict(d)}{self.pick(".get(" + self.key(d) + ")", "[" + self.key(d) + "]", ".get(" + self.key(d) + ", 0)", ".pop(" + self.key(d) + ")", ".keys() & {1, 2}", ".items()", ".copy()", ".setdefault(" + self.key(d) + ")", ".values()")}'
        if k == 5:
            return f'dict.fromkeys({self.pick(self.list, self.str, self.tuple)(d)}{self.pick("", ", " + self.value(d))})'
        return '{' + ', '.join(self.key(d) + ': ' + self.value(d) for _ in range(self.r.randint(0, 3))) + '}'

    def set(self, depth):
        if depth <= 0:
            return self.pick('set()', '{1, 2, 3}', "{'a'}", 'frozenset((1, 2))', '{1.0, True}')
        d = depth - 1
        k = self.r.randrange(5)
        if k == 0:
            return f'({self.maybe(self.set, d)} {self.pick("|", "&", "-", "^")} {self.maybe(self.set, d)})'
        if k == 1:
            return f'{self.set(d)}.{self.pick("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint")}({self.pick(self.list, self.set, self.str, self.value)(d)})'
        if k == 2:
            return f'{self.pick("set", "frozenset")}({self.maybe(self.pick(self.list, self.str, self.tuple), d)})'
        if k == 3:
            return '{x for x in ' + self.pick(self.list, self.str)(d) + '}'
        return '{' + self.some(self.key, d, 1, 3) + '}'


# ---- comparing

def answers(command, path):
    env = dict(os.environ, PYTHONHASHSEED='0', PYTHONIOENCODING='utf-8')
    try:
        p = subprocess.run([*command, os.path.abspath(__file__), '--evaluate', path], capture_output=True, env=env, timeout=300)
    except subprocess.TimeoutExpired:
        return [], 'no end within 300 s'
    return p.stdout.decode('utf-8', 'replace').split('\n')[:-1], p.stderr.decode('utf-8', 'replace')


def kind(ours, theirs):
    """What a difference has in common with others: its texts without literals and numbers."""
    return re.sub(r"'[^']*'|\d+", '#', ours)[:60] + ' / ' + re.sub(r"'[^']*'|\d+", '#', theirs)[:60]


def known(path):
    if not path:
        return []
    with open(path, encoding='utf-8') as f:
        return [re.compile(line.rstrip('\n')) for line in f if line.strip() and not line.startswith('#')]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--evaluate')
    ap.add_argument('--seconds', type=float, default=20)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--batch', type=int, default=3000)
    ap.add_argument('--known')
    ap.add_argument('command', nargs='*')
    a = ap.parse_args()
    if a.evaluate:
        return evaluate(a.evaluate)
    if sys.version_info[:2] != (3, 14):
        sys.exit('expressions.py: run by CPython 3.14, which says what is right')
    expected = known(a.known)
    end, seed, count, found = time.monotonic() + a.seconds, a.seed, 0, {}
    while time.monotonic() < end:
        make = Maker(seed)
        seed += 1
        expressions = []
        for _ in range(a.batch):
            e = make.value(make.r.choice((1, 2, 2, 3)))
            if len(e) < 600 and '\n' not in e:
                expressions.append(e)
        with tempfile.TemporaryDirectory() as d:
            path = os.path.join(d, 'expressions')
            with open(path, 'w', encoding='utf-8', errors='surrogatepass') as f:
                f.write('\n'.join(expressions))
            right, _ = answers([sys.executable], path)
            got, errors = answers(a.command, path)
        if len(got) != len(right):
            found['end of the process'] = (errors[-300:], f'{len(got)} of {len(right)} answers', f'batch of seed {seed - 1}')
            continue
        count += len(right)
        for e, ours, theirs in zip(expressions, got, right):
            if ours != theirs and not any(k.search(f'{e} -> {ours} / {theirs}') for k in expected):
                k = kind(ours, theirs)
                if k not in found or len(e) < len(found[k][0]):
                    found[k] = (e, ours, theirs)
    for e, ours, theirs in sorted(found.values(), key=lambda x: len(x[0])):
        print(e, '\n    Tuff    ', ours[:300], '\n    CPython ', theirs[:300])
    print(f'{count} expressions, {len(found)} kinds of differences')
    print(f'{0 if found else 1} passed, {len(found)} failed')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
