package dev.tuff.stdlib.json;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.FloatRepr;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;
import java.util.IdentityHashMap;
import java.util.Map;

/** {@code _json.Encoder}: writes a Python value as JSON. */
final class PyEncoder extends PyObject {
  static final PyType TYPE = PyType.builtin("_json.Encoder", PyType.OBJECT, 0, "Encoder(markers, default, encoder, indent, key_separator, "
      + "item_separator, sort_keys, skipkeys, allow_nan)", new PyEncoderTable());

  /** Deeper nesting is taken for endless, as CPython takes the end of its C stack. */
  private static final int MAX_DEPTH = 100_000;

  private final Object markers;
  private final Object fallback;
  private final Object encoder;
  private final Object indent;
  private final Object keySeparator;
  private final Object itemSeparator;
  private final boolean sortKeys;
  private final boolean skipKeys;
  private final boolean allowNan;

  /** How the encoder function writes text, if it is one of this module's: 1 ASCII only, 2 any character, 0 call it. */
  private final int known;

  private PyEncoder(PyType type, Object[] a, boolean sortKeys, boolean skipKeys, boolean allowNan) {
    super(type);
    markers = a[0];
    fallback = a[1];
    encoder = a[2];
    indent = a[3];
    keySeparator = a[4];
    itemSeparator = a[5];
    this.sortKeys = sortKeys;
    this.skipKeys = skipKeys;
    this.allowNan = allowNan;
    String name = encoder instanceof PyBuiltinFunction f ? f.name() : "";
    known = name.equals("encode_basestring_ascii") ? 1 : name.equals("encode_basestring") ? 2 : 0;
  }

  @New(value = "make_encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
      textSignature = false)
  static Object __new__(PyType type, Object markers, Object fallback, Object encoder, Object indent, Object keySeparator,
      Object itemSeparator, boolean sortKeys, boolean skipKeys, boolean allowNan) {
    text(keySeparator, 5);
    text(itemSeparator, 6);
    if (markers != Py.None && !(markers instanceof PyDict)) {
      throw Errors.typeError("make_encoder() argument 1 must be dict or None, not " + Py.typeOf(markers).name());
    }
    return new PyEncoder(type, new Object[] {markers, fallback, encoder, indent, keySeparator, itemSeparator}, sortKeys, skipKeys, allowNan);
  }

