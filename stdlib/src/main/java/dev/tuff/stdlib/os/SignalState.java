package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.host.Signals;
import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;

/**
 * What an interpreter does on each signal. A signal arrives on a thread of the JVM; its handler runs on the main thread, at that thread's
 * next check or when the wait that it is in ends for it. Signals that the JVM keeps for itself still work within the process.
 */
final class SignalState {
  static final int COUNT = 65;
  static final Object DEFAULT = Py.box(0);
  static final Object IGNORE = Py.box(1);

  private final Interpreter interpreter;
  private final Object[] handlers = new Object[COUNT];
  private final BitSet blocked = new BitSet();
  private final BitSet pending = new BitSet();
  int wakeupFd = -1;
  boolean warnOnFullBuffer = true;

  /** Whether the program has the module, by which it could have set a handler. */
  boolean imported;

  /** How many signals have arrived. */
  volatile int arrivals;

  SignalState(Interpreter interpreter) {
    this.interpreter = interpreter;
    java.util.Arrays.fill(handlers, DEFAULT);
    handlers[13] = IGNORE;
    handlers[25] = IGNORE;
  }

  static SignalState of(Interpreter interpreter) {
    return interpreter.state(SignalState.class, () -> new SignalState(interpreter));
  }

  Object handler(int signal) {
    return handlers[signal];
  }

  /** Sets what happens on a signal; returns what did. */
  Object set(int signal, Object handler) {
    Object old = handlers[signal];
    Signals signals = interpreter.host.signals();
    handlers[signal] = handler;
    try {
      if (handler == DEFAULT || Py.is(handler, DEFAULT)) {
        // the JVM writes to closed pipes without being killed whatever is set
        signals.set(signal, Signals.DEFAULT);
      } else if (Py.is(handler, IGNORE)) {
        signals.set(signal, Signals.IGNORE);
      } else {
        signals.receive(signal, this::arrived);
      }
    } catch (HostException e) {
      // a signal of the JVM's own: it can only come from within
    }
    return old;
  }

  /** A signal has come, from outside or from the program itself. */
  void arrived(int signal) {
    synchronized (this) {
      if (blocked.get(signal)) {
        pending.set(signal);
        arrivals++;
        wakeMain();
        return;
      }
    }
    arrivals++;
    writeWakeup(signal);
    interpreter.mainThread.interrupt(() -> run(signal));
  }

  private void wakeMain() {
    Thread t = interpreter.mainThread.thread;
    if (t != null) {
      LockSupport.unpark(t);
    }
  }

  private void writeWakeup(int signal) {
    int fd = wakeupFd;
    OpenFile f = fd < 0 ? null : interpreter.host.descriptors().find(fd);
    if (f != null) {
      try {
        f.write(new byte[] {(byte) signal}, 0, 1);
      } catch (HostException e) {
        // whoever closed the other end no longer waits
      }
    }
  }

  private void run(int signal) {
    Object h = handlers[signal];
    if (h == null || h == Py.None || Py.is(h, DEFAULT) || Py.is(h, IGNORE)) {
      return;
    }
    ThreadState ts = ThreadState.current();
    Call.call(h, Py.box(signal), ts.frame == null ? Py.None : ts.frame);
  }

  /** Delivers a signal of the program to itself; false if the system must. */
  boolean deliver(int signal) {
    Object h = handlers[signal];
    synchronized (this) {
      if (blocked.get(signal)) {
        pending.set(signal);
        arrivals++;
        return true;
      }
    }
    if (Py.is(h, DEFAULT)) {
      return false;
    }
    if (Py.is(h, IGNORE) || h == Py.None) {
      return true;
    }
    arrived(signal);
    ThreadState ts = ThreadState.current();
    if (ts == interpreter.mainThread) {
      ts.runPending();
    }
    return true;
  }

  // ---- masks

  synchronized BitSet blocked() {
    return (BitSet) blocked.clone();
  }

  synchronized BitSet pending() {
    return (BitSet) pending.clone();
  }

  /** Sets the mask; signals that were waiting and no longer blocked come now. */
  void setBlocked(BitSet mask) {
    BitSet free;
    synchronized (this) {
      blocked.clear();
      blocked.or(mask);
      // these two cannot be blocked
      blocked.clear(9);
      blocked.clear(19);
      free = (BitSet) pending.clone();
      free.andNot(blocked);
      pending.andNot(free);
    }
    for (int s = free.nextSetBit(0); s >= 0; s = free.nextSetBit(s + 1)) {
      if (!deliver(s)) {
        interpreter.host.signals().raise(s);
      }
    }
  }

  /** Takes a waiting signal of a set; 0 if there is none. */
  synchronized int takePending(BitSet wanted) {
    for (int s = wanted.nextSetBit(0); s >= 0; s = wanted.nextSetBit(s + 1)) {
      if (pending.get(s)) {
        pending.clear(s);
        return s;
      }
    }
    return 0;
  }

}
