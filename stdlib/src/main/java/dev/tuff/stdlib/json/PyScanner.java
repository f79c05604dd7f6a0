package dev.tuff.stdlib.json;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.NumberText;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.List;

/** {@code _json.Scanner}: reads one JSON value from a str. Where no value begins it raises StopIteration with the index. */
final class PyScanner extends PyObject {
  static final PyType TYPE = PyType.builtin("_json.Scanner", PyType.OBJECT, 0, "JSON scanner object", new PyScannerTable());

  private static final int KEYS = 64;
  private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16};

  private final boolean strict;
  private final Object objectHook;
  private final Object pairsHook;
  private final Object parseFloat;
  private final Object parseInt;
  private final Object parseConstant;

  private PyScanner(PyType type, Object context) {
    super(type);
    strict = Py.truth(Attributes.get(context, "strict"));
    objectHook = Attributes.get(context, "object_hook");
    pairsHook = Attributes.get(context, "object_pairs_hook");
    parseFloat = Attributes.get(context, "parse_float");
    parseInt = Attributes.get(context, "parse_int");
    parseConstant = Attributes.get(context, "parse_constant");
  }

  @New("make_scanner(context)")
  static Object __new__(PyType type, Object context) {
    return new PyScanner(type, context);
  }

  @Getter(value = "strict", doc = "strict", member = true)
  static Object strict(PyScanner self) {
    return self.strict;
  }

  @Getter(value = "object_hook", doc = "object_hook", member = true)
  static Object objectHook(PyScanner self) {
    return self.objectHook;
  }

  @Getter(value = "object_pairs_hook", doc = "object_pairs_hook", member = true)
  static Object pairsHook(PyScanner self) {
    return self.pairsHook;
  }

  @Getter(value = "parse_float", doc = "parse_float", member = true)
  static Object parseFloat(PyScanner self) {
    return self.parseFloat;
  }

  @Getter(value = "parse_int", doc = "parse_int", member = true)
  static Object parseInt(PyScanner self) {
    return self.parseInt;
  }

  @Getter(value = "parse_constant", doc = "parse_constant", member = true)
  static Object parseConstant(PyScanner self) {
    return self.parseConstant;
  }

  @Method(value = "__call__(self, string, idx)", doc = "Call self as a function.")
  static Object __call__(PyScanner self, Object string, Object idx) {
    if (!PyStr.isStr(string)) {
      throw Errors.typeError("first argument must be a string, not " + Py.typeOf(string).name());
    }
    long i = Convert.toLong(idx);
    if (i < 0) {
      throw Errors.valueError("idx cannot be negative");
    }
    JsonText t = new JsonText(string);
    if (i >= t.length) {
      throw Errors.stopIteration(Py.box(i));
    }
    Run run = self.new Run(t);
    Object v = run.value((int) i);
    return PyTuple.of(v, Py.box(run.at));
  }

  /** One reading: {@code at} is where the last value ended. */
  private final class Run {
    private final JsonText t;

    /** Keys read before, each at a place that its hash tells: records repeat them. */
    private final String[] keys = new String[KEYS];

    int at;

    Run(JsonText t) {
      this.t = t;
    }

    Object value(int i) {
      if (i >= t.length) {
        throw Errors.stopIteration(Py.box(i));
      }
      switch (t.at(i)) {
        case '"':
          Object s = JsonStrings.scan(t, i + 1, strict);
          at = t.end;
          return s;
        case '{':
          return object(i + 1);
        case '[':
          return array(i + 1);
        case 'n':
          if (t.matches("null", i)) {
            at = i + 4;
            return Py.None;
          }
          break;
        case 't':
          if (t.matches("true", i)) {
            at = i + 4;
            return Boolean.TRUE;
          }
          break;
        case 'f':
          if (t.matches("false", i)) {
            at = i + 5;
            return Boolean.FALSE;
          }
          break;
        case 'N':
          if (t.matches("NaN", i)) {
            return constant("NaN", i);
          }
          break;
        case 'I':
          if (t.matches("Infinity", i)) {
            return constant("Infinity", i);
          }
          break;
        case '-':
          if (t.matches("-Infinity", i)) {
            return constant("-Infinity", i);
          }
          break;
        default:
          break;
      }
      return number(i);
    }

    private Object constant(String name, int i) {
      at = i + name.length();
      return Call.call(parseConstant, name);
    }

    private boolean digit(int i) {
      return i < t.length && t.at(i) >= '0' && t.at(i) <= '9';
    }

    private Object number(int start) {
      int i = start;
      if (t.at(i) == '-') {
        i++;
      }
      if (!digit(i)) {
        throw Errors.stopIteration(Py.box(start));
      }
      if (t.at(i) == '0') {
        i++;
      } else {
        while (digit(i)) {
          i++;
        }
      }
      boolean isFloat = false;
      if (i < t.length && t.at(i) == '.' && digit(i + 1)) {
        isFloat = true;
        i += 2;
        while (digit(i)) {
          i++;
        }
      }
      if (i < t.length && (t.at(i) | 32) == 'e') {
        int e = i + 1;
        if (e < t.length && (t.at(e) == '+' || t.at(e) == '-')) {
          e++;
        }
        if (digit(e)) {
          isFloat = true;
          while (digit(e)) {
            e++;
          }
          i = e;
        }
      }
      at = i;
      return isFloat ? floating(start, i) : integer(start, i);
    }

    private Object floating(int start, int end) {
      if (parseFloat == PyFloat.TYPE) {
        double quick = fraction(start, end);
        return quick == quick ? quick : Double.parseDouble(t.ascii(start, end));
      }
      return Call.call(parseFloat, t.ascii(start, end));
    }

    /** A fraction without exponent whose digits make an int and whose divisor a power of ten that are both exact: one division rounds. Else NaN. */
    private double fraction(int start, int end) {
      if (end - start > 17) {
        return Double.NaN;
      }
      boolean negative = t.at(start) == '-';
      long digits = 0;
      int point = end;
      for (int i = negative ? start + 1 : start; i < end; i++) {
        int c = t.at(i);
        if (c >= '0' && c <= '9') {
          digits = digits * 10 + c - '0';
        } else if (c == '.') {
          point = i;
        } else {
          return Double.NaN;
        }
      }
      if (point == end || digits > 1L << 53) {
        return Double.NaN;
      }
      double v = digits / POWERS[end - point - 1];
      return negative ? -v : v;
    }

    private Object integer(int start, int end) {
      if (parseInt == PyInt.TYPE && end - start < 18) {
        boolean negative = t.at(start) == '-';
        long v = 0;
        for (int i = negative ? start + 1 : start; i < end; i++) {
          v = v * 10 + t.at(i) - '0';
        }
        return Py.box(negative ? -v : v);
      }
      String s = t.ascii(start, end);
      return parseInt == PyInt.TYPE ? NumberText.parseInt(s, 10) : Call.call(parseInt, s);
    }

    private Object array(int i) {
      List<Object> items = new ArrayList<>();
      i = t.skipSpace(i);
      if (i < t.length && t.at(i) == ']') {
        at = i + 1;
        return new PyList();
      }
      while (true) {
        items.add(value(i));
        i = t.skipSpace(at);
        if (i < t.length && t.at(i) == ']') {
          at = i + 1;
          return PyList.of(items.toArray());
        }
        if (i >= t.length || t.at(i) != ',') {
          throw JsonStrings.error("Expecting ',' delimiter", t, i);
        }
        int comma = i;
        i = t.skipSpace(i + 1);
        if (i < t.length && t.at(i) == ']') {
          throw JsonStrings.error("Illegal trailing comma before end of array", t, comma);
        }
      }
    }

    private Object object(int i) {
      boolean pairs = pairsHook != Py.None;
      PyDict dict = pairs ? null : new PyDict();
      List<Object> list = pairs ? new ArrayList<>() : null;
      i = t.skipSpace(i);
      if (i < t.length && t.at(i) == '}') {
        at = i + 1;
        return finish(dict, list);
      }
      while (true) {
        if (i >= t.length || t.at(i) != '"') {
          throw JsonStrings.error("Expecting property name enclosed in double quotes", t, i);
        }
        Object key = key(i + 1);
        i = t.skipSpace(t.end);
        if (i >= t.length || t.at(i) != ':') {
          throw JsonStrings.error("Expecting ':' delimiter", t, i);
        }
        Object v = value(t.skipSpace(i + 1));
        if (pairs) {
          list.add(PyTuple.of(key, v));
        } else {
          dict.put(key, v);
        }
        i = t.skipSpace(at);
        if (i < t.length && t.at(i) == '}') {
          at = i + 1;
          return finish(dict, list);
        }
        if (i >= t.length || t.at(i) != ',') {
          throw JsonStrings.error("Expecting ',' delimiter", t, i);
        }
        int comma = i;
        i = t.skipSpace(i + 1);
        if (i < t.length && t.at(i) == '}') {
          throw JsonStrings.error("Illegal trailing comma before end of object", t, comma);
        }
      }
    }

    private Object key(int from) {
      int to = t.plainUntil(from);
      if (!t.isNarrow() || to >= t.length || t.at(to) != '"') {
        return JsonStrings.scan(t, from, strict);
      }
      t.end = to + 1;
      int h = t.hash(from, to);
      int place = (h ^ h >>> 7) & KEYS - 1;
      String known = keys[place];
      if (known == null || !t.isAt(known, from, to)) {
        keys[place] = known = (String) t.slice(from, to);
      }
      return known;
    }

    private Object finish(PyDict dict, List<Object> list) {
      if (list != null) {
        return Call.call(pairsHook, PyList.of(list.toArray()));
      }
      return objectHook == Py.None ? dict : Call.call(objectHook, dict);
    }
  }
}
