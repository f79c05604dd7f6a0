package dev.tuff.engine.core;

import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyMethodDescr;

/** What {@code inspect} reads of a builtin type: its signature and CPython's flag bits. */
final class TypeSignature {
  // Py_TPFLAGS_* that Python code looks at
  private static final long INLINE_VALUES = 1L << 2;
  private static final long MANAGED_DICT = 1L << 4;
  private static final long SEQUENCE = 1L << 5;
  private static final long MAPPING = 1L << 6;
  private static final long IMMUTABLETYPE = 1L << 8;
  private static final long HEAPTYPE = 1L << 9;
  private static final long BASETYPE = 1L << 10;
  private static final long READY = 1L << 12;
  private static final long IS_ABSTRACT = 1L << 20;

  private TypeSignature() {}

  static Object of(PyType t) {
    if (t == PyType.OBJECT) {
      // its constructor takes what a subclass's takes
      return "()";
    }
    if (t.slot(Special.NEW) instanceof PyBuiltinFunction f && t.dictOfType().getStr("__new__") == f) {
      String s = f.definition().textSignature();
      if (s != null) {
        return withoutReceiver(s, "$type");
      }
    }
    if (t.dictOfType().getStr("__init__") instanceof PyMethodDescr m && m.definition().textSignature() != null
        && !m.definition().textSignature().contains("*args, **kwargs")) {
      return withoutReceiver(m.definition().textSignature(), "$self");
    }
    return Py.None;
  }

  private static String withoutReceiver(String s, String receiver) {
    return s.replace("(" + receiver + ", /, ", "(").replace("(" + receiver + ", /)", "()").replace("(" + receiver + ", ", "(")
        .replace("(" + receiver + ")", "()");
  }

  static long flags(PyType t) {
    return READY
        // a base of classes without state of its own, such as typing.Generic, is no obstacle to copying
        | (t.isHeap() || t.layout == PyType.OBJECT && t != PyType.OBJECT ? HEAPTYPE | BASETYPE : IMMUTABLETYPE | (t.has(PyType.FINAL) ? 0 : BASETYPE))
        // C modules beside the interpreter's core make their types on the heap
        | (!t.isHeap() && t.fullName().indexOf('.') > 0 ? HEAPTYPE : 0)
        | (t.isHeap() && t.instancesHaveDict() && !t.isSubtype(PyType.TYPE) && !t.layout.has(PyType.VARIABLE_SIZE)
            ? MANAGED_DICT | (t.layout == PyType.OBJECT ? INLINE_VALUES : 0) : 0)
        | (t.has(PyType.IMMUTABLE) ? IMMUTABLETYPE : 0)
        | (t.has(PyType.ABSTRACT) ? IS_ABSTRACT : 0)
        | (t.has(PyType.MATCH_SEQUENCE) ? SEQUENCE : 0)
        | (t.has(PyType.MATCH_MAPPING) ? MAPPING : 0);
  }
}
