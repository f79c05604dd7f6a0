"""What the start-up cache is trained on: the imports and the everyday work of common programs, each done a few times."""
import sys

for name in ('os', 're', 'json', 'collections', 'functools', 'itertools', 'dataclasses', 'typing', 'argparse', 'asyncio', 'pathlib',
             'datetime', 'random', 'math', 'string', 'contextlib', 'enum', 'csv', 'io', 'time', 'logging', 'subprocess', 'unittest',
             'traceback', 'inspect', 'threading', 'tempfile', 'textwrap', 'copy', 'pickle', 'struct', 'hashlib', 'socket'):
    try:
        __import__(name)
    except Exception as error:  # a module that is not there yet must not spoil the cache
        print(f'train: {name}: {type(error).__name__}: {error}', file=sys.stderr)


def work():
    words = 'the quick brown fox jumps over the lazy dog'.split()
    counts = {}
    for word in words * 20:
        counts[word] = counts.get(word, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    text = '\n'.join(f'{word:>8} {count:5d} {count / 3:.2f}' for word, count in rows)
    squares = [x * x for x in range(200) if x % 3]
    try:
        raise ValueError(len(text))
    except ValueError as error:
        squares.append(error.args[0])

    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y

        def __add__(self, other):
            return Point(self.x + other.x, self.y + other.y)

    total = Point(0, 0)
    for i in range(100):
        total = total + Point(i, -i)
    return sum(squares), total.x, text


for _ in range(5):
    work()
print('trained')
