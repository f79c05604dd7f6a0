package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;

/**
 * {@code frame}: a running or suspended piece of code.
 *
 * <pre>
 * fast: | locals | cells | free variables | operand stack … |
 * </pre>
 */
public final class PyFrame extends PyObject {
  public static final PyType TYPE = PyType.builtin("frame", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, new PyFrameMethodsTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  public final PyCode code;
  public final PyFunction function;
  public final PyDict globals;
  public final PyDict builtins;

  /** The namespace of a module, class body or exec: a mapping; null in functions. */
  public Object locals;
  public final Object[] fast;

  /** Index of the instruction under way; -1 before the first. */
  public int lasti = -1;

  /** Height of the operand stack while suspended, as an index into {@link #fast}. */
  public int sp;

  /** The caller, while running. */
  public PyFrame back;

  /** What its end means for the frame below it: {@link #RETURNS} (a plain call), {@link #CONSTRUCTS}, {@link #SUSPENDS} or {@link #CHECKED}. */
  byte ending;

  static final byte RETURNS = 0;

  /** Runs the {@code __init__} of a new object, which is what the call gives. */
  static final byte CONSTRUCTS = 1;

  /** Belongs to a generator or coroutine. */
  static final byte SUSPENDS = 2;

  /** Runs what has taken the place of a static function, or an operator's method; the check of its result waits where that goes. */
  static final byte CHECKED = 3;

  /** Set by YIELD_VALUE: the frame left by a yield, not a return. */
  boolean suspended;

  /** Set when somebody else writes a local, through {@code f_locals}: compiled code has read it already. */
  public boolean rewritten;

  /** The generator that this frame belongs to, or null. */
  public PyObject generator;

  /** What only few frames need; null until then. */
  private Extras extras;

  /** What frames have that are traced, or that raise again what they have handled. */
  static final class Extras {
    /** {@code f_trace}, or null; what {@code f_trace_lines} and {@code f_trace_opcodes} say. */
    Object trace;
    boolean traceLines = true;
    boolean traceOpcodes;

    /** The line of the last line event; 0 before the first. */
    int tracedLine;

    /** Set by a trace function's jump: where to go on, or -1. */
    int jump = -1;

    /** From RERAISE to the unwinding: the instruction that raised first, or -1. */
    int reraisedFrom = -1;
  }

  public PyFrame(PyCode code, PyFunction function) {
    this(function, code, function.globals, function.builtins);
    if ((code.flags & Code.CO_OPTIMIZED) == 0) {
      // a function made by hand from the code of a module
      locals = function.globals;
    }
  }

  private PyFrame(PyFunction function, PyCode code, PyDict globals, PyDict builtins) {
    super(SHAPE);
    this.code = code;
    this.function = function;
    this.globals = globals;
    this.builtins = builtins;
    fast = new Object[code.frameSize];
    sp = code.nfast;
  }

  /** The frame of a module, class body or exec. */
  public PyFrame(PyCode code, PyDict globals, PyDict builtins, Object locals) {
    this((PyFunction) null, code, globals, builtins);
    this.locals = locals;
  }

  Extras extras() {
    if (extras == null) {
      extras = new Extras();
    }
    return extras;
  }

  /** {@link #extras}, or null if nothing asked for them. */
  Extras extrasOrNull() {
    return extras;
  }
}
