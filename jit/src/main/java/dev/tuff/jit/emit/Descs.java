package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Routines;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.operations.Operations;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.invoke.CallSite;

/** What the JVM calls the types that units name, and how each representation lies in its variables. */
final class Descs {
  static final ClassDesc COMPILED = desc(CompiledCode.class);
  static final ClassDesc STATE = desc(ThreadState.class);
  static final ClassDesc FRAME = desc(PyFrame.class);
  static final ClassDesc TIERS = desc(Tiers.class);
  static final ClassDesc ROUTINES = desc(Routines.class);
  static final ClassDesc OPERATIONS = desc(Operations.class);
  static final ClassDesc ARRAY = CD_Object.arrayType();
  static final ClassDesc LONG = desc(Long.class);
  static final ClassDesc DOUBLE = desc(Double.class);
  static final ClassDesc BOOLEAN = desc(Boolean.class);
  static final ClassDesc ITERATOR = desc(PyIterator.class);
  static final ClassDesc RANGE = desc(PyRangeIterator.class);
  static final ClassDesc CELL = desc(PyCell.class);
  static final ClassDesc FUNCTION = desc(PyFunction.class);
  static final ClassDesc DICT = desc(PyDict.class);

  static final DirectMethodHandleDesc LINK = ConstantDescs.ofCallsiteBootstrap(desc(ClassEmitter.class), "link",
      desc(CallSite.class), CD_int);

  static final DirectMethodHandleDesc LINK_ASSUMPTION = ConstantDescs.ofCallsiteBootstrap(desc(ClassEmitter.class), "linkAssumption",
      desc(CallSite.class), CD_int);

  private Descs() {}

  static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static TypeKind kind(Rep rep) {
    return switch (rep) {
      case LONG -> TypeKind.LONG;
      case DOUBLE -> TypeKind.DOUBLE;
      case BOOL -> TypeKind.INT;
      default -> TypeKind.REFERENCE;
    };
  }

  /** The type of parameters and results. */
  static ClassDesc type(Rep rep) {
    return switch (rep) {
      case LONG -> CD_long;
      case DOUBLE -> CD_double;
      case BOOL -> CD_boolean;
      default -> CD_Object;
    };
  }
}
