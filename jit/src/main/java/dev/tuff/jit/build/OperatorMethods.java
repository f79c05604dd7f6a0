package dev.tuff.jit.build;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Operands;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import java.util.HashSet;
import java.util.Set;

/**
 * Operators whose left operand is an instance with a method for them: that method as a part of the unit. It may leave the operator to the right
 * operand by NotImplemented.
 */
final class OperatorMethods {
  private final HirBuilder b;

  OperatorMethods(HirBuilder b) {
    this.b = b;
  }

  /** BINARY_OP with its argument; false if it is not for this. */
  boolean binary(int arg) throws NotCompilable {
    Operands seen = b.operands();
    if (seen == null || seen.leftShape == null) {
      return false;
    }
    PyType type = seen.leftShape.type;
    Object version = type.version;
    if (arg == BinaryOp.NB_SUBSCR) {
      return inline(type, version, seen, type.slot(Special.GETITEM), false) && finish("ofBinary", arg, false);
    }
    int operator = arg < Special.REFLECTED ? arg : arg - Special.REFLECTED;
    Object inPlace = arg < Special.REFLECTED ? null : type.slot(operator + Special.INPLACE);
    return inline(type, version, seen, inPlace == null ? type.slot(operator) : inPlace, inPlace == null) && finish("ofBinary", arg, true);
  }

  /** COMPARE_OP with its argument. */
  boolean compare(int arg) throws NotCompilable {
    Operands seen = b.operands();
    if (seen == null || seen.leftShape == null) {
      return false;
    }
    PyType type = seen.leftShape.type;
    Object version = type.version;
    return inline(type, version, seen, type.slot(Special.LT + (arg >> 5)), true) && finish("ofComparison", arg, (arg & 16) == 0);
  }

  private Node left;
  private Node right;

  /** @param ordered whether the method of the right operand comes first if its class is below that of the left */
  private boolean inline(PyType type, Object version, Operands seen, Object method, boolean ordered) throws NotCompilable {
    left = b.top(2);
    right = b.top(1);
    if (b.isGeneric() || HirBuilder.isLong(left) || HirBuilder.isDouble(left) || !(method instanceof PyFunction fn) || !fn.code.hasRun()
        || Entries.checksArguments(fn.code)) {
      return false;
    }
    Node[] operands = {left, right};
    Arguments bound = Arguments.bind(fn, operands, null, false);
    if (fn.code.argCount != 2 || ordered && !isOrdered(type, seen) || !Inlining.may(b.graph, b.activation, fn, bound, false)) {
      return false;
    }
    b.checkShape(left, seen.leftShape, type, version);
    if (ordered) {
      guardRight(type, seen);
    }
    b.inliner.inlineOperator(fn, operands, b.slots.sp - 2);
    return true;
  }

  /** Whether there is a guard that says that the left operand's method comes first. */
  private boolean isOrdered(PyType type, Operands seen) {
    if (isBuiltin(right)) {
      return true;
    }
    Shape shape = seen.rightShape;
    return shape != null ? shape.type == type || !shape.type.isSubtype(type) : seen.right == Long.class || seen.right == Double.class;
  }

  private static boolean isBuiltin(Node n) {
    return n.op == Op.CONST && !(n.aux instanceof PyInstance) || HirBuilder.isLong(n) || HirBuilder.isDouble(n);
  }

  private void guardRight(PyType type, Operands seen) {
    if (isBuiltin(right)) {
      return;
    }
    Shape shape = seen.rightShape;
    if (shape != null) {
      b.checkShape(right, shape, shape.type, shape.type.version);
    } else if (seen.right == Long.class) {
      b.asLong(right);
    } else {
      b.asDouble(right, null);
    }
  }

  /**
   * What is to be done with the method's result.
   *
   * @param unlessNotImplemented whether that is nothing but if it is NotImplemented
   */
  private boolean finish(String routine, int arg, boolean unlessNotImplemented) throws NotCompilable {
    if (b.block == null || arg == BinaryOp.NB_SUBSCR && routine.equals("ofBinary")) {
      return true;
    }
    Node result = b.top(1);
    if (result.op == Op.BOX_BOOL || unlessNotImplemented && isSurelyOther(result, new HashSet<>())) {
      return true;
    }
    if (!unlessNotImplemented) {
      b.generic.routineOf(routine, arg, 1, left, right, result);
      return true;
    }
    Block fine = b.graph.block(-1);
    Block other = b.graph.block(-1);
    Block after = b.graph.block(-1);
    b.branch(b.add(Op.IS_OBJECT, Py.NotImplemented, result), other, fine);
    b.enter(fine);
    b.jump(after);
    b.enter(other);
    b.generic.routineOf(routine, arg, 1, left, right, result);
    b.jump(after);
    b.meet(after);
    return true;
  }

  /** Whether a value is not NotImplemented. */
  private static boolean isSurelyOther(Node n, Set<Node> seen) {
    return switch (n.op) {
      case CONST -> n.aux != Py.NotImplemented;
      case BOX_LONG, BOX_DOUBLE, BOX_BOOL, NEW_OBJECT, NEW_LIST, NEW_TUPLE, NEW_DICT, NEW_SET -> true;
      case PHI -> {
        boolean all = true;
        if (seen.add(n)) {
          for (Node in : n.inputs) {
            all &= in != null && isSurelyOther(in, seen);
          }
        }
        yield all;
      }
      default -> false;
    };
  }
}
