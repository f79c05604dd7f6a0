package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.interp.Assumption;
import dev.tuff.engine.interp.CodeMonitoring;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.Constants;
import dev.tuff.engine.interp.Pairs;
import dev.tuff.engine.interp.Signature;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.interp.TypedEntry;

/**
 * {@code code}: a compiled scope with what the interpreter adds to it: its own copy of the instructions, which it quickens in place, and one
 * cache for each instruction that has one.
 */
public final class PyCode extends PyObject {
  public static final PyType TYPE = PyType.builtin("code", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF, "Create a code object.",
      new PyCodeMethodsTable());

  public final Code code;
  public final Object name;
  public final Object qualname;
  public final int flags;
  public final int argCount;

  /** Number of fast locals: locals, cells, free variables. */
  public final int nfast;

  /** Those and the operand stack. */
  public final int frameSize;

  /** Parameters by position only, no defaults needed, no captures among them: arguments are just copied. */
  public final boolean plainArguments;

  /** The number of arguments with which a call can copy them and go: a plain function of at most three, ready to run; else -1. */
  public int fastCount = -1;

  /** Calling it makes a generator, coroutine or async generator. */
  public final boolean suspendable;

  /**
   * The instruction behind the first RESUME of code that makes generators, if what is before just readies a frame with its arguments: copies or
   * makes cells. Else 0.
   */
  public int generatorStart;

  /** Whether it begins with making cells of its own, or, code that makes generators, with taking over those of the function. */
  public boolean makesCells;

  /** Whether some yield is inside a {@code try} or {@code with}: a generator that is lost there has something left to run. */
  public boolean closes;

  /** Whether a generator's code has handlers: what they handle is that of the generator alone. */
  public boolean handles;

  /** In the argument of a RESUME: the one handler around is that for StopIteration. */
  public static final int RESUME_DEPTH1 = 4;

  /** The same, of {@link #instructions} only: besides that one there is just what passes on to the object that is awaited. */
  public static final int RESUME_AWAITS = 8;

  /** Made at first run. */
  public int[] instructions;
  public Object[] consts;
  public String[] names;
  /** The cache of an instruction lies at the index behind it: the loop has that at hand. */
  public Object[] caches;

  /** What another module keeps with code; null for none. */
  public Object nativeState;
  public int[] exceptionTable;

  private Object filename;
  private volatile String filenameNow;
  private CodeLayout layout;
  private boolean ownConstants;

  /** What {@link Interpreter#instrumentation} was when the instructions were marked for tools; see {@link CodeMonitoring}. */
  public Object instrumentation;
  public CodeMonitoring monitoring;

  public static final CompiledCode[] NOT_COMPILED = {};

  /** Calls and backward jumps until the tier above is asked; what it has made so far. */
  public int heat;
  public CompiledCode[] compiled = NOT_COMPILED;

  /** What {@link #heat} began at: the difference tells whether, and how often, the interpreter has run the code. */
  public int heatAtStart;

  /** What the tier above keeps with code; null for nothing. */
  public Object tierState;

  /** The one of them for calls without a frame; null if there is none. */
  public CompiledCode direct;

  private Speculation speculation;
  private TypedEntry typedEntry;

  /** That all functions of the code have it still, and their defaults, and no tool looks on; null if nothing relies on that. */
  private Assumption functionsAsMade;

  /** For each instruction, whether it was the beginning of a handler that has run; null if none has. */
  private boolean[] handled;

