package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import java.lang.invoke.MethodHandles;
import java.util.Objects;

/**
 * The interpreter: one loop over the instructions of a frame.
 *
 * <p>The loop method stays under 8,000 bytes of JVM bytecode, or HotSpot would never compile it, and well under it, because C2 counts what it
 * inlines against the same limit. What is not hot lies in the families beside it ({@link AttributeOps}, {@link CallOps}, {@link NameOps},
 * {@link BuildOps}, {@link MatchOps}, {@link ExceptionOps}, {@link ColdOps}). A generic instruction that keeps seeing the same kinds of operands
 * is replaced in place by its specialised form; a specialised one whose guard fails goes back through {@link Quickening}. The array of
 * instructions is shared by all threads that run the code: a racing write is harmless because either form is right for any operands, and takes only a
 * cache of its own class: another thread may replace instruction and cache between the two reads.
 *
 * <p>A negative instruction word is instrumented: {@link Instrumentation} is told before it runs.
 *
 * <p><b>Registers.</b> HotSpot's compilers save no register across a call: a local variable that lives across one stays in memory in the whole
 * loop, and every instruction pays for it. So none does. An instruction is either done here without any call, and ends in {@code continue}; or
 * it hands the frame to a family, which reads and writes {@code frame.lasti} and {@code frame.sp}, and ends the {@link #stretch}: the next one
 * takes all its variables anew from {@code ts.frame}. That may then be another frame: a call of a Python function and the resumption of
 * a generator do not recurse in Java, and a return or yield makes the caller the current frame again. Only calls that come from Java code (a
 * special method, a callback) enter the loop anew.
 *
 * <p>A stretch is a Java method of its own for HotSpot's sake: it is entered all the time, so that it is compiled once, from its entry. A loop around
 * it in the same method would never be left, and be compiled in its middle, once for each place where it goes back.
 *
 * <p>So {@code frame.lasti} is up to date only where something may look at the frame.
 */
final class EvalLoop {
  /** Opcode and mark of instrumentation of an instruction: equal to a bare opcode if there is no mark. */
  private static final int INSTRUMENTED_OPCODE = 0x800000FF;

  static {
    // at the first call of a class that was not ready when HotSpot compiled the loop, it throws the loop's machine code away
    ready(Interrupts.class);
    ready(CompiledCode.class);
  }

  private EvalLoop() {}

  /**
   * Runs a frame, which is the thread's current one, and those of the Python functions that it calls, from after {@code frame.lasti} until it
   * returns or yields; {@code thrown} is raised there first if it is not null. A yield leaves {@code frame.suspended} true.
   */
  static Object run(ThreadState ts, final PyFrame entry, PyException thrown) {
    entry.code.instructions();
    if (thrown != null) {
      ExceptionOps.unwind(ts, entry, thrown);
    }
    Object result;
    do {
      result = stretch(ts, entry);
    } while (result == null);
    return result;
  }

