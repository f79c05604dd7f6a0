package dev.tuff.stdlib.dbm;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/**
 * The base of {@code dbm.dumb._Database}, in CPython's files:
 *
 * <pre>
 * base.dat: values, each from a multiple of 512 on
 * base.dir: a line 'key', (position, size)  for each key, later ones win; rewritten by sync() and close()
 * base.bak: the .dir before that
 * </pre>
 *
 * <p>Files are opened by the builtin {@code open}, so that whatever bounds the program's files bounds these.
 */
final class PyDumbDatabase extends PyObject {
  static final PyType TYPE = PyType.builtin("dbm.dumb._Files", PyType.OBJECT, PyType.WEAKREF, null, new PyDumbDatabaseTable());
  private static final long BLOCK = 512;

  private PyBytes dir;
  private PyBytes dat;
  private PyBytes bak;
  private Object mode;
  private boolean readOnly;

  /** Whether the index differs from the file. */
  private boolean modified;

  /** Key → (position, size); null once closed. */
  private PyDict index;

  private PyDumbDatabase(PyType type) {
    super(type);
  }

  @New(value = "_Files(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyDumbDatabase(cls);
  }

  @Method("__init__(self, filebasename, mode, flag='c')")
  static void __init__(PyDumbDatabase self, Object base, Object mode, String flag) {
    Object path = Call.attribute(DbmModule.os(), "fsencode", base);
    self.dir = DbmModule.join(path, ".dir");
    self.dat = DbmModule.join(path, ".dat");
    self.bak = DbmModule.join(path, ".bak");
    self.mode = mode;
    self.readOnly = flag.equals("r");
    boolean create = flag.equals("c") || flag.equals("n");
    if (flag.equals("n")) {
      for (PyBytes f : new PyBytes[] {self.dat, self.bak, self.dir}) {
        quietly("remove", f);
      }
    }
    try {
      close(open(self.dat, "rb"));
    } catch (PyException e) {
      if (!create || !e.is(Exceptions.OSError)) {
        throw e;
      }
      close(self.openNew(self.dat, "wb"));
    }
    self.load(create);
  }

  private void load(boolean create) {
    PyDict read = new PyDict();
    Object f;
    try {
      f = open(dir, "rb");
    } catch (PyException e) {
      if (!create || !e.is(Exceptions.OSError)) {
        throw e;
      }
      close(openNew(dir, "wb"));
      index = read;
      return;
    }
    try {
      Object parse = dev.tuff.engine.core.Attributes.get(Interpreter.current().importModule("ast"), "literal_eval");
      for (Object line; (line = Py.callMethod(f, "readline")) instanceof PyBytes b && b.size() > 0; ) {
        Object text = Py.callMethod(Codecs.decode(b.array(), "latin-1", null), "rstrip");
        Object[] pair = Iteration.toArray(Call.call(parse, text));
        if (pair.length != 2) {
          throw Errors.valueError("malformed line in the index: " + Py.javaRepr(text));
        }
        read.put(new PyBytes(Codecs.encode(pair[0], "latin-1", null)), pair[1]);
      }
    } finally {
      close(f);
    }
    index = read;
  }

  // ---- files

  private static Object open(PyBytes path, String mode) {
    return Call.call(Interpreter.current().builtins.dict().getStr("open"), path, mode);
  }

  private Object openNew(PyBytes path, String how) {
    Object f = open(path, how);
    Call.attribute(DbmModule.os(), "chmod", path, mode);
    return f;
  }

  private static void close(Object f) {
    Py.callMethod(f, "close");
  }

  private static void quietly(String function, Object... args) {
    try {
      Call.attribute(DbmModule.os(), function, args);
    } catch (PyException e) {
      if (!e.is(Exceptions.OSError)) {
        throw e;
      }
    }
  }

  private static PyBytes line(Object key, Object pair) {
    Object text = Codecs.decode(((PyBytes) key).array(), "latin-1", null);
    return new PyBytes(Codecs.encode(Py.str(Py.javaRepr(text) + ", " + Py.javaRepr(pair) + "\n"), "latin-1", null));
  }

  /** Writes a value at {@code at}, or with -1 behind all others; where it is. */
  private PyTuple store(long at, PyBytes value) {
    Object f = open(dat, "rb+");
    try {
      if (at < 0) {
        long end = (Long) Py.callMethod(f, "seek", Py.box(0), Py.box(2));
        at = (end + BLOCK - 1) / BLOCK * BLOCK;
        Py.callMethod(f, "write", new PyBytes(new byte[(int) (at - end)]));
      } else {
        Py.callMethod(f, "seek", Py.box(at));
      }
      Py.callMethod(f, "write", value);
    } finally {
      close(f);
    }
    return PyTuple.of(Py.box(at), Py.box(value.size()));
  }

