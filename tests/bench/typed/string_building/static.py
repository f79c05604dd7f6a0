"""Text: lines put together from words and numbers, joined, taken apart and changed."""
import __static__
from __static__ import CheckedList, box, clen, int64

SIZES = {'full': (40_000, 1011977049), 'quick': (200, 3538762)}

NAMES: CheckedList[str] = ['ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine']


def line(i: int) -> str:
    name: str = NAMES[i % 10]
    text: str = name + '-' + str(i)
    text += ':' + str(i * i)
    if i % 3 == 0:
        text += f' [{name}, {i}]'
    return text


def lines(n: int) -> str:
    parts: CheckedList[str] = []
    for i in range(n):
        parts.append(line(i))
    return '\n'.join(parts)


def shout(text: str) -> str:
    changed: CheckedList[str] = []
    for part in text.split('\n'):
        name, colon, number = part.partition(':')
        changed.append(number + '=' + name.upper())
    return ';'.join(changed)


def run(n: int) -> int:
    text: str = lines(n)
    loud: str = shout(text)
    total: int64 = clen(text) * 1000 + clen(loud)
    return box(total) + loud.count('A') + text.find('oak-8')
