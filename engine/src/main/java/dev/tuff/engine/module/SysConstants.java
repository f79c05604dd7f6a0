package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The constants and records of {@code sys}. */
final class SysConstants {
  static final int MAJOR = 3;
  static final int MINOR = 14;
  static final int MICRO = 2;

  private SysConstants() {}

  static void define(PyModule m, Interpreter interpreter, Settings s) {
    m.set("modules", interpreter.modules);
    m.set("argv", strings(s.argv()));
    m.set("orig_argv", strings(s.origArgv()));
    m.set("executable", Py.str(s.executable()));
    m.set("_base_executable", Py.str(s.executable()));
    List<String> path = new ArrayList<>(s.path());
    path.add(interpreter.library.path());
    m.set("path", strings(path));
    String prefix = prefix(interpreter.library.path());
    for (String name : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"}) {
      m.set(name, Py.str(prefix));
    }
    m.set("_stdlib_dir", Py.str(interpreter.library.path()));
    m.set("platlibdir", "lib");
    m.set("_framework", "");
    m.set("path_hooks", new PyList());
    m.set("path_importer_cache", new PyDict());
    m.set("meta_path", new PyList());
    m.set("pycache_prefix", s.pycachePrefix() == null ? Py.None : Py.str(s.pycachePrefix()));
    m.set("dont_write_bytecode", s.flag("dont_write_bytecode") != 0);
    m.set("warnoptions", strings(s.warnOptions()));
    PyDict x = new PyDict();
    for (Map.Entry<String, Object> e : s.xoptions().entrySet()) {
      x.putStr(e.getKey(), e.getValue() instanceof String v ? Py.str(v) : Boolean.TRUE);
    }
    m.set("_xoptions", x);
    version(m, interpreter);
    numbers(m, interpreter);
    flags(m, interpreter, s);
    List<String> names = new ArrayList<>(interpreter.nativeModules.names());
    names.addAll(List.of(CoreModules.NAMES));
    names.sort(null);
    m.set("builtin_module_names", PyTuple.of(names.toArray()));
    m.set("stdlib_module_names", dev.tuff.engine.container.PyFrozenSet.of(StdlibNames.all().toArray()));
    for (String hook : new String[] {"excepthook", "displayhook", "unraisablehook", "breakpointhook"}) {
      m.set("__" + hook + "__", m.dict().getStr(hook));
    }
    m.set("thread_info", record(interpreter, "thread_info", "pthread", "mutex+cond", Py.None));
    m.set("abiflags", "");
    m.set("copyright", "Python is Copyright (c) Python Software Foundation. All Rights Reserved.");
  }

  private static String prefix(String library) {
    int lib = library.lastIndexOf("/lib/");
    return lib > 0 ? library.substring(0, lib) : library;
  }

  private static void version(PyModule m, Interpreter interpreter) {
    String vm = System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    m.set("version", MAJOR + "." + MINOR + "." + MICRO + " (Tuff 0.1) \n[" + vm + "]");
    m.set("hexversion", Py.box(MAJOR << 24 | MINOR << 16 | MICRO << 8 | 0xf0));
    m.set("api_version", Py.box(1013));
    m.set("platform", System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux");
    m.set("byteorder", "little");
    Object info = record(interpreter, "version_info", Py.box(MAJOR), Py.box(MINOR), Py.box(MICRO), "final", Py.box(0));
    m.set("version_info", info);
    dev.tuff.engine.core.PyObject impl = (dev.tuff.engine.core.PyObject) dev.tuff.engine.core.Call.call(PySimpleNamespace.TYPE);
    Attributes.set(impl, "name", "tuff");
    Attributes.set(impl, "cache_tag", "tuff-314");
    Attributes.set(impl, "version", info);
    Attributes.set(impl, "hexversion", m.dict().getStr("hexversion"));
    Attributes.set(impl, "_multiarch", "x86_64-linux-gnu");
    Attributes.set(impl, "supports_isolated_interpreters", Boolean.FALSE);
    m.set("implementation", impl);
    m.set("_git", Py.tuple("Tuff", "", ""));
  }

  private static void numbers(PyModule m, Interpreter interpreter) {
    m.set("maxsize", Py.box(Long.MAX_VALUE));
    m.set("maxunicode", Py.box(0x10FFFF));
    m.set("float_repr_style", "short");
    m.set("float_info", record(interpreter, "float_info", Double.MAX_VALUE, Py.box(1024), Py.box(308), Double.MIN_NORMAL, Py.box(-1021),
        Py.box(-307), Py.box(15), Py.box(53), Math.ulp(1.0), Py.box(2), Py.box(1)));
    m.set("int_info", record(interpreter, "int_info", Py.box(30), Py.box(4), Py.box(4300), Py.box(640)));
    m.set("hash_info", record(interpreter, "hash_info", Py.box(64), Py.box(BigInteger.TWO.pow(61).subtract(BigInteger.ONE)), Py.box(314159),
        Py.box(0), Py.box(1000003), "siphash13", Py.box(64), Py.box(128), Py.box(0)));
  }

  private static void flags(PyModule m, Interpreter interpreter, Settings s) {
    m.set("flags", record(interpreter, "flags", Py.box(s.flag("debug")), Py.box(s.flag("inspect")), Py.box(s.flag("interactive")),
        Py.box(interpreter.optimize), Py.box(s.flag("dont_write_bytecode")), Py.box(s.flag("no_user_site")), Py.box(s.flag("no_site")),
        Py.box(s.flag("ignore_environment")), Py.box(s.flag("verbose")), Py.box(s.flag("bytes_warning")), Py.box(s.flag("quiet")),
        Py.box(s.flags().getOrDefault("hash_randomization", 1)), Py.box(s.flag("isolated")), s.flag("dev_mode") != 0,
        Py.box(s.flags().getOrDefault("utf8_mode", 1)), Py.box(s.flag("warn_default_encoding")), s.flag("safe_path") != 0,
        Py.box(interpreter.intMaxStrDigits), s.flags().containsKey("gil") ? Py.box(s.flag("gil")) : Py.None, Py.box(s.flags().getOrDefault("thread_inherit_context", 1)),
        Py.box(s.flags().getOrDefault("context_aware_warnings", 1))));
  }

  /** A struct sequence of {@code sys}; see {@link SysRecords}. */
  static Object record(Interpreter interpreter, String name, Object... values) {
    return SysRecords.of(interpreter, name, values);
  }

  private static PyList strings(List<String> list) {
    PyList l = new PyList();
    for (String s : list) {
      l.add(Py.str(s));
    }
    return l;
  }
}
