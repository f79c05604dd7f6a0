package dev.tuff.engine.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static Java method the getter of an attribute (a getset descriptor); its one parameter is {@code self}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Getter {
  /** The name of the attribute. */
  String value();

  /** The docstring; empty for none. */
  String doc() default "";

  /** True makes it a member descriptor, as for a C struct member. */
  boolean member() default false;
}
