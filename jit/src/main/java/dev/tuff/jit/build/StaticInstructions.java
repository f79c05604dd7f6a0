package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Species;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.interp.FieldCache;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Field;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.math.BigInteger;

/**
 * The instructions of Static Python. A primitive is a raw number under the box that the interpreter would have on its stack; what its type
 * is, the instructions say. Each method puts operations in the place of the instruction and says so, or leaves it to the interpreter.
 */
public final class StaticInstructions {
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

  StaticInstructions(HirBuilder b) {
    this.b = b;
  }

  /** How a value of a primitive type is represented; OBJECT for all others. */
  public static Rep rep(int code) {
    return switch (code) {
      case TypeCodes.OBJECT -> Rep.OBJECT;
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> Rep.DOUBLE;
      case TypeCodes.BOOL -> Rep.BOOL;
      default -> Rep.LONG;
    };
  }

  /** Whether an instruction notes in its cache what it has seen. */
  static boolean notes(int op) {
    return switch (op) {
      case INVOKE_FUNCTION, INVOKE_METHOD, LOAD_FIELD, STORE_FIELD, CAST, LOAD_CLASS -> true;
      default -> false;
    };
  }

  boolean instruction(int op, int arg, Object cache) throws NotCompilable {
    switch (op) {
      case LOAD_METHOD_STATIC, REFINE_TYPE:
        return true;
      case SECOND: {
        Node v = b.pop();
        b.pop();
        b.push(v);
        return true;
      }
      case PRIMITIVE_LOAD_CONST:
        constant(arg);
        return true;
      case PRIMITIVE_BOX, RETURN_PRIMITIVE: {
        Node v = b.top(1);
        if (arg == TypeCodes.UINT64) {
          b.put(1, Op.BOX_UNSIGNED, null, bits(v));
        } else {
          b.replaceTop(boxed(v, arg));
        }
        return true;
      }
      case PRIMITIVE_UNBOX: {
        Node v = unboxed(b.top(1), arg);
        if (v == null) {
          return false;
        }
        b.replaceTop(v);
        return true;
      }
      case PRIMITIVE_BINARY_OP:
        return binary(arg & 0xFF, arg >> 8);
      case PRIMITIVE_COMPARE_OP:
        compare(arg & 0xFF);
        return true;
      case PRIMITIVE_UNARY_OP:
        unary(arg & 0xFF, arg >> 8);
        return true;
      case CONVERT_PRIMITIVE:
        b.put(1, convert(b.top(1), arg & 15, arg >> 4));
        return true;
      case CAST:
        return cast(cache);
      case LOAD_CLASS:
        if (cache instanceof TypeCheck t) {
          b.push(b.constant(t.type()));
          return true;
        }
        return false;
      case BUILD_CHECKED_LIST, BUILD_CHECKED_MAP:
        if (cache instanceof TypeCheck t) {
          int n = arg & 0xFF;
          Node[] items = new Node[n];
          for (int i = 0; i < n; i++) {
            items[i] = b.top(n - i);
          }
          b.put(n, Op.CHECKED_CONTAINER, t, items);
          return true;
        }
        return false;
      case LOAD_TYPE:
        b.put(1, Op.TYPE_OF, null, b.top(1));
        return true;
      case LOAD_FIELD:
        if (cache instanceof FieldCache c && c.owner().version == c.ownerVersion()) {
          load(c);
          return true;
        }
        return false;
      case STORE_FIELD:
        if (cache instanceof FieldCache c && c.owner().version == c.ownerVersion()) {
          store(c);
          return true;
        }
        return false;
      case FAST_LEN:
        b.put(1, Op.SEQUENCE_LEN, null, b.top(1));
        return true;
      case SEQUENCE_GET:
        return get(arg);
      case SEQUENCE_SET:
        return set(arg);
      case INVOKE_FUNCTION:
        return b.typedCalls.invokeFunction(arg & 0xFF, cache);
      case INVOKE_METHOD:
        return b.typedCalls.invokeMethod(arg & 0xFF, cache);
      default:
        return false;
    }
  }

