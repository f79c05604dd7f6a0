package dev.tuff.compiler;

import java.util.function.Supplier;

/**
 * What one scope compiles to: an immutable code object with the parts that Python shows as {@code co_*}.
 *
 * <p>Arrays are handed out without copying and must not be written to: the engine quickens a copy of {@link #instructions()}.
 *
 * <p>Constants are {@link dev.tuff.syntax.Const}, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double}, {@code
 * String} and nested {@code Code}. An int constant that fits 64 bits is always a {@code Long}.
 *
 * <p>The body (all that is only needed to run the code) may be absent until first asked for: codes loaded from a cache decode it
 * then.
 */
public final class Code {
  /** {@code co_flags}. */
  public static final int CO_OPTIMIZED = 0x1;
  public static final int CO_NEWLOCALS = 0x2;
  public static final int CO_VARARGS = 0x4;
  public static final int CO_VARKEYWORDS = 0x8;
  public static final int CO_NESTED = 0x10;
  public static final int CO_GENERATOR = 0x20;
  public static final int CO_COROUTINE = 0x80;
  public static final int CO_ITERABLE_COROUTINE = 0x100;
  public static final int CO_ASYNC_GENERATOR = 0x200;
  public static final int CO_FUTURE_DIVISION = 0x20000;
  public static final int CO_FUTURE_ABSOLUTE_IMPORT = 0x40000;
  public static final int CO_FUTURE_WITH_STATEMENT = 0x80000;
  public static final int CO_FUTURE_PRINT_FUNCTION = 0x100000;
  public static final int CO_FUTURE_UNICODE_LITERALS = 0x200000;
  public static final int CO_FUTURE_BARRY_AS_BDFL = 0x400000;
  public static final int CO_FUTURE_GENERATOR_STOP = 0x800000;
  public static final int CO_FUTURE_ANNOTATIONS = 0x1000000;
  public static final int CO_NO_MONITORING_EVENTS = 0x2000000;
  public static final int CO_HAS_DOCSTRING = 0x4000000;
  public static final int CO_METHOD = 0x8000000;

  /** Static Python: the last constant tells the types of arguments and result. */
  public static final int CO_STATICALLY_COMPILED = 0x4000;

  /** Kinds of fast locals ({@code co_localspluskinds}); a parameter that is captured is LOCAL and CELL. */
  public static final int FAST_ARG_POS = 0x02;
  public static final int FAST_ARG_KW = 0x04;
  public static final int FAST_ARG_VAR = 0x08;
  /** Local of an inlined comprehension in a scope whose locals are a mapping: not shown in {@code locals()}. */
  public static final int FAST_HIDDEN = 0x10;
  public static final int FAST_LOCAL = 0x20;
  public static final int FAST_CELL = 0x40;
  public static final int FAST_FREE = 0x80;

  /** What is needed to run a code object but not to know it. */
  public static final class Body {
    /** {@code opcode | arg << 8} each; jumps go to absolute indices. */
    public final int[] instructions;
    public final Object[] consts;
    public final String[] names;
    /** Five ints for each range, in order of their starts: start, end (exclusive), handler, depth, lasti flag. */
    public final int[] exceptionTable;
    /** Encoded by {@link PositionTable}. */
    public final byte[] positions;

    public Body(int[] instructions, Object[] consts, String[] names, int[] exceptionTable, byte[] positions) {
      this.instructions = instructions;
      this.consts = consts;
      this.names = names;
      this.exceptionTable = exceptionTable;
      this.positions = positions;
    }
  }

  public final String name;
  public final String qualname;
  /** Changed by {@link #relocate} only. */
  public String filename;
  public final int firstLine;
  public final int flags;
  /** Positional parameters, positional-only ones included; without {@code *args}. */
  public final int argCount;
  public final int posOnlyArgCount;
  public final int kwOnlyArgCount;
  public final int stackSize;
  /** Names of the fast locals: parameters, {@code *args}, {@code **kwargs}, other locals, cells, free variables. */
  public final String[] localsPlusNames;
  /** {@code FAST_*} for each. */
  public final byte[] localsPlusKinds;
  /** How many of the fast locals are locals; captured parameters count here as well as among the cells. */
  public final int nlocals;

