"""The everyday work of the library, area by area, for the training of the start-up cache: what is done here some hundred times is compiled soon in
every program. HotSpot lets a loop of a method that it does not know from training turn 60,000 times in its bytecode interpreter."""
import asyncio
import base64
import bisect
import collections
import contextlib
import copy
import csv
import dataclasses
import datetime
import enum
import functools
import hashlib
import heapq
import html
import io
import itertools
import json
import logging
import math
import operator
import pickle
import random
import re
import string
import struct
import textwrap
import traceback
import zlib

TEXTS = ('The quick brown fox jumps over the lazy dog', '  Grüße aus Köln, naïve café\n', 'αβγ Ελλάδα λόγος\tένα', 'a\U0001f600b \U0001f40d snake', 'x' * 90, '')
LINES = '\n'.join(f'2026-11-{day:02d} host{day % 3} [{"WARN" if day % 4 else "ERROR"}] id={day * 37:x} took {day / 7:.3f}s' for day in range(1, 29))


def strings():
    table = str.maketrans('aeiou', 'AEIOU', 'xyz')
    out = []
    for t in TEXTS:
        out += [t.upper(), t.lower(), t.title(), t.capitalize(), t.swapcase(), t.casefold(), t.strip(), t.lstrip(' T'), t.rstrip('g\n'),
                t.translate(table), t.center(60, '*'), t.ljust(50), t.rjust(50), t.zfill(50), t.expandtabs(), t[::-1], t[2:9], t[::3], t * 3,
                t.removeprefix('The'), t.removesuffix('dog'), repr(t), ascii(t), t + 'é', t.replace('o', '0'), t.replace('the', 'a'), t.replace('a', '')]
        out += [t.count('o'), t.find('o'), t.rfind('a'), t.find('lazy'), t.startswith('The'), t.endswith(('dog', 'cat')), 'fox' in t, t == t[:-1] + 'g',
                t < 'm', len(t), hash(t + '1'), t.isalpha(), t.isdigit(), t.isspace(), t.isupper(), t.islower(), t.isalnum(), t.isidentifier(),
                t.istitle(), t.isascii(), t.isprintable(), t.isnumeric(), t.isdecimal()]
        words = t.split()
        out += [' '.join(words), ', '.join(w for w in words), '-'.join(map(str.lower, words)), ''.join(reversed(t)), ''.join(sorted(t)), t.split('o', 2),
                t.rsplit(' ', 1), t.splitlines(), t.partition(' '), t.rpartition(' '), list(t), [ord(c) for c in t], [c for c in t if c.isalpha()],
                collections.Counter(t).most_common(3), {c: i for i, c in enumerate(t)}, ''.join(chr(ord(c) ^ 1) for c in t)]
        for codec in 'utf-8', 'utf-16', 'latin-1', 'ascii':
            out.append(t.encode(codec, 'replace').decode(codec, 'replace'))
    out += [LINES.splitlines(), LINES.split('\n'), LINES.upper().title(), LINES.replace('host', 'node').count('node'), len(set(LINES)), [*LINES]]
    return out


def formats():
    out = []
    for i in range(12):
        x, name = i * 1.37 - 3, 'name%d' % i
        out += ['%s is %d or %5.2f or %-8s|%r %x %c %%' % (name, i, x, name, name, i, 65 + i), '%(a)s-%(b)05d' % {'a': name, 'b': i},
                f'{i} {x:.3f} {name:>10} {i:04d} {x:e} {x:g} {i:,} {i:#x} {name!r:<12} {x:+8.2f} {i:b} {i / 20:.1%}',
                '{} {1:>{2}}'.replace('{}', '{0}').format(name, x, 12), '{a.real} {b[0]}'.format(a=i, b=name), str(x), repr(x), str(i * 10 ** 12), format(x, '.4f'),
                string.Template('$who likes ${what}').substitute(who=name, what=i), html.escape(f'<a href="{name}">&</a>'), hex(i), oct(i), bin(i)]
        out += [int(str(i * 977)), int('ff', 16), float(f'{x:.6f}'), round(x, 2), str(i).isdigit(), str([i, x, name]), str({name: (i, None, True)}), repr({i, i + 1})]
    return out, textwrap.wrap(LINES, 60), textwrap.dedent('  a\n    b\n'), textwrap.fill(TEXTS[0] * 3, 30), textwrap.indent(TEXTS[0], '> ')


