"""An inventory in checked containers."""
import __static__
from __static__ import CheckedDict, CheckedList


class Inventory:
    def __init__(self) -> None:
        self.counts: CheckedDict[str, int] = {}
        self.log: CheckedList[str] = []

    def add(self, kind: str, count: int) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + count
        self.log.append(kind)

    def total(self) -> int:
        total: int = 0
        for count in self.counts.values():
            total += count
        return total
