package dev.tuff.syntax.ast;

/** A {@code # type: ignore} comment, kept when type comments are asked for. */
public record TypeIgnore(int lineno, String tag) implements Node {
  @Override
  public long start() {
    return Node.pos(lineno, 0);
  }

  @Override
  public long end() {
    return start();
  }
}
