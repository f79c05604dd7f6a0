package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.host.FileSystem;

/** Whether {@code site} must run before the program, because it may do more than add names to the builtins. */
final class Site {
  private Site() {}

  /** True if something of the user's is to be found: folders of packages, a virtual environment, a sitecustomize, options that need imports. */
  static boolean hasWork(Interpreter interpreter, CommandLine line) {
    if (line.verbose > 0 || line.importTime > 0 || line.devMode || !line.warnOptions.isEmpty() || line.action == CommandLine.Action.MODULE) {
      return true;
    }
    if (line.noSite > 0) {
      return false;
    }
    String path = interpreter.environment("PYTHONPATH");
    if (path != null && !path.isEmpty() || interpreter.environment("PYTHONUSERBASE") != null) {
      return true;
    }
    FileSystem files = interpreter.host.files();
    String executable = System.getProperty("tuff.executable", "");
    String folder = executable.substring(0, Math.max(0, executable.lastIndexOf('/')));
    String home = interpreter.host.environment().get("HOME");
    String library = interpreter.library.path();
    for (String sign : new String[] {
      folder + "/pyvenv.cfg", folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) + "/pyvenv.cfg", library + "/site-packages",
      home + "/.local" + library.substring(library.indexOf("/lib/")) + "/site-packages"
    }) {
      if (files.find(sign, true) != null) {
        return true;
      }
    }
    return false;
  }
}
