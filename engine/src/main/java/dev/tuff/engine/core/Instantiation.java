package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.expose.MethodDef;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/**
 * Calling a type: {@code type.__call__}, with {@code __new__} and {@code __init__}. Plain Python classes (no {@code __new__} but object's)
 * take a short way without an argument array.
 */
public final class Instantiation {
  private Instantiation() {}

  static Object call(PyType type, Object[] args, String[] kw) {
    Object custom = metaCall(type);
    if (custom != null) {
      return Call.method(custom, type, args, kw);
    }
    return create(type, args, kw);
  }

  /** What {@code type.__call__} itself does. */
  static Object create(PyType type, Object[] args, String[] kw) {
    if (type == PyType.TYPE && kw == null && args.length == 1) {
      return Py.typeOf(args[0]);
    }
    if (type == PyDict.TYPE && kw != null && args.length == kw.length) {
      PyDict d = new PyDict(kw.length);
      for (int i = 0; i < kw.length; i++) {
        d.putStr(kw[i], args[i]);
      }
      return d;
    }
    if (kw == null && type.has(PyType.EXCEPTION)) {
      Object e = PyBaseException.quick(type, args);
      if (e != null) {
        return e;
      }
    }
    Object create = constructor(type);
    Object self = create instanceof PyBuiltinFunction b
        ? (kw == null ? b.callReceiver(type, args, null) : withKeywords(b, type, args, kw))
        : Call.call(create, Call.prepend(type, args), kw);
    if (Py.typeOf(self).isSubtype(type)) {
      Object init = Py.typeOf(self).slot(Special.INIT);
      if (init != objectInit() || create == objectNew() && (args.length > 0)) {
        checkInit(Call.method(init, self, args, kw));
      }
    }
    return self;
  }

  /** A subclass may give a type whose {@code __new__} knows no keywords an {@code __init__} that does. */
  private static Object withKeywords(PyBuiltinFunction create, PyType type, Object[] args, String[] kw) {
    MethodDef def = create.definition();
    if (type.isHeap() && !def.varKw() && def.posOnly() == def.params().length && type.slot(Special.INIT) != objectInit()) {
      return create.callReceiver(type, Arrays.copyOf(args, args.length - kw.length), null);
    }
    return create.callReceiver(type, args, kw);
  }

  private static Object constructor(PyType type) {
    if (type.has(PyType.NO_NEW)) {
      throw Errors.typeError("cannot create '" + type.fullName() + "' instances");
    }
    Object create = type.slot(Special.NEW);
    if (create instanceof PyBuiltinFunction) {
      return create;
    }
    return create instanceof PyStaticMethod s ? s.function() : Descriptors.get(create, null, type);
  }

  /** A {@code __call__} of the metaclass that is not type's own, or null. */
  private static Object metaCall(PyType type) {
    PyType meta = type.type();
    if (meta == PyType.TYPE) {
      return null;
    }
    Object call = meta.slot(Special.CALL);
    return call == PyType.TYPE.slot(Special.CALL) ? null : call;
  }

  private static Object objectNew() {
    return PyType.OBJECT.slot(Special.NEW);
  }

  private static Object objectInit() {
    return PyType.OBJECT.slot(Special.INIT);
  }

  /** Refuses what an {@code __init__} has returned if it is not None. */
  public static void checkInit(Object result) {
    if (result != Py.None) {
      throw Errors.typeError("__init__() should return None, not '" + Py.typeOf(result).fullName() + "'");
    }
  }

  /** The Python {@code __init__} of a plain class, or null when the general way must be taken. */
  static PyFunction plainInit(PyType type) {
    if (type.layout == PyType.OBJECT
        && metaCall(type) == null
        && type.slot(Special.NEW) == objectNew()
        && !type.has(PyType.ABSTRACT)
        && type.slot(Special.INIT) instanceof PyFunction f) {
      return f;
    }
    return null;
  }

  /** Whether a class has nothing of its own to say about new instances. */
  static boolean isBare(PyType type) {
    return type.layout == PyType.OBJECT
        && type.isHeap()
        && metaCall(type) == null
        && type.slot(Special.NEW) == objectNew()
        && type.slot(Special.INIT) == objectInit()
        && !type.has(PyType.ABSTRACT);
  }

  static Object call0(PyType type) {
    PyFunction init = plainInit(type);
    if (init == null) {
      return isBare(type) ? PyInstance.create(type) : call(type, PyObject.NO_SLOTS, null);
    }
    PyInstance self = PyInstance.create(type);
    checkInit(init.call1(self));
    return self;
  }

  static Object call1(PyType type, Object a) {
    if (type == PyType.TYPE) {
      return Py.typeOf(a);
    }
    if (type == PyStr.TYPE) {
      return Py.str(a);
    }
    PyFunction init = plainInit(type);
    if (init == null) {
      return call(type, new Object[] {a}, null);
    }
    PyInstance self = PyInstance.create(type);
    checkInit(init.call2(self, a));
    return self;
  }

  static Object call2(PyType type, Object a, Object b) {
    PyFunction init = plainInit(type);
    if (init == null) {
      return call(type, new Object[] {a, b}, null);
    }
    PyInstance self = PyInstance.create(type);
    checkInit(init.call3(self, a, b));
    return self;
  }

  static Object call3(PyType type, Object a, Object b, Object c) {
    PyFunction init = plainInit(type);
    if (init == null) {
      return call(type, new Object[] {a, b, c}, null);
    }
    PyInstance self = PyInstance.create(type);
    checkInit(init.call4(self, a, b, c));
    return self;
  }
}
