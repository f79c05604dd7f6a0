package dev.tuff.jit.build;

import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyRange;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.number.PyBool;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;

/** Calls of builtins that are operations of their own: the callee is known, and guarded already. */
final class BuiltinCalls {
  private final HirBuilder b;

  BuiltinCalls(HirBuilder b) {
    this.b = b;
  }

  /** Whether there is an operation for a call of {@code known} with so many arguments; if so, it is there. */
  boolean call(Object known, int count, boolean hasSelf) {
    if (known instanceof PyBuiltinFunction f && !hasSelf && f.self() == Interpreter.current().builtins) {
      if (count == 1 && f.name().equals("next")) {
        b.generic.routineOf("nextItem", f, 0, 3, b.top(1));
        return true;
      }
      return count == 1 ? one(f.name(), b.top(1)) : count == 2 && two(f.name(), b.top(2), b.top(1));
    }
    if (known instanceof PyBuiltinFunction f && !hasSelf && count == 1 && isMath(f) && !b.isGeneric()) {
      b.put(3, Op.MATH, f.name(), number(b.top(1)));
      return true;
    }
    if (known instanceof PyType t && !hasSelf) {
      return t == PyRange.TYPE ? range(count) : count == 1 && convert(t, b.top(1));
    }
    return known instanceof PyMethodDescr m && hasSelf && method(m.owner(), m.definition().name(), count);
  }

  /** Whether Java has the function too, as far as its result is finite. */
  private static boolean isMath(PyBuiltinFunction f) {
    return f.isOf("math") && switch (f.name()) {
      case "sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "exp" -> true;
      default -> false;
    };
  }

  private Node number(Node n) {
    return HirBuilder.isLong(n) ? b.add(Op.EXACT_DOUBLE, null, b.asLong(n)) : b.asDouble(n, HirBuilder.isDouble(n) ? Double.class : Number.class);
  }

  /** Whether {@link #call} may have an operation for such a call; the arguments can still be others. */
  static boolean knows(Object known, int count) {
    if (known instanceof PyBuiltinFunction f && f.self() == Interpreter.current().builtins) {
      return switch (f.name()) {
        case "len", "ord", "chr", "abs" -> count == 1;
        case "isinstance", "min", "max" -> count == 2;
        default -> false;
      };
    }
    return known == PyRange.TYPE ? count >= 1 && count <= 3
        : count == 1 && (known == PyType.TYPE || known == PyBool.TYPE || known == PyStr.TYPE || known == PyFloat.TYPE || known == PyInt.TYPE);
  }

