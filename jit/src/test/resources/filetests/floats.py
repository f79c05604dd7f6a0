# Floats stay raw; an int operand becomes a float.
def decay(n):
    x = 1.0
    i = 0
    while i < n:
        x = x * 0.5 + i - x / 3.0
        i += 1
    return x


for _ in range(9):
    decay(100)

# unit decay
# loop has: MULTIPLY_DOUBLE 1, LONG_TO_DOUBLE 1, ADD_DOUBLE, SUBTRACT_DOUBLE, DIVIDE_DOUBLE, ADD_LONG, COMPARE_LONG
# loop lacks: BOX_*, STEP, CALL_*, UNBOX_DOUBLE
