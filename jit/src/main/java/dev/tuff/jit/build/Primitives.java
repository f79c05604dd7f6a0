package dev.tuff.jit.build;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.math.BigInteger;

/**
 * Primitives of Static Python: raw numbers under the boxes that the interpreter would have on its stack, between them and objects, and C's operators
 * on them. What a primitive's type is, the instructions say.
 */
final class Primitives {
  // ORDER: PRIM_OP_* of _static
  private static final Op[] BINARY = {Op.C_ADD, Op.C_SUBTRACT, Op.C_MULTIPLY, Op.C_DIVIDE, Op.C_DIVIDE_UNSIGNED, Op.C_REMAINDER,
    Op.C_REMAINDER_UNSIGNED, Op.C_POWER_LONG, Op.C_LSHIFT, Op.C_RSHIFT, Op.C_URSHIFT, Op.XOR_LONG, Op.OR_LONG, Op.AND_LONG,
    Op.ADD_DOUBLE, Op.SUBTRACT_DOUBLE, Op.MULTIPLY_DOUBLE, Op.DIVIDE_DOUBLE, Op.REMAINDER_DOUBLE, Op.C_POWER};

  // the outcomes of COMPARE_OP that make each comparison true: 2 less, 4 greater, 8 equal, and for != unordered
  private static final int[] OUTCOMES = {8, 7, 2, 10, 4, 12};

  private static final int FIRST_DOUBLE = 14;
  private static final int FIRST_UNSIGNED_COMPARISON = 6;
  private static final int FIRST_DOUBLE_COMPARISON = 10;

  private final HirBuilder b;

  Primitives(HirBuilder b) {
    this.b = b;
  }

  /** PRIMITIVE_LOAD_CONST. */
  void constant(int index) {
    PyTuple c = (PyTuple) b.constantAt(index);
    Object v = c.get(0);
    b.push(v instanceof Boolean t ? b.add(Op.BOX_BOOL, null, b.add(Op.BOOL_CONST, t)) : b.constant(v instanceof BigInteger i ? i.longValue() : v));
  }

  /** The bits of a primitive int. */
  Node bits(Node v) {
    return v.op == Op.BOX_LONG || v.op == Op.BOX_UNSIGNED ? v.input(0)
        : v.op == Op.CONST && v.aux instanceof Long ? b.add(Op.LONG_CONST, v.aux)
        : v.op == Op.BOX_BOOL ? b.add(Op.BOOL_TO_LONG, null, v.input(0))
        : b.add(Op.BITS_OF, null, v);
  }

  /** The double that an object surely is. */
  private Node number(Node v) {
    return v.op == Op.BOX_DOUBLE ? v.input(0)
        : v.op == Op.CONST && v.aux instanceof Double ? b.add(Op.DOUBLE_CONST, v.aux)
        : b.add(Op.DOUBLE_OF, null, v);
  }

  private Node truth(Node v) {
    return v.op == Op.BOX_BOOL ? v.input(0) : b.add(Op.BOOL_OF, null, v);
  }

  private static Rep rep(int code) {
    return Rep.of(TypeCodes.javaType(code));
  }

  /** The raw value of a primitive; objects as they are. */
  Node raw(Node v, int code) {
    return raw(v, rep(code));
  }

  Node raw(Node v, Rep rep) {
    return switch (rep) {
      case LONG -> bits(v);
      case DOUBLE -> number(v);
      case BOOL -> truth(v);
      default -> v;
    };
  }

  /** A primitive with its box at hand, whatever the interpreter has left on the stack. */
  Node boxed(Node v, int code) {
    return v.op == Op.CONST ? v : b.box(raw(v, code));
  }

