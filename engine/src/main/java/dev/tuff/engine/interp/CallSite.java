package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Instantiation;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethod;
import java.util.Arrays;

/**
 * An instruction that calls with keywords, or with more arguments than there are entry points for. It keeps where its arguments go in the frame of
 * the function that it called last: names are looked up once for each code, not in each call.
 */
public final class CallSite {
  /** The names of the last arguments, or null. */
  public final String[] names;

  private Plan plan;

  public CallSite(String[] names) {
    this.names = names == null || names.length == 0 ? null : names;
  }

  /**
   * Where the arguments of a call go.
   *
   * @param given how many there are
   * @param sources for each parameter the argument, or -1 for the default
   * @param extra the first of the arguments that go to {@code *args}
   * @param extras their number
   * @param others the arguments whose names are no parameters: they go to {@code **kwargs}
   */
  private record Plan(PyCode code, int given, int[] sources, int extra, int extras, int[] others) {}

  private static final int[] NONE = {};

  /** Calls anything; {@code self} is null or comes before the arguments. Gives {@link CompiledCode#RAISED} or throws. */
  Object call(ThreadState ts, PyFrame f, Object callee, Object self, Object[] args) {
    if (self == null && callee instanceof PyMethod m) {
      callee = m.function;
      self = m.self;
    }
    if (callee instanceof PyFunction fn) {
      PyFrame frame = frame(fn, self, args, 0, args.length);
      return fn.code.suspendable ? Calls.generator(frame) : Tiers.call(ts, f, frame);
    }
    if (self == null && callee instanceof PyType type) {
      PyFunction init = type.plainInit();
      if (init != null && !init.code.suspendable) {
        PyInstance made = PyInstance.create(type);
        Object r = Tiers.call(ts, f, frame(init, made, args, 0, args.length));
        if (r == CompiledCode.RAISED) {
          return r;
        }
        Instantiation.checkInit(r);
        return made;
      }
    }
    return Call.call(callee, self == null ? args : Call.prepend(self, args), names);
  }

  /** A frame for a call of a function, its arguments in place; {@code self} as above. */
  PyFrame frame(PyFunction fn, Object self, Object[] args, int from, int to) {
    PyCode code = fn.code;
    PyFrame frame = new PyFrame(code, fn);
    int first = self == null ? 0 : 1;
    Plan p = plan;
    if (p == null || p.code != code || p.given != to - from + first) {
      plan = p = plan(code, to - from + first);
    }
    if (p == null || !fill(p, fn, frame.fast, self, args, from)) {
      Object[] all = Arrays.copyOfRange(args, from, to);
      Arrays.fill(frame.fast, null);
      Calls.bind(fn, code, frame.fast, self == null ? all : Call.prepend(self, all), names);
    }
    return frame;
  }

  /** False if there is no argument for some parameter, and no default. */
  private boolean fill(Plan p, PyFunction fn, Object[] fast, Object self, Object[] args, int from) {
    int[] sources = p.sources;
    // where the first argument would be
    int zero = self == null ? from : from - 1;
    for (int i = 0; i < sources.length; i++) {
      int source = sources[i];
      Object value = source < 0 ? missing(fn, p.code, i) : source == 0 && self != null ? self : args[zero + source];
      if (value == null) {
        return false;
      }
      fast[i] = value;
    }
    int at = sources.length;
    if ((p.code.flags & Code.CO_VARARGS) != 0) {
      fast[at++] = p.extras == 0 ? PyTuple.EMPTY : extras(p, self, args, zero);
    }
    if ((p.code.flags & Code.CO_VARKEYWORDS) != 0) {
      PyDict others = new PyDict();
      for (int k : p.others) {
        others.putStr(names[k - p.given + names.length], args[zero + k]);
      }
      fast[at] = others;
    }
    return true;
  }

  private static PyTuple extras(Plan p, Object self, Object[] args, int zero) {
    Object[] extras = new Object[p.extras];
    boolean withSelf = self != null && p.extra == 0;
    if (withSelf) {
      extras[0] = self;
    }
    int skip = withSelf ? 1 : 0;
    System.arraycopy(args, zero + p.extra + skip, extras, skip, extras.length - skip);
    return PyTuple.of(extras);
  }

  /** The default of a parameter; null if it has none. */
  private static Object missing(PyFunction fn, PyCode code, int parameter) {
    if (parameter >= code.argCount) {
      return fn.kwDefaults == null ? null : fn.kwDefaults.getStr(code.code.localsPlusNames[parameter]);
    }
    Object[] defaults = fn.defaults;
    int d = parameter - code.argCount + defaults.length;
    return d < 0 ? null : defaults[d];
  }

  /** Null if the arguments do not fit: {@link Calls#bind} says why. */
  private Plan plan(PyCode code, int given) {
    Code c = code.code;
    int total = c.argCount + c.kwOnlyArgCount;
    int byPosition = given - (names == null ? 0 : names.length);
    int take = Math.min(byPosition, c.argCount);
    int extras = byPosition - take;
    if (extras > 0 && (c.flags & Code.CO_VARARGS) == 0) {
      return null;
    }
    int[] sources = new int[total];
    Arrays.fill(sources, -1);
    for (int i = 0; i < take; i++) {
      sources[i] = i;
    }
    int[] others = NONE;
    for (int k = byPosition; k < given; k++) {
      int p = parameter(c, total, names[k - byPosition]);
      if (p >= 0 && sources[p] >= 0 || p < 0 && (c.flags & Code.CO_VARKEYWORDS) == 0) {
        return null;
      }
      if (p >= 0) {
        sources[p] = k;
      } else {
        others = Arrays.copyOf(others, others.length + 1);
        others[others.length - 1] = k;
      }
    }
    return new Plan(code, given, sources, take, extras, others);
  }

  private static int parameter(Code c, int total, String name) {
    for (int p = c.posOnlyArgCount; p < total; p++) {
      if (c.localsPlusNames[p].equals(name)) {
        return p;
      }
    }
    return -1;
  }
}
