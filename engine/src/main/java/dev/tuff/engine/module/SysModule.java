package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.interp.Polls;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** The functions of {@code sys}; its constants are in {@link SysConstants}. */
final class SysModule {
  private SysModule() {}

  static PyModule create(Interpreter interpreter, Settings settings) {
    PyModule m = new PyModule("sys");
    Exposed.define(m, "sys", new SysModuleTable());
    Exposed.define(m, "sys", new SysTracingTable());
    SysConstants.define(m, interpreter, settings);
    m.set("monitoring", MonitoringModule.create(interpreter));
    m.set("_jit", JitModule.create());
    return m;
  }

  // ---- exceptions

  @Function(value = "exc_info()", doc = "Type, value and traceback of the exception being handled, or three times None.")
  static Object exc_info(ThreadState ts) {
    PyBaseException e = ts.handled();
    if (e == null) {
      return Py.tuple(Py.None, Py.None, Py.None);
    }
    return Py.tuple(e.type(), e, e.traceback == null ? Py.None : e.traceback);
  }

  @Function(value = "exception()", doc = "The exception being handled, or None.")
  static Object exception(ThreadState ts) {
    PyBaseException e = ts.handled();
    return e == null ? Py.None : e;
  }

  @Function(value = "exit(status=None, /)", doc = "Raises SystemExit(status).")
  static Object exit(Object status) {
    throw status == Py.None ? Errors.make(Exceptions.SystemExit) : systemExit(status);
  }

  private static PyException systemExit(Object status) {
    return status instanceof PyTuple t && t.type() == PyTuple.TYPE
        ? Errors.make(Exceptions.SystemExit, t.array()) : Errors.make(Exceptions.SystemExit, status);
  }

  @Function(value = "excepthook(exctype, value, traceback, /)", doc = "Prints an exception with its traceback to sys.stderr.")
  static void excepthook(Object type, Object value, Object traceback, Interpreter interpreter) {
    ExceptionDisplay.print(interpreter, value, traceback);
  }

  @Function(value = "unraisablehook(unraisable, /)", doc = "Prints an exception that nothing could catch.")
  static void unraisablehook(Object unraisable, Interpreter interpreter) {
    ExceptionDisplay.printUnraisable(interpreter, unraisable);
  }

  @Function(value = "displayhook(object, /)", doc = "Prints the value of an expression at the prompt and keeps it in builtins._ .")
  static void displayhook(Object object, Interpreter interpreter) {
    if (object == Py.None) {
      return;
    }
    PyDict builtins = interpreter.builtins.dict();
    builtins.putStr("_", Py.None);
    Object out = interpreter.sys.dict().getStr("stdout");
    if (out == null || out == Py.None) {
      throw Errors.runtimeError("lost sys.stdout");
    }
    Object text = Py.repr(object);
    try {
      Call.attribute(out, "write", text);
    } catch (PyException e) {
      if (!e.is(Exceptions.UnicodeEncodeError)) {
        throw e;
      }
      Object encoding = Attributes.get(out, "encoding");
      Object bytes = Call.attribute(text, "encode", encoding, "backslashreplace");
      Call.attribute(out, "write", Call.attribute(bytes, "decode", encoding, "strict"));
    }
    Call.attribute(out, "write", "\n");
    builtins.putStr("_", object);
  }

  @Function(value = "breakpointhook(*args, **kws)", doc = "What breakpoint() calls: the function that PYTHONBREAKPOINT names, or pdb.set_trace.")
  static Object breakpointhook(Object[] args, PyDict kws, Interpreter interpreter) {
    String target = interpreter.environment("PYTHONBREAKPOINT");
    if (target == null || target.isEmpty()) {
      target = "pdb.set_trace";
    }
    if (target.equals("0")) {
      return Py.None;
    }
    int dot = target.lastIndexOf('.');
    Object f = null;
    try {
      if (dot != 0) {
        Object module = interpreter.importModule(dot < 0 ? "builtins" : target.substring(0, dot));
        f = Attributes.find(module, target.substring(dot + 1));
      }
    } catch (PyException e) {
      if (!e.is(Exceptions.ImportError)) {
        throw e;
      }
    }
    if (f == null) {
      dev.tuff.engine.core.Warnings.warn(Exceptions.RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"" + target + "\"", 1);
      return Py.None;
    }
    return Call.call(f, dev.tuff.engine.function.Keywords.values(args, kws), dev.tuff.engine.function.Keywords.names(kws));
  }

