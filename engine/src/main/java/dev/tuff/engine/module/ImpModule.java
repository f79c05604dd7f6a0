package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Marshal;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.text.PyStr;
import java.util.concurrent.locks.ReentrantLock;

/** {@code _imp}: the native half of the import system. */
final class ImpModule {
  private ImpModule() {}

  static void init(PyModule m) {
    Exposed.define(m, "_imp", new ImpModuleTable());
    m.set("check_hash_based_pycs", "default");
    m.set("pyc_magic_number_token", Py.box(dev.tuff.engine.module.BytecodeFiles.MAGIC));
  }

  /** The global import lock, one for each interpreter. */
  private static final class ImportLock {
    final ReentrantLock lock = new ReentrantLock();
  }

  private static ReentrantLock lock(Interpreter interpreter) {
    return interpreter.state(ImportLock.class, ImportLock::new).lock;
  }

  @Function(value = "lock_held()", doc = "Whether the import lock is held.")
  static boolean lock_held(Interpreter interpreter) {
    return lock(interpreter).isLocked();
  }

  @Function(value = "acquire_lock()", doc = "Takes the import lock.")
  static void acquire_lock(Interpreter interpreter) {
    lock(interpreter).lock();
  }

  @Function(value = "release_lock()", doc = "Gives the import lock back.")
  static void release_lock(Interpreter interpreter) {
    if (!lock(interpreter).isHeldByCurrentThread()) {
      throw Errors.runtimeError("not holding the import lock");
    }
    lock(interpreter).unlock();
  }

  @Function(value = "extension_suffixes()", doc = "The suffixes of extension modules: none here.")
  static Object extension_suffixes() {
    return new PyList();
  }

  @Function(value = "is_builtin(name, /)", doc = "1 if there is a native module of that name, else 0.")
  static long is_builtin(String name, Interpreter interpreter) {
    return interpreter.nativeModules.names().contains(name) || CoreModules.has(name) ? 1 : 0;
  }

  @Function(value = "create_builtin(spec, /)", doc = "Makes a native module.")
  static Object create_builtin(Object spec, Interpreter interpreter) {
    String name = PyStr.java(Attributes.get(spec, "name"));
    PyModule m = create(interpreter, name);
    return m == null ? Py.None : m;
  }

  /** A new native module, or null. */
  static PyModule create(Interpreter interpreter, String name) {
    PyModule core = CoreModules.existing(interpreter, name);
    if (core != null) {
      return core;
    }
    PyModule m = new PyModule(name);
    return CoreModules.init(name, m) || interpreter.nativeModules.init(name, m) ? m : null;
  }

  @Function(value = "create_dynamic(spec, file=None, /)", doc = "Would load an extension module: there are none here.")
  static Object create_dynamic(Object spec, Object file) {
    Object name = Attributes.get(spec, "name");
    Object origin = Attributes.get(spec, "origin");
    for (Object text : new Object[] {name, origin}) {
      if (PyStr.isStr(text) && PyStr.java(text).indexOf('\0') >= 0) {
        throw Errors.valueError("embedded null character");
      }
    }
    throw Errors.importError("extension modules are not supported", name, origin);
  }

  @Function(value = "exec_dynamic(mod, /)", doc = "Would initialize an extension module.")
  static long exec_dynamic(Object module) {
    return 0;
  }

  @Function(value = "exec_builtin(mod, /)", doc = "Initializes a native module: nothing is left to do.")
  static long exec_builtin(Object module) {
    return 0;
  }

  static Code frozen(Interpreter interpreter, String name) {
    FrozenModules.Frozen f = FrozenModules.enabled(interpreter, name);
    return f == null ? null : FrozenModules.code(interpreter, f);
  }

  @Function(value = "is_frozen(name, /)", doc = "Whether there is a frozen module of that name.")
  static boolean is_frozen(String name, Interpreter interpreter) {
    return FrozenModules.enabled(interpreter, name) != null;
  }

