package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.module.PyModule;
import dev.tuff.host.Errno;

/** The module {@code errno}. */
public final class ErrnoModule {
  private ErrnoModule() {}

  public static void init(PyModule m) {
    PyDict codes = new PyDict();
    for (String entry : Errno.names()) {
      int space = entry.indexOf(' ');
      String name = entry.substring(0, space);
      Object number = Py.box(Integer.parseInt(entry, space + 1, entry.length(), 10));
      m.set(name, number);
      if (!codes.containsKey(number) || name.equals("EAGAIN") || name.equals("EDEADLOCK")) {
        codes.put(number, name);
      }
    }
    m.set("errorcode", codes);
  }
}