  /** Goes on until an instruction has called something, and gives null, or to the end of {@code entry}, and gives what it returned. */
  private static Object stretch(ThreadState ts, final PyFrame entry) {
    try {
      PyFrame f = ts.frame;
      int[] ins = f.code.instructions;
      Object[] s = f.fast;
      int sp = f.sp;
      int pc = f.lasti + 1;
      while (true) {
        int i = ins[pc++];
        if (i < 0) {
          i = Instrumentation.before(ts, f, pc - 1, sp);
          f = ts.frame;
          ins = f.code.instructions;
          s = f.fast;
          sp = f.sp;
          pc = f.lasti + 1;
        }
        int op = i & 0xFF;
        if (op < POP_JUMP_IF_FALSE) {
          if (op < LOAD_CONST) {
            if (op < BINARY_OP) {
              switch (op) {
                case POP_TOP, END_FOR, POP_ITER: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  s[t] = null;
                  sp = t;
                  continue;
                }
                case GET_ITER:
                  Generators.getIter(f, pc, sp);
                  return null;
                case NOP, NOT_TAKEN:
                  continue;
                case POP_EXCEPT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  ts.handling.value = s[t] instanceof PyBaseException e ? e : null;
                  sp = t;
                  continue;
                }
                case PUSH_EXC_INFO: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  PyBaseException previous = ts.handling.value;
                  PyBaseException e = (PyBaseException) s[t];
                  s[t] = previous == null ? Py.None : previous;
                  s[t + 1] = e;
                  sp = t + 2;
                  ts.handling.value = e;
                  continue;
                }
                case PUSH_NULL: {
                  int t = Objects.checkIndex(sp, s.length);
                  s[t] = null;
                  sp = t + 1;
                  continue;
                }
                case RETURN_GENERATOR:
                  // the frame is run by its generator already: what was sent is on the stack
                  continue;
                case RETURN_VALUE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  Object r = s[t];
                  f.lasti = pc - 1;
                  if (f == entry) {
                    return r;
                  }
                  if (f.ending != PyFrame.RETURNS) {
                    f.sp = t + 1;
                    CallOps.end(ts, f, r);
                    return null;
                  }
                  f = f.back;
                  ts.depth--;
                  ts.frame = f;
                  ins = f.code.instructions;
                  s = f.fast;
                  sp = f.sp;
                  s[sp++] = r;
                  pc = f.lasti + 1;
                  continue;
                }
                case STORE_SUBSCR: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t] instanceof Long k && s[t - 1] instanceof PyList l && l.shape == PyList.SHAPE && l.replace(k, s[t - 2])) {
                    sp = t - 2;
                    continue;
                  }
                  ColdOps.run(ts, f, i, pc, t + 1);
                  return null;
                }
                case TO_BOOL: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  Object v = s[t];
                  if (v instanceof Boolean) {
                    continue;
                  }
                  if (v instanceof Long x) {
                    s[t] = x != 0 ? Boolean.TRUE : Boolean.FALSE;
                    continue;
                  }
                  if (v == Py.None) {
                    s[t] = Boolean.FALSE;
                    continue;
                  }
                  ColdOps.run(ts, f, i, pc, t + 1);
                  return null;
                }
                case UNARY_NOT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  s[t] = s[t] == Boolean.FALSE ? Boolean.TRUE : Boolean.FALSE;
                  continue;
                }
                default:
              }
            } else {
              switch (op) {
                case BINARY_OP:
                  Quickening.binaryOp(f, pc, sp);
                  return null;
                case BUILD_TUPLE:
                  BuildOps.tuple(f, i >>> 8, pc, sp);
                  return null;
                case CALL: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  int at = t - (i >>> 8) - 1;
                  if (s[at] instanceof PyFunction fn) {
                    PyCode code = fn.code;
                    int from = s[at + 1] == null ? at + 2 : at + 1;
                    if (code.fastCount == t + 1 - from && ts.depth < ts.interpreter.recursionLimit) {
                      PyFrame callee = new PyFrame(code, fn);
                      Object[] locals = callee.fast;
                      switch (t + 1 - from) {
                        case 3:
                          locals[2] = s[from + 2];
                        // fall through
                        case 2:
                          locals[1] = s[from + 1];
                        // fall through
                        case 1:
                          locals[0] = s[from];
                        // fall through
                        default:
                      }
                      f.lasti = pc - 1;
                      f.sp = at;
                      callee.back = f;
                      ts.depth++;
                      ts.frame = callee;
                      f = callee;
                      ins = code.instructions;
                      s = locals;
                      sp = callee.sp;
                      pc = 0;
                      continue;
                    }
                  }
                  CallOps.call(ts, f, pc, t + 1, i >>> 8);
                  return null;
                }
                case CALL_KW:
                  CallOps.callKeywords(ts, f, pc, sp, i >>> 8);
                  return null;
                case COMPARE_OP:
                  Quickening.compareOp(f, pc, sp);
                  return null;
                case CONTAINS_OP:
                  BuildOps.contains(f, i >>> 8, pc, sp);
                  return null;
                case COPY: {
                  int t = Objects.checkIndex(sp, s.length);
                  s[t] = s[t - (i >>> 8)];
                  sp = t + 1;
                  continue;
                }
                case COPY_FREE_VARS: {
                  PyCell[] closure = f.function.closure;
                  System.arraycopy(closure, 0, s, f.code.nfast - closure.length, closure.length);
                  f.lasti = pc - 1;
                  f.sp = sp;
                  return null;
                }
                case FOR_ITER: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  Object it = s[t];
                  Object v;
                  if (it instanceof PyRangeIterator r) {
                    v = r.next();
                  } else if (it instanceof PyListIterator l) {
                    v = l.next();
                  } else {
                    Generators.forIter(ts, f, pc, t + 1);
                    return null;
                  }
                  if (v == null) {
                    pc = (i >>> 8) + 1;
                    continue;
                  }
                  int next = ins[pc];
                  if ((next & INSTRUMENTED_OPCODE) == STORE_FAST) {
                    pc++;
                    s[next >>> 8] = v;
                  } else {
                    s[t + 1] = v;
                    sp = t + 2;
                  }
                  continue;
                }
                case IS_OP: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  Object a = s[t - 1];
                  Object b = s[t];
                  if (a == b || a instanceof PyObject || b instanceof PyObject) {
                    s[t - 1] = (a == b) == (i >>> 8 == 0) ? Boolean.TRUE : Boolean.FALSE;
                    sp = t;
                    continue;
                  }
                  ColdOps.run(ts, f, i, pc, t + 1);
                  return null;
                }
                case JUMP_BACKWARD:
                  pc = i >>> 8;
                  if (ts.interrupted) {
                    Interrupts.backward(ts, f, pc, sp);
                    return null;
                  }
                  if (--f.code.heat < 0) {
                    return Tiers.over(ts, f, entry, pc, sp);
                  }
                  continue;
                case JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD:
                  pc = i >>> 8;
                  continue;
                case LIST_APPEND: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (((PyList) s[t - (i >>> 8)]).addInPlace(s[t])) {
                    sp = t;
                    continue;
                  }
                  ColdOps.run(ts, f, i, pc, t + 1);
                  return null;
                }
                case LOAD_ATTR:
                  AttributeOps.load(f, pc, sp);
                  return null;
                default:
              }
            }
          } else {
            switch (op) {
              case LOAD_CONST: {
                int t = Objects.checkIndex(sp, s.length);
                s[t] = f.code.consts[i >>> 8];
                sp = t + 1;
                continue;
              }
              case LOAD_DEREF: {
                int t = Objects.checkIndex(sp, s.length);
                Object v = ((PyCell) s[i >>> 8]).value;
                if (v == null) {
                  f.lasti = pc - 1;
                  throw NameOps.unboundDeref(f, i >>> 8);
                }
                s[t] = v;
                sp = t + 1;
                continue;
              }
              case LOAD_FAST: {
                int t = Objects.checkIndex(sp, s.length);
                s[t] = s[i >>> 8];
                sp = t + 1;
                continue;
              }
              case LOAD_FAST_AND_CLEAR: {
                int t = Objects.checkIndex(sp, s.length);
                s[t] = s[i >>> 8];
                s[i >>> 8] = null;
                sp = t + 1;
                continue;
              }
              case LOAD_FAST_CHECK: {
                int t = Objects.checkIndex(sp, s.length);
                Object v = s[i >>> 8];
                if (v == null) {
                  f.lasti = pc - 1;
                  throw NameOps.unboundLocal(f, i >>> 8);
                }
                s[t] = v;
                sp = t + 1;
                continue;
              }
              case LOAD_FAST_LOAD_FAST: {
                int t = Objects.checkIndex(sp, s.length);
                s[t] = s[i >>> 12];
                s[t + 1] = s[i >>> 8 & 15];
                sp = t + 2;
                continue;
              }
              case LOAD_GLOBAL:
                NameOps.loadGlobal(f, pc, sp);
                return null;
              case LOAD_SMALL_INT: {
                int t = Objects.checkIndex(sp, s.length);
                s[t] = Py.box(i >> 8);
                sp = t + 1;
                continue;
              }
              case MAKE_CELL:
                s[i >>> 8] = new PyCell(s[i >>> 8]);
                continue;
              default:
            }
          }
        } else {
          if (op < LOAD_GLOBAL_MODULE) {
            if (op < STORE_ATTR) {
              switch (op) {
                case POP_JUMP_IF_FALSE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  pc = s[t] == Boolean.FALSE ? i >>> 8 : pc + 1;
                  sp = t;
                  continue;
                }
                case POP_JUMP_IF_NONE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  pc = s[t] == Py.None ? i >>> 8 : pc + 1;
                  sp = t;
                  continue;
                }
                case POP_JUMP_IF_NOT_NONE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  pc = s[t] != Py.None ? i >>> 8 : pc + 1;
                  sp = t;
                  continue;
                }
                case POP_JUMP_IF_TRUE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  pc = s[t] == Boolean.TRUE ? i >>> 8 : pc + 1;
                  sp = t;
                  continue;
                }
                case SEND:
                  Generators.send(ts, f, pc, sp);
                  return null;
                default:
              }
            } else {
              switch (op) {
                case STORE_ATTR:
                  AttributeOps.store(f, pc, sp);
                  return null;
                case STORE_DEREF: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  ((PyCell) s[i >>> 8]).value = s[t];
                  sp = t;
                  continue;
                }
                case STORE_FAST: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  s[i >>> 8] = s[t];
                  sp = t;
                  continue;
                }
                case STORE_FAST_LOAD_FAST: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  s[i >>> 12] = s[t];
                  s[t] = s[i >>> 8 & 15];
                  continue;
                }
                case STORE_FAST_STORE_FAST: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  s[i >>> 12] = s[t];
                  s[i >>> 8 & 15] = s[t - 1];
                  sp = t - 1;
                  continue;
                }
                case SWAP: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  int at = t + 1 - (i >>> 8);
                  Object v = s[at];
                  s[at] = s[t];
                  s[t] = v;
                  continue;
                }
                case UNPACK_SEQUENCE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t] instanceof PyTuple l && l.shape == PyTuple.SHAPE) {
                    Object[] items = l.array();
                    if (items.length == i >>> 8 && items.length == 2) {
                      s[t] = items[1];
                      s[t + 1] = items[0];
                      sp = t + 2;
                      continue;
                    }
                    if (items.length == i >>> 8 && items.length == 3) {
                      s[t] = items[2];
                      s[t + 1] = items[1];
                      s[t + 2] = items[0];
                      sp = t + 3;
                      continue;
                    }
                  }
                  ColdOps.run(ts, f, i, pc, t + 1);
                  return null;
                }
                case YIELD_VALUE: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  f.lasti = pc - 1;
                  f.sp = t;
                  f.suspended = true;
                  if (f == entry) {
                    return s[t];
                  }
                  Generators.yielded(ts, f, s[t]);
                  return null;
                }
                case RESUME:
                  if (f.code.instrumentation != ts.interpreter.instrumentation || ts.interrupted) {
                    Instrumentation.resume(ts, f, pc, sp);
                    return null;
                  }
                  if (--f.code.heat < 0) {
                    return Tiers.over(ts, f, entry, pc, sp);
                  }
                  continue;
                default:
              }
            }
          } else {
            if (op < BINARY_OP_SUBTRACT_FLOAT) {
              switch (op) {
                case LOAD_GLOBAL_MODULE: {
                  Object v = f.code.caches[pc] instanceof GlobalCache c ? f.globals.valueAt(c.keys(), c.entry()) : null;
                  if (v == null) {
                    NameOps.loadGlobal(f, pc, sp);
                    return null;
                  }
                  int t = Objects.checkIndex(sp, s.length);
                  s[t] = v;
                  sp = t + 1;
                  if ((i & 256) != 0) {
                    s[sp++] = null;
                  }
                  continue;
                }
                case LOAD_GLOBAL_BUILTIN: {
                  Object v = f.code.caches[pc] instanceof BuiltinCache c && f.globals.isVersion(c.globalsKeys())
                      ? f.builtins.valueAt(c.builtinsKeys(), c.entry())
                      : null;
                  if (v == null) {
                    NameOps.loadGlobal(f, pc, sp);
                    return null;
                  }
                  int t = Objects.checkIndex(sp, s.length);
                  s[t] = v;
                  sp = t + 1;
                  if ((i & 256) != 0) {
                    s[sp++] = null;
                  }
                  continue;
                }
                case LOAD_ATTR_SLOT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (f.code.caches[pc] instanceof AttributeCache c
                      && s[t] instanceof PyObject o
                      && o.shape == c.shape()
                      && c.type().version == c.version()) {
                    Object v = o.slots[c.index()];
                    if (v != null) {
                      s[t] = v;
                      if ((i & 256) != 0) {
                        s[t + 1] = null;
                        sp = t + 2;
                      }
                      continue;
                    }
                  }
                  AttributeOps.load(f, pc, t + 1);
                  return null;
                }
                case LOAD_ATTR_METHOD: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  Object o = s[t];
                  if (f.code.caches[pc] instanceof MethodCache c
                      && (o instanceof PyObject p ? p.shape == c.shape() : o.getClass() == c.javaClass())
                      && c.type().version == c.version()) {
                    s[t] = c.value();
                    s[t + 1] = o;
                    sp = t + 2;
                    continue;
                  }
                  AttributeOps.load(f, pc, t + 1);
                  return null;
                }
                case LOAD_ATTR_OTHER:
                  AttributeOps.loadOther(ts, f, pc, sp);
                  return null;
                case STORE_ATTR_SLOT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (f.code.caches[pc] instanceof AttributeCache c
                      && s[t] instanceof PyObject o
                      && o.shape == c.shape()
                      && c.next() == null
                      && c.type().version == c.version()
                      && !ThreadState.shared) {
                    o.slots[c.index()] = s[t - 1];
                    sp = t - 1;
                    continue;
                  }
                  AttributeOps.store(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_ADD_INT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Long a && s[t] instanceof Long b) {
                    long x = a;
                    long y = b;
                    long r = x + y;
                    if (((x ^ r) & (y ^ r)) >= 0) {
                      s[t - 1] = Py.box(r);
                      sp = t;
                      continue;
                    }
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_SUBTRACT_INT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Long a && s[t] instanceof Long b) {
                    long x = a;
                    long y = b;
                    long r = x - y;
                    if (((x ^ y) & (x ^ r)) >= 0) {
                      s[t - 1] = Py.box(r);
                      sp = t;
                      continue;
                    }
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_ADD_FLOAT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Double a && s[t] instanceof Double b) {
                    s[t - 1] = a + b;
                    sp = t;
                    continue;
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                default:
              }
            } else {
              switch (op) {
                case BINARY_OP_SUBTRACT_FLOAT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Double a && s[t] instanceof Double b) {
                    s[t - 1] = a - b;
                    sp = t;
                    continue;
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_MULTIPLY_FLOAT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Double a && s[t] instanceof Double b) {
                    s[t - 1] = a * b;
                    sp = t;
                    continue;
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_SUBSCR_LIST_INT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t] instanceof Long k && s[t - 1] instanceof PyList l && l.shape == PyList.SHAPE) {
                    Object v = l.getOrNull(k);
                    if (v != null) {
                      s[t - 1] = v;
                      sp = t;
                      continue;
                    }
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_SUBSCR_TUPLE_INT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t] instanceof Long k && s[t - 1] instanceof PyTuple l && l.shape == PyTuple.SHAPE) {
                    Object v = l.getOrNull(k);
                    if (v != null) {
                      s[t - 1] = v;
                      sp = t;
                      continue;
                    }
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case COMPARE_OP_INT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  // the mask in the argument says which outcomes make it true: 1 unordered, 2 less, 4 greater, 8 equal
                  int outcome;
                  if (s[t - 1] instanceof Long a && s[t] instanceof Long b) {
                    long x = a;
                    long y = b;
                    outcome = x < y ? 2 : x == y ? 8 : 4;
                  } else if (s[t - 1] instanceof Double a && s[t] instanceof Double b) {
                    double x = a;
                    double y = b;
                    outcome = x < y ? 2 : x == y ? 8 : x > y ? 4 : 1;
                  } else {
                    Quickening.compareOp(f, pc, t + 1);
                    return null;
                  }
                  boolean r = (i >>> 8 & outcome) != 0;
                  int next = ins[pc];
                  if ((next & INSTRUMENTED_OPCODE) == POP_JUMP_IF_FALSE) {
                    sp = t - 1;
                    pc = r ? pc + 2 : next >>> 8;
                  } else {
                    s[t - 1] = r ? Boolean.TRUE : Boolean.FALSE;
                    sp = t;
                  }
                  continue;
                }
                case BINARY_OP_NUMBERS: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Double a && s[t] instanceof Double b) {
                    double y = b;
                    if (y != 0 && Quickening.operator(i >>> 8) == BinaryOp.NB_TRUE_DIVIDE) {
                      s[t - 1] = a / y;
                      sp = t;
                      continue;
                    }
                  }
                  Quickening.numbers(f, pc, t + 1);
                  return null;
                }
                case BINARY_OP_SUBSCR_DICT:
                  Quickening.subscrDict(f, pc, sp);
                  return null;
                case LOAD_FAST_LOAD_ATTR: {
                  // the attribute is the next instruction, in whatever form it has
                  int t = Objects.checkIndex(sp, s.length);
                  Object o = s[i >>> 8];
                  s[t] = o;
                  sp = t + 1;
                  int next = ins[pc];
                  if ((next & INSTRUMENTED_OPCODE) == LOAD_ATTR_SLOT && o instanceof PyObject p) {
                    if (f.code.caches[pc + 1] instanceof AttributeCache c && p.shape == c.shape() && c.type().version == c.version()) {
                      Object v = p.slots[c.index()];
                      if (v != null) {
                        pc++;
                        s[t] = v;
                        if ((next & 256) != 0) {
                          s[t + 1] = null;
                          sp = t + 2;
                        }
                      }
                    }
                  } else if ((next & INSTRUMENTED_OPCODE) == LOAD_ATTR_METHOD && o instanceof PyObject p) {
                    if (f.code.caches[pc + 1] instanceof MethodCache c && p.shape == c.shape() && c.type().version == c.version()) {
                      pc++;
                      s[t] = c.value();
                      s[t + 1] = o;
                      sp = t + 2;
                    }
                  }
                  continue;
                }
                case LOAD_FAST_LOAD_SMALL_INT: {
                  int t = Objects.checkIndex(sp, s.length);
                  s[t] = s[i >>> 8];
                  s[t + 1] = Py.box(ins[pc++] >> 8);
                  sp = t + 2;
                  continue;
                }
                case LOAD_FAST_LOAD_CONST: {
                  int t = Objects.checkIndex(sp, s.length);
                  s[t] = s[i >>> 8];
                  s[t + 1] = f.code.consts[ins[pc++] >>> 8];
                  sp = t + 2;
                  continue;
                }
                case BINARY_OP_INT: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof Long a && s[t] instanceof Long b) {
                    long x = a;
                    long y = b;
                    long r;
                    boolean done;
                    switch (Quickening.operator(i >>> 8)) {
                      case BinaryOp.NB_MULTIPLY:
                        r = x * y;
                        // of ints that fit 32 bits the simple compiler needs no call to see that it does
                        done = (int) x == x && (int) y == y || Math.multiplyHigh(x, y) == r >> 63;
                        break;
                      case BinaryOp.NB_AND:
                        r = x & y;
                        done = true;
                        break;
                      case BinaryOp.NB_OR:
                        r = x | y;
                        done = true;
                        break;
                      case BinaryOp.NB_XOR:
                        r = x ^ y;
                        done = true;
                        break;
                      case BinaryOp.NB_RSHIFT:
                        r = x >> y;
                        done = y >= 0 && y <= 63;
                        break;
                      case BinaryOp.NB_REMAINDER:
                        done = y > 0;
                        r = done ? x % y : 0;
                        r = r < 0 ? r + y : r;
                        break;
                      case BinaryOp.NB_FLOOR_DIVIDE:
                        done = y > 0;
                        r = done ? x / y : 0;
                        r = x < 0 && r * y != x ? r - 1 : r;
                        break;
                      default:
                        r = 0;
                        done = false;
                    }
                    if (done) {
                      s[t - 1] = Py.box(r);
                      sp = t;
                      continue;
                    }
                  }
                  Quickening.binaryOp(f, pc, t + 1);
                  return null;
                }
                case COMPARE_OP_STR: {
                  int t = Objects.checkIndex(sp - 1, s.length);
                  if (s[t - 1] instanceof String a && s[t] instanceof String b) {
                    // == or !=: all outcomes but equal are the same
                    s[t - 1] = (i >>> 8 & (a.equals(b) ? 8 : 1)) != 0 ? Boolean.TRUE : Boolean.FALSE;
                    sp = t;
                    continue;
                  }
                  Quickening.compareOp(f, pc, t + 1);
                  return null;
                }
                default:
              }
            }
          }
        }
        ColdOps.run(ts, f, i, pc, sp);
        return null;
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      ExceptionOps.unwind(ts, entry, e);
      return null;
    }
  }

  private static void ready(Class<?> c) {
    try {
      MethodHandles.lookup().ensureInitialized(c);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
