package dev.tuff.stdlib.sre;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyMappingProxy;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;
import java.util.Arrays;

/** {@code re.Pattern}: what it is; what it does is in {@link PatternMethods}. */
public final class PyPattern extends PyObject {
  public static final PyType TYPE = PyType.builtin("re.Pattern", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF,
      "Compiled regular expression object.", new PatternMethodsTable(), new PyPatternTable());

  /** ORDER: bit 1 on, in the order in which {@code repr} names them. */
  private static final String[] FLAG_NAMES = {
    null, "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
  };

  final Object pattern;
  final int flags;
  final Program program;
  final PyDict groupIndex;
  final PyTuple indexGroup;
  private final int[] code;

  PyPattern(Object pattern, int flags, int[] code, Program program, PyDict groupIndex, PyTuple indexGroup) {
    super(TYPE);
    this.pattern = pattern;
    this.flags = flags;
    this.code = code;
    this.program = program;
    this.groupIndex = groupIndex;
    this.indexGroup = indexGroup;
  }

  /** A matcher for {@code string} between two positions, both clamped to it. */
  Matcher matcher(Object string, long pos, long endpos) {
    Subject s = Subject.of(string);
    if (pattern != Py.None) {
      boolean text = PyStr.isStr(pattern);
      if (text && s.bytes) {
        throw Errors.typeError("cannot use a string pattern on a bytes-like object");
      }
      if (!text && !s.bytes) {
        throw Errors.typeError("cannot use a bytes pattern on a string-like object");
      }
    }
    int end = (int) Math.max(0, Math.min(endpos, s.length));
    int start = (int) Math.max(0, Math.min(pos, s.length));
    return new Matcher(program, s, start, end);
  }

  @Getter(value = "pattern", doc = "The pattern string from which the RE object was compiled.", member = true)
  static Object pattern(PyPattern self) {
    return self.pattern;
  }

  @Getter(value = "flags", doc = "The regex matching flags.", member = true)
  static Object flags(PyPattern self) {
    return Py.box(self.flags);
  }

  @Getter(value = "groups", doc = "The number of capturing groups in the pattern.", member = true)
  static Object groups(PyPattern self) {
    return Py.box(self.program.groups);
  }

  @Getter(value = "groupindex", doc = "A dictionary mapping group names to group numbers.")
  static Object groupindex(PyPattern self) {
    return new PyMappingProxy(self.groupIndex);
  }

  @Method(value = "__copy__(self, /)")
  static Object __copy__(PyPattern self) {
    return self;
  }

  @Method(value = "__deepcopy__(self, memo, /)")
  static Object __deepcopy__(PyPattern self, Object memo) {
    return self;
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyPattern self) {
    long h = Py.hash(self.pattern) ^ Arrays.hashCode(self.code) ^ self.flags;
    return h == -1 ? -2 : h;
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyPattern self, Object value) {
    return value instanceof PyPattern p ? (Object) self.same(p) : Py.NotImplemented;
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyPattern self, Object value) {
    return value instanceof PyPattern p ? (Object) !self.same(p) : Py.NotImplemented;
  }

  private boolean same(PyPattern p) {
    return this == p
        || flags == p.flags && PyStr.isStr(pattern) == PyStr.isStr(p.pattern) && Arrays.equals(code, p.code) && Py.eq(pattern, p.pattern);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyPattern self) {
    int f = self.flags;
    if (PyStr.isStr(self.pattern) && (f & (Opcodes.FLAG_LOCALE | Opcodes.FLAG_UNICODE | 256)) == Opcodes.FLAG_UNICODE) {
      f &= ~Opcodes.FLAG_UNICODE;
    }
    StringBuilder names = new StringBuilder();
    for (int bit = 1; bit < FLAG_NAMES.length; bit++) {
      if ((f >> bit & 1) != 0) {
        names.append(names.isEmpty() ? "" : "|").append("re.").append(FLAG_NAMES[bit]);
        f &= ~(1 << bit);
      }
    }
    if (f != 0) {
      names.append(names.isEmpty() ? "" : "|").append("0x").append(Integer.toHexString(f));
    }
    String text = Py.javaRepr(self.pattern);
    int end = text.codePointCount(0, text.length()) > 200 ? text.offsetByCodePoints(0, 200) : text.length();
    return Py.str("re.compile(" + text.substring(0, end) + (names.isEmpty() ? "" : ", " + names) + ")");
  }
}
