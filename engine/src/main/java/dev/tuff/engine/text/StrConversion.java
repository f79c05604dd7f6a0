package dev.tuff.engine.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.StaticMethod;
import dev.tuff.engine.number.PyInt;

/** Methods of str that make other things of text: encode, translate and its tables, format. */
public final class StrConversion {
  private StrConversion() {}

  @Method(value = "encode(self, /, encoding='utf-8', errors='strict')", doc = "Return the text as bytes in an encoding.")
  static Object encode(Object self, String encoding, String errors) {
    return new PyBytes(Codecs.encode(self, encoding, errors));
  }

  /** {@code str(o, encoding, errors)}. */
  static Object decode(Object o, String encoding, String errors) {
    if (o instanceof PyBytes b) {
      return Codecs.decode(b.array(), encoding, errors);
    }
    if (PyStr.isStr(o)) {
      throw Errors.typeError("decoding str is not supported");
    }
    if (Py.typeOf(o).slot(Special.BUFFER) == null) {
      throw Errors.typeError("decoding to str: need a bytes-like object, " + Py.typeOf(o).name() + " found");
    }
    return Codecs.decode(((PyBytes) PyBytes.TYPE.call1(o)).array(), encoding, errors);
  }

  // ---- translate

  @Method(value = "translate(self, table, /)",
      doc = "Return a copy with each character replaced by what the table holds for its code point: a code point, a text, or None to drop it.")
  static Object translate(Object self, Object table) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    StrBuilder out = new StrBuilder(n + 8);
    boolean changed = false;
    // a plain dict answers the same each time: ASCII is asked for once (the array itself stands for "nothing")
    Object[] memo = table instanceof PyDict d && d.type() == PyDict.TYPE && n > 8 ? new Object[128] : null;
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(v, i);
      Object to;
      if (memo != null && c < 128) {
        to = memo[c];
        if (to == null) {
          to = entry(table, c);
          memo[c] = to == null ? memo : to;
        } else if (to == memo) {
          to = null;
        }
      } else {
        to = entry(table, c);
      }
      if (to == null) {
        out.point(c);
        continue;
      }
      changed = true;
      if (to == Py.None) {
        continue;
      }
      if (PyInt.isInt(to)) {
        if (!(PyInt.value(to) instanceof Long p) || p < 0 || p > 0x10FFFF) {
          throw Errors.valueError("character mapping must be in range(0x110000)");
        }
        out.point((int) (long) p);
      } else if (PyStr.isStr(to)) {
        out.append(to);
      } else {
        throw Errors.typeError("character mapping must return integer, None or str");
      }
    }
    return changed ? out.build() : v;
  }

  /** What the table holds for a code point; null if nothing. */
  private static Object entry(Object table, int c) {
    if (table instanceof PyDict d && d.type() == PyDict.TYPE) {
      return d.get(Py.box(c));
    }
    try {
      return Items.get(table, Py.box(c));
    } catch (PyException e) {
      if (e.is(Exceptions.LookupError)) {
        return null;
      }
      throw e;
    }
  }

  @StaticMethod(value = "maketrans(x, y=<null>, z=<null>, /)", textSignature = false,
      doc = "Return a table for translate(): from a dict, from two texts of equal length, and from a third of characters to drop.")
  static Object maketrans(Object x, Object y, Object z) {
    PyDict table = new PyDict();
    if (y != null) {
      fromTexts(x, y, z, table);
      return table;
    }
    if (!(x instanceof PyDict d) || d.type() != PyDict.TYPE) {
      throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
    }
    for (Object key : d.keysArray()) {
      Object value = d.get(key);
      if (PyStr.isStr(key)) {
        if (PyStr.length(key) != 1) {
          throw Errors.valueError("string keys in translatetable must be of length 1");
        }
        table.put(Py.box(PyStr.pointAt(key, 0)), value);
      } else if (PyInt.isInt(key)) {
        table.put(key, value);
      } else {
        throw Errors.typeError("keys in translate table mustbe strings or integers");
      }
    }
    return table;
  }

  private static void fromTexts(Object x, Object y, Object z, PyDict table) {
    if (!PyStr.isStr(x)) {
      throw Errors.typeError("first maketrans argument must be a string if there is a second argument");
    }
    text(y, 2);
    if (z != null) {
      text(z, 3);
    }
    int n = PyStr.length(x);
    if (n != PyStr.length(y)) {
      throw Errors.valueError("the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < n; i++) {
      table.put(Py.box(PyStr.pointAt(x, i)), Py.box(PyStr.pointAt(y, i)));
    }
    for (int i = 0; z != null && i < PyStr.length(z); i++) {
      table.put(Py.box(PyStr.pointAt(z, i)), Py.None);
    }
  }

  private static void text(Object o, int argument) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("maketrans() argument " + argument + " must be str, not " + (o == Py.None ? "None" : Py.typeOf(o).name()));
    }
  }

  // ---- format

  @Method(value = "format(self, /, *args, **kwargs)", doc = "Return the text with its replacement fields {} filled in from the arguments.")
  static Object format(Object self, Object[] args, PyDict kwargs) {
    return StrFormat.format(PyStr.value(self), args, kwargs);
  }

  @Method(value = "format_map(self, mapping, /)", doc = "Return the text with its replacement fields {} filled in from the mapping.")
  static Object format_map(Object self, Object mapping) {
    return StrFormat.format(PyStr.value(self), null, mapping);
  }

  @Method(value = "__format__(self, format_spec, /)", doc = "Return a formatted version of the text as described by format_spec.")
  static Object __format__(Object self, Object spec) {
    if (!PyStr.isStr(spec)) {
      throw Errors.typeError("__format__() argument must be str, not " + Py.typeOf(spec).name());
    }
    if (PyStr.length(spec) == 0) {
      return self instanceof PyStr.PyStrSub ? Py.str(self) : self;
    }
    return TextFormat.format(PyStr.value(self), FormatSpec.parse(spec, self, 's', '<'));
  }

  /** {@code format(o, spec)}: a str. Plain strs and ints without a spec do not look for {@code __format__}. */
  public static Object formatted(Object o, Object spec) {
    if (spec instanceof String s && s.isEmpty()) {
      if (o instanceof String) {
        return o;
      }
      if (o instanceof Long n) {
        return n.toString();
      }
    }
    Object f = Py.typeOf(o).slot(Special.FORMAT);
    if (f == null) {
      throw Errors.typeError("Type " + Py.typeOf(o).name() + " doesn't define __format__");
    }
    Object r = Call.method(f, o, spec);
    if (!PyStr.isStr(r)) {
      throw Errors.typeError("__format__ must return a str, not " + Py.typeOf(r).name());
    }
    return r;
  }
}