  // ---- values

  private void constant(int index) {
    PyTuple c = (PyTuple) b.constantAt(index);
    Object v = c.get(0);
    b.push(v instanceof Boolean t ? b.add(Op.BOX_BOOL, null, b.add(Op.BOOL_CONST, t)) : b.constant(v instanceof BigInteger i ? i.longValue() : v));
  }

  /** The bits of a primitive int. */
  private Node bits(Node v) {
    return v.op == Op.BOX_LONG || v.op == Op.BOX_UNSIGNED ? v.input(0)
        : v.op == Op.CONST && v.aux instanceof Long ? b.add(Op.LONG_CONST, v.aux)
        : v.op == Op.BOX_BOOL ? b.add(Op.BOOL_TO_LONG, null, v.input(0))
        : b.add(Op.BITS_OF, null, v);
  }

  private Node number(Node v) {
    return v.op == Op.BOX_DOUBLE ? v.input(0)
        : v.op == Op.CONST && v.aux instanceof Double ? b.add(Op.DOUBLE_CONST, v.aux)
        : b.add(Op.DOUBLE_OF, null, v);
  }

  private Node truth(Node v) {
    return v.op == Op.BOX_BOOL ? v.input(0) : b.add(Op.BOOL_OF, null, v);
  }

  /** The raw value of a primitive; objects as they are. */
  Node raw(Node v, int code) {
    return switch (rep(code)) {
      case LONG -> bits(v);
      case DOUBLE -> number(v);
      case BOOL -> truth(v);
      default -> v;
    };
  }