  /** The primitive of an object, as PRIMITIVE_UNBOX gives it; null if that is not for compiled code. */
  Node unboxed(Node v, int code) {
    switch (rep(code)) {
      case LONG: {
        if (v.op == Op.BOX_UNSIGNED && code == TypeCodes.UINT64) {
          return b.box(v.input(0));
        }
        if (b.isGeneric() || code == TypeCodes.CHAR) {
          return null;
        }
        Node n = b.asLong(v);
        boolean fits = code == TypeCodes.INT64 || n.op == Op.C_WRAP && n.aux.equals(code)
            || n.op == Op.LONG_CONST && Primitive.fits(code, n.aux);
        if (!fits) {
          b.add(Op.CHECK_RANGE, code, n);
        }
        return b.box(n);
      }
      case DOUBLE:
        return b.isGeneric() ? null : b.box(HirBuilder.isLong(v) ? b.asDouble(v, Long.class) : b.asDouble(v, Double.class));
      case BOOL:
        return v.op == Op.BOX_BOOL ? v : b.isGeneric() ? null : b.box(b.add(Op.UNBOX_BOOL, null, v));
      default:
        return v;
    }
  }

  // ---- operators

  /** PRIMITIVE_BINARY_OP. */
  boolean binary(int op, int code) {
    if (op >= BINARY.length) {
      return false;
    }
    Node x = b.top(2);
    Node y = b.top(1);
    boolean doubles = op >= FIRST_DOUBLE;
    Node r = b.add(BINARY[op], null, doubles ? number(x) : bits(x), doubles ? number(y) : bits(y));
    b.put(2, r.rep == Rep.LONG ? wrapped(r, code) : r);
    return true;
  }

  /** Cut to a type. */
  private Node wrapped(Node n, int code) {
    return code == TypeCodes.BOOL ? b.add(Op.COMPARE_LONG, 7, n, b.add(Op.LONG_CONST, 0L))
        : code == TypeCodes.INT64 || code == TypeCodes.UINT64 ? n : b.add(Op.C_WRAP, code, n);
  }

  /** PRIMITIVE_COMPARE_OP. */
  void compare(int op) {
    Node x = b.top(2);
    Node y = b.top(1);
    if (op >= FIRST_DOUBLE_COMPARISON) {
      b.put(2, b.add(Op.COMPARE_DOUBLE, OUTCOMES[op - FIRST_DOUBLE_COMPARISON], number(x), number(y)));
      return;
    }
    Node l = bits(x);
    Node r = bits(y);
    if (op >= FIRST_UNSIGNED_COMPARISON) {
      Node low = b.add(Op.LONG_CONST, Long.MIN_VALUE);
      l = b.add(Op.XOR_LONG, null, l, low);
      r = b.add(Op.XOR_LONG, null, r, low);
      op -= 4;
    }
    b.put(2, b.add(Op.COMPARE_LONG, OUTCOMES[op], l, r));
  }

  /** PRIMITIVE_UNARY_OP. */
  void unary(int op, int code) {
    Node x = b.top(1);
    b.put(1, switch (op) {
      case 0 -> wrapped(b.add(Op.C_SUBTRACT, null, b.add(Op.LONG_CONST, 0L), bits(x)), code);
      case 1 -> wrapped(b.add(Op.XOR_LONG, null, bits(x), b.add(Op.LONG_CONST, -1L)), code);
      case 2 -> b.add(Op.NEGATE_DOUBLE, null, number(x));
      default -> HirBuilder.isDouble(x)
          ? b.add(Op.COMPARE_DOUBLE, 8, number(x), b.add(Op.DOUBLE_CONST, 0.0))
          : x.op == Op.BOX_BOOL ? b.add(Op.NOT, null, x.input(0)) : b.add(Op.COMPARE_LONG, 8, bits(x), b.add(Op.LONG_CONST, 0L));
    });
  }

  /** CONVERT_PRIMITIVE. */
  Node convert(Node v, int from, int to) {
    Node n = bits(v);
    if (to == TypeCodes.DOUBLE) {
      return b.add(from == TypeCodes.UINT64 ? Op.UNSIGNED_TO_DOUBLE : Op.LONG_TO_DOUBLE, null, n);
    }
    return wrapped(from == TypeCodes.BOOL ? n : wrapped(n, from), to);
  }
}
