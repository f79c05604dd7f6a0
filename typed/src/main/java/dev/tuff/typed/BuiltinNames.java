package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import java.util.HashMap;
import java.util.Map;

/** What the names of builtin modules mean to the binder. */
final class BuiltinNames {
  /** {@code RAND_MAX} of the C library. */
  static final long RAND_MAX = Integer.MAX_VALUE;

  private static final String[] FUNCTIONS = {
    "abs", "all", "any", "anext", "aiter", "ascii", "bin", "breakpoint", "callable", "chr", "compile", "dir", "divmod", "eval", "exec", "format",
    "hash", "hex", "id", "input", "iter", "next", "oct", "open", "ord", "pow", "print", "repr", "round", "sum", "vars", "__import__",
    "__build_class__"
  };
  private static final String[] UNKNOWN = {
    "Ellipsis", "bytearray", "delattr", "enumerate", "exit", "getattr", "globals", "hasattr", "memoryview", "locals", "quit", "setattr",
    "slice", "filter", "map", "reversed", "zip", "__debug__", "__spec__", "__doc__", "__loader__", "__package__", "__builtins__", "copyright",
    "credits", "license", "help", "__path__", "__annotations__", "__dict__", "__class__"
  };

  private BuiltinNames() {}

  static Map<String, Value> builtins(TypeEnv env) {
    Map<String, Value> m = new HashMap<>(env.exceptions);
    m.put("BaseException", env.baseException.exactClass());
    m.put("Exception", env.exceptions.get("Exception").exactClass());
    m.put("EnvironmentError", env.exceptions.get("OSError"));
    m.put("IOError", env.exceptions.get("OSError"));
    for (String name : UNKNOWN) {
      m.put(name, env.DYNAMIC);
    }
    for (String name : FUNCTIONS) {
      m.put(name, new Builtins.Function(env, name, "builtins", null, null, null));
    }
    m.put("None", env.none.instance);
    m.put("NotImplemented", env.notImplemented);
    m.put("__name__", env.str.instance);
    m.put("__file__", env.str.instance);
    m.put("bool", env.bool);
    m.put("bytes", env.bytes.exactClass());
    m.put("complex", env.complex.exactClass());
    m.put("dict", env.dict.exactClass());
    m.put("float", env.floating.exactClass());
    m.put("frozenset", env.frozenset.exactClass());
    m.put("int", env.integer.exactClass());
    m.put("list", env.list.exactClass());
    m.put("object", env.object.exactClass());
    m.put("set", env.set.exactClass());
    m.put("str", env.str.exactClass());
    m.put("tuple", env.tuple.exactClass());
    m.put("type", env.type.exactClass());
    m.put("range", env.range);
    m.put("super", env.superClass);
    m.put("classmethod", env.classMethod);
    m.put("staticmethod", env.staticMethod);
    m.put("property", env.property);
    m.put("isinstance", special(env, "isinstance", Builtins::isinstance, CallPlan.ORDINARY));
    m.put("issubclass", special(env, "issubclass", Builtins::issubclass, CallPlan.ORDINARY));
    m.put("len", special(env, "len", Builtins.len(true), (node, l) -> l.length(node, true)));
    m.put("max", special(env, "max", (node, b, context) -> CallBinding.dynamic(node, b), CallPlan.ORDINARY));
    m.put("min", special(env, "min", (node, b, context) -> CallBinding.dynamic(node, b), CallPlan.ORDINARY));
    m.put("reveal_type", special(env, "reveal_type", Builtins::revealType, CallPlan.ORDINARY));
    m.put("sorted", special(env, "sorted", Builtins::sorted, CallPlan.ORDINARY));
    m.put("<mutable>", Decorators.identity(env, "__strict__", "<mutable>"));
    m.put("<builtins>", new Lookup(env, m));
    m.put("<fixed-modules>", new Lookup(env, Map.of("typing", new Lookup(env, typing(env)), "typing_extensions",
        new Lookup(env, typingExtensions(env)), "__strict__", new Lookup(env, strict(env)), "strict_modules", new Lookup(env, strict(env)))));
    return m;
  }

  private static Value special(TypeEnv env, String name, Builtins.Binding binding, CallPlan plan) {
    return new Builtins.Special(env, name, binding, plan);
  }

  private static CallPlan raw(CallPlan plan) {
    return (CallPlan.Raw) plan::lower;
  }

