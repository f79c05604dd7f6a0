package dev.tuff.engine.container;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** {@code mappingproxy}: a read-only view of a mapping. */
public final class PyMappingProxy extends PyObject {
  public static final PyType TYPE = PyType.builtin("mappingproxy", PyType.OBJECT, PyType.FINAL | PyType.MATCH_MAPPING,
      "Read-only proxy of a mapping.", new PyMappingProxyTable());

  private final Object mapping;

  public PyMappingProxy(Object mapping) {
    super(TYPE);
    this.mapping = mapping;
  }

  public Object mapping() {
    return mapping;
  }

  @Method("__len__(self, /)")
  static long __len__(PyMappingProxy self) {
    return dev.tuff.engine.core.Items.length(self.mapping);
  }
}
