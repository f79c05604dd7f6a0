package dev.tuff.engine.typing;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** {@code _typing._ConstEvaluator}: an annotate function for a value that is known already (PEP 649). */
final class PyConstEvaluator extends PyObject {
  static final PyType TYPE =
      PyType.builtin("_typing._ConstEvaluator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, new PyConstEvaluatorTable());

  /** {@code annotationlib.Format.STRING}. */
  private static final int STRING = 4;

  private final Object value;

  PyConstEvaluator(Object value) {
    super(TYPE);
    this.value = value;
  }

  @Method("__call__(self, format, /)")
  static Object __call__(PyConstEvaluator self, int format) {
    return format == STRING ? Py.str(TypeRepr.value(self.value)) : self.value;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyConstEvaluator self) {
    return Py.str("<constevaluator " + Py.javaRepr(self.value) + ">");
  }
}
