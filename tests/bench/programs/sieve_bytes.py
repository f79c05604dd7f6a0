"""Bytes: a sieve over a bytearray, run-length coding, checksums and a hex dump."""
import zlib

SIZES = {'full': (240000, (21221, 84882, 3921018003, 254645, 10609)), 'quick': (4000, (550, 2198, 1092882887, 6593, 273))}


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0] = flags[1] = 0
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
        i += 1
    return flags


def encode(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out.append(j - i)
        out.append(data[i])
        i = j
    return bytes(out)


def decode(data):
    out = bytearray()
    for i in range(0, len(data), 2):
        out += data[i + 1:i + 2] * data[i]
    return out


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def run(n):
    flags = sieve(n)
    packed = encode(flags)
    if decode(packed) != flags:
        raise AssertionError('run-length coding lost something')
    checksum = adler(packed)
    if checksum != zlib.adler32(packed):
        raise AssertionError('the checksums differ')
    dump = '\n'.join(packed[i:i + 16].hex(' ') for i in range(0, len(packed), 16))
    words = memoryview(packed[:len(packed) // 8 * 8]).cast('Q')
    return flags.count(1), len(packed), checksum, len(dump), sum(w & 1 for w in words)
