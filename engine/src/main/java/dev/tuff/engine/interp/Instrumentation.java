package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyMethod;

/**
 * Tells tools of what runs: {@code sys.monitoring} (PEP 669) here, trace and profile functions in {@link Tracing}. The loop calls
 * {@link #before} for instructions that {@link CodeMonitoring} has marked; exceptions come from {@link ExceptionOps}.
 */
final class Instrumentation {
  /** The mark of an instrumented instruction. */
  static final int MARK = 1 << 31;

  private Instrumentation() {}

  /**
   * Tells tools of the instruction at {@code at}. Returns the instruction to run: the one there without its mark, or NOP if it has been
   * run already or a tool made the frame go on elsewhere. The frame says where and with what height of the stack.
   */
  static int before(ThreadState ts, PyFrame f, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    PyCode code = f.code;
    if (code.instrumentation != ts.interpreter.instrumentation) {
      Monitoring.of(ts.interpreter).update(code);
      if (code.instructions[at] >= 0) {
        return code.instructions[at];
      }
    }
    int instruction = code.instructions[at] & ~MARK;
    if (ts.tracing) {
      return instruction;
    }
    CodeMonitoring m = code.monitoring;
    int op = Opcode.parent(Opcode.opcode(instruction));
    if (op == RESUME) {
      started(ts, f, at, Opcode.arg(instruction) % 4 == 0);
    }
    if (m.startsLine(at) && (m.active & 1 << Events.LINE) != 0) {
      line(ts, f, at, m.line(at));
      if (jumped(f)) {
        return NOP;
      }
    }
    if ((m.active & 1 << Events.INSTRUCTION) != 0 && op != RESUME) {
      fire(ts, f, Events.INSTRUCTION, at, Py.box(offset(code, at)));
      Tracing.opcode(ts, f);
    }
    Object[] s = f.fast;
    switch (op) {
      case RETURN_VALUE -> returned(ts, f, at, Events.PY_RETURN, s[sp - 1]);
      case YIELD_VALUE -> returned(ts, f, at, Events.PY_YIELD, s[sp - 1]);
      case CALL -> {
        return call(ts, f, at, sp, Opcode.arg(instruction), instruction);
      }
      case CALL_KW, CALL_FUNCTION_EX -> {
        return callOther(ts, f, at, sp, instruction, op);
      }
      case JUMP_FORWARD, JUMP_BACKWARD -> jumped(ts, f, at, Events.JUMP, Opcode.arg(instruction));
      case POP_JUMP_IF_FALSE -> branch(ts, f, at, s[sp - 1] == Boolean.FALSE, Opcode.arg(instruction));
      case POP_JUMP_IF_TRUE -> branch(ts, f, at, s[sp - 1] == Boolean.TRUE, Opcode.arg(instruction));
      case POP_JUMP_IF_NONE -> branch(ts, f, at, s[sp - 1] == Py.None, Opcode.arg(instruction));
      case POP_JUMP_IF_NOT_NONE -> branch(ts, f, at, s[sp - 1] != Py.None, Opcode.arg(instruction));
      case LOAD_SUPER_ATTR -> {
        return superAttribute(ts, f, at, sp, Opcode.arg(instruction));
      }
      case SEND -> {
        return send(ts, f, at, sp, Opcode.arg(instruction));
      }
      case NOT_TAKEN -> {
        // the way into the body of an async for
        if (Opcode.opcode(code.instructions[at - 1] & ~MARK) == END_SEND) {
          jumped(ts, f, at - 1, Events.BRANCH_LEFT, at + 1);
        }
      }
      case END_ASYNC_FOR -> {
        if (s[sp - 1] instanceof PyBaseException e && e.type().isSubtype(Exceptions.StopAsyncIteration)) {
          jumped(ts, f, Opcode.arg(instruction), Events.BRANCH_RIGHT, at + 1);
        }
      }
      case FOR_ITER -> {
        Object it = s[sp - 1];
        Object v = next(ts, f, it);
        f.lasti = at;
        if (v != null) {
          s[sp] = v;
          f.sp = sp + 1;
          jumped(ts, f, at, Events.BRANCH_LEFT, at + 1);
        } else {
          jumped(ts, f, at, Events.BRANCH_RIGHT, Opcode.arg(instruction) + 2);
          f.lasti = Opcode.arg(instruction);
        }
        return NOP;
      }
      default -> {}
    }
    return jumped(f) ? NOP : instruction;
  }

  /** RESUME when instrumentation has changed since the code was marked, or another thread wants something of this one. */
  static void resume(ThreadState ts, PyFrame f, int next, int sp) {
    int at = next - 1;
    f.lasti = at;
    f.sp = sp;
    if (f.code.instrumentation != ts.interpreter.instrumentation) {
      Monitoring.of(ts.interpreter).update(f.code);
      // once more, marked or not
      f.lasti = at - 1;
    } else {
      Interrupts.handle(ts);
    }
  }

  /** Whether a trace function has set the frame's line: the frame then stands before the instruction to go on with. */
  private static boolean jumped(PyFrame f) {
    PyFrame.Extras x = f.extrasOrNull();
    if (x == null || x.jump < 0) {
      return false;
    }
    f.lasti = x.jump - 1;
    x.tracedLine = 0;
    x.jump = -1;
    return true;
  }

