package dev.tuff.stdlib.json;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;

/** {@code _json}: the quick parts of {@code json}. */
public final class JsonModule {
  private JsonModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_json", new JsonModuleTable());
    m.set("__doc__", "json speedups\n");
    m.set("make_scanner", PyScanner.TYPE);
    m.set("make_encoder", PyEncoder.TYPE);
  }

  private static void checkText(Object o) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("first argument must be a string, not " + Py.typeOf(o).name());
    }
  }

  @Function(value = "encode_basestring(string, /)", doc = "encode_basestring(string) -> string\n\nReturn a JSON representation of a string.")
  static Object encode_basestring(Object string) {
    checkText(string);
    StrBuilder out = new StrBuilder();
    JsonStrings.write(out, string, false);
    return out.build();
  }

  @Function(value = "encode_basestring_ascii(string, /)",
      doc = "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a string.")
  static Object encode_basestring_ascii(Object string) {
    checkText(string);
    StrBuilder out = new StrBuilder();
    JsonStrings.write(out, string, true);
    return out.build();
  }

  @Function(value = "scanstring(string, end, strict=True, /)", textSignature = false, doc = "scanstring(string, end, strict=True) -> "
      + "(string, end)\n\nScan the string s for a JSON string. End is the index of the character in s after the quote that started it.")
  static Object scanstring(Object string, long end, boolean strict) {
    checkText(string);
    JsonText t = new JsonText(string);
    if (end < 0 || end > t.length) {
      throw Errors.valueError("end is out of bounds");
    }
    Object value = JsonStrings.scan(t, (int) end, strict);
    return PyTuple.of(value, Py.box(t.end));
  }
}
