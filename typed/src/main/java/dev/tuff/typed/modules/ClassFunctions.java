package dev.tuff.typed.modules;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Function;
import dev.tuff.typed.runtime.StaticClasses;
import java.util.Arrays;

/** The functions of {@code _static} that make classes. */
final class ClassFunctions {
  private ClassFunctions() {}

  static BuiltinTable table() {
    return new ClassFunctionsTable();
  }

  @Function(value = "__build_cinder_class__(*args)", textSignature = false, doc = "Internal helper function used by class statements of static "
      + "code.\n\nArguments: function of the body, name, keywords or None, whether there is a __class__ cell, names of final methods, whether "
      + "the class is final, names of cached properties, bases.")
  static Object __build_cinder_class__(Object[] args, Interpreter interpreter) {
    if (args.length < 7) {
      throw Errors.typeError("__build_cinder_class__: not enough arguments");
    }
    if (args[2] != Py.None && !(args[2] instanceof PyDict)) {
      throw Errors.typeError("__build_cinder_class__: kwargs is not a dict or None");
    }
    if (!(args[6] instanceof PyTuple cachedProperties)) {
      throw Errors.typeError("__build_cinder_class__: cached_properties is not a tuple");
    }
    // only CPython, which counts references, needs to know
    Py.truth(args[3]);
    return StaticClasses.build(interpreter, args[0], args[1], args[2] instanceof PyDict kw ? kw : null, args[4], Py.truth(args[5]),
        cachedProperties, Arrays.copyOfRange(args, 7, args.length));
  }

  @Function(value = "init_subclass(type, /)", doc = "Check a class that derives from static classes, and give it their defaults.")
  static void init_subclass(Object type) {
    if (!(type instanceof PyType t)) {
      throw Errors.typeError("init_subclass expected type");
    }
    StaticClasses.initSubclass(t);
  }
}
