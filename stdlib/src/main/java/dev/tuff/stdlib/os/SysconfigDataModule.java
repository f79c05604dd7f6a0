package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.module.PyModule;

/** The module {@code _sysconfigdata_…}: what {@code sysconfig} would know of a build from C, as far as it means anything here. */
public final class SysconfigDataModule {
  private SysconfigDataModule() {}

  public static void init(PyModule m) {
    PyDict d = new PyDict();
    String[] numbers = {
      "Py_DEBUG", "0", "Py_GIL_DISABLED", "1", "Py_ENABLE_SHARED", "0", "WITH_PYMALLOC", "0", "WITH_DOC_STRINGS", "1", "HAVE_FORK", "0",
      "Py_TRACE_REFS", "0", "PY_COERCE_C_LOCALE", "0", "SIZEOF_VOID_P", "8", "SIZEOF_SIZE_T", "8", "SIZEOF_LONG", "8",
    };
    for (int i = 0; i < numbers.length; i += 2) {
      d.putStr(numbers[i], Py.box(Integer.parseInt(numbers[i + 1])));
    }
    String[] texts = {
      "VERSION", "3.14", "LDVERSION", "3.14", "SOABI", "tuff-314", "EXT_SUFFIX", ".tuff-314.so", "CONFIG_ARGS", "", "PLATLIBDIR", "lib", "MACHDEP", "linux",
      "prefix", "/usr", "exec_prefix", "/usr", "CFLAGS", "", "PY_CFLAGS", "", "PY_CORE_CFLAGS", "", "LIBDIR", "/usr/lib", "BINDIR", "/usr/bin",
      "srcdir", ".", "abs_srcdir", "/usr", "abs_builddir", "/usr", "TZPATH", "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    };
    for (int i = 0; i < texts.length; i += 2) {
      d.putStr(texts[i], texts[i + 1]);
    }
    m.set("build_time_vars", d);
  }
}
