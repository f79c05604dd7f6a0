package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.engine.text.PyStr;

/**
 * What a type descriptor of static code means: a class, looked up by the names in the tuple, and how values are compared with it.
 *
 * <pre>
 * (module, name, …, [(argument, …),] ["?"] ["!"] ["#"])     ? also None, ! no subclasses, # primitive
 * (module, name, "=", constant)                              this one value only
 * </pre>
 *
 * @param literal the only value; null if there are more
 * @param code of {@link TypeCodes}; {@link TypeCodes#OBJECT} unless primitive
 */
public record Descriptor(PyType type, boolean optional, boolean exact, Object literal, int code) implements TypeCheck {
  /** The type code that a descriptor of a primitive type means; {@link TypeCodes#OBJECT} for all others. Looks nothing up. */
  public static int primitive(Object descriptor) {
    if (descriptor instanceof PyTuple t && t.size() > 2 && "#".equals(t.get(t.size() - 1))) {
      int code = TypeCodes.of(PyStr.java(t.get(1)));
      return code < 0 ? TypeCodes.OBJECT : code;
    }
    return TypeCodes.OBJECT;
  }

  /** Looks the class up; raises what the look-up raises. */
  public static Descriptor resolve(Interpreter interpreter, Object descriptor) {
    if (!(descriptor instanceof PyTuple t) || t.size() < 2) {
      throw Errors.typeError("bad type descriptor: " + Py.javaRepr(descriptor));
    }
    int n = t.size();
    Object literal = null;
    if (n > 3 && "=".equals(t.get(n - 2))) {
      literal = t.get(n - 1);
      n -= 2;
    }
    boolean optional = false;
    boolean exact = false;
    for (; n > 2 && t.get(n - 1) instanceof String mark && (mark.equals("?") || mark.equals("!") || mark.equals("#")); n--) {
      optional |= mark.equals("?");
      exact |= mark.equals("!");
    }
    String module = PyStr.java(t.get(0));
    Object o = interpreter.modules.getStr(module);
    if (o == null) {
      o = interpreter.importModule(module);
    }
    for (int i = 1; i < n; i++) {
      o = t.get(i) instanceof PyTuple arguments ? generic(interpreter, o, arguments) : member(o, module, PyStr.java(t.get(i)));
    }
    if (o == Py.None) {
      o = Py.typeOf(Py.None);
    }
    if (!(o instanceof PyType type)) {
      throw Errors.typeError("bad name provided for class loader: " + Py.javaRepr(descriptor) + ", not a class");
    }
    return new Descriptor(type, optional, exact, literal, primitive(descriptor));
  }

  @Override
  public boolean includes(TypeCheck other) {
    return equals(other) || other instanceof Descriptor d && type == d.type && literal == null && code == TypeCodes.OBJECT && d.code == code
        && (optional || !d.optional) && (!exact || d.exact);
  }

  private static Object member(Object container, String module, String name) {
    if (name.equals("None") && module.equals("builtins")) {
      return Py.None;
    }
    Object found = container instanceof StrictModule m ? m.globals().getStr(name) : Attributes.find(container, name);
    if (found == null && container instanceof PyType) {
      throw Errors.typeError("bad name provided for class loader: '" + name + "' doesn't exist in type '" + Py.javaRepr(container) + "'");
    }
    if (found == null) {
      throw Errors.typeError("bad name provided for class loader, " + Py.javaRepr(container) + " has no member '" + name + "'");
    }
    return found;
  }

  private static Object generic(Interpreter interpreter, Object origin, PyTuple arguments) {
    Object[] types = new Object[arguments.size()];
    for (int i = 0; i < types.length; i++) {
      Descriptor d = resolve(interpreter, arguments.get(i));
      types[i] = new ElementType(d.type, d.optional).argument();
    }
    return Call.attribute(origin, "__class_getitem__", types.length == 1 ? types[0] : PyTuple.of(types));
  }

  @Override
  public boolean accepts(Object value) {
    return (literal == null || literal.equals(value)) && acceptsType(value);
  }

  @Override
  public Object container(Object[] items) {
    if (type.isSubtype(CheckedList.TYPE)) {
      CheckedList made = new CheckedList(type);
      for (Object item : items) {
        made.add(item);
      }
      return made;
    }
    CheckedDict made = new CheckedDict(type);
    for (int i = 0; i < items.length; i += 2) {
      made.put(items[i], items[i + 1]);
    }
    return made;
  }

  @Override
  public boolean isPlain() {
    return literal == null && code == TypeCodes.OBJECT;
  }

  private boolean acceptsType(Object value) {
    return optional && value == Py.None || (exact ? Py.typeOf(value) == type : type == PyType.OBJECT || Py.isInstance(value, type));
  }
}
