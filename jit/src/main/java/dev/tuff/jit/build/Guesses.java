package dev.tuff.jit.build;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Node;

/**
 * What is called, where no cache says it: what the value was in the frame with which the unit was wanted. Mostly it has the same code next time,
 * as functions that are arguments, or in cells, are made anew by the same instruction.
 */
final class Guesses {
  private final HirBuilder b;

  Guesses(HirBuilder b) {
    this.b = b;
  }

  /** A function with the code and the namespaces of the one that the value will be; null if there is no telling. */
  PyFunction function(Node n) {
    Node made = MadeFunction.of(n);
    if (made == null) {
      return value(n) instanceof PyFunction f ? f : null;
    }
    PyFunction maker = ((Activation) made.aux).function();
    PyCode code = (PyCode) made.input(0).aux;
    return maker == null
        ? new PyFunction(code, b.graph.sample.globals(), b.graph.sample.builtins(), null)
        : new PyFunction(code, maker.globals, maker.builtins, null);
  }

  /** What the value was; null if there is no telling. The program may be changing it meanwhile: it is a guess. */
  private Object value(Node n) {
    return switch (n.op) {
      case CONST -> n.aux;
      case PARAMETER, SLOT_AT_ENTRY -> at((Integer) n.aux);
      case FREE_CELL -> n.inputs.length == 0
          ? at(b.graph.own.nfast - Entries.freeVariables(b.graph.own) + (Integer) n.aux)
          : value(n.input(0)) instanceof PyFunction f ? f.closure[(Integer) n.aux] : null;
      case LOAD_CELL -> value(n.input(0)) instanceof PyCell c ? c.value : null;
      case GET_SLOT -> value(n.input(0)) instanceof PyObject o && (Integer) n.aux < o.slots.length ? o.slots[(Integer) n.aux] : null;
      case LOAD_SLOT -> n.aux instanceof AttributeCache c ? c.load(value(n.input(0))) : null;
      default -> null;
    };
  }

  private Object at(int slot) {
    Object[] values = b.graph.sample.values();
    return slot < values.length ? values[slot] : null;
  }
}
