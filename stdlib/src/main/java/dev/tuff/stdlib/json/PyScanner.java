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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code _json.Scanner}: reads one JSON value from a str. Where no value begins it raises StopIteration with the index. */
final class PyScanner extends PyObject {
  static final PyType TYPE = PyType.builtin("_json.Scanner", PyType.OBJECT, 0, "JSON scanner object", new PyScannerTable());

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
    private final Map<Object, Object> keys = new HashMap<>();
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
          JsonStrings.Scanned s = JsonStrings.scan(t, i + 1, strict);
          at = s.end();
          return s.value();
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
      String s = t.ascii(start, end);
      return parseFloat == PyFloat.TYPE ? (Object) Double.parseDouble(s) : Call.call(parseFloat, s);
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
        JsonStrings.Scanned s = JsonStrings.scan(t, i + 1, strict);
        Object key = keys.putIfAbsent(s.value(), s.value());
        key = key == null ? s.value() : key;
        i = t.skipSpace(s.end());
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

    private Object finish(PyDict dict, List<Object> list) {
      if (list != null) {
        return Call.call(pairsHook, PyList.of(list.toArray()));
      }
      return objectHook == Py.None ? dict : Call.call(objectHook, dict);
    }
  }
}
