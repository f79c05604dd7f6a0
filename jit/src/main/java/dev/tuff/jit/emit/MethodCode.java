package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.StaticCallee.ResultCheck;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Place;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.operations.Operations;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method of a unit that is being written: where its values, frames and function are, and how they come onto the stack of the JVM. What has no
 * variable is made where it is wanted: constants, boxes, comparisons.
 */
final class MethodCode {
  /** Parameters of the body: this, thread state, frame or null; for calls without a frame, function and arguments. */
  static final int THREAD = 1;
  static final int FRAME_AT = 2;
  static final int FUNCTION_AT = 3;

  final ClassEmitter unit;
  final CodeBuilder c;

  /** The variables of values, and of the frames of activations. */
  final Map<Node, Integer> locals = new HashMap<>();

  /** Values whose variables are ints. */
  final Set<Node> ints = new HashSet<>();
  final Map<Activation, Integer> frames = new HashMap<>();
  final Conditions conditions;

  /** The variable of the unit's function, if the body has it. */
  private final int function;

  MethodCode(ClassEmitter unit, CodeBuilder c, int function) {
    this.unit = unit;
    this.c = c;
    this.function = function;
    conditions = new Conditions(this);
  }

  /** Whether the variable of a value is an int, where it has been computed; elsewhere it is passed as a long. */
  static boolean isNarrow(Node n) {
    return n.narrow && n.rep == Rep.LONG && n.op != Op.ARRAY_GET;
  }

  /** Loads an int that surely fits in 32 bits as such. */
  void loadInt(Node n) {
    if (n.op == Op.LONG_CONST) {
      c.loadConstant(((Long) n.aux).intValue());
    } else if (ints.contains(n)) {
      c.iload(locals.get(n));
    } else {
      load(n);
      c.l2i();
    }
  }

  /** Loads a value: from its variable, or it is made here. */
  void load(Node n) {
    Integer at = locals.get(n);
    if (ints.contains(n)) {
      c.iload(at).i2l();
      return;
    }
    if (at != null) {
      c.loadLocal(kind(n.rep), at);
      return;
    }
    switch (n.op) {
      case CONST -> constant(n.aux);
      case LONG_CONST -> c.loadConstant((Long) n.aux);
      case DOUBLE_CONST -> c.loadConstant((Double) n.aux);
      case BOOL_CONST -> c.loadConstant((Boolean) n.aux ? 1 : 0);
      case BOX_LONG, BOX_UNSIGNED, BOX_DOUBLE, BOX_BOOL, BOX_LONG_OR_NULL, BOX_DOUBLE_OR, NEW_RANGE, RANGE_FROM -> box(n);
      case COMPARE_LONG, COMPARE_DOUBLE, IS_TRUE, IS_OBJECT, IS_NULL, NOT -> {
        Label no = c.newLabel();
        Label end = c.newLabel();
        conditions.unless(n, no);
        c.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
      }
      default -> throw new IllegalStateException(n.op + " has no value here");
    }
  }

  void loadAs(Node n, Class<?> type) {
    load(n);
    c.checkcast(desc(type));
  }

