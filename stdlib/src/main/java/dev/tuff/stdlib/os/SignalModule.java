package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.Errno;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.stdlib.thread.Waiting;
import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;

/** The module {@code _signal}. */
public final class SignalModule {
  private static final String NUMBERS =
      "ITIMER_PROF 2 ITIMER_REAL 0 ITIMER_VIRTUAL 1 NSIG 65 SIGABRT 6 SIGALRM 14 SIGBUS 7 SIGCHLD 17 SIGCLD 17 SIGCONT 18 SIGFPE 8 SIGHUP 1 "
          + "SIGILL 4 SIGINT 2 SIGIO 29 SIGIOT 6 SIGKILL 9 SIGPIPE 13 SIGPOLL 29 SIGPROF 27 SIGPWR 30 SIGQUIT 3 SIGRTMAX 64 SIGRTMIN 34 "
          + "SIGSEGV 11 SIGSTKFLT 16 SIGSTOP 19 SIGSYS 31 SIGTERM 15 SIGTRAP 5 SIGTSTP 20 SIGTTIN 21 SIGTTOU 22 SIGURG 23 SIGUSR1 10 "
          + "SIGUSR2 12 SIGVTALRM 26 SIGWINCH 28 SIGXCPU 24 SIGXFSZ 25 SIG_BLOCK 0 SIG_DFL 0 SIG_IGN 1 SIG_SETMASK 2 SIG_UNBLOCK 1";
  private static final StructSequence INFO = new StructSequence("signal.struct_siginfo", "What is known of a signal.", 7, true,
      "si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band");

