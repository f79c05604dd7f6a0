"""Numeric: pancake flips over all permutations of n numbers; indexing of small arrays."""
import __static__
from __static__ import Array, box, crange, int64

SIZES = {'full': (8, 1616022), 'quick': (6, 49010)}


def flips(perm: Array[int64], work: Array[int64], n: int64) -> int64:
    for i in crange(n):
        work[i] = perm[i]
    count: int64 = 0
    first: int64 = work[0]
    while first:
        low: int64 = 0
        high: int64 = first
        while low < high:
            other: int64 = work[low]
            work[low] = work[high]
            work[high] = other
            low += 1
            high -= 1
        count += 1
        first = work[0]
    return count


def fannkuch(n: int64) -> int64:
    perm: Array[int64] = Array[int64](box(n))
    work: Array[int64] = Array[int64](box(n))
    turned: Array[int64] = Array[int64](box(n) + 1)
    for i in crange(n):
        perm[i] = i
    checksum: int64 = 0
    most: int64 = 0
    sign: int64 = 1
    while True:
        count: int64 = flips(perm, work, n)
        if count > most:
            most = count
        checksum += sign * count
        sign = -sign
        # the next permutation: turn ever longer heads to the left, each as often as it is long
        k: int64 = 1
        while True:
            if k == n:
                return checksum * 1000 + most
            head: int64 = perm[0]
            for j in crange(k):
                perm[j] = perm[j + 1]
            perm[k] = head
            turned[k] += 1
            if turned[k] <= k:
                break
            turned[k] = 0
            k += 1


def run(n: int) -> int:
    return box(fannkuch(int64(n)))
