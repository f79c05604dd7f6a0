package dev.tuff.stdlib.sre;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code re.Match}. */
public final class PyMatch extends PyObject {
  public static final PyType TYPE = PyType.builtin("re.Match", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
      "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.", new PyMatchTable());

  private final PyPattern pattern;
  private final Subject subject;
  private final int[] spans;
  private final int lastIndex;
  private final int pos;
  private final int endpos;

  PyMatch(PyPattern pattern, Matcher m, int pos) {
    super(TYPE);
    this.pattern = pattern;
    subject = m.subject();
    spans = m.spans();
    lastIndex = m.lastIndex();
    this.pos = pos;
    endpos = m.end;
  }

  /** The number of a group given by number or name. */
  private int index(Object group) {
    if (group instanceof Long l) {
      if (l >= 0 && l * 2 < spans.length) {
        return (int) (long) l;
      }
      throw Errors.indexError("no such group");
    }
    Object i = null;
    if (Py.typeOf(group).slot(Special.INDEX) != null) {
      i = PyInt.index(group);
    } else if (pattern.groupIndex.size() > 0) {
      i = pattern.groupIndex.get(group);
    }
    if (i instanceof Long l && l >= 0 && l * 2 < spans.length) {
      return (int) (long) l;
    }
    throw Errors.indexError("no such group");
  }

  private Object text(int group, Object absent) {
    int from = spans[2 * group];
    return from < 0 ? absent : subject.current(from, spans[2 * group + 1]);
  }

  @Method(value = "group(self, /, *args)", textSignature = false, doc = "group([group1, ...]) -> str or tuple.\n"
      + "Return subgroup(s) of the match by indices or names.\nFor 0 returns the entire match.")
  static Object group(PyMatch self, Object[] args) {
    switch (args.length) {
      case 0:
        return self.text(0, Py.None);
      case 1:
        return self.text(self.index(args[0]), Py.None);
      default:
        Object[] out = new Object[args.length];
        for (int i = 0; i < out.length; i++) {
          out[i] = self.text(self.index(args[i]), Py.None);
        }
        return PyTuple.of(out);
    }
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyMatch self, Object key) {
    return self.text(self.index(key), Py.None);
  }

  @Method(value = "start(self, group=0, /)", doc = "Return index of the start of the substring matched by group.")
  static long start(PyMatch self, Object group) {
    return self.spans[2 * self.index(group)];
  }

  @Method(value = "end(self, group=0, /)", doc = "Return index of the end of the substring matched by group.")
  static long end(PyMatch self, Object group) {
    return self.spans[2 * self.index(group) + 1];
  }

  @Method(value = "span(self, group=0, /)", doc = "For match object m, return the 2-tuple (m.start(group), m.end(group)).")
  static Object span(PyMatch self, Object group) {
    return self.span(self.index(group));
  }

  private Object span(int group) {
    return Py.tuple(Py.box(spans[2 * group]), Py.box(spans[2 * group + 1]));
  }

  @Method(value = "groups(self, /, default=None)", doc = "Return a tuple containing all the subgroups of the match, from 1.")
  static Object groups(PyMatch self, Object fallback) {
    Object[] out = new Object[self.spans.length / 2 - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = self.text(i + 1, fallback);
    }
    return PyTuple.of(out);
  }

  @Method(value = "groupdict(self, /, default=None)",
      doc = "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.")
  static Object groupdict(PyMatch self, Object fallback) {
    PyDict d = new PyDict();
    Object[] names = self.pattern.groupIndex.keysArray();
    for (Object name : names) {
      d.put(name, self.text(self.index(name), fallback));
    }
    return d;
  }

  @Method(value = "expand(self, /, template)", doc = "Return the string obtained by doing backslash substitution on the string template.")
  static Object expand(PyMatch self, Object template) {
    PySreTemplate t = Substitution.template(self.pattern, template);
    if (t.literal() != null) {
      return t.literal();
    }
    Pieces out = new Pieces(self.subject.bytes);
    t.expand(self.subject, self.spans, out);
    return out.build();
  }

  @Getter(value = "string", doc = "The string passed to match() or search().", member = true)
  static Object string(PyMatch self) {
    return self.subject.object;
  }

  @Getter(value = "re", doc = "The regular expression object.", member = true)
  static Object re(PyMatch self) {
    return self.pattern;
  }

  @Getter(value = "pos", doc = "The index into the string at which the RE engine started looking for a match.", member = true)
  static Object pos(PyMatch self) {
    return Py.box(self.pos);
  }

  @Getter(value = "endpos", doc = "The index into the string beyond which the RE engine will not go.", member = true)
  static Object endpos(PyMatch self) {
    return Py.box(self.endpos);
  }

  @Getter(value = "lastindex", doc = "The integer index of the last matched capturing group.")
  static Object lastindex(PyMatch self) {
    return self.lastIndex < 0 ? Py.None : (Object) Py.box(self.lastIndex);
  }

  @Getter(value = "lastgroup", doc = "The name of the last matched capturing group.")
  static Object lastgroup(PyMatch self) {
    int i = self.lastIndex;
    return i < 0 || i >= self.pattern.indexGroup.size() ? Py.None : self.pattern.indexGroup.get(i);
  }

  @Getter("regs")
  static Object regs(PyMatch self) {
    Object[] out = new Object[self.spans.length / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = self.span(i);
    }
    return PyTuple.of(out);
  }

  @Method(value = "__copy__(self, /)")
  static Object __copy__(PyMatch self) {
    return self;
  }

  @Method(value = "__deepcopy__(self, memo, /)")
  static Object __deepcopy__(PyMatch self, Object memo) {
    return self;
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyMatch self) {
    return Py.str("<re.Match object; span=(" + self.spans[0] + ", " + self.spans[1] + "), match=" + Py.javaRepr(self.text(0, Py.None)) + ">");
  }
}
