"""Recursion: Fibonacci, Takeuchi, Ackermann, Hanoi, permutations; nothing but calls and small ints."""

SIZES = {'full': (24, (46368, 9, 71, 32767, 20160)), 'quick': (11, (89, 3, 45, 255, 3))}


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    return hanoi(n - 1, source, spare, target) + 1 + hanoi(n - 1, spare, target, source)


def permutations(items, start, count):
    if start == len(items):
        return count + (items[0] < items[-1])
    for i in range(start, len(items)):
        items[start], items[i] = items[i], items[start]
        count = permutations(items, start + 1, count)
        items[start], items[i] = items[i], items[start]
    return count


def run(n):
    return (fib(n), tak(n * 3 // 5, n * 2 // 5, n // 5), ackermann(2, n + 10), hanoi(n // 2 + 3, 'a', 'b', 'c'),
            permutations(list(range(n // 3)), 0, 0))