  // ---- frames

  @Function(value = "_getframe(depth=0, /)", doc = "A frame of the call stack: 0 for the caller, 1 for its caller, and so on.")
  static Object _getframe(int depth, ThreadState ts) {
    PyFrame f = ts.frame;
    for (int i = 0; i < depth && f != null; i++) {
      f = f.back;
    }
    if (f == null) {
      throw Errors.valueError("call stack is not deep enough");
    }
    Interpreter.audit("sys._getframe", f);
    return f;
  }

  @Function(value = "_getframemodulename(depth=0)", doc = "The module of a frame of the call stack, or None.")
  static Object _getframemodulename(int depth, ThreadState ts) {
    PyFrame f = ts.frame;
    for (int i = 0; i < depth && f != null; i++) {
      f = f.back;
    }
    if (f == null) {
      return Py.None;
    }
    Object name = f.function != null ? Attributes.find(f.function, "__module__") : f.globals.getStr("__name__");
    return name == null ? Py.None : name;
  }

  @Function(value = "_current_frames()", doc = "The current frame of each thread.")
  static Object _current_frames(Interpreter interpreter) {
    PyDict d = new PyDict();
    for (ThreadState ts : interpreter.threads()) {
      if (ts.frame != null) {
        d.put(Py.box(ts.ident()), ts.frame);
      }
    }
    return d;
  }

  @Function(value = "_current_exceptions()", doc = "The exception that each thread is handling.")
  static Object _current_exceptions(Interpreter interpreter) {
    PyDict d = new PyDict();
    for (ThreadState ts : interpreter.threads()) {
      PyBaseException e = ts.handled();
      d.put(Py.box(ts.ident()), e == null ? Py.None : e);
    }
    return d;
  }

  @Function(value = "getrecursionlimit()", doc = "How deep calls may nest.")
  static long getrecursionlimit(Interpreter interpreter) {
    return interpreter.recursionLimit;
  }

  @Function(value = "setrecursionlimit(limit, /)", doc = "Sets how deep calls may nest.")
  static void setrecursionlimit(int limit, ThreadState ts) {
    if (limit < 1) {
      throw Errors.valueError("recursion limit must be greater or equal than 1");
    }
    if (ts.depth >= limit) {
      throw Errors.recursionError("cannot set the recursion limit to " + limit + " at the recursion depth " + ts.depth
          + ": the limit is too low");
    }
    Polls.setRecursionLimit(ts.interpreter, limit);
  }

  // ---- objects

  @Function(value = "intern(string, /)", doc = "The one string of this text that all callers get.")
  static Object intern(Object string) {
    if (!PyStr.isStr(string)) {
      throw Errors.typeError("intern() argument must be str, not " + Py.typeOf(string).name());
    }
    if (!(string instanceof String s)) {
      if (Py.typeOf(string) != PyStr.TYPE) {
        throw Errors.typeError("can't intern " + Py.typeOf(string).name());
      }
      return string;
    }
    return s.intern();
  }

  @Function(value = "_is_interned(string, /)", doc = "Whether intern() gives the string itself.")
  static boolean _is_interned(Object string) {
    return string instanceof String s && s.intern() == s;
  }

  @Function(value = "_is_immortal(op, /)", doc = "Whether the object lives as long as the process.")
  static boolean _is_immortal(Object o) {
    return !(o instanceof dev.tuff.engine.core.PyObject p) || p instanceof PyType t && !t.isHeap() || p == Py.None;
  }

  @Function(value = "_is_gil_enabled()", doc = "False: there is no global interpreter lock.")
  static boolean _is_gil_enabled() {
    return false;
  }

