package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.module.Settings;
import dev.tuff.host.Host;
import dev.tuff.jit.api.JitModules;
import dev.tuff.stdlib.StandardInterpreter;
import dev.tuff.typed.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the command line to an interpreter with its host and library, and to the settings that it starts with. */
final class InterpreterSetup {
  private InterpreterSetup() {}

  static Interpreter create(CommandLine line, Host host) {
    Interpreter interpreter = StandardInterpreter.create(host, System.getProperty("tuff.library"));
    Typed.install(interpreter);
    interpreter.optimize = Math.min(line.optimize, 2);
    interpreter.bytesWarning = line.bytesWarning;
    String lines = line.variable("PYTHONNODEBUGRANGES");
    interpreter.noDebugRanges = line.implementation.containsKey("no_debug_ranges") || lines != null && !lines.isEmpty();
    interpreter.ignoreEnvironment = line.ignoreEnvironment > 0;
    interpreter.intMaxStrDigits = line.intMaxStrDigits;
    interpreter.cpuCount = line.cpuCount;
    interpreter.importTime = line.importTime;
    JitModules.install(interpreter, line.jit);
    if (line.hashSeed >= 0) {
      StandardInterpreter.setHashKey(interpreter, seeded((int) line.hashSeed));
    }
    return interpreter;
  }

  /** CPython's generator for a fixed PYTHONHASHSEED, so that hashes are the same there and here; 0 is a key of zeros. */
  private static byte[] seeded(int seed) {
    byte[] key = new byte[16];
    int x = seed;
    for (int i = 0; seed > 0 && i < key.length; i++) {
      x = x * 214013 + 2531011;
      key[i] = (byte) (x >>> 16);
    }
    return key;
  }

  static Settings settings(CommandLine line, String executable) {
    Map<String, Integer> flags = new HashMap<>();
    flags.put("debug", line.debug > 0 ? 1 : 0);
    flags.put("inspect", line.inspect);
    flags.put("interactive", line.interactive);
    flags.put("dont_write_bytecode", line.dontWriteBytecode > 0 ? 1 : 0);
    flags.put("no_user_site", line.noUserSite > 0 ? 1 : 0);
    flags.put("no_site", line.noSite > 0 ? 1 : 0);
    flags.put("ignore_environment", line.ignoreEnvironment > 0 ? 1 : 0);
    flags.put("verbose", line.verbose);
    flags.put("bytes_warning", line.bytesWarning);
    flags.put("quiet", line.quiet > 0 ? 1 : 0);
    if (line.gil >= 0) {
      flags.put("gil", line.gil);
    }
    flags.put("hash_randomization", line.hashSeed == 0 ? 0 : 1);
    flags.put("isolated", line.isolated > 0 ? 1 : 0);
    flags.put("dev_mode", line.devMode ? 1 : 0);
    flags.put("utf8_mode", Math.max(line.utf8Mode, 0));
    flags.put("warn_default_encoding", line.warnDefaultEncoding ? 1 : 0);
    flags.put("safe_path", line.safePath ? 1 : 0);
    flags.put("unbuffered", line.unbuffered);
    List<String> path = new ArrayList<>();
    String given = line.variable("PYTHONPATH");
    if (given != null) {
      path.addAll(List.of(given.split(":", -1)));
    }
    List<String> original = new ArrayList<>();
    original.add(executable);
    original.addAll(line.original);
    return new Settings(line.argv, original, executable, path, line.warnOptions, line.implementation, line.pycachePrefix, flags);
  }
}
