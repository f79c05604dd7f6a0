"""Numeric: pancake flips over all permutations of n numbers; indexing of small lists."""

SIZES = {'full': (8, 1616022), 'quick': (6, 49010)}


def flips(perm: list[int], work: list[int], n: int) -> int:
    for i in range(n):
        work[i] = perm[i]
    count: int = 0
    first: int = work[0]
    while first:
        low: int = 0
        high: int = first
        while low < high:
            other: int = work[low]
            work[low] = work[high]
            work[high] = other
            low += 1
            high -= 1
        count += 1
        first = work[0]
    return count


def fannkuch(n: int) -> int:
    perm: list[int] = list(range(n))
    work: list[int] = [0] * n
    turned: list[int] = [0] * (n + 1)
    checksum: int = 0
    most: int = 0
    sign: int = 1
    while True:
        count: int = flips(perm, work, n)
        if count > most:
            most = count
        checksum += sign * count
        sign = -sign
        # the next permutation: turn ever longer heads to the left, each as often as it is long
        k: int = 1
        while True:
            if k == n:
                return checksum * 1000 + most
            head: int = perm[0]
            for j in range(k):
                perm[j] = perm[j + 1]
            perm[k] = head
            turned[k] += 1
            if turned[k] <= k:
                break
            turned[k] = 0
            k += 1


def run(n: int) -> int:
    return fannkuch(n)
