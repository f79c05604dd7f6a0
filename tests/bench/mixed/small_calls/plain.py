"""Small functions on numbers."""


def mix(a: int, b: int) -> int:
    return (a * 31 + b) % 1009


def clamp(n: int, low: int, high: int) -> int:
    if n < low:
        return low
    if n > high:
        return high
    return n


def distance(x: float, y: float) -> float:
    return (x * x + y * y) ** 0.5
