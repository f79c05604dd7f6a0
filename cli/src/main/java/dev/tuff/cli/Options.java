package dev.tuff.cli;

import java.util.List;

/**
 * The one table of what the command line and the environment can say: every option, environment variable and -X option with its help
 * text. {@code -h}, {@code --help-env}, {@code --help-xoptions} and {@code --help-all} print it; {@link CommandLine} reads arguments
 * by it.
 *
 * <p>Letters and meanings are CPython 3.14's; the descriptions are Tuff's own.
 */
final class Options {
  private Options() {}

  /** A command-line option: the letter or long name without dashes, the name of its argument or null, and what it does. */
  record Option(String name, String argument, String help) {
    String shown() {
      String dashed = name.length() == 1 ? "-" + name : "--" + name;
      return argument == null ? dashed : dashed + " " + argument;
    }
  }

  /** An environment variable or -X option. */
  record Named(String name, String help) {}

  static final List<Option> COMMAND_LINE = List.of(
      new Option("b", null, "warn about str(bytes), bytes compared with str or int; -bb: make them errors"),
      new Option("B", null, "do not write compiled files on import; also PYTHONDONTWRITEBYTECODE=x"),
      new Option("c", "cmd", "run the program given as text (ends the options)"),
      new Option("d", null, "accepted, does nothing: there is no parser to debug; also PYTHONDEBUG=x"),
      new Option("E", null, "ignore the PYTHON* environment variables"),
      new Option("h", null, "print this help and exit (also -? and --help)"),
      new Option("i", null, "go on interactively after the program; also PYTHONINSPECT=x"),
      new Option("I", null, "isolate from the user's environment (implies -E, -P and -s)"),
      new Option("m", "mod", "run a library module as the program (ends the options)"),
      new Option("O", null, "leave out assert statements and __debug__ code; also PYTHONOPTIMIZE=x"),
      new Option("OO", null, "-O, and leave out docstrings"),
      new Option("P", null, "do not put a potentially unsafe folder before sys.path; also PYTHONSAFEPATH"),
      new Option("q", null, "no version and copyright lines at an interactive start"),
      new Option("R", null, "hashes of str and bytes are random, whatever PYTHONHASHSEED says"),
      new Option("s", null, "leave the user's site folder out of sys.path; also PYTHONNOUSERSITE=x"),
      new Option("S", null, "do not import site at start"),
      new Option("u", null, "do not buffer standard output and error; also PYTHONUNBUFFERED=x"),
      new Option("v", null, "say what is imported from where; -vv: more; also PYTHONVERBOSE=x"),
      new Option("V", null, "print the version and exit (also --version); twice: more of it"),
      new Option("W", "arg", "warning control, action:message:category:module:lineno; also PYTHONWARNINGS=arg"),
      new Option("x", null, "skip the first line of the source"),
      new Option("X", "opt", "an option of this implementation, see --help-xoptions"),
      new Option("check-hash-based-pycs", "always|default|never", "how hash-based compiled files are checked"),
      new Option("help-env", null, "print help about environment variables and exit"),
      new Option("help-xoptions", null, "print help about -X options and exit"),
      new Option("help-all", null, "print all help and exit"),
      new Option("help", null, "as -h"),
      new Option("version", null, "as -V"));

  static final List<Named> ENVIRONMENT = List.of(
      new Named("PYTHONASYNCIODEBUG", "asyncio's debug mode"),
      new Named("PYTHON_BASIC_REPL", "the plain line-reading REPL"),
      new Named("PYTHONBREAKPOINT", "what breakpoint() calls; 0: nothing"),
      new Named("PYTHON_COLORS", "1: colour in the output, 0: none"),
      new Named("PYTHONDEBUG", "as -d"),
      new Named("PYTHONDEVMODE", "as -X dev"),
      new Named("PYTHONDONTWRITEBYTECODE", "as -B"),
      new Named("PYTHONFAULTHANDLER", "as -X faulthandler"),
      new Named("PYTHONHASHSEED", "seed of the hashes of str and bytes: random, or 0 to 4294967295"),
      new Named("PYTHON_HISTORY", "the file of the REPL's history"),
      new Named("PYTHONINSPECT", "as -i"),
      new Named("PYTHONINTMAXSTRDIGITS", "as -X int_max_str_digits"),
      new Named("PYTHONIOENCODING", "encoding[:errors] of the standard streams"),
      new Named("PYTHON_JIT", "as -X jit; 0 is off, 1 on"),
      new Named("PYTHONNOUSERSITE", "as -s"),
      new Named("PYTHONOPTIMIZE", "as -O"),
      new Named("PYTHONPATH", "folders put before the module search path"),
      new Named("PYTHONPROFILEIMPORTTIME", "as -X importtime"),
      new Named("PYTHONPYCACHEPREFIX", "as -X pycache_prefix"),
      new Named("PYTHONSAFEPATH", "as -P"),
      new Named("PYTHONSTARTUP", "a file run at an interactive start"),
      new Named("PYTHONSTRICTANALYSIS", "as -X strict-analysis"),
      new Named("PYTHONUNBUFFERED", "as -u"),
      new Named("PYTHONUSERBASE", "the user's base folder (site.USER_BASE)"),
      new Named("PYTHONUTF8", "as -X utf8"),
      new Named("PYTHONVERBOSE", "as -v"),
      new Named("PYTHONWARNDEFAULTENCODING", "as -X warn_default_encoding"),
      new Named("PYTHONWARNINGS", "as -W, several divided by commas"),
      new Named("PYTHON_CPU_COUNT", "as -X cpu_count"),
      new Named("PYTHON_GIL", "as -X gil"),
      new Named("PYTHON_TLBC", "as -X tlbc"));

