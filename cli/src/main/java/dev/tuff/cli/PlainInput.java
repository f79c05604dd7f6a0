package dev.tuff.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** Interactive statements line by line, without editing: for input that is no terminal, terminals that cannot do more, and tests. */
final class PlainInput implements InteractiveInput {
  private final BufferedReader in;
  private final PrintStream out;

  PlainInput(BufferedReader in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public String statement(String prompt, String continuation) {
    StringBuilder text = new StringBuilder();
    while (true) {
      out.print(text.isEmpty() ? prompt : continuation);
      out.flush();
      String line;
      try {
        line = in.readLine();
      } catch (IOException broken) {
        line = null;
      }
      if (line == null) {
        return text.isEmpty() ? null : text.toString();
      }
      text.append(line).append('\n');
      if (Completeness.isWhole(text.toString())) {
        return text.toString();
      }
    }
  }

  @Override
  public void close() {}
}
