package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
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
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import java.util.ArrayList;
import java.util.List;

/** What the instructions of {@code yield from}, {@code await} and async iteration do with the objects that they meet. */
public final class Generators {
  private Generators() {}

  /** GET_ITER. */
  static void getIter(PyFrame f, int next, int sp) {
    f.lasti = next - 1;
    f.sp = sp;
    Object iterator = Iteration.iter(f.fast[sp - 1]);
    f.fast[sp - 1] = iterator;
    Object[] caches = f.code.caches;
    if (caches[next] != iterator.getClass() && caches[next] != Object.class) {
      // the class of the iterators, for compilers; Object if they are of several
      caches[next] = caches[next] == null ? iterator.getClass() : Object.class;
    }
  }

  /** FOR_ITER over anything. */
  static void forIter(ThreadState ts, PyFrame f, int next, int sp) {
    f.lasti = next - 1;
    f.sp = sp;
    Object it = f.fast[sp - 1];
    if (it instanceof PyGenerator g && g.enter(ts, f, Py.None)) {
      return;
    }
    Object v = Iteration.next(it);
    if (v != null) {
      received(f, v);
    } else {
      finished(f, null);
    }
  }

  /** SEND. */
  static void send(ThreadState ts, PyFrame f, int next, int sp) {
    f.lasti = next - 1;
    f.sp = sp;
    Object receiver = f.fast[sp - 2];
    Object value = f.fast[sp - 1];
    if (receiver instanceof Suspendable g && !(receiver instanceof PyAsyncGenerator) && g.enter(ts, f, value)) {
      return;
    }
    Object v = send(ts, receiver, value);
    if (v != null) {
      received(f, v);
    } else {
      finished(f, sent(ts));
    }
  }

  /** YIELD_VALUE in a generator that this loop entered: its caller's instruction has a value. */
  static void yielded(ThreadState ts, PyFrame f, Object value) {
    ((Suspendable) f.generator).leave(ts, Suspendable.State.SUSPENDED);
    received(ts.frame, value);
  }

  /** RETURN_VALUE in a generator that this loop entered. */
  static void returned(ThreadState ts, PyFrame f, Object result) {
    Suspendable g = (Suspendable) f.generator;
    g.leave(ts, Suspendable.State.CLOSED);
    g.release();
    finished(ts.frame, result);
  }

  /** Completes the FOR_ITER or SEND at which the frame stands with the next value. */
  private static void received(PyFrame f, Object value) {
    if (forIterates(f)) {
      f.fast[f.sp++] = value;
    } else {
      f.fast[f.sp - 1] = value;
    }
  }

  /** Completes the FOR_ITER or SEND at which the frame stands, when the iterator is at its end. */
  private static void finished(PyFrame f, Object result) {
    int target = (f.code.instructions[f.lasti] & Integer.MAX_VALUE) >> 8;
    if (forIterates(f)) {
      // END_FOR is for tools only
      f.lasti = target;
    } else {
      f.fast[f.sp - 1] = result;
      f.lasti = target - 1;
    }
  }

  private static boolean forIterates(PyFrame f) {
    return (f.code.instructions[f.lasti] & 0xFF) == Opcode.FOR_ITER;
  }

  /** SEND without entering a frame here: the next value; null when finished, {@link #sent} gives the result then. */
  static Object send(ThreadState ts, Object receiver, Object value) {
    if (receiver instanceof Suspendable g && !(receiver instanceof PyAsyncGenerator)) {
      Object v = g.send(ts, value);
      return v == null ? ended(ts, g) : v;
    }
    try {
      if (value == Py.None && receiver instanceof PyIterator it && !it.type().isHeap()) {
        Object v = it.next();
        if (v == null) {
          ts.sendResult = it.returned();
        }
        return v;
      }
      if (value == Py.None && Py.typeOf(receiver).slot(Special.NEXT) != null) {
        return Call.method(Py.typeOf(receiver).slot(Special.NEXT), receiver);
      }
      return Call.attribute(receiver, "send", value);
    } catch (PyException e) {
      if (e.is(Exceptions.StopIteration)) {
        ts.sendResult = stopValue(e.value);
        return null;
      }
      throw e;
    }
  }

  /** What {@link #send} gives, null, where the receiver has just returned: its value is kept for {@link #sent}. */
  static Object ended(ThreadState ts, Suspendable g) {
    ts.sendResult = g.result;
    g.result = Py.None;
    return null;
  }

  /** What the receiver of a {@link #send} that has just ended has returned. */
  static Object sent(ThreadState ts) {
    Object result = ts.sendResult;
    ts.sendResult = null;
    return result;
  }

  /** One step of a coroutine or generator for its scheduler; null when it has returned: {@link Suspendable#returned}. */
  public static Object step(ThreadState ts, Suspendable g, PyException thrown) {
    return thrown == null ? g.send(ts, Py.None) : g.raise(ts, thrown);
  }

  /** Whether the coroutine that the instruction of a frame makes goes to {@code await} at once. */
  static boolean isAwaited(PyFrame f) {
    return f != null && (f.code.instructions[f.lasti + 1] & 0x800000FF) == Opcode.GET_AWAITABLE;
  }

  /** Whether what the instruction of a frame makes is dropped at once. */
  static boolean isDropped(PyFrame f) {
    return (f.code.instructions[f.lasti + 1] & 0x800000FF) == Opcode.POP_TOP;
  }

