package dev.tuff.engine.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static Java method a method of the Python type that its class represents; the first Java parameter is {@code self}.
 *
 * <p>The value is the whole Python signature, for example {@code "pop(self, index=-1, /)"}: it names the method, tells how arguments are
 * bound, which literal defaults apply, and becomes {@code __text_signature__}. Java parameters follow it one by one. Their types convert:
 * {@code Object} takes anything; {@code long} and {@code int} go by {@code __index__}; {@code double} by {@code __float__};
 * {@code boolean} by truth; {@code String} wants a str; a {@code Py…} class wants an instance. {@code *args} is an {@code Object[]},
 * {@code **kwargs} a {@code PyDict}. A default {@code <null>} reaches Java as {@code null}: "not given". A parameter of type
 * {@code ThreadState} or {@code Interpreter} is filled in. A method that returns {@code void} returns None, primitives are boxed.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Method {
  /** Name and signature. */
  String value();

  /** The docstring; empty for none. */
  String doc() default "";

  /** False hides the signature from {@code __text_signature__}, as for methods whose C original has none. */
  boolean textSignature() default true;
}
