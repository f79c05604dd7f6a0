"""Numeric: the outer planets under gravity, float attributes of small objects."""

SIZES = {'full': (8000, -0.169078), 'quick': (100, -0.169051)}

SOLAR_MASS = 39.47841760435743
YEAR = 365.24


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx * YEAR, vy * YEAR, vz * YEAR
        self.mass = mass * SOLAR_MASS


def system():
    bodies = [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.841431442464721, -1.1603200440274284, -0.10362204447112311,
             0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05, 0.0009547919384243266),
        Body(8.34336671824458, 4.124798564124305, -0.4035234171143214,
             -0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05, 0.0002858859806661308),
        Body(12.894369562139131, -15.111151401698631, -0.22330757889265573,
             0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05, 4.366244043351563e-05),
        Body(15.379697114850917, -25.919314609987964, 0.17925877295037118,
             0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05, 5.1513890204661145e-05),
    ]
    sun = bodies[0]
    for axis in ('vx', 'vy', 'vz'):
        setattr(sun, axis, -sum(getattr(b, axis) * b.mass for b in bodies) / SOLAR_MASS)
    return bodies


def advance(bodies, pairs, dt):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        square = dx * dx + dy * dy + dz * dz
        pull = dt / (square * square ** 0.5)
        am = a.mass * pull
        bm = b.mass * pull
        a.vx -= dx * bm
        a.vy -= dy * bm
        a.vz -= dz * bm
        b.vx += dx * am
        b.vy += dy * am
        b.vz += dz * am
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(bodies, pairs):
    total = sum(0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz) for b in bodies)
    for a, b in pairs:
        total -= a.mass * b.mass / ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
    return total


def run(n):
    bodies = system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(n):
        advance(bodies, pairs, 0.01)
    return round(energy(bodies, pairs), 6)
