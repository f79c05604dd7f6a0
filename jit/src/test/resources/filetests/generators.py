# A generator is a unit with one entry for each yield.
def pairs(n):
    for i in range(n):
        yield i
        yield i * 2


for _ in range(9):
    sum(pairs(100))

# unit pairs
# has: YIELD 2, DISPATCH 1, MULTIPLY_LONG 1
# loop lacks: STEP, CALL_*
