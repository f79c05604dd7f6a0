package dev.tuff.stdlib.sre;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;
import java.nio.charset.StandardCharsets;

/** The result of a substitution as it grows: text, or bytes as Latin-1 text. */
final class Pieces {
  private final boolean bytes;
  private final StrBuilder text = new StrBuilder();
  private int count;

  Pieces(boolean bytes) {
    this.bytes = bytes;
  }

  /** Appends a str or bytes-like object, of the kind that the subject is. */
  void add(Object piece) {
    if (bytes) {
      if (PyStr.isStr(piece) || !Buffers.supports(piece)) {
        throw Errors.typeError("sequence item " + count + ": expected a bytes-like object, " + Py.typeOf(piece).name() + " found");
      }
      text.text(new String(Buffers.bytes(piece), StandardCharsets.ISO_8859_1));
    } else {
      if (!PyStr.isStr(piece)) {
        throw Errors.typeError("sequence item " + count + ": expected str instance, " + Py.typeOf(piece).name() + " found");
      }
      text.append(piece);
    }
    count++;
  }

  /** Appends a part of the subject. */
  void add(Subject s, int from, int to) {
    if (from < to) {
      if (s.text != null) {
        text.append(s.text, from, to);
      } else {
        text.append(PyStr.value(s.object), from, to);
      }
      count++;
    }
  }

  Object build() {
    Object v = text.build();
    return bytes ? new PyBytes(((String) v).getBytes(StandardCharsets.ISO_8859_1)) : v;
  }
}
