package dev.tuff.stdlib.sre;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.text.PyStr;

/** One {@code sub} or {@code subn}: the replacement is a callable, a literal, or a template with groups. */
final class Substitution {
  private final PyPattern pattern;
  private final Object string;
  private final Object function;
  private Object literal;
  private PySreTemplate template;
  private Object result;
  private long count;

  Substitution(PyPattern pattern, Object repl, Object string) {
    this.pattern = pattern;
    this.string = string;
    if (repl instanceof PyObject o && !PyStr.isStr(repl) && o.type().slot(Special.CALL) != null) {
      function = repl;
      return;
    }
    function = null;
    if (repl instanceof String s && s.indexOf('\\') < 0) {
      literal = repl;
      return;
    }
    if (!PyStr.isStr(repl) && !(repl instanceof PyBytes) && Buffers.supports(repl)) {
      // a template is cached by its text, which has to be hashable
      repl = new PyBytes(Buffers.bytes(repl));
    }
    template = template(pattern, repl);
    literal = template.literal();
  }

  /** {@code re._compile_template(pattern, repl)}. */
  static PySreTemplate template(PyPattern pattern, Object repl) {
    Object re = Interpreter.current().importModule("re");
    Object made = Call.attribute(re, "_compile_template", pattern, repl);
    if (made instanceof PySreTemplate t) {
      return t;
    }
    throw Errors.runtimeError("the result of compiling a replacement string is " + Py.typeOf(made).name() + ", not re.Template");
  }

  Substitution run(long max) {
    Matcher m = pattern.matcher(string, 0, Long.MAX_VALUE);
    Subject s = m.subject();
    Pieces out = null;
    int last = 0;
    while ((max == 0 || count < max) && m.search()) {
      if (out == null) {
        out = new Pieces(s.bytes);
      }
      out.add(s, last, m.matchStart);
      if (literal != null) {
        out.add(literal);
      } else if (template != null) {
        template.expand(s, m.spans(), out);
      } else {
        Object r = Call.call(function, new PyMatch(pattern, m, 0));
        if (r != Py.None) {
          out.add(r);
        }
      }
      last = m.matchEnd;
      count++;
      m.advance();
    }
    if (out == null) {
      result = s.slice(0, s.length);
    } else {
      out.add(s, last, s.length);
      result = out.build();
    }
    return this;
  }

  Object result() {
    return result;
  }

  long count() {
    return count;
  }
}
