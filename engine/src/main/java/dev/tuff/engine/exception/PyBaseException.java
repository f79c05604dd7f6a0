package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.text.PyStr;

/** An exception. Kinds with attributes of their own ({@code OSError}, {@code StopIteration}, …) are subclasses with Java fields. */
public class PyBaseException extends PyObject {
  public PyTuple args = PyTuple.EMPTY;

  /** {@code __traceback__}, {@code __context__}, {@code __cause__}: null for None. */
  public PyTraceback traceback;
  public PyBaseException context;
  public PyBaseException cause;
  public boolean suppressContext;

  public PyBaseException(PyType type) {
    super(type);
  }

  /** {@code type(*args)}; builtin types without going through {@code __new__} and {@code __init__}. */
  public static PyBaseException create(PyType type, Object... args) {
    if (type.isHeap() && !usesBuiltinMethods(type)) {
      return (PyBaseException) type.call(args, null);
    }
    PyBaseException e = allocate(type, args);
    e.args = PyTuple.of(args);
    e.init(args);
    return e;
  }

  /** Whether making an instance runs builtin code alone. */
  private static boolean usesBuiltinMethods(PyType type) {
    return type.slot(Special.NEW) instanceof PyBuiltinFunction && type.slot(Special.INIT) instanceof PyMethodDescr
        && type.type() == PyType.TYPE;
  }

  /** As {@link #create}, for a call without keywords; null if Python code has a say in it. */
  public static Object quick(PyType type, Object[] args) {
    return type.isHeap() && !usesBuiltinMethods(type) ? null : create(type, args);
  }

  private static PyBaseException allocate(PyType type, Object[] args) {
    PyType layout = type.layout();
    if (layout == Exceptions.BaseException) {
      return new PyBaseException(type);
    }
    if (layout == Exceptions.StopIteration) {
      return new PyStopIteration(type);
    }
    if (layout == Exceptions.AttributeError) {
      return new PyAttributeError(type);
    }
    if (layout == Exceptions.OSError) {
      return new PyOSError(PyOSError.choose(type, args));
    }
    if (layout == Exceptions.NameError) {
      return new PyNameError(type);
    }
    if (layout == Exceptions.ImportError) {
      return new PyImportError(type);
    }
    if (layout == Exceptions.SystemExit) {
      return new PySystemExit(type);
    }
    if (layout == Exceptions.SyntaxError) {
      return new PySyntaxError(type);
    }
    if (layout == Exceptions.BaseExceptionGroup) {
      return PyExceptionGroup.allocate(type, args);
    }
    return new PyUnicodeError(type);
  }

  /** Fills the fields that this kind of exception has beside {@link #args}, as its {@code __init__} does. */
  void init(Object[] args) {}

  /** The text of a name-like attribute of which null is None. */
  static Object orNone(Object value) {
    return value == null ? Py.None : value;
  }

