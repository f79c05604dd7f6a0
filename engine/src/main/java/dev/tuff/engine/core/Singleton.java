package dev.tuff.engine.core;

import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code None}, {@code Ellipsis} and {@code NotImplemented}: one instance each, known by {@link Py}. */
public final class Singleton extends PyObject {
  private final String name;

  private Singleton(PyType type, String name) {
    super(type);
    this.name = name;
  }

  static Singleton none() {
    return new Singleton(PyType.builtin("NoneType", PyType.OBJECT, PyType.FINAL, "The type of the None singleton.",
        new SingletonTable(), new SingletonNoneMethodsTable()), "None");
  }

  static Singleton ellipsis() {
    return new Singleton(PyType.builtin("ellipsis", PyType.OBJECT, PyType.FINAL, "The type of the Ellipsis singleton.",
        new SingletonTable(), new SingletonReducedTable()), "Ellipsis");
  }

  static Singleton notImplemented() {
    return new Singleton(PyType.builtin("NotImplementedType", PyType.OBJECT, PyType.FINAL, "The type of the NotImplemented singleton.",
        new SingletonTable(), new SingletonReducedTable(), new SingletonNotImplementedMethodsTable()), "NotImplemented");
  }

  @Override
  public String toString() {
    return name;
  }

  @New("object()")
  static Object __new__(PyType cls) {
    return switch (cls.name()) {
      case "NoneType" -> Py.None;
      case "ellipsis" -> Py.Ellipsis;
      default -> Py.NotImplemented;
    };
  }

  @Method("__repr__(self, /)")
  static String __repr__(Singleton self) {
    return self.name;
  }

  /** What None alone has. */
  static final class NoneMethods {
    @Method("__bool__(self, /)")
    static boolean __bool__(Object self) {
      return false;
    }

    @Method("__hash__(self, /)")
    static long __hash__(Object self) {
      return 0xfca86420L;
    }

    private NoneMethods() {}
  }

  /** Pickling by name. */
  static final class Reduced {
    @Method("__reduce__(self, /)")
    static String __reduce__(Singleton self) {
      return self.name;
    }

    private Reduced() {}
  }

  /** What NotImplemented alone has. */
  static final class NotImplementedMethods {
    @Method("__bool__(self, /)")
    static boolean __bool__(Object self) {
      throw Errors.typeError("NotImplemented should not be used in a boolean context");
    }

    private NotImplementedMethods() {}
  }
}