def binary():
    data = bytes(range(256)) * 2
    work = bytearray(data)
    work[10:20] = b'0123456789'
    work[::2] = bytes(len(work) // 2)
    work[3:300:3] = bytes(len(range(3, 300, 3)))
    work[5] = 7
    work += b'tail' * 8
    work.append(1)
    work.extend(range(50))
    view = memoryview(data)
    out = [data.hex(), data.hex(' '), bytes.fromhex(data.hex()), data.find(b'\x20\x21'), data.count(b'\x01'), data.replace(b'\x00', b'ab'), data[::-1], data[5:90],
           b','.join([data[:9], data[9:]]), data.split(b'\n'), work.count(0), sum(data), max(work), [b ^ 85 for b in data], bytes(b & 15 for b in data),
           data.translate(bytes(range(255, -1, -1))), view[3:9].tolist(), sum(view.cast('H')), sum(view.cast('Q')), view == data, bytes(view[::3]),
           data.startswith(b'\0'), data == bytes(work), data < work, repr(data), list(data), sorted(work), bytearray([1]) * 300, bytes([7] * 300)]
    packed = zlib.compress(data * 4)
    out += [zlib.decompress(packed), zlib.crc32(data), zlib.adler32(data), base64.b64decode(base64.b64encode(data)), int.from_bytes(data[:40], 'big').to_bytes(40, 'little'),
            struct.unpack('<IhbdQ', struct.pack('<IhbdQ', 7, -2, 3, 0.5, 9)), hashlib.md5(data).hexdigest(), hashlib.sha256(data).hexdigest(), hashlib.sha1(data).digest()]
    run = bytearray()
    for key, group in itertools.groupby(data):
        run += bytes((key, sum(1 for _ in group)))
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return out, run, b << 16 | a


def big_numbers():
    big = 3 ** 400
    q, r = divmod(big * 7 + 5, 10 ** 60 + 7)
    a, b, out = 1, 1, []
    for i in range(1, 60):
        a, b = b * i + a, a * (2 * i + 1)
        a, b = (a - b * 3, b) if i % 5 == 0 else (a, b)
        out.append(a // (b or 1) % 10)
    return (out, str(big), int(str(big)), q, r, big >> 100, big << 33, big & 2 ** 90 - 1, big | 1, big ^ 5, -big // 7, -big % 7, big == q, big < q, pow(7, big, 1009),
            math.gcd(big, 6 ** 50), math.isqrt(big), big.bit_length(), hash(big), big / 10 ** 100, float(q), abs(-big), math.factorial(60), big * big - big, big - 1 - big,
            2 ** 63 - 1 + 1, 2 ** 62 * 4, -2 ** 63, big.bit_count(), math.comb(60, 20), pow(3, -1, 1009))


def numbers():
    dice = random.Random(7)
    values = [dice.random() for _ in range(60)] + [dice.gauss(0, 1) for _ in range(20)] + [dice.uniform(1, 2) for _ in range(20)]
    ints = [dice.randint(-50, 50) for _ in range(60)] + [dice.randrange(9) for _ in range(20)]
    dice.shuffle(ints)
    out = [sum(values), sum(ints), sum(x * x for x in values), sum(ints, 0.5), min(values), max(ints), min(ints, key=abs), sorted(values), sorted(ints, reverse=True),
           dice.choice(ints), dice.sample(ints, 5), dice.choices(ints, k=3), math.fsum(values), math.hypot(3, 4), math.dist((1, 2), (3, 4)), math.prod(range(1, 9)),
           any(x > 2 for x in values), all(x < 9 for x in values), list(range(0, 90, 7)), list(range(9, 0, -2)), 5 in range(9), len(range(3, 99, 4)), max(1, 2.5), abs(-3), abs(-2.5)]
    for x, i in zip(values, ints):
        out += [math.sqrt(x * x), math.sin(x), math.cos(x), math.exp(-x * x), math.log(x * x + 1), math.floor(x), math.ceil(x), int(x * 10), round(x), x ** 2, x ** 0.5 if x > 0 else 0,
                x // 0.3, x % 0.3, divmod(i, 7), i ** 3, i << 3, i >> 1, i & 7, ~i, -i, +x, i // 3, i % 5, i / 4, math.atan2(x, 1), abs(x), x < i, x == i, i != x, float(i), bool(i),
                complex(x, i) * 2j, math.isclose(x, i), math.pi * x, (x - i) * (x + i), x is i, i or x, not i, pow(i, 3, 11), math.tan(x), x.is_integer(), i.bit_length(), hash(x), hash(i)]
    matrix = [[i * j % 7 - 1.5 for j in range(8)] for i in range(8)]
    product = [[sum(a * b for a, b in zip(row, column)) for column in zip(*matrix)] for row in matrix]
    for i in range(8):
        for j in range(8):
            product[i][j] += matrix[j][i] * 0.5 - product[j][i]
    return out, product, [x[:] for x in product], [0] * 50, [0.0] * 50, [[None] * 4 for _ in range(4)]


def lists():
    items = [x * 7 % 31 for x in range(60)]
    names = [f'n{x}' for x in items]
    out = [items[::-1], items[3:20], items + [1], items * 2, items.index(5), items.count(3), items == items[:], items < names[:0] + [99], 17 in items, 'n5' in names, sorted(names),
           sorted(items, key=lambda x: -x), sorted(names, key=len), [*reversed(items)], list(zip(items, names)), list(zip(items, names, items)), list(enumerate(names, 1)),
           list(map(str, items)), list(map(operator.add, items, items)), list(filter(None, items)), tuple(items), tuple(names) + (1, 2), (1, 2) < (1, 3), (1, 'a') == (1, 'a'), hash((1, 'a', 2.5))]
    copied = items.copy()
    for x in items:
        copied.append(x)
        copied.insert(0, x)
        copied.pop()
        if x in copied and x % 5 == 0:
            copied.remove(x)
    copied.extend(range(20))
    copied.reverse()
    copied.sort()
    del copied[3:8], copied[0], copied[::4]
    copied[2:5] = [1, 2, 3, 4, 5]
    copied[1:9:2] = [0] * 4
    copied.sort(key=lambda x: (x % 3, x), reverse=True)
    a, b, *rest = copied
    first, *_, last = names
    a, b = b, a
    heap = []
    for x in items:
        heapq.heappush(heap, (x, names[x % 9]))
    while len(heap) > 20:
        out.append(heapq.heappop(heap))
    heapq.heapify(copied)
    ordered = sorted(items)
    for x in items:
        out.append(bisect.bisect_left(ordered, x) + bisect.bisect(ordered, x))
        bisect.insort(ordered, x)
    queue = collections.deque(items, maxlen=90)
    while len(queue) > 5:
        queue.append(queue.popleft())
        queue.rotate(2)
        queue.pop()
        queue.appendleft(queue[1])
        queue.popleft()
    queue.extend(items)
    queue.remove(items[20])
    out += [heapq.nsmallest(3, items), heapq.nlargest(3, items), heapq.heapreplace(copied, 5), list(heapq.merge(ordered, ordered)), list(queue), len(queue), 5 in queue, a, b, rest, first, last]
    it = itertools
    out += [list(it.chain(items, names)), list(it.islice(it.count(3, 2), 9)), list(it.product('ab', repeat=3)), list(it.permutations(range(4), 2)), list(it.combinations(range(6), 3)),
            list(it.accumulate(items)), list(it.takewhile(lambda x: x < 28, items)), list(it.dropwhile(lambda x: x < 28, items)), list(it.zip_longest(items, names[:5])), list(it.pairwise(items)),
            [k for k, g in it.groupby(sorted(names), key=len)], list(it.chain.from_iterable([items, items])), list(it.starmap(pow, [(2, 3)] * 9)), list(it.repeat(1, 9)),
            list(it.compress(items, it.cycle([1, 0]))), list(it.batched(items, 7)), list(it.filterfalse(None, items)), [next(x) for x in it.tee(items)],
            functools.reduce(operator.mul, range(1, 9)), functools.partial(pow, 2)(5), sorted(items, key=functools.cmp_to_key(lambda a, b: a - b)), list(map(operator.itemgetter(1), enumerate(items)))]
    return out


def mappings():
    counts, groups, squares = {}, collections.defaultdict(list), {x: x * x for x in range(60)}
    for word in LINES.split():
        counts[word] = counts.get(word, 0) + 1
        groups[len(word)].append(word)
        counts.setdefault(word, 0)
    for x in range(60):
        counts[x, x + 1] = x
        counts[x] = x
        if x % 3:
            del counts[x, x + 1]
            counts.pop(x, None)
        squares[x] += 1
        x in squares and squares.get(-x)
    left, right = set(range(0, 60, 2)), frozenset(range(0, 60, 3))
    names = {f'n{x % 17}' for x in range(60)}
    union = left | right
    for x in range(60):
        union.add(x * 3 % 64)
        union.discard(x)
        names.add(str(x))
    union.update(right, [1, 2])
    union -= {3, 4}
    union |= left
    union &= left | {99}
    ordered = collections.OrderedDict(squares)
    ordered.move_to_end(3)
    chained = collections.ChainMap({'a': 1}, counts)
    pairs = collections.namedtuple('Pair', 'a b')
    merged = {**squares, 'a': 1} | {'b': 2}
    return (left & right, left - right, left ^ right, left <= union, left.isdisjoint(right), sorted(names), {*left, *right}, set(names), len(union), hash(right), left == right,
            union.copy(), left.union(right), left.intersection(right), left.difference(right), sorted(counts.items(), key=str), list(counts), list(counts.values()), [k for k, v in counts.items()],
            counts == squares, dict(squares), squares.copy(), dict.fromkeys('abc', 0), dict(zip('abc', range(3))), max(squares, key=squares.get), {v: k for k, v in squares.items()},
            collections.Counter(LINES).most_common(5), collections.Counter('abc') + collections.Counter('bcd'), ordered.popitem(), chained['a'], merged.keys() & squares.keys(),
            merged.popitem(), squares.update(a=1), dict(groups), {k: len(v) for k, v in groups.items()}, pairs(1, 2)._replace(a=5), pairs(3, 4).b, any(k in right for k in squares))


class Color(enum.Enum):
    RED, GREEN = 1, 2


@dataclasses.dataclass(order=True)
class Vector:
    x: float
    y: float = 0.0
    tags: list = dataclasses.field(default_factory=list, compare=False)

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __bool__(self):
        return self.x != 0

    def __hash__(self):
        return hash((self.x, self.y))


class Node:
    __slots__ = 'key', 'next'
    made = 0

    def __init__(self, key, next=None):
        self.key, self.next = key, next
        type(self).made += 1

    def __iter__(self):
        node = self
        while node is not None:
            yield node.key
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, i):
        return next(itertools.islice(self, i, None))

    def __contains__(self, key):
        return any(k == key for k in self)

    def __eq__(self, other):
        return isinstance(other, Node) and self.key == other.key

    def __lt__(self, other):
        return self.key < other.key

    def __hash__(self):
        return hash(self.key)

    def __call__(self, *args, **named):
        return len(args) + len(named)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        return info[0] is KeyError

    @property
    def double(self):
        return self.key * 2

    @classmethod
    def of(cls, *keys, **options):
        node = None
        for key in reversed(keys):
            node = cls(key, node)
        return node

    @staticmethod
    def plain(x, *, scale=1):
        return x * scale

    def __repr__(self):
        return f'Node({self.key!r})'


class Special(Node):
    def __init__(self, key, next=None):
        super().__init__(key, next)

    def __getattr__(self, name):
        return name


@functools.lru_cache(None)
def climbing(n):
    return n if n < 2 else climbing(n - 1) + climbing(n - 2)


def depth(tree):
    return 1 + max(map(depth, tree), default=0) if isinstance(tree, list) else 0


@contextlib.contextmanager
def opened(x):
    try:
        yield x
    finally:
        x = None


def classes():
    chain = Special.of(*range(12))
    vectors = [Vector(i % 5, i) for i in range(25)]
    total = Vector(0)
    out = []
    for v in vectors:
        total = total + v * 2 + -v + 3 * v
        out += [v == total, v < total, v and 1, hash(v), repr(v), v in vectors, v.x, getattr(v, 'y'), hasattr(v, 'z'), isinstance(v, Vector), type(v) is Vector]
        setattr(v, 'x', v.x + 1)
        with chain as c, opened(v) as o:
            out += [c.double, c.missing, c(1, *out[:2], k=2), Node.plain(2, scale=3), len(c), c[3], 5 in c, o is v, c == Node(0), Color.RED is Color(1), Color['GREEN'].name, Color.RED.value]
        match v:
            case Vector(x=1, y=y):
                out.append(y)
            case Vector(x, 3):
                out.append(x)
            case _:
                out.append(None)
    climbing.cache_clear()
    nested = [[1, [2, 3]], [[[4]]], (5, {'k': [6]}, {7}), vectors[:3], Node(1), 'text', 2.5, None]
    out += [climbing(40), depth(nested), sorted(vectors), max(vectors), sorted([Node(3), Node(1)]), copy.copy(vectors), copy.deepcopy(nested), pickle.loads(pickle.dumps([nested[:3], LINES, 10 ** 30, -5, 2.5])),
            pickle.loads(pickle.dumps(vectors[:4])), dataclasses.replace(vectors[0], x=9), dataclasses.asdict(vectors[1]), dataclasses.astuple(vectors[2])]
    return out


def failing(n):
    if n == 0:
        raise KeyError(n)
    try:
        return failing(n - 1)
    except ValueError:
        return None
    finally:
        n += 1


def exceptions():
    out = []
    for i in range(12):
        try:
            failing(i % 5)
        except (TypeError, KeyError) as error:
            out.append(error.args)
        else:
            out.append(None)
        for wrong in (lambda: [][1], lambda: {}[1], lambda: int('x'), lambda: None.x, lambda: 1 / 0, lambda: '' + 1, lambda: next(iter(()))):
            try:
                wrong()
            except Exception as error:
                out.append(str(error))
        try:
            try:
                raise ValueError('inner')
            except ValueError as error:
                raise RuntimeError('outer') from error
        except RuntimeError:
            if i == 5:
                out.append(traceback.format_exc())
        with Special(1):
            raise KeyError(1)
        with contextlib.suppress(LookupError):
            [].pop()
    return out


def producer(n):
    for i in range(n):
        got = yield i
        if got:
            yield got


def delegating(n):
    result = yield from producer(n)
    return result, (yield n)


async def sleeper(i):
    await asyncio.sleep(0)
    return i


async def pipeline():
    queue, lock, out = asyncio.Queue(4), asyncio.Lock(), []
    event = asyncio.Event()

    async def produce():
        for i in range(20):
            await queue.put(i)
        await queue.put(None)
        event.set()

    async def consume():
        while (item := await queue.get()) is not None:
            async with lock:
                out.append(item)

    async def numbers():
        for i in range(10):
            yield await sleeper(i)

    await asyncio.gather(produce(), consume(), event.wait(), *(sleeper(i) for i in range(20)))
    tasks = [asyncio.create_task(sleeper(i)) for i in range(10)]
    out += [await t for t in tasks] + [x async for x in numbers()]
    await asyncio.wait_for(sleeper(1), 5)
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper(2))
    return out


