"""Numeric: the largest singular value of an infinite matrix, by power iteration; function calls in float loops."""

SIZES = {'full': (100, 1.27422), 'quick': (16, 1.273525)}


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(element(i, j) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def transposed_times(vector):
    return [sum(element(j, i) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def run(n):
    u = [1.0] * n
    v = u
    for _ in range(6):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    vbv = vv = 0.0
    for a, b in zip(u, v):
        vbv += a * b
        vv += b * b
    return round((vbv / vv) ** 0.5, 6)
