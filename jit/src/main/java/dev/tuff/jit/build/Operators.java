package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.CompareOp;
import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.CheckedContainer;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.interp.Operands;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.math.BigInteger;

/**
 * Operators, comparisons, subscription and truth, by the classes that the caches saw. Each method puts operations in the place of the
 * instruction and says so, or leaves it to the interpreter. Guards of numbers leave compiled code; where they have failed too often
 * ({@code isGeneric}) only operations are used that work on objects.
 */
final class Operators {
  private final HirBuilder b;

  Operators(HirBuilder b) {
    this.b = b;
  }

  private Class<?> left() {
    Operands seen = b.operands();
    return seen == null ? null : seen.left;
  }

  private Class<?> right() {
    Operands seen = b.operands();
    return seen == null ? null : seen.right;
  }

  /** What a value is known to be, or has been so far. */
  private static Class<?> kind(Node n, Class<?> seen) {
    return HirBuilder.isLong(n) ? Long.class : HirBuilder.isDouble(n) ? Double.class : n.op == Op.BOX_BOOL ? Boolean.class : seen;
  }

  private static boolean isNumber(Class<?> c) {
    return c == Long.class || c == Double.class || c == Number.class || c == BigInteger.class || c == Boolean.class;
  }

  // ---- BINARY_OP

  /** By what the interpreter has made of the instruction. */
  boolean binary(int form, int arg) {
    Node x = b.top(2);
    Node y = b.top(1);
    Node r = b.isGeneric() ? null : switch (form) {
      case BINARY_OP_ADD_INT -> longs(Op.ADD_LONG, x, y);
      case BINARY_OP_SUBTRACT_INT -> longs(Op.SUBTRACT_LONG, x, y);
      case BINARY_OP_INT -> switch (operator(arg)) {
        case BinaryOp.NB_MULTIPLY -> longs(Op.MULTIPLY_LONG, x, y);
        case BinaryOp.NB_AND -> longs(Op.AND_LONG, x, y);
        case BinaryOp.NB_OR -> longs(Op.OR_LONG, x, y);
        case BinaryOp.NB_XOR -> longs(Op.XOR_LONG, x, y);
        case BinaryOp.NB_RSHIFT -> longs(Op.RSHIFT_LONG, x, y);
        case BinaryOp.NB_REMAINDER -> longs(Op.REMAINDER_LONG, x, y);
        case BinaryOp.NB_FLOOR_DIVIDE -> longs(Op.FLOOR_DIVIDE_LONG, x, y);
        default -> null;
      };
      case BINARY_OP_ADD_FLOAT -> doubles(Op.ADD_DOUBLE, x, y);
      case BINARY_OP_SUBTRACT_FLOAT -> doubles(Op.SUBTRACT_DOUBLE, x, y);
      case BINARY_OP_MULTIPLY_FLOAT -> doubles(Op.MULTIPLY_DOUBLE, x, y);
      case BINARY_OP_SUBSCR_LIST_INT -> listItem(x, y);
      case BINARY_OP_SUBSCR_TUPLE_INT -> b.add(Op.TUPLE_ITEM, null, x, b.asLong(y));
      default -> null;
    };
    if (r == null) {
      return byClasses(arg);
    }
    b.take(2);
    b.push(r);
    return true;
  }

  private static int operator(int arg) {
    return arg < Special.REFLECTED ? arg : arg - Special.REFLECTED;
  }

  private Node longs(Op op, Node x, Node y) {
    return b.add(Op.BOX_LONG, null, b.add(op, null, b.asLong(x), b.asLong(y)));
  }

  /** Null if neither operand is surely a float: the caches are of other calls than those that are inlined here. */
  private Node doubles(Op op, Node x, Node y) {
    Class<?> l = left();
    Class<?> r = right();
    return isFloat(x, l) || isFloat(y, r) ? b.add(Op.BOX_DOUBLE, null, b.add(op, null, b.asDouble(x, l), b.asDouble(y, r))) : null;
  }

  /** Whether {@link HirBuilder#asDouble} gives a float that was one. */
  private static boolean isFloat(Node n, Class<?> kind) {
    return HirBuilder.isDouble(n) || !HirBuilder.isLong(n) && kind != Long.class && kind != Number.class;
  }

