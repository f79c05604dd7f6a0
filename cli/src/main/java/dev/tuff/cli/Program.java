package dev.tuff.cli;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyOSError;
import dev.tuff.engine.exception.PySystemExit;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.module.BytecodeFiles;
import dev.tuff.engine.module.ExceptionDisplay;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Startup;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.FileStatus;
import dev.tuff.host.HostException;
import dev.tuff.stdlib.os.PosixPaths;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Runs what the command line names in a fresh interpreter, on the thread that will be Python's main thread, and gives the exit code.
 *
 * <p>The order is CPython's: start-up, {@code site}, {@code sys.path[0]}, the program, its uncaught exception, interactive use if asked for,
 * then the end: waiting for threads, {@code atexit}, flushing.
 */
final class Program {
  /** The exit code of a program whose output could not be written in the end. */
  private static final int FLUSH_FAILED = 120;

  /** Names in a module that show whether the import system is there. */
  private static final String[] NAMES_OF_IMPORTS = {"__loader__", "__spec__", "__builtins__"};

  /** 128 + SIGINT: how shells report a program that an interrupt ended. */
  private static final int INTERRUPTED = 130;

  private final Interpreter interpreter;
  private final CommandLine line;
  private final String executable;

  /** Whether {@link #imports} has run. */
  private boolean started;

  /** What goes to {@code sys.path[0]}; null for nothing. */
  private String pathEntry;

  /** The class of {@code __main__.__loader__}. */
  private String loader;

  Program(Interpreter interpreter, CommandLine line, String executable) {
    this.interpreter = interpreter;
    this.line = line;
    this.executable = executable;
  }

  int run() {
    try {
      Startup.run(interpreter, InterpreterSetup.settings(line, executable));
    } catch (PyException failed) {
      System.err.print("Fatal Python error: the interpreter does not start\n" + ExceptionDisplay.plain(failed.value));
      return 1;
    }
    interpreter.defer(this::imports);
    if (Site.hasWork(interpreter, line)) {
      guarded(this::completed);
    }
    int status = guarded(this::program);
    if (wantsPrompt()) {
      status = guarded(() -> {
        new Repl(interpreter, line).run(false);
        return 0;
      });
    }
    return end(status);
  }

  /** Something that runs Python code and gives an exit code, or raises. */
  private interface Step {
    int run();
  }

  /** The step's exit code, with its uncaught exception shown. */
  private int guarded(Step step) {
    try {
      return step.run();
    } catch (PyException e) {
      return uncaught(e.value);
    } catch (StackOverflowError e) {
      System.err.println("Fatal Python error: stack overflow");
      return 1;
    }
  }

  private int completed() {
    interpreter.complete();
    return 0;
  }

  /** The part of start-up that programs without imports do not need. */
  private void imports() {
    if (interpreter.importlib == null) {
      Startup.imports(interpreter);
    }
    if (!line.warnOptions.isEmpty()) {
      interpreter.importModule("warnings");
    }
    if (line.noSite == 0) {
      interpreter.importModule("site");
    }
    started = true;
    if (pathEntry != null) {
      insertPath();
    }
    if (loader != null) {
      setLoader();
    }
  }

  private int program() {
    return switch (line.action) {
      case COMMAND -> command();
      case MODULE -> {
        prependPath(interpreter.host.files().cwd());
        runModule(line.target, true);
        yield 0;
      }
      case FILE -> file();
      default -> standardInput();
    };
  }

  private boolean wantsPrompt() {
    if (line.inspect == 0 && interpreter.environment("PYTHONINSPECT") == null) {
      return false;
    }
    return line.action != CommandLine.Action.STDIN || !isTerminal();
  }

  // ---- the kinds of program

