package dev.tuff.embed;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.engine.module.Startup;
import dev.tuff.host.Host;
import dev.tuff.host.SystemHost;
import dev.tuff.jit.JitSettings;
import dev.tuff.jit.api.JitModules;
import dev.tuff.stdlib.StandardInterpreter;
import dev.tuff.typed.Typed;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A Python interpreter inside a Java program.
 *
 * <pre>{@code
 * try (Python python = Python.create()) {
 *   python.exec("def area(r): return 3 * r * r");
 *   long a = python.get("area").call(2).asLong();   // 12
 * }
 * }</pre>
 *
 * <p>Any number of them live in one JVM and share nothing that can change; what one made is garbage once it is closed. Any thread may use
 * an interpreter, several at a time: there is no global lock. All access to the outside world goes through the {@link Host} that the
 * interpreter was built with.
 */
public final class Python implements AutoCloseable {
  private final Interpreter interpreter;
  private final Map<Thread, ThreadState> states = new ConcurrentHashMap<>();
  private final PyModule main;
  private volatile boolean closed;

  private Python(Builder builder) {
    interpreter = StandardInterpreter.create(builder.host(), null);
    Typed.install(interpreter);
    interpreter.ignoreEnvironment = true;
    JitModules.install(interpreter, JitSettings.of(builder.jit ? "on" : "off"));
    main = enter(() -> {
      Startup.run(interpreter, new Settings(builder.arguments, List.of(), "", builder.path, List.of(), Map.of(), null, Map.of("no_site", 1)));
      return (PyModule) interpreter.modules.getStr("__main__");
    });
  }

  /** An interpreter on the machine itself: its files, its environment, this process's standard streams. */
  public static Python create() {
    return builder().build();
  }

  /** For an interpreter with another host, streams, arguments or search path. */
  public static Builder builder() {
    return new Builder();
  }

  /** What an interpreter is built with. */
  public static final class Builder {
    private Host host;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out;
    private OutputStream err;
    private final List<String> arguments = new ArrayList<>(List.of(""));
    private final List<String> path = new ArrayList<>();
    private boolean jit = true;

    private Builder() {}

    /** The outside world that Python code gets to see; see {@link dev.tuff.host.LimitedHost}. Streams set here are then not used. */
    public Builder host(Host value) {
      host = value;
      return this;
    }

    /** {@code sys.stdin}; empty by default if another stream is set. */
    public Builder in(InputStream value) {
      in = value;
      return this;
    }

    /** {@code sys.stdout}, as UTF-8; flushed after each {@code exec} and {@code eval}. */
    public Builder out(OutputStream value) {
      out = value;
      return this;
    }

    /** {@code sys.stderr}, as UTF-8. */
    public Builder err(OutputStream value) {
      err = value;
      return this;
    }

    /** {@code sys.argv}. */
    public Builder arguments(List<String> values) {
      arguments.clear();
      arguments.addAll(values);
      return this;
    }

    /** A folder for the front of {@code sys.path}. */
    public Builder path(String folder) {
      path.add(folder);
      return this;
    }

    /** Whether hot code is compiled to JVM classes, as it is unless this says no. */
    public Builder jit(boolean value) {
      jit = value;
      return this;
    }

    /**
     * Starts the interpreter.
     *
     * @throws PythonException if Python's own start-up fails
     */
    public Python build() {
      return new Python(this);
    }

    private Host host() {
      if (host != null) {
        return host;
      }
      return out == null && err == null
          ? new SystemHost()
          : new SystemHost(in, out == null ? OutputStream.nullOutputStream() : out, err == null ? OutputStream.nullOutputStream() : err);
    }
  }

  // ---- running code

  /**
   * Runs statements in {@code __main__}.
   *
   * @throws PythonException what the code raised, syntax errors included
   */
  public void exec(String source) {
    exec(source, "<string>");
  }

  /** As {@link #exec(String)}; tracebacks name {@code filename}. */
  public void exec(String source, String filename) {
    enter(() -> {
      builtin("exec", compiled(source, filename, "exec"), main.dict());
      flush();
      return null;
    });
  }

