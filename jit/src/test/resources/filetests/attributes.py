# Methods and constructors become part of the caller; attributes are the values they were set to, and the object is not made.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length(self):
        return self.x * self.x + self.y * self.y


def lengths(n):
    total = 0.0
    for i in range(n):
        total += Point(1.5, 2.5).length()
    return total


for _ in range(9):
    lengths(100)

# unit lengths
# loop has: INLINE 2
# loop lacks: NEW_OBJECT, ADD_SLOT, STEP, ENTER, CALL_*
