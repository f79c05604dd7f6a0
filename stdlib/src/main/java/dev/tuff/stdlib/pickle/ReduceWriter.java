package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.text.PyStr;

/**
 * Writes objects of all other types by how they say that they are made again: {@code reducer_override}, the dispatch table,
 * {@code __reduce_ex__} ("Pickling Class Instances" of the library reference). Instances of classes that leave all of this to
 * {@code object} are written straight from their attributes.
 */
final class ReduceWriter {
  private final PickleWriter w;
  private final GlobalWriter globals;

  /** The class last found to be plain, and its version then. */
  private PyType plain;
  private Object plainVersion;

  ReduceWriter(PickleWriter writer) {
    w = writer;
    globals = new GlobalWriter(writer);
  }

  void save(PyObject o, PyType t) {
    if (w.reducerOverride != null) {
      Object r = Call.call(w.reducerOverride, o);
      if (r != Py.NotImplemented) {
        saveResult(r, o);
        return;
      }
    }
    if (o instanceof PyType type && t == PyType.TYPE) {
      saveType(type);
      return;
    }
    if (o instanceof PyFunction) {
      globals.save(o, null);
      return;
    }
    Object f = w.dispatchTable == null ? w.state.dispatchTable.get(t) : dispatched(t);
    if (f != null) {
      saveResult(Call.call(f, o), o);
      return;
    }
    if (o instanceof PyType) {
      globals.save(o, null);
      return;
    }
    if (o instanceof PyInstance i && w.protocol >= 2 && isPlain(i, t)) {
      savePlain(i, t);
      return;
    }
    f = Attributes.find(o, "__reduce_ex__");
    if (f != null) {
      saveResult(Call.call(f, Py.box(w.protocol)), o);
      return;
    }
    f = Attributes.find(o, "__reduce__");
    if (f == null) {
      throw PickleErrors.pickling("Can't pickle " + PickleErrors.className(o) + " object");
    }
    saveResult(Call.call(f), o);
  }

  private Object dispatched(PyType t) {
    if (w.dispatchTable instanceof PyDict d && d.type() == PyDict.TYPE) {
      return d.get(t);
    }
    try {
      return Items.get(w.dispatchTable, t);
    } catch (PyException e) {
      if (e.is(Exceptions.KeyError)) {
        return null;
      }
      throw e;
    }
  }

  /** The types of the singletons have no name in any module. */
  private void saveType(PyType type) {
    for (Object single : new Object[] {Py.None, Py.Ellipsis, Py.NotImplemented}) {
      if (type == Py.typeOf(single)) {
        saveReduction(PyTuple.of(PyType.TYPE, PyTuple.of(single)), type);
        return;
      }
    }
    globals.save(type, null);
  }

  // ---- plain instances

  /** Whether {@code object} alone decides how {@code o} is reduced: to its class and its {@code __dict__}. */
  private boolean isPlain(PyInstance o, PyType t) {
    if (t != plain || t.version != plainVersion) {
      Object version = t.version;
      if (!t.instancesHaveDict() || t.rootShape.members > 0 || t.slot(Special.GETATTR) != null
          || t.slot(Special.GETATTRIBUTE) != PyType.OBJECT.slot(Special.GETATTRIBUTE)
          || t.lookup("__getnewargs_ex__") != null || t.lookup("__getnewargs__") != null
          || !inherits(t, "__reduce_ex__") || !inherits(t, "__reduce__") || !inherits(t, "__getstate__")
          || !inherits(t, "__class__")) {
        return false;
      }
      plain = t;
      plainVersion = version;
    }
    Shape s = o.shape;
    return s.dictMode || s.find("__reduce_ex__") < 0 && s.find("__reduce__") < 0 && s.find("__getstate__") < 0;
  }

  private static boolean inherits(PyType t, String name) {
    return t.lookup(name) == PyType.OBJECT.lookup(name);
  }

