# The method of an operator becomes part of the unit, and what it makes for the next operator is not made.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, by):
        return Vector(self.x * by, self.y * by)

    def __lt__(self, other):
        return self.x < other.x


def walk(n):
    step = Vector(1.5, 2.5)
    limit = Vector(50.0, 0.0)
    below = 0
    for i in range(n):
        if (step + step) * 2.0 < limit:
            below += 1
    return below


for _ in range(9):
    walk(100)

# unit walk
# loop has: INLINE 5
# loop lacks: NEW_OBJECT, ADD_SLOT, ROUTINE, STEP, ENTER, CALL_*
