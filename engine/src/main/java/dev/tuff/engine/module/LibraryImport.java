package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The short way of importing native modules and those of the library: what importlib's Python code would do with them, while the program has
 * not changed how modules are found, nothing watches, and one thread runs. It gives up before it has done anything, so that importlib can.
 */
public final class LibraryImport {
  private final Interpreter interpreter;

  /** {@code sys.meta_path} and {@code sys.path_hooks} as start-up left them, and what was in them. */
  private final PyList metaPath;
  private final PyList pathHooks;
  private final Object[] finders;
  private final Object[] hooks;
  private final Object builtinImporter;
  private final Object moduleSpec;

  /** What folders of {@code sys.path} held when last looked at. */
  private final Map<String, Folder> folders = new HashMap<>();

  /** Held while a module's code runs: other threads that find the module half made wait for it. */
  private final ReentrantLock running = new ReentrantLock();

  /**
   * One folder.
   *
   * @param path where it is: the empty entry means another one after a change of the current directory
   * @param modified its time of change: another one means to look again, as importlib does
   * @param stems the names in it up to their first dot, in lower case
   */
  private record Folder(String path, long modified, Set<String> stems) {}

  /** At the end of start-up: how it left the import system is what must not have changed. */
  LibraryImport(Interpreter interpreter) {
    this.interpreter = interpreter;
    PyDict sys = interpreter.sys.dict();
    metaPath = (PyList) sys.getStr("meta_path");
    pathHooks = (PyList) sys.getStr("path_hooks");
    finders = metaPath.toArray();
    hooks = pathHooks.toArray();
    builtinImporter = interpreter.importlib.dict().getStr("BuiltinImporter");
    moduleSpec = interpreter.importlib.dict().getStr("ModuleSpec");
  }

  /** Waits until no other thread is inside {@link #load}. */
  void await() {
    running.lock();
    running.unlock();
  }

  /** The module, imported now; null if it is not for this way. */
  Object load(String name) {
    if (!untouched() || !isPlain(name)) {
      return null;
    }
    int dot = name.lastIndexOf('.');
    if (dot >= 0) {
      return submodule(name, dot);
    }
    if (ImpModule.is_builtin(name, interpreter) != 0) {
      return builtin(name);
    }
    return FrozenModules.find(name) == null && leadsToLibrary(name) ? run(name, null) : null;
  }

