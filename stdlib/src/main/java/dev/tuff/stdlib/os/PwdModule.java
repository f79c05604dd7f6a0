package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;

/** The module {@code pwd}: the users in {@code /etc/passwd}. */
public final class PwdModule {
  private static final StructSequence USER = new StructSequence("pwd.struct_passwd", "A user.", 7, true,
      "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell");

  private PwdModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "pwd", new PwdModuleTable());
    m.set("struct_passwd", USER.type);
  }

  private static PyList all(Interpreter interpreter) {
    PyList list = new PyList();
    String text = SystemFiles.read(interpreter.host, "/etc/passwd");
    for (String line : text == null ? new String[0] : text.split("\n")) {
      String[] f = line.split(":", -1);
      if (f.length == 7) {
        list.add(USER.of(Py.str(f[0]), f[1], Py.box(Long.parseLong(f[2])), Py.box(Long.parseLong(f[3])), Py.str(f[4]), Py.str(f[5]), f[6]));
      }
    }
    return list;
  }

  @Function(value = "getpwall()", doc = "All users.")
  static Object getpwall(Interpreter interpreter) {
    return all(interpreter);
  }

  @Function(value = "getpwnam(name, /)", doc = "The user of a name.")
  static Object getpwnam(String name, Interpreter interpreter) {
    if (name.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null byte");
    }
    for (Object u : all(interpreter).toArray()) {
      if (Py.eq(((dev.tuff.engine.container.PyTuple) u).get(0), Py.str(name))) {
        return u;
      }
    }
    throw Errors.keyError(Py.str("getpwnam(): name not found: " + Py.javaRepr(Py.str(name))));
  }

  @Function(value = "getpwuid(uid, /)", doc = "The user of an id.")
  static Object getpwuid(Object uid, Interpreter interpreter) {
    Object id = PyInt.index(uid);
    for (Object u : all(interpreter).toArray()) {
      if (Py.eq(((dev.tuff.engine.container.PyTuple) u).get(2), id)) {
        return u;
      }
    }
    throw Errors.keyError(Py.str("getpwuid(): uid not found: " + Py.javaRepr(id)));
  }
}
