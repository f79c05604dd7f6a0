"""OO: an operating system's scheduler. Devices, handlers, a worker and an idle task pass packets; virtual calls."""

SIZES = {'full': (5, (28630, 11445)), 'quick': (1, (5726, 2289))}

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE, WORK = 0, 1
LETTERS = [ord('A') + i for i in range(26)]


class Packet:
    __slots__ = ('link', 'to', 'kind', 'datum', 'data')

    def __init__(self, link, to, kind):
        self.link = link
        self.to = to
        self.kind = kind
        self.datum = 0
        self.data = [0, 0, 0, 0]

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, system, ident, priority, queue):
        self.system = system
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = True
        self.holding = False
        self.next = system.tasks
        system.tasks = self
        system.table[ident] = self

    def blocked(self):
        return self.holding or (not self.pending and self.waiting)

    def deliver(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def turn(self):
        packet = None
        if self.pending and self.waiting:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
            self.pending = self.queue is not None
        return self.step(packet)

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.system.held += 1
        self.holding = True
        return self.next

    def release(self, ident):
        task = self.system.table[ident]
        task.holding = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        task = self.system.table[packet.to]
        self.system.sent += 1
        packet.link = None
        packet.to = self.ident
        return task.deliver(packet, self)


class Idle(Task):
    def __init__(self, system, turns):
        super().__init__(system, IDLE, 0, None)
        self.waiting = False
        self.control = 1
        self.turns = turns

    def step(self, packet):
        self.turns -= 1
        if self.turns == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class Worker(Task):
    def __init__(self, system, queue):
        super().__init__(system, WORKER, 1000, queue)
        self.to = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.to = HANDLER_B if self.to == HANDLER_A else HANDLER_A
        packet.to = self.to
        packet.datum = 0
        for i in range(4):
            self.letter = self.letter % 26 + 1
            packet.data[i] = LETTERS[self.letter - 1]
        return self.send(packet)


class Handler(Task):
    def __init__(self, system, ident, priority, queue):
        super().__init__(system, ident, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        if work.datum >= 4:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.send(device)


class Device(Task):
    def __init__(self, system, ident, priority):
        super().__init__(system, ident, priority, None)
        self.packet = None

    def step(self, packet):
        if packet is None:
            packet = self.packet
            if packet is None:
                return self.wait()
            self.packet = None
            return self.send(packet)
        self.packet = packet
        return self.hold()


class System:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.held = 0
        self.sent = 0

    def run(self):
        task = self.tasks
        while task is not None:
            task = task.next if task.blocked() else task.turn()


def simulate():
    system = System()
    Idle(system, 10000 // 4)
    Worker(system, Packet(Packet(None, WORKER, WORK), WORKER, WORK))
    for ident, priority, device in ((HANDLER_A, 2000, DEVICE_A), (HANDLER_B, 3000, DEVICE_B)):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, DEVICE)
        Handler(system, ident, priority, queue)
    Device(system, DEVICE_A, 4000)
    Device(system, DEVICE_B, 5000)
    system.run()
    return system.sent, system.held


def run(n):
    sent = held = 0
    for _ in range(n):
        s, h = simulate()
        sent += s
        held += h
    return sent, held
