"""Numeric: the product of two square matrices of floats, each in one list, row by row."""

SIZES = {'full': (72, -7522078751), 'quick': (10, -418964490)}


def matrix(n: int, seed: int) -> list[float]:
    made: list[float] = [0.0] * (n * n)
    state: int = seed
    i: int = 0
    while i < n * n:
        state = (state * 16807) % 2147483647
        made[i] = float(state) / 2147483647.0 - 0.5
        i += 1
    return made


def multiply(a: list[float], b: list[float], n: int) -> list[float]:
    product: list[float] = [0.0] * (n * n)
    i: int = 0
    while i < n:
        j: int = 0
        while j < n:
            total: float = 0.0
            k: int = 0
            while k < n:
                total += a[i * n + k] * b[k * n + j]
                k += 1
            product[i * n + j] = total
            j += 1
        i += 1
    return product


def trace(a: list[float], n: int) -> float:
    total: float = 0.0
    i: int = 0
    while i < n:
        total += a[i * n + i]
        i += 1
    return total


def run(n: int) -> int:
    size: int = n
    product: list[float] = multiply(matrix(size, 1), matrix(size, 2), size)
    return round(trace(product, size) * 1000000000)
