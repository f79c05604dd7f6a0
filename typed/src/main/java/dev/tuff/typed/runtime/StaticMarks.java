package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyClassMethod;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethod;
import dev.tuff.engine.function.PyStaticMethod;

/** What is marked as static, final or frozen. */
public final class StaticMarks {
  /** The flag of code that the static compiler made. */
  public static final int STATICALLY_COMPILED = 0x4000;

  private StaticMarks() {}

  /** Sets flags of a class that a program made. */
  public static Object mark(String function, Object type, int flags) {
    if (!(type instanceof PyType t) || !t.isHeap()) {
      throw Errors.typeError(function + " requires a class made by a class statement, got " + Py.javaRepr(type));
    }
    t.flags |= flags;
    return t;
  }

  /** Makes the attributes of a class unchangeable. */
  public static void freeze(Object type) {
    if (!(type instanceof PyType t)) {
      throw Errors.typeError("freeze_type requires a type, got " + Py.typeOf(type).name());
    }
    if (t.isHeap()) {
      t.flags |= PyType.IMMUTABLE;
    }
  }

  public static boolean isStaticCallable(Object o) {
    if (o instanceof PyMethod m) {
      return isStaticCallable(m.function);
    }
    if (o instanceof PyStaticMethod s) {
      return isStaticCallable(s.function());
    }
    if (o instanceof PyClassMethod c) {
      return isStaticCallable(c.function());
    }
    return o instanceof PyFunction f && (f.code.flags & STATICALLY_COMPILED) != 0;
  }

  public static boolean isStaticModule(Object o) {
    return o instanceof StrictModule m && m.globals().getStr("__static__") != null;
  }
}
