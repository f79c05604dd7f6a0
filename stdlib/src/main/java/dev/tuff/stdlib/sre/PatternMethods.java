package dev.tuff.stdlib.sre;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/** Matching, searching and splitting with a pattern; substitution is in {@link Substitution}. */
final class PatternMethods {
  private PatternMethods() {}

  @Method(value = "match(self, /, string, pos=0, endpos=sys.maxsize)", doc = "Matches zero or more characters at the beginning of the string.")
  static Object match(PyPattern self, Object string, long pos, long endpos) {
    Matcher m = self.matcher(string, pos, endpos);
    int start = m.start;
    return m.match(false) ? new PyMatch(self, m, start) : Py.None;
  }

  @Method(value = "fullmatch(self, /, string, pos=0, endpos=sys.maxsize)", doc = "Matches against all of the string.")
  static Object fullmatch(PyPattern self, Object string, long pos, long endpos) {
    Matcher m = self.matcher(string, pos, endpos);
    int start = m.start;
    return m.match(true) ? new PyMatch(self, m, start) : Py.None;
  }

  @Method(value = "search(self, /, string, pos=0, endpos=sys.maxsize)",
      doc = "Scan through string looking for a match, and return a corresponding match object instance.\n\n"
          + "Return None if no position in the string matches.")
  static Object search(PyPattern self, Object string, long pos, long endpos) {
    Matcher m = self.matcher(string, pos, endpos);
    int start = m.start;
    return m.search() ? new PyMatch(self, m, start) : Py.None;
  }

  @Method(value = "findall(self, /, string, pos=0, endpos=sys.maxsize)", doc = "Return a list of all non-overlapping matches of pattern in string.")
  static Object findall(PyPattern self, Object string, long pos, long endpos) {
    Matcher m = self.matcher(string, pos, endpos);
    Subject s = m.subject();
    PyList out = new PyList();
    int groups = self.program.groups;
    while (m.search()) {
      if (groups == 0) {
        out.add(s.slice(m.matchStart, m.matchEnd));
      } else if (groups == 1) {
        out.add(group(m, s, 0));
      } else {
        Object[] all = new Object[groups];
        for (int g = 0; g < groups; g++) {
          all[g] = group(m, s, g);
        }
        out.add(PyTuple.of(all));
      }
      m.advance();
    }
    return out;
  }

  /** Group {@code g}, from 0; empty if it took no part. */
  private static Object group(Matcher m, Subject s, int g) {
    int from = m.registers[2 * g];
    int to = m.registers[2 * g + 1];
    return from < 0 || to < 0 ? s.slice(0, 0) : s.slice(from, to);
  }

  @Method(value = "split(self, /, string, maxsplit=0)", doc = "Split string by the occurrences of pattern.")
  static Object split(PyPattern self, Object string, long maxsplit) {
    Matcher m = self.matcher(string, 0, Long.MAX_VALUE);
    Subject s = m.subject();
    PyList out = new PyList();
    int last = 0;
    for (long n = 0; (maxsplit == 0 || n < maxsplit) && m.search(); n++) {
      out.add(s.slice(last, m.matchStart));
      for (int g = 0; g < self.program.groups; g++) {
        int from = m.registers[2 * g];
        int to = m.registers[2 * g + 1];
        out.add(from < 0 || to < 0 ? Py.None : s.slice(from, to));
      }
      last = m.matchEnd;
      m.advance();
    }
    out.add(s.slice(last, m.end));
    return out;
  }

  @Method(value = "finditer(self, /, string, pos=0, endpos=sys.maxsize)",
      doc = "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\n"
          + "For each match, the iterator returns a match object.")
  static Object finditer(PyPattern self, Object string, long pos, long endpos) {
    return new PyMatchIterator(self, self.matcher(string, pos, endpos));
  }

  @Method(value = "scanner(self, /, string, pos=0, endpos=sys.maxsize)")
  static Object scanner(PyPattern self, Object string, long pos, long endpos) {
    return new PyScanner(self, self.matcher(string, pos, endpos));
  }

  @Method(value = "sub(self, /, repl, string, count=0)",
      doc = "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by repl.")
  static Object sub(PyPattern self, Object repl, Object string, long count) {
    return new Substitution(self, repl, string).run(count).result();
  }

  @Method(value = "subn(self, /, repl, string, count=0)", doc = "Return the tuple (new_string, number_of_subs_made), as sub makes them.")
  static Object subn(PyPattern self, Object repl, Object string, long count) {
    Substitution s = new Substitution(self, repl, string).run(count);
    return Py.tuple(s.result(), Py.box(s.count()));
  }
}
