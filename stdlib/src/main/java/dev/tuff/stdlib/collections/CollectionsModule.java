package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _collections}. */
public final class CollectionsModule {
  private CollectionsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_collections", new CollectionsModuleTable());
    m.set("deque", PyDeque.TYPE);
    m.set("_deque_iterator", PyDequeIterator.TYPE);
    m.set("_deque_reverse_iterator", PyDequeIterator.REVERSE);
    m.set("defaultdict", PyDefaultDict.TYPE);
    m.set("OrderedDict", OrderedDict.TYPE);
    m.set("_tuplegetter", PyTupleGetter.TYPE);
  }

  @Function(value = "_count_elements(mapping, iterable, /)", doc = "Count elements in the iterable, updating the mapping")
  static void countElements(Object mapping, Object iterable) {
    Object it = Iteration.iter(iterable);
    Object one = Py.box(1);
    if (mapping instanceof PyDict d && plain(d)) {
      for (Object k; (k = Iteration.next(it)) != null; ) {
        Object n = d.get(k);
        d.put(k, n == null ? one : Operators.binary(Special.ADD, n, one));
      }
      return;
    }
    Object get = Attributes.get(mapping, "get");
    for (Object k; (k = Iteration.next(it)) != null; ) {
      Items.set(mapping, k, Operators.binary(Special.ADD, Call.call(get, k, Py.box(0)), one));
    }
  }

  /** Whether the class of {@code d} has dict's own {@code get} and {@code __setitem__}. */
  private static boolean plain(PyDict d) {
    return d.type().lookup("get") == PyDict.TYPE.lookup("get") && d.type().slot(Special.SETITEM) == PyDict.TYPE.slot(Special.SETITEM);
  }
}
