"""Numeric: a recursive FFT over complex numbers and an in-place one over two float lists, forth and back."""
import cmath
import math

SIZES = {'full': (2048, 0.0), 'quick': (128, 0.0)}


def recursive(x):
    n = len(x)
    if n == 1:
        return x
    even, odd = recursive(x[::2]), recursive(x[1::2])
    turned = [cmath.exp(-2j * math.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


def in_place(re, im, inverse):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
    size = 2
    while size <= n:
        angle = (2 if inverse else -2) * math.pi / size
        step_r, step_i = math.cos(angle), math.sin(angle)
        half = size // 2
        for start in range(0, n, size):
            wr, wi = 1.0, 0.0
            for k in range(start, start + half):
                m = k + half
                tr = wr * re[m] - wi * im[m]
                ti = wr * im[m] + wi * re[m]
                re[m] = re[k] - tr
                im[m] = im[k] - ti
                re[k] += tr
                im[k] += ti
                wr, wi = wr * step_r - wi * step_i, wr * step_i + wi * step_r
        size *= 2
    if inverse:
        for i in range(n):
            re[i] /= n
            im[i] /= n


def run(n):
    signal = [math.sin(0.1 * i) + 0.5 * math.cos(0.37 * i) for i in range(n)]
    spectrum = recursive([complex(s) for s in signal])
    re, im = signal[:], [0.0] * n
    in_place(re, im, False)
    between = max(abs(complex(a, b) - c) for a, b, c in zip(re, im, spectrum))
    for _ in range(3):
        in_place(re, im, True)
        in_place(re, im, False)
    in_place(re, im, True)
    back = max(abs(a - b) for a, b in zip(re, signal))
    return round(between + back, 6)
