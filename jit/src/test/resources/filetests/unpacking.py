# Tuples that nobody sees are not made.
def swaps(n):
    a, b = 0, 1
    for i in range(n):
        a, b = b, (a + b) & 0xFFFF
    return a


def items(d):
    t = 0
    for k, v in d.items():
        t += k * v
    return t


for _ in range(9):
    swaps(100)
    items({i: i for i in range(40)})

# unit swaps
# loop lacks: NEW_TUPLE, STEP, BOX_*
# unit items
# loop has: DICT_KEY 1, DICT_VALUE 1
# loop lacks: NEW_TUPLE, STEP
