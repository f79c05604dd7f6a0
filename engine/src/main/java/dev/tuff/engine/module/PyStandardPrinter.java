package dev.tuff.engine.module;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import java.nio.charset.StandardCharsets;

/** {@code sys.stderr} until the real one can be made: what -v says of the first imports goes through it. */
final class PyStandardPrinter extends PyObject {
  static final PyType TYPE = PyType.builtin("stderrprinter", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      new PyStandardPrinterTable());

  private final Interpreter interpreter;

  PyStandardPrinter(Interpreter interpreter) {
    super(TYPE);
    this.interpreter = interpreter;
  }

  @Method("write(self, text, /)")
  static long write(PyStandardPrinter self, Object text) {
    String s = PyStr.java(text);
    OpenFile err = self.interpreter.host.descriptors().find(2);
    byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
    try {
      for (int done = 0; err != null && done < bytes.length; ) {
        done += Math.max(0, err.write(bytes, done, bytes.length - done));
      }
    } catch (HostException unwritable) {
      // there is nowhere to say so
    }
    return s.length();
  }

  @Method("flush(self, /)")
  static void flush(PyStandardPrinter self) {}

  @Method("close(self, /)")
  static void close(PyStandardPrinter self) {}

  @Method("fileno(self, /)")
  static long fileno(PyStandardPrinter self) {
    return 2;
  }

  @Method("isatty(self, /)")
  static boolean isatty(PyStandardPrinter self) {
    OpenFile err = self.interpreter.host.descriptors().find(2);
    return err != null && err.isTerminal();
  }

  @Getter("closed")
  static Object closed(PyStandardPrinter self) {
    return false;
  }

  @Getter("encoding")
  static Object encoding(PyStandardPrinter self) {
    return Py.None;
  }

  @Getter("mode")
  static Object mode(PyStandardPrinter self) {
    return "w";
  }
}
