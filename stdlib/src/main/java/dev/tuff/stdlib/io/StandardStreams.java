package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}, and {@code open} among the builtins. Made without asking the system much. */
public final class StandardStreams {
  private StandardStreams() {}

  public static void open(Interpreter interpreter, Settings settings) {
    // importlib takes over the modules that it finds, and makes their specs
    PyModule io = new PyModule("_io");
    interpreter.nativeModules.init("_io", io);
    interpreter.modules.putStr("_io", io);
    interpreter.builtins.set("open", io.dict().getStr("open"));
    String encoding = "utf-8";
    String errors = null;
    String wanted = interpreter.environment("PYTHONIOENCODING");
    if (wanted != null && !wanted.isEmpty()) {
      int colon = wanted.indexOf(':');
      String name = colon < 0 ? wanted : wanted.substring(0, colon);
      encoding = name.isEmpty() ? encoding : name;
      errors = colon < 0 ? null : wanted.substring(colon + 1);
    }
    boolean lenient = settings.flag("utf8_mode") != 0 || plainLocale(interpreter);
    String both = errors != null ? errors : wanted == null && lenient ? "surrogateescape" : "strict";
    boolean unbuffered = settings.flag("unbuffered") != 0;
    set(interpreter, "stdin", stream(interpreter, 0, encoding, both, unbuffered));
    set(interpreter, "stdout", stream(interpreter, 1, encoding, both, unbuffered));
    set(interpreter, "stderr", stream(interpreter, 2, encoding, "backslashreplace", unbuffered));
  }

  private static boolean plainLocale(Interpreter interpreter) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String v = interpreter.host.environment().get(name);
      if (v != null && !v.isEmpty()) {
        return v.equals("C") || v.equals("POSIX");
      }
    }
    return true;
  }

  private static void set(Interpreter interpreter, String name, Object stream) {
    interpreter.sys.set(name, stream);
    interpreter.sys.set("__" + name + "__", stream);
  }

  private static Object stream(Interpreter interpreter, int fd, Object encoding, String errors, boolean unbuffered) {
    if (interpreter.host.descriptors().find(fd) == null) {
      return Py.None;
    }
    boolean read = fd == 0;
    PyFileIO raw = PyFileIO.ofDescriptor(interpreter.host, fd, read, read ? "<stdin>" : fd == 1 ? "<stdout>" : "<stderr>");
    PyTextIOWrapper text = new PyTextIOWrapper(PyTextIOWrapper.TYPE, interpreter);
    if (unbuffered && !read) {
      text.initStandard(raw, encoding, errors, "\n", false, true);
    } else {
      Object buffer = BufferedTypes.make(read ? BufferedTypes.READER : BufferedTypes.WRITER, raw, IoModule.DEFAULT_BUFFER_SIZE, interpreter);
      // stderr is written by line even into a file
      text.initStandard(buffer, encoding, errors, read ? null : "\n", fd == 2 || raw.file().isTerminal(), false);
    }
    text.dictSet("mode", read ? "r" : "w");
    return text;
  }

  /** Writes out what the program left in its streams. True if {@code sys.stdout} could not be flushed. */
  public static boolean flush(Interpreter interpreter) {
    boolean failed = !flush(interpreter.sys.dict().getStr("stdout"));
    flush(interpreter.sys.dict().getStr("stderr"));
    OpenWriters.of(interpreter).flushAll();
    return failed;
  }

  private static boolean flush(Object stream) {
    if (stream == null || stream == Py.None) {
      return true;
    }
    try {
      Object closed = Attributes.find(stream, "closed");
      if (closed == null || !Py.truth(closed)) {
        Py.callMethod(stream, "flush");
      }
      return true;
    } catch (PyException e) {
      dev.tuff.engine.core.Unraisable.report(e.value, null, stream);
      return false;
    }
  }
}
