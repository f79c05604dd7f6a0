package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.module.PyModule;
import java.util.Map;
import java.util.WeakHashMap;

/** The tools of one interpreter and what they want to know: the state behind {@code sys.monitoring}, {@code settrace}, {@code setprofile}. */
public final class Monitoring {
  public static final int TOOLS = 6;

  /** What a callback returns to hear no more of its event at that place; what stands for an argument that is not there. */
  public final Object disable = marker();
  public final Object missing = marker();

  /** Name, callbacks by event, and events wanted everywhere, for each tool; a null name is a free number. */
  public final Object[] names = new Object[TOOLS];
  public final Object[][] callbacks = new Object[TOOLS][Events.COUNT];
  public final int[] global = new int[TOOLS];

  /** Events wanted in one code object. */
  private final Map<PyCode, int[]> local = new WeakHashMap<>();

  private final Interpreter interpreter;

  public Monitoring(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  private static Object marker() {
    return new dev.tuff.engine.core.PyInstance(PyType.OBJECT);
  }

  /** The monitoring of an interpreter. */
  public static Monitoring of(Interpreter interpreter) {
    Monitoring m = interpreter.monitoring;
    if (m == null) {
      // made with the module, so that its markers are the ones that programs know
      interpreter.monitoring = m = (Monitoring) ((PyModule) interpreter.sys.dict().getStr("monitoring")).state;
    }
    return m;
  }

  /** The events of one tool in one code object. */
  public synchronized int local(int tool, PyCode code) {
    int[] events = local.get(code);
    return events == null ? 0 : events[tool];
  }

  public void setLocal(int tool, PyCode code, int events) {
    synchronized (this) {
      local.computeIfAbsent(code, c -> new int[TOOLS])[tool] = events;
    }
    changed();
    // at once: a unit of its caller, which nobody watches, may hold it inlined
    update(code);
  }

  /** Drops what a tool asked for in code objects. */
  public synchronized void clearLocal(int tool) {
    for (int[] events : local.values()) {
      events[tool] = 0;
    }
  }

  public void setGlobal(int tool, int events) {
    global[tool] = events;
    changed();
  }

  /** Whether a tool wants an event of a code object, wherever it asked for it. */
  boolean wants(int tool, int event, PyCode code) {
    return ((global[tool] | local(tool, code)) & 1 << event) != 0;
  }

  /** Events that some tool, or the trace or profile function of some thread, wants in a code object. */
  private int wanted(PyCode code) {
    int all = 0;
    for (int tool = 0; tool < TOOLS; tool++) {
      all |= global[tool] | local(tool, code);
    }
    for (ThreadState ts : interpreter.threads()) {
      if (ts.traceFunction != null) {
        all |= Events.TRACE | (ts.traceOpcodes ? 1 << Events.INSTRUCTION : 0);
      }
      if (ts.profileFunction != null) {
        all |= Events.PROFILE;
      }
    }
    return all;
  }

  /** Makes every code object look anew at what is wanted: those that run at once, all others when they are entered. */
  public void changed() {
    interpreter.instrumentation = new Object();
    if (interpreter.polls != null) {
      interpreter.polls.watch();
    }
    for (ThreadState ts : interpreter.threads()) {
      // compiled code without a frame asks for nothing else
      ts.interrupt();
      for (PyFrame f = ts.frame; f != null; f = f.back) {
        update(f.code);
      }
    }
  }

  /** Marks the instructions of a code object by what is wanted now. */
  void update(PyCode code) {
    Object now = interpreter.instrumentation;
    code.instructions();
    CodeMonitoring m = code.monitoring;
    if (m == null) {
      code.monitoring = m = new CodeMonitoring(code);
    }
    m.mark(wanted(code));
    if (m.active != 0) {
      code.functionsChange();
    }
    code.instrumentation = now;
  }

  /** {@code restart_events()}: events disabled at a place are told of again. */
  public void restart() {
    interpreter.monitoringEpoch = new Object();
    changed();
  }

  /** The tools, as bits, that want an event everywhere. */
  public int toolsFor(int event) {
    int tools = 0;
    for (int tool = 0; tool < TOOLS; tool++) {
      tools |= (global[tool] >> event & 1) << tool;
    }
    return tools;
  }

  /**
   * Tells tools of an event of code that is not Python's (what {@code PyMonitoring_Fire…} do in C). Returns those of them that want to hear
   * of it again.
   */
  public int fireForeign(ThreadState ts, int tools, int event, Object[] args) {
    int left = tools;
    for (int tool = 0; tool < TOOLS; tool++) {
      if ((tools >> tool & 1) == 0 || callbacks[tool][event] == null) {
        continue;
      }
      if (Instrumentation.callback(ts, callbacks[tool][event], args) == disable) {
        if (event > Events.LAST_LOCAL) {
          setGlobal(tool, global[tool] & ~(1 << event));
          throw Errors.valueError("Cannot disable " + Events.NAMES[event] + " events. Callback removed.");
        }
        left &= ~(1 << tool);
      }
    }
    return left;
  }

  static boolean isPython(Object callable) {
    return callable instanceof dev.tuff.engine.function.PyFunction
        || callable instanceof dev.tuff.engine.function.PyMethod m && m.function instanceof dev.tuff.engine.function.PyFunction;
  }
}
