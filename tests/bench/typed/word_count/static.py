"""Text: the words of a text, counted in a dict that holds only str and int; the most frequent ones."""
import __static__
from __static__ import CheckedDict, CheckedList, box, crange, int64

SIZES = {'full': (80_000, 3204687), 'quick': (500, 20451)}

SYLLABLES: CheckedList[str] = ['an', 'be', 'cor', 'da', 'el', 'fi', 'gu', 'ho', 'in', 'ju', 'ka', 'lo', 'mi', 'ne', 'or', 'pu']


def text(n: int64) -> str:
    """n words of two syllables, some far more often than others; always the same."""
    words: CheckedList[str] = []
    syllables: CheckedList[str] = SYLLABLES
    state: int64 = 12345
    for i in crange(n):
        state = (state * 1103515245 + 12345) % 2147483648
        first: int64 = (state >> 16) % 16
        second: int64 = (state >> 20) % 16 * first // 16
        words.append(syllables[first] + syllables[second])
    return ' '.join(words)


def count(source: str) -> CheckedDict[str, int]:
    found: CheckedDict[str, int] = {}
    for word in source.split():
        found[word] = found.get(word, 0) + 1
    return found


def summary(found: CheckedDict[str, int]) -> int64:
    total: int64 = 0
    place: int64 = 1
    for word in sorted(found):
        total += place * int64(found[word]) + int64(len(word))
        place += 1
    return total


def run(n: int) -> int:
    return box(summary(count(text(int64(n)))))
