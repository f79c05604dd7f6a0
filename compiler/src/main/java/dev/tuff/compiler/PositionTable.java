package dev.tuff.compiler;

/**
 * Source positions of instructions, packed as in CPython's location table (PEP 626/657), with the difference that one instruction
 * is one unit whatever its opcode.
 *
 * <pre>
 * entry:  1 kkkk lll   kind and (number of instructions - 1), then by kind:
 *   0-9   short        one byte: column low bits and length; same line
 *   10-12 one line     line delta 0-2; column and end column as bytes
 *   13    no column    line delta as signed varint
 *   14    long         line delta as signed varint, end line delta, column + 1, end column + 1 as varints
 *   15    none         no position
 * </pre>
 */
public final class PositionTable {
  private PositionTable() {}

  static final int KIND_ONE_LINE = 10;
  static final int KIND_NO_COLUMN = 13;
  static final int KIND_LONG = 14;
  static final int KIND_NONE = 15;

  /** Goes through the entries of a table in order. */
  public static final class Reader {
    private final byte[] table;
    private int at;
    private int computedLine;
    /** First instruction of the entry, and the one behind it. */
    public int start;
    public int end;
    /** -1 where absent. */
    public int line;
    public int endLine;
    public int column;
    public int endColumn;

    public Reader(byte[] table, int firstLine) {
      this.table = table;
      this.computedLine = firstLine;
    }

    /** Goes to the next entry; false at the end. */
    public boolean next() {
      if (at >= table.length) {
        return false;
      }
      int head = table[at++] & 0xFF;
      int kind = head >> 3 & 15;
      start = end;
      end = start + (head & 7) + 1;
      switch (kind) {
        case KIND_NONE -> none();
        case KIND_LONG -> longForm();
        case KIND_NO_COLUMN -> noColumn();
        case 10, 11, 12 -> oneLine(kind - KIND_ONE_LINE);
        default -> shortForm(kind);
      }
      return true;
    }

    private void none() {
      line = -1;
      endLine = -1;
      column = -1;
      endColumn = -1;
    }

    private void longForm() {
      computedLine += signedVarint();
      line = computedLine;
      endLine = line + varint();
      column = varint() - 1;
      endColumn = varint() - 1;
    }

    private void noColumn() {
      computedLine += signedVarint();
      line = computedLine;
      endLine = line;
      column = -1;
      endColumn = -1;
    }

    private void oneLine(int delta) {
      computedLine += delta;
      line = computedLine;
      endLine = line;
      column = table[at++] & 0xFF;
      endColumn = table[at++] & 0xFF;
    }

    private void shortForm(int kind) {
      int second = table[at++] & 0xFF;
      line = computedLine;
      endLine = line;
      column = kind << 3 | second >> 4;
      endColumn = column + (second & 15);
    }

    private int varint() {
      int b = table[at++];
      int value = b & 63;
      for (int shift = 6; (b & 64) != 0; shift += 6) {
        b = table[at++];
        value |= (b & 63) << shift;
      }
      return value;
    }

    private int signedVarint() {
      int value = varint();
      return (value & 1) != 0 ? -(value >>> 1) : value >>> 1;
    }
  }

  /** Builds a table; entries must come in the order of the instructions. */
  public static final class Writer {
    private byte[] table = new byte[64];
    private int size;
    private int lastLine;

    public Writer(int firstLine) {
      lastLine = firstLine;
    }

    /** The next {@code count} instructions have this position; {@code line < 0}: none. */
    public void add(int count, int line, int endLine, int column, int endColumn) {
      for (int left = count; left > 0; left -= 8) {
        entry(Math.min(left, 8), line, endLine, column, endColumn);
      }
    }

    private void entry(int count, int line, int endLine, int column, int endColumn) {
      if (size + 32 > table.length) {
        table = java.util.Arrays.copyOf(table, table.length * 2);
      }
      if (line < 0) {
        head(KIND_NONE, count);
        return;
      }
      int delta = line - lastLine;
      lastLine = line;
      if (column < 0 || endColumn < 0) {
        if (endLine == line || endLine < 0) {
          head(KIND_NO_COLUMN, count);
          signedVarint(delta);
          return;
        }
      } else if (endLine == line) {
        if (delta == 0 && column < 80 && endColumn - column < 16 && endColumn >= column) {
          head(column >> 3, count);
          table[size++] = (byte) ((column & 7) << 4 | endColumn - column);
          return;
        }
        if (delta >= 0 && delta < 3 && column < 128 && endColumn < 128) {
          head(KIND_ONE_LINE + delta, count);
          table[size++] = (byte) column;
          table[size++] = (byte) endColumn;
          return;
        }
      }
      head(KIND_LONG, count);
      signedVarint(delta);
      varint(Math.max(endLine - line, 0));
      varint(column + 1);
      varint(endColumn + 1);
    }

    public byte[] finish() {
      return java.util.Arrays.copyOf(table, size);
    }

    private void head(int kind, int count) {
      table[size++] = (byte) (128 | kind << 3 | count - 1);
    }

    private void varint(int value) {
      while (value >= 64) {
        table[size++] = (byte) (64 | value & 63);
        value >>>= 6;
      }
      table[size++] = (byte) value;
    }

    private void signedVarint(int value) {
      varint(value < 0 ? -value << 1 | 1 : value << 1);
    }
  }

  static int line(byte[] table, int firstLine, int index) {
    Reader reader = seek(table, firstLine, index);
    return reader == null ? -1 : reader.line;
  }

  static int[] position(byte[] table, int firstLine, int index) {
    Reader r = seek(table, firstLine, index);
    return r == null ? new int[] {-1, -1, -1, -1} : new int[] {r.line, r.endLine, r.column, r.endColumn};
  }

  static int[] lines(byte[] table, int firstLine, int count) {
    int[] lines = new int[count];
    Reader reader = new Reader(table, firstLine);
    while (reader.next()) {
      for (int i = reader.start; i < reader.end && i < count; i++) {
        lines[i] = reader.line;
      }
    }
    return lines;
  }

  private static Reader seek(byte[] table, int firstLine, int index) {
    Reader reader = new Reader(table, firstLine);
    while (reader.next()) {
      if (index < reader.end) {
        return reader;
      }
    }
    return null;
  }
}
