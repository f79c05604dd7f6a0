package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Field;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** What Java's own instructions do to objects: fields of static classes, arrays of primitives, cells, iterators of ranges and lists. */
final class ObjectCode {
  private final BodyCode body;
  private final MethodCode m;
  private final CodeBuilder c;

  ObjectCode(BodyCode body) {
    this.body = body;
    m = body.m;
    c = m.c;
  }

  /** Writes an operation, if it is one of these. */
  boolean put(Node n) {
    switch (n.op) {
      case NEW_OBJECT -> {
        newObject((PyType) n.aux);
        body.vars.store(n);
      }
      case GET_SLOT -> {
        slot(n);
        c.aaload();
        body.storeUnlessNull(n);
      }
      case PUT_SLOT -> {
        c.getstatic(STATE, "shared", CD_boolean).ifne(body.exits.out(n));
        slot(n);
        m.load(n.input(1));
        c.aastore();
      }
      case CHECK_LIST -> {
        m.load(n.input(0));
        m.call("isList", CD_boolean, CD_Object);
        c.ifeq(body.exits.out(n));
      }
      case GET_ITEM -> {
        ofList(n, "getOrNull", CD_Object, CD_long);
        body.storeUnlessNull(n);
      }
      case FLOAT_ITEM -> {
        ofList(n, "floatOrNan", CD_double, CD_long);
        body.storeDouble(n);
      }
      case INT_ITEM -> {
        ofList(n, "longOrLeast", CD_long, CD_long);
        body.storeLong(n);
      }
      case SET_ITEM, STORE_FLOAT, STORE_INT -> {
        ofList(n, "replace", CD_boolean, CD_long, n.op == Op.STORE_FLOAT ? CD_double : n.op == Op.STORE_INT ? CD_long : CD_Object);
        c.ifeq(body.exits.out(n));
      }
      case APPEND_FLOAT, APPEND_INT -> ofList(n, "add", CD_void, n.op == Op.APPEND_FLOAT ? CD_double : CD_long);
      case ADD_SLOT -> {
        AttributeCache cache = (AttributeCache) n.aux;
        c.getstatic(STATE, "shared", CD_boolean).ifne(body.exits.out(n));
        m.loadAs(n.input(0), PyObject.class);
        m.load(n.input(1));
        c.loadConstant(cache.shape().size());
        m.constant(cache.next(), Shape.class);
        m.call("addSlot", CD_void, desc(PyObject.class), CD_Object, CD_int, desc(Shape.class));
      }
      case GET_FIELD, GET_SET_FIELD -> {
        Field f = (Field) n.aux;
        m.loadAs(n.input(0), f.home());
        c.getfield(desc(f.home()), "f" + f.member(), desc(f.type()));
        if (f.type() == Object.class && f.unset() != null) {
          Label set = c.newLabel();
          c.dup().ifnonnull(set).pop();
          m.constant(f.unset());
          c.labelBinding(set);
        }
        if (n.op == Op.GET_FIELD) {
          body.storeUnlessNull(n);
        } else {
          body.vars.store(n);
        }
      }
      case PUT_FIELD -> {
        Field f = (Field) n.aux;
        m.loadAs(n.input(0), f.home());
        m.load(n.input(1));
        c.putfield(desc(f.home()), "f" + f.member(), desc(f.type()));
      }
      case ARRAY_GET, ARRAY_SET -> array(n, (Integer) n.aux);
      case NEW_CELL -> {
        c.new_(CELL).dup();
        m.load(n.input(0));
        c.invokespecial(CELL, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, CD_Object));
        body.vars.store(n);
      }
      case FREE_CELL -> {
        if (n.inputs.length == 0) {
          m.function(null);
        } else {
          m.loadAs(n.input(0), PyFunction.class);
        }
        c.loadConstant((Integer) n.aux);
        m.call("freeCell", CD_Object, FUNCTION, CD_int);
        body.vars.store(n);
      }
      case NEW_FUNCTION -> {
        c.new_(FUNCTION).dup();
        m.constant(n.input(0).aux, PyCode.class);
        m.namespace((Activation) n.aux, "globals");
        m.namespace((Activation) n.aux, "builtins");
        c.aconst_null().invokespecial(FUNCTION, ConstantDescs.INIT_NAME,
            MethodTypeDesc.of(CD_void, desc(PyCode.class), DICT, DICT, desc(PyCell[].class)));
        body.vars.store(n);
      }
      case STORE_CELL -> {
        m.loadAs(n.input(0), PyCell.class);
        m.load(n.input(1));
        c.putfield(CELL, "value", CD_Object);
      }
      case LOAD_CELL -> {
        m.loadAs(n.input(0), PyCell.class);
        c.getfield(CELL, "value", CD_Object);
        body.storeUnlessNull(n);
      }
      case RANGE_HAS_NEXT -> {
        m.loadAs(n.input(0), PyRangeIterator.class);
        c.getfield(RANGE, "remaining", CD_long);
        m.call("isPositive", CD_boolean, CD_long);
        body.vars.store(n);
      }
      case RANGE_NEXT -> {
        m.loadAs(n.input(0), PyRangeIterator.class);
        m.call("next", CD_long, RANGE);
        body.vars.store(n);
      }
      case LIST_NEXT -> {
        listIterator(n, "next", CD_Object);
        body.vars.store(n);
      }
      case LIST_HAS_NEXT -> {
        listIterator(n, "hasNext", CD_boolean);
        body.vars.store(n);
      }
      case NEXT_FLOAT -> {
        listIterator(n, "nextFloat", CD_double);
        body.storeDouble(n);
      }
      case NEXT_INT -> {
        listIterator(n, "nextLong", CD_long);
        body.storeLong(n);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void listIterator(Node n, String method, ClassDesc result) {
    m.loadAs(n.input(0), PyListIterator.class);
    c.invokevirtual(desc(PyListIterator.class), method, MethodTypeDesc.of(result));
  }

  /** The version of the type, or {@code CHECK_INIT}, has said that it still has no {@code __del__} if it had none. */
  private void newObject(PyType type) {
    if (type.slot(Special.DEL) != null) {
      m.constant(type, PyType.class);
      m.call("newObject", CD_Object, desc(PyType.class));
      return;
    }
    ClassDesc made = desc(type.species == null ? PyInstance.class : type.species.javaClass());
    c.new_(made).dup();
    m.constant(type.rootShape, Shape.class);
    int length = type.rootShape.newSlots().length;
    if (length == 0 && type.instancesHaveDict()) {
      length = type.slotHint(1);
    }
    if (length == 0) {
      c.getstatic(desc(PyObject.class), "NO_SLOTS", ARRAY);
    } else {
      // of a length that HotSpot knows: so an object that nobody keeps need not be made
      c.loadConstant(length).anewarray(CD_Object);
    }
    c.invokespecial(made, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, desc(Shape.class), ARRAY));
  }

  /** The array and the index of a slot. */
  private void slot(Node n) {
    m.loadAs(n.input(0), PyObject.class);
    c.getfield(desc(PyObject.class), "slots", ARRAY).loadConstant((int) (Integer) n.aux);
  }

  private void array(Node n, int code) {
    ArrayLayout layout = ArrayLayout.of(code);
    Class<?> type = layout.type();
    ClassDesc items = desc(layout.items());
    TypeKind item = TypeKind.from(items.componentType());
    int array = c.allocateLocal(TypeKind.REFERENCE);
    int index = c.allocateLocal(TypeKind.INT);
    m.loadAs(n.input(0), type);
    c.getfield(desc(type), "items", items).astore(array);
    if (n.narrow) {
      m.loadInt(n.input(1));
      c.istore(index);
    } else {
      m.load(n.input(1));
      c.l2i().istore(index).iload(index).i2l();
      m.load(n.input(1));
      c.lcmp().ifne(body.exits.out(n));
    }
    c.iload(index).aload(array).arraylength().invokestatic(desc(Integer.class), "compareUnsigned", MethodTypeDesc.of(CD_int, CD_int, CD_int))
        .ifge(body.exits.out(n));
    c.aload(array).iload(index);
    if (n.op == Op.ARRAY_SET) {
      m.load(n.input(2));
      switch (item) {
        case BYTE -> c.l2i().i2b();
        case SHORT -> c.l2i().i2s();
        case INT -> c.l2i();
        case FLOAT -> c.d2f();
        default -> {}
      }
      c.arrayStore(item);
      return;
    }
    c.arrayLoad(item);
    switch (item) {
      case BYTE, SHORT, INT -> {
        c.i2l();
        if (!TypeCodes.isSigned(code)) {
          c.loadConstant((1L << TypeCodes.bits(code)) - 1).land();
        }
      }
      case FLOAT -> c.f2d();
      default -> {}
    }
    body.vars.store(n);
  }

  /** Calls a method of the list that is the first input, with the other inputs. */
  private void ofList(Node n, String method, ClassDesc result, ClassDesc... arguments) {
    m.loadAs(n.input(0), PyList.class);
    for (int i = 1; i < n.inputs.length; i++) {
      m.load(n.input(i));
    }
    c.invokevirtual(desc(PyList.class), method, MethodTypeDesc.of(result, arguments));
  }
}
