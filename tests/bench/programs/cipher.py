"""Bit twiddling: SHA-256 and ChaCha20 in plain Python on 32-bit words, checked against hashlib."""
import hashlib
import struct

SIZES = {'full': (9000, ('8b3dc1dbb56314b6', 1143785)), 'quick': (120, ('655250427d56b1b0', 15809))}

MASK = 0xFFFFFFFF


def primes(n):
    found, k = [], 2
    while len(found) < n:
        if all(k % p for p in found):
            found.append(k)
        k += 1
    return found


def root_bits(p, power):
    x = int(p ** (1.0 / power) * (1 << 20))
    target = p << (32 * power)
    low, high = (x - 2) << 12, (x + 2) << 12
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** power <= target:
            low = middle
        else:
            high = middle - 1
    return low & MASK


K = [root_bits(p, 3) for p in primes(64)]
H = [root_bits(p, 2) for p in primes(8)]


def rotate_right(x, n):
    return (x >> n | x << (32 - n)) & MASK


def sha256(message):
    padded = message + b'\x80' + bytes((55 - len(message)) % 64) + struct.pack('>Q', len(message) * 8)
    state = H
    for start in range(0, len(padded), 64):
        w = list(struct.unpack('>16I', padded[start:start + 64]))
        for i in range(16, 64):
            s0 = rotate_right(w[i - 15], 7) ^ rotate_right(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rotate_right(w[i - 2], 17) ^ rotate_right(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append((w[i - 16] + s0 + w[i - 7] + s1) & MASK)
        a, b, c, d, e, f, g, h = state
        for k, x in zip(K, w):
            t1 = h + (rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25)) + (e & f ^ ~e & g) + k + x
            t2 = (rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (t1 + t2) & MASK, a, b, c, (d + t1) & MASK, e, f, g
        state = [(x + y) & MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return struct.pack('>8I', *state)


def quarter(s, a, b, c, d):
    for first, second, third, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[first] = (s[first] + s[second]) & MASK
        x = s[third] ^ s[first]
        s[third] = (x << turn | x >> (32 - turn)) & MASK


def chacha_block(key, counter):
    start = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, *key, counter, 0, 0, 0]
    s = start[:]
    for _ in range(10):
        for i in range(4):
            quarter(s, i, i + 4, i + 8, i + 12)
        for i in range(4):
            quarter(s, i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12)
    return struct.pack('<16I', *[(x + y) & MASK for x, y in zip(s, start)])


def run(n):
    message = bytes(i * 7 & 255 for i in range(n))
    digest = sha256(message)
    if digest != hashlib.sha256(message).digest():
        raise AssertionError('SHA-256 is wrong')
    stream = b''.join(chacha_block(range(8), counter) for counter in range(n // 64 + 1))
    cipher = bytes(a ^ b for a, b in zip(message, stream))
    return digest.hex()[:16], sum(cipher)
