"""Mixed: untyped code makes a library's objects, reads and sets their attributes, and calls their methods."""
from library import Vector

SIZES = {'full': (24_000, 300295), 'quick': (100, 1281)}


def run(n):
    position = Vector(0.0, 0.0, 0.0)
    speed = Vector(1.0, 0.5, 0.25)
    highest = 0.0
    for i in range(n):
        position = position.plus(speed.scaled(0.01))
        if position.dot(speed) > highest:
            highest = position.dot(speed)
        speed.z = speed.z - 0.001
        if position.z < 0.0:
            position.z = -position.z
            speed = Vector(speed.x, speed.y, -speed.z)
    return round(highest * 1000 + position.x)
