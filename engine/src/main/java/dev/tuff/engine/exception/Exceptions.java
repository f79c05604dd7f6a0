package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;

/** The builtin exception types ("Exception hierarchy" of the library reference). */
public final class Exceptions {
  public static final PyType BaseException = own("BaseException", PyType.OBJECT, "The base of all exceptions.", new PyBaseExceptionTable());
  public static final PyType Exception = type("Exception", BaseException, "The base of all exceptions that do not end the program.");
  public static final PyType GeneratorExit = type("GeneratorExit", BaseException, "Asks a generator to finish.");
  public static final PyType KeyboardInterrupt = type("KeyboardInterrupt", BaseException, "The user interrupted the program.");
  public static final PyType SystemExit = own("SystemExit", BaseException, "Asks the interpreter to end.", new PySystemExitTable());
  public static final PyType BaseExceptionGroup =
      own("BaseExceptionGroup", BaseException, "Several unrelated exceptions raised together.", new PyExceptionGroupTable());
  public static final PyType ExceptionGroup =
      PyType.builtin("ExceptionGroup", new PyType[] {BaseExceptionGroup, Exception}, PyType.BASE_LAYOUT, null);

  public static final PyType TypeError = type("TypeError", Exception, "An argument has the wrong type.");
  public static final PyType StopAsyncIteration = type("StopAsyncIteration", Exception, "The end of an asynchronous iterator.");
  public static final PyType StopIteration = own("StopIteration", Exception, "The end of an iterator.", new PyStopIterationTable());
  public static final PyType ArithmeticError = type("ArithmeticError", Exception, "The base of arithmetic errors.");
  public static final PyType FloatingPointError = type("FloatingPointError", ArithmeticError, "A floating-point operation failed.");
  public static final PyType OverflowError = type("OverflowError", ArithmeticError, "A result is too large to be represented.");
  public static final PyType ZeroDivisionError = type("ZeroDivisionError", ArithmeticError, "Division or modulo by zero.");
  public static final PyType AssertionError = type("AssertionError", Exception, "An assertion failed.");
  public static final PyType AttributeError =
      own("AttributeError", Exception, "There is no such attribute.", new PyAttributeErrorTable());
  public static final PyType BufferError = type("BufferError", Exception, "A buffer operation failed.");
  public static final PyType EOFError = type("EOFError", Exception, "Input ended before anything was read.");
  public static final PyType ImportError =
      own("ImportError", Exception, "A module, or a name in it, cannot be imported.", new PyImportErrorTable());
  public static final PyType ModuleNotFoundError = type("ModuleNotFoundError", ImportError, "There is no such module.");
  public static final PyType LookupError = type("LookupError", Exception, "The base of look-up errors.");
  public static final PyType IndexError = type("IndexError", LookupError, "A sequence index is out of range.");
  public static final PyType KeyError = type("KeyError", LookupError, "A mapping has no such key.", new KeyErrorMethodsTable());
  public static final PyType MemoryError = type("MemoryError", Exception, "Out of memory.");
  public static final PyType NameError = own("NameError", Exception, "There is no such global name.", new PyNameErrorTable());
  public static final PyType UnboundLocalError = type("UnboundLocalError", NameError, "A local variable has no value yet.");
  public static final PyType ReferenceError = type("ReferenceError", Exception, "The object behind a weak proxy is gone.");
  public static final PyType RuntimeError = type("RuntimeError", Exception, "An error of no other kind.");
  public static final PyType NotImplementedError = type("NotImplementedError", RuntimeError, "The method or function is yet to be written.");
  public static final PyType RecursionError = type("RecursionError", RuntimeError, "The recursion limit is exceeded.");
  public static final PyType PythonFinalizationError =
      type("PythonFinalizationError", RuntimeError, "The operation is blocked while the interpreter ends.");
  public static final PyType SyntaxError = own("SyntaxError", Exception, "The source text is not Python.", new PySyntaxErrorTable());
  public static final PyType IndentationError = type("IndentationError", SyntaxError, "The indentation is wrong.");
  public static final PyType TabError = type("TabError", IndentationError, "Tabs and spaces are mixed inconsistently.");
  public static final PyType IncompleteInputError = type("_IncompleteInputError", SyntaxError, "The source text is not complete.");
  public static final PyType SystemError = type("SystemError", Exception, "An internal error of the interpreter.");
  public static final PyType ValueError = type("ValueError", Exception, "An argument has the right type but a wrong value.");
  public static final PyType UnicodeError = type("UnicodeError", ValueError, "The base of encoding and decoding errors.");
  public static final PyType UnicodeEncodeError =
      own("UnicodeEncodeError", UnicodeError, "Text cannot be encoded.", new PyUnicodeErrorTable(), new PyUnicodeErrorEncodeTable());
  public static final PyType UnicodeDecodeError =
      own("UnicodeDecodeError", UnicodeError, "Bytes cannot be decoded.", new PyUnicodeErrorTable(), new PyUnicodeErrorDecodeTable());
  public static final PyType UnicodeTranslateError =
      own("UnicodeTranslateError", UnicodeError, "Text cannot be translated.", new PyUnicodeErrorTable(), new PyUnicodeErrorTranslateTable());

