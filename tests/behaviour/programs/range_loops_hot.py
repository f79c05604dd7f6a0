# Loops over ranges that are hot, and what leaves them in the middle: the count goes on where it was
import sys


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


def summed(items, start, stop, step):
    t = 0
    for i in range(start, stop, step):
        t += items[i]
    return t, i


def ups(items, start, stop):
    t = ''
    n = 0
    for i in range(start, stop, 3):
        n += items[i]
        if n > 10 ** 6:
            t += str(i)
    return t, n


def downs(items, start):
    n = 0
    for i in range(start, -1, -1):
        n = n * 3 + items[i]
    else:
        n += 1
    return n


def nested(rows):
    seen = []
    n = 0
    for i in range(len(rows)):
        for j in range(i, len(rows[i])):
            n += rows[i][j]
            if rows[i][j] == 7:
                break
            if rows[i][j] == 8:
                continue
            n += j
        else:
            seen.append(i)
        for k in range(j, -1, -2):
            n += k
    return n, seen, i, j, k


def guarded(items):
    log = []
    for i in range(len(items)):
        try:
            log.append(10 // items[i])
        except (ZeroDivisionError, TypeError) as e:
            log.append(str(e))
    return log, i


def given(items):
    for i in range(len(items)):
        yield items[i] + i


def frames(n):
    found = 0
    for i in range(n):
        if i % 50 == 49:
            found += sys._getframe().f_locals['i']
    return found


def rest(items):
    it = iter(range(len(items)))
    t = 0
    for i in it:
        t += items[i]
        if t > 20:
            break
    return t, i, list(it)


def shared(n):
    it = iter(range(n))
    out = []
    for i in it:
        for j in it:
            out.append(i * j)
            if j % 3 == 2:
                break
    return out


def bound(n):
    for i in range(n):
        pass
    return i


def rebound(n):
    out = 0
    for i in range(n):
        i += 5
        out += i
    return out, i


for _ in range(400):
    summed(list(range(30)), 0, 30, 1)
    ups([2] * 30, 0, 30)
    downs([1] * 12, 11)
    nested([[1, 2, 3, 8, 7, 1]] * 5)
    guarded([1, 2, 3, 4])
    sum(given([1, 2, 3]))
    frames(60)
    rest([1, 2, 3, 30, 4])
    shared(20)
    bound(5)
    rebound(6)

numbers = list(range(40))
for args in ((0, 40, 1), (39, -1, -1), (0, 40, 7), (5, 5, 1), (0, 50, 1), (-40, 40, 3), (0, 40, 0), (38, -45, -4), (2 ** 62, 2 ** 62 + 2, 1),
             (0, 2 ** 63 - 1, 2 ** 62), (0, 2 ** 70, 10), (-1, -2 ** 70, -39), (10, 0, 1), (0, 10, -1)):
    print(args, outcome(summed, numbers, *args), outcome(summed, numbers[:20] + ['x'] * 20, *args), outcome(summed, numbers[:20] + [0.5] * 20, *args))
# expect: (0, 40, 1) (780, 39) ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") (200.0, 39)
# expect: (39, -1, -1) (780, 0) ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") (200.0, 0)
# expect: (0, 40, 7) (105, 35) ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") (22.5, 35)
# expect: (5, 5, 1) ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value")
# expect: (0, 50, 1) ('IndexError', 'list index out of range') ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") ('IndexError', 'list index out of range')
# expect: (-40, 40, 3) (533, 38) ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") (127.0, 38)
# expect: (0, 40, 0) ('ValueError', 'range() arg 3 must not be zero') ('ValueError', 'range() arg 3 must not be zero') ('ValueError', 'range() arg 3 must not be zero')
# expect: (38, -45, -4) ('IndexError', 'list index out of range') ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") ('IndexError', 'list index out of range')
# expect: (4611686018427387904, 4611686018427387906, 1) ('IndexError', 'list index out of range') ('IndexError', 'list index out of range') ('IndexError', 'list index out of range')
# expect: (0, 9223372036854775807, 4611686018427387904) ('IndexError', 'list index out of range') ('IndexError', 'list index out of range') ('IndexError', 'list index out of range')
# expect: (0, 1180591620717411303424, 10) ('IndexError', 'list index out of range') ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") ('IndexError', 'list index out of range')
# expect: (-1, -1180591620717411303424, -39) ('IndexError', 'list index out of range') ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'") ('IndexError', 'list index out of range')
# expect: (10, 0, 1) ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value")
# expect: (0, 10, -1) ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value")
print(outcome(ups, [10 ** 6] * 20, 0, 20), outcome(ups, [1, 2, 3] * 5 + [2.5] * 8, 0, 22), outcome(ups, [2 ** 62] * 20, 0, 20))
# expect: ('369121518', 7000000) ('', 12.5) ('0369121518', 32281802128991715328)
print(downs([2 ** 40] * 30, 29), downs([1, 0.5, 2], 2), outcome(downs, [1, 'x', 2], 2), downs([], -1))
# expect: 113189846897014929488871425 21.5 ('TypeError', "unsupported operand type(s) for +: 'int' and 'str'") 1
print(nested([[1, 2, 3, 4], [5, 7, 8, 9], [8, 8, 8, 8], [1, 2, 0.5, 1], [0] * 9]), outcome(nested, [[1], []]), outcome(nested, [[1], [1, 'x', 2]]))
# expect: (106, [0, 2, 3, 4], 4, 8, 0) (1, [0, 1], 1, 0, 0) ('TypeError', "unsupported operand type(s) for +=: 'int' and 'str'")
print(guarded([1, 0, 'x', 3, None, 2.5, True, 2 ** 80]), list(given([1, 2.5, 3])), outcome(lambda: list(given([1, 'x']))))
# expect: ([10, 'division by zero', "unsupported operand type(s) for //: 'int' and 'str'", 3, "unsupported operand type(s) for //: 'int' and 'NoneType'", 4.0, 10, 0], 7) [1, 3.5, 5] ('TypeError', 'can only concatenate str (not "int") to str')
print(frames(200), rest([5] * 9), rest([1]), shared(17), outcome(bound, 0), bound(1), rebound(4), outcome(rebound, 0))
# expect: 496 (25, 4, [5, 6, 7, 8]) (1, 0, []) [0, 0, 12, 15, 42, 48, 90, 99, 156, 168, 240] ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value") 0 (26, 8) ('UnboundLocalError', "cannot access local variable 'i' where it is not associated with a value")
print(range(5).__iter__().__reduce__()[1:], outcome(bound, 'x'))
# expect: ((range(0, 5),), None) ('TypeError', "'str' object cannot be interpreted as an integer")
