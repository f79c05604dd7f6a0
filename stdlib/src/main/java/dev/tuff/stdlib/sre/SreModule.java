package dev.tuff.stdlib.sre;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;

/** {@code _sre}: what the {@code re} package needs of native code. */
public final class SreModule {
  private SreModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_sre", new SreModuleTable());
    m.set("MAGIC", Py.box(Opcodes.MAGIC));
    m.set("CODESIZE", Py.box(4));
    m.set("MAXREPEAT", Py.box(0xFFFFFFFFL));
    m.set("MAXGROUPS", Py.box(0x3FFFFFFFL));
    m.set("copyright", " SRE 2.2.2, rewritten in Java ");
  }

  @Function(value = "compile(pattern, flags, code, groups, groupindex, indexgroup)", doc = "Make a pattern of compiled code.")
  static Object compile(Object pattern, int flags, PyList code, long groups, PyDict groupindex, PyTuple indexgroup) {
    int[] words = new int[code.size()];
    for (int i = 0; i < words.length; i++) {
      Object w = code.get(i);
      long v = w instanceof Long l ? l : Convert.toLong(PyInt.index(w));
      if (v < 0 || v > 0xFFFFFFFFL) {
        throw Errors.overflowError("regular expression code size limit exceeded");
      }
      words[i] = (int) v;
    }
    Program program;
    try {
      if (words.length == 0 || words[words.length - 1] != Opcodes.SUCCESS) {
        throw Errors.runtimeError("invalid SRE code");
      }
      program = Translator.translate(words, (int) groups);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw Errors.runtimeError("invalid SRE code");
    }
    return new PyPattern(pattern, flags, words, program, groupindex, indexgroup);
  }

  @Function(value = "template(pattern, template, /)",
      doc = "Make a template of a list of literals and group numbers, in turn.")
  static Object template(PyPattern pattern, PyList template) {
    int n = template.size();
    if ((n & 1) == 0) {
      throw Errors.typeError("invalid template");
    }
    Object[] literals = new Object[n / 2 + 1];
    int[] groups = new int[n / 2];
    for (int i = 0; i < n; i++) {
      if ((i & 1) == 0) {
        literals[i / 2] = template.get(i);
      } else {
        long g = Convert.toLong(template.get(i));
        if (g < 0) {
          throw Errors.typeError("invalid template");
        }
        groups[i / 2] = (int) g;
      }
    }
    return new PySreTemplate(literals, groups);
  }

  @Function(value = "getcodesize()", doc = "The size of a word of code, in bytes.")
  static long getcodesize() {
    return 4;
  }

  @Function(value = "ascii_iscased(character, /)", doc = "Whether an ASCII character has case.")
  static boolean ascii_iscased(int c) {
    return Characters.asciiCased(c);
  }

  @Function(value = "unicode_iscased(character, /)", doc = "Whether a character has case.")
  static boolean unicode_iscased(int c) {
    return Characters.cased(c);
  }

  @Function(value = "ascii_tolower(character, /)", doc = "The lower case of an ASCII character.")
  static long ascii_tolower(int c) {
    return Characters.asciiLower(c);
  }

  @Function(value = "unicode_tolower(character, /)", doc = "The lower case of a character.")
  static long unicode_tolower(int c) {
    return Characters.lower(c);
  }

}
