package dev.tuff.engine.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * As {@link Method}, for a class method: the first Java parameter is the {@code PyType}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface ClassMethod {
  /** Name and signature. */
  String value();

  /** The docstring; empty for none. */
  String doc() default "";

  /** False hides the signature from {@code __text_signature__}, as for methods whose C original has none. */
  boolean textSignature() default true;
}
