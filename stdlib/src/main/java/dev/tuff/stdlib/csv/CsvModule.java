package dev.tuff.stdlib.csv;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** {@code _csv}: readers, writers and the registry of dialects. */
public final class CsvModule {
  static final PyType ERROR = PyType.builtin("_csv.Error", Exceptions.Exception, PyType.BASE_LAYOUT, null);
  private static final long DEFAULT_LIMIT = 128 * 1024;

  private CsvModule() {}

  /** What the module keeps for an interpreter. */
  static final class State {
    final PyDict dialects = new PyDict();
    volatile long fieldLimit = DEFAULT_LIMIT;
  }

  static State state() {
    return Interpreter.current().state(State.class, State::new);
  }

  public static void init(PyModule m) {
    Exposed.define(m, "_csv", new CsvModuleTable());
    m.set("__doc__", "CSV parsing and writing.");
    m.set("Error", ERROR);
    m.set("Dialect", PyDialect.TYPE);
    m.set("Reader", PyReader.TYPE);
    m.set("Writer", PyWriter.TYPE);
    m.set("QUOTE_MINIMAL", Py.box(PyDialect.MINIMAL));
    m.set("QUOTE_ALL", Py.box(PyDialect.ALL));
    m.set("QUOTE_NONNUMERIC", Py.box(PyDialect.NONNUMERIC));
    m.set("QUOTE_NONE", Py.box(PyDialect.NONE));
    m.set("QUOTE_STRINGS", Py.box(PyDialect.STRINGS));
    m.set("QUOTE_NOTNULL", Py.box(PyDialect.NOTNULL));
    m.set("_dialects", state().dialects);
  }

  static PyException error(String message) {
    return Errors.make(ERROR, Py.str(message));
  }

  private static Object[] rest(Object[] args, String function) {
    if (args.length == 0) {
      throw Errors.typeError(function + " expected at least 1 argument, got 0");
    }
    if (args.length > 2) {
      throw Errors.typeError(function + " expected at most 2 arguments, got " + args.length);
    }
    return args.length == 2 ? new Object[] {args[1]} : new Object[0];
  }

  @Function(value = "reader(*args, **kwargs)", textSignature = false, doc = "csv_reader = reader(iterable [, dialect='excel'] [optional "
      + "keyword args])\n\nAn iterator over the lists of strings that the lines hold.")
  static Object reader(Object[] args, PyDict kwargs) {
    Object[] dialect = rest(args, "reader");
    Object lines = dev.tuff.engine.core.Iteration.iter(args[0]);
    return new PyReader(lines, PyDialect.of(dialect, kwargs));
  }

  @Function(value = "writer(*args, **kwargs)", textSignature = false, doc = "csv_writer = csv.writer(fileobj [, dialect='excel'] [optional "
      + "keyword args])\n\nAn object that writes rows to a file.")
  static Object writer(Object[] args, PyDict kwargs) {
    Object[] dialect = rest(args, "writer");
    PyDialect d = PyDialect.of(dialect, kwargs);
    Object write = dev.tuff.engine.core.Attributes.find(args[0], "write");
    if (write == null || Py.typeOf(write).slot(dev.tuff.engine.core.Special.CALL) == null
        && !(write instanceof dev.tuff.engine.core.PyObject)) {
      throw Errors.typeError("argument 1 must have a \"write\" method");
    }
    return new PyWriter(write, d);
  }

  @Function(value = "list_dialects()", doc = "Return a list of all known dialect names.")
  static Object list_dialects() {
    return PyList.of(dev.tuff.engine.core.Iteration.toArray(state().dialects).clone());
  }

  @Function(value = "register_dialect(*args, **kwargs)", textSignature = false, doc = "Create a mapping from a string name to a dialect class.")
  static void register_dialect(Object[] args, PyDict kwargs) {
    if (args.length == 0) {
      throw Errors.typeError("register_dialect expected at least 1 argument, got 0");
    }
    if (args.length > 2) {
      throw Errors.typeError("register_dialect expected at most 2 arguments, got " + args.length);
    }
    if (!PyStr.isStr(args[0])) {
      throw Errors.typeError("dialect name must be a string");
    }
    state().dialects.put(args[0], PyDialect.of(args.length == 2 ? new Object[] {args[1]} : new Object[0], kwargs));
  }

  @Function(value = "unregister_dialect(name)", doc = "Delete the name/dialect mapping associated with a string name.")
  static void unregister_dialect(Object name) {
    if (state().dialects.remove(name) == null) {
      throw error("unknown dialect");
    }
  }

  @Function(value = "get_dialect(name)", doc = "Return the dialect instance associated with name.")
  static Object get_dialect(Object name) {
    Object d = state().dialects.get(name);
    if (d == null) {
      throw error("unknown dialect");
    }
    return d;
  }

  @Function(value = "field_size_limit(new_limit=<unrepresentable>)", doc = "Sets an upper limit on parsed fields.\n\nReturns old limit.")
  static Object field_size_limit(Object limit) {
    State s = state();
    long old = s.fieldLimit;
    if (limit != null) {
      if (!PyInt.isInt(limit)) {
        throw Errors.typeError("limit must be an integer");
      }
      if (!(PyInt.value(limit) instanceof Long l)) {
        throw Errors.overflowError("Python int too large to convert to C ssize_t");
      }
      s.fieldLimit = l;
    }
    return Py.box(old);
  }

}
