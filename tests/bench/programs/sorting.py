"""Sorting: ints, floats, strings, tuples, key functions, cmp_to_key, stability, nearly sorted input, and two own sorts."""
from functools import cmp_to_key
from operator import itemgetter

SIZES = {
    'full': (8000, (1078327571, 104016891, '148378072', (5, 6, 7365), 291761002, (1, 211, 128), True)),
    'quick': (200, (1109335178, 103229506, '1511588075', (4, 1, 28), 1929199097, (43, 196, 418), True)),
}


def scrambled(n):
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        yield x


def quicksort(a, lo, hi):
    while lo < hi:
        pivot = a[(lo + hi) // 2]
        i, j = lo, hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - lo < hi - i:
            quicksort(a, lo, j)
            lo = i
        else:
            quicksort(a, i, hi)
            hi = j


def merge_sort(a):
    if len(a) < 2:
        return a
    middle = len(a) // 2
    left, right = merge_sort(a[:middle]), merge_sort(a[middle:])
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


class Version:
    def __init__(self, number):
        self.parts = (number >> 20, number >> 10 & 1023, number & 1023)

    def __lt__(self, other):
        return self.parts < other.parts


def run(n):
    numbers = list(scrambled(n))
    ordered = sorted(numbers)
    own = numbers[:]
    quicksort(own, 0, n - 1)
    if own != ordered or merge_sort(numbers) != ordered:
        raise AssertionError('the own sorts disagree')
    floats = sorted(x / 7 for x in numbers)
    texts = sorted(str(x) for x in numbers)
    rows = [(x % 10, x % 7, i) for i, x in enumerate(numbers)]
    rows.sort(key=itemgetter(1))
    rows.sort(key=lambda row: row[0], reverse=True)
    compared = sorted(numbers[:n // 3], key=cmp_to_key(lambda a, b: a % 1000 - b % 1000 or a - b))
    versions = sorted(map(Version, numbers))
    nearly = ordered[:]
    for i in range(0, n - 5, 50):
        nearly[i], nearly[i + 5] = nearly[i + 5], nearly[i]
    nearly.sort()
    return ordered[n // 2], int(floats[n // 3]), texts[n // 4], rows[n // 2], compared[10], versions[5].parts, nearly == ordered
