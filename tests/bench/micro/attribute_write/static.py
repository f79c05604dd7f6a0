"""Attribute writes: numbers and objects, into the objects of a list in turn."""
import __static__
from __static__ import CheckedList, box, crange, int64
from typing import Optional

SIZES = {'full': (100_000, 10000449945), 'quick': (500, 252195)}


class Cell:
    def __init__(self) -> None:
        self.count: int64 = 0
        self.latest: int64 = 0
        self.other: Optional[Cell] = None


def fill(cells: CheckedList[Cell], n: int64) -> None:
    before: Cell = cells[0]
    for i in crange(n):
        cell: Cell = cells[i % 10]
        cell.count += 1
        cell.latest = i
        cell.other = before
        before = cell


def run(n: int) -> int:
    cells: CheckedList[Cell] = []
    for i in range(10):
        cells.append(Cell())
    fill(cells, int64(n))
    total: int64 = 0
    for cell in cells:
        other: Optional[Cell] = cell.other
        if other is not None:
            total += cell.count * cell.latest + other.latest
    return box(total)