def suspending():
    out = [list(producer(30)), list(delegating(9)), sum(x * x for x in producer(30) if x % 3), list(map(str, producer(9)))]
    running = producer(10)
    next(running)
    for i in range(8):
        out.append(running.send(i))
    running.close()
    coroutine = sleeper(3)
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        out.append(stop.value)
    return out, asyncio.run(pipeline())


def documents():
    record = {'name': 'Ünal "quoted"', 'tags': ['a', 'b\n'], 'size': 12, 'ratio': 0.25, 'ok': True, 'none': None, 'nested': {'x': [1, 2.5, -3, {'y': []}]}, 'big': 10 ** 20}
    records = [dict(record, id=i) for i in range(6)]
    text = json.dumps(records)
    out = [json.loads(text), json.dumps(records, indent=2, sort_keys=True), json.dumps(record, ensure_ascii=False, separators=(',', ':')), json.loads('[1e3, "\\u00e9", -0.5, true]')]
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerows([[i, f'a,{i}', i / 3] for i in range(9)])
    sheet.seek(0)
    out += [list(csv.reader(sheet)), list(csv.DictReader(io.StringIO('a,b\n1,2\n3,"4"\n')))]
    raw = io.BytesIO()
    raw.write(b'abc\ndef\n')
    raw.seek(0)
    out += [raw.readlines(), [line.strip() for line in io.StringIO(LINES)], sheet.getvalue()]
    day = datetime.datetime(2026, 11, 22, 8, 30)
    out += [(day + datetime.timedelta(hours=i)).isoformat() for i in range(5)] + [day.strftime('%Y-%m-%d %H:%M:%S'), datetime.date(2026, 1, 31).weekday(), day - datetime.datetime(2025, 1, 1)]
    return out


