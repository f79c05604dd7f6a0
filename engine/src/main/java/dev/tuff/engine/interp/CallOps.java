package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Instantiation;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethod;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/**
 * CALL, CALL_KW, CALL_FUNCTION_EX. On the stack lie the callable, the receiver or null, the arguments; {@code at} is the place of the callable,
 * {@code n} the number of arguments without the receiver.
 */
public final class CallOps {
  private CallOps() {}

  /** CALL of anything: a Python function's frame becomes the current one, or the result is where the callable was. */
  static void call(ThreadState ts, PyFrame f, int next, int sp, int n) {
    f.lasti = next - 1;
    int at = sp - n - 2;
    if (push(ts, f, f.fast, at, n) == null) {
      f.sp = at + 1;
      if (ts.interrupted) {
        Interrupts.handle(ts);
      }
    }
  }

  /** CALL_KW, as {@link #call(ThreadState, PyFrame, int, int, int)}. */
  static void callKeywords(ThreadState ts, PyFrame f, int next, int sp, int n) {
    f.lasti = next - 1;
    if (pushKeywords(ts, f, f.fast, sp, n) == null) {
      f.sp = sp - n - 2;
      if (ts.interrupted) {
        Interrupts.handle(ts);
      }
    }
  }

  /** The frame of a Python function, entered, its arguments in place; null if the callable is none, its result then where it was. */
  private static PyFrame push(ThreadState ts, PyFrame caller, Object[] s, int at, int n) {
    Object callee = s[at];
    if (callee instanceof PyMethod m && s[at + 1] == null) {
      callee = m.function;
      s[at + 1] = m.self;
    }
    if (!(callee instanceof PyFunction fn)) {
      if (callee instanceof PyType t) {
        PyFrame f = construct(ts, caller, t, s, at, n);
        if (f != null) {
          return f;
        }
      }
      s[at] = call(callee, s, at, n);
      return null;
    }
    PyCode code = fn.code;
    int from = s[at + 1] == null ? at + 2 : at + 1;
    int count = at + 2 + n - from;
    PyFrame f = new PyFrame(code, fn);
    if (code.plainArguments && count == code.argCount) {
      copy(s, from, f.fast, count);
    } else {
      Calls.bind(fn, code, f.fast, Arrays.copyOfRange(s, from, from + count), null);
    }
    if (code.suspendable) {
      s[at] = Calls.generator(f);
      if (s[at] instanceof PyCoroutine c && Generators.isDropped(caller)) {
        c.die(ts);
      }
      return null;
    }
    return enter(ts, caller, f, at);
  }

  private static void copy(Object[] s, int from, Object[] fast, int count) {
    switch (count) {
      case 3:
        fast[2] = s[from + 2];
      // fall through
      case 2:
        fast[1] = s[from + 1];
      // fall through
      case 1:
        fast[0] = s[from];
      // fall through
      case 0:
        break;
      default:
        System.arraycopy(s, from, fast, 0, count);
    }
  }

  /** Enters a plain function of one argument; its result goes to place {@code at}. False if it must be called another way. */
  static boolean enterWith(ThreadState ts, PyFrame caller, PyFunction fn, Object argument, int at) {
    if (fn.code.fastCount != 1) {
      return false;
    }
    PyFrame f = new PyFrame(fn.code, fn);
    f.fast[0] = argument;
    enter(ts, caller, f, at);
    return true;
  }

  /** Enters a plain function with arguments on the stack, which its result replaces. False if it must be called another way. */
  static boolean enterStatic(ThreadState ts, PyFrame caller, PyFunction fn, int from, int count) {
    PyCode code = fn.code;
    if (!code.plainArguments || count != code.argCount || code.suspendable) {
      return false;
    }
    PyFrame f = new PyFrame(code, fn);
    copy(caller.fast, from, f.fast, count);
    enter(ts, caller, f, from);
    return true;
  }

