package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.MethodDef;
import java.util.Arrays;

/**
 * Binds the arguments of a call to the parameters of an exposed Java method, with the errors of CPython's argument parser.
 *
 * <p>The result has the receiver first if the method has one, then one element per parameter in Java's order ({@code *args} after the
 * positional ones, {@code **kwargs} last); null marks what was not given.
 */
final class ArgumentBinder {
  private ArgumentBinder() {}

  static Object[] bind(MethodDef def, Object receiver, Object[] args, String[] kw) {
    int nkw = kw == null ? 0 : kw.length;
    int given = args.length - nkw;
    String[] params = def.params();
    int r = def.receiver();
    int positional = def.positional();
    Object[] out = new Object[r + params.length + (def.varArgs() ? 1 : 0) + (def.varKw() ? 1 : 0)];
    if (r == 1) {
      out[0] = receiver;
    }
    int take = Math.min(given, positional);
    System.arraycopy(args, 0, out, r, take);
    // keyword-only parameters lie behind *args
    int shift = def.varArgs() ? 1 : 0;
    if (def.varArgs()) {
      out[r + positional] = given > take ? Arrays.copyOfRange(args, take, given) : new Object[0];
    } else if (given > positional) {
      throw tooMany(def, receiver, given, nkw);
    }
    if (nkw > 0 && given + nkw > params.length && given <= positional && positional == params.length && !def.varKw()
        && def.posOnly() < params.length) {
      // one of them must be given twice or be unknown, but their number is told first
      throw tooMany(def, receiver, given, nkw);
    }
    PyDict extra = null;
    if (def.varKw()) {
      extra = new PyDict();
      out[out.length - 1] = extra;
    }
    for (int i = 0; i < nkw; i++) {
      int p = indexOf(params, def.posOnly(), kw[i]);
      if (p < 0) {
        if (extra == null) {
          throw unexpected(def, receiver, kw[i], given, nkw);
        }
        extra.putStr(kw[i], args[given + i]);
        continue;
      }
      int at = r + p + (p >= positional ? shift : 0);
      if (p < take || out[at] != null) {
        throw Errors.typeError("argument for " + def.name() + "() given by name ('" + kw[i] + "') and position (" + (p + 1) + ")");
      }
      out[at] = args[given + i];
    }
    long missing = def.required();
    for (int p = 0; missing != 0; p++, missing >>>= 1) {
      if ((missing & 1) != 0 && out[r + p + (p >= positional ? shift : 0)] == null) {
        throw missing(def, receiver, p, given, nkw);
      }
    }
    return out;
  }

  private static int indexOf(String[] params, int from, String name) {
    for (int i = from; i < params.length; i++) {
      if (params[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static int minimum(MethodDef def) {
    return 64 - Long.numberOfLeadingZeros(def.required() & (def.positional() == 64 ? -1L : (1L << def.positional()) - 1));
  }

  private static String count(int n) {
    return n + " argument" + (n == 1 ? "" : "s");
  }

  private static PyException tooMany(MethodDef def, Object receiver, int given, int nkw) {
    int max = def.positional();
    int min = minimum(def);
    boolean plain = def.posOnly() == def.params().length;
    if (plain && max == 0) {
      return Errors.typeError(qualified(def, receiver) + "() takes no arguments (" + given + " given)");
    }
    if (plain && min == max && (isConstructor(def) || max > 1)) {
      return Errors.typeError(def.name() + " expected " + count(max) + ", got " + given);
    }
    if (plain && min == max) {
      return Errors.typeError(qualified(def, receiver) + "() takes exactly one argument (" + given + " given)");
    }
    if (plain) {
      return Errors.typeError(def.name() + " expected at most " + count(max) + ", got " + given);
    }
    boolean keywordOnly = def.params().length > max;
    if (keywordOnly && max == 0) {
      return Errors.typeError(def.name() + "() takes no positional arguments");
    }
    return Errors.typeError(def.name() + "() takes " + (max == 0 ? "no" : (min < max || keywordOnly ? "at most " : "exactly ") + max)
        + (keywordOnly || nkw == 0 && max > 0 && keywordOnly ? " positional" : "") + " argument" + (max == 1 ? "" : "s") + " (" + (given + (keywordOnly ? 0 : nkw))
        + " given)");
  }

  /** The name with that of the type that has the method, as errors about none or one argument and about keywords give it. */
  private static String qualified(MethodDef def, Object receiver) {
    if (def.kind() == MethodDef.Kind.METHOD || def.kind() == MethodDef.Kind.CLASS_METHOD) {
      PyType start = def.kind() == MethodDef.Kind.METHOD ? Py.typeOf(receiver) : (PyType) receiver;
      for (PyType t : start.mro()) {
        if (!t.isHeap() && t.dictOfType().getStr(def.name()) != null) {
          return t.name() + "." + def.name();
        }
      }
    }
    return def.name();
  }

  /** Types take their arguments in bulk and word errors accordingly. */
  private static boolean isConstructor(MethodDef def) {
    return def.kind() == MethodDef.Kind.NEW;
  }

  private static PyException unexpected(MethodDef def, Object receiver, String name, int given, int nkw) {
    if (def.posOnly() == def.params().length) {
      return Errors.typeError(qualified(def, receiver) + "() takes no keyword arguments");
    }
    if (indexOf(def.params(), 0, name) >= 0) {
      return Errors.typeError(def.name() + "() got some positional-only arguments passed as keyword arguments: '" + name + "'");
    }
    return Errors.typeError(def.name() + "() got an unexpected keyword argument '" + name + "'");
  }

  private static PyException missing(MethodDef def, Object receiver, int p, int given, int nkw) {
    int min = minimum(def);
    int max = def.positional();
    if (def.posOnly() == def.params().length) {
      if (min == max) {
        return Errors.typeError(max == 1 && !isConstructor(def)
            ? qualified(def, receiver) + "() takes exactly one argument (" + given + " given)"
            : def.name() + " expected " + count(max) + ", got " + given);
      }
      return Errors.typeError(def.name() + " expected at least " + count(min) + ", got " + given);
    }
    if (p < def.posOnly()) {
      return Errors.typeError(def.name() + "() takes " + (min == max ? "exactly " : "at least ") + min + " positional argument"
          + (min == 1 ? "" : "s") + " (" + given + " given)");
    }
    return Errors.typeError(def.name() + "() missing required argument '" + def.params()[p] + "' (pos " + (p + 1) + ")");
  }

  static PyException noKeywords(String name) {
    return Errors.typeError(name + "() takes no keyword arguments");
  }

  static String describe(Object o) {
    return Py.typeOf(o).name();
  }
}
