"""Dicts and sets: counting, grouping, memo tables, set algebra, keys of every kind, deletions and rehashing."""
from collections import Counter, defaultdict

SIZES = {
    'full': (20000, (121, 85, 5057, 1994950, 33333, 329, 316, 8709, (0, 1539), 6666, [0, 1, 2, 3])),
    'quick': (400, (3, 85, 560257, 34950, 668, 329, 316, -10773, (0, 31), 133, [0, 1, 2, 3])),
}


def run(n):
    counts = {}
    for i in range(n):
        word = 'w%d' % (i * i % 331)
        counts[word] = counts.get(word, 0) + 1
    groups = defaultdict(list)
    for i in range(n):
        groups[i % 17, i % 5].append(i)
    grid = {}
    for i in range(n):
        x, y = i % 100, i // 100
        grid[x, y] = grid.get((x - 1, y), 0) + grid.get((x, y - 1), 1)
        grid[x, y] %= 1000003
    churn = {}
    for i in range(n):
        churn[i] = i
        if i >= 100:
            del churn[i - 100]
    a, b = set(range(0, n, 2)), set(range(0, n, 3))
    algebra = len(a & b) + len(a | b) + len(a - b) + len(a ^ b) + (a & b <= a)
    frozen = {frozenset((i % 50, i % 7)) for i in range(n)}
    merged = {**counts, **{'w1': 5}} | {float(i): i for i in range(100)} | {i: -i for i in range(150)}
    common = Counter(i % 13 for i in range(n)).most_common(3)
    seen = sum(1 for i in range(n) if i in a and i not in b)
    order = list(dict.fromkeys(i % 91 for i in range(n)))
    return (max(counts.values()), len(groups), sum(grid.values()) % 1000003, sum(churn), algebra, len(frozen), len(merged),
            sum(merged.values()), common[0], seen, order[:4])
