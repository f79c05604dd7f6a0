package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.number.Arithmetic;

/**
 * The interpreter: one loop over the instructions of a frame.
 *
 * <p>The loop method stays under 8,000 bytes of JVM bytecode, or HotSpot would never compile it: what is not hot lies in the families beside
 * it ({@link AttributeOps}, {@link CallOps}, {@link NameOps}, {@link BuildOps}, {@link MatchOps}, {@link ExceptionOps}, {@link ColdOps}).
 * A generic instruction that keeps seeing the same kinds of operands is replaced in place by its specialised form; a specialised one whose
 * guard fails goes back through {@link Quickening}. The array of instructions is shared by all threads that run the code: a racing write
 * is harmless because either form is right for any operands.
 *
 * <p>A negative instruction word is instrumented: {@link Instrumentation} is told before it runs.
 *
 * <p>A call of a Python function does not recurse in Java: its frame becomes the current one of the same loop, and its caller again when it
 * returns or raises. Only calls that come from Java code (a special method, a callback) enter the loop anew.
 *
 * <p>The instruction word {@code i} is not used behind a call: C2 would keep it in memory from the dispatch on, in every instruction.
 *
 * <p>{@code frame.lasti} is written only before something that may look at the frame, and when an exception arrives: a store in every
 * instruction would cost a tenth of the speed.
 */
final class EvalLoop {
  /** Opcode and mark of instrumentation of an instruction: equal to a bare opcode if there is no mark. */
  private static final int INSTRUMENTED_OPCODE = 0x800000FF;

  private EvalLoop() {}

