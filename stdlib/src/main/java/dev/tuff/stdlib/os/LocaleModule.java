package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;

/** The module {@code _locale}: the C locale, with UTF-8 as its encoding. There is no other. */
public final class LocaleModule {
  private static final PyType ERROR = PyType.builtin("locale.Error", Exceptions.Exception, PyType.BASE_LAYOUT, null);
  private static final String NUMBERS =
      "ABDAY_1 131072 ABDAY_2 131073 ABDAY_3 131074 ABDAY_4 131075 ABDAY_5 131076 ABDAY_6 131077 ABDAY_7 131078 ABMON_1 131086 ABMON_10 131095 "
          + "ABMON_11 131096 ABMON_12 131097 ABMON_2 131087 ABMON_3 131088 ABMON_4 131089 ABMON_5 131090 ABMON_6 131091 ABMON_7 131092 "
          + "ABMON_8 131093 ABMON_9 131094 ALT_DIGITS 131119 AM_STR 131110 CHAR_MAX 127 CODESET 14 CRNCYSTR 262159 DAY_1 131079 DAY_2 131080 "
          + "DAY_3 131081 DAY_4 131082 DAY_5 131083 DAY_6 131084 DAY_7 131085 D_FMT 131113 D_T_FMT 131112 ERA 131116 ERA_D_FMT 131118 "
          + "ERA_D_T_FMT 131120 ERA_T_FMT 131121 LC_ALL 6 LC_COLLATE 3 LC_CTYPE 0 LC_MESSAGES 5 LC_MONETARY 4 LC_NUMERIC 1 LC_TIME 2 "
          + "MON_1 131098 MON_10 131107 MON_11 131108 MON_12 131109 MON_2 131099 MON_3 131100 MON_4 131101 MON_5 131102 MON_6 131103 "
          + "MON_7 131104 MON_8 131105 MON_9 131106 NOEXPR 327681 PM_STR 131111 RADIXCHAR 65536 THOUSEP 65537 T_FMT 131114 T_FMT_AMPM 131115 "
          + "YESEXPR 327680 _DATE_FMT 131180";

  /** What {@code setlocale} was told last, by category. */
  private static final class Setting {
    final String[] names = {"C", "C", "C", "C", "C", "C"};
  }

