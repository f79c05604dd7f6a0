"""Functions that are given functions."""


def fold(items, value):
    total = 0
    for item in items:
        total += value(item)
    return total


def largest(items, key):
    best = items[0]
    most = key(best)
    for item in items:
        n = key(item)
        if n > most:
            most = n
            best = item
    return best


def root(f, low, high):
    while high - low > 0.000000001:
        middle = (low + high) / 2.0
        if f(middle) > 0.0:
            high = middle
        else:
            low = middle
    return low
