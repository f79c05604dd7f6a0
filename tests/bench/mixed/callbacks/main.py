"""Mixed: a library's functions call back into untyped functions for each item."""
from library import fold, largest, root

SIZES = {'full': (30_000, 3530864), 'quick': (100, 16335)}


def price(item):
    return item[1] * (3 if item[0] == 'a' else 2)


def run(n):
    items = [('abc'[i % 3], i * 7 % 101) for i in range(n)]
    total = fold(items, price)
    name, count = largest(items, lambda item: item[1] * 10 + len(item[0]))
    half = root(lambda x: x * x * x - n, 0.0, float(n))
    return total + count + round(half * 1000)