  /** Makes {@code f} the current frame; its result goes to place {@code at} of the caller's stack. */
  private static PyFrame enter(ThreadState ts, PyFrame caller, PyFrame f, int at) {
    if (ts.depth >= ts.interpreter.recursionLimit) {
      throw ExceptionOps.recursionLimit();
    }
    ts.depth++;
    f.code.instructions();
    caller.sp = at;
    f.back = caller;
    ts.frame = f;
    return f;
  }

  /** Calling a plain class: the frame of its {@code __init__}, or null if that takes the general way. The new object waits at {@code at}. */
  private static PyFrame construct(ThreadState ts, PyFrame caller, PyType type, Object[] s, int at, int n) {
    if (s[at + 1] != null) {
      return null;
    }
    PyFunction init = type.plainInit();
    if (init == null || init.code.suspendable) {
      return null;
    }
    PyInstance self = PyInstance.create(type);
    PyCode code = init.code;
    PyFrame f = new PyFrame(code, init);
    if (code.plainArguments && code.argCount == n + 1) {
      f.fast[0] = self;
      System.arraycopy(s, at + 2, f.fast, 1, n);
    } else {
      Calls.bind(init, code, f.fast, Call.prepend(self, Arrays.copyOfRange(s, at + 2, at + 2 + n)), null);
    }
    s[at] = self;
    f.ending = PyFrame.CONSTRUCTS;
    return enter(ts, caller, f, at);
  }

  /** A frame has ended with a result: it goes where the frame below it wants it. */
  static void returned(ThreadState ts, PyFrame f, Object result) {
    if (f.ending != PyFrame.RETURNS) {
      end(ts, f, result);
      return;
    }
    PyFrame caller = f.back;
    ts.depth--;
    ts.frame = caller;
    caller.fast[caller.sp++] = result;
  }

  /** RETURN_VALUE in a frame whose result is not just that of the call. */
  static void end(ThreadState ts, PyFrame f, Object result) {
    if (f.ending == PyFrame.SUSPENDS) {
      Generators.returned(ts, f, result);
      return;
    }
    PyFrame caller = f.back;
    if (f.ending == PyFrame.CHECKED) {
      ts.depth--;
      ts.frame = caller;
      caller.fast[caller.sp] = ((StaticCallee.ResultCheck) caller.fast[caller.sp]).apply(ts.interpreter, result);
      caller.sp++;
      return;
    }
    Instantiation.checkInit(result);
    // the new object waits where the callable was
    ts.depth--;
    ts.frame = caller;
    caller.sp++;
  }

  /** CALL of what is no Python function. */
  static Object call(Object callee, Object[] s, int at, int n) {
    PyObject f = Call.object(callee);
    int from = at + 2;
    if (s[at + 1] != null) {
      from--;
      n++;
    }
    return switch (n) {
      case 0 -> f.call0();
      case 1 -> f.call1(s[from]);
      case 2 -> f.call2(s[from], s[from + 1]);
      case 3 -> f.call3(s[from], s[from + 1], s[from + 2]);
      case 4 -> f.call4(s[from], s[from + 1], s[from + 2], s[from + 3]);
      default -> f.call(Arrays.copyOfRange(s, from, from + n), null);
    };
  }

  /** CALL_KW, as {@link #push}: the tuple of names is on top. */
  static PyFrame pushKeywords(ThreadState ts, PyFrame caller, Object[] s, int sp, int n) {
    Object[] names = ((PyTuple) s[sp - 1]).array();
    int at = sp - 1 - n - 2;
    Object callee = s[at];
    if (callee instanceof PyMethod m && s[at + 1] == null) {
      callee = m.function;
      s[at + 1] = m.self;
    }
    int from = s[at + 1] == null ? at + 2 : at + 1;
    CallSite site = site(caller.code.caches, caller.lasti + 1, names);
    if (callee instanceof PyFunction fn && !fn.code.suspendable) {
      return enter(ts, caller, site.frame(fn, null, s, from, sp - 1), at);
    }
    s[at] = Call.call(callee, Arrays.copyOfRange(s, from, sp - 1), site.names);
    return null;
  }

