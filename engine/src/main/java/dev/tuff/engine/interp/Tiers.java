package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.core.Instantiation;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;

/** Between the interpreter and {@link CompiledCode}: counting, going over and coming back, and what compiled code leaves to the interpreter. */
public final class Tiers {
  /** After so many failures of one guard the code is compiled anew without that speculation. */
  private static final int MAX_FAILURES = 16;

  /** Never hot. */
  private static final int COLD = Integer.MAX_VALUE;

  private Tiers() {}

  /** How many calls and backward jumps of fresh code the interpreter counts before it asks. */
  public static int heat() {
    Tier tier = dev.tuff.engine.core.Interpreter.current().tier;
    return tier == null ? COLD : tier.threshold();
  }

  /**
   * On RESUME, or a jump back to {@code next}, of hot code: runs what is compiled from there, and returns to the caller of the frame.
   *
   * @param entry the frame that the loop was entered with
   * @return what that frame returns, if it is this one; null if the loop has to go on with the thread's current frame
   */
  static Object over(ThreadState ts, PyFrame f, PyFrame entry, int next, int sp) {
    f.lasti = next - 1;
    f.sp = sp;
    CompiledCode compiled = compiled(ts, f, next);
    if (compiled == null) {
      return null;
    }
    f.rewritten = false;
    Object r = compiled.run(ts, f);
    if (r == CompiledCode.LEFT) {
      return null;
    }
    if (f == entry) {
      return r;
    }
    CallOps.returned(ts, f, r);
    return null;
  }

  private static CompiledCode compiled(ThreadState ts, PyFrame f, int entry) {
    PyCode code = f.code;
    Tier tier = ts.interpreter.tier;
    if (tier == null || code.suspendable || isWatched(ts, code)) {
      code.heat = tier == null || code.suspendable ? COLD : tier.threshold();
      return null;
    }
    for (CompiledCode c : code.compiled) {
      if (c.entry == entry) {
        code.heat = 0;
        return c;
      }
    }
    CompiledCode made = tier.compile(f, entry);
    if (made == null) {
      code.heat = COLD;
      return null;
    }
    code.heat = 0;
    CompiledCode[] more = java.util.Arrays.copyOf(code.compiled, code.compiled.length + 1);
    more[more.length - 1] = made;
    code.compiled = more;
    return made;
  }

  private static void discard(PyCode code) {
    for (CompiledCode c : code.compiled) {
      c.valid = false;
    }
    code.compiled = PyCode.NOT_COMPILED;
  }

  // ---- called by compiled code

  /** A guard has failed; the frame stands before {@code instruction}, which was compiled in this specialised form. */
  public static Object failed(ThreadState ts, PyFrame f, CompiledCode compiled, int instruction, int form) {
    if (compiled.failed(instruction) == MAX_FAILURES) {
      f.code.speculation().failed(instruction, form);
      discard(f.code);
      f.code.heat = ts.interpreter.tier.threshold();
    }
    return CompiledCode.LEFT;
  }

