package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Classes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.interp.AsyncBuiltins;
import dev.tuff.engine.number.NumberText;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import dev.tuff.engine.text.StrRepr;

/**
 * The functions of {@code builtins} that look at objects; those that compile and run code are in {@link CodeFunctions}, {@code sum} is in
 * {@link Sum}.
 */
public final class Builtins {
  private Builtins() {}

  @Function(value = "abs(number, /)", doc = "The absolute value of a number.")
  static Object abs(Object number) {
    return Operators.unary(Special.ABS, number);
  }

  @Function(value = "all(iterable, /)", doc = "True if no item of the iterable is false.")
  static boolean all(Object iterable) {
    Object it = Iteration.iter(iterable);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (!Py.truth(v)) {
        return false;
      }
    }
    return true;
  }

  @Function(value = "any(iterable, /)", doc = "True if some item of the iterable is true.")
  static boolean any(Object iterable) {
    Object it = Iteration.iter(iterable);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (Py.truth(v)) {
        return true;
      }
    }
    return false;
  }

  @Function(value = "ascii(obj, /)", doc = "Like repr(), with escapes for all that is not ASCII.")
  public static Object ascii(Object obj) {
    Object r = Py.repr(obj);
    Object value = PyStr.value(r);
    Object escaped = StrRepr.escapeNonAscii(value);
    return escaped == value ? r : escaped;
  }

  @Function(value = "bin(number, /)", doc = "Binary digits of an int, with 0b in front.\n\n"
      + ">>> bin(10)\n'0b1010'")
  static Object bin(Object number) {
    return digits(number, 2, "0b");
  }

  @Function(value = "oct(number, /)", doc = "Octal digits of an int, with 0o in front.\n\n"
      + ">>> oct(64)\n'0o100'")
  static Object oct(Object number) {
    return digits(number, 8, "0o");
  }

  @Function(value = "hex(number, /)", doc = "Hexadecimal digits of an int, with 0x in front.\n\n"
      + ">>> hex(255)\n'0xff'")
  static Object hex(Object number) {
    return digits(number, 16, "0x");
  }

  private static Object digits(Object number, int radix, String prefix) {
    String s = NumberText.digits(PyInt.index(number), radix);
    return s.startsWith("-") ? "-" + prefix + s.substring(1) : prefix + s;
  }

  @Function(value = "callable(obj, /)", doc = "Whether the object can be called.")
  static boolean callable(Object obj) {
    return obj instanceof PyObject o && (o.type().slot(Special.CALL) != null || isCallable(o));
  }

  /** Objects whose type's {@code __call__} is in Java only. */
  private static boolean isCallable(PyObject o) {
    return o instanceof PyType || o instanceof dev.tuff.engine.function.PyBuiltinFunction;
  }

  @Function(value = "chr(i, /)", doc = "The character with an ordinal number.")
  static Object chr(Object i) {
    Object v = PyInt.index(i);
    long c = v instanceof Long l ? l : -1;
    if (c < 0 || c > 0x10FFFF) {
      throw Errors.valueError("chr() arg not in range(0x110000)");
    }
    return PyWideStr.of(new int[] {(int) c});
  }

  @Function(value = "ord(character, /)", doc = "The ordinal number of a character.")
  static long ord(Object character) {
    Object v = PyStr.isStr(character) ? PyStr.value(character) : character;
    if (v instanceof String s) {
      if (s.length() == 1) {
        return s.charAt(0);
      }
      throw notOne(s.length());
    }
    if (v instanceof PyWideStr w) {
      if (w.length() == 1) {
        return w.codePointAt(0);
      }
      throw notOne(w.length());
    }
    byte[] bytes = dev.tuff.engine.bytes.Buffers.find(v);
    if (bytes != null) {
      if (bytes.length == 1) {
        return bytes[0] & 0xFF;
      }
      throw notOne(bytes.length);
    }
    throw Errors.typeError("ord() expected string of length 1, but " + Py.typeOf(character).name() + " found");
  }

  private static PyException notOne(int n) {
    return Errors.typeError("ord() expected a character, but string of length " + n + " found");
  }

  @Function(value = "delattr(obj, name, /)", doc = "Deletes an attribute.")
  static void delattr(Object obj, Object name) {
    Attributes.delete(obj, Attributes.name(name));
  }

  @Function(value = "setattr(obj, name, value, /)", doc = "Sets an attribute.")
  static void setattr(Object obj, Object name, Object value) {
    Attributes.set(obj, Attributes.name(name), value);
  }

  @Function(value = "getattr(object, name, default=<null>, /)", doc = "An attribute by name; the default, if given, where there is none.",
      textSignature = false)
  static Object getattr(Object object, Object name, Object fallback) {
    String n = Attributes.name(name);
    if (fallback == null) {
      return Attributes.get(object, n);
    }
    Object v = Attributes.find(object, n);
    return v == null ? fallback : v;
  }

  @Function(value = "hasattr(obj, name, /)", doc = "Whether there is an attribute of that name.")
  static boolean hasattr(Object obj, Object name) {
    return Attributes.find(obj, Attributes.name(name)) != null;
  }

  @Function(value = "dir(object=<null>, /)", doc = "The names of the attributes of an object; without one, those in the current scope.",
      textSignature = false)
  static Object dir(Object object, ThreadState ts) {
    Object names;
    if (object == null) {
      names = Call.attribute(CodeFunctions.localsOf(ts), "keys");
    } else {
      Object f = Attributes.special(object, "__dir__");
      if (f == null) {
        throw Errors.typeError("object does not provide __dir__");
      }
      names = Call.call(f);
    }
    PyList list = PyList.of(Iteration.toArray(names).clone());
    Call.attribute(list, "sort");
    return list;
  }

  @Function(value = "vars(object=<null>, /)", doc = "The __dict__ of an object; without one, locals().", textSignature = false)
  static Object vars(Object object, ThreadState ts) {
    if (object == null) {
      return CodeFunctions.localsOf(ts);
    }
    Object d = Attributes.find(object, "__dict__");
    if (d == null) {
      throw Errors.typeError("vars() argument must have __dict__ attribute");
    }
    return d;
  }

  @Function(value = "divmod(x, y, /)", doc = "The tuple (x//y, x%y).")
  static Object divmod(Object x, Object y) {
    return Operators.divmod(x, y);
  }

  @Function(value = "format(value, format_spec='', /)", doc = "value.__format__(format_spec)")
  static Object format(Object value, Object spec) {
    if (!PyStr.isStr(spec)) {
      throw Errors.typeError("format() argument 2 must be str, not " + Py.typeOf(spec).name());
    }
    Object r = Call.method(Py.typeOf(value).slot(Special.FORMAT), value, spec);
    if (!PyStr.isStr(r)) {
      throw Errors.typeError("__format__ must return a str, not " + Py.typeOf(r).name());
    }
    return r;
  }

  @Function(value = "hash(obj, /)", doc = "The hash of an object.")
  static long hash(Object obj) {
    return Py.hash(obj);
  }

  @Function(value = "id(obj, /)", doc = "A number that no other living object has.")
  static Object id(Object obj) {
    return Identity.id(obj);
  }

  @Function(value = "isinstance(obj, class_or_tuple, /)", doc = "Whether an object is an instance of a class, or of one of several.")
  static boolean isinstance(Object obj, Object cls) {
    return Classes.isInstance(obj, cls);
  }

  @Function(value = "issubclass(cls, class_or_tuple, /)", doc = "Whether a class derives from another, or from one of several.")
  static boolean issubclass(Object cls, Object of) {
    return Classes.isSubclass(cls, of);
  }

  @Function(value = "iter(object, sentinel=<null>, /)", doc = "An iterator over an object, or over what calls return until the sentinel.",
      textSignature = false)
  static Object iter(Object object, Object sentinel) {
    if (sentinel == null) {
      return Iteration.iter(object);
    }
    if (!callable(object)) {
      throw Errors.typeError("iter(v, w): v must be callable");
    }
    return new dev.tuff.engine.iter.PyCallableIterator(object, sentinel);
  }

  @Function(value = "next(iterator, default=<null>, /)", doc = "The next item of an iterator; the default, if given, at its end.",
      textSignature = false)
  static Object next(Object iterator, Object fallback) {
    PyType t = Py.typeOf(iterator);
    Object f = t.slot(Special.NEXT);
    if (f == null) {
      throw Errors.typeError("'" + t.name() + "' object is not an iterator");
    }
    if (fallback == null) {
      return Call.method(f, iterator);
    }
    Object v = iterator instanceof PyIterator ? Iteration.next(iterator) : nextOrNull(f, iterator);
    return v == null ? fallback : v;
  }

  private static Object nextOrNull(Object f, Object iterator) {
    try {
      return Call.method(f, iterator);
    } catch (PyException e) {
      if (e.is(Exceptions.StopIteration)) {
        return null;
      }
      throw e;
    }
  }

  @Function(value = "aiter(async_iterable, /)", doc = "An async iterator over an object.")
  static Object aiter(Object iterable) {
    return AsyncBuiltins.aiter(iterable);
  }

  @Function(value = "anext(aiterator, default=<null>, /)", doc = "The awaitable of an async iterator's next item.")
  static Object anext(Object iterator, Object fallback) {
    return AsyncBuiltins.anext(iterator, fallback);
  }

  @Function(value = "len(obj, /)", doc = "The number of items in a container.")
  static Object len(Object obj) {
    if (obj instanceof String s) {
      return Py.box(s.length());
    }
    return Py.box(Items.length(obj));
  }

  @Function(value = "pow(base, exp, mod=None)", doc = "base**exp, or base**exp % mod.")
  static Object pow(Object base, Object exp, Object mod) {
    return Operators.power(base, exp, mod);
  }

  @Function(value = "repr(obj, /)", doc = "The text that stands for an object.")
  static Object repr(Object obj) {
    return Py.repr(obj);
  }

  @Function(value = "round(number, ndigits=None)", doc = "A number rounded to so many decimal digits, or to an int.")
  static Object round(Object number, Object ndigits) {
    Object f = Attributes.special(number, "__round__");
    if (f == null) {
      throw Errors.typeError("type " + Py.typeOf(number).name() + " doesn't define __round__ method");
    }
    return ndigits == Py.None ? Call.call(f) : Call.call(f, ndigits);
  }

  @Function(value = "sorted(iterable, /, *, key=None, reverse=False)", doc = "A new list of the items in ascending order.")
  static Object sorted(Object iterable, Object key, Object reverse) {
    PyList list = iterable instanceof PyList l && l.shape == PyList.SHAPE ? l.slice(0, Long.MAX_VALUE) : PyList.of(Iteration.toArray(iterable).clone());
    Call.call(Attributes.get(list, "sort"), new Object[] {key, reverse}, new String[] {"key", "reverse"});
    return list;
  }

  @Function(value = "print(*args, sep=' ', end='\\n', file=None, flush=False)", doc = "Writes the arguments as text to a stream, or to sys.stdout.")
  static void print(Object[] args, Object sep, Object end, Object file, boolean flush, Interpreter interpreter) {
    Object out = file;
    if (out == Py.None) {
      out = interpreter.sys.dict().getStr("stdout");
      if (out == null) {
        throw Errors.runtimeError("lost sys.stdout");
      }
      if (out == Py.None) {
        return;
      }
    }
    if (sep != Py.None && !PyStr.isStr(sep)) {
      throw Errors.typeError("sep must be None or a string, not " + Py.typeOf(sep).name());
    }
    if (end != Py.None && !PyStr.isStr(end)) {
      throw Errors.typeError("end must be None or a string, not " + Py.typeOf(end).name());
    }
    Object write = Attributes.get(out, "write");
    Object between = sep == Py.None ? " " : sep;
    for (int i = 0; i < args.length; i++) {
      if (i > 0) {
        Call.call(write, between);
      }
      Call.call(write, Py.str(args[i]));
    }
    Call.call(write, end == Py.None ? "\n" : end);
    if (flush) {
      Call.attribute(out, "flush");
    }
  }

  @Function(value = "input(prompt='', /)", doc = "Reads a line from standard input, without its newline.")
  static Object input(Object prompt, Interpreter interpreter) {
    PyDict sys = interpreter.sys.dict();
    Object in = stream(sys, "stdin");
    Object out = stream(sys, "stdout");
    Object err = stream(sys, "stderr");
    flushIfAble(err);
    if (!PyStr.isStr(prompt) || !PyStr.java(prompt).isEmpty()) {
      Call.attribute(out, "write", Py.str(prompt));
    }
    flushIfAble(out);
    Object line = Call.attribute(in, "readline");
    if (!PyStr.isStr(line)) {
      throw Errors.typeError("object.readline() returned non-string");
    }
    String s = PyStr.java(line);
    if (s.isEmpty()) {
      throw Errors.eofError("EOF when reading a line");
    }
    return Py.str(s.endsWith("\n") ? s.substring(0, s.length() - 1) : s);
  }

  /** Before input is read, what does not flush is left alone. */
  private static void flushIfAble(Object stream) {
    try {
      Call.attribute(stream, "flush");
    } catch (PyException e) {
      if (!e.is(Exceptions.Exception)) {
        throw e;
      }
    }
  }

  private static Object stream(PyDict sys, String name) {
    Object s = sys.getStr(name);
    if (s == null || s == Py.None) {
      throw Errors.runtimeError("lost sys." + name);
    }
    return s;
  }

  @Function(value = "breakpoint(*args, **kws)", doc = "Calls sys.breakpointhook with the same arguments.")
  static Object breakpoint(Object[] args, PyDict kws, Interpreter interpreter) {
    Object hook = interpreter.sys.dict().getStr("breakpointhook");
    if (hook == null) {
      throw Errors.runtimeError("lost sys.breakpointhook");
    }
    return Call.call(hook, dev.tuff.engine.function.Keywords.values(args, kws), dev.tuff.engine.function.Keywords.names(kws));
  }
}
