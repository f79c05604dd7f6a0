package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.container.PySet;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/**
 * The module {@code _asyncio}: futures and tasks in Java, and which loop and task a thread runs. Event loops are the library's own, in
 * Python.
 */
public final class AsyncioModule {
  private AsyncioModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_asyncio", new AsyncioModuleTable());
    m.set("__doc__", "Accelerator module for asyncio");
    m.set("Future", PyFuture.TYPE);
    m.set("Task", PyTask.TYPE);
  }

  // ---- the running loop

  @Function(value = "_get_running_loop()", doc = "The event loop that this thread runs, or None.")
  static Object _get_running_loop(ThreadState ts) {
    return orNone(ts.runningLoop);
  }

  @Function(value = "_set_running_loop(loop, /)", doc = "Say which event loop this thread runs. For event loops alone.")
  static void _set_running_loop(Object loop, ThreadState ts) {
    ts.runningLoop = loop == Py.None ? null : loop;
  }

  @Function(value = "get_running_loop()", doc = "The event loop that this thread runs; RuntimeError if there is none.")
  static Object get_running_loop(ThreadState ts) {
    if (ts.runningLoop == null) {
      throw Errors.runtimeError("no running event loop");
    }
    return ts.runningLoop;
  }

  @Function(value = "get_event_loop()", doc = "The event loop that this thread runs, else the policy's current one.")
  static Object get_event_loop(ThreadState ts) {
    if (ts.runningLoop != null) {
      return ts.runningLoop;
    }
    Object policy = Call.call(AsyncioState.of(ts.interpreter).library("asyncio.events", "_get_event_loop_policy"));
    return Call.attribute(policy, "get_event_loop");
  }

  // ---- the running task

  private static void checkLoop(ThreadState ts, Object loop) {
    if (ts.runningLoop != loop) {
      throw Errors.runtimeError("loop " + Py.javaRepr(loop) + " is not the running loop");
    }
  }

  static void enter(ThreadState ts, Object loop, Object task) {
    checkLoop(ts, loop);
    if (ts.runningTask != null) {
      throw Errors.runtimeError(
          "Cannot enter into task " + Py.javaRepr(task) + " while another task " + Py.javaRepr(ts.runningTask) + " is being executed.");
    }
    ts.runningTask = task;
  }

  static void leave(ThreadState ts, Object loop, Object task) {
    checkLoop(ts, loop);
    if (ts.runningTask != task) {
      throw Errors.runtimeError(
          "Invalid attempt to leave task " + Py.javaRepr(task) + " while task " + Py.javaRepr(orNone(ts.runningTask)) + " is entered.");
    }
    ts.runningTask = null;
  }

  /** Makes {@code task} (null for none) the running one; the one before, or null. */
  static Object swap(ThreadState ts, Object loop, Object task) {
    checkLoop(ts, loop);
    Object before = ts.runningTask;
    ts.runningTask = task;
    return before;
  }

  private static Object orNone(Object o) {
    return o == null ? Py.None : o;
  }

  @Function(value = "_enter_task(loop, task)", doc = "Begin a step of a task: it becomes the current one of the loop.")
  static void _enter_task(Object loop, Object task, ThreadState ts) {
    enter(ts, loop, task);
  }

  @Function(value = "_leave_task(loop, task)", doc = "End a step of a task.")
  static void _leave_task(Object loop, Object task, ThreadState ts) {
    leave(ts, loop, task);
  }

  @Function(value = "_swap_current_task(loop, task)", doc = "Replace the current task of the loop, which is returned. For eager tasks.")
  static Object _swap_current_task(Object loop, Object task, ThreadState ts) {
    return orNone(swap(ts, loop, task == Py.None ? null : task));
  }

  @Function(value = "current_task(loop=None)", doc = "The task that a loop runs now, or None.")
  static Object current_task(Object loop, ThreadState ts) {
    if (loop == Py.None) {
      loop = get_running_loop(ts);
    }
    if (loop == ts.runningLoop) {
      return orNone(ts.runningTask);
    }
    for (ThreadState other : ts.interpreter.threads()) {
      if (other.runningLoop == loop) {
        return orNone(other.runningTask);
      }
    }
    return Py.None;
  }

  // ---- which tasks there are

  @Function(value = "_register_task(task)", doc = "Make a task known to all_tasks().")
  static void _register_task(Object task, Interpreter in) {
    AsyncioState state = AsyncioState.of(in);
    if (task instanceof PyTask t) {
      state.register(t);
    } else {
      Call.attribute(state.foreignTasks(), "add", task);
    }
  }

  @Function(value = "_unregister_task(task)", doc = "Let all_tasks() forget a task.")
  static void _unregister_task(Object task, Interpreter in) {
    AsyncioState state = AsyncioState.of(in);
    if (task instanceof PyTask t) {
      state.unregister(t);
    } else {
      Call.attribute(state.foreignTasks(), "discard", task);
    }
  }

  @Function(value = "_register_eager_task(task)", doc = "Make a task known that is about to run its first step.")
  static void _register_eager_task(Object task, Interpreter in) {
    AsyncioState.of(in).foreignEagerTasks().add(task);
  }

  @Function(value = "_unregister_eager_task(task)", doc = "Forget a task that has run its first step.")
  static void _unregister_eager_task(Object task, Interpreter in) {
    Call.attribute(AsyncioState.of(in).foreignEagerTasks(), "discard", task);
  }

  @Function(value = "all_tasks(loop=None)", doc = "The tasks of a loop that are not done, as a set.")
  static Object all_tasks(Object loop, ThreadState ts) {
    if (loop == Py.None) {
      loop = get_running_loop(ts);
    }
    PySet out = new PySet();
    for (Object t : AsyncioState.of(ts.interpreter).allTasks()) {
      if (PyFuture.loopOf(t) == loop && !Py.truth(Call.attribute(t, "done"))) {
        out.add(t);
      }
    }
    return out;
  }

  // ---- who awaits what

  @Function(value = "future_add_to_awaited_by(fut, waiter, /)", doc = "Record that a future is awaited by another one.")
  static void future_add_to_awaited_by(Object fut, Object waiter) {
    if (fut instanceof PyFuture f && waiter instanceof PyFuture w) {
      f.addWaiter(w);
    }
  }

  @Function(value = "future_discard_from_awaited_by(fut, waiter, /)", doc = "Record that a future is no longer awaited by another one.")
  static void future_discard_from_awaited_by(Object fut, Object waiter) {
    if (fut instanceof PyFuture f && waiter instanceof PyFuture w) {
      f.removeWaiter(w);
    }
  }

  /** Raises what {@code leave} raised only if the step itself raised nothing. */
  static void leaveAfter(ThreadState ts, Object loop, Object task, PyException raised) {
    try {
      leave(ts, loop, task);
    } catch (PyException e) {
      if (raised == null) {
        throw e;
      }
    }
  }
}
