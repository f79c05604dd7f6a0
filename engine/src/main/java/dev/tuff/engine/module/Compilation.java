package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Compiler;
import dev.tuff.compiler.TreeOptimizer;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PySyntaxError;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.SyntaxWarning;
import dev.tuff.syntax.ast.Mod;

/** {@code compile()}: flags, modes, source in its forms, and the Python exceptions for what syntax and compiler find wrong. */
public final class Compilation {
  // flags of compile(), as in the ast and codeop modules
  static final int DONT_IMPLY_DEDENT = 0x200;
  static final int ONLY_AST = 0x400;
  static final int IGNORE_COOKIE = 0x800;
  static final int TYPE_COMMENTS = 0x1000;
  static final int TOP_LEVEL_AWAIT = 0x2000;
  static final int ALLOW_INCOMPLETE = 0x4000;
  static final int OPTIMIZED_AST = 0x8000 | ONLY_AST;
  private static final int FUTURES =
      Code.CO_FUTURE_DIVISION | Code.CO_FUTURE_ABSOLUTE_IMPORT | Code.CO_FUTURE_WITH_STATEMENT | Code.CO_FUTURE_PRINT_FUNCTION
          | Code.CO_FUTURE_UNICODE_LITERALS | Code.CO_FUTURE_BARRY_AS_BDFL | Code.CO_FUTURE_GENERATOR_STOP | Code.CO_FUTURE_ANNOTATIONS;
  private static final int KNOWN =
      FUTURES | DONT_IMPLY_DEDENT | OPTIMIZED_AST | IGNORE_COOKIE | TYPE_COMMENTS | TOP_LEVEL_AWAIT | ALLOW_INCOMPLETE | Code.CO_NESTED;

  /** Larger files are not searched for a line to show. */
  private static final int MAX_SHOWN_FILE = 1 << 24;

  private Compilation() {}

  /** Turns Python {@code ast} objects into the tree and back; installed by the native half of {@code ast}. */
  public interface AstBridge {
    boolean isNode(Object o);

    Mod fromPython(Object node, Mode mode);

    Object toPython(Mod tree);
  }

  static Object compile(
      ThreadState ts, Object source, Object filename, String mode, long flags, boolean dontInherit, int optimize, int featureVersion) {
    return compile(ts, source, filename, mode, flags, dontInherit, optimize, featureVersion, "compile");
  }

  static Object compile(
      ThreadState ts, Object source, Object filename, String modeName, long flags, boolean dontInherit, int optimize, int featureVersion,
      String caller) {
    String file = filename(filename);
    if ((flags & ~KNOWN) != 0) {
      throw Errors.valueError("compile(): unrecognised flags");
    }
    if (optimize < -1 || optimize > 2) {
      throw Errors.valueError("compile(): invalid optimize value");
    }
    int all = (int) flags;
    if (!dontInherit && ts.frame != null) {
      all |= ts.frame.code.flags & FUTURES;
    }
    boolean onlyAst = (flags & ONLY_AST) != 0;
    Mode mode = switch (modeName) {
      case "exec" -> Mode.EXEC;
      case "eval" -> Mode.EVAL;
      case "single" -> Mode.SINGLE;
      case "func_type" -> {
        if (!onlyAst) {
          throw Errors.valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
        }
        yield Mode.FUNC_TYPE;
      }
      default -> throw Errors.valueError(onlyAst
          ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
          : "compile() mode must be 'exec', 'eval' or 'single'");
    };
    Interpreter interpreter = ts.interpreter;
    int level = optimize >= 0 ? optimize : interpreter.optimize;
    AstBridge ast = interpreter.astBridge();
    Source text = null;
    try {
      if (ast != null && ast.isNode(source)) {
        if ((flags & OPTIMIZED_AST) == ONLY_AST) {
          ast.fromPython(source, mode);
          return source;
        }
        Mod tree = ast.fromPython(source, mode);
        return onlyAst ? ast.toPython(optimized(tree, file, all, level)) : code(interpreter, tree, file, all, level);
      }
      text = source(source, file, (flags & IGNORE_COOKIE) != 0, caller);
      ParseOptions options = ParseOptions.DEFAULT
          .withTypeComments((flags & TYPE_COMMENTS) != 0)
          .withAllowIncompleteInput((flags & ALLOW_INCOMPLETE) != 0)
          .withDontImplyDedent((flags & DONT_IMPLY_DEDENT) != 0)
          .withBarryAsFlufl((all & Code.CO_FUTURE_BARRY_AS_BDFL) != 0)
          .withMaxIntDigits(interpreter.intMaxStrDigits);
      if (featureVersion >= 0) {
        options = options.withFeatureVersion(featureVersion);
      }
      Parser.Result parsed = Parser.parseWithWarnings(text, mode, options);
      for (SyntaxWarning w : parsed.warnings()) {
        warn(w, file);
      }
      if (onlyAst) {
        if (ast == null) {
          throw Errors.notImplementedError("compile() to a syntax tree: the _ast module is missing");
        }
        boolean optimized = (flags & OPTIMIZED_AST) == OPTIMIZED_AST;
        return ast.toPython(optimized ? optimized(parsed.tree(), file, all, level) : parsed.tree());
      }
      return code(interpreter, parsed.tree(), file, all, level);
    } catch (SyntaxError e) {
      PyException error = raise(e, file);
      // The traceback module looks for misspelt keywords in the whole source of what the parser, not the compiler, rejects.
      if (text != null && e.text != null && error.value instanceof PySyntaxError s) {
        String whole = text.text();
        s.metadata = Py.tuple(Py.box(0), Py.box(0), Py.str(whole.endsWith("\n") ? whole : whole.concat("\n")));
      }
      throw error;
    }
  }

