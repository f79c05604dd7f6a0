"""Search: all solutions of the n-queens problem, by sets and by bit masks, and a word ladder by breadth-first search."""
from collections import deque

SIZES = {'full': (9, (352, 352, (16, 625))), 'quick': (5, (10, 10, (16, 625)))}


def by_sets(n, row, columns, rising, falling):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if column not in columns and row + column not in rising and row - column not in falling:
            count += by_sets(n, row + 1, columns | {column}, rising | {row + column}, falling | {row - column})
    return count


def by_bits(full, columns, rising, falling):
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | rising | falling)
    while free:
        bit = free & -free
        free ^= bit
        count += by_bits(full, columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
    return count


def ladder(length):
    letters = 'abcde'[:length]
    start, goal = letters[0] * 4, letters[-1] * 4
    seen, queue = {start: 0}, deque([start])
    while queue:
        word = queue.popleft()
        if word == goal:
            return seen[word], len(seen)
        for i, current in enumerate(word):
            for other in letters:
                if abs(ord(other) - ord(current)) == 1:
                    following = word[:i] + other + word[i + 1:]
                    if following not in seen:
                        seen[following] = seen[word] + 1
                        queue.append(following)


def run(n):
    return by_sets(n, 0, frozenset(), frozenset(), frozenset()), by_bits((1 << n) - 1, 0, 0, 0), ladder(min(n, 5))
