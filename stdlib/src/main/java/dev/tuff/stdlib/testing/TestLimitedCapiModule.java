package dev.tuff.stdlib.testing;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;

/** {@code _testlimitedcapi}: those functions with which CPython's tests reach the sequence protocol directly. */
public final class TestLimitedCapiModule {
  private TestLimitedCapiModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_testlimitedcapi", new TestLimitedCapiModuleTable());
  }

  /** The sequence protocol counts a negative index from the end once, and the type sees only what comes of it. */
  private static Object index(Object sequence, long i) {
    if (i < 0) {
      i += Items.length(sequence);
      if (i < 0) {
        throw Errors.indexError(Py.typeOf(sequence).name() + " index out of range");
      }
    }
    return Py.box(i);
  }

  @Function(value = "sequence_getitem(sequence, index, /)")
  static Object sequenceGetitem(Object sequence, long i) {
    return Items.get(sequence, index(sequence, i));
  }

  @Function(value = "sequence_setitem(sequence, index, value, /)")
  static long sequenceSetitem(Object sequence, long i, Object value) {
    Items.set(sequence, index(sequence, i), value);
    return 0;
  }

  @Function(value = "sequence_delitem(sequence, index, /)")
  static long sequenceDelitem(Object sequence, long i) {
    Items.delete(sequence, index(sequence, i));
    return 0;
  }

  @Function(value = "object_hasattrstring(object, name, /)")
  static long objectHasattrstring(Object object, Object name) {
    String n = name instanceof PyBytes b ? new String(b.array(), StandardCharsets.UTF_8) : PyStr.java(name);
    return Attributes.find(object, n) == null ? 0 : 1;
  }
}