  private void savePlain(PyInstance o, PyType t) {
    try {
      part(t, o, "class");
      w.save(PyTuple.EMPTY);
      w.out.op(Opcodes.NEWOBJ);
      if (w.saveAgain(o)) {
        return;
      }
      if (o.shape.dictMode) {
        PyDict d = o.dict();
        if (d.size() > 0) {
          part(d, o, "state");
          w.out.op(Opcodes.BUILD);
        }
      } else if (o.shape.attributeCount() > 0) {
        saveAttributes(o);
      }
    } catch (PyException e) {
      throw PickleErrors.noted(e, o, "object");
    }
  }

  /** Writes the dict that the object's attributes would make, without making it. */
  private void saveAttributes(PyInstance o) {
    String[] names = o.shape.names();
    Object[] values = o.slots.clone();
    PyDict stand = new PyDict();
    w.out.boundary();
    w.out.op(Opcodes.EMPTY_DICT);
    w.memoize(stand);
    if (names.length > 1) {
      w.out.op(Opcodes.MARK);
    }
    int i = 0;
    try {
      for (; i < names.length; i++) {
        w.save(Py.str(names[i]));
        w.save(values[i]);
      }
    } catch (PyException e) {
      PickleErrors.noted(e, stand, "item " + Py.javaRepr(Py.str(names[i])));
      throw PickleErrors.noted(e, o, "state");
    }
    w.out.op(names.length > 1 ? Opcodes.SETITEMS : Opcodes.SETITEM);
    w.out.op(Opcodes.BUILD);
  }

  // ---- reductions

  /** Saves a part of {@code o}; a failure is noted with what part that was. */
  private void part(Object value, Object o, String name) {
    try {
      w.save(value);
    } catch (PyException e) {
      throw o == null ? e : PickleErrors.noted(e, o, name);
    }
  }

  private void saveResult(Object r, PyObject o) {
    if (PyStr.isStr(r)) {
      globals.save(o, r);
      return;
    }
    try {
      if (!(r instanceof PyTuple t)) {
        throw PickleErrors.pickling("__reduce__ must return a string or tuple, not " + PickleErrors.className(r));
      }
      saveReduction(t, o);
    } catch (PyException e) {
      throw PickleErrors.noted(e, o, "object");
    }
  }

  private static PyException bad(String which, String wanted, Object got) {
    return PickleErrors.pickling(which + " item of the tuple returned by __reduce__ must be " + wanted + ", not "
        + PickleErrors.className(got));
  }

  private static boolean isCallable(Object o) {
    return o instanceof PyObject p && p.type().slot(Special.CALL) != null;
  }

  private static boolean isIterator(Object o) {
    Object next = Py.typeOf(o).slot(Special.NEXT);
    return o instanceof PyIterator || next != null && next != Py.None;
  }

  /**
   * Writes what a {@code __reduce__} has returned: callable, arguments, and up to four things more.
   *
   * @param o the object that it is for, which is memoized; null for none
   */
  void saveReduction(PyTuple r, Object o) {
    Object[] a = r.array();
    if (a.length < 2 || a.length > 6) {
      throw PickleErrors.pickling("tuple returned by __reduce__ must contain 2 through 6 elements");
    }
    Object callable = a[0];
    if (!isCallable(callable)) {
      throw bad("first", "callable", callable);
    }
    if (!(a[1] instanceof PyTuple args)) {
      throw bad("second", "a tuple", a[1]);
    }
    Object state = a.length > 2 ? a[2] : Py.None;
    Object items = a.length > 3 ? a[3] : Py.None;
    Object pairs = a.length > 4 ? a[4] : Py.None;
    Object setter = a.length > 5 ? a[5] : Py.None;
    if (items != Py.None && !isIterator(items)) {
      throw bad("fourth", "an iterator", items);
    }
    if (pairs != Py.None && !isIterator(pairs)) {
      throw bad("fifth", "an iterator", pairs);
    }
    if (setter != Py.None && !isCallable(setter)) {
      throw bad("sixth", "callable", setter);
    }
    saveMaking(callable, args, o);
    if (o != null && w.saveAgain(o)) {
      return;
    }
    if (items != Py.None) {
      w.containers.saveItems(items, o);
    }
    if (pairs != Py.None) {
      w.containers.savePairs(pairs, o);
    }
    if (state != Py.None) {
      saveState(state, setter, o);
    }
  }

