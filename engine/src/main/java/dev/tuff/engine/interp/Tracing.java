package dev.tuff.engine.interp;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.PyMethodDescr;

/** The trace and profile functions of a thread ({@code sys.settrace}, {@code sys.setprofile}). */
final class Tracing {
  private Tracing() {}

  /** Calls a trace function; what it raises ends all tracing in the thread. */
  private static Object call(ThreadState ts, Object function, PyFrame f, String event, Object arg, boolean profile) {
    ts.tracing = true;
    ts.traceEvent = profile ? null : event;
    ts.tracedFrame = f;
    boolean done = false;
    try {
      Object r = Call.call(function, f, event, arg);
      done = true;
      return r;
    } finally {
      ts.tracing = false;
      ts.traceEvent = null;
      ts.tracedFrame = null;
      if (!done) {
        if (profile) {
          ts.profileFunction = null;
        } else {
          ts.traceFunction = null;
          f.extras().trace = null;
        }
        Monitoring.of(ts.interpreter).changed();
      }
    }
  }

  /** A frame is entered, for the first time or again. */
  static void called(ThreadState ts, PyFrame f) {
    if (ts.traceFunction != null) {
      Object r = call(ts, ts.traceFunction, f, "call", Py.None, false);
      f.extras().trace = r == Py.None ? null : r;
    }
    if (ts.profileFunction != null) {
      call(ts, ts.profileFunction, f, "call", Py.None, true);
    }
  }

  private static void local(ThreadState ts, PyFrame f, String event, Object arg) {
    PyFrame.Extras x = f.extrasOrNull();
    if (ts.traceFunction == null || x == null || x.trace == null) {
      return;
    }
    Object r = call(ts, x.trace, f, event, arg, false);
    if (r != Py.None) {
      x.trace = r;
    }
  }

  static void line(ThreadState ts, PyFrame f) {
    PyFrame.Extras x = f.extrasOrNull();
    if (x != null && x.traceLines) {
      local(ts, f, "line", Py.None);
    }
  }

  static void opcode(ThreadState ts, PyFrame f) {
    PyFrame.Extras x = f.extrasOrNull();
    if (x != null && x.traceOpcodes) {
      local(ts, f, "opcode", Py.None);
    }
  }

  static void returned(ThreadState ts, PyFrame f, Object value) {
    local(ts, f, "return", value);
    if (ts.profileFunction != null) {
      call(ts, ts.profileFunction, f, "return", value, true);
    }
  }

  static void raised(ThreadState ts, PyFrame f, PyBaseException e) {
    local(ts, f, "exception", Py.tuple(e.type(), e, e.traceback == null ? Py.None : e.traceback));
  }

  /** A builtin function is called, returns or raises: only profile functions hear of it. */
  static void nativeCall(ThreadState ts, PyFrame f, String event, Object callable) {
    if (ts.profileFunction == null) {
      return;
    }
    Object shown = callable instanceof PyMethodDescr || callable instanceof dev.tuff.engine.function.PyBuiltinFunction ? callable : null;
    if (shown != null) {
      call(ts, ts.profileFunction, f, event, shown, true);
    }
  }
}
