"""Text: the words of a text, counted in a dict that holds only str and int; the most frequent ones."""
from __future__ import annotations


SIZES = {'full': (80_000, 3204687), 'quick': (500, 20451)}

SYLLABLES: list[str] = ['an', 'be', 'cor', 'da', 'el', 'fi', 'gu', 'ho', 'in', 'ju', 'ka', 'lo', 'mi', 'ne', 'or', 'pu']


def text(n: int) -> str:
    """n words of two syllables, some far more often than others; always the same."""
    words: list[str] = []
    syllables: list[str] = SYLLABLES
    state: int = 12345
    for i in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        first: int = (state >> 16) % 16
        second: int = (state >> 20) % 16 * first // 16
        words.append(syllables[first] + syllables[second])
    return ' '.join(words)


def count(source: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in source.split():
        found[word] = found.get(word, 0) + 1
    return found


def summary(found: dict[str, int]) -> int:
    total: int = 0
    place: int = 1
    for word in sorted(found):
        total += place * found[word] + len(word)
        place += 1
    return total


def run(n: int) -> int:
    return summary(count(text(n)))
