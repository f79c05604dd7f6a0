package dev.tuff.stdlib.objects;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.reference.WithDel;
import dev.tuff.engine.text.PyWideStr;
import java.util.ArrayList;
import java.util.List;

/** {@code gc}: the JVM collects; thresholds and debug flags are remembered but change nothing. */
public final class GcModule {
  private static final class Settings {
    boolean enabled = true;
    long debug;
    final Object[] thresholds = {2000L, 10L, 0L};
    long collections;
  }

  private GcModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "gc", new GcModuleTable());
    m.set("__doc__", "Access to the garbage collector.");
    m.set("DEBUG_STATS", 1L);
    m.set("DEBUG_COLLECTABLE", 2L);
    m.set("DEBUG_UNCOLLECTABLE", 4L);
    m.set("DEBUG_SAVEALL", 32L);
    m.set("DEBUG_LEAK", 38L);
    m.set("garbage", new PyList());
    m.set("callbacks", new PyList());
    m.state = new Settings();
  }

  private static Settings settings(PyModule m) {
    return (Settings) m.state;
  }

  @Function(value = "enable()", doc = "Say that automatic collection is wanted.")
  static void enable(PyModule m) {
    settings(m).enabled = true;
  }

  @Function(value = "disable()", doc = "Say that automatic collection is not wanted. The JVM collects all the same.")
  static void disable(PyModule m) {
    settings(m).enabled = false;
  }

  @Function(value = "isenabled()", doc = "Whether automatic collection is wanted.")
  static boolean isenabled(PyModule m) {
    return settings(m).enabled;
  }

  @Function(value = "collect(generation=2)", doc = "Run a full collection, callbacks of weak references and finalizers.")
  static long collect(PyModule m, int generation, Interpreter in) {
    if (generation < 0 || generation > 2) {
      throw Errors.valueError("invalid generation");
    }
    callbacks(m, "start", generation, 0);
    settings(m).collections++;
    long count = in.references().collect();
    callbacks(m, "stop", generation, count);
    return count;
  }

  private static void callbacks(PyModule m, String phase, int generation, long collected) {
    if (!(m.dictGet("callbacks") instanceof PyList list) || list.size() == 0) {
      return;
    }
    PyDict info = new PyDict();
    info.putStr("generation", Py.box(generation));
    info.putStr("collected", Py.box(collected));
    info.putStr("uncollectable", 0L);
    for (Object f : list.toArray()) {
      try {
        Call.call(f, phase, info);
      } catch (PyException e) {
        Unraisable.report(e.value, "Exception ignored while calling GC callback", f);
      }
    }
  }

  @Function(value = "set_debug(flags, /)", doc = "Set the debugging flags.")
  static void set_debug(PyModule m, int flags) {
    settings(m).debug = flags;
  }

  @Function(value = "get_debug()", doc = "Get the debugging flags.")
  static long get_debug(PyModule m) {
    return settings(m).debug;
  }

  @Function(value = "set_threshold(*args)", doc = "Set the collection thresholds.", textSignature = false)
  static void set_threshold(PyModule m, Object[] args) {
    if (args.length < 1 || args.length > 3) {
      throw Errors.typeError("gc.set_threshold requires 1 to 3 arguments");
    }
    for (int i = 0; i < args.length; i++) {
      settings(m).thresholds[i] = Py.box(dev.tuff.engine.core.Convert.toInt(args[i]));
    }
  }

  @Function(value = "get_threshold()", doc = "Get the collection thresholds.")
  static Object get_threshold(PyModule m) {
    return PyTuple.of(settings(m).thresholds.clone());
  }

  @Function(value = "get_count()", doc = "Get the collection counts.")
  static Object get_count(PyModule m) {
    return Py.tuple(0L, 0L, 0L);
  }

  @Function(value = "get_stats()", doc = "Get a dict of counts for each generation.")
  static Object get_stats(PyModule m) {
    Object[] all = new Object[3];
    for (int i = 0; i < 3; i++) {
      PyDict d = new PyDict();
      d.putStr("collections", Py.box(i == 2 ? settings(m).collections : 0));
      d.putStr("collected", 0L);
      d.putStr("uncollectable", 0L);
      all[i] = d;
    }
    return PyList.of(all);
  }

  @Function(value = "get_objects(generation=None)", doc = "The JVM cannot list the objects of the program.")
  static Object get_objects(PyModule m, Object generation) {
    throw Errors.notImplementedError("gc.get_objects() is not available on the JVM");
  }

  @Function(value = "get_referrers(*objs)", doc = "The JVM cannot tell what refers to an object.", textSignature = false)
  static Object get_referrers(Object[] objs) {
    throw Errors.notImplementedError("gc.get_referrers() is not available on the JVM");
  }

  @Function(value = "get_referents(*objs)", doc = "The objects that the given ones refer to directly.", textSignature = false)
  static Object get_referents(Object[] objs) {
    List<Object> out = new ArrayList<>();
    for (Object o : objs) {
      referents(o, out);
    }
    return PyList.of(out.toArray());
  }

  private static void referents(Object o, List<Object> out) {
    if (!(o instanceof PyObject p) || o instanceof PyType) {
      return;
    }
    if (o instanceof PyDict d) {
      out.addAll(List.of(d.keysArray()));
      out.addAll(List.of(d.valuesArray()));
    } else if (o instanceof PyList || o instanceof PyTuple) {
      out.addAll(List.of(Iteration.toArray(o)));
    }
    for (Object v : p.slots) {
      if (v != null) {
        out.add(v);
      }
    }
    if (p.type().isHeap()) {
      out.add(p.type());
    }
  }

  @Function(value = "is_tracked(obj, /)", doc = "Whether an object can be part of a cycle.")
  static boolean is_tracked(Object obj) {
    return obj instanceof PyObject && !(obj instanceof PyWideStr) && obj != Py.None && obj != Py.Ellipsis && obj != Py.NotImplemented
        && !(obj instanceof dev.tuff.engine.bytes.PyBytes);
  }

  @Function(value = "is_finalized(obj, /)", doc = "Whether an object's __del__ has been called.")
  static boolean is_finalized(Object obj) {
    return obj instanceof WithDel f && f.delState().isDone();
  }

  @Function(value = "freeze()", doc = "Does nothing: the JVM moves what lives long out of the way by itself.")
  static void freeze() {}

  @Function(value = "unfreeze()", doc = "Does nothing.")
  static void unfreeze() {}

  @Function(value = "get_freeze_count()", doc = "Always 0.")
  static long get_freeze_count() {
    return 0;
  }
}
