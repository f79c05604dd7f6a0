package dev.tuff.engine.exception;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;

/**
 * {@code UnicodeEncodeError(encoding, object, start, end, reason)}, {@code UnicodeDecodeError} with the same and {@code UnicodeTranslateError}
 * without encoding.
 */
public final class PyUnicodeError extends PyBaseException {
  /** Null for None. */
  public Object encoding;
  public Object object;
  public long start;
  public long end;
  public Object reason;

  PyUnicodeError(PyType type) {
    super(type);
  }

  /** A {@code UnicodeEncodeError} for a str, or a {@code UnicodeDecodeError} for bytes. */
  public static PyException of(PyType type, String encoding, Object object, long start, long end, String reason) {
    PyUnicodeError e = new PyUnicodeError(type);
    e.args = PyTuple.of(Py.str(encoding), object, Py.box(start), Py.box(end), Py.str(reason));
    e.encoding = Py.str(encoding);
    e.object = object;
    e.start = start;
    e.end = end;
    e.reason = Py.str(reason);
    return new PyException(e);
  }

  @Override
  void init(Object[] args) {
    boolean translate = type().layout() == Exceptions.UnicodeTranslateError;
    boolean decode = type().layout() == Exceptions.UnicodeDecodeError;
    int n = translate ? 4 : 5;
    if (args.length != n) {
      throw Errors.typeError("function takes exactly " + n + " arguments (" + args.length + " given)");
    }
    int i = 0;
    if (!translate) {
      encoding = str(args[0], 1);
      i = 1;
    }
    object = decode ? args[i] : str(args[i], i + 1);
    start = Convert.toLong(args[i + 1]);
    end = Convert.toLong(args[i + 2]);
    reason = str(args[i + 3], i + 4);
    if (decode && !Py.isInstance(object, PyBytes.TYPE)) {
      if (Py.typeOf(object).slot(Special.BUFFER) == null) {
        throw Errors.typeError("a bytes-like object is required, not '" + Py.typeOf(object).name() + "'");
      }
      object = PyBytes.TYPE.call1(object);
    }
  }

  private static Object str(Object o, int argument) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("argument " + argument + " must be str, not " + Py.typeOf(o).name());
    }
    return o;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PyUnicodeError self, Object[] args, PyDict kwargs) {
    PyBaseException.__init__(self, args, kwargs);
    self.init(args);
  }

  /** What the errors differ in: the object's kind, and the words of {@code __str__}. */
  @Method("__str__(self, /)")
  static Object __str__(PyUnicodeError self) {
    PyType layout = self.type().layout();
    if (self.object == null) {
      return "";
    }
    // texts first: making them runs code that may change the object
    String reason = Py.javaString(orNone(self.reason));
    boolean decode = layout == Exceptions.UnicodeDecodeError;
    String head = layout == Exceptions.UnicodeTranslateError ? "can't translate " : codec(self) + (decode ? "decode " : "encode ");
    Object object = self.object;
    if (object == null) {
      throw Errors.typeError("UnicodeError 'object' attribute is not set");
    }
    checkObject(object, decode);
    long n = Items.length(object);
    long start = self.start;
    long end = self.end;
    if (start >= 0 && start < n && end <= n && end == start + 1) {
      long c = decode
          ? Convert.toLong(Items.get(object, Py.box(start)))
          : PyStr.java(Items.get(object, Py.box(start))).codePointAt(0);
      String shown = decode ? "byte 0x%02x".formatted(c)
          : "character '" + (c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x").formatted(c) + "'";
      return Py.str(head + shown + " in position " + start + ": " + reason);
    }
    return Py.str(head + (decode ? "bytes" : "characters") + " in position " + start + "-" + (end - 1) + ": " + reason);
  }

  private static String codec(PyUnicodeError self) {
    return "'" + Py.javaString(orNone(self.encoding)) + "' codec can't ";
  }

  private static void checkObject(Object object, boolean decode) {
    if (!(decode ? Py.isInstance(object, PyBytes.TYPE) : PyStr.isStr(object))) {
      throw Errors.typeError("UnicodeError 'object' attribute must be a " + (decode ? "bytes" : "string"));
    }
  }

  private static PyUnicodeError make(PyType cls, Object[] args) {
    PyUnicodeError e = new PyUnicodeError(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  /** {@code UnicodeEncodeError.__new__}. */
  static final class Encode {
    private Encode() {}

    @New(value = "UnicodeEncodeError(*args, **kwargs)", textSignature = false)
    static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
      return make(cls, args);
    }
  }

  /** {@code UnicodeDecodeError.__new__}. */
  static final class Decode {
    private Decode() {}

    @New(value = "UnicodeDecodeError(*args, **kwargs)", textSignature = false)
    static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
      return make(cls, args);
    }
  }

  /** {@code UnicodeTranslateError.__new__}. */
  static final class Translate {
    private Translate() {}

    @New(value = "UnicodeTranslateError(*args, **kwargs)", textSignature = false)
    static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
      return make(cls, args);
    }
  }

  @Getter(value = "encoding", member = true, doc = "exception encoding")
  static Object getEncoding(PyUnicodeError self) {
    return orNone(self.encoding);
  }

  @Setter("encoding")
  static void setEncoding(PyUnicodeError self, Object value) {
    self.encoding = value;
  }

  @Getter(value = "object", member = true, doc = "exception object")
  static Object getObject(PyUnicodeError self) {
    return orNone(self.object);
  }

  @Setter("object")
  static void setObject(PyUnicodeError self, Object value) {
    self.object = value;
  }

  @Getter(value = "start", member = true, doc = "exception start")
  static long getStart(PyUnicodeError self) {
    return self.start;
  }

  @Setter("start")
  static void setStart(PyUnicodeError self, Object value) {
    self.start = position(value);
  }

  private static long position(Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    if (Py.typeOf(value).slot(Special.INDEX) == null) {
      throw Errors.typeError("an integer is required");
    }
    return Convert.toLong(value);
  }

  @Getter(value = "end", member = true, doc = "exception end")
  static long getEnd(PyUnicodeError self) {
    return self.end;
  }

  @Setter("end")
  static void setEnd(PyUnicodeError self, Object value) {
    self.end = position(value);
  }

  @Getter(value = "reason", member = true, doc = "exception reason")
  static Object getReason(PyUnicodeError self) {
    return orNone(self.reason);
  }

  @Setter("reason")
  static void setReason(PyUnicodeError self, Object value) {
    self.reason = value;
  }
}
