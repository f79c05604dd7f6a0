package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls of Python functions: binding arguments to parameters ("Calls" of the language reference), and running frames. */
public final class Calls {
  private Calls() {}

  /** Runs a frame to its end. */
  public static Object run(ThreadState ts, PyFrame frame) {
    return Tiers.call(ts, frame);
  }

  /** Runs code as a module, class body or exec does. */
  public static Object runCode(PyCode code, PyDict globals, Object locals) {
    return run(ThreadState.current(), new PyFrame(code, globals, PyFunction.builtinsOf(globals), locals));
  }

  /** The generator, coroutine or async generator of a frame that is not started. */
  public static Object generator(PyFrame frame) {
    int flags = frame.code.flags;
    if ((flags & Code.CO_COROUTINE) != 0) {
      return PyCoroutine.of(frame);
    }
    if ((flags & Code.CO_ASYNC_GENERATOR) != 0) {
      return new PyAsyncGenerator(frame);
    }
    return new PyGenerator(frame);
  }

  /** Puts the arguments of a call where the parameters are; the last {@code kw.length} of them are named. */
  public static void bind(PyFunction f, PyCode code, Object[] fast, Object[] args, String[] kw) {
    Code c = code.code;
    int nkw = kw == null ? 0 : kw.length;
    int given = args.length - nkw;
    int argCount = c.argCount;
    int total = argCount + c.kwOnlyArgCount;
    boolean varArgs = (c.flags & Code.CO_VARARGS) != 0;
    boolean varKw = (c.flags & Code.CO_VARKEYWORDS) != 0;
    int take = Math.min(given, argCount);
    System.arraycopy(args, 0, fast, 0, take);
    if (varArgs) {
      fast[total] = given > argCount ? PyTuple.of(Arrays.copyOfRange(args, argCount, given)) : PyTuple.EMPTY;
    }
    PyDict extra = null;
    if (varKw) {
      extra = new PyDict();
      fast[total + (varArgs ? 1 : 0)] = extra;
    }
    for (int i = 0; i < nkw; i++) {
      bindKeyword(f, c, fast, total, extra, kw, i, args[given + i], given);
    }
    if (given > argCount && !varArgs) {
      throw tooMany(f, c, fast, given);
    }
    Object[] defaults = f.defaults;
    if (take < argCount) {
      int firstDefault = argCount - defaults.length;
      List<String> missing = null;
      for (int i = take; i < argCount; i++) {
        if (fast[i] == null) {
          if (i >= firstDefault) {
            fast[i] = defaults[i - firstDefault];
          } else {
            missing = missing == null ? new ArrayList<>() : missing;
            missing.add(c.localsPlusNames[i]);
          }
        }
      }
      if (missing != null) {
        throw missing(f, missing, "positional");
      }
    }
    if (c.kwOnlyArgCount > 0) {
      bindKeywordDefaults(f, c, fast, argCount, total);
    }
  }

  private static void bindKeywordDefaults(PyFunction f, Code c, Object[] fast, int argCount, int total) {
    List<String> missing = null;
    for (int i = argCount; i < total; i++) {
      if (fast[i] == null) {
        String name = c.localsPlusNames[i];
        Object v = f.kwDefaults == null ? null : f.kwDefaults.getStr(name);
        if (v == null) {
          missing = missing == null ? new ArrayList<>() : missing;
          missing.add(name);
        }
        fast[i] = v;
      }
    }
    if (missing != null) {
      throw missing(f, missing, "keyword-only");
    }
  }

  private static void bindKeyword(
      PyFunction f, Code c, Object[] fast, int total, PyDict extra, String[] kw, int i, Object value, int given) {
    String name = kw[i];
    String[] names = c.localsPlusNames;
    int p = -1;
    for (int k = c.posOnlyArgCount; k < total; k++) {
      if (names[k] == name || names[k].equals(name)) {
        p = k;
        break;
      }
    }
    if (p < 0) {
      if (extra == null) {
        throw unexpected(f, c, kw, name, total);
      }
      extra.putStr(name, value);
      return;
    }
    if (fast[p] != null) {
      throw Errors.typeError(f.qualname() + "() got multiple values for argument '" + name + "'");
    }
    fast[p] = value;
  }

  private static PyException unexpected(PyFunction f, Code c, String[] kw, String name, int total) {
    List<String> posOnly = new ArrayList<>();
    List<String> given = Arrays.asList(kw);
    for (int i = 0; i < c.posOnlyArgCount; i++) {
      if (given.contains(c.localsPlusNames[i])) {
        posOnly.add(c.localsPlusNames[i]);
      }
    }
    if (!posOnly.isEmpty()) {
      return Errors.typeError(f.qualname() + "() got some positional-only arguments passed as keyword arguments: '"
          + String.join(", ", posOnly) + "'");
    }
    List<String> candidates = Arrays.asList(c.localsPlusNames).subList(c.posOnlyArgCount, total);
    String near = Suggestions.nearest(name, candidates);
    return Errors.typeError(f.qualname() + "() got an unexpected keyword argument '" + name + "'"
        + (near == null ? "" : ". Did you mean '" + near + "'?"));
  }

  private static PyException tooMany(PyFunction f, Code c, Object[] fast, int given) {
    int kwOnlyGiven = 0;
    for (int i = c.argCount; i < c.argCount + c.kwOnlyArgCount; i++) {
      if (fast[i] != null) {
        kwOnlyGiven++;
      }
    }
    int defaults = f.defaults.length;
    boolean plural = defaults > 0 || c.argCount != 1;
    String takes = defaults > 0 ? "from " + (c.argCount - defaults) + " to " + c.argCount : "" + c.argCount;
    String kwPart = kwOnlyGiven == 0 ? ""
        : " positional argument" + (given != 1 ? "s" : "") + " (and " + kwOnlyGiven + " keyword-only argument" + (kwOnlyGiven != 1 ? "s" : "")
            + ")";
    return Errors.typeError(f.qualname() + "() takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + given + kwPart + " "
        + (given == 1 && kwOnlyGiven == 0 ? "was" : "were") + " given");
  }

  private static PyException missing(PyFunction f, List<String> names, String kind) {
    int n = names.size();
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < n; i++) {
      String quoted = "'" + names.get(i) + "'";
      if (i == 0) {
        b.append(quoted);
      } else if (i == n - 1) {
        b.append(n == 2 ? " and " : ", and ").append(quoted);
      } else {
        b.append(", ").append(quoted);
      }
    }
    return Errors.typeError(f.qualname() + "() missing " + n + " required " + kind + " argument" + (n == 1 ? "" : "s") + ": "
        + Py.str(b.toString()));
  }
}
