"""Numeric: the outer planets under gravity; attributes of small objects that are floats."""

SIZES = {'full': (3000, -169042558), 'quick': (100, -169050762)}


class Body:
    def __init__(self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float) -> None:
        year: float = 365.24
        self.x: float = x
        self.y: float = y
        self.z: float = z
        self.vx: float = vx * year
        self.vy: float = vy * year
        self.vz: float = vz * year
        self.mass: float = mass * 39.47841760435743


def planets() -> list[Body]:
    bodies: list[Body] = [
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
    px: float = 0.0
    py: float = 0.0
    pz: float = 0.0
    for b in bodies:
        px += b.vx * b.mass
        py += b.vy * b.mass
        pz += b.vz * b.mass
    sun: Body = bodies[0]
    sun.vx = -px / sun.mass
    sun.vy = -py / sun.mass
    sun.vz = -pz / sun.mass
    return bodies


def advance(bodies: list[Body], dt: float) -> None:
    n: int = len(bodies)
    for i in range(n):
        a: Body = bodies[i]
        for j in range(i + 1, n):
            b: Body = bodies[j]
            dx: float = a.x - b.x
            dy: float = a.y - b.y
            dz: float = a.z - b.z
            square: float = dx * dx + dy * dy + dz * dz
            pull: float = dt / (square * square ** 0.5)
            am: float = a.mass * pull
            bm: float = b.mass * pull
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


def energy(bodies: list[Body]) -> float:
    total: float = 0.0
    n: int = len(bodies)
    for i in range(n):
        a: Body = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, n):
            b: Body = bodies[j]
            dx: float = a.x - b.x
            dy: float = a.y - b.y
            dz: float = a.z - b.z
            total -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def steps(n: int) -> float:
    bodies: list[Body] = planets()
    for i in range(n):
        advance(bodies, 0.01)
    return energy(bodies)


def run(n: int) -> int:
    return round(steps(n) * 1e9)
