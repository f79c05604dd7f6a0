"""Objects: an operating system's scheduler. Devices, handlers, a worker and an idle task pass packets; virtual calls."""
from __future__ import annotations

from typing import Final, Optional

SIZES = {'full': (5, 2863011445), 'quick': (1, 572602289)}

IDLE: Final[int] = 0
WORKER: Final[int] = 1
HANDLER_A: Final[int] = 2
HANDLER_B: Final[int] = 3
DEVICE_A: Final[int] = 4
DEVICE_B: Final[int] = 5
DEVICE: Final[int] = 0
WORK: Final[int] = 1


class Packet:
    def __init__(self, link: Optional[Packet], to: int, kind: int) -> None:
        self.link: Optional[Packet] = link
        self.to: int = to
        self.kind: int = kind
        self.datum: int = 0
        self.data: list[int] = [0, 0, 0, 0]

    def append_to(self, queue: Optional[Packet]) -> Packet:
        self.link = None
        if queue is None:
            return self
        last: Packet = queue
        following: Optional[Packet] = last.link
        while following is not None:
            last = following
            following = last.link
        last.link = self
        return queue


class System:
    def __init__(self) -> None:
        self.tasks: Optional[Task] = None
        self.table: list[Optional[Task]] = [None] * 6
        self.held: int = 0
        self.sent: int = 0

    def task(self, ident: int) -> Task:
        found: Optional[Task] = self.table[ident]
        if found is None:
            raise KeyError('no such task')
        return found

    def run(self) -> None:
        task: Optional[Task] = self.tasks
        while task is not None:
            if task.blocked():
                task = task.next
            else:
                task = task.turn()


class Task:
    def __init__(self, system: System, ident: int, priority: int, queue: Optional[Packet]) -> None:
        self.system: System = system
        self.ident: int = ident
        self.priority: int = priority
        self.queue: Optional[Packet] = queue
        self.pending: bool = queue is not None
        self.waiting: bool = True
        self.holding: bool = False
        self.next: Optional[Task] = system.tasks
        system.tasks = self
        system.table[ident] = self

    def step(self, packet: Optional[Packet]) -> Optional[Task]:
        raise NotImplementedError

    def blocked(self) -> bool:
        return self.holding or (not self.pending and self.waiting)

    def deliver(self, packet: Packet, sender: Task) -> Task:
        queue: Optional[Packet] = self.queue
        if queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(queue)
        return sender

    def turn(self) -> Optional[Task]:
        packet: Optional[Packet] = None
        if self.pending and self.waiting:
            packet = self.queue
            if packet is not None:
                self.queue = packet.link
            self.waiting = False
            self.pending = self.queue is not None
        return self.step(packet)

    def wait(self) -> Task:
        self.waiting = True
        return self

    def hold(self) -> Optional[Task]:
        self.system.held += 1
        self.holding = True
        return self.next

    def release(self, ident: int) -> Task:
        task: Task = self.system.task(ident)
        task.holding = False
        if task.priority > self.priority:
            return task
        return self

    def send(self, packet: Packet) -> Task:
        task: Task = self.system.task(packet.to)
        self.system.sent += 1
        packet.link = None
        packet.to = self.ident
        return task.deliver(packet, self)


class Idle(Task):
    def __init__(self, system: System, turns: int) -> None:
        super().__init__(system, IDLE, 0, None)
        self.waiting = False
        self.control: int = 1
        self.turns: int = turns

    def step(self, packet: Optional[Packet]) -> Optional[Task]:
        self.turns -= 1
        if self.turns == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class Worker(Task):
    def __init__(self, system: System, queue: Optional[Packet]) -> None:
        super().__init__(system, WORKER, 1000, queue)
        self.to: int = HANDLER_A
        self.letter: int = 0

    def step(self, packet: Optional[Packet]) -> Optional[Task]:
        if packet is None:
            return self.wait()
        if self.to == HANDLER_A:
            self.to = HANDLER_B
        else:
            self.to = HANDLER_A
        packet.to = self.to
        packet.datum = 0
        data: list[int] = packet.data
        for i in range(4):
            self.letter = self.letter % 26 + 1
            data[i] = 64 + self.letter
        return self.send(packet)


class Handler(Task):
    def __init__(self, system: System, ident: int, priority: int, queue: Optional[Packet]) -> None:
        super().__init__(system, ident, priority, queue)
        self.work: Optional[Packet] = None
        self.devices: Optional[Packet] = None

    def step(self, packet: Optional[Packet]) -> Optional[Task]:
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work: Optional[Packet] = self.work
        if work is None:
            return self.wait()
        if work.datum >= 4:
            self.work = work.link
            return self.send(work)
        device: Optional[Packet] = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.send(device)


class Device(Task):
    def __init__(self, system: System, ident: int, priority: int) -> None:
        super().__init__(system, ident, priority, None)
        self.packet: Optional[Packet] = None

    def step(self, packet: Optional[Packet]) -> Optional[Task]:
        if packet is None:
            kept: Optional[Packet] = self.packet
            if kept is None:
                return self.wait()
            self.packet = None
            return self.send(kept)
        self.packet = packet
        return self.hold()


def handler(system: System, ident: int, priority: int, device: int) -> None:
    queue: Optional[Packet] = None
    for i in range(3):
        queue = Packet(queue, device, DEVICE)
    Handler(system, ident, priority, queue)


def simulate() -> int:
    system: System = System()
    Idle(system, 2500)
    Worker(system, Packet(Packet(None, WORKER, WORK), WORKER, WORK))
    handler(system, HANDLER_A, 2000, DEVICE_A)
    handler(system, HANDLER_B, 3000, DEVICE_B)
    Device(system, DEVICE_A, 4000)
    Device(system, DEVICE_B, 5000)
    system.run()
    return system.sent * 100000 + system.held


def run(n: int) -> int:
    total: int = 0
    for i in range(n):
        total += simulate()
    return total
