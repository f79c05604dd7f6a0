package dev.tuff.stdlib.sre;

/** A {@link Program} as JVM code, for subjects that are Java strings; {@link ProgramCompiler} makes the classes. */
abstract class Compiled {
  /** Whether the program matches at {@code pos}; the state is the matcher's, as if it had run the program itself. */
  abstract boolean attempt(Matcher m, String text, int[] registers, int[] stack, int pos, int end);
}
