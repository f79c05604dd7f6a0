package dev.tuff.engine.interp;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;

/**
 * Instructions done for compiled code on any operands, which come as arguments of Java: no dispatch, no operand stack. All have the same form:
 * {@code constant} and {@code arg} are what the compiler knows, then the operands, the instruction and the stack's height without them. The frame
 * is in its exact state but for the operands. They may raise and run anything; what they give goes through {@link Tiers#polled}.
 */
public final class Routines {
  private Routines() {}

  private static void begin(PyFrame f, int at, int sp) {
    f.lasti = at;
    f.sp = sp;
  }

  private static Object bool(boolean b) {
    return b ? Boolean.TRUE : Boolean.FALSE;
  }

  /** What a function has given that took the place of a static one; {@code constant} is the check. */
  public static Object checked(ThreadState ts, PyFrame f, Object constant, int arg, Object result, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, ((StaticCallee.ResultCheck) constant).apply(ts.interpreter, result), sp);
  }

  // ---- operators

  /** What BINARY_OP makes of what the left operand's method has given; {@code arg} is its own. */
  public static Object ofBinary(ThreadState ts, PyFrame f, Object constant, int arg, Object a, Object b, Object result, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, OperatorResult.ofBinary(arg, a, b, result), sp);
  }

  /** The same of COMPARE_OP. */
  public static Object ofComparison(ThreadState ts, PyFrame f, Object constant, int arg, Object a, Object b, Object result, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, OperatorResult.ofComparison(arg, a, b, result), sp);
  }

  /** BINARY_OP with its argument. */
  public static Object binary(ThreadState ts, PyFrame f, Object constant, int arg, Object a, Object b, int at, int sp) {
    begin(f, at, sp);
    // a dict is asked once, not for what is absent first
    Object v = arg == BinaryOp.NB_SUBSCR && a instanceof PyDict d && d.type() == PyDict.TYPE ? d.plainGet(b) : null;
    if (v == null) {
      ts.raised = PlainErrors.ofBinary(arg, a, b);
      if (ts.raised != null) {
        return CompiledCode.RAISED;
      }
      v = Quickening.binary(arg, a, b);
    }
    return Tiers.polled(ts, f, v, sp);
  }

  /** COMPARE_OP with its argument. */
  public static Object compare(ThreadState ts, PyFrame f, Object constant, int arg, Object a, Object b, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, Quickening.compareOp(arg, a, b), sp);
  }

  /** CONTAINS_OP; {@code arg} 1 for {@code not in}. */
  public static Object contains(ThreadState ts, PyFrame f, Object constant, int arg, Object item, Object container, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, bool(Items.contains(container, item) == (arg == 0)), sp);
  }

  /** TO_BOOL. */
  public static Object truth(ThreadState ts, PyFrame f, Object constant, int arg, Object o, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, bool(Py.truth(o)), sp);
  }

  /** UNARY_NEGATIVE, UNARY_INVERT: {@code arg} is the special method. */
  public static Object unary(ThreadState ts, PyFrame f, Object constant, int arg, Object a, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, Operators.unary(arg, a), sp);
  }

  public static Object storeItem(ThreadState ts, PyFrame f, Object constant, int arg, Object value, Object container, Object key, int at, int sp) {
    begin(f, at, sp);
    Items.set(container, key, value);
    return Tiers.polledNothing(ts, f);
  }

  public static Object deleteItem(ThreadState ts, PyFrame f, Object constant, int arg, Object container, Object key, int at, int sp) {
    begin(f, at, sp);
    Items.delete(container, key);
    return Tiers.polledNothing(ts, f);
  }

  public static Object slice(ThreadState ts, PyFrame f, Object constant, int arg, Object container, Object start, Object stop, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, BuildOps.slice(container, start, stop), sp);
  }

  // ---- attributes; the constant is the name

  /** LOAD_ATTR; {@code arg} 1 if a call follows, which wants a receiver or null behind it. */
  public static Object attribute(ThreadState ts, PyFrame f, Object name, int arg, Object o, int at, int sp) {
    begin(f, at, sp);
    Object v = Attributes.getOrNull(o, (String) name);
    if (v == null) {
      ts.raised = Errors.attributeError(o, (String) name);
      return CompiledCode.RAISED;
    }
    Object r = Tiers.polled(ts, f, v, sp);
    if (r == CompiledCode.RAISED && arg != 0) {
      f.fast[f.sp++] = null;
    }
    return r;
  }

  /** LOAD_ATTR by a {@link DescriptorCache}. */
  public static Object described(ThreadState ts, PyFrame f, Object cache, int arg, Object o, int at, int sp) {
    begin(f, at, sp);
    Object v = ((DescriptorCache) cache).load(o);
    if (v == null) {
      return attribute(ts, f, f.code.names[(f.code.instructions[at] & Integer.MAX_VALUE) >> 9], arg, o, at, sp);
    }
    Object r = Tiers.polled(ts, f, v, sp);
    if (r == CompiledCode.RAISED && arg != 0) {
      f.fast[f.sp++] = null;
    }
    return r;
  }

  public static Object storeAttribute(ThreadState ts, PyFrame f, Object name, int arg, Object value, Object o, int at, int sp) {
    begin(f, at, sp);
    Attributes.set(o, (String) name, value);
    return Tiers.polledNothing(ts, f);
  }

  // ---- calls

  /** CALL and CALL_KW of anything; the constant is its {@link CallSite}. */
  public static Object call(ThreadState ts, PyFrame f, Object site, int arg, Object callee, Object self, Object[] operands, int at, int sp) {
    begin(f, at, sp);
    return Tiers.called(ts, f, callee, ((CallSite) site).call(ts, f, callee, self, operands), sp);
  }

  /** {@code next(iterator)}; the constant is the function. An iterator of the engine's own tells its end without an exception of Java's. */
  public static Object nextItem(ThreadState ts, PyFrame f, Object next, int arg, Object iterator, int at, int sp) {
    begin(f, at, sp);
    if (!(iterator instanceof PyIterator i) || i.type().isHeap() || i.type().slot(Special.NEXT) == null) {
      return Tiers.polled(ts, f, Call.call(next, iterator), sp);
    }
    Object v = i.next();
    if (v == null) {
      ts.raised = i.stop();
      return CompiledCode.RAISED;
    }
    return Tiers.polled(ts, f, v, sp);
  }

  /** CALL_FUNCTION_EX. */
  public static Object callExpanded(ThreadState ts, PyFrame f, Object constant, int arg, Object callee, Object positional, Object keywords, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, CallOps.callEx(callee, positional, (PyDict) keywords), sp);
  }

  /** DICT_MERGE: keyword arguments of a call. */
  public static Object mergeKeywords(ThreadState ts, PyFrame f, Object constant, int arg, Object callee, Object into, Object from, int at, int sp) {
    begin(f, at, sp);
    CallOps.mergeKeywords(callee, (PyDict) into, from);
    return Tiers.polledNothing(ts, f);
  }

  /** CALL_INTRINSIC_1. */
  public static Object intrinsic(ThreadState ts, PyFrame f, Object constant, int arg, Object o, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, Intrinsics.one(ts, f, arg, o), sp);
  }

  /** WITH_EXCEPT_START. */
  public static Object exit(ThreadState ts, PyFrame f, Object constant, int arg, Object exit, Object self, Object exception, int at, int sp) {
    begin(f, at, sp);
    PyBaseException e = (PyBaseException) exception;
    Object traceback = e.traceback == null ? Py.None : e.traceback;
    Object r = self == null ? Call.call(exit, e.type(), e, traceback) : Call.object(exit).call4(self, e.type(), e, traceback);
    return Tiers.polled(ts, f, r, sp);
  }

  /** CHECK_EXC_MATCH. */
  public static Object matches(ThreadState ts, PyFrame f, Object constant, int arg, Object exception, Object classes, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, ExceptionOps.matches(exception, classes), sp);
  }

  // ---- text

  /** FORMAT_SIMPLE, FORMAT_WITH_SPEC. */
  public static Object format(ThreadState ts, PyFrame f, Object constant, int arg, Object value, Object spec, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, ColdOps.format(value, spec), sp);
  }

  /** CONVERT_VALUE. */
  public static Object convert(ThreadState ts, PyFrame f, Object constant, int arg, Object value, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, ColdOps.convert(value, arg), sp);
  }

  // ---- containers

  public static Object extendList(ThreadState ts, PyFrame f, Object constant, int arg, Object list, Object more, int at, int sp) {
    begin(f, at, sp);
    BuildOps.extend((PyList) list, more);
    return Tiers.polledNothing(ts, f);
  }

  public static Object updateSet(ThreadState ts, PyFrame f, Object constant, int arg, Object set, Object more, int at, int sp) {
    begin(f, at, sp);
    BuildOps.addAll((PySet) set, more);
    return Tiers.polledNothing(ts, f);
  }

  public static Object updateDict(ThreadState ts, PyFrame f, Object constant, int arg, Object dict, Object more, int at, int sp) {
    begin(f, at, sp);
    BuildOps.update((PyDict) dict, more);
    return Tiers.polledNothing(ts, f);
  }

  /** GET_ITER. */
  public static Object iterator(ThreadState ts, PyFrame f, Object constant, int arg, Object o, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, Iteration.iter(o), sp);
  }

  // ---- coroutines

  /** GET_AWAITABLE. */
  public static Object awaitable(ThreadState ts, PyFrame f, Object constant, int arg, Object o, int at, int sp) {
    if (o instanceof PyCoroutine c && c.delegate() == null) {
      return o;
    }
    begin(f, at, sp);
    return Tiers.polled(ts, f, Generators.awaitable(o, arg), sp);
  }

  /** GET_AITER. */
  public static Object asyncIterator(ThreadState ts, PyFrame f, Object constant, int arg, Object o, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, Generators.asyncIterator(o), sp);
  }

  /** GET_ANEXT. */
  public static Object asyncNext(ThreadState ts, PyFrame f, Object constant, int arg, Object iterator, int at, int sp) {
    begin(f, at, sp);
    return Tiers.polled(ts, f, Generators.asyncNext(iterator), sp);
  }
}
