"""Objects: complete binary trees, made and walked and dropped again; allocation and recursion."""
import __static__
from __static__ import box, crange, int64
from typing import Optional, final

SIZES = {'full': (14, 226645), 'quick': (5, 186)}


@final
class Node:
    def __init__(self, left: Optional[Node], right: Optional[Node]) -> None:
        self.left: Optional[Node] = left
        self.right: Optional[Node] = right

    def count(self) -> int64:
        total: int64 = 1
        left: Optional[Node] = self.left
        if left is not None:
            total += left.count()
        right: Optional[Node] = self.right
        if right is not None:
            total += right.count()
        return total


def tree(depth: int64) -> Node:
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


def trees(most: int64) -> int64:
    long_lived: Node = tree(most)
    total: int64 = 0
    depth: int64 = 3
    while depth <= most:
        times: int64 = 1 << (most - depth)
        for i in crange(times):
            total += tree(depth).count()
        depth += 2
    return total + long_lived.count()


def run(n: int) -> int:
    return box(trees(int64(n)))