  private int command() {
    prependPath("");
    loader = "BuiltinImporter";
    Object text = Py.str(line.target);
    try {
      Call.attribute(text, "encode");
    } catch (PyException notText) {
      System.err.print("Unable to decode the command from the command line:\n" + ExceptionDisplay.plain(notText.value));
      return 1;
    }
    if (!line.target.isEmpty() && Character.isWhitespace(line.target.charAt(0))) {
      line.target = Dedent.dedent(line.target);
    }
    String source = line.target + "\n";
    PyModule main = mainModule(source);
    Object code = compile(Py.str(source), "<string>");
    dump(code);
    runCode(code, main);
    return 0;
  }

  private int standardInput() {
    prependPath("");
    if (isTerminal() || line.interactive > 0) {
      new Repl(interpreter, line).run(true);
      return 0;
    }
    loader = "BuiltinImporter";
    PyModule main = mainModule(null);
    Object stdin = interpreter.sys.dict().getStr("stdin");
    Object source = stdin == Py.None ? Py.str("") : Call.attribute(Attributes.get(stdin, "buffer"), "read");
    Object code = compile(source, "<stdin>");
    dump(code);
    runCode(code, main);
    return 0;
  }

  private int file() {
    Tool tool = Tool.of(line.target, interpreter.host.files());
    if (tool != null) {
      return tool.start(interpreter, line.argv);
    }
    FileStatus status = interpreter.host.files().find(line.target, true);
    if (status == null ? isInArchive() : status.isDirectory() || status.isRegular() && isZip()) {
      // like a module: what runpy finds as __main__ on this path
      prependPath(line.target, true);
      runModule("__main__", false);
      return 0;
    }
    byte[] source;
    try {
      source = readFile(Integer.MAX_VALUE);
    } catch (PyException e) {
      if (e.value instanceof PyOSError error && error.errno != null) {
        System.err.print(name() + ": can't open file " + Py.javaRepr(Py.str(absolute(line.target))) + ": [Errno "
            + Py.javaString(error.errno) + "] " + Py.javaString(error.strerror) + "\n");
        return 2;
      }
      throw e;
    }
    if (line.skipFirstLine) {
      int end = 0;
      while (end < source.length && source[end] != '\n') {
        end++;
      }
      // the line end stays, so that line numbers are right
      source = Arrays.copyOfRange(source, end, source.length);
    }
    prependPath(scriptDirectory());
    boolean compiled = line.target.endsWith(".pyc");
    loader = compiled ? "SourcelessFileLoader" : "SourceFileLoader";
    PyModule main = mainModule(compiled ? null : new String(source, StandardCharsets.ISO_8859_1));
    main.set("__file__", Py.str(line.target));
    main.set("__cached__", Py.None);
    if (!compiled) {
      checkNullBytes(source);
    }
    Object code = compiled ? load(source) : compile(new PyBytes(source), line.target);
    dump(code);
    runCode(code, main);
    return 0;
  }

