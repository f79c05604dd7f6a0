package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.text.PyStr;

/** The functions of {@code builtins} that compile and run code, or look at the namespaces of running code. */
public final class CodeFunctions {
  private CodeFunctions() {}

  @Function(value = "globals()", doc = "The dict of the current module's names.")
  static Object globals(ThreadState ts) {
    ts.interpreter.complete();
    if (ts.frame == null) {
      throw Errors.systemError("globals(): no current frame");
    }
    return ts.frame.globals;
  }

  @Function(value = "locals()", doc = "The names of the current scope: a snapshot in a function (PEP 667).")
  static Object locals(ThreadState ts) {
    return localsOf(ts);
  }

  static Object localsOf(ThreadState ts) {
    ts.interpreter.complete();
    if (ts.frame == null) {
      throw Errors.systemError("frame does not exist");
    }
    return dev.tuff.engine.interp.FrameLocals.snapshot(ts.frame);
  }

  @Function(value = "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
      doc = "Compiles source text, or a syntax tree, to a code object (or to a tree).")
  static Object compile(
      Object source, Object filename, String mode, long flags, boolean dontInherit, int optimize, int featureVersion, ThreadState ts) {
    return Compilation.compile(ts, source, filename, mode, flags, dontInherit, optimize, featureVersion);
  }

  @Function(value = "eval(source, /, globals=None, locals=None)", doc = "The value of an expression, given as text or code object.")
  static Object eval(Object source, Object globals, Object locals, ThreadState ts) {
    if (locals != Py.None && Py.typeOf(locals).slot(Special.GETITEM) == null) {
      throw Errors.typeError("locals must be a mapping");
    }
    if (globals != Py.None && !(globals instanceof PyDict)) {
      throw Errors.typeError(Py.typeOf(globals).slot(Special.GETITEM) != null
          ? "globals must be a real dict; try eval(code, {}, mapping)" : "globals must be a dict");
    }
    PyDict g = globalsFor(globals, ts, "eval");
    Object l = localsFor(globals, locals, g, ts);
    if (source instanceof PyCode c) {
      Interpreter.audit("exec", c);
      if (c.code.namesOfKind(Code.FAST_FREE).length > 0) {
        throw Errors.typeError("code object passed to eval() may not contain free variables");
      }
      return run(ts, c, g, l, null);
    }
    Object text = source;
    if (PyStr.isStr(source)) {
      String s = PyStr.java(source);
      int i = 0;
      while (i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == '\t')) {
        i++;
      }
      text = Py.str(s.substring(i));
    }
    PyCode c = (PyCode) Compilation.compile(ts, text, "<string>", "eval", 0, false, -1, -1, "eval");
    return run(ts, c, g, l, null);
  }

  @Function(value = "exec(source, /, globals=None, locals=None, *, closure=None)", doc = "Runs statements, given as text or code object.")
  static void exec(Object source, Object globals, Object locals, Object closure, ThreadState ts) {
    if (globals != Py.None && !(globals instanceof PyDict)) {
      throw Errors.typeError("exec() globals must be a dict, not " + Py.typeOf(globals).name());
    }
    if (locals != Py.None && Py.typeOf(locals).slot(Special.GETITEM) == null) {
      throw Errors.typeError("locals must be a mapping or None, not " + Py.typeOf(locals).name());
    }
    PyDict g = globalsFor(globals, ts, "exec");
    Object l = localsFor(globals, locals, g, ts);
    PyCell[] cells = null;
    if (source instanceof PyCode c) {
      Interpreter.audit("exec", c);
      cells = checkClosure(c, closure);
      run(ts, c, g, l, cells);
      return;
    }
    if (closure != Py.None) {
      throw Errors.typeError("closure can only be used when source is a code object");
    }
    run(ts, (PyCode) Compilation.compile(ts, source, "<string>", "exec", 0, false, -1, -1, "exec"), g, l, null);
  }

  private static PyCell[] checkClosure(PyCode c, Object closure) {
    int free = c.code.namesOfKind(Code.FAST_FREE).length;
    if (free == 0) {
      if (closure != Py.None) {
        throw Errors.typeError("cannot use a closure with this code object");
      }
      return null;
    }
    boolean right = closure instanceof PyTuple t && t.size() == free;
    if (right) {
      for (Object cell : ((PyTuple) closure).array()) {
        right &= cell instanceof PyCell;
      }
    }
    if (!right) {
      throw Errors.typeError("code object requires a closure of exactly length " + free);
    }
    Object[] cells = ((PyTuple) closure).array();
    return java.util.Arrays.copyOf(cells, cells.length, PyCell[].class);
  }

  private static Object run(ThreadState ts, PyCode code, PyDict globals, Object locals, PyCell[] closure) {
    PyFrame f;
    if (closure == null) {
      f = new PyFrame(code, globals, PyFunction.builtinsOf(globals), locals);
    } else {
      f = new PyFrame(code, new PyFunction(code, globals, PyFunction.builtinsOf(globals), closure));
      f.locals = locals;
    }
    // code with an await at its top level (PyCF_ALLOW_TOP_LEVEL_AWAIT) gives a coroutine
    return (code.flags & (Code.CO_GENERATOR | Code.CO_COROUTINE | Code.CO_ASYNC_GENERATOR)) != 0 ? Calls.generator(f) : Calls.run(ts, f);
  }

  private static PyDict globalsFor(Object globals, ThreadState ts, String who) {
    ts.interpreter.complete();
    PyDict g;
    if (globals == Py.None) {
      if (ts.frame == null) {
        throw Errors.systemError(who + " must be given globals and locals when called without a frame");
      }
      g = ts.frame.globals;
    } else {
      g = (PyDict) globals;
    }
    if (g.getStr("__builtins__") == null) {
      g.putStr("__builtins__", ts.frame != null ? ts.frame.builtins : ts.interpreter.builtins.dict());
    }
    return g;
  }

  private static Object localsFor(Object globals, Object locals, PyDict g, ThreadState ts) {
    if (locals != Py.None) {
      return locals;
    }
    return globals == Py.None ? dev.tuff.engine.interp.FrameLocals.snapshot(ts.frame) : g;
  }

  @Function(value = "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
      doc = "Import a module. What the import statement calls; importlib.import_module() is meant for programs.")
  static Object __import__(Object name, Object globals, Object locals, Object fromlist, int level, Interpreter interpreter) {
    return Importing.importModule(interpreter, name, globals, fromlist, level);
  }
}
