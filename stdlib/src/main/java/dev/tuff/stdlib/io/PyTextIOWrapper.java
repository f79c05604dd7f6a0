package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/**
 * {@code _io.TextIOWrapper}: text over a buffered binary stream. Decoded text that was not yet read is {@link #decoded} from {@link #used}
 * on; {@link #snapshot} is where the decoder stood before it, from which {@code tell} finds the position. Encoded text that was not yet
 * written is {@link #pending}.
 */
final class PyTextIOWrapper extends PyIOBase {
  static final PyType TYPE = PyType.builtin("_io.TextIOWrapper", TextIOBase.TYPE, 0, "A text stream over a buffered binary stream.\n\n"
      + "newline is None (all line ends are read as \\n, \\n is written as the system's), '' (all line ends are recognised and kept),\n"
      + "or the one line end there is. With line_buffering a write of a line end flushes.", new TextIOMethodsTable(), new TextIOPositionTable());

  /** Where the decoder stood, and the bytes that it has been given since. */
  record Snapshot(long flags, byte[] input) {}

  Object buffer;

  /** The buffer if it is exactly one of the Java types: used without going through Python. */
  PyBuffered direct;
  boolean ok;
  boolean detached;
  Object encoding;
  String errors;
  TextEncoder encoder;
  TextDecoder decoder;

  /** The newline argument; null for None. */
  String newline;
  boolean readTranslate;
  boolean readUniversal;
  boolean writeTranslate;