  /** A primitive with its box at hand, whatever the interpreter has left on the stack. */
  private Node boxed(Node v, int code) {
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

  private boolean binary(int op, int code) {
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

  private Node wrapped(Node n, int code) {
    return code == TypeCodes.BOOL ? b.add(Op.COMPARE_LONG, 7, n, b.add(Op.LONG_CONST, 0L))
        : code == TypeCodes.INT64 || code == TypeCodes.UINT64 ? n : b.add(Op.C_WRAP, code, n);
  }

  private void compare(int op) {
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

  private void unary(int op, int code) {
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

  private Node convert(Node v, int from, int to) {
    Node n = bits(v);
    if (to == TypeCodes.DOUBLE) {
      return b.add(from == TypeCodes.UINT64 ? Op.UNSIGNED_TO_DOUBLE : Op.LONG_TO_DOUBLE, null, n);
    }
    return wrapped(from == TypeCodes.BOOL ? n : wrapped(n, from), to);
  }

  // ---- types, items

  void checkType(TypeCheck type, Node v) {
    boolean surely = v.op == Op.CONST && v.aux != null && type.accepts(v.aux)
        || v.op == Op.NEW_OBJECT && type.isPlain() && ((PyType) v.aux).isSubtype(type.type());
    if (!surely) {
      b.add(Op.CHECK_TYPE, type, v);
    }
  }

  private boolean cast(Object cache) {
    if (!(cache instanceof TypeCheck t) || b.isGeneric()) {
      return false;
    }
    Node v = b.top(1);
    checkType(t, v);
    return true;
  }

  /** The type of an array's elements. */
  private static int arrayCode(int kind) {
    return (kind & ~TypeCodes.SEQ_ARRAY) >> 4;
  }

  public static Class<? extends StaticArray> arrayClass(int code) {
    return switch (code) {
      case TypeCodes.INT64, TypeCodes.UINT64 -> StaticArray.Longs.class;
      case TypeCodes.INT32, TypeCodes.UINT32 -> StaticArray.Ints.class;
      case TypeCodes.INT16, TypeCodes.UINT16 -> StaticArray.Shorts.class;
      case TypeCodes.BOOL -> StaticArray.Booleans.class;
      case TypeCodes.DOUBLE -> StaticArray.Doubles.class;
      case TypeCodes.SINGLE -> StaticArray.Floats.class;
      default -> StaticArray.Bytes.class;
    };
  }

  public static Class<?> itemsClass(int code) {
    return switch (code) {
      case TypeCodes.INT64, TypeCodes.UINT64 -> long[].class;
      case TypeCodes.INT32, TypeCodes.UINT32 -> int[].class;
      case TypeCodes.INT16, TypeCodes.UINT16 -> short[].class;
      case TypeCodes.BOOL -> boolean[].class;
      case TypeCodes.DOUBLE -> double[].class;
      case TypeCodes.SINGLE -> float[].class;
      default -> byte[].class;
    };
  }

  /** Null if the member is no field of the owner's instances. */
  private static Field field(PyType owner, PyMemberDescr m) {
    Species s = owner.species;
    if (s == null || !m.isField()) {
      return null;
    }
    return new Field(s.home(m.index()), m.index(), s.javaType(m.index()), m.guard() == null ? null : m.guard().unset());
  }

  private void load(FieldCache c) {
    Field f = field(c.owner(), c.member());
    if (f == null) {
      b.put(1, Op.LOAD_FIELD, c, b.top(1));
      return;
    }
    b.checkVersion(c.owner(), c.ownerVersion());
    get(f, c.owner(), b.top(1));
  }

  /** The field of the object on the stack in its place. */
  private void get(Field f, PyType owner, Node o) {
    boolean object = f.type() == Object.class;
    Node n = b.add(object && f.unset() == null ? Op.GET_FIELD : Op.GET_SET_FIELD, f, o);
    n.rep = f.type() == long.class ? Rep.LONG : f.type() == double.class ? Rep.DOUBLE : f.type() == boolean.class ? Rep.BOOL : Rep.OBJECT;
    if (owner.species.kind(f.member()) == 'U') {
      b.put(1, Op.BOX_UNSIGNED, null, n);
    } else {
      b.put(1, n);
    }
  }

  private void store(FieldCache c) {
    Field f = field(c.owner(), c.member());
    if (f == null) {
      b.put(2, Op.STORE_FIELD, c, b.top(1), b.top(2));
      return;
    }
    b.checkVersion(c.owner(), c.ownerVersion());
    put(f, 2, b.top(1), b.top(2));
  }

  void put(Field f, int operands, Node o, Node v) {
    Node raw = f.type() == long.class ? bits(v) : f.type() == double.class ? number(v) : f.type() == boolean.class ? truth(v) : v;
    b.put(operands, Op.PUT_FIELD, f, o, raw);
  }

  private boolean get(int kind) {
    if ((kind & TypeCodes.SEQ_ARRAY) != 0) {
      int code = arrayCode(kind);
      if (b.isGeneric()) {
        return false;
      }
      Node n = b.add(Op.ARRAY_GET, code, b.top(2), bits(b.top(1)));
      n.rep = rep(code);
      b.put(2, n);
    } else {
      b.put(2, Op.SEQUENCE_GET, null, b.top(2), bits(b.top(1)));
    }
    return true;
  }

  private boolean set(int kind) {
    if ((kind & TypeCodes.SEQ_ARRAY) != 0) {
      int code = arrayCode(kind);
      if (b.isGeneric()) {
        return false;
      }
      b.put(3, Op.ARRAY_SET, code, b.top(2), bits(b.top(1)), raw(b.top(3), code));
    } else {
      b.put(3, Op.SEQUENCE_SET, null, b.top(2), bits(b.top(1)), b.top(3));
    }
    return true;
  }

  /** Reads a slot with a default, or sets it and leaves None. */
  void slot(StaticCallee callee, int count) {
    Field f = field(callee);
    if (count == 1) {
      get(f, callee.type(), b.top(1));
    } else {
      put(f, 2, b.top(2), b.top(1));
      b.push(b.constant(Py.None));
    }
  }

  /** The slot that is read or set in place of a call; null if it is no field. */
  static Field field(StaticCallee callee) {
    return field(callee.type(), (PyMemberDescr) callee.member());
  }
}