  /** By the classes of the operands. */
  private boolean byClasses(int arg) {
    Node x = b.top(2);
    Node y = b.top(1);
    Class<?> l = kind(x, left());
    Class<?> r = kind(y, right());
    if (arg == BinaryOp.NB_SUBSCR) {
      return item(x, y, l, r);
    }
    int operator = operator(arg);
    if (l == PyComplex.class || r == PyComplex.class) {
      b.put(2, Op.COMPLEX, operator, x, y);
      return true;
    }
    if (isNumber(l) && isNumber(r)) {
      return numbers(operator, x, y, l, r);
    }
    boolean inPlace = arg >= Special.REFLECTED;
    if (operator == BinaryOp.NB_ADD && l == r) {
      if (l == String.class) {
        b.put(2, Op.BUILD_STRING, null, x, y);
        return true;
      }
      if (l == PyList.class || l == PyTuple.class) {
        b.put(2, inPlace && l == PyList.class ? Op.EXTEND : Op.CONCAT, null, x, y);
        return true;
      }
    }
    if (operator == BinaryOp.NB_ADD && inPlace && (l == PyList.class && r == PyTuple.class || l == PyByteArray.class && r == PyBytes.class)) {
      b.put(2, Op.EXTEND, null, x, y);
      return true;
    }
    if (operator == BinaryOp.NB_MULTIPLY && !b.isGeneric()) {
      if (r == Long.class && (l == String.class || l == PyBytes.class || l == PyList.class && !inPlace)) {
        b.put(2, Op.REPEAT, null, x, b.asLong(y));
        return true;
      }
      if (l == Long.class && (r == String.class || r == PyList.class)) {
        b.put(2, Op.REPEAT, null, y, b.asLong(x));
        return true;
      }
    }
    return false;
  }

  private boolean numbers(int operator, Node x, Node y, Class<?> l, Class<?> r) {
    boolean lost = b.isGeneric();
    boolean big = l == BigInteger.class || r == BigInteger.class;
    if (l == Boolean.class && x.op == Op.BOX_BOOL && r != Boolean.class) {
      x = b.add(Op.BOX_LONG, null, b.add(Op.BOOL_TO_LONG, null, x.input(0)));
      l = Long.class;
    } else if (r == Boolean.class && y.op == Op.BOX_BOOL && l != Boolean.class) {
      y = b.add(Op.BOX_LONG, null, b.add(Op.BOOL_TO_LONG, null, y.input(0)));
      r = Long.class;
    }
    if (!lost && l == Long.class && r == Long.class) {
      switch (operator) {
        case BinaryOp.NB_ADD:
          b.put(2, Op.ADD_LONG, null, b.asLong(x), b.asLong(y));
          return true;
        case BinaryOp.NB_SUBTRACT:
          b.put(2, Op.SUBTRACT_LONG, null, b.asLong(x), b.asLong(y));
          return true;
        case BinaryOp.NB_MULTIPLY:
          b.put(2, Op.MULTIPLY_LONG, null, b.asLong(x), b.asLong(y));
          return true;
        case BinaryOp.NB_LSHIFT:
          b.put(2, Op.LSHIFT_LONG, null, b.asLong(x), b.asLong(y));
          return true;
        case BinaryOp.NB_TRUE_DIVIDE:
          b.put(2, Op.DIVIDE_LONG, null, b.asLong(x), b.asLong(y));
          return true;
        case BinaryOp.NB_POWER:
          power(x, y);
          return true;
        default:
      }
    } else if (!lost && !big && l != Boolean.class && r != Boolean.class && (l == Double.class || r == Double.class)) {
      Op op = switch (operator) {
        case BinaryOp.NB_ADD -> Op.ADD_DOUBLE;
        case BinaryOp.NB_SUBTRACT -> Op.SUBTRACT_DOUBLE;
        case BinaryOp.NB_MULTIPLY -> Op.MULTIPLY_DOUBLE;
        case BinaryOp.NB_TRUE_DIVIDE -> Op.DIVIDE_DOUBLE;
        case BinaryOp.NB_FLOOR_DIVIDE -> Op.FLOOR_DIVIDE_DOUBLE;
        case BinaryOp.NB_REMAINDER -> Op.REMAINDER_DOUBLE;
        case BinaryOp.NB_POWER -> Op.POWER_DOUBLE;
        default -> null;
      };
      if (op != null) {
        b.put(2, op, null, b.asDouble(x, l), b.asDouble(y, r));
        return true;
      }
    }
    if (operator == BinaryOp.NB_POWER || operator == BinaryOp.NB_MATRIX_MULTIPLY) {
      return false;
    }
    b.put(2, Op.ARITHMETIC, operator, x, y);
    return true;
  }

