"""Numeric: dense matrices as lists of lists, integer and float."""

SIZES = {'full': (80, (582363360, 4477.75)), 'quick': (12, (242220, 101.8))}


def multiply(a, b):
    columns = list(zip(*b))
    result = []
    for row in a:
        out = []
        for column in columns:
            total = 0
            for x, y in zip(row, column):
                total += x * y
            out.append(total)
        result.append(out)
    return result


def indexed(a, b, n):
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        ai, ci = a[i], c[i]
        for k in range(n):
            x, bk = ai[k], b[k]
            for j in range(n):
                ci[j] += x * bk[j]
    return c


def run(n):
    ints = multiply([[i * j % 31 for j in range(n)] for i in range(n)], [[i + j for j in range(n)] for i in range(n)])
    floats = indexed([[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)],
                     [[(i + j) % 7 * 0.25 - 0.05 for j in range(n)] for i in range(n)], n)
    return sum(map(sum, ints)), round(sum(map(sum, floats)), 6)
