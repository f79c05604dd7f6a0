package dev.tuff.engine.codec;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One interpreter's codecs: the search functions of {@code codecs.register}, what they found, and the error handlers. */
public final class CodecRegistry {
  private final List<Object> searchFunctions = new CopyOnWriteArrayList<>();
  private final Map<String, PyTuple> found = new ConcurrentHashMap<>();
  private final Map<String, Object> errorHandlers = new ConcurrentHashMap<>();
  private boolean ready;

  private CodecRegistry() {
    ErrorHandlers.registerAll(errorHandlers);
  }

  public static CodecRegistry current() {
    return Interpreter.current().state(CodecRegistry.class, CodecRegistry::new);
  }

  public void register(Object search) {
    if (!isCallable(search)) {
      throw Errors.typeError("argument must be callable");
    }
    searchFunctions.add(search);
  }

  private static boolean isCallable(Object o) {
    return Py.typeOf(o).slot(Special.CALL) != null;
  }

  /** Forgets a search function and all that was found. */
  public void unregister(Object search) {
    searchFunctions.removeIf(f -> f == search);
    found.clear();
  }

  /** The name as search functions get it: lower case, runs of anything but letters, digits and dots as one underscore. */
  static String normalize(String encoding) {
    StringBuilder out = new StringBuilder(encoding.length());
    boolean gap = false;
    for (int i = 0; i < encoding.length(); i++) {
      char c = encoding.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c) || c == '.') {
        if (gap && !out.isEmpty()) {
          out.append('_');
        }
        gap = false;
        out.append(Character.toLowerCase(c));
      } else {
        gap = true;
      }
    }
    return out.toString();
  }

  /** The codec's tuple {@code (encoder, decoder, stream reader, stream writer)}; LookupError if there is none. */
  public PyTuple lookup(String encoding) {
    if (encoding.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    String name = normalize(encoding);
    PyTuple t = found.get(name);
    if (t != null) {
      return t;
    }
    if (!ready) {
      // the package encodings registers its search function when it is imported
      ready = true;
      Interpreter.current().importModule("encodings");
    }
    if (searchFunctions.isEmpty()) {
      throw Errors.make(Exceptions.LookupError, "no codec search functions registered: can't find encoding");
    }
    for (Object search : searchFunctions) {
      Object r = Call.call(search, name);
      if (r == Py.None) {
        continue;
      }
      if (!(r instanceof PyTuple p) || p.size() != 4) {
        throw Errors.typeError("codec search functions must return 4-tuples");
      }
      found.put(name, p);
      return p;
    }
    throw Errors.make(Exceptions.LookupError, Py.str("unknown encoding: " + encoding));
  }

  /** The handler registered under a name. */
  public Object errorHandler(String name) {
    Object f = errorHandlers.get(name);
    if (f == null) {
      throw Errors.make(Exceptions.LookupError, Py.str("unknown error handler name '" + name + "'"));
    }
    return f;
  }

  public void registerErrorHandler(String name, Object handler) {
    if (!isCallable(handler)) {
      throw Errors.typeError("handler must be callable");
    }
    errorHandlers.put(name, handler);
  }

  /** Removes a handler; false if there was none. Those of the start cannot be removed. */
  public boolean unregisterErrorHandler(String name) {
    if (ErrorHandlers.isBuiltin(name)) {
      throw Errors.valueError("cannot un-register built-in error handler '" + name + "'");
    }
    return errorHandlers.remove(name) != null;
  }
}
