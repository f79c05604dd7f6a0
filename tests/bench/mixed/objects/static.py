"""Vectors as a static class."""
import __static__
from __static__ import double


class Vector:
    def __init__(self, x: double, y: double, z: double) -> None:
        self.x: double = x
        self.y: double = y
        self.z: double = z

    def plus(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def scaled(self, by: double) -> Vector:
        return Vector(self.x * by, self.y * by, self.z * by)

    def dot(self, other: Vector) -> double:
        return self.x * other.x + self.y * other.y + self.z * other.z
