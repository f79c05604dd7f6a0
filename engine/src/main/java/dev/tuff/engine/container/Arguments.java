package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;

/** The argument rules that the constructors of containers share. Their {@code __new__} takes anything, for subclasses' sake. */
public final class Arguments {
  private Arguments() {}

  public static void atMostOne(String name, Object[] args) {
    if (args.length > 1) {
      throw Errors.typeError(name + " expected at most 1 argument, got " + args.length);
    }
  }

  /** Keywords are an error unless a subclass has an {@code __init__} of its own, which may use them. */
  public static void noKeywordsToNew(String name, PyType type, PyType base, PyDict kwargs) {
    if (kwargs.size() > 0 && (type == base || type.slot(Special.INIT) == base.slot(Special.INIT))) {
      throw Errors.typeError(name + "() takes no keyword arguments");
    }
  }

  /** Keywords are an error unless a subclass has a {@code __new__} of its own, which may have used them. */
  public static void noKeywords(String name, PyType type, PyType base, PyDict kwargs) {
    if (kwargs.size() > 0 && (type == base || type.slot(Special.NEW) == base.slot(Special.NEW))) {
      throw Errors.typeError(name + "() takes no keyword arguments");
    }
  }
}
