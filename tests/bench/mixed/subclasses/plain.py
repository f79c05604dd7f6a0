"""Agents and their world as plain classes."""


class Agent:
    def __init__(self, place, pace):
        self.place = place
        self.pace = pace

    def step(self, turn):
        return self.place


class World:
    def __init__(self):
        self.agents = []

    def play(self, turns):
        total = 0
        for turn in range(turns):
            for agent in self.agents:
                total += agent.step(turn)
        return total
