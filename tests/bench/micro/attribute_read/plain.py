"""Attribute reads: along a ring of objects, each of which holds the next one and a number."""
from __future__ import annotations

SIZES = {'full': (200_000, 9900000), 'quick': (500, 24750)}


class Node:
    def __init__(self, value: int) -> None:
        self.value: int = value
        self.next: Node = self


def ring(size: int) -> Node:
    first: Node = Node(0)
    last: Node = first
    i: int = 1
    while i < size:
        node: Node = Node(i)
        last.next = node
        last = node
        i += 1
    last.next = first
    return first


def walk(node: Node, n: int) -> int:
    total: int = 0
    for i in range(n):
        node = node.next
        total += node.value
    return total


def run(n: int) -> int:
    return walk(ring(100), n)
