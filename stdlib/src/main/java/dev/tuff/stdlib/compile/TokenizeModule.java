package dev.tuff.stdlib.compile;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.TokenInfo;
import dev.tuff.syntax.TokenStream;
import java.util.ArrayList;
import java.util.List;

/** {@code _tokenize}: the compiler's tokenizer as an iterator. */
public final class TokenizeModule {
  private static final String FILE = "<string>";

  private TokenizeModule() {}

  public static void init(PyModule m) {
    m.set("TokenizerIter", Tokens.TYPE);
  }

  /** {@code TokenizerIter(readline, /, *, encoding=None, extra_tokens)}. The source is read to its end at the first step. */
  public static final class Tokens extends PyIterator {
    static final PyType TYPE = PyType.builtin("_tokenize.TokenizerIter", PyType.OBJECT, 0, null, IteratorMethods.table(),
        new TokenizeModuleTokensTable());

    private final Object readline;
    private final Object encoding;
    private final boolean extra;
    private TokenStream stream;
    private boolean done;

    private Tokens(PyType type, Object readline, Object encoding, boolean extra) {
      super(type);
      this.readline = readline;
      this.encoding = encoding;
      this.extra = extra;
    }

    @New("tokenizeriter(readline, /, *, encoding=<null>, extra_tokens)")
    static Object __new__(PyType cls, Object readline, Object encoding, boolean extra) {
      return new Tokens(cls, readline, encoding == Py.None ? null : encoding, extra);
    }

    private List<String> readAll() {
      List<String> lines = new ArrayList<>();
      while (true) {
        Object line;
        try {
          line = Call.call(readline);
        } catch (PyException e) {
          if (e.is(Exceptions.StopIteration)) {
            return lines;
          }
          throw e;
        }
        String text = decode(line);
        if (text.isEmpty()) {
          return lines;
        }
        lines.add(text);
      }
    }

    private String decode(Object line) {
      if (encoding == null) {
        if (!PyStr.isStr(line)) {
          throw Errors.typeError("readline() returned a non-string object");
        }
        return PyStr.java(line);
      }
      if (Buffers.find(line) == null) {
        throw Errors.typeError("readline() returned a non-bytes object");
      }
      return Py.javaString(Call.attribute(line, "decode", encoding, "replace"));
    }

    @Override
    public Object next() {
      if (done) {
        return null;
      }
      try {
        if (stream == null) {
          stream = TokenStream.ofLines(readAll(), FILE, extra);
        }
        TokenInfo t = stream.next();
        if (t == null) {
          done = true;
          return null;
        }
        return PyTuple.of(Py.box(t.type()), Py.str(t.string()), PyTuple.of(Py.box(t.line()), Py.box(t.column())),
            PyTuple.of(Py.box(t.endLine()), Py.box(t.endColumn())), Py.str(t.lineText()));
      } catch (SyntaxError e) {
        done = true;
        throw Compilation.raise(e, FILE);
      }
    }
  }
}
