package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code BaseExceptionGroup} and {@code ExceptionGroup} (PEP 654). */
public final class PyExceptionGroup extends PyBaseException {
  public Object message = Py.None;
  public PyTuple exceptions = PyTuple.EMPTY;

  /** How the exceptions given as no list or tuple were shown then; null for those. */
  private Object shown;

  PyExceptionGroup(PyType type) {
    super(type);
  }

  /** A group of {@code cls}, or of {@code ExceptionGroup} where that will do; checks the arguments. */
  static PyExceptionGroup allocate(PyType cls, Object[] args) {
    if (args.length != 2) {
      throw Errors.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (" + args.length + " given)");
    }
    if (!PyStr.isStr(args[0])) {
      throw Errors.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + Py.typeOf(args[0]).name());
    }
    if (!isSequence(args[1])) {
      throw Errors.typeError("second argument (exceptions) must be a sequence");
    }
    Object[] items = Iteration.toArray(args[1]);
    if (items.length == 0) {
      throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
    }
    boolean base = false;
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof PyBaseException e)) {
        throw Errors.valueError("Item " + i + " of second argument (exceptions) is not an exception");
      }
      base |= !e.type().isSubtype(Exceptions.Exception);
    }
    if (cls == Exceptions.BaseExceptionGroup) {
      cls = base ? cls : Exceptions.ExceptionGroup;
    } else if (base && cls == Exceptions.ExceptionGroup) {
      throw Errors.typeError("Cannot nest BaseExceptions in an ExceptionGroup");
    } else if (base && cls.isSubtype(Exceptions.Exception)) {
      throw Errors.typeError("Cannot nest BaseExceptions in '" + cls.name() + "'");
    }
    PyExceptionGroup g = new PyExceptionGroup(cls);
    g.args = PyTuple.of(args);
    g.message = args[0];
    g.exceptions = PyTuple.of(items.clone());
    if (!(args[1] instanceof PyList) && !(args[1] instanceof PyTuple)) {
      g.shown = Py.repr(args[1]);
    }
    return g;
  }

  /** As {@code PySequence_Check}: indexable, and no dict. */
  private static boolean isSequence(Object o) {
    PyType t = Py.typeOf(o);
    return t.slot(Special.GETITEM) != null && !t.isSubtype(PyDict.TYPE);
  }

  @New(value = "BaseExceptionGroup(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return allocate(cls, args);
  }

  @Method("__str__(self, /)")
  static Object __str__(PyExceptionGroup self) {
    int n = self.exceptions.size();
    return Py.str(PyStr.java(self.message) + " (" + n + " sub-exception" + (n == 1 ? ")" : "s)"));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyExceptionGroup self) {
    // a list stays shown as a list, though what it holds was taken when the group was made
    boolean list = self.args.size() == 2 && self.args.get(1) instanceof PyList;
    Object items = list ? PyList.of(self.exceptions.array().clone()) : self.exceptions;
    String text = self.shown != null ? PyStr.java(self.shown) : Py.javaRepr(items);
    return Py.str(self.type().name() + "(" + Py.javaRepr(self.message) + ", " + text + ")");
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Method(value = "derive(self, excs, /)", doc = "A group with the same message around other exceptions.", textSignature = false)
  static Object derive(PyExceptionGroup self, Object excs) {
    return Exceptions.BaseExceptionGroup.call2(self.message, excs);
  }

  @Method(value = "split(self, matcher, /)", doc = "A pair: what matches, and the rest; None where there is nothing.",
      textSignature = false)
  static Object split(PyExceptionGroup self, Object matcher) {
    Object[] pair = ExceptionGroups.split(self, ExceptionGroups.matcher(matcher), true);
    return PyTuple.of(orNone(pair[0]), orNone(pair[1]));
  }

  @Method(value = "subgroup(self, matcher, /)", doc = "The part of the group that matches, or None.", textSignature = false)
  static Object subgroup(PyExceptionGroup self, Object matcher) {
    return orNone(ExceptionGroups.split(self, ExceptionGroups.matcher(matcher), false)[0]);
  }

  @Getter(value = "message", member = true, doc = "exception message")
  static Object getMessage(PyExceptionGroup self) {
    return self.message;
  }

  @Getter(value = "exceptions", doc = "nested exceptions")
  static Object getExceptions(PyExceptionGroup self) {
    return self.exceptions;
  }

  /** {@code group.derive(excs)} with what a part of the group takes over from it; null for no exceptions at all. */
  static PyExceptionGroup subset(PyExceptionGroup group, PyList excs) {
    if (excs.size() == 0) {
      return null;
    }
    Object made = Call.attribute(group, "derive", excs);
    if (!(made instanceof PyExceptionGroup g)) {
      throw Errors.typeError("derive must return an instance of BaseExceptionGroup");
    }
    g.traceback = group.traceback;
    g.context = group.context;
    g.cause = group.cause;
    g.suppressContext = group.suppressContext | group.cause != null;
    ExceptionGroups.copyNotes(group, g);
    return g;
  }
}
