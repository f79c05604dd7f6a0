package dev.tuff.engine.reference;

/** An instance of a class with a {@code __del__} method. */
public interface WithDel {
  DelState delState();
}
