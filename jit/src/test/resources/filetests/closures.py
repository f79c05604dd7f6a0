# Cells of the enclosing function.
def make(step):
    total = 0

    def add(x):
        nonlocal total
        total += x * step
        return total
    return add


add = make(3)
for i in range(300):
    add(i)

# unit make.<locals>.add
# has: FREE_CELL 2, LOAD_CELL, STORE_CELL 1
# lacks: STEP, CALL_*
