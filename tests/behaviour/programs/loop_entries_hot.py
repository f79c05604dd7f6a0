# What a hot loop begins with: a number by its later turns, which need not be one at the start; sums of floats that begin with an int


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


class Generator:
    def __init__(self, seed):
        self.seed = seed

    def run(self, n):
        s = self.seed
        for i in range(n):
            s = (s * 1103515245 + 12345) & 0x7FFFFFFF
        self.seed = s
        return s


def pairs(pair, n):
    x, y = pair
    for i in range(n):
        x, y = y, x + y * 0.5
    return x, y


def total(items):
    t = 0
    for v in items:
        t += v
    return t


def weighted(items, weights):
    t = 0
    n = 1
    for i in range(len(items)):
        t += items[i] * weights[i]
        if weights[i] > 1.0:
            n = n + 0.5
    return t, n, t == 0, str(t)


def nested(rows):
    best = 0
    for row in rows:
        t = 0
        for v in row:
            t += v
        if t > best:
            best = t
    return best


def found(items, first):
    m = first
    for v in items:
        if m is None or v > m:
            m = v * 1
    return m


def halves(value):
    n = 0
    while value > 1:
        value = value / 2
        n += 1
    return value, n


def digits(d, key):
    v = d[key]
    out = []
    while v:
        out.append(v % 10)
        v = v // 10
    return out, v


def rotated(state, n):
    a, b, c = state
    for _ in range(n):
        a, b, c = (a * 31 + c) & 0xFFFF, a, b ^ a
    return a, b, c


def late(n):
    for i in range(n):
        if i > 2:
            d = i * 0.5
        if i > 3:
            d += 1
    return d


for _ in range(400):
    Generator(5).run(30)
    pairs([0.5, 1.5], 20)
    total([0.5] * 20)
    weighted([0.5] * 10, [0.5, 1.5] * 5)
    nested([[0.5] * 5, [2.5] * 6])
    found([1, 5, 3, 9] * 3, 0)
    halves(1000)
    digits({'a': 123456}, 'a')
    rotated([1, 2, 3], 20)
    late(9)

for seed in (7, 7.0, 2 ** 80, True, None, 'x', -3):
    print(seed, outcome(Generator(seed).run, 3), outcome(Generator(seed).run, 0))
# expect: 7 712265938 7
# expect: 7.0 ('TypeError', "unsupported operand type(s) for &: 'float' and 'int'") 7.0
# expect: 1208925819614629174706176 654583775 1208925819614629174706176
# expect: True 662824084 True
# expect: None ('TypeError', "unsupported operand type(s) for *: 'NoneType' and 'int'") None
# expect: x ('TypeError', 'can only concatenate str (not "int") to str') x
# expect: -3 629862848 -3
for pair in ((1, 2), (1.0, 2), ('a', 'b'), (1j, 2.0), (2 ** 70, 1.0), (True, False), ([], 1.0)):
    print(pair, outcome(pairs, pair, 3), outcome(pairs, pair, 0), outcome(pairs, pair, 1))
# expect: (1, 2) (3.0, 3.5) (1, 2) (2, 2.0)
# expect: (1.0, 2) (3.0, 3.5) (1.0, 2) (2, 2.0)
# expect: ('a', 'b') ('TypeError', "can't multiply sequence by non-int of type 'float'") ('a', 'b') ('TypeError', "can't multiply sequence by non-int of type 'float'")
# expect: (1j, 2.0) ((2.5+0.5j), (2.25+1.25j)) (1j, 2.0) (2.0, (1+1j))
# expect: (1180591620717411303424, 1.0) (5.902958103587057e+20, 1.475739525896764e+21) (1180591620717411303424, 1.0) (1.0, 1.1805916207174113e+21)
# expect: (True, False) (0.5, 1.25) (True, False) (False, 1.0)
# expect: ([], 1.0) ('TypeError', 'can only concatenate list (not "float") to list') ([], 1.0) ('TypeError', 'can only concatenate list (not "float") to list')
for items in ([], [1], [0.5], [1, 0.5], [0.5, 1], [0.5, 2 ** 70], [-0.0], [-0.0, -0.0], [float('nan')], [1j, 0.5], ['x'], [0.5, 'x'], [True, 0.5], [2 ** 62, 0.5]):
    print(items, total(items) if all(not isinstance(v, str) for v in items) else outcome(total, items), outcome(found, items, None), outcome(found, items, 0.5))
