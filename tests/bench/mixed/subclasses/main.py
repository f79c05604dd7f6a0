"""Mixed: untyped classes derive from a library's class, whose loops call what they override."""
from library import Agent, World

SIZES = {'full': (8_000, 31889674), 'quick': (20, 4714)}


class Walker(Agent):
    def step(self, turn):
        self.place = (self.place + self.pace) % 1000
        return self.place


class Jumper(Walker):
    def __init__(self, place, pace):
        super().__init__(place, pace)
        self.jumps = 0

    def step(self, turn):
        if turn % 3 == 0:
            self.jumps += 1
            return super().step(turn)
        return self.place


def run(n):
    world = World()
    for i in range(4):
        world.agents.append(Agent(i, i + 1))
        world.agents.append(Walker(i, i + 2))
        world.agents.append(Jumper(i, i + 3))
    total = world.play(n)
    return total + sum(a.jumps for a in world.agents if isinstance(a, Jumper))
