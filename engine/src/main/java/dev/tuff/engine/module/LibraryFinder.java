package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileSystem;
import java.util.TreeMap;

/**
 * Finds CPython's library in the {@link Library}: a path entry finder for the paths at and below the library's own. Modules look as if they
 * lay there as files, which the host shows too: their loaders are importlib's own SourceFileLoader, but for the code, which comes compiled
 * from the library.
 */
public final class LibraryFinder extends PyObject {
  public static final PyType TYPE = PyType.builtin("_tuff.LibraryFinder", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF,
      "Finds and loads the modules of the standard library.", new LibraryFinderTable());

  /** Dotted name of the package whose directory this path entry is; empty for the top. */
  private final String parent;

  /** This finder's {@code get_code}, bound. */
  private Object code;

  private LibraryFinder(String parent) {
    super(TYPE);
    this.parent = parent;
  }

  /** The finder of a package's modules; the empty name for those at the top. */
  static LibraryFinder of(String parent) {
    return new LibraryFinder(parent);
  }

  static Object hook() {
    dev.tuff.engine.expose.BuiltinTable table = new LibraryFinderHookTable();
    return new PyBuiltinFunction(table, table.defs()[0], Py.None, "_tuff");
  }

  /** The entry of {@code sys.path_hooks}. */
  static final class Hook {
    private Hook() {}

    @Function(value = "library_hook(path, /)", doc = "A finder for the path of the standard library.")
    static Object library_hook(Object path, Interpreter interpreter) {
      String root = interpreter.library.path();
      String p = PyStr.isStr(path) ? PyStr.java(path) : "";
      if (p.equals(root)) {
        return new LibraryFinder("");
      }
      if (p.startsWith(root + "/")) {
        String name = p.substring(root.length() + 1).replace('/', '.');
        if (interpreter.library.isPackage(name)) {
          return new LibraryFinder(name);
        }
      }
      throw Errors.importError("not the standard library", null, path);
    }
  }

  @Method("find_spec(self, fullname, target=None, /)")
  static Object find_spec(LibraryFinder self, String fullname, Object target, Interpreter interpreter) {
    int dot = fullname.lastIndexOf('.');
    String tail = fullname.substring(dot + 1);
    String name = self.parent.isEmpty() ? tail : self.parent + "." + tail;
    Library library = interpreter.library;
    if (!library.has(name)) {
      return Py.None;
    }
    boolean pkg = library.isPackage(name);
    Object file = Py.str(library.file(name));
    Object spec = Call.call(interpreter.importlib.dict().getStr("ModuleSpec"),
        new Object[] {Py.str(fullname), self.loader(interpreter, fullname, file), file, pkg}, new String[] {"origin", "is_package"});
    Attributes.set(spec, "_set_fileattr", Boolean.TRUE);
    if (pkg) {
      Attributes.set(spec, "submodule_search_locations", PyList.of(Py.str(directory(library.file(name)))));
    }
    return spec;
  }

  private Object loader(Interpreter interpreter, String fullname, Object file) {
    Object external = interpreter.importlib.dict().getStr("_bootstrap_external");
    Object loader = Call.call(Attributes.get(external, "SourceFileLoader"), Py.str(fullname), file);
    if (code == null) {
      code = Attributes.get(this, "get_code");
    }
    Attributes.set(loader, "get_code", code);
    return loader;
  }

  /** The folder that a file is in. */
  static String directory(String file) {
    return file.substring(0, file.lastIndexOf('/'));
  }

  /** The library's name of a module: by its file, since a program may import it under another. */
  private String libraryName(Object fullname) {
    String name = PyStr.java(fullname);
    String tail = name.substring(name.lastIndexOf('.') + 1);
    return parent.isEmpty() ? tail : parent + "." + tail;
  }

  private Code code(Interpreter interpreter, Object fullname) {
    String name = libraryName(fullname);
    Code code = interpreter.library.code(name, interpreter.library.file(name), interpreter.optimize);
    if (code == null) {
      throw Errors.importError("no module " + PyStr.java(fullname) + " in the library", fullname, null);
    }
    return code;
  }

  @Method("get_code(self, fullname, /)")
  static Object get_code(LibraryFinder self, Object fullname, Interpreter interpreter) {
    return new PyCode(self.code(interpreter, fullname));
  }

  /** What {@code pkgutil.iter_modules} asks path entry finders for: pairs of a name and whether it is a package, in order. */
  @Method("iter_modules(self, prefix='', /)")
  static Object iter_modules(LibraryFinder self, String prefix, Interpreter interpreter) {
    String path = interpreter.library.path() + (self.parent.isEmpty() ? "" : "/" + self.parent.replace('.', '/'));
    TreeMap<String, Boolean> modules = new TreeMap<>();
    try (FileSystem.Entries entries = interpreter.host.files().list(path)) {
      for (String entry; (entry = entries.next()) != null; ) {
        String name = entry.endsWith(".py") ? entry.substring(0, entry.length() - 3) : entry;
        if (!name.equals("__init__") && interpreter.library.has(self.parent.isEmpty() ? name : self.parent + "." + name)) {
          modules.put(name, name.equals(entry));
        }
      }
    }
    PyList found = new PyList();
    modules.forEach((name, pkg) -> found.add(Py.tuple(Py.str(prefix + name), pkg)));
    return found;
  }

  @Method("invalidate_caches(self, /)")
  static void invalidate_caches(LibraryFinder self) {}

  @Method("__repr__(self, /)")
  static Object __repr__(LibraryFinder self) {
    return "<standard library" + (self.parent.isEmpty() ? "" : " package " + self.parent) + ">";
  }

  @Getter("name")
  static Object getName(LibraryFinder self) {
    return Py.str(self.parent);
  }
}
