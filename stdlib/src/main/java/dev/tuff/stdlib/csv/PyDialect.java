package dev.tuff.stdlib.csv;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** {@code _csv.Dialect}: checked parameters of a CSV format. */
final class PyDialect extends PyObject {
  static final PyType TYPE = PyType.builtin("_csv.Dialect", PyType.OBJECT, 0, "CSV dialect", new PyDialectTable());

  static final int MINIMAL = 0;
  static final int ALL = 1;
  static final int NONNUMERIC = 2;
  static final int NONE = 3;
  static final int STRINGS = 4;
  static final int NOTNULL = 5;

  /** No such character. */
  static final int UNSET = -1;

  private static final String[] NAMES = {
    "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict",
  };

  final int delimiter;
  final boolean doublequote;
  final int escapechar;
  final Object lineterminator;
  final int quotechar;
  final int quoting;
  final boolean skipinitialspace;
  final boolean strict;

  /** Values in the order of {@link #NAMES}, null for not given. */
  private PyDialect(PyType type, Object[] v) {
    super(type);
    delimiter = character("delimiter", v[0], ',', false);
    doublequote = v[1] == null || Py.truth(v[1]);
    escapechar = character("escapechar", v[2], UNSET, true);
    if (v[3] != null && !PyStr.isStr(v[3])) {
      throw Errors.typeError("\"lineterminator\" must be a string, not " + Py.typeOf(v[3]).name());
    }
    lineterminator = v[3] == null ? "\r\n" : PyStr.value(v[3]);
    quotechar = character("quotechar", v[4], '"', true);
    int q = quoting(v[5]);
    // without a quote character and without a choice of quoting there is none
    quoting = quotechar == UNSET && v[5] == null ? NONE : q;
    skipinitialspace = v[6] != null && Py.truth(v[6]);
    strict = v[7] != null && Py.truth(v[7]);
    check();
  }

  private static int character(String name, Object v, int missing, boolean optional) {
    if (v == null) {
      return missing;
    }
    if (v == Py.None && optional) {
      return UNSET;
    }
    String or = optional ? " or None" : "";
    if (!PyStr.isStr(v)) {
      throw Errors.typeError("\"" + name + "\" must be a unicode character" + or + ", not " + Py.typeOf(v).name());
    }
    int n = PyStr.length(v);
    if (n != 1) {
      throw Errors.typeError("\"" + name + "\" must be a unicode character" + or + ", not a string of length " + n);
    }
    return PyStr.pointAt(PyStr.value(v), 0);
  }

  private static int quoting(Object v) {
    if (v == null) {
      return MINIMAL;
    }
    if (!PyInt.isInt(v) || v instanceof Boolean) {
      throw Errors.typeError("\"quoting\" must be an integer, not " + Py.typeOf(v).name());
    }
    if (!(PyInt.value(v) instanceof Long l) || l < MINIMAL || l > NOTNULL) {
      throw Errors.typeError("bad \"quoting\" value");
    }
    return (int) (long) l;
  }

  private void check() {
    if (quoting != NONE && quotechar == UNSET) {
      throw Errors.typeError("quotechar must be set if quoting enabled");
    }
    checkChar("delimiter", delimiter, true);
    checkChar("escapechar", escapechar, !skipinitialspace);
    checkChar("quotechar", quotechar, !skipinitialspace);
    same("delimiter", "escapechar", delimiter, escapechar);
    same("delimiter", "quotechar", delimiter, quotechar);
    same("escapechar", "quotechar", escapechar, quotechar);
    String end = PyStr.java(lineterminator);
    inTerminator("delimiter", delimiter, end);
    inTerminator("escapechar", escapechar, end);
    inTerminator("quotechar", quotechar, end);
  }

  private static void checkChar(String name, int c, boolean spaceAllowed) {
    if (c == '\r' || c == '\n' || c == ' ' && !spaceAllowed) {
      throw Errors.valueError("bad " + name + " value");
    }
  }

  private static void same(String a, String b, int x, int y) {
    if (x == y && x != UNSET) {
      throw Errors.valueError("bad " + a + " or " + b + " value");
    }
  }

  private static void inTerminator(String name, int c, String end) {
    if (c != UNSET && end.indexOf(c) >= 0) {
      throw Errors.valueError("bad " + name + " or lineterminator value");
    }
  }

  @New(value = "Dialect(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType type, Object[] args, PyDict kwargs) {
    return make(type, args, kwargs);
  }

  static PyDialect of(Object[] args, PyDict kwargs) {
    return (PyDialect) make(TYPE, args, kwargs);
  }

  private static Object make(PyType type, Object[] args, PyDict kwargs) {
    Object[] v = new Object[NAMES.length];
    Object dialect = args.length > 0 ? args[0] : null;
    for (int i = 0; i + 1 < args.length && i < v.length; i++) {
      v[i] = args[i + 1];
    }
    for (Object key : dev.tuff.engine.core.Iteration.toArray(kwargs)) {
      String name = PyStr.java(key);
      if (name.equals("dialect")) {
        dialect = kwargs.get(key);
        continue;
      }
      int i = java.util.Arrays.asList(NAMES).indexOf(name);
      if (i < 0) {
        throw Errors.typeError("this function got an unexpected keyword argument '" + name + "'");
      }
      v[i] = kwargs.get(key);
    }
    if (dialect == Py.None) {
      dialect = null;
    }
    if (PyStr.isStr(dialect == null ? Py.None : dialect)) {
      dialect = CsvModule.get_dialect(dialect);
    }
    boolean plain = true;
    for (Object o : v) {
      plain &= o == null;
    }
    if (dialect instanceof PyDialect d && plain && type == TYPE) {
      return d;
    }
    if (dialect != null) {
      for (int i = 0; i < v.length; i++) {
        if (v[i] == null) {
          v[i] = Attributes.find(dialect, NAMES[i]);
        }
      }
    }
    return new PyDialect(type, v);
  }

  private static Object character(int c) {
    return c == UNSET ? Py.None : PyStr.ofPoint(c);
  }

  @Getter("delimiter")
  static Object delimiter(PyDialect self) {
    return character(self.delimiter);
  }

  @Getter("escapechar")
  static Object escapechar(PyDialect self) {
    return character(self.escapechar);
  }

  @Getter("quotechar")
  static Object quotechar(PyDialect self) {
    return character(self.quotechar);
  }

  @Getter("quoting")
  static Object quoting(PyDialect self) {
    return Py.box(self.quoting);
  }

  @Getter("lineterminator")
  static Object lineterminator(PyDialect self) {
    return self.lineterminator;
  }

  @Getter(value = "doublequote", member = true)
  static Object doublequote(PyDialect self) {
    return self.doublequote;
  }

  @Getter(value = "skipinitialspace", member = true)
  static Object skipinitialspace(PyDialect self) {
    return self.skipinitialspace;
  }

  @Getter(value = "strict", member = true)
  static Object strict(PyDialect self) {
    return self.strict;
  }

  @Method(value = "__reduce__(self, /)", doc = "raises an exception to avoid pickling")
  static Object __reduce__(PyDialect self) {
    throw Errors.typeError("cannot pickle '" + self.type().name() + "' instances");
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", doc = "raises an exception to avoid pickling")
  static Object __reduce_ex__(PyDialect self, Object protocol) {
    return __reduce__(self);
  }
}
