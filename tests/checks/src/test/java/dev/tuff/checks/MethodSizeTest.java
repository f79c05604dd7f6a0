package dev.tuff.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HotSpot never compiles a method over 8,000 bytes of bytecode, silently: no method but a class initialiser may be larger. */
class MethodSizeTest {
  private static final int LIMIT = 8000;

  @Test
  void noMethodIsTooLargeForHotSpot() {
    List<String> large = new ArrayList<>();
    List<ClassModel> classes = BuiltClasses.all();
    assertFalse(classes.isEmpty(), "no built classes found under " + BuiltClasses.ROOT);
    for (ClassModel model : classes) {
      for (MethodModel method : model.methods()) {
        int size = method.findAttribute(Attributes.code()).map(code -> code.codeLength()).orElse(0);
        if (size > LIMIT && !method.methodName().equalsString("<clinit>")) {
          large.add(BuiltClasses.name(model) + "." + method.methodName().stringValue() + ": " + size + " bytes");
        }
      }
    }
    assertEquals(List.of(), large, "methods over " + LIMIT + " bytes of bytecode");
  }
}
