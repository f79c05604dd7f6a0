"""Numeric: the largest singular value of an infinite matrix, by power iteration; function calls in loops over floats."""
import __static__
from __static__ import Array, box, crange, double, int64

SIZES = {'full': (100, 1274219991), 'quick': (16, 1273525215)}


def element(i: int64, j: int64) -> double:
    return 1.0 / double((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector: Array[double], result: Array[double], n: int64) -> None:
    for i in crange(n):
        total: double = 0.0
        for j in crange(n):
            total += element(i, j) * vector[j]
        result[i] = total


def transposed_times(vector: Array[double], result: Array[double], n: int64) -> None:
    for i in crange(n):
        total: double = 0.0
        for j in crange(n):
            total += element(j, i) * vector[j]
        result[i] = total


def norm(n: int64) -> double:
    u: Array[double] = Array[double](box(n))
    v: Array[double] = Array[double](box(n))
    between: Array[double] = Array[double](box(n))
    for i in crange(n):
        u[i] = 1.0
    rounds: int64 = 0
    while rounds < 6:
        times(u, between, n)
        transposed_times(between, v, n)
        times(v, between, n)
        transposed_times(between, u, n)
        rounds += 1
    vbv: double = 0.0
    vv: double = 0.0
    for i in crange(n):
        vbv += u[i] * v[i]
        vv += v[i] * v[i]
    return (vbv / vv) ** 0.5


def run(n: int) -> int:
    return round(box(norm(int64(n))) * 1000000000)