  @Method("sync(self, /)")
  static void sync(PyDumbDatabase self) {
    if (self.index == null || !self.modified) {
      return;
    }
    quietly("unlink", self.bak);
    quietly("rename", self.dir, self.bak);
    Object f = self.openNew(self.dir, "wb");
    try {
      Object[] keys = self.index.keysArray();
      Object[] pairs = self.index.valuesArray();
      for (int i = 0; i < keys.length; i++) {
        Py.callMethod(f, "write", line(keys[i], pairs[i]));
      }
    } finally {
      close(f);
    }
    self.modified = false;
  }

  @Method("close(self, /)")
  static void close(PyDumbDatabase self) {
    try {
      sync(self);
    } finally {
      self.index = null;
    }
  }

  @Method("__enter__(self, /)")
  static Object __enter__(PyDumbDatabase self) {
    return self;
  }

  @Method("__exit__(self, /, *args)")
  static void __exit__(PyDumbDatabase self, Object[] args) {
    close(self);
  }

  // ---- the mapping

  private PyDict opened() {
    if (index == null) {
      throw Errors.make(Exceptions.OSError, "DBM object has already been closed");
    }
    return index;
  }

  private void checkWritable() {
    if (readOnly) {
      throw Errors.make(Exceptions.OSError, "The database is opened for reading only");
    }
  }

  /** A key to look up: what is neither bytes nor text is in no database. */
  private static Object key(Object o) {
    PyBytes b = DbmModule.bytes(o);
    return b == null ? o : b;
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyDumbDatabase self, Object given) {
    Object key = key(given);
    if (!(self.opened().get(key) instanceof PyTuple pair)) {
      throw Errors.keyError(key);
    }
    Object f = open(self.dat, "rb");
    try {
      Py.callMethod(f, "seek", pair.get(0));
      return Py.callMethod(f, "read", pair.get(1));
    } finally {
      close(f);
    }
  }

  @Method("__setitem__(self, key, value, /)")
  static void __setitem__(PyDumbDatabase self, Object given, Object givenValue) {
    self.checkWritable();
    PyBytes key = DbmModule.bytes(given);
    if (key == null) {
      throw Errors.typeError("keys must be bytes or strings");
    }
    PyBytes value = DbmModule.bytes(givenValue);
    if (value == null) {
      throw Errors.typeError("values must be bytes or strings");
    }
    PyDict index = self.opened();
    self.modified = true;
    if (index.get(key) instanceof PyTuple old) {
      boolean fits = (value.size() + BLOCK - 1) / BLOCK <= ((Long) old.get(1) + BLOCK - 1) / BLOCK;
      index.put(key, self.store(fits ? (Long) old.get(0) : -1, value));
      return;
    }
    PyTuple pair = self.store(-1, value);
    index.put(key, pair);
    Object f = self.openNew(self.dir, "ab");
    try {
      Py.callMethod(f, "write", line(key, pair));
    } finally {
      close(f);
    }
  }

  @Method("__delitem__(self, key, /)")
  static void __delitem__(PyDumbDatabase self, Object given) {
    self.checkWritable();
    Object key = key(given);
    PyDict index = self.opened();
    self.modified = true;
    if (index.remove(key) == null) {
      throw Errors.keyError(key);
    }
    sync(self);
  }

  @Method("keys(self, /)")
  static Object keys(PyDumbDatabase self) {
    return PyList.of(self.opened().keysArray());
  }

  @Method("items(self, /)")
  static Object items(PyDumbDatabase self) {
    PyList all = new PyList();
    for (Object k : self.opened().keysArray()) {
      all.add(PyTuple.of(k, __getitem__(self, k)));
    }
    return all;
  }

  @Method("__contains__(self, key, /)")
  static boolean __contains__(PyDumbDatabase self, Object key) {
    return self.opened().get(key(key)) != null;
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyDumbDatabase self) {
    return Iteration.iter(self.opened());
  }

  @Method("iterkeys(self, /)")
  static Object iterkeys(PyDumbDatabase self) {
    return __iter__(self);
  }

  @Method("__len__(self, /)")
  static long __len__(PyDumbDatabase self) {
    return self.opened().size();
  }
}
