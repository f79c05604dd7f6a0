package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyTraceback;
import dev.tuff.engine.reference.Finalizable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code _asyncio.Future}: the result of something to come. Its methods for Python are in {@link FutureMethods}. Not for several threads at
 * a time.
 */
public class PyFuture extends PyObject implements Finalizable {
  static final PyType TYPE = PyType.builtin("_asyncio.Future", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF,
      "A result that will be there later, or an exception; awaiting it waits for that.", new FutureMethodsTable(),
      new FutureAttributesTable());

  enum State {
    PENDING,
    CANCELLED,
    FINISHED
  }

  /** A callback and the context to call it in. */
  record Callback(Object function, Object context) {}

  private static final String[] MSG = {"msg"};

  /** Null before {@code __init__}. */
  Object loop;
  AsyncioState library;
  State state = State.PENDING;

  /** The first callback is kept apart: most futures have no other. */
  Callback callback;
  List<Callback> moreCallbacks;
  Object result;
  PyBaseException exception;
  private PyTraceback exceptionTraceback;

  /** Whether nobody has looked at the exception yet: it is logged when the future is dropped. */
  boolean logTraceback;

  /** Set by {@code await}, so that a task can tell {@code await future} from {@code yield future}. */
  boolean blocking;
  Object cancelMessage = Py.None;

  /** The exception that cancelled a task, raised to the first that asks. */
  PyBaseException cancelledError;
  Object sourceTraceback = Py.None;

  /** Most futures have one waiter; identity is equality for futures. */
  private PyFuture waiter;
  private Set<PyFuture> moreWaiters;

  private boolean watched;
  private Object guard;

  PyFuture(PyType type) {
    super(type);
  }

  /** To be called once {@link #isUnfinished}. */
  final void watch() {
    if (!watched) {
      watched = true;
      ThreadState.current().interpreter.references().watch(this);
    }
  }

  @Override
  public boolean isUnfinished() {
    return logTraceback;
  }

  @Override
  public final void keep(Object guard) {
    this.guard = guard;
  }

  @Override
  public final void die(ThreadState ts) {
    guard = null;
    try {
      Call.method(type().slot(Special.DEL), this);
    } catch (PyException e) {
      Unraisable.report(e.value, "Exception ignored while calling deallocator " + Py.javaRepr(type().slot(Special.DEL)));
    }
  }

  final void init(Object givenLoop) {
    ThreadState ts = ThreadState.current();
    Interpreter in = ts.interpreter;
    library = AsyncioState.of(in);
    state = State.PENDING;
    callback = null;
    moreCallbacks = null;
    result = null;
    exception = null;
    exceptionTraceback = null;
    logTraceback = false;
    blocking = false;
    cancelMessage = Py.None;
    cancelledError = null;
    sourceTraceback = Py.None;
    loop = givenLoop == Py.None ? AsyncioModule.get_event_loop(ts) : givenLoop;
    if (library.isDebug(ts, loop) && !in.finalizing) {
      sourceTraceback = Call.call(library.library("traceback", "extract_stack"));
    }
  }

  final void ensureAlive() {
    if (loop == null) {
      throw Errors.runtimeError("Future object is not initialized.");
    }
  }

  /** The loop of any future: {@code asyncio.futures._get_loop}. */
  static Object loopOf(Object future) {
    if (future instanceof PyFuture f && !f.type().isHeap()) {
      f.ensureAlive();
      return f.loop;
    }
    Object get = Attributes.find(future, "get_loop");
    return get == null ? Attributes.get(future, "_loop") : Call.call(get);
  }

  /** {@code future.cancel(msg=message)}, whatever kind of future that is. */
  static boolean cancel(Object future, Object message) {
    if (future instanceof PyFuture f && !f.type().isHeap()) {
      f.ensureAlive();
      return f.cancel(message);
    }
    return Py.truth(Call.call(Attributes.get(future, "cancel"), new Object[] {message}, MSG));
  }

  /** Called once it is done: the loop calls the callbacks soon. */
  void done() {
    Callback first = callback;
    List<Callback> more = moreCallbacks;
    callback = null;
    moreCallbacks = null;
    if (first == null && more == null) {
      return;
    }
    ThreadState ts = ThreadState.current();
    if (first != null) {
      library.callSoon(ts, loop, first.function, this, first.context);
    }
    if (more != null) {
      for (Callback c : more) {
        library.callSoon(ts, loop, c.function, this, c.context);
      }
    }
  }

  final void addCallback(Object function, Object context) {
    if (state != State.PENDING) {
      library.callSoon(ThreadState.current(), loop, function, this, context);
      return;
    }
    Callback c = new Callback(function, context);
    if (callback == null && moreCallbacks == null) {
      callback = c;
    } else {
      if (moreCallbacks == null) {
        moreCallbacks = new ArrayList<>();
      }
      moreCallbacks.add(c);
    }
  }

