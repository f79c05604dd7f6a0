package dev.tuff.tools;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Build step: takes the start-up cost out of {@code switch} over types.
 *
 * <p>javac compiles such a switch to an {@code invokedynamic} whose bootstrap spins a class when the switch first runs, about a millisecond
 * each, and the JDK's AOT cache does not keep these. A run of a small program passes dozens. Here each becomes a call of a private
 * method of the same class with the {@code instanceof} chain that the spun class would have. Switches with other labels than classes
 * are left alone.
 *
 * <p>Usage: {@code TypeSwitchInliner CLASSES_DIRECTORY ...}, with everything that the classes name on the class path.
 */
public final class TypeSwitchInliner {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";

  private TypeSwitchInliner() {}

  public static void main(String[] args) throws IOException {
    int switches = 0;
    for (String directory : args) {
      if (!Files.isDirectory(Path.of(directory))) {
        continue;
      }
      List<Path> classes;
      try (var files = Files.walk(Path.of(directory))) {
        classes = files.filter(path -> path.toString().endsWith(".class")).toList();
      }
      for (Path path : classes) {
        byte[] before = Files.readAllBytes(path);
        Rewriting rewriting = new Rewriting(before);
        if (rewriting.isNeeded()) {
          Files.write(path, rewriting.result());
          switches += rewriting.sites.size();
        }
      }
    }
    if (switches > 0) {
      System.out.println("type switches without invokedynamic: " + switches);
    }
  }

  /** One class and the switches found in it. */
  private static final class Rewriting {
    private record Site(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

    private final ClassFile classFile =
        ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()));
    private final ClassModel model;
    private final boolean isInterface;
    private final List<Site> sites = new ArrayList<>();

    Rewriting(byte[] bytes) {
      model = classFile.parse(bytes);
      isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    boolean isNeeded() {
      for (MethodModel method : model.methods()) {
        var code = method.code();
        if (code.isPresent()) {
          for (var element : code.get()) {
            if (element instanceof InvokeDynamicInstruction call && labels(call) != null) {
              return true;
            }
          }
        }
      }
      return false;
    }

    byte[] result() {
      ClassTransform replace = ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> (builder, element) -> {
        List<ClassDesc> labels = element instanceof InvokeDynamicInstruction call ? labels(call) : null;
        if (labels == null) {
          builder.with(element);
          return;
        }
        Site site = new Site("typeSwitch$" + sites.size(), ((InvokeDynamicInstruction) element).typeSymbol(), labels);
        sites.add(site);
        builder.invokestatic(model.thisClass().asSymbol(), site.name, site.type, isInterface);
      }));
      ClassTransform add = ClassTransform.endHandler(builder -> {
        for (Site site : sites) {
          builder.withMethodBody(site.name, site.type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
              code -> chain(code, site));
        }
      });
      return classFile.transformClass(model, replace.andThen(add));
    }

    /** The classes that the switch tests in turn, or null if the call is none of those that are replaced. */
    private static List<ClassDesc> labels(InvokeDynamicInstruction call) {
      if (!call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS)
          || !call.bootstrapMethod().methodName().equals("typeSwitch")) {
        return null;
      }
      List<ClassDesc> labels = new ArrayList<>();
      for (ConstantDesc argument : call.bootstrapArgs()) {
        if (!(argument instanceof ClassDesc label) || label.isPrimitive()) {
          return null;
        }
        labels.add(label);
      }
      return labels;
    }

    /**
     * {@code (target, restart) -> index}: -1 for null, else the first label from {@code restart} on that target is an instance of, or
     * the number of labels. A switch starts at 0; it restarts behind a label whose guard said no.
     */
    private static void chain(CodeBuilder code, Site site) {
      Label some = code.newLabel();
      code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
      Label again = code.newLabel();
      code.iload(1).ifne(again);
      for (int i = 0; i < site.labels.size(); i++) {
        test(code, site.labels.get(i), i, code.newLabel());
      }
      code.loadConstant(site.labels.size()).ireturn();
      code.labelBinding(again);
      for (int i = 1; i < site.labels.size(); i++) {
        Label next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        test(code, site.labels.get(i), i, next);
      }
      code.loadConstant(site.labels.size()).ireturn();
    }

    private static void test(CodeBuilder code, ClassDesc label, int index, Label next) {
      code.aload(0).instanceOf(label).ifeq(next).loadConstant(index).ireturn().labelBinding(next);
    }
  }
}
