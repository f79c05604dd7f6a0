package dev.tuff.stdlib.pickle;

import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyGetSetDescr;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** The instructions that find classes and functions, make instances and give them their state. */
final class ObjectMaker {
  private final PickleReader r;

  ObjectMaker(PickleReader reader) {
    r = reader;
  }

  // ---- by name

  private Object find(Object module, Object name) {
    return r.finder == null ? find(r, module, name) : Py.callMethod(r.finder, "find_class", module, name);
  }

  /** {@code Unpickler.find_class}. */
  static Object find(PickleReader r, Object module, Object name) {
    Interpreter.audit("pickle.find_class", module, name);
    if (r.protocol < 3 && r.fixImports) {
      Object[] now = PickleState.of(Interpreter.current()).mapped(module, name, false);
      module = now[0];
      name = now[1];
    }
    Object o = Imports.module(module);
    String n = Attributes.name(name);
    if (r.protocol < 4 || n.indexOf('.') < 0) {
      return Attributes.get(o, n);
    }
    try {
      for (String part : n.split("\\.", -1)) {
        o = Attributes.get(o, part);
      }
      return o;
    } catch (PyException e) {
      if (!e.is(Exceptions.AttributeError)) {
        throw e;
      }
      throw PickleErrors.during(
          Errors.attributeError("Can't resolve path " + Py.javaRepr(name) + " on module " + Py.javaRepr(module)), e);
    }
  }

  void global() {
    ValueReader values = new ValueReader(r);
    Object module = values.name("utf-8");
    r.push(find(module, values.name("utf-8")));
  }

  void stackGlobal() {
    Object name = r.pop();
    Object module = r.pop();
    if (Py.typeOf(name) != PyStr.TYPE || Py.typeOf(module) != PyStr.TYPE) {
      throw PickleErrors.unpickling("STACK_GLOBAL requires str");
    }
    r.push(find(module, name));
  }

  void extension(long code) {
    if (code <= 0) {
      throw PickleErrors.unpickling("EXT specifies code <= 0");
    }
    PickleState state = PickleState.of(Interpreter.current());
    Object key = Py.box(code);
    Object o = state.extensionCache.get(key);
    if (o == null) {
      Object pair = state.invertedRegistry.get(key);
      if (pair == null) {
        throw Errors.valueError("unregistered extension code " + code);
      }
      if (!(pair instanceof PyTuple t) || t.size() != 2 || !PyStr.isStr(t.get(0)) || !PyStr.isStr(t.get(1))) {
        throw Errors.valueError("_inverted_registry[" + code + "] isn't a 2-tuple of strings");
      }
      o = find(t.get(0), t.get(1));
      state.extensionCache.put(key, o);
    }
    r.push(o);
  }

  void persistent(boolean line) {
    byte[] b = line ? r.in.line() : null;
    if (r.persistentLoad == null) {
      throw noPersistentLoad();
    }
    Object id;
    if (line) {
      try {
        id = Codecs.decode(Arrays.copyOf(b, b.length - 1), "ascii", null);
      } catch (PyException e) {
        throw e.is(Exceptions.UnicodeDecodeError)
            ? PickleErrors.unpickling("persistent IDs in protocol 0 must be ASCII strings") : e;
      }
    } else {
      id = r.pop();
    }
    r.push(Call.call(r.persistentLoad, id));
  }

  static PyException noPersistentLoad() {
    return PickleErrors.unpickling(
        "A load persistent id instruction was encountered, but no persistent_load function was specified.");
  }

  // ---- instances

  void reduce() {
    Object args = r.pop();
    Object f = r.pop();
    if (!(args instanceof PyTuple t)) {
      throw Errors.typeError("argument list must be a tuple");
    }
    r.push(call(f, t.array()));
  }

  private static Object call(Object f, Object[] a) {
    return switch (a.length) {
      case 0 -> Call.call(f);
      case 1 -> Call.call(f, a[0]);
      case 2 -> Call.call(f, a[0], a[1]);
      case 3 -> Call.call(f, a[0], a[1], a[2]);
      default -> Call.call(f, a.clone(), null);
    };
  }

