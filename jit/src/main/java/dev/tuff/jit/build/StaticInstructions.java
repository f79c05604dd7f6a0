package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;

/**
 * The instructions of Static Python: types, items, and which file has the others. Each method puts operations in the place of the instruction and says
 * so, or leaves it to the interpreter.
 */
final class StaticInstructions {
  private final HirBuilder b;

  StaticInstructions(HirBuilder b) {
    this.b = b;
  }

  /** Whether an instruction notes in its cache what it has seen. */
  static boolean notes(int op) {
    return switch (op) {
      case INVOKE_FUNCTION, INVOKE_METHOD, LOAD_FIELD, STORE_FIELD, CAST, LOAD_CLASS -> true;
      default -> false;
    };
  }

  boolean put(int op, int arg, Object cache) throws NotCompilable {
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
        b.primitives.constant(arg);
        return true;
      case PRIMITIVE_BOX, RETURN_PRIMITIVE: {
        Node v = b.top(1);
        if (arg == TypeCodes.UINT64) {
          b.put(1, Op.BOX_UNSIGNED, null, b.primitives.bits(v));
        } else {
          b.replaceTop(b.primitives.boxed(v, arg));
        }
        return true;
      }
      case PRIMITIVE_UNBOX: {
        Node v = b.primitives.unboxed(b.top(1), arg);
        if (v == null) {
          return false;
        }
        b.replaceTop(v);
        return true;
      }
      case PRIMITIVE_BINARY_OP:
        return b.primitives.binary(arg & 0xFF, arg >> 8);
      case PRIMITIVE_COMPARE_OP:
        b.primitives.compare(arg & 0xFF);
        return true;
      case PRIMITIVE_UNARY_OP:
        b.primitives.unary(arg & 0xFF, arg >> 8);
        return true;
      case CONVERT_PRIMITIVE:
        b.put(1, b.primitives.convert(b.top(1), arg & 15, arg >> 4));
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
        return b.fields.load(cache);
      case STORE_FIELD:
        return b.fields.store(cache);
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

  // ---- types and items

  boolean isSurely(TypeCheck type, Node v) {
    boolean surely = v.isSurely(type);
    v.relied |= surely;
    return surely;
  }

  /** A guard, unless the value is known to be of the type. */
  void checkType(TypeCheck type, Node v) {
    if (!isSurely(type, v)) {
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

  private boolean get(int kind) {
    if ((kind & TypeCodes.SEQ_ARRAY) != 0) {
      int code = arrayCode(kind);
      if (b.isGeneric()) {
        return false;
      }
      Node n = b.add(Op.ARRAY_GET, code, b.top(2), b.primitives.bits(b.top(1)));
      n.rep = Rep.of(TypeCodes.javaType(code));
      b.put(2, n);
    } else {
      b.put(2, Op.SEQUENCE_GET, null, b.top(2), b.primitives.bits(b.top(1)));
    }
    return true;
  }

  private boolean set(int kind) {
    if ((kind & TypeCodes.SEQ_ARRAY) != 0) {
      int code = arrayCode(kind);
      if (b.isGeneric()) {
        return false;
      }
      b.put(3, Op.ARRAY_SET, code, b.top(2), b.primitives.bits(b.top(1)), b.primitives.raw(b.top(3), code));
    } else {
      b.put(3, Op.SEQUENCE_SET, null, b.top(2), b.primitives.bits(b.top(1)), b.top(3));
    }
    return true;
  }
}
