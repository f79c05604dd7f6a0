package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Py;

/** Recognises all line ends behind another decoder, and if asked makes them {@code \n}. A {@code \r} at the end waits for what follows. */
final class NewlineDecoder extends TextDecoder {
  private static final int CR = 1;
  private static final int LF = 2;
  private static final int CRLF = 4;

  /** Null: text goes in. */
  final TextDecoder inner;
  private final boolean translate;
  private boolean pendingCr;
  private int seen;

  NewlineDecoder(TextDecoder inner, boolean translate) {
    this.inner = inner;
    this.translate = translate;
  }

  @Override
  Object decode(byte[] b, boolean last) {
    return translate(inner.decode(b, last), last);
  }

  Object translate(Object text, boolean last) {
    int n = Chars.length(text);
    if (pendingCr && (last || n > 0)) {
      text = Chars.concat("\r", text);
      n++;
      pendingCr = false;
    }
    if (n == 0) {
      return text;
    }
    int cr = Chars.indexOf(text, '\r', 0, n);
    if (cr < 0) {
      if ((seen & LF) == 0 && Chars.indexOf(text, '\n', 0, n) >= 0) {
        seen |= LF;
      }
      return text;
    }
    if (!last && Chars.at(text, n - 1) == '\r') {
      text = Chars.slice(text, 0, --n);
      pendingCr = true;
    }
    record(text, n);
    return translate ? Chars.universal(text) : text;
  }

  private void record(Object text, int n) {
    for (int i = 0; i < n && seen != (CR | LF | CRLF); i++) {
      int c = Chars.at(text, i);
      if (c == '\n') {
        seen |= LF;
      } else if (c == '\r') {
        if (i + 1 < n && Chars.at(text, i + 1) == '\n') {
          seen |= CRLF;
          i++;
        } else {
          seen |= CR;
        }
      }
    }
  }

  @Override
  State state() {
    State s = inner == null ? new State(NONE, 0) : inner.state();
    return new State(s.buffered(), s.flags() << 1 | (pendingCr ? 1 : 0));
  }

  @Override
  void setState(State s) {
    pendingCr = (s.flags() & 1) != 0;
    if (inner != null) {
      inner.setState(new State(s.buffered(), s.flags() >> 1));
    }
  }

  @Override
  void reset() {
    seen = 0;
    pendingCr = false;
    if (inner != null) {
      inner.reset();
    }
  }

  /** {@code newlines}: the line ends seen so far. */
  Object newlines() {
    return switch (seen) {
      case CR -> "\r";
      case LF -> "\n";
      case CRLF -> "\r\n";
      case CR | LF -> Py.tuple("\r", "\n");
      case CR | CRLF -> Py.tuple("\r", "\r\n");
      case LF | CRLF -> Py.tuple("\n", "\r\n");
      case CR | LF | CRLF -> Py.tuple("\r", "\n", "\r\n");
      default -> Py.None;
    };
  }
}
