package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;

/** {@code object.__reduce_ex__} and {@code __getstate__}: the default pickling of instances. */
final class Reduction {
  private Reduction() {}

  static Object reduce(Object self, int protocol) {
    Object copyreg = Interpreter.current().importModule("copyreg");
    if (protocol < 2) {
      return Call.attribute(copyreg, "_reduce_ex", self, Py.box(protocol));
    }
    PyType t = Py.typeOf(self);
    Object args = null;
    Object kwargs = null;
    Object f = Attributes.special(self, "__getnewargs_ex__");
    if (f != null) {
      Object r = Call.call(f);
      if (!(r instanceof PyTuple p)) {
        throw Errors.typeError("__getnewargs_ex__ should return a tuple, not '" + Py.typeOf(r).name() + "'");
      }
      if (p.size() != 2) {
        throw Errors.valueError("__getnewargs_ex__ should return a tuple of length 2, not " + p.size());
      }
      args = p.array()[0];
      kwargs = p.array()[1];
      if (!(args instanceof PyTuple)) {
        throw Errors.typeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '" + Py.typeOf(args).name()
            + "'");
      }
      if (!(kwargs instanceof PyDict)) {
        throw Errors.typeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '"
            + Py.typeOf(kwargs).name() + "'");
      }
    } else if ((f = Attributes.special(self, "__getnewargs__")) != null) {
      args = Call.call(f);
      if (!(args instanceof PyTuple)) {
        throw Errors.typeError("__getnewargs__ should return a tuple, not '" + Py.typeOf(args).name() + "'");
      }
    }
    boolean required = args == null && !t.isSubtype(dev.tuff.engine.container.PyList.TYPE)
        && !t.isSubtype(dev.tuff.engine.container.PyDict.TYPE);
    // what a builtin type keeps in Java fields is in no state that object knows of
    if (required && t.layout != PyType.OBJECT && t.lookup("__getstate__") == PyType.OBJECT.lookup("__getstate__")) {
      throw Errors.typeError("cannot pickle '" + t.fullName() + "' object");
    }
    Object state = Call.call(Attributes.get(self, "__getstate__"));
    Object list = t.isSubtype(dev.tuff.engine.container.PyList.TYPE) ? Iteration.iter(self) : Py.None;
    Object dict = t.isSubtype(PyDict.TYPE) ? Iteration.iter(Call.attribute(self, "items")) : Py.None;
    if (kwargs instanceof PyDict k && k.size() > 0) {
      return PyTuple.of(Attributes.get(copyreg, "__newobj_ex__"), PyTuple.of(t, args, kwargs), state, list, dict);
    }
    Object[] given = args == null ? PyObject.NO_SLOTS : ((PyTuple) args).array();
    return PyTuple.of(Attributes.get(copyreg, "__newobj__"), PyTuple.of(Call.prepend(t, given)), state, list, dict);
  }

  static Object state(Object self) {
    PyDict dict = self instanceof PyObject o && o.hasDict() && !(self instanceof PyType) ? attributes(o) : null;
    PyDict slots = null;
    for (Object name : slotNames(Py.typeOf(self))) {
      String n = Attributes.name(name);
      Object v = Attributes.find(self, n);
      if (v != null) {
        slots = slots == null ? new PyDict() : slots;
        slots.putStr(n, v);
      }
    }
    Object d = dict == null || dict.size() == 0 ? Py.None : dict;
    return slots == null ? d : PyTuple.of(d, slots);
  }

  /** The object's {@code __dict__}; one of its own if the object has none yet, for it is to stay without. */
  private static PyDict attributes(PyObject o) {
    Shape s = o.shape;
    if (s.dictMode) {
      return o.dict();
    }
    PyDict d = new PyDict(s.attributeCount());
    for (int i = 0; i < s.attributeCount(); i++) {
      Object v = o.slots[s.members + i];
      if (v != null) {
        d.putStr(s.name(i), v);
      }
    }
    return d;
  }

  /** The names of the {@code __slots__} of a class and its bases: {@code copyreg} finds them and keeps them in the class. */
  private static Object[] slotNames(PyType t) {
    if (!t.isHeap()) {
      return PyObject.NO_SLOTS;
    }
    Object names = t.dictOfType().getStr("__slotnames__");
    if (names == null && t.rootShape.members == 0) {
      return PyObject.NO_SLOTS;
    }
    if (names == null) {
      names = Call.attribute(Interpreter.current().importModule("copyreg"), "_slotnames", t);
    }
    if (names != Py.None && !(names instanceof dev.tuff.engine.container.PyList)) {
      throw Errors.typeError("copyreg._slotnames didn't return a list or None");
    }
    return names == Py.None ? PyObject.NO_SLOTS : Iteration.toArray(names);
  }
}
