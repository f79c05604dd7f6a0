package dev.tuff.engine.exception;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;

/** The builtin exception types ("Exception hierarchy" of the library reference). */
public final class Exceptions {
  public static final PyType BaseException = type("BaseException", PyType.OBJECT, new PyBaseExceptionTable());
  public static final PyType Exception = type("Exception", BaseException);
  public static final PyType GeneratorExit = type("GeneratorExit", BaseException);
  public static final PyType KeyboardInterrupt = type("KeyboardInterrupt", BaseException);
  public static final PyType SystemExit = type("SystemExit", BaseException);
  public static final PyType TypeError = type("TypeError", Exception);
  public static final PyType StopAsyncIteration = type("StopAsyncIteration", Exception);
  public static final PyType StopIteration = type("StopIteration", Exception);
  public static final PyType ArithmeticError = type("ArithmeticError", Exception);
  public static final PyType FloatingPointError = type("FloatingPointError", ArithmeticError);
  public static final PyType OverflowError = type("OverflowError", ArithmeticError);
  public static final PyType ZeroDivisionError = type("ZeroDivisionError", ArithmeticError);
  public static final PyType AssertionError = type("AssertionError", Exception);
  public static final PyType AttributeError = type("AttributeError", Exception);
  public static final PyType BufferError = type("BufferError", Exception);
  public static final PyType EOFError = type("EOFError", Exception);
  public static final PyType ImportError = type("ImportError", Exception);
  public static final PyType ModuleNotFoundError = type("ModuleNotFoundError", ImportError);
  public static final PyType LookupError = type("LookupError", Exception);
  public static final PyType IndexError = type("IndexError", LookupError);
  public static final PyType KeyError = type("KeyError", LookupError);
  public static final PyType MemoryError = type("MemoryError", Exception);
  public static final PyType NameError = type("NameError", Exception);
  public static final PyType UnboundLocalError = type("UnboundLocalError", NameError);
  public static final PyType OSError = type("OSError", Exception);
  public static final PyType ReferenceError = type("ReferenceError", Exception);
  public static final PyType RuntimeError = type("RuntimeError", Exception);
  public static final PyType NotImplementedError = type("NotImplementedError", RuntimeError);
  public static final PyType RecursionError = type("RecursionError", RuntimeError);
  public static final PyType SyntaxError = type("SyntaxError", Exception);
  public static final PyType SystemError = type("SystemError", Exception);
  public static final PyType ValueError = type("ValueError", Exception);

  private Exceptions() {}

  private static PyType type(String name, PyType base, BuiltinTable... tables) {
    return PyType.builtin(name, base, base == PyType.OBJECT ? PyType.HAS_DICT | PyType.WEAKREF : PyType.BASE_LAYOUT, null, tables);
  }
}