  /** The next item; tools hear of the StopIteration of an iterator that is written in Python. */
  private static Object next(ThreadState ts, PyFrame f, Object it) {
    if (it instanceof PyIterator && !Py.typeOf(it).isHeap()) {
      Object v = Iteration.next(it);
      if (v == null && it instanceof Suspendable g && g.result != Py.None && g.result != null) {
        exception(ts, f, Events.RAISE, Suspendable.stopIteration(g.result).value);
      }
      return v;
    }
    try {
      return Call.method(Py.typeOf(it).slot(Special.NEXT), it);
    } catch (PyException e) {
      if (!e.is(Exceptions.StopIteration)) {
        throw e;
      }
      exception(ts, f, Events.RAISE, e.value);
      return null;
    }
  }

  private static int send(ThreadState ts, PyFrame f, int at, int sp, int end) {
    Object[] s = f.fast;
    Object receiver = s[sp - 2];
    Object r = Generators.send(ts, receiver, s[sp - 1]);
    f.lasti = at;
    f.sp = sp;
    if (r != null) {
      s[sp - 1] = r;
      return NOP;
    }
    Object value = Generators.sent(ts);
    s[sp - 1] = value;
    if (receiver instanceof Suspendable && !(receiver instanceof PyAsyncGenerator)) {
      f.lasti = end;
      exception(ts, f, Events.STOP_ITERATION, Suspendable.stopIteration(value).value);
    } else if (!(receiver instanceof PyIterator) || value != Py.None) {
      exception(ts, f, Events.RAISE, Suspendable.stopIteration(value).value);
    }
    f.lasti = end - 1;
    return NOP;
  }

  static int offset(PyCode code, int at) {
    return code.layout().offset(at);
  }

  private static void started(ThreadState ts, PyFrame f, int at, boolean first) {
    fire(ts, f, first ? Events.PY_START : Events.PY_RESUME, at, Py.box(offset(f.code, at)));
    Tracing.called(ts, f);
  }

  private static void returned(ThreadState ts, PyFrame f, int at, int event, Object value) {
    fire(ts, f, event, at, Py.box(offset(f.code, at)), value);
    Tracing.returned(ts, f, value);
  }

  private static void line(ThreadState ts, PyFrame f, int at, int line) {
    PyFrame.Extras x = f.extras();
    if (x.tracedLine == line) {
      return;
    }
    x.tracedLine = line;
    fire(ts, f, Events.LINE, at, Py.box(line));
    Tracing.line(ts, f);
  }

  private static void branch(ThreadState ts, PyFrame f, int at, boolean taken, int target) {
    // NOT_TAKEN follows
    jumped(ts, f, at, taken ? Events.BRANCH_RIGHT : Events.BRANCH_LEFT, taken ? target : at + 2);
  }

  private static void jumped(ThreadState ts, PyFrame f, int at, int event, int to) {
    Integer from = offset(f.code, at);
    Integer target = offset(f.code, to);
    fire(ts, f, event, at, Py.box(from), Py.box(target));
    CodeMonitoring m = f.code.monitoring;
    if (to <= at && m.line(to) == m.line(at) && m.line(to) > 0) {
      // a loop on one line: each round is a line event for trace functions
      Tracing.line(ts, f);
    }
  }

  // ---- calls

  private static int call(ThreadState ts, PyFrame f, int at, int sp, int n, int instruction) {
    Object[] s = f.fast;
    int place = sp - n - 2;
    Object callable = s[place];
    Object first = s[place + 1] != null ? s[place + 1] : n > 0 ? s[place + 2] : Monitoring.of(ts.interpreter).missing;
    if (callable instanceof PyMethod m && s[place + 1] == null) {
      callable = m.function;
      first = m.self;
    }
    told(ts, f, at, callable, first);
    if (Monitoring.isPython(callable)) {
      return instruction;
    }
    try {
      Tracing.nativeCall(ts, f, "c_call", callable);
      s[place] = CallOps.call(s[place], s, place, n);
    } catch (PyException e) {
      throw failed(ts, f, at, callable, first, e);
    }
    return finished(ts, f, at, callable, first, place + 1);
  }

  private static int callOther(ThreadState ts, PyFrame f, int at, int sp, int instruction, int op) {
    Object[] s = f.fast;
    int n = Opcode.arg(instruction);
    int place = op == CALL_KW ? sp - n - 3 : sp - 4;
    Object callable = s[place];
    Object missing = Monitoring.of(ts.interpreter).missing;
    Object first = op == CALL_KW
        ? s[place + 1] != null ? s[place + 1] : n > 0 ? s[place + 2] : missing
        : s[place + 2] instanceof PyTuple t && t.size() > 0 ? t.get(0) : missing;
    if (op == CALL_KW && callable instanceof PyMethod m && s[place + 1] == null) {
      callable = m.function;
      first = m.self;
    }
    told(ts, f, at, callable, first);
    if (Monitoring.isPython(callable) || callable instanceof PyType) {
      return instruction;
    }
    try {
      Tracing.nativeCall(ts, f, "c_call", callable);
      if (op == CALL_KW) {
        CallOps.pushKeywords(ts, f, s, sp, n);
      } else {
        CallOps.callEx(s, sp);
      }
    } catch (PyException e) {
      throw failed(ts, f, at, callable, first, e);
    }
    return finished(ts, f, at, callable, first, place + 1);
  }

