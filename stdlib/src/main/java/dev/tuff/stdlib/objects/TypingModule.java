package dev.tuff.stdlib.objects;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.typing.PyGeneric;
import dev.tuff.engine.typing.PyNoDefault;
import dev.tuff.engine.typing.PyParamSpec;
import dev.tuff.engine.typing.PyParamSpecPart;
import dev.tuff.engine.typing.PyTypeAliasType;
import dev.tuff.engine.typing.PyTypeVar;
import dev.tuff.engine.typing.PyTypeVarTuple;
import dev.tuff.engine.typing.PyUnion;

/** {@code _typing}. */
public final class TypingModule {
  private TypingModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_typing", new TypingModuleTable());
    m.set("__doc__", "Primitives and accelerators for the typing module.");
    m.set("TypeVar", PyTypeVar.TYPE);
    m.set("ParamSpec", PyParamSpec.TYPE);
    m.set("TypeVarTuple", PyTypeVarTuple.TYPE);
    m.set("ParamSpecArgs", PyParamSpecPart.ARGS);
    m.set("ParamSpecKwargs", PyParamSpecPart.KWARGS);
    m.set("TypeAliasType", PyTypeAliasType.TYPE);
    m.set("Generic", PyGeneric.TYPE);
    m.set("Union", PyUnion.TYPE);
    m.set("NoDefault", PyNoDefault.VALUE);
  }

  @Function("_idfunc(object, /)")
  static Object idfunc(Object object) {
    return object;
  }
}
