package dev.tuff.jit.hir;

/**
 * A method of {@link dev.tuff.engine.interp.Routines}, for a node.
 *
 * @param constant its first parameter, with {@code arg}
 * @param single how many operands are parameters of their own; the others are passed in an array, if there may be others
 * @param rest whether there may be others
 */
public record Routine(Site site, String name, Object constant, int arg, int single, boolean rest) {
  @Override
  public String toString() {
    return name;
  }
}
