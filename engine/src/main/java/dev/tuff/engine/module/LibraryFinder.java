package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.text.PyStr;

/**
 * Imports CPython's library from the {@link Library}: path entry finder and loader in one, for the paths at and below the library's own.
 * Modules look as if they lay there as files, so that {@code inspect}, {@code linecache} and {@code importlib.resources} work.
 */
public final class LibraryFinder extends PyObject {
  public static final PyType TYPE = PyType.builtin("_tuff.LibraryFinder", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF,
      "Finds and loads the modules of the standard library.", new LibraryFinderTable());

  /** Dotted name of the package whose directory this path entry is; empty for the top. */
  private final String parent;

  private LibraryFinder(String parent) {
    super(TYPE);
    this.parent = parent;
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
    Object spec = Call.call(interpreter.importlib.dict().getStr("ModuleSpec"),
        new Object[] {Py.str(fullname), self, Py.str(library.file(name)), pkg}, new String[] {"origin", "is_package"});
    Attributes.set(spec, "_set_fileattr", Boolean.TRUE);
    if (pkg) {
      Attributes.set(spec, "submodule_search_locations", PyList.of(Py.str(directory(library.file(name)))));
    }
    return spec;
  }

  private static String directory(String file) {
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

  @Method("create_module(self, spec, /)")
  static Object create_module(LibraryFinder self, Object spec) {
    return Py.None;
  }

  @Method("exec_module(self, module, /)")
  static void exec_module(LibraryFinder self, Object module, Interpreter interpreter) {
    PyDict names = (PyDict) Attributes.get(module, "__dict__");
    Object name = Attributes.get(Attributes.get(module, "__spec__"), "name");
    Calls.runCode(new PyCode(self.code(interpreter, name)), names, names);
  }

  @Method("get_code(self, fullname, /)")
  static Object get_code(LibraryFinder self, Object fullname, Interpreter interpreter) {
    return new PyCode(self.code(interpreter, fullname));
  }

  @Method("get_source(self, fullname, /)")
  static Object get_source(LibraryFinder self, Object fullname, Interpreter interpreter) {
    byte[] source = interpreter.library.source(self.libraryName(fullname));
    return source == null ? Py.None : Py.str(dev.tuff.syntax.Source.decode(source, "").text());
  }

  @Method("get_filename(self, fullname, /)")
  static Object get_filename(LibraryFinder self, Object fullname, Interpreter interpreter) {
    return Py.str(interpreter.library.file(self.libraryName(fullname)));
  }

  @Method("is_package(self, fullname, /)")
  static boolean is_package(LibraryFinder self, Object fullname, Interpreter interpreter) {
    return interpreter.library.isPackage(self.libraryName(fullname));
  }

  @Method("get_data(self, path, /)")
  static Object get_data(LibraryFinder self, Object path, Interpreter interpreter) {
    byte[] data = interpreter.library.data(Py.javaString(path));
    if (data == null) {
      throw Errors.make(Exceptions.OSError, Py.box(2), "No such file or directory", path);
    }
    return new PyBytes(data);
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