  @Function(value = "getsizeof(object, default=<null>)", doc = "An estimate of the size of an object in bytes.", textSignature = false)
  static Object getsizeof(Object object, Object fallback) {
    try {
      Object f = Attributes.special(object, "__sizeof__");
      if (f == null) {
        throw Errors.typeError("Type " + Py.typeOf(object).name() + " doesn't define __sizeof__");
      }
      Object n = dev.tuff.engine.number.PyInt.index(Call.call(f));
      if (n instanceof Long l && l < 0) {
        throw Errors.valueError("__sizeof__() should return >= 0");
      }
      return n;
    } catch (PyException e) {
      if (fallback != null && e.is(Exceptions.TypeError)) {
        return fallback;
      }
      throw e;
    }
  }

  @Function(value = "getrefcount(object, /)", doc = "A number without meaning here: objects are not counted.")
  static long getrefcount(Object object) {
    return 2;
  }

  @Function(value = "getallocatedblocks()", doc = "0: there are no blocks.")
  static long getallocatedblocks() {
    return 0;
  }

  @Function(value = "getunicodeinternedsize(*, _only_immortal=False)", doc = "0: interned strings are the JVM's.")
  static long getunicodeinternedsize(boolean onlyImmortal) {
    return 0;
  }

  // ---- settings

  @Function(value = "getdefaultencoding()", doc = "The default encoding of str: utf-8.")
  static String getdefaultencoding() {
    return "utf-8";
  }

  @Function(value = "getfilesystemencoding()", doc = "The encoding of file names.")
  static String getfilesystemencoding() {
    return "utf-8";
  }

  @Function(value = "getfilesystemencodeerrors()", doc = "What happens to bytes of file names that are no text.")
  static String getfilesystemencodeerrors() {
    return "surrogateescape";
  }

  @Function(value = "_get_cpu_count_config()", doc = "What -X cpu_count says; -1 if it is not given.")
  static int getCpuCountConfig(Interpreter interpreter) {
    return interpreter.cpuCount;
  }

  @Function(value = "getswitchinterval()", doc = "Seconds between thread switches; threads run in parallel here.")
  static double getswitchinterval(Interpreter interpreter) {
    return interpreter.switchInterval;
  }

  @Function(value = "setswitchinterval(interval, /)", doc = "Kept, without effect: threads run in parallel.")
  static void setswitchinterval(double interval, Interpreter interpreter) {
    if (!(interval > 0)) {
      throw Errors.valueError("switch interval must be strictly positive");
    }
    interpreter.switchInterval = interval;
  }

  @Function(value = "get_int_max_str_digits()", doc = "The limit of digits in conversions between int and str.")
  static long get_int_max_str_digits(Interpreter interpreter) {
    return interpreter.intMaxStrDigits;
  }

  @Function(value = "set_int_max_str_digits(maxdigits)", doc = "Sets the limit of digits in conversions between int and str; 0 for none.")
  static void set_int_max_str_digits(int maxdigits, Interpreter interpreter) {
    if (maxdigits != 0 && maxdigits < 640) {
      throw Errors.valueError("maxdigits must be 0 or larger than 640");
    }
    interpreter.intMaxStrDigits = maxdigits;
  }

  @Function(value = "getdlopenflags()", doc = "Flags for dlopen: none is called.")
  static long getdlopenflags() {
    return 2;
  }

  @Function(value = "setdlopenflags(flags, /)", doc = "Has no effect.")
  static void setdlopenflags(int flags) {}

  @Function(value = "is_finalizing()", doc = "Whether the interpreter is being closed.")
  static boolean is_finalizing(Interpreter interpreter) {
    return interpreter.finalizing;
  }

  @Function(value = "is_stack_trampoline_active()", doc = "False: there is no perf trampoline.")
  static boolean is_stack_trampoline_active() {
    return false;
  }

  @Function(value = "activate_stack_trampoline(backend, /)", doc = "Not supported.")
  static void activate_stack_trampoline(Object backend) {
    throw Errors.valueError("perf trampoline not available");
  }

  @Function(value = "deactivate_stack_trampoline()", doc = "Has no effect.")
  static void deactivate_stack_trampoline() {}

  @Function(value = "is_remote_debug_enabled()", doc = "False.")
  static boolean is_remote_debug_enabled() {
    return false;
  }

