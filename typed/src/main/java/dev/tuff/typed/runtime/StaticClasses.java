package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/**
 * Makes the classes of static code, and looks over untyped classes that derive from them. The body of a static class leaves behind
 * {@code __slots__}, {@code __slot_types__} (name to type descriptor) and {@code __slots_with_default__} (name to value).
 */
public final class StaticClasses {
  private static final String PROPERTY = "_pystatic_cprop.";
  private static final String ASYNC_PROPERTY = "_pystatic_async_cprop.";

  private StaticClasses() {}

  /**
   * {@code __build_cinder_class__}.
   *
   * @param finalMethods the tuple of names of methods that no class below may define
   * @param cachedProperties the tuple of names under which the body has left functions of cached properties
   */
  public static Object build(Interpreter interpreter, Object body, Object name, PyDict kwargs, Object finalMethods, boolean isFinal,
      PyTuple cachedProperties, Object[] bases) {
    Object[] arguments = new Object[bases.length + 2];
    arguments[0] = body;
    arguments[1] = name;
    System.arraycopy(bases, 0, arguments, 2, bases.length);
    Object made = Call.call(interpreter.builtins.dict().getStr("__build_class__"),
        kwargs == null ? arguments : Keywords.values(arguments, kwargs), kwargs == null ? null : Keywords.names(kwargs));
    if (!(made instanceof PyType type)) {
      throw Errors.typeError("__build_class__ returned non-type for static Python");
    }
    type.setAttribute("__final_method_names__", finalMethods);
    checkIntervening(type);
    typeSlots(type);
    checkFinalMethods(type);
    overrideDefaults(type);
    for (Object property : cachedProperties.array()) {
      cachedProperty(interpreter, type, PyStr.java(property));
    }
    type.flags |= PyType.STATIC | (isFinal ? PyType.FINAL : 0);
    type.modified();
    Originals.of(interpreter).note(type);
    return type;
  }

  /** What a class below a static one is checked for when it is made: {@code init_subclass}. */
  public static void initSubclass(PyType type) {
    checkFinalMethods(type);
    checkSingleAncestor(type);
    overrideDefaults(type);
  }

  /** An untyped class between static ones hides from the compiler what it overrides. */
  private static void checkIntervening(PyType type) {
    PyType untyped = null;
    for (PyType t : Arrays.asList(type.mro()).subList(1, type.mro().length)) {
      if (!t.has(PyType.STATIC)) {
        untyped = untyped == null ? t : untyped;
      } else if (untyped != null) {
        throw Errors.typeError("Static compiler cannot verify that static type '" + type.fullName() + "' is a valid override of static base '"
            + t.fullName() + "' because intervening base '" + untyped.fullName() + "' is non-static.");
      }
    }
  }

  private static PyDict dict(PyType type, String attribute) {
    Object d = type.dictOfType().getStr(attribute);
    if (d != null && !(d instanceof PyDict)) {
      throw Errors.typeError(attribute + " should be a dict");
    }
    return d == null ? new PyDict() : (PyDict) d;
  }

  private static void typeSlots(PyType type) {
    PyDict types = dict(type, "__slot_types__");
    PyDict defaults = dict(type, "__slots_with_default__");
    if (types.getStr("__dict__") != null || types.getStr("__weakref__") != null) {
      throw Errors.typeError("__slots__ type spec cannot be provided for __weakref__ or __dict__");
    }
    for (Object key : types.keysArray()) {
      String slot = PyStr.java(key);
      if (defaults.getStr(slot) == null && type.lookupAfter(type, slot) instanceof PyMemberDescr m && m.guard() instanceof DeclaredSlot s
          && s.ofClass() != null) {
        // declared anew without a default: the slot of the class above, with its default
        type.setAttribute(slot, null);
        continue;
      }
      if (!(type.dictOfType().getStr(slot) instanceof PyMemberDescr member)) {
        throw Errors.runtimeError("missing slot");
      }
      int code = Descriptor.primitive(types.get(key));
      type.setAttribute(slot.intern(), member.guarded(
          code == TypeCodes.OBJECT
              ? new TypedSlot(types.get(key), defaults.getStr(slot)) : new PrimitiveSlot(code, defaults.getStr(slot))));
    }
  }

  private static void checkFinalMethods(PyType type) {
    PyType base = type.base();
    if (base == null || !(base.lookup("__final_method_names__") instanceof PyTuple names)) {
      return;
    }
    for (Object name : names.array()) {
      if (type.dictOfType().get(name) != null) {
        throw TypedErrors.staticTypeError(Py.javaRepr(name) + " overrides a final method in the static base class " + Py.javaRepr(base));
      }
    }
  }

  private static PyType staticAncestor(PyType type) {
    for (PyType t : type.mro()) {
      if (t.has(PyType.STATIC)) {
        return t;
      }
    }
    return null;
  }

  /** Classes of static code have one line of static ancestors. */
  private static void checkSingleAncestor(PyType type) {
    PyType found = null;
    for (Object base : type.bases().array()) {
      PyType next = staticAncestor((PyType) base);
      if (next == null || found != null && found.isSubtype(next)) {
        continue;
      }
      if (found != null && !next.isSubtype(found)) {
        throw Errors.typeError("cinderx: multiple bases have instance lay-out conflict (" + found.fullName() + " and " + next.fullName() + ")");
      }
      found = next;
    }
  }

  /** A class gives slots with a default, which it has from the nearest static class above, its own default; other descriptors stay. */
  private static void overrideDefaults(PyType type) {
    for (PyType t : Arrays.asList(type.mro()).subList(1, type.mro().length)) {
      if (t.has(PyType.STATIC)) {
        overrideDefaults(type, t, dict(t, "__slots_with_default__"));
        return;
      }
    }
  }

  private static void overrideDefaults(PyType type, PyType above, PyDict inherited) {
    PyDict own = type.dictOfType().getStr("__slots_with_default__") instanceof PyDict d ? d : type.dictOfType();
    for (Object key : inherited.keysArray()) {
      String slot = PyStr.java(key);
      Object override = type.dictOfType().getStr(slot);
      if (override instanceof PyObject o && o.type().slot(Special.GET) != null) {
        continue;
      }
      if (!(above.lookup(slot) instanceof PyMemberDescr member) || !(member.guard() instanceof DeclaredSlot declared)) {
        continue;
      }
      Object value = own.getStr(slot);
      type.setAttribute(slot.intern(), member.guarded(declared.withDefault(value != null ? value : inherited.get(key))));
    }
  }

  /** Puts a cached property over the slot of its name in the place of the function that the body has left. */
  private static void cachedProperty(Interpreter interpreter, PyType type, String left) {
    boolean async = left.startsWith(ASYNC_PROPERTY);
    if (!async && !left.startsWith(PROPERTY)) {
      throw Errors.typeError("unknown prefix: " + Py.javaRepr(Py.str(left)));
    }
    String name = left.substring((async ? ASYNC_PROPERTY : PROPERTY).length());
    Object function = type.dictOfType().getStr(left);
    Object slot = type.dictOfType().getStr(name);
    if (function == null || slot == null) {
      throw Errors.typeError("cached property " + (function == null ? "impl" : "descriptor") + " doesn't exist: " + Py.javaRepr(Py.str(
          function == null ? left : name)));
    }
    Object property = Attributes.get(interpreter.importModule("cinderx"), async ? "async_cached_property" : "cached_property");
    type.setAttribute(name.intern(), Call.call(property, function, slot));
    type.setAttribute(left, null);
  }
}
