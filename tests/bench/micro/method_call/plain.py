"""Method calls: small methods of one class, with arguments and results that are numbers."""
SIZES = {'full': (100_000, 906526), 'quick': (500, 983545)}


class Counter:
    def __init__(self, step: int) -> None:
        self.step: int = step
        self.total: int = 0

    def add(self, n: int) -> int:
        self.total = (self.total + n * self.step) % 1000003
        return self.total

    def scaled(self, n: int) -> int:
        return self.add(n) + self.step


def use(counter: Counter, n: int) -> int:
    last: int = 0
    for i in range(n):
        last = counter.scaled(i ^ last)
    return last


def run(n: int) -> int:
    return use(Counter(7), n)
