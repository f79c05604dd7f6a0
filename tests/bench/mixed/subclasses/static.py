"""Agents and their world as static classes."""
import __static__
from __static__ import CheckedList, box, crange, int64


class Agent:
    def __init__(self, place: int, pace: int) -> None:
        self.place: int = place
        self.pace: int = pace

    def step(self, turn: int) -> int:
        return self.place


class World:
    def __init__(self) -> None:
        self.agents: CheckedList[Agent] = []

    def play(self, turns: int) -> int:
        total: int64 = 0
        for turn in range(turns):
            for agent in self.agents:
                total += int64(agent.step(turn))
        return box(total)
