package dev.tuff.engine.text;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code string.templatelib.Interpolation}: a replacement field of a t-string (PEP 750), its value and its text. */
public final class PyInterpolation extends PyObject {
  public static final PyType TYPE = makeType();

  public final Object value;
  public final Object expression;

  /** None, {@code "r"}, {@code "s"} or {@code "a"}. */
  public final Object conversion;
  public final Object formatSpec;

  public PyInterpolation(Object value, Object expression, Object conversion, Object formatSpec) {
    super(TYPE);
    this.value = value;
    this.expression = expression;
    this.conversion = conversion;
    this.formatSpec = formatSpec;
  }

  private static PyType makeType() {
    PyType t = PyType.builtin("string.templatelib.Interpolation", PyType.OBJECT, PyType.FINAL, "A replacement field of a template string.",
        new PyInterpolationTable());
    t.dictOfType().putStr("__match_args__", PyTuple.of("value", "expression", "conversion", "format_spec"));
    return t;
  }

  @New(value = "Interpolation(value, expression='', conversion=None, format_spec='')", textSignature = false)
  static Object __new__(PyType cls, Object value, Object expression, Object conversion, Object formatSpec) {
    text(expression, "expression");
    text(formatSpec, "format_spec");
    if (conversion != Py.None) {
      text(conversion, "conversion");
      String c = PyStr.java(conversion);
      if (!c.equals("s") && !c.equals("a") && !c.equals("r")) {
        throw Errors.valueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
      }
    }
    return new PyInterpolation(value, expression, conversion, formatSpec);
  }

  private static void text(Object o, String argument) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("Interpolation() argument '" + argument + "' must be str, not " + (o == Py.None ? "None" : Py.typeOf(o).name()));
    }
  }

  private PyTuple fields() {
    return PyTuple.of(value, expression, conversion, formatSpec);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyInterpolation self) {
    StrBuilder out = new StrBuilder().text("Interpolation(");
    for (int i = 0; i < 4; i++) {
      out.text(i == 0 ? "" : ", ").append(Py.repr(self.fields().get(i)));
    }
    return out.text(")").build();
  }

  @Method(value = "__reduce__(self, /)", doc = "Return how to make this object anew.")
  static Object __reduce__(PyInterpolation self) {
    return PyTuple.of(TYPE, self.fields());
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object key) {
    return PyGenericAlias.of(cls, key);
  }

  @Getter(value = "value", doc = "Value", member = true)
  static Object value(PyInterpolation self) {
    return self.value;
  }

  @Getter(value = "expression", doc = "Expression", member = true)
  static Object expression(PyInterpolation self) {
    return self.expression;
  }

  @Getter(value = "conversion", doc = "Conversion", member = true)
  static Object conversion(PyInterpolation self) {
    return self.conversion;
  }

  @Getter(value = "format_spec", doc = "Format specifier", member = true)
  static Object formatSpec(PyInterpolation self) {
    return self.formatSpec;
  }
}
