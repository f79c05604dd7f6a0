"""Bytes and heaps: Huffman codes and an LZ77 window, packed and unpacked again, in plain Python."""
import heapq
from collections import Counter

SIZES = {'full': (60000, (27600, 9657)), 'quick': (500, (229, 131))}


def text_of(n):
    words = ['alpha', 'beta', 'gamma', 'delta', 'and', 'or', 'not', 'the', 'river', 'stone']
    x, out, size = 7, [], 0
    while size < n:
        x = x * 16807 % 2147483647
        out.append(words[x % 10 if x % 3 else x % 4])
        size += len(out[-1]) + 1
    return ' '.join(out).encode()[:n]


def codes(data):
    heap = [(count, symbol, None) for symbol, count in Counter(data).items()]
    heapq.heapify(heap)
    serial = 256
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], serial, (a, b)))
        serial += 1
    table = {}

    def walk(node, prefix):
        _, symbol, pair = node
        if pair is None:
            table[symbol] = prefix or '0'
        else:
            walk(pair[0], prefix + '0')
            walk(pair[1], prefix + '1')
    walk(heap[0], '')
    return table


def huffman(data):
    table = codes(data)
    bits = ''.join([table[b] for b in data])
    packed = int('1' + bits, 2).to_bytes(len(bits) // 8 + 1, 'big')
    unbits = bin(int.from_bytes(packed, 'big'))[3:]
    back, out, code = {v: k for k, v in table.items()}, bytearray(), ''
    for bit in unbits:
        code += bit
        if code in back:
            out.append(back[code])
            code = ''
    return packed, bytes(out)


def lz(data):
    last, out, i = {}, [], 0
    while i < len(data):
        key = data[i:i + 4]
        at = last.get(key, -1)
        last[key] = i
        if at >= 0 and i - at < 4096 and len(key) == 4:
            length = 4
            while i + length < len(data) and length < 255 and data[at + length] == data[i + length]:
                length += 1
            out.append((i - at, length))
            i += length
        else:
            out.append(data[i])
            i += 1
    return out


def unlz(tokens):
    out = bytearray()
    for token in tokens:
        if isinstance(token, tuple):
            distance, length = token
            for _ in range(length):
                out.append(out[-distance])
        else:
            out.append(token)
    return bytes(out)


def run(n):
    data = text_of(n)
    packed, back = huffman(data)
    tokens = lz(data)
    if back != data or unlz(tokens) != data:
        raise AssertionError('what came back is not what went in')
    return len(packed), len(tokens)
