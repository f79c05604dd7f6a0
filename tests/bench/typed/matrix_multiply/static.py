"""Numeric: the product of two square matrices of floats, each in one array, row by row."""
import __static__
from __static__ import Array, box, double, int64

SIZES = {'full': (72, -7522078751), 'quick': (10, -418964490)}


def matrix(n: int64, seed: int64) -> Array[double]:
    made: Array[double] = Array[double](box(n * n))
    state: int64 = seed
    i: int64 = 0
    while i < n * n:
        state = (state * 16807) % 2147483647
        made[i] = double(state) / 2147483647.0 - 0.5
        i += 1
    return made


def multiply(a: Array[double], b: Array[double], n: int64) -> Array[double]:
    product: Array[double] = Array[double](box(n * n))
    i: int64 = 0
    while i < n:
        j: int64 = 0
        while j < n:
            total: double = 0.0
            k: int64 = 0
            while k < n:
                total += a[i * n + k] * b[k * n + j]
                k += 1
            product[i * n + j] = total
            j += 1
        i += 1
    return product


def trace(a: Array[double], n: int64) -> double:
    total: double = 0.0
    i: int64 = 0
    while i < n:
        total += a[i * n + i]
        i += 1
    return total


def run(n: int) -> int:
    size: int64 = int64(n)
    product: Array[double] = multiply(matrix(size, 1), matrix(size, 2), size)
    return round(box(trace(product, size)) * 1000000000)