  static final List<Named> IMPLEMENTATION = List.of(
      new Named("cpu_count=N", "what os.cpu_count() says"),
      new Named("dev", "development mode: more warnings and checks"),
      new Named("dump=bytecode", "print the code objects of the program before it runs, and what was specialised when it ends"),
      new Named("cinderx-jit-...", "CinderX's options for its JIT compiler; -X cinderx-jit-help lists them"),
      new Named("dump=hir,class", "print what the JIT compiler makes of each function or loop that it compiles"),
      new Named("faulthandler", "import and enable faulthandler"),
      new Named("gil=0|1", "what sys.flags.gil says; there is no such lock"),
      new Named("importtime[=2]", "say how long each import takes; 2: and what was loaded already"),
      new Named("int_max_str_digits=N", "limit of int and str conversions; 0: none"),
      new Named("jit=off|on|always", "compile hot code to JVM classes (on by default); always: all code, soon"),
      new Named("jit-log", "say what the JIT compiler has compiled, and what not and why"),
      new Named("no_debug_ranges", "no column positions in code objects"),
      new Named("pycache_prefix=PATH", "write compiled files to a tree of their own"),
      new Named("strict-analysis", "the loader of strict modules refuses those whose import has effects"),
      new Named("tlbc=0|1", "accepted, does nothing: bytecode is shared between threads"),
      new Named("utf8[=0|1]", "UTF-8 mode"),
      new Named("warn_default_encoding", "warn where encoding=None picks the locale's encoding"));

  /** The option of a letter; null if there is none. */
  static Option letter(char letter) {
    for (Option option : COMMAND_LINE) {
      if (option.name().length() == 1 && option.name().charAt(0) == letter) {
        return option;
      }
    }
    return null;
  }

  /** The long option of a name; null if there is none. */
  static Option named(String name) {
    for (Option option : COMMAND_LINE) {
      if (option.name().length() > 2 && option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  static String usageLine(String program) {
    return "usage: " + program + " [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";
  }

  static String help(String program) {
    StringBuilder text = new StringBuilder(usageLine(program)).append("Options (and the environment variables that say the same):\n");
    for (Option option : COMMAND_LINE) {
      entry(text, option.shown(), option.help());
    }
    text.append("\nArguments:\n");
    entry(text, "file", "the program is read from this file, or a folder or zip file with a __main__.py");
    entry(text, "-", "the program is read from standard input (the default; interactive if that is a terminal)");
    entry(text, "arg ...", "what the program finds in sys.argv[1:]");
    text.append("\nTools, where there is no file of that name:\n");
    for (Tool tool : Tool.values()) {
      entry(text, tool.word, tool.help);
    }
    return text.toString();
  }

  static String environmentHelp() {
    StringBuilder text = new StringBuilder("Environment variables that change behavior:\n");
    for (Named variable : ENVIRONMENT) {
      entry(text, variable.name(), variable.help());
    }
    return text.toString();
  }

  static String implementationHelp() {
    StringBuilder text = new StringBuilder("The following implementation-specific options are available:\n");
    for (Named option : IMPLEMENTATION) {
      entry(text, "-X " + option.name(), option.help());
    }
    return text.toString();
  }

  private static void entry(StringBuilder text, String name, String help) {
    text.append(name);
    if (name.length() > 8) {
      text.append("\n         ");
    } else {
      text.repeat(' ', 7 - Math.min(7, name.length())).append(name.length() == 8 ? ": " : "  ");
    }
    text.append(help).append('\n');
  }
}
