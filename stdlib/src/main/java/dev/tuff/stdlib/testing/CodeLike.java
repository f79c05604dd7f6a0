package dev.tuff.stdlib.testing;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code _testcapi.CodeLike}: stands for code of another language that tells monitoring tools what it does. */
public final class CodeLike extends PyObject {
  static final PyType TYPE = PyType.builtin("_testcapi.CodeLike", PyType.OBJECT, PyType.FINAL, "Code that is not Python's.", new CodeLikeTable());

  /** For each of its events, the tools that listen, as bits. */
  final int[] tools;

  private CodeLike(int events) {
    super(TYPE);
    tools = new int[events];
  }

  @New("CodeLike(events, /)")
  static Object __new__(PyType cls, int events) {
    return new CodeLike(events);
  }

  @Method(value = "__str__(self, /)", doc = "Return str(self).")
  static Object __str__(CodeLike self) {
    StringBuilder b = new StringBuilder("PyCodeLikeObject");
    for (int i = 0; i < self.tools.length; i++) {
      b.append(i == 0 ? ": " : "  ").append(self.tools[i]);
    }
    return b.toString();
  }
}
