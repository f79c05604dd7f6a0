package dev.tuff.stdlib.text;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.Markup;
import dev.tuff.engine.text.PyStr;

/** {@code _string}: the parser of format strings, on which {@code string.Formatter} is built. */
public final class StringModule {
  private StringModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_string", new StringModuleTable());
  }

  private static Object text(Object o) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("expected str, got " + Py.typeOf(o).name());
    }
    return PyStr.value(o);
  }

  @Function(value = "formatter_parser(object, /)",
      doc = "Return an iterator over (literal text, field name, format spec, conversion) of a format string.")
  static Object formatterParser(Object object) {
    Object v = text(object);
    return new FormatterIterator(new Markup(v, 0, PyStr.length(v)));
  }

  @Function(value = "formatter_field_name_split(object, /)",
      doc = "Return the first part of a field name, and an iterator over the rest: (whether an attribute, its name).")
  static Object formatterFieldNameSplit(Object object) {
    Object v = text(object);
    Markup.FieldName name = new Markup.FieldName(v, 0, PyStr.length(v));
    return PyTuple.of(name.firstIndex < 0 ? name.first : Py.box(name.firstIndex), new FieldNameIterator(name));
  }

  /** {@code formatteriterator}. */
  static final class FormatterIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("formatteriterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, IteratorMethods.table());

    private final Markup markup;

    private FormatterIterator(Markup markup) {
      super(TYPE);
      this.markup = markup;
    }

    @Override
    public Object next() {
      Markup m = markup;
      if (!m.next()) {
        return null;
      }
      Object literal = m.slice(m.literalStart, m.literalEnd);
      if (!m.hasField) {
        return PyTuple.of(literal, Py.None, Py.None, Py.None);
      }
      return PyTuple.of(literal, m.slice(m.nameStart, m.nameEnd), m.slice(m.specStart, m.specEnd),
          m.conversion == 0 ? Py.None : PyStr.ofPoint(m.conversion));
    }
  }

  /** {@code fieldnameiterator}. */
  static final class FieldNameIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("fieldnameiterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, IteratorMethods.table());

    private final Markup.FieldName name;

    private FieldNameIterator(Markup.FieldName name) {
      super(TYPE);
      this.name = name;
    }

    @Override
    public Object next() {
      return name.next() ? PyTuple.of(name.isAttribute, name.index < 0 ? name.part : Py.box(name.index)) : null;
    }
  }
}