  public static final PyType OSError = own("OSError", Exception, "An operation of the system failed.", new PyOSErrorTable());
  public static final PyType BlockingIOError = type("BlockingIOError", OSError, "The operation would block.");
  public static final PyType ChildProcessError = type("ChildProcessError", OSError, "An operation on a child process failed.");
  public static final PyType ConnectionError = type("ConnectionError", OSError, "The base of connection errors.");
  public static final PyType BrokenPipeError = type("BrokenPipeError", ConnectionError, "The other end is closed.");
  public static final PyType ConnectionAbortedError = type("ConnectionAbortedError", ConnectionError, "The peer aborted the connection.");
  public static final PyType ConnectionRefusedError = type("ConnectionRefusedError", ConnectionError, "The peer refused the connection.");
  public static final PyType ConnectionResetError = type("ConnectionResetError", ConnectionError, "The peer reset the connection.");
  public static final PyType FileExistsError = type("FileExistsError", OSError, "The file exists already.");
  public static final PyType FileNotFoundError = type("FileNotFoundError", OSError, "There is no such file.");
  public static final PyType InterruptedError = type("InterruptedError", OSError, "A signal interrupted the operation.");
  public static final PyType IsADirectoryError = type("IsADirectoryError", OSError, "The operation does not work on directories.");
  public static final PyType NotADirectoryError = type("NotADirectoryError", OSError, "The operation only works on directories.");
  public static final PyType PermissionError = type("PermissionError", OSError, "The operation is not permitted.");
  public static final PyType ProcessLookupError = type("ProcessLookupError", OSError, "There is no such process.");
  public static final PyType TimeoutError = type("TimeoutError", OSError, "The operation took too long.");

  public static final PyType Warning = type("Warning", Exception, "The base of warning categories.");
  public static final PyType BytesWarning = type("BytesWarning", Warning, "Warns of doubtful mixtures of bytes and str.");
  public static final PyType DeprecationWarning = type("DeprecationWarning", Warning, "Warns of deprecated features.");
  public static final PyType EncodingWarning = type("EncodingWarning", Warning, "Warns of encodings left to the locale.");
  public static final PyType FutureWarning = type("FutureWarning", Warning, "Warns of what will change its meaning.");
  public static final PyType ImportWarning = type("ImportWarning", Warning, "Warns of probable mistakes in imports.");
  public static final PyType PendingDeprecationWarning =
      type("PendingDeprecationWarning", Warning, "Warns of features that will be deprecated.");
  public static final PyType ResourceWarning = type("ResourceWarning", Warning, "Warns of resources left open.");
  public static final PyType RuntimeWarning = type("RuntimeWarning", Warning, "Warns of doubtful behaviour at run time.");
  public static final PyType SyntaxWarning = type("SyntaxWarning", Warning, "Warns of doubtful syntax.");
  public static final PyType UnicodeWarning = type("UnicodeWarning", Warning, "Warns of problems with Unicode.");
  public static final PyType UserWarning = type("UserWarning", Warning, "Warns of what user code says.");

  private Exceptions() {}

  /** All of them, as the builtins module has them. */
  public static PyType[] all() {
    return new PyType[] {
      BaseException, BaseExceptionGroup, Exception, GeneratorExit, KeyboardInterrupt, SystemExit, ArithmeticError, AssertionError,
      AttributeError, BufferError, EOFError, ImportError, LookupError, MemoryError, NameError, OSError, ReferenceError, RuntimeError,
      StopAsyncIteration, StopIteration, SyntaxError, SystemError, TypeError, ValueError, Warning, FloatingPointError, OverflowError,
      ZeroDivisionError, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning, PendingDeprecationWarning,
      ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning, BlockingIOError, ChildProcessError, ConnectionError,
      FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError,
      TimeoutError, IndentationError, IncompleteInputError, IndexError, KeyError, ModuleNotFoundError, NotImplementedError,
      PythonFinalizationError, RecursionError, UnboundLocalError, UnicodeError, BrokenPipeError, ConnectionAbortedError,
      ConnectionRefusedError, ConnectionResetError, TabError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, ExceptionGroup,
    };
  }

  /** Puts them all, and their old names, into the dict of the builtins module. */
  public static void define(PyDict into) {
    for (PyType t : all()) {
      into.putStr(t.name(), t);
    }
    into.putStr("EnvironmentError", OSError);
    into.putStr("IOError", OSError);
  }

  /** A type whose instances are of its base's Java class. */
  private static PyType type(String name, PyType base, String doc, BuiltinTable... tables) {
    return PyType.builtin(name, base, PyType.BASE_LAYOUT, doc, tables);
  }

  /** A type whose instances have a Java class of their own. */
  private static PyType own(String name, PyType base, String doc, BuiltinTable... tables) {
    return PyType.builtin(name, base, base == PyType.OBJECT ? PyType.HAS_DICT | PyType.EXCEPTION : 0, doc, tables);
  }
}
