package dev.tuff.engine.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * As {@link Method}, for {@code __new__}: the first Java parameter is the {@code PyType} to make an instance of. The value starts with
 * the name of the type: {@code "list(iterable=(), /)"}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface New {
  /** Type name and signature. */
  String value();

  /** The docstring; empty for none. */
  String doc() default "";

  /** False hides the signature from {@code __text_signature__}, as for methods whose C original has none. */
  boolean textSignature() default true;
}