  /**
   * Does one instruction as the interpreter would, on the frame's own stack.
   *
   * @return whether compiled code has to end: a tool looks on, or somebody has written a local of the frame
   */
  public static boolean step(ThreadState ts, PyFrame f, int at, int sp) {
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    int next = at + 1;
    switch (instruction & 0xFF) {
      case LOAD_GLOBAL, LOAD_GLOBAL_MODULE, LOAD_GLOBAL_BUILTIN:
        NameOps.loadGlobal(f, next, sp);
        break;
      case LOAD_ATTR, LOAD_ATTR_SLOT, LOAD_ATTR_METHOD:
        AttributeOps.load(f, next, sp);
        break;
      case LOAD_ATTR_OTHER:
        AttributeOps.loadOther(ts, f, next, sp);
        break;
      case STORE_ATTR, STORE_ATTR_SLOT:
        AttributeOps.store(f, next, sp);
        break;
      case CALL:
        CallOps.call(ts, f, next, sp, instruction >>> 8);
        break;
      case CALL_KW:
        CallOps.callKeywords(ts, f, next, sp, instruction >>> 8);
        break;
      case BINARY_OP_NUMBERS:
        Quickening.numbers(f, next, sp);
        break;
      case BINARY_OP_SUBSCR_DICT:
        Quickening.subscrDict(f, next, sp);
        break;
      case BINARY_OP, BINARY_OP_ADD_INT, BINARY_OP_SUBTRACT_INT, BINARY_OP_INT, BINARY_OP_ADD_FLOAT, BINARY_OP_SUBTRACT_FLOAT,
          BINARY_OP_MULTIPLY_FLOAT, BINARY_OP_SUBSCR_LIST_INT, BINARY_OP_SUBSCR_TUPLE_INT:
        Quickening.binaryOp(f, next, sp);
        break;
      case COMPARE_OP, COMPARE_OP_INT, COMPARE_OP_STR:
        Quickening.compareOp(f, next, sp);
        break;
      case CONTAINS_OP:
        BuildOps.contains(f, instruction >>> 8, next, sp);
        break;
      case BUILD_TUPLE:
        BuildOps.tuple(f, instruction >>> 8, next, sp);
        break;
      case GET_ITER:
        Generators.getIter(f, next, sp);
        break;
      default:
        ColdOps.run(ts, f, instruction, next, sp);
    }
    if (ts.frame != f) {
      runCallee(ts, f);
    }
    return f.rewritten || isWatched(ts, f.code);
  }

  /** Whether tools look on at the code, or what they want of it is not known yet. */
  public static boolean isWatched(ThreadState ts, PyCode code) {
    return code.instrumentation != ts.interpreter.instrumentation || code.monitoring != null && code.monitoring.active != 0;
  }

  /** Whether compiled code may call a function with so many arguments by {@link #call1} and its like. */
  public static boolean isPlain(PyFunction fn, int arguments) {
    PyCode code = fn.code;
    return code.plainArguments && !code.suspendable && code.argCount == arguments && arguments <= 4;
  }

  /**
   * Calls a plain function from instruction {@code at} of a frame that is in its exact state but for the operands.
   *
   * @param unit what {@link #fromStart} gave for the function; null if nothing
   */
  public static Object call0(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, int at, int sp) {
    return call(ts, f, unit, new PyFrame(fn.code, fn), at, sp);
  }

  public static Object call1(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, int at, int sp) {
    PyFrame callee = new PyFrame(fn.code, fn);
    callee.fast[0] = a;
    return call(ts, f, unit, callee, at, sp);
  }

  public static Object call2(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, int at, int sp) {
    PyFrame callee = new PyFrame(fn.code, fn);
    callee.fast[0] = a;
    callee.fast[1] = b;
    return call(ts, f, unit, callee, at, sp);
  }

  public static Object call3(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c, int at, int sp) {
    PyFrame callee = new PyFrame(fn.code, fn);
    callee.fast[0] = a;
    callee.fast[1] = b;
    callee.fast[2] = c;
    return call(ts, f, unit, callee, at, sp);
  }

  public static Object call4(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c, Object d, int at, int sp) {
    PyFrame callee = new PyFrame(fn.code, fn);
    callee.fast[0] = a;
    callee.fast[1] = b;
    callee.fast[2] = c;
    callee.fast[3] = d;
    return call(ts, f, unit, callee, at, sp);
  }

  private static Object call(ThreadState ts, PyFrame f, CompiledCode unit, PyFrame callee, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    int depth = ts.depth;
    if (depth >= ts.interpreter.recursionLimit) {
      throw ExceptionOps.recursionLimit();
    }
    PyCode code = callee.code;
    code.instructions();
    ts.depth = depth + 1;
    callee.back = f;
    ts.frame = callee;
    try {
      return unit != null && unit.valid && !isWatched(ts, code) && !ts.interrupted
          ? run(ts, callee, unit)
          : run(ts, callee);
    } finally {
      ts.depth = depth;
      ts.frame = f;
    }
  }

