package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.interp.Generators;
import dev.tuff.engine.interp.PyCoroutine;
import dev.tuff.engine.interp.PyGenerator;
import dev.tuff.engine.interp.Suspendable;
import dev.tuff.stdlib.context.PyContext;

/**
 * Runs the coroutine of a task up to its next wait. While a task is not done, either it waits for a future that has a {@link Wakeup} of it
 * among its callbacks, or a {@link Step} is among what the loop is to call, or it is running.
 */
final class TaskStep {
  private TaskStep() {}

  /** The callback that the loop is given for a step of a task, perhaps one that raises an exception. */
  static final class Step extends PyObject {
    static final PyType TYPE = PyType.builtin("_asyncio.TaskStepMethWrapper", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        new TaskStepStepTable());

    private final PyTask task;
    private final PyBaseException exception;

    Step(PyTask task, PyBaseException exception) {
      super(TYPE);
      this.task = task;
      this.exception = exception;
    }

    @Override
    public Object call0() {
      return run(ThreadState.current(), task, exception == null ? null : new PyException(exception));
    }

    @Override
    public Object call(Object[] args, String[] kw) {
      if (kw != null && kw.length > 0) {
        throw Errors.typeError("function takes no keyword arguments");
      }
      if (args.length > 0) {
        throw Errors.typeError("function takes no positional arguments");
      }
      return call0();
    }

    @Method("__call__(self, /, *args, **kwargs)")
    static Object __call__(Step self, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
      return self.call(args, kwargs.size() == 0 ? null : new String[kwargs.size()]);
    }

    @Getter("__self__")
    static Object getSelf(Step self) {
      return self.task;
    }
  }

  /** The callback of the future that a task waits for. */
  static final class Wakeup extends PyObject {
    static final PyType TYPE = PyType.builtin("_asyncio.TaskWakeupMethWrapper", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        new TaskStepWakeupTable());

    private final PyTask task;

    Wakeup(PyTask task) {
      super(TYPE);
      this.task = task;
    }

    @Override
    public Object call1(Object future) {
      return wakeup(ThreadState.current(), task, future);
    }

    @Override
    public Object call(Object[] args, String[] kw) {
      if (kw != null && kw.length > 0) {
        throw Errors.typeError("Task.task_wakeup() takes no keyword arguments");
      }
      if (args.length != 1) {
        throw Errors.typeError("Task.task_wakeup() takes exactly one argument (" + args.length + " given)");
      }
      return call1(args[0]);
    }

    @Method("__call__(self, future, /)")
    static Object __call__(Wakeup self, Object future) {
      return self.call1(future);
    }

    @Getter("__self__")
    static Object getSelf(Wakeup self) {
      return self.task;
    }

    @Getter("__name__")
    static Object getName(Wakeup self) {
      return "task_wakeup";
    }

    @Getter("__qualname__")
    static Object getQualname(Wakeup self) {
      return "Task.task_wakeup";
    }

    @Method("__repr__(self, /)")
    static Object __repr__(Wakeup self) {
      return Py.str("<built-in method task_wakeup of " + self.task.type().fullName() + " object at 0x"
          + dev.tuff.engine.core.Identity.hex(self.task) + ">");
    }
  }

  /** Has the loop run the next step soon. */
  static void soon(PyTask task, PyBaseException exception) {
    task.library.callSoon(ThreadState.current(), task.loop, new Step(task, exception), null, task.context);
  }

  private static void failSoon(PyTask task, String message) {
    soon(task, PyBaseException.create(Exceptions.RuntimeError, Py.str(message)));
  }

  /** One step as the loop calls it. */
  static Object run(ThreadState ts, PyTask task, PyException exception) {
    AsyncioModule.enter(ts, task.loop, task);
    PyException raised = null;
    try {
      step(ts, task, exception);
    } catch (PyException e) {
      raised = e;
      throw e;
    } finally {
      AsyncioModule.leaveAfter(ts, task.loop, task, raised);
    }
    return Py.None;
  }

  static Object wakeup(ThreadState ts, PyTask task, Object future) {
    AsyncioModule.future_discard_from_awaited_by(future, task);
    PyException exception = null;
    try {
      if (future instanceof PyFuture f && !f.type().isHeap()) {
        f.takeResult();
      } else {
        Call.attribute(future, "result");
      }
    } catch (PyException e) {
      exception = e;
    }
    return run(ts, task, exception);
  }

