package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** From a dict of keyword arguments to the calling convention: values behind the positional arguments, names apart. */
public final class Keywords {
  private Keywords() {}

  /** The names, or null for none. */
  public static String[] names(PyDict kwargs) {
    int n = kwargs == null ? 0 : kwargs.size();
    if (n == 0) {
      return null;
    }
    Object[] keys = kwargs.keysArray();
    String[] names = new String[n];
    for (int i = 0; i < n; i++) {
      if (!PyStr.isStr(keys[i])) {
        throw Errors.typeError("keywords must be strings");
      }
      names[i] = PyStr.java(keys[i]);
    }
    return names;
  }

  /** {@code args} followed by the values. */
  public static Object[] values(Object[] args, PyDict kwargs) {
    if (kwargs == null || kwargs.size() == 0) {
      return args;
    }
    Object[] values = kwargs.valuesArray();
    Object[] all = Arrays.copyOf(args, args.length + values.length);
    System.arraycopy(values, 0, all, args.length, values.length);
    return all;
  }
}