  private SignalModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_signal", new SignalModuleTable());
    PosixConstants.define(NUMBERS, m.dict());
    m.set("ItimerError", IntervalTimer.ERROR);
    m.set("struct_siginfo", INFO.type);
    SignalState state = SignalState.of(Interpreter.current());
    Object handler = m.dict().getStr("default_int_handler");
    if (Interpreter.current().ownsSignals && Py.is(state.handler(2), SignalState.DEFAULT)) {
      state.set(2, handler);
    }
    state.imported = true;
  }

  /** Until the program imports the module, SIGINT raises KeyboardInterrupt all the same. */
  public static void interruptible(Interpreter interpreter) {
    try {
      interpreter.host.signals().receive(2, s -> interpreter.mainThread.interrupt(() -> default_int_handler(s, Py.None)));
    } catch (HostException e) {
      // a JVM that was told to leave signals alone
    }
  }

  /** A signal that the program sends itself without the system. */
  public static void simulate(Interpreter interpreter, int signal) {
    SignalState state = SignalState.of(interpreter);
    Object h = state.handler(signal);
    if (signal == 2 && !state.imported && interpreter.ownsSignals) {
      interpreter.mainThread.interrupt(() -> default_int_handler(signal, Py.None));
      return;
    }
    if (Py.is(h, SignalState.DEFAULT) || Py.is(h, SignalState.IGNORE)) {
      return;
    }
    state.arrived(signal);
  }

  private static int number(int signal) {
    if (signal < 1 || signal >= SignalState.COUNT) {
      throw Errors.valueError("signal number out of range");
    }
    return signal;
  }

  private static boolean isMain(ThreadState ts) {
    return ts == ts.interpreter.mainThread;
  }

  @Function(value = "default_int_handler(signalnum, frame, /)", doc = "Raises KeyboardInterrupt.")
  static void default_int_handler(int signal, Object frame) {
    throw Errors.make(Exceptions.KeyboardInterrupt);
  }

  @Function(value = "signal(signalnum, handler, /)", doc = "Sets what happens on a signal; returns what did.")
  static Object signal(int signal, Object handler, ThreadState ts) {
    if (!isMain(ts)) {
      throw Errors.valueError("signal only works in main thread of the main interpreter");
    }
    number(signal);
    boolean disposition = PyInt.isInt(handler) && (Py.eq(handler, SignalState.DEFAULT) || Py.eq(handler, SignalState.IGNORE));
    boolean callable = handler instanceof PyObject o && (o instanceof PyType || o.type().slot(Special.CALL) != null);
    if (!disposition && !callable) {
      throw Errors.typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    if (signal == 9 || signal == 19) {
      throw HostErrors.of(Errno.EINVAL);
    }
    Waiting.check(ts);
    Object h = disposition ? Py.eq(handler, SignalState.DEFAULT) ? SignalState.DEFAULT : SignalState.IGNORE : handler;
    return SignalState.of(ts.interpreter).set(signal, h);
  }

  @Function(value = "getsignal(signalnum, /)", doc = "What happens on a signal.")
  static Object getsignal(int signal, Interpreter interpreter) {
    return SignalState.of(interpreter).handler(number(signal));
  }

  @Function("siginterrupt(signalnum, flag, /)")
  static void siginterrupt(int signal, int flag) {
    number(signal);
    if (signal == 9 || signal == 19) {
      throw HostErrors.of(Errno.EINVAL);
    }
  }

  @Function(value = "raise_signal(signalnum, /)", doc = "Sends a signal to this process.")
  static void raise_signal(int signal, ThreadState ts) {
    if (signal < 1 || signal >= SignalState.COUNT) {
      throw HostErrors.of(Errno.EINVAL);
    }
    send(signal, ts);
  }

  /** To the process itself: at once where a handler is to run. */
  static void send(int signal, ThreadState ts) {
    if (!SignalState.of(ts.interpreter).deliver(signal)) {
      try {
        ts.interpreter.host.signals().raise(signal);
      } catch (HostException e) {
        throw HostErrors.of(e);
      }
    }
  }

  @Function("pthread_kill(thread_id, signalnum, /)")
  static void pthread_kill(long thread, int signal, ThreadState ts) {
    boolean known = ts.interpreter.mainThread.ident() == thread;
    for (ThreadState t : ts.interpreter.threads()) {
      known |= t.ident() == thread;
    }
    if (!known) {
      throw HostErrors.of(Errno.ESRCH);
    }
    if (signal != 0) {
      number(signal);
      send(signal, ts);
    }
  }

  @Function("strsignal(signalnum, /)")
  static Object strsignal(int signal) {
    number(signal);
    String s = description(signal);
    return s == null ? signal >= 34 ? "Real-time signal " + (signal - 34) : Py.None : s;
  }

  private static String description(int signal) {
    return switch (signal) {
      case 1 -> "Hangup";
      case 2 -> "Interrupt";
      case 3 -> "Quit";
      case 4 -> "Illegal instruction";
      case 5 -> "Trace/breakpoint trap";
      case 6 -> "Aborted";
      case 7 -> "Bus error";
      case 8 -> "Floating point exception";
      case 9 -> "Killed";
      case 10 -> "User defined signal 1";
      case 11 -> "Segmentation fault";
      case 12 -> "User defined signal 2";
      case 13 -> "Broken pipe";
      case 14 -> "Alarm clock";
      case 15 -> "Terminated";
      case 16 -> "Stack fault";
      case 17 -> "Child exited";
      case 18 -> "Continued";
      case 19 -> "Stopped (signal)";
      case 20 -> "Stopped";
      case 21 -> "Stopped (tty input)";
      case 22 -> "Stopped (tty output)";
      case 23 -> "Urgent I/O condition";
      case 24 -> "CPU time limit exceeded";
      case 25 -> "File size limit exceeded";
      case 26 -> "Virtual timer expired";
      case 27 -> "Profiling timer expired";
      case 28 -> "Window changed";
      case 29 -> "I/O possible";
      case 30 -> "Power failure";
      case 31 -> "Bad system call";
      default -> null;
    };
  }

  @Function("valid_signals()")
  static Object valid_signals(Interpreter interpreter) {
    BitSet all = new BitSet();
    all.set(1, 32);
    all.set(34, 65);
    return toSet(all, interpreter);
  }

  private static Object toSet(BitSet bits, Interpreter interpreter) {
    PyList list = new PyList();
    for (int s = bits.nextSetBit(0); s >= 0; s = bits.nextSetBit(s + 1)) {
      list.add(Py.box(s));
    }
    return Call.call(interpreter.builtins.dict().getStr("set"), list);
  }

  private static BitSet fromIterable(Object signals) {
    BitSet bits = new BitSet();
    Object it = Iteration.iter(signals);
    for (Object s; (s = Iteration.next(it)) != null; ) {
      long n = Convert.toLong(s);
      if (n < 1 || n >= SignalState.COUNT) {
        throw Errors.valueError("signal number " + n + " out of range [1; 64]");
      }
      bits.set((int) n);
    }
    return bits;
  }

  @Function(value = "pthread_sigmask(how, mask, /)", doc = "Changes which signals wait; returns which did.")
  static Object pthread_sigmask(int how, Object mask, Interpreter interpreter) {
    SignalState state = SignalState.of(interpreter);
    BitSet given = fromIterable(mask);
    BitSet old = state.blocked();
    BitSet next = (BitSet) old.clone();
    switch (how) {
      case 0 -> next.or(given);
      case 1 -> next.andNot(given);
      case 2 -> next = given;
      default -> throw HostErrors.of(Errno.EINVAL);
    }
    state.setBlocked(next);
    return toSet(old, interpreter);
  }

  @Function("sigpending()")
  static Object sigpending(Interpreter interpreter) {
    return toSet(SignalState.of(interpreter).pending(), interpreter);
  }

  @Function("sigwait(sigset, /)")
  static long sigwait(Object sigset, ThreadState ts) {
    return await(fromIterable(sigset), -1, ts);
  }

  private static int await(BitSet wanted, long nanos, ThreadState ts) {
    SignalState state = SignalState.of(ts.interpreter);
    long end = System.nanoTime() + nanos;
    while (true) {
      int s = state.takePending(wanted);
      if (s != 0) {
        return s;
      }
      Waiting.check(ts);
      long left = nanos < 0 ? 100_000_000 : end - System.nanoTime();
      if (left <= 0) {
        return 0;
      }
      LockSupport.parkNanos(Math.min(left, 100_000_000));
    }
  }

  private static Object info(int signal, Interpreter interpreter) {
    return INFO.of(Py.box(signal), Py.box(0), Py.box(0), Py.box(interpreter.host.processes().pid()),
        Py.box(interpreter.host.processes().ids()[0]), Py.box(0), Py.box(0));
  }

  @Function("sigwaitinfo(sigset, /)")
  static Object sigwaitinfo(Object sigset, ThreadState ts) {
    return info(await(fromIterable(sigset), -1, ts), ts.interpreter);
  }

  @Function("sigtimedwait(sigset, timeout, /)")
  static Object sigtimedwait(Object sigset, Object timeout, ThreadState ts) {
    long nanos = TimeValue.nanos(timeout, TimeValue.CEILING);
    if (nanos < 0) {
      throw Errors.valueError("timeout must be non-negative");
    }
    int s = await(fromIterable(sigset), nanos, ts);
    return s == 0 ? Py.None : info(s, ts.interpreter);
  }

  @Function(value = "pause()", doc = "Waits until a signal comes.")
  static void pause(ThreadState ts) {
    SignalState state = SignalState.of(ts.interpreter);
    int before = state.arrivals;
    while (state.arrivals == before) {
      LockSupport.parkNanos(100_000_000);
      Waiting.check(ts);
    }
    Waiting.check(ts);
  }

  @Function(value = "set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", doc = "Has the number of each signal written to a descriptor.")
  static long set_wakeup_fd(int fd, boolean warn, ThreadState ts) {
    if (!isMain(ts)) {
      throw Errors.valueError("set_wakeup_fd only works in main thread of the main interpreter");
    }
    if (fd >= 0) {
      OpenFile f = ts.interpreter.host.descriptors().find(fd);
      if (f == null) {
        throw HostErrors.of(Errno.EBADF);
      }
      if (f.blocking()) {
        throw Errors.valueError("the fd " + fd + " must be in non-blocking mode");
      }
    }
    SignalState state = SignalState.of(ts.interpreter);
    int old = state.wakeupFd;
    state.wakeupFd = fd < 0 ? -1 : fd;
    state.warnOnFullBuffer = warn;
    return old;
  }

  // ---- timers

  @Function(value = "alarm(seconds, /)", doc = "Has SIGALRM come after that many seconds; returns what was left of the last alarm.")
  static long alarm(int seconds, Interpreter interpreter) {
    IntervalTimer t = IntervalTimer.of(interpreter, 0);
    long left = t.left();
    t.set(seconds * 1_000_000_000L, 0);
    return (left + 999_999_999L) / 1_000_000_000L;
  }

  @Function(value = "setitimer(which, seconds, interval=0.0, /)", doc = "Has a signal come after some seconds, and then at intervals.")
  static Object setitimer(PyModule m, int which, Object seconds, Object interval, Interpreter interpreter) {
    long first = TimeValue.nanos(seconds, TimeValue.CEILING);
    long then = interval == null ? 0 : TimeValue.nanos(interval, TimeValue.CEILING);
    if (which < 0 || which > 2 || first < 0 || then < 0) {
      throw Errors.make((PyType) m.dict().getStr("ItimerError"), Py.box(Errno.EINVAL), Errno.message(Errno.EINVAL));
    }
    IntervalTimer t = IntervalTimer.of(interpreter, which);
    Object old = Py.tuple(t.left() / 1e9, t.interval() / 1e9);
    t.set(first, then);
    return old;
  }

  @Function("getitimer(which, /)")
  static Object getitimer(PyModule m, int which, Interpreter interpreter) {
    if (which < 0 || which > 2) {
      throw Errors.make((PyType) m.dict().getStr("ItimerError"), Py.box(Errno.EINVAL), Errno.message(Errno.EINVAL));
    }
    IntervalTimer t = IntervalTimer.of(interpreter, which);
    return Py.tuple(t.left() / 1e9, t.interval() / 1e9);
  }
}