# expect: [] 0 None 0.5
# expect: [1] 1 1 1
# expect: [0.5] 0.5 0.5 0.5
# expect: [1, 0.5] 1.5 1 1
# expect: [0.5, 1] 1.5 1 1
# expect: [0.5, 1180591620717411303424] 1.1805916207174113e+21 1180591620717411303424 1180591620717411303424
# expect: [-0.0] 0.0 -0.0 0.5
# expect: [-0.0, -0.0] 0.0 -0.0 0.5
# expect: [nan] nan nan 0.5
# expect: [1j, 0.5] (0.5+1j) ('TypeError', "'>' not supported between instances of 'float' and 'complex'") ('TypeError', "'>' not supported between instances of 'complex' and 'float'")
# expect: ['x'] ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") x ('TypeError', "'>' not supported between instances of 'str' and 'float'")
# expect: [0.5, 'x'] ('TypeError', "unsupported operand type(s) for +=: 'float' and 'str'") ('TypeError', "'>' not supported between instances of 'str' and 'float'") ('TypeError', "'>' not supported between instances of 'str' and 'float'")
# expect: [True, 0.5] 1.5 1 1
# expect: [4611686018427387904, 0.5] 4.611686018427388e+18 4611686018427387904 4611686018427387904
print(weighted([], []), weighted([1.0], [0.0]), weighted([1], [2]), weighted([1, 2.5], [2, 0.5]), outcome(weighted, [1.5, None], [1.5, 1.5]))
# expect: (0, 1, True, '0') (0.0, 1, True, '0.0') (2, 1.5, False, '2') (3.25, 1.5, False, '3.25') ('TypeError', "unsupported operand type(s) for *: 'NoneType' and 'float'")
print(nested([]), nested([[]]), nested([[1], [0.5]]), nested([[-1.5]]), nested([[0.5, 1], [3]]), outcome(nested, [[0.5], ['x']]))
# expect: 0 0 1 0 3 ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'")
print(halves(1), halves(0.5), halves(2 ** 200), halves(True), outcome(halves, 'x'), outcome(halves, 3j))
# expect: (1, 0) (0.5, 0) (1.0, 200) (True, 0) ('TypeError', "'>' not supported between instances of 'str' and 'int'") ('TypeError', "'>' not supported between instances of 'complex' and 'int'")
print(digits({1: 0}, 1), digits({1: 2 ** 70}, 1), digits({1: 12.5}, 1), digits({1: True}, 1), outcome(digits, {1: 'x'}, 1), digits({1: ''}, 1), digits({1: None}, 1))
# expect: ([], 0) ([4, 2, 4, 3, 0, 3, 1, 1, 4, 7, 1, 7, 0, 2, 6, 1, 9, 5, 0, 8, 1, 1], 0) ([2.5, 1.0], 0.0) ([1], 0) ('TypeError', 'not all arguments converted during string formatting') ([], '') ([], None)
print(rotated((1, 2, 3), 0), rotated((2 ** 70, 2 ** 65, 1), 4), outcome(rotated, (1.5, 2, 3), 2), outcome(rotated, ('a', 'b', 'c'), 2), rotated((True, False, True), 1))
# expect: (1, 2, 3) (29852, 962, 989) ('TypeError', "unsupported operand type(s) for &: 'float' and 'int'") ('TypeError', "unsupported operand type(s) for &: 'str' and 'int'") (32, True, True)
print(outcome(late, 2), late(4), late(5), outcome(late, 0))
# expect: ('UnboundLocalError', "cannot access local variable 'd' where it is not associated with a value") 1.5 3.0 ('UnboundLocalError', "cannot access local variable 'd' where it is not associated with a value")
