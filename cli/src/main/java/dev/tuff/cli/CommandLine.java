package dev.tuff.cli;

import dev.tuff.jit.JitOptions;
import dev.tuff.jit.JitSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user asked for: CPython's command line and the PYTHON* variables, read into plain values.
 *
 * <p>Letters may be run together ({@code -Bsc cmd}), an option's argument may follow in the same word ({@code -Wignore}), and the first
 * of {@code -c}, {@code -m}, {@code -} or a file name ends the options: all that follows is the program's. Values of the environment
 * count where the command line is silent; a flag that both set has the larger value, as in CPython. {@code -E} and {@code -I} shut the
 * environment out.
 */
final class CommandLine {
  /** What to run. */
  enum Action { COMMAND, MODULE, FILE, STDIN, HELP, HELP_ENVIRONMENT, HELP_IMPLEMENTATION, HELP_ALL, HELP_JIT, VERSION }

  /** A command line that makes no sense: the message for standard error; the exit code is 2. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message, null, false, false);
    }
  }

  /** A value that cannot be used, which CPython calls a fatal error of its configuration; the exit code is 1. */
  static final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
      super(message, null, false, false);
    }
  }

  Action action = Action.STDIN;
  /** The text of -c, the module of -m or the file's name. */
  String target;
  /** sys.argv: its first item is "-c", "-m", the file, "-" or "". */
  List<String> argv = new ArrayList<>();
  /** Options and program as given, for sys.orig_argv (less the executable). */
  List<String> original;

  int bytesWarning;
  int debug;
  int dontWriteBytecode;
  int ignoreEnvironment;
  int inspect;
  int interactive;
  int isolated;
  int noSite;
  int noUserSite;
  int optimize;
  int quiet;
  boolean safePath;
  boolean skipFirstLine;
  boolean devMode;

  /** How the JIT compiler is to behave. */
  JitSettings jit;
  int unbuffered;
  int utf8Mode = -1;
  int verbose;
  int versions;
  boolean warnDefaultEncoding;
  int intMaxStrDigits = 4300;
  /** -1: not given. */
  int gil = -1;
  int cpuCount = -1;
  int importTime;
  /** -R: the environment's seed does not count. */
  boolean randomHash;
  /** -1: random. */
  long hashSeed = -1;
  String checkHashBasedPycs = "default";
  String pycachePrefix;
  /** sys.warnoptions. */
  List<String> warnOptions = new ArrayList<>();
  /** sys._xoptions: the value is true where none was given. */
  Map<String, Object> implementation = new LinkedHashMap<>();

  private final Map<String, String> environment;

  private CommandLine(Map<String, String> environment) {
    this.environment = environment;
  }

  static CommandLine parse(String[] arguments, Map<String, String> environment) throws UsageException, ConfigurationException {
    CommandLine line = new CommandLine(environment);
    line.original = List.of(arguments);
    line.readOptions(arguments);
    line.readEnvironment();
    return line;
  }

  /** The variable, if the environment is asked at all and says something. */
  String variable(String name) {
    String value = ignoreEnvironment > 0 ? null : environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private void readOptions(String[] arguments) throws UsageException {
    int at = 0;
    while (at < arguments.length) {
      String word = arguments[at];
      if (word.equals("-") || !word.startsWith("-")) {
        break;
      }
      at++;
      if (word.equals("--")) {
        break;
      }
      if (word.startsWith("--")) {
        at = longOption(word.substring(2), arguments, at);
        continue;
      }
      for (int i = 1; i < word.length(); i++) {
        char letter = word.charAt(i);
        if (letter == '?') {
          letter = 'h';
        }
        Options.Option option = Options.letter(letter);
        if (option == null) {
          throw new UsageException("Unknown option: -" + word.charAt(i));
        }
        if (option.argument() == null) {
          flag(letter);
          continue;
        }
        String value;
        if (i + 1 < word.length()) {
          value = word.substring(i + 1);
        } else if (at < arguments.length) {
          value = arguments[at++];
        } else {
          throw new UsageException("Argument expected for the -" + letter + " option");
        }
        if (letter == 'c' || letter == 'm') {
          action = letter == 'c' ? Action.COMMAND : Action.MODULE;
          target = value;
          argv.add("-" + letter);
          argv.addAll(List.of(arguments).subList(at, arguments.length));
          return;
        }
        valued(letter, value);
        break;
      }
    }
    if (at == arguments.length) {
      argv.add("");
    } else {
      if (arguments[at].equals("-")) {
        action = switchTo(Action.STDIN);
      } else {
        action = switchTo(Action.FILE);
        target = arguments[at];
      }
      argv.addAll(List.of(arguments).subList(at, arguments.length));
    }
  }

  /** Help and version win over what is to run. */
  private Action switchTo(Action run) {
    return action == Action.STDIN ? run : action;
  }

  private int longOption(String name, String[] arguments, int at) throws UsageException {
    Options.Option option = Options.named(name);
    if (option == null) {
      throw new UsageException("Unknown option: --" + name);
    }
    switch (name) {
      case "help" -> flag('h');
      case "version" -> flag('V');
      case "help-env" -> action = Action.HELP_ENVIRONMENT;
      case "help-xoptions" -> action = Action.HELP_IMPLEMENTATION;
      case "help-all" -> action = Action.HELP_ALL;
      case "check-hash-based-pycs" -> {
        if (at == arguments.length) {
          throw new UsageException("Argument expected for the --check-hash-based-pycs options");
        }
        checkHashBasedPycs = arguments[at++];
        if (!List.of("always", "default", "never").contains(checkHashBasedPycs)) {
          throw new UsageException("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
        }
      }
      default -> throw new AssertionError("the table has an option that nothing reads: --" + name);
    }
    return at;
  }

  private void flag(char letter) {
    switch (letter) {
      case 'b' -> bytesWarning++;
      case 'B' -> dontWriteBytecode++;
      case 'd' -> debug++;
      case 'E' -> ignoreEnvironment++;
      case 'h' -> action = Action.HELP;
      case 'i' -> {
        inspect++;
        interactive++;
      }
      case 'I' -> {
        isolated++;
        ignoreEnvironment++;
        noUserSite++;
        safePath = true;
      }
      case 'O' -> optimize++;
      case 'P' -> safePath = true;
      case 'q' -> quiet++;
      case 'R' -> randomHash = true;
      case 's' -> noUserSite++;
      case 'S' -> noSite++;
      case 'u' -> unbuffered = 1;
      case 'v' -> verbose++;
      case 'V' -> {
        versions++;
        action = Action.VERSION;
      }
      case 'x' -> skipFirstLine = true;
      default -> throw new AssertionError("the table has an option that nothing reads: -" + letter);
    }
  }

  private void valued(char letter, String value) {
    if (letter == 'W') {
      warnOptions.add(value);
    } else {
      int equals = value.indexOf('=');
      implementation.put(equals < 0 ? value : value.substring(0, equals), equals < 0 ? (Object) true : value.substring(equals + 1));
    }
  }

  private void readEnvironment() throws ConfigurationException {
    debug = Math.max(debug, count("PYTHONDEBUG"));
    verbose = Math.max(verbose, count("PYTHONVERBOSE"));
    optimize = Math.max(optimize, count("PYTHONOPTIMIZE"));
    inspect = Math.max(inspect, count("PYTHONINSPECT"));
    dontWriteBytecode = Math.max(dontWriteBytecode, count("PYTHONDONTWRITEBYTECODE"));
    noUserSite = Math.max(noUserSite, count("PYTHONNOUSERSITE"));
    unbuffered = Math.max(unbuffered, count("PYTHONUNBUFFERED") > 0 ? 1 : 0);
    safePath |= variable("PYTHONSAFEPATH") != null;
    devMode = implementation.containsKey("dev") || count("PYTHONDEVMODE") > 0;
    warnDefaultEncoding = implementation.containsKey("warn_default_encoding") || count("PYTHONWARNDEFAULTENCODING") > 0;
    Object prefix = implementation.get("pycache_prefix");
    pycachePrefix = prefix == null ? variable("PYTHONPYCACHEPREFIX") : prefix instanceof String s && !s.isEmpty() ? s : null;
    readUtf8Mode();
    readDigits();
    readHashSeed();
    readCpuCount();
    readImportTime();
    readJit();
    gil = zeroOrOne("gil", "PYTHON_GIL", "config_read_gil: ", "PYTHON_GIL / -X gil must be \"0\" or \"1\"", null);
    zeroOrOne("tlbc", "PYTHON_TLBC", "config_init_tlbc: ", "-X tlbc=n: n is missing or invalid", "PYTHON_TLBC=N: N is missing or invalid");

    // sys.warnoptions: the weakest first, as a later filter stands before an earlier one
    List<String> warnings = new ArrayList<>();
    if (devMode) {
      warnings.add("default");
    }
    String listed = variable("PYTHONWARNINGS");
    if (listed != null) {
      warnings.addAll(List.of(listed.split(",")));
    }
    warnings.addAll(warnOptions);
    if (bytesWarning > 0) {
      warnings.add(bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
    }
    warnOptions = warnings;
  }

  /** A variable's number; 1 for one that is set but no number, as CPython has it. */
  private int count(String name) {
    String value = variable(name);
    if (value == null) {
      return 0;
    }
    try {
      int number = Integer.parseInt(value.strip());
      return number < 0 ? 1 : number;
    } catch (NumberFormatException word) {
      return 1;
    }
  }

  /** CPython's variable for its own JIT is 0 or 1. */
  private void readJit() throws ConfigurationException {
    Object option = implementation.get("jit");
    String value = option == null ? variable("PYTHON_JIT") : option.toString();
    // no "case null": it would make a switch by invokedynamic of this, a class to spin in each start
    String mode = value == null ? "on" : switch (value) {
      case "0", "off" -> "off";
      case "1", "on" -> "on";
      case "always" -> value;
      default -> throw new ConfigurationException("-X jit / PYTHON_JIT must be \"off\", \"on\" or \"always\"");
    };
    jit = JitSettings.of(mode);
    jit.delay = mode.equals("on") ? JitSettings.WARM_UP : 0;
    jit.refused = value != null && mode.equals("off");
    String dump = implementation.get("dump") instanceof String what ? what : "";
    jit.hir = dump.contains("hir") ? System.err : null;
    jit.classes = dump.contains("class") ? System.err : null;
    jit.log = implementation.containsKey("jit-log") ? System.err : null;
    try {
      Map<String, String> variables = ignoreEnvironment > 0 ? Map.of() : environment;
      if (JitSettings.hasOptions(implementation, variables)) {
        JitOptions.read(implementation, variables, jit);
      }
      action = jit.help ? Action.HELP_JIT : action;
    } catch (IllegalArgumentException mistake) {
      throw new ConfigurationException(mistake.getMessage());
    }
  }

  private void readUtf8Mode() throws ConfigurationException {
    Object option = implementation.get("utf8");
    String value = option instanceof String text ? text : variable("PYTHONUTF8");
    if (Boolean.TRUE.equals(option) || "1".equals(value)) {
      utf8Mode = 1;
    } else if ("0".equals(value)) {
      utf8Mode = 0;
    } else if (value != null) {
      throw new ConfigurationException("preconfig_init_utf8_mode: "
          + (option == null ? "invalid PYTHONUTF8 environment variable value" : "invalid -X utf8 option value"));
    }
  }

  private void readDigits() throws ConfigurationException {
    Object option = implementation.get("int_max_str_digits");
    String value = option == null ? variable("PYTHONINTMAXSTRDIGITS") : option.toString();
    if (value == null) {
      return;
    }
    try {
      intMaxStrDigits = Integer.parseInt(value);
    } catch (NumberFormatException word) {
      intMaxStrDigits = -1;
    }
    if (intMaxStrDigits != 0 && intMaxStrDigits < 640) {
      throw new ConfigurationException("config_init_int_max_str_digits: "
          + (option == null ? "PYTHONINTMAXSTRDIGITS: " : "-X int_max_str_digits: ")
          + "invalid limit; must be >= 640 or 0 for unlimited.");
    }
  }

  /** An option or variable that is 0 or 1; -1 if neither is given. */
  private int zeroOrOne(String option, String variable, String where, String badOption, String badVariable) throws ConfigurationException {
    Object given = implementation.get(option);
    String value = given == null ? variable(variable) : given.toString();
    if (value == null) {
      return -1;
    }
    if (!value.equals("0") && !value.equals("1")) {
      throw new ConfigurationException(where + (given == null && badVariable != null ? badVariable : badOption));
    }
    return value.charAt(0) - '0';
  }

  private void readCpuCount() throws ConfigurationException {
    Object given = implementation.get("cpu_count");
    String value = given == null ? variable("PYTHON_CPU_COUNT") : given.toString();
    if (value == null || value.equals("default")) {
      return;
    }
    try {
      cpuCount = Integer.parseInt(value);
    } catch (NumberFormatException word) {
      cpuCount = -1;
    }
    if (cpuCount < 1) {
      throw new ConfigurationException("config_init_cpu_count: " + (given == null
          ? "PYTHON_CPU_COUNT=<N>: N is invalid, N must be greater than 0"
          : "-X cpu_count=<n> option: n is missing or an invalid number, n must be greater than 0"));
    }
  }

  private void readImportTime() throws ConfigurationException {
    Object given = implementation.get("importtime");
    String value = given == null ? variable("PYTHONPROFILEIMPORTTIME") : given.toString();
    if (value == null) {
      return;
    }
    try {
      importTime = Integer.parseInt(value);
    } catch (NumberFormatException word) {
      importTime = 1;
    }
    if (given != null && (importTime < 0 || importTime > 2)) {
      throw new ConfigurationException("config_init_import_time: -X importtime: values other than 1 and 2 are reserved for future use.");
    }
  }

  private void readHashSeed() throws ConfigurationException {
    String value = variable("PYTHONHASHSEED");
    if (randomHash || value == null || value.equals("random")) {
      return;
    }
    try {
      hashSeed = Long.parseLong(value);
    } catch (NumberFormatException word) {
      hashSeed = -1;
    }
    if (hashSeed < 0 || hashSeed > 0xFFFF_FFFFL) {
      throw new ConfigurationException(
          "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]");
    }
  }
}
