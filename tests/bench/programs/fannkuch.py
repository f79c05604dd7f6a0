"""Numeric: pancake flips over all permutations; list slices and integer indexing."""

SIZES = {'full': (8, (1616, 22)), 'quick': (6, (49, 10))}


def run(n):
    perm = list(range(n))
    count = [0] * n
    checksum = most = 0
    sign = 1
    while True:
        if perm[0]:
            flipped = perm[:]
            flips = 0
            first = flipped[0]
            while first:
                flipped[:first + 1] = flipped[first::-1]
                flips += 1
                first = flipped[0]
            if flips > most:
                most = flips
            checksum += sign * flips
        if sign > 0:
            perm[0], perm[1] = perm[1], perm[0]
            sign = -1
            continue
        perm[1], perm[2] = perm[2], perm[1]
        sign = 1
        i = 2
        while count[i] >= i:
            count[i] = 0
            i += 1
            if i == n:
                return checksum, most
            perm.insert(i, perm.pop(0))
        count[i] += 1
