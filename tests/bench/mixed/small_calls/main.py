"""Mixed: untyped loops that call small functions of a library, with numbers."""
from library import clamp, distance, mix

SIZES = {'full': (40_000, 420100555), 'quick': (300, 171110)}


def run(n):
    total = 0
    seed = 1
    for i in range(n):
        seed = mix(seed, i)
        total += clamp(seed, 100, 900)
        total += int(distance(i * 0.5, 3.0))
    return total
