"""Attribute reads: along a ring of objects, each of which holds the next one and a number."""
import __static__
from __static__ import box, crange, int64

SIZES = {'full': (200_000, 9900000), 'quick': (500, 24750)}


class Node:
    def __init__(self, value: int64) -> None:
        self.value: int64 = value
        self.next: Node = self


def ring(size: int64) -> Node:
    first: Node = Node(0)
    last: Node = first
    i: int64 = 1
    while i < size:
        node: Node = Node(i)
        last.next = node
        last = node
        i += 1
    last.next = first
    return first


def walk(node: Node, n: int64) -> int64:
    total: int64 = 0
    for i in crange(n):
        node = node.next
        total += node.value
    return total


def run(n: int) -> int:
    return box(walk(ring(100), int64(n)))