  /** Loads an object that the unit has as class data. */
  void constant(Object value) {
    if (value == null) {
      c.aconst_null();
      return;
    }
    int at = unit.index(value);
    c.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.ofConstantBootstrap(ConstantDescs.CD_MethodHandles, "classDataAt",
        CD_Object, CD_int), ConstantDescs.DEFAULT_NAME, CD_Object, at));
  }

  void constant(Object value, Class<?> type) {
    constant(value);
    c.checkcast(desc(type));
  }

  /** Makes the object of a raw value. */
  void box(Node n) {
    if (n.op == Op.BOX_LONG_OR_NULL || n.op == Op.BOX_DOUBLE_OR) {
      Label none = c.newLabel();
      Label end = c.newLabel();
      load(n.input(1));
      c.ifeq(none);
      load(n.input(0));
      call("box", CD_Object, n.op == Op.BOX_LONG_OR_NULL ? CD_long : CD_double);
      c.goto_(end).labelBinding(none);
      constant(n.aux);
      c.labelBinding(end);
      return;
    }
    if (n.op == Op.NEW_RANGE || n.op == Op.RANGE_FROM || n.op == Op.BOX_UNSIGNED) {
      operation(n);
      return;
    }
    load(n.input(0));
    switch (n.op) {
      case BOX_LONG -> call("box", CD_Object, CD_long);
      case BOX_DOUBLE -> call("box", CD_Object, CD_double);
      default -> call("box", CD_Object, CD_boolean);
    }
  }

  /** A new array of objects. */
  void array(Node... values) {
    c.loadConstant(values.length).anewarray(CD_Object);
    for (int i = 0; i < values.length; i++) {
      c.dup().loadConstant(i);
      load(values[i]);
      c.aastore();
    }
  }

  /** Calls a method of {@link Operations}. */
  void call(String name, ClassDesc result, ClassDesc... parameters) {
    c.invokestatic(OPERATIONS, name, MethodTypeDesc.of(result, parameters));
  }

  /** Calls the method of an operation. */
  void operation(Node n) {
    List<ClassDesc> parameters = new ArrayList<>();
    if (n.op == Op.GLOBAL || n.op == Op.BUILTIN || n.op == Op.STORE_GLOBAL) {
      namespace(n.activation, "globals");
      parameters.add(DICT);
    }
    if (n.op == Op.BUILTIN) {
      namespace(n.activation, "builtins");
      parameters.add(DICT);
    }
    if (n.op.takesArray(n.inputs.length)) {
      array(n.inputs);
      parameters.add(ARRAY);
    } else {
      for (Node in : n.inputs) {
        load(in);
        parameters.add(type(in.rep));
      }
    }
    if (n.aux instanceof Integer count) {
      c.loadConstant(count);
      parameters.add(CD_int);
    } else if (n.aux != null) {
      // seams are named by their interfaces
      Class<?> type = n.aux instanceof TypeCheck ? TypeCheck.class : n.aux.getClass();
      constant(n.aux, type);
      parameters.add(desc(type));
    }
    // a bool whose guard may fail is a number
    ClassDesc result = n.rep == Rep.VOID ? CD_boolean : n.rep == Rep.BOOL && n.op.guard ? CD_int : type(n.rep);
    c.invokestatic(desc(n.op.home), n.op.method(), MethodTypeDesc.of(result, parameters));
  }

  // ---- frames and functions

  /** The variable of the frame of an activation. */
  int frame(Activation a) {
    return a.caller() == null && !frames.containsKey(a) ? FRAME_AT : frames.get(a);
  }

  /** The array and the index of a place in a frame. */
  void place(Node n) {
    Place place = (Place) n.aux;
    c.aload(frame(place.activation())).getfield(FRAME, "fast", ARRAY).loadConstant(place.slot());
  }

  /** The function of an activation; the unit's own for null. */
  void function(Activation a) {
    if (a != null && a.function() != null) {
      constant(a.function(), PyFunction.class);
    } else if (unit.isDirect()) {
      c.aload(function);
    } else {
      c.aload(FRAME_AT).getfield(FRAME, "function", FUNCTION);
    }
  }

  /** The namespace of an activation's globals or builtins. */
  void namespace(Activation a, String name) {
    if (a.function() != null) {
      constant(name.equals("globals") ? a.function().globals : a.function().builtins, PyDict.class);
    } else if (unit.isDirect()) {
      c.aload(function).getfield(FUNCTION, name, DICT);
    } else {
      c.aload(FRAME_AT).getfield(FRAME, name, DICT);
    }
  }

  /** Makes the frame of an activation with its arguments, if there is none. */
  void makeFrame(Activation a, Node[] arguments, int thread) {
    int frame = frame(a);
    Label made = c.newLabel();
    c.aload(frame).ifnonnull(made).aload(thread);
    if (a.caller() == null) {
      c.aload(function).invokestatic(TIERS, "enter", MethodTypeDesc.of(FRAME, STATE, FUNCTION));
    } else {
      c.aload(frame(a.caller()));
      if (a.alike()) {
        loadAs(a.callee(arguments), PyFunction.class);
      } else {
        constant(a.function(), PyFunction.class);
      }
      if (a.constructs()) {
        load(arguments[0]);
      } else if (a.operator()) {
        loadBoxed(arguments[0]);
        loadBoxed(arguments[1]);
      } else if (a.check() != null) {
        constant(a.check(), ResultCheck.class);
      }
      c.loadConstant(a.call()).loadConstant(a.height());
      if (a.constructs()) {
        c.invokestatic(TIERS, "enterInit", MethodTypeDesc.of(FRAME, STATE, FRAME, FUNCTION, CD_Object, CD_int, CD_int));
      } else if (a.operator()) {
        c.invokestatic(TIERS, "enterOperator", MethodTypeDesc.of(FRAME, STATE, FRAME, FUNCTION, CD_Object, CD_Object, CD_int, CD_int));
      } else if (a.check() != null) {
        c.invokestatic(TIERS, "enterChecked", MethodTypeDesc.of(FRAME, STATE, FRAME, FUNCTION, desc(ResultCheck.class), CD_int, CD_int));
      } else {
        c.invokestatic(TIERS, "enterInlined", MethodTypeDesc.of(FRAME, STATE, FRAME, FUNCTION, CD_int, CD_int));
      }
    }
    c.astore(frame);
    for (int i = 0; i < a.code().argCount && i < arguments.length; i++) {
      c.aload(frame).getfield(FRAME, "fast", ARRAY).loadConstant(i);
      loadBoxed(arguments[i]);
      c.aastore();
    }
    c.labelBinding(made);
  }

  /** An object for somebody else: the box that others use may be made on another way. */
  private void loadBoxed(Node n) {
    if (n.op.boxes()) {
      box(n);
    } else {
      load(n);
    }
  }
}