  @Function(value = "is_frozen_package(name, /)", doc = "Whether the frozen module is a package.")
  static boolean is_frozen_package(String name, Interpreter interpreter) {
    FrozenModules.Frozen f = FrozenModules.enabled(interpreter, name);
    if (f == null) {
      throw FrozenModules.missing(interpreter, name);
    }
    return f.isPackage();
  }

  @Function(value = "find_frozen(name, /, *, withdata=False)", doc = "What is known of a frozen module, or None.")
  static Object find_frozen(String name, boolean withdata, Interpreter interpreter) {
    FrozenModules.Frozen f = FrozenModules.enabled(interpreter, name);
    return f == null ? Py.None : Py.tuple(Py.None, f.isPackage(), f.origin() == null ? Py.None : f.origin());
  }

  @Function(value = "get_frozen_object(name, data=None, /)", doc = "The code of a frozen module.")
  static Object get_frozen_object(String name, Object data, Interpreter interpreter) {
    if (data != Py.None) {
      byte[] bytes = dev.tuff.engine.bytes.Buffers.find(data);
      if (bytes == null) {
        throw dev.tuff.engine.bytes.Buffers.notBytesLike(data);
      }
      // as the module marshal writes code: a letter and the length before
      byte[] code = bytes.length > 5 && (bytes[0] & 0x7F) == 'c' ? java.util.Arrays.copyOfRange(bytes, 5, bytes.length) : bytes;
      if (!Marshal.isCurrent(code)) {
        throw Errors.importError("Frozen object named " + Py.javaRepr(Py.str(name)) + " is invalid", Py.str(name), null);
      }
      return new PyCode(Marshal.load(code, null));
    }
    Code code = frozen(interpreter, name);
    if (code == null) {
      throw FrozenModules.missing(interpreter, name);
    }
    return new PyCode(code);
  }

  @Function(value = "init_frozen(name, /)", doc = "Runs a frozen module.")
  static Object init_frozen(String name, Interpreter interpreter) {
    FrozenModules.Frozen f = FrozenModules.enabled(interpreter, name);
    if (f == null) {
      return Py.None;
    }
    PyModule m = new PyModule(name);
    m.set("__origname__", f.origin() == null ? Py.None : f.origin());
    if (f.isPackage()) {
      m.set("__path__", new PyList());
    }
    m.set("__builtins__", interpreter.builtins);
    interpreter.modules.putStr(name, m);
    dev.tuff.engine.interp.Calls.runCode(new PyCode(FrozenModules.code(interpreter, f)), m.dict(), m.dict());
    return m;
  }

  @Function(value = "_frozen_module_names()", doc = "The names of the frozen modules.")
  static Object _frozen_module_names() {
    PyList names = new PyList();
    for (String name : FrozenModules.names()) {
      names.add(name);
    }
    return names;
  }

  @Function(value = "_override_frozen_modules_for_tests(override, /)", doc = "Negative: only the modules that imports need stay frozen.")
  static void _override_frozen_modules_for_tests(int override, Interpreter interpreter) {
    FrozenModules.override(interpreter, override);
  }

  @Function(value = "_override_multi_interp_extensions_check(override, /)", doc = "Has no effect: there are no extension modules.")
  static long _override_multi_interp_extensions_check(int override) {
    return 0;
  }

  @Function(value = "_fix_co_filename(code, path, /)", doc = "Tells code where its source now is.")
  static void _fix_co_filename(Object code, Object path) {
    ((PyCode) code).code.relocate(PyStr.java(path));
  }

  @Function(value = "source_hash(key, source)", doc = "The hash of a source file, for hash-based pycs.")
  static Object source_hash(Object key, Object source, ThreadState ts) {
    long k = Py.box(0) == key ? 0 : dev.tuff.engine.core.Convert.toLong(key);
    return BytecodeFiles.sourceHash(k, dev.tuff.engine.bytes.Buffers.find(source));
  }
}
