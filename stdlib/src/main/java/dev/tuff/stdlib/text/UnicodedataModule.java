package dev.tuff.stdlib.text;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.UnicodeTables;
import dev.tuff.syntax.UnicodeNames;
import java.text.Normalizer;
import java.util.Locale;

/** {@code unicodedata}: the Unicode Character Database, version 16.0.0, and as {@code ucd_3_2_0} version 3.2.0. */
public final class UnicodedataModule {
  private static final UnicodeDatabase NOW = new UnicodeDatabase(false);

  private UnicodedataModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "unicodedata", new UnicodedataModuleTable());
    m.set("__doc__", "Access to the Unicode Character Database, version 16.0.0.");
    m.set("unidata_version", "16.0.0");
    m.set("UCD", Ucd.TYPE);
    m.set("ucd_3_2_0", new Ucd());
  }

  // ---- what functions and methods do

  /** The one argument of a function that takes only a character. */
  private static int only(Object o, String function) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(function + "() argument must be a unicode character, not " + (o == Py.None ? "None" : Py.typeOf(o).name()));
    }
    int n = PyStr.length(o);
    if (n != 1) {
      throw Errors.typeError(function + "(): argument must be a unicode character, not a string of length " + n);
    }
    return PyStr.pointAt(o, 0);
  }

  /** The first of several arguments. */
  private static int first(Object o, String function) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(function + "() argument 1 must be a unicode character, not " + (o == Py.None ? "None" : Py.typeOf(o).name()));
    }
    int n = PyStr.length(o);
    if (n != 1) {
      throw Errors.typeError(function + "(): argument 1 must be a unicode character, not a string of length " + n);
    }
    return PyStr.pointAt(o, 0);
  }

  private static Object orDefault(Object value, Object fallback, String message) {
    if (value != null) {
      return value;
    }
    if (fallback != null) {
      return fallback;
    }
    throw Errors.valueError(message);
  }

  private static Object decimalOf(UnicodeDatabase db, Object chr, Object fallback) {
    int v = db.decimal(first(chr, "decimal"));
    return orDefault(v < 0 ? null : Py.box(v), fallback, "not a decimal");
  }

  private static Object digitOf(Object chr, Object fallback) {
    int v = UnicodeDatabase.digit(first(chr, "digit"));
    return orDefault(v < 0 ? null : Py.box(v), fallback, "not a digit");
  }

  private static Object numericOf(UnicodeDatabase db, Object chr, Object fallback) {
    double v = db.numeric(first(chr, "numeric"));
    return orDefault(Double.isNaN(v) ? null : (Object) v, fallback, "not a numeric character");
  }

  private static Object nameOf(UnicodeDatabase db, Object chr, Object fallback) {
    int c = first(chr, "name");
    return orDefault(db.isMissing(c) ? null : UnicodeNames.name(c), fallback, "no such name");
  }

  private static Object lookupOf(UnicodeDatabase db, Object name) {
    if (!PyStr.isStr(name)) {
      throw Errors.typeError("a bytes-like object is required, not '" + Py.typeOf(name).name() + "'");
    }
    String s = PyStr.java(name);
    if (s.length() > 256) {
      throw Errors.keyError("name too long");
    }
    int c = UnicodeNames.lookup(s);
    if (c >= 0 && !db.isMissing(c)) {
      return PyStr.ofPoint(c);
    }
    String sequence = c < 0 && !db.isOld() ? UnicodeTables.sequence(s.toUpperCase(Locale.ROOT)) : null;
    if (sequence != null) {
      return Py.str(sequence);
    }
    throw Errors.keyError(Py.str("undefined character name '" + s + "'"));
  }

  private static Normalizer.Form form(Object form, String function) {
    text(form, function, 1);
    return switch (PyStr.java(form)) {
      case "NFC" -> Normalizer.Form.NFC;
      case "NFD" -> Normalizer.Form.NFD;
      case "NFKC" -> Normalizer.Form.NFKC;
      case "NFKD" -> Normalizer.Form.NFKD;
      default -> throw invalidForm();
    };
  }

  private static PyException invalidForm() {
    return Errors.valueError("invalid normalization form");
  }

  private static Object text(Object o, String function, int argument) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(function + "() argument " + argument + " must be str, not " + (o == Py.None ? "None" : Py.typeOf(o).name()));
    }
    return PyStr.value(o);
  }

  private static Object normalizeOf(UnicodeDatabase db, Object form, Object unistr) {
    text(form, "normalize", 1);
    Object v = text(unistr, "normalize", 2);
    return PyStr.length(v) == 0 ? v : db.normalize(form(form, "normalize"), v);
  }

  private static boolean isNormalizedOf(UnicodeDatabase db, Object form, Object unistr) {
    text(form, "is_normalized", 1);
    Object v = text(unistr, "is_normalized", 2);
    return PyStr.length(v) == 0 || PyStr.equal(db.normalize(form(form, "is_normalized"), v), v);
  }

  @Function(value = "category(chr, /)", doc = "Return the general category of a character.")
  static Object category(Object chr) {
    return NOW.category(only(chr, "category"));
  }

  @Function(value = "bidirectional(chr, /)", doc = "Return the bidirectional class of a character.")
  static Object bidirectional(Object chr) {
    return NOW.bidirectional(only(chr, "bidirectional"));
  }

  @Function(value = "combining(chr, /)", doc = "Return the canonical combining class of a character; 0 for none.")
  static long combining(Object chr) {
    return NOW.combining(only(chr, "combining"));
  }

  @Function(value = "mirrored(chr, /)", doc = "Return 1 if a character is mirrored in right-to-left text, else 0.")
  static long mirrored(Object chr) {
    return NOW.mirrored(only(chr, "mirrored"));
  }

  @Function(value = "east_asian_width(chr, /)", doc = "Return the East Asian width of a character.")
  static Object eastAsianWidth(Object chr) {
    return NOW.width(only(chr, "east_asian_width"));
  }

  @Function(value = "decomposition(chr, /)", doc = "Return the decomposition of a character as tag and numbers; empty for none.")
  static Object decomposition(Object chr) {
    return NOW.decomposition(only(chr, "decomposition"));
  }

  @Function(value = "decimal(chr, default=<null>, /)", doc = "Return the value of a decimal digit.")
  static Object decimal(Object chr, Object fallback) {
    return decimalOf(NOW, chr, fallback);
  }

  @Function(value = "digit(chr, default=<null>, /)", doc = "Return the value of a digit.")
  static Object digit(Object chr, Object fallback) {
    return digitOf(chr, fallback);
  }

  @Function(value = "numeric(chr, default=<null>, /)", doc = "Return the numeric value of a character.")
  static Object numeric(Object chr, Object fallback) {
    return numericOf(NOW, chr, fallback);
  }

  @Function(value = "name(chr, default=<null>, /)", doc = "Return the name of a character.")
  static Object name(Object chr, Object fallback) {
    return nameOf(NOW, chr, fallback);
  }

  @Function(value = "lookup(name, /)", doc = "Return the character, or the sequence of characters, that has a name.")
  static Object lookup(Object name) {
    return lookupOf(NOW, name);
  }

  @Function(value = "normalize(form, unistr, /)", doc = "Return the normal form NFC, NFD, NFKC or NFKD of a text.")
  static Object normalize(Object form, Object unistr) {
    return normalizeOf(NOW, form, unistr);
  }

  @Function(value = "is_normalized(form, unistr, /)", doc = "Return whether a text is in normal form NFC, NFD, NFKC or NFKD.")
  static boolean isNormalized(Object form, Object unistr) {
    return isNormalizedOf(NOW, form, unistr);
  }

  /** {@code unicodedata.UCD}: the database of version 3.2.0, with the module's functions as methods. */
  static final class Ucd extends PyObject {
    static final PyType TYPE = PyType.builtin("unicodedata.UCD", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        new UnicodedataModuleUcdTable());

    private final UnicodeDatabase database = new UnicodeDatabase(true);

    private Ucd() {
      super(TYPE);
    }

    @Getter(value = "unidata_version", member = true)
    static Object unidataVersion(Ucd self) {
      return "3.2.0";
    }

    @Method(value = "category(self, chr, /)", doc = "Return the general category of a character.")
    static Object category(Ucd self, Object chr) {
      return self.database.category(only(chr, "category"));
    }

    @Method(value = "bidirectional(self, chr, /)", doc = "Return the bidirectional class of a character.")
    static Object bidirectional(Ucd self, Object chr) {
      return self.database.bidirectional(only(chr, "bidirectional"));
    }

    @Method(value = "combining(self, chr, /)", doc = "Return the canonical combining class of a character; 0 for none.")
    static long combining(Ucd self, Object chr) {
      return self.database.combining(only(chr, "combining"));
    }

    @Method(value = "mirrored(self, chr, /)", doc = "Return 1 if a character is mirrored in right-to-left text, else 0.")
    static long mirrored(Ucd self, Object chr) {
      return self.database.mirrored(only(chr, "mirrored"));
    }

    @Method(value = "east_asian_width(self, chr, /)", doc = "Return the East Asian width of a character.")
    static Object eastAsianWidth(Ucd self, Object chr) {
      return self.database.width(only(chr, "east_asian_width"));
    }

    @Method(value = "decomposition(self, chr, /)", doc = "Return the decomposition of a character as tag and numbers; empty for none.")
    static Object decomposition(Ucd self, Object chr) {
      return self.database.decomposition(only(chr, "decomposition"));
    }

    @Method(value = "decimal(self, chr, default=<null>, /)", doc = "Return the value of a decimal digit.")
    static Object decimal(Ucd self, Object chr, Object fallback) {
      return decimalOf(self.database, chr, fallback);
    }

    @Method(value = "digit(self, chr, default=<null>, /)", doc = "Return the value of a digit.")
    static Object digit(Ucd self, Object chr, Object fallback) {
      return digitOf(chr, fallback);
    }

    @Method(value = "numeric(self, chr, default=<null>, /)", doc = "Return the numeric value of a character.")
    static Object numeric(Ucd self, Object chr, Object fallback) {
      return numericOf(self.database, chr, fallback);
    }

    @Method(value = "name(self, chr, default=<null>, /)", doc = "Return the name of a character.")
    static Object name(Ucd self, Object chr, Object fallback) {
      return nameOf(self.database, chr, fallback);
    }

    @Method(value = "lookup(self, name, /)", doc = "Return the character, or the sequence of characters, that has a name.")
    static Object lookup(Ucd self, Object name) {
      return lookupOf(self.database, name);
    }

    @Method(value = "normalize(self, form, unistr, /)", doc = "Return the normal form NFC, NFD, NFKC or NFKD of a text.")
    static Object normalize(Ucd self, Object form, Object unistr) {
      return normalizeOf(self.database, form, unistr);
    }

    @Method(value = "is_normalized(self, form, unistr, /)", doc = "Return whether a text is in normal form NFC, NFD, NFKC or NFKD.")
    static boolean isNormalized(Ucd self, Object form, Object unistr) {
      return isNormalizedOf(self.database, form, unistr);
    }
  }
}
