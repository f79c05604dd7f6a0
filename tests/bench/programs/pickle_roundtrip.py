"""Pickle: protocol 2 and 5 of nested containers, shared references and instances, forth and back."""
import pickle

SIZES = {'full': (2500, ([True, True], 3123750, 309251250)), 'quick': (10, ([True, True], 45, 4455))}


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Money:
    __slots__ = ('cents', 'currency')

    def __init__(self, cents, currency):
        self.cents, self.currency = cents, currency

    def __reduce__(self):
        return Money, (self.cents, self.currency)

    def __eq__(self, other):
        return (self.cents, self.currency) == (other.cents, other.currency)


def run(n):
    shared = {'unit': 'cm', 'scale': 1.5}
    data = [
        {'i': i, 'big': 3 ** (i % 90), 'name': f'name{i}', 'raw': bytes(range(i % 40)), 'at': Point(i, -i),
         'price': Money(i * 99, 'EUR'), 'shared': shared, 'tuple': (i, (i + 0.5, None, True)), 'set': {i, i + 1},
         'list': list(range(i % 30))}
        for i in range(n)
    ]
    sizes = []
    for protocol in (2, 5):
        dumped = pickle.dumps(data, protocol)
        back = pickle.loads(dumped)
        if back != data or back[0]['shared'] is not back[-1]['shared']:
            raise AssertionError('what came back is not what went in')
        sizes.append(len(dumped) > 50 * n)
    return sizes, sum(d['at'].x for d in back), sum(d['price'].cents for d in back)
