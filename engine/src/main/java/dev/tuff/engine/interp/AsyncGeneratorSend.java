package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;

/** {@code async_generator_asend}. */
final class AsyncGeneratorSend extends AsyncGeneratorStep {
  static final PyType TYPE = PyType.builtin("async_generator_asend", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new AsyncGeneratorSendTable());

  private final Object value;

  /** The value that was yielded, for who waits for it; null if there is none. */
  private Object result;

  AsyncGeneratorSend(PyAsyncGenerator generator, Object value) {
    super(TYPE, generator);
    this.value = value;
  }

  private void start() {
    if (stage == Stage.CLOSED) {
      throw reused("__anext__()/asend()");
    }
    if (stage == Stage.INIT) {
      if (generator.runningAsync) {
        stage = Stage.CLOSED;
        throw running("anext()");
      }
      stage = Stage.ITERATING;
      generator.runningAsync = true;
    }
  }

  @Override
  String method() {
    return "asend";
  }

  /** As {@link #sendStep}, but without an exception for a value that is there. */
  @Override
  public Object next() {
    ThreadState ts = ThreadState.current();
    return Tiers.orThrow(ts, step(ts));
  }

  /** As {@link #next}; or {@link CompiledCode#RAISED} for what compiled code need not throw. */
  Object step(ThreadState ts) {
    Object sent = stage == Stage.INIT ? value : Py.None;
    start();
    Object r;
    try {
      r = generator.step(ts, sent);
    } catch (PyException e) {
      failed(e);
      throw e;
    }
    if (r instanceof PyAsyncGenerator.Value v) {
      generator.runningAsync = false;
      stage = Stage.CLOSED;
      result = v.value;
      return null;
    }
    if (r == CompiledCode.RAISED) {
      failed(ts.raised);
      return r;
    }
    if (r == null) {
      ts.raised = ended();
      return CompiledCode.RAISED;
    }
    return r;
  }

  @Override
  public Object returned() {
    Object r = result;
    result = null;
    return r == null ? Py.None : r;
  }

  @Override
  public PyException stop() {
    return Suspendable.stopIteration(returned());
  }

  @Override
  Object sendStep(ThreadState ts, Object sent) {
    if (stage == Stage.INIT && sent == Py.None) {
      sent = value;
    }
    start();
    Object r;
    try {
      r = generator.send(ts, sent);
    } catch (PyException e) {
      failed(e);
      throw e;
    }
    return unwrap(r);
  }

  @Override
  Object raiseStep(ThreadState ts, Object type, Object value, Object traceback) {
    start();
    Object r;
    try {
      r = generator.raise(ts, Suspendable.thrown(type, value, traceback));
    } catch (PyException e) {
      failed(e);
      throw e;
    }
    return unwrap(r);
  }

  @Method("__await__(self, /)")
  static Object __await__(AsyncGeneratorSend self) {
    return self;
  }

  @Method("send(self, value, /)")
  static Object send(AsyncGeneratorSend self, Object value, ThreadState ts) {
    return self.sendStep(ts, value);
  }

  @Method(value = "throw(self, type, value=<null>, traceback=<null>, /)", textSignature = false)
  static Object raise(AsyncGeneratorSend self, Object type, Object value, Object traceback, ThreadState ts) {
    Suspendable.deprecated("throw", value, traceback);
    return self.raiseStep(ts, type, value, traceback);
  }

  @Method("close(self, /)")
  static void close(AsyncGeneratorSend self, ThreadState ts) {
    if (self.stage == Stage.CLOSED) {
      return;
    }
    Object r;
    try {
      r = self.raiseStep(ts, Exceptions.GeneratorExit, Py.None, Py.None);
    } catch (PyException e) {
      if (e.is(Exceptions.StopIteration) || e.is(Exceptions.StopAsyncIteration) || e.is(Exceptions.GeneratorExit)) {
        return;
      }
      throw e;
    }
    if (r != null) {
      throw Errors.runtimeError("coroutine ignored GeneratorExit");
    }
  }
}