  private static CallSite site(Object[] caches, int at, Object[] names) {
    if (caches[at] instanceof CallSite known) {
      return known;
    }
    CallSite site = new CallSite(keywords(names));
    caches[at] = site;
    return site;
  }

  public static String[] keywords(Object[] names) {
    String[] kw = new String[names.length];
    for (int i = 0; i < kw.length; i++) {
      kw[i] = names[i] instanceof String k ? k : PyStr.java(names[i]);
    }
    return kw;
  }

  /** CALL_FUNCTION_EX: callable, null, args, kwargs or null. */
  static int callEx(Object[] s, int sp) {
    s[sp - 4] = callEx(s[sp - 4], s[sp - 2], (PyDict) s[sp - 1]);
    return sp - 3;
  }

  static Object callEx(Object callee, Object args, PyDict kwargs) {
    Object[] positional;
    if (args instanceof PyTuple t) {
      positional = t.array();
    } else {
      positional = starArguments(callee, args);
    }
    String[] kw = Keywords.names(kwargs);
    if (kw != null) {
      return Call.call(callee, Keywords.values(positional, kwargs), kw);
    }
    PyObject f = Call.object(callee);
    return switch (positional.length) {
      case 0 -> f.call0();
      case 1 -> f.call1(positional[0]);
      case 2 -> f.call2(positional[0], positional[1]);
      case 3 -> f.call3(positional[0], positional[1], positional[2]);
      // what is called may keep the array, which may be a tuple's
      default -> f.call(args instanceof PyTuple ? positional.clone() : positional, null);
    };
  }

  private static Object[] starArguments(Object callee, Object args) {
    if (Py.typeOf(args).slot(dev.tuff.engine.core.Special.ITER) == null
        && Py.typeOf(args).slot(dev.tuff.engine.core.Special.GETITEM) == null) {
      throw Errors.typeError(functionText(callee) + " argument after * must be an iterable, not " + Py.typeOf(args).name());
    }
    return Iteration.toArray(args);
  }

  /** How messages name a callable: {@code module.qualname()}. */
  static String functionText(Object f) {
    Object q = dev.tuff.engine.core.Attributes.find(f, "__qualname__");
    if (q == null || !PyStr.isStr(q)) {
      return Py.javaString(f);
    }
    Object m = dev.tuff.engine.core.Attributes.find(f, "__module__");
    String prefix = m == null || !PyStr.isStr(m) || PyStr.java(m).equals("builtins") ? "" : PyStr.java(m) + ".";
    return prefix + PyStr.java(q) + "()";
  }

  /** DICT_MERGE: keyword arguments of a call. */
  static void mergeKeywords(Object callee, PyDict into, Object from) {
    if (from instanceof PyDict d && d.type() == PyDict.TYPE) {
      Object[] keys = d.keysArray();
      Object[] values = d.valuesArray();
      for (int i = 0; i < keys.length; i++) {
        putKeyword(callee, into, keys[i], values[i]);
      }
      return;
    }
    Object keys;
    try {
      keys = Py.callMethod(from, "keys");
    } catch (PyException e) {
      if (e.is(Exceptions.AttributeError)) {
        throw Errors.typeError(functionText(callee) + " argument after ** must be a mapping, not " + Py.typeOf(from).name());
      }
      throw e;
    }
    for (Object k : Iteration.toArray(keys)) {
      putKeyword(callee, into, k, dev.tuff.engine.core.Items.get(from, k));
    }
  }

  private static void putKeyword(Object callee, PyDict into, Object key, Object value) {
    // that keys are strings is checked when they have become keywords
    if (into.containsKey(key)) {
      throw Errors.typeError(functionText(callee) + " got multiple values for keyword argument '" + Py.javaString(key) + "'");
    }
    into.put(key, value);
  }
}