LINE = re.compile(r'(?P<date>\d{4}-\d\d-\d\d) (\w+) \[(WARN|ERROR)\] id=([0-9a-f]+) took (\d+\.\d+)s')
TOKEN = re.compile(r'\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(.))', re.S)


def expressions():
    out = [m.groupdict() for m in LINE.finditer(LINES)] + [LINE.findall(LINES), LINE.sub(r'\2:\g<date>', LINES), re.split(r'[\s,;]+', LINES), re.sub(r'\d+', lambda m: str(int(m[0]) + 1), LINES),
                                                             re.findall(r'(?i)warn|took(?= 1)', LINES), re.fullmatch(r'a*?b+c', 'aaabbc'), re.escape('a.b*c'), re.search(r'(\w+)@(\w+)\.com', 'mail bob@site.com')]
    for line in LINES.splitlines():
        match = LINE.match(line)
        out += [match.group(1, 2), match['date'], match.start(3), match.span(), re.match(r'x', line)]
    return out, [m.lastindex for m in TOKEN.finditer('x = 3.5*(alpha + beta_2) / 7 - f(y)')]


def logs():
    stream = io.StringIO()
    logger = logging.getLogger('training')
    logger.propagate = False
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter('%(asctime)s %(levelname)-8s %(name)s:%(lineno)d %(message)s'))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    for i in range(12):
        logger.info('number %d of %s took %.3f', i, 'twelve', i / 7)
        logger.debug('unseen %s', i)
        logger.warning('plain')
    logger.removeHandler(handler)
    return stream.getvalue()


AREAS = strings, formats, binary, big_numbers, numbers, lists, mappings, classes, exceptions, suspending, documents, expressions, logs


def everything(rounds):
    for _ in range(rounds):
        for area in AREAS:
            area()
