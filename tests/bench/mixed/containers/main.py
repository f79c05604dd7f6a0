"""Mixed: a library keeps its data in checked containers, which untyped code fills, reads and walks."""
from library import Inventory

SIZES = {'full': (40_000, 502860), 'quick': (100, 1260)}
KINDS = ['bolt', 'nut', 'washer', 'screw', 'nail', 'rivet', 'pin']


def run(n):
    inventory = Inventory()
    for i in range(n):
        inventory.add(KINDS[i % 7], i % 5)
        if i % 4 == 0:
            inventory.counts['odd'] = inventory.counts.get('odd', 0) + 1
    total = 0
    for kind, count in inventory.counts.items():
        total += len(kind) * count
    for entry in inventory.log:
        if entry in inventory.counts:
            total += 1
    return total + inventory.total()
