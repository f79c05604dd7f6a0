package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.module.PyModule;

/**
 * The module {@code faulthandler}: prints the frames of threads on demand. The JVM reports fatal errors itself, so that enabling only keeps
 * the setting.
 */
public final class FaulthandlerModule {
  private static final class Setting {
    boolean enabled;
  }

  private FaulthandlerModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "faulthandler", new FaulthandlerModuleTable());
  }

  private static Setting setting(Interpreter interpreter) {
    return interpreter.state(Setting.class, Setting::new);
  }

  private static Object stream(Object file, Interpreter interpreter) {
    if (file != null && file != Py.None) {
      return file;
    }
    Object err = interpreter.sys.dict().getStr("stderr");
    if (err == null || err == Py.None) {
      throw Errors.runtimeError(err == null ? "unable to get sys.stderr" : "sys.stderr is None");
    }
    return err;
  }

  @Function(value = "enable(file=<null>, all_threads=True, c_stack=True)", doc = "Marks the handler enabled.")
  static void enable(Object file, Object all, Object stack, Interpreter interpreter) {
    stream(file, interpreter);
    setting(interpreter).enabled = true;
  }

  @Function("disable()")
  static boolean disable(Interpreter interpreter) {
    boolean was = setting(interpreter).enabled;
    setting(interpreter).enabled = false;
    return was;
  }

  @Function("is_enabled()")
  static boolean is_enabled(Interpreter interpreter) {
    return setting(interpreter).enabled;
  }

  @Function(value = "dump_traceback(file=<null>, all_threads=True)", doc = "Prints the frames of the threads.")
  static void dump_traceback(Object file, boolean all, ThreadState ts) {
    Object out = stream(file, ts.interpreter);
    StringBuilder b = new StringBuilder();
    if (all) {
      for (ThreadState t : ts.interpreter.threads()) {
        if (t != ts) {
          dump(b, t, false);
        }
      }
    }
    dump(b, ts, all);
    if (dev.tuff.engine.number.PyInt.isInt(out)) {
      PosixDescriptors.write(dev.tuff.engine.core.Convert.toInt(out), new dev.tuff.engine.bytes.PyBytes(
          b.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)), ts.interpreter);
    } else {
      Py.callMethod(out, "write", Py.str(b.toString()));
      Py.callMethod(out, "flush");
    }
  }

  private static void dump(StringBuilder b, ThreadState t, boolean current) {
    b.append(current ? "Current thread 0x" : "Thread 0x").append("%016x".formatted(t.ident())).append(" (most recent call first):\n");
    PyFrame top = t.frame;
    Object f = top == null ? Py.None : top;
    try {
      for (int n = 0; f != Py.None && n < 100; n++) {
        Object code = Attributes.get(f, "f_code");
        b.append("  File \"").append(Py.javaString(Attributes.get(code, "co_filename"))).append("\", line ")
            .append(Py.javaString(Attributes.get(f, "f_lineno"))).append(" in ").append(Py.javaString(Attributes.get(code, "co_name")))
            .append('\n');
        f = Attributes.get(f, "f_back");
      }
    } catch (PyException e) {
      b.append("  ???\n");
    }
  }

  @Function("dump_traceback_later(timeout, repeat=False, file=<null>, exit=False)")
  static void dump_traceback_later(Object timeout, boolean repeat, Object file, boolean exit, Interpreter interpreter) {
    long nanos = TimeValue.nanos(timeout, TimeValue.CEILING);
    if (nanos <= 0) {
      throw Errors.valueError("timeout must be greater than 0");
    }
    throw Errors.notImplementedError("faulthandler.dump_traceback_later() is not supported on this platform");
  }

  @Function("cancel_dump_traceback_later()")
  static void cancel_dump_traceback_later() {}

  @Function("register(signum, file=<null>, all_threads=True, chain=False)")
  static void register(int signum, Object file, boolean all, boolean chain, Interpreter interpreter) {
    Object signal = interpreter.importModule("_signal");
    Object handler = interpreter.importModule("faulthandler");
    Call.call(Attributes.get(signal, "signal"), Py.box(signum), Attributes.get(handler, "_dump_on_signal"));
  }

  @Function("_dump_on_signal(signum, frame, /)")
  static void dumpOnSignal(Object signum, Object frame, ThreadState ts) {
    dump_traceback(null, true, ts);
  }

  @Function("unregister(signum, /)")
  static boolean unregister(int signum, Interpreter interpreter) {
    Call.call(Attributes.get(interpreter.importModule("_signal"), "signal"), Py.box(signum), Py.box(0));
    return true;
  }
}
