package dev.tuff.embed;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.expose.Method;

/** A {@link PythonCallable} as Python sees it. */
final class JavaFunction extends PyObject {
  static final PyType TYPE = PyType.builtin("java.function", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, "A function of the Java program.",
      new JavaFunctionTable());

  private final Python python;
  private final PythonCallable function;

  JavaFunction(Python python, PythonCallable function) {
    super(TYPE);
    this.python = python;
    this.function = function;
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    if (kw != null) {
      throw Errors.typeError("a Java function takes no keyword arguments");
    }
    try {
      return Conversions.toPython(python, function.call(Conversions.list(python, args)));
    } catch (PyException e) {
      throw e;
    } catch (PythonException e) {
      throw new PyException((PyBaseException) e.value().object);
    } catch (Exception e) {
      throw Errors.runtimeError(e.toString());
    }
  }

  @Method("__call__(self, /, *args)")
  static Object __call__(JavaFunction self, Object[] args) {
    return self.call(args, null);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(JavaFunction self) {
    return "<java function>";
  }
}