  private static void text(Object o, int position) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("make_encoder() argument " + position + " must be str, not " + Py.typeOf(o).name());
    }
  }

  @Getter(value = "markers", doc = "markers", member = true)
  static Object markers(PyEncoder self) {
    return self.markers;
  }

  @Getter(value = "default", doc = "default", member = true)
  static Object fallback(PyEncoder self) {
    return self.fallback;
  }

  @Getter(value = "encoder", doc = "encoder", member = true)
  static Object encoder(PyEncoder self) {
    return self.encoder;
  }

  @Getter(value = "indent", doc = "indent", member = true)
  static Object indent(PyEncoder self) {
    return self.indent;
  }

  @Getter(value = "key_separator", doc = "key_separator", member = true)
  static Object keySeparator(PyEncoder self) {
    return self.keySeparator;
  }

  @Getter(value = "item_separator", doc = "item_separator", member = true)
  static Object itemSeparator(PyEncoder self) {
    return self.itemSeparator;
  }

  @Getter(value = "sort_keys", doc = "sort_keys", member = true)
  static Object sortKeys(PyEncoder self) {
    return self.sortKeys;
  }

  @Getter(value = "skipkeys", doc = "skipkeys", member = true)
  static Object skipKeys(PyEncoder self) {
    return self.skipKeys;
  }

  @Method(value = "__call__(self, obj, _current_indent_level)", doc = "Call self as a function.")
  static Object __call__(PyEncoder self, Object obj, Object level) {
    Run run = self.new Run();
    run.value(obj, (int) Math.max(0, Convert.toLong(level)));
    return PyTuple.of(run.out.build());
  }

  /** One encoding. */
  private final class Run {
    final StrBuilder out = new StrBuilder(256);
    private int depth;
    private final Map<Object, Object> open = markers == Py.None ? null : new IdentityHashMap<>();

    void value(Object o, int level) {
      if (o == Py.None) {
        out.text("null");
      } else if (o instanceof Boolean b) {
        out.text(b ? "true" : "false");
      } else if (PyStr.isStr(o)) {
        string(o);
      } else if (o instanceof Long l) {
        out.number(l);
      } else if (o instanceof Double d) {
        out.text(number(d, o));
      } else if (PyInt.isInt(o)) {
        out.text(PyInt.decimal(o));
      } else if (PyFloat.isFloat(o)) {
        out.text(number(PyFloat.value(o), o));
      } else if (o instanceof PyList || o instanceof PyTuple) {
        deeper("object");
        list(o, level);
        depth--;
      } else if (o instanceof PyDict d) {
        deeper("object");
        dict(d, level);
        depth--;
      } else {
        other(o, level);
      }
    }

    private void string(Object o) {
      if (known != 0) {
        JsonStrings.write(out, o, known == 1);
        return;
      }
      Object r = Call.call(encoder, o);
      if (!PyStr.isStr(r)) {
        throw Errors.typeError("encoder() must return a string, not " + Py.typeOf(r).name());
      }
      out.append(PyStr.value(r));
    }

    private String number(double d, Object o) {
      if (Double.isFinite(d)) {
        return FloatRepr.repr(d);
      }
      if (!allowNan) {
        throw Errors.valueError("Out of range float values are not JSON compliant: " + Py.javaRepr(o));
      }
      return d != d ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
    }

    private void enter(Object o) {
      if (open != null && open.put(o, o) != null) {
        throw Errors.valueError("Circular reference detected");
      }
    }

    private void leave(Object o) {
      if (open != null) {
        open.remove(o);
      }
    }

    private void other(Object o, int level) {
      enter(o);
      Object r = Call.call(fallback, o);
      try {
        value(r, level);
      } catch (PyException e) {
        throw note(e, "when serializing " + qualified(o) + " object");
      }
      leave(o);
    }

    private void newline(int level) {
      out.point('\n');
      for (int i = 0; i < level; i++) {
        out.append(PyStr.value(indent));
      }
    }

    private void deeper(String what) {
      if (++depth > MAX_DEPTH) {
        throw Errors.recursionError("maximum recursion depth exceeded while encoding a JSON " + what);
      }
    }

    private void list(Object o, int level) {
      // a list is read as it is then: what default() does to it counts
      PyList list = o instanceof PyList l && l.type() == PyList.TYPE ? l : null;
      Object[] items = list != null ? null : Iteration.toArray(o);
      if ((list != null ? list.size() : items.length) == 0) {
        out.text("[]");
        return;
      }
      enter(o);
      out.point('[');
      boolean lines = indent != Py.None;
      if (lines) {
        newline(level + 1);
      }
      for (int i = 0; i < (list != null ? list.size() : items.length); i++) {
        Object item = list != null ? list.getOrNull(i) : items[i];
        if (item == null) {
          break;
        }
        if (i > 0) {
          out.append(PyStr.value(itemSeparator));
          if (lines) {
            newline(level + 1);
          }
        }
        try {
          value(item, level + 1);
        } catch (PyException e) {
          throw note(e, "when serializing " + qualified(o) + " item " + i);
        }
      }
      if (lines) {
        newline(level);
      }
      out.point(']');
      leave(o);
    }

    private void dict(PyDict d, int level) {
      if (d.size() == 0) {
        out.text("{}");
        return;
      }
      enter(d);
      // the items of a plain dict in its own order: keys, and the values beside them
      boolean plain = !sortKeys && d.type() == PyDict.TYPE;
      Object[] items = plain ? d.keysArray() : items(d);
      Object[] values = plain ? d.valuesArray() : null;
      out.point('{');
      boolean lines = indent != Py.None;
      boolean first = true;
      for (int i = 0; i < items.length; i++) {
        Object key;
        Object item;
        if (values != null) {
          if (i == values.length) {
            break;
          }
          key = items[i];
          item = values[i];
        } else if (items[i] instanceof PyTuple t && t.size() == 2) {
          key = t.get(0);
          item = t.get(1);
        } else {
          throw Errors.valueError("items must return 2-tuples");
        }
        Object text = key(key);
        if (text == null) {
          continue;
        }
        if (!first) {
          out.append(PyStr.value(itemSeparator));
        }
        if (lines) {
          newline(level + 1);
        }
        first = false;
        string(text);
        out.append(PyStr.value(keySeparator));
        try {
          value(item, level + 1);
        } catch (PyException e) {
          throw note(e, "when serializing " + qualified(d) + " item " + Py.javaRepr(key));
        }
      }
      if (lines && !first) {
        newline(level);
      }
      out.point('}');
      leave(d);
    }

    private Object[] items(PyDict d) {
      Object list = Iteration.toArray(Py.callMethod(d, "items"));
      if (!sortKeys) {
        return (Object[]) list;
      }
      PyList sorted = PyList.of(((Object[]) list).clone());
      Py.callMethod(sorted, "sort");
      return sorted.toArray();
    }

    /** A dictionary key as a str, or null if it is to be left out. */
    private Object key(Object k) {
      if (PyStr.isStr(k)) {
        return k;
      }
      if (k instanceof Boolean b) {
        return b ? "true" : "false";
      }
      if (k == Py.None) {
        return "null";
      }
      if (PyFloat.isFloat(k)) {
        return number(PyFloat.value(k), k);
      }
      if (PyInt.isInt(k)) {
        return PyInt.decimal(k);
      }
      if (skipKeys) {
        return null;
      }
      throw Errors.typeError("keys must be str, int, float, bool or None, not " + Py.typeOf(k).name());
    }
  }

  private static String qualified(Object o) {
    return dev.tuff.engine.core.TypeMethods.qualifiedName(Py.typeOf(o));
  }

  private static PyException note(PyException e, String text) {
    Py.callMethod(e.value, "add_note", Py.str(text));
    return e;
  }
}
