package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Operator;
import java.util.List;
import java.util.function.Function;

/** Sequences, mappings and strings: those of Python, the checked ones, and Array. */
final class Containers {
  // FAST_LEN_* of __static__
  static final int LEN_LIST = 0;
  static final int LEN_DICT = 1;
  static final int LEN_SET = 2;
  static final int LEN_TUPLE = 3;
  static final int LEN_ARRAY = 4;
  static final int LEN_STR = 5;

  private Containers() {}

  /** list and tuple: exact ones can be repeated by an int, also a machine one. */
  static final class Sequence extends Instance.Builtin {
    private final boolean isList;

    Sequence(ClassType klass, boolean isList) {
      super(klass, isList ? LEN_LIST : LEN_TUPLE);
      this.isList = isList;
    }

    private boolean repeats(Expr.BinOp node, Expr count, Binder b) {
      ClassType c = b.get(count).klass;
      if (!klass.exact || node.op() != Operator.Mult || !(b.env.integer.accepts(c) || b.env.isSignedInt(c))) {
        return false;
      }
      b.set(node, this);
      return true;
    }

    @Override
    boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
      return repeats(node, node.right(), b) || super.bindBinary(node, b, context);
    }

    @Override
    boolean bindReverseBinary(Expr.BinOp node, Binder b, Value context) {
      return repeats(node, node.left(), b) || super.bindReverseBinary(node, b, context);
    }

    @Override
    void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
      if (!isList || !b.env.isSignedInt(index.klass)) {
        super.bindSubscript(node, index, b, context);
      } else {
        b.set(node, b.env.DYNAMIC);
      }
    }
  }

  static final class ArrayClass extends Generic {
    ArrayClass(TypeEnv env, List<ClassType> arguments, ArrayClass definition) {
      super(env, "__static__", "Array", arguments, definition, null, true, Array::new);
      members.put("__new__", new Builtins.New(this, List.of(
          Parameter.positional("cls", 0, env.type, false, null),
          Parameter.positional("size", 1, env.integer, true, Const.None.NONE))));
    }

    @Override
    ClassType instantiate(List<ClassType> given) {
      for (ClassType c : given) {
        if (!(c instanceof Primitives.PrimitiveType) && c != env.single) {
          throw new TypedError("Invalid Array element type: " + c.instance.name());
        }
      }
      return new ArrayClass(env, given, this);
    }

    ClassType element() {
      return arguments.getFirst();
    }
  }

  static final class Array extends Instance {
    Array(ClassType klass) {
      super(klass);
    }

    /** Floats of 32 bits are there in arrays only: whoever reads one has a double. */
    Value element() {
      ClassType c = ((ArrayClass) klass).element();
      return c == c.env.single ? c.env.doubleType.instance : c.instance;
    }

    /** The TYPED_* code of the elements. */
    int code() {
      return ((ArrayClass) klass).element() instanceof Primitives.PrimitiveType p ? p.code() : Primitives.SINGLE;
    }

    @Override
    int fastLength() {
      return LEN_ARRAY;
    }

    @Override
    Value iterType(Expr node, Binder b) {
      return element();
    }

    @Override
    void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
      if (index == b.env.slice.instance) {
        b.error("Static arrays cannot be sliced", node);
      }
      b.set(node, element());
    }

    @Override
    void bindLoopTarget(Expr target, Binder b) {
      if (!(target instanceof Expr.Name)) {
        b.error("cannot unpack multiple values from " + name() + " while iterating", target);
      }
      b.visit(target);
    }
  }

  /** chkdict and chklist, and what these are of given arguments. */
  static final class CheckedClass extends Generic {
    CheckedClass(TypeEnv env, String name, List<ClassType> arguments, CheckedClass definition, Function<ClassType, Value> instances) {
      super(env, "__static__", name, arguments, definition, null, true, instances);
      isFinal = true;
      members.put("__init__", new Builtins.Function(env, "__init__", "builtins", this, List.of(
          Parameter.positional("cls", 0, env.type, false, null),
          Parameter.positional("x", 1, env.object, true, Const.None.NONE)), this));
    }

    @Override
    ClassType instantiate(List<ClassType> given) {
      return new CheckedClass(env, qualname, given, this, instances());
    }

    /** A dict literal in the call is built as the checked dict at once. */
    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      if (node.args().size() == 1 && instance instanceof CheckedDict) {
        b.visit(node.args().getFirst(), instance);
      }
      return super.bindCall(node, b, context);
    }
  }

  static final class CheckedDict extends Instance {
    CheckedDict(ClassType klass) {
      super(klass);
    }

    @Override
    int fastLength() {
      return LEN_DICT;
    }

    @Override
    void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
      List<ClassType> of = ((Generic) klass).arguments;
      b.expect(node.slice(), of.get(0).instance, Binder.MISMATCH, node);
      b.set(node, of.get(1).instance);
    }
  }

  static final class CheckedList extends Instance {
    CheckedList(ClassType klass) {
      super(klass);
    }

    @Override
    int fastLength() {
      return LEN_LIST;
    }

    private Value element() {
      return ((Generic) klass).arguments.getFirst().instance;
    }

    @Override
    Value iterType(Expr node, Binder b) {
      return element();
    }

    @Override
    void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
      if (index == b.env.slice.instance) {
        b.set(node, this);
        return;
      }
      if (!b.env.isSignedInt(index.klass)) {
        b.expect(node.slice(), b.env.integer.instance, Binder.MISMATCH, node);
      }
      b.set(node, element());
    }
  }
}
