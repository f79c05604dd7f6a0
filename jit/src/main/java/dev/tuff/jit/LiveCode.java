package dev.tuff.jit;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyClassMethod;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.module.PyModule;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The functions and code objects that can be found from the loaded modules: their functions, those of their classes, what these wrap, and the
 * code that is nested in theirs. Looked for when somebody asks, so that making a function costs nothing.
 */
final class LiveCode {
  /** Each code object, with a function of it where one was found, else null. */
  final Map<PyCode, PyFunction> codes = new IdentityHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> work = new ArrayDeque<>();

  private LiveCode() {}

  static LiveCode of(Interpreter interpreter) {
    LiveCode live = new LiveCode();
    for (Object module : interpreter.modules.valuesArray()) {
      live.add(module);
    }
    while (!live.work.isEmpty()) {
      live.visit(live.work.pop());
    }
    return live;
  }

  private void add(Object o) {
    boolean interesting = o instanceof PyModule || o instanceof PyType t && t.isHeap() || o instanceof PyFunction || o instanceof PyCode
        || o instanceof PyStaticMethod || o instanceof PyClassMethod || o instanceof PyProperty;
    if (interesting && seen.add(o)) {
      work.push(o);
    }
  }

  private void all(PyDict d) {
    for (Object o : d.valuesArray()) {
      add(o);
    }
  }

  private void visit(Object o) {
    switch (o) {
      case PyModule m -> all(m.dict());
      case PyType t -> all(t.dictOfType());
      case PyFunction f -> {
        codes.put(f.code, f);
        seen.add(f.code);
        nested(f.code);
        // what a decorator has put aside
        if (f.closure != null) {
          for (var cell : f.closure) {
            add(cell.value);
          }
        }
      }
      case PyCode c -> {
        codes.putIfAbsent(c, null);
        nested(c);
      }
      case PyStaticMethod s -> add(s.function());
      case PyClassMethod c -> add(c.function());
      case PyProperty p -> add(p.getter());
      default -> {}
    }
  }

  private void nested(PyCode code) {
    if (code.consts != null) {
      for (Object c : code.consts) {
        add(c);
      }
    }
  }
}
