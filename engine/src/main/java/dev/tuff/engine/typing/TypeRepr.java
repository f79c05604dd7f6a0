package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;

/** How a type is written inside the repr of a generic alias or a union: {@code int}, {@code module.Class}, {@code ...}. */
final class TypeRepr {
  private TypeRepr() {}

  static String of(Object o) {
    if (o == Py.Ellipsis) {
      return "...";
    }
    if (Attributes.find(o, "__origin__") != null && Attributes.find(o, "__args__") != null) {
      return Py.javaRepr(o);
    }
    Object qualname = Attributes.find(o, "__qualname__");
    Object module = qualname == null ? null : Attributes.find(o, "__module__");
    if (module == null || module == Py.None) {
      return Py.javaRepr(o);
    }
    String name = Py.javaString(qualname);
    return PyStr.isStr(module) && PyStr.java(module).equals("builtins") ? name : Py.javaString(module) + "." + name;
  }

  /** As an argument of a generic alias: lists keep their brackets. */
  static String argument(Object o) {
    return o instanceof PyList l ? "[" + list(l) + "]" : of(o);
  }

  /** Item by item, as making a repr may change the list. */
  private static String list(PyList l) {
    StringBuilder b = new StringBuilder();
    int n = l.size();
    for (int i = 0; i < n; i++) {
      b.append(i == 0 ? "" : ", ").append(of(l.getItem(i)));
    }
    return b.toString();
  }

  static String join(Object[] items, String separator) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < items.length; i++) {
      b.append(i == 0 ? "" : separator).append(argument(items[i]));
    }
    return b.toString();
  }

  /** A member of a union. */
  static String member(Object o) {
    return o == Py.typeOf(Py.None) ? "None" : of(o);
  }

  /** A value of an annotation as source text. */
  static String value(Object o) {
    return o instanceof PyTuple t ? "(" + join(t.array(), ", ") + (t.size() == 1 ? ",)" : ")") : of(o);
  }
}
