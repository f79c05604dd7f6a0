package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyMappingProxy;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.interp.Assumption;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.module.PyModule;

/** {@code function}. */
public final class PyFunction extends PyObject {
  public static final PyType TYPE = PyType.builtin("function", PyType.OBJECT,
      PyType.FINAL | PyType.HAS_DICT | PyType.WEAKREF | PyType.METHOD_DESCRIPTOR, "Create a function object.", new PyFunctionMethodsTable());

  /** Replaced by {@code f.__code__ = …}: read it once per call. */
  public PyCode code;
  public final PyDict globals;
  public final PyDict builtins;

  /** Defaults of the last positional parameters; empty for none. */
  public Object[] defaults = PyTuple.EMPTY.array();

  /** Defaults of keyword-only parameters, or null. */
  public PyDict kwDefaults;
  public PyCell[] closure;

  Object name;
  Object qualname;
  Object doc;
  Object module;
  Object annotations;
  public Object annotate;
  PyTuple typeParams;

  public PyFunction(PyCode code, PyDict globals, PyDict builtins, PyCell[] closure) {
    super(TYPE);
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.closure = closure;
  }

  /** A function as MAKE_FUNCTION makes it. */
  public PyFunction(PyCode code, PyFrame frame) {
    this(code, frame.globals, frame.builtins, null);
  }

  /** What compiled code relies on as long as the function has this code and these defaults, and no tool looks on there; null if it is not so. */
  public Assumption unchanged(PyCode c, Object[] d) {
    synchronized (c) {
      return code == c && defaults == d && !Tiers.isMonitored(c) ? c.functionsAsMade() : null;
    }
  }

  /** Gives a function that is in use other code, or other defaults. */
  synchronized void change(PyCode c, Object[] d) {
    PyCode before = code;
    synchronized (before) {
      code = c;
      defaults = d;
      before.functionsChange();
    }
  }

  /** The name for error messages: {@code __qualname__}. */
  public String qualname() {
    return qualname == null ? code.code.qualname : Py.javaString(qualname);
  }

  /** {@code __name__}. */
  public Object name() {
    return name == null ? code.name : name;
  }

  /** {@code __qualname__}. */
  public Object qualnameObject() {
    return qualname == null ? code.qualname : qualname;
  }

  /** {@code __annotate__} of a function is named after it. */
  public void nameAnnotate() {
    if (annotate instanceof PyFunction a && a.code.code.name.equals("__annotate__")) {
      a.qualname = Py.str(qualname().concat(".__annotate__"));
    }
  }

  /** The dict of builtins that code with these globals sees: {@code __builtins__}, a module, a dict or the proxy of one. */
  public static PyDict builtinsOf(PyDict globals) {
    Object b = globals.getStr("__builtins__");
    while (b instanceof PyMappingProxy p) {
      b = p.mapping();
    }
    if (b instanceof PyDict d) {
      return d;
    }
    if (b instanceof PyModule m) {
      return m.dict();
    }
    if (b != null) {
      throw Errors.typeError("'" + Py.typeOf(b).name() + "' object is not a mapping of builtins");
    }
    return Interpreter.current().builtins.dict();
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    PyCode c = code;
    PyFrame f = new PyFrame(c, this);
    if (kw == null && c.plainArguments && args.length == c.argCount) {
      System.arraycopy(args, 0, f.fast, 0, args.length);
    } else {
      Calls.bind(this, c, f.fast, args, kw);
    }
    return run(c, f);
  }

  private static Object run(PyCode c, PyFrame f) {
    if ((c.flags & (Code.CO_GENERATOR | Code.CO_COROUTINE | Code.CO_ASYNC_GENERATOR)) != 0) {
      return Calls.generator(f);
    }
    return Calls.run(ThreadState.current(), f);
  }

  @Override
  public Object call0() {
    PyCode c = code;
    if (c.plainArguments && c.argCount == 0) {
      if (c.direct != null) {
        return Tiers.call0(ThreadState.current(), this);
      }
      return run(c, new PyFrame(c, this));
    }
    return more();
  }

  @Override
  public Object call1(Object a) {
    PyCode c = code;
    if (c.plainArguments && c.argCount == 1) {
      if (c.direct != null) {
        return Tiers.call1(ThreadState.current(), this, a);
      }
      PyFrame f = new PyFrame(c, this);
      f.fast[0] = a;
      return run(c, f);
    }
    return more(a);
  }

  @Override
  public Object call2(Object a, Object b) {
    PyCode c = code;
    if (c.plainArguments && c.argCount == 2) {
      if (c.direct != null) {
        return Tiers.call2(ThreadState.current(), this, a, b);
      }
      PyFrame f = new PyFrame(c, this);
      f.fast[0] = a;
      f.fast[1] = b;
      return run(c, f);
    }
    return more(a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    PyCode code = this.code;
    if (code.plainArguments && code.argCount == 3) {
      if (code.direct != null) {
        return Tiers.call3(ThreadState.current(), this, a, b, c);
      }
      PyFrame f = new PyFrame(code, this);
      f.fast[0] = a;
      f.fast[1] = b;
      f.fast[2] = c;
      return run(code, f);
    }
    return more(a, b, c);
  }

  // ---- fewer arguments than parameters: the defaults of the last ones make it a call with all of them

  private Object more() {
    Object[] d = defaults;
    int n = d.length;
    return code.plainArguments && code.argCount == 1 && n >= 1 ? call1(d[n - 1]) : call(new Object[0], null);
  }

  private Object more(Object a) {
    Object[] d = defaults;
    int n = d.length;
    if (code.plainArguments && code.argCount > 1 && n >= code.argCount - 1) {
      switch (code.argCount) {
        case 2:
          return call2(a, d[n - 1]);
        case 3:
          return call3(a, d[n - 2], d[n - 1]);
        case 4:
          return call4(a, d[n - 3], d[n - 2], d[n - 1]);
        default:
          break;
      }
    }
    return call(new Object[] {a}, null);
  }

  private Object more(Object a, Object b) {
    Object[] d = defaults;
    int n = d.length;
    if (code.plainArguments && code.argCount > 2 && n >= code.argCount - 2) {
      switch (code.argCount) {
        case 3:
          return call3(a, b, d[n - 1]);
        case 4:
          return call4(a, b, d[n - 2], d[n - 1]);
        default:
          break;
      }
    }
    return call(new Object[] {a, b}, null);
  }

  private Object more(Object a, Object b, Object c) {
    Object[] d = defaults;
    int n = d.length;
    return code.plainArguments && code.argCount == 4 && n >= 1 ? call4(a, b, c, d[n - 1]) : call(new Object[] {a, b, c}, null);
  }

  @Override
  public Object call4(Object a, Object b, Object c, Object d) {
    PyCode code = this.code;
    if (code.plainArguments && code.argCount == 4) {
      if (code.direct != null) {
        return Tiers.call4(ThreadState.current(), this, a, b, c, d);
      }
      PyFrame f = new PyFrame(code, this);
      f.fast[0] = a;
      f.fast[1] = b;
      f.fast[2] = c;
      f.fast[3] = d;
      return run(code, f);
    }
    return call(new Object[] {a, b, c, d}, null);
  }
}
