"""An inventory in plain containers."""


class Inventory:
    def __init__(self):
        self.counts = {}
        self.log = []

    def add(self, kind, count):
        self.counts[kind] = self.counts.get(kind, 0) + count
        self.log.append(kind)

    def total(self):
        total = 0
        for count in self.counts.values():
            total += count
        return total
