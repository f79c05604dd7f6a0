package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The module {@code atexit}. */
public final class AtexitModule {
  private record Callback(Object function, Object[] args, String[] keywords) {}

  private static final class Callbacks {
    final List<Callback> list = new ArrayList<>();
  }

  private AtexitModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "atexit", new AtexitModuleTable());
  }

  private static List<Callback> list(Interpreter interpreter) {
    return interpreter.state(Callbacks.class, Callbacks::new).list;
  }

  @Function(value = "register(func, /, *args, **kwargs)", doc = "Has a function called when the interpreter ends; returns it.", textSignature = false)
  static Object register(Object func, Object[] args, PyDict kwargs, Interpreter interpreter) {
    if (!(func instanceof PyObject o) || !(o instanceof PyType) && o.type().slot(Special.CALL) == null) {
      throw Errors.typeError("the first argument must be callable");
    }
    Object[] names = kwargs.keysArray();
    Object[] all = Arrays.copyOf(args, args.length + names.length);
    String[] keywords = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      keywords[i] = PyStr.java(names[i]);
      all[args.length + i] = kwargs.get(names[i]);
    }
    List<Callback> list = list(interpreter);
    synchronized (list) {
      list.add(new Callback(func, all, names.length == 0 ? null : keywords));
    }
    return func;
  }

  @Function(value = "unregister(func, /)", doc = "Takes back all registrations of a function.")
  static void unregister(Object func, Interpreter interpreter) {
    List<Callback> list = list(interpreter);
    for (Callback c : new ArrayList<>(list)) {
      if (Py.eq(c.function, func)) {
        list.remove(c);
      }
    }
  }

  @Function("_clear()")
  static void _clear(Interpreter interpreter) {
    list(interpreter).clear();
  }

  @Function("_ncallbacks()")
  static long _ncallbacks(Interpreter interpreter) {
    return list(interpreter).size();
  }

  @Function(value = "_run_exitfuncs()", doc = "Calls the registered functions, last first.")
  static void _run_exitfuncs(Interpreter interpreter) {
    List<Callback> list = list(interpreter);
    while (true) {
      Callback c;
      synchronized (list) {
        if (list.isEmpty()) {
          return;
        }
        c = list.remove(list.size() - 1);
      }
      try {
        Call.call(c.function, c.args, c.keywords);
      } catch (PyException e) {
        Unraisable.report(e.value, "Exception ignored in atexit callback " + Py.javaRepr(c.function));
      }
    }
  }
}
