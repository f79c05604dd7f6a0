package dev.tuff.engine.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static Java method the setter of an attribute that also has a {@link Getter}. Parameters: {@code self} and the value; a
 * {@code null} value means delete.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Setter {
  /** The name of the attribute. */
  String value();

  /** The docstring; empty for none. */
  String doc() default "";
}
