package dev.tuff.embed;

import java.util.List;

/** A Java function that Python code can call. Arguments come as {@link PythonValue#toJava} makes them; the result goes back likewise. */
@FunctionalInterface
public interface PythonCallable {
  /** What is thrown becomes a Python exception: a {@link PythonException} the one that it carries, any other a RuntimeError. */
  Object call(List<Object> arguments) throws Exception;
}
