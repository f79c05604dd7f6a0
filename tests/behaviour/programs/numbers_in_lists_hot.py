# Lists of nothing but floats or ints, in loops that are hot, and what is no such number coming into them halfway
import heapq
import math
import random

NAN = float('nan')
LEAST = -2 ** 63


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


def total(items):
    t = 0
    for i in range(len(items)):
        t += items[i]
    return t


def iterated(items):
    t = 0
    for v in items:
        t += v
    return t, v


def scaled(items, by):
    for i in range(len(items)):
        items[i] *= by
    return items


def made(n, first, step):
    out = []
    for i in range(n):
        out.append(first + i * step)
    return out


def swapped(items):
    if items[0] < items[-1]:
        for i in range(len(items) // 2):
            items[i], items[-1 - i] = items[-1 - i], items[i]
    return items


def merged(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]


def shrinking(items):
    seen = 0
    for v in items:
        seen += v
        if v % 3 == 0:
            items.pop()
    return seen, items


def last(items):
    return items[-1], items[len(items) - 1], items[-len(items)]


def reverse_sum(items):
    t = 0
    for v in reversed(items):
        t = t * 2 + v
    return t


def counts(items, n):
    found = []
    for i in range(n):
        found.append(items.count(i))
        if i in items:
            found.append(items.index(i))
    return found


for _ in range(300):
    floats = made(20, 0.5, 0.25)
    ints = made(20, 3, 7)
    total(floats), total(ints), iterated(floats), iterated(ints), scaled(floats, 1.5), scaled(ints, 2)
    swapped(floats), swapped(ints), merged(made(9, 0, 2), made(9, 1, 2)), shrinking(made(12, 1, 1))
    last(floats), last(ints), reverse_sum(floats), reverse_sum(ints), counts(ints, 5)

print(floats, ints)
# expect: [7.875, 7.5, 7.125, 6.75, 6.375, 6.0, 5.625, 5.25, 4.875, 4.5, 4.125, 3.75, 3.375, 3.0, 2.625, 2.25, 1.875, 1.5, 1.125, 0.75] [272, 258, 244, 230, 216, 202, 188, 174, 160, 146, 132, 118, 104, 90, 76, 62, 48, 34, 20, 6]
for items in ([1.5] * 9, [7] * 9, [1.5] * 8 + [2], [1] * 8 + [2.5], [1] * 8 + [2 ** 64], [0.5] * 8 + [NAN], [1] * 8 + [LEAST],
              [LEAST] * 9, [True] * 9, [1] * 8 + [True], [1.0] * 8 + ['x'], [1] * 8 + [None], [], [3], [2.5], [10 ** 18] * 12, [2 ** 62] * 3):
    print(items)
    for f in (total, iterated, last, reverse_sum, swapped):
        print(f.__name__, outcome(f, list(items)))
    print('scaled', outcome(scaled, list(items), 2), outcome(scaled, items[:], 0.5), outcome(scaled, [*items], 2 ** 40))
    print('merged', outcome(merged, list(items), made(9, 0, 1)), outcome(shrinking, list(items)))
# expect: [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]
# expect: total 13.5
# expect: iterated (13.5, 1.5)
# expect: last (1.5, 1.5, 1.5)
# expect: reverse_sum 766.5
# expect: swapped [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]
# expect: scaled [3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0] [0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75] [1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0]
# expect: merged [0, 1, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 2, 3, 4, 5, 6, 7, 8] (13.5, [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5])
# expect: [7, 7, 7, 7, 7, 7, 7, 7, 7]
# expect: total 63
# expect: iterated (63, 7)
# expect: last (7, 7, 7)
# expect: reverse_sum 3577
# expect: swapped [7, 7, 7, 7, 7, 7, 7, 7, 7]
# expect: scaled [14, 14, 14, 14, 14, 14, 14, 14, 14] [3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5] [7696581394432, 7696581394432, 7696581394432, 7696581394432, 7696581394432, 7696581394432, 7696581394432, 7696581394432, 7696581394432]
# expect: merged [0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8] (63, [7, 7, 7, 7, 7, 7, 7, 7, 7])
# expect: [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 2]
# expect: total 14.0
# expect: iterated (14.0, 2)
# expect: last (2, 2, 1.5)
# expect: reverse_sum 894.5
# expect: swapped [2, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]
# expect: scaled [3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 4] [0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 1.0] [1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 1649267441664.0, 2199023255552]
# expect: merged [0, 1, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 2, 2, 3, 4, 5, 6, 7, 8] (14.0, [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 2])
# expect: [1, 1, 1, 1, 1, 1, 1, 1, 2.5]
# expect: total 10.5
# expect: iterated (10.5, 2.5)
# expect: last (2.5, 2.5, 1)
# expect: reverse_sum 895.0
# expect: swapped [2.5, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: scaled [2, 2, 2, 2, 2, 2, 2, 2, 5.0] [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.25] [1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 2748779069440.0]
# expect: merged [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2.5, 3, 4, 5, 6, 7, 8] (10.5, [1, 1, 1, 1, 1, 1, 1, 1, 2.5])
# expect: [1, 1, 1, 1, 1, 1, 1, 1, 18446744073709551616]
# expect: total 18446744073709551624
# expect: iterated (18446744073709551624, 18446744073709551616)
# expect: last (18446744073709551616, 18446744073709551616, 1)
# expect: reverse_sum 4722366482869645213951
# expect: swapped [18446744073709551616, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: scaled [2, 2, 2, 2, 2, 2, 2, 2, 36893488147419103232] [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 9.223372036854776e+18] [1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 20282409603651670423947251286016]
# expect: merged [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 18446744073709551616] (18446744073709551624, [1, 1, 1, 1, 1, 1, 1, 1, 18446744073709551616])
# expect: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, nan]
# expect: total nan
# expect: iterated (nan, nan)
# expect: last (nan, nan, 0.5)
# expect: reverse_sum nan
# expect: swapped [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, nan]
# expect: scaled [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, nan] [0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, nan] [549755813888.0, 549755813888.0, 549755813888.0, 549755813888.0, 549755813888.0, 549755813888.0, 549755813888.0, 549755813888.0, nan]
# expect: merged [0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, nan, 1, 2, 3, 4, 5, 6, 7, 8] (nan, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, nan])
# expect: [1, 1, 1, 1, 1, 1, 1, 1, -9223372036854775808]
# expect: total -9223372036854775800
# expect: iterated (-9223372036854775800, -9223372036854775808)
# expect: last (-9223372036854775808, -9223372036854775808, 1)
# expect: reverse_sum -2361183241434822606593
# expect: swapped [1, 1, 1, 1, 1, 1, 1, 1, -9223372036854775808]
# expect: scaled [2, 2, 2, 2, 2, 2, 2, 2, -18446744073709551616] [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -4.611686018427388e+18] [1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, -10141204801825835211973625643008]
# expect: merged [0, 1, 1, 1, 1, 1, 1, 1, 1, -9223372036854775808, 1, 2, 3, 4, 5, 6, 7, 8] (-9223372036854775800, [1, 1, 1, 1, 1, 1, 1, 1, -9223372036854775808])
# expect: [-9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808]
# expect: total -83010348331692982272
# expect: iterated (-83010348331692982272, -9223372036854775808)
# expect: last (-9223372036854775808, -9223372036854775808, -9223372036854775808)
# expect: reverse_sum -4713143110832790437888
# expect: swapped [-9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808]
# expect: scaled [-18446744073709551616, -18446744073709551616, -18446744073709551616, -18446744073709551616, -18446744073709551616, -18446744073709551616, -18446744073709551616, -18446744073709551616, -18446744073709551616] [-4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18, -4.611686018427388e+18] [-10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008, -10141204801825835211973625643008]
# expect: merged [-9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, 0, 1, 2, 3, 4, 5, 6, 7, 8] (-83010348331692982272, [-9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808])
# expect: [True, True, True, True, True, True, True, True, True]
# expect: total 9
# expect: iterated (9, True)
# expect: last (True, True, True)
# expect: reverse_sum 511
# expect: swapped [True, True, True, True, True, True, True, True, True]
# expect: scaled [2, 2, 2, 2, 2, 2, 2, 2, 2] [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5] [1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776]
# expect: merged [0, True, True, True, True, True, True, True, True, True, 1, 2, 3, 4, 5, 6, 7, 8] (9, [True, True, True, True, True, True, True, True, True])
# expect: [1, 1, 1, 1, 1, 1, 1, 1, True]
# expect: total 9
# expect: iterated (9, True)
# expect: last (True, True, 1)
# expect: reverse_sum 511
# expect: swapped [1, 1, 1, 1, 1, 1, 1, 1, True]
# expect: scaled [2, 2, 2, 2, 2, 2, 2, 2, 2] [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5] [1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776, 1099511627776]
# expect: merged [0, 1, 1, 1, 1, 1, 1, 1, 1, True, 1, 2, 3, 4, 5, 6, 7, 8] (9, [1, 1, 1, 1, 1, 1, 1, 1, True])
# expect: [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 'x']
# expect: total ('TypeError', "unsupported operand type(s) for +=: 'float' and 'str'")
# expect: iterated ('TypeError', "unsupported operand type(s) for +=: 'float' and 'str'")
# expect: last ('x', 'x', 1.0)
# expect: reverse_sum ('TypeError', "unsupported operand type(s) for +: 'int' and 'str'")
# expect: swapped ('TypeError', "'<' not supported between instances of 'float' and 'str'")
# expect: scaled [2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 'xx'] ('TypeError', "can't multiply sequence by non-int of type 'float'") ('MemoryError', '')
# expect: merged ('TypeError', "'<' not supported between instances of 'int' and 'str'") ('TypeError', "unsupported operand type(s) for +=: 'float' and 'str'")
# expect: [1, 1, 1, 1, 1, 1, 1, 1, None]
# expect: total ('TypeError', "unsupported operand type(s) for +=: 'int' and 'NoneType'")
# expect: iterated ('TypeError', "unsupported operand type(s) for +=: 'int' and 'NoneType'")
# expect: last (None, None, 1)
# expect: reverse_sum ('TypeError', "unsupported operand type(s) for +: 'int' and 'NoneType'")
# expect: swapped ('TypeError', "'<' not supported between instances of 'int' and 'NoneType'")
# expect: scaled ('TypeError', "unsupported operand type(s) for *=: 'NoneType' and 'int'") ('TypeError', "unsupported operand type(s) for *=: 'NoneType' and 'float'") ('TypeError', "unsupported operand type(s) for *=: 'NoneType' and 'int'")
# expect: merged ('TypeError', "'<' not supported between instances of 'int' and 'NoneType'") ('TypeError', "unsupported operand type(s) for +=: 'int' and 'NoneType'")
# expect: []
# expect: total 0
# expect: iterated ('UnboundLocalError', "cannot access local variable 'v' where it is not associated with a value")
# expect: last ('IndexError', 'list index out of range')
# expect: reverse_sum 0
# expect: swapped ('IndexError', 'list index out of range')
# expect: scaled [] [] []
# expect: merged [0, 1, 2, 3, 4, 5, 6, 7, 8] (0, [])
# expect: [3]
# expect: total 3
# expect: iterated (3, 3)
# expect: last (3, 3, 3)
# expect: reverse_sum 3
# expect: swapped [3]
# expect: scaled [6] [1.5] [3298534883328]
# expect: merged [0, 1, 2, 3, 3, 4, 5, 6, 7, 8] (3, [])
# expect: [2.5]
# expect: total 2.5
# expect: iterated (2.5, 2.5)
# expect: last (2.5, 2.5, 2.5)
# expect: reverse_sum 2.5
# expect: swapped [2.5]
# expect: scaled [5.0] [1.25] [2748779069440.0]
# expect: merged [0, 1, 2, 2.5, 3, 4, 5, 6, 7, 8] (2.5, [2.5])
# expect: [1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000]
# expect: total 12000000000000000000
# expect: iterated (12000000000000000000, 1000000000000000000)
# expect: last (1000000000000000000, 1000000000000000000, 1000000000000000000)
# expect: reverse_sum 4095000000000000000000
# expect: swapped [1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000]
# expect: scaled [2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000, 2000000000000000000] [5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17, 5e+17] [1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000, 1099511627776000000000000000000]
# expect: merged [0, 1, 2, 3, 4, 5, 6, 7, 8, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000] (12000000000000000000, [1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000, 1000000000000000000])
# expect: [4611686018427387904, 4611686018427387904, 4611686018427387904]
# expect: total 13835058055282163712
# expect: iterated (13835058055282163712, 4611686018427387904)
# expect: last (4611686018427387904, 4611686018427387904, 4611686018427387904)
# expect: reverse_sum 32281802128991715328
# expect: swapped [4611686018427387904, 4611686018427387904, 4611686018427387904]
# expect: scaled [9223372036854775808, 9223372036854775808, 9223372036854775808] [2.305843009213694e+18, 2.305843009213694e+18, 2.305843009213694e+18] [5070602400912917605986812821504, 5070602400912917605986812821504, 5070602400912917605986812821504]
# expect: merged [0, 1, 2, 3, 4, 5, 6, 7, 8, 4611686018427387904, 4611686018427387904, 4611686018427387904] (13835058055282163712, [4611686018427387904, 4611686018427387904, 4611686018427387904])

# what is stored ends the bare numbers
for value in ('x', None, 2 ** 70, 1, 1.0, True):
    for items in ([0.5] * 10, [5] * 10):
        items[3] = value
        items.append(value)
        items.insert(0, value)
        print(items, items[4] is value, items.count(value), value in items)
# expect: ['x', 0.5, 0.5, 0.5, 'x', 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 'x'] True 3 True
# expect: ['x', 5, 5, 5, 'x', 5, 5, 5, 5, 5, 5, 'x'] True 3 True
# expect: [None, 0.5, 0.5, 0.5, None, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, None] True 3 True
# expect: [None, 5, 5, 5, None, 5, 5, 5, 5, 5, 5, None] True 3 True
# expect: [1180591620717411303424, 0.5, 0.5, 0.5, 1180591620717411303424, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1180591620717411303424] True 3 True
# expect: [1180591620717411303424, 5, 5, 5, 1180591620717411303424, 5, 5, 5, 5, 5, 5, 1180591620717411303424] True 3 True
# expect: [1, 0.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1] True 3 True
# expect: [1, 5, 5, 5, 1, 5, 5, 5, 5, 5, 5, 1] True 3 True
# expect: [1.0, 0.5, 0.5, 0.5, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.0] True 3 True
# expect: [1.0, 5, 5, 5, 1.0, 5, 5, 5, 5, 5, 5, 1.0] True 3 True
# expect: [True, 0.5, 0.5, 0.5, True, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, True] True 3 True
# expect: [True, 5, 5, 5, True, 5, 5, 5, 5, 5, 5, True] True 3 True

# not a number is found again, and is the same
nans = [NAN] * 10
print(NAN in nans, nans.count(NAN), nans.index(NAN), nans[3] is nans[4])
# expect: True 10 0 True
nans.remove(NAN)
print(len(nans), nans == [NAN] * 9, sorted([3.0, -0.0, 0.0, 2.0] * 3), [-0.0] * 9)
# expect: 9 True [-0.0, 0.0, -0.0, 0.0, -0.0, 0.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0] [-0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0]

# every operation against a list that has an object in it, which is taken out at the end
rnd = random.Random(11)


def number(kind):
    return rnd.randrange(-9, 9) if kind == 'int' else rnd.choice([0.0, -0.0, 1.5, -2.25, rnd.random()])


def change(items, kind, choice, where, width, values):
    if choice == 0:
        items.append(values[0])
    elif choice == 1:
        items.insert(where, values[0])
    elif choice == 2:
        del items[where:where + width]
    elif choice == 3:
        items[where:where + width] = values
    elif choice == 4:
        items[::3] = [values[0]] * len(items[::3])
    elif choice == 5:
        del items[::4]
    elif choice == 6:
        items.reverse()
    elif choice == 7:
        items.extend(values)
    elif choice == 8:
        items += values[1:2] * width
    elif choice == 9:
        return items[where:], items[::-2], items[-3:], items * 2, items + values, values + items
    elif choice == 10 and items:
        return items.pop(), items
    elif choice == 11:
        return max(items, default=None), sum(items), tuple(items), set(items) == set(values), items < values, items == values


for kind in ('int', 'float'):
    bare = [number(kind) for _ in range(40)]
    objects = ['x'] + bare
    objects.pop(0)
    for step in range(400):
        arguments = kind, rnd.randrange(12), rnd.randrange(len(bare) + 1), rnd.randrange(5), [number(kind) for _ in range(rnd.randrange(1, 14))]
        a = outcome(change, bare, *arguments)
        b = outcome(change, objects, *arguments)
        if repr(a) != repr(b) or repr(bare) != repr(objects) or bare != objects:
            print('differ', step, arguments, a, b, bare, objects)
            break
        if len(bare) > 200:
            del bare[20:], objects[20:]
    print(kind, len(bare), sorted(bare) == sorted(objects), sorted(bare, reverse=True) == sorted(objects, reverse=True),
          sorted(bare, key=lambda v: -v) == sorted(objects, key=lambda v: -v))
# expect: int 48 True True True
# expect: float 49 True True True

# what builtins do with them
ZEROS = made(3, 0.0, -0.0) + [-0.0]
INFINITE = made(2, 1.0, 0.5) + [math.inf, NAN, 2.5]
for floats in ZEROS, [NAN] + INFINITE, INFINITE, made(20, 3.5, -0.25):
    print(min(floats), max(floats), floats.count(0), floats.count(-0.0), floats.count(NAN), outcome(floats.index, 2.5), outcome(floats.index, NAN), 3 in floats)
# expect: 0.0 0.0 4 4 0 ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.index(x): x not in list') False
# expect: nan nan 0 0 2 5 0 False
# expect: 1.0 inf 0 0 1 4 3 False
# expect: -1.25 3.5 1 1 0 4 ('ValueError', 'list.index(x): x not in list') True
for ints in made(20, 5, -3), made(3, 2 ** 63 - 3, 1), made(3, LEAST, 1), made(5, 1, 0):
    print(min(ints), max(ints), ints.count(2), ints.count(True), ints.count(2.0), outcome(ints.index, 2), outcome(ints.index, 2, -19, 3), LEAST in ints, 2 ** 70 in ints)
# expect: -52 5 1 0 1 1 1 False False
# expect: 9223372036854775805 9223372036854775807 0 0 0 ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.index(x): x not in list') False False
# expect: -9223372036854775808 -9223372036854775806 0 0 0 ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.index(x): x not in list') True False
# expect: 1 1 0 5 0 ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.index(x): x not in list') False False
for none in made(0, 1, 1), made(1, 1, 1)[1:], made(1, 1.0, 1)[1:]:
    print(outcome(min, none), outcome(max, none), outcome(none.index, 1), outcome(none.remove, 1), none.count(1))
# expect: ('ValueError', 'min() iterable argument is empty') ('ValueError', 'max() iterable argument is empty') ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.remove(x): x not in list') 0
# expect: ('ValueError', 'min() iterable argument is empty') ('ValueError', 'max() iterable argument is empty') ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.remove(x): x not in list') 0
# expect: ('ValueError', 'min() iterable argument is empty') ('ValueError', 'max() iterable argument is empty') ('ValueError', 'list.index(x): x not in list') ('ValueError', 'list.remove(x): x not in list') 0

a = made(50, 1, 2)
for b in made(50, 1, 2), made(49, 1, 2), made(50, 1, 3), made(50, 1.0, 2), [1] + made(49, 3, 2), made(49, 1, 2) + [None], made(49, 1, 2) + [99.5]:
    print(a == b, a != b, outcome(a.__lt__, b), outcome(lambda: a >= b), outcome(lambda: b < a))
# expect: True False False True False
# expect: False True False True True
# expect: False True True False False
# expect: True False False True False
# expect: True False False True False
# expect: False True ('TypeError', "'<' not supported between instances of 'int' and 'NoneType'") ('TypeError', "'>=' not supported between instances of 'int' and 'NoneType'") ('TypeError', "'<' not supported between instances of 'NoneType' and 'int'")
# expect: False True True False False
a = made(4, 0.0, 0.0)
for b in made(4, -0.0, -0.0), made(3, 0.0, 0.0) + [NAN], made(4, 0, 0), made(4, 0.5, 0.0):
    print(a == b, a < b, a >= b, b == b, b < b)
# expect: True False True True False
# expect: False False False True False
# expect: True False True True False
# expect: False True False True False

a = made(10, 1, 2)
a.remove(7)
print(a, outcome(a.remove, 7), outcome(a.remove, '7'))
# expect: [1, 3, 5, 9, 11, 13, 15, 17, 19] ('ValueError', 'list.remove(x): x not in list') ('ValueError', 'list.remove(x): x not in list')
a.sort(key=lambda v: -v)
a.append(0)
print(a, total(a), tuple(a), set(a) == set(tuple(a)), sorted(a), sorted(a, reverse=True), sorted(a, key=str))
# expect: [19, 17, 15, 13, 11, 9, 5, 3, 1, 0] 93 (19, 17, 15, 13, 11, 9, 5, 3, 1, 0) True [0, 1, 3, 5, 9, 11, 13, 15, 17, 19] [19, 17, 15, 13, 11, 9, 5, 3, 1, 0] [0, 1, 11, 13, 15, 17, 19, 3, 5, 9]
a.sort(key=lambda v: v % 4)
a.append('x')
print(a)
# expect: [0, 17, 13, 9, 5, 1, 19, 15, 11, 3, 'x']
print([[0] * 3, [0.5] * 2, ['a'] * 2, [None] * 0, [1] * 0, [LEAST] * 2, [True] * 2])
# expect: [[0, 0, 0], [0.5, 0.5], ['a', 'a'], [], [], [-9223372036854775808, -9223372036854775808], [True, True]]

for first, step in (5, -3), (2.5, -0.5), (NAN, 1), ('', 'b'):
    heap = []
    if isinstance(first, str):
        source = [chr(98 + v * 7 % 11) for v in range(11)]
    else:
        source = [first + v * 7 % 11 * step for v in range(11)]
    for v in source:
        heapq.heappush(heap, v)
    copied = source[:]
    heapq.heapify(copied)
    print(heap[:], copied, heapq.heappushpop(heap, source[3]), heapq.heapreplace(heap, source[5]), [heapq.heappop(heap) for _ in source])
# expect: [-25, -19, -22, -10, -16, -1, -4, 5, 2, -13, -7] [-25, -19, -22, -16, -13, -1, -4, -10, 2, 5, -7] -25 -25 [-22, -19, -16, -13, -10, -7, -4, -1, -1, 2, 5]
# expect: [-2.5, -1.5, -2.0, 0.0, -1.0, 1.5, 1.0, 2.5, 2.0, -0.5, 0.5] [-2.5, -1.5, -2.0, -1.0, -0.5, 1.5, 1.0, 0.0, 2.0, 2.5, 0.5] -2.5 -2.5 [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 1.5, 2.0, 2.5]
# expect: [nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan] [nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan] nan nan [nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan]
# expect: ['b', 'c', 'd', 'g', 'f', 'e', 'k', 'l', 'h', 'j', 'i'] ['b', 'c', 'd', 'g', 'f', 'e', 'k', 'i', 'l', 'j', 'h'] b c ['d', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'l']
heap = made(5, 1, 1)
print(outcome(heapq.heappush, heap, 'x'), heap, outcome(heapq.heappush, heap, 0.5))
# expect: ('TypeError', "'<' not supported between instances of 'str' and 'int'") [0.5, 2, 1, 4, 5, 'x', 3] None
print(heap)
# expect: [0.5, 2, 1, 4, 5, 'x', 3]
