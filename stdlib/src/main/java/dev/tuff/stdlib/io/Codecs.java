package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;

/** The codecs that a text stream asks the registry for. */
final class Codecs {
  private Codecs() {}

  /** The {@code CodecInfo} of a text encoding. */
  static Object lookup(Object encoding) {
    if (dev.tuff.engine.text.PyStr.value(encoding) instanceof dev.tuff.engine.text.PyWideStr) {
      // a name that cannot be encoded is no name
      Utf8.encode(encoding, Utf8.OnError.STRICT);
    }
    Object codecs = Interpreter.current().importModule("_codecs");
    Object info = Py.callMethod(codecs, "lookup", encoding);
    Object text = Attributes.find(info, "_is_text_encoding");
    if (text != null && !Py.truth(text)) {
      throw notText(encoding);
    }
    return info;
  }

  private static PyException notText(Object encoding) {
    return Errors.make(Exceptions.LookupError,
        Py.str("'" + Py.javaString(encoding) + "' is not a text encoding; use codecs.open() to handle arbitrary codecs"));
  }

  static Object incremental(Object info, String kind, String errors) {
    return Call.call(Attributes.get(info, kind), Py.str(errors));
  }
}
