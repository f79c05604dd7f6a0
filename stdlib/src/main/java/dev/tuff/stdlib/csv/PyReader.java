package dev.tuff.stdlib.csv;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;

/** {@code _csv.reader}: a row from as many lines as its quoted fields go over. */
final class PyReader extends PyIterator {
  static final PyType TYPE = PyType.builtin("_csv.reader", PyType.OBJECT, PyType.NO_NEW,
      "CSV reader\n\nReader objects are responsible for reading and parsing tabular data in CSV format.\n", IteratorMethods.table(),
      new PyReaderTable());

  private enum State {
    START_RECORD, START_FIELD, ESCAPED, IN_FIELD, IN_QUOTED, ESCAPED_IN_QUOTED, QUOTE_IN_QUOTED, EAT_NEWLINE, AFTER_ESCAPED_NEWLINE
  }

  /** Stands for the end of a line. */
  private static final int END = -2;

  private final Object lines;
  private final PyDialect dialect;
  private State state = State.START_RECORD;
  private StrBuilder field = new StrBuilder();
  private PyList fields;
  private boolean unquoted;
  private long lineNumber;

  PyReader(Object lines, PyDialect dialect) {
    super(TYPE);
    this.lines = lines;
    this.dialect = dialect;
  }

  @Override
  public Object next() {
    fields = new PyList();
    reset();
    do {
      Object line = Iteration.next(lines);
      if (line == null) {
        if (field.length() == 0 && state != State.IN_QUOTED) {
          return null;
        }
        if (dialect.strict) {
          throw CsvModule.error("unexpected end of data");
        }
        save();
        break;
      }
      if (!PyStr.isStr(line)) {
        throw CsvModule.error("iterator should return strings, not " + Py.typeOf(line).name()
            + " (the file should be opened in text mode)");
      }
      lineNumber++;
      Object v = PyStr.value(line);
      int n = PyStr.length(v);
      long limit = CsvModule.state().fieldLimit;
      for (int i = 0; i < n; i++) {
        process(PyStr.pointAt(v, i), limit);
      }
      process(END, limit);
    } while (state != State.START_RECORD);
    PyList r = fields;
    fields = null;
    return r;
  }

  private void reset() {
    field.truncate(0);
    state = State.START_RECORD;
    unquoted = false;
  }

  private void save() {
    int quoting = dialect.quoting;
    Object v;
    if (unquoted && field.length() == 0 && (quoting == PyDialect.STRINGS || quoting == PyDialect.NOTNULL)) {
      v = Py.None;
    } else {
      v = field.build();
      field = new StrBuilder();
      if (unquoted && PyStr.length(v) != 0 && (quoting == PyDialect.NONNUMERIC || quoting == PyDialect.STRINGS)) {
        v = Call.call(PyFloat.TYPE, v);
      }
    }
    fields.add(v);
    unquoted = false;
  }

  private void add(int c, long limit) {
    if (field.length() >= limit) {
      throw CsvModule.error("field larger than field limit (" + limit + ")");
    }
    field.point(c);
  }

  private static boolean newline(int c) {
    return c == '\n' || c == '\r';
  }

  private void process(int c, long limit) {
    switch (state) {
      case START_RECORD:
        if (c == END) {
          break;
        }
        if (newline(c)) {
          state = State.EAT_NEWLINE;
          break;
        }
        state = State.START_FIELD;
        startField(c, limit);
        break;
      case START_FIELD:
        startField(c, limit);
        break;
      case ESCAPED:
        if (newline(c)) {
          add(c, limit);
          state = State.AFTER_ESCAPED_NEWLINE;
          break;
        }
        add(c == END ? '\n' : c, limit);
        state = State.IN_FIELD;
        break;
      case AFTER_ESCAPED_NEWLINE:
        if (c == END) {
          break;
        }
        inField(c, limit);
        break;
      case IN_FIELD:
        inField(c, limit);
        break;
      case IN_QUOTED:
        if (c == END) {
          break;
        }
        if (c == dialect.escapechar) {
          state = State.ESCAPED_IN_QUOTED;
        } else if (c == dialect.quotechar && dialect.quoting != PyDialect.NONE) {
          state = dialect.doublequote ? State.QUOTE_IN_QUOTED : State.IN_FIELD;
        } else {
          add(c, limit);
        }
        break;
      case ESCAPED_IN_QUOTED:
        add(c == END ? '\n' : c, limit);
        state = State.IN_QUOTED;
        break;
      case QUOTE_IN_QUOTED:
        quoteInQuoted(c, limit);
        break;
      default:
        if (newline(c)) {
          break;
        }
        if (c == END) {
          state = State.START_RECORD;
        } else {
          throw CsvModule.error("new-line character seen in unquoted field - do you need to open the file with newline=''?");
        }
    }
  }

  private void startField(int c, long limit) {
    unquoted = true;
    if (c == END || newline(c)) {
      save();
      state = c == END ? State.START_RECORD : State.EAT_NEWLINE;
    } else if (c == dialect.quotechar && dialect.quoting != PyDialect.NONE) {
      unquoted = false;
      state = State.IN_QUOTED;
    } else if (c == dialect.escapechar) {
      state = State.ESCAPED;
    } else if (c == ' ' && dialect.skipinitialspace) {
      state = State.START_FIELD;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else {
      add(c, limit);
      state = State.IN_FIELD;
    }
  }

  private void inField(int c, long limit) {
    if (c == END || newline(c)) {
      save();
      state = c == END ? State.START_RECORD : State.EAT_NEWLINE;
    } else if (c == dialect.escapechar) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else {
      add(c, limit);
      state = State.IN_FIELD;
    }
  }

  private void quoteInQuoted(int c, long limit) {
    if (c == dialect.quotechar && dialect.quoting != PyDialect.NONE) {
      // a doubled quote
      add(c, limit);
      state = State.IN_QUOTED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else if (c == END || newline(c)) {
      save();
      state = c == END ? State.START_RECORD : State.EAT_NEWLINE;
    } else if (!dialect.strict) {
      add(c, limit);
      state = State.IN_FIELD;
    } else {
      throw CsvModule.error("'" + PyStr.java(PyStr.ofPoint(dialect.delimiter)) + "' expected after '"
          + PyStr.java(PyStr.ofPoint(dialect.quotechar)) + "'");
    }
  }

  @Getter(value = "dialect", member = true)
  static Object dialect(PyReader self) {
    return self.dialect;
  }

  @Getter(value = "line_num", member = true)
  static Object lineNumber(PyReader self) {
    return Py.box(self.lineNumber);
  }
}
