package dev.tuff.engine.text;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;
import java.util.ArrayList;
import java.util.List;

/** {@code string.templatelib.Template}: the value of a t-string (PEP 750). There is one string more than there are interpolations. */
public final class PyTemplate extends PyObject {
  public static final PyType TYPE = PyType.builtin("string.templatelib.Template", PyType.OBJECT, PyType.FINAL,
      "A template string: literal strings and the interpolations between them.", new PyTemplateTable());

  public final PyTuple strings;
  public final PyTuple interpolations;

  public PyTemplate(PyTuple strings, PyTuple interpolations) {
    super(TYPE);
    this.strings = strings;
    this.interpolations = interpolations;
  }

  @New(value = "Template(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("Template.__new__ only accepts *args arguments");
    }
    List<Object> strings = new ArrayList<>();
    List<Object> interpolations = new ArrayList<>();
    Object open = null;
    for (Object a : args) {
      if (PyStr.isStr(a)) {
        open = open == null ? a : PyStr.concat(PyStr.value(open), PyStr.value(a));
      } else if (a instanceof PyInterpolation) {
        strings.add(open == null ? "" : open);
        interpolations.add(a);
        open = null;
      } else {
        throw Errors.typeError("Template.__new__ *args need to be of type 'str' or 'Interpolation', got " + Py.typeOf(a).fullName());
      }
    }
    strings.add(open == null ? "" : open);
    return new PyTemplate(PyTuple.of(strings.toArray()), PyTuple.of(interpolations.toArray()));
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyTemplate self) {
    return new StrBuilder().text("Template(strings=").append(Py.repr(self.strings)).text(", interpolations=")
        .append(Py.repr(self.interpolations)).text(")").build();
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(Object left, Object right) {
    if (!(left instanceof PyTemplate a) || !(right instanceof PyTemplate b)) {
      throw Errors.typeError("can only concatenate string.templatelib.Template (not \""
          + Py.typeOf(right).fullName() + "\") to string.templatelib.Template");
    }
    int n = a.strings.size();
    Object[] strings = new Object[n + b.strings.size() - 1];
    System.arraycopy(a.strings.array(), 0, strings, 0, n);
    System.arraycopy(b.strings.array(), 1, strings, n, b.strings.size() - 1);
    strings[n - 1] = PyStr.concat(PyStr.value(a.strings.get(n - 1)), PyStr.value(b.strings.get(0)));
    int k = a.interpolations.size();
    Object[] interpolations = new Object[k + b.interpolations.size()];
    System.arraycopy(a.interpolations.array(), 0, interpolations, 0, k);
    System.arraycopy(b.interpolations.array(), 0, interpolations, k, b.interpolations.size());
    return new PyTemplate(PyTuple.of(strings), PyTuple.of(interpolations));
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyTemplate self) {
    return new TemplateIter(self);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return how to make this object anew.")
  static Object __reduce__(PyTemplate self) {
    Object make = Attributes.get(Interpreter.current().importModule("string.templatelib"), "_template_unpickle");
    return PyTuple.of(make, PyTuple.of(self.strings, self.interpolations));
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object key) {
    return PyGenericAlias.of(cls, key);
  }

  @Getter(value = "strings", doc = "Strings", member = true)
  static Object strings(PyTemplate self) {
    return self.strings;
  }

  @Getter(value = "interpolations", doc = "Interpolations", member = true)
  static Object interpolations(PyTemplate self) {
    return self.interpolations;
  }

  @Getter(value = "values", doc = "Values of interpolations")
  static Object values(PyTemplate self) {
    Object[] values = new Object[self.interpolations.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((PyInterpolation) self.interpolations.get(i)).value;
    }
    return PyTuple.of(values);
  }

  /** {@code string.templatelib.TemplateIter}: strings and interpolations in turn, empty strings left out. */
  static final class TemplateIter extends PyIterator {
    static final PyType TYPE = PyType.builtin("string.templatelib.TemplateIter", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
        "Iterates over the parts of a template string.", IteratorMethods.table());

    private final PyTemplate template;
    private int at;

    private TemplateIter(PyTemplate template) {
      super(TYPE);
      this.template = template;
    }

    @Override
    public Object next() {
      while (at < template.strings.size() * 2 - 1) {
        int i = at++;
        if ((i & 1) == 1) {
          return template.interpolations.get(i >> 1);
        }
        Object s = template.strings.get(i >> 1);
        if (PyStr.length(s) > 0) {
          return s;
        }
      }
      return null;
    }
  }
}
