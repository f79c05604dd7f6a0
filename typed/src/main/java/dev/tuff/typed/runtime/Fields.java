package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.interp.FieldCache;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.text.PyStr;

/** LOAD_FIELD, STORE_FIELD, TP_ALLOC: slots of static classes, by their place. */
final class Fields {
  private Fields() {}

  /** Null if the object has no such slot: then it is an attribute like any other. */
  private static FieldCache place(Interpreter interpreter, PyFrame f, int constant, int at, PyObject o) {
    PyType type = o.type();
    if (f.code.caches[at + 1] instanceof FieldCache p && p.type() == type && p.version() == type.version) {
      return p;
    }
    PyTuple field = (PyTuple) f.code.consts[constant];
    Descriptor owner = Descriptor.resolve(interpreter, field.get(0));
    // a class below may have something else under the name, which static code does not see
    PyType from = type.isSubtype(owner.type()) ? owner.type() : type;
    if (!(from.lookup(PyStr.java(field.get(1))) instanceof PyMemberDescr m)) {
      return null;
    }
    FieldCache p = new FieldCache(type, type.version, from, from.version, m);
    f.code.caches[at + 1] = p;
    return p;
  }

  private static String name(PyFrame f, int constant) {
    return PyStr.java(((PyTuple) f.code.consts[constant]).get(1));
  }

  static Object load(Interpreter interpreter, PyFrame f, int constant, int at, Object o) {
    FieldCache p = o instanceof PyObject object ? place(interpreter, f, constant, at, object) : null;
    if (p == null) {
      return Attributes.get(o, name(f, constant));
    }
    Object v = p.member().get((PyObject) o);
    if (v == null && p.member().guard() != null) {
      v = p.member().guard().unset();
    }
    if (v == null) {
      throw Errors.attributeError(o, name(f, constant));
    }
    return v;
  }

  static void store(Interpreter interpreter, PyFrame f, int constant, int at, Object o, Object value) {
    FieldCache p = o instanceof PyObject object ? place(interpreter, f, constant, at, object) : null;
    if (p == null) {
      Attributes.set(o, name(f, constant), value);
    } else {
      p.member().put((PyObject) o, value);
    }
  }

  static Object allocate(PyType type) {
    if (type.layout() == PyType.OBJECT && !type.has(PyType.ABSTRACT) && type.slot(Special.NEW) == PyType.OBJECT.slot(Special.NEW)) {
      return PyInstance.create(type);
    }
    Object create = type.slot(Special.NEW);
    return Call.call(create instanceof PyStaticMethod s ? s.function() : create, type);
  }
}
