"""Big integers: digits of pi by a spigot, a factorial, a big power and their decimal text."""

SIZES = {
    'full': (1200, ('0984882401', 13077, 8478, 1, True)),
    'quick': (60, ('0582097494', 324, 424, 85517990827086474134471277840920806217, True)),
}


def digits(count):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < count:
        if 4 * q + r - t < m * t:
            out.append(str(m))
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return ''.join(out)


def run(n):
    text = digits(n)
    product = 1
    for i in range(2, n):
        product *= i
    power = pow(3, n * 8) // pow(7, n * 2)
    modular = pow(65537, product % (10 ** 40), 2 ** 127 - 1)
    return text[-10:], sum(map(int, str(product))), power.bit_length(), modular, int(str(power)) == power