  private volatile Body body;
  private Supplier<Body> bodySource;

  public Code(
      String name, String qualname, String filename, int firstLine, int flags, int argCount, int posOnlyArgCount,
      int kwOnlyArgCount, int stackSize, String[] localsPlusNames, byte[] localsPlusKinds, Body body, Supplier<Body> bodySource) {
    this.name = name;
    this.qualname = qualname;
    this.filename = filename;
    this.firstLine = firstLine;
    this.flags = flags;
    this.argCount = argCount;
    this.posOnlyArgCount = posOnlyArgCount;
    this.kwOnlyArgCount = kwOnlyArgCount;
    this.stackSize = stackSize;
    this.localsPlusNames = localsPlusNames;
    this.localsPlusKinds = localsPlusKinds;
    this.body = body;
    this.bodySource = bodySource;
    int locals = 0;
    for (byte kind : localsPlusKinds) {
      if ((kind & FAST_LOCAL) != 0) {
        locals++;
      }
    }
    this.nlocals = locals;
  }

  public Body body() {
    Body b = body;
    return b != null ? b : loadBody();
  }

  private synchronized Body loadBody() {
    if (body == null) {
      body = bodySource.get();
      bodySource = null;
    }
    return body;
  }

  /** The source is elsewhere now than when it was compiled: for this code and those in it. */
  public void relocate(String newFilename) {
    String old = filename;
    filename = newFilename;
    Body b;
    synchronized (this) {
      b = body;
      if (b == null) {
        Marshal.relocate(bodySource, newFilename);
      }
    }
    if (b != null) {
      for (Object constant : b.consts) {
        if (constant instanceof Code nested && nested.filename.equals(old)) {
          nested.relocate(newFilename);
        }
      }
    }
  }

  public int[] instructions() {
    return body().instructions;
  }

  public Object[] consts() {
    return body().consts;
  }

  /** The names, each the one string of its text: what caches and dicts compare mostly ends at identity. */
  public static String[] interned(String[] names) {
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].intern();
    }
    return names;
  }

  public String[] names() {
    return body().names;
  }

  public int[] exceptionTable() {
    return body().exceptionTable;
  }

  public byte[] positions() {
    return body().positions;
  }

  /** The line of an instruction, or -1 if it has none. */
  public int line(int index) {
    KnownLine known = knownLine;
    if (known == null || known.index != index) {
      knownLine = known = new KnownLine(index, PositionTable.line(positions(), firstLine, index));
    }
    return known.line;
  }

  /** What was asked for last: the table has to be read from its beginning, and a caller that is asked for its line is often the same. */
  private record KnownLine(int index, int line) {}

  private KnownLine knownLine;

  /** Line, end line, column, end column of an instruction, -1 for what it does not have. Columns are UTF-8 bytes. */
  public int[] position(int index) {
    return PositionTable.position(positions(), firstLine, index);
  }

  /** The line of each instruction, -1 where it has none. */
  public int[] lines() {
    return PositionTable.lines(positions(), firstLine, instructions().length);
  }

  /** {@code co_code_adaptive}'s shape without specialisation: how many parameters of all kinds the code has. */
  public int parameterCount() {
    return argCount + kwOnlyArgCount + ((flags & CO_VARARGS) != 0 ? 1 : 0) + ((flags & CO_VARKEYWORDS) != 0 ? 1 : 0);
  }

  /** {@code co_varnames}, {@code co_cellvars} or {@code co_freevars}: names of the fast locals of {@code kind}. */
  public String[] namesOfKind(int kind) {
    int count = 0;
    for (byte k : localsPlusKinds) {
      if ((k & kind) != 0) {
        count++;
      }
    }
    String[] found = new String[count];
    int at = 0;
    for (int i = 0; at < count; i++) {
      if ((localsPlusKinds[i] & kind) != 0) {
        found[at++] = localsPlusNames[i];
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return "<code object " + name + ", file \"" + filename + "\", line " + firstLine + ">";
  }
}
