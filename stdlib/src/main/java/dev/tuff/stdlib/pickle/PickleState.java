package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;

/**
 * What pickling takes from Python modules, once for each interpreter: the registries of {@code copyreg}, the names of Python
 * 2.
 */
final class PickleState {
  final PyDict dispatchTable;
  final PyDict extensionRegistry;
  final PyDict invertedRegistry;
  final PyDict extensionCache;
  private final Interpreter interpreter;
  private PyDict names2to3;
  private PyDict modules2to3;
  private PyDict names3to2;
  private PyDict modules3to2;

  private PickleState(Interpreter interpreter) {
    this.interpreter = interpreter;
    Object copyreg = interpreter.importModule("copyreg");
    dispatchTable = dict(copyreg, "copyreg", "dispatch_table");
    extensionRegistry = dict(copyreg, "copyreg", "_extension_registry");
    invertedRegistry = dict(copyreg, "copyreg", "_inverted_registry");
    extensionCache = dict(copyreg, "copyreg", "_extension_cache");
  }

  static PickleState of(Interpreter interpreter) {
    return interpreter.state(PickleState.class, () -> new PickleState(interpreter));
  }

  private static PyDict dict(Object module, String moduleName, String name) {
    Object d = Attributes.get(module, name);
    if (d instanceof PyDict p) {
      return p;
    }
    throw Errors.runtimeError(moduleName + "." + name + " should be a dict, not " + Py.typeOf(d).fullName());
  }

  private void loadMappings() {
    if (modules3to2 == null) {
      Object m = interpreter.importModule("_compat_pickle");
      names2to3 = dict(m, "_compat_pickle", "NAME_MAPPING");
      modules2to3 = dict(m, "_compat_pickle", "IMPORT_MAPPING");
      names3to2 = dict(m, "_compat_pickle", "REVERSE_NAME_MAPPING");
      modules3to2 = dict(m, "_compat_pickle", "REVERSE_IMPORT_MAPPING");
    }
  }

  /** The module and name under which Python 2 has what Python 3 calls so, or the other way round. */
  Object[] mapped(Object module, Object name, boolean toPython2) {
    loadMappings();
    Object pair = (toPython2 ? names3to2 : names2to3).get(Py.tuple(module, name));
    if (pair instanceof dev.tuff.engine.container.PyTuple t && t.size() == 2) {
      return new Object[] {t.get(0), t.get(1)};
    }
    Object m = (toPython2 ? modules3to2 : modules2to3).get(module);
    return new Object[] {m == null ? module : m, name};
  }
}