  private static PyCode code(Interpreter interpreter, Mod tree, String file, int flags, int optimize) {
    CompileOptions options = options(flags, optimize);
    StaticCompiler statics = interpreter.staticCompiler;
    // what a program compiles itself stays as it is: only the import system and the command know that a whole module is meant
    String module = statics != null && statics.wants(tree) ? ModuleInHand.name(file) : null;
    if (module != null) {
      return new PyCode(statics.compile(interpreter, tree, module, file, options));
    }
    return new PyCode(Compiler.compile(tree, file, options));
  }

  private static Mod optimized(Mod tree, String file, int flags, int optimize) {
    return TreeOptimizer.optimize(tree, file, options(flags, optimize));
  }

  private static CompileOptions options(int flags, int optimize) {
    return new CompileOptions(optimize, flags & FUTURES, (flags & TOP_LEVEL_AWAIT) != 0,
        (category, message, filename, line) -> warnFromCompiler(category, message, filename, line));
  }

  /** A filename argument as text. */
  public static String filename(Object filename) {
    if (PyStr.isStr(filename)) {
      return PyStr.java(filename);
    }
    Object f = filename;
    Object fspath = Attributes.special(filename, "__fspath__");
    if (fspath != null) {
      f = Call.call(fspath);
      if (PyStr.isStr(f)) {
        return PyStr.java(f);
      }
    }
    if (f instanceof dev.tuff.engine.bytes.PyBytes) {
      return new String(dev.tuff.engine.bytes.Buffers.find(f), java.nio.charset.StandardCharsets.UTF_8);
    }
    throw Errors.typeError("expected str, bytes or os.PathLike object, not " + Py.typeOf(filename).name());
  }

  /** A source argument: str, or bytes with the encoding that they say. */
  public static Source source(Object source, String file, boolean ignoreCookie, String caller) {
    if (PyStr.isStr(source)) {
      String s = PyStr.java(source);
      if (s.indexOf('\0') >= 0) {
        throw syntaxError("source code string cannot contain null bytes", file);
      }
      return Source.of(s, file);
    }
    byte[] bytes = dev.tuff.engine.bytes.Buffers.find(source);
    if (bytes == null) {
      String what = caller.equals("compile") ? "a string, bytes or AST object" : "a string, bytes or code object";
      throw Errors.typeError(caller + "() arg 1 must be " + what);
    }
    return Source.decode(bytes, file, Compilation::decode);
  }