  /** The first step at once, within that of the task that makes the new one. */
  static void startEagerly(PyTask task, ThreadState ts) {
    Object outer = AsyncioModule.swap(ts, task.loop, task);
    try {
      task.library.register(task);
      if (task.context instanceof PyContext c) {
        Object before = c.enter(ts);
        try {
          step(ts, task, null);
        } finally {
          c.leave(ts, before);
        }
      } else {
        throw Errors.typeError("an instance of Context was expected");
      }
    } finally {
      AsyncioModule.swap(ts, task.loop, outer);
      if (task.state != PyFuture.State.PENDING) {
        task.coroutine = null;
      }
    }
  }

  private static void step(ThreadState ts, PyTask task, PyException exception) {
    if (task.state != PyFuture.State.PENDING) {
      throw task.library.invalidState("__step(): already done: " + Py.javaRepr(task) + " "
          + (exception == null ? "None" : Py.javaRepr(exception.value)));
    }
    if (task.mustCancel) {
      if (exception == null || !exception.is(task.library.cancelledError())) {
        exception = new PyException(task.makeCancelledError());
      }
      task.mustCancel = false;
    }
    task.waitsFor = null;
    Object coroutine = task.coroutine;
    if (coroutine == null) {
      throw Errors.runtimeError("uninitialized Task object");
    }
    Object yielded;
    Object returned = null;
    try {
      if (coroutine instanceof PyCoroutine || coroutine instanceof PyGenerator) {
        Suspendable c = (Suspendable) coroutine;
        yielded = Generators.step(ts, c, exception);
        if (yielded == null) {
          returned = c.returned();
        }
      } else {
        yielded = exception == null ? Call.attribute(coroutine, "send", Py.None) : Call.attribute(coroutine, "throw", exception.value);
      }
    } catch (PyException e) {
      if (!e.is(Exceptions.StopIteration)) {
        failed(task, e);
        return;
      }
      yielded = null;
      returned = Generators.stopValue(e.value);
    }
    if (yielded != null) {
      waitFor(task, yielded);
    } else if (task.mustCancel) {
      // cancelled right before the coroutine stopped
      task.mustCancel = false;
      task.cancelFuture(task.cancelMessage);
    } else {
      task.setResult(returned);
    }
  }

  private static void failed(PyTask task, PyException e) {
    if (e.is(task.library.cancelledError())) {
      task.cancelledError = e.value;
      task.cancelFuture(Py.None);
      return;
    }
    task.setException(e.value);
    if (e.is(Exceptions.KeyboardInterrupt) || e.is(Exceptions.SystemExit)) {
      throw e;
    }
  }

  /** What the coroutine has yielded says what it waits for. */
  private static void waitFor(PyTask task, Object yielded) {
    if (yielded == task) {
      failSoon(task, "Task cannot await on itself: " + Py.javaRepr(task));
      return;
    }
    if (yielded instanceof PyFuture f && !f.type().isHeap()) {
      if (f.loop != task.loop) {
        differentLoop(task, f);
      } else if (!f.blocking) {
        notAwaited(task, f);
      } else {
        f.blocking = false;
        f.addWaiter(task);
        f.addCallback(new Wakeup(task), task.context);
        task.waitsFor = f;
        if (task.mustCancel && PyFuture.cancel(f, task.cancelMessage)) {
          task.mustCancel = false;
        }
      }
      return;
    }
    if (yielded == Py.None) {
      soon(task, null);
      return;
    }
    Object mark = PyTask.blockingMark(yielded);
    if (mark != null) {
      waitForOther(task, yielded, mark);
    } else if (yielded instanceof PyGenerator) {
      failSoon(task, "yield was used instead of yield from for generator in task " + Py.javaRepr(task) + " with " + Py.javaRepr(yielded));
    } else {
      failSoon(task, "Task got bad yield: " + Py.javaRepr(yielded));
    }
  }

  private static void differentLoop(PyTask task, Object future) {
    failSoon(task, "Task " + Py.javaRepr(task) + " got Future " + Py.javaRepr(future) + " attached to a different loop");
  }

  private static void notAwaited(PyTask task, Object future) {
    failSoon(task, "yield was used instead of yield from in task " + Py.javaRepr(task) + " with " + Py.javaRepr(future));
  }

  /** A future of a class written in Python. */
  private static void waitForOther(PyTask task, Object future, Object blocking) {
    boolean awaited = Py.truth(blocking);
    if (PyFuture.loopOf(future) != task.loop) {
      differentLoop(task, future);
      return;
    }
    if (!awaited) {
      notAwaited(task, future);
      return;
    }
    AsyncioModule.future_add_to_awaited_by(future, task);
    Attributes.set(future, "_asyncio_future_blocking", Boolean.FALSE);
    Call.call(Attributes.get(future, "add_done_callback"), new Object[] {new Wakeup(task), task.context}, new String[] {"context"});
    task.waitsFor = future;
    if (task.mustCancel && PyFuture.cancel(future, task.cancelMessage)) {
      task.mustCancel = false;
    }
  }
}
