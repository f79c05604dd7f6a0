"""Ray tracing: spheres and a checkered floor with shadows and reflections; operator overloading on small vectors."""
from math import sqrt

SIZES = {'full': (60, 3837438), 'quick': (6, 43183)}


class Vector:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, by):
        return Vector(self.x * by, self.y * by, self.z * by)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def normalized(self):
        return self * (1.0 / sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Sphere:
    def __init__(self, centre, radius, color, mirror):
        self.centre, self.radius, self.color, self.mirror = centre, radius, color, mirror

    def hit(self, origin, direction):
        to = self.centre - origin
        along = to.dot(direction)
        under = self.radius ** 2 - (to.dot(to) - along * along)
        if under < 0:
            return None
        t = along - sqrt(under)
        return t if t > 1e-4 else None

    def normal(self, point):
        return (point - self.centre).normalized()

    def color_at(self, point):
        return self.color


class Floor:
    mirror = 0.1

    def hit(self, origin, direction):
        if abs(direction.y) < 1e-6:
            return None
        t = -origin.y / direction.y
        return t if t > 1e-4 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def color_at(self, point):
        return Vector(0.9, 0.9, 0.9) if int(point.x // 1 + point.z // 1) % 2 else Vector(0.2, 0.2, 0.2)


class Scene:
    def __init__(self, things, light):
        self.things, self.light = things, light

    def nearest(self, origin, direction):
        best = None
        for thing in self.things:
            t = thing.hit(origin, direction)
            if t is not None and (best is None or t < best[0]):
                best = t, thing
        return best

    def trace(self, origin, direction, depth):
        found = self.nearest(origin, direction)
        if found is None:
            return Vector(0.4, 0.6, 0.9) * (0.5 + 0.5 * max(direction.y, 0.0))
        t, thing = found
        point = origin + direction * t
        normal = thing.normal(point)
        to_light = (self.light - point).normalized()
        lit = 0.1
        if self.nearest(point, to_light) is None:
            lit += 0.9 * max(0.0, normal.dot(to_light))
        color = thing.color_at(point) * lit
        if depth and thing.mirror:
            mirrored = self.trace(point, direction.reflected(normal), depth - 1)
            color = color * (1.0 - thing.mirror) + mirrored * thing.mirror
        return color


def run(n):
    things = [Floor()]
    for i in range(5):
        centre = Vector(i * 1.5 - 3.0, 0.8 + i % 2 * 0.5, 5.0 + i % 3)
        things.append(Sphere(centre, 0.8, Vector(0.2 * i, 0.5, 1.0 - 0.2 * i), 0.3))
    scene = Scene(things, Vector(-5.0, 8.0, -2.0))
    eye = Vector(0.0, 1.8, -3.0)
    pixels = []
    for row in range(n):
        for column in range(n):
            direction = Vector(column / n * 2.0 - 1.0, 0.6 - row / n * 1.4, 2.0).normalized()
            color = scene.trace(eye, direction, 3)
            pixels.append((min(255, int(color.x * 255)), min(255, int(color.y * 255)), min(255, int(color.z * 255))))
    return sum(r + 3 * g + 7 * b for r, g, b in pixels)