  /** NEWOBJ and NEWOBJ_EX: {@code cls.__new__(cls, *args, **kwargs)}. */
  void make(boolean withKeywords) {
    Object kwargs = withKeywords ? r.pop() : null;
    Object args = r.pop();
    Object cls = r.pop();
    String op = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
    if (!(cls instanceof PyType t)) {
      throw PickleErrors.unpickling(op + " class argument must be a type, not " + Py.typeOf(cls).fullName());
    }
    if (t.has(PyType.NO_NEW)) {
      throw PickleErrors.unpickling(op + " class argument '" + t.type().fullName() + "' doesn't have __new__");
    }
    if (!(args instanceof PyTuple positional)) {
      throw PickleErrors.unpickling(op + " args argument must be a tuple, not " + Py.typeOf(args).fullName());
    }
    if (withKeywords && !(kwargs instanceof PyDict)) {
      throw PickleErrors.unpickling(op + " kwargs argument must be a dict, not " + Py.typeOf(kwargs).fullName());
    }
    Object[] a = positional.array();
    if (a.length == 0 && !withKeywords && t.isHeap() && t.layout() == PyType.OBJECT && !t.has(PyType.ABSTRACT)
        && t.slot(Special.NEW) == PyType.OBJECT.slot(Special.NEW)) {
      r.push(PyInstance.create(t));
      return;
    }
    PyDict k = (PyDict) kwargs;
    r.push(Call.call(Attributes.get(t, "__new__"), Keywords.values(Call.prepend(t, a), k), Keywords.names(k)));
  }

  /** OBJ: a class and arguments from {@code from} up to {@code sp}. */
  void obj(int from, int sp) {
    if (sp <= from) {
      throw PickleErrors.unpickling("unpickling stack underflow");
    }
    Object[] all = r.popFrom(from);
    r.push(instantiate(all[0], Arrays.copyOfRange(all, 1, all.length)));
  }

  void inst(int from) {
    ValueReader values = new ValueReader(r);
    Object module = values.name("ascii");
    Object cls = find(module, values.name("ascii"));
    r.push(instantiate(cls, r.popFrom(from)));
  }

  /** Python 2 did not initialise instances of old-style classes. */
  private static Object instantiate(Object cls, Object[] args) {
    if (args.length == 0 && cls instanceof PyType && Attributes.find(cls, "__getinitargs__") == null) {
      return Py.callMethod(cls, "__new__", cls);
    }
    return call(cls, args);
  }

  // ---- state

  void build(Object o, Object state) {
    if (o instanceof PyInstance i && state instanceof PyDict d && d.type() == PyDict.TYPE && takesAttributes(i)) {
      setAttributes(i, d);
      return;
    }
    Object setstate = Attributes.find(o, "__setstate__");
    if (setstate != null) {
      Call.call(setstate, state);
      return;
    }
    Object slots = null;
    if (state instanceof PyTuple t && t.size() == 2) {
      state = t.get(0);
      slots = t.get(1);
    }
    if (state != Py.None) {
      if (!(state instanceof PyDict d)) {
        throw PickleErrors.unpickling("state is not a dictionary");
      }
      Object dict = Attributes.get(o, "__dict__");
      for (int e = d.nextEntry(0); e >= 0; e = d.nextEntry(e + 1)) {
        Object k = d.keyAt(e);
        Items.set(dict, k instanceof String s ? s.intern() : k, d.valueAt(e));
      }
    }
    if (slots != null) {
      if (!(slots instanceof PyDict d)) {
        throw PickleErrors.unpickling("slot state is not a dictionary");
      }
      for (int e = d.nextEntry(0); e >= 0; e = d.nextEntry(e + 1)) {
        Attributes.set(o, Attributes.name(d.keyAt(e)), d.valueAt(e));
      }
    }
  }

  /** Whether setting items of the object's {@code __dict__} is all that there is to do. */
  private static boolean takesAttributes(PyInstance o) {
    PyType t = o.type();
    return t.instancesHaveDict() && t.lookup("__setstate__") == null && t.slot(Special.GETATTR) == null
        && t.slot(Special.GETATTRIBUTE) == PyType.OBJECT.slot(Special.GETATTRIBUTE)
        && t.lookup("__dict__") instanceof PyGetSetDescr && !o.shape.dictMode && o.shape.find("__setstate__") < 0;
  }

  private static void setAttributes(PyObject o, PyDict d) {
    for (int e = d.nextEntry(0); e >= 0; e = d.nextEntry(e + 1)) {
      Object k = d.keyAt(e);
      if (k instanceof String s) {
        o.dictSet(s, d.valueAt(e));
      } else {
        o.dict().put(k, d.valueAt(e));
      }
    }
  }
}