  private void power(Node x, Node y) {
    Node base = b.asLong(x);
    if (y.op == Op.CONST && y.aux.equals(2L)) {
      b.put(2, Op.MULTIPLY_LONG, null, base, base);
    } else {
      b.put(2, Op.POWER_LONG, null, base, b.asLong(y));
    }
  }

  /** Dicts, and checked dicts, which do as they do. */
  private static boolean isDict(Class<?> c) {
    return c == PyDict.class || c != null && PyDict.class.isAssignableFrom(c) && CheckedContainer.class.isAssignableFrom(c);
  }

  private static boolean isCheckedList(Class<?> c) {
    return c != null && PyList.class.isAssignableFrom(c) && CheckedContainer.class.isAssignableFrom(c);
  }

  /** Checked lists and arrays. */
  private static boolean isTyped(Class<?> c) {
    return isCheckedList(c) || c != null && StaticArray.class.isAssignableFrom(c);
  }

  private boolean item(Node container, Node key, Class<?> l, Class<?> r) {
    if (isDict(l)) {
      b.put(2, Op.DICT_ITEM, null, container, key);
      return true;
    }
    if (r == PySlice.class && (l == PyList.class || l == String.class || l == PyTuple.class || l == PyBytes.class)) {
      b.put(2, Op.SLICE_ITEMS, null, container, key);
      return true;
    }
    if (r != Long.class || b.isGeneric()) {
      return false;
    }
    if (isTyped(l)) {
      b.put(2, Op.SEQUENCE_GET, null, container, b.asLong(key));
      return true;
    }
    if (l == String.class) {
      b.put(2, Op.STR_ITEM, null, container, b.asLong(key));
      return true;
    }
    if (l == PyBytes.class || l == PyByteArray.class) {
      b.put(2, Op.BYTES_ITEM, null, container, b.asLong(key));
      return true;
    }
    return false;
  }

  // ---- other subscription

  /** BINARY_SLICE. */
  boolean slice() {
    Class<?> l = left();
    Op op = l == String.class ? Op.STR_SLICE : l == PyList.class || l == PyTuple.class || l == PyBytes.class || l == PyByteArray.class ? Op.SLICE
        : null;
    if (op == null || b.isGeneric()) {
      return false;
    }
    b.put(3, op, null, b.top(3), bound(b.top(2), 0), bound(b.top(1), Long.MAX_VALUE));
    return true;
  }

  private Node bound(Node n, long otherwise) {
    return n.op == Op.CONST && n.aux == Py.None ? b.add(Op.LONG_CONST, otherwise) : b.asLong(n);
  }

  /** STORE_SLICE: value, container, start, stop. */
  void storeSlice() {
    b.put(4, Op.STORE_SLICE, null, b.top(3), b.top(2), b.top(1), b.top(4));
  }

  /** STORE_SUBSCR: value, container, key. What the loop itself does, it does not note: an int key of a list. */
  boolean storeItem() {
    Node value = b.top(3);
    Node container = b.top(2);
    Node key = b.top(1);
    Class<?> l = left();
    boolean lost = b.isGeneric();
    if (isDict(l)) {
      b.put(3, Op.STORE_DICT_ITEM, null, container, key, value);
    } else if (!lost && l == PyByteArray.class && right() == Long.class) {
      b.put(3, Op.STORE_BYTE, null, container, b.asLong(key), b.asLong(value));
    } else if (!lost && (l == null || l == PyList.class && right() == Long.class)) {
      b.put(3, !ThreadState.shared && knownList(container) ? Op.SET_ITEM : Op.STORE_LIST_ITEM, null, container, b.asLong(key), value);
    } else if (l == null || l == PyList.class || isTyped(l) || l == Object.class) {
      b.put(3, Op.STORE_ITEM, null, container, key, value);
    } else {
      return false;
    }
    return true;
  }

  private Node listItem(Node list, Node index) {
    return knownList(list) ? b.add(Op.GET_ITEM, null, list, b.asLong(index)) : b.add(Op.LIST_ITEM, null, list, b.asLong(index));
  }

  /** Whether the operand is surely a list, because a guard says so; not if such a guard has failed. */
  private boolean knownList(Node list) {
    if (b.expectsToStay()) {
      return false;
    }
    if (list.op != Op.NEW_LIST) {
      b.add(Op.CHECK_LIST, null, list);
    }
    return true;
  }

  /** DELETE_SUBSCR. */
  boolean deleteItem() {
    if (!isDict(left())) {
      return false;
    }
    b.put(2, Op.DELETE_ITEM, null, b.top(2), b.top(1));
    return true;
  }