  @Function(value = "_clear_internal_caches()", doc = "Drops what can be computed again: nothing to do.")
  static void _clear_internal_caches() {}

  @Function(value = "_clear_type_cache()", doc = "Drops what can be computed again: nothing to do.")
  static void _clear_type_cache() {}

  @Function(value = "_clear_type_descriptors(type, /)", doc = "Removes __dict__ and __weakref__ of a class that is replaced by one with slots.")
  static void _clear_type_descriptors(PyType type) {
    if (!type.isHeap()) {
      throw Errors.typeError("argument is immutable");
    }
    type.setAttribute("__dict__", null);
    type.setAttribute("__weakref__", null);
  }

  @Function(value = "_debugmallocstats()", doc = "Prints nothing: memory is the JVM's.")
  static void _debugmallocstats() {}

  @Function(value = "_dump_tracelets(outpath)", doc = "Not supported.")
  static void _dump_tracelets(Object path) {
    throw Errors.notImplementedError("sys._dump_tracelets");
  }

  @Function(value = "_git_info()", doc = "Unknown.", textSignature = false)
  static Object _git_info() {
    return Py.tuple("Tuff", "", "");
  }

  // ---- audit hooks

  @Function(value = "addaudithook(hook)", doc = "Adds a function that is called with every audit event (PEP 578).")
  static void addaudithook(Object hook, Interpreter interpreter) {
    if (interpreter.auditHooks != null) {
      try {
        Interpreter.audit("sys.addaudithook");
      } catch (PyException e) {
        if (e.is(Exceptions.RuntimeError)) {
          return;
        }
        throw e;
      }
    }
    Object[] old = interpreter.auditHooks;
    Object[] hooks = old == null ? new Object[1] : Arrays.copyOf(old, old.length + 1);
    hooks[hooks.length - 1] = hook;
    interpreter.auditHooks = hooks;
  }

  @Function(value = "audit(event, /, *args)", doc = "Raises an audit event (PEP 578).")
  static void audit(Object event, Object[] args) {
    if (!PyStr.isStr(event)) {
      throw Errors.typeError("expected str for argument 'event', not " + Py.typeOf(event).name());
    }
    Interpreter.audit(PyStr.java(event), args);
  }

  // ---- async

  @Function(value = "set_coroutine_origin_tracking_depth(depth)", doc = "How many frames cr_origin of new coroutines keeps.")
  static void set_coroutine_origin_tracking_depth(int depth, ThreadState ts) {
    if (depth < 0) {
      throw Errors.valueError("depth must be >= 0");
    }
    ts.coroutineOriginDepth = depth;
  }

  @Function(value = "get_coroutine_origin_tracking_depth()", doc = "How many frames cr_origin of new coroutines keeps.")
  static long get_coroutine_origin_tracking_depth(ThreadState ts) {
    return ts.coroutineOriginDepth;
  }

  @Function(value = "set_asyncgen_hooks(firstiter=<null>, finalizer=<null>)", doc = "Sets what is called of async generators (PEP 525).")
  static void set_asyncgen_hooks(Object firstiter, Object finalizer, ThreadState ts) {
    if (finalizer != null && finalizer != Py.None && !Builtins.callable(finalizer)) {
      throw Errors.typeError("callable finalizer expected, got " + Py.typeOf(finalizer).name());
    }
    if (firstiter != null && firstiter != Py.None && !Builtins.callable(firstiter)) {
      throw Errors.typeError("callable firstiter expected, got " + Py.typeOf(firstiter).name());
    }
    if (firstiter != null) {
      ts.asyncgenFirstiter = firstiter == Py.None ? null : firstiter;
    }
    if (finalizer != null) {
      ts.asyncgenFinalizer = finalizer == Py.None ? null : finalizer;
    }
  }

  @Function(value = "get_asyncgen_hooks()", doc = "What is called of async generators (PEP 525).")
  static Object get_asyncgen_hooks(ThreadState ts) {
    return SysConstants.record(ts.interpreter, "asyncgen_hooks", ts.asyncgenFirstiter == null ? Py.None : ts.asyncgenFirstiter,
        ts.asyncgenFinalizer == null ? Py.None : ts.asyncgenFinalizer);
  }
}
