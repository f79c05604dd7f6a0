# What is computed twice is computed once: guards and loads too.
def twice(p, n):
    t = 0
    while t < n:
        t = t + p * p + p * p + 1
    return t


for _ in range(9):
    twice(3, 1000)

# unit twice
# loop has: MULTIPLY_LONG 1
# loop lacks: UNBOX_LONG, BOX_*
