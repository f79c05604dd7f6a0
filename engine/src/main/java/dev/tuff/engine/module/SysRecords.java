package dev.tuff.engine.module;

import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Interpreter;
import java.util.HashMap;
import java.util.Map;

/** The struct sequence types of {@code sys}, one set for each interpreter. */
final class SysRecords {
  private static final String[][] FIELDS = {
    {"version_info", "major", "minor", "micro", "releaselevel", "serial"},
    {"flags", "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose",
      "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path",
      "int_max_str_digits", "gil", "thread_inherit_context", "context_aware_warnings"},
    {"float_info", "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"},
    {"int_info", "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"},
    {"hash_info", "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"},
    {"thread_info", "name", "lock", "version"},
    {"asyncgen_hooks", "firstiter", "finalizer"},
  };

  private final Map<String, StructSequence> kinds = new HashMap<>();

  private SysRecords() {
    for (String[] f : FIELDS) {
      String[] names = java.util.Arrays.copyOfRange(f, 1, f.length);
      // the last three of flags are attributes only
      int visible = f[0].equals("flags") ? names.length - 3 : names.length;
      kinds.put(f[0], new StructSequence("sys." + f[0], "sys." + f[0], visible, false, names));
    }
  }

  static Object of(Interpreter interpreter, String name, Object... values) {
    return interpreter.state(SysRecords.class, SysRecords::new).kinds.get(name).of(values);
  }
}
