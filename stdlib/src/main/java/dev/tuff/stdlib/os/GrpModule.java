package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;

/** The module {@code grp}: the groups in {@code /etc/group}. */
public final class GrpModule {
  private static final StructSequence GROUP = new StructSequence("grp.struct_group", "A group.", 4, true,
      "gr_name", "gr_passwd", "gr_gid", "gr_mem");

  private GrpModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "grp", new GrpModuleTable());
    m.set("struct_group", GROUP.type);
  }

  private static PyList all(Interpreter interpreter) {
    PyList list = new PyList();
    String text = SystemFiles.read(interpreter.host, "/etc/group");
    for (String line : text == null ? new String[0] : text.split("\n")) {
      String[] f = line.split(":", -1);
      if (f.length == 4) {
        PyList members = new PyList();
        for (String name : f[3].split(",")) {
          if (!name.isEmpty()) {
            members.add(Py.str(name));
          }
        }
        list.add(GROUP.of(Py.str(f[0]), f[1], Py.box(Long.parseLong(f[2])), members));
      }
    }
    return list;
  }

  @Function(value = "getgrall()", doc = "All groups.")
  static Object getgrall(Interpreter interpreter) {
    return all(interpreter);
  }

  @Function(value = "getgrnam(name)", doc = "The group of a name.")
  static Object getgrnam(String name, Interpreter interpreter) {
    if (name.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null byte");
    }
    for (Object g : all(interpreter).toArray()) {
      if (Py.eq(((PyTuple) g).get(0), Py.str(name))) {
        return g;
      }
    }
    throw Errors.keyError(Py.str("getgrnam(): name not found: " + Py.javaRepr(Py.str(name))));
  }

  @Function(value = "getgrgid(id)", doc = "The group of an id.")
  static Object getgrgid(Object id, Interpreter interpreter) {
    Object n = PyInt.index(id);
    for (Object g : all(interpreter).toArray()) {
      if (Py.eq(((PyTuple) g).get(2), n)) {
        return g;
      }
    }
    throw Errors.keyError(Py.str("getgrgid(): gid not found: " + Py.javaRepr(n)));
  }
}
