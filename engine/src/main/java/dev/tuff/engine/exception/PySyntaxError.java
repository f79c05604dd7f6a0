package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;

/** {@code SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]]))}. */
public final class PySyntaxError extends PyBaseException {
  /** Null for None. */
  public Object msg;
  public Object filename;
  public Object lineno;
  public Object offset;
  public Object text;
  public Object endLineno;
  public Object endOffset;
  public Object printFileAndLine;
  public Object metadata;

  PySyntaxError(PyType type) {
    super(type);
  }

  @Override
  void init(Object[] args) {
    if (args.length >= 1) {
      msg = args[0];
    }
    if (args.length != 2) {
      return;
    }
    Object[] info = Iteration.toArray(args[1]);
    if (info.length < 4 || info.length > 7) {
      throw Errors.typeError("function takes at " + (info.length < 4 ? "least 4" : "most 7") + " arguments (" + info.length + " given)");
    }
    filename = info[0];
    lineno = info[1];
    offset = info[2];
    text = info[3];
    endLineno = info.length > 4 ? info[4] : null;
    endOffset = info.length > 5 ? info[5] : null;
    metadata = info.length > 6 ? info[6] : null;
    if (endLineno != null && endOffset == null) {
      throw Errors.typeError("end_offset must be provided when end_lineno is provided");
    }
  }

  @New(value = "SyntaxError(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PySyntaxError e = new PySyntaxError(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PySyntaxError self, Object[] args, PyDict kwargs) {
    PyBaseException.__init__(self, args, kwargs);
    self.init(args);
  }

  @Method("__str__(self, /)")
  static Object __str__(PySyntaxError self) {
    String message = Py.javaString(orNone(self.msg));
    String file = null;
    if (self.filename != null && PyStr.isStr(self.filename)) {
      file = PyStr.java(self.filename);
      file = file.substring(file.lastIndexOf('/') + 1);
    }
    if (self.lineno instanceof Long line) {
      return Py.str(message + (file == null ? " (line " + line + ")" : " (" + file + ", line " + line + ")"));
    }
    return Py.str(file == null ? message : message + " (" + file + ")");
  }

  @Getter(value = "msg", member = true, doc = "exception msg")
  static Object getMsg(PySyntaxError self) {
    return orNone(self.msg);
  }

  @Setter("msg")
  static void setMsg(PySyntaxError self, Object value) {
    self.msg = value;
  }

  @Getter(value = "filename", member = true, doc = "exception filename")
  static Object getFilename(PySyntaxError self) {
    return orNone(self.filename);
  }

  @Setter("filename")
  static void setFilename(PySyntaxError self, Object value) {
    self.filename = value;
  }

  @Getter(value = "lineno", member = true, doc = "exception lineno")
  static Object getLineno(PySyntaxError self) {
    return orNone(self.lineno);
  }

  @Setter("lineno")
  static void setLineno(PySyntaxError self, Object value) {
    self.lineno = value;
  }

  @Getter(value = "offset", member = true, doc = "exception offset")
  static Object getOffset(PySyntaxError self) {
    return orNone(self.offset);
  }

  @Setter("offset")
  static void setOffset(PySyntaxError self, Object value) {
    self.offset = value;
  }

  @Getter(value = "text", member = true, doc = "exception text")
  static Object getText(PySyntaxError self) {
    return orNone(self.text);
  }

  @Setter("text")
  static void setText(PySyntaxError self, Object value) {
    self.text = value;
  }

  @Getter(value = "end_lineno", member = true, doc = "exception end lineno")
  static Object getEndLineno(PySyntaxError self) {
    return orNone(self.endLineno);
  }

  @Setter("end_lineno")
  static void setEndLineno(PySyntaxError self, Object value) {
    self.endLineno = value;
  }

  @Getter(value = "end_offset", member = true, doc = "exception end offset")
  static Object getEndOffset(PySyntaxError self) {
    return orNone(self.endOffset);
  }

  @Setter("end_offset")
  static void setEndOffset(PySyntaxError self, Object value) {
    self.endOffset = value;
  }

  @Getter(value = "print_file_and_line", member = true, doc = "exception print_file_and_line")
  static Object getPrintFileAndLine(PySyntaxError self) {
    return orNone(self.printFileAndLine);
  }

  @Setter("print_file_and_line")
  static void setPrintFileAndLine(PySyntaxError self, Object value) {
    self.printFileAndLine = value;
  }

  @Getter(value = "_metadata", member = true, doc = "exception private metadata")
  static Object getMetadata(PySyntaxError self) {
    return orNone(self.metadata);
  }

  @Setter("_metadata")
  static void setMetadata(PySyntaxError self, Object value) {
    self.metadata = value;
  }
}
