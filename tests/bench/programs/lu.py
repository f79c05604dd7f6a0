"""Numeric: LU factorisation with partial pivoting, then solving for the right-hand sides."""

SIZES = {'full': (110, 0.0), 'quick': (16, 0.0)}


def factor(a):
    n = len(a)
    pivots = list(range(n))
    for j in range(n):
        best = max(range(j, n), key=lambda i: abs(a[i][j]))
        if best != j:
            a[best], a[j] = a[j], a[best]
            pivots[best], pivots[j] = pivots[j], pivots[best]
        top = a[j]
        reciprocal = 1.0 / top[j]
        for i in range(j + 1, n):
            row = a[i]
            scale = row[j] * reciprocal
            row[j] = scale
            for k in range(j + 1, n):
                row[k] -= scale * top[k]
    return pivots


def solve(lu, pivots, b):
    n = len(lu)
    x = [b[p] for p in pivots]
    for i in range(n):
        row = lu[i]
        for j in range(i):
            x[i] -= row[j] * x[j]
    for i in range(n - 1, -1, -1):
        row = lu[i]
        for j in range(i + 1, n):
            x[i] -= row[j] * x[j]
        x[i] /= row[i]
    return x


def run(n):
    a = [[((i * 37 + j * 61 + i * j) % 101) / 101.0 + (2.0 if i == j else 0.0) for j in range(n)] for i in range(n)]
    lu = [row[:] for row in a]
    pivots = factor(lu)
    worst = 0.0
    for shift in range(3):
        b = [float((i + shift) % 10) for i in range(n)]
        x = solve(lu, pivots, b)
        worst = max(worst, max(abs(sum(r * v for r, v in zip(row, x)) - want) for row, want in zip(a, b)))
    return round(worst, 6)