  /** Source in an encoding of Python's {@code codecs}. */
  private static String decode(byte[] bytes, int start, String encoding) {
    Object data = new dev.tuff.engine.bytes.PyBytes(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    try {
      return PyStr.java(Call.call(Attributes.get(data, "decode"), Py.str(encoding)));
    } catch (PyException e) {
      String message = Py.javaString(Py.str(e.value));
      if (e.is(Exceptions.LookupError) && message.startsWith("unknown encoding")) {
        return null;
      }
      throw new SyntaxError(SyntaxError.Kind.SYNTAX, message, null, 0, -1, SyntaxError.NONE, SyntaxError.NONE, null);
    }
  }

  private static PyException syntaxError(String message, String file) {
    PyBaseException e = PyBaseException.create(Exceptions.SyntaxError, message);
    return new PyException(e);
  }

  private static Object number(int n) {
    return n == SyntaxError.NONE ? Py.None : Py.box(n);
  }

  /** The Python exception of an error that syntax or compiler found. */
  public static PyException raise(SyntaxError e, String file) {
    PyType type = exceptionType(e.kind.pythonName);
    if (!type.isSubtype(Exceptions.SyntaxError)) {
      return Errors.make(type, Py.str(e.message));
    }
    if (e.line == SyntaxError.NONE && e.text == null) {
      return Errors.make(type, Py.str(e.message));
    }
    String name = e.filename == null ? file : e.filename;
    Object text = e.text == null ? fileLine(name, e.line) : Py.str(e.text);
    Object place = e.endLine == SyntaxError.NONE
        ? Py.tuple(Py.str(name), number(e.line), number(e.offset), text)
        : Py.tuple(Py.str(name), number(e.line), number(e.offset), text, number(e.endLine), number(e.endOffset));
    return Errors.make(type, Py.str(e.message), place);
  }

  /** What the compiler rejects it shows from the file of that name, if there is one. */
  private static Object fileLine(String file, int line) {
    Interpreter interpreter = Interpreter.current();
    if (line <= 0 || file.startsWith("<") || interpreter.host == null) {
      return Py.None;
    }
    try {
      String text = sourceFile(interpreter, file, MAX_SHOWN_FILE).text();
      int from = 0;
      for (int i = 1; i < line; i++) {
        from = text.indexOf('\n', from) + 1;
        if (from == 0) {
          return Py.None;
        }
      }
      int end = text.indexOf('\n', from);
      return from >= text.length() ? Py.None : Py.str(text.substring(from, end < 0 ? text.length() : end + 1));
    } catch (HostException | SyntaxError noSuchText) {
      return Py.None;
    }
  }

  /** The text of a file, in the encoding that it says; {@link SyntaxError} if it has none of that. */
  public static Source sourceFile(Interpreter interpreter, String file, int limit) {
    return Source.decode(read(interpreter, file, limit), file, Compilation::decode);
  }

  /** A file's first bytes; {@link HostException} if it cannot be read. */
  public static byte[] read(Interpreter interpreter, String file, int limit) {
    OpenFile f = interpreter.host.files().open(file, FileSystem.O_RDONLY, 0);
    try {
      byte[] bytes = new byte[(int) Math.min(f.status().size(), limit)];
      int n = 0;
      for (int r; n < bytes.length && (r = f.read(bytes, n, bytes.length - n)) > 0; ) {
        n += r;
      }
      return n == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, n);
    } finally {
      f.release();
    }
  }

  /** A warning of the parser: {@code warnings.warn_explicit}; as an error it is a SyntaxError at its place. */
  private static void warn(SyntaxWarning w, String file) {
    if (warnFromCompiler("SyntaxWarning", w.message(), file, w.line())) {
      throw w.asError();
    }
  }

  private static boolean warnFromCompiler(String category, String message, String filename, int line) {
    try {
      explicit(category, message, filename, line);
      return false;
    } catch (PyException e) {
      if (e.value.type().name().equals(category)) {
        return true;
      }
      throw e;
    }
  }

  private static PyType exceptionType(String name) {
    for (PyType t : Exceptions.all()) {
      if (t.name().equals(name)) {
        return t;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static void explicit(String category, String message, String file, int line) {
    Object warnings = Interpreter.current().importModule("warnings");
    Object[] args = {Py.str(message), exceptionType(category), Py.str(file), Py.box(line)};
    Call.call(Attributes.get(warnings, "warn_explicit"), args, null);
  }
}
