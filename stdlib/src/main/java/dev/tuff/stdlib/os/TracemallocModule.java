package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** The module {@code _tracemalloc}: allocations are the JVM's and not traced; {@code start()} says so. */
public final class TracemallocModule {
  private TracemallocModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_tracemalloc", new TracemallocModuleTable());
  }

  @Function("start(nframe=1, /)")
  static void start(int frames) {
    throw Errors.notImplementedError("tracemalloc: memory allocations are not traced by this interpreter");
  }

  @Function("stop()")
  static void stop() {}

  @Function("is_tracing()")
  static boolean is_tracing() {
    return false;
  }

  @Function("clear_traces()")
  static void clear_traces() {}

  @Function("get_traceback_limit()")
  static long get_traceback_limit() {
    return 1;
  }

  @Function("get_traced_memory()")
  static Object get_traced_memory() {
    return Py.tuple(Py.box(0), Py.box(0));
  }

  @Function("reset_peak()")
  static void reset_peak() {}

  @Function("get_tracemalloc_memory()")
  static long get_tracemalloc_memory() {
    return 0;
  }

  @Function("_get_traces()")
  static Object _get_traces() {
    return new dev.tuff.engine.container.PyList();
  }

  @Function("_get_object_traceback(obj, /)")
  static Object _get_object_traceback(Object o) {
    return Py.None;
  }
}