  public PyCode(Code code) {
    super(TYPE);
    this.code = code;
    name = Py.str(code.name);
    qualname = Py.str(code.qualname);
    flags = code.flags;
    argCount = code.argCount;
    nfast = code.localsPlusNames.length;
    frameSize = nfast + code.stackSize;
    suspendable = (flags & (Code.CO_GENERATOR | Code.CO_COROUTINE | Code.CO_ASYNC_GENERATOR)) != 0;
    plainArguments = (flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS)) == 0 && code.kwOnlyArgCount == 0;
  }

  /** Asked with the code locked. */
  Assumption functionsAsMade() {
    if (functionsAsMade == null) {
      functionsAsMade = new Assumption();
    }
    return functionsAsMade;
  }

  /** A function has got other code or defaults, or tools look on: compiled code knows nothing of the functions any longer. */
  public synchronized void functionsChange() {
    if (functionsAsMade != null) {
      functionsAsMade.fail();
      functionsAsMade = null;
    }
  }

  /** With constants that need not be the compiler's. */
  public PyCode(Code code, Object[] consts) {
    this(code);
    instructions();
    this.consts = consts;
    ownConstants = true;
  }

  /** {@code co_filename}: the code of a module that was moved gets another. */
  Object filename() {
    String now = code.filename;
    if (filenameNow != now) {
      filename = Py.str(now);
      filenameNow = now;
    }
    return filename;
  }

  /** Whether the constants are others than those of {@link #code}. */
  public boolean ownConstants() {
    return ownConstants;
  }

  /** The instructions as Python code sees them. */
  public CodeLayout layout() {
    CodeLayout l = layout;
    if (l == null) {
      layout = l = new CodeLayout(code);
    }
    return l;
  }

  /** Makes ready to run; cheap when it is. */
  public int[] instructions() {
    int[] i = instructions;
    return i != null ? i : prepare();
  }

  private synchronized int[] prepare() {
    if (instructions == null) {
      consts = Constants.of(code.consts());
      names = code.names();
      exceptionTable = code.exceptionTable();
      caches = new Object[code.instructions().length + 1];
      heat = heatAtStart = Tiers.heat(this);
      int[] copy = code.instructions().clone();
      for (int i = 0; i < copy.length && Opcode.opcode(copy[i]) != Opcode.RESUME; i++) {
        makesCells |= Opcode.opcode(copy[i]) == Opcode.MAKE_CELL || suspendable && Opcode.opcode(copy[i]) == Opcode.COPY_FREE_VARS;
      }
      Pairs.join(copy);
      instructions = copy;
      if (plainArguments && !suspendable && argCount <= 3) {
        fastCount = argCount;
      }
      if (suspendable) {
        generatorStart = startOf(code.instructions());
        for (int i = 0; i < copy.length; i++) {
          handles |= Opcode.opcode(copy[i]) == Opcode.PUSH_EXC_INFO;
          if (Opcode.opcode(copy[i]) == Opcode.RESUME && (Opcode.arg(copy[i]) & 3) != 0 && (Opcode.arg(copy[i]) & RESUME_DEPTH1) == 0) {
            closes = true;
            copy[i] |= onlyAwaits(i - 1) ? RESUME_AWAITS << 8 : 0;
          }
        }
      }
    }
    return instructions;
  }

  /** Whether what a yield raises goes to the object that is awaited, and then to the end of the code. */
  private boolean onlyAwaits(int yield) {
    int[] original = code.instructions();
    int handler = handler(yield);
    if (handler < 0 || Opcode.opcode(original[handler]) != Opcode.CLEANUP_THROW) {
      return false;
    }
    int around = handler(handler);
    return around < 0 || Opcode.opcode(original[around]) == Opcode.CALL_INTRINSIC_1;
  }

  private static int startOf(int[] instructions) {
    for (int i = 0; i < instructions.length; i++) {
      switch (Opcode.opcode(instructions[i])) {
        case Opcode.COPY_FREE_VARS, Opcode.MAKE_CELL, Opcode.NOP, Opcode.RETURN_GENERATOR, Opcode.POP_TOP -> {}
        case Opcode.RESUME -> {
          return i + 1;
        }
        default -> {
          return 0;
        }
      }
    }
    return 0;
  }

  /** Where in the exception table the range is that holds an instruction; -1 if there is none. */
  public int handlerRow(int instruction) {
    int[] table = exceptionTable;
    for (int i = 0; i < table.length; i += 5) {
      if (instruction >= table[i] && instruction < table[i + 1]) {
        // the first is the innermost: ranges do not overlap
        return i;
      }
    }
    return -1;
  }

  /** The handler of what an instruction raises; -1 if there is none. */
  public int handler(int instruction) {
    int row = handlerRow(instruction);
    return row < 0 ? -1 : exceptionTable[row + 2];
  }

  /** The handler at an instruction runs. */
  public void handles(int instruction) {
    boolean[] h = handled;
    if (h == null) {
      handled = h = new boolean[instructions.length];
    }
    h[instruction] = true;
  }

  /** Whether the handler at an instruction has ever run. */
  public boolean hasHandled(int instruction) {
    boolean[] h = handled;
    return h != null && h[instruction];
  }

  /** Whether the interpreter has run the code, so that its caches may know something. */
  public boolean hasRun() {
    return heat < heatAtStart || compiled.length > 0;
  }

  /** How many calls and backward jumps have been counted; the one that is asked about is none of them yet. */
  public int counted() {
    return Math.max(0, heatAtStart - Math.max(0, heat));
  }

  /** Has the tier above asked after so many calls and backward jumps, and keeps in mind how many there were. */
  public void setHeat(int left) {
    int ran = counted();
    heat = left;
    heatAtStart = left > Integer.MAX_VALUE - ran ? Integer.MAX_VALUE : left + ran;
  }

  /** How compiled static code calls a function of this code. */
  public synchronized TypedEntry typedEntry(Signature signature) {
    if (typedEntry == null) {
      typedEntry = new TypedEntry(this, signature);
    }
    return typedEntry;
  }

  /** The same, or null if nobody has asked for it. */
  public TypedEntry typedEntryOrNull() {
    return typedEntry;
  }

  /** What compilers have learned. */
  public Speculation speculation() {
    Speculation s = speculation;
    return s != null ? s : newSpeculation();
  }

  private synchronized Speculation newSpeculation() {
    if (speculation == null) {
      speculation = new Speculation(instructions().length);
    }
    return speculation;
  }

  public PyTuple constsTuple() {
    instructions();
    return PyTuple.of(consts.clone());
  }
}
