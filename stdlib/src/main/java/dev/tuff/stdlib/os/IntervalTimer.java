package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.host.HostException;
import java.util.concurrent.locks.LockSupport;

/** The timers behind {@code alarm} and {@code setitimer}: a thread that sleeps and sends. All three measure real time. */
final class IntervalTimer {
  static final PyType ERROR = PyType.builtin("signal.ItimerError", Exceptions.OSError, PyType.BASE_LAYOUT, null);

  /** The three timers of an interpreter. */
  private static final class All {
    final IntervalTimer[] timers;

    All(Interpreter interpreter) {
      timers = new IntervalTimer[] {
        new IntervalTimer(interpreter, 14), new IntervalTimer(interpreter, 26), new IntervalTimer(interpreter, 27),
      };
    }
  }

  private final Interpreter interpreter;
  private final int signal;

  /** When it goes off next, by {@link System#nanoTime}; 0 for never. */
  private long due;
  private long interval;
  private Thread thread;

  private IntervalTimer(Interpreter interpreter, int signal) {
    this.interpreter = interpreter;
    this.signal = signal;
  }

  static IntervalTimer of(Interpreter interpreter, int which) {
    return interpreter.state(All.class, () -> new All(interpreter)).timers[which];
  }

  synchronized long left() {
    return due == 0 ? 0 : Math.max(1, due - System.nanoTime());
  }

  synchronized long interval() {
    return interval;
  }

  synchronized void set(long first, long then) {
    due = first == 0 ? 0 : System.nanoTime() + first;
    interval = then;
    if (due == 0) {
      return;
    }
    if (thread == null) {
      thread = new Thread(null, this::run, "timer of signal " + signal, 128 * 1024);
      thread.setDaemon(true);
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (true) {
      long wait;
      synchronized (this) {
        long now = System.nanoTime();
        if (due == 0 || interpreter.finalizing) {
          thread = null;
          return;
        }
        wait = due - now;
        if (wait <= 0) {
          due = interval == 0 ? 0 : now + interval;
        }
      }
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      } else {
        fire();
      }
    }
  }

  private void fire() {
    SignalState state = SignalState.of(interpreter);
    Object h = state.handler(signal);
    if (!h.equals(SignalState.DEFAULT) || state.blocked().get(signal)) {
      if (!h.equals(SignalState.IGNORE)) {
        state.arrived(signal);
      }
      return;
    }
    try {
      interpreter.host.signals().raise(signal);
    } catch (HostException e) {
      interpreter.host.processes().exit(128 + signal);
    }
  }
}
