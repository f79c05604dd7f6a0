package dev.tuff.jit.hir;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The table of operations: the method that an operation names is there, and units can call it. */
class OpTest {
  @Test
  void eachHomeHasTheMethod() {
    for (Op op : Op.values()) {
      if (op.home != null) {
        Predicate<Method> callable = m -> m.getName().equals(op.method()) && Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers());
        assertTrue(Arrays.stream(op.home.getDeclaredMethods()).anyMatch(callable), () -> op + " has no method in " + op.home);
      }
    }
  }
}
