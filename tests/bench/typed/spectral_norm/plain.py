"""Numeric: the largest singular value of an infinite matrix, by power iteration; function calls in loops over floats."""

SIZES = {'full': (100, 1274219991), 'quick': (16, 1273525215)}


def element(i: int, j: int) -> float:
    return 1.0 / float((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector: list[float], result: list[float], n: int) -> None:
    for i in range(n):
        total: float = 0.0
        for j in range(n):
            total += element(i, j) * vector[j]
        result[i] = total


def transposed_times(vector: list[float], result: list[float], n: int) -> None:
    for i in range(n):
        total: float = 0.0
        for j in range(n):
            total += element(j, i) * vector[j]
        result[i] = total


def norm(n: int) -> float:
    u: list[float] = [0.0] * n
    v: list[float] = [0.0] * n
    between: list[float] = [0.0] * n
    for i in range(n):
        u[i] = 1.0
    rounds: int = 0
    while rounds < 6:
        times(u, between, n)
        transposed_times(between, v, n)
        times(v, between, n)
        transposed_times(between, u, n)
        rounds += 1
    vbv: float = 0.0
    vv: float = 0.0
    for i in range(n):
        vbv += u[i] * v[i]
        vv += v[i] * v[i]
    return (vbv / vv) ** 0.5


def run(n: int) -> int:
    return round(norm(n) * 1000000000)
