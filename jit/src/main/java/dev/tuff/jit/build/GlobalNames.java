package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.jit.hir.KnownGlobal;
import dev.tuff.jit.hir.Namespaces;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.operations.CallOperations;
import dev.tuff.jit.operations.Operations;
import java.util.Arrays;
import java.util.List;

/** Globals and builtins: by the caches of LOAD_GLOBAL and STORE_GLOBAL. */
final class GlobalNames {
  private final HirBuilder b;

  GlobalNames(HirBuilder b) {
    this.b = b;
  }

  /** LOAD_GLOBAL. */
  boolean load(int form, int arg) {
    Object cache = b.cache();
    if (form == LOAD_GLOBAL_MODULE && cache instanceof GlobalCache c) {
      push(Op.GLOBAL, c, Operations.global(b.globals, c));
    } else if (form == LOAD_GLOBAL_BUILTIN && cache instanceof BuiltinCache c) {
      push(Op.BUILTIN, c, Operations.builtin(b.globals, b.builtins, c));
    } else {
      return false;
    }
    Arrays.fill(b.slots.inFrame, b.slots.sp - 1, b.slots.inFrame.length, null);
    if ((arg & 1) != 0) {
      b.push(b.constant(null));
    }
    return true;
  }

  /** STORE_GLOBAL. */
  boolean store() {
    return b.cache() instanceof GlobalCache c && b.put(1, Op.STORE_GLOBAL, c, b.top(1));
  }

  /** Functions and classes are taken for constants: one guard here instead of one more at each call. */
  private void push(Op op, Object cache, Object known) {
    if (!b.isGeneric() && (known instanceof PyFunction || known instanceof PyBuiltinFunction || known instanceof PyType)) {
      Namespaces namespaces = new Namespaces(b.globals, b.builtins);
      if (b.activation.function() == null) {
        // code may have functions with others
        b.add(Op.CHECK_NAMESPACES, namespaces);
      }
      b.checkOnce(Op.CHECK_GLOBAL, new KnownGlobal(op, cache, known, namespaces), cache instanceof GlobalCache g
          ? List.of(g.keys(), g.entry())
          : List.of(((BuiltinCache) cache).globalsKeys(), ((BuiltinCache) cache).builtinsKeys(), ((BuiltinCache) cache).entry()));
      b.push(b.constant(known));
    } else {
      b.push(b.add(op, cache));
    }
  }

  /** What a global or builtin is now; null for other values. */
  Object now(Node n) {
    return switch (n.op) {
      case GLOBAL -> Operations.global(b.globals, (GlobalCache) n.aux);
      case BUILTIN -> Operations.builtin(b.globals, b.builtins, (BuiltinCache) n.aux);
      case MODULE_ATTRIBUTE -> CallOperations.moduleAttribute(now(n.input(0)), (GlobalCache) n.aux);
      default -> null;
    };
  }
}
