"""Deep copies of nested containers, instances with cycles, slots, and types with their own __deepcopy__."""
import copy

SIZES = {'full': (90, (4770, 90)), 'quick': (5, (265, 5))}


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        self.info = {'depth': 0 if parent is None else parent.info['depth'] + 1, 'tags': (name, [name])}
        if parent is not None:
            parent.children.append(self)


class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a, self.b = a, b


class Counted:
    copies = 0

    def __deepcopy__(self, memo):
        Counted.copies += 1
        return Counted()


def tree(width, depth, parent=None, name='r'):
    node = Node(name, parent)
    if depth:
        for i in range(width):
            tree(width, depth - 1, node, f'{name}.{i}')
    return node


def count(node):
    return 1 + sum(count(c) for c in node.children)


def run(n):
    Counted.copies = 0
    total = 0
    root = tree(3, 3)
    for i in range(n):
        twin = copy.deepcopy(root)
        total += count(twin) + (twin.children[0].parent is twin)
        rows = [[i, float(i), str(i)] * 5 for i in range(10)]
        data = copy.deepcopy({'m': rows, 's': {1, 2}, 'x': Slotted([1], (2,)), 'c': Counted()})
        total += len(data['m']) + data['x'].a[0]
        shallow = copy.copy(data)
        total += shallow['m'] is data['m']
    return total, Counted.copies
