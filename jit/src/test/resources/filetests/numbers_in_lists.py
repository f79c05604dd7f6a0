# Lists of floats and ints: items are read and written as numbers.
def axpy(x, y, s):
    for i in range(len(x)):
        y[i] -= s * x[i]


def total(items):
    t = 0
    for v in items:
        t += v
    return t


def squares(n):
    out = []
    for i in range(n):
        out.append(i * i)
    return out


for _ in range(9):
    axpy([0.5] * 100, [1.5] * 100, 0.25)
    total(squares(100))

# unit axpy
# loop has: FLOAT_ITEM 2, STORE_FLOAT 1, CHECK_LIST 2
# loop lacks: RANGE_*, BOX_*, UNBOX_*, STEP, CALL_*
# unit total
# loop has: LIST_HAS_NEXT 1, NEXT_INT 1, ADD_LONG 1
# loop lacks: BOX_*, UNBOX_*, STEP, CALL_*
# unit squares
# loop has: APPEND_INT 1, MULTIPLY_LONG 1
# loop lacks: BOX_*, UNBOX_*, STEP, CALL_*
