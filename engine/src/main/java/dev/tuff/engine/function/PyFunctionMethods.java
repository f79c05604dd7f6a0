package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/** The attributes and methods of {@code function}. */
final class PyFunctionMethods {
  private PyFunctionMethods() {}

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyFunction self, Object instance, Object owner) {
    return instance == Py.None ? self : new PyMethod(self, instance);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyFunction self, Object[] args, PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyFunction self) {
    return Py.str("<function " + self.qualname() + " at 0x" + Identity.hex(self) + ">");
  }
}