  /** Calls a class, as {@link #call1} does a function. */
  public static Object construct(ThreadState ts, PyFrame f, PyType type, Object[] arguments, int at, int sp) {
    PyFunction init = type.plainInit();
    if (init == null || !isPlain(init, arguments.length + 1)) {
      f.lasti = at;
      f.sp = sp;
      return type.call(arguments, null);
    }
    PyInstance self = PyInstance.create(type);
    PyFrame callee = new PyFrame(init.code, init);
    callee.fast[0] = self;
    System.arraycopy(arguments, 0, callee.fast, 1, arguments.length);
    Instantiation.checkInit(call(ts, f, null, callee, at, sp));
    return self;
  }

  /** Calls anything that is no Python function, as {@link #call1} does one. */
  public static Object callObject(PyFrame f, PyObject callee, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return callee.call0();
  }

  public static Object callObject(PyFrame f, PyObject callee, Object a, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return callee.call1(a);
  }

  public static Object callObject(PyFrame f, PyObject callee, Object a, Object b, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return callee.call2(a, b);
  }

  public static Object callObject(PyFrame f, PyObject callee, Object a, Object b, Object c, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return callee.call3(a, b, c);
  }

  public static Object callObject(PyFrame f, PyObject callee, Object a, Object b, Object c, Object d, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return callee.call4(a, b, c, d);
  }

  /**
   * Does an instruction for compiled code that goes on behind it; the frame is in its exact state.
   *
   * @param result the place of the result on the stack; -1 if there is none
   * @return the result, or anything if there is none; null if compiled code has to end
   */
  public static Object stay(ThreadState ts, PyFrame f, int at, int sp, int result) {
    if (step(ts, f, at, sp)) {
      return null;
    }
    if (result < 0) {
      return CompiledCode.LEFT;
    }
    // an attribute to be called that is a method of this object's class: compiled code knows of no self
    boolean method = f.sp > result + 1 && f.fast[result + 1] != null;
    return method ? null : f.fast[result];
  }

  /** Runs the frame that an instruction of {@code f} has made the current one; what it returns is on the stack of {@code f} then. */
  private static void runCallee(ThreadState ts, PyFrame f) {
    PyFrame callee = ts.frame;
    int depth = ts.depth - 1;
    try {
      CallOps.returned(ts, callee, run(ts, callee));
    } catch (Throwable t) {
      ts.depth = depth;
      ts.frame = f;
      throw t;
    }
  }

  private static Object run(ThreadState ts, PyFrame callee) {
    PyCode code = callee.code;
    CompiledCode fromStart = code.heat <= 0 && callee.lasti < 0 && !isWatched(ts, code) && !ts.interrupted
        ? fromStart(code)
        : null;
    if (fromStart == null) {
      return EvalLoop.run(ts, callee, null);
    }
    return run(ts, callee, fromStart);
  }

  private static Object run(ThreadState ts, PyFrame callee, CompiledCode fromStart) {
    Object r;
    try {
      callee.lasti = 0;
      r = fromStart.run(ts, callee);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      ExceptionOps.unwind(ts, callee, e);
      r = CompiledCode.LEFT;
    }
    return r == CompiledCode.LEFT ? EvalLoop.run(ts, callee, null) : r;
  }

  /** What is compiled from behind the RESUME that the code begins with; null if nothing is, or it begins otherwise. */
  public static CompiledCode fromStart(PyCode code) {
    for (CompiledCode c : code.compiled) {
      if (c.entry == 1) {
        return c;
      }
    }
    return null;
  }

  /** FOR_ITER over anything: the next item, or null. */
  public static Object next(PyFrame f, Object iterator, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return dev.tuff.engine.core.Iteration.next(iterator);
  }
}
