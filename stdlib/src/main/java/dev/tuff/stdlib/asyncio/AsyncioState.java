package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.container.PySet;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.interp.MethodSite;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@code _asyncio} keeps for an interpreter: the classes of the library that it raises and calls, and which tasks there are. Tasks that
 * are not done are in a list that does not keep them; the last link of a task is cut when it is done.
 */
final class AsyncioState {
  /** A link of the list of tasks. */
  static final class TaskLink extends WeakReference<PyTask> {
    private TaskLink before;
    private TaskLink after;

    private TaskLink(PyTask task, ReferenceQueue<PyTask> queue) {
      super(task, queue);
    }
  }

  private static final String[] CONTEXT = {"context"};

  private final Interpreter interpreter;
  private final ReferenceQueue<PyTask> dead = new ReferenceQueue<>();
  private TaskLink first;

  /** Tasks of classes that are not derived from this module's: a WeakSet, and a set of those in their first, eager step. */
  private Object foreignTasks;
  private final PySet foreignEagerTasks = new PySet();
  private final AtomicLong names = new AtomicLong();

  /** Calls of a loop's methods. */
  private final MethodSite getDebug = new MethodSite("get_debug", null);
  private final MethodSite callSoon = new MethodSite("call_soon", CONTEXT);
  private final MethodSite callSoonWith = new MethodSite("call_soon", CONTEXT);

  private PyType cancelledError;
  private PyType invalidStateError;

  private AsyncioState(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  static AsyncioState of(Interpreter interpreter) {
    return interpreter.state(AsyncioState.class, () -> new AsyncioState(interpreter));
  }

  Object library(String module, String name) {
    return Attributes.get(interpreter.importModule(module), name);
  }

  PyType cancelledError() {
    if (cancelledError == null) {
      cancelledError = (PyType) library("asyncio.exceptions", "CancelledError");
    }
    return cancelledError;
  }

  PyException invalidState(String message) {
    if (invalidStateError == null) {
      invalidStateError = (PyType) library("asyncio.exceptions", "InvalidStateError");
    }
    return new PyException(PyBaseException.create(invalidStateError, message));
  }

  boolean isDebug(ThreadState ts, Object loop) {
    Object r = getDebug.call(ts, loop);
    return r != Boolean.FALSE && Py.truth(r);
  }

  /** {@code loop.call_soon(function, argument, context=context)}; null is no argument. */
  void callSoon(ThreadState ts, Object loop, Object function, Object argument, Object context) {
    if (argument == null) {
      callSoon.call(ts, loop, function, context);
    } else {
      callSoonWith.call(ts, loop, function, argument, context);
    }
  }

  String nextTaskName() {
    return "Task-" + names.incrementAndGet();
  }

  synchronized void register(PyTask task) {
    for (Reference<?> r; (r = dead.poll()) != null; ) {
      cut((TaskLink) r);
    }
    if (task.link == null) {
      TaskLink link = new TaskLink(task, dead);
      link.after = first;
      if (first != null) {
        first.before = link;
      }
      first = link;
      task.link = link;
    }
  }

  synchronized void unregister(PyTask task) {
    if (task.link != null) {
      task.link.clear();
      cut(task.link);
      task.link = null;
    }
  }

  private void cut(TaskLink link) {
    if (link.before != null) {
      link.before.after = link.after;
    } else if (first == link) {
      first = link.after;
    }
    if (link.after != null) {
      link.after.before = link.before;
    }
    link.before = null;
    link.after = null;
  }

  private synchronized List<Object> ownTasks() {
    List<Object> all = new ArrayList<>();
    for (TaskLink l = first; l != null; l = l.after) {
      PyTask t = l.get();
      if (t != null) {
        all.add(t);
      }
    }
    return all;
  }

  /** The WeakSet of tasks of other classes. */
  synchronized Object foreignTasks() {
    if (foreignTasks == null) {
      foreignTasks = Call.call(library("weakref", "WeakSet"));
    }
    return foreignTasks;
  }

  PySet foreignEagerTasks() {
    return foreignEagerTasks;
  }

  /** All that may be tasks of some loop; eager ones first, as they may move to the others meanwhile. */
  List<Object> allTasks() {
    List<Object> all = new ArrayList<>(List.of(foreignEagerTasks.toArray()));
    boolean foreign;
    synchronized (this) {
      foreign = foreignTasks != null;
    }
    if (foreign) {
      all.addAll(List.of(Iteration.toArray(foreignTasks)));
    }
    all.addAll(ownTasks());
    return all;
  }
}
