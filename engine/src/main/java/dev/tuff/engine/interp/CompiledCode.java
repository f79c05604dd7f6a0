package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import java.lang.invoke.MethodHandle;

/** A unit: what a tier above the interpreter makes of a code object, from some of its instructions to its end. */
public abstract class CompiledCode {
  /** What {@link #run} gives if the interpreter is to go on with the thread's current frame, which is in its exact state. */
  public static final Object LEFT = new Object();

  /** What {@link #run} and calls give if {@link ThreadState#raised} has left the code: cheaper than a Java exception. */
  public static final Object RAISED = new Object();

  /** Why a call by {@link TypedEntry} was not made: the interpreter is to make it. */
  public static final Object NOT_READY = new Object();

  /** The same for this once: somebody wants the thread, or the recursion is deep. */
  public static final Object NOT_NOW = new Object();

  public final PyCode code;

  /** Where it starts with a fresh frame. */
  private final int start;

  /** For each instruction, whether this can start there. */
  private final boolean[] entries;

  /** Whether it can start with a frame that has only its arguments, at {@link #start}. */
  final boolean startsFresh;

  /** After so many runs by the interpreter it is given up for one that knows more, as nothing had run when it was made; 0 for never. */
  public int trial;

  /** What the tier that made it tells of it. */
  public Object report;

  /** Cleared when the code is to be compiled anew: other units may have this one for their constant. */
  boolean valid = true;

  /** For {@link TypedEntry}: a call without a frame, null if there is none; and whether it never makes one unless it ends with an unwind. */
  MethodHandle typed;
  boolean closed;

  protected CompiledCode(PyCode code, int[] entries, boolean startsFresh) {
    this.code = code;
    this.startsFresh = startsFresh;
    start = entries[0];
    int last = 0;
    for (int e : entries) {
      last = Math.max(last, e);
    }
    this.entries = new boolean[last + 1];
    for (int e : entries) {
      this.entries[e] = true;
    }
  }

  /**
   * Runs the thread's current frame, which stands before one of the {@linkplain #isEntry entries}, to its end or its next yield.
   *
   * @return what the frame returns or, if {@code frame.suspended} is set, yields; {@link #LEFT}; or {@link #RAISED}, the frame still the current one
   */
  public abstract Object run(ThreadState ts, PyFrame frame);

  /**
   * Runs the function without a frame until it needs one: frames of the thread that are new when this ends are this call's. With fewer arguments
   * than the function has parameters, the defaults of the last ones take their places.
   *
   * @return what the function returns, {@link #LEFT} or {@link #RAISED}
   */
  public Object call0(ThreadState ts, PyFunction fn) {
    Object[] d = fn.defaults;
    int n = d.length;
    return switch (missing(d, 0)) {
      case 1 -> call1(ts, fn, d[n - 1]);
      case 2 -> call2(ts, fn, d[n - 2], d[n - 1]);
      case 3 -> call3(ts, fn, d[n - 3], d[n - 2], d[n - 1]);
      case 4 -> call4(ts, fn, d[n - 4], d[n - 3], d[n - 2], d[n - 1]);
      default -> fn.call(new Object[0], null);
    };
  }

  public Object call1(ThreadState ts, PyFunction fn, Object a) {
    Object[] d = fn.defaults;
    int n = d.length;
    return switch (missing(d, 1)) {
      case 1 -> call2(ts, fn, a, d[n - 1]);
      case 2 -> call3(ts, fn, a, d[n - 2], d[n - 1]);
      case 3 -> call4(ts, fn, a, d[n - 3], d[n - 2], d[n - 1]);
      default -> fn.call(new Object[] {a}, null);
    };
  }

  public Object call2(ThreadState ts, PyFunction fn, Object a, Object b) {
    Object[] d = fn.defaults;
    int n = d.length;
    return switch (missing(d, 2)) {
      case 1 -> call3(ts, fn, a, b, d[n - 1]);
      case 2 -> call4(ts, fn, a, b, d[n - 2], d[n - 1]);
      default -> fn.call(new Object[] {a, b}, null);
    };
  }

  public Object call3(ThreadState ts, PyFunction fn, Object a, Object b, Object c) {
    Object[] d = fn.defaults;
    return missing(d, 3) == 1 ? call4(ts, fn, a, b, c, d[d.length - 1]) : fn.call(new Object[] {a, b, c}, null);
  }

  public Object call4(ThreadState ts, PyFunction fn, Object a, Object b, Object c, Object d) {
    return fn.call(new Object[] {a, b, c, d}, null);
  }

  /** How many defaults a call needs; 0 if there are not so many. */
  private int missing(Object[] defaults, int arguments) {
    int missing = code.argCount - arguments;
    return missing <= defaults.length ? missing : 0;
  }

  /** Whether a call without a frame may have so many arguments. */
  final boolean accepts(PyFunction fn, int arguments) {
    int missing = code.argCount - arguments;
    return missing == 0 || missing > 0 && missing <= fn.defaults.length;
  }

  /** The number of arguments that calls without a frame have; -1 if there are none. */
  public int directArguments() {
    return -1;
  }

  /**
   * Tells how static code calls this.
   *
   * @param call a method for {@link TypedEntry}
   * @param closed whether it makes no frame unless it ends with {@link ThreadState#unwind}
   */
  public void setTyped(MethodHandle call, boolean closed) {
    typed = call;
    this.closed = closed;
  }

  /** Whether this can go on at an instruction. */
  public final boolean isEntry(int instruction) {
    return instruction < entries.length && entries[instruction];
  }

  /** Where it starts with a fresh frame. */
  final int start() {
    return start;
  }
}
