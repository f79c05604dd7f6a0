package dev.tuff.cli;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.PySystemExit;
import dev.tuff.engine.module.PyModule;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Interactive use: reads a statement, runs it in {@code __main__}, shows its value through {@code sys.displayhook} and its exception through
 * {@code sys.excepthook}, until the input ends or the program says so.
 *
 * <p>Each statement is a source of its own ({@code <python-input-N>}) that {@code linecache} knows, so that tracebacks show its lines.
 */
final class Repl implements InteractiveInput.Assistant {
  private final Interpreter interpreter;
  private final CommandLine line;
  private final PyDict main;
  private int count;
  private Object completer;

  Repl(Interpreter interpreter, CommandLine line) {
    this.interpreter = interpreter;
    this.line = line;
    this.main = ((PyModule) interpreter.modules.getStr("__main__")).dict();
  }

  /** @param fresh no program ran before: greets, and runs PYTHONSTARTUP */
  void run(boolean fresh) {
    PyDict sys = interpreter.sys.dict();
    if (fresh && line.quiet == 0) {
      System.err.print(Version.text(false) + "\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n");
      System.err.flush();
    }
    prepare(sys);
    String startup = fresh ? interpreter.environment("PYTHONSTARTUP") : null;
    if (startup != null && !startup.isEmpty()) {
      runFile(startup);
    }
    try (InteractiveInput input = input()) {
      while (true) {
        String statement;
        try {
          statement = input.statement(prompt(sys, "ps1"), prompt(sys, "ps2"));
        } catch (InteractiveInput.Interrupted interrupt) {
          System.err.println("KeyboardInterrupt");
          continue;
        }
        if (statement == null) {
          System.err.println();
          return;
        }
        if (!statement.isBlank()) {
          runStatement(statement);
        }
      }
    }
  }

  private void prepare(PyDict sys) {
    if (sys.getStr("ps1") == null) {
      sys.putStr("ps1", ">>> ");
    }
    if (sys.getStr("ps2") == null) {
      sys.putStr("ps2", "... ");
    }
  }

  private InteractiveInput input() {
    boolean plain = interpreter.environment("PYTHON_BASIC_REPL") != null;
    String terminal = interpreter.host.environment().get("TERM");
    if (!plain && terminal != null && !terminal.equals("dumb") && System.console() != null && System.console().isTerminal()) {
      for (InteractiveInput.Provider provider : ServiceLoader.load(InteractiveInput.Provider.class)) {
        InteractiveInput input = provider.open(this, historyFile(), color());
        if (input != null) {
          return input;
        }
      }
    }
    return new PlainInput(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), System.err);
  }

  private String historyFile() {
    String file = interpreter.environment("PYTHON_HISTORY");
    String home = interpreter.host.environment().get("HOME");
    return file != null ? file : home == null ? null : home + "/.tuff_history";
  }

  private boolean color() {
    String wanted = interpreter.environment("PYTHON_COLORS");
    return wanted != null ? wanted.equals("1") : interpreter.host.environment().get("NO_COLOR") == null;
  }

  private String prompt(PyDict sys, String name) {
    Object prompt = sys.getStr(name);
    try {
      return prompt == null ? "" : Py.javaString(prompt);
    } catch (PyException e) {
      return "";
    }
  }

  private void runStatement(String statement) {
    String word = statement.strip();
    // as in CPython's REPL: these names do what they say without a call
    boolean command = word.equals("exit") || word.equals("quit");
    String source = command ? word + "()\n" : statement;
    String file = "<python-input-" + count++ + ">";
    try {
      Object code = Call.call(interpreter.builtins.dict().getStr("compile"), Py.str(source), Py.str(file), "single");
      remember(file, source);
      Call.call(interpreter.builtins.dict().getStr("exec"), code, main);
    } catch (PyException e) {
      if (e.value instanceof PySystemExit && line.inspect == 0) {
        throw e;
      }
      show(e);
    } catch (StackOverflowError e) {
      System.err.println("RecursionError: the Java stack is full");
    }
    flush();
  }

  /** Lets tracebacks show the statement's lines. */
  private void remember(String file, String source) {
    Object cache = Attributes.get(interpreter.importModule("linecache"), "cache");
    Object lines = Call.attribute(Py.str(source), "splitlines", true);
    Call.attribute(cache, "__setitem__", Py.str(file), Py.tuple(Py.box(source.length()), Py.None, lines, Py.str(file)));
  }

  private void show(PyException e) {
    PyDict sys = interpreter.sys.dict();
    Object traceback = e.value.traceback == null ? Py.None : e.value.traceback;
    sys.putStr("last_exc", e.value);
    sys.putStr("last_type", e.value.type());
    sys.putStr("last_value", e.value);
    sys.putStr("last_traceback", traceback);
    try {
      Call.call(sys.getStr("excepthook"), e.value.type(), e.value, traceback);
    } catch (PyException failed) {
      System.err.println("Error in sys.excepthook: " + failed.value.type().name());
    }
  }

  private void flush() {
    for (String name : new String[] {"stdout", "stderr"}) {
      Object stream = interpreter.sys.dict().getStr(name);
      if (stream != null && stream != Py.None) {
        try {
          Call.attribute(stream, "flush");
        } catch (PyException unwritable) {
          // the next write will tell
        }
      }
    }
  }

  private void runFile(String path) {
    try {
      Object file = Call.call(interpreter.builtins.dict().getStr("open"), Py.str(path), "rb");
      Object source = Call.attribute(file, "read");
      Call.attribute(file, "close");
      Object code = Call.call(interpreter.builtins.dict().getStr("compile"), source, Py.str(path), "exec");
      Call.call(interpreter.builtins.dict().getStr("exec"), code, main);
    } catch (PyException e) {
      show(e);
    }
  }

  @Override
  public List<String> complete(String text) {
    List<String> names = new ArrayList<>();
    try {
      if (completer == null) {
        completer = Call.attribute(interpreter.importModule("rlcompleter"), "Completer", main);
      }
      for (int i = 0; i < 500; i++) {
        Object name = Call.attribute(completer, "complete", Py.str(text), Py.box(i));
        if (name == Py.None) {
          break;
        }
        names.add(Py.javaString(name));
      }
    } catch (PyException none) {
      // no completion is better than a traceback in the middle of a line
    }
    return names;
  }
}
