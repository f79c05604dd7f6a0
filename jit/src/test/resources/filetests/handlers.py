# A handler that has run is a part of the unit; raising is no Java throw.
def caught(n):
    k = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError
            k += i
        except ValueError:
            k -= 1
    return k


for _ in range(9):
    caught(100)

# unit caught
# has: RAISE, PUSH_HANDLED 1, POP_HANDLED, EXCEPTION_MATCHES 1