  /** LOAD_SUPER_ATTR is a call of super and the lookup of an attribute. */
  private static int superAttribute(ThreadState ts, PyFrame f, int at, int sp, int arg) {
    Object[] s = f.fast;
    Object callable = s[sp - 3];
    boolean explicit = (arg & 2) != 0;
    Object first = explicit ? s[sp - 2] : Monitoring.of(ts.interpreter).missing;
    boolean python = Monitoring.isPython(callable);
    told(ts, f, at, callable, first);
    Object made;
    try {
      made = explicit ? Call.call(callable, s[sp - 2], s[sp - 1]) : Call.call(callable);
    } catch (PyException e) {
      throw python ? e : failed(ts, f, at, callable, first, e);
    }
    if (!python) {
      finished(ts, f, at, callable, first, sp);
    }
    s[sp - 3] = Attributes.get(made, f.code.names[arg >> 2]);
    s[sp - 2] = null;
    s[sp - 1] = null;
    f.lasti = at;
    f.sp = (arg & 1) != 0 ? sp - 1 : sp - 2;
    return NOP;
  }

  private static void told(ThreadState ts, PyFrame f, int at, Object callable, Object first) {
    fire(ts, f, Events.CALL, at, Py.box(offset(f.code, at)), callable, first);
  }

  private static int finished(ThreadState ts, PyFrame f, int at, Object callable, Object first, int sp) {
    f.lasti = at;
    f.sp = sp;
    fire(ts, f, Events.C_RETURN, at, Py.box(offset(f.code, at)), callable, first);
    Tracing.nativeCall(ts, f, "c_return", callable);
    return NOP;
  }

  private static PyException failed(ThreadState ts, PyFrame f, int at, Object callable, Object first, PyException e) {
    f.lasti = at;
    fire(ts, f, Events.C_RAISE, at, Py.box(offset(f.code, at)), callable, first);
    Tracing.nativeCall(ts, f, "c_exception", callable);
    return e;
  }

  // ---- exceptions: called by ExceptionOps and Suspendable while something listens

  /** Whether anything listens at all. */
  static boolean listens(ThreadState ts) {
    return ts.interpreter.monitoring != null && !ts.tracing;
  }

  /** An exception event; {@code event} is RAISE, RERAISE, EXCEPTION_HANDLED, PY_UNWIND, PY_THROW or STOP_ITERATION. */
  static void exception(ThreadState ts, PyFrame f, int event, PyBaseException e) {
    int at = Math.max(0, f.lasti);
    fire(ts, f, event, at, Py.box(offset(f.code, at)), e);
    switch (event) {
      case Events.RAISE, Events.STOP_ITERATION -> Tracing.raised(ts, f, e);
      case Events.PY_UNWIND -> Tracing.returned(ts, f, Py.None);
      case Events.PY_THROW -> Tracing.called(ts, f);
      default -> {}
    }
  }

  /** Calls the callbacks of an event with the code object and {@code args}. */
  private static void fire(ThreadState ts, PyFrame f, int event, int at, Object... args) {
    Interpreter interpreter = ts.interpreter;
    Monitoring m = interpreter.monitoring;
    PyCode code = f.code;
    if (m == null) {
      return;
    }
    for (int tool = 0; tool < Monitoring.TOOLS; tool++) {
      Object callback = m.callbacks[tool][event];
      if (callback == null || !m.wants(tool, event == Events.C_RETURN || event == Events.C_RAISE ? Events.CALL : event, code)) {
        continue;
      }
      CodeMonitoring c = code.monitoring;
      if (event <= Events.LAST_LOCAL && c != null && c.isDisabled(tool, event, at, interpreter.monitoringEpoch)) {
        continue;
      }
      ts.traceEvent = Events.NAMES[event];
      ts.tracedFrame = f;
      Object r = callback(ts, callback, Call.prepend(code, args));
      if (r == m.disable) {
        if (event > Events.LAST_LOCAL) {
          m.setGlobal(tool, m.global[tool] & ~(1 << event));
          throw Errors.valueError("Cannot disable " + Events.NAMES[event] + " events. Callback removed.");
        }
        if (c != null) {
          c.disable(tool, event, at);
          if (m.callbacks[tool][Events.BRANCH] == callback) {
            // who listens to the deprecated event hears of neither way again
            c.disable(tool, Events.BRANCH_LEFT, at);
            c.disable(tool, Events.BRANCH_RIGHT, at);
          }
        }
      }
    }
  }

  static Object callback(ThreadState ts, Object callback, Object[] args) {
    ts.tracing = true;
    try {
      return Call.call(callback, args, null);
    } finally {
      ts.tracing = false;
      ts.traceEvent = null;
      ts.tracedFrame = null;
    }
  }
}
