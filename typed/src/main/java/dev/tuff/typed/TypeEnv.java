package dev.tuff.typed;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.syntax.Const;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The types that every static program knows, made anew for each compiler. */
final class TypeEnv {
  final ClassType object;
  final ClassType type;
  final ClassType.Dynamic dynamic;

  /** The value of which nothing is known. */
  final Value DYNAMIC;

  final ClassType function;
  final ClassType method;
  final ClassType member;
  final ClassType builtinMethodDescriptor;
  final ClassType str;
  final ClassType integer;
  final ClassType floating;
  final ClassType complex;
  final ClassType bool;
  final ClassType none;
  final ClassType bytes;
  final ClassType range;
  final ClassType list;
  final ClassType tuple;
  final ClassType dict;
  final ClassType set;
  final ClassType frozenset;
  final ClassType slice;
  final ClassType ellipsis;
  final ClassType notImplemented;
  final ClassType baseException;
  final ClassType moduleType;
  final ClassType superClass;

  final Primitives.IntType[] ints = new Primitives.IntType[8];
  final Primitives.IntType int64;
  final Primitives.IntType cbool;
  final Primitives.IntType charType;
  final Primitives.DoubleType doubleType;
  final ClassType single;

  final Union union;
  final Union optional;
  final Generic.Wrapper finalForm;
  final Generic.Wrapper classVar;
  final Generic.Wrapper initVar;
  final Generic.Wrapper exactForm;
  final Awaitables.AwaitableClass awaitable;
  final Containers.ArrayClass array;
  final Containers.CheckedClass checkedDict;
  final Containers.CheckedClass checkedList;
  final ClassType namedTuple;
  final ClassType typedDict;
  final ClassType protocol;

  final ClassType staticMethod;
  final ClassType classMethod;
  final ClassType property;
  final ClassType propertySetter;
  final ClassType propertyDeleter;
  final ClassType cachedProperty;
  final ClassType asyncCachedProperty;
  final Enums.EnumClass enumClass;
  final Enums.EnumClass intEnum;
  final Enums.EnumClass stringEnum;
  final ContextDecorators.DecoratorClass excContextDecorator;
  final ContextDecorators.DecoratorClass contextDecorator;
  final ClassType classDecorator;
  final ClassType typeVariableOfClass;
  final Value crangeIterator;
  final ClassType dataclassField;

  final Map<String, ClassType> exceptions = new LinkedHashMap<>();
  private final Map<Value, Map<Object, Value>> literals = new HashMap<>();

  TypeEnv() {
    // object and type are each other's: both come before their own class is known
    object = new ClassType(this, "builtins", "object", List.of(), false, null);
    type = new ClassType(this, "builtins", "type", List.of(object), false, c -> c);
    object.klass = type;
    type.klass = type;
    dynamic = new ClassType.Dynamic(this);
    DYNAMIC = dynamic.instance;
    function = fixed("types", "FunctionType");
    method = fixed("types", "MethodType");
    member = fixed("types", "MemberDescriptorType");
    builtinMethodDescriptor = fixed("types", "MethodDescriptorType");
    ClassType getSet = fixed("builtins", "getset_descriptor");
    BuiltinMembers.add(object, PyType.OBJECT);
    object.members.put("__class__", new Builtins.ClassGetter(getSet));
    BuiltinMembers.add(type, PyType.TYPE);
    type.members.put("__name__", new Builtins.NameGetter(getSet));
    integer = new Numbers.NumberClass(this, "int", false, null);
    floating = new Numbers.NumberClass(this, "float", false, null);
    complex = new Numbers.NumberClass(this, "complex", false, null);
    bool = new Numbers.BoolClass(this, null);
    none = new ClassType(this, "builtins", "None", List.of(object), true, NoneInstance::new);
    str = builtin("str", c -> new Instance.Builtin(c, Containers.LEN_STR));
    bytes = builtin("bytes", null);
    range = builtin("range", null);
    list = builtin("list", c -> new Containers.Sequence(c, true));
    tuple = builtin("tuple", c -> new Containers.Sequence(c, false));
    dict = builtin("dict", c -> new Instance.Builtin(c, Containers.LEN_DICT));
    set = builtin("set", c -> new Instance.Builtin(c, Containers.LEN_SET));
    frozenset = builtin("frozenset", null);
    slice = fixed("builtins", "slice");
    ellipsis = fixed("builtins", "ellipsis");
    notImplemented = builtin("NotImplementedType", null);
    moduleType = fixed("types", "ModuleType");
    superClass = new SuperValue.SuperClass(this);
    for (int code = 0; code < 8; code++) {
      ints[code] = new Primitives.IntType(this, code, Primitives.IntType.nameOf(code), null);
    }
    int64 = ints[7];
    cbool = new Primitives.IntType(this, Primitives.BOOL, "cbool", null);
    charType = new Primitives.IntType(this, 1, "char", null);
    doubleType = new Primitives.DoubleType(this);
    single = fixed("__static__", "single");
    union = new Union(this, "Union", List.of(), null);
    optional = new Union(this, "Optional", List.of(parameter("T", 0)), null);
    finalForm = wrapper("typing", "Final");
    classVar = wrapper("typing", "ClassVar");
    initVar = wrapper("dataclasses", "InitVar");
    exactForm = wrapper("typing", "Exact");
    awaitable = new Awaitables.AwaitableClass(this, List.of(parameter("T", 0)), null);
    array = new Containers.ArrayClass(this, List.of(parameter("T", 0)), null);
    checkedDict = new Containers.CheckedClass(this, "chkdict", List.of(parameter("K", 0), parameter("V", 1)), null, Containers.CheckedDict::new);
    checkedList = new Containers.CheckedClass(this, "chklist", List.of(parameter("T", 0)), null, Containers.CheckedList::new);
    BuiltinMembers.addAll(this);
    namedTuple = new ClassType.Form(this, "typing", "NamedTuple");
    typedDict = new ClassType.Form(this, "typing", "TypedDict");
    protocol = new ClassType.Form(this, "typing", "Protocol");
    staticMethod = Decorators.staticMethod(this);
    classMethod = Decorators.classMethod(this);
    property = Decorators.property(this, "builtins", "property");
    propertySetter = Decorators.propertyPart(this, "setter");
    propertyDeleter = Decorators.propertyPart(this, "deleter");
    cachedProperty = Decorators.property(this, "cinder", "cached_property");
    asyncCachedProperty = Decorators.property(this, "cinder", "async_cached_property");
    baseException = exception(Exceptions.BaseException);
    for (PyType t : Exceptions.all()) {
      exception(t);
    }
    enumClass = Enums.base(this, "Enum");
    intEnum = Enums.base(this, "IntEnum");
    stringEnum = Enums.base(this, "StringEnum");
    excContextDecorator = new ContextDecorators.DecoratorClass(this, "__static__", "ExcContextDecorator", List.of(object));
    contextDecorator = new ContextDecorators.DecoratorClass(this, "__static__", "ContextDecorator", List.of(excContextDecorator));
    ContextDecorators.members(this);
    classDecorator = new ClassDecorators.DecoratorClass(this);
    typeVariableOfClass = new Generic.Variable(this, "TClass", -1, type);
    dataclassField = fixed("dataclasses", "Field");
    crangeIterator = new Builtins.CRange(this);
  }

