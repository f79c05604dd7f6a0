package dev.tuff.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.compiler.Opcode;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * An opcode is in every table it belongs to: it has a name, a document and a kind of argument in {@link Opcode}, its name leads back to it
 * (assembler and disassembler go through that table), and the interpreter's loop or the families it leaves to have a case for it.
 */
class OpcodeCoverageTest {
  /** The interpreter: the switches of these classes together handle every opcode. */
  private static final List<String> INTERPRETER = List.of("dev.tuff.engine.interp.EvalLoop", "dev.tuff.engine.interp.ColdOps");

  @Test
  void everyOpcodeIsDescribed() {
    List<String> gaps = new ArrayList<>();
    for (int opcode : opcodes()) {
      if (Opcode.doc(opcode) == null || Opcode.doc(opcode).isBlank()) {
        gaps.add(Opcode.name(opcode) + " has no document");
      }
      if (Opcode.argKind(opcode) == null || Opcode.cacheKind(opcode) == null) {
        gaps.add(Opcode.name(opcode) + " has no kind of argument or cache");
      }
      if (Opcode.byName(Opcode.name(opcode)) != opcode) {
        gaps.add(Opcode.name(opcode) + " is not found by its name");
      }
    }
    assertEquals(List.of(), gaps);
  }

  @Test
  void everyOpcodeIsInterpreted() {
    TreeSet<Integer> handled = new TreeSet<>();
    for (ClassModel model : BuiltClasses.all()) {
      if (INTERPRETER.contains(BuiltClasses.name(model))) {
        for (MethodModel method : model.methods()) {
          method.code().ifPresent(code -> code.forEach(element -> {
            List<SwitchCase> cases = switch (element) {
              case TableSwitchInstruction table -> table.cases();
              case LookupSwitchInstruction lookup -> lookup.cases();
              default -> List.of();
            };
            var missing = element instanceof TableSwitchInstruction table ? table.defaultTarget() : null;
            for (SwitchCase one : cases) {
              if (one.target() != missing) {
                handled.add(one.caseValue());
              }
            }
          }));
        }
      }
    }
    assertTrue(!handled.isEmpty(), "the interpreter's classes were not found: " + INTERPRETER);
    List<String> unhandled = new ArrayList<>();
    for (int opcode : opcodes()) {
      if (!handled.contains(opcode)) {
        unhandled.add(Opcode.name(opcode));
      }
    }
    assertEquals(List.of(), unhandled, "opcodes without a case in " + INTERPRETER);
  }

  private static List<Integer> opcodes() {
    List<Integer> opcodes = new ArrayList<>();
    for (int opcode = 0; opcode < 256; opcode++) {
      if (Opcode.name(opcode) != null && !Opcode.name(opcode).startsWith("<")) {
        opcodes.add(opcode);
      }
    }
    return opcodes;
  }
}