  /** Whether modules are found as at the start, and nobody would see that importlib's code does not run. */
  private boolean untouched() {
    PyDict sys = interpreter.sys.dict();
    return interpreter.threads().size() <= 1 && interpreter.auditHooks == null && interpreter.importTime == 0
        && interpreter.monitoring == null && sys.getStr("meta_path") == metaPath && sys.getStr("path_hooks") == pathHooks
        && sys.getStr("modules") == interpreter.modules && sys.getStr("pycache_prefix") == Py.None
        && Arrays.equals(metaPath.toArray(), finders) && Arrays.equals(pathHooks.toArray(), hooks)
        && sys.getStr("flags") instanceof Object flags && !Py.truth(Attributes.get(flags, "verbose"));
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80 || c != '.' && !Character.isJavaIdentifierPart(c)) {
        return false;
      }
    }
    return true;
  }

  private Object submodule(String name, int dot) {
    String parentName = name.substring(0, dot);
    Object parent = interpreter.modules.getStr(parentName);
    if (parent == null) {
      parent = Importing.load(interpreter, parentName);
      Object module = interpreter.modules.getStr(name);
      if (module != null) {
        return module;
      }
    }
    if (!(parent instanceof PyModule p) || !interpreter.library.isPackage(parentName)) {
      return null;
    }
    boolean own = p.dict().getStr("__path__") instanceof PyList path && path.size() == 1 && PyStr.isStr(path.get(0))
        && PyStr.java(path.get(0)).equals(LibraryFinder.directory(interpreter.library.file(parentName)));
    return own && FrozenModules.find(name) == null && interpreter.library.has(name) ? run(name, p) : null;
  }

  /** Whether the first entry of {@code sys.path} that may have the module is the library's. */
  private boolean leadsToLibrary(String name) {
    if (!(interpreter.sys.dict().getStr("path") instanceof PyList path)) {
      return false;
    }
    for (Object entry : path.toArray()) {
      if (!PyStr.isStr(entry)) {
        return false;
      }
      String folder = PyStr.java(entry);
      if (folder.equals(interpreter.library.path())) {
        return interpreter.library.has(name);
      }
      if (mayHave(folder, name)) {
        return false;
      }
    }
    return false;
  }

  private boolean mayHave(String entry, String name) {
    try {
      FileSystem files = interpreter.host.files();
      Folder known = folders.get(entry);
      if (known != null && running.isHeldByCurrentThread()) {
        // the import that this one is part of has looked
        return known.stems.contains(name.toLowerCase(Locale.ROOT));
      }
      String path = entry.isEmpty() ? files.cwd() : entry;
      FileStatus status = files.find(path, true);
      if (status == null || !status.isDirectory()) {
        return status != null;
      }
      if (known == null || known.modified != status.modified() || !known.path.equals(path)) {
        Set<String> stems = new HashSet<>();
        try (FileSystem.Entries entries = files.list(path)) {
          for (String file; (file = entries.next()) != null; ) {
            int dot = file.indexOf('.');
            stems.add((dot < 0 ? file : file.substring(0, dot)).toLowerCase(Locale.ROOT));
          }
        }
        known = new Folder(path, status.modified(), stems);
        folders.put(entry, known);
      }
      return known.stems.contains(name.toLowerCase(Locale.ROOT));
    } catch (HostException unreadable) {
      return true;
    }
  }

  private Object builtin(String name) {
    PyModule module = ImpModule.create(interpreter, name);
    if (module == null) {
      return null;
    }
    Object spec = Call.call(moduleSpec, new Object[] {Py.str(name), builtinImporter, "built-in", Boolean.FALSE},
        new String[] {"origin", "is_package"});
    PyDict d = module.dict();
    d.putStr("__package__", "");
    d.putStr("__loader__", builtinImporter);
    d.putStr("__spec__", spec);
    Attributes.set(spec, "_initializing", Boolean.FALSE);
    interpreter.modules.putStr(name, module);
    return module;
  }

  private Object run(String name, PyModule parent) {
    Code code = interpreter.library.code(name, interpreter.library.file(name), interpreter.optimize);
    if (code == null) {
      return null;
    }
    LibraryFinder finder = LibraryFinder.of(parent == null ? "" : name.substring(0, name.lastIndexOf('.')));
    Object spec = LibraryFinder.find_spec(finder, name, Py.None, interpreter);
    Object cached = Py.str(cached(interpreter.library.file(name)));
    Attributes.set(spec, "_cached", cached);
    PyModule module = new PyModule(name);
    PyDict d = module.dict();
    d.putStr("__package__", Attributes.get(spec, "parent"));
    d.putStr("__loader__", Attributes.get(spec, "loader"));
    d.putStr("__spec__", spec);
    Object path = Attributes.get(spec, "submodule_search_locations");
    if (path != Py.None) {
      d.putStr("__path__", path);
    }
    d.putStr("__file__", Attributes.get(spec, "origin"));
    d.putStr("__cached__", cached);
    d.putStr("__builtins__", interpreter.builtins.dict());
    Object above = parent == null ? null : pending(parent);
    String child = name.substring(name.lastIndexOf('.') + 1);
    if (above != null) {
      Call.attribute(above, "append", Py.str(child));
    }
    try {
      execute(name, spec, module, code);
    } finally {
      if (above != null) {
        Call.attribute(above, "pop");
      }
    }
    // the module's code may have put another object in its place
    Object made = interpreter.modules.removeStr(name);
    if (made == null) {
      throw dev.tuff.engine.core.Errors.keyError(name);
    }
    interpreter.modules.putStr(name, made);
    if (parent != null) {
      Attributes.set(parent, child, made);
    }
    return made;
  }

  private void execute(String name, Object spec, PyModule module, Code code) {
    Attributes.set(spec, "_initializing", Boolean.TRUE);
    running.lock();
    boolean done = false;
    try {
      interpreter.modules.putStr(name, module);
      Calls.runCode(new PyCode(code), module.dict(), module.dict());
      done = true;
    } finally {
      if (!done) {
        interpreter.modules.removeStr(name);
      }
      Attributes.set(spec, "_initializing", Boolean.FALSE);
      running.unlock();
    }
  }

  /** The list of a package's submodules that are under way; null if its spec has been replaced. */
  private static Object pending(PyModule parent) {
    Object spec = parent.dict().getStr("__spec__");
    return spec == null || spec == Py.None ? null : Attributes.find(spec, "_uninitialized_submodules");
  }

  /** Where importlib would keep the compiled form of a file. */
  private String cached(String file) {
    int slash = file.lastIndexOf('/');
    String tag = PyStr.java(Attributes.get(interpreter.sys.dict().getStr("implementation"), "cache_tag"));
    String level = interpreter.optimize == 0 ? "" : ".opt-" + interpreter.optimize;
    return file.substring(0, slash) + "/__pycache__/" + file.substring(slash + 1, file.length() - 3) + "." + tag + level + ".pyc";
  }
}
