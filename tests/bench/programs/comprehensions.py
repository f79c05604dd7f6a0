"""Comprehensions: list, set, dict, nested, filtered, with closures and unpacking."""

SIZES = {
    'full': (30000, ((83167, 499, 499, 130), 4499550010000, 213607500, 213607500, 4528500, 64279, 449985000)),
    'quick': (200, ((2, 200, 168, 130), 1313400, 8550, 8550, 390, 420, 19900)),
}


def run(n):
    squares = [x * x for x in range(n)]
    even = [x for x in squares if not x & 1]
    pairs = [(a, b) for a in range(n // 60) for b in range(a) if (a + b) % 3]
    rows = [[i * j for j in range(20)] for i in range(n // 20)]
    flat = [x for row in rows for x in row]
    turned = [list(column) for column in zip(*rows)]
    index = {x % 997: x for x in squares}
    swapped = {v: k for k, v in index.items() if k != v}
    letters = {chr(97 + x % 26) + str(x % 10) for x in range(n)}
    adders = [lambda x, k=k: x + k for k in range(n // 10)]
    totals = [f(10) for f in adders]
    named = [y for x in range(n) if (y := x % 7) > 3]
    first = [head for head, *rest in ((i, i + 1, i + 2) for i in range(n)) if len(rest) == 2]
    sizes = len(pairs), len(index), len(swapped), len(letters)
    return sizes, sum(even), sum(flat), sum(map(sum, turned)), sum(totals), sum(named), sum(first)
