package dev.tuff.engine.container;

/** A list or dict whose items are of declared types: look-ups and iteration are those of list and dict, what puts items in checks them. */
public interface CheckedContainer {}
