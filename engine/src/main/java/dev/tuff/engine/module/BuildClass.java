package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** {@code __build_class__}: what a class statement does ("Class definitions" of the language reference, PEP 3115, 560). */
final class BuildClass {
  private BuildClass() {}

  @Function(value = "__build_class__(*args, **kwds)", doc = "Internal helper function used by the class statement.", textSignature = false)
  static Object __build_class__(Object[] args, PyDict kwds, ThreadState ts) {
    if (args.length < 2) {
      throw Errors.typeError("__build_class__: not enough arguments");
    }
    if (!(args[0] instanceof PyFunction body)) {
      throw Errors.typeError("__build_class__: func must be a function");
    }
    if (!PyStr.isStr(args[1])) {
      throw Errors.typeError("__build_class__: name is not a string");
    }
    Object name = args[1];
    PyTuple originalBases = PyTuple.of(Arrays.copyOfRange(args, 2, args.length));
    PyTuple bases = resolveBases(originalBases);
    Object meta = kwds.removeStr("metaclass");
    if (meta == null) {
      meta = bases.size() > 0 ? Py.typeOf(bases.get(0)) : PyType.TYPE;
    }
    if (meta instanceof PyType m) {
      meta = mostDerived(m, bases);
    }
    Object namespace = prepare(meta, name, bases, kwds);
    Object cell = run(ts, body, namespace);
    if (bases != originalBases) {
      dev.tuff.engine.core.Items.set(namespace, "__orig_bases__", originalBases);
    }
    Object[] call = {name, bases, namespace};
    Object cls = Call.call(meta, Keywords.values(call, kwds), Keywords.names(kwds));
    if (cell instanceof PyCell c && cls instanceof PyType) {
      checkCell(c, cls, name);
    }
    return cls;
  }

  private static void checkCell(PyCell cell, Object cls, Object name) {
    if (cell.value == null) {
      throw Errors.runtimeError("__class__ not set defining " + Py.javaRepr(name) + " as " + Py.javaRepr(cls)
          + ". Was __classcell__ propagated to type.__new__?");
    }
    if (cell.value != cls) {
      throw Errors.typeError("__class__ set to " + Py.javaRepr(cell.value) + " defining " + Py.javaRepr(name) + " as " + Py.javaRepr(cls));
    }
  }

  private static PyTuple resolveBases(PyTuple bases) {
    PyList out = null;
    for (int i = 0; i < bases.size(); i++) {
      Object b = bases.get(i);
      Object f = b instanceof PyType ? null : Attributes.find(b, "__mro_entries__");
      if (f == null) {
        if (out != null) {
          out.add(b);
        }
        continue;
      }
      Object entries = Call.call(f, bases);
      if (!(entries instanceof PyTuple t)) {
        throw Errors.typeError("__mro_entries__ must return a tuple");
      }
      if (out == null) {
        out = PyList.of(Arrays.copyOf(bases.array(), i));
      }
      for (Object e : t.array()) {
        out.add(e);
      }
    }
    return out == null ? bases : PyTuple.of(out.toArray());
  }

  private static PyType mostDerived(PyType meta, PyTuple bases) {
    PyType winner = meta;
    for (Object b : bases.array()) {
      PyType t = Py.typeOf(b);
      if (winner.isSubtype(t)) {
        continue;
      }
      if (!t.isSubtype(winner)) {
        throw Errors.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses "
            + "of all its bases");
      }
      winner = t;
    }
    return winner;
  }

  private static Object prepare(Object meta, Object name, PyTuple bases, PyDict kwds) {
    Object f = Attributes.find(meta, "__prepare__");
    if (f == null) {
      return new PyDict();
    }
    Object ns = Call.call(f, Keywords.values(new Object[] {name, bases}, kwds), Keywords.names(kwds));
    if (!(ns instanceof PyDict) && Py.typeOf(ns).slot(Special.GETITEM) == null) {
      throw Errors.typeError((meta instanceof PyType t ? t.name() : "<metaclass>") + ".__prepare__() must return a mapping, not "
          + Py.typeOf(ns).name());
    }
    return ns;
  }

  private static Object run(ThreadState ts, PyFunction body, Object namespace) {
    PyFrame frame = new PyFrame(body.code, body);
    frame.locals = namespace;
    return Calls.run(ts, frame);
  }
}
