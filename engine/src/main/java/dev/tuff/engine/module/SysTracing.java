package dev.tuff.engine.module;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.interp.Monitoring;

/** {@code sys.settrace}, {@code sys.setprofile} and their like. */
final class SysTracing {
  private SysTracing() {}

  @Function(value = "settrace(function, /)", doc = "Sets the function that is told of calls, lines, returns and exceptions.")
  static void settrace(Object function, ThreadState ts) {
    ts.traceFunction = function == Py.None ? null : function;
    Monitoring.of(ts.interpreter).changed();
  }

  @Function(value = "gettrace()", doc = "The trace function, or None.")
  static Object gettrace(ThreadState ts) {
    return ts.traceFunction == null ? Py.None : ts.traceFunction;
  }

  @Function(value = "setprofile(function, /)", doc = "Sets the function that is told of calls and returns.")
  static void setprofile(Object function, ThreadState ts) {
    ts.profileFunction = function == Py.None ? null : function;
    Monitoring.of(ts.interpreter).changed();
  }

  @Function(value = "getprofile()", doc = "The profile function, or None.")
  static Object getprofile(ThreadState ts) {
    return ts.profileFunction == null ? Py.None : ts.profileFunction;
  }

  @Function(value = "_settraceallthreads(arg, /)", doc = "Sets the trace function of all threads.")
  static void _settraceallthreads(Object function, ThreadState ts) {
    for (ThreadState t : ts.interpreter.threads()) {
      settrace(function, t);
    }
  }

  @Function(value = "_setprofileallthreads(arg, /)", doc = "Sets the profile function of all threads.")
  static void _setprofileallthreads(Object function, ThreadState ts) {
    for (ThreadState t : ts.interpreter.threads()) {
      setprofile(function, t);
    }
  }

  @Function(value = "call_tracing(func, args, /)", doc = "Calls a function with tracing on, from within a trace function.")
  static Object call_tracing(Object func, Object args, ThreadState ts) {
    boolean before = ts.tracing;
    ts.tracing = false;
    try {
      return dev.tuff.engine.core.Call.call(func, ((dev.tuff.engine.container.PyTuple) args).array().clone(), null);
    } finally {
      ts.tracing = before;
    }
  }
}