  /** Refuses keyword arguments. */
  static void noKeywords(PyObject self, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError(self.type().name() + "() takes no keyword arguments");
    }
  }

  // ---- methods

  @New(value = "BaseException(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PyBaseException e = new PyBaseException(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PyBaseException self, Object[] args, PyDict kwargs) {
    noKeywords(self, kwargs);
    self.args = PyTuple.of(args);
  }

  @Method("__str__(self, /)")
  static Object __str__(PyBaseException self) {
    return switch (self.args.size()) {
      case 0 -> "";
      case 1 -> Py.str(self.args.get(0));
      default -> Py.str((Object) self.args);
    };
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyBaseException self) {
    String name = self.type().name();
    return self.args.size() == 1
        ? Py.str(name + "(" + Py.javaRepr(self.args.get(0)) + ")")
        : Py.str(name + Py.javaRepr(self.args));
  }

  @Method(value = "__reduce__(self, /)", doc = "Helper for pickle.")
  static Object __reduce__(PyBaseException self) {
    PyDict dict = self.attributes();
    return dict == null ? PyTuple.of(self.type(), self.args) : PyTuple.of(self.type(), self.args, dict);
  }

  /** The instance dict if it has anything in it, else null. */
  PyDict attributes() {
    if (!shape.dictMode && shape.attributeCount() == 0) {
      return null;
    }
    PyDict d = dict();
    return d.size() == 0 ? null : d;
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set attributes from a dict.")
  static void __setstate__(PyBaseException self, Object state) {
    if (state == Py.None) {
      return;
    }
    if (!(state instanceof PyDict d)) {
      throw Errors.typeError("state is not a dictionary");
    }
    // taken at once: setting attributes runs code that may change the dict
    Object[] keys = d.keysArray();
    Object[] values = d.valuesArray();
    for (int i = 0; i < keys.length; i++) {
      Attributes.set(self, Attributes.name(keys[i]), values[i]);
    }
  }

  @Method(value = "with_traceback(self, object, /)", doc = "Set __traceback__ and return self.")
  static Object with_traceback(PyBaseException self, Object tb) {
    setTraceback(self, tb);
    return self;
  }

  @Method(value = "add_note(self, object, /)", doc = "Append a note, which tracebacks show after the exception.")
  static void add_note(PyBaseException self, Object note) {
    if (!PyStr.isStr(note)) {
      throw Errors.typeError("add_note() argument must be str, not " + Py.typeOf(note).name());
    }
    Object notes = Attributes.find(self, "__notes__");
    if (notes == null) {
      Attributes.set(self, "__notes__", PyList.of(note));
    } else if (notes instanceof PyList list) {
      list.add(note);
    } else {
      throw Errors.typeError("Cannot add note: __notes__ is not a list");
    }
  }

  // ---- attributes

  @Getter("__dict__")
  static Object getDict(PyBaseException self) {
    return self.dict();
  }

  @Setter("__dict__")
  static void setDict(PyBaseException self, Object value) {
    if (value == null) {
      throw Errors.typeError("cannot delete __dict__");
    }
    if (!(value instanceof PyDict d)) {
      throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + Py.typeOf(value).name() + "'");
    }
    self.setDict(d);
  }

  @Getter("args")
  static Object getArgs(PyBaseException self) {
    return self.args;
  }

  @Setter("args")
  static void setArgs(PyBaseException self, Object value) {
    if (value == null) {
      throw Errors.typeError("args may not be deleted");
    }
    self.args = value instanceof PyTuple t && t.type() == PyTuple.TYPE ? t : PyTuple.of(Iteration.toArray(value));
  }

  @Getter("__traceback__")
  static Object getTraceback(PyBaseException self) {
    return orNone(self.traceback);
  }

  @Setter("__traceback__")
  static void setTraceback(PyBaseException self, Object value) {
    if (value == null) {
      throw Errors.typeError("__traceback__ may not be deleted");
    }
    if (value == Py.None) {
      self.traceback = null;
    } else if (value instanceof PyTraceback t) {
      self.traceback = t;
    } else {
      throw Errors.typeError("__traceback__ must be a traceback or None");
    }
  }

  @Getter(value = "__context__", doc = "exception context")
  static Object getContext(PyBaseException self) {
    return orNone(self.context);
  }

  @Setter("__context__")
  static void setContext(PyBaseException self, Object value) {
    if (value == null) {
      throw Errors.typeError("__context__ may not be deleted");
    }
    if (value == Py.None) {
      self.context = null;
    } else if (value instanceof PyBaseException e) {
      self.context = e;
    } else {
      throw Errors.typeError("exception context must be None or derive from BaseException");
    }
  }

  @Getter(value = "__cause__", doc = "exception cause")
  static Object getCause(PyBaseException self) {
    return orNone(self.cause);
  }

  @Setter("__cause__")
  static void setCause(PyBaseException self, Object value) {
    if (value == null) {
      throw Errors.typeError("__cause__ may not be deleted");
    }
    if (value == Py.None) {
      self.cause = null;
    } else if (value instanceof PyBaseException e) {
      self.cause = e;
    } else {
      throw Errors.typeError("exception cause must be None or derive from BaseException");
    }
    self.suppressContext = true;
  }

  @Getter(value = "__suppress_context__", member = true)
  static boolean getSuppressContext(PyBaseException self) {
    return self.suppressContext;
  }

  @Setter("__suppress_context__")
  static void setSuppressContext(PyBaseException self, Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    if (!(value instanceof Boolean b)) {
      throw Errors.typeError("attribute value type must be bool");
    }
    self.suppressContext = b;
  }
}