  private ClassType builtin(String name, Function<ClassType, Value> instances) {
    return new ClassType(this, "builtins", name, null, false, instances);
  }

  /** A class without subclasses. */
  private ClassType fixed(String module, String name) {
    return new ClassType(this, module, name, null, true, null);
  }

  private Generic.Variable parameter(String name, int index) {
    return new Generic.Variable(this, name, index, null);
  }

  private Generic.Wrapper wrapper(String module, String name) {
    return new Generic.Wrapper(this, module, name, List.of(parameter("T", 0)), null);
  }

  private ClassType exception(PyType t) {
    ClassType known = exceptions.get(t.name());
    if (known != null) {
      return known;
    }
    java.util.ArrayList<ClassType> bases = new java.util.ArrayList<>();
    for (Object base : t.bases().array()) {
      bases.add(base == PyType.OBJECT ? object : exception((PyType) base));
    }
    ClassType c = new ClassType(this, "builtins", t.name(), bases, false, null);
    BuiltinMembers.add(c, t);
    exceptions.put(t.name(), c);
    return c;
  }

  ClassType union(ClassType... members) {
    return union.of(members);
  }

  Primitives.IntType primitive(int code) {
    return code == Primitives.BOOL ? cbool : ints[code];
  }

  boolean isSignedInt(ClassType c) {
    return c instanceof Primitives.IntType t && t.code < 8 && t.signed() && t == ints[t.code];
  }

  /** The type {@code Literal[v]} of a constant of that type. */
  Value literal(Value base, Object v) {
    Value of = base.nonliteral().exact();
    return literals.computeIfAbsent(of, x -> new HashMap<>()).computeIfAbsent(v, x -> {
      if (of.klass instanceof Primitives.IntType t) {
        return new Primitives.IntType(this, t.code, t.qualname, v).instance;
      }
      return v instanceof Boolean t ? new Numbers.BoolClass(this, t).instance : new Numbers.NumberClass(this, "int", true, v).instance;
    });
  }

  Value ofConstant(Object v) {
    if (v instanceof Long || v instanceof BigInteger) {
      return literal(integer.instance, v);
    }
    return v instanceof Boolean ? literal(bool.instance, v) : plainConstant(v);
  }

  /** The exact type of a constant, without its value. */
  Value plainConstant(Object v) {
    return switch (v) {
      case String s -> str.exactClass().instance;
      case Const.WideText t -> str.exactClass().instance;
      case Long n -> integer.exactClass().instance;
      case BigInteger n -> integer.exactClass().instance;
      case Double d -> floating.exactClass().instance;
      case Const.Complex c -> complex.exactClass().instance;
      case Const.Bytes b -> bytes.instance;
      case Boolean b -> bool.instance;
      case Const.None n -> none.instance;
      case Const.Tuple t -> tuple.exactClass().instance;
      case Const.Ellipsis e -> ellipsis.instance;
      case Const.FrozenSet f -> set.instance;
      default -> DYNAMIC;
    };
  }
}