  /** The callbacks as a list of pairs, or None. */
  final Object callbacks() {
    if (callback == null && moreCallbacks == null) {
      return Py.None;
    }
    PyList out = new PyList();
    if (callback != null) {
      out.add(Py.tuple(callback.function, callback.context));
    }
    if (moreCallbacks != null) {
      for (Callback c : moreCallbacks) {
        out.add(Py.tuple(c.function, c.context));
      }
    }
    return out;
  }

  /** Removes the callbacks equal to a function; how many there were. Their comparison may run any code. */
  final int removeCallbacks(Object function) {
    int removed = 0;
    if (callback != null && Py.eq(callback.function, function)) {
      callback = null;
      removed++;
    }
    if (moreCallbacks == null) {
      return removed;
    }
    List<Callback> kept = new ArrayList<>();
    for (int i = 0; moreCallbacks != null && i < moreCallbacks.size(); i++) {
      Callback c = moreCallbacks.get(i);
      if (Py.eq(c.function, function)) {
        removed++;
      } else if (moreCallbacks != null) {
        kept.add(c);
      }
    }
    if (moreCallbacks != null) {
      moreCallbacks = kept.isEmpty() ? null : kept;
    }
    return removed;
  }

  boolean cancel(Object message) {
    logTraceback = false;
    if (state != State.PENDING) {
      return false;
    }
    state = State.CANCELLED;
    cancelMessage = message;
    done();
    return true;
  }

  final void setResult(Object value) {
    ensureAlive();
    if (state != State.PENDING) {
      throw library.invalidState("invalid state");
    }
    result = value;
    state = State.FINISHED;
    done();
  }

  final void setException(Object given) {
    ensureAlive();
    if (state != State.PENDING) {
      throw library.invalidState("invalid state");
    }
    Object made = given instanceof PyType t && t.isSubtype(Exceptions.BaseException) ? Call.call(t) : given;
    if (state != State.PENDING) {
      throw library.invalidState("invalid state");
    }
    if (!(made instanceof PyBaseException e)) {
      throw Errors.typeError("invalid exception object");
    }
    if (e.type().isSubtype(Exceptions.StopIteration)) {
      PyBaseException wrapped = PyBaseException.create(Exceptions.RuntimeError,
          "StopIteration interacts badly with generators and cannot be raised into a Future");
      wrapped.cause = e;
      wrapped.context = e;
      wrapped.suppressContext = true;
      e = wrapped;
    }
    exception = e;
    exceptionTraceback = e.traceback;
    state = State.FINISHED;
    done();
    logTraceback = true;
    watch();
  }

  /** The result; raises the exception if that is what it ended with. */
  final Object takeResult() {
    if (library == null) {
      throw AsyncioState.of(Interpreter.current()).invalidState("Future object is not initialized.");
    }
    switch (state) {
      case CANCELLED:
        throw new PyException(makeCancelledError());
      case PENDING:
        throw library.invalidState("Result is not set.");
      default:
    }
    logTraceback = false;
    if (exception != null) {
      exception.traceback = exceptionTraceback;
      throw new PyException(exception);
    }
    return result;
  }

  /** The exception to raise where a cancelled future is awaited: that of the task's own cancellation, once. */
  final PyBaseException makeCancelledError() {
    PyBaseException e = cancelledError;
    if (e != null) {
      cancelledError = null;
      return e;
    }
    PyType type = library == null ? AsyncioState.of(Interpreter.current()).cancelledError() : library.cancelledError();
    return cancelMessage == Py.None ? PyBaseException.create(type) : PyBaseException.create(type, cancelMessage);
  }

  final void addWaiter(PyFuture f) {
    if (waiter == null && moreWaiters == null) {
      waiter = f;
    } else if (waiter != f) {
      if (moreWaiters == null) {
        moreWaiters = new LinkedHashSet<>(4);
      }
      moreWaiters.add(f);
    }
  }

  final void removeWaiter(PyFuture f) {
    if (waiter == f) {
      waiter = null;
    } else if (moreWaiters != null) {
      moreWaiters.remove(f);
      if (moreWaiters.isEmpty()) {
        moreWaiters = null;
      }
    }
  }

  final Object waiters() {
    if (moreWaiters == null) {
      return waiter == null ? Py.None : PyFrozenSet.of(waiter);
    }
    List<Object> all = new ArrayList<>(moreWaiters);
    if (waiter != null) {
      all.addFirst(waiter);
    }
    return PyFrozenSet.of(all.toArray());
  }
}