  /**
   * The value of an expression in {@code __main__}.
   *
   * @throws PythonException what the code raised, syntax errors included
   */
  public PythonValue eval(String expression) {
    return enter(() -> {
      Object v = builtin("eval", compiled(expression.strip(), "<string>", "eval"), main.dict());
      flush();
      return new PythonValue(this, v);
    });
  }

  private Object compiled(String source, String filename, String mode) {
    return builtin("compile", Py.str(source), Py.str(filename), mode);
  }

  private Object builtin(String name, Object... args) {
    return Call.call(interpreter.builtins.dict().getStr(name), args, null);
  }

  private void flush() {
    interpreter.nativeModules.flushStreams(interpreter);
  }

  /** Imports a module, as {@code import name} does; for {@code "a.b"} the result is the inner one. */
  public PythonValue importModule(String name) {
    return enter(() -> {
      interpreter.importModule(name);
      return new PythonValue(this, interpreter.modulesGet(name));
    });
  }

  /** A name of {@code __main__}; null if there is none. */
  public PythonValue get(String name) {
    return enter(() -> {
      Object v = main.dict().getStr(name);
      return v == null ? null : new PythonValue(this, v);
    });
  }

  /** Sets a name of {@code __main__}; see {@link PythonValue} for what Java values become. */
  public void set(String name, Object value) {
    enter(() -> {
      main.set(name.intern(), Conversions.toPython(this, value));
      return null;
    });
  }

  /** A Python value of a Java one. */
  public PythonValue value(Object value) {
    return enter(() -> new PythonValue(this, Conversions.toPython(this, value)));
  }

  // ---- entering and leaving

  /**
   * Runs {@code body} with this thread inside the interpreter. Every use of a Python value enters and leaves by itself; many in a row are faster
   * inside one such call.
   *
   * @throws PythonException what was raised
   */
  public <T> T inside(Supplier<T> body) {
    return enter(body);
  }

  /** Runs {@code body} with this thread inside the interpreter; Python exceptions come out as {@link PythonException}. */
  <T> T enter(Supplier<T> body) {
    Attached a = attach();
    try {
      return body.get();
    } catch (PyException e) {
      throw PythonException.of(this, e);
    } finally {
      detach(a);
    }
  }

  /**
   * A thread inside the interpreter.
   *
   * @param before what it was attached to
   * @param outermost whether it was not inside yet
   */
  record Attached(ThreadState state, ThreadState before, boolean outermost) {}

  Attached attach() {
    if (closed) {
      throw new IllegalStateException("this Python is closed");
    }
    ThreadState state = states.get(Thread.currentThread());
    boolean outermost = state == null;
    if (outermost) {
      state = new ThreadState(interpreter);
      state.thread = Thread.currentThread();
      states.put(Thread.currentThread(), state);
      interpreter.threads().add(state);
      if (interpreter.threads().size() > 1) {
        ThreadState.shared = true;
      }
    }
    return new Attached(state, ThreadState.attach(state), outermost);
  }

  void detach(Attached a) {
    ThreadState.attach(a.before);
    if (a.outermost) {
      states.remove(Thread.currentThread());
      interpreter.threads().remove(a.state);
    }
  }

  Interpreter interpreter() {
    return interpreter;
  }

  PyDict names() {
    return main.dict();
  }

  /** Ends the interpreter: waits for its threads, runs what {@code atexit} has, flushes, closes what its host has open. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    try {
      enter(() -> {
        for (String[] step : new String[][] {{"threading", "_shutdown"}, {"atexit", "_run_exitfuncs"}}) {
          Object module = interpreter.modulesGet(step[0]);
          if (module != null) {
            Call.attribute(module, step[1]);
          }
        }
        interpreter.finalizing = true;
        flush();
        return null;
      });
    } finally {
      closed = true;
      if (interpreter.tier != null) {
        interpreter.tier.end();
      }
      interpreter.host.close();
    }
  }
}
