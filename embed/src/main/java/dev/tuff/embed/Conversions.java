package dev.tuff.embed;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Between Java's values and Python's; see {@link PythonValue} for the table. Called inside the interpreter. */
final class Conversions {
  private Conversions() {}

  static Object toPython(Python python, Object value) {
    return switch (value) {
      case null -> Py.None;
      case PythonValue v -> v.object;
      case Boolean b -> b;
      case String s -> Py.str(s);
      case Character c -> Py.str(String.valueOf(c));
      case BigInteger i -> Py.box(i);
      case Double d -> d;
      case Float d -> (double) d;
      case Long n -> Py.box(n);
      case Integer n -> Py.box(n);
      case Short n -> Py.box(n);
      case Byte n -> Py.box(n);
      case byte[] b -> new PyBytes(b.clone());
      case Object[] a -> PyList.of(all(python, a));
      case int[] a -> numbers(java.util.Arrays.stream(a).asLongStream().toArray());
      case long[] a -> numbers(a);
      case double[] a -> {
        PyList list = new PyList();
        for (double d : a) {
          list.add(d);
        }
        yield list;
      }
      case Map<?, ?> m -> {
        PyDict d = new PyDict();
        m.forEach((k, v) -> d.put(toPython(python, k), toPython(python, v)));
        yield d;
      }
      case Iterable<?> items -> {
        PyList list = new PyList();
        for (Object o : items) {
          list.add(toPython(python, o));
        }
        yield list;
      }
      case PythonCallable f -> new JavaFunction(python, f);
      default -> new JavaObject(value);
    };
  }

  private static PyList numbers(long[] values) {
    PyList list = new PyList();
    for (long v : values) {
      list.add(Py.box(v));
    }
    return list;
  }

  static Object[] all(Python python, Object[] values) {
    Object[] out = new Object[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = toPython(python, values[i]);
    }
    return out;
  }

  static Object toJava(Python python, Object o) {
    if (o == Py.None) {
      return null;
    }
    if (o instanceof Boolean || o instanceof Long || o instanceof BigInteger || o instanceof Double || o instanceof String) {
      return o;
    }
    if (PyStr.isStr(o)) {
      return PyStr.java(o);
    }
    if (PyInt.isInt(o)) {
      return PyInt.value(o);
    }
    if (PyFloat.isFloat(o)) {
      return PyFloat.value(o);
    }
    return switch (o) {
      case PyBytes b -> b.array().clone();
      case PyList l -> list(python, l.toArray());
      case PyTuple t -> list(python, t.array());
      case PyDict d -> map(python, d);
      case PySet s -> set(python, s);
      case PyFrozenSet s -> set(python, s);
      case JavaObject j -> j.value;
      default -> new PythonValue(python, o);
    };
  }

  static List<Object> list(Python python, Object[] items) {
    List<Object> list = new ArrayList<>(items.length);
    for (Object o : items) {
      list.add(toJava(python, o));
    }
    return list;
  }

  private static Set<Object> set(Python python, Object items) {
    return new LinkedHashSet<>(list(python, Iteration.toArray(items)));
  }

  private static Map<Object, Object> map(Python python, PyDict d) {
    Map<Object, Object> map = new LinkedHashMap<>();
    Object[] keys = d.keysArray();
    Object[] values = d.valuesArray();
    for (int i = 0; i < keys.length; i++) {
      map.put(toJava(python, keys[i]), toJava(python, values[i]));
    }
    return map;
  }
}
