"""What compiled code relies on ends in the midst of statements, of inlined methods and of loops: nothing is done twice, nothing is left out."""
import math


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def dot(self, o):
        return self.x * o.x + self.y * o.y

    def scaled(self, k):
        return Vector(self.x * k, self.y * k)


log = []


class Loud(Vector):
    @property
    def y(self):
        log.append('y')
        return 1.5

    @y.setter
    def y(self, value):
        log.append(f'set {value}')


def work(vectors, other):
    total = 0.0
    for v in vectors:
        total += v.dot(other) * 2 + v.scaled(3).dot(v)
        v.x += 1
    return total


plain = [Vector(i * 0.5, i * 0.25) for i in range(50)]
for _ in range(40):
    r = work(plain, plain[3])
print(r)
# expect: 622202.3125

# another class, whose attribute is code; then ints, strs, none at all
odd = [Vector(1.0, 2.0), Loud(1.0, 2.0), Vector(3, 4), Vector(2**40, 2**40), Vector(1e300, 1e300)]
for _ in range(12):
    r = work(odd, plain[1])
print(r, [v.x for v in odd][:4], len(log), log[:4])
# expect: inf [13.0, 13.0, 15, 1099511627788] 37 ['set 2.0', 'y', 'y', 'y']
try:
    work([Vector(1.0, 2.0), Vector('a', 2.0)], plain[1])
except TypeError as e:
    print(e)
# expect: can't multiply sequence by non-int of type 'float'
gone = Vector(1.0, 2.0)
del gone.y
try:
    work([gone], plain[1])
except AttributeError as e:
    print(e, gone.x)
# expect: 'Vector' object has no attribute 'y' 1.0


def swaps(a, n):
    done = 0
    for i in range(n):
        a[i], a[i + 1] = a[i + 1], a[i]
        done += 1
    return done


numbers = list(range(30))
for _ in range(60):
    swaps(numbers, 29)
print(numbers)
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]
for _ in range(10):
    try:
        swaps(numbers, 31)
    except IndexError as e:
        text = str(e)
print(text, numbers[:3], numbers[-3:])
# expect: list index out of range [10, 11, 12] [7, 8, 9]


class Items(list):
    def __getitem__(self, i):
        return list.__getitem__(self, i) + 100


print(swaps(Items([1, 2, 3]), 2), swaps({0: 'a', 1: 'b', 2: 'c'}, 2))
# expect: 2 2


def lengths(pairs):
    return [math.sqrt(x * x + y * y) + math.cos(x) - math.exp(y) for x, y in pairs]


for _ in range(50):
    r = lengths([(3.0, 4.0), (1.0, 0.0), (0.5, 0.25)])
print(r)
# expect: [-50.58814252974468, 0.5403023058681398, 0.15257413957757882]
for pairs in ([(3, 4)], [(True, 0)], [(2**60, 1.0)], [(float('inf'), 0.0)], [(0.0, 1000.0)], [(10**200, 1)]) * 6:
    try:
        r = lengths(pairs)
    except (ValueError, OverflowError) as e:
        r = e
    if pairs[0][1] in (4, 0, 1000.0):
        print(type(r).__name__, r)
# expect: list [-50.58814252974468]
# expect: list [0.5403023058681398]
# expect: ValueError expected a finite input, got inf
# expect: OverflowError math range error
# expect: list [-50.58814252974468]
# expect: list [0.5403023058681398]
# expect: ValueError expected a finite input, got inf
# expect: OverflowError math range error
# expect: list [-50.58814252974468]
# expect: list [0.5403023058681398]
# expect: ValueError expected a finite input, got inf
# expect: OverflowError math range error
# expect: list [-50.58814252974468]
# expect: list [0.5403023058681398]
# expect: ValueError expected a finite input, got inf
# expect: OverflowError math range error
# expect: list [-50.58814252974468]
# expect: list [0.5403023058681398]
# expect: ValueError expected a finite input, got inf
# expect: OverflowError math range error
# expect: list [-50.58814252974468]
# expect: list [0.5403023058681398]
# expect: ValueError expected a finite input, got inf
# expect: OverflowError math range error