  static Map<String, Value> statics(TypeEnv env) {
    Map<String, Value> m = new HashMap<>();
    for (Primitives.IntType t : env.ints) {
      m.put(t.qualname, t);
    }
    m.put("size_t", env.ints[6]);
    m.put("ssize_t", env.int64);
    m.put("cbool", env.cbool);
    m.put("char", env.charType);
    m.put("double", env.doubleType);
    m.put("single", env.single);
    m.put("Array", env.array);
    m.put("CheckedDict", env.checkedDict);
    m.put("CheckedList", env.checkedList);
    m.put("Enum", env.enumClass);
    m.put("IntEnum", env.intEnum);
    m.put("StringEnum", env.stringEnum);
    m.put("ContextDecorator", env.contextDecorator.exactClass());
    m.put("ExcContextDecorator", env.excContextDecorator.exactClass());
    m.put("ClassDecorator", env.classDecorator);
    m.put("TClass", env.typeVariableOfClass);
    m.put("allow_weakrefs", Decorators.allowWeakrefs(env));
    m.put("dynamic_return", Decorators.dynamicReturn(env));
    m.put("inline", Decorators.inline(env));
    m.put("_donotcompile", Decorators.doNotCompile(env));
    m.put("native", new Natives.Decorator(env));
    m.put("mixin", env.function);
    m.put("box", special(env, "box", Builtins::box, (node, l) -> l.box(node.args().getFirst())));
    m.put("unbox", special(env, "unbox", Builtins::unbox, raw((node, l) -> l.unbox(node))));
    m.put("cast", special(env, "cast", Builtins::cast, (node, l) -> l.cast(node)));
    m.put("clen", special(env, "clen", Builtins.len(false), raw((node, l) -> l.length(node, false))));
    m.put("crange", special(env, "crange", Builtins::crange, CallPlan.ORDINARY));
    m.put("prod_assert", special(env, "prod_assert", Builtins::prodAssert, CallPlan.ORDINARY));
    m.put("rand", new Builtins.Function(env, "rand", "__static__", null, java.util.List.of(), env.ints[5]));
    m.put("RAND_MAX", env.literal(env.integer.instance, RAND_MAX));
    for (String name : new String[] {"pydict", "PyDict"}) {
      m.put(name, env.dict.exactClass());
    }
    for (String name : new String[] {"checked_dicts", "checked_lists"}) {
      m.put(name, env.bool.instance);
    }
    for (String name : new String[] {"set_type_static", "set_type_final", "set_type_static_final", "is_type_static", "is_static_module",
        "is_static_callable", "make_generic_type", "StaticTypeError", "StaticGeneric"}) {
      m.put(name, env.DYNAMIC);
    }
    return m;
  }

  static Map<String, Value> typing(TypeEnv env) {
    Map<String, Value> m = new HashMap<>();
    for (String name : new String[] {"Any", "Awaitable", "Callable", "Coroutine", "Collection", "Generic", "Iterable", "Iterator", "Type",
        "TypeVar"}) {
      m.put(name, env.dynamic);
    }
    m.putAll(typingExtensions(env));
    m.put("override", Decorators.override(env, "typing"));
    m.put("ClassVar", env.classVar);
    m.put("Dict", env.dict);
    m.put("List", env.list);
    m.put("Tuple", env.tuple);
    m.put("Final", env.finalForm);
    m.put("final", Decorators.finalMethod(env));
    m.put("Literal", new SpecialForms.LiteralForm(env));
    m.put("Optional", env.optional);
    m.put("Union", env.union);
    m.put("overload", Decorators.overload(env));
    m.put("TYPE_CHECKING", env.bool.instance);
    return m;
  }

  static Map<String, Value> typingExtensions(TypeEnv env) {
    Map<String, Value> m = new HashMap<>();
    m.put("Annotated", new SpecialForms.AnnotatedForm(env));
    m.put("NamedTuple", env.namedTuple);
    m.put("override", Decorators.override(env, "typing_extensions"));
    m.put("Protocol", env.protocol);
    m.put("TypedDict", env.typedDict);
    return m;
  }

  static Map<String, Value> strict(TypeEnv env) {
    Map<String, Value> m = new HashMap<>();
    for (String name : new String[] {"mutable", "strict_slots", "loose_slots", "freeze_type"}) {
      m.put(name, Decorators.identity(env, "__strict__", name));
    }
    return m;
  }

  static Map<String, Value> dataclasses(TypeEnv env) {
    Map<String, Value> m = new HashMap<>();
    m.put("InitVar", env.initVar);
    m.put("dataclass", new Dataclasses.Decorator(env));
    m.put("field", new Dataclasses.FieldFunction(env));
    m.put("Field", env.dataclassField);
    return m;
  }

  static Map<String, Value> cinder(TypeEnv env) {
    Map<String, Value> m = new HashMap<>();
    m.put("cached_property", env.cachedProperty);
    m.put("async_cached_property", env.asyncCachedProperty);
    return m;
  }

  /** A namespace that strict modules reach as a dict: a constant key gives what the name means. */
  private static final class Lookup extends Instance {
    private final Map<String, Value> names;

    Lookup(TypeEnv env, Map<String, Value> names) {
      super(env.dict);
      this.names = names;
    }

    @Override
    void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
      Object key = node.slice() instanceof Expr.Constant c ? c.value() : Const.None.NONE;
      b.set(node, names.getOrDefault(key, b.env.DYNAMIC));
    }
  }
}
