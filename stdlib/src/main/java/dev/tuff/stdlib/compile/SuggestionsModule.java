package dev.tuff.stdlib.compile;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.interp.Suggestions;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.List;

/** {@code _suggestions}: "Did you mean". */
public final class SuggestionsModule {
  private SuggestionsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_suggestions", new SuggestionsModuleTable());
  }

  @Function(value = "_generate_suggestions(candidates, item, /)", doc = "Returns the candidate in candidates that's closest to item")
  static Object generate(Object candidates, Object item) {
    if (!PyStr.isStr(item)) {
      throw Errors.typeError("_generate_suggestions() argument 2 must be str, not " + Py.typeOf(item).fullName());
    }
    if (!(candidates instanceof PyList list)) {
      throw Errors.typeError("candidates must be a list");
    }
    List<String> names = new ArrayList<>();
    for (Object o : list.toArray()) {
      if (!PyStr.isStr(o)) {
        throw Errors.typeError("all elements in 'candidates' must be strings");
      }
      names.add(PyStr.java(o));
    }
    String best = Suggestions.nearest(PyStr.java(item), names);
    return best == null ? Py.None : Py.str(best);
  }
}
