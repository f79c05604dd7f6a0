package dev.tuff.engine.module;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;

/** Fills {@code builtins}: functions, constants, types. */
public final class BuiltinsModule {
  private BuiltinsModule() {}

  static PyModule create() {
    PyModule m = new PyModule("builtins");
    m.set("__doc__", "Functions, types and exceptions that need no import.");
    Exposed.define(m, "builtins", new BuildClassTable());
    Exposed.define(m, "builtins", new CodeFunctionsTable());
    Exposed.define(m, "builtins", new BuiltinsTable());
    Exposed.define(m, "builtins", new SumTable());
    Exposed.define(m, "builtins", new ExtremesTable());
    m.set("None", Py.None);
    m.set("Ellipsis", Py.Ellipsis);
    m.set("NotImplemented", Py.NotImplemented);
    m.set("False", Boolean.FALSE);
    m.set("True", Boolean.TRUE);
    m.set("__debug__", Boolean.TRUE);
    for (PyType t : types()) {
      m.set(t.name(), t);
    }
    m.set("EnvironmentError", Exceptions.OSError);
    m.set("IOError", Exceptions.OSError);
    return m;
  }

  /** The builtin types and exceptions, in the order that {@code __subclasses__()} has them. */
  public static PyType[] types() {
    PyType[] own = ownTypes();
    PyType[] exceptions = Exceptions.all();
    PyType[] all = java.util.Arrays.copyOf(own, own.length + exceptions.length);
    System.arraycopy(exceptions, 0, all, own.length, exceptions.length);
    return all;
  }

  private static PyType[] ownTypes() {
    return new PyType[] {
      dev.tuff.engine.number.PyBool.TYPE,
      dev.tuff.engine.bytes.PyMemoryView.TYPE,
      dev.tuff.engine.bytes.PyByteArray.TYPE,
      dev.tuff.engine.bytes.PyBytes.TYPE,
      dev.tuff.engine.function.PyClassMethod.TYPE,
      dev.tuff.engine.number.PyComplex.TYPE,
      dev.tuff.engine.container.PyDict.TYPE,
      dev.tuff.engine.iter.PyEnumerate.TYPE,
      dev.tuff.engine.iter.PyFilter.TYPE,
      dev.tuff.engine.number.PyFloat.TYPE,
      dev.tuff.engine.container.PyFrozenSet.TYPE,
      dev.tuff.engine.function.PyProperty.TYPE,
      dev.tuff.engine.number.PyInt.TYPE,
      dev.tuff.engine.container.PyList.TYPE,
      dev.tuff.engine.iter.PyMap.TYPE,
      PyType.OBJECT,
      dev.tuff.engine.container.PyRange.TYPE,
      dev.tuff.engine.iter.PyReversed.TYPE,
      dev.tuff.engine.container.PySet.TYPE,
      dev.tuff.engine.container.PySlice.TYPE,
      dev.tuff.engine.function.PyStaticMethod.TYPE,
      dev.tuff.engine.text.PyStr.TYPE,
      dev.tuff.engine.function.PySuper.TYPE,
      dev.tuff.engine.container.PyTuple.TYPE,
      PyType.TYPE,
      dev.tuff.engine.iter.PyZip.TYPE,
    };
  }
}