  /** The warning for a coroutine that was dropped before it ran. */
  static void warnNeverAwaited(PyCoroutine c) {
    String ignored = "Exception ignored while finalizing coroutine " + Py.javaRepr(c);
    Object warn = Attributes.find(Interpreter.current().importModule("warnings"), "_warn_unawaited_coroutine");
    if (warn != null) {
      try {
        Call.call(warn, c);
        return;
      } catch (PyException e) {
        Unraisable.report(e.value, ignored);
        if (e.is(Exceptions.RuntimeWarning)) {
          return;
        }
      }
    }
    warnNeverAwaited("coroutine '" + Py.javaString(c.qualname) + "' was never awaited", ignored);
  }

  /** The plain warning; {@code ignored} is what to say if a filter turns it into an error. */
  static void warnNeverAwaited(String message, String ignored) {
    try {
      Warnings.warn(Exceptions.RuntimeWarning, message, 1);
    } catch (PyException e) {
      Unraisable.report(e.value, ignored);
    }
  }

  /** The value of a StopIteration. */
  public static Object stopValue(PyBaseException e) {
    Object v = Attributes.find(e, "value");
    return v == null ? Py.None : v;
  }

  /** GET_YIELD_FROM_ITER. */
  static Object yieldFromIterator(PyFrame f, Object o) {
    if (o instanceof PyCoroutine) {
      if ((f.code.flags & (Code.CO_COROUTINE | Code.CO_ITERABLE_COROUTINE)) == 0) {
        throw Errors.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return o;
    }
    return o instanceof PyGenerator ? o : Iteration.iter(o);
  }

  /** GET_AWAITABLE; {@code where} 1 is {@code __aenter__}, 2 {@code __aexit__}. */
  static Object awaitable(Object o, int where) {
    Object it = awaitableOrNull(o);
    if (it == null) {
      String type = Py.typeOf(o).name();
      throw Errors.typeError(switch (where) {
        case 1 -> "'async with' received an object from __aenter__ that does not implement __await__: " + type;
        case 2 -> "'async with' received an object from __aexit__ that does not implement __await__: " + type;
        default -> "'" + type + "' object can't be awaited";
      });
    }
    if (it instanceof PyCoroutine c && c.delegate() != null) {
      throw Errors.runtimeError("coroutine is being awaited already");
    }
    return it;
  }

  private static Object awaitableOrNull(Object o) {
    if (o instanceof PyCoroutine || o instanceof PyGenerator g && g.isIterableCoroutine()) {
      return o;
    }
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.AWAIT);
    if (f == null || f == Py.None) {
      return null;
    }
    Object it = Call.method(f, o);
    if (it instanceof PyCoroutine || it instanceof PyGenerator g && g.isIterableCoroutine()) {
      throw Errors.typeError("__await__() returned a coroutine");
    }
    if (Py.typeOf(it).slot(Special.NEXT) == null) {
      throw Errors.typeError("__await__() returned non-iterator of type '" + Py.typeOf(it).fullName() + "'");
    }
    return it;
  }

  /** GET_AITER. */
  static Object asyncIterator(Object o) {
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.AITER);
    if (f == null) {
      throw Errors.typeError("'async for' requires an object with __aiter__ method, got " + t.name());
    }
    Object it = Call.method(f, o);
    if (Py.typeOf(it).slot(Special.ANEXT) == null) {
      throw Errors.typeError("'async for' received an object from __aiter__ that does not implement __anext__: " + Py.typeOf(it).name());
    }
    return it;
  }

  /** GET_ANEXT. */
  static Object asyncNext(Object o) {
    if (o instanceof PyAsyncGenerator g) {
      // awaited at once: nobody need be told that it never was
      g.callHooks(ThreadState.current());
      return new AsyncGeneratorSend(g, Py.None);
    }
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.ANEXT);
    if (f == null) {
      throw Errors.typeError("'async for' requires an iterator with __anext__ method, got " + t.name());
    }
    Object next = Call.method(f, o);
    Object it;
    try {
      it = awaitableOrNull(next);
    } catch (PyException e) {
      PyException wrapped = Errors.typeError("'async for' received an invalid object from __anext__: " + Py.typeOf(next).name());
      wrapped.value.cause = e.value;
      wrapped.value.suppressContext = true;
      throw wrapped;
    }
    if (it == null) {
      PyException wrapped = Errors.typeError("'async for' received an invalid object from __anext__: " + Py.typeOf(next).name());
      wrapped.value.cause = Errors.typeError("'" + Py.typeOf(next).name() + "' object can't be awaited").value;
      wrapped.value.context = wrapped.value.cause;
      wrapped.value.suppressContext = true;
      throw wrapped;
    }
    return it;
  }

  /** INTRINSIC_STOPITERATION_ERROR: a StopIteration must not leave a generator (PEP 479). */
  static PyBaseException stopIterationError(PyFrame f, PyBaseException e) {
    String kind = f.generator instanceof Suspendable s ? s.kind() : "generator";
    String which = e.type().isSubtype(Exceptions.StopIteration) ? "StopIteration"
        : e.type().isSubtype(Exceptions.StopAsyncIteration) && f.generator instanceof PyAsyncGenerator ? "StopAsyncIteration" : null;
    if (which == null) {
      return e;
    }
    PyBaseException error = PyBaseException.create(Exceptions.RuntimeError, kind + " raised " + which);
    error.cause = e;
    error.context = e;
    error.suppressContext = true;
    return error;
  }

  /** {@code cr_origin}: the innermost callers as (filename, line, function). */
  static Object origin(ThreadState ts, int depth) {
    List<Object> frames = new ArrayList<>();
    for (PyFrame f = ts.frame; f != null && frames.size() < depth; f = f.back) {
      frames.add(PyTuple.of(Py.str(f.code.code.filename), Py.box(f.code.code.line(Math.max(0, f.lasti))), Py.str(f.code.code.name)));
    }
    return PyTuple.of(frames.toArray());
  }
}