  /** What {@code \n} is written as; null for itself. */
  String writeEnd;
  boolean lineBuffering;
  boolean writeThrough;
  boolean seekable;
  boolean telling;
  private boolean hasRead1;
  int chunkSize = 8192;
  byte[] pending;
  int pendingSize;
  Object decoded;
  int used;
  Snapshot snapshot;
  double bytesPerCharacter;
  boolean atStart;
  private final OpenWriters writers;
  private java.lang.ref.WeakReference<PyIOBase> registration;

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    if (ok) {
      dead();
    }
  }

  PyTextIOWrapper(PyType type, Interpreter interpreter) {
    super(type);
    writers = OpenWriters.of(interpreter);
  }

  /** @param newline null for None */
  void init(Object buffer, Object encoding, String errors, String newline, boolean lineBuffering, boolean writeThrough) {
    ok = false;
    detached = false;
    this.encoding = encoding;
    this.errors = errors;
    this.buffer = buffer;
    this.lineBuffering = lineBuffering;
    this.writeThrough = writeThrough;
    direct = buffer instanceof PyBuffered b
        && (b.type() == BufferedTypes.READER || b.type() == BufferedTypes.WRITER || b.type() == BufferedTypes.RANDOM) ? b : null;
    if (direct != null) {
      direct.owningText = this;
    }
    pendingSize = 0;
    setDecoded(null);
    snapshot = null;
    setNewline(newline);
    setCodec();
    if (direct != null && direct.file() != null) {
      seekable = telling = direct.file().canSeek();
    } else {
      seekable = telling = Py.truth(Py.callMethod(buffer, "seekable"));
    }
    hasRead1 = direct != null || Attributes.find(buffer, "read1") != null;
    atStart = false;
    startEncoder();
    ok = true;
  }

  /** As {@link #init} for a standard stream: nothing is asked of the system. */
  void initStandard(Object buffer, Object encoding, String errors, String newline, boolean lineBuffering, boolean writeThrough) {
    this.encoding = encoding;
    this.errors = errors;
    this.buffer = buffer;
    this.lineBuffering = lineBuffering;
    this.writeThrough = writeThrough;
    direct = buffer instanceof PyBuffered b ? b : null;
    setNewline(newline);
    setCodec();
    hasRead1 = true;
    ok = true;
  }

  void setNewline(String newline) {
    this.newline = newline;
    readUniversal = newline == null || newline.isEmpty();
    readTranslate = newline == null;
    writeTranslate = newline == null || !newline.isEmpty();
    writeEnd = newline != null && (newline.equals("\r") || newline.equals("\r\n")) ? newline : null;
  }

  void setCodec() {
    TextDecoder.Encoding known = TextDecoder.Encoding.of(PyStr.java(encoding));
    Object info = null;
    decoder = null;
    encoder = null;
    if (direct != null ? direct.canRead : Py.truth(Py.callMethod(buffer, "readable"))) {
      decoder = TextDecoder.of(known, errors);
      if (decoder == null) {
        info = Codecs.lookup(encoding);
        decoder = new TextDecoder.OfPython(Codecs.incremental(info, "incrementaldecoder", errors));
      }
      if (readUniversal) {
        decoder = new NewlineDecoder(decoder, readTranslate);
      }
    }
    if (direct != null ? direct.canWrite : Py.truth(Py.callMethod(buffer, "writable"))) {
      encoder = TextEncoder.of(known, errors);
      if (encoder == null) {
        info = info == null ? Codecs.lookup(encoding) : info;
        encoder = new TextEncoder.OfPython(Codecs.incremental(info, "incrementalencoder", errors), PyStr.java(encoding));
      }
    }
    if (decoder == null && encoder == null && known == TextDecoder.Encoding.OTHER) {
      Codecs.lookup(encoding);
    }
  }

  /** In the middle of a file no byte order mark is written. */
  void startEncoder() {
    if (seekable && encoder != null) {
      atStart = true;
      if (encoder.marksStart() && !Py.eq(Py.callMethod(buffer, "tell"), Py.box(0))) {
        atStart = false;
        encoder.start(false);
      }
    }
  }

  // ---- being in order

  void checkAttached() {
    if (!ok) {
      throw detached ? Errors.valueError("underlying buffer has been detached") : Errors.valueError("I/O operation on uninitialized object");
    }
  }

  void checkInitialized() {
    if (!ok && !detached) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
  }

  /** The buffer, which code that was called meanwhile may have taken away. */
  Object attached() {
    if (buffer == null) {
      throw Errors.valueError("underlying buffer has been detached");
    }
    return buffer;
  }

  void checkOpen() {
    checkAttached();
    if (type() == TYPE && direct != null ? direct.rawClosed() : isClosed(this)) {
      throw IoErrors.closed();
    }
  }

  boolean isFile(String path) {
    return ok && direct != null && direct.isFile(path);
  }

  // ---- writing

  synchronized void write(Object text) {
    if (writeTranslate && writeEnd != null) {
      text = Chars.replace(text, '\n', writeEnd);
    }
    writeTranslated(text);
  }

  /** As {@link #write}, of text whose line ends are as they are to be written. */
  synchronized void writeTranslated(Object text) {
    boolean hasLf = lineBuffering && Chars.indexOf(text, '\n', 0, Chars.length(text)) >= 0;
    boolean through = writeThrough;
    boolean flush = lineBuffering && (hasLf || Chars.indexOf(text, '\r', 0, Chars.length(text)) >= 0);
    byte[] b = encoder.encode(text);
    atStart = false;
    while (pendingSize > 0 && pendingSize + b.length > chunkSize) {
      // what is called meanwhile may write as well
      writePending();
    }
    if (b.length > chunkSize && pendingSize == 0) {
      toBuffer(b, b.length);
    } else {
      append(b);
      if (pendingSize >= chunkSize || through || flush) {
        writePending();
      }
    }
    if (flush) {
      if (direct != null) {
        BufferedWriting.flush(direct);
      } else {
        Py.callMethod(attached(), "flush");
      }
    }
    if (snapshot != null) {
      setDecoded(null);
      snapshot = null;
    }
    if (decoder != null) {
      decoder.reset();
    }
  }

  private void append(byte[] b) {
    if (pending == null) {
      pending = new byte[Math.max(chunkSize, b.length)];
    } else if (pendingSize + b.length > pending.length) {
      pending = Arrays.copyOf(pending, pendingSize + b.length + chunkSize);
    }
    if (pendingSize == 0 && b.length > 0) {
      registration = writers.add(this);
    }
    System.arraycopy(b, 0, pending, pendingSize, b.length);
    pendingSize += b.length;
  }

  private void toBuffer(byte[] b, int n) {
    if (direct != null) {
      BufferedWriting.write(direct, b, n);
    } else {
      Py.callMethod(attached(), "write", new PyBytes(n == b.length ? b.clone() : Arrays.copyOf(b, n)));
    }
  }

  /** Hands the pending bytes to the buffer. */
  synchronized void writePending() {
    int n = pendingSize;
    if (n == 0) {
      return;
    }
    pendingSize = 0;
    byte[] bytes = pending;
    pending = null;
    writers.remove(registration);
    toBuffer(bytes, n);
    if (pending == null) {
      pending = bytes;
    }
  }

  // ---- reading

  void setDecoded(Object text) {
    decoded = text;
    used = 0;
  }

  /** The decoded text that is left, at most {@code n} characters of it (negative: all), which are then used. */
  Object take(long n) {
    if (decoded == null) {
      return "";
    }
    int avail = Chars.length(decoded) - used;
    int count = n < 0 || n > avail ? avail : (int) n;
    Object r = used > 0 || count < avail ? Chars.slice(decoded, used, used + count) : decoded;
    used += count;
    return r;
  }

  PyException notReadable() {
    return IoErrors.unsupported("not readable");
  }

  /** Decodes another piece; false at the end. */
  boolean readChunk(long hint) {
    if (decoder == null) {
      throw notReadable();
    }
    TextDecoder.State before = telling ? decoder.state() : null;
    long size = chunkSize;
    if (hint > 0) {
      size = Math.max(size, (long) (Math.max(bytesPerCharacter, 1.0) * hint));
    }
    byte[] input;
    if (direct != null) {
      input = BufferedReading.readChunk(direct, (int) Math.min(size, Integer.MAX_VALUE - 8));
    } else {
      String method = hasRead1 ? "read1" : "read";
      Object chunk = Py.callMethod(buffer, method, Py.box(size));
      input = bytes(chunk, method);
    }
    boolean end = input.length == 0;
    Object text = decoder.decode(input, end);
    setDecoded(text);
    int n = Chars.length(text);
    bytesPerCharacter = n > 0 ? (double) input.length / n : 0;
    if (n > 0) {
      end = false;
    }
    if (before != null) {
      byte[] next = input;
      if (before.buffered().length > 0) {
        next = Arrays.copyOf(before.buffered(), before.buffered().length + input.length);
        System.arraycopy(input, 0, next, before.buffered().length, input.length);
      }
      snapshot = new Snapshot(before.flags(), next);
    }
    return !end;
  }

  private static byte[] bytes(Object chunk, String method) {
    if (chunk instanceof PyBytes b) {
      return b.array();
    }
    byte[] b = Buffers.find(chunk);
    if (b == null) {
      throw Errors.typeError("underlying " + method + "() should have returned a bytes-like object, not '" + Py.typeOf(chunk).name() + "'");
    }
    return b;
  }

  /** The rest of the file. */
  Object readAll() {
    Object data = direct != null ? BufferedReading.read(direct, Py.box(-1)) : Py.callMethod(buffer, "read");
    if (data == Py.None) {
      throw IoErrors.wouldBlock("Read returned None.", 0);
    }
    Object text = decoder.decode(bytes(data, "read"), true);
    Object head = take(-1);
    if (decoded != null) {
      setDecoded(null);
    }
    snapshot = null;
    return Chars.concat(head, text);
  }

  /** One line, at most {@code limit} characters (negative: any number) of it. */
  Object line(long limit) {
    writePending();
    Object text = decoded;
    if (text != null && limit < 0 && used < Chars.length(text)) {
      // the common case: a whole line is there
      int end = lineEnd(text, used, Chars.length(text));
      if (end >= 0) {
        Object r = Chars.slice(text, used, end);
        used = end;
        return r;
      }
    }
    return longLine(limit);
  }

  private Object longLine(long limit) {
    Chars.StringJoin parts = new Chars.StringJoin();
    long have = 0;
    // with a line end of two characters its first may be the last of a piece
    Object kept = null;
    while (true) {
      boolean end = false;
      while (decoded == null || used >= Chars.length(decoded)) {
        if (!readChunk(0)) {
          end = true;
          break;
        }
      }
      if (end) {
        setDecoded(null);
        snapshot = null;
        if (kept != null) {
          parts.add(kept);
        }
        return parts.value();
      }
      Object text = decoded;
      int from = used;
      int shift = 0;
      if (kept != null) {
        text = Chars.concat(kept, Chars.slice(decoded, used, Chars.length(decoded)));
        shift = Chars.length(kept) - used;
        from = 0;
        kept = null;
      }
      int n = Chars.length(text);
      int stop = limit < 0 ? n : (int) Math.min(n, from + limit - have);
      int at = lineEnd(text, from, n);
      if (at >= 0 && at <= stop || stop < n || limit >= 0 && have + n - from >= limit) {
        int to = at >= 0 && at <= stop ? at : stop;
        parts.add(Chars.slice(text, from, to));
        used = to - shift;
        return parts.value();
      }
      int keep = newline != null && newline.length() == 2 && n > from && Chars.at(text, n - 1) == '\r' ? 1 : 0;
      parts.add(Chars.slice(text, from, n - keep));
      have += n - keep - from;
      kept = keep == 1 ? "\r" : null;
      setDecoded(null);
    }
  }

  /** Where the line of {@code text} that starts at {@code from} ends, or -1. */
  private int lineEnd(Object text, int from, int to) {
    if (readTranslate || !readUniversal && newline.equals("\n")) {
      int lf = Chars.indexOf(text, '\n', from, to);
      return lf < 0 ? -1 : lf + 1;
    }
    if (readUniversal) {
      int lf = Chars.indexOf(text, '\n', from, to);
      int cr = Chars.indexOf(text, '\r', from, lf < 0 ? to : lf);
      if (cr < 0) {
        return lf < 0 ? -1 : lf + 1;
      }
      return cr + 1 < to && Chars.at(text, cr + 1) == '\n' ? cr + 2 : cr + 1;
    }
    int i = from;
    while ((i = Chars.indexOf(text, newline.charAt(0), i, to)) >= 0) {
      if (newline.length() == 1) {
        return i + 1;
      }
      if (i + 1 < to && Chars.at(text, i + 1) == newline.charAt(1)) {
        return i + 2;
      }
      i++;
    }
    return -1;
  }

  PyException notWritable() {
    return IoErrors.unsupported("not writable");
  }

  static PyException badLine(Object line) {
    return Errors.make(Exceptions.OSError, "readline() should have returned a str object, not '" + Py.typeOf(line).name() + "'");
  }
}
