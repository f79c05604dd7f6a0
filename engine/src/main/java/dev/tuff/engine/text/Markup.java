package dev.tuff.engine.text;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;

/** Takes a format string apart ("Format String Syntax" of the module string): literal text and replacement fields in turn. */
public final class Markup {
  private final Object text;
  private final int end;
  private int at;

  /** The literal text before the field. */
  public int literalStart;
  public int literalEnd;

  /** Whether a replacement field follows the literal text; the rest is meaningless if not. */
  public boolean hasField;
  public int nameStart;
  public int nameEnd;
  public int specStart;
  public int specEnd;

  /** Whether the format specification has replacement fields of its own. */
  public boolean nested;

  /** The conversion character, or 0. */
  public int conversion;

  /** Over characters {@code [start, end)} of a plain value. */
  public Markup(Object text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  public Object slice(int from, int to) {
    return PyStr.slice(text, from, to);
  }

  /** Goes to the next literal and field; false at the end. */
  public boolean next() {
    if (at >= end) {
      return false;
    }
    hasField = false;
    nested = false;
    conversion = 0;
    specStart = specEnd = 0;
    literalStart = at;
    int c = 0;
    boolean brace = false;
    while (at < end && !brace) {
      c = PyStr.pointAt(text, at++);
      brace = c == '{' || c == '}';
    }
    literalEnd = at;
    if (!brace) {
      return true;
    }
    boolean atEnd = at >= end;
    if (c == '}' && (atEnd || PyStr.pointAt(text, at) != '}')) {
      throw Errors.valueError("Single '}' encountered in format string");
    }
    if (atEnd) {
      throw Errors.valueError("Single '{' encountered in format string");
    }
    if (PyStr.pointAt(text, at) == c) {
      // a doubled brace: the first is text
      at++;
      return true;
    }
    literalEnd--;
    hasField = true;
    field();
    return true;
  }

  private void field() {
    nameStart = at;
    int c = 0;
    boolean done = false;
    while (at < end && !done) {
      c = PyStr.pointAt(text, at++);
      if (c == '{') {
        throw Errors.valueError("unexpected '{' in field name");
      }
      if (c == '[') {
        while (at < end && PyStr.pointAt(text, at) != ']') {
          at++;
        }
      }
      done = c == '}' || c == ':' || c == '!';
    }
    nameEnd = done ? at - 1 : at;
    if (!done) {
      throw Errors.valueError("expected '}' before end of string");
    }
    if (c == '!') {
      if (at >= end) {
        throw Errors.valueError("end of string while looking for conversion specifier");
      }
      conversion = PyStr.pointAt(text, at++);
      if (at < end) {
        c = PyStr.pointAt(text, at++);
        if (c == '}') {
          return;
        }
        if (c != ':') {
          throw Errors.valueError("expected ':' after conversion specifier");
        }
      }
    }
    if (c != '}') {
      specification();
    }
  }

  private void specification() {
    specStart = at;
    int depth = 1;
    while (at < end) {
      int c = PyStr.pointAt(text, at++);
      if (c == '{') {
        nested = true;
        depth++;
      } else if (c == '}' && --depth == 0) {
        specEnd = at - 1;
        return;
      }
    }
    throw Errors.valueError("unmatched '{' in format spec");
  }

  /** The parts of a field name: {@code first.attribute[index]}. */
  public static final class FieldName {
    private final Object text;
    private final int end;
    private int at;

    /** The part up to the first dot or bracket, and as a number if it is one, else -1. */
    public final Object first;
    public final long firstIndex;

    /** Of the part last reached by {@link #next}: whether it is an attribute, its text, and its number or -1. */
    public boolean isAttribute;
    public Object part;
    public long index;

    public FieldName(Object text, int start, int end) {
      this.text = text;
      this.end = end;
      int i = start;
      while (i < end && PyStr.pointAt(text, i) != '.' && PyStr.pointAt(text, i) != '[') {
        i++;
      }
      first = PyStr.slice(text, start, i);
      firstIndex = number(start, i);
      at = i;
    }

    /** Goes to the next part; false at the end. */
    public boolean next() {
      if (at >= end) {
        return false;
      }
      int c = PyStr.pointAt(text, at++);
      int from = at;
      if (c == '.') {
        isAttribute = true;
        while (at < end && PyStr.pointAt(text, at) != '.' && PyStr.pointAt(text, at) != '[') {
          at++;
        }
        part = PyStr.slice(text, from, at);
        index = -1;
      } else if (c == '[') {
        isAttribute = false;
        while (at < end && PyStr.pointAt(text, at) != ']') {
          at++;
        }
        if (at >= end) {
          throw Errors.valueError("Missing ']' in format string");
        }
        part = PyStr.slice(text, from, at);
        index = number(from, at);
        at++;
      } else {
        throw Errors.valueError("Only '.' or '[' may follow ']' in format field specifier");
      }
      if (PyStr.length(part) == 0) {
        throw Errors.valueError("Empty attribute in format string");
      }
      return true;
    }

    private long number(int from, int to) {
      if (from == to) {
        return -1;
      }
      long n = 0;
      for (int i = from; i < to; i++) {
        int d = Character.digit(PyStr.pointAt(text, i), 10);
        if (d < 0) {
          return -1;
        }
        if (n > (Long.MAX_VALUE - d) / 10) {
          throw Errors.valueError("Too many decimal digits in format string");
        }
        n = n * 10 + d;
      }
      return n;
    }
  }

  /** Applies {@code !r}, {@code !s} or {@code !a}. */
  static Object convert(Object o, int conversion) {
    return switch (conversion) {
      case 0 -> o;
      case 'r' -> dev.tuff.engine.core.Py.repr(o);
      case 's' -> dev.tuff.engine.core.Py.str(o);
      case 'a' -> StrRepr.escapeNonAscii(PyStr.value(dev.tuff.engine.core.Py.repr(o)));
      default -> throw unknown(conversion);
    };
  }

  private static PyException unknown(int c) {
    return Errors.valueError("Unknown conversion specifier " + (c > 32 && c < 127 ? Character.toString(c) : "\\x" + Integer.toHexString(c)));
  }
}
