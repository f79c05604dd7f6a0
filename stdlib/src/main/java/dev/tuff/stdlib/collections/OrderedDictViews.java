package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyDictView;
import dev.tuff.engine.expose.Method;

/** What {@code odict_keys} and its kin have of their own: their iterators. */
final class OrderedDictViews {
  private OrderedDictViews() {}

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyDictView self) {
    return new PyOrderedIterator(self.dict, self.kind, true);
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the view.")
  static Object __reversed__(PyDictView self) {
    return new PyOrderedIterator(self.dict, self.kind, false);
  }
}
