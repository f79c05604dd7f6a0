package dev.tuff.typed;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyRange;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyGetSetDescr;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.number.PyBool;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.syntax.Const;
import java.util.List;

/** The members of builtin classes, taken from the classes themselves, and the few whose types are known. */
final class BuiltinMembers {
  /** The special methods of object that are methods by themselves, not only by what operators do. */
  private static final String[] OF_OBJECT = {"__reduce__", "__reduce_ex__", "__format__", "__sizeof__", "__dir__", "__getstate__"};

  private BuiltinMembers() {}

  static void add(ClassType c, PyType t) {
    Object[] names = t.dictOfType().keysArray();
    Object[] values = t.dictOfType().valuesArray();
    for (int i = 0; i < names.length; i++) {
      String name = PyStr.java(names[i]);
      Object o = values[i];
      boolean special = name.startsWith("__") && name.endsWith("__");
      if (name.equals("__new__")) {
        c.members.put(name, new Builtins.New(c, null));
      } else if (o instanceof PyMethodDescr && !special) {
        c.members.put(name, new Builtins.MethodDescriptor(c, name, null));
      } else if (o instanceof PyGetSetDescr && !special) {
        c.members.put(name, new Instance(c.env.member));
      } else if (o instanceof PyBuiltinFunction && !special) {
        c.members.put(name, new Builtins.Function(c.env, name, c.module, c, null, null));
      } else if (c == c.env.object && java.util.Arrays.asList(OF_OBJECT).contains(name)) {
        c.members.put(name, new Builtins.MethodDescriptor(c, name, null));
      }
    }
  }

  static void addAll(TypeEnv env) {
    add(env.integer, PyInt.TYPE);
    add(env.floating, PyFloat.TYPE);
    add(env.complex, PyComplex.TYPE);
    add(env.bool, PyBool.TYPE);
    add(env.str, PyStr.TYPE);
    add(env.bytes, PyBytes.TYPE);
    add(env.range, PyRange.TYPE);
    add(env.list, PyList.TYPE);
    add(env.tuple, PyTuple.TYPE);
    add(env.dict, PyDict.TYPE);
    add(env.set, PySet.TYPE);
    add(env.frozenset, PyFrozenSet.TYPE);
    ClassType text = env.str.exactClass();
    for (String name : List.of("join", "lower", "upper")) {
      env.str.members.put(name, new Builtins.MethodDescriptor(env.str, name, text));
    }
    env.str.members.put("isdigit", new Builtins.MethodDescriptor(env.str, "isdigit", env.bool));
    env.list.members.remove("__new__");
    env.list.members.put("__init__", new Builtins.MethodDescriptor(env.list, "__init__", List.of(
        Parameter.positional("self", 0, env.list, false, null),
        Parameter.positional("iterable", 1, env.object, true, Const.None.NONE)), env.none, false, false));
    env.tuple.members.put("__new__", new Builtins.New(env.tuple, List.of(
        Parameter.positional("cls", 0, env.type, false, null), Parameter.positional("x", 1, env.object, true, Const.None.NONE))));
    env.bool.members.put("__new__", new Builtins.New(env.bool, List.of(
        Parameter.positional("cls", 0, env.type, false, null), Parameter.positional("x", 1, env.object, true, Boolean.FALSE))));
    checked(env);
  }

  /** The methods of checked containers, typed by their arguments. */
  private static void checked(TypeEnv env) {
    Generic list = env.checkedList;
    ClassType item = list.arguments.getFirst();
    method(list, "append", env.none, item);
    method(list, "insert", env.none, env.integer, item);
    method(list, "__getitem__", item, env.integer);
    method(list, "__setitem__", env.none, env.integer, item);
    for (String name : List.of("extend", "pop", "remove", "index", "count", "sort", "reverse", "copy", "clear")) {
      list.members.put(name, new Builtins.MethodDescriptor(list, name, null));
    }
    Generic dict = env.checkedDict;
    ClassType key = dict.arguments.get(0);
    ClassType value = dict.arguments.get(1);
    method(dict, "__getitem__", value, key);
    method(dict, "__setitem__", env.none, key, value);
    dict.members.put("get", new Builtins.MethodDescriptor(dict, "get", List.of(
        Parameter.positional("self", 0, dict, false, null), Parameter.positional("", 1, key, false, null),
        Parameter.positional("", 2, env.optional.of(value), true, Const.None.NONE)), env.optional.of(value), false, false));
    dict.members.put("setdefault", new Builtins.MethodDescriptor(dict, "setdefault", List.of(
        Parameter.positional("self", 0, dict, false, null), Parameter.positional("", 1, key, false, null),
        Parameter.positional("", 2, env.optional.of(value), true, Const.None.NONE)), env.optional.of(value), false, false));
    for (String name : List.of("update", "pop", "popitem", "clear", "keys", "values", "items", "copy")) {
      dict.members.put(name, new Builtins.MethodDescriptor(dict, name, null));
    }
  }

  private static void method(Generic c, String name, ClassType result, ClassType... types) {
    List<Parameter> parameters = new java.util.ArrayList<>();
    parameters.add(Parameter.positional("self", 0, c, false, null));
    for (int i = 0; i < types.length; i++) {
      parameters.add(Parameter.positional("", i + 1, types[i], false, null));
    }
    c.members.put(name, new Builtins.MethodDescriptor(c, name, parameters, result, false, false));
  }
}
