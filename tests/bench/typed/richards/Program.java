final class Program {
  private static final int IDLE = 0;
  private static final int WORKER = 1;
  private static final int HANDLER_A = 2;
  private static final int HANDLER_B = 3;
  private static final int DEVICE_A = 4;
  private static final int DEVICE_B = 5;
  private static final int DEVICE = 0;
  private static final int WORK = 1;

  private Program() {}

  private static final class Packet {
    Packet link;
    long to;
    final long kind;
    long datum;
    final long[] data = new long[4];

    Packet(Packet link, long to, long kind) {
      this.link = link;
      this.to = to;
      this.kind = kind;
    }

    Packet appendTo(Packet queue) {
      link = null;
      if (queue == null) {
        return this;
      }
      Packet last = queue;
      while (last.link != null) {
        last = last.link;
      }
      last.link = this;
      return queue;
    }
  }

  private static final class Scheduler {
    Task tasks;
    final Task[] table = new Task[6];
    long held;
    long sent;

    Task task(long ident) {
      Task found = table[(int) ident];
      if (found == null) {
        throw new IllegalArgumentException("no such task");
      }
      return found;
    }

    void run() {
      Task task = tasks;
      while (task != null) {
        task = task.blocked() ? task.next : task.turn();
      }
    }
  }

  private abstract static class Task {
    final Scheduler system;
    final long ident;
    final long priority;
    Packet queue;
    boolean pending;
    boolean waiting = true;
    boolean holding;
    final Task next;

    Task(Scheduler system, int ident, long priority, Packet queue) {
      this.system = system;
      this.ident = ident;
      this.priority = priority;
      this.queue = queue;
      this.pending = queue != null;
      this.next = system.tasks;
      system.tasks = this;
      system.table[ident] = this;
    }

    abstract Task step(Packet packet);

    boolean blocked() {
      return holding || !pending && waiting;
    }

    Task deliver(Packet packet, Task sender) {
      if (queue == null) {
        queue = packet;
        pending = true;
        if (priority > sender.priority) {
          return this;
        }
      } else {
        packet.appendTo(queue);
      }
      return sender;
    }

    Task turn() {
      Packet packet = null;
      if (pending && waiting) {
        packet = queue;
        if (packet != null) {
          queue = packet.link;
        }
        waiting = false;
        pending = queue != null;
      }
      return step(packet);
    }

    Task pause() {
      waiting = true;
      return this;
    }

    Task hold() {
      system.held++;
      holding = true;
      return next;
    }

    Task release(long ident) {
      Task task = system.task(ident);
      task.holding = false;
      return task.priority > priority ? task : this;
    }

    Task send(Packet packet) {
      Task task = system.task(packet.to);
      system.sent++;
      packet.link = null;
      packet.to = ident;
      return task.deliver(packet, this);
    }
  }

  private static final class Idle extends Task {
    long control = 1;
    long turns;

    Idle(Scheduler system, long turns) {
      super(system, IDLE, 0, null);
      waiting = false;
      this.turns = turns;
    }

    @Override
    Task step(Packet packet) {
      turns--;
      if (turns == 0) {
        return hold();
      }
      if ((control & 1) == 0) {
        control /= 2;
        return release(DEVICE_A);
      }
      control = control / 2 ^ 0xD008;
      return release(DEVICE_B);
    }
  }

  private static final class Worker extends Task {
    long to = HANDLER_A;
    long letter;

    Worker(Scheduler system, Packet queue) {
      super(system, WORKER, 1000, queue);
    }

    @Override
    Task step(Packet packet) {
      if (packet == null) {
        return pause();
      }
      to = to == HANDLER_A ? HANDLER_B : HANDLER_A;
      packet.to = to;
      packet.datum = 0;
      for (int i = 0; i < 4; i++) {
        letter = letter % 26 + 1;
        packet.data[i] = 64 + letter;
      }
      return send(packet);
    }
  }

  private static final class Handler extends Task {
    Packet work;
    Packet devices;

    Handler(Scheduler system, int ident, long priority, Packet queue) {
      super(system, ident, priority, queue);
    }

    @Override
    Task step(Packet packet) {
      if (packet != null) {
        if (packet.kind == WORK) {
          work = packet.appendTo(work);
        } else {
          devices = packet.appendTo(devices);
        }
      }
      Packet work = this.work;
      if (work == null) {
        return pause();
      }
      if (work.datum >= 4) {
        this.work = work.link;
        return send(work);
      }
      Packet device = devices;
      if (device == null) {
        return pause();
      }
      devices = device.link;
      device.datum = work.data[(int) work.datum];
      work.datum++;
      return send(device);
    }
  }

  private static final class Device extends Task {
    Packet packet;

    Device(Scheduler system, int ident, long priority) {
      super(system, ident, priority, null);
    }

    @Override
    Task step(Packet given) {
      if (given == null) {
        Packet kept = packet;
        if (kept == null) {
          return pause();
        }
        packet = null;
        return send(kept);
      }
      packet = given;
      return hold();
    }
  }

  private static void handler(Scheduler system, int ident, long priority, long device) {
    Packet queue = null;
    for (int i = 0; i < 3; i++) {
      queue = new Packet(queue, device, DEVICE);
    }
    new Handler(system, ident, priority, queue);
  }

  private static long simulate() {
    Scheduler system = new Scheduler();
    new Idle(system, 2500);
    new Worker(system, new Packet(new Packet(null, WORKER, WORK), WORKER, WORK));
    handler(system, HANDLER_A, 2000, DEVICE_A);
    handler(system, HANDLER_B, 3000, DEVICE_B);
    new Device(system, DEVICE_A, 4000);
    new Device(system, DEVICE_B, 5000);
    system.run();
    return system.sent * 100000 + system.held;
  }

  static long run(long n) {
    long total = 0;
    for (long i = 0; i < n; i++) {
      total += simulate();
    }
    return total;
  }
}
