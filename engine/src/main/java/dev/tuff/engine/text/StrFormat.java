package dev.tuff.engine.text;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;

/** {@code str.format} and {@code str.format_map}. */
final class StrFormat {
  private final Object[] args;
  private final Object mapping;

  /** Automatic numbering: the next number, -1 as long as neither {@code {}} nor {@code {0}} came, -2 once {@code {0}} did. */
  private int next = -1;

  private StrFormat(Object[] args, Object mapping) {
    this.args = args;
    this.mapping = mapping;
  }

  /** {@code args} null: positional fields are an error. */
  static Object format(Object format, Object[] args, Object mapping) {
    return new StrFormat(args, mapping).build(format, 0, PyStr.length(format), 2);
  }

  private Object build(Object format, int start, int end, int depth) {
    if (depth == 0) {
      throw Errors.valueError("Max string recursion exceeded");
    }
    StrBuilder out = new StrBuilder(end - start + 16);
    Markup m = new Markup(format, start, end);
    while (m.next()) {
      out.append(format, m.literalStart, m.literalEnd);
      if (m.hasField) {
        Object o = Markup.convert(field(format, m.nameStart, m.nameEnd), m.conversion);
        Object spec = m.nested ? build(format, m.specStart, m.specEnd, depth - 1)
            : m.specEnd > m.specStart ? m.slice(m.specStart, m.specEnd) : "";
        out.append(StrConversion.formatted(o, spec));
      }
    }
    return out.build();
  }

  private Object field(Object format, int start, int end) {
    Markup.FieldName name = new Markup.FieldName(format, start, end);
    long index = name.firstIndex;
    boolean empty = PyStr.length(name.first) == 0;
    if (empty || index >= 0) {
      number(empty);
      if (empty) {
        index = next++;
      }
    }
    Object o;
    if (index < 0) {
      o = Items.get(mapping, name.first);
    } else if (args == null) {
      throw Errors.valueError("Format string contains positional fields");
    } else if (index >= args.length) {
      throw Errors.indexError("Replacement index " + index + " out of range for positional args tuple");
    } else {
      o = args[(int) index];
    }
    while (name.next()) {
      o = name.isAttribute ? Attributes.get(o, PyStr.java(name.part)) : Items.get(o, name.index < 0 ? name.part : Py.box(name.index));
    }
    return o;
  }

  private void number(boolean automatic) {
    if (next == -1) {
      next = automatic ? 0 : -2;
    } else if (automatic && next == -2) {
      throw Errors.valueError("cannot switch from manual field specification to automatic field numbering");
    } else if (!automatic && next >= 0) {
      throw Errors.valueError("cannot switch from automatic field numbering to manual field specification");
    }
  }
}