  private LocaleModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_locale", new LocaleModuleTable());
    PosixConstants.define(NUMBERS, m.dict());
    m.set("Error", ERROR);
    Interpreter.current().state(Setting.class, Setting::new).names[0] = "C.UTF-8";
  }

  @Function(value = "setlocale(category, locale=None, /)", doc = "Sets or tells the locale: C, POSIX or C.UTF-8.")
  static Object setlocale(int category, Object locale, Interpreter interpreter) {
    if (category < 0 || category > 6) {
      throw Errors.make(ERROR, locale == Py.None ? "locale query failed" : "invalid locale category");
    }
    String[] names = interpreter.state(Setting.class, Setting::new).names;
    if (locale != Py.None) {
      String wanted = PyStr.java(locale);
      if (wanted.isEmpty()) {
        wanted = environment(interpreter);
      }
      if (wanted.startsWith("LC_CTYPE=")) {
        wanted = wanted.substring(9, wanted.indexOf(';'));
      }
      String lower = wanted.toLowerCase(java.util.Locale.ROOT);
      if (lower.equals("posix") || lower.equals("c")) {
        wanted = "C";
      } else if (lower.equals("c.utf-8") || lower.equals("c.utf8")) {
        wanted = "C.UTF-8";
      } else {
        throw Errors.make(ERROR, "unsupported locale setting");
      }
      for (int i = 0; i < names.length; i++) {
        if (category == 6 || category == i) {
          names[i] = wanted;
        }
      }
    }
    if (category < 6) {
      return names[category];
    }
    for (String n : names) {
      if (!n.equals(names[0])) {
        return "LC_CTYPE=" + names[0] + ";LC_NUMERIC=" + names[1] + ";LC_TIME=" + names[2] + ";LC_COLLATE=" + names[3] + ";LC_MONETARY=" + names[4]
            + ";LC_MESSAGES=" + names[5] + ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C";
      }
    }
    return names[0];
  }

  private static String environment(Interpreter interpreter) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String v = interpreter.host.environment().get(name);
      if (v != null && !v.isEmpty()) {
        return v.equals("C") || v.equals("POSIX") ? "C" : "C.UTF-8";
      }
    }
    return "C";
  }

  @Function(value = "localeconv()", doc = "How numbers and amounts are written.")
  static Object localeconv() {
    PyDict d = new PyDict();
    d.putStr("decimal_point", ".");
    d.putStr("thousands_sep", "");
    d.putStr("grouping", new PyList());
    for (String name : new String[] {"int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign", "negative_sign"}) {
      d.putStr(name, "");
    }
    d.putStr("mon_grouping", new PyList());
    for (String name : new String[] {"int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
        "p_sign_posn", "n_sign_posn"}) {
      d.putStr(name, Py.box(127));
    }
    return d;
  }

  @Function(value = "nl_langinfo(key, /)", doc = "A text of the locale.")
  static Object nl_langinfo(int key) {
    String[] days = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    String[] months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    int i = key - 131072;
    if (i >= 0 && i < 7) {
      return days[i].substring(0, 3);
    }
    if (i >= 7 && i < 14) {
      return days[i - 7];
    }
    if (i >= 14 && i < 26) {
      return months[i - 14].substring(0, 3);
    }
    if (i >= 26 && i < 38) {
      return months[i - 26];
    }
    return switch (key) {
      case 14 -> "UTF-8";
      case 131110 -> "AM";
      case 131111 -> "PM";
      case 131112 -> "%a %b %e %H:%M:%S %Y";
      case 131113 -> "%m/%d/%y";
      case 131114 -> "%H:%M:%S";
      case 131115 -> "%I:%M:%S %p";
      case 131180 -> "%a %b %e %H:%M:%S %Z %Y";
      case 65536 -> ".";
      case 262159 -> "-";
      case 327680 -> "^[yY]";
      case 327681 -> "^[nN]";
      case 65537, 131116, 131118, 131119, 131120, 131121 -> "";
      default -> throw Errors.valueError("unsupported langinfo constant");
    };
  }

  @Function("strcoll(os1, os2, /)")
  static long strcoll(Object a, Object b) {
    if (!PyStr.isStr(a) || !PyStr.isStr(b)) {
      throw Errors.typeError("strcoll() argument must be str, not " + Py.typeOf(PyStr.isStr(a) ? b : a).name());
    }
    int[] x = PyStr.java(a).codePoints().toArray();
    int[] y = PyStr.java(b).codePoints().toArray();
    return Integer.signum(java.util.Arrays.compare(x, y));
  }

  @Function("strxfrm(string, /)")
  static Object strxfrm(Object s) {
    if (!PyStr.isStr(s)) {
      throw Errors.typeError("strxfrm() argument must be str, not " + Py.typeOf(s).name());
    }
    if (PyStr.java(s).indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    return s;
  }

  @Function("getencoding()")
  static Object getencoding() {
    return "UTF-8";
  }

  // ---- the C library's own translations, of which there are none

  @Function("gettext(msg, /)")
  static Object gettext(Object message) {
    return message;
  }

  @Function("dgettext(domain, msg, /)")
  static Object dgettext(Object domain, Object message) {
    return message;
  }

  @Function("dcgettext(domain, msg, category, /)")
  static Object dcgettext(Object domain, Object message, int category) {
    return message;
  }

  @Function("textdomain(domain, /)")
  static Object textdomain(Object domain) {
    return domain == Py.None ? "messages" : domain;
  }

  @Function("bindtextdomain(domain, dir, /)")
  static Object bindtextdomain(Object domain, Object directory) {
    return directory;
  }

  @Function("bind_textdomain_codeset(domain, codeset, /)")
  static Object bind_textdomain_codeset(Object domain, Object codeset) {
    return codeset;
  }
}
