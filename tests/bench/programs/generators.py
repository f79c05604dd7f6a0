"""Generators: pipelines, recursive walks with yield from, two-way send, and an infinite sieve cut by islice."""
from itertools import islice, takewhile

SIZES = {'full': (10000, (4265973348, 39995, 49995000, 5948493)), 'quick': (150, (952800, 608, 11175, 501))}


class Tree:
    def __init__(self, value):
        self.value = value
        self.left = self.right = None

    def insert(self, value):
        node = self
        while True:
            side = 'left' if value < node.value else 'right'
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Tree(value))
                return
            node = child

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def scaled(source, by):
    for x in source:
        yield x * by


def windows(source, size):
    window = []
    for x in source:
        window.append(x)
        if len(window) > size:
            window.pop(0)
        if len(window) == size:
            yield sum(window)


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total
        total += value
        count += 1
        average = total // count


def delegating(results):
    while True:
        results.append((yield from averager()))


def primes():
    known = []
    candidate = 2
    while True:
        if all(candidate % p for p in takewhile(lambda p: p * p <= candidate, known)):
            known.append(candidate)
            yield candidate
        candidate += 1


def run(n):
    piped = sum(windows(scaled((x for x in numbers(n * 4) if x % 3), 2), 4))
    tree = Tree(n // 2)
    for i in range(n):
        tree.insert(i * 7919 % n)
    walked = sum(i * v % 11 for i, v in enumerate(tree))
    results = []
    talk = delegating(results)
    next(talk)
    for i in range(n):
        talk.send(i)
        if i % 10 == 9:
            talk.send(None)
    return piped, walked, sum(results), sum(islice(primes(), n // 8))
