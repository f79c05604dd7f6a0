package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Instantiation;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethod;

/** Between the interpreter and {@link CompiledCode}: counting, going over and coming back, and what compiled code leaves to the interpreter. */
public final class Tiers {
  /** Never hot. */
  private static final int COLD = Integer.MAX_VALUE;

  private Tiers() {}

  /** The same for code that gets ready to run. */
  public static int heat(PyCode code) {
    Tier tier = dev.tuff.engine.core.Interpreter.current().tier;
    return tier == null ? COLD : tier.threshold(code);
  }

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
    if (r == CompiledCode.RAISED) {
      PyException e = taken(ts);
      e.asked = f;
      throw e;
    }
    if (f == entry) {
      return r;
    }
    if (f.suspended) {
      Generators.yielded(ts, f, r);
    } else {
      CallOps.returned(ts, f, r);
    }
    return null;
  }

  private static CompiledCode compiled(ThreadState ts, PyFrame f, int entry) {
    PyCode code = f.code;
    Tier tier = ts.interpreter.tier;
    if (tier == null || isWatched(ts, code)) {
      code.heat = tier == null ? COLD : tier.threshold();
      return null;
    }
    CompiledCode unit = unit(code, entry);
    if (unit != null && unit.trial > 0 && --unit.trial == 0) {
      discard(ts, unit, unit.code, entry, "TRIAL");
      unit = null;
    }
    Speculation speculation = code.speculation();
    boolean loops = code.compiled.length > 0;
    boolean start = loops && isStart(code, entry);
    if (unit == null && start && !speculation.wantsStart(entry, tier.threshold(code))) {
      // its loops go on as they are
      code.heat = 0;
      return null;
    }
    if (unit == null && speculation.wants(entry, loops && !start)) {
      tier.compile(f, entry);
      unit = unit(code, entry);
    } else if (unit == null && !speculation.isRefused(entry)) {
      code.heat = tier.threshold();
      return null;
    }
    if (unit != null || speculation.isRefused(entry)) {
      code.heat = 0;
    }
    return unit;
  }

  /** Whether a function's code begins there. */
  private static boolean isStart(PyCode code, int entry) {
    return !code.suspendable && (code.code.instructions()[entry - 1] & 0xFF) == RESUME;
  }

  /** Whether there is compiled code from an instruction on. */
  public static boolean isCompiled(PyCode code, int entry) {
    return unit(code, entry) != null;
  }

  private static CompiledCode unit(PyCode code, int entry) {
    for (CompiledCode c : code.compiled) {
      if (c.isEntry(entry)) {
        return c;
      }
    }
    return null;
  }

  /**
   * Code has been compiled; may be called from any thread.
   *
   * @param start the instruction that a unit was wanted for
   * @param made null if there can be none: that shall not be asked for again
   */
  public static void attach(PyCode code, int start, CompiledCode made) {
    synchronized (code) {
      if (made == null) {
        // another loop may have one
        code.speculation().refuse(start);
        code.heat = heat();
        return;
      }
      java.util.List<CompiledCode> all = new java.util.ArrayList<>();
      for (CompiledCode c : code.compiled) {
        if (code.suspendable || c.start() == made.start()) {
          // the new one begins there too, and knows more
          c.valid = false;
        } else {
          all.add(c);
        }
      }
      all.add(made);
      code.compiled = all.toArray(CompiledCode[]::new);
      if (made.directArguments() >= 0) {
        code.direct = made;
      }
      if (made.typed != null) {
        code.typedEntryOrNull().link(made.typed, made.closed);
      }
      code.heat = 0;
    }
  }

  /**
   * Gives up a unit, to be compiled anew.
   *
   * @param why names an operation at the instruction, or what else it was
   */
  private static void discard(ThreadState ts, CompiledCode unit, PyCode where, int instruction, String why) {
    PyCode code = unit.code;
    Tier tier = ts.interpreter.tier;
    synchronized (code) {
      if (!unit.valid) {
        // it runs on in some frame, but what is compiled now is another one
        return;
      }
      java.util.List<CompiledCode> kept = new java.util.ArrayList<>();
      for (CompiledCode c : code.compiled) {
        if (c != unit) {
          kept.add(c);
        }
      }
      unit.valid = false;
      code.compiled = kept.isEmpty() ? PyCode.NOT_COMPILED : kept.toArray(CompiledCode[]::new);
      if (!kept.contains(code.direct)) {
        code.direct = null;
      }
      unlink(code);
      code.heat = tier.threshold();
    }
    tier.gaveUp(code, where, instruction, why);
  }

  /** Static code does not call any more what the code has no longer. */
  private static void unlink(PyCode code) {
    TypedEntry entry = code.typedEntryOrNull();
    if (entry != null) {
      for (CompiledCode c : code.compiled) {
        if (c.typed != null) {
          entry.link(c.typed, c.closed);
          return;
        }
      }
      entry.reset();
    }
  }

  /**
   * Takes what is compiled of the code from it; may be called from any thread.
   *
   * @param heat after how many calls and backward jumps the tier is asked for it again
   * @return what was taken
   */
  public static CompiledCode[] drop(PyCode code, int heat) {
    synchronized (code) {
      CompiledCode[] dropped = code.compiled;
      for (CompiledCode c : dropped) {
        c.valid = false;
      }
      code.compiled = PyCode.NOT_COMPILED;
      code.direct = null;
      unlink(code);
      code.heat = heat;
      return dropped;
    }
  }

  /** Gives back what {@link #drop} took, unless there is something newer. */
  public static void restore(PyCode code, CompiledCode[] dropped) {
    synchronized (code) {
      if (code.compiled.length == 0) {
        for (CompiledCode c : dropped) {
          c.valid = true;
          attach(code, -1, c);
        }
      }
    }
  }

  private static PyException taken(ThreadState ts) {
    PyException e = ts.raised;
    ts.raised = null;
    return e;
  }

  static Object orThrow(ThreadState ts, Object r) {
    if (r == CompiledCode.RAISED) {
      throw taken(ts);
    }
    return r;
  }

  /** An exception comes out of a unit: if the interpreter often has to run its handler, the code is compiled anew with that. */
  private static void missed(ThreadState ts, PyFrame f, CompiledCode compiled) {
    int handler = f.code.handler(f.lasti);
    Speculation speculation = f.code.speculation();
    // a loop that is a unit alone has no handler outside of it, however often it is compiled
    if (handler >= 0 && f.code == compiled.code && !compiled.isEntry(handler) && !speculation.isHopeless(handler) && speculation.fails(handler)) {
      speculation.givenUp(handler, Speculation.HANDLER);
      discard(ts, compiled, compiled.code, handler, "HANDLER");
    }
  }

  // ---- called by compiled code

  /** One of the guards has failed that leave alike; the frame, perhaps of an inlined call, stands where the interpreter goes on. */
  public static Object failed(ThreadState ts, PyFrame f, CompiledCode compiled, Guard[] guards, int which) {
    return failed(ts, f, compiled, guards[which]);
  }

  /** A guard has failed. */
  public static Object failed(ThreadState ts, PyFrame f, CompiledCode compiled, Guard guard) {
    int instruction = guard.instruction();
    left(ts, f, compiled, guard.code(), instruction, guard.operation());
    Speculation speculation = guard.code().speculation();
    if (guard.strays()) {
      if (speculation.strays(instruction)) {
        discard(ts, compiled, guard.code(), instruction, "STAY");
      }
    } else if (speculation.fails(instruction)) {
      speculation.givenUp(instruction, guard.form());
      discard(ts, compiled, guard.code(), instruction, guard.operation());
    }
    return CompiledCode.LEFT;
  }

  /** Compiled code ends before an instruction of its frame for another reason than a wrong speculation. */
  public static Object left(ThreadState ts, PyFrame f, CompiledCode compiled, int instruction, String why) {
    return left(ts, f, compiled, f.code, instruction, why);
  }

  private static Object left(ThreadState ts, PyFrame f, CompiledCode compiled, PyCode code, int instruction, String why) {
    Tier tier = ts.interpreter.tier;
    if (tier != null) {
      tier.left(f, compiled, code, instruction, why);
    }
    return CompiledCode.LEFT;
  }

  /**
   * Does one instruction as the interpreter would, on the frame's own stack.
   *
   * @return whether compiled code has to end: a tool looks on, or somebody has written a local of the frame, or the thread's exception has been raised
   */
  public static boolean step(ThreadState ts, PyFrame f, int at, int sp) {
    ts.raised = PlainErrors.of(f, at, sp);
    if (ts.raised != null) {
      f.lasti = at;
      f.sp = sp;
      return true;
    }
    try {
      interpret(ts, f, at, sp);
    } catch (PyException e) {
      ts.raised = e;
      return true;
    }
    return hasToEnd(ts, f);
  }

  private static void interpret(ThreadState ts, PyFrame f, int at, int sp) {
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
      case LOAD_FAST_CHECK, LOAD_DEREF:
        loadBound(f, instruction, at, sp);
        break;
      default:
        ColdOps.run(ts, f, instruction, next, sp);
    }
    if (ts.frame != f) {
      runCallee(ts, f);
    }
  }

  private static void loadBound(PyFrame f, int instruction, int at, int sp) {
    f.lasti = at;
    boolean local = (instruction & 0xFF) == LOAD_FAST_CHECK;
    Object v = f.fast[instruction >>> 8];
    v = local ? v : ((PyCell) v).value;
    if (v == null) {
      throw local ? NameOps.unboundLocal(f, instruction >>> 8) : NameOps.unboundDeref(f, instruction >>> 8);
    }
    f.fast[sp] = v;
    f.sp = sp + 1;
  }

  /** The same for an instruction that had not run yet when the unit was compiled: its cache may know something soon. */
  public static boolean firstSteps(ThreadState ts, PyFrame f, CompiledCode compiled, int at, int sp) {
    noteStay(ts, f, compiled, at);
    return step(ts, f, at, sp);
  }

  /** Whether tools look on at the code, or what they want of it is not known yet. */
  public static boolean isWatched(ThreadState ts, PyCode code) {
    return code.instrumentation != ts.interpreter.instrumentation || isMonitored(code);
  }

  /** Whether some tool wanted to know of the code when it was looked at last. */
  public static boolean isMonitored(PyCode code) {
    return code.monitoring != null && code.monitoring.active != 0;
  }

  /** Whether compiled code may call a function with so many arguments by {@link #call1} and its like. */
  public static boolean isPlain(PyFunction fn, int arguments) {
    return fn.code.argCount == arguments && isPlain(fn.code);
  }

  /** Whether calls of a function of the code need not bind arguments, and there are not too many for {@link #call4}. */
  public static boolean isPlain(PyCode code) {
    return code.plainArguments && !code.suspendable && code.argCount <= 4;
  }

  /** The frame of a function that is being called, as the current one; compiled code makes it when somebody may look at it. */
  public static PyFrame enter(ThreadState ts, PyFunction fn) {
    PyFrame f = new PyFrame(fn.code, fn);
    f.back = ts.frame;
    ts.frame = f;
    ts.depth++;
    return f;
  }

  /**
   * The frame of an inlined call.
   *
   * @param caller the frame with the call; at instruction {@code at}, whose result goes to place {@code sp}
   */
  public static PyFrame enterInlined(ThreadState ts, PyFrame caller, PyFunction fn, int at, int sp) {
    caller.lasti = at;
    caller.sp = sp;
    return enter(ts, fn);
  }

  /** The same for a new object's {@code __init__}. */
  public static PyFrame enterInit(ThreadState ts, PyFrame caller, PyFunction fn, Object self, int at, int sp) {
    PyFrame f = enterInlined(ts, caller, fn, at, sp);
    caller.fast[sp] = self;
    f.ending = PyFrame.CONSTRUCTS;
    return f;
  }

  /** The same for what has taken the place of a static function. */
  public static PyFrame enterChecked(ThreadState ts, PyFrame caller, PyFunction fn, StaticCallee.ResultCheck check, int at, int sp) {
    PyFrame f = enterInlined(ts, caller, fn, at, sp);
    caller.fast[sp] = check;
    f.ending = PyFrame.CHECKED;
    return f;
  }

  /** The same for the left operand's method of the operator at {@code at}. */
  public static PyFrame enterOperator(ThreadState ts, PyFrame caller, PyFunction fn, Object left, Object right, int at, int sp) {
    return enterChecked(ts, caller, fn, new OperatorResult(caller.code.instructions[at], left, right), at, sp);
  }

  /** An inlined call for which a frame was made has ended. */
  public static void exit(ThreadState ts, PyFrame f) {
    ts.frame = f.back;
    ts.depth--;
  }

  /**
   * Calls a plain function from instruction {@code at} of a frame that is in its exact state but for the operands.
   *
   * @param unit what {@link #direct} gave for the function; null if nothing
   */
  public static Object call0(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return polled(ts, f, call0(ts, f, unit, fn), sp);
  }

  public static Object call1(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return polled(ts, f, call1(ts, f, unit, fn, a), sp);
  }

  public static Object call2(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return polled(ts, f, call2(ts, f, unit, fn, a, b), sp);
  }

  public static Object call3(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return polled(ts, f, call3(ts, f, unit, fn, a, b, c), sp);
  }

  public static Object call4(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c, Object d, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    return polled(ts, f, call4(ts, f, unit, fn, a, b, c, d), sp);
  }

  /** Calls a plain function from Java code, with as many arguments as it has. */
  public static Object call0(ThreadState ts, PyFunction fn) {
    return orThrow(ts, call0(ts, ts.frame, fn.code.direct, fn));
  }

  public static Object call1(ThreadState ts, PyFunction fn, Object a) {
    return orThrow(ts, call1(ts, ts.frame, fn.code.direct, fn, a));
  }

  public static Object call2(ThreadState ts, PyFunction fn, Object a, Object b) {
    return orThrow(ts, call2(ts, ts.frame, fn.code.direct, fn, a, b));
  }

  public static Object call3(ThreadState ts, PyFunction fn, Object a, Object b, Object c) {
    return orThrow(ts, call3(ts, ts.frame, fn.code.direct, fn, a, b, c));
  }

  public static Object call4(ThreadState ts, PyFunction fn, Object a, Object b, Object c, Object d) {
    return orThrow(ts, call4(ts, ts.frame, fn.code.direct, fn, a, b, c, d));
  }

  private static Object call0(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn) {
    if (unit != null && fn.code == unit.code && isReady(ts, unit)) {
      return direct0(ts, f, unit, fn);
    }
    return withFrame(ts, f, fn, null, null, null, null);
  }

  private static Object call1(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a) {
    if (unit != null && fn.code == unit.code && isReady(ts, unit)) {
      return direct1(ts, f, unit, fn, a);
    }
    return withFrame(ts, f, fn, a, null, null, null);
  }

  private static Object call2(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b) {
    if (unit != null && fn.code == unit.code && isReady(ts, unit)) {
      return direct2(ts, f, unit, fn, a, b);
    }
    return withFrame(ts, f, fn, a, b, null, null);
  }

  private static Object call3(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c) {
    if (unit != null && fn.code == unit.code && isReady(ts, unit)) {
      return direct3(ts, f, unit, fn, a, b, c);
    }
    return withFrame(ts, f, fn, a, b, c, null);
  }

  private static Object call4(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c, Object d) {
    if (unit != null && fn.code == unit.code && isReady(ts, unit)) {
      return direct4(ts, f, unit, fn, a, b, c, d);
    }
    return withFrame(ts, f, fn, a, b, c, d);
  }

  /** Calls a function whose arguments are in its frame already. */
  static Object call(ThreadState ts, PyFrame f, PyFrame callee) {
    int depth = begin(ts);
    callee.back = f;
    ts.frame = callee;
    ts.depth = depth + 1;
    return runCallee(ts, f, depth, callee);
  }

  /** The same from Java code. */
  static Object call(ThreadState ts, PyFrame callee) {
    return orThrow(ts, call(ts, ts.frame, callee));
  }

  /** Calls a unit without a frame. */
  private static Object direct0(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn) {
    int depth = ts.depth;
    Object r;
    try {
      r = unit.call0(ts, fn);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return thrown(ts, f, depth, e);
    }
    return ended(ts, f, depth, r);
  }

  private static Object direct1(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a) {
    int depth = ts.depth;
    Object r;
    try {
      r = unit.call1(ts, fn, a);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return thrown(ts, f, depth, e);
    }
    return ended(ts, f, depth, r);
  }

  private static Object direct2(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b) {
    int depth = ts.depth;
    Object r;
    try {
      r = unit.call2(ts, fn, a, b);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return thrown(ts, f, depth, e);
    }
    return ended(ts, f, depth, r);
  }

  private static Object direct3(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c) {
    int depth = ts.depth;
    Object r;
    try {
      r = unit.call3(ts, fn, a, b, c);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return thrown(ts, f, depth, e);
    }
    return ended(ts, f, depth, r);
  }

  private static Object direct4(ThreadState ts, PyFrame f, CompiledCode unit, PyFunction fn, Object a, Object b, Object c, Object d) {
    int depth = ts.depth;
    Object r;
    try {
      r = unit.call4(ts, fn, a, b, c, d);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return thrown(ts, f, depth, e);
    }
    return ended(ts, f, depth, r);
  }

  /** Calls a function that has no unit, or cannot use it: too rare and too much to become part of every unit that calls. */
  private static Object withFrame(ThreadState ts, PyFrame f, PyFunction fn, Object a, Object b, Object c, Object d) {
    int depth = begin(ts);
    PyFrame callee = enter(ts, fn);
    Object[] locals = callee.fast;
    switch (fn.code.argCount) {
      case 4:
        locals[3] = d;
      // fall through
      case 3:
        locals[2] = c;
      // fall through
      case 2:
        locals[1] = b;
      // fall through
      case 1:
        locals[0] = a;
      // fall through
      default:
    }
    return runCallee(ts, f, depth, callee);
  }

  /** How deep the caller is. */
  private static int begin(ThreadState ts) {
    int depth = ts.depth;
    if (depth >= ts.interpreter.recursionLimit) {
      throw ExceptionOps.recursionLimit();
    }
    return depth;
  }

  private static boolean isReady(ThreadState ts, CompiledCode unit) {
    return unit.valid && ts.depth < ts.interpreter.recursionLimit && !isWatched(ts, unit.code);
  }

  /** A call without a frame has ended, perhaps with one. */
  private static Object ended(ThreadState ts, PyFrame f, int depth, Object r) {
    if (ts.frame != f) {
      if (r == CompiledCode.LEFT) {
        return left(ts, f, depth);
      }
      ts.depth = depth;
      ts.frame = f;
    }
    return r;
  }

  /** A call has left its unit. */
  private static Object left(ThreadState ts, PyFrame f, int depth) {
    try {
      return EvalLoop.run(ts, outermost(ts, f), null);
    } finally {
      ts.depth = depth;
      ts.frame = f;
    }
  }

  /** Something was thrown while a call made its frame. */
  private static Object thrown(ThreadState ts, PyFrame f, int depth, Throwable thrown) {
    if (ts.frame == f) {
      throw Tiers.<RuntimeException>unchecked(thrown);
    }
    try {
      PyFrame callee = outermost(ts, f);
      PyException e = ExceptionOps.unwound(ts, callee, thrown);
      if (e == null) {
        return EvalLoop.run(ts, callee, null);
      }
      ts.raised = e;
      return CompiledCode.RAISED;
    } finally {
      ts.depth = depth;
      ts.frame = f;
    }
  }

  /** The frame of the call that {@code f} has under way. */
  private static PyFrame outermost(ThreadState ts, PyFrame f) {
    PyFrame callee = ts.frame;
    while (callee.back != f) {
      callee = callee.back;
    }
    return callee;
  }

  private static Object runCallee(ThreadState ts, PyFrame f, int depth, PyFrame callee) {
    callee.code.instructions();
    try {
      return run(ts, callee);
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
      return polled(ts, f, type.call(arguments, null), sp);
    }
    PyInstance self = PyInstance.create(type);
    f.lasti = at;
    f.sp = sp;
    int depth = begin(ts);
    PyFrame callee = enter(ts, init);
    callee.fast[0] = self;
    System.arraycopy(arguments, 0, callee.fast, 1, arguments.length);
    Object r = runCallee(ts, f, depth, callee);
    if (r == CompiledCode.RAISED) {
      return r;
    }
    Instantiation.checkInit(r);
    return polled(ts, f, self, sp);
  }

  /** Calls anything, as {@link #call1} does a Python function. */
  public static Object callAny(ThreadState ts, PyFrame f, Object callee, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (callee instanceof PyFunction fn) {
      CompiledCode unit = fn.code.direct;
      if (unit != null && unit.accepts(fn, 0) && isReady(ts, unit)) {
        return polled(ts, f, direct0(ts, f, unit, fn), sp);
      }
    }
    return callOther(ts, f, callee, sp);
  }

  public static Object callAny(ThreadState ts, PyFrame f, Object callee, Object a, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (callee instanceof PyFunction fn) {
      CompiledCode unit = fn.code.direct;
      if (unit != null && unit.accepts(fn, 1) && isReady(ts, unit)) {
        return polled(ts, f, direct1(ts, f, unit, fn, a), sp);
      }
    }
    return callOther(ts, f, callee, a, sp);
  }

  public static Object callAny(ThreadState ts, PyFrame f, Object callee, Object a, Object b, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (callee instanceof PyFunction fn) {
      CompiledCode unit = fn.code.direct;
      if (unit != null && unit.accepts(fn, 2) && isReady(ts, unit)) {
        return polled(ts, f, direct2(ts, f, unit, fn, a, b), sp);
      }
    }
    return callOther(ts, f, callee, a, b, sp);
  }

  public static Object callAny(ThreadState ts, PyFrame f, Object callee, Object a, Object b, Object c, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (callee instanceof PyFunction fn) {
      CompiledCode unit = fn.code.direct;
      if (unit != null && unit.accepts(fn, 3) && isReady(ts, unit)) {
        return polled(ts, f, direct3(ts, f, unit, fn, a, b, c), sp);
      }
    }
    return callOther(ts, f, callee, a, b, c, sp);
  }

  public static Object callAny(ThreadState ts, PyFrame f, Object callee, Object a, Object b, Object c, Object d, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (callee instanceof PyFunction fn) {
      CompiledCode unit = fn.code.direct;
      if (unit != null && unit.accepts(fn, 4) && isReady(ts, unit)) {
        return polled(ts, f, direct4(ts, f, unit, fn, a, b, c, d), sp);
      }
    }
    return callOther(ts, f, callee, a, b, c, d, sp);
  }

  /** Calls what is no function with a unit that is ready. */
  public static Object callOther(ThreadState ts, PyFrame f, Object callee, int sp) {
    if (callee instanceof PyFunction fn && isPlain(fn, 0)) {
      return polled(ts, f, withFrame(ts, f, fn, null, null, null, null), sp);
    }
    if (callee instanceof PyMethod m) {
      return callAny(ts, f, m.function, m.self, f.lasti, sp);
    }
    return called(ts, f, callee, Call.object(callee).call0(), sp);
  }

  public static Object callOther(ThreadState ts, PyFrame f, Object callee, Object a, int sp) {
    if (callee instanceof PyFunction fn && isPlain(fn, 1)) {
      return polled(ts, f, withFrame(ts, f, fn, a, null, null, null), sp);
    }
    if (callee instanceof PyMethod m) {
      return callAny(ts, f, m.function, m.self, a, f.lasti, sp);
    }
    return called(ts, f, callee, Call.object(callee).call1(a), sp);
  }

  public static Object callOther(ThreadState ts, PyFrame f, Object callee, Object a, Object b, int sp) {
    if (callee instanceof PyFunction fn && isPlain(fn, 2)) {
      return polled(ts, f, withFrame(ts, f, fn, a, b, null, null), sp);
    }
    if (callee instanceof PyMethod m) {
      return callAny(ts, f, m.function, m.self, a, b, f.lasti, sp);
    }
    return called(ts, f, callee, Call.object(callee).call2(a, b), sp);
  }

  public static Object callOther(ThreadState ts, PyFrame f, Object callee, Object a, Object b, Object c, int sp) {
    if (callee instanceof PyFunction fn && isPlain(fn, 3)) {
      return polled(ts, f, withFrame(ts, f, fn, a, b, c, null), sp);
    }
    if (callee instanceof PyMethod m) {
      return callAny(ts, f, m.function, m.self, a, b, c, f.lasti, sp);
    }
    return called(ts, f, callee, Call.object(callee).call3(a, b, c), sp);
  }

  public static Object callOther(ThreadState ts, PyFrame f, Object callee, Object a, Object b, Object c, Object d, int sp) {
    if (callee instanceof PyFunction fn && isPlain(fn, 4)) {
      return polled(ts, f, withFrame(ts, f, fn, a, b, c, d), sp);
    }
    return called(ts, f, callee, Call.object(callee).call4(a, b, c, d), sp);
  }

  /** The unit to be called without a frame by compiled code itself, which goes on by {@link #returned} or {@link #thrown}; null if there is none. */
  public static CompiledCode ready(ThreadState ts, PyFrame f, Object callee, int arguments, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (callee instanceof PyFunction fn) {
      CompiledCode unit = fn.code.direct;
      return unit != null && unit.accepts(fn, arguments) && isReady(ts, unit) ? unit : null;
    }
    return null;
  }

  public static Object returned(Object result, ThreadState ts, PyFrame f, int sp) {
    PyFrame callee = ts.frame;
    if (callee != f) {
      if (result == CompiledCode.LEFT) {
        return polled(ts, f, left(ts, f, depth(ts, f)), sp);
      }
      ts.depth = callee.back == f ? ts.depth - 1 : depth(ts, f);
      ts.frame = f;
    }
    return polled(ts, f, result, sp);
  }

  public static Object thrown(Throwable thrown, ThreadState ts, PyFrame f, int sp) {
    return polled(ts, f, thrown(ts, f, depth(ts, f), thrown), sp);
  }

  /** How deep a frame is that has calls under way. */
  private static int depth(ThreadState ts, PyFrame f) {
    int depth = ts.depth;
    for (PyFrame g = ts.frame; g != f; g = g.back) {
      depth--;
    }
    return depth;
  }

  /** Calls a method as LOAD_ATTR has left it; {@code self} is null if it is bound, or none. */
  public static Object callMaybe(ThreadState ts, PyFrame f, Object callee, Object self, int at, int sp) {
    return self == null ? callAny(ts, f, callee, at, sp) : callAny(ts, f, callee, self, at, sp);
  }

  public static Object callMaybe(ThreadState ts, PyFrame f, Object callee, Object self, Object a, int at, int sp) {
    return self == null ? callAny(ts, f, callee, a, at, sp) : callAny(ts, f, callee, self, a, at, sp);
  }

  public static Object callMaybe(ThreadState ts, PyFrame f, Object callee, Object self, Object a, Object b, int at, int sp) {
    return self == null ? callAny(ts, f, callee, a, b, at, sp) : callAny(ts, f, callee, self, a, b, at, sp);
  }

  public static Object callMaybe(ThreadState ts, PyFrame f, Object callee, Object self, Object a, Object b, Object c, int at, int sp) {
    return self == null ? callAny(ts, f, callee, a, b, c, at, sp) : callAny(ts, f, callee, self, a, b, c, at, sp);
  }

  /** A coroutine that nobody takes has ended its life: the same as in the interpreter. */
  static Object called(ThreadState ts, PyFrame f, Object callee, Object result, int sp) {
    if (result instanceof PyCoroutine c && callee instanceof PyFunction && Generators.isDropped(f)) {
      c.die(ts);
    }
    return polled(ts, f, result, sp);
  }

  /** What a call gives; or {@link CompiledCode#RAISED} with no exception if compiled code has to end: somebody wants something since the call. */
  static Object polled(ThreadState ts, PyFrame f, Object result, int sp) {
    return isWanted(ts, f) ? wanted(ts, f, result, sp) : result;
  }

  /** The same after an instruction that gives nothing. */
  static Object polledNothing(ThreadState ts, PyFrame f) {
    return isWanted(ts, f) && !goesOn(ts, f) ? CompiledCode.RAISED : null;
  }

  private static boolean isWanted(ThreadState ts, PyFrame f) {
    return ts.interrupted || hasToEnd(ts, f);
  }

  /** Whether a tool looks on, or somebody has written a local of the frame. */
  private static boolean hasToEnd(ThreadState ts, PyFrame f) {
    return f.rewritten || isWatched(ts, f.code);
  }

  /**
   * What others want of the thread is done here, in the middle of compiled code: to leave it would cost more than the interpreter's turns. HotSpot
   * makes no machine code for what has never happened, and would throw away each unit on the way.
   *
   * @return false if compiled code has to end: with the thread's raised exception, if there is one
   */
  private static boolean goesOn(ThreadState ts, PyFrame f) {
    if (ts.interrupted) {
      try {
        Interrupts.handle(ts);
      } catch (PyException e) {
        ts.raised = e;
        return false;
      }
    }
    ts.raised = null;
    return !hasToEnd(ts, f);
  }

  private static Object wanted(ThreadState ts, PyFrame f, Object result, int sp) {
    if (result == CompiledCode.RAISED || goesOn(ts, f)) {
      return result;
    }
    if (ts.raised == null) {
      f.fast[sp] = result;
      f.sp = sp + 1;
    }
    return CompiledCode.RAISED;
  }

  /**
   * Does an instruction for compiled code that goes on behind it; the frame is in its exact state.
   *
   * @param result the place of the result on the stack; -1 if there is none
   * @return the result, or anything if there is none; null if compiled code has to end
   */
  public static Object stay(ThreadState ts, PyFrame f, CompiledCode compiled, int at, int sp, int result) {
    noteStay(ts, f, compiled, at);
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

  /** The same for an attribute that was a method so far: null if it is none now. */
  public static Object stayMethod(ThreadState ts, PyFrame f, CompiledCode compiled, int at, int sp) {
    noteStay(ts, f, compiled, at);
    return step(ts, f, at, sp) || f.fast[sp] == null ? null : f.fast[sp - 1];
  }

  private static void noteStay(ThreadState ts, PyFrame f, CompiledCode compiled, int at) {
    if (f.code.speculation().stays(at)) {
      discard(ts, compiled, f.code, at, "STAY");
    }
  }

  /** Runs the frame that an instruction of {@code f} has made the current one; what it returns is on the stack of {@code f} then. */
  private static void runCallee(ThreadState ts, PyFrame f) {
    PyFrame callee = ts.frame;
    int depth = ts.depth - 1;
    try {
      CallOps.returned(ts, callee, orThrow(ts, run(ts, callee)));
    } catch (Throwable t) {
      ts.depth = depth;
      ts.frame = f;
      throw t;
    }
  }

  /** Runs the current frame, which has only its arguments yet, to its end; or {@link CompiledCode#RAISED}. */
  static Object run(ThreadState ts, PyFrame callee) {
    PyCode code = callee.code;
    CompiledCode unit = code.heat <= 0 && callee.lasti < 0 && !code.suspendable && !isWatched(ts, code) ? fresh(code) : null;
    if (unit == null) {
      return EvalLoop.run(ts, callee, null);
    }
    if (code.makesCells) {
      makeCells(callee, unit.start());
    }
    return run(ts, callee, unit, unit.start());
  }

  /** Runs the current frame, which is suspended at a yield, to its next yield or its end, or {@link CompiledCode#RAISED}; what was sent is on its stack. */
  static Object resume(ThreadState ts, PyFrame f) {
    PyCode code = f.code;
    CompiledCode[] units = code.compiled;
    if (units.length > 0 && code.heat <= 0 && !isWatched(ts, code)) {
      // each unit can go on behind each yield, where a RESUME is, and at the start
      CompiledCode unit = units[units.length - 1];
      boolean first = f.lasti < 0;
      int next = first ? code.generatorStart : f.lasti + 2;
      if (!first || next > 0 && unit.trial == 0) {
        if (first) {
          begin(f, next);
        }
        return run(ts, f, unit, next);
      }
    }
    return EvalLoop.run(ts, f, null);
  }

  /** Does the instructions of a generator's frame up to its first RESUME: see {@link PyCode#generatorStart}. */
  private static void begin(PyFrame f, int end) {
    // what was sent is popped
    f.fast[--f.sp] = null;
    if (f.code.makesCells) {
      makeCells(f, end);
    }
  }

  /** Does COPY_FREE_VARS and MAKE_CELL before an instruction. */
  private static void makeCells(PyFrame f, int end) {
    Object[] fast = f.fast;
    int[] instructions = f.code.code.instructions();
    for (int i = 0; i < end; i++) {
      int word = instructions[i];
      switch (word & 0xFF) {
        case COPY_FREE_VARS -> System.arraycopy(f.function.closure, 0, fast, f.code.nfast - (word >>> 8), word >>> 8);
        case MAKE_CELL -> fast[word >>> 8] = new PyCell(fast[word >>> 8]);
        default -> {}
      }
    }
  }

  private static Object run(ThreadState ts, PyFrame f, CompiledCode unit, int entry) {
    f.lasti = entry - 1;
    f.rewritten = false;
    Object r = unit.run(ts, f);
    return r == CompiledCode.LEFT ? EvalLoop.run(ts, f, null) : r;
  }

  /**
   * An exception in a unit.
   *
   * @param f the unit's frame; null if it has none yet
   * @return null if the unit goes on, at the instruction behind {@code f.lasti}; else what it has to return
   */
  public static Object caught(ThreadState ts, PyFrame f, CompiledCode unit, Throwable thrown) {
    if (f == null || !(thrown instanceof RuntimeException || thrown instanceof StackOverflowError || thrown instanceof OutOfMemoryError)) {
      throw Tiers.<RuntimeException>unchecked(thrown);
    }
    missed(ts, f, unit);
    PyException e = ExceptionOps.unwound(ts, f, thrown);
    if (e != null) {
      ts.raised = e;
      return CompiledCode.RAISED;
    }
    boolean on = ts.frame == f && unit.isEntry(f.lasti + 1) && !hasToEnd(ts, f);
    return on ? null : left(ts, f, unit, f.lasti + 1, "HANDLER");
  }

  /** The same for what a call has {@linkplain CompiledCode#RAISED raised}, or {@link #raise}; without an exception the unit ends. */
  public static Object caught(ThreadState ts, PyFrame f, CompiledCode unit) {
    PyException e = taken(ts);
    return e == null ? CompiledCode.LEFT : caught(ts, f, unit, e);
  }

  /** RAISE_VARARGS, RERAISE: the exception is the thread's raised one then. */
  public static void raise(ThreadState ts, PyFrame f, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    ts.raised = (instruction & 0xFF) == RERAISE
        ? ExceptionOps.reraise(f, f.fast, sp, instruction >>> 8)
        : ExceptionOps.raise(ts, f.fast, sp, instruction >>> 8);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable e) throws T {
    throw (T) e;
  }

  // ---- calls by TypedEntry

  /** Whether a unit can be run without a frame; if not, {@link ThreadState#unwind} says so. */
  public static boolean begins(ThreadState ts, CompiledCode unit) {
    if (ts.depth < ts.interpreter.recursionLimit && unit.valid && !ts.interrupted && !isWatched(ts, unit.code)) {
      return true;
    }
    ts.unwind = unit.valid ? CompiledCode.NOT_NOW : CompiledCode.NOT_READY;
    return false;
  }

  /** A call that began above a frame has ended, and there are frames that it has made. */
  public static void ends(ThreadState ts, PyFrame below, int depth) {
    if (ts.unwind != CompiledCode.LEFT) {
      ts.frame = below;
      return;
    }
    ts.unwindBelow = below;
    for (PyFrame f = ts.frame; f != below; f = f.back) {
      depth++;
    }
    ts.depth = depth;
  }

  /** The same for what was thrown. */
  public static void endsThrowing(ThreadState ts, PyFrame below, int depth, Throwable thrown) {
    ts.depth = depth;
    if (ts.frame == below) {
      throw Tiers.<RuntimeException>unchecked(thrown);
    }
    PyException e = ExceptionOps.unwound(ts, outermost(ts, below), thrown);
    if (e == null) {
      ts.unwind = CompiledCode.LEFT;
    } else {
      ts.raised = e;
      ts.unwind = CompiledCode.RAISED;
    }
    ends(ts, below, depth);
  }

  /** What a unit that static code can call gives as {@link CompiledCode#run} does. */
  public static Object resultOrUnwind(Object result, ThreadState ts) {
    Object unwind = ts.unwind;
    if (unwind == null) {
      return result;
    }
    ts.unwind = null;
    return unwind;
  }

  /** Whether a call was not made at all. */
  public static boolean wasRefused(ThreadState ts) {
    return ts.unwind == CompiledCode.NOT_READY || ts.unwind == CompiledCode.NOT_NOW;
  }

  /** Such a call is left to the interpreter; the frame stands before it. */
  public static void refused(ThreadState ts, PyFrame f, CompiledCode compiled, int instruction, int form) {
    boolean notReady = ts.unwind == CompiledCode.NOT_READY;
    ts.unwind = null;
    if (notReady) {
      left(ts, f, compiled, instruction, "CALL_CLOSED");
      Speculation speculation = f.code.speculation();
      if (speculation.refuses()) {
        speculation.givenUp(instruction, form);
        discard(ts, compiled, f.code, instruction, "CALL_CLOSED");
      }
    }
  }

  /** A call has gone wrong: takes the frames off that it has left, for its callers' to be made; gives the topmost, or null. */
  public static PyFrame liftCallee(ThreadState ts) {
    if (ts.unwind != CompiledCode.LEFT) {
      return null;
    }
    PyFrame top = ts.frame;
    for (PyFrame f = top; f != ts.unwindBelow; f = f.back) {
      ts.depth--;
    }
    ts.frame = ts.unwindBelow;
    return top;
  }

  /**
   * The callers' frames stand: the interpreter ends the call that was left.
   *
   * @param own the frame of the unit
   * @param f that of the call, above it if it is inlined
   * @param callee what {@link #liftCallee} gave
   * @return the call's result; null if the interpreter has to go on; or {@link CompiledCode#RAISED}
   */
  public static Object finishCallee(ThreadState ts, PyFrame own, PyFrame f, PyFrame callee, int at, int sp) {
    PyFrame below = ts.unwindBelow;
    ts.unwind = null;
    ts.unwindBelow = null;
    f.lasti = at;
    f.sp = sp;
    PyException e;
    if (callee == null) {
      e = taken(ts);
    } else {
      int depth = ts.depth;
      try {
        PyFrame bottom = callee;
        ts.depth++;
        for (; bottom.back != below; bottom = bottom.back) {
          ts.depth++;
        }
        bottom.back = f;
        ts.frame = callee;
        Object r = EvalLoop.run(ts, bottom, null);
        if (r != CompiledCode.RAISED) {
          return r;
        }
        e = taken(ts);
      } catch (PyException thrown) {
        e = thrown;
      } finally {
        ts.depth = depth;
        ts.frame = f;
      }
    }
    PyException out = ExceptionOps.unwound(ts, own, e);
    if (out == null) {
      return null;
    }
    ts.raised = out;
    return CompiledCode.RAISED;
  }

  /**
   * A call by TypedEntry from Java code, not from a unit, has gone wrong: ends it, or throws what it raised.
   *
   * @return the result as an object; or {@link CompiledCode#NOT_READY}: it was not made, and has to be made another way
   */
  public static Object endFromJava(ThreadState ts) {
    Object unwind = ts.unwind;
    PyFrame below = ts.unwindBelow;
    ts.unwind = null;
    ts.unwindBelow = null;
    if (unwind == CompiledCode.RAISED) {
      throw taken(ts);
    }
    if (unwind != CompiledCode.LEFT) {
      return CompiledCode.NOT_READY;
    }
    int depth = ts.depth;
    for (PyFrame f = ts.frame; f != below; f = f.back) {
      depth--;
    }
    try {
      return orThrow(ts, EvalLoop.run(ts, outermost(ts, below), null));
    } finally {
      ts.depth = depth;
      ts.frame = below;
    }
  }

  /** The unit that calls of a function with so many arguments can use without a frame; null if there is none. */
  public static CompiledCode direct(PyFunction fn, int arguments) {
    CompiledCode unit = fn.code.direct;
    return unit != null && unit.directArguments() == arguments ? unit : null;
  }

  private static CompiledCode fresh(PyCode code) {
    for (CompiledCode c : code.compiled) {
      if (c.startsFresh && c.trial == 0) {
        return c;
      }
    }
    return null;
  }

  /** PUSH_EXC_INFO: the exception that was being handled before. */
  public static Object pushHandled(ThreadState ts, Object exception) {
    PyBaseException previous = ts.handling.value;
    ts.handling.value = (PyBaseException) exception;
    return previous == null ? Py.None : previous;
  }

  /** POP_EXCEPT. */
  public static void popHandled(ThreadState ts, Object previous) {
    ts.handling.value = previous instanceof PyBaseException e ? e : null;
  }

  /** YIELD_VALUE: the frame stands at it, its stack without the value. */
  public static void suspend(PyFrame f, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    f.suspended = true;
  }

  /** SEND: what the receiver yields; null when it has ended, with its value for {@link #sent}; or {@link CompiledCode#RAISED}. */
  public static Object send(ThreadState ts, PyFrame f, Object receiver, Object value, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (receiver instanceof Suspendable g && !(receiver instanceof PyAsyncGenerator)) {
      Object v = g.step(ts, value);
      return v == null ? Generators.ended(ts, g) : v;
    }
    if (receiver instanceof AsyncGeneratorSend s && value == Py.None) {
      Object v = s.step(ts);
      if (v == null) {
        ts.sendResult = s.returned();
      }
      return v;
    }
    return Generators.send(ts, receiver, value);
  }

  /** What the receiver of a SEND has returned. */
  public static Object sent(ThreadState ts) {
    return Generators.sent(ts);
  }

  /** FOR_ITER over anything: the next item, or null; or {@link CompiledCode#RAISED}. */
  public static Object next(ThreadState ts, PyFrame f, Object iterator, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
    if (iterator instanceof PyGenerator g) {
      return g.step(ts, Py.None);
    }
    return dev.tuff.engine.core.Iteration.next(iterator);
  }
}
