package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyThread;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.host.CommandArguments;
import dev.tuff.host.Host;
import dev.tuff.host.SystemHost;
import dev.tuff.jit.JitOptions;
import java.io.PrintStream;
import java.util.Map;

/**
 * The {@code tuff} command: reads the command line, answers help and version itself, and runs everything else on a thread with the deep
 * stack that Python's recursion needs.
 */
public final class Main {
  /** Address space for the main thread's stack; memory is used only as deep as calls go. */
  private static final long STACK = 1L << 29;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    int status = run(CommandArguments.exact(arguments), System.getenv());
    if (status != 0 || hasOtherThreads()) {
      System.exit(status);
    }
    // System.exit looks for somebody who would log it: 20 milliseconds of every short program
  }

  /** Whether the JVM would go on after the end of this thread. */
  private static boolean hasOtherThreads() {
    Thread[] threads = new Thread[Thread.activeCount() + 8];
    int n = Thread.enumerate(threads);
    for (int i = 0; i < n; i++) {
      if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
        return true;
      }
    }
    return false;
  }

  private static int run(String[] arguments, Map<String, String> environment) throws InterruptedException {
    String executable = System.getProperty("tuff.executable", "");
    String program = executable.isEmpty() ? "tuff" : executable;
    CommandLine line;
    try {
      line = CommandLine.parse(arguments, environment);
    } catch (CommandLine.UsageException mistake) {
      System.err.print(mistake.getMessage() + "\n" + Options.usageLine(program) + "Try `tuff -h' for more information.\n");
      return 2;
    } catch (CommandLine.ConfigurationException mistake) {
      System.err.print("Fatal Python error: " + mistake.getMessage() + "\nPython runtime state: preinitialized\n\n");
      return 1;
    }
    PrintStream out = System.out;
    switch (line.action) {
      case HELP -> out.print(Options.help(program));
      case HELP_ENVIRONMENT -> out.print(Options.environmentHelp());
      case HELP_IMPLEMENTATION -> out.print(Options.implementationHelp());
      case HELP_ALL ->
        out.print(Options.help(program) + "\n" + Options.environmentHelp() + "\n" + Options.implementationHelp());
      case HELP_JIT -> {
        out.print(JitOptions.help());
        out.flush();
        return 1;
      }
      case VERSION -> out.println(Version.text(line.versions > 1));
      default -> {
        return runProgram(line, executable);
      }
    }
    out.flush();
    return 0;
  }

  private static int runProgram(CommandLine line, String executable) throws InterruptedException {
    Host host = new SystemHost();
    Interpreter interpreter = InterpreterSetup.create(line, host);
    interpreter.ownsSignals = true;
    ThreadState state = new ThreadState(interpreter);
    int[] status = {1};
    PyThread main = new PyThread(state, () -> {
      state.thread = Thread.currentThread();
      interpreter.threads().add(state);
      status[0] = new Program(interpreter, line, executable).run();
    }, "MainThread", STACK);
    main.start();
    main.join();
    return status[0];
  }
}
