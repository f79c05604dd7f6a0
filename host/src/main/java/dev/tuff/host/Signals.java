package dev.tuff.host;

/** Signals of the process: Linux's numbers. */
public interface Signals {
  /** What happens on a signal: the action of the system. */
  int DEFAULT = 0;

  int IGNORE = 1;

  /** Called on a thread of the JVM when a signal arrives. */
  interface Receiver {
    void arrived(int signal);
  }

  /** Sends {@code signal} to {@code receiver}; throws HostException(EINVAL) where the JVM keeps a signal to itself. */
  void receive(int signal, Receiver receiver);

  /** {@link #DEFAULT} or {@link #IGNORE}. */
  void set(int signal, int disposition);

  /** Sends a signal to the process itself. */
  void raise(int signal);

  /** The name without SIG, or null. */
  static String name(int signal) {
    return switch (signal) {
      case 1 -> "HUP";
      case 2 -> "INT";
      case 3 -> "QUIT";
      case 4 -> "ILL";
      case 5 -> "TRAP";
      case 6 -> "ABRT";
      case 7 -> "BUS";
      case 8 -> "FPE";
      case 9 -> "KILL";
      case 10 -> "USR1";
      case 11 -> "SEGV";
      case 12 -> "USR2";
      case 13 -> "PIPE";
      case 14 -> "ALRM";
      case 15 -> "TERM";
      case 16 -> "STKFLT";
      case 17 -> "CHLD";
      case 18 -> "CONT";
      case 19 -> "STOP";
      case 20 -> "TSTP";
      case 21 -> "TTIN";
      case 22 -> "TTOU";
      case 23 -> "URG";
      case 24 -> "XCPU";
      case 25 -> "XFSZ";
      case 26 -> "VTALRM";
      case 27 -> "PROF";
      case 28 -> "WINCH";
      case 29 -> "IO";
      case 30 -> "PWR";
      case 31 -> "SYS";
      default -> null;
    };
  }
}
