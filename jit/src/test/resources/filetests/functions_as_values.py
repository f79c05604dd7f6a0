# A function that is an argument, made anew each time with the same code; and one that the unit makes itself.
def fold(items, f):
    total = 0
    for item in items:
        total += f(item)
    return total


def use(items, k):
    return fold(items, lambda x: x + k)


items = list(range(50))
for i in range(300):
    use(items, i)

# unit fold
# has: CHECK_CODE 1, FREE_CELL 1, ADD_LONG 2
# lacks: STEP, CALL_*, ENTER

# unit use
# has: NEW_FUNCTION 1, ADD_LONG 2
# lacks: STEP, CALL_*, ENTER, FREE_CELL
