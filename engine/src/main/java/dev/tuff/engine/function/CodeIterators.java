package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.compiler.PositionTable;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;

/** The iterators over a code object: {@code co_lines()}, {@code co_positions()} and {@code co_branches()}. */
final class CodeIterators {
  private static final int FLAGS = PyType.FINAL | PyType.NO_NEW;
  static final PyType LINES = PyType.builtin("line_iterator", PyType.OBJECT, FLAGS, null, IteratorMethods.table());
  static final PyType POSITIONS = PyType.builtin("positions_iterator", PyType.OBJECT, FLAGS, null, IteratorMethods.table());
  static final PyType BRANCHES = PyType.builtin("line_iterator", PyType.OBJECT, FLAGS, null, IteratorMethods.table());

  private CodeIterators() {}

  private static Object orNone(int n) {
    return n < 0 ? Py.None : Py.box(n);
  }

  /** (start, end, line) of each run of units with one line. */
  static final class Lines extends PyIterator {
    private final CodeLayout layout;
    private final PositionTable.Reader in;
    private boolean more;

    Lines(PyCode code) {
      super(LINES);
      layout = code.layout();
      in = new PositionTable.Reader(code.code.positions(), code.code.firstLine);
      more = in.next();
    }

    @Override
    public Object next() {
      if (!more) {
        return null;
      }
      int first = in.start;
      int line = in.line;
      int end;
      do {
        end = in.end;
        more = in.next();
      } while (more && in.line == line);
      end = Math.min(end, layout.instructionCount());
      return PyTuple.of(Py.box(2 * layout.startUnit(first)), Py.box(2 * layout.startUnit(end)), orNone(line));
    }
  }

  /** (line, end line, column, end column) of each unit. */
  static final class Positions extends PyIterator {
    private final CodeLayout layout;
    private final PositionTable.Reader in;

    /** Not with {@code -X no_debug_ranges}. */
    private final boolean columns = !Interpreter.current().noDebugRanges;
    private PyTuple position;
    private int unit;
    private int end;

    Positions(PyCode code) {
      super(POSITIONS);
      layout = code.layout();
      in = new PositionTable.Reader(code.code.positions(), code.code.firstLine);
    }

    @Override
    public Object next() {
      while (unit >= end) {
        if (!in.next()) {
          return null;
        }
        position = columns ? PyTuple.of(orNone(in.line), orNone(in.endLine), orNone(in.column), orNone(in.endColumn))
            : PyTuple.of(orNone(in.line), orNone(in.line), Py.None, Py.None);
        end = layout.startUnit(Math.min(in.end, layout.instructionCount()));
        unit = layout.startUnit(Math.min(in.start, layout.instructionCount()));
      }
      unit++;
      return position;
    }
  }

  /** (offset of the branch, where it goes on if not taken, where if taken). */
  static final class Branches extends PyIterator {
    private final CodeLayout layout;
    private final int[] instructions;
    private int at;

    Branches(PyCode code) {
      super(BRANCHES);
      layout = code.layout();
      instructions = code.code.instructions();
    }

    @Override
    public Object next() {
      while (at < instructions.length) {
        int i = at++;
        int opcode = Opcode.opcode(instructions[i]);
        boolean test = opcode >= Opcode.POP_JUMP_IF_FALSE && opcode <= Opcode.POP_JUMP_IF_TRUE || opcode == Opcode.FOR_ITER;
        if (test) {
          int next = i + 1;
          if (next < instructions.length && Opcode.opcode(instructions[next]) == Opcode.NOT_TAKEN) {
            next++;
          }
          // an exhausted iterator's END_FOR and POP_ITER are passed over
          int target = Opcode.arg(instructions[i]) + (opcode == Opcode.FOR_ITER ? 2 : 0);
          return PyTuple.of(Py.box(layout.offset(i)), Py.box(2 * layout.startUnit(next)), Py.box(2 * layout.startUnit(target)));
        }
        if (opcode == Opcode.END_ASYNC_FOR) {
          int target = Opcode.arg(instructions[i]);
          return PyTuple.of(Py.box(2 * layout.startUnit(target)), Py.box(2 * layout.startUnit(target + 2)),
              Py.box(2 * layout.startUnit(i + 1)));
        }
      }
      return null;
    }
  }

  /** The kinds of fast locals for names given as separate tuples. */
  static byte kind(boolean local, boolean cell, boolean free) {
    return (byte) ((local ? Code.FAST_LOCAL : 0) | (cell ? Code.FAST_CELL : 0) | (free ? Code.FAST_FREE : 0));
  }
}
