"""Numeric: escape times of the Mandelbrot set, once with floats and once with complex numbers."""

SIZES = {'full': (150, 441453), 'quick': (16, 5243)}


def by_floats(n, limit):
    total = 0
    for row in range(n):
        ci = 2.0 * row / n - 1.0
        for column in range(n):
            cr = 3.0 * column / n - 2.0
            zr = zi = 0.0
            steps = 0
            while steps < limit and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                steps += 1
            total += steps
    return total


def by_complex(n, limit):
    total = 0
    for row in range(n):
        for column in range(n):
            c = complex(3.0 * column / n - 2.0, 2.0 * row / n - 1.0)
            z = 0j
            steps = 0
            while steps < limit and abs(z) <= 2.0:
                z = z * z + c
                steps += 1
            total += steps
    return total


def run(n):
    return by_floats(n, 50) + by_complex(n // 2, 20)
