package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyProperty;

/**
 * What INVOKE_FUNCTION and INVOKE_METHOD have called: a Python function with just the arguments, whose results need no check.
 *
 * @param function null if there is no call: a slot with a default is read or set
 * @param member of the namespace: the function; null if a class has it, but for a property: that, or the slot
 * @param namespace of the module, and where the member is in it
 * @param type the class with the method, while it has that version
 * @param shape of receivers: none of them has an attribute of its own under the name; null if they are known by the class, or the
 *     instruction names it
 * @param check of what the function gives; null for none
 * @param declared what the compiler knows of the receivers; null if that is not known, or the callee is no method
 */
public record StaticCallee(PyFunction function, Object member, PyDict namespace, GlobalCache entry, PyType type, Object version, Shape shape,
    ResultCheck check, Declared declared) {
  /** The class that receivers are of, or of one below, and the name of their method. */
  public record Declared(PyType type, String method) {}

  /** What a cache may hold. */
  public interface Cache {
    /** Null if the call is not as simple as that. */
    StaticCallee callee();

    /** What has been called before; null if nothing else. */
    Cache previous();
  }

  /** Of the results of what has taken the place of a static function. */
  public interface ResultCheck {
    /** The result, or what is awaited in its place; raises if it is not of the type declared. */
    Object apply(Interpreter interpreter, Object result);

    /** What a result must be to be given as it is; null if that is not all, or not known before there was one. */
    TypeCheck type();
  }

  public static StaticCallee ofModule(PyFunction function, PyDict namespace, String name) {
    Object keys = namespace.keysVersion();
    int e = namespace.findStr(name);
    return e < 0 ? null : new StaticCallee(function, function, namespace, new GlobalCache(keys, e), null, null, null, null, null);
  }

  /** Of a class that the instruction names. */
  public static StaticCallee ofClass(PyFunction function, PyType type) {
    return new StaticCallee(function, null, null, null, type, type.version, null, null, null);
  }

  /** A method of receivers. */
  public static StaticCallee ofReceiver(PyFunction function, PyType type, Object version, Shape shape, ResultCheck check, Declared declared) {
    return new StaticCallee(function, null, null, null, type, version, shape, check, declared);
  }

  /** The accessor of a property. */
  public static StaticCallee ofProperty(PyFunction function, PyProperty property, PyType type, Object version, Shape shape, ResultCheck check) {
    return new StaticCallee(function, property, null, null, type, version, shape, check, null);
  }

  /** A slot of receivers. */
  public static StaticCallee ofSlot(PyMemberDescr slot, PyType type, Object version, Shape shape) {
    return new StaticCallee(null, slot, null, null, type, version, shape, null, null);
  }
}
