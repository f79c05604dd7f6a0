package dev.tuff.stdlib.csv;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;

/** {@code _csv.writer}. */
final class PyWriter extends PyObject {
  static final PyType TYPE = PyType.builtin("_csv.writer", PyType.OBJECT, PyType.NO_NEW,
      "CSV writer\n\nWriter objects are responsible for generating tabular data in CSV format from sequence input.\n", new PyWriterTable());

  private final Object write;
  private final PyDialect dialect;

  PyWriter(Object write, PyDialect dialect) {
    super(TYPE);
    this.write = write;
    this.dialect = dialect;
  }

  private static boolean isNumber(Object o) {
    return PyInt.isInt(o) || PyFloat.isFloat(o) || o instanceof PyComplex || Py.typeOf(o).slot(Special.FLOAT) != null
        || Py.typeOf(o).slot(Special.INDEX) != null;
  }

  @Method(value = "writerow(self, row, /)", doc = "Construct and write a CSV record from an iterable of fields.\n\n"
      + "Non-string elements will be converted to string.")
  static Object writerow(PyWriter self, Object row) {
    Object it;
    try {
      it = Iteration.iter(row);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw CsvModule.error("iterable expected, not " + Py.typeOf(row).name());
      }
      throw e;
    }
    StrBuilder out = new StrBuilder();
    int n = 0;
    boolean nullField = false;
    for (Object f; (f = Iteration.next(it)) != null; n++) {
      nullField = f == Py.None;
      boolean quoted = switch (self.dialect.quoting) {
        case PyDialect.NONNUMERIC -> !isNumber(f);
        case PyDialect.ALL -> true;
        case PyDialect.STRINGS -> PyStr.isStr(f);
        case PyDialect.NOTNULL -> f != Py.None;
        default -> false;
      };
      Object text = f == Py.None ? "" : PyStr.isStr(f) ? PyStr.value(f) : PyStr.value(Py.str(f));
      self.append(out, text, quoted, n, f == Py.None);
    }
    if (n > 0 && out.length() == 0) {
      int q = self.dialect.quoting;
      if (q == PyDialect.NONE || nullField && (q == PyDialect.STRINGS || q == PyDialect.NOTNULL)) {
        throw CsvModule.error("single empty field record must be quoted");
      }
      // a lone empty field would read back as no field
      out.point(self.dialect.quotechar).point(self.dialect.quotechar);
    }
    out.append(self.dialect.lineterminator);
    return Call.call(self.write, out.build());
  }

  private void append(StrBuilder out, Object text, boolean quoted, int index, boolean isNull) {
    PyDialect d = dialect;
    if (index > 0) {
      out.point(d.delimiter);
    }
    int n = PyStr.length(text);
    String end = PyStr.java(d.lineterminator);
    StrBuilder b = new StrBuilder(n + 2);
    // a field of blanks before a space delimiter would be skipped, as would leading spaces
    boolean spaceRule = n == 0 && d.delimiter == ' ' && d.skipinitialspace;
    if (spaceRule) {
      if (d.quoting == PyDialect.NONE || isNull && (d.quoting == PyDialect.STRINGS || d.quoting == PyDialect.NOTNULL)) {
        throw CsvModule.error("empty field must be quoted if delimiter is a space and skipinitialspace is true");
      }
      quoted = true;
    }
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(text, i);
      boolean escape = false;
      if (c == d.delimiter || c == d.escapechar || c == d.quotechar || c == '\n' || c == '\r' || end.indexOf(c) >= 0) {
        if (d.quoting == PyDialect.NONE) {
          escape = true;
        } else {
          if (c == d.quotechar) {
            if (d.doublequote) {
              b.point(d.quotechar);
            } else {
              escape = true;
            }
          } else if (c == d.escapechar) {
            escape = true;
          }
          if (!escape) {
            quoted = true;
          }
        }
        if (escape) {
          if (d.escapechar == PyDialect.UNSET) {
            throw CsvModule.error("need to escape, but no escapechar set");
          }
          b.point(d.escapechar);
        }
      }
      b.point(c);
    }
    if (quoted) {
      out.point(d.quotechar);
    }
    out.append(b.build());
    if (quoted) {
      out.point(d.quotechar);
    }
  }

  @Method(value = "writerows(self, rows, /)", doc = "Construct and write a series of iterables to a csv file.\n\n"
      + "Non-string elements will be converted to string.")
  static void writerows(PyWriter self, Object rows) {
    Object it = Iteration.iter(rows);
    for (Object row; (row = Iteration.next(it)) != null; ) {
      writerow(self, row);
    }
  }

  @Getter(value = "dialect", member = true)
  static Object dialect(PyWriter self) {
    return self.dialect;
  }
}
