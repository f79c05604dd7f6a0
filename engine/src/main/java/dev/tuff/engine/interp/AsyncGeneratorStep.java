package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.reference.Finalizable;

/** One step of an async generator under way: the awaitable that {@code asend()}, {@code athrow()} or {@code aclose()} gave. */
abstract class AsyncGeneratorStep extends PyIterator implements Finalizable {
  enum Stage {
    INIT,
    ITERATING,
    CLOSED
  }

  final PyAsyncGenerator generator;
  Stage stage = Stage.INIT;

  private Object guard;

  AsyncGeneratorStep(PyType type, PyAsyncGenerator generator) {
    super(type);
    this.generator = generator;
  }

  /** The method of the generator that made it. */
  abstract String method();

  /** To be called if it is not certain to be awaited. */
  final AsyncGeneratorStep watched(ThreadState ts) {
    ts.interpreter.references().watch(this);
    return this;
  }

  @Override
  public final boolean isUnfinished() {
    return stage == Stage.INIT;
  }

  @Override
  public final void keep(Object guard) {
    this.guard = guard;
  }

  @Override
  public final void die(ThreadState ts) {
    guard = null;
    Generators.warnNeverAwaited("coroutine method '" + method() + "' of " + Py.javaRepr(generator.qualname) + " was never awaited",
        "Exception ignored while finalizing " + Py.javaRepr(this));
  }

  abstract Object sendStep(ThreadState ts, Object value);

  abstract Object raiseStep(ThreadState ts, Object type, Object value, Object traceback);

  @Override
  public Object next() {
    return sendStep(ThreadState.current(), Py.None);
  }

  /** A step in the frame: what is awaited passes through, a yielded value ends the step as StopIteration. */
  final Object unwrap(Object yielded) {
    if (yielded == null) {
      throw ended();
    }
    if (yielded instanceof PyAsyncGenerator.Value v) {
      generator.runningAsync = false;
      stage = Stage.CLOSED;
      throw Suspendable.stopIteration(v.value);
    }
    return yielded;
  }

  /** The frame has returned: StopAsyncIteration. */
  final PyException ended() {
    generator.finished = true;
    generator.runningAsync = false;
    stage = Stage.CLOSED;
    return Errors.make(Exceptions.StopAsyncIteration);
  }

  /** After an exception came out of the frame. */
  final void failed(PyException e) {
    if (e.is(Exceptions.StopAsyncIteration) || e.is(Exceptions.GeneratorExit)) {
      generator.finished = true;
    }
    generator.runningAsync = false;
    stage = Stage.CLOSED;
  }

  final PyException reused(String what) {
    return Errors.runtimeError("cannot reuse already awaited " + what);
  }

  final PyException running(String what) {
    return Errors.runtimeError(what + ": asynchronous generator is already running");
  }
}