  /** In a file, other than in a string, the line with the null byte is told. */
  private void checkNullBytes(byte[] source) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '\n') {
        line++;
        start = i + 1;
      } else if (source[i] == 0) {
        String text = new String(source, start, i - start, java.nio.charset.StandardCharsets.UTF_8);
        throw Errors.make(dev.tuff.engine.exception.Exceptions.SyntaxError, Py.str("source code cannot contain null bytes"),
            Py.tuple(Py.str(this.line.target), Py.box(line), Py.box(0), Py.str(text), Py.box(line), Py.box(0)));
      }
    }
  }

  /** The code of a compiled file: what follows its header of 16 bytes. */
  private Object load(byte[] file) {
    boolean current = file.length > 16;
    for (int i = 0; current && i < 4; i++) {
      current = file[i] == (byte) (BytecodeFiles.MAGIC >> 8 * i);
    }
    if (!current) {
      throw Errors.runtimeError("Bad magic number in .pyc file");
    }
    Object code = Call.attribute(interpreter.importModule("marshal"), "loads", new PyBytes(Arrays.copyOfRange(file, 16, file.length)));
    if (!(code instanceof PyCode)) {
      throw Errors.runtimeError("Bad code object in .pyc file");
    }
    return code;
  }

  /** Whether the program is a folder within a zip file. */
  private boolean isInArchive() {
    Object finder = Attributes.get(interpreter.importModule("importlib._bootstrap_external"), "PathFinder");
    return Call.attribute(finder, "_path_importer_cache", Py.str(line.target)) != Py.None;
  }

  private void runModule(String module, boolean alterArgv) {
    Object runpy = interpreter.importModule("runpy");
    Call.attribute(runpy, "_run_module_as_main", Py.str(module), alterArgv);
  }

  /** The script's first bytes, by the open() that Python has. */
  private byte[] readFile(int limit) {
    Object file = Call.call(interpreter.builtins.dict().getStr("open"), Py.str(line.target), "rb");
    try {
      Object bytes = limit == Integer.MAX_VALUE ? Call.attribute(file, "read") : Call.attribute(file, "read", Py.box(limit));
      return ((PyBytes) bytes).array();
    } finally {
      Call.attribute(file, "close");
    }
  }

  private boolean isZip() {
    if (line.target.endsWith(".py")) {
      return false;
    }
    try {
      byte[] start = readFile(4);
      return line.target.endsWith(".pyz") || start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    } catch (PyException unreadable) {
      return false;
    }
  }

  // ---- what they have in common

  /** {@code __main__}, complete if the source names what the import system puts into it; null if that is unknown. */
  private PyModule mainModule(String source) {
    PyModule main = (PyModule) interpreter.modules.getStr("__main__");
    if (started) {
      setLoader();
    } else if (source == null || showsImports(source)) {
      interpreter.complete();
    }
    return main;
  }

  private static boolean showsImports(String source) {
    for (String name : NAMES_OF_IMPORTS) {
      if (source.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private void setLoader() {
    PyModule main = (PyModule) interpreter.modules.getStr("__main__");
    PyDict bootstrap = interpreter.importlib.dict();
    main.set("__loader__", loader.equals("BuiltinImporter")
        ? bootstrap.getStr(loader)
        : Call.attribute(bootstrap.getStr("_bootstrap_external"), loader, "__main__", Py.str(line.target)));
  }

  private Object compile(Object source, String filename) {
    // dont_inherit: there is no caller to inherit from
    return Call.call(interpreter.builtins.dict().getStr("compile"), source, Py.str(filename), "exec");
  }

  private void runCode(Object code, PyModule main) {
    Calls.runCode((PyCode) code, main.dict(), main.dict());
  }

  private void dump(Object code) {
    if (line.implementation.get("dump") instanceof String what && what.contains("bytecode")) {
      System.err.print(dev.tuff.compiler.Disassembler.disassemble(((PyCode) code).code));
    }
  }

  private void prependPath(String entry) {
    prependPath(entry, false);
  }

  /** {@code sys.path[0]}; a folder or zip file that is the program itself goes there even with -P. */
  private void prependPath(String entry, boolean always) {
    if (!line.safePath || always) {
      interpreter.programPath = always ? null : entry;
      pathEntry = entry;
      if (started) {
        insertPath();
      }
    }
  }

  private void insertPath() {
    Call.attribute(interpreter.sys.dict().getStr("path"), "insert", Py.box(0), Py.str(pathEntry));
  }

  /** The folder of the script, with symbolic links to the script followed. */
  private String scriptDirectory() {
    String script = line.target;
    try {
      FileStatus status = interpreter.host.files().find(script, false);
      if (status != null && status.isSymlink()) {
        String target = interpreter.host.files().readlink(script);
        int slash = script.lastIndexOf('/');
        script = target.startsWith("/") || slash < 0 ? target : script.substring(0, slash + 1) + target;
      }
    } catch (HostException notALink) {
      // as it is named, then
    }
    int slash = script.lastIndexOf('/');
    return absolute(slash < 0 ? "" : slash == 0 ? "/" : script.substring(0, slash));
  }

  /** Under the current directory, with what stands in for folders taken out, as os.path.abspath has it. */
  private String absolute(String path) {
    return PosixPaths.normalized(path.startsWith("/") ? path : interpreter.host.files().cwd() + "/" + path);
  }

  private String name() {
    return executable.isEmpty() ? "tuff" : executable;
  }

  private boolean isTerminal() {
    Object stdin = interpreter.sys.dict().getStr("stdin");
    return stdin != null && stdin != Py.None && Py.truth(Call.attribute(stdin, "isatty"));
  }

  // ---- how it ends

  /** Shows an exception that nothing caught, through sys.excepthook, and gives the exit code that it stands for. */
  int uncaught(PyBaseException e) {
    if (e instanceof PySystemExit exit && line.inspect == 0) {
      return exitCode(exit);
    }
    PyDict sys = interpreter.sys.dict();
    sys.putStr("last_exc", e);
    sys.putStr("last_type", e.type());
    sys.putStr("last_value", e);
    sys.putStr("last_traceback", e.traceback == null ? Py.None : e.traceback);
    try {
      registerSource();
      Object hook = sys.getStr("excepthook");
      if (hook == null) {
        System.err.print("sys.excepthook is missing\n" + ExceptionDisplay.plain(e));
      } else {
        Call.call(hook, e.type(), e, e.traceback == null ? Py.None : e.traceback);
      }
    } catch (PyException failed) {
      if (failed.value instanceof PySystemExit exit) {
        return exitCode(exit);
      }
      System.err.print("Error in sys.excepthook:\n" + ExceptionDisplay.plain(failed.value)
          + "\nOriginal exception was:\n" + ExceptionDisplay.plain(e));
    }
    return e.type().name().equals("KeyboardInterrupt") ? INTERRUPTED : 1;
  }

  /** Lets tracebacks show the lines of a -c program: they are in no file. Done only now, as it costs an import. */
  private void registerSource() {
    if (line.action == CommandLine.Action.COMMAND) {
      Object linecache = interpreter.importModule("linecache");
      Object cache = Attributes.get(linecache, "cache");
      Object source = Py.str(line.target + "\n");
      Object lines = Call.attribute(source, "splitlines", true);
      Call.attribute(cache, "__setitem__", "<string>", Py.tuple(Py.box(line.target.length() + 1), Py.None, lines, "<string>"));
    }
  }

  private int exitCode(PySystemExit exit) {
    Object code = exit.code;
    if (code == null || code == Py.None) {
      return 0;
    }
    if (PyInt.isInt(code)) {
      return PyInt.big(code).intValue() & 0xFF;
    }
    Object err = interpreter.sys.dict().getStr("stderr");
    try {
      Call.attribute(err, "write", Py.str(Py.javaString(code) + "\n"));
      Call.attribute(err, "flush");
    } catch (PyException unwritable) {
      System.err.println(code);
    }
    return 1;
  }

  /** Waits for threads, runs what atexit has, writes out the streams. */
  private int end(int status) {
    Object threading = interpreter.modulesGet("threading");
    if (threading != null) {
      guarded(() -> {
        Call.attribute(threading, "_shutdown");
        return 0;
      });
    }
    Object atexit = interpreter.modulesGet("atexit");
    if (atexit != null) {
      guarded(() -> {
        Call.attribute(atexit, "_run_exitfuncs");
        return 0;
      });
    }
    if (interpreter.tier != null) {
      interpreter.tier.end();
    }
    interpreter.references().runAtExit();
    interpreter.finalizing = true;
    if (interpreter.modulesGet("__main__") instanceof PyModule main) {
      guarded(() -> {
        interpreter.references().atExit(main.dict());
        return 0;
      });
    }
    boolean written;
    try {
      written = interpreter.nativeModules.flushStreams(interpreter);
    } catch (PyException e) {
      written = false;
    }
    return written ? status : FLUSH_FAILED;
  }
}
