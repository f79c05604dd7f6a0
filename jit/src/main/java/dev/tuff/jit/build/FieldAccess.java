package dev.tuff.jit.build;

import dev.tuff.engine.function.MemberGuard;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.interp.DescriptorCache;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import java.util.List;

/**
 * LOAD_ATTR and STORE_ATTR of untyped code on instances of static classes and of classes below: fields of Java objects, chosen by the classes
 * that the instruction has seen. What is stored is checked as the slot's descriptor would.
 */
final class FieldAccess {
  private final HirBuilder b;

  FieldAccess(HirBuilder b) {
    this.b = b;
  }

  /** False if that is not for compiled code. */
  boolean load(DescriptorCache cache) throws NotCompilable {
    return access(cache, field -> {
      b.fields.slot(field, 1);
      return true;
    });
  }

  boolean store(DescriptorCache cache) throws NotCompilable {
    List<StaticCallee> fields = cache.fields();
    return fields != null && fields.stream().allMatch(FieldAccess::isStorable) && access(cache, this::put);
  }

  private boolean access(DescriptorCache cache, TypedCalls.Way way) throws NotCompilable {
    List<StaticCallee> fields = b.isGeneric() ? null : cache.fields();
    if (fields == null || fields.stream().anyMatch(f -> Fields.field(f) == null)) {
      return false;
    }
    return b.typedCalls.choose(fields, b.top(1), way);
  }

  private static boolean isStorable(StaticCallee field) {
    MemberGuard guard = ((PyMemberDescr) field.member()).guard();
    if (guard == null || guard.code() == TypeCodes.OBJECT) {
      return guard == null || guard.type() != null;
    }
    // floats of 32 bits are rounded, chars are strs, and what has a default is an object
    return guard.code() != TypeCodes.SINGLE && guard.code() != TypeCodes.CHAR && guard.ofClass() == null;
  }

  private boolean put(StaticCallee field) {
    MemberGuard guard = ((PyMemberDescr) field.member()).guard();
    Node v = b.top(2);
    if (guard != null && guard.code() != TypeCodes.OBJECT) {
      v = b.primitives.unboxed(v, guard.code());
    } else if (guard != null) {
      b.statics.checkType(guard.type(), v);
    }
    b.fields.put(Fields.field(field), 2, b.top(1), v);
    return true;
  }
}