  private void saveState(Object state, Object setter, Object o) {
    if (setter == Py.None) {
      part(state, o, "state");
      w.out.op(Opcodes.BUILD);
      return;
    }
    part(setter, o, "state setter");
    w.save(o);
    part(state, o, "state");
    w.out.op(Opcodes.TUPLE2);
    w.out.op(Opcodes.REDUCE);
    // only what the setter does to the object counts
    w.out.op(Opcodes.POP);
  }

  /** Writes what makes the object: a call, or from protocol 2 on its class's {@code __new__}. */
  private void saveMaking(Object callable, PyTuple args, Object o) {
    Object name = w.protocol < 2 ? null : Attributes.find(callable, "__name__");
    if (name instanceof String n && n.equals("__newobj__")) {
      saveNew(args, o);
    } else if (name instanceof String n && n.equals("__newobj_ex__")) {
      saveNewWithKeywords(args, o);
    } else {
      part(callable, o, "reconstructor");
      part(args, o, "reconstructor arguments");
      w.out.op(Opcodes.REDUCE);
    }
  }

  private void saveNew(PyTuple args, Object o) {
    if (args.size() < 1) {
      throw PickleErrors.pickling("__newobj__ expected at least 1 argument, got 0");
    }
    Object cls = args.get(0);
    if (!(cls instanceof PyType)) {
      throw PickleErrors.pickling("first argument to __newobj__() must be a class, not " + PickleErrors.className(cls));
    }
    if (o != null) {
      Object own = Attributes.find(o, "__class__");
      if ((own == null ? Py.typeOf(o) : own) != cls) {
        throw PickleErrors.pickling("first argument to __newobj__() must be " + Py.javaRepr(own) + ", not " + Py.javaRepr(cls));
      }
    }
    part(cls, o, "class");
    part(PyTuple.of(java.util.Arrays.copyOfRange(args.array(), 1, args.size())), o, "__new__ arguments");
    w.out.op(Opcodes.NEWOBJ);
  }

  private void saveNewWithKeywords(PyTuple args, Object o) {
    if (args.size() != 3) {
      throw PickleErrors.pickling("__newobj_ex__ expected 3 arguments, got " + args.size());
    }
    Object cls = args.get(0);
    if (!(cls instanceof PyType)) {
      throw PickleErrors.pickling("first argument to __newobj_ex__() must be a class, not " + PickleErrors.className(cls));
    }
    if (!(args.get(1) instanceof PyTuple positional)) {
      throw PickleErrors.pickling(
          "second argument to __newobj_ex__() must be a tuple, not " + PickleErrors.className(args.get(1)));
    }
    if (!(args.get(2) instanceof PyDict keywords)) {
      throw PickleErrors.pickling("third argument to __newobj_ex__() must be a dict, not " + PickleErrors.className(args.get(2)));
    }
    if (w.protocol >= 4) {
      part(cls, o, "class");
      part(positional, o, "__new__ arguments");
      part(keywords, o, "__new__ arguments");
      w.out.op(Opcodes.NEWOBJ_EX);
      return;
    }
    // older protocols have no instruction with keywords: functools.partial carries them
    Object partial = Attributes.get(Interpreter.current().importModule("functools"), "partial");
    Object[] all = Call.prepend(Attributes.get(cls, "__new__"), Call.prepend(cls, positional.array()));
    Object f = Call.call(partial, dev.tuff.engine.function.Keywords.values(all, keywords),
        dev.tuff.engine.function.Keywords.names(keywords));
    part(f, o, "reconstructor");
    w.save(PyTuple.EMPTY);
    w.out.op(Opcodes.REDUCE);
  }
}
