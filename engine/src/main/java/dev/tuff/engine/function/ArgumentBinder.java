package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.MethodDef;
import dev.tuff.engine.interp.Suggestions;
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
    if (nkw > 0 && def.posOnly() == params.length && !def.varKw()) {
      throw noKeywords(qualified(def, receiver));
    }
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
    } else if (given > positional || !def.varKw() && given + nkw > params.length) {
      throw tooMany(def, receiver, given, nkw);
    }
    if (given < def.posOnly()) {
      // before keywords are looked at
      checkPositional(def, receiver, given);
    }
    int known = 0;
    for (int i = 0; i < nkw; i++) {
      int p = indexOf(params, def.posOnly(), kw[i]);
      if (p >= take) {
        out[r + p + (p >= positional ? shift : 0)] = args[given + i];
        known++;
      }
    }
    long missing = def.required();
    for (int p = 0; missing != 0; p++, missing >>>= 1) {
      if ((missing & 1) != 0 && out[r + p + (p >= positional ? shift : 0)] == null) {
        throw missing(def, p);
      }
    }
    PyDict extra = null;
    if (def.varKw()) {
      extra = new PyDict();
      out[out.length - 1] = extra;
    }
    if (known < nkw) {
      others(def, receiver, args, kw, given, take, extra);
    }
    return out;
  }

  /** Keywords that are no parameters, or are given by position as well. */
  private static void others(MethodDef def, Object receiver, Object[] args, String[] kw, int given, int take, PyDict extra) {
    for (int i = 0; i < kw.length; i++) {
      int p = indexOf(def.params(), def.posOnly(), kw[i]);
      if (p >= 0 && p < take) {
        throw Errors.typeError("argument for " + def.name() + "() given by name ('" + kw[i] + "') and position (" + (p + 1) + ")");
      }
    }
    for (int i = 0; i < kw.length; i++) {
      if (indexOf(def.params(), def.posOnly(), kw[i]) < 0) {
        if (extra == null) {
          throw unexpected(def, kw[i]);
        }
        extra.putStr(kw[i], args[given + i]);
      }
    }
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
    if (countsAlone(def) && nkw == 0) {
      return Errors.typeError(def.name() + " expected " + (min < max ? "at most " : "") + count(max) + ", got " + given);
    }
    int all = def.params().length;
    if (given + nkw > all) {
      return Errors.typeError(def.name() + "() takes at most " + all + (given == 0 ? " keyword" : "") + " argument" + (all == 1 ? "" : "s") + " ("
          + (given + nkw) + " given)");
    }
    return Errors.typeError(def.name() + "() takes " + (max == 0 ? "no positional arguments" : (min < max ? "at most " : "exactly ")
        + max + " positional argument" + (max == 1 ? "" : "s") + " (" + given + " given)"));
  }

  /** The name with that of the type that has the method, as errors about none or one argument and about keywords give it. */
  private static String qualified(MethodDef def, Object receiver) {
    if (def.kind() == MethodDef.Kind.CLASS_METHOD) {
      return ((PyType) receiver).qualifiedName() + "." + def.name();
    }
    if (def.kind() == MethodDef.Kind.METHOD) {
      for (PyType t : Py.typeOf(receiver).mro()) {
        if (!t.isHeap() && t.dictOfType().getStr(def.name()) != null) {
          return t.name() + "." + def.name();
        }
      }
    }
    return def.name();
  }

  /** The few that count what is given by position before their arguments are parsed. */
  private static boolean countsAlone(MethodDef def) {
    return isConstructor(def) && def.name().equals("int") || def.kind() == MethodDef.Kind.FUNCTION && def.name().equals("sorted");
  }

  /** Types take their arguments in bulk and word errors accordingly. */
  private static boolean isConstructor(MethodDef def) {
    return def.kind() == MethodDef.Kind.NEW;
  }

  private static PyException unexpected(MethodDef def, String name) {
    if (indexOf(def.params(), 0, name) >= 0) {
      return Errors.typeError(def.name() + "() got some positional-only arguments passed as keyword arguments: '" + name + "'");
    }
    String near = Suggestions.nearest(name, Arrays.asList(def.params()).subList(def.posOnly(), def.params().length));
    return Errors.typeError(def.name() + "() got an unexpected keyword argument '" + name + "'"
        + (near == null ? "" : ". Did you mean '" + near + "'?"));
  }

  private static void checkPositional(MethodDef def, Object receiver, int given) {
    int max = def.positional();
    int min = minimum(def);
    if (def.posOnly() < def.params().length) {
      // of the positional-only ones, those that must be there
      min = 64 - Long.numberOfLeadingZeros(def.required() & (1L << def.posOnly()) - 1);
      if (given < min && countsAlone(def)) {
        throw Errors.typeError(def.name() + " expected " + count(min) + ", got " + given);
      }
      if (given < min) {
        throw Errors.typeError(def.name() + "() takes " + (min == max ? "exactly " : "at least ") + min + " positional argument"
            + (min == 1 ? "" : "s") + " (" + given + " given)");
      }
      return;
    }
    if (given >= min) {
      return;
    }
    if (min == max) {
      throw Errors.typeError(max == 1 && !isConstructor(def)
          ? qualified(def, receiver) + "() takes exactly one argument (" + given + " given)"
          : def.name() + " expected " + count(max) + ", got " + given);
    }
    throw Errors.typeError(def.name() + " expected at least " + count(min) + ", got " + given);
  }

  private static PyException missing(MethodDef def, int p) {
    return Errors.typeError(def.name() + "() missing required argument '" + def.params()[p] + "' (pos " + (p + 1) + ")");
  }

  static PyException noKeywords(String name) {
    return Errors.typeError(name + "() takes no keyword arguments");
  }

  static String describe(Object o) {
    return Py.typeOf(o).name();
  }
}
