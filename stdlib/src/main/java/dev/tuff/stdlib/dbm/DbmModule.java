package dev.tuff.stdlib.dbm;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;

/**
 * {@code dbm}, of whose kinds of databases only {@code dbm.dumb} is there. The library in the jar has neither, and the kinds
 * that C libraries make (gnu, ndbm, sqlite3) are recognised but not opened.
 */
public final class DbmModule {
  private DbmModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "dbm", new DbmModuleTable());
    PyDict namespace = new PyDict();
    namespace.putStr("__module__", "dbm");
    m.set("error", Py.tuple(Call.call(PyType.TYPE, "error", Py.tuple(Exceptions.Exception), namespace), Exceptions.OSError));
    PyModule dumb = new PyModule("dbm.dumb");
    DumbModule.init(dumb);
    m.set("dumb", dumb);
    Interpreter.current().modules.putStr("dbm.dumb", dumb);
    // what has a path is a package
    m.set("__path__", new dev.tuff.engine.container.PyList());
  }

  private static PyException error(PyModule m, String message) {
    Object errors = Attributes.get(m, "error");
    PyType type = (PyType) ((dev.tuff.engine.container.PyTuple) errors).get(0);
    return Errors.from(Call.call(type, Py.str(message)));
  }

  @Function(value = "open(file, flag='r', mode=438)", doc = "Open or create the database at the path given by file.\n\n"
      + "flag is 'r' for reading, 'w' for reading and writing, 'c' to create it if need be, 'n' for a new, empty one.")
  static Object open(PyModule m, Object file, String flag, Object mode) {
    String kind = flag.contains("n") ? null : kindOf(file);
    if (kind == null) {
      if (!flag.contains("c") && !flag.contains("n")) {
        throw error(m, "db file doesn't exist; use 'c' or 'n' flag to create a new db");
      }
    } else if (kind.isEmpty()) {
      throw error(m, "db type could not be determined");
    } else if (!kind.equals("dbm.dumb")) {
      throw error(m, "db type is " + kind + ", but the module is not available");
    }
    return Call.attribute(Attributes.get(m, "dumb"), "open", file, Py.str(flag), mode);
  }

  @Function(value = "whichdb(filename)", doc = "Guess which db package to use to open a db file.\n\n"
      + "None if the file cannot be read, '' if it is of no known kind, else the name of the module.")
  static Object whichdb(Object filename) {
    String kind = kindOf(filename);
    return kind == null ? Py.None : kind;
  }

  private static String kindOf(Object filename) {
    Object name = Call.attribute(os(), "fsencode", filename);
    if (ndbm(name)) {
      return "dbm.ndbm";
    }
    if (read(join(name, ".dat"), 0) != null) {
      byte[] dir = read(join(name, ".dir"), 1);
      if (dir != null && (dir.length == 0 || dir[0] == '\'' || dir[0] == '"')) {
        return "dbm.dumb";
      }
    }
    byte[] head = read(name, 16);
    if (head == null) {
      return null;
    }
    if (new String(head, StandardCharsets.ISO_8859_1).equals("SQLite format 3\0")) {
      return "dbm.sqlite3";
    }
    if (head.length < 4) {
      return "";
    }
    // gdbm's magic numbers, in either byte order
    int magic = (head[0] & 0xFF) | (head[1] & 0xFF) << 8 | (head[2] & 0xFF) << 16 | head[3] << 24;
    return magic >= 0x13579acd && magic <= 0x13579acf || isGnu(Integer.reverseBytes(magic)) ? "dbm.gnu" : "";
  }

  private static boolean isGnu(int magic) {
    return magic >= 0x13579acd && magic <= 0x13579acf;
  }

  private static boolean ndbm(Object name) {
    return read(join(name, ".pag"), 0) != null && read(join(name, ".dir"), 0) != null;
  }

  /** The first {@code n} bytes of a file, or null if it cannot be read. */
  private static byte[] read(Object name, int n) {
    try {
      Object f = Call.call(Interpreter.current().builtins.dict().getStr("open"), name, "rb");
      try {
        return ((PyBytes) Py.callMethod(f, "read", Py.box(n))).array();
      } finally {
        Py.callMethod(f, "close");
      }
    } catch (PyException e) {
      if (e.is(Exceptions.OSError)) {
        return null;
      }
      throw e;
    }
  }

  static Object os() {
    return Interpreter.current().importModule("os");
  }

  /** A path as bytes, with a suffix. */
  static PyBytes join(Object path, String suffix) {
    byte[] p = ((PyBytes) path).array();
    byte[] s = suffix.getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(p, p.length + s.length);
    System.arraycopy(s, 0, all, p.length, s.length);
    return new PyBytes(all);
  }

  /** A key or value given as bytes or as text, which means its UTF-8; null if it is neither. */
  static PyBytes bytes(Object o) {
    if (PyStr.isStr(o)) {
      return new PyBytes(dev.tuff.engine.codec.Codecs.encode(o, null, null));
    }
    if (o instanceof PyBytes b) {
      return b;
    }
    return o instanceof dev.tuff.engine.bytes.PyByteArray a ? new PyBytes(a.toBytes()) : null;
  }
}
