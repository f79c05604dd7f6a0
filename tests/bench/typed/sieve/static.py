"""Numeric: primes below n by the sieve of Eratosthenes, the multiples crossed out in an array."""
import __static__
from __static__ import Array, box, int64

SIZES = {'full': (200_000, 1709600813), 'quick': (1000, 76127)}


def sieve(n: int64) -> int64:
    crossed: Array[int64] = Array[int64](box(n))
    total: int64 = 0
    i: int64 = 2
    while i < n:
        if not crossed[i]:
            total += i
            k: int64 = i * i
            while k < n:
                crossed[k] = 1
                k += i
        i += 1
    return total


def run(n: int) -> int:
    return box(sieve(int64(n)))
