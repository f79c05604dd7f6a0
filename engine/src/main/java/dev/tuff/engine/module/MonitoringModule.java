package dev.tuff.engine.module;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Events;
import dev.tuff.engine.interp.Monitoring;
import dev.tuff.engine.text.PyStr;

/** {@code sys.monitoring} (PEP 669). */
final class MonitoringModule {
  private static final int C_EVENTS = 1 << Events.C_RETURN | 1 << Events.C_RAISE;
  private static final int BRANCHES = 1 << Events.BRANCH_LEFT | 1 << Events.BRANCH_RIGHT;

  private MonitoringModule() {}

  static PyModule create(Interpreter interpreter) {
    PyModule m = new PyModule("sys.monitoring");
    Exposed.define(m, "sys.monitoring", new MonitoringModuleTable());
    Object events = Call.call(PySimpleNamespace.TYPE);
    for (int i = 0; i < Events.COUNT; i++) {
      Attributes.set(events, Events.NAMES[i], Py.box(1 << i));
    }
    Attributes.set(events, "NO_EVENTS", Py.box(0));
    m.set("events", events);
    m.set("DEBUGGER_ID", Py.box(0));
    m.set("COVERAGE_ID", Py.box(1));
    m.set("PROFILER_ID", Py.box(2));
    m.set("OPTIMIZER_ID", Py.box(5));
    Monitoring state = new Monitoring(interpreter);
    m.set("DISABLE", state.disable);
    m.set("MISSING", state.missing);
    m.state = state;
    return m;
  }

  private static Monitoring state(Interpreter interpreter) {
    return Monitoring.of(interpreter);
  }

  private static int valid(int tool) {
    if (tool < 0 || tool >= Monitoring.TOOLS) {
      throw Errors.valueError("invalid tool " + tool + " (must be between 0 and 5)");
    }
    return tool;
  }

  private static int used(Interpreter interpreter, int tool) {
    valid(tool);
    if (state(interpreter).names[tool] == null) {
      throw Errors.valueError("tool " + tool + " is not in use");
    }
    return tool;
  }

  @Function("use_tool_id(tool_id, name, /)")
  static void use_tool_id(int tool, Object name, Interpreter interpreter) {
    valid(tool);
    if (!PyStr.isStr(name)) {
      throw Errors.valueError("tool name must be a str");
    }
    if (state(interpreter).names[tool] != null) {
      throw Errors.valueError("tool " + tool + " is already in use");
    }
    state(interpreter).names[tool] = name;
  }

  @Function("clear_tool_id(tool_id, /)")
  static void clear_tool_id(int tool, Interpreter interpreter) {
    valid(tool);
    Monitoring m = state(interpreter);
    if (m.names[tool] == null) {
      return;
    }
    m.clearLocal(tool);
    m.setGlobal(tool, 0);
    java.util.Arrays.fill(m.callbacks[tool], null);
  }

  @Function("free_tool_id(tool_id, /)")
  static void free_tool_id(int tool, Interpreter interpreter) {
    clear_tool_id(tool, interpreter);
    state(interpreter).names[tool] = null;
  }

  @Function("get_tool(tool_id, /)")
  static Object get_tool(int tool, Interpreter interpreter) {
    Object name = state(interpreter).names[valid(tool)];
    return name == null ? Py.None : name;
  }

  @Function("register_callback(tool_id, event, func, /)")
  static Object register_callback(int tool, int event, Object func, Interpreter interpreter) {
    valid(tool);
    if (event <= 0 || Integer.bitCount(event) != 1) {
      throw Errors.valueError("The callback can only be set for one event at a time");
    }
    int id = Integer.numberOfTrailingZeros(event);
    if (id >= Events.COUNT) {
      throw Errors.valueError("invalid event " + event);
    }
    Interpreter.audit("sys.monitoring.register_callback", func);
    Monitoring m = state(interpreter);
    Object callback = func == Py.None ? null : func;
    Object old = m.callbacks[tool][id == Events.BRANCH ? Events.BRANCH_LEFT : id];
    if (id == Events.BRANCH) {
      // the deprecated event is both ways
      m.callbacks[tool][Events.BRANCH_LEFT] = callback;
      m.callbacks[tool][Events.BRANCH_RIGHT] = callback;
    } else if (id == Events.BRANCH_LEFT || id == Events.BRANCH_RIGHT) {
      m.callbacks[tool][Events.BRANCH] = null;
    }
    m.callbacks[tool][id] = callback;
    return old == null ? Py.None : old;
  }

  private static int events(int set, boolean local) {
    int bits = set;
    if ((bits & 1 << Events.BRANCH) != 0) {
      bits = bits & ~(1 << Events.BRANCH) | BRANCHES;
    }
    int calls = C_EVENTS | 1 << Events.CALL;
    if ((bits & C_EVENTS) != 0 && (bits & calls) != calls) {
      throw Errors.valueError("cannot set C_RETURN or C_RAISE events independently");
    }
    return local ? bits : bits & ~C_EVENTS;
  }

  @Function("get_events(tool_id, /)")
  static long get_events(int tool, Interpreter interpreter) {
    valid(tool);
    return state(interpreter).global[tool];
  }

  @Function("set_events(tool_id, event_set, /)")
  static void set_events(int tool, int set, Interpreter interpreter) {
    valid(tool);
    if (set < 0 || set >= 1 << Events.COUNT) {
      throw Errors.valueError("invalid event set 0x" + Integer.toHexString(set));
    }
    int events = events(set, false);
    used(interpreter, tool);
    state(interpreter).setGlobal(tool, events);
  }

  private static PyCode code(Object code) {
    if (!(code instanceof PyCode c)) {
      throw Errors.typeError("code must be a code object");
    }
    return c;
  }

  @Function("get_local_events(tool_id, code, /)")
  static long get_local_events(int tool, Object code, Interpreter interpreter) {
    PyCode c = code(code);
    valid(tool);
    return state(interpreter).local(tool, c);
  }

  @Function("set_local_events(tool_id, code, event_set, /)")
  static void set_local_events(int tool, Object code, int set, Interpreter interpreter) {
    PyCode c = code(code);
    used(interpreter, tool);
    int events = events(set, true) & ~C_EVENTS;
    if (events < 0 || events >= 1 << Events.LAST_LOCAL + 1) {
      throw Errors.valueError("invalid local event set 0x" + Integer.toHexString(set));
    }
    state(interpreter).setLocal(tool, c, events);
  }

  @Function("restart_events()")
  static void restart_events(Interpreter interpreter) {
    state(interpreter).restart();
  }

  @Function("_all_events()")
  static Object _all_events(Interpreter interpreter) {
    dev.tuff.engine.container.PyDict all = new dev.tuff.engine.container.PyDict();
    Monitoring m = state(interpreter);
    for (int e = 0; e < Events.COUNT - 1; e++) {
      int tools = 0;
      for (int tool = 0; tool < Monitoring.TOOLS; tool++) {
        tools |= (m.global[tool] >> e & 1) << tool;
      }
      if (tools != 0) {
        all.putStr(Events.NAMES[e], Py.box(tools));
      }
    }
    return all;
  }
}
