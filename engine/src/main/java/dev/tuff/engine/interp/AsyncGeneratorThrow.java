package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;

/** {@code async_generator_athrow}. */
final class AsyncGeneratorThrow extends AsyncGeneratorStep {
  static final PyType TYPE = PyType.builtin("async_generator_athrow", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new AsyncGeneratorThrowTable());

  /** Type, value and traceback to throw; null for {@code aclose()}. */
  private final Object[] exception;

  AsyncGeneratorThrow(PyAsyncGenerator generator, Object[] exception) {
    super(TYPE, generator);
    this.exception = exception;
  }

  @Override
  String method() {
    return exception == null ? "aclose" : "athrow";
  }

  private String call() {
    return exception == null ? "aclose()" : "athrow()";
  }

  @Override
  Object sendStep(ThreadState ts, Object sent) {
    if (stage == Stage.CLOSED) {
      throw reused("aclose()/athrow()");
    }
    if (generator.finished && stage == Stage.INIT || generator.state == Suspendable.State.CLOSED) {
      stage = Stage.CLOSED;
      throw exception == null ? Errors.stopIteration() : Errors.make(Exceptions.StopAsyncIteration);
    }
    if (stage == Stage.INIT) {
      return first(ts, sent);
    }
    Object r;
    try {
      r = generator.send(ts, sent);
    } catch (PyException e) {
      throw ended(e);
    }
    return passed(r);
  }

  private Object first(ThreadState ts, Object sent) {
    if (generator.runningAsync) {
      stage = Stage.CLOSED;
      throw running(call());
    }
    if (sent != Py.None) {
      throw Errors.runtimeError("can't send non-None value to a just-started async generator");
    }
    stage = Stage.ITERATING;
    generator.runningAsync = true;
    Object r;
    try {
      if (exception == null) {
        generator.finished = true;
        r = generator.raise(ts, Errors.make(Exceptions.GeneratorExit), false);
      } else {
        r = generator.raise(ts, Suspendable.thrown(exception[0], exception[1], exception[2]), false);
      }
    } catch (PyException e) {
      throw ended(e);
    }
    return passed(r);
  }

  /** What came out of the frame without an exception. */
  private Object passed(Object r) {
    if (exception == null) {
      if (r instanceof PyAsyncGenerator.Value) {
        generator.runningAsync = false;
        stage = Stage.CLOSED;
        throw Errors.runtimeError("async generator ignored GeneratorExit");
      }
      if (r == null) {
        generator.runningAsync = false;
        stage = Stage.CLOSED;
        throw Errors.stopIteration();
      }
      return r;
    }
    return unwrap(r);
  }

  private PyException ended(PyException e) {
    generator.runningAsync = false;
    stage = Stage.CLOSED;
    if (exception == null && (e.is(Exceptions.StopAsyncIteration) || e.is(Exceptions.GeneratorExit))) {
      return Errors.stopIteration();
    }
    failed(e);
    return e;
  }

  @Override
  Object raiseStep(ThreadState ts, Object type, Object value, Object traceback) {
    if (stage == Stage.CLOSED) {
      throw reused("aclose()/athrow()");
    }
    if (stage == Stage.INIT) {
      if (generator.runningAsync) {
        stage = Stage.CLOSED;
        throw running(call());
      }
      stage = Stage.ITERATING;
      generator.runningAsync = true;
    }
    Object r;
    try {
      r = generator.raise(ts, Suspendable.thrown(type, value, traceback));
    } catch (PyException e) {
      throw ended(e);
    }
    return passed(r);
  }

  @Method("__await__(self, /)")
  static Object __await__(AsyncGeneratorThrow self) {
    return self;
  }

  @Method("send(self, value, /)")
  static Object send(AsyncGeneratorThrow self, Object value, ThreadState ts) {
    return self.sendStep(ts, value);
  }

  @Method(value = "throw(self, type, value=<null>, traceback=<null>, /)", textSignature = false)
  static Object raise(AsyncGeneratorThrow self, Object type, Object value, Object traceback, ThreadState ts) {
    Suspendable.deprecated("throw", value, traceback);
    return self.raiseStep(ts, type, value, traceback);
  }

  @Method("close(self, /)")
  static void close(AsyncGeneratorThrow self, ThreadState ts) {
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
