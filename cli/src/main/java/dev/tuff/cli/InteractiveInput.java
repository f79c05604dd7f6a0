package dev.tuff.cli;

import java.util.List;

/**
 * Where interactive statements come from: a person at a terminal. The {@code repl} module has the one with editing, found as a service
 * so that nothing is loaded for it unless someone types; {@link PlainInput} reads lines from anything.
 */
public interface InteractiveInput extends AutoCloseable {
  /** The key that interrupts was pressed: what had been typed is dropped. */
  final class Interrupted extends Exception {
    private static final long serialVersionUID = 1;

    public Interrupted() {
      super(null, null, false, false);
    }
  }

  /** What the input asks of the interpreter while someone types. */
  interface Assistant {
    /** Names that could stand for the last dotted name of {@code text}; empty if none. */
    List<String> complete(String text);
  }

  /** Makes an input for the process's terminal; null if there is none that can be edited on. */
  interface Provider {
    InteractiveInput open(Assistant assistant, String historyFile, boolean color);
  }

  /** The next complete statement with its line ends, or null at the end of the input. */
  String statement(String prompt, String continuation) throws Interrupted;

  @Override
  void close();
}
