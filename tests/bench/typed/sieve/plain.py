"""Numeric: primes below n by the sieve of Eratosthenes, the multiples crossed out in a list."""

SIZES = {'full': (200_000, 1709600813), 'quick': (1000, 76127)}


def sieve(n: int) -> int:
    crossed: list[int] = [0] * n
    total: int = 0
    i: int = 2
    while i < n:
        if not crossed[i]:
            total += i
            k: int = i * i
            while k < n:
                crossed[k] = 1
                k += i
        i += 1
    return total


def run(n: int) -> int:
    return sieve(n)
