package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.Setter;

/** The attributes and methods of {@code frame}. */
final class PyFrameMethods {
  private PyFrameMethods() {}

  @Getter("f_back")
  static Object getBack(PyFrame self) {
    return self.back == null ? Py.None : self.back;
  }

  @Getter("f_code")
  static Object getCode(PyFrame self) {
    return self.code;
  }

  @Getter(value = "f_globals", doc = "Return the global variables in the frame.")
  static Object getGlobals(PyFrame self) {
    Interpreter.current().complete();
    return self.globals;
  }

  @Getter(value = "f_builtins", doc = "Return the built-in variables in the frame.")
  static Object getBuiltins(PyFrame self) {
    Interpreter.current().complete();
    return self.builtins;
  }

  @Getter(value = "f_locals", doc = "Return the mapping used by the frame to look up local variables.")
  static Object getLocals(PyFrame self) {
    Interpreter.current().complete();
    return FrameLocals.of(self);
  }

  @Getter(value = "f_lasti", doc = "Return the index of the last attempted instruction in the frame.")
  static long getLasti(PyFrame self) {
    return self.code.layout().offset(self.lasti);
  }

  @Getter(value = "f_lineno", doc = "Return the current line number in the frame.")
  static Object getLineno(PyFrame self) {
    int line = line(self);
    return line < 0 ? Py.None : Py.box(line);
  }

  /** The current line, or -1. */
  static int line(PyFrame self) {
    return self.lasti < 0 ? self.code.code.firstLine : self.code.code.line(self.lasti);
  }

  @Setter("f_lineno")
  static void setLineno(PyFrame self, Object value) {
    if (value == null) {
      throw Errors.attributeError("attribute 'f_lineno' of 'frame' objects cannot be deleted");
    }
    FrameJump.to(self, value);
  }

  @Getter(value = "f_trace", doc = "Return the trace function for this frame, or None if no trace function is set.")
  static Object getTrace(PyFrame self) {
    return self.extras().trace == null ? Py.None : self.extras().trace;
  }

  @Setter("f_trace")
  static void setTrace(PyFrame self, Object value) {
    self.extras().trace = value == null || value == Py.None ? null : value;
  }

  @Getter(value = "f_trace_lines", member = true)
  static boolean getTraceLines(PyFrame self) {
    return self.extras().traceLines;
  }

  @Setter("f_trace_lines")
  static void setTraceLines(PyFrame self, Object value) {
    self.extras().traceLines = flag(value);
  }

  @Getter("f_trace_opcodes")
  static boolean getTraceOpcodes(PyFrame self) {
    return self.extras().traceOpcodes;
  }

  @Setter("f_trace_opcodes")
  static void setTraceOpcodes(PyFrame self, Object value) {
    if (value == null) {
      throw Errors.attributeError("attribute 'f_trace_opcodes' of 'frame' objects cannot be deleted");
    }
    self.extras().traceOpcodes = flag(value);
    ThreadState ts = ThreadState.current();
    if (self.extras().traceOpcodes && !ts.traceOpcodes) {
      ts.traceOpcodes = true;
      Monitoring.of(ts.interpreter).changed();
    }
  }

  private static boolean flag(Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    if (!(value instanceof Boolean b)) {
      throw Errors.typeError("attribute value type must be bool");
    }
    return b;
  }

  @Getter(value = "f_generator", doc = "Return the generator or coroutine associated with this frame, or None.")
  static Object getGenerator(PyFrame self) {
    return self.generator == null ? Py.None : self.generator;
  }

  @Method(value = "clear(self, /)", doc = "Clear all references held by the frame.")
  static void clear(PyFrame self) {
    for (PyFrame f = ThreadState.current().frame; f != null; f = f.back) {
      if (f == self) {
        throw Errors.runtimeError("cannot clear an executing frame");
      }
    }
    if (FrameLocals.suspended(self)) {
      throw Errors.runtimeError("cannot clear a suspended frame");
    }
    if (self.generator instanceof PyCoroutine c && c.state == Suspendable.State.CREATED) {
      c.die(ThreadState.current());
    }
    java.util.Arrays.fill(self.fast, null);
    self.locals = self.locals == null ? null : new dev.tuff.engine.container.PyDict();
    self.extras().trace = null;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyFrame self) {
    return Py.str("<frame at 0x" + Identity.hex(self) + ", file " + Py.javaRepr(Py.str(self.code.code.filename)) + ", line " + line(self)
        + ", code " + self.code.code.name + ">");
  }
}
