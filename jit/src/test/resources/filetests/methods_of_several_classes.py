# A method of three classes: two short ones each have a way of their own, the long one is called; and one that objects of two shapes share.
class One:
    def value(self, x):
        return x + 1


class Two:
    def value(self, x):
        return x + 2


class Long:
    def value(self, x):
        a = x + 1; b = a + x; c = b + a; d = c + b; e = d + c; f = e + d; g = f + e; h = g + f; i = h + g; j = i + h; k = j + i
        return a + b + c + d + e + f + g + h + i + j + k


class Shared(One):
    def __init__(self, more):
        if more:
            self.more = more
        self.x = 1


def several(objects):
    total = 0
    for o in objects:
        total += o.value(1)
    return total


def same(objects):
    total = 0
    for o in objects:
        total += o.value(1)
    return total


for i in range(300):
    several([One(), Two(), Long()] * 5)
    same([Shared(1), Shared(0)] * 5)

# unit several
# has: LOAD_METHOD, IS_OBJECT 2, CALL_ANY 1, INLINE 2
# lacks: STEP

# unit same
# has: LOAD_METHOD, CHECK_SAME 1, INLINE 1
# lacks: STEP, CALL_*, ENTER, IS_OBJECT
