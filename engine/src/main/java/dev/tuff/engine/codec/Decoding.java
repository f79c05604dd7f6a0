package dev.tuff.engine.codec;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyUnicodeError;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;
import java.util.Arrays;

/**
 * One run of a decoder over bytes. A subclass reads {@link #in} from {@link #at} to the end; here is what happens with bytes that mean
 * nothing ("Error Handlers" of the codecs module).
 */
abstract class Decoding {
  private final String name;
  private final String errors;

  /** The input: an error handler may exchange it. */
  protected byte[] in;

  /** The next byte to read; after the run, how many were consumed. */
  protected int at;

  /** Whether an incomplete character at the end is an error, not something to wait for. */
  protected final boolean last;

  protected final StrBuilder out;

  Decoding(String name, byte[] in, String errors, boolean last) {
    this.name = name;
    this.in = in;
    this.errors = errors == null ? "strict" : errors;
    this.last = last;
    out = new StrBuilder(in.length);
  }

  /** Reads all of the input that can be read. */
  abstract void run();

  final Object decode() {
    run();
    return out.build();
  }

  final String errors() {
    return errors;
  }

  final PyException error(int start, int end, String reason) {
    return PyUnicodeError.of(Exceptions.UnicodeDecodeError, name, new PyBytes(in), start, end, reason);
  }

  /** Deals with bytes {@code [start, end)} and sets {@link #at} to where to go on. */
  final void bad(int start, int end, String reason) {
    switch (errors) {
      case "strict":
        throw error(start, end, reason);
      case "ignore":
        at = end;
        return;
      case "replace":
        out.point(0xFFFD);
        at = end;
        return;
      case "surrogateescape": {
        int i = start;
        for (; i < end && i < start + 4 && in[i] < 0; i++) {
          out.point(0xDC00 | in[i] & 0xFF);
        }
        if (i == start) {
          throw error(start, end, reason);
        }
        at = i;
        return;
      }
      case "backslashreplace":
        for (int i = start; i < end; i++) {
          out.text("\\x" + Character.forDigit(in[i] >> 4 & 15, 16) + Character.forDigit(in[i] & 15, 16));
        }
        at = end;
        return;
      default:
        custom(start, end, reason);
    }
  }

  private void custom(int start, int end, String reason) {
    Object handler = CodecRegistry.current().errorHandler(errors);
    PyException e = error(start, end, reason);
    Object r = Call.call(handler, e.value);
    if (!(r instanceof PyTuple t) || t.size() != 2 || !PyStr.isStr(t.get(0)) || !PyInt.isInt(t.get(1))) {
      throw Errors.typeError("decoding error handler must return (str, int) tuple");
    }
    if (((PyUnicodeError) e.value).object instanceof PyBytes b) {
      in = Arrays.copyOf(b.array(), b.size());
    } else {
      throw Errors.typeError("exception attribute object must be bytes");
    }
    long to = Convert.toLong(t.get(1));
    to = to < 0 ? to + in.length : to;
    if (to < 0 || to > in.length) {
      throw Errors.indexError("position " + Convert.toLong(t.get(1)) + " from error handler out of bounds");
    }
    out.append(t.get(0));
    at = (int) to;
  }
}