  private boolean one(String name, Node a) {
    switch (name) {
      case "len" -> {
        if (b.isHard()) {
          return false;
        }
        b.put(3, Op.LEN, null, a);
      }
      case "ord" -> b.put(3, Op.ORD, null, a);
      case "chr" -> b.put(3, Op.CHR, null, b.asLong(a));
      case "abs" -> {
        if (HirBuilder.isLong(a)) {
          b.put(3, Op.ABS_LONG, null, b.asLong(a));
        } else if (HirBuilder.isDouble(a)) {
          b.put(3, Op.ABS_DOUBLE, null, b.asDouble(a, null));
        } else {
          b.put(3, Op.ABS, null, a);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean two(String name, Node x, Node y) {
    boolean min = name.equals("min");
    if (name.equals("isinstance")) {
      b.put(4, Op.IS_INSTANCE, null, x, y);
    } else if (!min && !name.equals("max")) {
      return false;
    } else if (HirBuilder.isLong(x) && HirBuilder.isLong(y)) {
      b.put(4, min ? Op.MIN_LONG : Op.MAX_LONG, null, b.asLong(x), b.asLong(y));
    } else if (HirBuilder.isDouble(x) && HirBuilder.isDouble(y)) {
      b.put(4, min ? Op.MIN_DOUBLE : Op.MAX_DOUBLE, null, b.asDouble(x, null), b.asDouble(y, null));
    } else {
      b.put(4, min ? Op.MIN : Op.MAX, null, x, y);
    }
    return true;
  }

  private boolean range(int count) {
    if (count < 1 || count > 3) {
      return false;
    }
    Node step = count == 3 ? b.top(1) : b.constant(Py.box(1));
    if (step.op != Op.CONST || !(step.aux instanceof Long n) || n == 0) {
      return false;
    }
    Node start = count == 1 ? b.constant(Py.box(0)) : b.top(count);
    Node stop = count == 1 ? b.top(1) : b.top(count - 1);
    b.put(count + 2, Op.NEW_RANGE, null, b.asLong(start), b.asLong(stop), b.asLong(step));
    return true;
  }

  private boolean convert(PyType type, Node a) {
    if (type == PyType.TYPE) {
      b.put(3, Op.TYPE_OF, null, a);
    } else if (type == PyBool.TYPE) {
      b.put(3, Op.TO_BOOL, null, a);
    } else if (type == PyStr.TYPE) {
      b.put(3, Op.STR_OF, null, a);
    } else if (type == PyFloat.TYPE) {
      b.put(3, Op.TO_DOUBLE, null, a);
    } else if (type == PyInt.TYPE && HirBuilder.isDouble(a)) {
      b.put(3, Op.TRUNCATE, null, b.asDouble(a, null));
    } else if (type == PyInt.TYPE) {
      b.put(3, Op.INT_OF, null, a);
    } else {
      return false;
    }
    return true;
  }

  private boolean method(PyType owner, String name, int count) {
    Node self = b.top(count + 1);
    Node last = b.top(1);
    if (owner == PyStr.TYPE) {
      return ofStr(name, count, self);
    }
    if (owner == PyList.TYPE && name.equals("append") && count == 1) {
      nothing(Op.LIST_APPEND, self, last);
    } else if (owner.has(PyType.STATIC) && name.equals("append") && count == 1) {
      nothing(Op.CHECKED_APPEND, self, last);
    } else if (isList(owner) && name.equals("pop") && count == 0) {
      b.put(2, Op.LIST_POP, null, self);
    } else if (isList(owner) && name.equals("pop") && count == 1) {
      b.put(3, Op.LIST_POP_AT, null, self, b.asLong(last));
    } else if ((owner == PyDict.TYPE || owner.has(PyType.STATIC)) && name.equals("get") && (count == 1 || count == 2)) {
      b.put(count + 2, Op.DICT_GET, null, self, b.top(count), count == 1 ? b.constant(Py.None) : last);
    } else if (owner == PySet.TYPE && name.equals("add") && count == 1) {
      nothing(Op.SET_ADD, self, last);
    } else if (owner == PyByteArray.TYPE && name.equals("append") && count == 1) {
      nothing(Op.BYTES_APPEND, self, b.asLong(last));
    } else {
      return false;
    }
    return true;
  }

  /** A method of str. Where one has failed too often it is called: the interpreter would take longer. */
  private boolean ofStr(String name, int count, Node self) {
    Op op = b.isHard() ? null : switch (count) {
      case 0 -> switch (name) {
        case "split" -> Op.STR_SPLIT;
        case "upper" -> Op.STR_UPPER;
        case "lower" -> Op.STR_LOWER;
        case "strip" -> Op.STR_STRIP;
        case "isdigit" -> Op.STR_IS_DIGIT;
        case "isalpha" -> Op.STR_IS_ALPHA;
        case "isalnum" -> Op.STR_IS_ALNUM;
        case "isspace" -> Op.STR_IS_SPACE;
        default -> null;
      };
      case 1 -> switch (name) {
        case "split" -> Op.STR_SPLIT_AT;
        case "partition" -> Op.STR_PARTITION;
        case "join" -> Op.STR_JOIN;
        case "find" -> Op.STR_FIND;
        case "count" -> Op.STR_COUNT;
        case "startswith" -> Op.STR_STARTS_WITH;
        case "endswith" -> Op.STR_ENDS_WITH;
        default -> null;
      };
      case 2 -> name.equals("replace") ? Op.STR_REPLACE : null;
      default -> null;
    };
    if (op == null) {
      return false;
    }
    switch (count) {
      case 0 -> b.put(2, op, null, self);
      case 1 -> b.put(3, op, null, self, b.top(1));
      default -> b.put(4, op, null, self, b.top(2), b.top(1));
    }
    return true;
  }

  /** The list type, or one of checked lists, which take out as it does. */
  private static boolean isList(PyType owner) {
    return owner == PyList.TYPE || owner.has(PyType.STATIC);
  }

  /** A method with one argument that returns None. */
  private void nothing(Op op, Node... inputs) {
    b.put(3, op, null, inputs);
    b.push(b.constant(Py.None));
  }
}