  /**
   * Runs a frame, and those of the Python functions that it calls, from after {@code frame.lasti} until it returns or yields; {@code thrown} is raised there first if it is not null. A yield
   * leaves {@code frame.suspended} true.
   */
  static Object run(ThreadState ts, final PyFrame entry, PyException thrown) {
    PyFrame f = entry;
    PyCode code = f.code;
    int[] ins = code.instructions();
    Object[] s = f.fast;
    Object[] caches = code.caches;
    int sp = f.sp;
    int pc = f.lasti + 1;
    PyException pending = thrown;
    while (true) {
      try {
        if (pending != null) {
          PyException e = pending;
          pending = null;
          throw e;
        }
        while (true) {
          int i = ins[pc++];
          if (i < 0) {
            i = Instrumentation.before(ts, f, pc - 1, sp);
          }
          switch (i & 0xFF) {
            case NOP, NOT_TAKEN:
              continue;
            case RESYNC:
              sp = f.sp;
              pc = f.lasti + 1;
              continue;
            case RESUME:
              if (code.instrumentation != ts.interpreter.instrumentation) {
                Monitoring.of(ts.interpreter).update(code);
                pc--;
                continue;
              }
              if (ts.interrupted) {
                f.lasti = pc - 1;
                Interrupts.handle(ts);
              }
              continue;
            case JUMP_BACKWARD:
              pc = i >>> 8;
              if (ts.interrupted) {
                // what a handler raises is raised at the start of the loop
                f.lasti = pc++;
                Interrupts.handle(ts);
                pc--;
              }
              continue;
            case JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD:
              pc = i >>> 8;
              continue;
            case LOAD_FAST:
              s[sp++] = s[i >> 8];
              continue;
            case LOAD_FAST_LOAD_ATTR: {
              // the attribute is the next instruction, in whatever form it has
              Object o = s[i >> 8];
              if ((ins[pc] & 0xFF) == LOAD_ATTR_SLOT && o instanceof PyObject p) {
                AttributeCache c = (AttributeCache) caches[pc];
                if (p.shape == c.shape && c.type.version == c.version) {
                  Object v = p.slots[c.index];
                  if (v != null) {
                    s[sp++] = v;
                    if ((ins[pc++] & 256) != 0) {
                      s[sp++] = null;
                    }
                    continue;
                  }
                }
              } else if ((ins[pc] & 0xFF) == LOAD_ATTR_METHOD && o instanceof PyObject p) {
                AttributeCache c = (AttributeCache) caches[pc];
                if (p.shape == c.shape && c.type.version == c.version) {
                  pc++;
                  s[sp++] = c.value;
                  s[sp++] = o;
                  continue;
                }
              }
              s[sp++] = o;
              continue;
            }
            case LOAD_FAST_LOAD_SMALL_INT:
              s[sp++] = s[i >> 8];
              s[sp++] = Py.box(ins[pc++] >> 8);
              continue;
            case LOAD_FAST_LOAD_CONST:
              s[sp++] = s[i >> 8];
              s[sp++] = code.consts[ins[pc++] >> 8];
              continue;
            case LOAD_FAST_LOAD_FAST:
              s[sp++] = s[i >> 12];
              s[sp++] = s[i >> 8 & 15];
              continue;
            case LOAD_FAST_CHECK: {
              Object v = s[i >> 8];
              if (v == null) {
                throw NameOps.unboundLocal(f, i >> 8);
              }
              s[sp++] = v;
              continue;
            }
            case LOAD_FAST_AND_CLEAR:
              s[sp++] = s[i >> 8];
              s[i >> 8] = null;
              continue;
            case STORE_FAST:
              s[i >> 8] = s[--sp];
              continue;
            case STORE_FAST_LOAD_FAST:
              s[i >> 12] = s[sp - 1];
              s[sp - 1] = s[i >> 8 & 15];
              continue;
            case STORE_FAST_STORE_FAST:
              s[i >> 12] = s[--sp];
              s[i >> 8 & 15] = s[--sp];
              continue;
            case LOAD_CONST:
              s[sp++] = code.consts[i >> 8];
              continue;
            case LOAD_SMALL_INT:
              s[sp++] = Py.box(i >> 8);
              continue;
            case PUSH_NULL:
              s[sp++] = null;
              continue;
            case POP_TOP, END_FOR, POP_ITER:
              s[--sp] = null;
              continue;
            case COPY:
              s[sp] = s[sp - (i >> 8)];
              sp++;
              continue;
            case SWAP: {
              int at = sp - (i >> 8);
              Object v = s[at];
              s[at] = s[sp - 1];
              s[sp - 1] = v;
              continue;
            }
            case LOAD_DEREF: {
              Object v = ((PyCell) s[i >> 8]).value;
              if (v == null) {
                throw NameOps.unboundDeref(f, i >> 8);
              }
              s[sp++] = v;
              continue;
            }
            case STORE_DEREF:
              ((PyCell) s[i >> 8]).value = s[--sp];
              continue;
            case LOAD_GLOBAL_MODULE: {
              GlobalCache c = (GlobalCache) caches[pc - 1];
              if (f.globals.keysVersion() == c.globalsKeys) {
                s[sp++] = f.globals.valueAt(c.entry);
                if ((i & 256) != 0) {
                  s[sp++] = null;
                }
                continue;
              }
              sp = NameOps.loadGlobal(f, pc - 1, sp);
              continue;
            }
            case LOAD_GLOBAL_BUILTIN: {
              GlobalCache c = (GlobalCache) caches[pc - 1];
              if (f.globals.keysVersion() == c.globalsKeys && f.builtins.keysVersion() == c.builtinsKeys) {
                s[sp++] = f.builtins.valueAt(c.entry);
                if ((i & 256) != 0) {
                  s[sp++] = null;
                }
                continue;
              }
              sp = NameOps.loadGlobal(f, pc - 1, sp);
              continue;
            }
            case LOAD_GLOBAL:
              sp = NameOps.loadGlobal(f, pc - 1, sp);
              continue;
            case LOAD_ATTR_SLOT: {
              AttributeCache c = (AttributeCache) caches[pc - 1];
              if (s[sp - 1] instanceof PyObject o && o.shape == c.shape && c.type.version == c.version) {
                Object v = o.slots[c.index];
                if (v != null) {
                  s[sp - 1] = v;
                  if ((i & 256) != 0) {
                    s[sp++] = null;
                  }
                  continue;
                }
              }
              sp = AttributeOps.load(f, pc - 1, sp);
              continue;
            }
            case LOAD_ATTR_METHOD: {
              AttributeCache c = (AttributeCache) caches[pc - 1];
              Object o = s[sp - 1];
              if ((o instanceof PyObject p ? p.shape == c.shape : Py.typeOf(o) == c.type) && c.type.version == c.version) {
                s[sp - 1] = c.value;
                s[sp++] = o;
                continue;
              }
              sp = AttributeOps.load(f, pc - 1, sp);
              continue;
            }
            case LOAD_ATTR, LOAD_ATTR_OTHER:
              sp = AttributeOps.load(f, pc - 1, sp);
              continue;
            case STORE_ATTR_SLOT: {
              AttributeCache c = (AttributeCache) caches[pc - 1];
              if (s[sp - 1] instanceof PyObject o && o.shape == c.shape && c.type.version == c.version && !ThreadState.shared) {
                if (c.next == null) {
                  o.slots[c.index] = s[sp - 2];
                } else {
                  o.grow(c.shape, c.next, s[sp - 2]);
                }
                sp -= 2;
                continue;
              }
              AttributeOps.store(f, pc - 1, sp);
              sp -= 2;
              continue;
            }
            case STORE_ATTR:
              AttributeOps.store(f, pc - 1, sp);
              sp -= 2;
              continue;
            case CALL: {
              int n = i >> 8;
              int at = sp - n - 2;
              f.lasti = pc - 1;
              PyFrame callee = CallOps.push(ts, f, s, at, n);
              if (callee == null) {
                sp = at + 1;
                if (ts.interrupted) {
                  Interrupts.handle(ts);
                }
                continue;
              }
              f = callee;
              code = f.code;
              ins = code.instructions();
              s = f.fast;
              caches = code.caches;
              sp = f.sp;
              pc = 0;
              continue;
            }
            case CALL_KW: {
              f.lasti = pc - 1;
              int at = sp - (i >> 8) - 3;
              PyFrame callee = CallOps.pushKeywords(ts, f, s, sp, i >> 8);
              if (callee == null) {
                sp = at + 1;
                if (ts.interrupted) {
                  Interrupts.handle(ts);
                }
                continue;
              }
              f = callee;
              code = f.code;
              ins = code.instructions();
              s = f.fast;
              caches = code.caches;
              sp = f.sp;
              pc = 0;
              continue;
            }
            case RETURN_VALUE: {
              Object r = s[--sp];
              f.lasti = pc - 1;
              if (f == entry) {
                return r;
              }
              PyFrame caller = CallOps.pop(ts, f, r);
              f = caller;
              code = f.code;
              ins = code.instructions;
              s = f.fast;
              caches = code.caches;
              sp = f.sp;
              pc = f.lasti + 1;
              continue;
            }
            case BINARY_OP_ADD_INT:
              if (s[sp - 2] instanceof Long a && s[sp - 1] instanceof Long b) {
                long x = a;
                long y = b;
                long r = x + y;
                if (((x ^ r) & (y ^ r)) >= 0) {
                  int next = ins[pc];
                  if ((next & INSTRUMENTED_OPCODE) == STORE_FAST) {
                    pc++;
                    sp -= 2;
                    s[next >> 8] = Py.box(r);
                  } else {
                    s[--sp - 1] = Py.box(r);
                  }
                  continue;
                }
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_SUBTRACT_INT:
              if (s[sp - 2] instanceof Long a && s[sp - 1] instanceof Long b) {
                long x = a;
                long y = b;
                long r = x - y;
                if (((x ^ y) & (x ^ r)) >= 0) {
                  s[--sp - 1] = Py.box(r);
                  continue;
                }
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_ADD_FLOAT:
              if (s[sp - 2] instanceof Double a && s[sp - 1] instanceof Double b) {
                double r = a + b;
                int next = ins[pc];
                if ((next & INSTRUMENTED_OPCODE) == STORE_FAST) {
                  pc++;
                  sp -= 2;
                  s[next >> 8] = r;
                } else {
                  s[--sp - 1] = r;
                }
                continue;
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_SUBTRACT_FLOAT:
              if (s[sp - 2] instanceof Double a && s[sp - 1] instanceof Double b) {
                double r = a - b;
                int next = ins[pc];
                if ((next & INSTRUMENTED_OPCODE) == STORE_FAST) {
                  pc++;
                  sp -= 2;
                  s[next >> 8] = r;
                } else {
                  s[--sp - 1] = r;
                }
                continue;
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_MULTIPLY_FLOAT:
              if (s[sp - 2] instanceof Double a && s[sp - 1] instanceof Double b) {
                double r = a * b;
                int next = ins[pc];
                if ((next & INSTRUMENTED_OPCODE) == STORE_FAST) {
                  pc++;
                  sp -= 2;
                  s[next >> 8] = r;
                } else {
                  s[--sp - 1] = r;
                }
                continue;
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_SUBSCR_LIST_INT:
              if (s[sp - 1] instanceof Long k && s[sp - 2] instanceof PyList l && l.type() == PyList.TYPE) {
                s[--sp - 1] = l.getItem(k);
                continue;
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_SUBSCR_TUPLE_INT:
              if (s[sp - 1] instanceof Long k && s[sp - 2] instanceof PyTuple t && t.type() == PyTuple.TYPE) {
                s[--sp - 1] = t.getItem(k);
                continue;
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP_NUMBERS: {
              Object r = Arithmetic.binary(Quickening.operator(i >> 8), s[sp - 2], s[sp - 1]);
              if (r != null) {
                s[--sp - 1] = r;
                continue;
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            }
            case BINARY_OP_SUBSCR_DICT:
              if (s[sp - 2] instanceof PyDict d && d.type() == PyDict.TYPE) {
                f.lasti = pc - 1;
                Object r = d.get(s[sp - 1]);
                if (r != null) {
                  s[--sp - 1] = r;
                  continue;
                }
              }
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case BINARY_OP:
              Quickening.binaryOp(f, pc - 1, sp);
              sp--;
              continue;
            case COMPARE_OP: {
              Object r = Quickening.compareOp(f, pc - 1, s[sp - 2], s[sp - 1]);
              sp--;
              int next = ins[pc];
              if ((next & INSTRUMENTED_OPCODE) == POP_JUMP_IF_FALSE && r instanceof Boolean b) {
                sp--;
                pc = b ? pc + 2 : next >>> 8;
                continue;
              }
              s[sp - 1] = r;
              continue;
            }
            case COMPARE_OP_INT:
              if (s[sp - 2] instanceof Long a && s[sp - 1] instanceof Long b) {
                // the mask in the argument says which outcomes make it true: 2 less, 4 greater, 8 equal
                int outcome = a < b ? 2 : (long) a == b ? 8 : 4;
                boolean r = (i >> 8 & outcome) != 0;
                int next = ins[pc];
                sp -= 2;
                if ((next & INSTRUMENTED_OPCODE) == POP_JUMP_IF_FALSE) {
                  pc = r ? pc + 2 : next >>> 8;
                } else {
                  s[sp++] = r ? Boolean.TRUE : Boolean.FALSE;
                }
                continue;
              }
              s[sp - 2] = Quickening.compareMiss(f, pc - 1, s[sp - 2], s[sp - 1]);
              sp--;
              continue;
            case POP_JUMP_IF_FALSE:
              pc = s[--sp] == Boolean.FALSE ? i >>> 8 : pc + 1;
              continue;
            case POP_JUMP_IF_TRUE:
              pc = s[--sp] == Boolean.TRUE ? i >>> 8 : pc + 1;
              continue;
            case POP_JUMP_IF_NONE:
              pc = s[--sp] == Py.None ? i >>> 8 : pc + 1;
              continue;
            case POP_JUMP_IF_NOT_NONE:
              pc = s[--sp] != Py.None ? i >>> 8 : pc + 1;
              continue;
            case TO_BOOL:
              f.lasti = pc - 1;
              s[sp - 1] = Py.truth(s[sp - 1]) ? Boolean.TRUE : Boolean.FALSE;
              continue;
            case UNARY_NOT:
              s[sp - 1] = s[sp - 1] == Boolean.FALSE ? Boolean.TRUE : Boolean.FALSE;
              continue;
            case UNARY_NEGATIVE:
              f.lasti = pc - 1;
              s[sp - 1] = s[sp - 1] instanceof Long l && l != Long.MIN_VALUE ? (Object) Py.box(-l) : Operators.unary(Special.NEG, s[sp - 1]);
              continue;
            case IS_OP:
              sp--;
              s[sp - 1] = Py.is(s[sp - 1], s[sp]) == (ins[pc - 1] << 1 >> 9 == 0) ? Boolean.TRUE : Boolean.FALSE;
              continue;
            case CONTAINS_OP:
              sp--;
              f.lasti = pc - 1;
              s[sp - 1] = BuildOps.contains(s[sp], s[sp - 1]) == (ins[pc - 1] << 1 >> 9 == 0) ? Boolean.TRUE : Boolean.FALSE;
              continue;
            case GET_ITER:
              f.lasti = pc - 1;
              s[sp - 1] = Iteration.iter(s[sp - 1]);
              continue;
            case FOR_ITER: {
              Object it = s[sp - 1];
              Object v = it instanceof PyRangeIterator r
                  ? r.next()
                  : it instanceof PyListIterator l
                      ? l.next()
                      : generalNext(f, pc - 1, it);
              if (v == null) {
                pc = (ins[pc - 1] << 1 >>> 9) + 1;
                continue;
              }
              int next = ins[pc];
              if ((next & INSTRUMENTED_OPCODE) == STORE_FAST) {
                pc++;
                s[next >> 8] = v;
              } else {
                s[sp++] = v;
              }
              continue;
            }
            case UNPACK_SEQUENCE:
              f.lasti = pc - 1;
              sp = BuildOps.unpack(s, sp, i >> 8);
              continue;
            case BUILD_TUPLE: {
              int n = i >> 8;
              Object[] items = new Object[n];
              sp -= n;
              System.arraycopy(s, sp, items, 0, n);
              s[sp++] = PyTuple.of(items);
              continue;
            }
            case LIST_APPEND:
              sp--;
              ((PyList) s[sp - (i >> 8)]).add(s[sp]);
              continue;
            case STORE_SUBSCR:
              sp -= 3;
              f.lasti = pc - 1;
              Items.set(s[sp + 1], s[sp + 2], s[sp]);
              continue;
            case LOAD_NAME:
              f.lasti = pc - 1;
              s[sp++] = NameOps.loadName(f, code.names[i >> 8]);
              continue;
            case STORE_NAME:
              f.lasti = pc - 1;
              NameOps.storeName(f, code.names[i >> 8], s[--sp]);
              continue;
            case STORE_GLOBAL:
              f.globals.putStr(code.names[i >> 8], s[--sp]);
              continue;
            case SEND: {
              f.lasti = pc - 1;
              Object r = Generators.send(ts, s[sp - 2], s[sp - 1], f);
              if (r != null) {
                s[sp - 1] = r;
              } else {
                s[sp - 1] = f.extras().sendResult;
                f.extras().sendResult = null;
                pc = ins[pc - 1] << 1 >>> 9;
              }
              continue;
            }
            case YIELD_VALUE:
              f.lasti = pc - 1;
              f.sp = sp - 1;
              f.suspended = true;
              return s[sp - 1];
            case RETURN_GENERATOR:
              // the frame is run by its generator already: what was sent is on the stack
              continue;
            case PUSH_EXC_INFO: {
              PyBaseException previous = ts.handling.value;
              PyBaseException e = (PyBaseException) s[sp - 1];
              s[sp - 1] = previous == null ? Py.None : previous;
              s[sp++] = e;
              ts.handling.value = e;
              continue;
            }
            case POP_EXCEPT:
              ts.handling.value = s[--sp] instanceof PyBaseException e ? e : null;
              continue;
            case CHECK_EXC_MATCH:
              s[sp - 1] = ExceptionOps.matches(s[sp - 2], s[sp - 1]);
              continue;
            case RERAISE:
              throw ExceptionOps.reraise(f, s, sp, i >> 8);
            case COPY_FREE_VARS: {
              PyCell[] closure = f.function.closure;
              System.arraycopy(closure, 0, s, code.nfast - closure.length, closure.length);
              continue;
            }
            case MAKE_CELL:
              s[i >> 8] = new PyCell(s[i >> 8]);
              continue;
            case LOAD_SUPER_ATTR:
              f.lasti = pc - 1;
              sp = AttributeOps.loadSuper(f, i >> 8, sp);
              continue;
            case MAKE_FUNCTION:
              s[sp - 1] = new PyFunction((PyCode) s[sp - 1], f);
              continue;
            default:
              f.lasti = pc - 1;
              sp = ColdOps.run(ts, f, i, sp);
              continue;
          }
        }
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        f.lasti = pc - 1;
        f = ExceptionOps.unwind(ts, f, entry, e);
        code = f.code;
        ins = code.instructions;
        s = f.fast;
        caches = code.caches;
        sp = f.sp;
        pc = f.lasti;
      }
    }
  }

  /** The next item of any iterator. */
  private static Object generalNext(PyFrame f, int at, Object it) {
    f.lasti = at;
    return it instanceof PyIterator p && !p.type().isHeap() ? p.next() : Iteration.next(it);
  }
}
