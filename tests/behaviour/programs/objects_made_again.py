"""An object that compiled code has made when something turns out otherwise: it is made once as far as anybody can tell."""


class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def sum(self):
        return self.a + self.b


class Counted:
    made = 0

    def __init__(self, a):
        self.a = a
        Counted.made += 1
        self.b = a * 2


class Watched:
    def __init__(self, a):
        self.a = a
        log.append(a)
        self.b = self.a


class Dying:
    def __init__(self, a):
        self.a = a

    def __del__(self):
        pass


log = []
kept = []


def pairs(items):
    return [Pair(x, 1).sum() + Pair(1, x).b for x in items]


def counted(items):
    return [Counted(x).b + 1 for x in items]


def watched(items):
    return [Watched(x).b + 1 for x in items]


def keeping(items):
    for x in items:
        p = Pair(x, x)
        kept.append(p)
        p.c = p.a + 1
    return len(kept)


def dying(items):
    return [Dying(x).a + 1 for x in items]


for _ in range(60):
    for f in (pairs, counted, watched, keeping, dying):
        r = f(range(20))
print(Counted.made, len(log), len(kept), vars(kept[-1]))
# expect: 1200 1200 1200 {'a': 19, 'b': 19, 'c': 20}

mixed = [1, 2.5, True, 2**62, 2**63, -2**63, 3]
for _ in range(10):
    print(pairs(mixed), counted(mixed)[-3:], watched(mixed)[-3:], keeping(mixed), dying(mixed)[-3:]) if _ % 9 == 0 else [f(mixed) for f in (pairs, counted, watched, keeping, dying)]
# expect: [3, 6.0, 3, 9223372036854775809, 18446744073709551617, -18446744073709551615, 7] [18446744073709551617, -18446744073709551615, 7] [9223372036854775809, -9223372036854775807, 4] 1207 [9223372036854775809, -9223372036854775807, 4]
# expect: [3, 6.0, 3, 9223372036854775809, 18446744073709551617, -18446744073709551615, 7] [18446744073709551617, -18446744073709551615, 7] [9223372036854775809, -9223372036854775807, 4] 1270 [9223372036854775809, -9223372036854775807, 4]
print(Counted.made, len(log), len(kept), log[-7:], [vars(p) for p in kept[-2:]])
# expect: 1270 1270 1270 [1, 2.5, True, 4611686018427387904, 9223372036854775808, -9223372036854775808, 3] [{'a': -9223372036854775808, 'b': -9223372036854775808, 'c': -9223372036854775807}, {'a': 3, 'b': 3, 'c': 4}]

for f in (pairs, counted, watched, keeping, dying):
    try:
        f([1, None, 2])
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
print(Counted.made, len(log), len(kept), vars(kept[-1]))
# expect: 1272 1272 1272 {'a': None, 'b': None}


class Wide:
    def __init__(self, n):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = n
        if n > 100:
            self.h = n


def wide(items):
    return sum(w.a + w.g for w in [Wide(n) for n in items])


for _ in range(60):
    r = wide(range(30))
print(r, vars(Wide(101)), wide([99, 100, 101, 102]))
# expect: 870 {'a': 101, 'b': 101, 'c': 101, 'd': 101, 'e': 101, 'f': 101, 'g': 101, 'h': 101} 804
Pair.b = property(lambda self: 7, lambda self, value: log.append(value))
print(pairs([1, 2]), log[-4:])
# expect: [15, 16] [1, 1, 1, 2]
