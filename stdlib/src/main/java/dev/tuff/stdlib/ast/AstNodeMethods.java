package dev.tuff.stdlib.ast;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Warn;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;
import dev.tuff.engine.typing.PyUnion;
import java.util.ArrayList;
import java.util.List;

/** The methods of {@code ast.AST}. */
final class AstNodeMethods {
  private AstNodeMethods() {}

  @New(value = "AST(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return PyInstance.create(cls);
  }

  /** The name in errors: that of the class, for AST itself with its module. */
  private static String label(PyType t, Interpreter in) {
    return t == AstClasses.of(in).base ? "ast.AST" : t.name();
  }

  private static Object[] names(Object o, String attribute) {
    Object v = Attributes.find(Py.typeOf(o), attribute);
    if (v == null) {
      String type = label(Py.typeOf(o), Interpreter.current());
      throw Errors.attributeError("type object '" + type + "' has no attribute '" + attribute + "'");
    }
    Object[] out = new Object[(int) Items.length(v)];
    for (int i = 0; i < out.length; i++) {
      out[i] = Items.get(v, Py.box(i));
    }
    return out;
  }

  private static boolean contains(Object[] names, Object name) {
    for (Object n : names) {
      if (Py.eq(n, name)) {
        return true;
      }
    }
    return false;
  }

  @Method(value = "__init__(self, /, *args, **kwargs)")
  static void __init__(PyObject self, Object[] args, PyDict kwargs, Interpreter in) {
    PyType type = self.type();
    Object[] fields = names(self, "_fields");
    if (args.length > fields.length) {
      throw Errors.typeError(type.name() + " constructor takes at most " + fields.length + " positional argument"
          + (fields.length == 1 ? "" : "s"));
    }
    List<Object> remaining = new ArrayList<>(List.of(fields));
    for (int i = 0; i < args.length; i++) {
      Attributes.set(self, Attributes.name(fields[i]), args[i]);
      remaining.remove(fields[i]);
    }
    for (Object key : kwargs.keysArray()) {
      if (contains(fields, key)) {
        if (!remaining.remove(key)) {
          throw Errors.typeError(type.name() + " got multiple values for argument " + Py.javaRepr(key));
        }
      } else if (!contains(names(self, "_attributes"), key)) {
        Warn.deprecated(label(type, in) + ".__init__ got an unexpected keyword argument " + Py.javaRepr(key)
            + ". Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.");
      }
      Attributes.set(self, Attributes.name(key), kwargs.get(key));
    }
    if (!remaining.isEmpty() && Attributes.find(type, "_field_types") instanceof PyDict types) {
      for (Object name : remaining) {
        fill(self, name, types.get(name), in);
      }
    }
  }

  /** Gives a field that was left out its default: nothing for an optional one, a new list, or Load. */
  private static void fill(PyObject self, Object name, Object fieldType, Interpreter in) {
    if (fieldType == null) {
      Warn.deprecated("Field " + Py.javaRepr(name) + " is missing from " + label(self.type(), in)
          + "._field_types. This will become an error in Python 3.15.");
    } else if (fieldType instanceof PyGenericAlias) {
      Attributes.set(self, Attributes.name(name), new PyList());
    } else if (fieldType == AstClasses.of(in).contexts()) {
      Attributes.set(self, Attributes.name(name), AstClasses.of(in).singleton("Load"));
    } else if (!(fieldType instanceof PyUnion)) {
      Warn.deprecated(label(self.type(), in) + ".__init__ missing 1 required positional argument: " + Py.javaRepr(name)
          + ". This will become an error in Python 3.15.");
    }
  }

  /** Fields that are set go as positional arguments None, so that making the copy warns of none; the dict then fills them. */
  @Method(value = "__reduce__(self, /)", textSignature = false)
  static Object __reduce__(PyObject self) {
    PyDict dict = self.dict();
    int n = 0;
    Object[] fields = names(self, "_fields");
    while (n < fields.length && dict.get(fields[n]) != null) {
      n++;
    }
    Object[] nones = new Object[n];
    java.util.Arrays.fill(nones, Py.None);
    return PyTuple.of(self.type(), PyTuple.of(nones), dict.copyExact());
  }

  @Method(value = "__replace__(self, /, *args, **changes)",
      doc = "Return a copy of the AST node with new values for the specified fields.",
      textSignature = false)
  static Object __replace__(PyObject self, Object[] args, PyDict changes, Interpreter in) {
    if (args.length > 0) {
      throw Errors.typeError("__replace__() takes no positional arguments");
    }
    PyType type = self.type();
    List<Object> expected = new ArrayList<>(List.of(names(self, "_fields")));
    expected.addAll(List.of(names(self, "_attributes")));
    for (Object key : changes.keysArray()) {
      if (!expected.contains(key)) {
        throw Errors.typeError(label(type, in) + ".__replace__ got an unexpected keyword argument " + Py.javaRepr(key) + ".");
      }
    }
    PyDict values = new PyDict();
    for (Object name : expected) {
      Object value = changes.get(name);
      if (value == null) {
        value = self.dict().get(name);
      }
      if (value != null) {
        values.put(name, value);
      }
    }
    List<String> missing = new ArrayList<>();
    for (Object name : names(self, "_fields")) {
      if (values.get(name) == null && Attributes.find(type, Attributes.name(name)) != Py.None) {
        missing.add(Py.javaRepr(name));
      }
    }
    if (!missing.isEmpty()) {
      missing.sort(null);
      throw Errors.typeError(label(type, in) + ".__replace__ missing " + missing.size() + " keyword argument"
          + (missing.size() == 1 ? "" : "s") + ": " + String.join(", ", missing) + ".");
    }
    return Call.call(type, Keywords.values(new Object[0], values), Keywords.names(values));
  }

  // ---- repr: three levels of nodes, of long lists the ends

  @Method("__repr__(self, /)")
  static Object __repr__(PyObject self, Interpreter in) {
    return Py.str(show(self, 3, in));
  }

  private static String show(PyObject node, int depth, Interpreter in) {
    String name = label(node.type(), in);
    if (depth <= 0) {
      return name + "(...)";
    }
    ThreadState ts = ThreadState.current();
    if (!ts.enterRepr(node)) {
      return name + "(...)";
    }
    try {
      StringBuilder b = new StringBuilder(name).append('(');
      String separator = "";
      for (Object field : names(node, "_fields")) {
        Object v = Attributes.get(node, Attributes.name(field));
        b.append(separator).append(PyStr.java(field)).append('=');
        separator = ", ";
        if (v instanceof PyList || v instanceof PyTuple) {
          b.append(list(v, depth, in));
        } else {
          b.append(item(v, depth, in));
        }
      }
      return b.append(')').toString();
    } finally {
      ts.leaveRepr(node);
    }
  }

  private static String item(Object v, int depth, Interpreter in) {
    return v instanceof PyObject p && p.type().isSubtype(AstClasses.of(in).base) ? show(p, depth - 1, in) : Py.javaRepr(v);
  }

  private static String list(Object v, int depth, Interpreter in) {
    Object[] items = Iteration.toArray(v);
    if (items.length == 0) {
      return Py.javaRepr(v);
    }
    String middle = items.length > 2 ? ", ..." : "";
    String last = items.length > 1 ? ", " + item(items[items.length - 1], depth, in) : "";
    String inside = item(items[0], depth, in) + middle + last;
    return v instanceof PyList ? "[" + inside + "]" : "(" + inside + ")";
  }
}
