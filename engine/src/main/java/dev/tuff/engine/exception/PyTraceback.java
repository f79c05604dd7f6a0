package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.interp.PyFrame;

/** {@code traceback}: one frame that an exception went through, and those inside it. */
public final class PyTraceback extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("traceback", PyType.OBJECT, PyType.FINAL, "One entry of a traceback.", new PyTracebackTable());

  /** The entry of the inner frame, or null. */
  public PyTraceback next;
  public final PyFrame frame;

  /** The instruction. */
  private final int lasti;

  /** What {@code tb_lasti} was made with by Python code, or {@link #OF_INSTRUCTION}. */
  private final int offset;
  private static final int OF_INSTRUCTION = Integer.MIN_VALUE;

  /** The line; -1 while it has not been looked up. */
  private int line;

  /**
   * An entry for an instruction.
   *
   * @param lasti index of the instruction
   * @param line its line, or -1 to look it up when it is asked for
   */
  public PyTraceback(PyTraceback next, PyFrame frame, int lasti, int line) {
    this(next, frame, lasti, OF_INSTRUCTION, line);
  }

  private PyTraceback(PyTraceback next, PyFrame frame, int lasti, int offset, int line) {
    super(TYPE);
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.offset = offset;
    this.line = line;
  }

  /** Index of the instruction, or -1. */
  public int lasti() {
    return lasti;
  }

  public int line() {
    if (line < 0 && lasti >= 0) {
      line = frame.code.code.line(lasti);
    }
    return line;
  }

  @New("traceback(tb_next, tb_frame, tb_lasti, tb_lineno)")
  static Object __new__(PyType cls, Object next, Object frame, int lasti, int lineno) {
    if (!(frame instanceof PyFrame f)) {
      throw Errors.typeError("traceback() argument 'tb_frame' must be frame, not " + Py.typeOf(frame).name());
    }
    return new PyTraceback(checked(next), f, f.code.layout().instruction(lasti), lasti, lineno);
  }

  private static PyTraceback checked(Object next) {
    if (next == Py.None) {
      return null;
    }
    if (next instanceof PyTraceback t) {
      return t;
    }
    throw Errors.typeError("expected traceback object, got '" + Py.typeOf(next).name() + "'");
  }

  @Method("__dir__(self, /)")
  static Object __dir__(PyTraceback self) {
    return PyList.of("tb_frame", "tb_next", "tb_lasti", "tb_lineno");
  }

  @Getter("tb_next")
  static Object getNext(PyTraceback self) {
    return self.next == null ? Py.None : self.next;
  }

  @Setter("tb_next")
  static void setNext(PyTraceback self, Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete tb_next attribute");
    }
    PyTraceback next = checked(value);
    for (PyTraceback t = next; t != null; t = t.next) {
      if (t == self) {
        throw Errors.valueError("traceback loop detected");
      }
    }
    self.next = next;
  }

  @Getter(value = "tb_frame", member = true)
  static Object getFrame(PyTraceback self) {
    return self.frame;
  }

  @Getter(value = "tb_lasti", member = true)
  static long getLasti(PyTraceback self) {
    return self.offset != OF_INSTRUCTION ? self.offset : self.frame.code.layout().offset(self.lasti);
  }

  @Getter("tb_lineno")
  static Object getLine(PyTraceback self) {
    int line = self.line();
    return line < 0 ? Py.None : Py.box(line);
  }
}
