# A counted loop over ints: no objects, no calls.
def sums(n):
    total = 0
    for i in range(n):
        total += i * 3 & 255
    return total


for _ in range(9):
    sums(1000)

# unit sums
# has: RETURN 1
# loop has: ADD_LONG 1, MULTIPLY_LONG 1, AND_LONG 1, C_ADD 1, COMPARE_LONG 1
# loop lacks: RANGE_*, BOX_*, STEP, CALL_*, STORE_FRAME, ENTER, GLOBAL, UNBOX_LONG
# class calls: checkBounds, multiplyHigh
