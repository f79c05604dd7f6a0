package dev.tuff.jit.emit;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A unit's class as text: {@code -X dump=class}. */
public final class ClassText {
  private final StringBuilder out = new StringBuilder();
  private final Map<Label, Integer> labels = new HashMap<>();

  private ClassText() {}

  public static String of(byte[] classFile) {
    ClassText t = new ClassText();
    ClassModel c = ClassFile.of().parse(classFile);
    t.out.append("class ").append(c.thisClass().asInternalName()).append('\n');
    c.methods().forEach(t::method);
    return t.out.toString();
  }

  private void method(MethodModel m) {
    out.append(m.methodName().stringValue()).append(m.methodTypeSymbol().displayDescriptor()).append('\n');
    labels.clear();
    m.code().orElseThrow().forEach(this::element);
  }

  private String label(Label l) {
    return "L" + labels.computeIfAbsent(l, k -> labels.size());
  }

  private void element(CodeElement e) {
    switch (e) {
      case LabelTarget t -> out.append(label(t.label())).append(":\n");
      case LineNumber n -> out.append("  # line ").append(n.line()).append('\n');
      case ExceptionCatch x -> out.append("  # ").append(label(x.tryStart())).append(" to ").append(label(x.tryEnd())).append(" caught at ")
          .append(label(x.handler())).append('\n');
      case Instruction i -> out.append("    ").append(i.opcode().name().toLowerCase(Locale.ROOT)).append(operand(i)).append('\n');
      default -> {}
    }
  }

  private String operand(Instruction i) {
    return switch (i) {
      case BranchInstruction b -> " " + label(b.target());
      case LookupSwitchInstruction s -> cases(s);
      case ConstantInstruction.LoadConstantInstruction c -> " " + c.constantEntry().constantValue();
      case ConstantInstruction c -> " " + c.constantValue();
      case LoadInstruction l -> " " + l.slot();
      case StoreInstruction s -> " " + s.slot();
      case FieldInstruction f -> " " + f.owner().asInternalName() + "." + f.name().stringValue();
      case InvokeInstruction c -> " " + c.owner().asInternalName() + "." + c.name().stringValue() + c.typeSymbol().displayDescriptor();
      case TypeCheckInstruction t -> " " + t.type().asInternalName();
      case NewObjectInstruction n -> " " + n.className().asInternalName();
      default -> "";
    };
  }

  private String cases(LookupSwitchInstruction s) {
    StringBuilder text = new StringBuilder();
    s.cases().forEach(c -> text.append(' ').append(c.caseValue()).append(": ").append(label(c.target())).append(','));
    return text.append(" else ").append(label(s.defaultTarget())).toString();
  }
}
