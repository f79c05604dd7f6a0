# A function is inlined in itself once; then it is called.
def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)


for _ in range(40):
    fact(10)

# unit fact
# has: INLINE 1
# lacks: STEP, UNSEEN