  /** CONTAINS_OP: item, container. */
  boolean contains(int inverted) {
    Node item = b.top(2);
    Node container = b.top(1);
    Class<?> r = container.op == Op.CONST ? container.aux.getClass() : right();
    Op op = isDict(r) ? Op.DICT_CONTAINS
        : r == PySet.class || r == PyFrozenSet.class ? Op.SET_CONTAINS
        : r == String.class ? Op.STR_CONTAINS
        : r == PyTuple.class || r == PyList.class || isCheckedList(r) ? Op.SEQUENCE_CONTAINS
        : null;
    if (op == null) {
      return false;
    }
    b.put(2, op, inverted, container, item);
    return true;
  }

  // ---- comparison, truth, one operand

  boolean compare(int form, int arg) {
    Node x = b.top(2);
    Node y = b.top(1);
    Class<?> l = kind(x, left());
    Class<?> r = kind(y, right());
    int operator = arg >> 5;
    if (!b.isGeneric() && (l == Long.class || l == Double.class) && (r == Long.class || r == Double.class)) {
      Node c = l == Long.class && r == Long.class
          ? b.add(Op.COMPARE_LONG, arg & 15, b.asLong(x), b.asLong(y))
          : b.add(Op.COMPARE_DOUBLE, arg & 15, exact(x, l), exact(y, r));
      b.take(2);
      b.pushRaw(c);
      return true;
    }
    boolean equality = operator == CompareOp.EQ || operator == CompareOp.NE;
    if (l == String.class && r == String.class) {
      b.put(2, Op.COMPARE_STR, operator, x, y);
      return true;
    }
    // of others, lists and dicts for example, the operation can often not say without Python code
    boolean others = equality && l != null && l != Object.class && r != Object.class && !b.isHard();
    if (form == COMPARE_OP_INT || l == PyTuple.class && r == PyTuple.class || isNumber(l) && isNumber(r) || others) {
      b.put(2, Op.COMPARE, operator, x, y);
      return true;
    }
    return false;
  }

  /** A float, or an int as the float that it equals. */
  private Node exact(Node n, Class<?> kind) {
    if (kind == Double.class) {
      return b.asDouble(n, null);
    }
    if (n.op == Op.CONST && n.aux instanceof Long v && Math.abs(v) < 1L << 53) {
      return b.add(Op.DOUBLE_CONST, (double) v);
    }
    return b.add(Op.EXACT_DOUBLE, null, b.asLong(n));
  }

  void toBool() {
    Node v = b.top(1);
    if (v.op == Op.BOX_BOOL) {
      return;
    }
    if (HirBuilder.isLong(v)) {
      // all outcomes but equal
      b.put(1, Op.COMPARE_LONG, 7, b.asLong(v), b.add(Op.LONG_CONST, 0L));
    } else if (HirBuilder.isDouble(v)) {
      b.put(1, Op.COMPARE_DOUBLE, 7, b.asDouble(v, null), b.add(Op.DOUBLE_CONST, 0.0));
    } else if (b.isHard()) {
      b.generic.routine("truth", null, 0, 1);
    } else {
      b.put(1, Op.TO_BOOL, null, v);
    }
  }

  boolean negate() {
    Node v = b.top(1);
    Class<?> kind = b.isGeneric() ? kind(v, null) : kind(v, left());
    if (kind == Long.class) {
      b.put(1, Op.SUBTRACT_LONG, null, b.add(Op.LONG_CONST, 0L), b.asLong(v));
    } else if (kind == Double.class) {
      b.put(1, Op.MULTIPLY_DOUBLE, null, b.asDouble(v, null), b.add(Op.DOUBLE_CONST, -1.0));
    } else {
      return false;
    }
    return true;
  }

  boolean invert() {
    Node v = b.top(1);
    if (kind(v, b.isGeneric() ? null : left()) != Long.class) {
      return false;
    }
    b.put(1, Op.XOR_LONG, null, b.asLong(v), b.add(Op.LONG_CONST, -1L));
    return true;
  }

  void is(int inverted) {
    Node x = b.top(2);
    Node y = b.top(1);
    Node other = isNone(y) ? x : isNone(x) ? y : null;
    Node r = other != null ? b.add(Op.IS_OBJECT, Py.None, other) : b.add(Op.IS, null, x, y);
    b.take(2);
    b.pushRaw(inverted != 0 ? b.add(Op.NOT, null, r) : r);
  }

  private static boolean isNone(Node n) {
    return n.op == Op.CONST && n.aux == Py.None;
  }
}
