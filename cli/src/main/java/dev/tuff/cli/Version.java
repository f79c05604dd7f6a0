package dev.tuff.cli;

/** What {@code tuff --version} says: Tuff, the Python it is, and what it runs on. */
final class Version {
  static final String TUFF = "0.1";

  /** The patch level is that of the standard library in the {@code stdlib} jar. */
  static final String PYTHON = "3.14.2";

  private Version() {}

  static String text(boolean more) {
    String vm = System.getProperty("java.vm.name");
    String openJdk = vm.startsWith("OpenJDK") ? "OpenJDK" : vm;
    String text = "Tuff " + TUFF + " (Python " + PYTHON + ") on " + openJdk + " " + System.getProperty("java.version");
    if (more) {
      text += "\n" + vm + " " + System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor") + ", "
          + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
    return text;
  }
}
