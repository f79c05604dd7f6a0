package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/**
 * The module {@code _asyncio}. CPython has asyncio's futures and tasks a second time in C, for speed; here the compiler's work makes the
 * library's own quick, and this module has those: each name is looked for in the module of asyncio that defines it, when it is asked for.
 */
public final class AsyncioModule {
  private AsyncioModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_asyncio", new AsyncioModuleTable());
  }

  private static String owner(String name) {
    return switch (name) {
      case "_get_running_loop", "_set_running_loop", "get_running_loop", "get_event_loop" -> "asyncio.events";
      case "Future", "future_add_to_awaited_by", "future_discard_from_awaited_by" -> "asyncio.futures";
      case "Task", "_register_task", "_unregister_task", "_register_eager_task", "_unregister_eager_task", "_enter_task", "_leave_task",
          "_swap_current_task", "current_task", "all_tasks", "_scheduled_tasks", "_eager_tasks", "_current_tasks" -> "asyncio.tasks";
      default -> null;
    };
  }

  @Function("__getattr__(name, /)")
  static Object __getattr__(PyModule m, String name, Interpreter interpreter) {
    String owner = owner(name);
    if (owner != null && interpreter.modulesGet(owner) instanceof PyModule library) {
      // the library keeps its own definition under a second name before it takes ours
      String prefix = Character.isUpperCase(name.charAt(0)) ? "_Py" : "_py_";
      Object v = library.dict().getStr(prefix + name);
      v = v == null ? library.dict().getStr(name) : v;
      if (v != null) {
        m.set(name, v);
        return v;
      }
    }
    throw Errors.attributeError("module '_asyncio' has no attribute '" + name + "'", m, name);
  }
}
